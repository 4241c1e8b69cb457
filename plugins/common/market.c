/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/leverage.tsv, leverage-modifiers.tsv and markets.tsv and picks what was said of a
 * field, a skill or a place. What follows for an offer or a search is the plugins' to say. */
#include "plugins/common/market.h"

#include <string.h>

#define COPY(to, from) pgc_format(to, sizeof(to), "%s", from)

/* ---- leverage ---- */

struct figures {
    const char *code;
    struct pgc_leverage *out;
};

static int add_figure(void *arg, const struct pgc_tsv_row *row)
{
    struct figures *f = arg;
    int64_t value;
    if (!pgc_tsv_holds(row->cell[1], f->code) || !pgc_tsv_number(row->cell[3], &value) ||
        value < 0 || value > 100)
        return 0;
    if (f->out->n == PGC_FIGURES)
        return 1;
    struct pgc_figure *figure = &f->out->figures[f->out->n++];
    figure->value = (int)value;
    COPY(figure->topic, row->cell[0]);
    COPY(figure->market, row->cell[2]);
    COPY(figure->source, row->cell[4]);
    COPY(figure->ref, row->cell[5]);
    COPY(figure->note, row->cell[7]);
    return 0;
}

int pgc_leverage_of(const struct pgyd_host *h, const char *code, struct pgc_leverage *leverage)
{
    struct figures f = {.code = code, .out = leverage};
    leverage->n = 0;
    return pgc_tsv_read(h, "leverage.tsv", 8, add_figure, &f) < 0 ? -1 : 0;
}

const struct pgc_figure *pgc_leverage_pick(const struct pgc_leverage *leverage,
                                           enum pgc_policy policy)
{
    const struct pgc_figure *picked = NULL;
    for (uint32_t i = 0; i < leverage->n; i++) {
        const struct pgc_figure *f = &leverage->figures[i];
        if (!picked || (policy == PGC_POLICY_MIN && f->value < picked->value) ||
            (policy == PGC_POLICY_MAX && f->value > picked->value))
            picked = f;
    }
    return picked;
}

/* ---- modifiers ---- */

struct modifiers {
    const char *code;
    pgc_modifier_fn fn;
    void *arg;
};

static int give_modifier(void *arg, const struct pgc_tsv_row *row)
{
    struct modifiers *m = arg;
    struct pgc_modifier modifier = {.constraint = strcmp(row->cell[0], "constraint") == 0};
    int64_t points;
    if (!pgc_tsv_holds(row->cell[2], m->code) || !pgc_tsv_number(row->cell[3], &points) ||
        points < -100 || points > 100)
        return 0;
    modifier.points = (int)points;
    modifier.general = strcmp(row->cell[2], "any") == 0;
    COPY(modifier.word, row->cell[1]);
    COPY(modifier.source, row->cell[4]);
    COPY(modifier.note, row->cell[7]);
    return m->fn(m->arg, &modifier);
}

int pgc_modifiers(const struct pgyd_host *h, const char *code, pgc_modifier_fn fn, void *arg)
{
    struct modifiers m = {.code = code, .fn = fn, .arg = arg};
    return pgc_tsv_read(h, "leverage-modifiers.tsv", 8, give_modifier, &m) < 0 ? -1 : 0;
}

struct wanted {
    bool constraint;
    const char *word;
    struct pgc_modifier *out;
    int found;
};

static int match_modifier(void *arg, const struct pgc_modifier *modifier)
{
    struct wanted *w = arg;
    if (modifier->constraint != w->constraint || strcmp(modifier->word, w->word) != 0)
        return 0;
    *w->out = *modifier;
    w->found = 1;
    return 1;
}

int pgc_modifier_of(const struct pgyd_host *h, const char *code, bool constraint, const char *word,
                    struct pgc_modifier *modifier)
{
    struct wanted w = {.constraint = constraint, .word = word, .out = modifier};
    pgc_modifiers(h, code, match_modifier, &w);
    return w.found;
}

int pgc_power(int value, int points)
{
    int power = value + points;
    return power < 0 ? 0 : power > 100 ? 100 : power;
}

/* ---- at a place ---- */

static enum pgc_policy policy_of(const struct pgyd_host *h)
{
    return pgc_is(h, "market", "", "leverage_policy", "max")     ? PGC_POLICY_MAX
           : pgc_is(h, "market", "", "leverage_policy", "first") ? PGC_POLICY_FIRST
                                                                 : PGC_POLICY_MIN;
}

