/* SPDX-License-Identifier: BSD-2-Clause */
/* From what a person wrote of their training to days and PGY levels: lengths, ends, the first day
 * of work. Nothing is planned here, and lengths come from specialty.c. */
#include "plugins/common/anchors.h"

#include "plugins/common/specialty.h"

enum { MONDAY = 1, SHORT_TRACK = 4, LONG_TRACK = 6, MONTHS = 12 };

/* Whole months from a to b, b's day not counted: the largest n with a + n months <= b. */
static int months_between(const struct pgyd_host *h, pgyd_day a, pgyd_day b)
{
    int32_t ya, ma, yb, mb, dom;
    h->ymd(h->ctx, a, &ya, &ma, &dom);
    h->ymd(h->ctx, b, &yb, &mb, &dom);
    int n = (yb - ya) * MONTHS + (mb - ma);
    while (h->add_months(h->ctx, a, n) > b)
        n--;
    return n;
}

/* Years begun from a to b: 1 on a itself, 2 from its first anniversary. */
static int year_of(const struct pgyd_host *h, pgyd_day a, pgyd_day b)
{
    int months = months_between(h, a, b);
    return months >= 0 ? months / MONTHS + 1 : -((-months + MONTHS - 1) / MONTHS) + 1;
}

/* The day after a stretch that begins at `from` and lasts the section's length, or that of the
 * specialty named. */
static enum pgc_missing length_end(const struct pgyd_host *h, const char *section, const char *code,
                                   enum pgc_training training, pgyd_day from, pgyd_day *after)
{
    struct pgyd_value v;
    struct pgc_specialty row;
    if (pgc_get(h, section, "", "length", &v)) {
        *after = h->add_dur(h->ctx, from, v.num, v.unit);
        return *after == PGYD_NO_DAY || *after <= from ? PGC_MISSING_ORDER : PGC_MISSING_NOTHING;
    }
    switch (pgc_specialty_find(h, training, code, &row)) {
    case 1:
        break;
    case 0:
        return PGC_MISSING_LENGTH;
    default:
        return PGC_MISSING_LIST;
    }
    if (row.years_low != row.years_high)
        return PGC_MISSING_CHOICE;
    *after = h->add_months(h->ctx, from, row.years_low * MONTHS);
    return *after == PGYD_NO_DAY ? PGC_MISSING_ORDER : PGC_MISSING_NOTHING;
}

static enum pgc_missing residency(const struct pgyd_host *h, struct pgc_anchors *a)
{
    const char *specialty = pgc_text(h, "training", "", "specialty", NULL);
    a->start = pgc_day(h, "training", "", "start");
    if (a->start == PGYD_NO_DAY || !specialty)
        return PGC_MISSING_TRAINING;
    a->residency_end = pgc_day(h, "training", "", "end");
    if (a->residency_end != PGYD_NO_DAY)
        return a->residency_end > a->start ? PGC_MISSING_NOTHING : PGC_MISSING_ORDER;
    pgyd_day after;
    enum pgc_missing missing =
        length_end(h, "training", specialty, PGC_RESIDENCY, a->start, &after);
    if (missing)
        return missing;
    after = h->add_months(h->ctx, after,
                          (int32_t)pgc_num(h, "training", "", "research_years", 0) * MONTHS);
    if (after == PGYD_NO_DAY)
        return PGC_MISSING_ORDER;
    a->residency_end = after - 1;
    return PGC_MISSING_NOTHING;
}

static enum pgc_missing fellowship(const struct pgyd_host *h, struct pgc_anchors *a)
{
    /* The fellowship's own reasons follow the residency's in the same order. */
    const int shifted = PGC_MISSING_FELLOWSHIP_LENGTH - PGC_MISSING_LENGTH;
    const char *type = pgc_text(h, "fellowship", "", "type", "");
    a->fellowship = true;
    a->f0 = pgc_day(h, "fellowship", "", "start");
    if (a->f0 == PGYD_NO_DAY)
        a->f0 = a->residency_end + 1;
    if (a->f0 <= a->residency_end)
        return PGC_MISSING_FELLOWSHIP_ORDER;
    a->f1 = pgc_day(h, "fellowship", "", "end");
    if (a->f1 != PGYD_NO_DAY)
        return a->f1 > a->f0 ? PGC_MISSING_NOTHING : PGC_MISSING_FELLOWSHIP_ORDER;
    pgyd_day after;
    enum pgc_missing missing = length_end(h, "fellowship", type, PGC_FELLOWSHIP, a->f0, &after);
    if (missing)
        return (enum pgc_missing)((int)missing + shifted);
    a->f1 = after - 1;
    return PGC_MISSING_NOTHING;
}

/* Long from six years, short to four; five is long with a fellowship and intermediate without. */
static enum pgc_track track(const struct pgyd_host *h, const struct pgc_anchors *a)
{
    if (pgc_is(h, "training", "", "track", "long"))
        return PGC_LONG;
    if (pgc_is(h, "training", "", "track", "short"))
        return PGC_SHORT;
    if (a->n <= SHORT_TRACK)
        return PGC_SHORT;
    return a->n >= LONG_TRACK || a->fellowship ? PGC_LONG : PGC_INTERMEDIATE;
}

