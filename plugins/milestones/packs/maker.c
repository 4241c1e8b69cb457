/* SPDX-License-Identifier: BSD-2-Clause */
/* One section of a pack becomes its items, once, for each year or for each period. Days are
 * span.c's, words texts.c's, reminders ladder.c's; chains are another room's, walking all packs is
 * in packs.c. */
#include "plugins/milestones/packs/maker.h"

#include "plugins/common/texts/words.h"

#include <string.h>

enum { SOURCE = 480, CAREER_YEARS = 10 };

/* Which of a section's items it is. */
struct turn {
    int pgy;                /* of a milestone for each year; 0: of none */
    const char *occurrence; /* NULL: it is the only one */
    bool checking;          /* everything is read, planned or not */
};

/* The days of a section; false, after saying why, when nothing is planned. */
static bool days(struct maker *m, struct pack_section *s, const struct turn *turn,
                 struct pgyd_item *item, struct trace *trace)
{
    if (!maker_holds(m, s) && !turn->checking) {
        planner_leave(m->p, s->id, "its condition does not hold: %s", s->v[P_IF].text);
        return false;
    }
    if (!maker_span(m, s, item, trace)) {
        if (!turn->checking)
            return false;
        item->start = item->end = m->p->h->today;
    }
    return true;
}

/* Emits an item whose days are known. */
static int emit(struct maker *m, const struct pack_section *s, const struct turn *turn,
                struct pgyd_item *item, struct trace *trace)
{
    static const uint16_t kinds[] = {PGYD_MILESTONE, PGYD_WINDOW, PGYD_DEADLINE, PGYD_REMINDER,
                                     PGYD_HABIT};
    char title[PGC_TITLE], detail[PGC_DETAIL], source[SOURCE], rule[400], origin[100];
    struct pgyd_step steps[MAKER_STEPS];
    struct maker_refs refs;
    item->slug = s->id;
    item->occurrence = turn->occurrence;
    item->title = maker_title(s, turn->pgy, title);
    item->detail = maker_detail(m, s, detail);
    item->kind = kinds[maker_choice(m, s, P_KIND, MAKER_KINDS, item->end == PGYD_NO_DAY ? 0 : 1)];
    maker_time(m, s, item);
    maker_refs(s, item, &refs);
    maker_stakes(m, s, s->pack == PACK_OWN ? PGYD_COSTLY : 0, item);
    maker_ladder(m, s, item, steps);
    maker_source(m, s, item->start, item, trace, source, sizeof source);
    maker_origin(m, s, trace, origin, sizeof origin);
    trace->rule = maker_rule(s, rule, sizeof rule);
    return planner_emit(m->p, item, trace);
}

static int emit_once(struct maker *m, struct pack_section *s, int k)
{
    struct pack_section room;
    char occurrence[16];
    struct pgyd_item item = PGC_ITEM_INIT;
    struct trace trace = {0};
    struct turn turn = {.pgy = k, .checking = m->packs->say == PACK_REPORTS};
    m->env.pgy = k;
    if (!turn.checking)
        s = maker_case(m, s, &room);
    if (k)
        turn.occurrence = pgc_format(occurrence, sizeof occurrence, "pgy-%d", k);
    if (!days(m, s, &turn, &item, &trace) || (maker_too_late(m, s, &item) && !turn.checking))
        return 0;
    return emit(m, s, &turn, &item, &trace);
}

/* ---- each = residency | training | career ---- */

/* The last year a milestone is planned for. */
static int last_year(struct maker *m, const struct pack_section *s)
{
    const struct pgc_anchors *a = m->p->anchors;
    int which = maker_choice(m, s, P_EACH, "residency|training|career", 1);
    if (!a)
        return 0;
    return pgc_pgy(m->p->h, a, which == 0 ? a->residency_end : a->g) +
           (which == 2 ? CAREER_YEARS : 0);
}

static int emit_years(struct maker *m, struct pack_section *s)
{
    int last = last_year(m, s);
    for (int k = 1; k <= last; k++) {
        uint32_t said = m->packs->said;
        if (emit_once(m, s, k) != 0)
            return -1;
        if (m->packs->said != said)
            break; /* once is enough */
    }
    return 0;
}

/* ---- every: what was is not caught up on, the next one asks the same ---- */

/* odd, even: every second month of the year, so that two may alternate. */
#define PERIODS "month|quarter|half|odd|even"
static const int32_t lengths[] = {1, 3, 6, 1, 1};
enum { ODD = 3, EVEN };

/* A span and what comes again in it. */
struct series {
    struct pgyd_item span;
    struct trace trace;
    struct turn turn;
};

/* The part of the span that lies in the period from a day on, if any. */
static int emit_period(struct maker *m, const struct pack_section *s, struct series *series,
                       pgyd_day first, int period)
{
    const struct pgyd_host *h = m->p->h;
    struct pgyd_item item = series->span;
    struct trace part = series->trace;
    char name[16], text[24];
    item.start = pgc_later(first, item.start);
    item.end = pgc_earlier(h->add_months(h->ctx, first, lengths[period]) - 1, item.end);
    if (item.end < item.start && !series->turn.checking)
        return 0;
    series->turn.occurrence =
        pgc_format(name, sizeof name, "%.7s", h->day_text(h->ctx, first, text));
    return emit(m, s, &series->turn, &item, &part);
}

