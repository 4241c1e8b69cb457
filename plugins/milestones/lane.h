/* SPDX-License-Identifier: BSD-2-Clause */
/* The lane: by when it is chosen, what is said of the lanes of a field (lists/lanes.tsv), and
 * whether the looking around began in time. */
#ifndef MILESTONES_LANE_H
#define MILESTONES_LANE_H

#include "plugins/milestones/planner.h"

enum { LANES = 8 };

struct lane {
    char name[48];                      /* "-": the field without a lane of its own */
    int due;                            /* PGY year at whose end it should have a name; 0: none */
    char known_for[160], paid_for[160]; /* "" when the article says nothing */
    char source[48];
};

struct lanes {
    struct lane list[LANES];
    /* 0: the field is not one of those in which large offers are prepared over years (S2-03) */
    uint32_t n;
};

/* The lanes listed for the person's specialty or fellowship. */
void milestones_lanes(const struct pgyd_host *h, struct lanes *lanes);
/* Appends "Lanes of your field: spine, joints." to a detail of PGC_DETAIL bytes; nothing when none
 * is named. */
void milestones_lanes_named(const struct lanes *lanes, char *detail);
int milestones_lane_plan(const struct planner *p);

#endif
