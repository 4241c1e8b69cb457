/* SPDX-License-Identifier: BSD-2-Clause */
/* The callback plan: one run of the rules, each item to the host. The rules are run by planner.c.
 */
#include "plugins/milestones/milestones.h"
#include "plugins/milestones/rules.h"

static int to_host(void *arg, const struct pgyd_item *item, const struct trace *trace)
{
    const struct pgyd_host *h = arg;
    (void)trace;
    return h->emit(h->ctx, item);
}

/* The host's services do not change what they are given: taking const away for the callback's
 * argument is safe. */
int milestones_plan(const struct pgyd_host *h)
{
    struct pgc_anchors known;
    struct planner p = {.h = h, .take = to_host, .arg = (void *)(uintptr_t)h};
    if (pgc_anchors(h, &known))
        p.anchors = &known;
    return rules_run(&p);
}
