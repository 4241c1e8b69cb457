/* SPDX-License-Identifier: BSD-2-Clause */
/* Looking people up, and the timeline of one, from what is kept or stored. Nothing here changes a
 * person: that is the people desk's. */
#include "core/roll.h"

#include "calendar/choice.h"
#include "plan/batch.h"
#include "plan/spans.h"

#include <string.h>

const struct core_person *core_roll_find(const struct core_roll *roll, const char *id)
{
    for (const struct core_person *p = roll->first; p; p = p->next) {
        if (p->id && strcmp(p->id, id) == 0)
            return p;
    }
    return NULL;
}

const struct core_person *core_roll_born(const struct core_roll *roll, uint64_t born)
{
    const struct core_person *p = roll->first;
    while (p && p->born != born)
        p = p->next;
    return p;
}

bool core_person_served(const struct core_person *person)
{
    return person && person->config && (!person->quiet.oncall || person->shifts_known);
}

pgy_day core_person_today(const struct core_person *person, int64_t now)
{
    return pgy_tz_day(person->tz, now, NULL);
}

bool core_person_has_feed(const struct core_person *person, const char *feed)
{
    const struct pgy_declaration *plugin = pgy_schema_plugin(person->house->schema, feed);
    return pgy_choice_name(feed) || (plugin && plugin->listed);
}

/* Reads the last merged batch of every listed plugin. */
static size_t stored_shares(const struct core_person *person, struct pgy_store *store,
                            struct pgy_arena *arena, struct pgy_share *shares)
{
    const struct pgy_schema *schema = person->house->schema;
    size_t n = 0;
    for (size_t i = 0; i < schema->nplugins; i++) {
        const char *plugin = schema->plugins[i].plugin, *version;
        const void *frames;
        uint64_t inputs;
        size_t len;
        int64_t when;
        struct pgy_batch *batch = pgy_arena_alloc(arena, sizeof *batch);
        if (!schema->plugins[i].listed ||
            pgy_store_batch_get(store, person->id, plugin, arena, &version, &inputs, &frames, &len,
                                &when) != 0 ||
            pgy_batch_read(plugin, version, frames, len, arena, batch) != 0)
            continue;
        shares[n++].batch = batch;
    }
    return n;
}

struct pgy_timeline *core_person_timeline(const struct core_person *person, struct pgy_store *store,
                                          int64_t now, bool *owned)
{
    *owned = false;
    if (person->timeline || !person->config)
        return person->timeline;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    struct pgy_revisions revisions = {.arena = arena};
    struct pgy_shown_list shown;
    if (pgy_store_journal(store, person->id, &journal) != 0 ||
        pgy_store_revisions(store, person->id, &revisions) != 0 ||
        pgy_store_shown(store, person->id, arena, &shown) != 0)
        return NULL;
    pgy_journal_merge(&journal, person->config);
    pgy_day started = pgy_journal_started(&journal);
    if (started == PGY_NO_DAY)
        return NULL;
    struct pgy_share *shares =
        pgy_arena_array(arena, person->house->schema->nplugins + 1, sizeof *shares);
    const struct pgy_spans_input busy = {person->config, person->quiet.shifts,
                                         person->quiet.nshifts, person->tz,
                                         core_person_today(person, now)};
    const struct pgy_spans spans = pgy_spans_make(&busy, arena);
    struct pgy_timeline_input input = {
        .week = true,
        .spans = spans.list,
        .nspans = spans.n,
        .profile = person->id,
        .zone = pgy_tz_name(person->tz),
        .remind_at = person->quiet.remind_at,
        .today = busy.today,
        .started = started,
        .now = now,
        .shares = shares,
        .nshares = stored_shares(person, store, arena, shares),
        .schema = person->house->schema,
        .journal = &journal,
        .revisions = &revisions,
        .shown = &shown,
    };
    *owned = true;
    return pgy_timeline_build(&input);
}
