/* SPDX-License-Identifier: BSD-2-Clause */
/* When the person is busy and no plugin says so: [busy] and calls, as items of pgyd's own. They are
 * in no list; calendars of style busy alone show them. Pure. */
#ifndef PGY_PLAN_SPANS_H
#define PGY_PLAN_SPANS_H

#include "config/config.h"
#include "plan/item.h"
#include "plan/run.h"

enum {
    PGY_SPANS_LEFT = 30,  /* days after its end that one stays */
    PGY_SPANS_MOST = 1000 /* readers were seen to take so many events (calendar/feed.h) */
};

struct pgy_spans {
    struct pgy_item *list;
    size_t n;
};

/* What they are made from; shifts by start, as pgy_oncall_shifts gives them. */
struct pgy_spans_input {
    const struct pgy_config *config;
    const struct pgy_shift *shifts;
    size_t nshifts;
    const struct pgy_tz *person;
    pgy_day today;
};

/* Each section a whole-day item, "pgyd/busy.ID", each call a timed one, "pgyd/oncall.START" (UTC
 * seconds); soonest first, at most PGY_SPANS_MOST. Where several begin and end together one stands;
 * of calls that begin together the longest. Items and texts in the arena. */
struct pgy_spans pgy_spans_make(const struct pgy_spans_input *input, struct pgy_arena *arena);
/* First and last day of [busy:id]; false: no days in this order. */
bool pgy_spans_days(const struct pgy_config *config, const char *id, pgy_day *start, pgy_day *end);

#endif
