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

/* When a gathered row leaves: a missed deadline at once, whatever [quiet] says. */
static int64_t leaves_at(const struct core_person *person, const struct pgy_due *due)
{
    return strcmp(due->step, CORE_POST_MISSED) == 0
               ? due->at
               : pgy_digest_instant(&person->quiet, person->tz, due->at);
}

/* What is done, moved or snoozed leaves the digest, the rest follows a changed digest_at or zone.
 */
static int follow_gathered(struct core_post *post, const struct core_plan *plan)
{
    const struct core_person *person = plan->person;
    struct pgy_gathered *rows;
    size_t n;
    int rc = pgy_store_gathered(post->store, person->id, plan->arena, &rows, &n);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct pgy_due *due = &rows[i].due;
        const char *target = live_target(plan, due->item);
        int64_t leaves = leaves_at(person, due);
        if (!target || strcmp(target, due->target) != 0)
            rc = pgy_store_gathered_drop(post->store, person->id, due->item, due->target);
        else if (leaves != rows[i].leaves)
            rc = pgy_store_gathered_move(post->store, person->id, due, leaves);
    }
    return rc;
}

static int tell_first(struct core_post *post, const struct core_plan *plan)
{
    struct pgy_due digest;
    int64_t row;
    if (!plan->first)
        return 0;
    pgy_remind_first(plan->timeline, plan->person->tz, plan->now, plan->arena, &digest);
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
        rc = follow_gathered(post, plan);
    return rc == 0 ? tell_first(post, plan) : rc;
}
