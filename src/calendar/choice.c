/* SPDX-License-Identifier: BSD-2-Clause */
/* What belongs into which feed. How an event looks is event.c's. */
#include "calendar/choice.h"

#include <string.h>

enum {
    SHORT = 7,     /* days of a window that is still one bar */
    LEFT = 30,     /* days after its end that an item stays */
    LEFT_DONE = 14 /* days after it was done */
};

static const char *const feeds[] = {PGY_FEED_ALL, PGY_FEED_PHASES, PGY_FEED_EVERYTHING};

const char *pgy_choice_name(const char *name)
{
    for (size_t i = 0; i < sizeof feeds / sizeof feeds[0]; i++) {
        if (strcmp(feeds[i], name) == 0)
            return feeds[i];
    }
    return NULL;
}

/* What is over leaves the default feed, so that a month shows what is ahead. */
bool pgy_choice_gone(const char *feed, const struct pgy_item *item, pgy_day today)
{
    if (strcmp(feed, PGY_FEED_ALL) != 0)
        return false;
    if (item->state == PGY_DISMISSED || item->catch_up)
        return true;
    if (item->done_on != PGY_NO_DAY && today > item->done_on + LEFT_DONE && today > item->end)
        return true;
    return today > item->end + LEFT && today > item->by + LEFT;
}

/* Whether it was put off does not matter: nobody moves a visit by that. */
bool pgy_choice_busy(const struct pgy_item *item, pgy_day today)
{
    return (item->flags & PGYD_ITEM_BUSY) && !item->unpublished && item->state != PGY_CANCELLED &&
           item->state != PGY_DISMISSED && today <= item->end + LEFT;
}

const char *pgy_choice_title(const char *feed, enum pgy_style style, struct pgy_arena *arena)
{
    const bool plain = style == PGY_STYLE_BUSY || strcmp(feed, PGY_FEED_ALL) == 0;
    return plain ? "pgyd" : pgy_arena_printf(arena, "pgyd %s", feed);
}

/* In the default feed: dates that count, fixed days, what the person must be there for. */
static enum pgy_choice of_all(const struct pgy_item *item)
{
    const bool dated = item->kind == PGYD_DEADLINE || item->kind == PGYD_MILESTONE;
    if (item->flags & PGYD_ITEM_BUSY)
        return PGY_CHOICE_WHOLE;
    if (dated && item->stakes >= PGYD_USEFUL)
        return PGY_CHOICE_DAY;
    if (item->kind != PGYD_WINDOW || item->stakes < PGYD_COSTLY)
        return PGY_CHOICE_OUT;
    return item->by - item->start < SHORT ? PGY_CHOICE_WHOLE : PGY_CHOICE_ENDS;
}

enum pgy_choice pgy_choice_of(const char *feed, const struct pgy_item *item)
{
    if (item->unpublished)
        return PGY_CHOICE_OUT;
    if (strcmp(feed, PGY_FEED_ALL) == 0)
        return of_all(item);
    if (strcmp(feed, PGY_FEED_PHASES) == 0)
        return item->stakes == PGYD_CONTEXT && item->kind != PGYD_ALERT && !item->catch_up
                   ? PGY_CHOICE_WHOLE
                   : PGY_CHOICE_OUT;
    if (strcmp(feed, PGY_FEED_EVERYTHING) == 0 || strcmp(feed, item->plugin) == 0)
        return PGY_CHOICE_WHOLE;
    return PGY_CHOICE_OUT;
}
