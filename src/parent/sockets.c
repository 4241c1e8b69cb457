/* SPDX-License-Identifier: BSD-2-Clause */
/* Which descriptors go to which child, and what becomes of a wish to listen. Making sockets is
 * listen.c's. */
#include "pgy-build.h"

#include "parent/parent.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/wire.h"

enum { PATIENCE_MS = 1000 };

static const char *const listen_keys[PGY_NLISTEN] = {"[serve] listen", "[serve] metrics_listen"};

/* Hands a frame and a descriptor (negative: none) over; the descriptor stays ours. */
static void hand_over(struct pgy_child *child, size_t mark, int fd)
{
    int rc = pgy_frame_end(&child->link.out, mark);
    if (rc == 0 && fd >= 0)
        rc = pgy_link_send_fds(&child->link, &fd, 1);
    if (rc != 0 && rc != PGY_ECLOSED)
        pgy_warn("cannot hand a descriptor to %s: %s", child->program, pgy_strerror(rc));
}

static void give_socket(struct parent *p, uint8_t which)
{
    struct pgy_child *web = &p->children[PGY_WEB];
    if (web->pid == 0)
        return;
    size_t mark = pgy_frame_begin(&web->link.out, PGY_P_SOCKET);
    pgy_put_u8(&web->link.out, which);
    hand_over(web, mark, p->listeners[which].fd);
}

static void give_feeds(struct parent *p)
{
    struct pgy_child *web = &p->children[PGY_WEB];
    if (web->pid != 0 && p->feeds >= 0)
        hand_over(web, pgy_frame_begin(&web->link.out, PGY_P_FEEDS), p->feeds);
}

void pgy_sockets_give_all(struct parent *p)
{
    for (uint8_t i = 0; i < PGY_NLISTEN; i++) {
        if (p->listeners[i].fd >= 0)
            give_socket(p, i);
    }
    give_feeds(p);
}

void pgy_sockets_take_feeds(struct parent *p, int fd)
{
    pgy_fd_close(&p->feeds);
    p->feeds = fd;
    give_feeds(p);
}

static void say_bound(struct parent *p, uint8_t which, bool ok, const char *problem)
{
    struct pgy_buf *out = &p->children[PGY_CORE].link.out;
    size_t mark = pgy_frame_begin(out, PGY_P_BOUND);
    pgy_put_u8(out, which);
    pgy_put_u8(out, ok);
    pgy_put_str(out, p->listeners[which].fd >= 0 ? p->listeners[which].shown : "");
    pgy_put_str(out, problem);
    (void)pgy_frame_end(out, mark);
}

void pgy_sockets_bind(struct parent *p, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf problem PGY_BUF_CLEANUP = PGY_BUF_INIT(1024);
    size_t len = 0;
    uint8_t which = pgy_get_u8(frame);
    const void *address = pgy_get_bytes(frame, &len);
    const char *configured = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || which >= PGY_NLISTEN || !address || !configured)
        return;
    struct pgy_listener *listener = &p->listeners[which];
    if (len == 0) {
        bool had = listener->fd >= 0;
        pgy_listener_close(listener);
        if (had)
            give_socket(p, which);
        say_bound(p, which, true, "");
        return;
    }
    if (pgy_listener_is(listener, address, len)) {
        say_bound(p, which, true, "");
        return;
    }
    int rc = pgy_listener_open(listener, address, len, configured, listen_keys[which],
                               p->was_ready ? 0 : PATIENCE_MS, &problem);
    if (rc == 0)
        give_socket(p, which);
    else if (!p->was_ready && listener->fd < 0) {
        pgy_error("%s", pgy_buf_text(&problem));
        pgy_supervise_stop(p, 1);
        return;
    } else
        pgy_warn("%s; %s", pgy_buf_text(&problem),
                 listener->fd >= 0 ? "still listening where it did before" : "not listening there");
    say_bound(p, which, rc == 0, pgy_buf_text(&problem));
}

void pgy_sockets_close(struct parent *p)
{
    for (size_t i = 0; i < PGY_NLISTEN; i++)
        pgy_listener_close(&p->listeners[i]);
}
