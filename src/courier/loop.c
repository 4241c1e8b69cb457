/* SPDX-License-Identifier: BSD-2-Clause */
/* Polls parent, core and transfers, and hands each its frames. Decides nothing about messages. */
#include "courier/loop.h"

#include "base/child.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"
#include "courier/jobs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FLUSH_MS = 500 };

struct courier {
    struct pgy_link *parent;
    struct pgy_link core;
    bool greeted; /* the core's hello came and fits */
    bool unread;  /* frames were left in the link because too much waited */
    struct pgy_sender *sender;
    struct pgy_jobs jobs;
    struct pgy_results results;
    int64_t stop_at; /* monotonic milliseconds; 0: not stopping */
    bool over;
    int status;
};

static void stop(struct courier *c)
{
    if (c->stop_at == 0)
        c->stop_at = pgy_clock_mono_ms() + PGY_COURIER_STOP_MS;
    pgy_jobs_drop_waiting(&c->jobs);
}

/* Results wait for the next core; what was not begun is the core's again. */
static void core_gone(struct courier *c)
{
    if (c->core.fd < 0)
        return;
    pgy_link_close(&c->core);
    c->greeted = false;
    pgy_results_hold(&c->results, pgy_clock_mono_ms());
    pgy_jobs_drop_waiting(&c->jobs);
}

static void new_link(struct courier *c, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *peer = pgy_get_str(frame, arena);
    int fd = pgy_link_take_fd(c->parent);
    if (fd < 0 || pgy_frame_done(frame) != 0 || !peer || strcmp(peer, "core") != 0) {
        pgy_warn("the parent sent a link that is not to the core");
        if (fd >= 0)
            close(fd);
        return;
    }
    core_gone(c);
    pgy_child_peer(&c->core, fd, "pgyd-courier", PGY_LINK_MAX);
    pgy_results_tell(&c->results, &c->core.out, pgy_clock_mono_ms());
    pgy_jobs_inflight(&c->jobs, &c->core.out);
}

static int version_mismatch(struct courier *c, const char *peer)
{
    pgy_error("the %s is of another version of pgyd", peer);
    c->status = EXIT_FAILURE;
    stop(c);
    return PGY_EVERSION;
}

static void parent_frame(struct courier *c, struct pgy_frame *frame)
{
    switch (frame->type) {
    case PGY_FRAME_HELLO:
        if (pgy_link_check_hello(frame) != 0)
            version_mismatch(c, "parent");
        break;
    case PGY_P_LINK:
        new_link(c, frame);
        break;
    case PGY_P_STOP:
        stop(c);
        break;
    case PGY_P_PING:
        pgy_child_say(c->parent, PGY_P_PONG);
        break;
    default:
        break;
    }
}

static int core_frame(struct courier *c, struct pgy_frame *frame)
{
    if (!c->greeted) {
        int rc = pgy_link_check_hello(frame);
        if (rc == PGY_EVERSION)
            return version_mismatch(c, "core");
        c->greeted = rc == 0;
        return rc;
    }
    if (frame->type == PGY_C_SEEN) {
        uint32_t seen = pgy_get_u32(frame);
        if (pgy_frame_done(frame) == 0)
            pgy_jobs_seen(&c->jobs, seen);
    }
    if (frame->type == PGY_C_SEND && pgy_jobs_take(&c->jobs, frame) != 0)
        pgy_error("a message of the core is not understood");
    return 0;
}

/* Reads and hands out frames; true while the link lives. */
static bool serve_parent(struct courier *c)
{
    struct pgy_frame frame;
    int rc = pgy_link_read(c->parent), next;
    while ((next = pgy_link_next(c->parent, &frame)) == 0)
        parent_frame(c, &frame);
    return (rc == 0 || rc == PGY_EAGAIN) && next == PGY_EAGAIN;
}

/* The core may send faster than we do: what does not fit stays in the link, and then in the
 * socket. */
static bool serve_core(struct courier *c, bool readable)
{
    struct pgy_frame frame;
    int rc = readable ? pgy_link_read(&c->core) : 0, next = PGY_EAGAIN;
    while (c->stop_at == 0 && c->jobs.waiting < PGY_JOBS_WAITING &&
           (next = pgy_link_next(&c->core, &frame)) == 0) {
        if (core_frame(c, &frame) != 0)
            return false;
    }
    c->unread = next == 0;
    return (rc == 0 || rc == PGY_EAGAIN) && (next == 0 || next == PGY_EAGAIN);
}

