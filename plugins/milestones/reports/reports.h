/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of the reports, but for that of chains. Those of what is planned run the rules they are
 * given. */
#ifndef MILESTONES_REPORTS_H
#define MILESTONES_REPORTS_H

#include "plugins/milestones/planner/planner.h"

/* All phases and windows with state and days, and bands across the training years
 * (timeline.c). */
int milestones_report_timeline(const struct pgyd_host *h, const struct rules *rules);
/* Which rule, which anchors, which source made the date of id=... (why.c) */
int milestones_report_why(const struct pgyd_host *h, const struct rules *rules);
/* S1-03: four headings and a number each (standing.c). */
int milestones_report_standing(const struct pgyd_host *h);
/* Leverage and pay as the articles put them (market.c). */
int milestones_report_market(const struct pgyd_host *h);

/* The anchors, where they are known: what is wrong with them as a paragraph otherwise. Returns
 * false then. */
bool milestones_report_anchors(const struct pgyd_host *h, struct pgc_anchors *anchors);

#endif
