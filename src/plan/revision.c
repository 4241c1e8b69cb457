/* SPDX-License-Identifier: BSD-2-Clause */
/* Which revision of an item is published, by what a client shows of it. When a timeline is built is
 * timeline.c's, where revisions are kept the store's. */
#include "plan/stakes.h"
#include "plan/timeline.h"

#include <stdlib.h>
#include <string.h>

static int by_id(const void *key, const void *element)
{
    return strcmp(key, ((const struct pgy_revision *)element)->id);
}

static const struct pgy_revision *find_revision(const struct pgy_revisions *revisions,
                                                const char *id)
{
    return revisions && revisions->n
               ? bsearch(id, revisions->list, revisions->n, sizeof *revisions->list, by_id)
               : NULL;
}

static uint64_t mixed(uint64_t hash, uint64_t mark)
{
    return (hash ^ mark) * UINT64_C(0x100000001b3);
}

static uint64_t mixed_text(uint64_t hash, const char *text)
{
    for (const char *c = text ? text : ""; *c; c++)
        hash = mixed(hash, (unsigned char)*c);
    return hash;
}

/* What a client shows beyond the planned fields, mixed into the item's hash: also its color, and
 * the person's zone and hour of alarms, where they tell when it is or rings. */
static uint64_t shown_hash(const struct pgy_item *item, const struct pgy_timeline_input *input)
{
    struct pgy_rung rungs[PGY_RUNGS];
    uint32_t n = pgy_stakes_ladder(item, rungs);
    bool all_day = item->start_minute < 0;
    bool rings =
        pgy_stakes_rings(rungs, n) && item->done_on == PGY_NO_DAY && item->state != PGY_CANCELLED;
    uint64_t marks[] = {item->done_on != PGY_NO_DAY, item->state == PGY_CANCELLED,
                        item->snoozed_until == PGY_NO_DAY ? 0
                                                          : (uint64_t)(uint32_t)item->snoozed_until,
                        item->catch_up, all_day && rings ? (uint64_t)input->remind_at + 1 : 0};
    uint64_t hash = pgy_item_hash(item);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        hash = mixed(hash, marks[i]);
    if (item->by != item->end && item->start != item->end)
        hash = mixed(hash, (uint64_t)(uint32_t)item->by);
    for (uint32_t i = 0; rings && i < n; i++) {
        if (!rungs[i].brief)
            hash = mixed(hash, (uint64_t)(uint32_t)rungs[i].day << 8 | rungs[i].step.severity);
    }
    hash = mixed_text(hash, item->stakes == PGYD_FATAL ? "fatal" : item->color);
    const bool in_zone = all_day ? rings : !item->zone;
    return in_zone ? mixed_text(hash, input->zone) : hash;
}

void pgy_item_revise(struct pgy_item *item, const struct pgy_timeline_input *input)
{
    const struct pgy_revision *before = find_revision(input->revisions, item->id);
    const int64_t now = input->now;
    item->hash = shown_hash(item, input);
    if (!before) {
        item->sequence = 0;
        item->created = item->revised = now;
        return;
    }
    bool same = before->hash == item->hash;
    item->sequence = before->sequence + !same;
    item->created = before->created;
    item->revised = same ? before->revised : now > before->revised ? now : before->revised + 1;
}

static void add_changed(const struct pgy_item *items, size_t n, const struct pgy_revisions *before,
                        struct pgy_revisions *changed)
{
    for (size_t i = 0; i < n; i++) {
        const struct pgy_item *item = &items[i];
        const struct pgy_revision *old = find_revision(before, item->id);
        if (old && old->hash == item->hash && old->sequence == item->sequence)
            continue;
        struct pgy_revision *r =
            pgy_arena_push(changed->arena, &changed->list, &changed->n, &changed->cap, sizeof *r);
        *r = (struct pgy_revision){
            .id = item->id,
            .hash = item->hash,
            .sequence = item->sequence,
            .revised = item->revised,
            .created = item->created,
            .cancelled = item->cancelled_on,
        };
    }
}

void pgy_timeline_revisions(const struct pgy_timeline *timeline, const struct pgy_revisions *before,
                            struct pgy_revisions *changed)
{
    *changed = (struct pgy_revisions){.arena = timeline->arena};
    add_changed(timeline->items, timeline->n, before, changed);
    add_changed(timeline->spans, timeline->nspans, before, changed);
}
