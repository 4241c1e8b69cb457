/* SPDX-License-Identifier: BSD-2-Clause */
/* The parent's children: starting, linking with each other, restarting with back-off, watching,
 * stopping. */
#ifndef PGY_PARENT_CHILDREN_H
#define PGY_PARENT_CHILDREN_H

#include "base/link.h"
#include "base/paths.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum pgy_child_id { PGY_CORE, PGY_WEB, PGY_COURIER, PGY_CHILDREN };

/* Milliseconds. A dead child is started again at once, then after 0.1 s doubling up to 10 s; a
 * minute of life forgives. */
enum {
    PGY_BACKOFF_FIRST = 100,
    PGY_BACKOFF_MOST = 10000,
    PGY_FORGIVEN_AFTER = 60000,
    PGY_STOP_GRACE = 4500
};

struct pgy_child {
    const char *name;    /* "core": what peers and status call it */
    const char *program; /* "pgyd-core" */
    const char *path;
    const char *const *args; /* argv, NULL-terminated; borrowed */
    pid_t pid;               /* 0: not running */
    int pidfd;
    struct pgy_link link;
    uint32_t restarts;
    char last_end[64];  /* "" or "killed by SIGSEGV", "exit status 1" */
    int64_t started_ms; /* all times: pgy_clock_mono_ms */
    int64_t backoff_ms; /* wait before the start after next */
    int64_t due_ms;     /* when to start it; INT64_MAX while it runs */
    bool hello;         /* said hello and speaks our version */
    /* may be pinged: core once its first plan is out, the others from their hello */
    bool ready;
    int64_t pinged_ms; /* an unanswered ping; 0: none */
    /* when it closed its channel, which leaves it PGY_STOP_GRACE to end; 0: it did not */
    int64_t hung_up_ms;
};

/* Fills in names and paths; every child is due at once. Paths live in the arena. `core_args` is
 * borrowed. */
void pgy_children_init(struct pgy_child children[PGY_CHILDREN], const struct pgy_paths *paths,
                       struct pgy_arena *arena, const char *const *core_args);
/* Starts a child, says hello and connects it with those peers that run. Negated errno (then it is
 * due again after its back-off). */
int pgy_child_start(struct pgy_child children[PGY_CHILDREN], enum pgy_child_id id);
/* Closes the channel of a child that closed its side or sent nonsense: it is ending, or will be
 * killed by pgy_children_watch. */
void pgy_child_hang_up(struct pgy_child *child);
/* Whether the process ended; then it is reaped, its link closed, its end told in last_end and its
 * next start set. Never waits. */
bool pgy_child_reap(struct pgy_child *child);
void pgy_child_kill(struct pgy_child *child);
/* Sends what waits to be sent; what cannot be sent yet stays. */
void pgy_child_flush(struct pgy_child *child);

/* Kills children that hung up and did not end. The watchdog: pings children that are ready every
 * half `interval_ms` (0: off), kills those that did not answer within a quarter. Returns when it
 * wants to be called again (INT64_MAX: never). `next_ping` is its memory, 0 at first. */
int64_t pgy_children_watch(struct pgy_child children[PGY_CHILDREN], int64_t interval_ms,
                           int64_t *next_ping);

#endif
