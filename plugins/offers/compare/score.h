/* SPDX-License-Identifier: BSD-2-Clause */
/* Gates, then a score. A walk-away limit or a visa that an offer cannot serve closes it whatever
 * its score (S0-07). The score is a sum anybody can redo: weight of [priorities] times rating
 * (rate_CRITERION), nothing else. */
#ifndef OFFERS_SCORE_H
#define OFFERS_SCORE_H

#include "plugins/common/pgc.h"

enum {
    SCORE_GATES = 24,
    SCORE_CRITERIA = 32,
    SCORE_WHY = 240,
    SCORE_RATING = 10,
    SCORE_WEIGHTS = 100
};

enum score_gate_state {
    GATE_OPEN,
    GATE_UNKNOWN /* ask */,
    GATE_JUDGE /* in words: the person's to say */,
    GATE_CLOSED
};

struct score_gate {
    const char *name;
    int state;
    char why[SCORE_WHY];
    const char *ref;
};

struct score_gates {
    struct score_gate list[SCORE_GATES];
    uint32_t n;
    const struct score_gate *closed; /* the first that is; NULL: signable as it stands */
};

void score_gates_of(const struct pgyd_host *h, const char *id, struct score_gates *gates);
const char *score_gate_word(int state);

struct score_part {
    const char *criterion;
    int64_t weight;
    int64_t rating; /* -1: not rated */
    bool derived;   /* from the non-compete, the person gave none (S0-68) */
};

struct score {
    struct score_part part[SCORE_CRITERIA]; /* by weight, then name */
    uint32_t n;
    int64_t weights;   /* of the parts */
    int64_t sum, most; /* what is rated; and if what is not were a 10 */
    uint32_t unrated;  /* parts with a weight but no rating */
};

/* without_money: as if the money were identical: without the criterion compensation (S0-59). */
void score_of(const struct pgyd_host *h, const char *id, bool without_money, struct score *score);
/* S0-68: what a covenant leaves of the freedom to go, ours: none 10; a usual one 7; a wider one
 * from the primary site 4; from any of their sites 1. -1 where it is not known. */
int64_t score_freedom(const struct pgyd_host *h, const char *id);
/* The sum out of 1000, so that scores without money compare with those with it. */
double score_scaled(const struct score *score, int64_t sum);
/* "25x8 + 20x7 = 340"; "?" where no rating is. Returns text. */
const char *score_sum_text(const struct score *score, char *text, size_t size);

#endif
