/* SPDX-License-Identifier: BSD-2-Clause */
/* Decides what each style shows of an item: dates, texts, alarms, UIDs. Bytes are vevent.c's. */
#include "calendar/event.h"

#include "base/err.h"
#include "calendar/color.h"
#include "calendar/line.h"
#include "calendar/vtimezone.h"
#include "plan/stakes.h"

#include <stdlib.h>
#include <string.h>

enum {
    DAY = 86400,
    MINUTE = 60,
    HOUR = 3600,
    NO_END = 30 * MINUTE,   /* a timed item without an end */
    REMINDER = 15 * MINUTE, /* a reminder that is an event of its own */
    RINGS = PGY_RUNGS + 1,  /* and the end of a snooze */
};

/* What a style shows of an item. */
struct look {
    bool text;    /* false: "Busy" */
    bool secrets; /* texts of confidential items */
    bool all;     /* false: only what keeps the person busy */
    bool alarms;  /* VALARMs */
    /* alarms at or after the start: Outlook takes their distance for time before it (MS-OXCICAL) */
    bool after;
    size_t most;    /* alarms */
    bool reminders; /* each alarm as an event: Google ignores VALARMs */
};

static const struct look looks[PGY_STYLES] = {
    [PGY_STYLE_GENERIC] =
        {.text = true, .secrets = true, .all = true, .alarms = true, .after = true, .most = RINGS},
    [PGY_STYLE_QUIET] = {.text = true, .all = true},
    [PGY_STYLE_OUTLOOK] = {.text = true, .secrets = true, .all = true, .alarms = true, .most = 1},
    [PGY_STYLE_GOOGLE] =
        {.text = true, .secrets = true, .all = true, .reminders = true, .most = RINGS},
    [PGY_STYLE_BUSY] = {0},
};

/* What of an item an event shows. */
enum part { WHOLE, OPENS, CLOSES, PARTS };

static const struct {
    const char *uid, *title;
} parts[PARTS] = {
    [WHOLE] = {"", ""}, [OPENS] = {"#open", "Opens: "}, [CLOSES] = {"#close", "Closes: "}};

/* Everything the steps below share. */
struct making {
    const struct pgy_feed_spec *spec;
    const struct look *look;
    const struct pgy_item *item;
    const struct pgy_tz *zone, *person;
    struct pgy_arena *arena;
    enum part part;
    /* the first day shown: the item's, or the one it was put off to, if that is later; and the
     * last */
    pgy_day day, last;
    pgy_day snoozed; /* PGY_NO_DAY: not */
    bool all_day;
    int64_t start; /* instant: of a timed item its own, of an all-day one 00:00 */
};

/* An alarm, and when it goes off. */
struct ring {
    struct pgyd_step step;
    pgy_day day;
    int64_t at;
    bool open;   /* no step: the day a window opens */
    bool after;  /* the start, or with it */
    bool snooze; /* no step: the day a snoozed item comes back */
};

static int64_t alarm_at(const struct making *m, pgy_day day)
{
    return m->all_day ? pgy_tz_instant(m->person, day, m->spec->remind_at * MINUTE)
                      : pgy_tz_instant(m->zone, day, m->item->start_minute * MINUTE);
}

/* Most important first: the severest, of those what still leaves time, of those the earliest.
 * Clients that take one take the first. */
