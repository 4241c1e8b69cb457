/* SPDX-License-Identifier: BSD-2-Clause */
/* Tries to get out of the cage, once while it is being opened and once while it plans. An item an
 * attempt; its title says how it went: "open" when it succeeded, else the error. */
#define _GNU_SOURCE
#include "pgyd/plugin.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ATTEMPTS = 13, WRITE_MODE = 0600 };

static int result(int rc)
{
    return rc < 0 ? errno : 0;
}

static int do_fork(const char *file)
{
    (void)file;
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    int rc = result(pid);
    if (pid > 0)
        waitpid(pid, NULL, 0);
    return rc;
}

static void *nothing(void *arg)
{
    return arg;
}

static int do_thread(const char *file)
{
    pthread_t t;
    (void)file;
    return pthread_create(&t, NULL, nothing, NULL);
}

static int do_exec(const char *file)
{
    char *const argv[] = {(char *)"true", NULL};
    (void)file;
    return result(execv("/bin/true", argv));
}

static int do_socket(const char *file)
{
    (void)file;
    return result(socket(AF_INET, SOCK_STREAM, 0));
}

static int do_unix(const char *file)
{
    (void)file;
    return result(socket(AF_UNIX, SOCK_STREAM, 0));
}

static int do_kill(const char *file)
{
    (void)file;
    return result(kill(getppid(), 0));
}

static int do_read(const char *file)
{
    return result(open(file && *file ? file : "/etc/passwd", O_RDONLY | O_CLOEXEC));
}

static int do_write(const char *file)
{
    (void)file;
    return result(open("/tmp/pgyd-escaped", O_WRONLY | O_CREAT | O_CLOEXEC, WRITE_MODE));
}

static int do_limit(const char *file)
{
    struct rlimit l = {RLIM_INFINITY, RLIM_INFINITY};
    (void)file;
    return result(setrlimit(RLIMIT_CPU, &l));
}

/* A file that the test made with mode 0600. */
static int do_mode(const char *file)
{
    (void)file;
    return result(chmod("/tmp/pgyd-escape-mode", 0666));
}

static int do_prlimit(const char *file)
{
    struct rlimit l;
    (void)file;
    return result(prlimit(getppid(), RLIMIT_CPU, NULL, &l));
}

static int do_signal(const char *file)
{
    (void)file;
    return result((int)syscall(SYS_tgkill, getppid(), getppid(), 0));
}

static int do_owner(const char *file)
{
    (void)file;
    return result(fcntl(3, F_SETOWN, getppid()));
}

static const struct {
    const char *name;
    int (*attempt)(const char *file);
} attempts[ATTEMPTS] = {
    {"fork", do_fork},   {"thread", do_thread}, {"exec", do_exec},       {"socket", do_socket},
    {"unix", do_unix},   {"kill", do_kill},     {"read", do_read},       {"write", do_write},
    {"limit", do_limit}, {"mode", do_mode},     {"prlimit", do_prlimit}, {"signal", do_signal},
    {"owner", do_owner},
};

static int early[ATTEMPTS];

__attribute__((constructor)) static void begin(void)
{
    for (int i = 0; i < ATTEMPTS; i++)
        early[i] = attempts[i].attempt(NULL);
}

static int emit(const struct pgyd_host *h, const char *when, const char *name, int error)
{
    char slug[80];
    struct pgyd_item item = {.size = sizeof item,
                             .kind = PGYD_MILESTONE,
                             .slug = slug,
                             .start = h->today,
                             .end = PGYD_NO_DAY,
                             .start_minute = -1,
                             .end_minute = -1};
    snprintf(slug, sizeof slug, "%s-%s", when, name);
    item.title = error ? strerror(error) : "open";
    return h->emit(h->ctx, &item);
}

static int plan(const struct pgyd_host *h)
{
    for (int i = 0; i < ATTEMPTS; i++) {
        if (emit(h, "early", attempts[i].name, early[i]) < 0 ||
            emit(h, "late", attempts[i].name, attempts[i].attempt(h->arg(h->ctx, "file"))) < 0)
            return -1;
    }
    return 0;
}

PGYD_PLUGIN(escape)
PGYD_PLUGIN_HEAD(escape), "1", "tries to get out", NULL, NULL, NULL, NULL, 0, 0, 0,
    0, NULL, plan, NULL, NULL, NULL, NULL, 0, 0 PGYD_PLUGIN_END
