/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of running rules. plan() sends what they give to the host, the reports `timeline` and
 * `why` keep it: they run the very rules that plan() runs and cannot disagree with it. Every rule
 * emits through here, with a trace of how its date was made. Which rules there are is handed in:
 * none is known here. */
#ifndef MILESTONES_PLANNER_H
#define MILESTONES_PLANNER_H

#include "plugins/common/anchors.h"
#include "plugins/milestones/notes/notes.h"

enum { TRACE_ANCHORS = 6 };

/* How a date was made. All borrowed for the call. */
struct trace {
    const char *rule; /* words, or a pack's expression: "G - 18mo to G" */
    /* where it stands: "packs/boards.ini", "[milestone:lease]"; NULL: built into pgyd */
    const char *origin;
    uint32_t line;                        /* there; 0: none */
    const char *checked_on, *valid_until; /* of the pack; NULL: none */
    const char *note;                     /* what was moved, and why; NULL: nothing */
    struct {
        char name[24]; /* "G", "PGY2.start" */
        pgyd_day day;
    } anchors[TRACE_ANCHORS];
    uint32_t nanchors;
};

struct planner;

struct rule {
    /* Emits what it gives: 0 or -1. */
    int (*plan)(const struct planner *p);
    bool trained; /* runs only where the anchors are known */
    /* What it plans: ids between bars. Nobody else may plan these. */
    const char *ids;
    /* How ids begin of which it plans some for one training and some for another: "lane-|no-". */
    const char *families;
};

/* Rules in the order in which they run. */
struct rules {
    const struct rule *list;
    uint32_t n;
};

struct planner {
    const struct pgyd_host *h;
    const struct pgc_anchors *anchors; /* NULL: not known, check() says why */
    /* Takes an item; 0 or -1. */
    int (*take)(void *arg, const struct pgyd_item *item, const struct trace *trace);
    /* Hears why a rule stays silent; NULL: nobody asks. */
    void (*leave)(void *arg, const char *slug, const char *why);
    void *arg;
    const struct rules *rules; /* NULL: none */
    const struct notes *notes; /* what the rules say: planner_run reads it, the check on its own */
};

/* Runs every rule with the words of lists/notes.tsv: 0, or -1 from the first that fails, and, after
 * host->error, when the list is not whole. */
int planner_run(const struct planner *p);
/* Whether one of the rules plans an item of this id; whether one does so for some training. */
bool planner_builtin(const struct planner *p, const char *id);
bool planner_may_plan(const struct planner *p, const char *id);
int planner_emit(const struct planner *p, const struct pgyd_item *item, const struct trace *trace);
void planner_leave(const struct planner *p, const char *slug, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Whether [packs] off names it; then says so. */
bool planner_off(const struct planner *p, const char *slug);
/* Adds an anchor to a trace unless it is there already; the seventh and later ones are left out. */
void trace_anchor(struct trace *trace, const char *name, pgyd_day day);

/* ---- bounds of rules, counted from the anchors (bound.c) ---- */

enum bound_base {
    FROM_PGY,       /* first day of PGY-k, then months and days */
    FROM_PGY_END,   /* last day of PGY-k */
    FROM_R,         /* residency end */
    FROM_F0,        /* fellowship start: none without a fellowship */
    FROM_START_HALF /* the middle of the residency */
};

struct bound {
    enum bound_base base;
    int k;      /* FROM_PGY, FROM_PGY_END: the level */
    int months; /* civil months, clamped */
    int days;
};

/* The day of a bound, or PGYD_NO_DAY when it does not exist for these anchors. */
pgyd_day milestones_bound(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                          const struct bound *bound);
/* "G - 18mo", into text. */
const char *milestones_bound_words(const struct bound *bound, char *text, size_t size);
/* Adds a bound's anchor to a trace. */
void milestones_bound_trace(const struct planner *p, const struct bound *bound,
                            struct trace *trace);

#endif