/* The figures that fit a market: those said of just it, or else those said of any. market NULL: not
 * known where, all of them but for the country when that is ruled out. */
static const struct pgc_figure *pick_at(const struct pgyd_host *h, const struct pgc_leverage *all,
                                        const char *market)
{
    const char *const wanted[] = {market, "any"};
    bool metro = pgc_lists(h, "market", "", "constraints", "metro_only");
    const struct pgc_figure *from[PGC_FIGURES] = {NULL}, *picked = NULL;
    for (uint32_t round = 0; round < PGC_COUNT(wanted) && !picked; round++) {
        struct pgc_leverage fit = {.n = 0};
        for (uint32_t i = 0; i < all->n; i++) {
            const struct pgc_figure *f = &all->figures[i];
            if (market ? strcmp(f->market, wanted[round]) != 0
                       : metro && strcmp(f->market, "rural") == 0)
                continue;
            from[fit.n] = f;
            fit.figures[fit.n++] = *f;
        }
        picked = pgc_leverage_pick(&fit, policy_of(h));
        picked = picked ? from[picked - fit.figures] : NULL;
    }
    return picked;
}

/* A word of one's own that no list has says nothing in points. */
static void add_points(const struct pgyd_host *h, const char *const codes[2], bool constraint,
                       struct pgc_place_power *power)
{
    struct pgyd_value v;
    if (!pgc_get(h, "market", "", constraint ? "constraints" : "skills", &v))
        return;
    for (uint32_t i = 0; i < v.nlist; i++) {
        struct pgc_modifier m;
        if ((!codes[0] || !pgc_modifier_of(h, codes[0], constraint, v.list[i], &m)) &&
            (!codes[1] || !pgc_modifier_of(h, codes[1], constraint, v.list[i], &m)))
            continue;
        power->points += m.points;
        pgc_append(power->points_why, sizeof power->points_why, "%s%s %+d (ours)",
                   power->points_why[0] ? ", " : "", v.list[i], m.points);
    }
}

void pgc_place_power_of(const struct pgyd_host *h, const char *prospect,
                        struct pgc_place_power *power)
{
    /* What one ends as is what is hired: the fellowship before the specialty. */
    const char *const codes[2] = {pgc_text(h, "fellowship", "", "type", NULL),
                                  pgc_text(h, "training", "", "specialty", NULL)};
    struct pgyd_value own;
    *power = (struct pgc_place_power){.value = -1};
    for (uint32_t i = 0; i < PGC_COUNT(codes) && !power->code; i++) {
        if (codes[i] && pgc_leverage_of(h, codes[i], &power->figures) == 0 && power->figures.n)
            power->code = codes[i];
    }
    power->picked = pick_at(h, &power->figures,
                            prospect ? pgc_text(h, "prospect", prospect, "market", NULL) : NULL);
    power->delta = prospect ? (int)pgc_num(h, "prospect", prospect, "power_delta", 0) : 0;
    add_points(h, codes, false, power);
    add_points(h, codes, true, power);
    power->own = pgc_get(h, "market", "", "power", &own);
    if (power->own)
        power->value = pgc_power((int)own.num, power->delta);
    else if (power->picked)
        power->value = pgc_power(power->picked->value, power->points + power->delta);
}

/* ---- pay ---- */

struct pays {
    const char *code;
    pgc_pay_fn fn;
    void *arg;
};

static int give_pay(void *arg, const struct pgc_tsv_row *row)
{
    struct pays *p = arg;
    struct pgc_pay pay = {.low = PGC_NO_PAY, .high = PGC_NO_PAY};
    if (!pgc_tsv_holds(row->cell[1], p->code))
        return 0;
    pay.general = strcmp(row->cell[1], "any") == 0;
    pgc_tsv_number(row->cell[3], &pay.low);
    pgc_tsv_number(row->cell[4], &pay.high);
    COPY(pay.topic, row->cell[0]);
    COPY(pay.what, row->cell[2]);
    COPY(pay.wording, row->cell[5]);
    COPY(pay.source, row->cell[6]);
    COPY(pay.ref, row->cell[7]);
    return p->fn(p->arg, &pay);
}

int pgc_pay_of(const struct pgyd_host *h, const char *code, pgc_pay_fn fn, void *arg)
{
    struct pays p = {.code = code, .fn = fn, .arg = arg};
    return pgc_tsv_read(h, "markets.tsv", 9, give_pay, &p) < 0 ? -1 : 0;
}
