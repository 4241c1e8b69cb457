/* SPDX-License-Identifier: BSD-2-Clause */
/* One worker: spawned, fed, read, timed, killed, reaped; and each way it can end, in words. Frames
 * are made in ask.c and read in answer.c. */
#include "pgy-build.h"

#include "plan/run.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/link.h"
#include "base/log.h"
#include "plan/answer.h"
#include "plan/ask.h"
#include "plan/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    CHILD_SOCKET = 3,
    LINE_BYTES = 512,
    PIPE_TURN = 256 * 1024,
    READS_A_TURN = 32,
    DEFAULT_DEADLINE_MS = 5000
};

struct pgy_run {
    struct pgy_run_result result;
    struct pgy_answer answer;
    pgy_day today;
    const char *plugin, *path, *profile; /* in the result's arena */
    int64_t deadline_ms;
    int epoll, pidfd, timer, pipe;
    pid_t pid;
    struct pgy_link link;
    char line[LINE_BYTES + 1]; /* of stderr, not ended yet */
    size_t line_len;
    int rc;          /* why it is being ended: 0, or the first failure */
    const char *why; /* of that: the rest of a sentence */
    bool killed, over;
};

/* ---- failures in words ---- */

static const struct {
    int rc;
    const char *remedy;
} remedies[] = {
    {PGY_ECRASHED, "tell its author"},
    {PGY_ETIMEOUT, "raise [daemon] pass_deadline if this machine is slow, else tell its author"},
    {PGY_ELIMIT, "tell its author"},
    {PGY_EPARSE, "tell its author"},
    {PGY_EVERSION, "restart pgyd, or reinstall it: its programs are not of one version"},
};

static void conclude(struct pgy_run *run, int rc, const char *why)
{
    const char *remedy = NULL;
    for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++) {
        if (remedies[i].rc == rc)
            remedy = remedies[i].remedy;
    }
    run->result.rc = rc == PGY_EVERSION ? PGY_EREFUSED : rc;
    if (run->answer.verb == PGY_VERB_IMPORT && rc != PGY_EVERSION)
        remedy = NULL; /* nobody's author is to blame */
    if (rc != 0)
        run->result.failure =
            pgy_arena_printf(run->result.arena, "%s '%s' (%s) %s%s%s", run->answer.what,
                             run->plugin, run->path, why, remedy ? "; " : "", remedy ? remedy : "");
    run->over = true;
}

static void refuse(struct pgy_run *run, const char *sentence)
{
    run->result.refusal = sentence;
    conclude(run, PGY_EREFUSED, pgy_arena_printf(run->result.arena, "failed: %s", sentence));
}

static const char *death(struct pgy_run *run, const siginfo_t *info)
{
    struct pgy_arena *arena = run->result.arena;
    if (info->si_code == CLD_EXITED && info->si_status == 0)
        return "ended without finishing its answer (exit status 0)";
    if (info->si_code == CLD_EXITED)
        return pgy_arena_printf(
            arena, "ended without finishing its answer (exit status %d; pgyd's log may say why)",
            info->si_status);
    const char *name = sigabbrev_np(info->si_status);
    return pgy_arena_printf(arena, "crashed: %s (SIG%s)", strsignal(info->si_status),
                            name ? name : "?");
}

/* ---- start ---- */

static int spawn(struct pgy_run *run, const char *program, int socket, int output)
{
    char parent[24], cpu[24];
    snprintf(parent, sizeof parent, "%d", (int)getpid());
    /* A backstop for when this process is stopped: the deadline below comes first. */
    snprintf(cpu, sizeof cpu, "%d", (int)(run->deadline_ms / 1000) + 2);
    char *argv[] = {(char *)program, parent, cpu, NULL};
    char *env[5] = {(char *)"LANG=C.UTF-8", (char *)"TZ=UTC"};
    size_t n = 2;
#ifdef PGY_SANITIZED
    static const char *const kept[] = {"ASAN_OPTIONS", "UBSAN_OPTIONS"};
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        if (getenv(kept[i]))
            env[n++] = pgy_arena_printf(run->result.arena, "%s=%s", kept[i], getenv(kept[i]));
    }
