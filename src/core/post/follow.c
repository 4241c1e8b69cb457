/* SPDX-License-Identifier: BSD-2-Clause */
/* What is queued and gathered follows a new plan, inside the transaction that writes it. The plan
 * itself, and what is due by it, are the people desk's. */
#include "core/post/inside.h"

#include "base/err.h"

#include <string.h>

/* The target of an item that still wants to be reminded of; NULL: done, cancelled, snoozed or
 * gone. */
static const char *live_target(const struct core_plan *plan, const char *id)
{
    const struct pgy_item *item = pgy_timeline_find(plan->timeline, id);
    bool live = item && pgy_item_live(item) && item->state != PGY_SNOOZED;
    return live ? pgy_remind_target(item, plan->arena) : NULL;
}

/* Queued messages about what moved, was done, or is no longer planned must not leave. */
static int cancel_outdated(struct core_post *post, const struct core_plan *plan)
{
    const char *profile = plan->person->id, **items, **targets;
    size_t n;
    int rc = pgy_store_outbox_pending(post->store, profile, plan->arena, &items, &targets, &n);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const char *target = live_target(plan, items[i]);
        int64_t cancelled;
        if (!target || strcmp(target, targets[i]) != 0)
            rc = pgy_store_outbox_cancel(post->store, profile, items[i], target, plan->now,
                                         &cancelled);
    }
    return rc;
}

/* The other way about: a slip that was taken back, a date that was moved there and back. What a
 * snooze took out stays out, for its own step says it all. */
static int revive_withdrawn(struct core_post *post, const struct core_plan *plan)
{
    const char *profile = plan->person->id, **items, **targets;
    size_t n;
    int rc = pgy_store_outbox_withdrawn(post->store, profile, plan->now, plan->arena, &items,
                                        &targets, &n);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct pgy_item *item = pgy_timeline_find(plan->timeline, items[i]);
        const char *target = live_target(plan, items[i]);
        int64_t revived;
        if (target && item->snoozed_until == PGY_NO_DAY && strcmp(target, targets[i]) == 0)
            rc = pgy_store_outbox_revive(post->store, profile, items[i], target, plan->now,
                                         &revived);
    }
    return rc;
}

/* What was not told in time is told though it is over by now, unless the person did it. */
static bool is_missed(const struct core_plan *plan, const struct pgy_due *due)
{
    const struct pgy_item *item = strcmp(due->step, CORE_POST_MISSED) == 0
                                      ? pgy_timeline_find(plan->timeline, due->item)
                                      : NULL;
    return item &&
           (item->state == PGY_MISSED || item->state == PGY_LAPSED || item->state == PGY_CLOSED) &&
           strcmp(pgy_remind_target(item, plan->arena), due->target) == 0;
}

static bool is_outdated(const struct core_plan *plan, const struct pgy_due *due)
{
    const char *target = live_target(plan, due->item);
    return (!target || strcmp(target, due->target) != 0) && !is_missed(plan, due);
}

/* A message of several that has not left, part of which is over: the rest is told anew. */
static int unpack(struct core_post *post, const struct core_plan *plan, int64_t id)
{
    struct pgy_outbox_row row;
    struct core_told told;
    bool outdated = false;
    int rc = pgy_store_outbox_get(post->store, id, plan->arena, &row);
    if (rc != 0)
        return rc;
    core_post_told(&row, plan->arena, &told);
    for (size_t i = 0; i < told.n && !outdated; i++)
        outdated = is_outdated(plan, &told.list[i]);
    if (!outdated || !told.whole)
        return 0;
    rc = pgy_store_outbox_unsay(post->store, id);
    /* What is over among it is parked by follow_gathered: a slip may be taken back. */
    for (size_t i = 0; rc == 0 && i < told.n; i++)
        rc = core_post_gather(post, plan->person, row.endpoint, &told.list[i], plan->now);
    return rc;
}

static int unpack_outdated(struct core_post *post, const struct core_plan *plan)
{
    int64_t *ids;
    size_t n;
    int rc = pgy_store_outbox_digests(post->store, plan->person->id, plan->arena, &ids, &n);
    for (size_t i = 0; rc == 0 && i < n; i++)
        rc = unpack(post, plan, ids[i]);
    return rc;
}

/* When a gathered row leaves: a missed deadline at once, whatever [quiet] says. */
static int64_t leaves_at(const struct core_person *person, const struct pgy_gathered *row)
{
    return strcmp(row->due.step, CORE_POST_MISSED) == 0
               ? row->due.at
               : pgy_leave_at(&person->quiet, person->tz, &row->due,
                              core_post_waits(person->config, row->endpoint), row->since);
}

/* What is over, but may have been a slip, does not leave until it is taken back; what a snooze put
 * off comes by its own step. */
static int park(struct core_post *post, const struct core_plan *plan,
                const struct pgy_gathered *row)
{
    const struct pgy_item *item = pgy_timeline_find(plan->timeline, row->due.item);
    const char *profile = plan->person->id;
    if (row->due.expires < plan->now || (item && item->state == PGY_SNOOZED))
        return pgy_store_gathered_drop(post->store, profile, row->due.item, row->due.target);
    return row->leaves == INT64_MAX ? 0
                                    : pgy_store_gathered_move(post->store, profile, row, INT64_MAX);
}

/* What is done, moved or snoozed leaves the digest, the rest follows a changed hour, zone or call.
 */
static int follow_gathered(struct core_post *post, const struct core_plan *plan)
{
    const struct core_person *person = plan->person;
    struct pgy_gathered *rows;
    size_t n;
    int rc = pgy_store_gathered(post->store, person->id, plan->arena, &rows, &n);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const int64_t leaves = leaves_at(person, &rows[i]);
        if (is_outdated(plan, &rows[i].due))
            rc = park(post, plan, &rows[i]);
        else if (leaves != rows[i].leaves)
            rc = pgy_store_gathered_move(post->store, person->id, &rows[i], leaves);
    }
    return rc;
}

static int tell_first(struct core_post *post, const struct core_plan *plan)
{
    struct pgy_due digest;
    int64_t row;
    if (!plan->first)
        return 0;
    pgy_remind_first(plan->timeline, plan->person->tz, plan->link, plan->now, plan->arena, &digest);
    int rc = pgy_store_fire(post->store, plan->person->id, &digest, plan->now);
    if (rc != 0)
        return rc == PGY_EEXISTS ? 0 : rc;
    return core_post_enqueue(post, plan->person, NULL, &digest, "digest", NULL, plan->now, &row);
}

int core_post_follow(struct core_post *post, const struct core_plan *plan)
{
    int rc = cancel_outdated(post, plan);
    if (rc == 0)
        rc = revive_withdrawn(post, plan);
    if (rc == 0)
        rc = unpack_outdated(post, plan);
    if (rc == 0)
        rc = follow_gathered(post, plan);
    return rc == 0 ? tell_first(post, plan) : rc;
}
