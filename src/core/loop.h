/* SPDX-License-Identifier: BSD-2-Clause */
/* The event loop, as the desks see it: descriptors to watch. Leaf: no desk's header is included
 * here. The only file pair that includes libuv. */
#ifndef PGY_CORE_LOOP_H
#define PGY_CORE_LOOP_H

#include "base/link.h"

#include <stdbool.h>

enum { CORE_READ = 1, CORE_WRITE = 2 };

struct core_loop;

/* Events of CORE_READ, CORE_WRITE. */
typedef void (*core_watch_fn)(void *arg, int events);

/* A descriptor in the loop. All zero: it is not watched. */
struct core_watch {
    struct core_poll *poll; /* its own memory: a closed handle is freed a turn later */
    struct core_loop *loop;
    core_watch_fn fn;
    void *arg;
};

/* after (arg) is called once after every watch that was called: it is where what the watches left
 * to do gets done. NULL when no loop can be made. */
struct core_loop *core_loop_new(void (*after)(void *arg), void *arg);
/* Closes what is left; every watch must have been stopped: it waits for one that was not, for ever.
 */
void core_loop_free(struct core_loop **loop);
/* Runs until core_loop_stop. */
void core_loop_run(struct core_loop *loop);
/* Handles what is ready; waits for the first when `wait`. false: nothing is watched any more. For
 * tests, which go turn by turn. */
bool core_loop_turn(struct core_loop *loop, bool wait);
void core_loop_stop(struct core_loop *loop);

/* Watches fd; again with other events changes them. PGY_EINVAL when the loop does not take it. */
int core_watch_start(struct core_loop *loop, struct core_watch *watch, int fd, int events,
                     core_watch_fn fn, void *arg);
void core_watch_stop(struct core_watch *watch);
/* Watches something that is always readable: fn is called in the next turn. */
int core_watch_soon(struct core_loop *loop, struct core_watch *watch, core_watch_fn fn, void *arg);
/* Sends what the link's socket takes, and waits for room while it does not take all. */
void core_watch_flush(struct core_watch *watch, struct pgy_link *link);

#endif
