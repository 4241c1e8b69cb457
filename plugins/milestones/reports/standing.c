/* SPDX-License-Identifier: BSD-2-Clause */
/* The report standing: offers, days, habits and people counted. It plans nothing. */
#include "plugins/milestones/reports/reports.h"

#include "plugins/common/parts.h"

#include <string.h>

enum { RECENT_DAYS = 90, MAX_PEOPLE = 256 };

struct people {
    pgyd_day since;
    const char *seen[MAX_PEOPLE];
    uint32_t n;
};

/* Different subjects since a day. */
static int add_person(void *arg, const struct pgyd_event *event)
{
    struct people *p = arg;
    if (event->on < p->since || p->n == MAX_PEOPLE)
        return 0;
    for (uint32_t i = 0; i < p->n; i++) {
        if (strcmp(p->seen[i], event->subject) == 0)
            return 0;
    }
    p->seen[p->n++] = event->subject;
    return 0;
}

struct offers {
    struct people received, settled;
};

static int add_offer(void *arg, const struct pgyd_event *event)
{
    static const char *const ends[] = {"declined", "expired"};
    struct offers *o = arg;
    if (strcmp(event->event, "received") == 0)
        return add_person(&o->received, event);
    for (uint32_t i = 0; i < PGC_COUNT(ends); i++) {
        if (strcmp(event->event, ends[i]) == 0)
            return add_person(&o->settled, event);
    }
    return 0;
}

static uint32_t live(const struct offers *o)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < o->received.n; i++) {
        bool over = false;
        for (uint32_t k = 0; k < o->settled.n; k++)
            over |= strcmp(o->settled.seen[k], o->received.seen[i]) == 0;
        n += !over;
    }
    return n;
}

static int figure(const struct pgyd_host *h, const char *heading, int64_t n, const char *words)
{
    return pgc_heading(h, 2, heading) != 0 ? -1 : pgc_paragraph(h, "%lld %s", (long long)n, words);
}

int milestones_report_standing(const struct pgyd_host *h)
{
    struct offers offers = {.received.since = INT32_MIN, .settled.since = INT32_MIN};
    struct people met = {.since = h->today - RECENT_DAYS},
                  habits = {.since = h->today - RECENT_DAYS};
    struct pgc_anchors a;
    h->journal(h->ctx, "offer", NULL, add_offer, &offers);
    h->journal(h->ctx, "contact", NULL, add_person, &met);
    h->journal(h->ctx, "habit", NULL, add_person, &habits);
    if (pgc_heading(h, 1, "Where you stand") != 0 ||
        figure(h, "Leverage", live(&offers), "offers in hand.") != 0)
        return -1;
    /* Without the dates of the training the paragraph that says so stands in place of the
     * figure. */
    if (milestones_report_anchors(h, &a) &&
        (a.g >= h->today ? figure(h, "Timing", a.g - h->today, "days of training are left.")
                         : figure(h, "Timing", h->today - a.g, "days since training ended.")) != 0)
        return -1;
    if (figure(h, "Signalling", habits.n,
               "of the five monthly habits kept within the last 90 days.") != 0)
        return -1;
    return figure(h, "Relationships", met.n,
                  "people you were in touch with within the last 90 days.");
}
