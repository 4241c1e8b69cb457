/* SPDX-License-Identifier: BSD-2-Clause */
/* What is due when: ladders to instants, quiet hours, catch-up. Pure: takes now and returns values;
 * the store and the core do the rest (architecture 8). */
#ifndef PGY_REMIND_REMIND_H
#define PGY_REMIND_REMIND_H

#include "base/tz.h"
#include "base/when.h"
#include "plan/run.h"
#include "plan/stakes.h"
#include "plan/timeline.h"
#include "remind/due.h"

#include <stdbool.h>

/* Days of night work, and the day after. */
struct pgy_nights {
    pgy_day from, to; /* both included */
};
enum { PGY_NIGHTS = 32 /* of more sections the last ones count */ };

/* [quiet], resolved. */
struct pgy_quiet {
    bool on;
    int from, to;  /* minutes since midnight; from > to crosses midnight */
    int remind_at; /* minutes: when the steps of a day fire … */
    int nights_at; /* … and those of a day within `nights` */
    int digest_at; /* minutes; -1: none */
    struct pgy_weekly brief;
    int64_t max_late; /* seconds */
    bool oncall;      /* hold while on call, too */
    /* by start; borrowed: whoever has them sets them after pgy_quiet_of */
    const struct pgy_shift *shifts;
    size_t nshifts;
    struct pgy_nights nights[PGY_NIGHTS];
    size_t nnights;
};
/* Seconds that calls hold a message at most: nobody is on duty longer at a stretch, and a week of
 * home call must not hold a week's reminders. */
enum { PGY_ONCALL_HOLD = 36 * 3600 };
void pgy_quiet_of(const struct pgy_config *config, struct pgy_quiet *quiet);
/* The minute of that day at which its steps fire: remind_at, or nights_at. */
int pgy_quiet_hour(const struct pgy_quiet *quiet, pgy_day day);
/* Thanksgiving, December 25 and January 1: nothing but what cannot be repaired. */
bool pgy_quiet_holiday(pgy_day day);

/* The text an item's steps count from: "2026-11-26"; a timed one "2026-11-26T17:00
 * America/New_York", or without the zone when it is the person's (a changed zone is not a new
 * key). */
const char *pgy_remind_target(const struct pgy_item *item, struct pgy_arena *arena);
/* UTC second at which a step of an item fires, on the person's clock: the days of a deadline, and
 * of what has no time, at the hour of that day; the -2h of a timed one so long before its instant;
 * of a timed appointment at the same wall time on the other day. A 0d step whose hour leaves no
 * business time on a business day moves to the day before. INT64_MIN: that day is out of range. */
int64_t pgy_remind_instant(const struct pgy_item *item, const struct pgy_rung *rung,
                           const struct pgy_tz *person, const struct pgy_quiet *quiet);
/* UTC second at which what an item's steps count to is over: a timed deadline's own, else the end
 * of the day. */
int64_t pgy_remind_end(const struct pgy_item *item, const struct pgy_tz *person);

/* Whether a key exists. */
typedef bool (*pgy_fired_fn)(void *arg, const char *item, const char *target, const char *step);
/* When an item was first seen with this target; `when`, written down, if never before
 * (pgy_store_seen). */
typedef int64_t (*pgy_seen_fn)(void *arg, const char *item, const char *target, int64_t when);
/* Every step of every live item that has not fired and is not for the brief, with its instant; also
 * those that came due while nobody looked: `at` is then past.
 * - Steps already past when the item was first seen with this target are nobody's; what comes in
 * the first 15 minutes comes at their end. A moved target is first seen anew.
 * - A fatal item that is first seen when no step is left before its day gives one "now" after those
 * 15 minutes; not in the first run (today is `started` and the digest has not fired), whose digest
 * says it. `seen` is then asked with -now.
 * - Nothing for what is over, done, cancelled, unpublished or a catch-up.
 * - Snoozed: of costly and fatal items, and of those with steps that the person typed, what falls
 * before remind_at of the day it ends is replaced by one step "snooze DATE" then; not when the item
 * is over by then. */
void pgy_remind_schedule(const struct pgy_timeline *timeline, const struct pgy_tz *person,
                         const struct pgy_quiet *quiet, int64_t now, pgy_fired_fn fired,
                         pgy_seen_fn seen, void *arg, struct pgy_arena *arena, struct pgy_due **due,
                         size_t *n);
/* The first message: one due row (item "", target `started`, step "digest") with today's lines and,
 * where all is told, the calendar's link (NULL: none). A first run with nothing to list says so,
 * which shows that messages arrive. */