#endif
    env[n] = NULL;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attr;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attr);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_adddup2(&actions, output, 2);
    posix_spawn_file_actions_adddup2(&actions, socket, CHILD_SOCKET);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setsigdefault(&attr, &all);
    int rc = posix_spawn(&run->pid, program, &actions, &attr, argv, env);
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&actions);
    return -rc;
}

static int watch(struct pgy_run *run, int fd, uint32_t events)
{
    struct epoll_event e = {.events = events, .data.fd = fd};
    return epoll_ctl(run->epoll, EPOLL_CTL_ADD, fd, &e) < 0 ? -errno : 0;
}

static void unwatch(struct pgy_run *run, int fd)
{
    (void)epoll_ctl(run->epoll, EPOLL_CTL_DEL, fd, NULL);
}

/* Descriptors that the child gets as 1, 2 and 3 lie above those, so that no dup2 in the child hits
 * one that is still needed. */
static int lift(int *fd)
{
    int high = fcntl(*fd, F_DUPFD_CLOEXEC, 10);
    if (high < 0)
        return -errno;
    close(*fd);
    *fd = high;
    return 0;
}

static int open_all(struct pgy_run *run, const char *program)
{
    int sockets[2] = {-1, -1}, pipes[2] = {-1, -1};
    int rc = pgy_link_pair(sockets);
    if (rc == 0 && pipe2(pipes, O_CLOEXEC) < 0)
        rc = -errno;
    if (rc == 0 && (rc = lift(&sockets[1])) == 0)
        rc = lift(&pipes[1]);
    if (rc == 0 && (run->epoll = epoll_create1(EPOLL_CLOEXEC)) < 0)
        rc = -errno;
    if (rc == 0 && (run->timer = pgy_clock_alarm()) < 0)
        rc = run->timer;
    if (rc == 0)
        rc = pgy_clock_alarm_set(run->timer, run->deadline_ms);
    if (rc == 0)
        rc = spawn(run, program, sockets[1], pipes[1]);
    if (rc == 0 && (run->pidfd = pidfd_open(run->pid, 0)) < 0) {
        rc = -errno;
        kill(run->pid, SIGKILL); /* not reaped yet, so the number is still its */
        waitpid(run->pid, NULL, 0);
    }
    if (sockets[0] >= 0) {
        pgy_buf_free(&run->link.in);
        struct pgy_buf out = run->link.out;
        pgy_link_open(&run->link, sockets[0], PGY_W_MAX_BYTES);
        run->link.out = out;
    }
    run->pipe = pipes[0];
    if (run->pipe >= 0)
        (void)fcntl(run->pipe, F_SETFL, O_NONBLOCK);
    pgy_fd_close(&sockets[1]);
    pgy_fd_close(&pipes[1]);
    return rc;
}

/* Ends a worker that nobody asks any more; one that ended by itself has no pidfd left. */
static void reap(struct pgy_run *run)
{
    siginfo_t info;
    if (run->pidfd < 0)
        return;
    (void)pidfd_send_signal(run->pidfd, SIGKILL, NULL, 0);
    (void)waitid(P_PIDFD, (id_t)run->pidfd, &info, WEXITED);
    pgy_fd_close(&run->pidfd);
}

static struct pgy_run *run_new(const struct pgy_run_input *in)
{
    struct pgy_run *run = calloc(1, sizeof *run);
    if (!run)
        abort();
    struct pgy_arena *arena = pgy_arena_new();
    run->result.arena = run->result.batch.arena = arena;
    run->epoll = run->pidfd = run->timer = run->pipe = run->link.fd = -1;
    run->link.in = run->link.out = PGY_BUF_INIT(PGY_W_MAX_BYTES);
    run->today = in->today;
    run->plugin = pgy_arena_strdup(arena, in->plugin);
    run->path = pgy_arena_strdup(arena, in->path);
    run->deadline_ms = in->deadline_ms > 0 ? in->deadline_ms : DEFAULT_DEADLINE_MS;
    run->result.batch.plugin = run->plugin;
    run->result.declaration.plugin = run->plugin;
    run->result.declaration.path = run->path;
    run->answer = (struct pgy_answer){
        .result = &run->result,
        .what = in->verb == PGY_VERB_IMPORT ? "calendar" : "plugin",
        .arena = arena,
        .verb = in->verb,
        .plugin = run->plugin,
        .profile = in->config ? pgy_arena_strdup(arena, in->config->profile) : NULL,
    };
    return run;
}

