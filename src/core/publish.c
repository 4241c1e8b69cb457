/* SPDX-License-Identifier: BSD-2-Clause */
/* The end of a planning pass: everything it changes is written in one transaction, then the feeds
 * follow. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH_MAX_BYTES = 64 * 1024 * 1024 };

/* What the empty-batch rule compares: configuration and journal, not plugins and data (DESIGN.md
 * 6). */
static uint64_t inputs_hash(const struct core_job *job)
{
    crypto_generichash_state state;
    unsigned char digest[16];
    uint64_t hash;
    const struct pgy_config *config = job->profile->config;
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    crypto_generichash_update(&state, (const unsigned char *)config->text, config->text_len);
    const uint64_t written = pgy_journal_hash(&job->journal, job->house->house->schema);
    crypto_generichash_update(&state, (const unsigned char *)&written, sizeof written);
    crypto_generichash_final(&state, digest, sizeof digest);
    memcpy(&hash, digest, sizeof hash);
    return hash;
}

static void plugin_failed(struct core_plugin *plugin, const char *failure, int64_t now)
{
    if (!plugin->failure || strcmp(plugin->failure, failure) != 0)
        pgy_error("plugin '%s': %s", plugin->name, failure);
    free(plugin->failure);
    plugin->failure = strdup(failure);
    plugin->failures++;
    plugin->stale = true;
    /* 10 s doubling to an hour (reference/reliability.md 1.3); after five in a row only a change
     * wakes it. */
    int64_t wait = INT64_C(10) << (plugin->failures - 1 > 9 ? 9 : plugin->failures - 1);
    plugin->next_try = plugin->failures >= CORE_QUARANTINE ? 0 : now + (wait > 3600 ? 3600 : wait);
}

static void plugin_fine(struct core_plugin *plugin, const struct pgy_batch *batch)
{
    if (plugin->failure)
        pgy_info("plugin '%s' plans again", plugin->name);
    free(plugin->failure);
    free(plugin->version);
    plugin->failure = NULL;
    plugin->failures = 0;
    plugin->next_try = 0;
    plugin->stale = false;
    plugin->version = strdup(batch->version ? batch->version : "");
    plugin->items = batch->n;
}

/* A plugin's stored plan, its renamed slugs followed; false: it has none. */
static bool stored_batch(struct pgy_core *core, struct core_job *job, const char *name,
                         uint64_t *inputs, struct pgy_batch *batch)
{
    const struct pgy_declaration *plugin = pgy_schema_plugin(job->house->house->schema, name);
    const char *version;
    const void *frames;
    size_t len;
    int64_t when;
    if (pgy_store_batch_get(core->store, job->profile->id, name, job->arena, &version, inputs,
                            &frames, &len, &when) != 0 ||
        pgy_batch_read(name, version, frames, len, job->arena, batch) != 0)
        return false;
    if (plugin)
        pgy_batch_rename(batch, plugin->renames, plugin->nrenames);
    return true;
}

/* What is stored by item ids goes with a renamed slug (DESIGN.md 5.1, identity). */
static int follow_renames(struct pgy_core *core, struct core_job *job)
{
    const struct pgy_schema *schema = job->house->house->schema;
    int rc = 0;
    for (size_t i = 0; i < schema->nplugins; i++) {
        const struct pgy_declaration *plugin = &schema->plugins[i];
        for (size_t j = 0; rc == 0 && plugin->listed && j < plugin->nrenames; j++)
            rc = pgy_store_rename(
                core->store, job->profile->id,
                pgy_arena_printf(job->arena, "%s/%s", plugin->plugin, plugin->renames[j].from),
                pgy_arena_printf(
                    job->arena, "%s/%s", plugin->plugin,
                    pgy_slug_renamed(plugin->renames, plugin->nrenames, plugin->renames[j].from)));
    }
    return rc;
}

/* An alert whose cause is there again is told of again. */
static int follow_alerts(struct pgy_core *core, struct core_job *job,
                         const struct pgy_batch *merged, const struct pgy_batch *last, int64_t now)
{
    size_t n;
    const char **ids = pgy_batch_new_alerts(merged, last, job->arena, &n);
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < n; i++)
        rc = pgy_store_unseen(core->store, job->profile->id, ids[i], now);
    return rc;
}

