/* SPDX-License-Identifier: BSD-2-Clause */
/* Items, batches and journals as plugins and the store would give them, in a few words. */
#ifndef PGY_TESTS_PLAN_FIXTURE_H
#define PGY_TESTS_PLAN_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plan/batch.h"
#include "plan/timeline.h"

#include <string.h>

/* 2026-11-22, a Sunday: 56 years of 365 days, 14 leap days (1972 to 2024), day 326 of the year. */
enum { NOV22 = 56 * 365 + 14 + 325 };

/* An item as pgy_item_from_plugin makes it: nothing of the timeline's set. */
static inline struct pgy_item plan_item(struct pgy_arena *arena, const char *slug, uint16_t kind,
                                        pgy_day start, pgy_day end)
{
    struct pgyd_item in = {.size = sizeof in,
                           .kind = kind,
                           .slug = slug,
                           .title = slug,
                           .start = start,
                           .end = end,
                           .start_minute = -1,
                           .end_minute = -1};
    struct pgy_item item;
    assert_int_equal(pgy_item_from_plugin(&in, "p", arena, &item, NULL), 0);
    return item;
}

static inline void plan_add(struct pgy_batch *batch, struct pgy_item item)
{
    struct pgy_item *to =
        pgy_arena_push(batch->arena, &batch->items, &batch->n, &batch->cap, sizeof *to);
    *to = item;
}

static inline void plan_put(struct pgy_batch *batch, const char *slug, uint16_t kind, pgy_day start,
                            pgy_day end)
{
    plan_add(batch, plan_item(batch->arena, slug, kind, start, end));
}

static inline struct pgy_batch plan_batch(struct pgy_arena *arena)
{
    return (struct pgy_batch){.plugin = "p", .version = "1.3", .arena = arena};
}

static inline struct pgy_happening *plan_log(struct pgy_journal *journal, pgy_day on,
                                             const char *kind, const char *subject,
                                             const char *event)
{
    int64_t number = journal->n > 0 ? journal->list[journal->n - 1].number + 1 : 1;
    struct pgy_happening *h =
        pgy_arena_push(journal->arena, &journal->list, &journal->n, &journal->cap, sizeof *h);
    *h = (struct pgy_happening){
        .number = number, .on = on, .logged = 1, .kind = kind, .subject = subject, .event = event};
    return h;
}

#endif
