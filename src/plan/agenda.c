/* SPDX-License-Identifier: BSD-2-Clause */
/* Sorts the items of a timeline into groups. Which seven lines come first is today.c's. */
#include "plan/agenda.h"

#include <stdlib.h>

const char *pgy_agenda_text(enum pgy_agenda_group group)
{
    static const char *const names[PGY_AGENDA_GROUPS] = {
        [PGY_AGENDA_BURNING] = "burning", [PGY_AGENDA_DATED] = "dated",
        [PGY_AGENDA_WEEK] = "week",       [PGY_AGENDA_WAITING] = "waiting",
        [PGY_AGENDA_CONTEXT] = "context",
    };
    return names[group];
}

static bool of_week(const struct pgy_today *today, const struct pgy_item *item)
{
    for (size_t i = 0; i < today->n; i++) {
        if (today->lines[i].group == PGY_TODAY_USEFUL && today->lines[i].item == item)
            return true;
    }
    return false;
}

static enum pgy_agenda_group group_of(const struct pgy_item *item, const struct pgy_today *now,
                                      pgy_day today)
{
    if (item->stakes == PGYD_CONTEXT)
        return PGY_AGENDA_CONTEXT;
    if (item->catch_up)
        return of_week(now, item) ? PGY_AGENDA_WEEK : PGY_AGENDA_WAITING;
    if (item->stakes >= PGYD_COSTLY)
        return item->by - today <= PGY_TODAY_BURNS ? PGY_AGENDA_BURNING : PGY_AGENDA_DATED;
    return of_week(now, item) ? PGY_AGENDA_WEEK : PGY_AGENDA_WAITING;
}

static int by_group(const void *a, const void *b)
{
    const struct pgy_agenda_entry *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if (x->item->by != y->item->by)
        return x->item->by < y->item->by ? -1 : 1;
    return pgy_item_compare(x->item, y->item);
}

void pgy_agenda_make(const struct pgy_timeline *timeline, const struct pgy_today *today,
                     int64_t days, struct pgy_arena *arena, struct pgy_agenda_entry **list,
                     size_t *n)
{
    struct pgy_agenda_entry *entries = pgy_arena_array(arena, timeline->n + 1, sizeof *entries);
    *n = 0;
    for (size_t i = 0; i < timeline->n; i++) {
        const struct pgy_item *item = &timeline->items[i];
        if (pgy_item_live(item) && !item->brief && item->state != PGY_SNOOZED &&
            (item->state != PGY_FUTURE || item->days <= days))
            entries[(*n)++] =
                (struct pgy_agenda_entry){group_of(item, today, timeline->today), item};
    }
    qsort(entries, *n, sizeof *entries, by_group);
    *list = entries;
}
