/* SPDX-License-Identifier: BSD-2-Clause */
/* What begins with an offer and with a signature: from the journal alone, for the offers themselves
 * belong to another plugin. */
#ifndef MILESTONES_OFFERED_H
#define MILESTONES_OFFERED_H

#include "plugins/milestones/planner.h"

int milestones_offered_plan(const struct planner *p);

#endif
