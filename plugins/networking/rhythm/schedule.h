/* SPDX-License-Identifier: BSD-2-Clause */
/* When whom: due days spread over weeks and around busy days. A pure function of configuration,
 * busy days and journal, never of today; the day of the first run matters for those alone whom
 * nobody was ever in touch with and who have no day of their own.
 *
 * A contact is due a cadence after the last touch. The day may shift by up to a fifth of the
 * cadence, to the nearest day that is neither busy nor in a full week; a week that is full takes
 * nobody more, whatever it costs. Touches are replayed in the order in which they were written down
 * and each moves its own contact alone: what is open stays where it is, so that nothing is reminded
 * of twice. Only a next occurrence, which is a guess until the open one is done, gives way to
 * somebody who has no other week. */
#ifndef NETWORKING_SCHEDULE_H
#define NETWORKING_SCHEDULE_H

#include "plugins/networking/people/people.h"

enum { PER_WEEK = 7, FIRST_CONTACT_DAYS = 7 };

struct schedule {
    pgyd_day base; /* the Monday of the first week */
    uint32_t nweeks;
    uint32_t per_week;
    uint32_t full_before; /* no room in any week before this one */
    uint16_t *load;       /* placed in a week now, and touches that the file says fell into it */
    /* those of the load whose people could go elsewhere, and how many of them a week should hold */
    uint16_t *roaming;
    uint32_t roam_cap;
    uint32_t *heads; /* the first of those whose next falls into a week: index + 1, 0: none */
    struct person *list;
    struct stretch *busy;
    uint32_t nbusy, cap_busy;
    bool failed;
};

#define SCHEDULE_CLEANUP __attribute__((cleanup(schedule_free)))

/* The Monday of a day's week. */
pgyd_day week_of(pgyd_day day);
/* Fills in open and next of everybody. anchors NULL: the training is not known. -1 after
 * host->error. */
int schedule_make(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                  struct people *people, struct schedule *schedule);
void schedule_free(struct schedule *schedule);
/* How many touches a week the cadences need, all together. */
double schedule_demand(const struct pgyd_host *h, const struct people *people);

#endif
