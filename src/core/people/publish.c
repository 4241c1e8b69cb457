/* SPDX-License-Identifier: BSD-2-Clause */
/* The end of a planning pass: what it changes of plans and reminders is written inside main's one
 * transaction, and then the feeds follow. Messages that are under way are the post desk's. */
#include "core/people/inside.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "plan/rename.h"
#include "plan/spans.h"
#include "plan/today.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH_MAX_BYTES = 64 * 1024 * 1024 };

/* What the empty-batch rule compares: configuration and journal, not plugins and data. */
static uint64_t inputs_hash(const struct core_job *job)
{
    crypto_generichash_state state;
    unsigned char digest[16];
    uint64_t hash;
    const struct pgy_config *config = job->profile->person.config;
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    crypto_generichash_update(&state, (const unsigned char *)config->text, config->text_len);
    const uint64_t written = pgy_journal_hash(&job->journal, job->house->schema);
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
    /* 10 s doubling to an hour; after five in a row only a change
     * wakes it. */
    int64_t wait = INT64_C(10) << (plugin->failures - 1 > 9 ? 9 : plugin->failures - 1);
    plugin->next_try =
        plugin->failures >= PEOPLE_QUARANTINE ? 0 : now + (wait > 3600 ? 3600 : wait);
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

/* A plugin's last good plan, as it is stored. */
struct last {
    struct pgy_batch batch; /* once it is read */
    uint64_t inputs;
    int64_t when;
    bool have, read;     /* there is one; batch is what it says */
    const char *version; /* of the plugin that made it */
    const void *frames;  /* NULL: others are stored by now */
    size_t len;
};

static struct last fetch_last(struct core_people *people, struct core_job *job, const char *name)
{
    struct last last = {.batch = {.arena = job->arena, .plugin = name, .version = ""}};
    last.have =
        pgy_store_batch_get(people->in.store, job->profile->person.id, name, job->arena,
                            &last.version, &last.inputs, &last.frames, &last.len, &last.when) == 0;
    return last;
}

/* With the ids of today; what has moved to other plugins into gone. */
static void read_last(struct core_job *job, struct last *last, struct pgy_batch *gone)
{
    *gone = (struct pgy_batch){0};
    if (last->read || !last->have)
        return;
    last->read = true;
    last->have = pgy_batch_read(last->batch.plugin, last->version, last->frames, last->len,
                                job->arena, &last->batch) == 0;
    if (last->have)
        pgy_batch_rename(&last->batch, job->house->schema, gone);
}

/* Whether the items of a plan are stored as they are. */
static bool has_same(const struct last *last, const struct pgy_batch *batch)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(BATCH_MAX_BYTES);
    if (!last->have || !last->frames)
        return false;
    pgy_buf_reserve(&bytes, last->len);
    return pgy_batch_write(batch, &bytes) == 0 && bytes.len == last->len &&
           memcmp(pgy_buf_text(&bytes), last->frames, last->len) == 0;
}

static int store_batch(struct core_people *people, struct core_job *job,
                       const struct pgy_batch *batch, uint64_t inputs, int64_t when)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(BATCH_MAX_BYTES);
    int rc = pgy_batch_write(batch, &bytes);
    return rc ? rc
              : pgy_store_batch_put(people->in.store, job->profile->person.id, batch->plugin,
                                    batch->version, inputs, pgy_buf_text(&bytes), bytes.len, when);
}

/* Items that moved go from one last good plan to another, and are stored there before anybody's new
 * plan is: a plugin that fails keeps what came to it, and nobody misses what went. */
static int move_items(struct core_people *people, struct core_job *job, struct last *from,
                      const struct pgy_batch *gone, struct last *all, size_t n)
{
    int rc = store_batch(people, job, &from->batch, from->inputs, from->when);
    from->frames = NULL;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        struct last *to = &all[i];
        size_t before = to->batch.n;
        pgy_batch_take(&to->batch, gone);
        if (to->batch.n == before)
            continue;
        if (!to->have)
            *to = (struct last){.batch = to->batch,
                                .inputs = from->inputs,
                                .when = from->when,
                                .have = true,
                                .read = true};
        rc = store_batch(people, job, &to->batch, to->inputs, to->when);
        to->frames = NULL;
    }
    return rc;
}

/* The last good plans of the plugins that were asked and of those that rest, in this order. They
 * are read here when something may have moved; else on need, since most days change no plan. */
static int fetch_lasts(struct core_people *people, struct core_job *job, struct last **out)
{
    size_t asked = pgy_pass_count(job->pass), n = asked + job->resting.n;
    struct last *all = pgy_arena_array(job->arena, n + 1, sizeof *all);
    struct pgy_batch *gone = pgy_arena_array(job->arena, n + 1, sizeof *gone);
    int rc = 0;
    for (size_t i = 0; i < n; i++)
        all[i] = fetch_last(
            people, job, i < asked ? pgy_pass_plugin(job->pass, i) : job->resting.names[i - asked]);
    for (size_t i = 0; !job->profile->work.renamed && i < n; i++)
        read_last(job, &all[i], &gone[i]);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        if (gone[i].n > 0)
            rc = move_items(people, job, &all[i], &gone[i], all, n);
    }
    *out = all;
    return rc;
}

