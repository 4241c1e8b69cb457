/* SPDX-License-Identifier: BSD-2-Clause */
/* Journal entries in memory: what happened (architecture 5). The store keeps them; the timeline and
 * the workers read them. */
#ifndef PGY_PLAN_JOURNAL_H
#define PGY_PLAN_JOURNAL_H

#include "base/arena.h"
#include "base/civil.h"
#include "config/config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PGY_JOURNAL_ARGS = 16 };

/* The argument that names the item by which an entry was written, where its subject is somebody or
 * something else. */
#define PGY_JOURNAL_ITEM "item"

struct pgy_happening {
    int64_t number; /* counts up per profile; 0: a dated fact of the configuration */
    pgy_day on;
    int64_t logged;      /* UTC seconds when it was written down; 0: configuration */
    const char *kind;    /* "contact"; the core's own: done, undone, snooze, undo, started, moved */
    const char *subject; /* "" none; done/snooze: the item id */
    const char *event;   /* "" none; snooze: the date it ends, YYYY-MM-DD */
    const char *keys[PGY_JOURNAL_ARGS];
    const char *values[PGY_JOURNAL_ARGS];
    size_t nargs;
    int64_t reverses; /* an undo: the number it takes back; 0: none */
    bool reversed;    /* taken back by a later entry */
};

/* A copy with its texts, in the arena. */
struct pgy_happening pgy_happening_copy(const struct pgy_happening *happening,
                                        struct pgy_arena *arena);

struct pgy_journal {
    struct pgy_happening *list; /* sorted by date, then number (dated facts first on a tie) */
    size_t n, cap;
    struct pgy_arena *arena; /* owns it all */
};

/* Adds the configuration's dated facts (keys with `journal` set) to what the store gave, and
 * sorts. */
void pgy_journal_merge(struct pgy_journal *journal, const struct pgy_config *config);
/* The day pgyd first planned for this person (kind "started"), or PGY_NO_DAY. */
pgy_day pgy_journal_started(const struct pgy_journal *journal);
/* Subjects and items that are ids become those of today, in memory (plan/rename.h). */
void pgy_journal_rename(struct pgy_journal *journal, const struct pgy_schema *schema);

/* One number for all that the person wrote: without dated facts and `started`, and the same before
 * and after plugins rename items. */
uint64_t pgy_journal_hash(const struct pgy_journal *journal, const struct pgy_schema *schema);

#endif