/* The first Monday on or after G + 31 days. */
static pgyd_day default_start(const struct pgyd_host *h, pgyd_day g)
{
    pgyd_day day = g + 31;
    return day + (MONDAY - h->weekday(h->ctx, day) + 7) % 7;
}

/* Years of a stretch, to the nearest: a fellowship from August to July, or some weeks of leave, do
 * not make another PGY level. */
static int years_in(const struct pgyd_host *h, pgyd_day from, pgyd_day last)
{
    int years = (months_between(h, from, last + 1) + MONTHS / 2) / MONTHS;
    return years > 0 ? years : 1;
}

/* The level on a day as the calendar alone has it: years begun. Months of leave at the end make the
 * last level longer, and those between residency and fellowship add none. */
static int calendar_level(const struct pgyd_host *h, const struct pgc_anchors *a, pgyd_day day)
{
    int years = years_in(h, a->start, a->residency_end);
    if (a->fellowship && day >= a->f0)
        return years + year_of(h, a->f0, day);
    int level = year_of(h, a->start, day);
    return level > years ? years : level;
}

/* Levels from what was right on as_of; without it, research years are none. A level that the
 * training does not have is not believed. */
static void count_levels(const struct pgyd_host *h, struct pgc_anchors *a)
{
    pgyd_day as_of = pgc_day(h, "training", "", "as_of");
    int64_t pgy = pgc_num(h, "training", "", "pgy", 0),
            research = pgc_num(h, "training", "", "research_years", 0);
    int years = years_in(h, a->start, a->residency_end),
        fellowship = a->fellowship ? years_in(h, a->f0, a->f1) : 0;
    struct pgc_specialty row = {.years_high = years};
    if (pgy > 0 && as_of != PGYD_NO_DAY) {
        bool fellow = a->fellowship && as_of >= a->f0;
        int most = years;
        /* An advanced place begins above PGY-1: the whole specialty counts then. */
        if (pgc_specialty_find(h, PGC_RESIDENCY, pgc_text(h, "training", "", "specialty", ""),
                               &row) == 1 &&
            row.years_high > most)
            most = row.years_high;
        a->pgy_beyond = pgy > most + (fellow ? fellowship : 0);
        if (!a->pgy_beyond)
            a->shift = (int)pgy - calendar_level(h, a, as_of);
    }
    /* Research years that are still to come show in no level yet. */
    a->levels =
        research > 0 ? years - (int)research + (a->shift > 0 ? a->shift : 0) : years + a->shift;
    if (a->levels < 1)
        a->levels = 1;
    a->n = a->levels + fellowship;
}

bool pgc_anchors(const struct pgyd_host *h, struct pgc_anchors *anchors)
{
    struct pgc_anchors a = {.f0 = PGYD_NO_DAY, .f1 = PGYD_NO_DAY};
    a.missing = h->section_count(h->ctx, "training") ? residency(h, &a) : PGC_MISSING_TRAINING;
    if (!a.missing && h->section_count(h->ctx, "fellowship"))
        a.missing = fellowship(h, &a);
    if (!a.missing) {
        a.g = a.fellowship ? a.f1 : a.residency_end;
        count_levels(h, &a);
        a.s = pgc_day(h, "goal", "", "start_date");
        if (a.s == PGYD_NO_DAY)
            a.s = default_start(h, a.g);
        a.track = track(h, &a);
    }
    *anchors = a;
    return a.missing == PGC_MISSING_NOTHING;
}

pgyd_day pgc_pgy_start(const struct pgyd_host *h, const struct pgc_anchors *anchors, int k)
{
    if (anchors->fellowship && k > anchors->levels)
        return h->add_months(h->ctx, anchors->f0, (k - 1 - anchors->levels) * MONTHS);
    return h->add_months(h->ctx, anchors->start, (k - 1 - anchors->shift) * MONTHS);
}

pgyd_day pgc_pgy_end(const struct pgyd_host *h, const struct pgc_anchors *anchors, int k)
{
    if (k == anchors->levels)
        return anchors->residency_end;
    if (k == anchors->n)
        return anchors->g;
    pgyd_day next = pgc_pgy_start(h, anchors, k + 1);
    return next == PGYD_NO_DAY ? PGYD_NO_DAY : next - 1;
}

int pgc_pgy(const struct pgyd_host *h, const struct pgc_anchors *anchors, pgyd_day day)
{
    int level = calendar_level(h, anchors, day);
    if (anchors->fellowship && day >= anchors->f0)
        return level - years_in(h, anchors->start, anchors->residency_end) + anchors->levels;
    return level + anchors->shift;
}

pgyd_day pgc_middle(const struct pgyd_host *h, pgyd_day from, pgyd_day to)
{
    int32_t y1, m1, d1, y2, m2, d2;
    h->ymd(h->ctx, from, &y1, &m1, &d1);
    h->ymd(h->ctx, to + 1, &y2, &m2, &d2);
    int32_t months = (y2 - y1) * 12 + m2 - m1;
    if (d1 != d2 || months < 1)
        return from + (to + 1 - from) / 2;
    return h->add_months(h->ctx, from, months / 2) + (months % 2 ? 15 : 0);
}
