/* SPDX-License-Identifier: BSD-2-Clause */
/* The five habits of a month, this one and the next, and what was missed of the last. Whether one
 * was kept is the journal's word. */
#include "plugins/networking/rhythm/rhythm.h"

#include <string.h>

enum { LAST_DAYS = 7 };

const struct habit habits[HABITS] = {
    {"attending", "habit-attending", "Attending", "This month: ask an attending about their path",
     "One attending, one honest conversation: how they chose, and what they would not do again.",
     "S2-52", NULL},
    {"grad", "habit-grad", "Fellow or graduate",
     "This month: talk numbers with a fellow or recent graduate",
     "A real talk on what was offered and on which terms.", "S2-53", NULL},
    {"hard_case", "habit-hard-case", "Hard case", "This month: say yes to a hard case",
     "A case or a call that is a little painful and worth having done.", "S2-54", NULL},
    {"coffee", "habit-coffee", "Coffee",
     "This month: coffee with a representative or administrator", "Ask who is always hiring.",
     "S2-55", NULL},
    {"niche", "habit-niche", "Niche check", "This month: five minutes on what you stand for",
     "Which niche are you signalling? What would your programme director say?", "S2-56", "S2-10"},
};

pgyd_day month_first(const struct pgyd_host *h, pgyd_day day)
{
    int32_t y, m, d;
    h->ymd(h->ctx, day, &y, &m, &d);
    return day - (d - 1);
}

pgyd_day month_next(const struct pgyd_host *h, pgyd_day first)
{
    return h->add_months(h->ctx, first, 1);
}

struct within {
    pgyd_day first, after;
    bool found;
};

static int within(void *arg, const struct pgyd_event *event)
{
    struct within *w = arg;
    w->found |= event->on >= w->first && event->on < w->after;
    return w->found;
}

bool habit_kept(const struct pgyd_host *h, const struct habit *habit, pgyd_day first)
{
    struct within w = {first, month_next(h, first), false};
    h->journal(h->ctx, "habit", habit->key, within, &w);
    return w.found;
}

/* The month, or as much of it as belongs to the training. */
static int emit(const struct pgyd_host *h, const struct habit *habit, pgyd_day first, pgyd_day last)
{
    struct pgyd_item item = PGC_ITEM_INIT;
    struct pgyd_step steps[1];
    char period[16], text[24], log[PGC_SLUG];
    int32_t length = last - first + 1;
    /* S2-52: a nudge on the first of the last seven days. */
    steps[0] = (struct pgyd_step){length > LAST_DAYS ? length - LAST_DAYS : 0, 'd', PGYD_WARN};
    item.kind = PGYD_HABIT;
    item.severity = PGYD_INFO;
    item.slug = habit->slug;
    item.occurrence = pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, first, text));
    item.title = habit->title;
    item.detail = habit->detail;
    item.start = first;
    item.end = last;
    item.source = "five monthly habits";
    const char *const refs[] = {habit->ref, habit->more};
    item.refs = refs;
    item.nrefs = habit->more ? 2 : 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    item.done_log = pgc_format(log, sizeof log, "habit %s", habit->key);
    return h->emit(h->ctx, &item);
}

/* The month that ended, if pgyd saw it from its first day: what was not kept in it. */
static int emit_missed(const struct pgyd_host *h, const struct pgc_anchors *anchors, pgyd_day first)
{
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    const char *refs[HABITS];
    struct pgyd_item item = PGC_ITEM_INIT;
    char period[16], text[24], title[PGC_TITLE], detail[PGC_DETAIL] = "Not kept: ";
    if (first < h->started ||
        (anchors && (first < pgc_pgy_start(h, anchors, 2) || first > anchors->g)))
        return 0;
    for (int i = 0; i < HABITS; i++) {
        if (habit_kept(h, &habits[i], first))
            continue;
        pgc_append(detail, sizeof detail, "%s%s", item.nrefs ? ", " : "", habits[i].label);
        refs[item.nrefs++] = habits[i].ref;
    }
    if (item.nrefs == 0)
        return 0;
    pgc_append(detail, sizeof detail,
               ". Something forgotten to write down: pgyctl log habit NAME --on DATE");
    item.kind = PGYD_ALERT;
    item.severity = PGYD_INFO;
    item.slug = "habits-missed";
    item.occurrence = pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, first, text));
    item.title = pgc_format(title, sizeof title, "Monthly habits missed in %s", period);
    item.detail = detail;
    item.start = month_next(h, first);
    item.source = "five monthly habits";
    item.refs = refs;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

int habits_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    pgyd_day month = month_first(h, h->today);
    /* A preliminary year leads to another residency, not to a job. */
    if (anchors && anchors->n <= 1)
        return 0;
    if (emit_missed(h, anchors, h->add_months(h->ctx, month, -1)) != 0)
        return -1;
    for (int k = 0; k < 2; k++, month = month_next(h, month)) {
        /* S2-60: not in the intern year; and not once training is over. */
        if (anchors && (month_next(h, month) <= pgc_pgy_start(h, anchors, 2) || month > anchors->g))
            continue;
        pgyd_day last = month_next(h, month) - 1;
        if (anchors && last > anchors->g)
            last = anchors->g;
        for (int i = 0; i < HABITS; i++) {
            if (!habit_kept(h, &habits[i], month) && emit(h, &habits[i], month, last) != 0)
                return -1;
        }
    }
    return 0;
}