static int ring_compare(const void *a, const void *b)
{
    const struct ring *x = a, *y = b;
    if (x->step.severity != y->step.severity)
        return x->step.severity > y->step.severity ? -1 : 1;
    if (x->after != y->after)
        return x->after ? 1 : -1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* The alarm of a day. */
static struct ring ring_on(const struct making *m, pgy_day day, struct pgyd_step step)
{
    int64_t at = alarm_at(m, day);
    return (struct ring){.step = step, .day = day, .at = at, .after = at >= m->start};
}

/* A step's alarm; false when there is none: the item is snoozed then, there is no such day, or it
 * is one that asks again after the day, which a calendar cannot know was done. */
static bool ring_of(const struct making *m, const struct pgy_rung *rung, struct ring *ring)
{
    if (rung->brief || rung->day == PGY_NO_DAY ||
        (m->part != WHOLE && rung->opening != (m->part == OPENS)) ||
        (m->snoozed != PGY_NO_DAY && rung->day <= m->snoozed) ||
        (m->item->nsteps == 0 && rung->step.n > 0))
        return false;
    *ring = ring_on(m, rung->day, rung->step);
    ring->open = rung->opening;
    if (rung->step.unit == 'h') {
        ring->at = m->start + (int64_t)rung->step.n * HOUR;
        ring->after = rung->step.n >= 0;
    }
    return true;
}

/* When the item rings, sorted. A snoozed one rings on the day it comes back, and at the steps after
 * that. One that is over keeps its alarms: nothing changes in a calendar at midnight. */
static size_t rings_of(const struct making *m, struct ring rings[RINGS])
{
    const struct pgy_item *item = m->item;
    struct pgy_rung rungs[PGY_RUNGS];
    size_t n = 0;
    const bool gone = item->state == PGY_DONE || item->state == PGY_CANCELLED;
    uint32_t steps = gone ? 0 : pgy_stakes_ladder(item, rungs);
    if (m->snoozed != PGY_NO_DAY && pgy_stakes_rings(rungs, steps)) {
        rings[n] = ring_on(m, m->snoozed, (struct pgyd_step){0, 'd', item->severity});
        rings[n++].snooze = true;
    }
    for (uint32_t i = 0; i < steps; i++)
        n += ring_of(m, &rungs[i], &rings[n]);
    qsort(rings, n, sizeof rings[0], ring_compare);
    return n;
}

/* Days on the clock first, the rest in exact seconds: that is the order in which readers apply a
 * duration. */
static struct pgy_event_alarm alarm_of(const struct making *m, const struct ring *ring, bool utc)
{
    struct pgy_event_alarm alarm = {.after = ring->after};
    if (!m->all_day) {
        int64_t away = llabs(ring->at - m->start);
        const bool exact = utc || ring->step.unit == 'h';
        alarm.days = exact ? 0 : (uint32_t)abs(m->day - ring->day);
        alarm.seconds = exact ? (uint32_t)away : 0;
        return alarm;
    }
    /* Midnights between; what remains is within the alarm's own day. */
    pgy_day near = ring->after ? ring->day : ring->day + 1;
    alarm.days = (uint32_t)abs(m->day - near);
    alarm.seconds = (uint32_t)llabs(ring->at - pgy_tz_instant(m->person, near, 0));
    if (alarm.seconds == DAY) { /* -1d at 00:00 */
        alarm.days++;
        alarm.seconds = 0;
    }
    return alarm;
}

static void alarms_add(const struct making *m, const struct ring *rings, size_t n,
                       struct pgy_event *event)
{
    struct pgy_event_alarm *alarms = pgy_arena_array(m->arena, RINGS, sizeof *alarms);
    for (size_t i = 0; i < n && event->nalarms < m->look->most; i++) {
        if (m->look->after || !rings[i].after)
            alarms[event->nalarms++] = alarm_of(m, &rings[i], !event->zone);
    }
    if (n && !event->nalarms) {
        /* Only alarms on the day itself, and a style that cannot say them: at the same hour the day
         * before. */
        struct ring before = ring_on(m, m->day - 1, rings[0].step);
        alarms[event->nalarms++] = alarm_of(m, &before, !event->zone);
    }
    event->alarms = alarms;
}

/* Instants as an event writes them: in the zone where its VTIMEZONE gives both back, else in UTC.
 * False outside the calendar. */
static bool times_of(const struct pgy_tz *zone, int64_t start, int64_t end, struct pgy_event *event)
{
    bool local = pgy_vtimezone_fits(zone, start) && pgy_vtimezone_fits(zone, end);
    const struct pgy_tz *tz = local ? zone : pgy_tz_utc();
    event->zone = local ? pgy_tz_name(zone) : NULL;
    event->start.day = pgy_tz_day(tz, start, &event->start.second);
    event->end.day = pgy_tz_day(tz, end, &event->end.second);
    return event->start.day != PGY_NO_DAY && event->end.day != PGY_NO_DAY;
}

static int64_t end_of(const struct making *m)
{
    pgy_day last = m->last;
    int64_t end = m->start;
    if (m->item->end_minute >= 0)
        end = pgy_tz_instant(m->zone, last, m->item->end_minute * MINUTE);
    else if (last > m->day)
        end = pgy_tz_instant(m->zone, last + 1, 0);
    return end > m->start ? end : m->start + NO_END;
}

static int when_of(const struct making *m, struct pgy_event *event)
{
    if (!m->all_day)
        return times_of(m->zone, m->start, end_of(m), event) ? 0 : PGY_EINVAL;
    event->start = (struct pgy_event_time){m->day, -1};
    event->end = (struct pgy_event_time){m->last + 1, -1};
    return pgy_civil_ymd(event->end.day).year > PGY_YEAR_MAX ? PGY_EINVAL : 0;
}

/* Detail, where it comes from, how sure it is (architecture 10). */
static const char *description_of(const struct making *m)
{
    static const char *const confidence[] = {
        [PGYD_PATTERN] = "Projected from past years; check the date.",
        [PGYD_UNKNOWN] = "This date is not known yet; check it.",
    };
    const struct pgy_item *item = m->item;
    char was[24];
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(64 * 1024);
    if (item->detail)
        pgy_buf_str(&text, item->detail);
    if (item->source)
        pgy_buf_printf(&text, "%sSource: %s", text.len ? "\n\n" : "", item->source);
    if (item->confidence < sizeof confidence / sizeof confidence[0] && confidence[item->confidence])
        pgy_buf_printf(&text, "%s%s", text.len ? "\n" : "", confidence[item->confidence]);
    if (m->snoozed != PGY_NO_DAY && m->day == m->snoozed)
        pgy_buf_printf(&text, "%sSnoozed; planned for %s.", text.len ? "\n" : "",
                       pgy_civil_words(item->start, was));
    return text.len || text.err ? pgy_line_clean(m->arena, pgy_buf_text(&text)) : NULL;
}

static int texts_of(const struct making *m, struct pgy_event *event)
{
    const struct pgy_item *item = m->item;
    if (!m->look->text || (event->confidential && !m->look->secrets)) {
        event->summary = m->look->text ? "Private" : "Busy";
        return 0;
    }
    const char *title = pgy_line_clean(m->arena, item->title);
    const char *prefix = event->cancelled          ? "Cancelled: "
                         : item->state == PGY_DONE ? "\xe2\x9c\x93 "
                                                   : "";
    event->description = description_of(m);
    event->category = item->plugin ? pgy_line_clean(m->arena, item->plugin) : NULL;
    if (!title || (!event->description && (item->detail || item->source)))
        return PGY_EPARSE;
    event->summary = pgy_arena_printf(m->arena, "%s%s%s", prefix, parts[m->part].title, title);
    event->color = item->stakes == PGYD_FATAL ? "red"
                   : item->color              ? pgy_color_name(item->color)
                                              : NULL;
    return 0;
}

/* "7d", "2w", "6mo", "1y", "0d": how long before; "+3d" after. */
static const char *ahead_text(const struct making *m, struct pgyd_step step)
{
    char text[PGY_DUR_TEXT];
    struct pgy_dur dur = {.n = abs(step.n), .unit = (char)step.unit};
    return pgy_arena_printf(m->arena, "%s%s", step.n > 0 ? "+" : "", pgy_dur_text(dur, text));
}

/* The id that UIDs are made from: the first the item ever had (architecture 7). */
static const char *known_by(const struct pgy_item *item)
{
    return item->origin ? item->origin : item->id;
}

/* A reminder as an event of its own; its UID is that of the item and the step, so it stays itself
 * when the item moves. */
static int reminder_of(const struct making *m, const struct ring *ring, const struct pgy_event *of,
                       struct pgy_event *event)
{
    const char *ahead = ring->snooze ? "again" : ring->open ? "open" : ahead_text(m, ring->step);
    *event = *of;
    event->nalarms = 0;
    event->busy = false;
    event->summary =
        pgy_arena_printf(m->arena, "\xe2\x8f\xb0 %s \xe2\x80\x93 %s", ahead, of->summary);
    pgy_uuid_name(pgy_arena_printf(m->arena, "%s/%s%s/%s", m->spec->profile, known_by(m->item),
                                   parts[m->part].uid, ahead),
                  event->uid);
    return times_of(m->all_day ? m->person : m->zone, ring->at, ring->at + REMINDER, event)
               ? 0
               : PGY_EINVAL;
}

/* The events of one part, behind those there are. */
static int events_of(const struct making *m, struct pgy_event *events, size_t *n)
{
    const struct pgy_item *item = m->item;
    struct ring rings[RINGS];
    size_t nrings = rings_of(m, rings);
    struct pgy_event *event = &events[*n];
    *event = (struct pgy_event){
        .revised = item->revised,
        .created = item->created ? item->created : item->revised,
        .sequence = item->sequence,
        .busy = item->flags & PGYD_ITEM_BUSY,
        /* of what is not told at all, not even that it is private */
        .confidential = m->look->text && item->flags & PGYD_ITEM_CONFIDENTIAL,
        .cancelled = item->state == PGY_CANCELLED,
        .tentative = item->confidence == PGYD_PATTERN || item->confidence == PGYD_UNKNOWN,
    };
    pgy_uuid_name(
        pgy_arena_printf(m->arena, "%s/%s%s", m->spec->profile, known_by(item), parts[m->part].uid),
        event->uid);
    int err = when_of(m, event);
    if (!err)
        err = texts_of(m, event);
    if (!err && m->look->alarms)
        alarms_add(m, rings, nrings, event);
    (*n)++;
    for (size_t i = 0; !err && m->look->reminders && item->stakes >= PGYD_COSTLY && i < nrings; i++)
        err = reminder_of(m, &rings[i], event, &events[(*n)++]);
    return err;
}

/* The days of a part; what was put off shows on the day it comes back, when that is later. */
static void days_of(struct making *m, enum part part, enum pgy_choice choice)
{
    const struct pgy_item *item = m->item;
    const bool only_by = part == CLOSES || (choice == PGY_CHOICE_DAY && item->start != item->end);
    pgy_day first = only_by ? item->by : item->start, last = only_by         ? item->by
                                                             : part == OPENS ? item->start
                                                                             : item->end;
    m->part = part;
    m->day = m->snoozed != PGY_NO_DAY && m->snoozed > first ? m->snoozed : first;
    m->last = last < m->day ? m->day : last;
    m->start = m->all_day ? pgy_tz_instant(m->person, m->day, 0)
                          : pgy_tz_instant(m->zone, m->day, item->start_minute * MINUTE);
}

int pgy_event_make(const struct pgy_feed_spec *spec, const struct pgy_item *item,
                   const struct pgy_tz *zone, const struct pgy_tz *person, struct pgy_arena *arena,
                   struct pgy_event **events, size_t *n)
{
    const enum pgy_choice choice = pgy_choice_of(spec->feed, item);
    struct making m = {
        .spec = spec,
        .look = &looks[spec->style],
        .item = item,
        .zone = zone,
        .person = person,
        .arena = arena,
        .snoozed =
            item->state == PGY_DONE || item->state == PGY_CANCELLED || !looks[spec->style].all
                ? PGY_NO_DAY
                : item->snoozed_until,
        /* an end of a long window, or a day of its own, has no hour */
        .all_day = item->start_minute < 0 || choice == PGY_CHOICE_ENDS ||
                   (choice == PGY_CHOICE_DAY && item->start != item->end),
    };
    size_t made = 0;
    int err = 0;
    struct pgy_event *list = pgy_arena_array(arena, 2 * (1 + RINGS), sizeof *list);
    if (!m.look->all && (!(item->flags & PGYD_ITEM_BUSY) || item->state == PGY_CANCELLED)) {
        *n = 0;
        return 0;
    }
    for (enum part part = WHOLE; !err && part < PARTS; part++) {
        if ((part != WHOLE) != (choice == PGY_CHOICE_ENDS))
            continue;
        days_of(&m, part, choice);
        err = events_of(&m, list, &made);
    }
    if (!err) {
        *events = list;
        *n = made;
    }
    return err;
}
