/* SPDX-License-Identifier: BSD-2-Clause */
/* Every rule of the plugin, in a fixed order. */
#ifndef MILESTONES_RULES_H
#define MILESTONES_RULES_H

#include "plugins/milestones/planner.h"

int rules_run(const struct planner *p);

#endif
