/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd, the parent: keeps the listening sockets, starts the others, hands them their connections and starts them again when they die.
 * It reads no configuration and parses nothing but frames of its own children. */
#include "config.h"

#include "base/child.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/wire.h"
#include "parent/children.h"
#include "parent/listen.h"
#include "parent/notify.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum { NLISTEN = 2, PATIENCE_MS = 1000, STARTING_MS = 60000 };
/* Set over the exec after an upgrade, so that two versions that will never agree do not restart each other for ever. */
#define AGAIN_ENV "PGYD_RESTARTED_FOR_UPGRADE"

static const char *const listen_keys[NLISTEN] = {"[serve] listen", "[serve] metrics_listen"};

struct parent {
    struct pgy_child children[PGY_CHILDREN];
    struct pgy_listener listeners[NLISTEN];
    struct pgy_notify notify;
    int signals; /* signalfd */
    int feeds;   /* state_dir/feeds, from core; -1 until then */
    bool was_ready;
    bool reloading;
    bool again;       /* this process is the one started for an upgrade */
    bool upgrade;     /* stop, then run the new version in place of this one */
    int64_t kill_ms;  /* stopping: when patience ends; 0: not stopping */
    int status;       /* to exit with */
    int64_t next_ping;
    struct pgy_arena *arena;
    const char *self;
    char **argv;
};

static void stop_all(struct parent *p, int status)
{
    if (p->kill_ms != 0)
        return;
    p->kill_ms = pgy_clock_mono_ms() + PGY_STOP_GRACE;
    p->status = status;
    pgy_notify_send(&p->notify, "STOPPING=1");
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        if (p->children[i].pid != 0)
            pgy_child_say(&p->children[i].link, PGY_P_STOP);
    }
}

static void kill_all(struct parent *p)
{
    for (size_t i = 0; i < PGY_CHILDREN; i++)
        pgy_child_kill(&p->children[i]);
}

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

static void tell_core(struct parent *p, const struct pgy_child *child)
{
    struct pgy_child *core = &p->children[PGY_CORE];
    if (core->pid == 0)
        return;
    size_t mark = pgy_frame_begin(&core->link.out, PGY_P_CHILD);
    pgy_put_str(&core->link.out, child->name);
    pgy_put_i64(&core->link.out, child->pid);
    pgy_put_u32(&core->link.out, child->restarts);
    pgy_put_str(&core->link.out, child->last_end);
    (void)pgy_frame_end(&core->link.out, mark);
}

static void start_due(struct parent *p)
{
    for (enum pgy_child_id id = 0; id < PGY_CHILDREN; id++) {
        struct pgy_child *child = &p->children[id];
        if (child->pid != 0 || child->due_ms > pgy_clock_mono_ms())
            continue;
        bool first = child->started_ms == 0;
        int rc = pgy_child_start(p->children, id);
        if (rc != 0) {
            pgy_error("cannot start %s: %s", child->path, pgy_strerror(rc));
            if (first) {
                pgy_error("the installation is incomplete: install pgyd again");
                stop_all(p, 1);
                return;
            }
            continue;
        }
        for (uint8_t i = 0; id == PGY_WEB && i < NLISTEN; i++) {
            if (p->listeners[i].fd >= 0)
                give_socket(p, i);
        }
        if (id == PGY_WEB)
            give_feeds(p);
        for (size_t i = 0; id == PGY_CORE && i < PGY_CHILDREN; i++)
            tell_core(p, &p->children[i]);
        if (id != PGY_CORE)
            tell_core(p, child);
    }
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

/* An empty address: no longer listen there. */
static void on_bind(struct parent *p, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf problem PGY_BUF_CLEANUP = PGY_BUF_INIT(1024);
    size_t len = 0;
    uint8_t which = pgy_get_u8(frame);
    const void *address = pgy_get_bytes(frame, &len);
    const char *configured = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || which >= NLISTEN || !address || !configured)
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
    int rc = pgy_listener_open(listener, address, len, configured, listen_keys[which], p->was_ready ? 0 : PATIENCE_MS, &problem);
    if (rc == 0)
        give_socket(p, which);
    else if (!p->was_ready && listener->fd < 0) {
        pgy_error("%s", pgy_buf_text(&problem));
        stop_all(p, 1);
        return;
    } else
        pgy_warn("%s; %s", pgy_buf_text(&problem),
                 listener->fd >= 0 ? "still listening where it did before" : "not listening there");
    say_bound(p, which, rc == 0, pgy_buf_text(&problem));
}

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
        on_bind(p, frame);
        return;
    case PGY_P_SERVE:
        if ((fd = pgy_link_take_fd(link)) < 0)
            return;
        pgy_fd_close(&p->feeds);
        p->feeds = fd;
        give_feeds(p);
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
            stop_all(p, 1);
        }
        return;
    default:
        pgy_warn("pgyd-core sent a frame of unknown type %u", frame->type);
    }
}

