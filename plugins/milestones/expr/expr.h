/* SPDX-License-Identifier: BSD-2-Clause */
/* Date expressions and conditions of packs and of [milestone:id], pgyd-pack(5): one parser that
 * reads and computes at once. Pure: the same text, configuration and journal give the same day, and
 * today is never asked for. */
#ifndef MILESTONES_EXPR_H
#define MILESTONES_EXPR_H

#include "plugins/common/anchors.h"
#include "plugins/common/service.h"
#include "plugins/milestones/states/states.h"

enum { EXPR_WHY = 256, EXPR_NAMES = 6, EXPR_DEEPEST = 32 };

/* An anchor, a date or a number that a day stands on, each once, in the order of the text; the
 * seventh and later ones are left out. */
struct expr_names {
    struct {
        char name[24];
        pgyd_day day; /* PGYD_NO_DAY: the person does not have it, or it is a number */
    } list[EXPR_NAMES];
    uint32_t n;
};

/* What an expression is computed from. All borrowed. */
struct expr_env {
    const struct pgyd_host *h;
    /* missing != PGC_MISSING_NOTHING: none of them is known, only the rest */
    const struct pgc_anchors *anchors;
    /* what PGY.start means: a milestone planned for each year; 0: it means nothing */
    int pgy;
    /* what start and end mean: the days of the item whose `by` it is; PGYD_NO_DAY: nothing */
    pgyd_day first, last;
    /* how the fellowship is applied for, and whose match it is in; "" when that is not known */
    struct pgc_service service;
    /* of the state to work in */
    struct license license;
};

/* Fills *env for a person. */
void expr_env_init(struct expr_env *env, const struct pgyd_host *h,
                   const struct pgc_anchors *anchors);

struct expr_error {
    unsigned column;     /* in the text, from 1 */
    char text[EXPR_WHY]; /* what is wrong there and what would be right, without a full stop */
};

struct expr_day {
    /* PGYD_NO_DAY: it stands on something this person does not have, a fellowship for instance */
    pgyd_day day;
    struct expr_names names;
};

/* Both are false with *error when the text is not an expression; then nothing else is written. A
 * name in an expression is known whether or not this person has it, so that what is wrong for one
 * is wrong for all. */
bool expr_day(const struct expr_env *env, const char *text, struct expr_day *out,
              struct expr_error *error);
bool expr_cond(const struct expr_env *env, const char *text, bool *holds, struct expr_error *error);

/* "12-01": a day of a year. true when the text begins with one. */
struct expr_fixed {
    int32_t month, dom;
};
bool expr_fixed(const char *text, struct expr_fixed *out);
/* It in a year; 02-29 is the 28th in the years that have no other. */
pgyd_day expr_fixed_day(const struct pgyd_host *h, const struct expr_fixed *fixed, int32_t year);

/* "-30d", "0d", "+2w": a step of a ladder, at most 20 years; a length without a sign lies before.
 * The whole text. */
bool expr_step(const char *text, struct pgyd_step *step);

#endif
