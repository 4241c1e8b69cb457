/* SPDX-License-Identifier: BSD-2-Clause */
/* Alerts and visits of the search, a function a rule, and the counts that the reports share. Places
 * are read by places.c. */
#include "plugins/networking/search/search.h"

#include <stdlib.h>
#include <string.h>

enum {
    RECONFIRM_DAYS = 30,
    PREPARE_DAYS = 2,
    MAP_STEPS = 30,
    COLD_MOST = 5,
    COLD_DAYS = 30,
    COLD_KEPT = 512
};

struct search {
    const struct pgyd_host *h;
    const struct pgc_anchors *anchors;
    const struct people *people;
    const struct places *places;
};

/* What the alerts below share. */
static struct pgyd_item alert(const char *slug, const char *title, const char *detail,
                              const char *source, const char *const *refs, uint32_t nrefs)
{
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}, {1, 'm', PGYD_INFO}};
    struct pgyd_item item = pgc_item(PGYD_ALERT, PGYD_INFO, slug, title, source);
    item.detail = detail;
    item.refs = refs;
    item.nrefs = nrefs;
    PGC_STEPS(&item, steps);
    return item;
}

/* Emits unless it would begin after the end of training. */
static int emit_from(const struct search *s, struct pgyd_item *item, pgyd_day start)
{
    if (start == PGYD_NO_DAY || start > s->anchors->g)
        return 0;
    item->start = start;
    return s->h->emit(s->h->ctx, item);
}

static pgyd_day before_end(const struct search *s, int months)
{
    return s->h->add_months(s->h->ctx, s->anchors->g, -months);
}

static uint32_t live_places(const struct places *places)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < places->n; i++)
        n += place_is_live(&places->list[i]);
    return n;
}

uint32_t search_mapped(const struct places *places)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < places->n; i++)
        n += place_is_live(&places->list[i]) && place_answers(&places->list[i]) == QUESTIONS;
    return n;
}

uint32_t search_stretches(const struct places *places)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < places->n; i++)
        n += place_is_live(&places->list[i]) && places->list[i].stretch;
    return n;
}

static int first_step(void *arg, const struct pgyd_event *event)
{
    pgyd_day *first = arg;
    if (strcmp(event->event, "activity") == 0 || strcmp(event->subject, "activity") == 0)
        *first = pgc_earlier(*first, event->on);
    return 0;
}

pgyd_day search_began(const struct pgyd_host *h)
{
    pgyd_day first = PGYD_NO_DAY;
    h->journal(h->ctx, "intel", NULL, first_step, &first);
    /* Whoever visited a place had begun, written down as a first step or not. */
    return pgc_earlier(first, pgc_first(h, "prospect", NULL, NULL));
}

/* S1-44: at least two processes at once. The alert stands at the first day on which fewer than two
 * are active: 46 days after the second latest activity, and not before the last eighteen months. */
static int emit_processes(const struct search *s)
{
    static const char *const refs[] = {"S1-44"};
    pgyd_day best = PGYD_NO_DAY, second = PGYD_NO_DAY;
    for (uint32_t i = 0; i < s->places->n; i++) {
        const struct place *p = &s->places->list[i];
        if (!place_is_process(p) || p->last == PGYD_NO_DAY)
            continue;
        pgyd_day low = best == PGYD_NO_DAY ? PGYD_NO_DAY : p->last < best ? p->last : best;
        second = pgc_later(second, low);
        best = pgc_later(best, p->last);
    }
    struct pgyd_item item = alert(
        "processes", "Fewer than two places in talks at the same time",
        "Two or three serious processes side by side are the least that lets you compare and say "
        "no. Move a place on to a "
        "visit, or write down what happened: pgyctl log prospect ID activity",
        "two to three processes in parallel, each with news within 45 days", refs, PGC_COUNT(refs));
    item.severity = PGYD_WARN;
    return emit_from(s, &item,
                     pgc_later(before_end(s, SEARCH_MONTHS),
                               second == PGYD_NO_DAY ? second : second + ACTIVE_DAYS + 1));
}

