/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/networking/centers.h"

#include <string.h>

enum { FIRST_PROMPT_DAYS = 30 };

const struct center centers[CENTERS] = {
    {"attending", "attendings with volume", "Nobody among the busy attendings knows of you lately", "S2-11"},
    {"staff", "clinic and operating-room staff", "Nobody among the clinic and operating-room staff knows of you lately", "S2-12"},
    {"scheduling", "schedulers and administrators", "Nobody among schedulers and administrators knows of you lately", "S2-13"},
    {"referring", "referring services", "Nobody in the referring services knows of you lately", "S2-14"},
};

pgyd_day center_touched(const struct pgyd_host *h, const struct center *center, uint32_t *people)
{
    const char *id;
    pgyd_day last = PGYD_NO_DAY;
    *people = 0;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "contact", i)); i++) {
        if (pgc_is(h, "contact", id, "center", center->name)) {
            ++*people;
            last = pgc_later(last, pgc_last(h, "contact", id, NULL));
        }
    }
    return last;
}

uint32_t references(const struct pgyd_host *h, uint32_t *will_call)
{
    const char *id;
    uint32_t n = 0;
    *will_call = 0;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "contact", i)); i++) {
        if (!pgc_yes(h, "contact", id, "reference"))
            continue;
        n++;
        *will_call += pgc_is(h, "contact", id, "will_call", "yes");
    }
    return n;
}

static int emit_center(const struct pgyd_host *h, const struct center *center, const struct pgc_anchors *anchors)
{
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    struct pgyd_item item = PGC_ITEM_INIT;
    char slug[PGC_SLUG];
    uint32_t people;
    pgyd_day last = center_touched(h, center, &people);
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
    item.detail = people ? "Ninety days without a word. Drop by, and log it with pgyctl log contact."
                         : "Add one person as [contact:id] with this center: they are asked about you when you apply.";
    item.source = "each of the four centres touched within 90 days";
    item.refs = &center->ref;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

/* S1-10: three references, one of whom will call, a year before the end. */
static int emit_references(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const refs[] = {"S1-10"};
    static const struct pgyd_step steps[] = {{-90, 'd', PGYD_INFO}, {-30, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct pgyd_item item = PGC_ITEM_INIT;
    uint32_t will_call, n = references(h, &will_call);
    if (n >= REFERENCES && will_call >= 1)
        return 0;
    item.kind = PGYD_MILESTONE;
    item.severity = PGYD_WARN;
    item.slug = "references";
    item.title = "Three references, one of whom will call";
    item.detail = "Ask them in person, and whether they pick up the phone. Mark them reference = yes and will_call = yes.";
    item.start = h->add_months(h->ctx, anchors->g, -12);
    item.source = "references settled 12 months before the end of training";
    item.refs = refs;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

/* S1-27: a search that begins after G - 9 months is the late path. */
static int emit_late_path(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const refs[] = {"S1-27"};
    static const struct pgyd_step steps[] = {{-30, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct pgyd_item item = PGC_ITEM_INIT;
    pgyd_day first = pgc_first(h, "intel", NULL, "activity"), limit = h->add_months(h->ctx, anchors->g, -9);
    if (limit == PGYD_NO_DAY || (first != PGYD_NO_DAY && first <= limit))
        return 0;
    item.kind = PGYD_ALERT;
    item.severity = PGYD_WARN;
    item.slug = "late-path";
    item.title = "Job search: beginning after this day is late";
    item.detail = "Places are filled by people somebody already knew. Take the warm ways first: those you met, those who will call.\n"
                  "pgyctl log intel activity";
    item.start = limit + 1;
    item.source = "first activity by 9 months before the end of training";
    item.refs = refs;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    item.done_log = "intel activity";
    return h->emit(h->ctx, &item);
}

/* S2-51: November of the last academic year, and no place on the list. */
static int emit_panic(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const refs[] = {"S2-51"};
    static const struct pgyd_step steps[] = {{-60, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct pgyd_item item = PGC_ITEM_INIT;
    int32_t year = h->academic_year(h->ctx, anchors->g);
    if (h->section_count(h->ctx, "prospect") > 0)
        return 0;
    item.start = h->day(h->ctx, year, 11, 1);
    if (item.start > anchors->g)
        item.start = h->day(h->ctx, year - 1, 11, 1);
    item.kind = PGYD_ALERT;
    item.severity = PGYD_WARN;
    item.slug = "no-prospects";
    item.title = "The last winter of training, and no place on the list";
    item.detail = "Forty letters to strangers are the costly way. Add three places where somebody knows you as [prospect:id], and begin there.";
    item.source = "November of the last academic year without a prospect";
    item.refs = refs;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

/* S2-25: graduating seniors know in spring who recruits: each year from PGY-2 to the last but one. */
static int emit_seniors(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const refs[] = {"S2-25"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}, {60, 'd', PGYD_INFO}};
    pgyd_day from = pgc_pgy_start(h, anchors, 2);
    for (int32_t year = h->academic_year(h->ctx, from) + 1; h->day(h->ctx, year, 6, 30) < anchors->g; year++) {
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

int centers_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    /* A preliminary year leads to another residency, not to a job. */
    if (anchors && anchors->n <= 1)
        return 0;
    for (uint32_t i = 0; i < CENTERS; i++) {
        if (emit_center(h, &centers[i], anchors) != 0)
            return -1;
    }
    if (!anchors)
        return 0;
    if (emit_references(h, anchors) != 0 || emit_late_path(h, anchors) != 0)
        return -1;
    return emit_panic(h, anchors) != 0 ? -1 : emit_seniors(h, anchors);
}
