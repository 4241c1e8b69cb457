/* SPDX-License-Identifier: BSD-2-Clause */
/* Words and texts of dates, read and named. What day they make is the host's to say. */
#include "plugins/common/dates.h"

#include <string.h>
#include <strings.h>

static const char *const weekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                       "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
enum { WEEKDAYS = 7, MONTHS = 12 };

const char *pgc_month_name(int32_t month)
{
    return month >= 1 && month <= MONTHS ? months[month - 1] : "";
}

const char *pgc_weekday_name(int32_t weekday)
{
    return weekday >= 0 && weekday < WEEKDAYS ? weekdays[weekday] : "";
}

static int32_t named(const char *word, const char *const *names, int32_t n)
{
    size_t len = strlen(word);
    for (int32_t i = 0; i < n; i++) {
        if ((len == 3 || len == strlen(names[i])) && strncasecmp(word, names[i], len) == 0)
            return i;
    }
    return -1;
}

int32_t pgc_month_named(const char *word)
{
    int32_t at = named(word, months, MONTHS);
    return at < 0 ? -1 : at + 1;
}

int32_t pgc_weekday_named(const char *word)
{
    return named(word, weekdays, WEEKDAYS);
}

static int digits(const char *text, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

pgyd_day pgc_parse_day(const struct pgyd_host *h, const char *text)
{
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return PGYD_NO_DAY;
    int y = digits(text, 4), m = digits(text + 5, 2), d = digits(text + 8, 2);
    return y < 0 || m < 0 || d < 0 ? PGYD_NO_DAY : h->day(h->ctx, y, m, d);
}

static const struct unit {
    const char *word;
    uint16_t unit;
    int32_t most; /* 100 years */
} units[] = {{"d", 'd', 36525}, {"w", 'w', 5218}, {"mo", 'm', 1200}, {"y", 'y', 100}};

static const struct unit *unit_of(const char *word)
{
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(word, units[i].word) == 0)
            return &units[i];
    }
    return NULL;
}

uint16_t pgc_dur_unit(const char *word)
{
    const struct unit *unit = unit_of(word);
    return unit ? unit->unit : 0;
}

bool pgc_parse_dur(const char *text, int32_t *n, uint16_t *unit)
{
    size_t zeros = strspn(text, "0"), len = strspn(text, "0123456789");
    const struct unit *found = unit_of(text + len);
    if (!found || len == 0 || len - zeros > 5 || digits(text + zeros, len - zeros) > found->most)
        return false;
    *n = digits(text + zeros, len - zeros);
    *unit = found->unit;
    return true;
}
