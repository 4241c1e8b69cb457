/* SPDX-License-Identifier: BSD-2-Clause */
/* What comes back by the month and the quarter, one row each, this period and the next. What comes
 * back by the year is in lane.c and in packs. */
#include "plugins/milestones/training/training.h"

enum { WINDOW_MONTHS = 18, QUARTER = 3 };

struct period {
    const char *slug, *title, *detail, *source, *ref, *rule;
    int months; /* 1 or 3: from the first of a month, or of January, April, July, October */
};

/* S2-43: four things of the last eighteen months. In the calendar and the agenda, without reminders
 * of their own: five habits ring already. */
static const struct period monthly[] = {
    {"monthly-cases", "This month: the cases that count",
     "Put yourself down for one case or patient of the kind you want to be hired for.",
     "marketability: four things a month in the last 18 months", "S2-43",
     "every month from G - 18mo to G", 1},
    {"monthly-room", "This month: run it from start to end",
     "One list, one clinic or one shift that you run yourself, with its volume and its end on "
     "time.",
     "marketability: four things a month in the last 18 months", "S2-43",
     "every month from G - 18mo to G", 1},
    {"monthly-records", "This month: notes and codes that hold",
     "Go through ten of your own notes with somebody who codes. What was left out, what was not "
     "paid?",
     "marketability: four things a month in the last 18 months", "S2-43",
     "every month from G - 18mo to G", 1},
    {"monthly-lean", "This month: one step further into the niche",
     "A talk, a protocol, a review, a course: something that your name stays on.",
     "marketability: four things a month in the last 18 months", "S2-43",
     "every month from G - 18mo to G", 1},
};

/* S2-09 */
static const struct period share = {
    "case-share",
    "This quarter: does the case log match the lane?",
    "Cases of your lane, divided by all cases: write the share down and compare it with the last "
    "one.\n"
    "- Ask one attending what they would say you are good at. Is it the lane?",
    "case log and reputation match the niche, looked at every quarter",
    "S2-09",
    "every quarter from PGY2.start to G",
    QUARTER};

static pgyd_day first_of(const struct pgyd_host *h, const struct period *period, pgyd_day day)
{
    int32_t y, m, d;
    h->ymd(h->ctx, day, &y, &m, &d);
    return h->day(h->ctx, y, m - (m - 1) % period->months, 1);
}

/* A period's days, within the window it belongs to. */
static int emit(const struct planner *p, const struct period *period, pgyd_day first, pgyd_day from,
                pgyd_day to)
{
    const struct pgyd_host *h = p->h;
    struct pgyd_item item = PGC_ITEM_INIT;
    struct trace trace = {.rule = period->rule};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    char name[16], text[24];
    item.start = first > from ? first : from;
    item.end = h->add_months(h->ctx, first, period->months) - 1;
    item.end = item.end < to ? item.end : to;
    if (item.end < item.start)
        return 0;
    item.kind = PGYD_HABIT;
    item.severity = PGYD_INFO;
    item.slug = period->slug;
    item.occurrence = pgc_format(name, sizeof name, "%.7s", h->day_text(h->ctx, first, text));
    item.title = period->title;
    item.detail = period->detail;
    item.source = period->source;
    item.refs = &period->ref;
    item.nrefs = 1;
    if (period->months == 1)
        item.flags |= PGYD_ITEM_NO_LADDER;
    else {
        item.steps = steps;
        item.nsteps = PGC_COUNT(steps);
    }
    trace_anchor(&trace, "G", p->anchors->g);
    if (period->months == QUARTER)
        trace_anchor(&trace, "PGY2.start", from);
    return planner_emit(p, &item, &trace);
}

static int two_periods(const struct planner *p, const struct period *period, pgyd_day from,
                       pgyd_day to)
{
    pgyd_day first = first_of(p->h, period, p->h->today);
    if (planner_off(p, period->slug))
        return 0;
    if (emit(p, period, first, from, to) != 0)
        return -1;
    return emit(p, period, p->h->add_months(p->h->ctx, first, period->months), from, to);
}

int milestones_monthly_plan(const struct planner *p)
{
    const struct pgc_anchors *a = p->anchors;
    struct lanes lanes;
    if (a->n <= 1)
        return 0;
    pgyd_day from =
        pgc_later(p->h->add_months(p->h->ctx, a->g, -WINDOW_MONTHS), pgc_pgy_start(p->h, a, 2));
    for (uint32_t i = 0; i < PGC_COUNT(monthly); i++) {
        if (two_periods(p, &monthly[i], from, a->g) != 0)
            return -1;
    }
    milestones_lanes(p->h, &lanes);
    if (lanes.n == 0 || !pgc_has(p->h, "goal", "", "lane")) {
        planner_leave(p, share.slug,
                      lanes.n == 0 ? "your field is not one of those in lists/lanes.tsv"
                                   : "[goal] lane is not set yet");
        return 0;
    }
    return two_periods(p, &share, pgc_pgy_start(p->h, a, 2), a->g);
}
