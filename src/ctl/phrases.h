/* SPDX-License-Identifier: BSD-2-Clause */
/* The phrase checker: a table of patterns (etc/lists/phrases.tsv) held against a text. Pure. */
#ifndef PGY_CTL_PHRASES_H
#define PGY_CTL_PHRASES_H

#include "base/arena.h"

#include <regex.h>
#include <stdbool.h>
#include <stddef.h>

/* CTL_CREDIT speaks for the text. */
enum ctl_level { CTL_ERROR, CTL_WARNING, CTL_NOTE, CTL_CREDIT, CTL_LEVELS };
enum ctl_where { CTL_ANY, CTL_ONCE, CTL_FIRST_HALF, CTL_TWICE, CTL_ONLY, CTL_ABSENT, CTL_WORDS };

struct ctl_phrase {
    const char *set, *pattern, *reason, *suggestion, *ref;
    enum ctl_level level;
    enum ctl_where where;
    size_t words; /* of CTL_WORDS */
    regex_t regex;
    bool compiled;
};

struct ctl_phrases {
    struct ctl_phrase *list;
    size_t n, cap;
};

#define CTL_PHRASES_CLEANUP __attribute__((cleanup(ctl_phrases_free)))

struct ctl_finding {
    size_t at, line, column; /* byte offset; line and column count from 1, columns in characters */
    size_t order;            /* in which it was added */
    const char *found;       /* the words, blanks made one; "" when something is missing */
    const struct ctl_phrase *phrase;
};

struct ctl_findings {
    struct ctl_finding *list;
    size_t n, cap, errors, warnings, credits;
};

extern const char *const ctl_level_names[CTL_LEVELS];

/* Reads the table; texts live in the arena. PGY_EPARSE: *line and *why say where and what. */
int ctl_phrases_parse(const char *bytes, size_t len, struct pgy_arena *arena,
                      struct ctl_phrases *phrases, size_t *line, const char **why);
void ctl_phrases_free(struct ctl_phrases *phrases);
/* Adds the findings in a text without NUL. */
void ctl_phrases_scan(const struct ctl_phrases *phrases, const char *text, struct pgy_arena *arena,
                      struct ctl_findings *findings);
/* Adds len bytes of a text at an offset; at most 1,000 are kept. */
void ctl_findings_add(struct ctl_findings *findings, struct pgy_arena *arena,
                      const struct ctl_phrase *phrase, const char *text, size_t at, size_t len);
/* Puts all findings in order of their place, with line and column. */
void ctl_findings_place(struct ctl_findings *findings, const char *text);

#endif
