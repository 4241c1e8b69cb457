/* SPDX-License-Identifier: BSD-2-Clause */
/* Plans the rows of the table in phases.c: which apply, from when to when, with what words. The
 * rows themselves are there. */
#include "plugins/milestones/phases/phases.h"

#include "plugins/milestones/lanes/lanes.h"

enum { LAST_MONTH = 30, LONG_WINDOW = 60, WORDS = 80 };

static uint32_t count_refs(const char *const *refs, uint32_t max)
{
    uint32_t n = 0;
    while (n < max && refs[n])
        n++;
    return n;
}

/* S1-08: ranks are reviewed until there is an offer. */
static bool ranked(const struct planner *p, const struct phase *phase, pgyd_day day)
{
    char text[24];
    pgyd_day offer = phase->flags & RANK ? pgc_first(p->h, "offer", NULL, "received") : PGYD_NO_DAY;
    if (offer == PGYD_NO_DAY || offer >= day)
        return false;
    planner_leave(p, phase->slug, "an offer was received on %s: the rank is settled",
                  p->h->day_text(p->h->ctx, offer, text));
    return true;
}

/* The next row of the same series, as far as it had come on the first day of pgyd. */
static bool superseded(const struct planner *p, const struct phase *phase)
{
    size_t n;
    const struct phase *table = milestones_phases(&n), *next = phase + 1;
    if (!(phase->flags & SERIES) || next >= table + n || next->flags != phase->flags)
        return false;
    pgyd_day day = milestones_bound(p->h, p->anchors, &next->from);
    return day != PGYD_NO_DAY && day < p->h->started;
}

/* First run (architecture 8): what was past on the first day of pgyd is caught up on. Not when
 * there is nothing left to do about it. */
static bool bygone(const struct planner *p, const struct phase *phase, pgyd_day last)
{
    if (last >= p->h->started || phase->kind == PGYD_WINDOW)
        return false;
    if (phase->flags & MARKER)
        planner_leave(p, phase->slug,
                      "it was over when pgyd was first run, and leaves nothing to catch up on");
    else if (p->anchors->g < p->h->started && phase->from.base != FROM_S)
        planner_leave(p, phase->slug, "training was over when pgyd was first run");
    else if (superseded(p, phase))
        planner_leave(p, phase->slug,
                      "%s has taken its place: both were over when pgyd was first run",
                      phase[1].slug);
    else
        return false;
    return true;
}

/* S2-60: nothing about jobs rings in PGY-1, whatever a short training makes begin there. */
static void add_step(const struct planner *p, const struct phase *phase, struct pgyd_item *item,
                     struct pgyd_step *steps, int32_t n)
{
    pgyd_day second = p->anchors->n > 1 ? pgc_pgy_start(p->h, p->anchors, 2) : PGYD_NO_DAY;
    if ((phase->flags & JOB) && second != PGYD_NO_DAY && item->start + n < second)
        n = second - item->start;
    if (n > item->end - item->start || (item->nsteps > 0 && steps[item->nsteps - 1].n >= n))
        return;
    steps[item->nsteps++] = (struct pgyd_step){n, 'd', PGYD_INFO};
}

/* Days of a phase, within the training where its bounds are years of it: false when this training
 * leaves no room for it. */
static bool days(const struct planner *p, const struct phase *phase, struct pgyd_item *item,
                 struct trace *trace)
{
    const struct pgc_anchors *a = p->anchors;
    item->start = milestones_bound(p->h, a, &phase->from);
    item->end = milestones_bound(p->h, a, &phase->to);
    if (item->start == PGYD_NO_DAY || item->end == PGYD_NO_DAY || item->end < a->start)
        return false;
    if (phase->from.base != FROM_S && item->start > a->g)
        return false;
    if (phase->from.base != FROM_S && item->end > a->g) {
        item->end = a->g;
        trace->note = "it would go on after the end of training: ended with it";
        trace_anchor(trace, "G", a->g);
    }
    if (item->start < a->start) {
        item->start = a->start;
        trace->note = "it would begin before the training does: begun with it";
        trace_anchor(trace, "START", a->start);
    }
    return item->start <= item->end;
}

/* S2-06: the lanes listed for the field, where one is to be picked. */
static const char *detail_of(const struct planner *p, const struct phase *phase, char *detail)
{
    struct lanes lanes;
    if (!(phase->flags & LANE))
        return phase->detail;
    milestones_lanes(p->h, &lanes);
    pgc_format(detail, PGC_DETAIL, "%s", phase->detail);
    milestones_lanes_named(&lanes, detail);
    return detail;
}

static int emit_phase(const struct planner *p, const struct phase *phase)
{
    struct pgyd_item item = PGC_ITEM_INIT;
    struct pgyd_step steps[3];
    struct trace trace = {0};
    char bound[WORDS], rule[2 * WORDS], detail[PGC_DETAIL];
    if (planner_off(p, phase->slug))
        return 0;
    milestones_bound_trace(p, &phase->from, &trace);
    trace.rule = pgc_format(rule, sizeof rule, "%s",
                            milestones_bound_words(&phase->from, bound, sizeof bound));
    if (phase->kind == PGYD_WINDOW) {
        pgc_append(rule, sizeof rule, " to %s",
                   milestones_bound_words(&phase->to, bound, sizeof bound));
        milestones_bound_trace(p, &phase->to, &trace);
    }
    if (!days(p, phase, &item, &trace)) {
        planner_leave(p, phase->slug, "this training leaves no room for it");
        return 0;
    }
    if (ranked(p, phase, item.start) || bygone(p, phase, item.end))
        return 0;
    if (phase->kind == PGYD_MILESTONE)
        add_step(p, phase, &item, steps, -14);
    add_step(p, phase, &item, steps, 0);
    if (phase->kind == PGYD_WINDOW && item.end - item.start > LONG_WINDOW)
        add_step(p, phase, &item, steps, item.end - item.start - LAST_MONTH);
    if (item.nsteps == 0)
        item.flags |= PGYD_ITEM_NO_LADDER;
    item.kind = phase->kind;
    item.severity = PGYD_INFO;
    item.slug = phase->slug;
    item.title = phase->title;
    item.detail = detail_of(p, phase, detail);
    item.source = phase->source;
    item.refs = phase->refs;
    item.nrefs = count_refs(phase->refs, PGC_COUNT(phase->refs));
    item.steps = steps;
    return planner_emit(p, &item, &trace);
}

int milestones_phases_plan(const struct planner *p)
{
    size_t n;
    const struct phase *phases = milestones_phases(&n);
    for (size_t i = 0; i < n; i++) {
        if (milestones_applies(&phases[i], p->anchors) && emit_phase(p, &phases[i]) != 0)
            return -1;
    }
    return 0;
}
