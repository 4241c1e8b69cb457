/* SPDX-License-Identifier: BSD-2-Clause */
/* All packs: their milestones, their chains, and the reminder to refresh them. */
#include "plugins/milestones/chain.h"
#include "plugins/milestones/own.h"

#include <string.h>

/* 2.12: Jun 1, this year's and the next, from the first on that finds a pack past its valid_until. */
static int emit_refresh(const struct maker *m)
{
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    const struct pgyd_host *h = m->p->h;
    int32_t year, month, dom;
    h->ymd(h->ctx, h->today, &year, &month, &dom);
    for (int32_t y = year; y <= year + 1; y++) {
        struct pgyd_item item = PGC_ITEM_INIT;
        struct trace trace = {.rule = "June 1 of every year after a pack's valid_until"};
        char detail[PGC_DETAIL] = "Dates in these packs go on as patterns of earlier years. Look for a newer pgyd, or check and date them yourself:";
        char occurrence[8];
        size_t stale = 0;
        item.start = h->day(h->ctx, y, 6, 1);
        for (size_t i = 0; i < m->packs->n; i++) {
            const struct pack *pack = &m->packs->list[i];
            if (pack->valid_until == PGYD_NO_DAY || pack->valid_until >= item.start)
                continue;
            const char *checked = m->packs->sections[pack->head].v[P_CHECKED_ON].text;
            pgc_append(detail, sizeof detail, "\n- %s: pattern, last checked on %s", pack->stem, checked ? checked : "a day it does not say");
            stale++;
        }
        if (!stale || item.start < h->started || planner_off(m->p, "refresh-packs"))
            continue;
        item.kind = PGYD_REMINDER;
        item.slug = "refresh-packs";
        item.occurrence = pgc_format(occurrence, sizeof occurrence, "%d", y);
        item.title = "Refresh the packs of dates";
        item.detail = detail;
        item.source = "[packs]: valid_until of the packs in use";
        item.steps = steps;
        item.nsteps = PGC_COUNT(steps);
        if (planner_emit(m->p, &item, &trace) != 0)
            return -1;
    }
    return 0;
}

/* Whether [packs] off could mean anything: rules that depend on the training are known by how their ids begin. */
static bool known_id(const struct planner *p, const struct packs *packs, const char *id)
{
    static const char *const rules[] = {"phase-", "tier-review-", "prove-", "monthly-", "passive-", "learn-", "lane-", "prelim-", "post-sign"};
    char slug[PGC_SLUG];
    for (size_t i = 0; i < PGC_COUNT(rules); i++) {
        if (strncmp(id, rules[i], strlen(rules[i])) == 0)
            return true;
    }
    if (milestones_builtin(id) || packs_find(packs, id) || p->h->section_line(p->h->ctx, "milestone", id))
        return true;
    for (size_t i = 0; i < packs->nsections; i++) {
        const struct pack_section *s = &packs->sections[i];
        if (s->kind == PACK_STEP && s->v[P_CHAIN].text && strcmp(chain_slug(s->v[P_CHAIN].text, s->id, slug), id) == 0)
            return true;
        if (s->kind == PACK_CHAIN && (strcmp(chain_slug(s->id, "at-risk", slug), id) == 0 || strcmp(chain_slug(s->id, "too-late", slug), id) == 0))
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
        const char *best = NULL;
        char remedy[100];
        unsigned distance = 2 + (unsigned)strlen(v.list[i]) / 4;
        if (known_id(p, packs, v.list[i]))
            continue;
        for (size_t k = 0; k < packs->nsections; k++) {
            unsigned d = packs->sections[k].kind == PACK_MILESTONE ? pgc_distance(v.list[i], packs->sections[k].id) : distance;
            if (d < distance) {
                distance = d;
                best = packs->sections[k].id;
            }
        }
        if (best)
            pgc_format(remedy, sizeof remedy, "did you mean %s?", best);
        pgc_warn(p->h, "packs", "", "off", best ? remedy : NULL, "there is no milestone %s to leave out", v.list[i]);
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
        rc = emit_refresh(&m);
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
