/* SPDX-License-Identifier: BSD-2-Clause */
/* What is wrong in a configuration, collected and put into words. */
#ifndef PGY_CONFIG_PROBLEMS_H
#define PGY_CONFIG_PROBLEMS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* A problem found in a file. Texts live in the arena of whoever collected them. */
struct pgy_problem {
    bool error; /* false: a warning */
    const char *file;
    uint32_t line;       /* 0: the file as a whole */
    const char *section; /* "offer:mercy"; NULL: none */
    const char *key;     /* NULL: none */
    const char *message; /* what is wrong */
    const char *remedy;  /* what would be right; NULL: nothing to add */
};

struct pgy_problems {
    struct pgy_arena *arena; /* borrowed */
    struct pgy_problem *list;
    size_t n, cap;
    size_t errors; /* how many of them are errors; counted on when the list is full */
};

/* Problems kept a list; the one after them says that there are more. */
enum { PGY_PROBLEMS_MAX = 1000 };

/* Adds a problem; texts are copied into problems->arena. */
void pgy_problem_add(struct pgy_problems *problems, bool error, const char *file, uint32_t line,
                     const char *section, const char *key, const char *remedy, const char *format,
                     ...) __attribute__((format(printf, 8, 9)));
/* A copy of all of them, in another arena. */
struct pgy_problems pgy_problems_copy(const struct pgy_problems *problems, struct pgy_arena *arena);
/* "file:line: section.key: problem; remedy" into the arena; `error: `/`warning: ` in front. */
const char *pgy_problem_text(const struct pgy_problem *problem, struct pgy_arena *arena);
/* The same without the severity in front, for the log, which has its own. */
const char *pgy_problem_line(const struct pgy_problem *problem, struct pgy_arena *arena);
/* Sorts by file and line, errors and warnings alike. */
void pgy_problems_sort(struct pgy_problems *problems);

#endif
