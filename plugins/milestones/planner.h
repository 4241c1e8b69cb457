/* SPDX-License-Identifier: BSD-2-Clause */
/* One run of the rules. plan() sends what they give to the host, the reports `timeline` and `why`
 * keep it: they run the very rules that plan() runs and cannot disagree with it. Every rule emits
 * through here, with a trace of how its date was made. */
#ifndef MILESTONES_PLANNER_H
#define MILESTONES_PLANNER_H

#include "plugins/common/anchors.h"

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

struct planner {
    const struct pgyd_host *h;
    const struct pgc_anchors *anchors; /* NULL: not known, check() says why */
    /* Takes an item; 0 or -1. */
    int (*take)(void *arg, const struct pgyd_item *item, const struct trace *trace);
    /* Hears why a rule stays silent; NULL: nobody asks. */
    void (*leave)(void *arg, const char *slug, const char *why);
    void *arg;
};

int planner_emit(const struct planner *p, const struct pgyd_item *item, const struct trace *trace);
void planner_leave(const struct planner *p, const char *slug, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Whether [packs] off names it; then says so. */
bool planner_off(const struct planner *p, const char *slug);
/* Adds an anchor to a trace unless it is there already; the seventh and later ones are left out. */
void trace_anchor(struct trace *trace, const char *name, pgyd_day day);

#endif
