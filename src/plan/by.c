/* SPDX-License-Identifier: BSD-2-Clause */
/* The words of a day that something counts to. Which items are shown is today.c's. */
#include "plan/by.h"

#include <stdlib.h>

enum { HOUR = 60, NOON = 12 };

/* The minute of `by`, where the item has a time on that day; -1: none. */
static int32_t minute_of(const struct pgy_item *item)
{
    if (item->start_minute < 0)
        return -1;
    if (item->by == item->end && item->end != item->start)
        return item->end_minute;
    return item->by == item->start ? item->start_minute : -1;
}

int64_t pgy_by_instant(const struct pgy_item *item, const struct pgy_tz *person)
{
    int32_t minute = minute_of(item);
    return minute < 0 ? pgy_tz_instant(person, item->by + 1, 0) - 1
                      : pgy_item_instant_on(item, item->by, minute, person);
}

const char *pgy_by_day(pgy_day day, pgy_day today, struct pgy_arena *arena)
{
    const struct pgy_ymd d = pgy_civil_ymd(day);
    const char *text =
        pgy_arena_printf(arena, "%.3s %.3s %d", pgy_weekday_name(pgy_civil_weekday(day)),
                         pgy_month_name(d.month), d.day);
    return abs(day - today) > PGY_BY_YEAR ? pgy_arena_printf(arena, "%s, %d", text, d.year) : text;
}

/* "5 PM", "5:30 PM". */
static const char *time_text(int32_t minute, struct pgy_arena *arena)
{
    int hour = minute / HOUR, rest = minute % HOUR;
    const char *half = hour < NOON ? "AM" : "PM";
    hour = hour % NOON ? hour % NOON : NOON;
    return rest ? pgy_arena_printf(arena, "%d:%02d %s", hour, rest, half)
                : pgy_arena_printf(arena, "%d %s", hour, half);
}

const char *pgy_by_moment(pgy_day day, int32_t minute, pgy_day today, struct pgy_arena *arena)
{
    const char *text = pgy_by_day(day, today, arena);
    return minute < 0 ? text : pgy_arena_printf(arena, "%s, %s", text, time_text(minute, arena));
}

/* `by` on the person's clock. */
static pgy_day on_clock(const struct pgy_item *item, const struct pgy_tz *person, int32_t *minute)
{
    int32_t second = 0, of_item = minute_of(item);
    *minute = -1;
    if (of_item < 0)
        return item->by;
    pgy_day day = pgy_tz_day(person, pgy_item_instant_on(item, item->by, of_item, person), &second);
    *minute = second / 60;
    return day;
}

const char *pgy_by_when(const struct pgy_item *item, const struct pgy_tz *person, pgy_day today,
                        struct pgy_arena *arena)
{
    int32_t minute;
    pgy_day day = on_clock(item, person, &minute);
    return pgy_by_moment(day, minute, today, arena);
}

const char *pgy_by_say(const char *lead, pgy_day day, int32_t minute, pgy_day today,
                       struct pgy_arena *arena)
{
    const char *when = pgy_by_moment(day, minute, today, arena);
    const int32_t left = day - today, days = abs(left);
    const char *s = days == 1 ? "" : "s";
    if (left == 0)
        return pgy_arena_printf(arena, "%s%s (last day)", lead, when);
    return left > 0 ? pgy_arena_printf(arena, "%s%s (%d day%s left)", lead, when, days, s)
                    : pgy_arena_printf(arena, "was due %s (%d day%s ago)", when, days, s);
}

const char *pgy_by_words(const struct pgy_item *item, const struct pgy_tz *person, pgy_day today,
                         struct pgy_arena *arena)
{
    int32_t minute;
    pgy_day day = on_clock(item, person, &minute);
    return pgy_by_say("by ", day, minute, today, arena);
}
