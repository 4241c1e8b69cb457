/* SPDX-License-Identifier: BSD-2-Clause */
/* Who is missing: power centers, references, influence, seniors; and asking each reference. When to
 * be in touch with whom is the rhythm's. */
#include "plugins/networking/people/people.h"

enum {
    FIRST_PROMPT_DAYS = 30,
    WEEK = 7,
    RECONFIRM_MONTHS = 12,
    ASK_MONTHS = 13,
    REFERENCE_MONTHS = 12,
    INFLUENCE_MONTHS = 24,
    SAME_SEASON_MONTHS = 3
};

const struct center centers[CENTERS] = {
    {"attending", "attendings with volume", NUDGE_ATTENDING, NUDGE_ATTENDING_QUIET},
    {"staff", "clinic and operating-room staff", NUDGE_STAFF, NUDGE_STAFF_QUIET},
    {"scheduling", "schedulers and administrators", NUDGE_SCHEDULING, NUDGE_SCHEDULING_QUIET},
    {"referring", "referring services", NUDGE_REFERRING, NUDGE_REFERRING_QUIET},
};

pgyd_day center_touched(const struct people *people, int center, uint32_t *n)
{
    pgyd_day last = PGYD_NO_DAY;
    *n = 0;
    for (uint32_t i = 0; i < people->n; i++) {
        if (people->list[i].center == center) {
            ++*n;
            last = pgc_later(last, people->list[i].last);
        }
    }
    return last;
}

/* S2-11 to S2-14. A center nobody is in is a thing to do, one a week at first, for which there is
 * time until the end; the people of one that was not touched for long have reminders of their
 * own. */
static int emit_center(const struct pgyd_host *h, const struct nudges *nudges, int i,
                       const struct pgc_anchors *anchors, const struct people *people)
{
    const struct center *center = &centers[i];
    char slug[PGC_SLUG];
    uint32_t n;
    pgyd_day last = center_touched(people, i, &n);
    struct nudge nudge = nudge_of(nudges, n ? center->quiet : center->nobody, PGYD_ALERT);
    /* Day 90 is still within the last 90 days. */
    pgyd_day start = last == PGYD_NO_DAY ? h->started + FIRST_PROMPT_DAYS : last + CENTER_DAYS + 1;
    if (anchors)
        start = pgc_later(start, pgc_pgy_start(h, anchors, 2));
    if (n == 0)
        start += i * WEEK;
    if (anchors && start > anchors->g)
        return 0;
    nudge.item.slug = pgc_format(slug, sizeof slug, "center-%s", center->name);
    nudge.item.start = start;
    nudge.item.by = anchors ? anchors->g : PGYD_NO_DAY;
    nudge_about(&nudge, "center", center->name);
    return nudge_emit(h, &nudge);
}

/* How many references were asked, and a point with the names of the others. */
static uint32_t asked(const struct people *people, char *open, size_t size)
{
    uint32_t n = 0;
    open[0] = '\0';
    for (uint32_t i = 0; i < people->n; i++) {
        const struct person *p = &people->list[i];
        n += person_asked(p);
        if (p->reference && !person_asked(p))
            pgc_append(open, size, "%s%s", open[0] ? ", " : "\n- Still to ask: ", p->name);
    }
    return n;
}

/* S1-10: three references who were asked, one of whom will call, a year before the end: the one
 * line of them that rings. */
static int emit_references(const struct pgyd_host *h, const struct nudges *nudges,
                           const struct pgc_anchors *anchors, const struct people *people)
{
    struct nudge nudge = nudge_of(nudges, NUDGE_REFERENCES, PGYD_MILESTONE);
    char number[16], open[PGC_DETAIL / 4];
    uint32_t will_call, n = asked(people, open, sizeof open);
    people_references(people, &will_call);
    if (n >= REFERENCES && will_call >= 1)
        return 0;
    nudge.item.start = h->add_months(h->ctx, anchors->g, -REFERENCE_MONTHS);
    nudge_say(&nudge, "asked", pgc_format(number, sizeof number, "%u", n));
    nudge_say(&nudge, "open", open);
    return nudge_emit(h, &nudge);
}

/* S1-10: each reference is asked, and a year later asked again; "@ask" and "@2027" are two things
 * to do, done one by one. */
