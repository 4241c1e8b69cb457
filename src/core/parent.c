/* SPDX-License-Identifier: BSD-2-Clause */
/* The line to the parent process: what it tells, what it is told, what it binds. What a message
 * sets in motion is done by the tick. */
#include "core/core.h"

#include "base/child.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/wire.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

static void say(struct pgy_core *core, uint8_t type, const char *text)
{
    struct pgy_link *link = &core->parent.link;
    size_t mark = pgy_frame_begin(&link->out, type);
    if (text)
        pgy_put_str(&link->out, text);
    pgy_frame_end(&link->out, mark);
    core_watch_flush(&core->parent.watch, link);
}

void core_parent_fatal(struct pgy_core *core, const char *why)
{
    struct pgy_link *link = &core->parent.link;
    size_t mark = pgy_frame_begin(&link->out, PGY_P_FATAL);
    pgy_put_str(&link->out, why);
    pgy_frame_end(&link->out, mark);
    struct pgy_frame frame;
    while (pgy_link_wait(link, 5000, &frame) == 0 && frame.type != PGY_P_STOP)
        continue;
}

void core_parent_ready(struct pgy_core *core)
{
    struct core_parent *parent = &core->parent;
    struct core_people_counts counts;
    char line[128];
    if ((parent->ready && !parent->reloading) || core_people_busy(core->people) || !parent->listen)
        return;
    core_people_count(core->people, &counts);
    size_t in = counts.people - counts.out;
    snprintf(line, sizeof line, "%zu profile%s in service, %zu out, serving on %s", in,
             in == 1 ? "" : "s", counts.out, parent->listen);
    if (!parent->ready) {
        parent->ready = true;
        pgy_info("%s", line);
        say(core, PGY_P_READY, line);
    }
    if (parent->reloading) {
        parent->reloading = false;
        say(core, PGY_P_STATUS, line);
        say(core, PGY_P_RELOADED, NULL);
    }
}

static void on_link(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *peer = pgy_get_str(frame, arena);
    int fd = pgy_link_take_fd(&core->parent.link);
    if (pgy_frame_done(frame) || fd < 0 || !peer) {
        pgy_error("the parent sent a link that makes no sense");
        pgy_fd_close(&fd);
    } else if (strcmp(peer, "web") == 0) {
        core_links_web(core->links, fd);
    } else if (strcmp(peer, "courier") == 0) {
        core_post_courier(core->post, fd);
    } else {
        pgy_fd_close(&fd);
    }
}

static void on_bound(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct core_parent *parent = &core->parent;
    uint8_t which = pgy_get_u8(frame), ok = pgy_get_u8(frame);
    const char *shown = pgy_get_str(frame, arena), *error = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || which != 0)
        return;
    free(parent->listen_error);
    parent->listen_error = ok || !error ? NULL : strdup(error);
    if (ok && shown) {
        free(parent->listen);
        parent->listen = strdup(shown);
        core_links_listen(core->links, shown);
    }
}

static void on_child(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *name = pgy_get_str(frame, arena);
    int64_t pid = pgy_get_i64(frame);
    uint32_t restarts = pgy_get_u32(frame);
    const char *end = pgy_get_str(frame, arena);
    size_t i = 0;
    if (pgy_frame_done(frame) || !name)
        return;
    while (i < core->parent.nchildren && strcmp(core->parent.children[i].name, name) != 0)
        i++;
    if (i == sizeof core->parent.children / sizeof core->parent.children[0])
        return;
    if (i == core->parent.nchildren)
        core->parent.nchildren++;
    struct core_child *child = &core->parent.children[i];
    *child = (struct core_child){.pid = pid, .restarts = restarts};
    snprintf(child->name, sizeof child->name, "%s", name);
    snprintf(child->last_end, sizeof child->last_end, "%s", end ? end : "");
}

static void on_frame(struct pgy_core *core, struct pgy_frame *frame)
{
    switch (frame->type) {
    case PGY_FRAME_HELLO:
        if (pgy_link_check_hello(frame) != 0)
            core->stopping = true;
        break;
    case PGY_P_LINK:
        on_link(core, frame);
        break;
    case PGY_P_BOUND:
        on_bound(core, frame);
        break;
    case PGY_P_CHILD:
        on_child(core, frame);
        break;
    case PGY_P_RELOAD:
        core->parent.reload_asked = true;
        break;
    case PGY_P_PING:
        say(core, PGY_P_PONG, NULL);
        break;
    case PGY_P_STOP:
        core->stopping = true;
        break;
    default:
        break;
    }
}

