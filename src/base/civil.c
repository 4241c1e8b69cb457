/* SPDX-License-Identifier: BSD-2-Clause */
/* Arithmetic on day numbers, and dates and durations as texts. Instants, and so zones, are tz.c's.
 */
#include "base/civil.h"

#include "base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS_PER_ERA = 146097, YEARS_PER_ERA = 400 };

static const pgy_day first_day = -25567; /* 1900-01-01 */
static const pgy_day last_day = 2932896; /* 9999-12-31 */
static const char *const weekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                       "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

/* The words of durations; a word must match whole. */
static const struct unit {
    char unit;
    bool clock;
    const char *word;
    int32_t max; /* 100 years of the longest kind */
    int32_t seconds;
} units[] = {
    {'d', false, "d", 36525, 86400},      {'w', false, "w", 5218, 7 * 86400},
    {'m', false, "mo", 1200, 30 * 86400}, {'y', false, "y", 100, 365 * 86400},
    {'s', true, "s", INT32_MAX, 1},       {'i', true, "min", 52596000, 60},
    {'h', true, "h", 876600, 3600},
};

static bool in_range(int64_t day)
{
    return day >= first_day && day <= last_day;
}

static pgy_day checked(int64_t day)
{
    return in_range(day) ? (pgy_day)day : PGY_NO_DAY;
}

bool pgy_civil_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int pgy_civil_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && pgy_civil_leap(year));
}

pgy_day pgy_civil_day(int year, int month, int day)
{
    if (year < PGY_YEAR_MIN || year > PGY_YEAR_MAX || day < 1 ||
        day > pgy_civil_month_days(year, month))
        return PGY_NO_DAY;
    /* Years counted from March, so that the leap day is the last of its year; 719468 days from
     * 0000-03-01 to 1970-01-01. */
    int y = month > 2 ? year : year - 1;
    int era = y / YEARS_PER_ERA, year_of_era = y % YEARS_PER_ERA;
    int day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - 719468;
}

struct pgy_ymd pgy_civil_ymd(pgy_day day)
{
    int64_t z = (int64_t)day + 719468;
    int64_t era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int doe = (int)(z - era * DAYS_PER_ERA);
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int month = mp < 10 ? mp + 3 : mp - 9;
    return (struct pgy_ymd){
        .year = (int)(era * YEARS_PER_ERA) + yoe + (month <= 2),
        .month = month,
        .day = doy - (153 * mp + 2) / 5 + 1,
    };
}

enum pgy_weekday pgy_civil_weekday(pgy_day day)
{
    /* 1970-01-01 was a Thursday. */
    return (enum pgy_weekday)((((int64_t)day + PGY_THU) % 7 + 7) % 7);
}

pgy_day pgy_civil_add_months(pgy_day day, int n)
{
    if (day == PGY_NO_DAY)
        return PGY_NO_DAY;
    struct pgy_ymd ymd = pgy_civil_ymd(day);
    int64_t month = (int64_t)ymd.year * 12 + ymd.month - 1 + n;
    if (month < PGY_YEAR_MIN * 12 || month >= (PGY_YEAR_MAX + 1) * 12)
        return PGY_NO_DAY;
    int y = (int)(month / 12), m = (int)(month % 12) + 1;
    int end = pgy_civil_month_days(y, m);
    return pgy_civil_day(y, m, ymd.day < end ? ymd.day : end);
}

pgy_day pgy_civil_add(pgy_day day, struct pgy_dur dur, int n)
{
    int64_t count = (int64_t)dur.n * n;
    if (day == PGY_NO_DAY || llabs(count) > INT32_MAX / 12)
        return PGY_NO_DAY;
    switch (dur.unit) {
    case 'd':
        return checked(day + count);
    case 'w':
        return checked(day + 7 * count);
    case 'm':
        return pgy_civil_add_months(day, (int)count);
    case 'y':
        return pgy_civil_add_months(day, (int)count * 12);
    default:
        return PGY_NO_DAY;
    }
}

pgy_day pgy_civil_nth(int n, enum pgy_weekday weekday, int month, int year)
{
    pgy_day first = pgy_civil_day(year, month, 1);
    if (first == PGY_NO_DAY || n < -1 || n == 0 || n > 5)
        return PGY_NO_DAY;
    int days = pgy_civil_month_days(year, month);
    int day = 1 + ((int)weekday - (int)pgy_civil_weekday(first) + 7) % 7;
    day += 7 * ((n == -1 ? (days - day) / 7 + 1 : n) - 1);
    return day <= days ? pgy_civil_day(year, month, day) : PGY_NO_DAY;
}

static int compare_days(const void *a, const void *b)
{
    pgy_day x = *(const pgy_day *)a, y = *(const pgy_day *)b;
    return (x > y) - (x < y);
}

