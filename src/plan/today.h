/* SPDX-License-Identifier: BSD-2-Clause */
/* What a person is told first: one sentence, seven lines, what else there is in numbers. The one
 * place that decides it for the command line, pages, brief and reminders. Pure: values in, values
 * out. */
#ifndef PGY_PLAN_TODAY_H
#define PGY_PLAN_TODAY_H

#include "plan/timeline.h"

#include <jansson.h>

enum { PGY_TODAY_LINES = 7, PGY_TODAY_BURNS = 7 /* days before `by` */ };

enum pgy_today_state { PGY_TODAY_CALM, PGY_TODAY_WATCH, PGY_TODAY_FIRE };

/* Why a line is there, in the order of the lines. */
enum pgy_today_group {
    PGY_TODAY_OFFER,   /* an offer: all that belongs to it is told in its line */
    PGY_TODAY_BURNING, /* fatal or costly, within seven days or past */
    PGY_TODAY_AHEAD,   /* fatal within 60 days, costly within 14 */
    PGY_TODAY_USEFUL,  /* a habit, a person, a project */
    PGY_TODAY_DONE     /* fatal, and done today: to be taken back if it was a slip */
};

struct pgy_today_line {
    enum pgy_today_group group;
    /* whose day the line counts to: of an offer its answer */
    const struct pgy_item *item;
    /* what `done` does: of an offer its next step, never the answer; NULL: nothing */
    const struct pgy_item *step;
    const char *text; /* "Answer Mercy General: by Fri Dec 4, 5 PM (6 days left)" */
    const char *next; /* "Ask for the full contract"; NULL: the text says it */
};

/* How pgyd itself fares, as far as the person has to know. */
struct pgy_today_health {
    bool down;        /* nothing is being sent: pgyd does not run */
    bool undelivered; /* a fatal reminder could not be delivered */
    bool unreached;   /* no target that reaches a person, and no feed was ever fetched */
};

struct pgy_today {
    enum pgy_today_state state;
    const char *sentence;
    struct pgy_today_line *lines;
    size_t n;
    /* what is not in the lines */
    size_t dated;               /* offers, burning and ahead that did not fit */
    size_t useful;              /* open, useful, not among the three */
    size_t late;                /* past when pgyd was first run, not sorted yet */
    size_t missed;              /* fatal, past repair, not dismissed */
    size_t snoozed;             /* put off */
    size_t habits, habits_done; /* of this month */
};

/* Texts and lines in arena; items borrowed from the timeline. now: UTC seconds. week: the day of
 * the last brief, from which on something done is replaced, once. */
void pgy_today_make(const struct pgy_timeline *timeline, const struct pgy_today_health *health,
                    const struct pgy_tz *person, int64_t now, pgy_day week, struct pgy_arena *arena,
                    struct pgy_today *today);
/* What to do next about an item: of an offer's answer the first thing to do before it; NULL: its
 * title says it. */
const char *pgy_today_next(const struct pgy_timeline *timeline, const struct pgy_item *item);
/* The Sunday on or before a day: when the week's three useful things were chosen. */
pgy_day pgy_today_week(pgy_day today);

/* ---- useful.c ---- */
/* Whether it is useful and could be begun when the week was chosen, on its Sunday or the day pgyd
 * was first run; one whose day is fixed comes up in its week. */
bool pgy_item_useful(const struct pgy_item *item, pgy_day started, pgy_day week);
/* The week's habit, person and project, as far as there are; their number. */
enum { PGY_USEFUL = 3 };
size_t pgy_today_useful(const struct pgy_timeline *timeline, pgy_day week,
                        const struct pgy_item *useful[PGY_USEFUL]);

/* ---- todayjson.c ---- */
/* {"state", "sentence", "lines": [{"n", "group", "id", "step", "text", "next", "stakes", "by"}],
 * "counts": {...}}; a new reference. */
json_t *pgy_today_json(const struct pgy_today *today);

#endif
