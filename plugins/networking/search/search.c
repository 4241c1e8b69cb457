/* SPDX-License-Identifier: BSD-2-Clause */
/* What the search asks for and what is to be seen in it, a function a rule, and the counts that the
 * reports share. Places are read by places.c, visits are in visits.c. */
#include "plugins/networking/search/search.h"

#include <stdlib.h>
#include <string.h>

enum {
    KNOWN_MONTHS = 12,
    LATE_MONTHS = 9,
    WEEK = 7,
    COLD_MOST = 5,
    COLD_DAYS = 30,
    COLD_KEPT = 512
};

struct search {
    const struct pgyd_host *h;
    const struct nudges *nudges;
    const struct pgc_anchors *anchors;
    const struct people *people;
    const struct places *places;
};

/* What is only to be seen. */
static struct nudge alert(const struct search *s, enum nudge_id id)
{
    return nudge_of(s->nudges, id, PGYD_ALERT);
}

/* Emits unless it would begin after the end of training. */
static int emit_from(const struct search *s, struct nudge *nudge, pgyd_day start)
{
    if (start == PGYD_NO_DAY || start > s->anchors->g)
        return 0;
    nudge->item.start = start;
    return nudge_emit(s->h, nudge);
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
    /* Whoever visited a place or holds an offer had begun, written down as a first step or not. */
    first = pgc_earlier(first, pgc_first(h, "offer", NULL, NULL));
    return pgc_earlier(first, pgc_first(h, "prospect", NULL, NULL));
}

/* S1-44: at least two processes at once. The alert stands at the first day on which fewer than two
 * are active: 46 days after the second latest activity, and not before the last eighteen months. */
static int emit_processes(const struct search *s)
{
    pgyd_day best = PGYD_NO_DAY, second = PGYD_NO_DAY;
    for (uint32_t i = 0; i < s->places->n; i++) {
        const struct place *p = &s->places->list[i];
        if (!place_is_process(p) || p->last == PGYD_NO_DAY)
            continue;
        pgyd_day low = best == PGYD_NO_DAY ? PGYD_NO_DAY : p->last < best ? p->last : best;
        second = pgc_later(second, low);
        best = pgc_later(best, p->last);
    }
    struct nudge nudge = alert(s, NUDGE_PROCESSES);
    return emit_from(s, &nudge,
                     pgc_later(before_end(s, SEARCH_MONTHS),
                               second == PGYD_NO_DAY ? second : second + ACTIVE_DAYS + 1));
}

/* S1-45: one or two stretch places. */
static int emit_stretch(const struct search *s)
{
    char number[16];
    uint32_t n = search_stretches(s->places);
    if (n == 1 || n == 2)
        return 0;
    struct nudge nudge = alert(s, n ? NUDGE_STRETCH_MANY : NUDGE_STRETCH);
    nudge_say(&nudge, "n", pgc_format(number, sizeof number, "%u", n));
    return emit_from(s, &nudge, before_end(s, SEARCH_MONTHS));
}

/* S2-28, S2-29, S2-30: three kinds of leverage, one alert each. Of no places at all nothing can be
 * said but that there are none (S2-51). */
static int emit_leverage(const struct search *s)
{
    if (live_places(s->places) == 0)
        return 0;
    struct leverage l = places_leverage(s->places);
    const struct {
        bool ready;
        enum nudge_id id;
    } kinds[] = {{l.regions >= 2, NUDGE_LEVERAGE_REGIONS},
                 {l.settings >= 2, NUDGE_LEVERAGE_SETTINGS},
                 {l.needs >= 1, NUDGE_LEVERAGE_NEED}};
    for (uint32_t i = 0; i < PGC_COUNT(kinds); i++) {
        struct nudge nudge = alert(s, kinds[i].id);
        if (!kinds[i].ready && emit_from(s, &nudge, before_end(s, SEARCH_MONTHS)) != 0)
            return -1;
    }
    return 0;
}

/* S1-31: by the middle of training three places with all four questions answered. */
static int emit_map(const struct search *s)
{
    if (search_mapped(s->places) >= MAPPED)
        return 0;
    struct nudge nudge = nudge_of(s->nudges, NUDGE_INTEL_MAP, PGYD_REMINDER);
    const struct pgyd_host *h = s->h;
    int32_t year, month, dom, first_year, first_month;
    h->ymd(h->ctx, s->anchors->start, &first_year, &first_month, &dom);
    h->ymd(h->ctx, s->anchors->residency_end + 1, &year, &month, &dom);
    return emit_from(s, &nudge,
                     h->add_months(h->ctx, s->anchors->start,
                                   ((year - first_year) * 12 + month - first_month) / 2));
}

