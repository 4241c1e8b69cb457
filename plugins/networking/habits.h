/* SPDX-License-Identifier: BSD-2-Clause */
/* Five things to do every month (S2-52 to S2-56). */
#ifndef NETWORKING_HABITS_H
#define NETWORKING_HABITS_H

#include "plugins/common/anchors.h"

enum { HABITS = 5 };

struct habit {
    const char *key; /* of [habits], and the journal's subject */
    const char *slug;
    const char *label; /* for tables */
    const char *title, *detail;
    const char *ref, *more; /* IDs; more NULL: one only */
};

extern const struct habit habits[HABITS];

/* Whether a habit was kept in the month that begins on `first`. */
bool habit_kept(const struct pgyd_host *h, const struct habit *habit, pgyd_day first);
/* The first day of the month of a day, and of the next month. */
pgyd_day month_first(const struct pgyd_host *h, pgyd_day day);
pgyd_day month_next(const struct pgyd_host *h, pgyd_day first);
int habits_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors);

#endif
