/* SPDX-License-Identifier: BSD-2-Clause */
/* The yearly rule at the end of a TZif file: a POSIX TZ string with the extensions of RFC
 * 8536 3.3.1. Pure. */
#ifndef PGY_BASE_TZRULE_H
#define PGY_BASE_TZRULE_H

#include "base/civil.h"

#include <stdbool.h>
#include <stdint.h>

enum { PGY_TZ_ABBREVIATION = 32 };

/* One kind of local time. */
struct pgy_tzkind {
    int32_t offset; /* seconds east of UTC */
    bool dst;
    char abbreviation[PGY_TZ_ABBREVIATION]; /* [A-Za-z0-9+-]+ */
};

/* A day of every year, and a time on it. */
struct pgy_tzdate {
    char form;    /* 'M' Mmonth.week.weekday; 'J' Jn, February 29 never counted; 'N' n, counted */
    int month;    /* M: 1 to 12 */
    int week;     /* M: 1 to 5, 5 being the last */
    int day;      /* M: weekday, 0 is Sunday; J: 1 to 365; N: 0 to 365 */
    int32_t time; /* seconds after 00:00 as the clock shows it before the change; -167 h to 167 h */
};

struct pgy_tzrule {
    struct pgy_tzkind std;
    bool has_dst; /* the rest counts only then */
    struct pgy_tzkind dst;
    struct pgy_tzdate start; /* of daylight saving time, in std */
    struct pgy_tzdate end;   /* in dst */
};

/* Parses the whole text. PGY_EPARSE. A dst without dates is refused: RFC 8536 leaves nothing to the
 * implementation. */
int pgy_tzrule_parse(const char *text, struct pgy_tzrule *rule);
/* What is in force at an instant, borrowed from the rule; *end is the next change in UTC, or
 * INT64_MAX when none comes before the year 10000. Before 1900 and after 9999 nothing changes. */
const struct pgy_tzkind *pgy_tzrule_at(const struct pgy_tzrule *rule, int64_t utc, int64_t *end);
/* The day a date falls on, 1900 to 9999 (form N, day 365 of a common year: the next January 1). */
pgy_day pgy_tzrule_day(const struct pgy_tzdate *date, int year);

#endif