static bool flush(struct pgy_link *link)
{
    int rc = pgy_link_flush(link);
    return rc == 0 || rc == PGY_EAGAIN;
}

static short events_of(const struct pgy_link *link, bool read)
{
    return (short)((read ? POLLIN : 0) | (pgy_link_pending(link) ? POLLOUT : 0));
}

static int timeout_of(const struct courier *c)
{
    if (c->stop_at == 0)
        return c->unread && c->jobs.waiting < PGY_JOBS_WAITING
                   ? 0
                   : -1; /* nothing wakes an idle courier */
    int64_t left = c->stop_at - pgy_clock_mono_ms();
    return left < 0 ? 0 : (int)left;
}

static void turn(struct courier *c)
{
    bool room = c->jobs.waiting < PGY_JOBS_WAITING && c->stop_at == 0;
    struct pollfd fds[2] = {{.fd = c->parent->fd, .events = events_of(c->parent, true)},
                            {.fd = c->core.fd, .events = events_of(&c->core, room)}};
    /* While stopping nothing is read from the core: that it hung up would end every wait at
     * once. */
    bool watch_core = c->core.fd >= 0 && (c->stop_at == 0 || fds[1].events != 0);
    int rc = pgy_sender_wait(c->sender, fds, watch_core ? 2 : 1, timeout_of(c));
    if (rc != 0) {
        pgy_error("cannot wait for descriptors: %s", pgy_strerror(rc));
        c->status = EXIT_FAILURE;
        c->over = true;
        return;
    }
    pgy_jobs_finish(&c->jobs, pgy_clock_now());
    int core_fd = c->core.fd;
    if (fds[0].revents && !serve_parent(c))
        c->over = true; /* the parent is gone: nobody is left to report to or to restart us */
    /* The parent may just have handed over another core, which fds[1] does not speak of. */
    bool same = core_fd == c->core.fd;
    if (c->core.fd >= 0 && c->stop_at == 0 &&
        !serve_core(c, same && fds[1].revents & (POLLIN | POLLHUP | POLLERR)))
        core_gone(c);
    if (c->stop_at == 0)
        pgy_jobs_start(&c->jobs, pgy_clock_now());
    else if (c->jobs.sending == 0 || pgy_clock_mono_ms() >= c->stop_at)
        c->over = true;
    if (c->core.fd >= 0) {
        pgy_results_tell(&c->results, &c->core.out, pgy_clock_mono_ms());
        pgy_jobs_told(&c->jobs, c->results.told);
        if (!flush(&c->core))
            core_gone(c);
    }
    if (!flush(c->parent))
        c->over = true;
}

/* The last results, for at most FLUSH_MS. */
static void say_goodbye(struct courier *c)
{
    int64_t until = pgy_clock_mono_ms() + FLUSH_MS;
    pgy_jobs_abandon(&c->jobs);
    if (c->core.fd < 0)
        return;
    pgy_results_tell(&c->results, &c->core.out, pgy_clock_mono_ms());
    while (pgy_link_flush(&c->core) == PGY_EAGAIN && pgy_clock_mono_ms() < until) {
        struct pollfd fd = {.fd = c->core.fd, .events = POLLOUT};
        poll(&fd, 1, FLUSH_MS);
    }
}

int pgy_courier_run(struct pgy_link *parent)
{
    struct courier *c = calloc(1, sizeof *c);
    if (!c || !(c->sender = pgy_sender_new())) {
        free(c);
        pgy_error("out of memory");
        return EXIT_FAILURE;
    }
    c->parent = parent;
    c->core.fd = -1;
    pgy_jobs_init(&c->jobs, c->sender, &c->results);
    if (!flush(parent))
        c->over = true;
    while (!c->over)
        turn(c);
    int status = c->status;
    say_goodbye(c);
    pgy_sender_free(c->sender);
    pgy_jobs_free(&c->jobs);
    pgy_link_close(&c->core);
    pgy_link_close(parent);
    pgy_results_free(&c->results);
    free(c);
    return status;
}
