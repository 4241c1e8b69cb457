/* SPDX-License-Identifier: BSD-2-Clause */
/* The link to pgyd-web: it tells who fetched; it gets nothing but questions for its counters. */
#include "core/core.h"

#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"

#include <string.h>

static void on_fetched(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    size_t len = 0;
    const unsigned char *hash = pgy_get_bytes(frame, &len);
    int64_t when = pgy_get_i64(frame);
    const char *client = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || len != 32)
        return;
    core_fetched(core, hash, when, client);
}

static void on_readable(struct pgy_core *core, void *arg, int events)
{
    (void)arg;
    struct pgy_frame frame;
    if (events & UV_WRITABLE)
        core_flush(core, &core->web, &core->web_watch);
    int rc = pgy_link_read(&core->web);
    while (pgy_link_next(&core->web, &frame) == 0) {
        if (frame.type == PGY_FRAME_HELLO)
            core->web_up = pgy_link_check_hello(&frame) == 0;
        else if (frame.type == PGY_W2C_FETCHED && core->web_up)
            on_fetched(core, &frame);
    }
    if (rc != 0 && rc != PGY_EAGAIN) {
        core_watch_stop(&core->web_watch);
        pgy_link_close(&core->web);
        core->web_up = false;
    }
}

void core_web_link(struct pgy_core *core, int fd)
{
    core_watch_stop(&core->web_watch);
    if (core->web.fd >= 0)
        pgy_link_close(&core->web);
    core->web_up = false;
    pgy_link_open(&core->web, fd, PGY_LINK_MAX);
    pgy_link_hello(&core->web, "pgyd-core");
    core_watch_start(core, &core->web_watch, fd, UV_READABLE, on_readable, NULL);
    core_flush(core, &core->web, &core->web_watch);
}
