/* SPDX-License-Identifier: BSD-2-Clause */
/* Gates and ranking of the report compare, and what the choice of the heart costs. The sums
 * themselves are score.c's. */
#include "plugins/offers/compare/inside.h"

#include "plugins/common/parts.h"

#include <stdlib.h>
#include <string.h>

enum { SUM_TEXT = 640, RATING_TEXT = 24 };

struct placed {
    uint32_t i; /* of the comparison */
    struct score score;
    bool ranked;         /* no gate is closed, all is rated */
    char why[SCORE_WHY]; /* when it is not */
    double value;        /* out of 1000 */
};

/* ---- gates first (S0-07) ---- */

int compare_gates(const struct compare *c)
{
    static const char *const head[] = {"Offer", "Gate", "State", "Why"};
    bool said = false;
    for (uint32_t i = 0; i < c->n; i++) {
        struct score_gates gates;
        score_gates_of(c->h, c->id[i], &gates);
        if (gates.n > 0 && !said &&
            (pgc_heading(c->h, 2, "Gates, before any score") != 0 ||
             pgc_row(c->h, true, head, PGC_COUNT(head)) != 0))
            return -1;
        said |= gates.n > 0;
        for (uint32_t k = 0; k < gates.n; k++) {
            const char *const cells[] = {c->name[i], gates.list[k].name,
                                         score_gate_word(gates.list[k].state), gates.list[k].why};
            if (pgc_row(c->h, false, cells, PGC_COUNT(cells)) != 0)
                return -1;
        }
    }
    for (uint32_t i = 0; i < c->n; i++) {
        struct score_gates gates;
        score_gates_of(c->h, c->id[i], &gates);
        if (gates.closed && pgc_bullet(c->h, "%s is not signable as it stands: %s, %s", c->name[i],
                                       gates.closed->name, gates.closed->why) != 0)
            return -1;
    }
    return said ? 0
                : pgc_paragraph(
                      c->h,
                      "No walk-away limit is set: [walkaway] says below what you do not sign.");
}

/* ---- ranking ---- */

static void place(const struct compare *c, uint32_t i, bool without_money, struct placed *p)
{
    struct score_gates gates;
    p->i = i;
    score_of(c->h, c->id[i], without_money, &p->score);
    score_gates_of(c->h, c->id[i], &gates);
    p->ranked = !gates.closed && p->score.unrated == 0;
    p->value = score_scaled(&p->score, p->score.sum);
    pgc_format(p->why, sizeof p->why, "%s", "");
    if (gates.closed) {
        pgc_format(p->why, sizeof p->why, "not signable as it stands: %s", gates.closed->name);
        return;
    }
    for (uint32_t k = 0; k < p->score.n && !p->ranked; k++) {
        if (p->score.part[k].rating < 0 && p->score.part[k].weight > 0)
            pgc_append(p->why, sizeof p->why, "%srate_%s", p->why[0] ? ", " : "set ",
                       p->score.part[k].criterion);
    }
}

static int by_value(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    if (x->ranked != y->ranked)
        return x->ranked ? -1 : 1;
    if (x->ranked && x->value > y->value)
        return -1;
    if (x->ranked && x->value < y->value)
        return 1;
    return x->i < y->i ? -1 : x->i > y->i;
}

static void rank(const struct compare *c, bool without_money, struct placed *list)
{
    for (uint32_t i = 0; i < c->n; i++)
        place(c, i, without_money, &list[i]);
    qsort(list, c->n, sizeof list[0], by_value);
}

