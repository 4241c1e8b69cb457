/* SPDX-License-Identifier: BSD-2-Clause */
/* All packs: their milestones and their chains. */
#include "plugins/common/near.h"
#include "plugins/milestones/chain.h"
#include "plugins/milestones/own.h"

#include <string.h>

/* Whether [packs] off could mean anything: rules that depend on the training are known by how their
 * ids begin. */
static bool known_id(const struct planner *p, const struct packs *packs, const char *id)
{
    static const char *const rules[] = {"phase-", "tier-review-", "prove-",  "monthly-", "passive-",
                                        "learn-", "lane-",        "prelim-", "post-sign"};
    char slug[PGC_SLUG];
    for (size_t i = 0; i < PGC_COUNT(rules); i++) {
        if (strncmp(id, rules[i], strlen(rules[i])) == 0)
            return true;
    }
    if (milestones_builtin(id) || packs_find(packs, id) ||
        p->h->section_line(p->h->ctx, "milestone", id))
        return true;
    for (size_t i = 0; i < packs->nsections; i++) {
        const struct pack_section *s = &packs->sections[i];
        if (s->kind == PACK_STEP && s->v[P_CHAIN].text &&
            strcmp(chain_slug(s->v[P_CHAIN].text, s->id, slug), id) == 0)
            return true;
        if (s->kind == PACK_CHAIN && (strcmp(chain_slug(s->id, "at-risk", slug), id) == 0 ||
                                      strcmp(chain_slug(s->id, "too-late", slug), id) == 0))
            return true;
    }
    return false;
}

static void check_off(const struct planner *p, const struct packs *packs)
{
    struct pgyd_value v;
    if (!pgc_get(p->h, "packs", "", "off", &v))
        return;
    for (uint32_t i = 0; i < v.nlist; i++) {
        struct pgc_near near = {.wanted = v.list[i]};
        char remedy[160];
        if (known_id(p, packs, v.list[i]))
            continue;
        for (size_t k = 0; k < packs->nsections; k++) {
            if (packs->sections[k].kind == PACK_MILESTONE)
                pgc_near_try(&near, packs->sections[k].id);
        }
        const char *best = pgc_near_best(&near);
        if (best)
            pgc_format(remedy, sizeof remedy, "did you mean %s?", best);
        pgc_warn(p->h, "packs", "", "off", best ? remedy : NULL,
                 "there is no milestone %s to leave out", v.list[i]);
    }
}

static int run(const struct planner *p, enum pack_say say)
{
    struct packs packs;
    struct maker m;
    int rc = packs_load(&packs, p->h, say) ? 0 : -1;
    maker_init(&m, p, &packs);
    if (rc == 0 && say == PACK_REPORTS)
        check_off(p, &packs);
    for (size_t i = 0; i < packs.nsections && rc == 0; i++) {
        struct pack_section *s = &packs.sections[i];
        if (s->kind != PACK_MILESTONE)
            continue;
        if (p->h->section_line(p->h->ctx, "milestone", s->id))
            planner_leave(p, s->id, "your own [milestone:%s] stands in for it", s->id);
        else
            rc = maker_emit(&m, s);
    }
    if (rc == 0)
        rc = milestones_chains_plan(&m);
    if (rc == 0)
        rc = maker_refresh(&m);
    packs_free(&packs);
    return rc;
}

int milestones_packs_plan(const struct planner *p)
{
    return run(p, PACK_LOGS);
}

void milestones_packs_check(const struct planner *p)
{
    run(p, PACK_REPORTS);
}
