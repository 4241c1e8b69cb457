/* SPDX-License-Identifier: BSD-2-Clause */
/* What comes back every month or quarter: this period and the next (architecture 7). */
#ifndef MILESTONES_MONTHLY_H
#define MILESTONES_MONTHLY_H

#include "plugins/milestones/planner.h"

int milestones_monthly_plan(const struct planner *p);

#endif
