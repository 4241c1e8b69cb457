/* SPDX-License-Identifier: BSD-2-Clause */
/* The timeline: every plugin's items merged with what was done; immutable once built. Pure: takes
 * today and returns values (architecture 8). */
#ifndef PGY_PLAN_TIMELINE_H
#define PGY_PLAN_TIMELINE_H

#include "base/tz.h"
#include "plan/item.h"
#include "plan/journal.h"

struct pgy_timeline {
    struct pgy_arena *arena;
    const char *profile;
    const char *zone; /* IANA name */
    pgy_day today;
    pgy_day started;
    bool shown;             /* whether it is known what was one of a week's useful things */
    struct pgy_item *items; /* sorted by pgy_item_compare, ids unique */
    size_t n, cap;
    struct pgy_item *spans; /* in the same order; for calendars of style busy alone */
    size_t nspans;
};

/* What is stored about one item that was published before. */
struct pgy_revision {
    const char *id;
    uint64_t hash;
    uint32_t sequence;
    int64_t revised, created; /* UTC seconds */
    pgy_day cancelled;        /* day it was cancelled on; PGY_NO_DAY: live */
};

struct pgy_revisions {
    struct pgy_revision *list; /* sorted by id */
    size_t n, cap;
    struct pgy_arena *arena;
};

/* What was one of a week's three useful things, and since when. */
struct pgy_shown {
    const char *id;
    pgy_day day;
};
struct pgy_shown_list {
    struct pgy_shown *list; /* sorted by id */
    size_t n, cap;
};

/* One plugin's merged batch, see plan/batch.h. */
struct pgy_share {
    const struct pgy_batch *batch;
};

struct pgy_timeline_input {
    const char *profile;
    const char *zone;
    int remind_at; /* minutes: the hour of all-day alarms, [quiet] remind_at */
    pgy_day today;
    pgy_day started; /* today on the first run */
    /* UTC seconds: DTSTAMP of what changed. Stateless: today 00:00Z */
    int64_t now;
    const struct pgy_share *shares;
    size_t nshares;
    const struct pgy_journal *journal;
    const struct pgy_schema *schema;       /* of the plugins: whose renames items follow, what a
                                              discreet message says of them; NULL: none */
    const struct pgy_revisions *revisions; /* NULL: stateless: SEQUENCE 0, DTSTAMP now */
    const struct pgy_shown_list *shown;    /* NULL: not known: all was, on its day */
    const struct pgy_item *spans;          /* when the person is busy (plan/spans.h) */
    size_t nspans;
    bool week; /* with pgyd's own event of the week (plan/week.h) */
};

/* Applies done, snooze, first run and cancellations, says of kept items that they are kept, numbers
 * revisions. Where two plugins' ids meet (they cannot, ids carry the plugin) or one batch repeats
 * an id, the first stands. Never fails. */
struct pgy_timeline *pgy_timeline_build(const struct pgy_timeline_input *input);
void pgy_timeline_free(struct pgy_timeline **timeline);
const struct pgy_item *pgy_timeline_find(const struct pgy_timeline *timeline, const char *id);
/* ---- revision.c ---- */
/* Numbers an item (architecture 9): what a client shows changed -> SEQUENCE+1 and a later DTSTAMP;
 * nothing changed -> the same bytes. */
void pgy_item_revise(struct pgy_item *item, const struct pgy_timeline_input *input);
/* Revisions to store after this timeline: those that are new or moved (including cancellations), in
 * the timeline's arena. */
void pgy_timeline_revisions(const struct pgy_timeline *timeline, const struct pgy_revisions *before,
                            struct pgy_revisions *changed);
/* ---- judge.c ---- */
/* State and days of an item on a day; the one place that knows. */
void pgy_item_judge(struct pgy_item *item, pgy_day today);
/* Whether it is still to be told of: planned, published, neither done nor over. */
bool pgy_item_live(const struct pgy_item *item);
/* Whether the person is asked for it: alive, not put off, and theirs to do. */
bool pgy_item_asked(const struct pgy_item *item);
/* Whether it is one of those the person keeps in touch with, counted by how often they did. */
bool pgy_item_cadence(const struct pgy_item *item);
/* Whether it belongs to an offer ("offer:mercy"). */
bool pgy_item_of_offer(const struct pgy_item *item);
/* What is due first, of that the graver, then by id. */
int pgy_item_sooner(const struct pgy_item *a, const struct pgy_item *b);

#endif
