/* SPDX-License-Identifier: BSD-2-Clause */
/* Which items a feed holds, and as what: the default feed is one that a person leaves switched on.
 * Pure. */
#ifndef PGY_CALENDAR_CHOICE_H
#define PGY_CALENDAR_CHOICE_H

#include "calendar/style.h"
#include "plan/item.h"

#include <stdbool.h>

/* The feeds that are nobody's: "all" is the default one. */
#define PGY_FEED_ALL "all"
#define PGY_FEED_PHASES "phases"
#define PGY_FEED_EVERYTHING "everything"

enum pgy_choice {
    PGY_CHOICE_OUT,
    PGY_CHOICE_WHOLE, /* from its first day to its last */
    PGY_CHOICE_DAY,   /* one day, its `by` */
    PGY_CHOICE_ENDS   /* two days: it opens, it closes */
};

/* As what a feed shows an item. */
enum pgy_choice pgy_choice_of(const char *feed, const struct pgy_item *item);
/* Whether it has left the feed by a day: over, done, dismissed. */
bool pgy_choice_gone(const char *feed, const struct pgy_item *item, pgy_day today);
/* Whether style busy shows it on a day, whatever the feed: the person is there, or was within 30
 * days. */
bool pgy_choice_busy(const struct pgy_item *item, pgy_day today);
/* What a calendar is called: "pgyd", "pgyd offers". A busy one does not say of what it is. */
const char *pgy_choice_title(const char *feed, enum pgy_style style, struct pgy_arena *arena);
/* The name of one of the feeds above, as it stands there for ever; NULL: it is none. */
const char *pgy_choice_name(const char *name);

#endif
