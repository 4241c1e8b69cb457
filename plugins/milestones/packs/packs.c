/* SPDX-License-Identifier: BSD-2-Clause */
/* All packs: loading them, what is made of them in order, and their milestones. What else is made
 * is handed in. */
#include "plugins/milestones/packs/packs.h"

#include "plugins/common/texts/near.h"

/* Rules that run on packs. */
struct list {
    const struct packs_rule *rules;
    uint32_t n;
};

/* Whether [packs] off could mean anything. */
static bool known_id(const struct maker *m, const struct list *list, const char *id)
{
    if (planner_may_plan(m->p, id) || packs_find(m->packs, id) ||
        m->p->h->section_line(m->p->h->ctx, "milestone", id))
        return true;
    for (uint32_t i = 0; i < list->n; i++) {
        if (list->rules[i].makes && list->rules[i].makes(m->packs, id))
            return true;
    }
    return false;
}

static void check_off(const struct maker *m, const struct list *list)
{
    const struct pgyd_host *h = m->p->h;
    const struct packs *packs = m->packs;
    struct pgyd_value v;
    if (!pgc_get(h, "packs", "", "off", &v))
        return;
    for (uint32_t i = 0; i < v.nlist; i++) {
        struct pgc_near near = {.wanted = v.list[i]};
        char remedy[160];
        if (known_id(m, list, v.list[i]))
            continue;
        for (size_t k = 0; k < packs->nsections; k++) {
            if (packs->sections[k].kind == PACK_MILESTONE)
                pgc_near_try(&near, packs->sections[k].id);
        }
        const char *best = pgc_near_best(&near);
        if (best)
            pgc_format(remedy, sizeof remedy, "did you mean %s?", best);
        pgc_warn(h, "packs", "", "off", best ? remedy : NULL,
                 "there is no milestone %s to leave out", v.list[i]);
    }
}

int milestones_packs_make(struct maker *m)
{
    const struct pgyd_host *h = m->p->h;
    int rc = 0;
    for (size_t i = 0; i < m->packs->nsections && rc == 0; i++) {
        struct pack_section *s = &m->packs->sections[i];
        if (s->kind != PACK_MILESTONE)
            continue;
        if (h->section_line(h->ctx, "milestone", s->id))
            planner_leave(m->p, s->id, "your own [milestone:%s] stands in for it", s->id);
        else
            rc = maker_emit(m, s);
    }
    return rc;
}

int milestones_packs_run(const struct planner *p, enum pack_say say, const struct packs_rule *rules,
                         uint32_t n)
{
    const struct list list = {rules, n};
    struct packs packs;
    struct maker m;
    int rc = packs_load(&packs, p->h, say) ? 0 : -1;
    maker_init(&m, p, &packs);
    if (rc == 0 && say == PACK_REPORTS)
        check_off(&m, &list);
    for (uint32_t i = 0; i < n && rc == 0; i++)
        rc = rules[i].make(&m);
    packs_free(&packs);
    return rc;
}
