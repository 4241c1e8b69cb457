/* SPDX-License-Identifier: BSD-2-Clause */
/* Ready to use one offer with another (S0-03 to S0-08), and time to decide (S0-58). Pure; each
 * answer says what would make it a yes. */
#ifndef OFFERS_READY_H
#define OFFERS_READY_H

#include "plugins/offers/offer/offer.h"

enum {
    READY_QUESTIONS = 8,
    READY_WHY = 400,
    MUST_FEW = 3,
    MUST_MOST = 5,
    MARGINAL_USD = 5000,
    DECIDE_DAYS = 2,
    READY_WANTS = 3 /* S2-68 */
};

struct ready_question {
    const char *name; /* "Which would you sign today, and why" */
    bool pass;
    bool caution;        /* passes, but with a word: self-ratings of S1-41 */
    char why[READY_WHY]; /* what is missing, with the key to set; "" */
    const char *ref;
};

/* The three questions, the next best alternative (S3-19) and the non-negotiables (S3-03). */
struct ready {
    struct ready_question list[READY_QUESTIONS];
    uint32_t n;
    bool pass; /* all of them pass */
};

/* How many things [offer:id] must_improve names. */
uint32_t ready_must(const struct pgyd_host *h, const char *id);
/* How many wishes [goal] want holds (S2-68). */
uint32_t ready_wants(const struct pgyd_host *h);
void ready_of(const struct pgyd_host *h, const struct offers *offers, struct ready *ready);
/* "missing: … (set [decide] sign_today); …" of those that do not pass, for a refusal; "" when all
 * do. Returns text. */
const char *ready_missing(const struct ready *ready, char *text, size_t size);

/* S0-58 */
struct decision {
    /* two live offers in writing or more: there is something to decide between */
    bool two;
    bool revised;    /* each of them has answered an ask: revised, or an honest no (S0-45) */
    bool understood; /* pay, call and covenant */
    bool marginal;   /* what lies between is [decide] marginal_usd a year at most */
    /* dollars a year that lie between, of the offer where it is most (asks.h) */
    int64_t remaining;
    /* points that are open and are not money, of all of them: shown, not counted */
    uint32_t other;
    bool time;           /* all of them, and none is accepted */
    pgyd_day since;      /* the day the last answer came in; PGYD_NO_DAY unless revised */
    char why[READY_WHY]; /* what is missing; "" */
};
void decision_of(const struct pgyd_host *h, const struct offers *offers, struct decision *decision);

/* Of the callback check: what must improve of one offer; wishes. */
void ready_check_offer(const struct pgyd_host *h, const char *id);
void ready_check(const struct pgyd_host *h);

/* Items of the plan: 0 or -1 (plan.c). */
int ready_plan(const struct pgyd_host *h, const struct offers *offers);
/* report.c */
int offers_report_ready(const struct pgyd_host *h);
int offers_report_decide(const struct pgyd_host *h);

#endif
