/* SPDX-License-Identifier: BSD-2-Clause */
/* Civil dates, pure: no clock, no zone, no I/O. A day is a number: days since 1970-01-01 in the
 * proleptic Gregorian calendar. Functions that return a day give PGY_NO_DAY when handed it. */
#ifndef PGY_BASE_CIVIL_H
#define PGY_BASE_CIVIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t pgy_day;

#define PGY_NO_DAY INT32_MIN
/* Years pgyd accepts anywhere: what lies outside is PGY_ELIMIT. */
enum { PGY_YEAR_MIN = 1900, PGY_YEAR_MAX = 9999 };
/* their first and last day */
enum { PGY_DAY_MIN = -25567, PGY_DAY_MAX = 2932896 };

struct pgy_ymd {
    int year;
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

enum pgy_weekday { PGY_SUN, PGY_MON, PGY_TUE, PGY_WED, PGY_THU, PGY_FRI, PGY_SAT };

/* A duration as written: "3d" "2w" "6mo" "1y"; where a key measures the machine or a snooze also
 * "90s" "15min" "2h". Months and years are civil (architecture 8). Never negative: the sign of a
 * ladder step is its reader's business. */
struct pgy_dur {
    int32_t n;
    /* 'd' days, 'w' weeks, 'm' months ("mo"), 'y' years; 's' seconds ("s"), 'i' minutes ("min"),
     * 'h' hours ("h") */
    char unit;
};

/* A sorted list of days that business days skip besides Saturday and Sunday. Borrowed. */
struct pgy_holidays {
    const pgy_day *days;
    size_t n;
};

bool pgy_civil_leap(int year);
/* The days of a month; 0 when there is no such month. */
int pgy_civil_month_days(int year, int month);
/* The day's number, or PGY_NO_DAY when there is no such date or its year is out of range. */
pgy_day pgy_civil_day(int year, int month, int day);
/* The date of a day that is one (not PGY_NO_DAY). */
struct pgy_ymd pgy_civil_ymd(pgy_day day);
enum pgy_weekday pgy_civil_weekday(pgy_day day);

/* n months on (or back): the day of the month clamped to the month's end, without stickiness
 * (2027-06-30 - 16 mo = 2026-02-28). PGY_NO_DAY when the result leaves the range. */
pgy_day pgy_civil_add_months(pgy_day day, int n);
/* day + n durations; n is -1 or 1 as a rule. PGY_NO_DAY when the result leaves the range, and for
 * units under a day. */
pgy_day pgy_civil_add(pgy_day day, struct pgy_dur dur, int n);
/* The nth (1 to 5, or -1 for the last) weekday of a month; PGY_NO_DAY when the month has no such
 * day. */
pgy_day pgy_civil_nth(int n, enum pgy_weekday weekday, int month, int year);
/* n business days on (n < 0: back); the start day is day 0 and may itself be free (2026-11-23 + 5
 * business days = 2026-12-01). NULL holidays: weekends only. n = 0 is the day itself. */
pgy_day pgy_civil_add_business(pgy_day day, int n, const struct pgy_holidays *holidays);
bool pgy_civil_is_business(pgy_day day, const struct pgy_holidays *holidays);
/* The academic year a day belongs to, named by the year it starts in: Jul 1 to Jun 30. */
int pgy_civil_academic_year(pgy_day day);

/* YYYY-MM-DD, the whole text. PGY_EPARSE (not of that form), PGY_EINVAL (no such date), PGY_ELIMIT
 * (year out of range). */
int pgy_civil_parse(const char *text, pgy_day *day);
/* Digits and a unit, nothing else: d, w, mo, y; with `clock` also s, min, h. A bare m is refused:
 * it could be either. At most 100 years (seconds: INT32_MAX). PGY_EPARSE or PGY_ELIMIT. */
int pgy_dur_parse(const char *text, bool clock, struct pgy_dur *dur);
/* HH:MM as minutes since midnight, 00:00 to 23:59. PGY_EPARSE. */
int pgy_minutes_parse(const char *text, int *minutes);

enum { PGY_DAY_TEXT = 16, PGY_DUR_TEXT = 16 };
/* "2026-11-22"; "-" for PGY_NO_DAY and days outside the range. Writes into text (PGY_DAY_TEXT
 * bytes) and returns it. */
const char *pgy_civil_text(pgy_day day, char text[PGY_DAY_TEXT]);
/* "Sunday", and "January" of 1 to 12; "" when there is no such. The first three letters are the
 * short form, the first two those of a weekday in iCalendar. Plugins have the same in
 * plugins/common/dates.h. */
const char *pgy_weekday_name(enum pgy_weekday weekday);
const char *pgy_month_name(int month);
/* "Thu Nov 26, 2026": for people; "-" likewise. */
const char *pgy_civil_words(pgy_day day, char text[24]);
/* "3d" "2w" "6mo" "1y": the same words that were parsed. */
const char *pgy_dur_text(struct pgy_dur dur, char text[PGY_DUR_TEXT]);
/* Whether a unit is one of days: 'd', 'w', 'm', 'y'. */
bool pgy_dur_of_days(uint32_t unit);
/* Seconds of a duration, a month taken as 30 days and a year as 365. For deadlines of the machine
 * only, never for dates. */
int64_t pgy_dur_seconds(struct pgy_dur dur);

#endif
