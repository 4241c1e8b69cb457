/* SPDX-License-Identifier: BSD-2-Clause */
/* Leverage, and the lane to ask in (S0-24 to S0-30): silent (no word of another offer), light (that
 * there is one), full-court (what it says). Each condition is shown with its truth; each figure of
 * leverage with its source. Pure. */
#ifndef OFFERS_LANE_H
#define OFFERS_LANE_H

#include "plugins/common/market.h"
#include "plugins/offers/offer/offer.h"

enum lane { LANE_SILENT, LANE_LIGHT, LANE_FULL };

enum {
    LANE_CONDITIONS = 12,
    LANE_WHY = 240,
    LANE_ATTACHED = 4,    /* S0-26: at most this attached: silent */
    LANE_STRONG = 70,     /* S0-53: from here on push */
    LANE_WEAK = 40,       /* S0-54: up to here tweaks */
    LANE_FULL_POWER = 60, /* S0-30, [decide] full_power */
    LANE_BETTER = 2,      /* S0-30: terms in which the other must be better */
};

struct lane_condition {
    int lane;           /* enum lane that it speaks for */
    const char *name;   /* "One clear first choice" */
    int truth;          /* 1, 0, -1: not known */
    char why[LANE_WHY]; /* for the person alone */
    const char *ref;
};

struct lane_choice {
    int lane;                  /* enum lane */
    const struct offer *rival; /* the written one that is better in most terms; NULL */
    uint32_t better;           /* terms in which it is */
    struct lane_condition list[LANE_CONDITIONS];
    uint32_t n;
};

/* The power where the offer comes from, its prospect (S1-15); offer NULL: anywhere. */
void lane_power_of(const struct pgyd_host *h, const struct offer *offer,
                   struct pgc_place_power *power);
/* The lane in which to ask `offer`, one of `offers`. */
void lane_of(const struct pgyd_host *h, const struct offers *offers, const struct offer *offer,
             struct lane_choice *choice);
/* Of the callback check: benchmarks of [market] rise. */
void lane_check_market(const struct pgyd_host *h);
const char *lane_word(int lane); /* "silent" "light" "full-court" */

#endif