/* S1-45: one or two stretch places. */
static int emit_stretch(const struct search *s)
{
    static const char *const refs[] = {"S1-45"};
    uint32_t n = search_stretches(s->places);
    if (n == 1 || n == 2)
        return 0;
    struct pgyd_item item =
        n ? alert("stretch-many", "More than two places out of reach on the list",
                  "One or two are worth the trying; each further one takes time from those that "
                  "will have you.",
                  "one or two stretch places", refs, 1)
          : alert("stretch", "No place on the list that is a stretch",
                  "Add one or two that seem out of reach, with stretch = yes: what they answer "
                  "tells what you are worth.",
                  "one or two stretch places", refs, 1);
    return emit_from(s, &item, before_end(s, SEARCH_MONTHS));
}

/* S2-28, S2-29, S2-30: three kinds of leverage, one alert each. Of no places at all nothing can be
 * said but that there are none (S2-51). */
static int emit_leverage(const struct search *s)
{
    static const struct {
        const char *slug, *title, *detail, *source, *ref;
    } kinds[] = {
        {"leverage-regions", "Leverage: all places are in one region",
         "Set region on each [prospect:id], and look at a second one.",
         "live prospects in two regions", "S2-28"},
        {"leverage-settings", "Leverage: all places are of one kind",
         "An academic hybrid, a big private group, a small community: compare earnings, "
         "partnership, call, support and the way out.",
         "live prospects in two settings, better three", "S2-29"},
        {"leverage-need", "Leverage: no place that truly needs somebody",
         "A partner who retires, a suburb that grows, no specialist within an hour: write it down "
         "as urgent_need.",
         "one prospect with urgent need", "S2-30"},
    };
    if (live_places(s->places) == 0)
        return 0;
    struct leverage l = places_leverage(s->places);
    const bool ready[] = {l.regions >= 2, l.settings >= 2, l.needs >= 1};
    for (uint32_t i = 0; i < PGC_COUNT(kinds); i++) {
        struct pgyd_item item = alert(kinds[i].slug, kinds[i].title, kinds[i].detail,
                                      kinds[i].source, &kinds[i].ref, 1);
        if (!ready[i] && emit_from(s, &item, before_end(s, SEARCH_MONTHS)) != 0)
            return -1;
    }
    return 0;
}

/* S1-31: by the middle of training three places with all four questions answered. */
static int emit_map(const struct search *s)
{
    static const char *const refs[] = {"S1-31"};
    static const struct pgyd_step steps[] = {{-MAP_STEPS, 'd', PGYD_INFO}, {0, 'd', PGYD_INFO}};
    if (search_mapped(s->places) >= MAPPED)
        return 0;
    struct pgyd_item item =
        alert("intel-map",
              "Know three places: who grows, who leaves, who quarrels, who is short of people",
              "pgyctl log intel PLACE growing=yes chair_leaving=no turmoil=no understaffed=yes, "
              "for three [prospect:id].",
              "a map of three places by the middle of training", refs, 1);
    item.kind = PGYD_MILESTONE;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    const struct pgyd_host *h = s->h;
    int32_t year, month, dom, first_year, first_month;
    h->ymd(h->ctx, s->anchors->start, &first_year, &first_month, &dom);
    h->ymd(h->ctx, s->anchors->residency_end + 1, &year, &month, &dom);
    return emit_from(s, &item,
                     h->add_months(h->ctx, s->anchors->start,
                                   ((year - first_year) * 12 + month - first_month) / 2));
}

