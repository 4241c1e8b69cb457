/* SPDX-License-Identifier: BSD-2-Clause */
/* A day as somebody types it in a hurry: "fri", "tomorrow", "in 3 days", "2w", "2027-01-03". Pure.
 */
#ifndef PGY_BASE_WHEN_H
#define PGY_BASE_WHEN_H

#include "base/civil.h"

/* What pgy_when_parse takes, for messages. */
#define PGY_WHEN_FORMS "fri, tomorrow, in 3 days, 3d, 2w, 1mo or 2027-01-03"

/* The day meant, counted from today: a date, "today", "tomorrow", a weekday ("fri", "friday",
 * "next fri": the next one that is not today), a duration ("3d", "in 3 days", "3 weeks"). Letters
 * of any case. PGY_EPARSE when it is none of these, PGY_ELIMIT when the day is out of range. */
int pgy_when_parse(const char *text, pgy_day today, pgy_day *day);

/* A moment that comes back: "sun 18:00", "daily 07:00"; "weekly" is "sun 18:00", "daily" alone
 * "daily 18:00", "off" never. */
enum { PGY_EVERY_DAY = -1, PGY_NEVER = -2 };
struct pgy_weekly {
    int weekday; /* enum pgy_weekday, PGY_EVERY_DAY or PGY_NEVER */
    int minutes; /* since midnight */
};
/* PGY_EPARSE: it is none of these. */
int pgy_weekly_parse(const char *text, struct pgy_weekly *when);

#endif
