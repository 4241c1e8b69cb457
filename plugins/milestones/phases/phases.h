/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of the phases of a training (pgyd-milestones(7)): a table of civil bounds and words, and
 * what is planned of it (plan.c). */
#ifndef MILESTONES_PHASES_H
#define MILESTONES_PHASES_H

#include "plugins/milestones/planner/planner.h"

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
/* Whether a row has this id. */
bool milestones_phases_have(const char *id);
/* Whether a phase applies. */
bool milestones_applies(const struct phase *phase, const struct pgc_anchors *anchors);

int milestones_phases_plan(const struct planner *p);

#endif
