/* SPDX-License-Identifier: BSD-2-Clause */
/* Timelines made by hand for calendar tests and the bench: no plugin, no store. */
#ifndef PGY_TESTS_SYNTHETIC_H
#define PGY_TESTS_SYNTHETIC_H

#include "calendar/feed.h"

#include <stdio.h>

/* 2026-11-22, 2026-11-22T10:00:00Z */
enum { SYNTHETIC_DAY = 20779, SYNTHETIC_REVISED = 1795341600 };

static inline struct pgy_item synthetic_item(const char *id, const char *plugin, const char *title,
                                             pgy_day start)
{
    return (struct pgy_item){
        .id = id,
        .plugin = plugin,
        .slug = id,
        .kind = PGYD_DEADLINE,
        .severity = PGYD_INFO,
        .confidence = PGYD_CONFIRMED,
        .stakes = PGYD_USEFUL,
        .title = title,
        .start = start,
        .end = start,
        .by = start,
        .start_minute = -1,
        .end_minute = -1,
        .state = PGY_FUTURE,
        .snoozed_until = PGY_NO_DAY,
        .done_on = PGY_NO_DAY,
        .sequence = 0,
        .revised = SYNTHETIC_REVISED,
        .created = SYNTHETIC_REVISED,
        .hash = 1,
    };
}

/* Steps of its plugin's own, of an item that is fatal. */
static inline void synthetic_ladder(struct pgy_item *item)
{
    static const struct pgyd_step ladder[] = {
        {-7, 'd', 0}, {-3, 'd', 0}, {-1, 'd', 0}, {0, 'd', 0}};
    item->stakes = PGYD_FATAL;
    item->severity = PGYD_CRITICAL;
    item->nsteps = 4;
    for (size_t i = 0; i < 4; i++)
        item->steps[i] = ladder[i];
}

static inline struct pgy_timeline *synthetic_timeline(struct pgy_arena *arena, size_t cap)
{
    struct pgy_timeline *timeline = pgy_arena_alloc(arena, sizeof *timeline);
    *timeline = (struct pgy_timeline){.arena = arena,
                                      .profile = "me",
                                      .zone = "America/New_York",
                                      .today = SYNTHETIC_DAY,
                                      .cap = cap};
    timeline->items = pgy_arena_array(arena, cap, sizeof *timeline->items);
    return timeline;
}

static inline struct pgy_feed_spec synthetic_spec(enum pgy_style style)
{
    return (struct pgy_feed_spec){.feed = "everything",
                                  .style = style,
                                  .profile = "me",
                                  .name = "pgyd; a, b\\c\nd",
                                  .zone = "America/New_York",
                                  .remind_at = 480};
}

/* One of each that a feed can show, sorted as the timeline sorts. */
static inline struct pgy_timeline *synthetic_small(struct pgy_arena *arena)
{
    struct pgy_timeline *t = synthetic_timeline(arena, 16);
    struct pgy_item *i = t->items;
    size_t n = 0;
    /* 2026-11-01: 01:30 comes twice in New York. */
    i[n] = synthetic_item("networking/overlap", "networking", "Coffee in the hour that comes twice",
                          20758);
    i[n].kind = PGYD_REMINDER;
    i[n].start_minute = 90;
    n++;
    /* 2026-11-26, the day most examples end on. */
    i[n] = synthetic_item("offers/mercy-answer-by", "offers",
                          "Answer Mercy Hospital; decide, then sign", 20783);
    i[n].detail = "Written offer of Nov 12.\nCall Dr. \xc3\x81lvarez first: \"ask\" \\ once.";
    i[n].source = "offer letter, page 2";
    i[n].sequence = 3;
    i[n].flags = PGYD_ITEM_CONFIDENTIAL;
    synthetic_ladder(&i[n]);
    n++;
    /* 2026-12-01 to 2026-12-15, a projected window. */
    i[n] = synthetic_item("milestones/eras-open", "milestones",
                          "ERAS window \xf0\x9f\x8e\x93 \xe7\xaa\x93\xe5\x8f\xa3", 20788);
    i[n].kind = PGYD_WINDOW;
    i[n].end = 20802;
    i[n].confidence = PGYD_PATTERN;
    i[n].flags = PGYD_ITEM_TYPED;
    i[n].nsteps = 2;
    i[n].steps[0] = (struct pgyd_step){-1, 'm', PGYD_INFO};
    i[n].steps[1] = (struct pgyd_step){-2, 'w', PGYD_INFO};
    n++;
    i[n] = synthetic_item("networking/done@4", "networking", "Thank Dr. Okafor", 20790);
    i[n].state = PGY_DONE;
    synthetic_ladder(&i[n]);
    n++;
    i[n] = synthetic_item("networking/gone", "networking", "Dinner of the chapter", 20791);
    i[n].state = PGY_CANCELLED;
    synthetic_ladder(&i[n]);
    n++;
    /* Snoozed from 2026-12-05 to 2026-12-09. */
    i[n] = synthetic_item("networking/later", "networking", "Write to Dr. Lindqvist", 20792);
    i[n].state = PGY_SNOOZED;
    i[n].snoozed_until = 20796;
    synthetic_ladder(&i[n]);
    n++;
    /* 2027-02-02 09:00-17:30, must be there. */
    i[n] = synthetic_item("offers/visit", "offers", "Site visit", 20851);
    i[n].kind = PGYD_MILESTONE;
    i[n].flags = PGYD_ITEM_BUSY;
    i[n].start_minute = 540;
    i[n].end_minute = 1050;
    synthetic_ladder(&i[n]);
    n++;
    i[n] = synthetic_item("offers/call-berlin", "offers", "Call with the group in Berlin", 20852);
    i[n].kind = PGYD_MILESTONE;
    i[n].start_minute = 900;
    i[n].zone = "Europe/Berlin";
    n++;
    /* 2027-03-14 02:30 does not exist in New York. */
    i[n] = synthetic_item("milestones/gap", "milestones", "In the hour that does not exist", 20891);
    i[n].start_minute = 150;
    n++;
    t->n = n;
    return t;
}

/* Many plain ones with ladders, a day apart in runs of three. */
static inline struct pgy_timeline *synthetic_many(struct pgy_arena *arena, size_t count)
{
    struct pgy_timeline *t = synthetic_timeline(arena, count);
    for (size_t k = 0; k < count; k++) {
        const char *id = pgy_arena_printf(arena, "milestones/step-%06zu", k);
        t->items[k] = synthetic_item(id, "milestones",
                                     pgy_arena_printf(arena, "Step %zu of a long training", k),
                                     SYNTHETIC_DAY + (pgy_day)(k / 3));
        t->items[k].detail = "What to do, in two or three sentences of ordinary length. Then whom "
                             "to ask, and what to bring along.";
        t->items[k].source = "program handbook";
        t->items[k].hash = k + 1;
        synthetic_ladder(&t->items[k]);
    }
    t->n = count;
    return t;
}

#endif
