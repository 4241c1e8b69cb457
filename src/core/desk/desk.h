/* SPDX-License-Identifier: BSD-2-Clause */
/* The desk of commands: the control socket, its clients, their requests and answers. What other
 * desks have to do for an answer leaves as an errand and comes back by one of the functions below.
 */
#ifndef PGY_CORE_DESK_H
#define PGY_CORE_DESK_H

#include "core/errand.h"
#include "core/loop.h"
#include "core/roll.h"

#include <jansson.h>

struct core_desk;

/* All borrowed for the desk's life. */
struct core_desk_setup {
    struct core_loop *loop;
    struct pgy_store *store;
    const struct core_roll *roll;
    int state_fd; /* the state directory: state_dir/control is made in it */
};
/* Begins to listen. A negative error, with *why (arena), when it cannot. */
int core_desk_open(const struct core_desk_setup *setup, struct pgy_arena *arena,
                   struct core_desk **desk, const char **why);
void core_desk_free(struct core_desk **desk);

/* The next errand, oldest first; false: none is left. */
bool core_desk_errand(struct core_desk *desk, struct core_errand *errand);

/* Results, by client; one that left meanwhile is no mistake. The answer is taken over. */
void core_desk_answer(struct core_desk *desk, uint64_t client, int status, json_t *answer);
void core_desk_refuse(struct core_desk *desk, uint64_t client, int status, const char *sentence);
/* Its plan is number `serial` of the person's (core_person asked): answered when it is over. */
void core_desk_await(struct core_desk *desk, uint64_t client, uint64_t serial);
/* Its test message is row `row`: answered when that was attempted. */
void core_desk_await_row(struct core_desk *desk, uint64_t client, int64_t row);
/* What became of its proposal. Refused: it is told so at once; written down: it goes on waiting for
 * the plan, and its answer has the number. */
void core_desk_settle(struct core_desk *desk, const struct core_settled *settled);

/* Answers whoever waited for what has happened, refuses whoever waited too long or for somebody who
 * is gone. busy: a plan is still to be made. */
void core_desk_wake(struct core_desk *desk, bool busy);

#endif
