/* SPDX-License-Identifier: BSD-2-Clause */
/* The person's own milestones, [milestone:id], in the grammar of packs. */
#ifndef MILESTONES_OWN_H
#define MILESTONES_OWN_H

#include "plugins/milestones/planner.h"

/* Whether pgyd plans a milestone of this id by a rule of its own. */
bool milestones_builtin(const char *id);
void milestones_own_check(const struct planner *p);
int milestones_own_plan(const struct planner *p);

#endif
