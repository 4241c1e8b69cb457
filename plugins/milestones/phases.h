/* SPDX-License-Identifier: BSD-2-Clause */
/* The phases of a training (pgyd-milestones(7)) as a table of civil bounds and words. */
#ifndef MILESTONES_PHASES_H
#define MILESTONES_PHASES_H

#include "plugins/milestones/planner.h"

/* Tracks a row holds for. */
enum { ON_SHORT = 1, ON_INTERMEDIATE = 2, ON_LONG = 4, ON_ALL = 7 };

enum {
    JOB = 1,    /* about the job search: not for a preliminary year alone, and quiet in PGY-1 */
    PRELIM = 2, /* for a preliminary year alone */
    /* says where one stands: when it was over before the first run there is nothing to catch up
     * on */
    MARKER = 4,
    SERIES = 8, /* one of several in a row: only the last that was missed is caught up on */
    RANK = 16,  /* falls silent with the first offer (S1-08) */
    LANE = 32   /* names the lanes of the field */
};

enum bound_base {
    FROM_PGY,       /* first day of PGY-k, then months and days */
    FROM_PGY_END,   /* last day of PGY-k */
    FROM_R,         /* residency end */
    FROM_OCTOBER,   /* October 1 of the last academic year */
    FROM_G,         /* final training end */
    FROM_S,         /* attending start */
    FROM_F0,        /* fellowship start: none without a fellowship */
    FROM_F_HALF,    /* the middle of the fellowship */
    FROM_START_HALF /* the middle of the residency */
};

struct bound {
    enum bound_base base;
    int k;      /* FROM_PGY, FROM_PGY_END: the level */
    int months; /* civil months, clamped */
    int days;
};

struct phase {
    const char *slug;
    unsigned tracks; /* ON_* */
    unsigned flags;
    int fellowship; /* 1 only with, -1 only without, 0 either */
    uint16_t kind;  /* PGYD_WINDOW or PGYD_MILESTONE */
    struct bound from, to;
    const char *title, *detail, *source;
    const char *refs[5];
};

/* The table and its length. */
const struct phase *milestones_phases(size_t *n);
/* The day of a bound, or PGYD_NO_DAY when it does not exist for these anchors. */
pgyd_day milestones_bound(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                          const struct bound *bound);
/* ---- phaseplan.c ---- */
/* "G - 18mo", into text. */
const char *milestones_bound_words(const struct bound *bound, char *text, size_t size);
/* Adds a bound's anchor to a trace. */
void milestones_bound_trace(const struct planner *p, const struct bound *bound,
                            struct trace *trace);
/* Whether a phase applies. */
bool milestones_applies(const struct phase *phase, const struct pgc_anchors *anchors);

int milestones_phases_plan(const struct planner *p);

#endif