/* S1-05, S1-33: a place where nobody knows the person's work, or only a cold way leads to. */
static int emit_known(const struct search *s, const struct place *p)
{
    static const char *const refs[] = {"S1-05", "S1-33"};
    char slug[PGC_SLUG], title[PGC_TITLE];
    if (!place_is_live(p) || p->stage >= STAGE_INTERVIEW || (place_knows(p) && p->warm))
        return 0;
    pgc_format(slug, sizeof slug, "prospect-%s-known", p->id);
    pgc_format(title, sizeof title,
               place_knows(p) ? "Find a warm way in: %s" : "Become known there: %s", p->name);
    struct pgyd_item item =
        alert(slug, title,
              "An elective there, a locum's weeks, a call from your programme director: any of "
              "them makes you somebody they know. "
              "A warm way skips the first sieve.",
              "a known quantity a year before the end of training", refs, PGC_COUNT(refs));
    item.kind = PGYD_MILESTONE;
    return emit_from(s, &item, before_end(s, 12));
}

/* S1-10: references know of a visit a month before; S1-24: two days before it, what to show. */
static int emit_visit(const struct search *s, const struct cards *cards, const struct place *p)
{
    static const char *const reconfirm[] = {"S1-10"};
    char slug[PGC_SLUG], title[PGC_TITLE], detail[PGC_DETAIL] = "";
    const char *refs[CARD_REFS + 1];
    if (p->visit == PGYD_NO_DAY || p->visit < s->h->started || !place_is_live(p))
        return 0;
    pgc_format(slug, sizeof slug, "prospect-%s-references", p->id);
    pgc_format(title, sizeof title, "Tell your references about the visit: %s", p->name);
    struct pgyd_item item = alert(
        slug, title,
        "Who may be called, about what, and by whom. Ask again whether they pick up the phone.",
        "references confirmed 30 days before a site visit", reconfirm, 1);
    item.kind = PGYD_MILESTONE;
    item.start = p->visit - RECONFIRM_DAYS;
    if (s->h->emit(s->h->ctx, &item) != 0)
        return -1;
    uint32_t n = cards_for(cards, "visit", detail, sizeof detail, refs, 0);
    if (n == 0)
        return 0;
    pgc_format(slug, sizeof slug, "prospect-%s-prepare", p->id);
    pgc_format(title, sizeof title, "Prepare the visit: %s", p->name);
    item = alert(slug, title, detail, "what to show on a visit", refs, n);
    item.kind = PGYD_MILESTONE;
    item.start = p->visit - PREPARE_DAYS;
    return s->h->emit(s->h->ctx, &item);
}

/* S2-15: those who write the informal reviews. */
static int emit_unseen(const struct search *s)
{
    static const char *const refs[] = {"S2-15"};
    if (live_places(s->places) == 0)
        return 0;
    for (uint32_t i = 0; i < s->people->n; i++) {
        if (s->people->list[i].center > 0)
            return 0;
    }
    struct pgyd_item item =
        alert("centers-unseen", "Nobody but attendings knows you, and places are on the list",
              "Nurses, schedulers and those who refer patients are asked as well, and a word of "
              "theirs ends an offer. Add one of "
              "each as [contact:id] with a center.",
              "power centres besides the attendings while prospects exist", refs, 1);
    item.severity = PGYD_WARN;
    return emit_from(s, &item, before_end(s, SEARCH_MONTHS));
}

