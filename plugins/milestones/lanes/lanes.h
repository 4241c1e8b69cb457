/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of the lanes of a field, lists/lanes.tsv: which there are, what they are known and paid
 * for, by when one has a name. */
#ifndef MILESTONES_LANES_H
#define MILESTONES_LANES_H

#include "plugins/common/pgc.h"

enum { LANES = 8, LANES_TEXT = 512 };

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
bool milestones_lane_has_name(const struct lane *lane);
/* "spine, joints" into a text of LANES_TEXT bytes: how many have a name. */
uint32_t milestones_lanes_list(const struct lanes *lanes, char *text, size_t size);

#endif
