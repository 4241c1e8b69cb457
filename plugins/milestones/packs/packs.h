/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of packs, pgyd-pack(5): they are loaded, sections become items, and so do the person's
 * own milestones, [milestone:id], in the same grammar. */
#ifndef MILESTONES_PACKS_H
#define MILESTONES_PACKS_H

#include "plugins/milestones/packs/maker.h"

/* What is made of packs once they are loaded. */
struct packs_rule {
    int (*make)(struct maker *m); /* 0 or -1 */
    /* Whether an id is one that it makes of these packs; NULL: packs_find says so. */
    bool (*makes)(const struct packs *packs, const char *id);
};

/* Loads the packs and runs the rules on them, in order. PACK_REPORTS: as the callback check does,
 * which also says what [packs] off cannot mean. */
int milestones_packs_run(const struct planner *p, enum pack_say say, const struct packs_rule *rules,
                         uint32_t n);
/* The rule of their milestones. */
int milestones_packs_make(struct maker *m);

/* ---- own.c: the person's own milestones ---- */

int milestones_own_plan(const struct planner *p);
void milestones_own_check(const struct planner *p);

/* Of the callback check: [packs] use and skip name packs that are there (named.c). */
void milestones_packs_check_named(const struct pgyd_host *h);

#endif
