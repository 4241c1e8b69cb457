/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of what is planned from an offer's dates: of one offer, of all together, and after the
 * signature. Each emits its items: 0 or -1. */
#ifndef OFFERS_CLOCKS_H
#define OFFERS_CLOCKS_H

#include "plugins/offers/offer/offer.h"

/* Every rule of one live offer (answers.c, review.c, single.c). */
int clocks_live(const struct pgyd_host *h, const struct offer *o);
/* The one question of an offer whose answer date is past without an outcome. */
int clocks_past(const struct pgyd_host *h, const struct offer *o);
/* The last business day on which its contract can be sent to the lawyer; PGYD_NO_DAY: it was, it is
 * too late, or there is none (review.c). */
pgyd_day clocks_counsel_by(const struct pgyd_host *h, const struct offer *o);
/* ---- any offer ---- */
/* S0-66: a day for each state it came into */
int clocks_states(const struct pgyd_host *h, const struct offer *o);
/* what an accepted one binds to (signed.c) */
int clocks_signed(const struct pgyd_host *h, const struct offer *o);
/* S0-61: the others are told, once one is accepted */
int clocks_decline(const struct pgyd_host *h, const struct offer *o, const struct offer *accepted);
/* ---- two at a time (pairs.c): S0-17. Up to PAIRS_MOST live offers every pair; of more one stretch
 * for all, and one alert an offer ---- */
int clocks_pairs(const struct pgyd_host *h, const struct offers *offers);
/* ---- all together (between.c): S0-57, S2-40, S2-65 ---- */
int clocks_between(const struct pgyd_host *h, const struct offers *offers);
/* S0-18: one's own deadline */
int clocks_internal(const struct pgyd_host *h);
/* Of the callback check, S2-40: contract law is the state's. */
void clocks_check_attorney(const struct pgyd_host *h);

#endif
