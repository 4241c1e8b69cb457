/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd, the parent: keeps the listening sockets, starts the others, hands them their connections
 * and starts them again when they die. It reads no configuration and parses nothing but frames of
 * its own children. */
#include "pgy-build.h"

#include "base/child.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"
#include "parent/parent.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <unistd.h>

static void on_signal(struct parent *p)
{
    struct signalfd_siginfo info;
    if (read(p->signals, &info, sizeof info) != (ssize_t)sizeof info)
        return;
    if (info.ssi_signo != SIGHUP) {
        if (p->kill_ms != 0)
            pgy_supervise_kill(p); /* asked twice: do not wait */
        pgy_supervise_stop(p, 0);
        return;
    }
    if (p->kill_ms != 0)
        return;
    p->reloading = true;
    pgy_notify_send(&p->notify, "RELOADING=1\nMONOTONIC_USEC=%lld",
                    (long long)pgy_clock_manager_us());
    if (p->children[PGY_CORE].pid != 0)
        pgy_child_say(&p->children[PGY_CORE].link, PGY_P_RELOAD);
}

static void run(struct parent *p)
{
    while (p->kill_ms == 0 || pgy_supervise_any_running(p)) {
        struct pollfd fds[1 + 2 * PGY_CHILDREN] = {{.fd = p->signals, .events = POLLIN}};
        if (p->kill_ms == 0)
            pgy_supervise_start_due(p);
        int64_t next = p->kill_ms == 0 ? pgy_supervise_watch(p) : INT64_MAX;
        if (p->kill_ms != 0 && pgy_clock_mono_ms() >= p->kill_ms) {
            pgy_supervise_kill(p);
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
        if (poll(fds, sizeof fds / sizeof fds[0], pgy_supervise_timeout(p, next)) < 0 &&
            errno != EINTR)
            return;
        if (fds[0].revents)
            on_signal(p);
        for (size_t i = 0; i < PGY_CHILDREN; i++) {
            if (fds[1 + PGY_CHILDREN + i].revents & (POLLIN | POLLHUP | POLLERR))
                pgy_frames_read(p, &p->children[i]);
        }
        pgy_supervise_reap(p, fds + 1);
    }
}

static void usage(FILE *to)
{
    fputs("usage: pgyd [-c FILE] [-t] [-V] [-h]\n"
          "  -c FILE  the configuration (default: $XDG_CONFIG_HOME/pgyd/pgyd.ini, "
          "then " PGY_SYSCONFDIR "/pgyd/pgyd.ini)\n"
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
    p->again = pgy_upgrade_was();
    pgy_children_init(p->children, &paths, p->arena, core_args);
    pgy_notify_open(&p->notify);
    run(p);
    pgy_sockets_close(p);
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
    struct parent p = {.listeners = {{.fd = -1}, {.fd = -1}},
                       .signals = -1,
                       .feeds = -1,
                       .arena = arena,
                       .argv = argv};
    int status = serve(&p, core_args);
    return p.upgrade && p.status == 0 ? pgy_upgrade_end(&p) : status;
}
