/* SPDX-License-Identifier: BSD-2-Clause */
/* Alerts about who is missing: power centers, references, influence, seniors; and asking each
 * reference. When to be in touch with whom is the rhythm's. */
#include "plugins/networking/people/people.h"

enum {
    FIRST_PROMPT_DAYS = 30,
    RECONFIRM_MONTHS = 12,
    ASK_MONTHS = 13,
    INFLUENCE_MONTHS = 24,
    SAME_SEASON_MONTHS = 3
};

const struct center centers[CENTERS] = {
    {"attending", "attendings with volume", "Nobody among the busy attendings knows of you lately",
     "S2-11"},
    {"staff", "clinic and operating-room staff",
     "Nobody among the clinic and operating-room staff knows of you lately", "S2-12"},
    {"scheduling", "schedulers and administrators",
     "Nobody among schedulers and administrators knows of you lately", "S2-13"},
    {"referring", "referring services", "Nobody in the referring services knows of you lately",
     "S2-14"},
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

static int emit_center(const struct pgyd_host *h, int i, const struct pgc_anchors *anchors,
                       const struct people *people)
{
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    const struct center *center = &centers[i];
    struct pgyd_item item = PGC_ITEM_INIT;
    char slug[PGC_SLUG];
    uint32_t n;
    pgyd_day last = center_touched(people, i, &n);
    /* Day 90 is still within the last 90 days. */
    item.start = last == PGYD_NO_DAY ? h->started + FIRST_PROMPT_DAYS : last + CENTER_DAYS + 1;
    if (anchors)
        item.start = pgc_later(item.start, pgc_pgy_start(h, anchors, 2));
    if (anchors && item.start > anchors->g)
        return 0;
    item.kind = PGYD_ALERT;
    item.severity = PGYD_INFO;
    item.slug = pgc_format(slug, sizeof slug, "center-%s", center->name);
    item.title = center->title;
    item.detail = n ? "Ninety days without a word. Drop by, and log it with pgyctl log contact."
                    : "Add one person as [contact:id] with this center: they are asked about you "
                      "when you apply.";
    item.source = "each of the four centres touched within 90 days";
    item.refs = &center->ref;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

/* S1-10: three references, one of whom will call, a year before the end. */
static int emit_references(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                           const struct people *people)
{
    static const char *const refs[] = {"S1-10", "S1-09"};
    static const struct pgyd_step steps[] = {
        {-90, 'd', PGYD_INFO}, {-30, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct pgyd_item item = PGC_ITEM_INIT;
    uint32_t will_call, n = people_references(people, &will_call);
    if (n >= REFERENCES && will_call >= 1)
        return 0;
    item.kind = PGYD_MILESTONE;
    item.severity = PGYD_WARN;
    item.slug = "references";
    item.title = "Three references, one of whom will call";
    item.detail = "Ask them in person, and whether they pick up the phone. Mark them reference = "
                  "yes and will_call = yes.";
    item.start = h->add_months(h->ctx, anchors->g, -12);
    item.source = "references settled 12 months before the end of training";
    item.refs = refs;
    item.nrefs = PGC_COUNT(refs);
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

/* S1-10: each reference is asked, and a year later asked again; "@ask" and "@2027" are two things
 * to do, done one by one. */
static int emit_reference(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                          const struct person *p)
{
    static const char *const refs[] = {"S1-10"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    struct pgyd_item item = PGC_ITEM_INIT;
    char slug[PGC_SLUG], period[16], title[PGC_TITLE];
    bool asked = p->asked_on != PGYD_NO_DAY;
    int32_t year, month, dom;
    item.start = asked ? h->add_months(h->ctx, p->asked_on, RECONFIRM_MONTHS)
                       : h->add_months(h->ctx, anchors->g, -ASK_MONTHS);
    if (!p->reference || item.start == PGYD_NO_DAY || item.start > anchors->g)
        return 0;
    h->ymd(h->ctx, item.start, &year, &month, &dom);
    item.kind = PGYD_MILESTONE;
    item.severity = PGYD_INFO;
    item.slug = pgc_format(slug, sizeof slug, "reference-%s", p->id);
    item.occurrence = asked ? pgc_format(period, sizeof period, "%d", year) : "ask";
    item.title =
        pgc_format(title, sizeof title,
                   asked ? "Reconfirm as a reference: %s" : "Ask to be a reference: %s", p->name);
    item.detail = asked ? "A year has gone by since you asked. Tell where your search stands, ask "
                          "again, and set asked_on to that day."
                        : "In person, and whether they pick up the phone for you. Then set "
                          "asked_on to that day.";
    item.source = "references asked, and asked again after a year";
    item.refs = refs;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

/* S1-58: two or three with real influence; S2-38: somebody two or three classes ahead, on a
 * rhythm. */
static int emit_missing(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                        const struct people *people)
{
    static const char *const influence_refs[] = {"S1-58"}, *const ahead_refs[] = {"S2-38"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}, {2, 'm', PGYD_INFO}};
    struct pgyd_item item = PGC_ITEM_INIT;
    bool ahead = false;
    for (uint32_t i = 0; i < people->n; i++)
        ahead |= people->list[i].class_ahead == 2 || people->list[i].class_ahead == 3;
    item.kind = PGYD_ALERT;
    item.severity = PGYD_INFO;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    item.nrefs = 1;
    item.slug = "influential";
    item.title = "Fewer than two people with real influence know your work";
    item.detail = "Whose names come up when others decide? Get to know two or three of them, and "
                  "mark them influence = high.";
    item.source = "two or three influential attendings, from two years before the end of training";
    item.refs = influence_refs;
    /* S2-60: in three years of training G - 24 is the last day of PGY-1, which stays quiet. */
    item.start = pgc_later(h->add_months(h->ctx, anchors->g, -INFLUENCE_MONTHS),
                           pgc_pgy_start(h, anchors, 2));
    if (people_influential(people) < INFLUENTIAL && item.start != PGYD_NO_DAY &&
        h->emit(h->ctx, &item) != 0)
        return -1;
    item.slug = "classes-ahead";
    item.title = "Nobody two or three classes ahead of you is on your list";
    item.detail = "They have just been where you will be: who kept their word, who was burned, "
                  "which recruiters help. Add one with class_ahead = 2.";
    item.source = "one contact two or three classes ahead, every 90 days";
    item.refs = ahead_refs;
    item.start = pgc_pgy_start(h, anchors, 2);
    return ahead || item.start == PGYD_NO_DAY ? 0 : h->emit(h->ctx, &item);
}

/* S2-25: graduating seniors know in spring who recruits: each year from PGY-2 to the last but one.
 * Who ends in July graduates with them. */
static int emit_seniors(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const refs[] = {"S2-25"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}, {60, 'd', PGYD_INFO}};
    pgyd_day from = pgc_pgy_start(h, anchors, 2);
    const pgyd_day last = h->add_months(h->ctx, anchors->g, -SAME_SEASON_MONTHS);
    for (int32_t year = h->academic_year(h->ctx, from) + 1; h->day(h->ctx, year, 6, 30) < last;
         year++) {
        struct pgyd_item item = PGC_ITEM_INIT;
        char period[16];
        item.kind = PGYD_WINDOW;
        item.severity = PGYD_INFO;
        item.slug = "ask-seniors";
        item.occurrence = pgc_format(period, sizeof period, "%d", year);
        item.title = "Ask the graduating seniors";
        item.detail = "Where do they go, on which terms, and who else wanted them?";
        item.start = h->day(h->ctx, year, 4, 1);
        item.end = h->day(h->ctx, year, 6, 30);
        item.source = "graduating seniors, April to June";
        item.refs = refs;
        item.nrefs = 1;
        item.steps = steps;
        item.nsteps = PGC_COUNT(steps);
        if (h->emit(h->ctx, &item) != 0)
            return -1;
    }
    return 0;
}

int centers_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                 const struct people *people)
{
    /* A preliminary year leads to another residency, not to a job. */
    if (anchors && anchors->n <= 1)
        return 0;
    for (int i = 0; i < CENTERS; i++) {
        if (emit_center(h, i, anchors, people) != 0)
            return -1;
    }
    if (!anchors)
        return 0;
    for (uint32_t i = 0; i < people->n; i++) {
        if (emit_reference(h, anchors, &people->list[i]) != 0)
            return -1;
    }
    if (emit_references(h, anchors, people) != 0 || emit_missing(h, anchors, people) != 0)
        return -1;
    return emit_seniors(h, anchors);
}
