/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of backward chains: steps that each take their days, expected and at worst, counted back
 * from the day by which all must be over. */
#ifndef MILESTONES_CHAIN_H
#define MILESTONES_CHAIN_H

#include "plugins/milestones/packs/packs.h"

enum { CHAIN_STEPS = 16 };

struct step {
    const struct pack_section *s;
    int32_t expected, worst;                                             /* days */
    enum { STEP_OWN_DAYS, STEP_DEFAULT_DAYS, STEP_STATELESS_DAYS } days; /* whose they are */
    const char *source; /* of its days, in the maker's environment; NULL: the chain's */
    uint32_t after;     /* bit i: begins when step i is over */
    pgyd_day from;      /* cannot begin before; PGYD_NO_DAY: any day */
    pgyd_day begun;     /* marked done: the day it was begun; PGYD_NO_DAY: not yet */
    pgyd_day latest_expected, latest_worst; /* the last day to begin it */
    pgyd_day begin_expected, begin_worst;   /* the first day on which it can begin, or was begun */
    pgyd_day end_expected, end_worst;       /* and be over then */
    char slug[PGC_SLUG];                    /* "practice-license" */
    struct trace trace;                     /* of days that come from pgyd.ini or an expression */
};

struct chain {
    const struct pack_section *s;
    pgyd_day to; /* all is over by this day */
    struct step steps[CHAIN_STEPS];
    uint32_t n;
    /* the first day on which all can be over, from today on: the earliest feasible start */
    pgyd_day end_expected, end_worst;
    struct trace trace; /* of `to` */
};

/* "practice-license", "practice-at-risk". */
const char *chain_slug(const char *chain, const char *step, char slug[PGC_SLUG]);
/* Whether an item of this id is made of a chain of these packs. */
bool milestones_chains_make(const struct packs *packs, const char *id);
/* Works out a chain: false when it has no day to count from, or a mistake, which is said. */
bool chain_make(struct maker *m, const struct pack_section *s, struct chain *chain);
/* Steps as deadlines, and an alert when the worst case, or even the expected one, no longer fits
 * (items.c). */
int milestones_chains_plan(struct maker *m);
/* The report `chain` (report.c). */
int milestones_chain_report(const struct pgyd_host *h);

#endif
