/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of what comes back: when whom (schedule.h), reminders of it, monthly habits, hours,
 * meetings and rotations. anchors NULL: the training is not known. */
#ifndef NETWORKING_RHYTHM_H
#define NETWORKING_RHYTHM_H

#include "plugins/networking/rhythm/schedule.h"

/* ---- contacts.c: staying in touch: one reminder a contact and cadence ---- */

/* Once the schedule has given everybody their days. */
int contacts_plan(const struct pgyd_host *h, const struct nudges *nudges,
                  const struct pgc_anchors *anchors, const struct people *people);
/* Of the callback check: whether all of them fit into the weeks. */
void contacts_check(const struct pgyd_host *h);

/* ---- habits.c: five things to do every month (S2-52 to S2-56) ---- */

enum { HABITS = 5 };

struct habit {
    const char *key; /* of [habits], and the journal's subject */
    enum nudge_id nudge;
    const char *label; /* for tables */
};

extern const struct habit habits[HABITS];

/* Whether a habit was kept in the month that begins on `first`. */
bool habit_kept(const struct pgyd_host *h, const struct habit *habit, pgyd_day first);
/* The first day of the month of a day, and of the next month. */
pgyd_day month_first(const struct pgyd_host *h, pgyd_day day);
pgyd_day month_next(const struct pgyd_host *h, pgyd_day first);
int habits_plan(const struct pgyd_host *h, const struct nudges *nudges,
                const struct pgc_anchors *anchors);

/* ---- bandwidth.c: where the hours of 28 days went (S2-58, S2-59) ---- */

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
int bandwidth_plan(const struct pgyd_host *h, const struct nudges *nudges,
                   const struct pgc_anchors *anchors);
/* Of the callback check. */
void bandwidth_check(const struct pgyd_host *h);

/* ---- occasions.c: meetings ([event:id], S2-25) and rotations ([rotation:id], S1-62) ---- */

int occasions_plan(const struct pgyd_host *h, const struct nudges *nudges,
                   const struct pgc_anchors *anchors);
/* Of the callback check: none ends before it starts. */
void occasions_check(const struct pgyd_host *h);

#endif
