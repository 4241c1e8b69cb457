/* SPDX-License-Identifier: BSD-2-Clause */
/* Words of dates, read and named. What day they make is the host's to say. */
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
