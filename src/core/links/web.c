/* SPDX-License-Identifier: BSD-2-Clause */
/* The line to pgyd-web: it tells who fetched, it gets the core's counters. Nothing else crosses it:
 * feeds are files, and the list of links too. */
#include "core/links/inside.h"

#include "base/err.h"
#include "base/wire.h"

static void on_fetched(const struct core_links *links, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    size_t len = 0;
    const unsigned char *hash = pgy_get_bytes(frame, &len);
    int64_t when = pgy_get_i64(frame);
    const char *client = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || len != 32)
        return;
    core_links_fetched(links, hash, when, client);
}

static void close_web(struct core_links *links)
{
    core_watch_stop(&links->watch);
    pgy_link_close(&links->web);
    links->up = false;
}

static void on_readable(void *arg, int events)
{
    struct core_links *links = arg;
    struct pgy_frame frame;
    if (events & CORE_WRITE)
        core_watch_flush(&links->watch, &links->web);
    int rc = pgy_link_read(&links->web);
    while (pgy_link_next(&links->web, &frame) == 0) {
        if (frame.type == PGY_FRAME_HELLO)
            links->up = pgy_link_check_hello(&frame) == 0;
        else if (frame.type == PGY_W2C_FETCHED && links->up)
            on_fetched(links, &frame);
    }
    if (rc != 0 && rc != PGY_EAGAIN)
        close_web(links);
}

void core_links_web(struct core_links *links, int fd)
{
    close_web(links);
    pgy_link_open(&links->web, fd, PGY_LINK_MAX);
    pgy_link_hello(&links->web, "pgyd-core");
    core_watch_start(links->in.loop, &links->watch, fd, CORE_READ, on_readable, links);
    core_watch_flush(&links->watch, &links->web);
}

void core_links_metrics(struct core_links *links, const char *text)
{
    if (!links->up || !pgy_config_text(links->in.roll->daemon, "serve", "", "metrics_listen", NULL))
        return;
    size_t mark = pgy_frame_begin(&links->web.out, PGY_C2W_METRICS);
    pgy_put_str(&links->web.out, text);
    pgy_frame_end(&links->web.out, mark);
    core_watch_flush(&links->watch, &links->web);
}