/* What is stored by item ids goes with a renamed one: once for each reading of the file, since
 * plugins change with one alone, and nothing is stored under an old id afterwards. */
static int follow_renames(struct core_people *people, struct core_job *job)
{
    const struct pgy_schema *schema = job->house->schema;
    int rc = 0;
    for (size_t i = 0; !job->profile->work.renamed && i < schema->nplugins; i++) {
        const struct pgy_declaration *plugin = &schema->plugins[i];
        for (size_t j = 0; rc == 0 && plugin->listed && j < plugin->nrenames; j++) {
            const char *from = plugin->renames[j].from;
            rc = pgy_store_rename(people->in.store, job->profile->person.id, from,
                                  pgy_id_today(schema, from, job->arena));
        }
    }
    return rc;
}

/* Told once a version: whose plugin it is should hear of it. */
static void tell_tamed(struct core_people *people, struct core_job *job,
                       const struct pgy_run_result *result)
{
    const struct pgy_batch *batch = &result->batch;
    const struct core_notice notice = {
        .person = &job->profile->person,
        .key = pgy_arena_printf(job->arena, "%s %s", batch->plugin, batch->version),
        .type = "plugin.loud",
        .severity = PGYD_WARN,
        .title = pgy_arena_printf(job->arena,
                                  "Plugin %s %s says of %zu dates that they cannot be "
                                  "repaired",
                                  batch->plugin, batch->version, result->tamed + PGY_BATCH_FATAL),
        .detail = pgy_arena_printf(job->arena,
                                   "The soonest %d count so, the others as costly. Ask whoever "
                                   "wrote it to say \"fatal\" of fewer.",
                                   (int)PGY_BATCH_FATAL),
    };
    core_left_notice(&people->left, &notice);
}

/* What a plugin planned and its last good plan, together. Where both have the same items there is
 * nothing to read of the last. Returns whether what is stored has the items of merged. */
static bool merge(struct core_job *job, const struct pgy_batch *now, struct last *last,
                  uint64_t inputs, struct pgy_batch *merged)
{
    struct pgy_batch gone;
    pgy_batch_merge(now, NULL, false, job->today, job->arena, merged);
    if (now && has_same(last, merged))
        return true;
    read_last(job, last, &gone);
    pgy_batch_merge(now, last->have ? &last->batch : NULL,
                    !last->have || last->inputs != inputs || job->profile->work.let_go, job->today,
                    job->arena, merged);
    return now && has_same(last, merged);
}

/* One plugin's result meets its last good plan; the merged batch is written, unless it stands there
 * already, and shared. */
static int take_batch(struct core_people *people, struct core_job *job, size_t i, struct last *last,
                      uint64_t inputs, int64_t now, struct pgy_share *share)
{
    struct core_profile *profile = job->profile;
    const struct pgy_run_result *result = pgy_pass_result(job->pass, i);
    struct core_plugin *plugin = core_profile_plugin(profile, pgy_pass_plugin(job->pass, i));
    struct pgy_batch *merged = pgy_arena_alloc(job->arena, sizeof *merged);
    if (result->rc != 0)
        plugin_failed(plugin, result->failure, now);
    const bool same = merge(job, result->rc == 0 ? &result->batch : NULL, last, inputs, merged);
    share->batch = merged;
    if (result->rc != 0)
        return 0;
    plugin_fine(plugin, merged);
    if (result->tamed > 0)
        tell_tamed(people, job, result);
    return same && last->inputs == inputs && strcmp(last->version, merged->version) == 0
               ? 0
               : store_batch(people, job, merged, inputs, now);
}

struct fired_arg {
    struct pgy_store *store;
    const char *profile;
};

static bool fired(void *arg, const char *item, const char *target, const char *step)
{
    struct fired_arg *a = arg;
    return pgy_store_fired(a->store, a->profile, item, target, step) == 1;
}

static int64_t first_seen(void *arg, const char *item, const char *target, int64_t when)
{
    struct fired_arg *a = arg;
    int64_t seen = when;
    return pgy_store_seen(a->store, a->profile, item, target, when, &seen) == 0 ? seen : when;
}

static int write_started(struct core_people *people, struct core_job *job, int64_t now)
{
    int64_t number;
    struct pgy_happening started = {
        .on = job->started, .logged = now, .kind = "started", .subject = "", .event = ""};
    return job->first
               ? pgy_store_journal_add(people->in.store, job->profile->person.id, &started, &number)
               : 0;
}

/* The person's next midnight; with many people spread over twenty minutes by their id. A failed
 * plugin is tried sooner. */
