/* SPDX-License-Identifier: BSD-2-Clause */
/* libuv behind four functions. What a watch leaves to do is done by `after`, once a callback. */
#include "core/loop.h"

#include "base/err.h"
#include "base/file.h"

#include <stdlib.h>
#include <sys/eventfd.h>
#include <uv.h>

struct core_poll {
    uv_poll_t uv;
    struct core_watch *watch;
};

struct core_loop {
    uv_loop_t uv;
    void (*after)(void *arg);
    void *arg;
    int ready_fd; /* always readable */
};

static void on_poll(uv_poll_t *uv, int status, int events)
{
    struct core_watch *watch = ((struct core_poll *)uv)->watch;
    struct core_loop *loop = watch->loop;
    int seen = (events & UV_READABLE ? CORE_READ : 0) | (events & UV_WRITABLE ? CORE_WRITE : 0);
    watch->fn(watch->arg, status < 0 ? CORE_READ : seen);
    loop->after(loop->arg);
}

static void on_close(uv_handle_t *handle)
{
    free(handle);
}

struct core_loop *core_loop_new(void (*after)(void *arg), void *arg)
{
    struct core_loop *loop = calloc(1, sizeof *loop);
    if (!loop)
        abort();
    loop->after = after;
    loop->arg = arg;
    loop->ready_fd = eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK);
    if (loop->ready_fd < 0 || uv_loop_init(&loop->uv) != 0) {
        pgy_fd_close(&loop->ready_fd);
        free(loop);
        return NULL;
    }
    return loop;
}

void core_loop_free(struct core_loop **loop)
{
    if (!*loop)
        return;
    uv_run(&(*loop)->uv, UV_RUN_DEFAULT);
    (void)uv_loop_close(&(*loop)->uv);
    pgy_fd_close(&(*loop)->ready_fd);
    free(*loop);
    *loop = NULL;
}

void core_loop_run(struct core_loop *loop)
{
    uv_run(&loop->uv, UV_RUN_DEFAULT);
}

bool core_loop_turn(struct core_loop *loop, bool wait)
{
    return uv_run(&loop->uv, wait ? UV_RUN_ONCE : UV_RUN_NOWAIT) != 0;
}

void core_loop_stop(struct core_loop *loop)
{
    uv_stop(&loop->uv);
}

int core_watch_start(struct core_loop *loop, struct core_watch *watch, int fd, int events,
                     core_watch_fn fn, void *arg)
{
    if (!watch->poll) {
        struct core_poll *poll = calloc(1, sizeof *poll);
        if (!poll || uv_poll_init(&loop->uv, &poll->uv, fd) != 0) {
            free(poll);
            return PGY_EINVAL;
        }
        poll->watch = watch;
        watch->poll = poll;
    }
    watch->loop = loop;
    watch->fn = fn;
    watch->arg = arg;
    int wanted = (events & CORE_READ ? UV_READABLE : 0) | (events & CORE_WRITE ? UV_WRITABLE : 0);
    return uv_poll_start(&watch->poll->uv, wanted, on_poll) == 0 ? 0 : PGY_EINVAL;
}

int core_watch_soon(struct core_loop *loop, struct core_watch *watch, core_watch_fn fn, void *arg)
{
    return core_watch_start(loop, watch, loop->ready_fd, CORE_READ, fn, arg);
}

void core_watch_stop(struct core_watch *watch)
{
    if (!watch->poll)
        return;
    uv_poll_stop(&watch->poll->uv);
    uv_close((uv_handle_t *)&watch->poll->uv, on_close);
    watch->poll = NULL;
}

void core_watch_flush(struct core_watch *watch, struct pgy_link *link)
{
    if (link->fd < 0 || !watch->poll)
        return;
    int rc = pgy_link_flush(link);
    core_watch_start(watch->loop, watch, link->fd, CORE_READ | (rc == PGY_EAGAIN ? CORE_WRITE : 0),
                     watch->fn, watch->arg);
}