/* Files of another version were installed beneath us: everything has to become the new version, this process too. */
static void on_other_version(struct parent *p, const struct pgy_child *child)
{
    if (p->kill_ms != 0)
        return;
    if (p->again) {
        pgy_error("this is pgyd " PACKAGE_VERSION ", %s is another version: the installation is incomplete: install pgyd again",
                  child->path);
        stop_all(p, 1);
        return;
    }
    pgy_info("%s is of another version: restarting everything", child->program);
    p->upgrade = true;
    stop_all(p, 0);
}

static void on_frame(struct parent *p, struct pgy_child *child, struct pgy_frame *frame)
{
    if (!child->hello) {
        int rc = pgy_link_check_hello(frame);
        child->hello = rc == 0;
        child->ready = rc == 0 && child != &p->children[PGY_CORE];
        if (rc == PGY_EVERSION)
            on_other_version(p, child);
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

static void read_child(struct parent *p, struct pgy_child *child)
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

static void on_signal(struct parent *p)
{
    struct signalfd_siginfo info;
    if (read(p->signals, &info, sizeof info) != (ssize_t)sizeof info)
        return;
    if (info.ssi_signo != SIGHUP) {
        if (p->kill_ms != 0)
            kill_all(p); /* asked twice: do not wait */
        stop_all(p, 0);
        return;
    }
    if (p->kill_ms != 0)
        return;
    p->reloading = true;
    pgy_notify_send(&p->notify, "RELOADING=1\nMONOTONIC_USEC=%lld", (long long)pgy_clock_manager_us());
    if (p->children[PGY_CORE].pid != 0)
        pgy_child_say(&p->children[PGY_CORE].link, PGY_P_RELOAD);
}

/* Only children whose end poll reported: what they had sent before was then there to be read too, and was read. */
static void reap(struct parent *p, const struct pollfd fds[PGY_CHILDREN])
{
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        struct pgy_child *child = &p->children[i];
        if (fds[i].revents == 0 || !pgy_child_reap(child))
            continue;
        if (p->kill_ms != 0)
            continue;
        pgy_warn("%s ended (%s): starting it again", child->program, child->last_end);
        tell_core(p, child);
    }
}

/* A core that is starting has nothing to answer with yet: the service manager is told to wait, for a minute. */
static int64_t watch(struct parent *p)
{
    const struct pgy_child *core = &p->children[PGY_CORE];
    int64_t before = p->next_ping;
    int64_t next = pgy_children_watch(p->children, p->notify.watchdog_ms, &p->next_ping);
    if (p->next_ping != before && core->pid != 0 && !core->ready && pgy_clock_mono_ms() - core->started_ms < STARTING_MS)
        pgy_notify_send(&p->notify, "WATCHDOG=1");
    return next;
}

static int timeout_until(const struct parent *p, int64_t next)
{
    int64_t now = pgy_clock_mono_ms();
    if (p->kill_ms != 0)
        next = p->kill_ms;
    else {
        for (size_t i = 0; i < PGY_CHILDREN; i++) {
            if (p->children[i].due_ms < next)
                next = p->children[i].due_ms;
        }
    }
    if (next == INT64_MAX)
        return -1;
    return next <= now ? 0 : next - now > 60000 ? 60000 : (int)(next - now) + 1;
}

static bool any_running(const struct parent *p)
{
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        if (p->children[i].pid != 0)
            return true;
    }
    return false;
}

