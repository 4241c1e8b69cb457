/* SPDX-License-Identifier: BSD-2-Clause */
/* Rules of one live offer besides the answer date (single.c). Private to this room. */
#ifndef OFFERS_CLOCKS_INSIDE_H
#define OFFERS_CLOCKS_INSIDE_H

#include "plugins/offers/clocks/clocks.h"

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

#endif
