/* SPDX-License-Identifier: BSD-2-Clause */
/* Spawns children, pairs them with each other, counts their back-off, reaps them. When to do so is
 * supervise.c's. */
#include "pgy-build.h"

#include "parent/children.h"

#include "base/child.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct {
    const char *name;
    const char *program;
} kinds[PGY_CHILDREN] = {
    [PGY_CORE] = {"core", "pgyd-core"},
    [PGY_WEB] = {"web", "pgyd-web"},
    [PGY_COURIER] = {"courier", "pgyd-courier"},
};

/* Who talks to whom. */
static const enum pgy_child_id pairs[][2] = {{PGY_CORE, PGY_WEB}, {PGY_CORE, PGY_COURIER}};

void pgy_children_init(struct pgy_child children[PGY_CHILDREN], const struct pgy_paths *paths,
                       struct pgy_arena *arena, const char *const *core_args)
{
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        const char **args = pgy_arena_array(arena, 2, sizeof *args);
        args[0] = kinds[i].program;
        children[i] = (struct pgy_child){
            .name = kinds[i].name,
            .program = kinds[i].program,
            .path = pgy_paths_program(paths, arena, kinds[i].program),
            .args = i == PGY_CORE ? core_args : args,
            .pidfd = -1,
            .link = {.fd = -1},
        };
    }
}

/* What children do not inherit: they are not to speak with the service manager. */
static const char *const kept_back[] = {"NOTIFY_SOCKET=", "WATCHDOG_USEC=", "WATCHDOG_PID="};

static char **child_environment(struct pgy_arena *arena)
{
    extern char **environ;
    size_t n = 0;
    size_t kept = 0;
    while (environ[n])
        n++;
    char **list = pgy_arena_array(arena, n + 1, sizeof *list);
    for (size_t i = 0; i < n; i++) {
        bool keep = true;
        for (size_t k = 0; k < sizeof kept_back / sizeof kept_back[0]; k++)
            keep = keep && strncmp(environ[i], kept_back[k], strlen(kept_back[k])) != 0;
        if (keep)
            list[kept++] = environ[i];
    }
    return list;
}

/* The child gets the channel as descriptor 3, /dev/null as input, our output, and signals as if
 * nobody had touched them; every other descriptor of ours is close-on-exec. Not fork: it would
 * copy, and posix_spawn reports a missing program here and now. */
static int spawn(struct pgy_child *child, int channel)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    int rc = -posix_spawn_file_actions_init(&files);
    if (rc != 0)
        return rc;
    rc = -posix_spawnattr_init(&how);
    if (rc != 0) {
        posix_spawn_file_actions_destroy(&files);
        return rc;
    }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", 0, 0);
    posix_spawn_file_actions_adddup2(&files, channel, PGY_CHANNEL_FD);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &all);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    union {
        const char *const *in;
        char *const *out; /* posix_spawn does not change them; its prototype is older than const */
    } args = {.in = child->args};
    rc = -posix_spawn(&child->pid, child->path, &files, &how, args.out, child_environment(arena));
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return rc;
}

static void connect_pair(struct pgy_child *a, struct pgy_child *b)
{
    int ends[2];
    if (a->pid == 0 || b->pid == 0)
        return;
    int rc = pgy_link_pair(ends);
    for (size_t i = 0; rc == 0 && i < 2; i++) {
        struct pgy_child *to = i == 0 ? a : b;
        size_t mark = pgy_frame_begin(&to->link.out, PGY_P_LINK);
        pgy_put_str(&to->link.out, i == 0 ? b->name : a->name);
        rc = pgy_frame_end(&to->link.out, mark);
        if (rc == 0)
            rc = pgy_link_send_fds(&to->link, &ends[i], 1);
    }
    if (rc != 0)
        pgy_warn("cannot connect %s with %s: %s", a->program, b->program, pgy_strerror(rc));
    close(ends[0]);
    close(ends[1]);
}

/* Sets when the child is tried again, and how long the try after that has to wait. */
static void schedule(struct pgy_child *child, int64_t now)
{
    if (child->started_ms != 0 && now - child->started_ms >= PGY_FORGIVEN_AFTER)
        child->backoff_ms = 0;
    child->due_ms = now + child->backoff_ms;
    child->backoff_ms = child->backoff_ms == 0                     ? PGY_BACKOFF_FIRST
                        : child->backoff_ms * 2 < PGY_BACKOFF_MOST ? child->backoff_ms * 2
                                                                   : PGY_BACKOFF_MOST;
}