static void run(struct parent *p)
{
    while (p->kill_ms == 0 || any_running(p)) {
        struct pollfd fds[1 + 2 * PGY_CHILDREN] = {{.fd = p->signals, .events = POLLIN}};
        if (p->kill_ms == 0)
            start_due(p);
        int64_t next = p->kill_ms == 0 ? watch(p) : INT64_MAX;
        if (p->kill_ms != 0 && pgy_clock_mono_ms() >= p->kill_ms) {
            kill_all(p);
            p->kill_ms = INT64_MAX; /* only waiting for their ends is left */
        }
        for (size_t i = 0; i < PGY_CHILDREN; i++) {
            struct pgy_child *child = &p->children[i];
            pgy_child_flush(child);
            fds[1 + i] = (struct pollfd){.fd = child->pidfd, .events = POLLIN};
            fds[1 + PGY_CHILDREN + i] = (struct pollfd){
                .fd = child->link.fd,
                .events = (short)(POLLIN | (pgy_link_pending(&child->link) ? POLLOUT : 0)),
            };
        }
        if (poll(fds, sizeof fds / sizeof fds[0], timeout_until(p, next)) < 0 && errno != EINTR)
            return;
        if (fds[0].revents)
            on_signal(p);
        for (size_t i = 0; i < PGY_CHILDREN; i++) {
            if (fds[1 + PGY_CHILDREN + i].revents & (POLLIN | POLLHUP | POLLERR))
                read_child(p, &p->children[i]);
        }
        reap(p, fds + 1);
    }
}

static void usage(FILE *to)
{
    fputs("usage: pgyd [-c FILE] [-t] [-V] [-h]\n"
          "  -c FILE  the configuration (default: $XDG_CONFIG_HOME/pgyd/pgyd.ini, then " PGY_SYSCONFDIR "/pgyd/pgyd.ini)\n"
          "  -t       check everything, plan once, print what is wrong; exit status 0 or 1\n"
          "  -V       print the version\n"
          "  -h       print this\n"
          "Runs in the foreground. SIGHUP reads the configuration again; SIGTERM ends it.\n",
          to);
}

static bool open_signals(struct parent *p)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &set, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_DFL);
    p->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return p->signals >= 0;
}

/* Descriptors 0 to 2 exist, so that none of ours ends up where a child expects its log. */
static void fill_standard_fds(void)
{
    int fd;
    while ((fd = open("/dev/null", O_RDWR)) >= 0) {
        if (fd > STDERR_FILENO) {
            close(fd);
            return;
        }
    }
}

static int serve(struct parent *p, const char *const *core_args)
{
    struct pgy_paths paths;
    int rc = pgy_paths_find(p->arena, &paths);
    if (rc != 0 || !open_signals(p)) {
        pgy_error("cannot start: %s", pgy_strerror(rc != 0 ? rc : -errno));
        return 1;
    }
    fill_standard_fds();
    p->self = pgy_paths_program(&paths, p->arena, "pgyd");
    p->again = getenv(AGAIN_ENV) != NULL;
    unsetenv(AGAIN_ENV);
    pgy_children_init(p->children, &paths, p->arena, core_args);
    pgy_notify_open(&p->notify);
    run(p);
    for (size_t i = 0; i < NLISTEN; i++)
        pgy_listener_close(&p->listeners[i]);
    return p->status;
}

static int check(struct pgy_arena *arena, const char *const *core_args)
{
    struct pgy_paths paths;
    int rc = pgy_paths_find(arena, &paths);
    if (rc == 0) {
        const char *core = pgy_paths_program(&paths, arena, "pgyd-core");
        union {
            const char *const *in;
            char *const *out;
        } args = {.in = core_args};
        (void)execv(core, args.out);
        rc = -errno;
    }
    pgy_error("cannot run pgyd-core: %s", pgy_strerror(rc));
    return 1;
}

int main(int argc, char **argv)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *core_args[5] = {"pgyd-core"};
    const char *config = NULL;
    size_t n = 1;
    bool test = false;
    int c;
    pgy_log_open("pgyd", PGY_LOG_INFO);
    while ((c = getopt(argc, argv, "c:tVh")) != -1) {
        if (c == 'c')
            config = optarg;
        else if (c == 't')
            test = true;
        else if (c == 'V')
            return puts("pgyd " PACKAGE_VERSION) < 0;
        else {
            usage(c == 'h' ? stdout : stderr);
            return c == 'h' ? 0 : 2;
        }
    }
    if (optind < argc) {
        pgy_error("unexpected argument: '%s'", argv[optind]);
        usage(stderr);
        return 2;
    }
    if (test)
        core_args[n++] = "-t";
    if (config) {
        core_args[n++] = "-c";
        core_args[n++] = config;
    }
    if (test)
        return check(arena, core_args);
    struct parent p = {.listeners = {{.fd = -1}, {.fd = -1}}, .signals = -1, .feeds = -1, .arena = arena, .argv = argv};
    int status = serve(&p, core_args);
    if (p.upgrade && p.status == 0) {
        setenv(AGAIN_ENV, "1", 1);
        (void)execv(p.self, argv);
        pgy_error("cannot run %s again: %s", p.self, strerror(errno));
        return 1;
    }
    return status;
}
