/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of the search for a place: processes in parallel, stretch, leverage, being known, the
 * map of a market. */
#ifndef NETWORKING_SEARCH_H
#define NETWORKING_SEARCH_H

#include "plugins/networking/people/people.h"
#include "plugins/networking/search/places.h"

enum { PROCESSES = 2, MAPPED = 3, SEARCH_MONTHS = 18 };

/* Only with anchors, and nothing once an offer was accepted. */
int search_plan(const struct pgyd_host *h, const struct nudges *nudges,
                const struct pgc_anchors *anchors, const struct people *people,
                const struct places *places);
/* Live places of which all four questions of S1-31 are answered. */
uint32_t search_mapped(const struct places *places);
/* Live places that are a stretch (S1-45). */
uint32_t search_stretches(const struct places *places);
/* The day of the first step of the search that the journal tells of, at a place or in general; or
 * PGYD_NO_DAY. */
pgyd_day search_began(const struct pgyd_host *h);

/* ---- visits.c ---- */

int visits_plan(const struct pgyd_host *h, const struct nudges *nudges,
                const struct places *places);

/* ---- prompts.c: questions that come back, and things to have done once by a certain month, of
 * lists/prompts.tsv; none when it is not installed ---- */

int prompts_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors);
/* Of the callback check: whether the list is there, and its lines are of use. */
void prompts_check(const struct pgyd_host *h);

#endif
