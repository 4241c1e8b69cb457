/* SPDX-License-Identifier: BSD-2-Clause */
/* Adds up logged hours by kind and plans the alert when shares are off. Who is met in them is
 * contacts.c's. */
#include "plugins/networking/rhythm/rhythm.h"

#include <stdlib.h>

enum { HOURS_MAX = 672 };

/* S2-58: shares of working hours and what they should be; S2-59: ten to fifteen percent for the
 * career. */
const struct use uses[USES] = {
    {"clinical", "Clinical work", 75},
    {"events", "Career events", 5},
    {"networking", "Quiet networking", 15},
    {"education", "Contracts and money", 5},
};

struct spent {
    pgyd_day from, to;
    struct bandwidth *of;
};

static int add_hours(void *arg, const struct pgyd_event *event)
{
    struct spent *spent = arg;
    if (event->on < spent->from || event->on > spent->to)
        return 0;
    for (int i = 0; i < USES; i++) {
        const char *text = pgc_event_value(event, uses[i].key);
        char *end;
        double value = text ? strtod(text, &end) : 0;
        if (!text || end == text || *end != '\0' || !(value > 0 && value <= HOURS_MAX))
            continue;
        spent->of->hours[i] += value;
        spent->of->last = pgc_later(spent->of->last, event->on);
    }
    return 0;
}

struct bandwidth bandwidth_of(const struct pgyd_host *h, pgyd_day to)
{
    struct bandwidth b = {.last = PGYD_NO_DAY};
    struct spent spent = {to - HOURS_DAYS + 1, to, &b};
    pgyd_day as_of = pgc_day(h, "hours", "", "as_of");
    h->journal(h->ctx, "hours", NULL, add_hours, &spent);
    for (int i = 0; i < USES; i++) {
        struct pgyd_value v;
        /* The file's figures are those of the 28 days before as_of; a floor while that day is one
         * of the last 28. */
        if (as_of >= spent.from && as_of <= spent.to && pgc_get(h, "hours", "", uses[i].key, &v) &&
            v.real > b.hours[i]) {
            b.hours[i] = v.real;
            b.last = pgc_later(b.last, as_of);
        }
        b.sum += b.hours[i];
    }
    for (int i = 0; i < USES && b.sum > 0; i++)
        b.percent[i] = b.hours[i] / b.sum * 100;
    return b;
}

/* The last day for which hours are known, so that nothing moves by itself. */
static int last_day(void *arg, const struct pgyd_event *event)
{
    pgyd_day *last = arg;
    *last = pgc_later(*last, event->on);
    return 0;
}

int bandwidth_plan(const struct pgyd_host *h, const struct nudges *nudges,
                   const struct pgc_anchors *anchors)
{
    struct nudge nudge = nudge_of(nudges, NUDGE_BANDWIDTH, PGYD_ALERT);
    char period[16], text[24];
    pgyd_day last = pgc_day(h, "hours", "", "as_of");
    h->journal(h->ctx, "hours", NULL, last_day, &last);
    if (last == PGYD_NO_DAY || !anchors || last < pgc_pgy_start(h, anchors, 2) || last > anchors->g)
        return 0;
    struct bandwidth b = bandwidth_of(h, last);
    if (b.sum <= 0 || b.percent[USE_NETWORKING] >= LEAST_PERCENT)
        return 0;
    nudge.item.occurrence =
        pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, last, text));
    nudge.item.start = last;
    return nudge_emit(h, &nudge);
}

void bandwidth_check(const struct pgyd_host *h)
{
    for (int i = 0; i < USES; i++) {
        if (pgc_has(h, "hours", "", uses[i].key) && !pgc_has(h, "hours", "", "as_of")) {
            pgc_warn(h, "hours", "", uses[i].key, "add as_of, the day they were counted",
                     "hours without a day cannot be placed");
            break;
        }
    }
}
