/* SPDX-License-Identifier: BSD-2-Clause */
/* When an item's harm is final, and how that is said to a person: by which day, at what time, how
 * long. The same words on every surface. Pure. */
#ifndef PGY_PLAN_BY_H
#define PGY_PLAN_BY_H

#include "plan/item.h"

/* A day further away than this carries its year. */
enum { PGY_BY_YEAR = 300 };

/* UTC second at which `by` is over: its time where it has one, else the end of the person's day. */
int64_t pgy_by_instant(const struct pgy_item *item, const struct pgy_tz *person);
/* "Fri Dec 4", or "Fri Dec 4, 2028" when that is far from today. */
const char *pgy_by_day(pgy_day day, pgy_day today, struct pgy_arena *arena);
/* "Fri Dec 4, 5 PM": `by` on the person's clock. */
const char *pgy_by_when(const struct pgy_item *item, const struct pgy_tz *person, pgy_day today,
                        struct pgy_arena *arena);
/* "Fri Dec 4, 5 PM" of any day and minute of it (-1: none). */
const char *pgy_by_moment(pgy_day day, int32_t minute, pgy_day today, struct pgy_arena *arena);
/* The same words of any day, and minute of it on the person's clock (-1: none). lead: before the
 * day, "by " or "" . */
const char *pgy_by_say(const char *lead, pgy_day day, int32_t minute, pgy_day today,
                       struct pgy_arena *arena);
/* "by Fri Dec 4, 5 PM (6 days left)", "(1 day left)", "(last day)"; "was due Fri Dec 4 (3 days
 * ago)". */
const char *pgy_by_words(const struct pgy_item *item, const struct pgy_tz *person, pgy_day today,
                         struct pgy_arena *arena);

#endif
