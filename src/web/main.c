/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd-web: serves feed files. It asks nobody: what core wrote is there, and stays there while core
 * is away. */
#include "pgy-build.h"

#include "base/child.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/wire.h"
#include "web/http.h"
#include "web/open.h"
#include "web/site.h"

#include <errno.h>
#include <poll.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROGRAM "pgyd-web"
enum { FEEDS, METRICS, NSERVERS };
enum {
    AGENT_MAX = 120,
    CORE_BACKLOG = 256 * 1024,
    DESCRIPTORS = 4096 + 128,
    METRICS_CAP = 1024 * 1024
};

struct web {
    struct pgy_link parent;
    struct pgy_link core; /* fd -1 while core is away */
    bool core_hello;
    struct pgy_http *servers[NSERVERS];
    int waiting; /* the listening socket for feeds, until the feeds directory is known; -1 */
    struct pgy_limits limits;
    struct pgy_http_stats stats;
    struct pgy_site site;
    struct pgy_buf core_metrics;
    bool confined;
    bool stop;
};

static size_t connections(void *context)
{
    const struct web *web = context;
    size_t n = 0;
    for (size_t i = 0; i < NSERVERS; i++)
        n += web->servers[i] ? pgy_http_connections(web->servers[i]) : 0;
    return n;
}

static const char *core_metrics(void *context)
{
    const struct web *web = context;
    return pgy_buf_text(&web->core_metrics);
}

/* Lost when core is away or does not read: it is only a note of the last fetch. */
static void fetched(void *context, const uint8_t hash[PGY_TOKEN_HASH], int64_t utc,
                    const char *agent)
{
    struct web *web = context;
    char text[AGENT_MAX + 1];
    if (web->core.fd < 0 || web->core.out.len > CORE_BACKLOG)
        return;
    agent = agent ? agent : "";
    pgy_utf8_tame(text, AGENT_MAX, agent, strlen(agent));
    size_t mark = pgy_frame_begin(&web->core.out, PGY_W2C_FETCHED);
    pgy_put_bytes(&web->core.out, hash, PGY_TOKEN_HASH);
    pgy_put_i64(&web->core.out, utc);
    pgy_put_str(&web->core.out, text);
    (void)pgy_frame_end(&web->core.out, mark);
}

static void serve(struct web *web, size_t which, int listener)
{
    pgy_http_stop(&web->servers[which]);
    if (listener < 0)
        return;
    pgy_http_handler *handler = which == FEEDS ? pgy_site_answer : pgy_site_metrics;
    web->servers[which] = pgy_http_start(listener, &web->limits, handler, &web->site, &web->stats);
    if (!web->servers[which]) {
        pgy_error("cannot serve on the listening socket: out of memory or descriptors");
        web->stop = true; /* the parent starts another one */
    }
}

/* Without a descriptor: no longer listen there. Feeds wait for their directory, so that no link is
 * answered with 404 at a start. */
static void on_socket(struct web *web, struct pgy_frame *frame)
{
    uint8_t which = pgy_get_u8(frame);
    int fd = pgy_link_take_fd(&web->parent);
    if (pgy_frame_done(frame) || which >= NSERVERS) {
        pgy_fd_close(&fd);
        return;
    }
    if (which == FEEDS && web->site.dir < 0) {
        pgy_fd_close(&web->waiting);
        web->waiting = fd;
        return;
    }
    serve(web, which, fd);
}

