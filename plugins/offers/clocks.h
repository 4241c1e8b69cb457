/* SPDX-License-Identifier: BSD-2-Clause */
/* Rules of the plan besides the answer dates: of one offer, of all together, and after the
 * signature. Each emits its items: 0 or -1. */
#ifndef OFFERS_CLOCKS_H
#define OFFERS_CLOCKS_H

#include "plugins/offers/offer.h"

/* ---- one live offer (clocks.c) ---- */
/* the last day is a weekend's or a holiday */
int clocks_closed(const struct pgyd_host *h, const struct offer *o);
/* S0-18: it runs beyond the own deadline */
int clocks_own(const struct pgyd_host *h, const struct offer *o);
/* S0-16: time was asked of a committee */
int clocks_committee(const struct pgyd_host *h, const struct offer *o);
int clocks_rounds(const struct pgyd_host *h, const struct offer *o); /* S0-48 */
int clocks_lead(const struct pgyd_host *h, const struct offer *o);   /* S1-53 */
/* S0-55: the last day on which a review still ends in time */
int clocks_counsel(const struct pgyd_host *h, const struct offer *o);
/* S0-36: work units of new hires were asked for */
int clocks_data(const struct pgyd_host *h, const struct offer *o);
/* ---- any offer ---- */
/* S0-66: a day for each state it came into */
int clocks_states(const struct pgyd_host *h, const struct offer *o);
/* signed.c: what an accepted one binds to */
int clocks_signed(const struct pgyd_host *h, const struct offer *o);
/* ---- two at a time (pairs.c): S0-17. Up to PAIRS_MOST live offers every pair; of more one stretch
 * for all, and one alert an offer ---- */
int clocks_pairs(const struct pgyd_host *h, const struct offers *offers);
/* ---- all together (between.c): S0-19, S0-57, S0-67, S2-40, S2-65 ---- */
int clocks_between(const struct pgyd_host *h, const struct offers *offers);

#endif