void pgy_remind_first(const struct pgy_timeline *timeline, const struct pgy_tz *person,
                      const char *link, int64_t now, struct pgy_arena *arena, struct pgy_due *due);

/* The next brief as one due row (item "", step PGY_BRIEF, target its day): the lines of the
 * timeline's day at that hour. It is made anew each day until then, so that one is there when
 * nobody could plan that day. false: none is to come. Texts in the arena. */
#define PGY_BRIEF "brief"
bool pgy_brief_make(const struct pgy_timeline *timeline, const struct pgy_tz *person,
                    const struct pgy_quiet *quiet, struct pgy_arena *arena, struct pgy_due *due);

/* What becomes of a due row when its time has come (architecture 12). The key is written in every
 * case. */
enum pgy_fate {
    PGY_FATE_SEND,
    PGY_FATE_LATE, /* send, labeled with the time it was due: pgy_remind_payload does that */
    /* a later step of the same item and target is due too and says it all: no message */
    PGY_FATE_SUPERSEDED,
    PGY_FATE_MISSED, /* expired: no message of its own; the next digest says it */
};
enum { PGY_LATE_AFTER = 600 }; /* seconds */
/* Of row i among the n that are due (profiles as pgy_store_due gave them). */
enum pgy_fate pgy_remind_fate(const struct pgy_due *list, const char *const *profiles, size_t n,
                              size_t i, int64_t now);

/* [quiet] digest_at. When the digest of what is due at `since` leaves: the first digest_at, in the
 * person's zone, at or after it (what is due at digest_at itself need not wait a day); `since`
 * itself when it is not set. */
int64_t pgy_digest_instant(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                           int64_t since);
/* Whether a due item of this fate is gathered, and until when, in place of a message of its own:
 * - info ones when digest_at is set; not a deadline's or window's that runs out before the digest
 * leaves;
 * - nudges (all but deadlines and windows) that were missed while nobody could send, of any
 * severity: one digest says them all, at once without digest_at (architecture 12). */
bool pgy_digest_gathers(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                        const struct pgy_due *due, enum pgy_fate fate, int64_t *leaves);
/* The digest of n reminders as one due row (item "", step "digest", target the day of `at`): the
 * gravest in its title, at most five in its lines. Texts in the arena. */
void pgy_digest_message(const struct pgy_due *const *list, size_t n, const struct pgy_tz *person,
                        int64_t at, struct pgy_arena *arena, struct pgy_due *due);

/* When a message may leave: now, or the end of the quiet hours and, with `oncall`, of the calls
 * (PGY_ONCALL_HOLD at most), in days of night work not before nights_at; critical ones at once. */
int64_t pgy_quiet_release(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                          uint16_t severity, int64_t now);
/* ---- leave.c ---- */
/* When a reminder that may leave for a place since an instant does so; waits: [quiet] holds there.
 * - A critical one at once. Others wait for digest_at and the end of the quiet hours, and on a
 * holiday, unless they are fatal, for the next morning.
 * - One that would be worthless by then leaves at once: held is never dropped (architecture 12). */
int64_t pgy_leave_at(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                     const struct pgy_due *due, bool waits, int64_t since);
/* The next morning's message: the hour of reminders of the day after `now`. */
int64_t pgy_leave_tomorrow(const struct pgy_quiet *quiet, const struct pgy_tz *person, int64_t now);

/* An item as plan --json prints it, with the instants its reminders leave; a new reference. */
json_t *pgy_remind_item_json(const struct pgy_item *item, const struct pgy_tz *person,
                             const struct pgy_quiet *quiet);
/* A reminder in one line, as it is from the moment it leaves: "Answer Mercy General: by Fri Dec 4,
 * 5 PM (6 days left). Next: Ask for the full contract"; discreet: "An offer answer is due Fri Dec
 * 4, 5 PM (6 days left)". Without an item: its title. */
const char *pgy_remind_said(const struct pgy_due *due, bool discreet, const struct pgy_tz *person,
                            int64_t leaves, struct pgy_arena *arena);
/* The JSON payload of an outbox row: {"id", "profile", "plugin", "kind", "title", "text", "detail",
 * "next", "discreet", "hint", "target", "step", "severity", "due", "late", "was_due"}. text: title,
 * day, how long it is from the moment it leaves, what to do next; discreet: hint, day and how long.
 * due is UTC, RFC 3339; late: over PGY_LATE_AFTER, was_due then its moment in words, "" where the
 * text names the day. New text in arena. */
const char *pgy_remind_payload(const struct pgy_due *due, const char *profile,
                               const struct pgy_tz *person, int64_t now, int64_t leaves,
                               struct pgy_arena *arena);

#endif