static int64_t next_pass(const struct core_people *people, const struct core_profile *profile,
                         pgy_day today)
{
    const char *id = profile->person.id;
    int64_t spread = 0;
    if (people->roll.n > 1) {
        unsigned char digest[crypto_generichash_BYTES_MIN];
        crypto_generichash(digest, sizeof digest, (const unsigned char *)id, strlen(id), NULL, 0);
        spread = (digest[0] | digest[1] << 8) % PEOPLE_SPREAD;
    }
    int64_t at = pgy_tz_instant(profile->person.tz, today + 1, 0) + spread;
    for (size_t i = 0; i < profile->nplugins; i++) {
        if (profile->plugins[i].next_try > 0 && profile->plugins[i].next_try < at)
            at = profile->plugins[i].next_try;
    }
    return at;
}

/* What every plugin planned, written, and what it gives together. */
static int write_batches(struct core_people *people, struct core_job *job, int64_t now,
                         struct pgy_share **out, size_t *nshares)
{
    uint64_t inputs = inputs_hash(job);
    size_t n = pgy_pass_count(job->pass);
    struct pgy_share *shares = pgy_arena_array(job->arena, n + job->resting.n + 1, sizeof *shares);
    struct last *last;
    int rc = write_started(people, job, now);
    if (rc == 0)
        rc = follow_renames(people, job);
    if (rc == 0)
        rc = fetch_lasts(people, job, &last);
    for (size_t i = 0; rc == 0 && i < n; i++)
        rc = take_batch(people, job, i, &last[i], inputs, now, &shares[i]);
    for (size_t i = 0; rc == 0 && i < job->resting.n; i++, n++) {
        struct pgy_batch gone;
        read_last(job, &last[n], &gone);
        shares[n].batch = last[n].have ? &last[n].batch : NULL;
    }
    *out = shares;
    *nshares = n;
    return rc;
}

/* What of the week's useful things no week had before is noted. */
static int note_shown(struct core_people *people, const struct core_job *job)
{
    const struct pgy_timeline *timeline = job->timeline;
    const struct pgy_item *useful[PGY_USEFUL];
    size_t n = pgy_today_useful(timeline, pgy_today_week(timeline->today), useful);
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        if (useful[i]->shown == PGY_NO_DAY)
            rc =
                pgy_store_show(people->in.store, timeline->profile, useful[i]->id, timeline->today);
    }
    return rc;
}

static int write_plan(struct core_people *people, struct core_job *job, int64_t now)
{
    const struct core_person *person = &job->profile->person;
    struct pgy_store *store = people->in.store;
    struct pgy_revisions revisions = {.arena = job->arena}, changed;
    struct pgy_shown_list shown;
    struct pgy_share *shares;
    size_t n;
    int rc = write_batches(people, job, now, &shares, &n);
    if (rc == 0)
        rc = pgy_store_revisions(store, person->id, &revisions);
    if (rc == 0)
        rc = pgy_store_shown(store, person->id, job->arena, &shown);
    if (rc != 0)
        return rc;
    const struct pgy_spans_input busy = {person->config, person->quiet.shifts,
                                         person->quiet.nshifts, person->tz, job->today};
    const struct pgy_spans spans = pgy_spans_make(&busy, job->arena);
    struct pgy_timeline_input input = {
        .week = true,
        .spans = spans.list,
        .nspans = spans.n,
        .profile = person->id,
        .zone = pgy_tz_name(person->tz),
        .remind_at = person->quiet.remind_at,
        .today = job->today,
        .started = job->started,
        .now = now,
        .shares = shares,
        .nshares = n,
        .schema = person->house->schema,
        .journal = &job->journal,
        .revisions = &revisions,
        .shown = &shown,
    };
    job->timeline = pgy_timeline_build(&input);
    pgy_timeline_revisions(job->timeline, &revisions, &changed);
    struct fired_arg arg = {store, person->id};
    struct pgy_due *due;
    size_t ndue;
    pgy_remind_schedule(job->timeline, person->tz, &person->quiet, now, fired, first_seen, &arg,
                        job->arena, &due, &ndue);
    rc = pgy_store_revisions_put(store, person->id, &changed);
    if (rc == 0)
        rc = note_shown(people, job);
    return rc ? rc : pgy_store_due_replace(store, person->id, due, ndue, now);
}

int core_publish_write(struct core_people *people, struct core_job *job, int64_t now)
{
    struct core_profile *profile = job->profile;
    int rc = write_plan(people, job, now);
    profile->work.next_pass = next_pass(people, profile, job->today);
    return rc ? rc
              : pgy_store_profile_wake(people->in.store, profile->person.id,
                                       profile->work.next_pass);
}

void core_publish_written(struct core_people *people, struct core_job *job, int rc, int64_t now)
{
    struct core_profile *profile = job->profile;
    if (rc != 0) {
        /* Nothing of this pass counts; the last plan and its feeds stand. Tried again soon. */
        profile->work.retry_ms = pgy_clock_mono_ms() + PEOPLE_RETRY_MS;
        return;
    }
    profile->work.let_go = false;
    profile->work.renamed = true;
    profile->work.retry_ms = 0;
    profile->work.planned = now;
    core_feeds_render(people, profile, job->timeline);
    pgy_timeline_free(&profile->person.timeline);
    if (people->roll.n <= PEOPLE_KEEP_PROFILES) {
        profile->person.timeline = job->timeline;
        job->timeline = NULL;
    }
}
