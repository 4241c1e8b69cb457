/* SPDX-License-Identifier: BSD-2-Clause */
/* The reports `terms` and `compare`: what offers say, side by side, what they come to, and a
 * ranking that shows its sum. */
#ifndef OFFERS_COMPARE_H
#define OFFERS_COMPARE_H

#include "plugins/offers/money.h"
#include "plugins/offers/offer.h"
#include "plugins/offers/terms.h"

enum { COMPARE_MOST = 8, COMPARE_DIMS = 3, COMPARE_CELL = 192 };

struct compare {
    const struct pgyd_host *h;
    uint32_t n;
    const char *id[COMPARE_MOST], *name[COMPARE_MOST];
    uint32_t years;          /* looked at */
    int64_t exit;            /* months until leaving, asked for; -1 */
    bool paid[COMPARE_MOST]; /* money is known */
    struct money money[COMPARE_MOST];
};

/* A row as it is built: a cell an offer, and what makes one the best. More is better in each
 * dimension. */
struct compare_row {
    const char *label;
    char cell[COMPARE_MOST][COMPARE_CELL];
    uint32_t dims; /* 0: nobody can say which is best */
    double value[COMPARE_MOST][COMPARE_DIMS];
    bool known[COMPARE_MOST];
    /* value[][0] is money: less than MONEY_NOISE apart is noise (S1-64) */
    bool dollars;
    char note[COMPARE_CELL]; /* appended to what the row itself has to say */
};

/* The offer that is at least as good in every dimension as each other known one, and better in one;
 * -1: none, or fewer than two known. */
int compare_best(const struct compare_row *row, uint32_t n);
/* Emits the row with its mark and note; the head has a column an offer between the first and the
 * last. */
int compare_emit(const struct compare *c, struct compare_row *row);
int compare_head(const struct compare *c, const char *first);

/* Looks at the pay of `years`. */
void compare_pay(struct compare *c, uint32_t years);
/* comparemoney.c */
int compare_money(const struct compare *c);
int compare_break_even(const struct compare *c);
int compare_leaving(const struct compare *c);
/* comparescore.c */
int compare_gates(const struct compare *c);
int compare_scores(const struct compare *c);

/* termsreport.c */
int offers_report_terms(const struct pgyd_host *h);
int offers_report_compare(const struct pgyd_host *h);
/* Fills id and name with the offers asked for (offer=a,b), else those that are not declined or
 * expired; *left_out counts what did not fit. 0, or -1 after host->error. */
int compare_choose(const struct pgyd_host *h, struct compare *c, uint32_t *left_out);

#endif
