/* SPDX-License-Identifier: BSD-2-Clause */
/* The one table of what plugin.c plans. */
#ifndef MILESTONES_RULES_H
#define MILESTONES_RULES_H

#include "plugins/milestones/planner/planner.h"

/* Every rule, in a fixed order. */
extern const struct rules milestones_rules;
/* Of the callback check: what is wrong in the packs. */
void milestones_rules_check_packs(const struct planner *p);

#endif
