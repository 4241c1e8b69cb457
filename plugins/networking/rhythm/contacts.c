/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes items of the schedule, a reminder each, and checks that all of them fit. The days come from
 * schedule.c. */
#include "plugins/networking/rhythm/rhythm.h"

#include <string.h>

struct plan {
    const struct pgyd_host *h;
    const struct nudges *nudges;
    const struct pgc_anchors *anchors;
    struct cards cards;
};

/* When, what was noted, and two questions: five points at most. */
static uint32_t points_of(const struct plan *plan, const struct person *p, uint32_t occurrence,
                          char points[PGC_DETAIL], const char **refs, uint32_t n)
{
    char words[24];
    points[0] = '\0';
    if (p->last != PGYD_NO_DAY)
        pgc_append(points, PGC_DETAIL, "\n- Last in touch: %s",
                   plan->h->day_words(plan->h->ctx, p->last, words));
    if (p->note)
        pgc_append(points, PGC_DETAIL, "\n- Your note: %s", p->note);
    return cards_for_person(&plan->cards, p, occurrence, points, PGC_DETAIL, refs, n);
}

static int emit(const struct plan *plan, const struct person *p, uint32_t occurrence, pgyd_day day)
{
    struct nudge nudge = nudge_of(plan->nudges, p->nudge, PGYD_REMINDER);
    struct pgyd_item *item = &nudge.item;
    char slug[PGC_SLUG], number[16], points[PGC_DETAIL], log[PGC_SLUG];
    const char *refs[CARD_REFS + 3];
    uint32_t n = 0;
    for (; n < item->nrefs; n++)
        refs[n] = item->refs[n];
    if (p->class_ahead > 0)
        refs[n++] = "S2-38";
    /* S3-13: trust is kept up after the contract too. */
    if (plan->anchors && day > plan->anchors->g)
        refs[n++] = "S3-13";
    item->slug = pgc_format(slug, sizeof slug, "contact-%s", p->id);
    item->occurrence = pgc_format(number, sizeof number, "%u", occurrence);
    item->nrefs = points_of(plan, p, occurrence, points, refs, n);
    item->refs = refs;
    item->start = day;
    item->done_log = pgc_format(log, sizeof log, "contact %s", p->id);
    nudge_about(&nudge, "contact", p->id);
    nudge_say(&nudge, "name", p->name);
    nudge_say(&nudge, "points", points);
    return nudge_emit(plan->h, &nudge);
}

int contacts_plan(const struct pgyd_host *h, const struct nudges *nudges,
                  const struct pgc_anchors *anchors, const struct people *people)
{
    struct plan plan = {.h = h, .nudges = nudges, .anchors = anchors};
    cards_load(h, &plan.cards);
    for (uint32_t i = 0; i < people->n; i++) {
        const struct person *p = &people->list[i];
        /* The open one, and the next while it lies ahead: nobody is late twice with one person. */
        const pgyd_day days[] = {p->open, p->next};
        if (p->open == PGYD_NO_DAY || p->next == PGYD_NO_DAY)
            continue;
        for (uint32_t k = 0; k < 2; k++) {
            if (k > 0 && days[k] <= h->today)
                break;
            if (emit(&plan, p, p->times + p->skipped + k, days[k]) != 0)
                return -1;
        }
    }
    return 0;
}

/* ---- the check ---- */

/* More people than weeks: the schedule keeps the weeks and gives up the rhythm, which the person
 * should know. */
void contacts_check(const struct pgyd_host *h)
{
    struct people people PEOPLE_CLEANUP = {0};
    if (people_load(h, &people) != 0)
        return;
    double demand = schedule_demand(h, &people);
    int64_t cap = pgc_num(h, "networking", "", "per_week", PER_WEEK);
    if (demand > (double)cap)
        pgc_warn(h, "networking", "", pgc_has(h, "networking", "", "per_week") ? "per_week" : NULL,
                 "raise per_week, or give some of them a longer cadence",
                 "%u contacts at their rhythms are %.1f a week, and at most %d are planned in one: "
                 "some will wait longer than their cadence",
                 people.n, demand, (int)cap);
}
