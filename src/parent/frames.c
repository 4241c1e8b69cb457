/* SPDX-License-Identifier: BSD-2-Clause */
/* What children say to the parent, frame by frame. A child may say only what is its own to say. */
#include "pgy-build.h"

#include "parent/parent.h"

#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"

static void end_reload(struct parent *p)
{
    if (p->reloading)
        pgy_notify_send(&p->notify, "READY=1");
    p->reloading = false;
}

static void on_ready(struct parent *p, const char *line)
{
    p->children[PGY_CORE].ready = true;
    pgy_notify_send(&p->notify, "%sSTATUS=%s", p->was_ready ? "" : "READY=1\n", line);
    p->was_ready = true;
    p->again = false;
    end_reload(p);
}

/* Frames only core may send. */
static void on_core_frame(struct parent *p, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_link *link = &p->children[PGY_CORE].link;
    int fd = -1;
    const char *line = NULL;
    switch (frame->type) {
    case PGY_P_BIND:
        pgy_sockets_bind(p, frame);
        return;
    case PGY_P_SERVE:
        if ((fd = pgy_link_take_fd(link)) < 0)
            return;
        pgy_sockets_take_feeds(p, fd);
        return;
    case PGY_P_RELOADED:
        end_reload(p);
        return;
    case PGY_P_READY:
    case PGY_P_STATUS:
    case PGY_P_FATAL:
        line = pgy_get_str(frame, arena);
        if (!line || pgy_frame_done(frame))
            return;
        if (frame->type == PGY_P_READY)
            on_ready(p, line);
        else if (frame->type == PGY_P_STATUS)
            pgy_notify_send(&p->notify, "STATUS=%s", line);
        else {
            pgy_error("%s", line);
            pgy_supervise_stop(p, 1);
        }
        return;
    default:
        pgy_warn("pgyd-core sent a frame of unknown type %u", frame->type);
    }
}

static void on_frame(struct parent *p, struct pgy_child *child, struct pgy_frame *frame)
{
    if (!child->hello) {
        int rc = pgy_link_check_hello(frame);
        child->hello = rc == 0;
        child->ready = rc == 0 && child != &p->children[PGY_CORE];
        if (rc == PGY_EVERSION)
            pgy_upgrade_begin(p, child);
        else if (rc != 0) {
            pgy_error("%s did not say hello: restarting it", child->program);
            pgy_child_kill(child);
        }
        return;
    }
    if (frame->type == PGY_P_PONG) {
        child->pinged_ms = 0;
        if (child == &p->children[PGY_CORE])
            pgy_notify_send(&p->notify, "WATCHDOG=1");
    } else if (child == &p->children[PGY_CORE] && p->kill_ms == 0)
        on_core_frame(p, frame);
}

void pgy_frames_read(struct parent *p, struct pgy_child *child)
{
    struct pgy_frame frame;
    int rc = pgy_link_read(&child->link);
    while (rc == 0) {
        while ((rc = pgy_link_next(&child->link, &frame)) == 0)
            on_frame(p, child, &frame);
        if (rc == PGY_EAGAIN)
            rc = pgy_link_read(&child->link);
    }
    if (rc == PGY_EAGAIN)
        return;
    if (rc != PGY_ECLOSED) {
        pgy_error("%s sent what is no frame: %s: restarting it", child->program, pgy_strerror(rc));
        pgy_child_kill(child);
    }
    pgy_child_hang_up(child);
}