int pgy_child_start(struct pgy_child children[PGY_CHILDREN], enum pgy_child_id id)
{
    struct pgy_child *child = &children[id];
    int ends[2];
    int rc = pgy_link_pair(ends);
    if (rc == 0) {
        rc = spawn(child, ends[1]);
        close(ends[1]);
        if (rc != 0)
            close(ends[0]);
    }
    int64_t now = pgy_clock_mono_ms();
    if (rc != 0) {
        child->pid = 0;
        schedule(child, now);
        return rc;
    }
    if (child->started_ms != 0)
        child->restarts++;
    child->started_ms = now;
    child->due_ms = INT64_MAX;
    child->hello = child->ready = false;
    child->pinged_ms = 0;
    child->hung_up_ms = 0;
    child->pidfd = pidfd_open(child->pid, 0);
    pgy_link_open(&child->link, ends[0], PGY_LINK_MAX);
    pgy_link_hello(&child->link, "pgyd");
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (pairs[i][0] == id || pairs[i][1] == id)
            connect_pair(&children[pairs[i][0]], &children[pairs[i][1]]);
    }
    return 0;
}

void pgy_child_hang_up(struct pgy_child *child)
{
    pgy_link_close(&child->link);
    child->ready = false;
    child->hung_up_ms = pgy_clock_mono_ms();
}

bool pgy_child_reap(struct pgy_child *child)
{
    siginfo_t end = {0};
    if (child->pid == 0 || waitid(P_PID, (id_t)child->pid, &end, WEXITED | WNOHANG) < 0 ||
        end.si_pid == 0)
        return false;
    if (end.si_code == CLD_EXITED)
        snprintf(child->last_end, sizeof child->last_end, "exit status %d", end.si_status);
    else
        snprintf(child->last_end, sizeof child->last_end, "killed by SIG%s",
                 sigabbrev_np(end.si_status));
    pgy_link_close(&child->link);
    if (child->pidfd >= 0)
        close(child->pidfd);
    child->pidfd = -1;
    child->pid = 0;
    child->hello = child->ready = false;
    child->pinged_ms = 0;
    schedule(child, pgy_clock_mono_ms());
    return true;
}

void pgy_child_kill(struct pgy_child *child)
{
    /* Through the pidfd where there is one; the pid cannot have been reused either, since it is
     * ours to reap. */
    if (child->pid != 0 &&
        (child->pidfd < 0 || pidfd_send_signal(child->pidfd, SIGKILL, NULL, 0) < 0))
        (void)kill(child->pid, SIGKILL);
}

void pgy_child_flush(struct pgy_child *child)
{
    if (child->pid == 0 || !pgy_link_pending(&child->link))
        return;
    int rc = pgy_link_flush(&child->link);
    if (rc != 0 && rc != PGY_EAGAIN && rc != PGY_ECLOSED) {
        pgy_error("%s does not read what it is sent: %s: restarting it", child->program,
                  pgy_strerror(rc));
        pgy_child_kill(child);
    }
}

/* When a child that hung up runs out of patience; now or in the past: it was killed. */
static int64_t watch_hung_up(struct pgy_child *child, int64_t now)
{
    if (child->pid == 0 || child->hung_up_ms == 0)
        return INT64_MAX;
    if (now - child->hung_up_ms < PGY_STOP_GRACE)
        return child->hung_up_ms + PGY_STOP_GRACE;
    pgy_child_kill(child);
    child->hung_up_ms = 0;
    return INT64_MAX;
}

/* When an unanswered ping of this child runs out of patience. */
static int64_t watch_ping(struct pgy_child *child, int64_t now, int64_t patience_ms, bool ping)
{
    if (child->pid == 0 || !child->ready)
        return INT64_MAX;
    if (child->pinged_ms != 0 && now - child->pinged_ms >= patience_ms) {
        pgy_error("%s did not answer for %lld ms: restarting it", child->program,
                  (long long)(now - child->pinged_ms));
        pgy_child_kill(child);
        child->pinged_ms = 0;
        child->ready = false;
        return INT64_MAX;
    }
    if (ping && child->pinged_ms == 0) {
        pgy_child_say(&child->link, PGY_P_PING);
        child->pinged_ms = now;
    }
    return child->pinged_ms != 0 ? child->pinged_ms + patience_ms : INT64_MAX;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t pgy_children_watch(struct pgy_child children[PGY_CHILDREN], int64_t interval_ms,
                           int64_t *next_ping)
{
    int64_t now = pgy_clock_mono_ms();
    int64_t next = INT64_MAX;
    bool ping = interval_ms > 0 && now >= *next_ping;
    if (ping)
        *next_ping = now + interval_ms / 2;
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        next = earlier(next, watch_hung_up(&children[i], now));
        if (interval_ms > 0)
            next = earlier(next, watch_ping(&children[i], now, interval_ms / 4, ping));
    }
    return interval_ms > 0 ? earlier(next, *next_ping) : next;
}
