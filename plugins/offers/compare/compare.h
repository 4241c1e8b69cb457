/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of what offers say and what they come to: terms and flags, money, gates and score, and
 * the reports `terms` and `compare`. */
#ifndef OFFERS_COMPARE_H
#define OFFERS_COMPARE_H

#include "plugins/offers/compare/money.h"
#include "plugins/offers/compare/score.h"
#include "plugins/offers/compare/terms.h"
#include "plugins/offers/offer/offer.h"

enum { COMPARE_MOST = 8 };

struct compare {
    const struct pgyd_host *h;
    uint32_t n;
    const char *id[COMPARE_MOST], *name[COMPARE_MOST];
    uint32_t years;          /* looked at */
    int64_t exit;            /* months until leaving, asked for; -1 */
    bool paid[COMPARE_MOST]; /* money is known */
    struct money money[COMPARE_MOST];
};

/* ---- rows.c ---- */
/* Fills id and name with the offers asked for (offer=a,b), else those that are not declined or
 * expired; *left_out counts what did not fit. 0, or -1 after host->error. */
int compare_choose(const struct pgyd_host *h, struct compare *c, uint32_t *left_out);
/* Looks at the pay of `years`. */
void compare_pay(struct compare *c, uint32_t years);
/* The ranking with money and without (S0-59), part of a report. */
int compare_scores(const struct compare *c);

int offers_report_terms(const struct pgyd_host *h);
int offers_report_compare(const struct pgyd_host *h);

/* Of the callback check: ratings of one offer; weights. */
void compare_check_offer(const struct pgyd_host *h, const char *id);
void compare_check(const struct pgyd_host *h);

#endif
