/* SPDX-License-Identifier: BSD-2-Clause */
/* The reports of this plugin. */
#ifndef MILESTONES_REPORT_H
#define MILESTONES_REPORT_H

#include "plugins/common/anchors.h"

/* All phases and windows with state and days, and bands across the training years
 * (timelinereport.c). */
int milestones_report_timeline(const struct pgyd_host *h);
/* Which rule, which anchors, which source made the date of id=... (why.c) */
int milestones_report_why(const struct pgyd_host *h);
/* S1-03: four headings and a number each (marketreport.c). */
int milestones_report_standing(const struct pgyd_host *h);
/* Leverage and pay as the articles put them. */
int milestones_report_market(const struct pgyd_host *h);

/* The anchors, where they are known: what is wrong with them as a paragraph otherwise. Returns
 * false then. */
bool milestones_report_anchors(const struct pgyd_host *h, struct pgc_anchors *anchors);

#endif