/* Whether a month has its turn in the periods. */
static bool has_turn(const struct pgyd_host *h, pgyd_day first, int period)
{
    int32_t year, month, dom;
    h->ymd(h->ctx, first, &year, &month, &dom);
    return (period != ODD || month % 2 == 1) && (period != EVEN || month % 2 == 0);
}

/* Today's period and the next, from the first of a month, or of January, April, July, October. */
static int emit_near(struct maker *m, const struct pack_section *s, struct series *series,
                     int period)
{
    const struct pgyd_host *h = m->p->h;
    const int32_t months = lengths[period];
    int32_t year, month, dom;
    h->ymd(h->ctx, h->today, &year, &month, &dom);
    pgyd_day first = h->day(h->ctx, year, month - (month - 1) % months, 1);
    for (int i = 0; i < 2; i++, first = h->add_months(h->ctx, first, months)) {
        if (!has_turn(h, first, period) && !series->turn.checking)
            continue;
        if (emit_period(m, s, series, first, period) != 0)
            return -1;
        if (series->turn.checking)
            break; /* once is enough */
    }
    return 0;
}

/* A day of every year in the span, from the first run on. */
static int emit_days(struct maker *m, const struct pack_section *s, struct series *series,
                     const struct expr_fixed *fixed)
{
    const struct pgyd_host *h = m->p->h;
    const pgyd_day from = pgc_later(series->span.start, h->started), to = series->span.end;
    int32_t year, last, month, dom;
    if (!s->v[P_UNTIL].text) {
        packs_problem(m->packs, s, P_EVERY, 1, "a day of every year needs until");
        return 0;
    }
    if (series->turn.checking)
        return emit(m, s, &series->turn, &series->span, &series->trace); /* once is enough */
    h->ymd(h->ctx, from, &year, &month, &dom);
    h->ymd(h->ctx, to, &last, &month, &dom);
    for (; year <= last; year++) {
        struct pgyd_item item = series->span;
        struct trace part = series->trace;
        char name[16];
        item.start = expr_fixed_day(h, fixed, year);
        item.end = PGYD_NO_DAY;
        if (item.start < from || item.start > to)
            continue;
        series->turn.occurrence = pgc_format(name, sizeof name, "%d", year);
        if (emit(m, s, &series->turn, &item, &part) != 0)
            return -1;
    }
    return 0;
}

static int emit_series(struct maker *m, struct pack_section *s)
{
    const char *every = s->v[P_EVERY].text;
    struct pack_section room;
    struct series series = {.span = PGC_ITEM_INIT,
                            .turn = {.checking = m->packs->say == PACK_REPORTS}};
    struct expr_fixed fixed;
    const bool days_of_years = expr_fixed(every, &fixed) && !every[strlen("MM-DD")];
    const int period = pgc_words_place(PERIODS, '|', every);
    m->env.pgy = 0;
    if (!series.turn.checking)
        s = maker_case(m, s, &room);
    if (s->v[P_EACH].text)
        packs_problem(m->packs, s, P_EACH, 1, "a milestone has each or every: every holds");
    if (!days_of_years && period < 0)
        packs_problem(m->packs, s, P_EVERY, 1,
                      "every is month, quarter, half, odd, even or a day of every year, such as "
                      "09-15");
    if (!days(m, s, &series.turn, &series.span, &series.trace))
        return 0;
    return days_of_years ? emit_days(m, s, &series, &fixed)
                         : emit_near(m, s, &series, period < 0 ? 0 : period);
}

/* Says what is wrong in the cases of a milestone, whether they hold or not. */
static void check_cases(struct maker *m, struct pack_section *s)
{
    struct pgyd_step steps[MAKER_STEPS];
    pgyd_day day;
    for (struct pack_section *c = maker_next_case(m, s); c; c = maker_next_case(m, c)) {
        if (!c->v[P_IF].text)
            packs_problem(m->packs, c, P_KEYS, 0, "[case:%s] lacks if", c->id);
        maker_holds(m, c);
        if (c->v[P_WHEN].text || c->v[P_AFTER].text)
            maker_section_day(m, c, NULL);
        if (c->v[P_UNTIL].text)
            maker_day(m, c, P_UNTIL, &day, NULL);
        maker_steps(m, c, steps);
        maker_choice(m, c, P_KIND, MAKER_KINDS, 0);
        struct pgyd_item item = PGC_ITEM_INIT;
        item.start = m->p->h->today;
        maker_stakes(m, c, 0, &item);
        maker_time(m, c, &item);
    }
}

int maker_emit(struct maker *m, struct pack_section *s)
{
    if (!s->v[P_TITLE].text) {
        packs_problem(m->packs, s, P_KEYS, 0, "[milestone:%s] lacks title", s->id);
        return 0;
    }
    if (planner_builtin(m->p, s->id)) {
        packs_problem(m->packs, s, P_KEYS, 0,
                      "pgyd plans a milestone %s itself: another id, such as my-%s", s->id, s->id);
        return 0;
    }
    if (planner_off(m->p, s->id))
        return 0;
    if (m->packs->say == PACK_REPORTS && s->pack != PACK_OWN)
        check_cases(m, s); /* whichever holds */
    if (s->v[P_EVERY].text)
        return emit_series(m, s);
    return s->v[P_EACH].text ? emit_years(m, s) : emit_once(m, s, 0);
}
