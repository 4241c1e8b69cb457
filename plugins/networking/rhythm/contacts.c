/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes items of the schedule: a reminder each, or a digest for a week with many. The days come
 * from schedule.c. */
#include "plugins/networking/rhythm/rhythm.h"

#include <stdlib.h>
#include <string.h>

/* ---- one reminder a contact ---- */

struct plan {
    const struct pgyd_host *h;
    const struct nudges *nudges;
    const struct pgc_anchors *anchors;
    const struct schedule *schedule;
    struct cards cards;
};

static int emit(const struct plan *plan, const struct person *p, uint32_t occurrence, pgyd_day day)
{
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    const struct pgyd_host *h = plan->h;
    struct nudge nudge = nudge_of(plan->nudges, NUDGE_CONTACT, PGYD_REMINDER);
    struct pgyd_item *item = &nudge.item;
    char slug[PGC_SLUG], number[16], about[PGC_DETAIL] = "", log[PGC_SLUG];
    const char *refs[CARD_REFS + 3];
    uint32_t n = 0;
    while (n < item->nrefs) {
        refs[n] = item->refs[n];
        n++;
    }
    if (p->class_ahead > 0)
        refs[n++] = "S2-38";
    /* S3-13: trust is kept up after the contract too. */
    if (plan->anchors && day > plan->anchors->g)
        refs[n++] = "S3-13";
    item->slug = pgc_format(slug, sizeof slug, "contact-%s", p->id);
    item->occurrence = pgc_format(number, sizeof number, "%u", occurrence);
    if (p->note)
        pgc_format(about, sizeof about, "%s", p->note);
    item->nrefs = cards_for_person(&plan->cards, p, about, sizeof about, refs, n);
    item->refs = refs;
    item->start = day;
    /* In a week with many the digest speaks. */
    if (schedule_is_batch(plan->schedule, day))
        item->flags = PGYD_ITEM_NO_LADDER;
    else
        PGC_STEPS(item, steps);
    item->done_log = pgc_format(log, sizeof log, "contact %s", p->id);
    nudge_say(&nudge, "name", p->name);
    nudge_say(&nudge, "about", about);
    return nudge_emit(h, &nudge);
}

/* ---- one digest a week with many ---- */

struct line {
    pgyd_day day;
    const struct person *person;
};

static int by_day(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return strcmp(x->person->id, y->person->id);
}

/* "2026-w48": weeks as ISO 8601 numbers them, by their Thursday. */
static const char *week_name(const struct pgyd_host *h, pgyd_day monday, char name[16])
{
    int32_t year, month, dom;
    h->ymd(h->ctx, monday + 3, &year, &month, &dom);
    return pgc_format(name, 16, "%04d-w%02d", year,
                      (monday + 3 - h->day(h->ctx, year, 1, 1)) / 7 + 1);
}

static int emit_digest(const struct plan *plan, const struct line *lines, size_t n)
{
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    const struct pgyd_host *h = plan->h;
    char period[16], text[24], words[24], week[24], more[24], people[PGC_DETAIL] = "";
    pgyd_day monday = week_of(lines[0].day);
    /* S2-57: seven lines at most; the last one counts those left out. */
    size_t shown = n > DIGEST_LINES ? DIGEST_LINES - 1 : n;
    struct nudge nudge = nudge_of(
        plan->nudges, shown < n ? NUDGE_CONTACTS_WEEK_MORE : NUDGE_CONTACTS_WEEK, PGYD_WINDOW);
    for (size_t i = 0; i < shown; i++)
        pgc_append(people, sizeof people, "%s%.3s %s: %.120s", i ? "\n" : "",
                   h->day_words(h->ctx, lines[i].day, words),
                   h->day_text(h->ctx, lines[i].day, text), lines[i].person->name);
    nudge_say(&nudge, "monday", h->day_text(h->ctx, monday, week));
    nudge_say(&nudge, "people", people);
    nudge_say(&nudge, "more", pgc_format(more, sizeof more, "%zu", n - shown));
    nudge.item.slug = "contacts-week";
    nudge.item.occurrence = week_name(h, monday, period);
    nudge.item.start = schedule_digest_day(plan->schedule, monday);
    nudge.item.end = monday + 6;
    PGC_STEPS(&nudge.item, steps);
    return nudge_emit(h, &nudge);
}

static int emit_digests(const struct plan *plan, struct line *lines, size_t n)
{
    if (n)
        qsort(lines, n, sizeof *lines, by_day);
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && week_of(lines[end].day) == week_of(lines[first].day);)
            end++;
        if (emit_digest(plan, lines + first, end - first) != 0)
            return -1;
    }
    return 0;
}

int contacts_plan(const struct pgyd_host *h, const struct nudges *nudges,
                  const struct pgc_anchors *anchors, const struct people *people,
                  const struct schedule *schedule)
{
    struct plan plan = {.h = h, .nudges = nudges, .anchors = anchors, .schedule = schedule};
    struct line *lines = calloc((size_t)people->n * 2 + 1, sizeof *lines);
    size_t n = 0;
    int rc = -1;
    if (!lines) {
        h->error(h->ctx, "out of memory for the contacts");
        return -1;
    }
    cards_load(h, &plan.cards);
    for (uint32_t i = 0; i < people->n; i++) {
        const struct person *p = &people->list[i];
        /* The open one and the next, which is also the second nudge when the first went by. */
        const pgyd_day days[] = {p->open, p->next};
        if (p->open == PGYD_NO_DAY || p->next == PGYD_NO_DAY)
            continue;
        for (uint32_t k = 0; k < 2; k++) {
            if (emit(&plan, p, p->times + k, days[k]) != 0)
                goto out;
            if (schedule_is_batch(schedule, days[k]))
                lines[n++] = (struct line){days[k], p};
        }
    }
    rc = emit_digests(&plan, lines, n);
out:
    free(lines);
    return rc;
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
