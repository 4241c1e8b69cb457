/* SPDX-License-Identifier: BSD-2-Clause */
/* The post desk: what is due becomes messages in the outbox, the outbox goes to the courier, what
 * became of it comes back. Knows people by the roll alone; plans, links and commands are other
 * desks'. */
#ifndef PGY_CORE_POST_H
#define PGY_CORE_POST_H

#include "core/errand.h"
#include "core/guard.h"
#include "core/health.h"
#include "core/loop.h"
#include "core/roll.h"

struct core_post;

/* All borrowed for the desk's life. */
struct core_post_setup {
    struct core_loop *loop;
    struct core_guard *guard;
    struct core_health *health;
    struct pgy_store *store;
    const struct core_roll *roll;
};
struct core_post *core_post_new(const struct core_post_setup *setup);
void core_post_free(struct core_post **post);

/* A link to a new courier; takes the descriptor. */
void core_post_courier(struct core_post *post, int fd);
bool core_post_connected(const struct core_post *post);

/* What time brings: messages that expired are given up, steps and digests that are due become
 * messages. Only while the guard lets notifications leave. */
void core_post_fire(struct core_post *post, int64_t now);
/* One transaction: outcomes are written down, rows claimed and handed to the courier. Does nothing
 * when there is nothing of either. */
void core_post_deliver(struct core_post *post, int64_t now);
/* Results came or rows must be taken back: core_post_deliver has to run although nothing is due. */
bool core_post_pressing(const struct core_post *post);
/* UTC second at which one of the two has to be called again; INT64_MAX: none is known. */
int64_t core_post_next(const struct core_post *post, int64_t now);
/* Once a day: forgets deliveries that were over long ago. */
void core_post_prune(struct core_post *post, int64_t now);

/* Inside the transaction that writes a plan: messages and digests about what moved, was done or is
 * gone are taken back, what is there again is queued again, a first plan is told of. */
int core_post_follow(struct core_post *post, const struct core_plan *plan);

/* To all of the person's places that want it; once per key. */
void core_post_notice(struct core_post *post, const struct core_notice *notice, int64_t now);
/* A test message to one place, which is no longer paused then; *row is its outbox row. */
int core_post_test(struct core_post *post, const struct core_person *person, const char *endpoint,
                   int64_t *row);

#endif
