/* SPDX-License-Identifier: BSD-2-Clause */
/* What a bound comes to for a training, and how it is said. Which rule begins or ends with it is
 * the rule's. */
#include "plugins/milestones/planner/planner.h"

pgyd_day milestones_bound(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                          const struct bound *bound)
{
    pgyd_day day = PGYD_NO_DAY;
    switch (bound->base) {
    case FROM_PGY:
        day = pgc_pgy_start(h, anchors, bound->k);
        break;
    case FROM_PGY_END:
        day = pgc_pgy_end(h, anchors, bound->k);
        break;
    case FROM_R:
        day = anchors->residency_end;
        break;
    case FROM_F0:
        day = anchors->f0;
        break;
    case FROM_START_HALF:
        day = pgc_middle(h, anchors->start, anchors->residency_end);
        break;
    }
    if (day == PGYD_NO_DAY)
        return day;
    day = h->add_months(h->ctx, day, bound->months);
    return day == PGYD_NO_DAY ? day : day + bound->days;
}

const char *milestones_bound_words(const struct bound *bound, char *text, size_t size)
{
    static const char *const names[] = {
        [FROM_R] = "R", [FROM_F0] = "F0", [FROM_START_HALF] = "the middle of START to R"};
    if (bound->base == FROM_PGY || bound->base == FROM_PGY_END)
        pgc_format(text, size, "PGY%d.%s", bound->k, bound->base == FROM_PGY ? "start" : "end");
    else
        pgc_format(text, size, "%s", names[bound->base]);
    if (bound->months)
        pgc_append(text, size, " %c %dmo", bound->months < 0 ? '-' : '+',
                   bound->months < 0 ? -bound->months : bound->months);
    if (bound->days)
        pgc_append(text, size, " %c %dd", bound->days < 0 ? '-' : '+',
                   bound->days < 0 ? -bound->days : bound->days);
    return text;
}

void milestones_bound_trace(const struct planner *p, const struct bound *bound, struct trace *trace)
{
    const struct pgc_anchors *a = p->anchors;
    char name[16];
    switch (bound->base) {
    case FROM_PGY:
        trace_anchor(trace, pgc_format(name, sizeof name, "PGY%d.start", bound->k),
                     pgc_pgy_start(p->h, a, bound->k));
        break;
    case FROM_PGY_END:
        trace_anchor(trace, pgc_format(name, sizeof name, "PGY%d.end", bound->k),
                     pgc_pgy_end(p->h, a, bound->k));
        break;
    case FROM_R:
        trace_anchor(trace, "R", a->residency_end);
        break;
    case FROM_F0:
        trace_anchor(trace, "F0", a->f0);
        trace_anchor(trace, "F1", a->f1);
        break;
    case FROM_START_HALF:
        trace_anchor(trace, "START", a->start);
        trace_anchor(trace, "R", a->residency_end);
        break;
    }
}
