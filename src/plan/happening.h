/* SPDX-License-Identifier: BSD-2-Clause */
/* The grammar of happenings: KIND [SUBJECT] [EVENT] [KEY=VALUE …] on a day, as the kinds that
 * plugins declare take them. Values in, values out: whoever asks keeps the journal and answers the
 * person. */
#ifndef PGY_PLAN_HAPPENING_H
#define PGY_PLAN_HAPPENING_H

#include "base/arena.h"
#include "base/civil.h"
#include "config/config.h"
#include "plan/journal.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a subject where any word may be one. */
enum { PGY_SUBJECT_MAX = 160 };

/* Why something was not taken. Texts in the arena of the call, or the schema's. */
struct pgy_refusal {
    int status;           /* 1: it cannot be; 2: it was not said as it is to be said */
    const char *sentence; /* for the person */
    const char *nearest;  /* what was meant perhaps; NULL */
};

/* What was said. Nothing of it is NULL. */
struct pgy_told {
    const char *kind, *subject, *event; /* "": none */
    const char *on;                     /* a date; "": today */
    const char *const *args;            /* KEY=VALUE */
    size_t nargs;
};

/* The kind of that name that a listed plugin keeps, or NULL; *plugin is whose it is, *nearest the
 * nearest name (NULL: none). Either may be NULL. */
const struct pgyd_journal_kind *pgy_happening_kind(const struct pgy_schema *schema,
                                                   const char *name, const char **plugin,
                                                   const char **nearest);

/* Words in order are subject and event as far as the kind takes them; what holds '=' is KEY=VALUE,
 * wherever it stands. Fills all of *told but the date. PGY_EREFUSED: one word too many. */
int pgy_happening_sort(const struct pgyd_journal_kind *kind, const char *const *words, size_t n,
                       struct pgy_arena *arena, struct pgy_told *told, struct pgy_refusal *why);

/* A day that something happened: "" is today. PGY_EREFUSED: no date, or one that lies ahead. */
int pgy_happening_day(const char *text, pgy_day today, struct pgy_arena *arena, pgy_day *day,
                      struct pgy_refusal *why);
/* Whether it can be what an entry is about, where any word can: one word, as ids are. Plugins put
 * it into titles. */
bool pgy_happening_is_subject(const char *text);

/* What a kind may be about: a word of its own, or the id of a section of that kind. */
struct pgy_subject {
    const char *name;
    const char *section; /* "contact"; NULL: a word */
};
/* All of them, in the order declared, ids in the file's; none where it takes no subject or any
 * word. */
void pgy_happening_subjects(const struct pgyd_journal_kind *kind, const struct pgy_config *config,
                            struct pgy_arena *arena, struct pgy_subject **list, size_t *n);

/* Checks the whole. 0: *what has on, kind, subject, event and arguments, borrowed from `told` or in
 * the arena; number and logged are its keeper's. PGY_EREFUSED: the first thing that is wrong. */
int pgy_happening_parse(const struct pgy_schema *schema, const struct pgy_config *config,
                        const struct pgy_told *told, pgy_day today, struct pgy_arena *arena,
                        struct pgy_happening *what, struct pgy_refusal *why);

/* "contact alvarez", "offer mercy touched": how an item says what `done` writes down for it. Sets
 * kind, subject and event. */
void pgy_happening_split(const char *text, struct pgy_arena *arena, struct pgy_happening *what);

#endif
