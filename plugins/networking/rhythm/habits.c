/* SPDX-License-Identifier: BSD-2-Clause */
/* The five habits of a month, this one and the next, and what was missed of the last. Whether one
 * was kept is the journal's word. */
#include "plugins/networking/rhythm/rhythm.h"

#include <string.h>

/* S2-52 to S2-56. */
const struct habit habits[HABITS] = {
    {"attending", NUDGE_HABIT_ATTENDING, "Attending"},
    {"grad", NUDGE_HABIT_GRAD, "Fellow or graduate"},
    {"hard_case", NUDGE_HABIT_HARD_CASE, "Hard case"},
    {"coffee", NUDGE_HABIT_COFFEE, "Coffee"},
    {"niche", NUDGE_HABIT_NICHE, "Niche check"},
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
static int emit(const struct pgyd_host *h, const struct nudges *nudges, const struct habit *habit,
                pgyd_day first, pgyd_day last)
{
    struct nudge nudge = nudge_of(nudges, habit->nudge, PGYD_HABIT);
    char period[16], text[24], log[PGC_SLUG];
    nudge.item.occurrence =
        pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, first, text));
    nudge.item.start = first;
    nudge.item.end = last;
    nudge.item.done_log = pgc_format(log, sizeof log, "habit %s", habit->key);
    return nudge_emit(h, &nudge);
}

int habits_plan(const struct pgyd_host *h, const struct nudges *nudges,
                const struct pgc_anchors *anchors)
{
    pgyd_day month = month_first(h, h->today);
    /* A preliminary year leads to another residency, not to a job. */
    if (anchors && anchors->n <= 1)
        return 0;
    for (int k = 0; k < 2; k++, month = month_next(h, month)) {
        /* S2-60: not in the intern year; and not once training is over. */
        if (anchors && (month_next(h, month) <= pgc_pgy_start(h, anchors, 2) || month > anchors->g))
            continue;
        pgyd_day last = month_next(h, month) - 1;
        if (anchors && last > anchors->g)
            last = anchors->g;
        for (int i = 0; i < HABITS; i++) {
            if (!habit_kept(h, &habits[i], month) && emit(h, nudges, &habits[i], month, last) != 0)
                return -1;
        }
    }
    return 0;
}