/* S1-05, S1-33: a place where nobody knows the person's work, or only a cold way leads to; the i-th
 * of the list in a week of its own. */
static int emit_known(const struct search *s, uint32_t i)
{
    const struct place *p = &s->places->list[i];
    char slug[PGC_SLUG];
    if (!place_is_live(p) || p->stage >= STAGE_INTERVIEW || (place_knows(p) && p->warm))
        return 0;
    struct nudge nudge = nudge_of(
        s->nudges, place_knows(p) ? NUDGE_PROSPECT_WARM : NUDGE_PROSPECT_KNOWN, PGYD_REMINDER);
    nudge.item.slug = pgc_format(slug, sizeof slug, "prospect-%s-known", p->id);
    nudge_about(&nudge, "prospect", p->id);
    nudge_say(&nudge, "place", p->name);
    return emit_from(s, &nudge, before_end(s, KNOWN_MONTHS) + (pgyd_day)i * WEEK);
}

/* S2-15: those who write the informal reviews. */
static int emit_unseen(const struct search *s)
{
    if (live_places(s->places) == 0)
        return 0;
    for (uint32_t i = 0; i < s->people->n; i++) {
        if (s->people->list[i].center > 0)
            return 0;
    }
    struct nudge nudge = alert(s, NUDGE_CENTERS_UNSEEN);
    return emit_from(s, &nudge, before_end(s, SEARCH_MONTHS));
}

/* S1-27: a search that begins after G - 9 months is the late path: until it begins, that is the
 * last day for it; once it began later, only to be seen. */
static int emit_late_path(const struct search *s)
{
    char day[24];
    pgyd_day first = search_began(s->h), limit = before_end(s, LATE_MONTHS);
    if (limit == PGYD_NO_DAY || (first != PGYD_NO_DAY && first <= limit))
        return 0;
    struct nudge nudge = first == PGYD_NO_DAY ? nudge_of(s->nudges, NUDGE_LATE_PATH, PGYD_DEADLINE)
                                              : alert(s, NUDGE_LATE_BEGUN);
    nudge_say(&nudge, "day", s->h->day_words(s->h->ctx, limit, day));
    nudge.item.slug = "late-path";
    nudge.item.start = limit;
    nudge.item.done_log = first == PGYD_NO_DAY ? "intel activity" : NULL;
    return nudge_emit(s->h, &nudge);
}

/* S2-51: November of the last academic year, and no place on the list, or none that is still open;
 * an offer came from somewhere. */
static int emit_panic(const struct search *s)
{
    const struct pgyd_host *h = s->h;
    int32_t year = h->academic_year(h->ctx, s->anchors->g);
    if (live_places(s->places) > 0 || pgc_last(h, "offer", NULL, NULL) != PGYD_NO_DAY)
        return 0;
    struct nudge nudge = alert(s, NUDGE_NO_PROSPECTS);
    nudge.item.start = h->day(h->ctx, year, 11, 1);
    if (nudge.item.start > s->anchors->g)
        nudge.item.start = h->day(h->ctx, year - 1, 11, 1);
    return nudge_emit(h, &nudge);
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
    const struct pgyd_host *h = s->h;
    char period[16], text[24];
    pgyd_day day = too_many_letters(h);
    if (day == PGYD_NO_DAY || h->today >= day + COLD_DAYS)
        return 0;
    struct nudge nudge = alert(s, NUDGE_COLD_OUTREACH);
    nudge.item.occurrence =
        pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, day, text));
    return emit_from(s, &nudge, day);
}

int search_plan(const struct pgyd_host *h, const struct nudges *nudges,
                const struct pgc_anchors *anchors, const struct people *people,
                const struct places *places)
{
    struct search s = {h, nudges, anchors, people, places};
    /* A preliminary year leads to another residency, not to a job. */
    if (!anchors || anchors->n <= 1 || places->accepted)
        return 0;
    if (emit_processes(&s) != 0 || emit_stretch(&s) != 0 || emit_leverage(&s) != 0 ||
        emit_map(&s) != 0 || emit_unseen(&s) != 0 || emit_late_path(&s) != 0 ||
        emit_panic(&s) != 0 || emit_cold(&s) != 0)
        return -1;
    for (uint32_t i = 0; i < places->n; i++) {
        if (emit_known(&s, i) != 0)
            return -1;
    }
    return visits_plan(h, nudges, places);
}
