/* SPDX-License-Identifier: BSD-2-Clause */
/* Everything that is planned, in groups: what burns is never buried by what is merely late. Pure.
 */
#ifndef PGY_PLAN_AGENDA_H
#define PGY_PLAN_AGENDA_H

#include "plan/today.h"

enum pgy_agenda_group {
    PGY_AGENDA_BURNING, /* fatal or costly, within seven days or past */
    PGY_AGENDA_DATED,   /* other dates that count */
    PGY_AGENDA_WEEK,    /* this week's useful things */
    PGY_AGENDA_WAITING, /* useful, and late ones to sort */
    PGY_AGENDA_CONTEXT,
    PGY_AGENDA_GROUPS
};

struct pgy_agenda_entry {
    enum pgy_agenda_group group;
    const struct pgy_item *item;
};

/* What is open, or begins within so many days, by group and then by day; entries in arena. today:
 * of the same timeline. */
void pgy_agenda_make(const struct pgy_timeline *timeline, const struct pgy_today *today,
                     int64_t days, struct pgy_arena *arena, struct pgy_agenda_entry **list,
                     size_t *n);
/* "burning". */
const char *pgy_agenda_text(enum pgy_agenda_group group);

#endif
