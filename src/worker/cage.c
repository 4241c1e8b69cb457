/* SPDX-License-Identifier: BSD-2-Clause */
#include "config.h"

#include "worker/cage.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FIRST_CLOSED = 4, CLOSE_BY_HAND = 1024, OPEN_FILES = 32 };

/* The sanitizers' shadow takes terabytes of address space, and looking for leaks at exit means tracing oneself. */
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

/* Our own definitions: the rights grew with the kernel, and the headers at hand may be older than it. */
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
    {(1 << 13) - 1, 0, 0, 8}, /* 1: execute to make_sym */
    {(1 << 14) - 1, 0, 0, 8}, /* 2: refer */
    {(1 << 15) - 1, 0, 0, 8}, /* 3: truncate */
    {(1 << 15) - 1, 3, 0, 16}, /* 4: bind and connect TCP */
    {(1 << 16) - 1, 3, 0, 16}, /* 5: ioctl on devices */
    {(1 << 16) - 1, 3, 3, 24}, /* 6: abstract Unix sockets, signals */
};

static const char *const readable[] = {"/lib",           "/lib64",          "/lib32", "/usr/lib",            "/usr/lib64",
                                       "/usr/local/lib", "/etc/ld.so.cache", "/nix/store", "/usr/share/zoneinfo"};

static void allow_reading(int ruleset, const char *path)
{
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return; /* not on this system */
    size_t len = strlen(path);
    bool file = len > 6 && strcmp(path + len - 6, ".cache") == 0;
    struct path_rule rule = {.allowed = file ? RIGHT_READ_FILE : RIGHT_READ_FILE | RIGHT_READ_DIR, .fd = fd};
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
        pgy_warn("cage: this kernel has no Landlock: the plugin could read files that this user can read while it is opened");
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

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define NATIVE_ARCH AUDIT_ARCH_RISCV64
#endif

/* What no constructor needs. Written by hand, because building a filter with libseccomp costs more than all the rest of the cage. */
static const uint32_t denied_early[] = {
    SYS_socket,  SYS_socketpair,       SYS_connect,           SYS_bind,   SYS_execve, SYS_execveat,
    SYS_clone3,  SYS_ptrace,           SYS_process_vm_readv,  SYS_kill,   SYS_tkill,  SYS_unshare,
    SYS_setns,   SYS_process_vm_writev, SYS_pidfd_send_signal, SYS_bpf,    SYS_keyctl, SYS_perf_event_open,
    SYS_mount,   SYS_add_key,          SYS_userfaultfd,       SYS_io_uring_setup, SYS_clone, SYS_pidfd_getfd,
#ifdef SYS_fork
    SYS_fork,    SYS_vfork,
#endif
    SYS_sendmsg, SYS_sendmmsg, /* descriptors travel with these */
};
enum { DENIED = sizeof denied_early / sizeof denied_early[0] };

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define GIVE(action) BPF_STMT(BPF_RET | BPF_K, action)
#define UNLESS(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1)

static void forbid_early(void)
{
    struct sock_filter code[2 * DENIED + 8];
    unsigned short n = 0;
#ifdef NATIVE_ARCH
    code[n++] = (struct sock_filter)LOAD(arch);
    code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0);
    code[n++] = (struct sock_filter)GIVE(SECCOMP_RET_KILL_PROCESS);
#endif
    code[n++] = (struct sock_filter)LOAD(nr);
#if defined(__x86_64__)
    /* x32: the same calls under other numbers. */
    code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1);
    code[n++] = (struct sock_filter)GIVE(SECCOMP_RET_ERRNO | EPERM);
#endif
    for (size_t i = 0; i < DENIED; i++) {
        code[n++] = (struct sock_filter)UNLESS(denied_early[i]);
        /* glibc asks for clone3 first and takes ENOSYS for "use clone". */
        code[n++] = (struct sock_filter)GIVE(SECCOMP_RET_ERRNO | (denied_early[i] == SYS_clone3 ? ENOSYS : EPERM));
    }
    code[n++] = (struct sock_filter)GIVE(SECCOMP_RET_ALLOW);
    struct sock_fprog program = {.len = n, .filter = code};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) < 0)
        pgy_warn("cage: no system call filter: %s", strerror(errno));
}

void pgy_cage_load(const char *path)
{
    forbid_files(path);
    forbid_early();
}

/* All that computing and answering need. Everything else is EPERM: a harmless call of a library must not be a death. */
static const int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(sendto),
    SCMP_SYS(recvfrom), SCMP_SYS(recvmsg), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(mprotect),
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(pause), SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getpid),
    SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getrandom), SCMP_SYS(getrusage), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(fcntl), SCMP_SYS(dup), SCMP_SYS(dup2), SCMP_SYS(dup3), SCMP_SYS(exit), SCMP_SYS(exit_group),
};
/* What only an attack asks for. */
static const int deadly[] = {SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(bpf),
                             SCMP_SYS(kexec_load), SCMP_SYS(init_module), SCMP_SYS(mount)};

/* Zone files, which Landlock leaves readable. */
static int allow_files(scmp_filter_ctx ctx)
{
    const struct scmp_arg_cmp reading = {
        .arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = O_ACCMODE | O_CREAT | O_TRUNC, .datum_b = O_RDONLY};
    int rc = seccomp_rule_add_array(ctx, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, &reading);
    return rc ? rc : seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 0);
}

void pgy_cage_run(bool files)
{
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    int rc = ctx ? 0 : -ENOMEM;
    for (size_t i = 0; rc == 0 && i < sizeof allowed / sizeof allowed[0]; i++)
        rc = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, allowed[i], 0);
    for (size_t i = 0; rc == 0 && i < sizeof deadly / sizeof deadly[0]; i++)
        rc = seccomp_rule_add(ctx, SCMP_ACT_KILL_PROCESS, deadly[i], 0);
    /* abort() signals itself. */
    const struct scmp_arg_cmp oneself = {.arg = 0, .op = SCMP_CMP_EQ, .datum_a = (scmp_datum_t)getpid()};
    if (rc == 0)
        rc = seccomp_rule_add_array(ctx, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &oneself);
    if (rc == 0 && files)
        rc = allow_files(ctx);
    if (rc == 0)
        rc = seccomp_load(ctx);
    if (rc < 0)
        pgy_warn("cage: no tight system call filter: %s", strerror(-rc));
    seccomp_release(ctx);
}
