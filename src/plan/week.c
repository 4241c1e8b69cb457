/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes the Monday event. The brief as a message is remind/'s. */
#include "plan/week.h"

#include "base/buf.h"
#include "plan/by.h"
#include "plan/today.h"

#include <stdio.h>
#include <string.h>

enum { LINES = 12, SHORT_TITLE = 60, DAYS = 7, AHEAD = 14 };

/* A date of the week, or a fatal one of the week after it. */
static bool counts(const struct pgy_item *item, pgy_day monday)
{
    return pgy_item_live(item) && !item->catch_up && item->state != PGY_SNOOZED &&
           item->stakes >= PGYD_COSTLY && item->kind != PGYD_HABIT && item->by >= monday &&
           item->by < monday + (item->stakes == PGYD_FATAL ? AHEAD : DAYS);
}

/* Whose text may stand in a feed that others could see. */
static const char *title_of(const struct pgy_item *item)
{
    return item->flags & PGYD_ITEM_CONFIDENTIAL ? "Private" : item->title;
}

static void add(struct pgy_buf *text, size_t *n, const char *line)
{
    if (++*n <= LINES)
        pgy_buf_printf(text, "%s- %s", *n > 1 ? "\n" : "", line);
}

bool pgy_week_make(const struct pgy_timeline *timeline, struct pgy_arena *arena,
                   struct pgy_item *item)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(16 * 1024);
    const pgy_day sunday = pgy_today_week(timeline->today), monday = sunday + 1;
    const struct pgy_item *useful[PGY_USEFUL], *first = NULL;
    char day[PGY_DAY_TEXT];
    size_t n = 0;
    for (size_t i = 0; i < timeline->n; i++) {
        const struct pgy_item *it = &timeline->items[i];
        if (!counts(it, monday))
            continue;
        first = first ? first : it;
        add(&text, &n,
            pgy_arena_printf(arena, "%s: %s", title_of(it), pgy_by_day(it->by, monday, arena)));
    }
    size_t picked = pgy_today_useful(timeline, sunday, useful);
    for (size_t i = 0; i < picked; i++)
        add(&text, &n, title_of(useful[i]));
    if (n == 0)
        return false;
    const char *what = title_of(first ? first : useful[0]);
    *item = (struct pgy_item){
        .plugin = PGY_WEEK_PLUGIN,
        .slug = "week",
        .occurrence = pgy_arena_strdup(arena, pgy_civil_text(monday, day)),
        .kind = PGYD_MILESTONE,
        .severity = PGYD_INFO,
        .confidence = PGYD_CONFIRMED,
        .flags = PGYD_ITEM_NO_LADDER,
        .stakes = PGYD_USEFUL,
        .title = strlen(what) > SHORT_TITLE ? "This week"
                                            : pgy_arena_printf(arena, "This week: %s", what),
        .detail = pgy_arena_strdup(arena, pgy_buf_text(&text)),
        .start = monday,
        .end = monday,
        .by = monday,
        .start_minute = -1,
        .end_minute = -1,
        .brief = true,
        .snoozed_until = PGY_NO_DAY,
        .done_on = PGY_NO_DAY,
        .cancelled_on = PGY_NO_DAY,
    };
    item->id = pgy_item_id(item->plugin, item->slug, item->occurrence, arena);
    return true;
}
