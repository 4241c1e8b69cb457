/* SPDX-License-Identifier: BSD-2-Clause */
/* Which rules there are. What a rule says, and when, is its own file's. */
#include "plugins/milestones/rules.h"

#include "plugins/milestones/fellow.h"
#include "plugins/milestones/lane.h"
#include "plugins/milestones/monthly.h"
#include "plugins/milestones/offered.h"
#include "plugins/milestones/own.h"
#include "plugins/milestones/packplan.h"
#include "plugins/milestones/phases.h"

int rules_run(const struct planner *p)
{
    if (milestones_own_plan(p) != 0)
        return -1;
    if (p->anchors && (milestones_phases_plan(p) != 0 || milestones_lane_plan(p) != 0 ||
                       milestones_fellow_plan(p) != 0 || milestones_monthly_plan(p) != 0))
        return -1;
    if (milestones_offered_plan(p) != 0)
        return -1;
    return milestones_packs_plan(p);
}
