/* SPDX-License-Identifier: BSD-2-Clause */
/* First and last day of a section's item, and whether it comes too late. */
#include "plugins/milestones/packs/maker.h"

#include <string.h>

enum { FIRST_YEAR = 1950, LAST_YEAR = 2400 };
enum { LATE_CATCH_UP, LATE_DROP, LATE_TRAINING };

static bool sane(const struct pgyd_host *h, pgyd_day day)
{
    int32_t year = 0, month, dom;
    if (day != PGYD_NO_DAY)
        h->ymd(h->ctx, day, &year, &month, &dom);
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* What lies within the days there are for it: from, to. */
static bool within(struct maker *m, const struct pack_section *s, struct pgyd_item *item,
                   struct trace *trace)
{
    pgyd_day from, to, last = item->end == PGYD_NO_DAY ? item->start : item->end;
    if (!maker_inherited(m, s, P_FROM, &from, NULL) || !maker_inherited(m, s, P_TO, &to, NULL))
        return false;
    if ((from != PGYD_NO_DAY && last < from) || (to != PGYD_NO_DAY && item->start > to)) {
        planner_leave(m->p, s->id, "it lies outside of the days that there are for it");
        return false;
    }
    if (to != PGYD_NO_DAY && last > to) {
        item->end = to;
        trace->note = "it would go on after the last day that there is for it: ended with that";
        maker_inherited(m, s, P_TO, &to, trace);
    }
    if (from != PGYD_NO_DAY && item->start < from) {
        item->start = from;
        trace->note = "it would begin before the first day that there is for it: begun with that";
        maker_inherited(m, s, P_FROM, &from, trace);
    }
    return true;
}

bool maker_span(struct maker *m, struct pack_section *s, struct pgyd_item *item,
                struct trace *trace)
{
    const struct pgyd_host *h = m->p->h;
    pgyd_day end = PGYD_NO_DAY;
    item->start = maker_section_day(m, s, trace);
    if (s->v[P_UNTIL].text && !maker_day(m, s, P_UNTIL, &end, trace))
        return false;
    if (!sane(h, item->start) || (s->v[P_UNTIL].text && !sane(h, end))) {
        planner_leave(m->p, s->id, "what its date stands on is not there, such as a fellowship");
        return false;
    }
    if (end != PGYD_NO_DAY && end < item->start) {
        planner_leave(m->p, s->id, "its last day would lie before its first");
        if (s->pack == PACK_OWN)
            packs_problem(m->packs, s, P_UNTIL, 0, "%s lies before when, %s", s->v[P_UNTIL].text,
                          s->v[P_WHEN].text);
        return false;
    }
    item->end = end;
    return within(m, s, item, trace);
}

/* "12:00 PT": minutes since midnight and the zone; false: it is not that. */
static bool read_time(const char *text, int32_t *minute, const char **zone)
{
    static const char *const zones[][2] = {{" ET", "America/New_York"},
                                           {" CT", "America/Chicago"},
                                           {" MT", "America/Denver"},
                                           {" PT", "America/Los_Angeles"}};
    static const char form[] = "00:00";
    for (size_t i = 0; form[i]; i++) {
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
            return false;
    }
    int hours = (text[0] - '0') * 10 + (text[1] - '0'),
        minutes = (text[3] - '0') * 10 + (text[4] - '0');
    *zone = NULL;
    *minute = hours * 60 + minutes;
    for (size_t i = 0; i < PGC_COUNT(zones); i++) {
        if (strcmp(text + strlen(form), zones[i][0]) == 0)
            *zone = zones[i][1];
    }
    return *zone && hours < 24 && minutes < 60;
}

void maker_time(struct maker *m, const struct pack_section *s, struct pgyd_item *item)
{
    const char *text = s->v[P_TIME].text, *zone;
    int32_t minute;
    if (!text)
        return;
    if (!read_time(text, &minute, &zone)) {
        packs_problem(m->packs, s, P_TIME, 1,
                      "time is an hour and a zone, ET, CT, MT or PT: 12:00 PT");
    } else if (s->v[P_UNTIL].text || s->v[P_EVERY].text) {
        packs_problem(m->packs, s, P_TIME, 0,
                      "only what has one day has a time: neither until nor every");
    } else {
        item->start_minute = minute;
        item->zone = zone;
    }
}

/* Who had begun to work before pgyd was first run has long done, or no longer needs, what led
 * there. */
static bool led_to_work(const struct maker *m, const struct pack_section *s, pgyd_day last)
{
    const struct pgc_anchors *a = m->p->anchors;
    return s->pack != PACK_OWN && a && a->s <= m->p->h->started && last <= a->s;
}

/* Why something that was over before the first run is not caught up on; NULL: it is. */
static const char *gone(const struct maker *m, const struct pack_section *s, int late,
                        const struct pgyd_item *item, pgyd_day last)
{
    const struct pgc_anchors *a = m->p->anchors;
    if (late == LATE_TRAINING)
        return item->end == PGYD_NO_DAY && a && a->g < m->p->h->started
                   ? "training was over when pgyd was first run"
                   : NULL;
    if (led_to_work(m, s, last))
        return "it leads to the first day of work, which was past when pgyd was first run";
    return late == LATE_DROP ? "it was over before pgyd was first run, and cannot be caught up on"
                             : NULL;
}

/* "Never a past event": what only ever was on its day is not caught up on, nor what the next of a
 * series, over as well, asks for again. */
bool maker_too_late(struct maker *m, const struct pack_section *s, const struct pgyd_item *item)
{
    int late = s->pack == PACK_OWN ? LATE_CATCH_UP
                                   : maker_choice(m, s, P_LATE, "catch-up|drop|training",
                                                  s->v[P_EACH].text ? LATE_DROP : LATE_CATCH_UP);
    pgyd_day next = s->v[P_THEN].text ? maker_named_day(m, s, P_THEN) : PGYD_NO_DAY;
    pgyd_day last = item->end == PGYD_NO_DAY ? item->start : item->end;
    const char *why = gone(m, s, late, item, last);
    if (last >= m->p->h->started)
        return false;
    if (why)
        planner_leave(m->p, s->id, "%s", why);
    else if (next != PGYD_NO_DAY && next < m->p->h->started)
        planner_leave(m->p, s->id, "%s has taken its place: both were over when pgyd was first run",
                      s->v[P_THEN].text);
    else
        return false;
    return true;
}
