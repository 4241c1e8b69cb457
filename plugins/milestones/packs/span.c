/* SPDX-License-Identifier: BSD-2-Clause */
/* First and last day of a section's item, and whether it comes too late. */
#include "plugins/milestones/packs/maker.h"

enum { FIRST_YEAR = 1950, LAST_YEAR = 2400 };

static bool sane(const struct pgyd_host *h, pgyd_day day)
{
    int32_t year = 0, month, dom;
    if (day != PGYD_NO_DAY)
        h->ymd(h->ctx, day, &year, &month, &dom);
    return year >= FIRST_YEAR && year <= LAST_YEAR;
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
    return true;
}

/* Who had begun to work before pgyd was first run has long done, or no longer needs, what led
 * there. */
static bool led_to_work(const struct maker *m, const struct pack_section *s, pgyd_day last)
{
    const struct pgc_anchors *a = m->p->anchors;
    return s->pack != PACK_OWN && a && a->s <= m->p->h->started && last <= a->s;
}

/* "Never a past event": what only ever was on its day is not caught up on. */
bool maker_too_late(struct maker *m, const struct pack_section *s, const struct pgyd_item *item)
{
    int drop = s->pack == PACK_OWN
                   ? 0
                   : maker_choice(m, s, P_LATE, "catch-up|drop", s->v[P_EACH].text ? 1 : 0);
    pgyd_day last = item->end == PGYD_NO_DAY ? item->start : item->end;
    bool working = led_to_work(m, s, last);
    if ((!drop && !working) || last >= m->p->h->started)
        return false;
    planner_leave(m->p, s->id,
                  working
                      ? "it leads to the first day of work, which was past when pgyd was first run"
                      : "it was over before pgyd was first run, and cannot be caught up on");
    return true;
}
