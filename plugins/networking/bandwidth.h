/* SPDX-License-Identifier: BSD-2-Clause */
/* Where the hours of 28 days went (S2-58, S2-59). */
#ifndef NETWORKING_BANDWIDTH_H
#define NETWORKING_BANDWIDTH_H

#include "plugins/common/anchors.h"

enum { USES = 4, USE_NETWORKING = 2, HOURS_DAYS = 28, LEAST_PERCENT = 10, MOST_PERCENT = 15 };

struct use {
    const char *key, *label;
    double target; /* percent */
};

extern const struct use uses[USES];

struct bandwidth {
    double hours[USES], sum, percent[USES];
    pgyd_day last; /* the last day that counted; PGYD_NO_DAY: none */
};

/* Of the 28 days that end with `to`. */
struct bandwidth bandwidth_of(const struct pgyd_host *h, pgyd_day to);
int bandwidth_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors);

#endif
