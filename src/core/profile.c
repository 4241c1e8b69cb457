/* SPDX-License-Identifier: BSD-2-Clause */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"

#include <stdlib.h>
#include <string.h>

struct core_house *core_house_ref(struct core_house *house)
{
    if (house)
        house->refs++;
    return house;
}

void core_house_unref(struct core_house **house)
{
    if (!*house)
        return;
    if (--(*house)->refs == 0) {
        pgy_house_free(&(*house)->house);
        free(*house);
    }
    *house = NULL;
}

struct core_profile *core_profile_find(struct pgy_core *core, const char *id)
{
    for (struct core_profile *p = core->profiles; p; p = p->next) {
        if (p->id && strcmp(p->id, id) == 0)
            return p;
    }
    return NULL;
}

struct core_profile *core_profile_add(struct pgy_core *core, const char *file, bool in_folder)
{
    struct core_profile **end = &core->profiles;
    for (; *end; end = &(*end)->next) {
        if (strcmp((*end)->file, file) == 0)
            return *end;
    }
    struct core_profile *profile = calloc(1, sizeof *profile);
    char *copy = strdup(file);
    if (!profile || !copy)
        abort();
    profile->file = copy;
    profile->in_folder = in_folder;
    profile->notes = pgy_arena_new();
    profile->oncall = pgy_oncall_new();
    *end = profile;
    core->nprofiles++;
    return profile;
}

static void drop_feeds(struct core_profile *profile)
{
    for (size_t i = 0; i < profile->nfeeds; i++)
        pgy_feed_free(&profile->feeds[i].feed);
    profile->nfeeds = 0;
}

void core_profile_free(struct core_profile *profile)
{
    drop_feeds(profile);
    pgy_timeline_free(&profile->timeline);
    pgy_config_free(&profile->config);
    core_house_unref(&profile->house);
    pgy_tz_free(&profile->tz);
    pgy_arena_free(&profile->notes);
    pgy_arena_free(&profile->shifts_arena);
    pgy_oncall_free(&profile->oncall);
    for (size_t i = 0; i < profile->nplugins; i++) {
        free(profile->plugins[i].version);
        free(profile->plugins[i].failure);
    }
    free(profile->plugins);
    free(profile->file);
    free(profile->id);
    free(profile);
}

void core_profile_drop(struct pgy_core *core, struct core_profile *profile)
{
    for (struct core_profile **p = &core->profiles; *p; p = &(*p)->next) {
        if (*p != profile)
            continue;
        *p = profile->next;
        core->nprofiles--;
        core_job_forget(core, profile);
        core_clients_lose(core, profile);
        core_profile_free(profile);
        return;
    }
}

int core_profile_let_go(struct pgy_core *core, const char *id)
{
    int rc = pgy_store_profile_wake(core->store, id, INT64_MAX);
    if (rc == 0)
        rc = pgy_store_due_replace(core->store, id, NULL, 0);
    if (rc == 0)
        rc = pgy_store_gathered_move(core->store, id, NULL, INT64_MAX);
    if (rc != 0)
        core_store_failed(core, "letting a profile go", rc);
    return rc;
}

void core_profile_notes(struct core_profile *profile, const struct pgy_problems *problems)
{
    pgy_arena_free(&profile->notes);
    profile->notes = pgy_arena_new();
    struct pgy_problems copy = {.arena = profile->notes};
    for (size_t i = 0; i < problems->n; i++) {
        const struct pgy_problem *p = &problems->list[i];
        pgy_problem_add(&copy, p->error, p->file, p->line, p->section, p->key, p->remedy, "%s",
                        p->message);
    }
    profile->problems = copy.list;
    profile->nproblems = copy.n;
    profile->nerrors = copy.errors;
}

/* Puts a checked configuration in force. Takes it over; on failure it is freed and what was in
 * force stays. */
int core_profile_use(struct pgy_core *core, struct core_profile *profile, struct core_house *house,
                     struct pgy_config *config, bool accepted)
{
    struct pgy_tz *tz = NULL;
    int rc = pgy_tz_load(pgy_config_text(config, "person", "", "timezone", "UTC"), &tz);
    struct core_profile *other = core_profile_find(core, config->profile);
    if (rc == 0 && other && other != profile) {
        pgy_error(
            "profile '%s' of '%s' is also the id of '%s': give one of them another [person] id",
            config->profile, profile->file, other->file);
        rc = PGY_EEXISTS;
    }
    if (rc != 0) {
        pgy_tz_free(&tz);
        pgy_config_free(&config);
        return rc;
    }
    if (!profile->id || strcmp(profile->id, config->profile) != 0) {
        /* Another id is another person: what was due of the old one must not wait for ever. */
        if (profile->id)
            (void)core_profile_let_go(core, profile->id);
        free(profile->id);
        profile->id = strdup(config->profile);
        if (!profile->id)
            abort();
        pgy_timeline_free(&profile->timeline);
    }
    /* Zone, name and hour of alarms are part of a feed's bytes. */
    drop_feeds(profile);
    pgy_config_free(&profile->config);
    core_house_unref(&profile->house);
    pgy_tz_free(&profile->tz);
    profile->config = config;
    profile->accepted = accepted;
    profile->house = core_house_ref(house);
    profile->tz = tz;
    pgy_quiet_of(config, &profile->quiet);
    profile->quiet.shifts = profile->shifts;
    profile->quiet.nshifts = profile->nshifts;
    return 0;
}

