/* SPDX-License-Identifier: BSD-2-Clause */
/* What is due when: ladders to instants, quiet hours, catch-up. Pure: takes now and returns values; the store and the core do the rest (DESIGN.md 6). */
#ifndef PGY_REMIND_REMIND_H
#define PGY_REMIND_REMIND_H

#include "base/tz.h"
#include "plan/timeline.h"
#include "store/store.h"

#include <stdbool.h>

/* [quiet], resolved. */
struct pgy_quiet {
    bool on;
    int from, to;      /* minutes since midnight; from > to crosses midnight */
    int remind_at;     /* minutes: when all-day steps fire */
    int digest_at;     /* minutes; -1: none */
    int64_t max_late;  /* seconds */
};
void pgy_quiet_of(const struct pgy_config *config, struct pgy_quiet *quiet);

/* The text an item's steps count from: "2026-11-26", or "2026-11-26T17:00 America/New_York" for a timed one. */
const char *pgy_remind_target(const struct pgy_item *item, const struct pgy_tz *person, struct pgy_arena *arena);
/* UTC second at which a step of an item fires: all-day steps at remind_at of their day in the person's zone; a timed item's 0d step at its instant,
 * its other steps at the same wall time on the earlier day. */
int64_t pgy_remind_instant(const struct pgy_item *item, struct pgyd_step step, const struct pgy_tz *person, const struct pgy_quiet *quiet);
/* UTC second after which a reminder of this item is worthless (its deadline's end; else at + max_late, at least). */
int64_t pgy_remind_expires(const struct pgy_item *item, int64_t at, const struct pgy_tz *person, const struct pgy_quiet *quiet);

/* Every step of every live item that has not fired, with its instant. Steps already past when the item first exists (no firing, no due row was
 * known for this target) fold into one "now" notice for deadlines, windows and alerts; nothing for catch-ups (they go into the first digest) and nothing for done,
 * snoozed (until its day), closed, cancelled items. `fired` answers whether a key exists. */
typedef bool (*pgy_fired_fn)(void *arg, const char *item, const char *target, const char *step);
void pgy_remind_schedule(const struct pgy_timeline *timeline, const struct pgy_tz *person, const struct pgy_quiet *quiet, int64_t now,
                         pgy_fired_fn fired, void *arg, struct pgy_arena *arena, struct pgy_due **due, size_t *n);
/* The digest of a first run: one due row (step "digest") listing catch-ups and what is next; false when there is nothing to say. */
bool pgy_remind_digest(const struct pgy_timeline *timeline, int64_t now, struct pgy_arena *arena, struct pgy_due *due);

/* When a message may leave: now, or the end of the quiet hours; critical ones at once. */
int64_t pgy_quiet_release(const struct pgy_quiet *quiet, const struct pgy_tz *person, uint16_t severity, int64_t now);

/* The outcome of an attempt, by class (reference/delivery.md 1 policy). */
enum pgy_outcome { PGY_DELIVERED, PGY_TRANSIENT, PGY_THROTTLED, PGY_MESSAGE_FATAL, PGY_ENDPOINT_FATAL };
/* Seconds until the next try after `attempts` begun: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, each +-20 % by `random` (0..1). */
int64_t pgy_retry_delay(uint32_t attempts, double random);

/* What to write after an attempt. */
struct pgy_verdict {
    enum pgy_outbox_state state; /* SENT, QUEUED (again at next_try), FAILED, MISSED */
    int64_t next_try;
    int64_t pause_endpoint; /* 0: no; else until (INT64_MAX: until the person acts) */
    bool attempt_counts;    /* false: throttled */
};
struct pgy_verdict pgy_remind_verdict(enum pgy_outcome outcome, uint32_t attempts, int64_t retry_after /* seconds, -1: none */, int64_t expires,
                                      int64_t now, uint32_t endpoint_failures, double random);

/* The JSON payload of an outbox row: {"id","plugin","kind","title","detail","discreet","target","step","severity","due","late"}. New text in arena. */
const char *pgy_remind_payload(const struct pgy_due *due, const char *profile, int64_t now, struct pgy_arena *arena);

#endif