/* One plugin's result meets its last good plan; the merged batch is written and shared. */
static int take_batch(struct pgy_core *core, struct core_job *job, size_t i, uint64_t inputs,
                      int64_t now, struct pgy_share *share)
{
    struct core_profile *profile = job->profile;
    const char *name = pgy_pass_plugin(job->pass, i);
    const struct pgy_run_result *result = pgy_pass_result(job->pass, i);
    struct core_plugin *plugin = core_plugin_of(core, profile, name);
    struct pgy_batch last = {0}, *merged = pgy_arena_alloc(job->arena, sizeof *merged);
    uint64_t before = 0;
    bool have = stored_batch(core, job, name, &before, &last);
    if (result->rc != 0)
        plugin_failed(plugin, result->failure, now);
    pgy_batch_merge(result->rc == 0 ? &result->batch : NULL, have ? &last : NULL,
                    !have || before != inputs || profile->force_inputs, job->today, job->arena,
                    merged);
    share->batch = merged;
    if (result->rc != 0)
        return 0;
    plugin_fine(plugin, merged);
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(BATCH_MAX_BYTES);
    int rc = pgy_batch_write(merged, &bytes);
    if (rc == 0 && have)
        rc = follow_alerts(core, job, merged, &last, now);
    return rc ? rc
              : pgy_store_batch_put(core->store, profile->id, name, result->batch.version, inputs,
                                    pgy_buf_text(&bytes), bytes.len, now);
}

/* The last good plan of a plugin that rests; NULL when it never had one. */
static const struct pgy_batch *last_batch(struct pgy_core *core, struct core_job *job,
                                          const char *name)
{
    struct pgy_batch *batch = pgy_arena_alloc(job->arena, sizeof *batch);
    uint64_t inputs;
    return stored_batch(core, job, name, &inputs, batch) ? batch : NULL;
}

struct fired_arg {
    struct pgy_core *core;
    const char *profile;
};

static bool fired(void *arg, const char *item, const char *target, const char *step)
{
    struct fired_arg *a = arg;
    return pgy_store_fired(a->core->store, a->profile, item, target, step) == 1;
}

static int64_t first_seen(void *arg, const char *item, const char *target, int64_t when)
{
    struct fired_arg *a = arg;
    int64_t seen = when;
    return pgy_store_seen(a->core->store, a->profile, item, target, when, &seen) == 0 ? seen : when;
}

const char *core_live_target(const struct core_profile *profile,
                             const struct pgy_timeline *timeline, const char *id,
                             struct pgy_arena *arena)
{
    const struct pgy_item *item = pgy_timeline_find(timeline, id);
    bool live = item && item->state != PGY_DONE && item->state != PGY_CANCELLED &&
                item->state != PGY_SNOOZED;
    return live ? pgy_remind_target(item, profile->tz, arena) : NULL;
}

/* Queued messages about what moved, was done, or is no longer planned must not leave. */
static int cancel_outdated(struct pgy_core *core, struct core_job *job,
                           const struct pgy_timeline *timeline, int64_t now)
{
    const char **items, **targets;
    size_t n;
    int rc =
        pgy_store_outbox_pending(core->store, job->profile->id, job->arena, &items, &targets, &n);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const char *target = core_live_target(job->profile, timeline, items[i], job->arena);
        int64_t cancelled;
        if (!target || strcmp(target, targets[i]) != 0)
            rc = pgy_store_outbox_cancel(core->store, job->profile->id, items[i], target, now,
                                         &cancelled);
    }
    return rc;
}

/* The other way about: a slip that was taken back, a date that was moved there and back. What a
 * snooze took out stays out, for its own step says it all. */
static int revive_withdrawn(struct pgy_core *core, struct core_job *job,
                            const struct pgy_timeline *timeline, int64_t now)
{
    const char **items, **targets;
    size_t n;
    int rc = pgy_store_outbox_withdrawn(core->store, job->profile->id, now, job->arena, &items,
                                        &targets, &n);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct pgy_item *item = pgy_timeline_find(timeline, items[i]);
        const char *target = core_live_target(job->profile, timeline, items[i], job->arena);
        int64_t revived;
        if (target && item->snoozed_until == PGY_NO_DAY && strcmp(target, targets[i]) == 0)
            rc = pgy_store_outbox_revive(core->store, job->profile->id, items[i], target, now,
                                         &revived);
    }
    return rc;
}

static int write_started(struct pgy_core *core, struct core_job *job, int64_t now)
{
    int64_t number;
    struct pgy_happening started = {
        .on = job->started, .logged = now, .kind = "started", .subject = "", .event = ""};
    return job->first ? pgy_store_journal_add(core->store, job->profile->id, &started, &number) : 0;
}

static int write_digest(struct pgy_core *core, struct core_job *job,
                        const struct pgy_timeline *timeline, int64_t now)
{
    struct pgy_due digest;
    int64_t row;
    if (!job->first || !pgy_remind_digest(timeline, now, job->arena, &digest))
        return 0;
    int rc = pgy_store_fire(core->store, job->profile->id, &digest, now);
    return rc == PGY_EEXISTS ? 0
           : rc              ? rc
                : core_enqueue(core, job->profile, NULL, &digest, "digest", NULL, now, &row);
}

/* The person's next midnight; with many people spread over twenty minutes by their id (DESIGN.md
 * 6). A failed plugin is tried sooner. */
