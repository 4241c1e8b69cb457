/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of what is known of a state's medical board, lists/states.tsv: how long a license takes
 * there, and whether the state registers who prescribes controlled substances. */
#ifndef MILESTONES_STATES_H
#define MILESTONES_STATES_H

#include "plugins/common/pgc.h"

struct license {
    bool listed;         /* false: the list is not installed, and nothing below is known */
    bool stated;         /* [goal] state is set */
    bool published;      /* the days are the state's own, not the national default */
    bool registers;      /* a registration for controlled substances comes before the DEA's */
    int32_t rule, worst; /* days */
    char source[160];    /* of these days */
};

/* What the list says of [goal] state. */
void milestones_license(const struct pgyd_host *h, struct license *license);

#endif