struct pgy_run *pgy_run_start(const struct pgy_run_input *in)
{
    struct pgy_run *run = run_new(in);
    const char *why = NULL;
    pgy_link_hello(&run->link, "pgyd-core");
    int rc = pgy_ask_put(&run->link.out, in, &why);
    if (rc < 0) {
        conclude(run, rc, why);
        return run;
    }
    const char *program = pgy_paths_program(
        in->paths, run->result.arena, in->verb == PGY_VERB_IMPORT ? "pgyd-import" : "pgyd-worker");
    rc = open_all(run, program);
    if (rc == 0)
        rc = watch(run, run->timer, EPOLLIN);
    if (rc == 0)
        rc = watch(run, run->pidfd, EPOLLIN);
    if (rc == 0)
        rc = watch(run, run->pipe, EPOLLIN);
    if (rc == 0)
        rc = watch(run, run->link.fd, EPOLLIN | EPOLLOUT);
    if (rc < 0) {
        reap(run);
        conclude(run, rc,
                 pgy_arena_printf(run->result.arena, "could not be run: '%s' did not start: %s",
                                  program, pgy_strerror(rc)));
        return run;
    }
    pgy_run_step(run);
    return run;
}

int pgy_run_fd(const struct pgy_run *run)
{
    return run->epoll;
}

/* ---- going on ---- */

/* The first failure ends it. */
static void stop(struct pgy_run *run, int rc, const char *why)
{
    if (run->rc == 0) {
        run->rc = rc;
        run->why = why;
    }
    if (!run->killed && run->pidfd >= 0)
        (void)pidfd_send_signal(run->pidfd, SIGKILL, NULL, 0);
    run->killed = true;
    unwatch(run, run->timer);
}

static void end_line(struct pgy_run *run)
{
    run->line[run->line_len] = '\0';
    if (run->line_len > 0)
        pgy_answer_log(&run->answer, PGY_LOG_INFO, run->line);
    run->line_len = 0;
}

/* What the plugin wrote on descriptors 1 and 2; a bounded amount a turn, all of it read so that the
 * plugin is never blocked. */
static void read_pipe(struct pgy_run *run)
{
    char bytes[16 * 1024];
    for (size_t turn = 0; run->pipe >= 0 && turn < PIPE_TURN;) {
        ssize_t n = read(run->pipe, bytes, sizeof bytes);
        if (n < 0)
            return;
        if (n == 0) {
            end_line(run);
            unwatch(run, run->pipe);
            pgy_fd_close(&run->pipe);
            return;
        }
        turn += (size_t)n;
        for (ssize_t i = 0; i < n && run->answer.logged <= PGY_W_MAX_LOG; i++) {
            if (bytes[i] != '\n')
                run->line[run->line_len++] = bytes[i] ? bytes[i] : '?';
            if (bytes[i] == '\n' || run->line_len == LINE_BYTES)
                end_line(run);
        }
    }
}

static void take_frames(struct pgy_run *run)
{
    struct pgy_frame frame;
    int rc;
    while (run->rc == 0 && (rc = pgy_link_next(&run->link, &frame)) != PGY_EAGAIN &&
           rc != PGY_ECLOSED) {
        const char *why = "sent bytes that are no answer";
        if (rc == 0)
            rc = pgy_answer_take(&run->answer, &frame, &why);
        if (rc < 0)
            stop(run, rc, why);
    }
}

/* Writes and reads a bounded amount. True when there may be more to read at once. */
static bool talk(struct pgy_run *run)
{
    if (run->link.fd < 0)
        return false;
    /* A worker that closed its end is judged by what it sent and how it exits, not by the write
     * that failed. */
    if (pgy_link_pending(&run->link) && pgy_link_flush(&run->link) == PGY_ECLOSED)
        pgy_buf_clear(&run->link.out);
    if (!pgy_link_pending(&run->link)) {
        struct epoll_event e = {.events = EPOLLIN, .data.fd = run->link.fd};
        (void)epoll_ctl(run->epoll, EPOLL_CTL_MOD, run->link.fd, &e);
    }
    int rc = 0;
    for (int turn = 0; rc == 0 && run->rc == 0 && turn < READS_A_TURN; turn++) {
        rc = pgy_link_read(&run->link);
        take_frames(run);
    }
    if (rc == PGY_EAGAIN || (rc == 0 && run->rc == 0))
        return rc == 0;
    unwatch(run, run->link.fd);
    pgy_link_close(&run->link);
    return false;
}

