/* SPDX-License-Identifier: BSD-2-Clause */
/* What is due becomes messages: the firing's key and its outbox rows in one transaction. When it is
 * due was computed when the plan was made. */
#include "core/post/inside.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"

#include <string.h>

enum { FIRE_BATCH = 100 };

static const char *type_of(const struct pgy_due *due)
{
    return strcmp(due->step, "digest") == 0    ? "digest"
           : strcmp(due->step, PGY_BRIEF) == 0 ? "brief"
                                               : "reminder.due";
}

/* To each place that is told of it; what can be repaired not into a silence. */
static int tell(struct core_post *post, const struct core_person *person, const struct pgy_due *due,
                int64_t now)
{
    struct core_reach reach;
    int64_t row;
    int rc = core_post_reach(post, person, due, now, &reach);
    if (rc == 0 && reach.silent && due->stakes != PGYD_FATAL)
        return core_post_ask_reach(post, person, &reach, now);
    if (rc == 0 && !*due->item)
        return core_post_enqueue(post, person, NULL, due, type_of(due), NULL, now, &row);
    for (size_t i = 0; rc == 0 && i < pgy_config_count(person->config, "notify"); i++) {
        const char *id = pgy_config_nth(person->config, "notify", i)->id;
        if (core_post_reaches(person->config, id, due, &reach))
            rc = core_post_gather(post, person, id, due, now);
    }
    return rc;
}

static int fire_one(struct core_post *post, const struct core_person *person,
                    const struct pgy_due *due, enum pgy_fate fate, int64_t now)
{
    int64_t leaves;
    int rc = pgy_store_fire(post->store, person->id, due, now);
    if (rc == PGY_EEXISTS)
        return 0;
    /* A later step says what an earlier one that has not left yet would have said. */
    if (rc == 0)
        rc = pgy_store_gathered_drop(post->store, person->id, due->item, due->target);
    if (rc != 0 || fate == PGY_FATE_SUPERSEDED)
        return rc;
    if (fate != PGY_FATE_MISSED ||
        pgy_digest_gathers(&person->quiet, person->tz, due, fate, &leaves))
        return tell(post, person, due, now);
    pgy_warn("step %s of '%s' (%s) came due while pgyd could not send it and is worthless now: not "
             "sent",
             due->step, due->item, person->id);
    return *due->item ? core_post_gather_missed(post, person->id, due, "", now) : 0;
}

/* A later step may lie beyond the batch: after days without power it is far behind in an office's
 * list. */
static int fate_of(struct core_post *post, const struct pgy_due *due, const char **profiles,
                   size_t n, size_t i, int64_t now, enum pgy_fate *fate)
{
    *fate = pgy_remind_fate(due, profiles, n, i, now);
    if (!*due[i].item || (*fate != PGY_FATE_SEND && *fate != PGY_FATE_LATE))
        return 0;
    int later = pgy_store_due_later(post->store, profiles[i], &due[i], now);
    if (later > 0)
        *fate = PGY_FATE_SUPERSEDED;
    return later < 0 ? later : 0;
}

/* Fires one batch in one transaction; true when there may be more. *waiting counts rows at the head
 * of the list that have to wait: they hold up nobody behind them. */
static bool fire_batch(struct core_post *post, size_t *waiting, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_due *due;
    const char **profiles;
    size_t n = 0;
    int rc = pgy_store_due(post->store, now, *waiting, FIRE_BATCH, arena, &due, &profiles, &n);
    if (rc == 0 && n == 0)
        return false;
    if (rc == 0)
        rc = pgy_store_begin(post->store);
    if (rc != 0) {
        core_health_failed(post->health, "reading what is due", rc);
        return false;
    }
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct core_person *person = core_roll_find(post->roll, profiles[i]);
        enum pgy_fate fate;
        if (!core_person_served(person)) {
            /* Its key must not be spent before its endpoints, and the calls that hold its messages,
             * are known. */
            post->due_waits = true;
            (*waiting)++;
            continue;
        }
        rc = fate_of(post, due, profiles, n, i, now, &fate);
        if (rc == 0)
            rc = fire_one(post, person, &due[i], fate, now);
    }
    rc = core_health_end(post->health, rc, "firing reminders");
    return rc == 0 && n == FIRE_BATCH;
}

void core_post_fire(struct core_post *post, int64_t now)
{
    size_t waiting = 0;
    if (!core_guard_look(post->guard, now, pgy_clock_mono_ms()))
        return;
    core_post_expire(post, now);
    post->due_waits = false;
    while (fire_batch(post, &waiting, now))
        continue;
    core_post_digest(post, now);
}
