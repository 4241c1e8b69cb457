/* SPDX-License-Identifier: BSD-2-Clause */
/* What pgyd, the parent, keeps; the loop in main.c, and its jobs: sockets.c hands descriptors over,
 * supervise.c starts, watches and stops the children, frames.c reads what they say, upgrade.c makes
 * way for another version. */
#ifndef PGY_PARENT_PARENT_H
#define PGY_PARENT_PARENT_H

#include "parent/children.h"
#include "parent/listen.h"
#include "parent/notify.h"

#include <poll.h>

enum { PGY_NLISTEN = 2 }; /* [serve] listen and metrics_listen */

struct parent {
    struct pgy_child children[PGY_CHILDREN];
    struct pgy_listener listeners[PGY_NLISTEN];
    struct pgy_notify notify;
    int signals; /* signalfd */
    int feeds;   /* state_dir/feeds, from core; -1 until then */
    bool was_ready;
    bool reloading;
    bool again;      /* this process is the one started for an upgrade */
    bool upgrade;    /* stop, then run the new version in place of this one */
    int64_t kill_ms; /* stopping: when patience ends; 0: not stopping */
    int status;      /* to exit with */
    int64_t next_ping;
    struct pgy_arena *arena;
    const char *self;
    char **argv;
};

/* ---- sockets.c: what web gets ---- */
/* The listening sockets there are, and the folder of feeds: to a web that was just started. */
void pgy_sockets_give_all(struct parent *p);
/* Takes over the descriptor of the folder of feeds from core, and hands it on. */
void pgy_sockets_take_feeds(struct parent *p, int fd);
/* Core's wish to listen somewhere (an empty address: no longer there), answered with PGY_P_BOUND.
 * One that cannot be met before anything was ready stops pgyd. */
void pgy_sockets_bind(struct parent *p, struct pgy_frame *frame);
void pgy_sockets_close(struct parent *p);

/* ---- supervise.c: the children's lives ---- */
/* Asks all to stop; `status` is what pgyd exits with. The first call counts. */
void pgy_supervise_stop(struct parent *p, int status);
void pgy_supervise_kill(struct parent *p);
bool pgy_supervise_any_running(const struct parent *p);
/* Starts those that are due, and tells them what they need to know. */
void pgy_supervise_start_due(struct parent *p);
/* The ends that poll reported; fds[i] is child i's pidfd. What a child had sent before its end has
 * been read. */
void pgy_supervise_reap(struct parent *p, const struct pollfd fds[PGY_CHILDREN]);
/* Pings and patience, of children and service manager; when to look again (INT64_MAX: never). */
int64_t pgy_supervise_watch(struct parent *p);
/* Milliseconds for poll until `next`, the next start or the end of patience. */
int pgy_supervise_timeout(const struct parent *p, int64_t next);

/* ---- frames.c ---- */
/* Everything a child has sent. */
void pgy_frames_read(struct parent *p, struct pgy_child *child);

/* ---- upgrade.c ---- */
/* Whether this process was started for an upgrade; the mark is taken out of the environment. */
bool pgy_upgrade_was(void);
/* Files of another version were installed beneath us: everything has to become the new version,
 * this process too. */
void pgy_upgrade_begin(struct parent *p, const struct pgy_child *child);
/* Runs the new version in place of this process; returns only when that failed: the exit status. */
int pgy_upgrade_end(const struct parent *p);

#endif
