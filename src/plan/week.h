/* SPDX-License-Identifier: BSD-2-Clause */
/* The brief as an event of the calendar: one all-day item on Monday with the week's dates and three
 * useful things. Pure. */
#ifndef PGY_PLAN_WEEK_H
#define PGY_PLAN_WEEK_H

#include "plan/timeline.h"

/* Who plans it: pgyd itself. */
#define PGY_WEEK_PLUGIN "pgyd"

/* The item of the week that the timeline's day is in, from Sunday on; false: there is nothing to
 * say. Texts in the arena; no word in it counts days. */
bool pgy_week_make(const struct pgy_timeline *timeline, struct pgy_arena *arena,
                   struct pgy_item *item);

#endif
