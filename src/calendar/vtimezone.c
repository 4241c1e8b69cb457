/* SPDX-License-Identifier: BSD-2-Clause */
/* A zone's footer as STANDARD and DAYLIGHT with yearly rules; says no to zones that have none. The
 * zone itself is base/tz.c's. */
#include "calendar/vtimezone.h"

#include "base/str.h"
#include "base/tzrule.h"
#include "calendar/line.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 86400, FIRST_YEAR = 1970, RULE_TEXT = 160 };

static const char *const utc_names[] = {"UTC",      "Etc/UTC", "Etc/UCT",   "Etc/Universal",
                                        "Etc/Zulu", "UCT",     "Universal", "Zulu"};

/* A yearly change as RFC 5545 3.3.10 says it: the day in 1970, the time of day, the rule. */
struct onset {
    pgy_day day;
    int32_t second;
    char rule[RULE_TEXT];
};

/* SU to SA, which are how the names begin. */
static const char *byday(int weekday, char text[3])
{
    const char *name = pgy_weekday_name((enum pgy_weekday)weekday);
    snprintf(text, 3, "%c%c", name[0], toupper((unsigned char)name[1]));
    return text;
}

/* The rule of a day that lies `shift` days after the nth weekday of a month: one of seven days of
 * the month, and its weekday. */
static bool shifted(const struct pgy_tzdate *date, int shift, char rule[RULE_TEXT])
{
    char weekday[3];
    int last = pgy_civil_month_days(1970, date->month);
    int from = (date->week == 5 ? last - 6 : (date->week - 1) * 7 + 1) + shift;
    if (from < 1 || from + 6 > last || (date->week == 5 && date->month == 2))
        return false;
    snprintf(rule, RULE_TEXT, "FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d,%d,%d,%d,%d,%d,%d;BYDAY=%s",
             date->month, from, from + 1, from + 2, from + 3, from + 4, from + 5, from + 6,
             byday((date->day + 7 + shift % 7) % 7, weekday));
    return true;
}

/* False for forms that no zone uses (Jn) and for days that would cross a month's end. */
static bool onset_of(const struct pgy_tzdate *date, struct onset *onset)
{
    char weekday[3];
    if (date->form != 'M')
        return false;
    int shift = date->time / DAY - (date->time % DAY < 0);
    onset->day = pgy_tzrule_day(date, FIRST_YEAR) + shift;
    onset->second = date->time - shift * DAY;
    if (shift)
        return shifted(date, shift, onset->rule);
    snprintf(onset->rule, sizeof onset->rule, "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", date->month,
             date->week == 5 ? -1 : date->week, byday(date->day, weekday));
    return true;
}

/* The zone's rule and, when it has daylight saving time, its two changes. */
struct shape {
    struct pgy_tzrule rule;
    struct onset start, end;
};

static bool shape_of(const struct pgy_tz *tz, struct shape *shape)
{
    for (size_t i = 0; i < sizeof utc_names / sizeof utc_names[0]; i++) {
        if (pgy_streq(pgy_tz_name(tz), utc_names[i]))
            return false;
    }
    const char *footer = pgy_tz_footer(tz);
    return *footer && pgy_tzrule_parse(footer, &shape->rule) == 0 &&
           (!shape->rule.has_dst || (onset_of(&shape->rule.start, &shape->start) &&
                                     onset_of(&shape->rule.end, &shape->end)));
}

bool pgy_vtimezone_fits(const struct pgy_tz *tz, int64_t utc)
{
    struct shape shape = {0};
    int64_t end;
    int32_t second;
    pgy_day day = pgy_tz_day(tz, utc, &second);
    return utc >= (int64_t)pgy_civil_day(FIRST_YEAR + 1, 1, 1) * DAY && day != PGY_NO_DAY &&
           shape_of(tz, &shape) &&
           pgy_tzrule_at(&shape.rule, utc, &end)->offset == pgy_tz_offset(tz, utc, NULL, NULL) &&
           pgy_tz_instant(tz, day, second) == utc;
}

static const char *offset_text(int32_t offset, char text[8])
{
    unsigned n = (unsigned)abs(offset) % (100 * 3600);
    int len = snprintf(text, 8, "%c%02u%02u", offset < 0 ? '-' : '+', n / 3600, n / 60 % 60);
    if (n % 60 && len > 0)
        snprintf(text + len, 8 - (size_t)len, "%02u", n % 60);
    return text;
}

/* STANDARD or DAYLIGHT; onset NULL: in force from the first day, without change. */
static void observance(struct pgy_buf *buf, const char *kind, int32_t from,
                       const struct pgy_tzkind *to, const struct onset *onset)
{
    char a[8], b[8];
    struct pgy_ymd ymd = pgy_civil_ymd(onset ? onset->day : pgy_civil_day(FIRST_YEAR, 1, 1));
    int32_t second = onset ? onset->second : 0;
    pgy_buf_printf(buf, "BEGIN:%s\r\nTZOFFSETFROM:%s\r\nTZOFFSETTO:%s\r\n", kind,
                   offset_text(from, a), offset_text(to->offset, b));
    pgy_buf_printf(buf, "TZNAME:%s\r\nDTSTART:%04d%02d%02dT%02d%02d%02d\r\n", to->abbreviation,
                   ymd.year, ymd.month, ymd.day, second / 3600, second / 60 % 60, second % 60);
    if (onset) {
        char line[RULE_TEXT + 8];
        snprintf(line, sizeof line, "RRULE:%s", onset->rule);
        pgy_line_put(buf, line);
    }
    pgy_buf_printf(buf, "END:%s\r\n", kind);
}

int pgy_vtimezone_put(struct pgy_buf *buf, const struct pgy_tz *tz)
{
    static const struct pgy_tzkind utc = {.abbreviation = "UTC"};
    struct shape shape = {0};
    bool can = shape_of(tz, &shape);
    const char *name = can ? pgy_tz_name(tz) : "UTC";
    char line[128];
    pgy_buf_str(buf, "BEGIN:VTIMEZONE\r\n");
    snprintf(line, sizeof line, "TZID:%s", name);
    pgy_line_put(buf, line);
    snprintf(line, sizeof line, "X-LIC-LOCATION:%s", name);
    pgy_line_put(buf, line);
    const struct pgy_tzrule *rule = &shape.rule;
    if (!can) {
        observance(buf, "STANDARD", 0, &utc, NULL);
    } else if (!rule->has_dst) {
        observance(buf, "STANDARD", rule->std.offset, &rule->std, NULL);
    } else {
        /* Ireland's summer time is its standard time; readers expect DAYLIGHT to be the later
         * clock. */
        bool later = rule->dst.offset > rule->std.offset;
        observance(buf, later ? "DAYLIGHT" : "STANDARD", rule->std.offset, &rule->dst,
                   &shape.start);
        observance(buf, later ? "STANDARD" : "DAYLIGHT", rule->dst.offset, &rule->std, &shape.end);
    }
    return pgy_buf_str(buf, "END:VTIMEZONE\r\n");
}
