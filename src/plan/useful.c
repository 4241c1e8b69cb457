/* SPDX-License-Identifier: BSD-2-Clause */
/* Three useful things a week: a habit, a person, a project. Chosen anew from the same order
 * whenever asked; remembered is only which week first had one. */
#include "plan/today.h"

enum sort { HABIT, PERSON, PROJECT, SORTS };
enum { DAYS = 7 };

static enum sort sort_of(const struct pgy_item *item)
{
    return item->kind == PGYD_HABIT ? HABIT : item->about ? PERSON : PROJECT;
}

bool pgy_item_useful(const struct pgy_item *item, pgy_day started, pgy_day week)
{
    const pgy_day chosen = started > week ? started : week;
    const bool fixed = item->kind == PGYD_MILESTONE || item->kind == PGYD_DEADLINE;
    if (item->stakes != PGYD_USEFUL || pgy_item_of_offer(item) || item->unpublished || item->brief)
        return false;
    /* What was past at the first run is sorted, but a friend one forgot is a friend. */
    if (item->catch_up && !pgy_item_cadence(item))
        return false;
    return fixed ? item->by >= week && item->by - week < DAYS : item->start <= chosen;
}

/* Whether another week had it. */
static bool was_shown(const struct pgy_timeline *timeline, const struct pgy_item *item,
                      pgy_day week)
{
    return timeline->shown && item->shown != PGY_NO_DAY && item->shown < week;
}

/* A fixed day in its week takes the project's place; what no week had yet comes before what one
 * had. */
static bool before(const struct pgy_timeline *timeline, pgy_day week, const struct pgy_item *a,
                   const struct pgy_item *b)
{
    bool fa = a->kind == PGYD_MILESTONE, fb = b->kind == PGYD_MILESTONE,
         sa = was_shown(timeline, a, week), sb = was_shown(timeline, b, week);
    return fa != fb ? fa : sa != sb ? sb : pgy_item_sooner(a, b) < 0;
}

/* To be done, or done since the week began. */
static bool counts(const struct pgy_item *item, pgy_day week)
{
    return pgy_item_asked(item) || (item->state == PGY_DONE && item->done_on >= week);
}

/* The first of a sort; what was done this week is replaced, once. */
static const struct pgy_item *pick(const struct pgy_timeline *timeline, pgy_day week,
                                   enum sort sort)
{
    const struct pgy_item *first = NULL, *second = NULL;
    for (size_t i = 0; i < timeline->n; i++) {
        const struct pgy_item *item = &timeline->items[i];
        if (!pgy_item_useful(item, timeline->started, week) || sort_of(item) != sort ||
            !counts(item, week))
            continue;
        if (!first || before(timeline, week, item, first)) {
            second = first;
            first = item;
        } else if (!second || before(timeline, week, item, second)) {
            second = item;
        }
    }
    if (first && first->state == PGY_DONE)
        first = second;
    return first && first->state != PGY_DONE ? first : NULL;
}

size_t pgy_today_useful(const struct pgy_timeline *timeline, pgy_day week,
                        const struct pgy_item *useful[PGY_USEFUL])
{
    size_t n = 0;
    for (enum sort sort = 0; sort < SORTS; sort++) {
        const struct pgy_item *item = pick(timeline, week, sort);
        if (item)
            useful[n++] = item;
    }
    return n;
}
