/* SPDX-License-Identifier: BSD-2-Clause */
/* How loudly an item is told, and when: one table from what is at stake and how near its `by` is,
 * the same for the core, packs and plugins. Pure. */
#ifndef PGY_PLAN_STAKES_H
#define PGY_PLAN_STAKES_H

#include "plan/item.h"

/* A fatal window rings on its opening and up to its close. */
enum { PGY_RUNGS = PGY_ITEM_STEPS + 1 };

/* A step of an item's ladder. */
struct pgy_rung {
    pgy_day day;           /* it falls on */
    struct pgyd_step step; /* before or after the day the ladder counts to, with its severity */
    bool opening;          /* no step: the day a window opens */
    bool brief;            /* told in the brief, never as a message of its own */
};

/* The severity of a step so many days before `by` (negative: after it). 0: none, it is for the
 * brief or for nobody. */
uint16_t pgy_stakes_severity(uint16_t stakes, int32_t ahead);
/* The worst that an item of these stakes comes to. */
uint16_t pgy_stakes_worst(uint16_t stakes);
/* The day an item's ladder counts to: `by`, or the start where the steps are its plugin's own.
 * *minute: of that day, -1 when there is none. */
pgy_day pgy_stakes_target(const struct pgy_item *item, int32_t *minute);
/* The ladder of an item, from earliest; its number. Steps of the plugin's own keep their days; what
 * the person typed rings in any case. A catch-up has none, nor what has PGYD_ITEM_NO_LADDER. */
uint32_t pgy_stakes_ladder(const struct pgy_item *item, struct pgy_rung rungs[PGY_RUNGS]);
/* Whether one of them is told as a message, or an alarm, and not in the brief alone. */
bool pgy_stakes_rings(const struct pgy_rung *rungs, uint32_t n);
/* "-7d", "open": a step in words, the key of a firing. */
const char *pgy_rung_text(const struct pgy_rung *rung, char text[PGY_DUR_TEXT]);

#endif