static void check_deadline(struct pgy_run *run)
{
    struct pollfd p = {.fd = run->timer, .events = POLLIN};
    if (run->killed || poll(&p, 1, 0) <= 0)
        return;
    stop(run, PGY_ETIMEOUT,
         pgy_arena_printf(run->result.arena, "did not finish within %lld.%lld s and was stopped",
                          (long long)run->deadline_ms / 1000,
                          (long long)run->deadline_ms % 1000 / 100));
}

static void judge(struct pgy_run *run, const siginfo_t *info)
{
    const struct pgy_answer *a = &run->answer;
    bool clean = info->si_code == CLD_EXITED && info->si_status == 0;
    if (run->rc != 0)
        conclude(run, run->rc, run->why);
    else if (a->refusal)
        refuse(run, a->refusal);
    else if (a->error)
        conclude(run, PGY_EREFUSED, a->error);
    else if (a->ended && clean)
        conclude(run, 0, NULL);
    else if (info->si_code != CLD_EXITED && info->si_status == SIGXCPU)
        conclude(run, PGY_ETIMEOUT, "used up its processor time and was stopped");
    else
        conclude(run, PGY_ECRASHED, death(run, info));
}

static void close_all(struct pgy_run *run)
{
    pgy_link_close(&run->link);
    int *const fds[] = {&run->pipe, &run->timer, &run->pidfd};
    for (size_t i = 0; i < sizeof fds / sizeof fds[0]; i++)
        pgy_fd_close(fds[i]);
}

/* A result that failed gives nothing away: whole or nothing. */
static void settle(struct pgy_run *run)
{
    struct pgy_run_result *r = &run->result;
    close_all(run);
    if (r->rc == 0) {
        r->tamed = pgy_batch_tame(&r->batch, run->today);
        return;
    }
    r->batch.n = r->nproblems = r->nparts = r->nshifts = 0;
    r->declaration.nkeys = r->declaration.nkinds = r->declaration.nreports =
        r->declaration.nrenames = 0;
    r->declaration.label = r->declaration.color = NULL;
    memset(r->declaration.discreet, 0, sizeof r->declaration.discreet);
    r->declaration.failed = r->failure;
}

bool pgy_run_step(struct pgy_run *run)
{
    if (run->over)
        return true;
    siginfo_t info = {0};
    int rc = waitid(P_PIDFD, (id_t)run->pidfd, &info, WEXITED | WNOHANG);
    /* ECHILD: somebody else reaped it (SIGCHLD ignored), and how it ended is lost. Nothing better
     * can be hoped for of other errors. */
    bool dead = rc < 0 ? errno != EINTR : info.si_pid != 0;
    if (rc < 0)
        info.si_code = CLD_EXITED, info.si_status = -1;
    /* After its death all it ever wrote is there to be read, and nobody adds to it. */
    while (talk(run) && dead)
        ;
    read_pipe(run);
    if (!dead) {
        check_deadline(run);
        return false;
    }
    end_line(run);
    judge(run, &info);
    settle(run);
    return true;
}

void pgy_run_wait(struct pgy_run *run)
{
    struct pollfd p = {.fd = run->epoll, .events = POLLIN};
    while (!pgy_run_step(run))
        (void)poll(&p, 1, -1);
}

const struct pgy_run_result *pgy_run_result(const struct pgy_run *run)
{
    return &run->result;
}

struct pgy_run_result pgy_run_take(struct pgy_run *run)
{
    struct pgy_run_result result = run->result;
    run->result = (struct pgy_run_result){0};
    return result;
}

void pgy_run_free(struct pgy_run **run)
{
    if (!*run)
        return;
    struct pgy_run *r = *run;
    reap(r);
    close_all(r);
    pgy_fd_close(&r->epoll);
    pgy_arena_free(&r->result.arena);
    free(r);
    *run = NULL;
}