static int emit_reference(const struct pgyd_host *h, const struct nudges *nudges,
                          const struct pgc_anchors *anchors, const struct person *p)
{
    char slug[PGC_SLUG], period[16];
    bool again = p->asked_on != PGYD_NO_DAY;
    int32_t year, month, dom;
    pgyd_day start = again ? h->add_months(h->ctx, p->asked_on, RECONFIRM_MONTHS)
                           : h->add_months(h->ctx, anchors->g, -ASK_MONTHS);
    if (!p->reference || start == PGYD_NO_DAY || start > anchors->g)
        return 0;
    struct nudge nudge =
        nudge_of(nudges, again ? NUDGE_REFERENCE_AGAIN : NUDGE_REFERENCE_ASK, PGYD_REMINDER);
    h->ymd(h->ctx, start, &year, &month, &dom);
    nudge.item.slug = pgc_format(slug, sizeof slug, "reference-%s", p->id);
    nudge.item.occurrence = again ? pgc_format(period, sizeof period, "%d", year) : "ask";
    nudge.item.start = start;
    if (!again)
        nudge.item.by = h->add_months(h->ctx, anchors->g, -REFERENCE_MONTHS);
    nudge_about(&nudge, "contact", p->id);
    nudge_say(&nudge, "name", p->name);
    return nudge_emit(h, &nudge);
}

/* S1-58: two or three with real influence; S2-38: somebody two or three classes ahead, on a
 * rhythm. */
static int emit_missing(const struct pgyd_host *h, const struct nudges *nudges,
                        const struct pgc_anchors *anchors, const struct people *people)
{
    struct nudge influential = nudge_of(nudges, NUDGE_INFLUENTIAL, PGYD_ALERT),
                 ahead = nudge_of(nudges, NUDGE_CLASSES_AHEAD, PGYD_ALERT);
    bool known = false;
    for (uint32_t i = 0; i < people->n; i++)
        known |= people->list[i].class_ahead == 2 || people->list[i].class_ahead == 3;
    /* S2-60: in three years of training G - 24 is the last day of PGY-1, which stays quiet. */
    influential.item.start = pgc_later(h->add_months(h->ctx, anchors->g, -INFLUENCE_MONTHS),
                                       pgc_pgy_start(h, anchors, 2));
    if (people_influential(people) < INFLUENTIAL && influential.item.start != PGYD_NO_DAY &&
        nudge_emit(h, &influential) != 0)
        return -1;
    ahead.item.start = pgc_pgy_start(h, anchors, 2);
    return known || ahead.item.start == PGYD_NO_DAY ? 0 : nudge_emit(h, &ahead);
}

/* S2-25: graduating seniors know in spring who recruits: each year from PGY-2 to the last but one.
 * Who ends in July graduates with them. */
static int emit_seniors(const struct pgyd_host *h, const struct nudges *nudges,
                        const struct pgc_anchors *anchors)
{
    pgyd_day from = pgc_pgy_start(h, anchors, 2);
    const pgyd_day last = h->add_months(h->ctx, anchors->g, -SAME_SEASON_MONTHS);
    for (int32_t year = h->academic_year(h->ctx, from) + 1; h->day(h->ctx, year, 6, 30) < last;
         year++) {
        struct nudge nudge = nudge_of(nudges, NUDGE_ASK_SENIORS, PGYD_WINDOW);
        char period[16];
        nudge.item.occurrence = pgc_format(period, sizeof period, "%d", year);
        nudge.item.start = h->day(h->ctx, year, 4, 1);
        nudge.item.end = h->day(h->ctx, year, 6, 30);
        if (nudge_emit(h, &nudge) != 0)
            return -1;
    }
    return 0;
}

static int references_plan(const struct pgyd_host *h, const struct nudges *nudges,
                           const struct pgc_anchors *anchors, const struct people *people)
{
    for (uint32_t i = 0; i < people->n; i++) {
        if (emit_reference(h, nudges, anchors, &people->list[i]) != 0)
            return -1;
    }
    return emit_references(h, nudges, anchors, people);
}

int centers_plan(const struct pgyd_host *h, const struct nudges *nudges,
                 const struct pgc_anchors *anchors, const struct people *people, bool accepted)
{
    /* A preliminary year leads to another residency, not to a job. */
    if (anchors && anchors->n <= 1)
        return 0;
    for (int i = 0; i < CENTERS; i++) {
        if (emit_center(h, nudges, i, anchors, people) != 0)
            return -1;
    }
    if (!anchors)
        return 0;
    if ((!accepted && references_plan(h, nudges, anchors, people) != 0) ||
        emit_missing(h, nudges, anchors, people) != 0)
        return -1;
    return emit_seniors(h, nudges, anchors);
}
