/* SPDX-License-Identifier: BSD-2-Clause */
/* Items: what plugins planned, validated and copied. Texts live in an arena (a batch's, a
 * timeline's). */
#ifndef PGY_PLAN_ITEM_H
#define PGY_PLAN_ITEM_H

#include "base/arena.h"
#include "base/civil.h"
#include "base/frame.h"
#include "base/tz.h"
#include "pgyd/plugin.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PGY_ITEM_REFS = 16,
    PGY_ITEM_STEPS = 16,
    PGY_ITEM_TITLE = 200,
    PGY_ITEM_DETAIL = 4000,
    PGY_ITEM_NEXT = 40, /* characters */
    PGY_ITEM_ID = 160
};

enum pgy_state {
    PGY_FUTURE,  /* start lies ahead */
    PGY_OPEN,    /* a window, reminder, habit or alert that has begun */
    PGY_DUE,     /* its day is today */
    PGY_OVERDUE, /* its day is past and it was not done */
    PGY_CLOSED,  /* a window whose last day is past */
    PGY_DONE,
    PGY_SNOOZED,
    PGY_CANCELLED, /* was published, is no longer planned: kept 14 days */
    PGY_MISSED,    /* fatal, and past repair */
    PGY_LAPSED,    /* nobody is asked for it any more */
    PGY_DISMISSED, /* "not for me" */
};

struct pgy_item {
    const char *id; /* plugin/slug[@occurrence] */
    /* the id it was first known by, before it was renamed: calendars know it by that; NULL:
     * id */
    const char *origin;
    const char *plugin;
    const char *slug;
    const char *occurrence;                         /* NULL: none */
    uint16_t kind;                                  /* enum pgyd_kind */
    uint16_t severity;                              /* enum pgyd_severity */
    uint16_t confidence;                            /* enum pgyd_confidence */
    uint32_t flags;                                 /* PGYD_ITEM_* */
    const char *title, *detail, *source, *done_log; /* detail, source, done_log may be NULL */
    pgy_day start, end;               /* end inclusive, never before start, always set */
    int32_t start_minute, end_minute; /* -1: all day / no end */
    const char *zone;                 /* NULL: the person's */
    const char *refs[PGY_ITEM_REFS];
    /* sorted from earliest; the default ladder of deadlines already filled in */
    struct pgyd_step steps[PGY_ITEM_STEPS];
    uint32_t nrefs, nsteps;
    uint16_t stakes;                /* enum pgyd_stakes, filled in where the plugin says none */
    pgy_day by;                     /* the day after which the harm is final, always set */
    const char *about, *next, *why; /* NULL: none */

    /* Set by the timeline. */
    const char *discreet; /* what a discreet message says of it, before the day */
    const char *color;    /* of its plugin, "#FF8C00"; NULL: pgyd's */
    enum pgy_state state;
    /* to start if future, to end if open, since if overdue or closed */
    int32_t days;
    /* was past when pgyd was first run: dated `started`, no ladder (architecture 8) */
    bool catch_up;
    /* a window that had closed before pgyd was first run: planned, but in no feed (architecture 8)
     */
    bool unpublished;
    bool brief;            /* pgyd's own: the week's event (plan/week.h) */
    bool kept;             /* no longer planned by its plugin, kept by the empty-batch rule */
    pgy_day snoozed_until; /* PGY_NO_DAY: not snoozed */
    pgy_day done_on;       /* PGY_NO_DAY: not done */
    pgy_day shown;        /* when it first was one of a week's useful things; PGY_NO_DAY: not yet */
    bool dismissed;       /* for its day, or for good */
    pgy_day cancelled_on; /* PGY_NO_DAY: not cancelled */
    /* Revision (architecture 9), from the store. */
    uint32_t sequence;
    int64_t revised; /* UTC seconds: DTSTAMP and LAST-MODIFIED */
    int64_t created; /* UTC seconds */
    uint64_t hash;   /* pgy_item_hash */
};

/* One plugin's finished batch. */
struct pgy_batch {
    const char *plugin;
    const char *version; /* the plugin's */
    struct pgy_item *items;
    size_t n, cap;
    struct pgy_arena *arena; /* owns the texts and items */
};

/* Writes an item's planned fields (not state, not revision) as one frame of the type given; reads
 * them back, validating everything: lengths, UTF-8, control characters, slug grammar, dates in
 * range, end >= start, known enums. On PGY_EPARSE *why (may be NULL) says what is wrong, static.
 * The id is made from plugin, slug and occurrence, never taken from outside. */
void pgy_item_put(struct pgy_buf *buf, uint8_t type, const struct pgy_item *item);
int pgy_item_get(struct pgy_frame *frame, const char *plugin, struct pgy_arena *arena,
                 struct pgy_item *item, const char **why);
/* From a plugin's struct (by struct size), the same validation; *why static. Strings are borrowed
 * from `in`, unless arena is not NULL. */
int pgy_item_from_plugin(const struct pgyd_item *in, const char *plugin, struct pgy_arena *arena,
                         struct pgy_item *item, const char **why);

/* Whether a text can be the slug of an item: 1 to 80 of a-z, 0-9, '.' and '-'. */
bool pgy_slug_ok(const char *slug);

/* The day a step falls on, counted from a day and, for hours, its minute; PGY_NO_DAY: out of
 * range. */
pgy_day pgy_step_day(pgy_day from, int32_t minute, struct pgyd_step step);
/* Order of publication: start day, start minute, id. For qsort. */
int pgy_item_compare(const void *a, const void *b);
/* "plugin/slug", or "plugin/slug@occurrence" when there is one. */
const char *pgy_item_id(const char *plugin, const char *slug, const char *occurrence,
                        struct pgy_arena *arena);
/* Bytes of "plugin", and of "plugin/slug", that an id begins with. */
size_t pgy_item_id_plugin(const char *id);
size_t pgy_item_id_rule(const char *id);

/* ---- itemtext.c ---- */
/* A hash of everything a client shows, alarms included; not of state, days, or anything that
 * depends on today. */
uint64_t pgy_item_hash(const struct pgy_item *item);
/* The instant a timed item starts (or all-day: of `minute` on its start day) in its zone or the
 * person's. */
int64_t pgy_item_instant(const struct pgy_item *item, const struct pgy_tz *person);
/* The instant of a minute of another day, on the clock where the item is. */
int64_t pgy_item_instant_on(const struct pgy_item *item, pgy_day day, int32_t minute,
                            const struct pgy_tz *person);
/* Words: "deadline", "open", "warn", "confirmed". */
const char *pgy_kind_text(uint16_t kind);
const char *pgy_state_text(enum pgy_state state);
const char *pgy_severity_text(uint16_t severity);
const char *pgy_confidence_text(uint16_t confidence);
const char *pgy_stakes_text(uint16_t stakes);
/* And back: PGY_EPARSE for any other word. */
int pgy_kind_parse(const char *text, uint16_t *kind);
int pgy_severity_parse(const char *text, uint16_t *severity);
int pgy_stakes_parse(const char *text, uint16_t *stakes);
/* "-7d", "0d", "-6mo": a ladder step in words, the key of a firing (architecture 8). */
const char *pgy_step_text(struct pgyd_step step, char text[PGY_DUR_TEXT]);
/* The item as plan --json prints it, see pgyctl(1) (a new reference); `remind` = RFC 3339 instants
 * computed by the caller, may be NULL. */
json_t *pgy_item_json(const struct pgy_item *item, const struct pgy_tz *person, json_t *remind);

#endif