static int64_t next_pass(const struct pgy_core *core, const struct core_profile *profile,
                         pgy_day today)
{
    int64_t spread = 0;
    if (core->nprofiles > 1) {
        unsigned char digest[crypto_generichash_BYTES_MIN];
        crypto_generichash(digest, sizeof digest, (const unsigned char *)profile->id,
                           strlen(profile->id), NULL, 0);
        spread = (digest[0] | digest[1] << 8) % CORE_SPREAD;
    }
    int64_t at = pgy_tz_instant(profile->tz, today + 1, 0) + spread;
    for (size_t i = 0; i < profile->nplugins; i++) {
        if (profile->plugins[i].next_try > 0 && profile->plugins[i].next_try < at)
            at = profile->plugins[i].next_try;
    }
    return at;
}

/* Inside the transaction: batches, timeline, revisions, what is due, what is cancelled, when to
 * come back. */
static int write_plan(struct pgy_core *core, struct core_job *job, int64_t now,
                      struct pgy_timeline **out)
{
    struct core_profile *profile = job->profile;
    struct pgy_revisions revisions = {.arena = job->arena}, changed;
    struct pgy_timeline *timeline = NULL;
    uint64_t inputs = inputs_hash(job);
    size_t n = pgy_pass_count(job->pass);
    struct pgy_share *shares = pgy_arena_array(job->arena, n + job->nresting + 1, sizeof *shares);
    int rc = write_started(core, job, now);
    if (rc == 0)
        rc = follow_renames(core, job);
    for (size_t i = 0; rc == 0 && i < n; i++)
        rc = take_batch(core, job, i, inputs, now, &shares[i]);
    for (size_t i = 0; rc == 0 && i < job->nresting; i++)
        shares[n++].batch = last_batch(core, job, job->resting[i]);
    if (rc == 0)
        rc = pgy_store_revisions(core->store, profile->id, &revisions);
    if (rc != 0)
        return rc;
    struct pgy_timeline_input input = {
        .profile = profile->id,
        .zone = pgy_tz_name(profile->tz),
        .remind_at = profile->quiet.remind_at,
        .today = job->today,
        .started = job->started,
        .now = now,
        .shares = shares,
        .nshares = n,
        .schema = job->profile->house->house->schema,
        .journal = &job->journal,
        .revisions = &revisions,
    };
    timeline = pgy_timeline_build(&input);
    pgy_timeline_revisions(timeline, &revisions, &changed);
    struct fired_arg arg = {core, profile->id};
    struct pgy_due *due;
    size_t ndue;
    pgy_remind_schedule(timeline, profile->tz, &profile->quiet, now, fired, first_seen, &arg,
                        job->arena, &due, &ndue);
    if ((rc = pgy_store_revisions_put(core->store, profile->id, &changed)) == 0 &&
        (rc = pgy_store_due_replace(core->store, profile->id, due, ndue)) == 0 &&
        (rc = cancel_outdated(core, job, timeline, now)) == 0 &&
        (rc = revive_withdrawn(core, job, timeline, now)) == 0 &&
        (rc = core_digest_follow(core, profile, timeline, job->arena)) == 0)
        rc = write_digest(core, job, timeline, now);
    if (rc != 0) {
        pgy_timeline_free(&timeline);
        return rc;
    }
    *out = timeline;
    return 0;
}

int core_publish(struct pgy_core *core, struct core_job *job)
{
    struct core_profile *profile = job->profile;
    struct pgy_timeline *timeline = NULL;
    bool first = false;
    int64_t now = pgy_clock_now();
    int rc = pgy_store_begin(core->store);
    if (rc == 0) {
        rc = write_plan(core, job, now, &timeline);
        profile->next_pass = next_pass(core, profile, job->today);
        if (rc == 0)
            rc = pgy_store_profile_wake(core->store, profile->id, profile->next_pass);
        if (rc == 0)
            rc = core_subscribe_first(core, profile, &first);
        if (rc == 0)
            rc = pgy_store_commit(core->store);
        else
            pgy_store_rollback(core->store);
    }
    if (rc != 0) {
        /* Nothing of this pass counts; the last plan and its feeds stand. Tried again soon. */
        core_store_failed(core, "writing the plan", rc);
        profile->retry_ms = pgy_clock_mono_ms() + CORE_RETRY_MS;
        pgy_timeline_free(&timeline);
        return rc;
    }
    core_store_fine(core);
    profile->force_inputs = false;
    profile->retry_ms = 0;
    profile->planned = now;
    core_feeds(core, profile, timeline);
    core->tokens_old |= first;
    pgy_timeline_free(&profile->timeline);
    if (core->nprofiles <= CORE_KEEP_PROFILES)
        profile->timeline = timeline;
    else
        pgy_timeline_free(&timeline);
    return 0;
}
