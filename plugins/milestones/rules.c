/* SPDX-License-Identifier: BSD-2-Clause */
/* Which rules there are, what each plans, and what is made of packs. What a rule says, and when, is
 * its room's. */
#include "plugins/milestones/rules.h"

#include "plugins/milestones/chain/chain.h"
#include "plugins/milestones/packs/packs.h"
#include "plugins/milestones/training/training.h"

static const struct packs_rule of_packs[] = {
    {.make = milestones_packs_make},
    {.make = milestones_chains_plan, .makes = milestones_chains_make},
    {.make = maker_refresh},
};

static int packs_plan(const struct planner *p)
{
    return milestones_packs_run(p, PACK_LOGS, of_packs, PGC_COUNT(of_packs));
}

void milestones_rules_check_packs(const struct planner *p)
{
    milestones_packs_run(p, PACK_REPORTS, of_packs, PGC_COUNT(of_packs));
}

static const struct rule list[] = {
    {.plan = milestones_own_plan},
    {.plan = milestones_lane_plan,
     .trained = true,
     .ids = "lane-decided|lane-review|no-lane|late-recon",
     .families = "lane-"},
    {.plan = milestones_fellow_plan, .trained = true, .ids = "fellowship-question"},
    {.plan = milestones_offered_plan,
     .ids = "phase-compare|phase-contract|post-sign|post-sign-papers",
     .families = "post-sign"},
    {.plan = packs_plan, .ids = "refresh-packs"},
};

const struct rules milestones_rules = {list, PGC_COUNT(list)};
