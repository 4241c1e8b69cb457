/* SPDX-License-Identifier: BSD-2-Clause */
/* Questions by the year, quarter and month, and what is to be done once. Alerts, which come of
 * something missing, are in search.c and in the room of people. */
#include "plugins/networking/search/search.h"

#include <string.h>

static const struct pgyd_step at_start[] = {{0, 'd', PGYD_INFO}};
static const struct pgyd_step ahead[] = {
    {-60, 'd', PGYD_INFO}, {-14, 'd', PGYD_INFO}, {0, 'd', PGYD_INFO}};

static int emit(const struct pgyd_host *h, struct pgyd_item *item, const char *const *ref,
                const struct pgyd_step *steps, uint32_t nsteps)
{
    item->severity = PGYD_INFO;
    item->refs = ref;
    item->nrefs = 1;
    item->steps = steps;
    item->nsteps = nsteps;
    return h->emit(h->ctx, item);
}

/* ---- once ---- */

/* S1-11: what the candidate does whom the chief calls about, each by a month of the year in which
 * deciders notice (S1-14). */
static const struct {
    const char *slug, *title, *detail;
    int months; /* before the end of training */
    const char *ref;
} once[] = {
    {"visible-meetings", "Be seen: go to the division's meetings",
     "Go twice, sit where you are seen, ask one question about the work.", 22, "S1-11"},
    {"visible-metrics", "Be seen: ask how the service is measured",
     "Throughput, length of stay, quality figures: ask whoever owns them what moves them.", 19,
     "S1-11"},
    {"visible-volunteer", "Be seen: take a piece of a redesign",
     "Scheduling, admissions, a clinic template: volunteer once, and finish it.", 16, "S1-11"},
    {"visible-call", "Be seen: would the chief call about you unasked?",
     "Ask your chief, plainly. If not, ask what it would take.", 13, "S1-11"},
};

static int plan_once(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    for (uint32_t i = 0; i < PGC_COUNT(once); i++) {
        struct pgyd_item item = PGC_ITEM_INIT;
        item.kind = PGYD_MILESTONE;
        item.slug = once[i].slug;
        item.title = once[i].title;
        item.detail = once[i].detail;
        item.source = "be visible to those who decide, one to two years before the end";
        item.start = h->add_months(h->ctx, anchors->g, -once[i].months);
        if (item.start > anchors->start &&
            emit(h, &item, &once[i].ref, at_start, PGC_COUNT(at_start)) != 0)
            return -1;
    }
    return 0;
}

/* ---- counted ---- */

struct tally {
    const char *word;
    int64_t n;
};

/* `log intel meeting` names it as its subject; entries of older versions as their event. */
static int count(void *arg, const struct pgyd_event *event)
{
    struct tally *t = arg;
    t->n += strcmp(event->subject, t->word) == 0 || strcmp(event->event, t->word) == 0;
    return 0;
}

int64_t prompts_count(const struct pgyd_host *h, const char *key, const char *word)
{
    struct tally t = {word, 0};
    int64_t floor = pgc_num(h, "intel", "", key, 0);
    h->journal(h->ctx, "intel", NULL, count, &t);
    return t.n > floor ? t.n : floor;
}

static const struct {
    const char *slug, *key, *word, *title, *detail, *source, *ref, *done_log;
    int64_t target;
} counted[] = {
    {"meetings-observed", "meetings_observed", "meeting",
     "Sit in on a scheduling, quality or operations meeting",
     "Once is enough, twice is better: see who decides and what they count. pgyctl log intel "
     "meeting",
     "one meeting by a year before the end", "S1-61", "intel meeting", MEETINGS},
    {"contracts-read", "contracts_read", "contract", "Read three real contracts",
     "From different kinds of employer, with names taken out. Look for covenant, termination, "
     "tail, how pay is counted. pgyctl log intel contract",
     "three contracts by a year before the end", "S2-39", NULL, CONTRACTS},
};

static int plan_counted(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    for (uint32_t i = 0; i < PGC_COUNT(counted); i++) {
        struct pgyd_item item = PGC_ITEM_INIT;
        if (prompts_count(h, counted[i].key, counted[i].word) >= counted[i].target)
            continue;
        item.kind = PGYD_MILESTONE;
        item.slug = counted[i].slug;
        item.title = counted[i].title;
        item.detail = counted[i].detail;
        item.source = counted[i].source;
        item.done_log = counted[i].done_log;
        item.start = h->add_months(h->ctx, anchors->g, -12);
        if (emit(h, &item, &counted[i].ref, ahead, PGC_COUNT(ahead)) != 0)
            return -1;
    }
    return 0;
}

/* S1-52: training is shown by its volumes, call, breadth and autonomy; what is not written down by
 * G - 18 cannot be said in a letter. */
static int plan_shown(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const keys[] = {"volumes", "call", "breadth", "autonomy"}, *const ref =
                                                                                      "S1-52";
    struct pgyd_item item = PGC_ITEM_INIT;
    char detail[PGC_DETAIL] = "";
    for (uint32_t i = 0; i < PGC_COUNT(keys); i++) {
        if (!pgc_has(h, "training", "", keys[i]))
            pgc_append(detail, sizeof detail, "%s%s",
                       detail[0] ? ", " : "Not written down in [training] yet: ", keys[i]);
    }
    item.start = h->add_months(h->ctx, anchors->g, -SEARCH_MONTHS);
    if (!detail[0] || item.start == PGYD_NO_DAY)
        return 0;
    pgc_append(detail, sizeof detail,
               ". Numbers, nights you answered for alone, what you have seen of everything: they "
               "say more than the name of the place.");
    item.kind = PGYD_MILESTONE;
    item.slug = "training-shown";
    item.title = "Put your training into numbers";
    item.detail = detail;
    item.source =
        "training shown by volumes, call, breadth and autonomy, from 18 months before the end";
    return emit(h, &item, &ref, at_start, PGC_COUNT(at_start));
}

