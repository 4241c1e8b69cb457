/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of the reports, a function each; what they read is loaded once, by plugin.c. */
#ifndef NETWORKING_REPORTS_H
#define NETWORKING_REPORTS_H

#include "plugins/networking/people/people.h"
#include "plugins/networking/rhythm/rhythm.h"
#include "plugins/networking/search/search.h"

struct report {
    const struct pgyd_host *h;
    const struct pgc_anchors *anchors; /* NULL: not known */
    struct people people;
    struct places places;
    struct schedule schedule;
};

int report_network(const struct report *r);   /* network.c */
int report_habits(const struct report *r);    /* time.c */
int report_bandwidth(const struct report *r); /* time.c */
int report_prospects(const struct report *r); /* prospects.c */
int report_tier(const struct report *r);      /* tier.c */

#endif
