/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of what is planned of a training beside its phases: the lane, the question of a
 * fellowship, what begins with an offer; and the check of [training] and [fellowship]. */
#ifndef MILESTONES_TRAINING_H
#define MILESTONES_TRAINING_H

#include "plugins/milestones/planner/planner.h"

/* By when the lane is chosen, and whether the looking around began in time (lane.c). */
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

/* What begins with an offer and with a signature: from the journal alone, for the offers themselves
 * belong to another plugin (offered.c). */
int milestones_offered_plan(const struct planner *p);

/* Of the callback check (check.c). */
void milestones_check_training(const struct pgyd_host *h);
/* Its part that says which specialty, fellowship and service there is not (listed.c). */
void milestones_check_listed(const struct pgyd_host *h);

#endif