/* ---- every year, from PGY-2 to the end; what comes again is not caught up on: the next one asks
 * the same ---- */

static const struct {
    const char *slug;
    int month, day;
    const char *title, *detail, *source, *ref;
} yearly[] = {
    {"scarce", 8, 1, "Where is what you can do scarce?",
     "Name two or three markets and keep them: [intel] scarce_where, and a [prospect:id] for each.",
     "asked early, and every year", "S1-20"},
    {"learn-codes", 9, 15, "Learn the business: what the common procedures count",
     "Codes and work units of the ten things you do most.",
     "the business of the specialty, four questions a year", "S2-17"},
    {"learn-bumped", 12, 1, "Learn the business: which cases are pushed or bumped",
     "And what it costs whom.", "the business of the specialty, four questions a year", "S2-17"},
    {"learn-call", 3, 1, "Learn the business: which hospitals beg for call",
     "Ask transfer centres, schedulers, those who moonlight.",
     "the business of the specialty, four questions a year", "S2-17"},
    {"learn-hire", 6, 1, "Learn the business: what is hard to hire for",
     "Ask those who schedule and those who sign.",
     "the business of the specialty, four questions a year", "S2-17"},
};

static int plan_yearly(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    pgyd_day from = pgc_pgy_start(h, anchors, 2);
    int32_t first, last, month, dom;
    h->ymd(h->ctx, from, &first, &month, &dom);
    h->ymd(h->ctx, anchors->g, &last, &month, &dom);
    for (uint32_t i = 0; i < PGC_COUNT(yearly); i++) {
        for (int32_t year = first; year <= last; year++) {
            struct pgyd_item item = PGC_ITEM_INIT;
            char period[16];
            item.start = h->day(h->ctx, year, yearly[i].month, yearly[i].day);
            if (item.start < from || item.start > anchors->g || item.start < h->started)
                continue;
            item.kind = PGYD_REMINDER;
            item.slug = yearly[i].slug;
            item.occurrence = pgc_format(period, sizeof period, "%d", year);
            item.title = yearly[i].title;
            item.detail = yearly[i].detail;
            item.source = yearly[i].source;
            if (emit(h, &item, &yearly[i].ref, at_start, PGC_COUNT(at_start)) != 0)
                return -1;
        }
    }
    return 0;
}

/* ---- quarterly and monthly within a window ---- */

struct span {
    pgyd_day from, to;
};

/* S1-28 and S2-23: when it is time to listen. */
static struct span recon(const struct pgyd_host *h, const struct pgc_anchors *a)
{
    if (a->track == PGC_SHORT)
        return (struct span){h->add_months(h->ctx, pgc_pgy_start(h, a, 2), 9),
                             h->add_months(h->ctx, pgc_pgy_start(h, a, 3), 3) - 1};
    return (struct span){pgc_pgy_start(h, a, 3), pgc_pgy_end(h, a, 4)};
}

/* S1-30: the first day of each quarter in the window. */
static int plan_dinners(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const ref = "S1-30";
    struct span span = recon(h, anchors);
    for (pgyd_day day = span.from; day != PGYD_NO_DAY && day <= span.to;
         day = h->add_months(h->ctx, day, 3)) {
        struct pgyd_item item = PGC_ITEM_INIT;
        char period[16];
        int32_t year, month, dom;
        if (day < h->started)
            continue;
        h->ymd(h->ctx, day, &year, &month, &dom);
        item.kind = PGYD_REMINDER;
        item.slug = "dinner-talk";
        item.occurrence = pgc_format(period, sizeof period, "%d-q%d", year, (month - 1) / 3 + 1);
        item.title = "Go to one dinner talk or open evening this quarter";
        item.detail = "See which groups turn up and who speaks for them. Write it down: pgyctl log "
                      "intel meeting note=...";
        item.source = "once a quarter while you look around";
        item.start = day;
        if (emit(h, &item, &ref, at_start, 1) != 0)
            return -1;
    }
    return 0;
}

/* S1-14: each month of the year that begins two years before the end. */
static int plan_visible(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const ref = "S1-14";
    for (int months = 24; months > 12; months--) {
        struct pgyd_item item = PGC_ITEM_INIT;
        char period[16], text[24];
        item.start = h->add_months(h->ctx, anchors->g, -months);
        /* S2-60: not on the last day of PGY-1, which is G - 24 in three years of training. */
        if (item.start < pgc_pgy_start(h, anchors, 2) || item.start < h->started)
            continue;
        item.kind = PGYD_REMINDER;
        item.slug = "visible-check";
        item.occurrence =
            pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, item.start, text));
        item.title = "Which of those who decide saw your work in the last month?";
        item.detail = "A minute is enough. Nobody twice running: change something.";
        item.source = "be visible to those who decide, one to two years before the end";
        if (emit(h, &item, &ref, at_start, 1) != 0)
            return -1;
    }
    return 0;
}

int prompts_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    /* A preliminary year leads to another residency, not to a job. */
    if (!anchors || anchors->n <= 1)
        return 0;
    if (plan_once(h, anchors) != 0 || plan_counted(h, anchors) != 0 ||
        plan_shown(h, anchors) != 0 || plan_yearly(h, anchors) != 0)
        return -1;
    return plan_dinners(h, anchors) != 0 ? -1 : plan_visible(h, anchors);
}
