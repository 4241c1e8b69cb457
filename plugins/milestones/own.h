/* SPDX-License-Identifier: BSD-2-Clause */
/* The person's own milestones, [milestone:id]: plain dates in this version. */
#ifndef MILESTONES_OWN_H
#define MILESTONES_OWN_H

#include "plugins/milestones/planner.h"

void milestones_own_check(const struct pgyd_host *h);
int milestones_own_plan(const struct planner *p);

#endif
