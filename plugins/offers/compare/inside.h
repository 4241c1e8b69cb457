/* SPDX-License-Identifier: BSD-2-Clause */
/* Rows of offers side by side, and the parts of the report that are made of them. Private to this
 * room. */
#ifndef OFFERS_COMPARE_INSIDE_H
#define OFFERS_COMPARE_INSIDE_H

#include "plugins/offers/compare/compare.h"

enum { COMPARE_DIMS = 3, COMPARE_CELL = 192 };

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

/* ---- rows.c ---- */
/* The offer that is at least as good in every dimension as each other known one, and better in one;
 * -1: none, or fewer than two known. */
int compare_best(const struct compare_row *row, uint32_t n);
/* Emits the row with its mark and note; the head has a column an offer between the first and the
 * last. */
int compare_emit(const struct compare *c, struct compare_row *row);
int compare_head(const struct compare *c, const char *first);

/* moneyrows.c */
int compare_money(const struct compare *c);
int compare_break_even(const struct compare *c);
int compare_leaving(const struct compare *c);
/* ranking.c */
int compare_gates(const struct compare *c);

#endif