bool pgy_civil_is_business(pgy_day day, const struct pgy_holidays *holidays)
{
    enum pgy_weekday weekday = pgy_civil_weekday(day);
    if (weekday == PGY_SAT || weekday == PGY_SUN)
        return false;
    return !holidays || !holidays->n ||
           !bsearch(&day, holidays->days, holidays->n, sizeof *holidays->days, compare_days);
}

pgy_day pgy_civil_add_business(pgy_day day, int n, const struct pgy_holidays *holidays)
{
    int step = n < 0 ? -1 : 1;
    /* The range of days bounds the loop, whatever n and the list of holidays say. */
    for (int64_t left = llabs((long long)n); left > 0 && in_range(day);) {
        day += step;
        left -= pgy_civil_is_business(day, holidays);
    }
    return checked(day);
}

int pgy_civil_academic_year(pgy_day day)
{
    struct pgy_ymd ymd = pgy_civil_ymd(day);
    return ymd.month >= 7 ? ymd.year : ymd.year - 1;
}

/* The number of exactly n digits at text, or -1. Never reads past a NUL. */
static int digits(const char *text, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

int pgy_civil_parse(const char *text, pgy_day *day)
{
    if (strnlen(text, 11) != 10 || text[4] != '-' || text[7] != '-')
        return PGY_EPARSE;
    int y = digits(text, 4), m = digits(text + 5, 2), d = digits(text + 8, 2);
    if (y < 0 || m < 0 || d < 0)
        return PGY_EPARSE;
    if (d < 1 || d > pgy_civil_month_days(y, m))
        return PGY_EINVAL;
    pgy_day number = pgy_civil_day(y, m, d);
    if (number == PGY_NO_DAY)
        return PGY_ELIMIT;
    *day = number;
    return 0;
}

int pgy_dur_parse(const char *text, bool clock, struct pgy_dur *dur)
{
    const char *p = text;
    int64_t n = 0;
    for (; *p >= '0' && *p <= '9'; p++)
        n = n > INT32_MAX ? n : n * 10 + (*p - '0');
    if (p == text)
        return PGY_EPARSE;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(p, units[i].word) != 0 || (units[i].clock && !clock))
            continue;
        if (n > units[i].max)
            return PGY_ELIMIT;
        *dur = (struct pgy_dur){.n = (int32_t)n, .unit = units[i].unit};
        return 0;
    }
    return PGY_EPARSE;
}

int pgy_minutes_parse(const char *text, int *minutes)
{
    if (strnlen(text, 6) != 5 || text[2] != ':')
        return PGY_EPARSE;
    int h = digits(text, 2), m = digits(text + 3, 2);
    if (h < 0 || h > 23 || m < 0 || m > 59)
        return PGY_EPARSE;
    *minutes = h * 60 + m;
    return 0;
}

const char *pgy_civil_text(pgy_day day, char text[PGY_DAY_TEXT])
{
    struct pgy_ymd ymd = pgy_civil_ymd(day);
    if (in_range(day))
        snprintf(text, PGY_DAY_TEXT, "%04u-%02u-%02u", (unsigned)ymd.year % 10000u,
                 (unsigned)ymd.month % 100u, (unsigned)ymd.day % 100u);
    else
        memcpy(text, "-", 2);
    return text;
}

const char *pgy_weekday_name(enum pgy_weekday weekday)
{
    return weekday <= PGY_SAT ? weekdays[weekday] : "";
}

const char *pgy_month_name(int month)
{
    return month >= 1 && month <= 12 ? months[month - 1] : "";
}

const char *pgy_civil_words(pgy_day day, char text[24])
{
    struct pgy_ymd ymd = pgy_civil_ymd(day);
    if (in_range(day))
        snprintf(text, 24, "%.3s %.3s %u, %u", weekdays[pgy_civil_weekday(day)],
                 months[ymd.month - 1], (unsigned)ymd.day % 100u, (unsigned)ymd.year % 10000u);
    else
        memcpy(text, "-", 2);
    return text;
}

static const struct unit *unit_of(char unit)
{
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (units[i].unit == unit)
            return &units[i];
    }
    return NULL;
}

const char *pgy_dur_text(struct pgy_dur dur, char text[PGY_DUR_TEXT])
{
    const struct unit *unit = unit_of(dur.unit);
    snprintf(text, PGY_DUR_TEXT, "%d%s", dur.n, unit ? unit->word : "?");
    return text;
}

bool pgy_dur_of_days(uint32_t unit)
{
    const struct unit *known = unit <= 'z' ? unit_of((char)unit) : NULL;
    return known && !known->clock;
}

int64_t pgy_dur_seconds(struct pgy_dur dur)
{
    const struct unit *unit = unit_of(dur.unit);
    return unit ? (int64_t)dur.n * unit->seconds : 0;
}
