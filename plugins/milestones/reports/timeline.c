/* SPDX-License-Identifier: BSD-2-Clause */
/* The report timeline: what is planned, as tables and bands, and the anchors it stands on. It runs
 * the rules that it is given and has none. */
#include "plugins/milestones/reports/reports.h"

#include "plugins/common/parts.h"

#include <stdlib.h>
#include <string.h>

/* A report has no more use than this; the plan itself has no such limit. */
enum { MAX_KEPT = 4000, CELL = 48, LABEL = 80 };

struct kept {
    pgyd_day start, end;
    uint16_t kind;
    char slug[LABEL], title[PGC_TITLE];
};

struct collection {
    const struct pgyd_host *h;
    struct kept *list;
    size_t n, cap;
    bool cut;
};

static int keep(void *arg, const struct pgyd_item *item, const struct trace *trace)
{
    struct collection *c = arg;
    (void)trace;
    if (c->n == MAX_KEPT) {
        c->cut = true;
        return 0;
    }
    if (c->n == c->cap) {
        size_t cap = c->cap ? c->cap * 2 : 64;
        struct kept *list = realloc(c->list, cap * sizeof *list);
        if (!list) {
            c->h->error(c->h->ctx, "not enough memory for the timeline");
            return -1;
        }
        c->list = list;
        c->cap = cap;
    }
    struct kept *k = &c->list[c->n++];
    *k = (struct kept){.start = item->start,
                       .end = item->end == PGYD_NO_DAY ? item->start : item->end,
                       .kind = item->kind};
    pgc_format(k->slug, sizeof k->slug, item->occurrence ? "%s@%s" : "%s", item->slug,
               item->occurrence);
    pgc_format(k->title, sizeof k->title, "%s", item->title);
    return 0;
}

static int order(const void *a, const void *b)
{
    const struct kept *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return strcmp(x->slug, y->slug);
}

/* A window may be of a day: one that only says where one is. */
static bool lasts(const struct kept *k)
{
    return (k->kind == PGYD_WINDOW && k->end > k->start) || k->kind == PGYD_HABIT;
}

/* Not open, open with the days left, closed; single days: ahead, today, past. */
static const char *state(const struct kept *k, pgyd_day today, char *text)
{
    bool before = today<k->start, after = today> k->end;
    pgyd_day n = before ? k->start - today : after ? today - k->end : k->end - today;
    const char *days = n == 1 ? "day" : "days";
    if (before)
        return pgc_format(text, CELL, "%s, in %d %s", lasts(k) ? "not open" : "ahead", n, days);
    if (after)
        return pgc_format(text, CELL, "%s, %d %s ago", lasts(k) ? "closed" : "past", n, days);
    return lasts(k) ? pgc_format(text, CELL, "open, %d %s left", n, days)
                    : pgc_format(text, CELL, "today");
}

static int row(const struct pgyd_host *h, const struct kept *k)
{
    char from[24], to[24], words[CELL];
    const char *const cells[] = {k->slug, h->day_text(h->ctx, k->start, from),
                                 lasts(k) ? h->day_text(h->ctx, k->end, to) : "",
                                 state(k, h->today, words), k->title};
    return pgc_row(h, false, cells, PGC_COUNT(cells));
}

static int table(const struct pgyd_host *h, const struct collection *c, bool windows)
{
    static const char *const head[] = {"Item", "From", "To", "State", "Title"};
    bool any = false;
    for (size_t i = 0; i < c->n; i++) {
        if (lasts(&c->list[i]) != windows)
            continue;
        if (!any && (pgc_heading(h, 2, windows ? "Phases and windows" : "Days") != 0 ||
                     pgc_row(h, true, head, PGC_COUNT(head)) != 0))
            return -1;
        any = true;
        if (row(h, &c->list[i]) != 0)
            return -1;
    }
    return 0;
}

static int band(const struct pgyd_host *h, const char *label, pgyd_day from, pgyd_day to)
{
    const double nums[] = {from, to};
    return pgc_nums(h, PGYD_BAND, label, nums, PGC_COUNT(nums));
}

/* The years of training on the same axis as the phases, and the gap before a fellowship left
 * empty. */
static int years(const struct pgyd_host *h, const struct pgc_anchors *a)
{
    for (int k = 1; k <= a->n; k++) {
        char label[CELL];
        pgyd_day from = pgc_pgy_start(h, a, k), to = pgc_pgy_end(h, a, k);
        if (from == PGYD_NO_DAY || to == PGYD_NO_DAY || to < a->start)
            continue;
        pgc_format(label, sizeof label, k > a->levels ? "PGY-%d, fellowship" : "PGY-%d", k);
        if (band(h, label, from < a->start ? a->start : from, to) != 0)
            return -1;
    }
    return 0;
}

static int bands(const struct pgyd_host *h, const struct pgc_anchors *a, const struct collection *c)
{
    if (pgc_heading(h, 2, "Across the years of training") != 0 || years(h, a) != 0)
        return -1;
    for (size_t i = 0; i < c->n; i++) {
        const struct kept *k = &c->list[i];
        if (k->kind == PGYD_WINDOW && lasts(k) && band(h, k->slug, k->start, k->end) != 0)
            return -1;
    }
    return band(h, "today", h->today, h->today);
}

bool milestones_report_anchors(const struct pgyd_host *h, struct pgc_anchors *anchors)
{
    if (pgc_anchors(h, anchors))
        return true;
    pgc_paragraph(h, "The dates of the training are not known, so that only what carries its own "
                     "dates is planned: pgyctl check says what is missing.");
    return false;
}

static int anchor_lines(const struct pgyd_host *h, const struct pgc_anchors *a)
{
    static const char *const tracks[] = {
        [PGC_SHORT] = "short", [PGC_INTERMEDIATE] = "intermediate", [PGC_LONG] = "long"};
    char start[24], r[24], g[24], s[24];
    return pgc_paragraph(h,
                         "Training from %s, residency to %s, all training to %s (G), first day as "
                         "an attending %s (S). PGY-%d at the end: the %s track.",
                         h->day_text(h->ctx, a->start, start),
                         h->day_text(h->ctx, a->residency_end, r), h->day_text(h->ctx, a->g, g),
                         h->day_text(h->ctx, a->s, s), a->n, tracks[a->track]);
}

int milestones_report_timeline(const struct pgyd_host *h, const struct rules *rules)
{
    struct collection c = {.h = h};
    struct pgc_anchors a;
    struct planner p = {.h = h, .take = keep, .arg = &c, .rules = rules};
    int rc = pgc_heading(h, 1, "Timeline");
    if (rc == 0 && milestones_report_anchors(h, &a)) {
        p.anchors = &a;
        rc = anchor_lines(h, &a);
    }
    if (rc == 0)
        rc = planner_run(&p);
    if (rc == 0 && c.n > 1)
        qsort(c.list, c.n, sizeof *c.list, order);
    if (rc == 0 && p.anchors)
        rc = bands(h, &a, &c);
    if (rc == 0)
        rc = table(h, &c, true);
    if (rc == 0)
        rc = table(h, &c, false);
    if (rc == 0 && c.cut)
        rc = pgc_paragraph(h, "Only the first %d items are shown.", MAX_KEPT);
    free(c.list);
    return rc;
}