static void on_readable(void *arg, int events)
{
    struct pgy_core *core = arg;
    struct pgy_link *link = &core->parent.link;
    struct pgy_frame frame;
    if (events & CORE_WRITE)
        core_watch_flush(&core->parent.watch, link);
    int rc = pgy_link_read(link);
    while (pgy_link_next(link, &frame) == 0)
        on_frame(core, &frame);
    if (rc != 0 && rc != PGY_EAGAIN)
        core->stopping = true;
    core->time_came = true;
}

static void send_bind(struct pgy_core *core, uint8_t which, const void *address, size_t len,
                      const char *shown)
{
    size_t mark = pgy_frame_begin(&core->parent.link.out, PGY_P_BIND);
    pgy_put_u8(&core->parent.link.out, which);
    pgy_put_bytes(&core->parent.link.out, address, len);
    pgy_put_str(&core->parent.link.out, shown);
    pgy_frame_end(&core->parent.link.out, mark);
}

static int unix_address(const char *path, struct sockaddr_un *address)
{
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    size_t len = strlen(path);
    if (len >= sizeof address->sun_path)
        return PGY_ELIMIT;
    memcpy(address->sun_path, path, len + 1);
    return 0;
}

/* "127.0.0.1:8479", "[::1]:8479" or "unix:/run/pgyd.sock"; the configuration checked the form,
 * names are not resolved. */
static void bind_one(struct pgy_core *core, uint8_t which, const char *text)
{
    char host[128];
    const char *colon = strrchr(text, ':');
    if (strncmp(text, "unix:", 5) == 0) {
        struct sockaddr_un address;
        if (unix_address(text + 5, &address) == 0)
            send_bind(core, which, &address, sizeof address, text);
        else
            pgy_error("'%s' is longer than a socket's address can be (107 bytes)", text);
        return;
    }
    size_t len = colon ? (size_t)(colon - text) : 0;
    bool bracketed = len >= 2 && text[0] == '[' && text[len - 1] == ']';
    snprintf(host, sizeof host, "%.*s", (int)(bracketed ? len - 2 : len), text + bracketed);
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
                             .ai_socktype = SOCK_STREAM},
                    *found = NULL;
    if (!colon || getaddrinfo(host, colon + 1, &hints, &found) != 0) {
        pgy_error("'%s' is not a numeric address and port, such as 127.0.0.1:8479", text);
        return;
    }
    send_bind(core, which, found->ai_addr, found->ai_addrlen, text);
    freeaddrinfo(found);
}

void core_parent_bind(struct pgy_core *core)
{
    const struct pgy_config *daemon = core_people_roll(core->people)->daemon;
    const char *metrics = pgy_config_text(daemon, "serve", "", "metrics_listen", NULL);
    bind_one(core, 0, pgy_config_text(daemon, "serve", "", "listen", "127.0.0.1:8479"));
    if (metrics)
        bind_one(core, 1, metrics);
    core_watch_flush(&core->parent.watch, &core->parent.link);
}

int core_parent_open(struct pgy_core *core)
{
    return pgy_child_init("pgyd-core", &core->parent.link);
}

/* The feeds' directory goes to the parent, who hands it to every web it starts, also while the core
 * is away. */
int core_parent_serve(struct pgy_core *core)
{
    struct core_parent *parent = &core->parent;
    size_t mark = pgy_frame_begin(&parent->link.out, PGY_P_SERVE);
    pgy_frame_end(&parent->link.out, mark);
    (void)pgy_link_send_fds(&parent->link, &core->state.feeds, 1);
    int rc =
        core_watch_start(core->loop, &parent->watch, parent->link.fd, CORE_READ, on_readable, core);
    core_parent_bind(core);
    return rc;
}

void core_parent_close(struct pgy_core *core)
{
    core_watch_stop(&core->parent.watch);
    free(core->parent.listen);
    free(core->parent.listen_error);
    core->parent.listen = core->parent.listen_error = NULL;
}
