/* SPDX-License-Identifier: BSD-2-Clause */
/* Days by word. Dates and durations as the file writes them are civil.c's. */
#include "base/when.h"

#include "base/err.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { TEXT = 40, DIGITS = 4, SHORTEST = 3, DAYS = 7 };

/* Whether a word is a name or at least its first three letters: "fri", "thurs". */
static bool begins(const char *name, const char *word)
{
    size_t len = strlen(word);
    return len >= SHORTEST && len <= strlen(name) && strncasecmp(name, word, len) == 0;
}

static bool weekday_of(const char *word, pgy_day today, pgy_day *day)
{
    for (int w = 0; w < DAYS; w++) {
        if (!begins(pgy_weekday_name((enum pgy_weekday)w), word))
            continue;
        int ahead = (w - (int)pgy_civil_weekday(today) + DAYS) % DAYS;
        *day = today + (ahead ? ahead : DAYS);
        return true;
    }
    return false;
}

/* "3 days", "2 weeks", "1 month". */
static bool length_of(const char *text, struct pgy_dur *dur)
{
    static const struct {
        const char *name;
        char unit;
    } units[] = {{"days", 'd'}, {"weeks", 'w'}, {"months", 'm'}, {"years", 'y'}};
    size_t digits = strspn(text, "0123456789");
    const char *word = text + digits + strspn(text + digits, " ");
    if (digits == 0 || digits > DIGITS)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (begins(units[i].name, word)) {
            *dur = (struct pgy_dur){.n = (int32_t)strtol(text, NULL, 10), .unit = units[i].unit};
            return true;
        }
    }
    return false;
}

static const char *after(const char *text, const char *word)
{
    size_t len = strlen(word);
    return strncasecmp(text, word, len) == 0 ? text + len : NULL;
}

int pgy_when_parse(const char *text, pgy_day today, pgy_day *day)
{
    struct pgy_dur dur;
    const char *rest;
    pgy_day meant = PGY_NO_DAY;
    if (strnlen(text, TEXT) == TEXT)
        return PGY_EPARSE;
    if (strcasecmp(text, "today") == 0) {
        meant = today;
    } else if (strcasecmp(text, "tomorrow") == 0) {
        meant = today + 1;
    } else if (isdigit((unsigned char)text[0]) && strlen(text) > DIGITS && text[DIGITS] == '-') {
        return pgy_civil_parse(text, day);
    } else {
        rest = after(text, "in ");
        rest = rest ? rest : text;
        if (pgy_dur_parse(rest, false, &dur) == 0 || length_of(rest, &dur)) {
            meant = pgy_civil_add(today, dur, 1);
            if (meant == PGY_NO_DAY)
                return PGY_ELIMIT;
        } else {
            rest = after(text, "next ");
            if (!weekday_of(rest ? rest : text, today, &meant))
                return PGY_EPARSE;
        }
    }
    *day = meant;
    return 0;
}

int pgy_weekly_parse(const char *text, struct pgy_weekly *when)
{
    enum { EVENING = 18 * 60 };
    char word[TEXT];
    struct pgy_weekly w = {.minutes = EVENING};
    size_t len = strcspn(text, " ");
    if (len >= sizeof word)
        return PGY_EPARSE;
    memcpy(word, text, len);
    word[len] = '\0';
    const char *time = text + len + strspn(text + len, " ");
    if (*time && pgy_minutes_parse(time, &w.minutes) != 0)
        return PGY_EPARSE;
    if (strcasecmp(word, "off") == 0 && !*time)
        w.weekday = PGY_NEVER;
    else if (strcasecmp(word, "daily") == 0)
        w.weekday = PGY_EVERY_DAY;
    else if (strcasecmp(word, "weekly") == 0 && !*time)
        w.weekday = PGY_SUN;
    else {
        while (w.weekday < DAYS && !begins(pgy_weekday_name((enum pgy_weekday)w.weekday), word))
            w.weekday++;
        if (w.weekday == DAYS)
            return PGY_EPARSE;
    }
    *when = w;
    return 0;
}
