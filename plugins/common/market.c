/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/common/market.h"

#include <string.h>

#define COPY(to, from) pgc_format(to, sizeof(to), "%s", from)

/* ---- leverage ------------------------------------------------------------------------------------------------------------------------ */

struct figures {
    const char *code;
    struct pgc_leverage *out;
};

static int add_figure(void *arg, const struct pgc_tsv_row *row)
{
    struct figures *f = arg;
    int64_t value;
    if (!pgc_tsv_holds(row->cell[1], f->code) || !pgc_tsv_number(row->cell[3], &value) || value < 0 || value > 100)
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

const struct pgc_figure *pgc_leverage_pick(const struct pgc_leverage *leverage, enum pgc_policy policy)
{
    const struct pgc_figure *picked = NULL;
    for (uint32_t i = 0; i < leverage->n; i++) {
        const struct pgc_figure *f = &leverage->figures[i];
        if (!picked || (policy == PGC_POLICY_MIN && f->value < picked->value) || (policy == PGC_POLICY_MAX && f->value > picked->value))
            picked = f;
    }
    return picked;
}

/* ---- modifiers --------------------------------------------------------------------------------------------------------------------- */

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
    if (!pgc_tsv_holds(row->cell[2], m->code) || !pgc_tsv_number(row->cell[3], &points) || points < -100 || points > 100)
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

int pgc_modifier_of(const struct pgyd_host *h, const char *code, bool constraint, const char *word, struct pgc_modifier *modifier)
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

/* ---- pay ----------------------------------------------------------------------------------------------------------------------------- */

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