/* S1-27: a search that begins after G - 9 months is the late path. */
static int emit_late_path(const struct search *s)
{
    static const char *const refs[] = {"S1-27"};
    static const struct pgyd_step steps[] = {{-30, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    pgyd_day first = search_began(s->h), limit = before_end(s, 9);
    if (limit == PGYD_NO_DAY || (first != PGYD_NO_DAY && first <= limit))
        return 0;
    struct pgyd_item item = alert("late-path", "Job search: beginning after this day is late",
                                  "Places are filled by people somebody already knew. Take the "
                                  "warm ways first: those you met, those who will call.\n"
                                  "pgyctl log intel activity",
                                  "first activity by 9 months before the end of training", refs, 1);
    item.severity = PGYD_WARN;
    item.start = limit + 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    item.done_log = "intel activity";
    return s->h->emit(s->h->ctx, &item);
}

/* S2-51: November of the last academic year, and no place on the list, or none that is still
 * open. */
static int emit_panic(const struct search *s)
{
    static const char *const refs[] = {"S2-51"};
    static const struct pgyd_step steps[] = {{-60, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    const struct pgyd_host *h = s->h;
    int32_t year = h->academic_year(h->ctx, s->anchors->g);
    if (live_places(s->places) > 0)
        return 0;
    struct pgyd_item item =
        alert("no-prospects", "The last winter of training, and no open place on the list",
              "Forty letters to strangers are the costly way. Add three places where somebody "
              "knows you as [prospect:id], and begin there.",
              "November of the last academic year without a prospect", refs, 1);
    item.start = h->day(h->ctx, year, 11, 1);
    if (item.start > s->anchors->g)
        item.start = h->day(h->ctx, year - 1, 11, 1);
    item.severity = PGYD_WARN;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

/* ---- letters to strangers ---- */

struct letters {
    pgyd_day days[COLD_KEPT];
    uint32_t n;
};

static int add_letter(void *arg, const struct pgyd_event *event)
{
    struct letters *letters = arg;
    if (strcmp(event->subject, "cold") == 0 || strcmp(event->event, "cold") == 0)
        letters->days[letters->n++ % COLD_KEPT] = event->on;
    return 0;
}

static int by_day(const void *a, const void *b)
{
    const pgyd_day *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* The last day on which a letter made more than five within thirty days, that day counted;
 * PGYD_NO_DAY: never. */
static pgyd_day too_many_letters(const struct pgyd_host *h)
{
    struct letters letters = {.n = 0};
    pgyd_day day =
        pgc_num(h, "intel", "", "cold_outreach", 0) > COLD_MOST ? h->started : PGYD_NO_DAY;
    h->journal(h->ctx, "intel", NULL, add_letter, &letters);
    uint32_t n = letters.n < COLD_KEPT ? letters.n : COLD_KEPT;
    if (n)
        qsort(letters.days, n, sizeof letters.days[0], by_day);
    for (uint32_t i = COLD_MOST; i < n; i++) {
        if (letters.days[i] - letters.days[i - COLD_MOST] < COLD_DAYS)
            day = pgc_later(day, letters.days[i]);
    }
    return day;
}

/* S2-24: a caution that stands as long as those thirty days would. */
static int emit_cold(const struct search *s)
{
    static const char *const refs[] = {"S2-24"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    const struct pgyd_host *h = s->h;
    char period[16], text[24];
    pgyd_day day = too_many_letters(h);
    if (day == PGYD_NO_DAY || h->today >= day + COLD_DAYS)
        return 0;
    struct pgyd_item item =
        alert("cold-outreach", "More than five letters to strangers within a month",
              "A letter that could go to anybody is read as one that did. Find for each of these "
              "places one person who knows you, "
              "and let the next word come through them.",
              "at most five letters to strangers within 30 days", refs, PGC_COUNT(refs));
    item.occurrence = pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, day, text));
    PGC_STEPS(&item, steps);
    return emit_from(s, &item, day);
}

int search_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                const struct people *people, const struct places *places)
{
    struct search s = {h, anchors, people, places};
    struct cards cards;
    /* A preliminary year leads to another residency, not to a job. */
    if (!anchors || anchors->n <= 1 || places->accepted)
        return 0;
    cards_load(h, &cards);
    if (emit_processes(&s) != 0 || emit_stretch(&s) != 0 || emit_leverage(&s) != 0 ||
        emit_map(&s) != 0 || emit_unseen(&s) != 0 || emit_late_path(&s) != 0 ||
        emit_panic(&s) != 0 || emit_cold(&s) != 0)
        return -1;
    for (uint32_t i = 0; i < places->n; i++) {
        if (emit_known(&s, &places->list[i]) != 0 || emit_visit(&s, &cards, &places->list[i]) != 0)
            return -1;
    }
    return 0;
}
