/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of what is planned of a training beside its phases: the lane, the question of a
 * fellowship, what comes back every month, what begins with an offer; and the check of
 * [training] and [fellowship]. */
#ifndef MILESTONES_TRAINING_H
#define MILESTONES_TRAINING_H

#include "plugins/milestones/planner/planner.h"

/* ---- lane.c: by when it is chosen, what is said of the lanes of a field (lists/lanes.tsv), and
 * whether the looking around began in time ---- */

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

/* ---- fellow.c: whether to do a fellowship: what is said of the field (lists/fellowships.tsv), and
 * the question in time for applications ---- */

struct fellow {
    char answer[16];       /* defines, helps, rarely */
    char fellowships[128]; /* codes, "-" for any */
    char words[160], source[48], ref[16];
};

/* What is said of the person's specialty; false: nothing. */
bool milestones_fellow_of(const struct pgyd_host *h, struct fellow *fellow);
/* The part of the report `market`: 0 or -1. */
int milestones_fellow_report(const struct pgyd_host *h);
int milestones_fellow_plan(const struct planner *p);

/* What comes back every month or quarter: this period and the next (architecture 7; monthly.c). */
int milestones_monthly_plan(const struct planner *p);
/* What begins with an offer and with a signature: from the journal alone, for the offers themselves
 * belong to another plugin (offered.c). */
int milestones_offered_plan(const struct planner *p);

/* Of the callback check (check.c). */
void milestones_check_training(const struct pgyd_host *h);

#endif
