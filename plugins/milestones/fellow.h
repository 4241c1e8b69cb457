/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether to do a fellowship: what is said of the field (lists/fellowships.tsv), and the question
 * in time for applications. */
#ifndef MILESTONES_FELLOW_H
#define MILESTONES_FELLOW_H

#include "plugins/milestones/planner.h"

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

#endif
