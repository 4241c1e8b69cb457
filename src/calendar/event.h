/* SPDX-License-Identifier: BSD-2-Clause */
/* What the events of an item say in a style, before any byte: dates as written, texts, alarms.
 * Pure. */
#ifndef PGY_CALENDAR_EVENT_H
#define PGY_CALENDAR_EVENT_H

#include "base/arena.h"
#include "base/tz.h"
#include "base/uuid.h"
#include "calendar/choice.h"
#include "calendar/style.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A date, or a time of the event's zone. */
struct pgy_event_time {
    pgy_day day;
    int32_t second; /* of the day; -1: a date */
};

/* A DISPLAY alarm, relative to the start: whole days on the clock, then exact seconds (RFC
 * 5545 3.3.6). */
struct pgy_event_alarm {
    bool after; /* false: before */
    uint32_t days, seconds;
};

struct pgy_event {
    char uid[PGY_UUID_TEXT];
    const char *summary;
    const char *description;          /* NULL: none */
    const char *category;             /* NULL: none */
    const char *color;                /* a CSS name; NULL: the calendar's */
    const char *zone;                 /* TZID; NULL: dates, or UTC */
    struct pgy_event_time start, end; /* end as DTEND says it: exclusive */
    int64_t revised, created;         /* UTC seconds */
    uint32_t sequence;
    bool busy, confidential, cancelled, tentative;
    const struct pgy_event_alarm *alarms; /* most important first */
    size_t nalarms;
};

/* The events of an item: none when the style leaves it out, one as a rule, several in the google
 * style. `zone` is the item's (the person's when it names none). Texts and the array in the arena.
 * PGY_EPARSE: a text that is not UTF-8; PGY_EINVAL: dates outside what a calendar can hold. */
int pgy_event_make(const struct pgy_feed_spec *spec, const struct pgy_item *item,
                   const struct pgy_tz *zone, const struct pgy_tz *person, struct pgy_arena *arena,
                   struct pgy_event **events, size_t *n);

#endif