static int ranking(const struct compare *c, const struct placed *list)
{
    static const char *const head[] = {"Rank", "Offer", "Weight x rating", "Out of 1000", "Note"};
    uint32_t at = 0;
    if (pgc_row(c->h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < c->n; i++) {
        const struct placed *p = &list[i];
        char place_text[16] = "-", sum[SUM_TEXT], value[MONEY_TEXT] = "-";
        /* Equal scores share a rank. */
        if (i == 0 || p->value < list[i - 1].value)
            at = i + 1;
        if (p->ranked) {
            pgc_format(place_text, sizeof place_text, "%u", at);
            pgc_format(value, sizeof value, "%.1f", p->value);
        }
        const char *const cells[] = {place_text, c->name[p->i],
                                     score_sum_text(&p->score, sum, sizeof sum), value, p->why};
        if (pgc_row(c->h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

/* The one ahead of all others; -1: none, or a tie. */
static int winner(const struct compare *c, const struct placed *list)
{
    if (!list[0].ranked || (c->n > 1 && list[1].ranked && list[1].value >= list[0].value))
        return -1;
    return (int)list[0].i;
}

/* S0-15: what matters, in order, with each offer's rating. */
static int priorities(const struct compare *c)
{
    const char *cells[COMPARE_MOST + 3] = {"Priority", "Weight"};
    struct score score[COMPARE_MOST];
    char weight[RATING_TEXT], rating[COMPARE_MOST][RATING_TEXT];
    bool derived = false;
    for (uint32_t i = 0; i < c->n; i++) {
        cells[i + 2] = c->name[i];
        score_of(c->h, c->id[i], false, &score[i]);
    }
    if (pgc_heading(c->h, 2, "What matters, in order") != 0 ||
        pgc_row(c->h, true, cells, c->n + 2) != 0)
        return -1;
    for (uint32_t k = 0; k < score[0].n; k++) {
        cells[0] = score[0].part[k].criterion;
        cells[1] = pgc_format(weight, sizeof weight, "%lld", (long long)score[0].part[k].weight);
        for (uint32_t i = 0; i < c->n; i++) {
            const struct score_part *p = &score[i].part[k];
            derived |= p->derived;
            cells[i + 2] = p->rating < 0
                               ? "not rated"
                               : pgc_format(rating[i], sizeof rating[i], "%lld%s",
                                            (long long)p->rating, p->derived ? " (covenant)" : "");
        }
        if (pgc_row(c->h, false, cells, c->n + 2) != 0)
            return -1;
    }
    return derived ? pgc_paragraph(c->h, "(covenant): rated by the non-compete: none 10, a usual "
                                         "one 7, a wider one 4, from any of their "
                                         "sites 1; your own rating replaces it.")
                   : 0;
}

/* What stands behind no closed gate. */
static bool signable(const struct compare *c, uint32_t i)
{
    struct score_gates gates;
    score_gates_of(c->h, c->id[i], &gates);
    return !gates.closed;
}

/* A price is only as good as what is known of the two. */
static const char *without_bonus(const struct compare *c, int a, int b)
{
    return money_whole(c->h, c->id[a], &c->money[a]) && money_whole(c->h, c->id[b], &c->money[b])
               ? ""
               : ", bonuses that are not known left out";
}

/* S0-59: what the choice of the heart costs a year. */
static int price(const struct compare *c, int with, int without)
{
    char text[MONEY_TEXT];
    const char *left_out;
    if (with < 0 || without < 0)
        return pgc_paragraph(c->h,
                             "No offer is ahead in both rankings: there is nothing to price yet.");
    if (with == without) {
        int best = with;
        if (!c->paid[with])
            return pgc_paragraph(c->h, "%s comes first either way; its pay is not known: ask.",
                                 c->name[with]);
        for (uint32_t i = 0; i < c->n; i++) {
            if (c->paid[i] && signable(c, i) && c->money[i].annual > c->money[best].annual)
                best = (int)i;
        }
        left_out = without_bonus(c, with, best);
        if (best == with)
            return pgc_paragraph(
                c->h,
                "%s comes first either way, and no other that can be signed is known to pay more.",
                c->name[with]);
        int64_t more = c->money[best].annual - c->money[with].annual;
        return pgc_paragraph(c->h,
                             "%s comes first either way. %s pays %s a year more%s%s: that is the "
                             "price of the choice.",
                             c->name[with], c->name[best], money_text(more, text), left_out,
                             more < MONEY_NOISE ? ", which is noise" : "");
    }
    if (!c->paid[with] || !c->paid[without])
        return pgc_paragraph(
            c->h, "Money decides between %s and %s, and the pay of one is not known: ask.",
            c->name[with], c->name[without]);
    left_out = without_bonus(c, with, without);
    int64_t premium = c->money[with].annual - c->money[without].annual;
    if (premium <= 0)
        return pgc_paragraph(c->h,
                             "With money counted %s comes first; were it identical, %s, which pays "
                             "no less%s: choosing it costs nothing.",
                             c->name[with], c->name[without], left_out);
    return pgc_paragraph(c->h,
                         "With money counted %s comes first; were it identical, %s. Choosing %s "
                         "costs %s a year%s%s. Is the better pay worth "
                         "it, and which would make you less miserable after call?",
                         c->name[with], c->name[without], c->name[without],
                         money_text(premium, text), left_out,
                         premium < MONEY_NOISE ? ", which is noise" : "");
}

int compare_scores(const struct compare *c)
{
    struct placed with[COMPARE_MOST], without[COMPARE_MOST];
    bool said = false;
    if (c->h->section_count(c->h->ctx, "priorities") == 0)
        return pgc_paragraph(c->h, "There is no score: [priorities] gives what matters its weight, "
                                   "and rate_ keys say how each offer does.");
    rank(c, false, with);
    rank(c, true, without);
    if (priorities(c) != 0 || pgc_heading(c->h, 2, "Score") != 0 || ranking(c, with) != 0)
        return -1;
    if (without[0].score.weights == 0)
        return pgc_paragraph(c->h, "All the weight lies on compensation: were money identical, "
                                   "nothing would be left to rank by.");
    if (pgc_heading(c->h, 2, "If money were identical") != 0 || ranking(c, without) != 0)
        return -1;
    if (without[0].score.weights < SCORE_WEIGHTS &&
        pgc_paragraph(
            c->h, "Without compensation the weights come to %lld: the sum is taken times %d/%lld.",
            (long long)without[0].score.weights, SCORE_WEIGHTS,
            (long long)without[0].score.weights) != 0)
        return -1;
    if (price(c, winner(c, with), winner(c, without)) != 0)
        return -1;
    for (uint32_t i = 0; i < c->n; i++) {
        const double nums[] = {with[i].value, SCORE_WEIGHTS * SCORE_RATING};
        if (!with[i].ranked)
            continue;
        if (!said && pgc_heading(c->h, 3, "Scores") != 0)
            return -1;
        said = true;
        if (pgc_nums(c->h, PGYD_BAR, c->name[with[i].i], nums, 2) != 0)
            return -1;
    }
    return 0;
}