void core_profile_shifts(struct core_profile *profile)
{
    size_t n;
    const struct pgy_shift *shifts = pgy_oncall_shifts(profile->oncall, &n);
    pgy_arena_free(&profile->shifts_arena);
    profile->shifts_arena = pgy_arena_new();
    profile->shifts = pgy_arena_array(profile->shifts_arena, n + 1, sizeof *profile->shifts);
    for (size_t i = 0; i < n; i++)
        profile->shifts[i] =
            (struct pgy_shift){shifts[i].start, shifts[i].end,
                               pgy_arena_strdup(profile->shifts_arena, shifts[i].name)};
    profile->quiet.shifts = profile->shifts;
    profile->quiet.nshifts = profile->nshifts = n;
    profile->shifts_known = true;
    for (const char *news = pgy_oncall_news(profile->oncall); news;
         news = pgy_oncall_news(profile->oncall))
        pgy_warn("%s", news);
}

pgy_day core_today(const struct core_profile *profile, int64_t now)
{
    return pgy_tz_day(profile->tz, now, NULL);
}

struct core_plugin *core_plugin_of(struct pgy_core *core, struct core_profile *profile,
                                   const char *name)
{
    for (size_t i = 0; i < profile->nplugins; i++) {
        if (strcmp(profile->plugins[i].name, name) == 0)
            return &profile->plugins[i];
    }
    struct core_plugin *grown = realloc(profile->plugins, (profile->nplugins + 1) * sizeof *grown);
    if (!grown)
        abort();
    profile->plugins = grown;
    struct core_plugin *plugin = &grown[profile->nplugins++];
    *plugin = (struct core_plugin){.name = pgy_arena_strdup(core->arena, name)};
    return plugin;
}

/* Reads the last merged batch of every listed plugin. */
static size_t stored_shares(struct pgy_core *core, const struct core_profile *profile,
                            struct pgy_arena *arena, struct pgy_share *shares)
{
    const struct pgy_schema *schema = profile->house->house->schema;
    size_t n = 0;
    for (size_t i = 0; i < schema->nplugins; i++) {
        const char *version;
        const void *frames;
        uint64_t inputs;
        size_t len;
        int64_t when;
        struct pgy_batch *batch = pgy_arena_alloc(arena, sizeof *batch);
        if (!schema->plugins[i].listed ||
            pgy_store_batch_get(core->store, profile->id, schema->plugins[i].plugin, arena,
                                &version, &inputs, &frames, &len, &when) != 0 ||
            pgy_batch_read(schema->plugins[i].plugin, version, frames, len, arena, batch) != 0)
            continue;
        shares[n++].batch = batch;
    }
    return n;
}

struct pgy_timeline *core_timeline(struct pgy_core *core, struct core_profile *profile, bool *owned)
{
    *owned = false;
    if (profile->timeline || !profile->config)
        return profile->timeline;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    struct pgy_revisions revisions = {.arena = arena};
    if (pgy_store_journal(core->store, profile->id, &journal) != 0 ||
        pgy_store_revisions(core->store, profile->id, &revisions) != 0)
        return NULL;
    pgy_journal_merge(&journal, profile->config);
    pgy_day started = pgy_journal_started(&journal);
    if (started == PGY_NO_DAY)
        return NULL;
    int64_t now = pgy_clock_now();
    struct pgy_share *shares =
        pgy_arena_array(arena, profile->house->house->schema->nplugins + 1, sizeof *shares);
    struct pgy_timeline_input input = {
        .profile = profile->id,
        .zone = pgy_tz_name(profile->tz),
        .remind_at = profile->quiet.remind_at,
        .today = core_today(profile, now),
        .started = started,
        .now = now,
        .shares = shares,
        .nshares = stored_shares(core, profile, arena, shares),
        .schema = profile->house->house->schema,
        .journal = &journal,
        .revisions = &revisions,
    };
    *owned = true;
    return pgy_timeline_build(&input);
}