static bool same_directory(int a, int b)
{
    struct stat x;
    struct stat y;
    return fstat(a, &x) == 0 && fstat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static void on_feeds(struct web *web)
{
    int fd = pgy_link_take_fd(&web->parent);
    if (fd < 0)
        return;
    if (web->confined && !same_directory(fd, web->site.dir)) {
        pgy_info("the feeds are in another directory now: ending, to be started for that one");
        close(fd);
        web->stop = true; /* a confined process cannot be let out */
        return;
    }
    if (!web->confined)
        pgy_open_confine(fd);
    web->confined = true;
    pgy_site_dir(&web->site, fd);
    if (web->waiting >= 0) {
        serve(web, FEEDS, web->waiting);
        web->waiting = -1;
    }
}

static void on_link(struct web *web, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int fd = pgy_link_take_fd(&web->parent);
    const char *peer = pgy_get_str(frame, arena);
    if (fd < 0 || !pgy_streq(peer, "core")) {
        pgy_fd_close(&fd);
        return;
    }
    pgy_child_peer(&web->core, fd, PROGRAM, PGY_LINK_MAX);
    web->core_hello = false;
}

static void on_parent_frame(struct web *web, struct pgy_frame *frame)
{
    switch (frame->type) {
    case PGY_FRAME_HELLO:
        /* Another version: the parent sees the same and starts everything anew. */
        break;
    case PGY_P_LINK:
        on_link(web, frame);
        break;
    case PGY_P_SOCKET:
        on_socket(web, frame);
        break;
    case PGY_P_FEEDS:
        on_feeds(web);
        break;
    case PGY_P_STOP:
        web->stop = true;
        break;
    case PGY_P_PING:
        pgy_child_say(&web->parent, PGY_P_PONG);
        break;
    default:
        break;
    }
}

static int on_core_frame(struct web *web, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    if (!web->core_hello) {
        int rc = pgy_link_check_hello(frame);
        web->core_hello = rc == 0;
        return rc;
    }
    if (frame->type == PGY_C2W_METRICS) {
        const char *text = pgy_get_str(frame, arena);
        if (!text || pgy_frame_done(frame))
            return PGY_EPARSE;
        pgy_buf_clear(&web->core_metrics);
        pgy_buf_str(&web->core_metrics, text);
    }
    return 0;
}

static void read_parent(struct web *web)
{
    struct pgy_frame frame;
    int rc = pgy_link_read(&web->parent);
    while (rc == 0) {
        while ((rc = pgy_link_next(&web->parent, &frame)) == 0)
            on_parent_frame(web, &frame);
        if (rc == PGY_EAGAIN)
            rc = pgy_link_read(&web->parent);
    }
    if (rc != PGY_EAGAIN)
        web->stop = true;
}

static void read_core(struct web *web)
{
    struct pgy_frame frame;
    int rc = pgy_link_read(&web->core);
    while (rc == 0) {
        while (rc == 0 && (rc = pgy_link_next(&web->core, &frame)) == 0)
            rc = on_core_frame(web, &frame);
        if (rc == PGY_EAGAIN)
            rc = pgy_link_read(&web->core);
    }
    if (rc == PGY_EAGAIN)
        return;
    if (rc != PGY_ECLOSED)
        pgy_warn("core sent what is no frame: %s: serving on without it", pgy_strerror(rc));
    pgy_link_close(&web->core);
}

static short events_of(const struct pgy_link *link)
{
    return (short)(POLLIN | (pgy_link_pending(link) ? POLLOUT : 0));
}

static int until(int64_t next)
{
    int64_t now = pgy_clock_mono_ms();
    return next == INT64_MAX    ? -1
           : next <= now        ? 0
           : next - now > 60000 ? 60000
                                : (int)(next - now);
}

static void run(struct web *web)
{
    while (!web->stop) {
        int64_t next = INT64_MAX;
        pgy_site_turn(&web->site);
        for (size_t i = 0; i < NSERVERS; i++) {
            int64_t wants = web->servers[i] ? pgy_http_run(web->servers[i]) : INT64_MAX;
            next = wants < next ? wants : next;
        }
        int rc = pgy_link_flush(&web->parent);
        if (rc != 0 && rc != PGY_EAGAIN)
            return;
        if (web->core.fd >= 0 && (rc = pgy_link_flush(&web->core)) != 0 && rc != PGY_EAGAIN)
            pgy_link_close(&web->core);
        struct pollfd fds[] = {
            {.fd = web->parent.fd, .events = events_of(&web->parent)},
            {.fd = web->core.fd, .events = events_of(&web->core)},
            {.fd = web->servers[FEEDS] ? pgy_http_fd(web->servers[FEEDS]) : -1, .events = POLLIN},
            {.fd = web->servers[METRICS] ? pgy_http_fd(web->servers[METRICS]) : -1,
             .events = POLLIN},
        };
        if (poll(fds, sizeof fds / sizeof fds[0], until(next)) < 0 && errno != EINTR)
            return;
        if (fds[0].revents)
            read_parent(web);
        if (fds[1].revents && web->core.fd == fds[1].fd)
            read_core(web);
    }
}

static size_t raise_descriptors(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0)
        return 256;
    rlim_t want = limit.rlim_max < DESCRIPTORS ? limit.rlim_max : DESCRIPTORS;
    if (limit.rlim_cur < want) {
        limit.rlim_cur = want;
        if (setrlimit(RLIMIT_NOFILE, &limit) < 0)
            (void)getrlimit(RLIMIT_NOFILE, &limit);
    }
    return limit.rlim_cur > DESCRIPTORS ? DESCRIPTORS : (size_t)limit.rlim_cur;
}

int main(void)
{
    struct web web = {
        .core = {.fd = -1}, .waiting = -1, .core_metrics = PGY_BUF_INIT(METRICS_CAP + 1)};
    if (pgy_child_init(PROGRAM, &web.parent) != 0)
        return 2;
    if (sodium_init() < 0) {
        pgy_error("cannot initialise libsodium");
        return 1;
    }
    web.limits = pgy_limits_default(raise_descriptors());
    web.site = (struct pgy_site){.fetched = fetched,
                                 .context = &web,
                                 .stats = &web.stats,
                                 .core_metrics = core_metrics,
                                 .connections = connections};
    if (pgy_site_init(&web.site) == 0)
        run(&web);
    for (size_t i = 0; i < NSERVERS; i++)
        pgy_http_stop(&web.servers[i]);
    pgy_fd_close(&web.waiting);
    pgy_site_free(&web.site);
    pgy_buf_free(&web.core_metrics);
    pgy_link_close(&web.core);
    pgy_link_close(&web.parent);
    return 0;
}
