/* SPDX-License-Identifier: BSD-2-Clause */
/* Parses the POSIX rule and works out its changes of a year. Everything before the last change on
 * file is tz.c's. */
#include "base/tzrule.h"

#include "base/err.h"

#include <stddef.h>
#include <string.h>

enum {
    HOUR = 3600,
    DAY = 86400,
    MAX_OFFSET_HOURS = 24,
    MAX_TIME_HOURS = 167, /* RFC 8536 3.3.1 */
    EVENT_YEARS = 5,
};

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Reads min to max as a decimal number of at most three digits; *p moves behind it. */
static bool number(const char **p, int min, int max, int *value)
{
    int n = 0, count = 0;
    for (; digit(**p) && count < 3; (*p)++, count++)
        n = n * 10 + (**p - '0');
    *value = n;
    return count > 0 && !digit(**p) && n >= min && n <= max;
}

static bool skip(const char **p, char c)
{
    if (**p != c)
        return false;
    (*p)++;
    return true;
}

/* [+-]hh[:mm[:ss]] */
static bool hms(const char **p, int max_hours, int32_t *seconds)
{
    int h, m = 0, s = 0;
    bool negative = **p == '-';
    if (negative || **p == '+')
        (*p)++;
    if (!number(p, 0, max_hours, &h))
        return false;
    if (skip(p, ':') && (!number(p, 0, 59, &m) || (skip(p, ':') && !number(p, 0, 59, &s))))
        return false;
    *seconds = (h * HOUR + m * 60 + s) * (negative ? -1 : 1);
    return true;
}

/* EST, or <+0530>: at least three characters. */
static bool abbreviation(const char **p, char text[PGY_TZ_ABBREVIATION])
{
    bool quoted = skip(p, '<');
    size_t n = 0;
    while (letter(**p) || (quoted && (digit(**p) || **p == '+' || **p == '-'))) {
        if (n == PGY_TZ_ABBREVIATION - 1)
            return false;
        text[n++] = *(*p)++;
    }
    text[n] = '\0';
    return n >= 3 && (!quoted || skip(p, '>'));
}

/* ,Mm.w.d[/time] and its like. */
static bool date(const char **p, struct pgy_tzdate *d)
{
    *d = (struct pgy_tzdate){.time = 2 * HOUR};
    bool ok;
    if (!skip(p, ','))
        return false;
    if (skip(p, 'M')) {
        d->form = 'M';
        ok = number(p, 1, 12, &d->month) && skip(p, '.') && number(p, 1, 5, &d->week) &&
             skip(p, '.') && number(p, 0, 6, &d->day);
    } else {
        bool julian = skip(p, 'J');
        d->form = julian ? 'J' : 'N';
        ok = number(p, julian, 365, &d->day);
    }
    return ok && (!skip(p, '/') || hms(p, MAX_TIME_HOURS, &d->time));
}

int pgy_tzrule_parse(const char *text, struct pgy_tzrule *rule)
{
    struct pgy_tzrule r = {.dst.dst = true};
    const char *p = text;
    int32_t west;
    if (!abbreviation(&p, r.std.abbreviation) || !hms(&p, MAX_OFFSET_HOURS, &west))
        return PGY_EPARSE;
    r.std.offset = -west; /* POSIX counts west of Greenwich */
    if (*p) {
        r.has_dst = true;
        if (!abbreviation(&p, r.dst.abbreviation))
            return PGY_EPARSE;
        r.dst.offset = r.std.offset + HOUR;
        if (*p != ',') {
            if (!hms(&p, MAX_OFFSET_HOURS, &west))
                return PGY_EPARSE;
            r.dst.offset = -west;
        }
        if (!date(&p, &r.start) || !date(&p, &r.end) || *p)
            return PGY_EPARSE;
    }
    *rule = r;
    return 0;
}

pgy_day pgy_tzrule_day(const struct pgy_tzdate *date, int year)
{
    if (date->form == 'M')
        return pgy_civil_nth(date->week == 5 ? -1 : date->week, (enum pgy_weekday)date->day,
                             date->month, year);
    pgy_day day = pgy_civil_day(year, 1, 1) + date->day;
    if (date->form == 'J')
        day += (pgy_civil_leap(year) && date->day >= 60) - 1;
    return day;
}

struct event {
    int64_t at;
    const struct pgy_tzkind *kind; /* what begins */
};

/* The changes of the years around `year`, in order. An end and a start at the same instant stay in
 * the order in which they are made here, end first: that is how RFC 8536 3.3.1 writes daylight
 * saving time all the year round. */
static void events_around(const struct pgy_tzrule *rule, int year,
                          struct event events[2 * EVENT_YEARS])
{
    size_t n = 0;
    for (int y = year - EVENT_YEARS / 2; y <= year + EVENT_YEARS / 2; y++) {
        const struct event pair[] = {
            {(int64_t)pgy_tzrule_day(&rule->end, y) * DAY + rule->end.time - rule->dst.offset,
             &rule->std},
            {(int64_t)pgy_tzrule_day(&rule->start, y) * DAY + rule->start.time - rule->std.offset,
             &rule->dst},
        };
        for (size_t i = 0; i < 2; i++) {
            size_t k = n++;
            for (; k > 0 && events[k - 1].at > pair[i].at; k--)
                events[k] = events[k - 1];
            events[k] = pair[i];
        }
    }
}

const struct pgy_tzkind *pgy_tzrule_at(const struct pgy_tzrule *rule, int64_t utc, int64_t *end)
{
    *end = INT64_MAX;
    if (!rule->has_dst)
        return &rule->std;
    /* Extended hours move a change by up to a week over the year's end, so two years on either side
     * always suffice. */
    int64_t day = utc / DAY - (utc % DAY < 0);
    pgy_day low = pgy_civil_day(PGY_YEAR_MIN + EVENT_YEARS / 2, 1, 1);
    pgy_day high = pgy_civil_day(PGY_YEAR_MAX - EVENT_YEARS / 2, 12, 31);
    struct pgy_ymd ymd = pgy_civil_ymd(day < low ? low : day > high ? high : (pgy_day)day);

    struct event events[2 * EVENT_YEARS];
    events_around(rule, ymd.year, events);
    const struct pgy_tzkind *kind = &rule->std;
    for (size_t i = 0; i < 2 * EVENT_YEARS; i++) {
        if (events[i].at > utc) {
            *end = events[i].at;
            break;
        }
        kind = events[i].kind;
    }
    return kind;
}
