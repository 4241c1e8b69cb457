/* SPDX-License-Identifier: BSD-2-Clause */
/* Where an item stands on a day: the one place that knows. What the journal says of it is
 * timeline.c's. */
#include "plan/timeline.h"

#include <string.h>

/* States by where today lies: before start, within, on the last day, after (pgyctl(1)). */
static const struct {
    enum pgy_state within, last_day, after;
} states[] = {
    [PGYD_MILESTONE] = {PGY_OPEN, PGY_DUE, PGY_OVERDUE},
    [PGYD_WINDOW] = {PGY_OPEN, PGY_OPEN, PGY_CLOSED},
    [PGYD_DEADLINE] = {PGY_OPEN, PGY_DUE, PGY_OVERDUE},
    [PGYD_REMINDER] = {PGY_OPEN, PGY_DUE, PGY_OVERDUE},
    [PGYD_HABIT] = {PGY_OPEN, PGY_OPEN, PGY_CLOSED},
    [PGYD_ALERT] = {PGY_OPEN, PGY_OPEN, PGY_OPEN},
};

enum { MISSED_AFTER = 7, LAPSED_AFTER = 30 };

bool pgy_item_cadence(const struct pgy_item *item)
{
    return item->about && item->occurrence && *item->occurrence &&
           item->occurrence[strspn(item->occurrence, "0123456789")] == '\0';
}

/* A fixed day that is useful is over when it is past; a project, which is never late, closes a
 * month after it was one of a week's three, and not before; who one keeps in touch with never
 * lapses. */
static enum pgy_state useful_after(const struct pgy_item *item, pgy_day today)
{
    if (item->kind == PGYD_MILESTONE || item->kind == PGYD_DEADLINE)
        return PGY_LAPSED;
    if (item->kind != PGYD_REMINDER || pgy_item_cadence(item))
        return states[item->kind].after;
    return item->shown != PGY_NO_DAY && today - item->shown > LAPSED_AFTER ? PGY_LAPSED : PGY_OPEN;
}

/* Of what is past and was not done: while something can still be done about it, it is asked for. */
static enum pgy_state after(const struct pgy_item *item, pgy_day today)
{
    const int32_t gone = today - item->by;
    if (item->catch_up || item->kind == PGYD_HABIT || item->kind == PGYD_ALERT)
        return states[item->kind].after;
    if (item->stakes == PGYD_CONTEXT) /* nobody is late with what only explains */
        return PGY_CLOSED;
    if (item->stakes == PGYD_USEFUL)
        return useful_after(item, today);
    if (item->stakes == PGYD_FATAL)
        return gone > (item->flags & PGYD_ITEM_FINAL ? 0 : MISSED_AFTER) ? PGY_MISSED : PGY_OVERDUE;
    return gone > LAPSED_AFTER ? PGY_LAPSED : PGY_OVERDUE;
}

bool pgy_item_live(const struct pgy_item *item)
{
    switch (item->state) {
    case PGY_FUTURE:
    case PGY_OPEN:
    case PGY_DUE:
    case PGY_OVERDUE:
    case PGY_SNOOZED:
        return !item->unpublished;
    case PGY_CLOSED:
    case PGY_DONE:
    case PGY_CANCELLED:
    case PGY_MISSED:
    case PGY_LAPSED:
    case PGY_DISMISSED:
        return false;
    }
    return false;
}

void pgy_item_judge(struct pgy_item *item, pgy_day today)
{
    enum pgy_state state;
    int32_t days;
    if (today < item->start) {
        state = PGY_FUTURE;
        days = item->start - today;
    } else if (today < item->end) {
        state = states[item->kind].within;
        days = item->end - today;
    } else if (today == item->end) {
        state = states[item->kind].last_day;
        days = 0;
    } else if (item->stakes == PGYD_USEFUL && today <= item->by) {
        state = states[item->kind].within;
        days = item->by - today;
    } else {
        state = after(item, today);
        days = today - item->end;
    }
    item->days = days;
    if (item->state == PGY_CANCELLED)
        return;
    if (item->done_on != PGY_NO_DAY)
        state = PGY_DONE;
    else if (item->dismissed)
        state = PGY_DISMISSED;
    else if (item->snoozed_until != PGY_NO_DAY && today < item->snoozed_until)
        state = PGY_SNOOZED;
    else if (item->catch_up)
        state = PGY_OVERDUE;
    item->state = state;
}

bool pgy_item_of_offer(const struct pgy_item *item)
{
    static const char offer[] = "offer:";
    return item->about && strncmp(item->about, offer, sizeof offer - 1) == 0;
}

bool pgy_item_asked(const struct pgy_item *item)
{
    return pgy_item_live(item) && item->state != PGY_SNOOZED && item->stakes > PGYD_CONTEXT &&
           !item->brief;
}

int pgy_item_sooner(const struct pgy_item *a, const struct pgy_item *b)
{
    if (a->by != b->by)
        return a->by < b->by ? -1 : 1;
    if (a->stakes != b->stakes)
        return a->stakes > b->stakes ? -1 : 1;
    return strcmp(a->id, b->id);
}
