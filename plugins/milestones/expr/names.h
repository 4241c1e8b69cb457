/* SPDX-License-Identifier: BSD-2-Clause */
/* The names that expressions know: anchors of the training, dates and numbers of pgyd.ini,
 * happenings of the journal, words to compare. */
#ifndef MILESTONES_NAMES_H
#define MILESTONES_NAMES_H

#include "plugins/milestones/expr/expr.h"

enum name_type {
    NAME_DATE,  /* an anchor or a date */
    NAME_COUNT, /* a number */
    NAME_WORD,  /* a word, or a list of words: holds when one of them is the one asked for */
    NAME_YES,   /* yes or no */
};

/* What a name stands for, for one person. */
struct name_value {
    enum name_type type;
    bool set;
    pgyd_day day;
    int64_t num;
    const char *word; /* NULL when it is a list */
    const char *const *list;
    uint32_t nlist;
    const char *choices; /* "a|b": nothing else may be compared with it; NULL: anything may */
};

/* false when no such name is known, with the nearest ones in near (""). */
bool names_find(const struct expr_env *env, const char *name, struct name_value *value, char *near,
                size_t size);

#endif
