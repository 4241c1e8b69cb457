/* SPDX-License-Identifier: BSD-2-Clause */
/* Limits, Landlock and seccomp in the order in which they can be put on. Which calls are allowed is
 * filter.c's. */
#include "pgy-build.h"

#include "worker/cage.h"

#include "base/log.h"
#include "worker/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FIRST_CLOSED = 4, CLOSE_BY_HAND = 1024, OPEN_FILES = 32 };

/* The sanitizers' shadow takes terabytes of address space, and looking for leaks at exit means
 * tracing oneself. */
#ifdef PGY_SANITIZED
static const bool sanitized = true;
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}
#else
static const bool sanitized = false;
#endif
static const rlim_t memory = (rlim_t)256 * 1024 * 1024;

/* ---- limits ---- */

static void limit(__rlimit_resource_t what, rlim_t soft, rlim_t hard)
{
    struct rlimit l = {.rlim_cur = soft, .rlim_max = hard};
    if (setrlimit(what, &l) < 0)
        pgy_warn("cage: no limit %d: %s", (int)what, strerror(errno));
}

static void close_others(void)
{
    if (close_range(FIRST_CLOSED, ~0u, 0) == 0)
        return;
    for (int fd = FIRST_CLOSED; fd < CLOSE_BY_HAND; fd++)
        close(fd);
}

int pgy_cage_early(pid_t parent, unsigned cpu)
{
    close_others();
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) /* it died before the line above */
        return -ESRCH;
    if (!sanitized)
        limit(RLIMIT_AS, memory, memory);
    limit(RLIMIT_CPU, cpu, cpu + 1);
    limit(RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        pgy_warn("cage: no_new_privs: %s", strerror(errno));
    prctl(PR_SET_DUMPABLE, 0);
    return 0;
}

/* ---- files: Landlock ---- */

/* Our own definitions: the rights grew with the kernel, and the headers at hand may be older than
 * it. */
struct ruleset {
    uint64_t fs, net, scoped;
};
struct path_rule {
    uint64_t allowed;
    int32_t fd;
} __attribute__((packed));

enum { RULE_PATH = 1, ASK_VERSION = 1 };
#define RIGHT_READ_FILE (UINT64_C(1) << 2)
#define RIGHT_READ_DIR (UINT64_C(1) << 3)

/* What each version of Landlock can forbid, and how much of struct ruleset it takes. */
static const struct {
    uint64_t fs, net, scoped;
    size_t size;
} versions[] = {
    {(1 << 13) - 1, 0, 0, 8},  /* 1: execute to make_sym */
    {(1 << 14) - 1, 0, 0, 8},  /* 2: refer */
    {(1 << 15) - 1, 0, 0, 8},  /* 3: truncate */
    {(1 << 15) - 1, 3, 0, 16}, /* 4: bind and connect TCP */
    {(1 << 16) - 1, 3, 0, 16}, /* 5: ioctl on devices */
    {(1 << 16) - 1, 3, 3, 24}, /* 6: abstract Unix sockets, signals */
};

static const char *const readable[] = {
    "/lib",           "/lib64",           "/lib32",     "/usr/lib",           "/usr/lib64",
    "/usr/local/lib", "/etc/ld.so.cache", "/nix/store", "/usr/share/zoneinfo"};

static void allow_reading(int ruleset, const char *path)
{
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return; /* not on this system */
    size_t len = strlen(path);
    bool file = len > 6 && strcmp(path + len - 6, ".cache") == 0;
    struct path_rule rule = {.allowed = file ? RIGHT_READ_FILE : RIGHT_READ_FILE | RIGHT_READ_DIR,
                             .fd = fd};
    if (syscall(SYS_landlock_add_rule, ruleset, RULE_PATH, &rule, 0) < 0)
        pgy_warn("cage: '%s' stays unreadable: %s", path, strerror(errno));
    close(fd);
}

static void allow_folder_of(int ruleset, const char *file)
{
    char dir[PATH_MAX];
    snprintf(dir, sizeof dir, "%s", file);
    char *slash = strrchr(dir, '/');
    if (!slash || slash == dir)
        return;
    *slash = '\0';
    allow_reading(ruleset, dir);
}

static void forbid_files(const char *plugin)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
    if (version < 1) {
        pgy_warn("cage: this kernel has no Landlock: the plugin could read files that this user "
                 "can read while it is opened");
        return;
    }
    size_t known = sizeof versions / sizeof versions[0];
    size_t i = (size_t)version > known ? known - 1 : (size_t)version - 1;
    struct ruleset rules = {versions[i].fs, versions[i].net, versions[i].scoped};
    int fd = (int)syscall(SYS_landlock_create_ruleset, &rules, versions[i].size, 0);
    if (fd < 0) {
        pgy_warn("cage: landlock: %s", strerror(errno));
        return;
    }
    for (size_t r = 0; r < sizeof readable / sizeof readable[0]; r++)
        allow_reading(fd, readable[r]);
    /* Landlock judges where a file is, not the link that led there. */
    char target[PATH_MAX];
    allow_folder_of(fd, plugin);
    if (realpath(plugin, target))
        allow_folder_of(fd, target);
    if (syscall(SYS_landlock_restrict_self, fd, 0) < 0)
        pgy_warn("cage: landlock: %s", strerror(errno));
    close(fd);
}

/* ---- system calls: seccomp ---- */

static void forbid_calls(const char *which, const struct sock_filter *code, size_t n)
{
    struct sock_fprog program = {.len = (unsigned short)n,
                                 .filter = (struct sock_filter *)(uintptr_t)code};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) < 0)
        pgy_warn("cage: no %s system call filter: %s", which, strerror(errno));
}

void pgy_cage_load(const char *path)
{
    struct sock_filter code[PGY_FILTER_MAX];
    forbid_files(path);
    forbid_calls("early", code, pgy_filter_early(code, getpid()));
}

void pgy_cage_run(bool files)
{
    struct sock_filter code[PGY_FILTER_MAX];
    forbid_calls("tight", code, pgy_filter_run(code, getpid(), files));
}
