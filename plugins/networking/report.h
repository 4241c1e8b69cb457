/* SPDX-License-Identifier: BSD-2-Clause */
/* The reports, a function each; what they read is loaded once. */
#ifndef NETWORKING_REPORT_H
#define NETWORKING_REPORT_H

#include "plugins/networking/people.h"
#include "plugins/networking/places.h"
#include "plugins/networking/schedule.h"

struct report {
    const struct pgyd_host *h;
    const struct pgc_anchors *anchors; /* NULL: not known */
    struct people people;
    struct places places;
    struct schedule schedule;
};

int report_network(const struct report *r);
int report_habits(const struct report *r);    /* report_time.c */
int report_bandwidth(const struct report *r); /* report_time.c */
int report_prospects(const struct report *r); /* report_search.c */
int report_tier(const struct report *r);      /* report_tier.c */

#endif
