/* SPDX-License-Identifier: BSD-2-Clause */
/* The cage's filters, instruction by instruction: what they say of every system call is what
 * libseccomp's filter of the same rules says, given by name. */
#include "pgy-build.h"

#include "worker/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

enum { SELF = 4711, LAST_CALL = 600, MAX = 4096 };

/* What the kernel does with a filter: the instructions that seccomp(2) allows and the two makers
 * use. */
static uint32_t judge(const struct sock_filter *code, size_t n, const struct seccomp_data *data)
{
    uint32_t a = 0;
    for (size_t at = 0; at < n; at++) {
        const struct sock_filter *i = &code[at];
        switch (i->code) {
        case BPF_LD | BPF_W | BPF_ABS:
            assert_true(i->k % 4 == 0 && i->k + 4 <= sizeof *data);
            memcpy(&a, (const char *)data + i->k, 4);
            break;
        case BPF_ALU | BPF_AND | BPF_K:
            a &= i->k;
            break;
        case BPF_JMP | BPF_JA:
            at += i->k;
            break;
        case BPF_JMP | BPF_JEQ | BPF_K:
            at += a == i->k ? i->jt : i->jf;
            break;
        case BPF_JMP | BPF_JGE | BPF_K:
            at += a >= i->k ? i->jt : i->jf;
            break;
        case BPF_JMP | BPF_JGT | BPF_K:
            at += a > i->k ? i->jt : i->jf;
            break;
        case BPF_RET | BPF_K:
            return i->k;
        default:
            fail_msg("instruction %zu is of no known kind: %#x", at, i->code);
        }
    }
    fail_msg("the filter ends without an answer");
    return 0;
}

static void add(scmp_filter_ctx ctx, uint32_t action, const char *const *names)
{
    for (; *names; names++) {
        int call = seccomp_syscall_resolve_name(*names);
        if (call >= 0) /* not on this architecture */
            assert_int_equal(seccomp_rule_add(ctx, action, call, 0), 0);
    }
}

static size_t export(scmp_filter_ctx ctx, struct sock_filter code[MAX])
{
    int fd = memfd_create("filter", MFD_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(seccomp_export_bpf(ctx, fd), 0);
    ssize_t n = pread(fd, code, MAX * sizeof *code, 0);
    assert_true(n > 0 && (size_t)n < MAX * sizeof *code);
    close(fd);
    seccomp_release(ctx);
    return (size_t)n / sizeof *code;
}

static size_t theirs_run(struct sock_filter code[MAX], bool files)
{
    static const char *const allowed[] = {"read",
                                          "readv",
                                          "write",
                                          "writev",
                                          "close",
                                          "sendto",
                                          "recvfrom",
                                          "recvmsg",
                                          "poll",
                                          "ppoll",
                                          "brk",
                                          "mmap",
                                          "mprotect",
                                          "munmap",
                                          "mremap",
                                          "madvise",
                                          "futex",
                                          "rt_sigaction",
                                          "rt_sigprocmask",
                                          "rt_sigreturn",
                                          "sigaltstack",
                                          "restart_syscall",
                                          "pause",
                                          "nanosleep",
                                          "clock_nanosleep",
                                          "clock_gettime",
                                          "clock_getres",
                                          "gettimeofday",
                                          "time",
                                          "getpid",
                                          "gettid",
                                          "getppid",
                                          "getrandom",
                                          "getrusage",
                                          "sched_yield",
                                          "sched_getaffinity",
                                          "lseek",
                                          "fstat",
                                          "dup",
                                          "dup2",
                                          "dup3",
                                          "exit",
                                          "exit_group",
                                          NULL};
    static const char *const deadly[] = {"ptrace",
                                         "process_vm_readv",
                                         "process_vm_writev",
                                         "bpf",
                                         "kexec_load",
                                         "init_module",
                                         "mount",
                                         NULL};
    const struct scmp_arg_cmp oneself = {.arg = 0, .op = SCMP_CMP_EQ, .datum_a = SELF};
    const struct scmp_arg_cmp reading = {.arg = 2,
                                         .op = SCMP_CMP_MASKED_EQ,
                                         .datum_a = O_ACCMODE | O_CREAT | O_TRUNC,
                                         .datum_b = O_RDONLY};
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    assert_non_null(ctx);
    assert_int_equal(seccomp_attr_set(ctx, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS), 0);
    add(ctx, SCMP_ACT_ALLOW, allowed);
    add(ctx, SCMP_ACT_KILL_PROCESS, deadly);
    assert_int_equal(seccomp_rule_add_array(ctx, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &oneself), 0);
    assert_int_equal(seccomp_rule_add_array(ctx, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
                                            &(struct scmp_arg_cmp){1, SCMP_CMP_LT, 8, 0}),
                     0);
    assert_int_equal(seccomp_rule_add_array(ctx, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
                                            &(struct scmp_arg_cmp){1, SCMP_CMP_GE, 1024, 0}),
                     0);
    if (files) {
        assert_int_equal(seccomp_rule_add_array(ctx, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, &reading),
                         0);
        assert_int_equal(seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 0), 0);
    }
    return export(ctx, code);
}

/* fcntl(2): F_SETOWN, F_SETSIG, F_SETOWN_EX. */
static const uint64_t owners[] = {8, 10, 15};

static size_t theirs_early(struct sock_filter code[MAX])
{
    static const char *const denied[] = {"socket",
                                         "socketpair",
                                         "connect",
                                         "bind",
                                         "execve",
                                         "execveat",
                                         "ptrace",
                                         "process_vm_readv",
                                         "process_vm_writev",
                                         "kill",
                                         "tkill",
                                         "unshare",
                                         "setns",
                                         "pidfd_send_signal",
                                         "bpf",
                                         "keyctl",
                                         "perf_event_open",
                                         "mount",
                                         "add_key",
                                         "userfaultfd",
                                         "io_uring_setup",
                                         "clone",
                                         "pidfd_getfd",
                                         "fork",
                                         "vfork",
                                         "sendmsg",
                                         "sendmmsg",
                                         "rt_sigqueueinfo",
                                         "rt_tgsigqueueinfo",
                                         "chmod",
                                         "fchmod",
                                         "fchmodat",
                                         "chown",
                                         "fchown",
                                         "lchown",
                                         "fchownat",
                                         "utime",
                                         "utimes",
                                         "futimesat",
                                         "utimensat",
                                         "truncate",
                                         "ftruncate",
                                         "setxattr",
                                         "lsetxattr",
                                         "fsetxattr",
                                         "removexattr",
                                         "lremovexattr",
                                         "fremovexattr",
                                         "unlink",
                                         "unlinkat",
                                         "rename",
                                         "renameat",
                                         "renameat2",
                                         "mkdir",
                                         "mkdirat",
                                         "rmdir",
                                         "link",
                                         "linkat",
                                         "symlink",
                                         "symlinkat",
                                         "mknod",
                                         "mknodat",
                                         NULL};
    static const char *const unknown[] = {"clone3", NULL};
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ALLOW);
    assert_non_null(ctx);
    assert_int_equal(seccomp_attr_set(ctx, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS), 0);
    add(ctx, SCMP_ACT_ERRNO(EPERM), denied);
    add(ctx, SCMP_ACT_ERRNO(ENOSYS), unknown);
    assert_int_equal(seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM),
                                      452 /* fchmodat2, which not every libseccomp knows by name */,
                                      0),
                     0);
    const struct scmp_arg_cmp other = {.arg = 0, .op = SCMP_CMP_NE, .datum_a = SELF},
                              named = {.arg = 0, .op = SCMP_CMP_NE, .datum_a = 0};
    assert_int_equal(
        seccomp_rule_add_array(ctx, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(tgkill), 1, &other), 0);
    assert_int_equal(
        seccomp_rule_add_array(ctx, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, &named), 0);
    for (size_t i = 0; i < sizeof owners / sizeof owners[0]; i++)
        assert_int_equal(
            seccomp_rule_add_array(ctx, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(fcntl), 1,
                                   &(struct scmp_arg_cmp){1, SCMP_CMP_EQ, owners[i], 0}),
            0);
    return export(ctx, code);
}

static struct seccomp_data call_of(int nr)
{
    uint32_t arch = seccomp_arch_native();
    return (struct seccomp_data){.nr = nr, .arch = arch};
}

static void compare(const struct sock_filter *ours, size_t n, const struct sock_filter *theirs,
                    size_t m, const struct seccomp_data *data)
{
    uint32_t a = judge(ours, n, data), b = judge(theirs, m, data);
    if (a != b)
        fail_msg("call %d (%llu, %llu, %llu): %#x, libseccomp has %#x", data->nr,
                 (unsigned long long)data->args[0], (unsigned long long)data->args[1],
                 (unsigned long long)data->args[2], a, b);
}

static void test_run(void **state)
{
    static struct sock_filter ours[PGY_FILTER_MAX], theirs[MAX];
    static const uint64_t first[] = {0, 1, SELF - 1, SELF, SELF + 1, UINT32_MAX};
    static const uint64_t flags[] = {
        O_RDONLY,           O_WRONLY,           O_RDWR,
        O_RDONLY | O_CREAT, O_RDONLY | O_TRUNC, O_RDONLY | O_CLOEXEC | O_DIRECTORY,
        O_ACCMODE};
    (void)state;
    for (int files = 0; files < 2; files++) {
        size_t n = pgy_filter_run(ours, SELF, files != 0), m = theirs_run(theirs, files != 0);
        for (int nr = 0; nr <= LAST_CALL; nr++) {
            struct seccomp_data data = call_of(nr);
            for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
                for (size_t j = 0; j < sizeof flags / sizeof flags[0]; j++) {
                    data.args[0] = first[i];
                    data.args[2] = flags[j];
                    compare(ours, n, theirs, m, &data);
                    for (data.args[1] = nr == SYS_fcntl ? 1040 : 0; data.args[1] > 0;
                         data.args[1]--)
                        compare(ours, n, theirs, m, &data);
                }
            }
        }
    }
}

static void test_early(void **state)
{
    static struct sock_filter ours[PGY_FILTER_MAX], theirs[MAX];
    (void)state;
    static const uint64_t first[] = {0, 1, SELF - 1, SELF, SELF + 1};
    size_t n = pgy_filter_early(ours, SELF), m = theirs_early(theirs);
    for (int nr = 0; nr <= LAST_CALL; nr++) {
        struct seccomp_data data = call_of(nr);
        for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
            data.args[0] = first[i];
            for (data.args[1] = 0; data.args[1] < 1040; data.args[1]++)
                compare(ours, n, theirs, m, &data);
        }
    }
}

/* By hand, so that both cannot be wrong alike. */
static void test_few(void **state)
{
    static const struct {
        int nr;
        uint64_t first;
        uint32_t early, late;
    } cases[] = {
        {SYS_read, 0, SECCOMP_RET_ALLOW, SECCOMP_RET_ALLOW},
        {SYS_socket, 0, SECCOMP_RET_ERRNO | EPERM, SECCOMP_RET_ERRNO | EPERM},
        {SYS_openat, 0, SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO | EPERM},
        {SYS_ptrace, 0, SECCOMP_RET_ERRNO | EPERM, SECCOMP_RET_KILL_PROCESS},
        {SYS_tgkill, SELF, SECCOMP_RET_ALLOW, SECCOMP_RET_ALLOW},
        {SYS_tgkill, 1, SECCOMP_RET_ERRNO | EPERM, SECCOMP_RET_ERRNO | EPERM},
        {SYS_fchmodat, 0, SECCOMP_RET_ERRNO | EPERM, SECCOMP_RET_ERRNO | EPERM},
        {SYS_prlimit64, 0, SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO | EPERM},
        {SYS_prlimit64, 1, SECCOMP_RET_ERRNO | EPERM, SECCOMP_RET_ERRNO | EPERM},
        {SYS_clone3, 0, SECCOMP_RET_ERRNO | ENOSYS, SECCOMP_RET_ERRNO | EPERM},
    };
    struct sock_filter early[PGY_FILTER_MAX], late[PGY_FILTER_MAX];
    (void)state;
    size_t n = pgy_filter_early(early, SELF), m = pgy_filter_run(late, SELF, false);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct seccomp_data data = call_of(cases[i].nr);
        data.args[0] = cases[i].first;
        assert_int_equal(judge(early, n, &data), cases[i].early);
        assert_int_equal(judge(late, m, &data), cases[i].late);
    }
}

/* The numbers of another architecture, and of x32, mean other calls. */
static void test_foreign(void **state)
{
    struct sock_filter early[PGY_FILTER_MAX], late[PGY_FILTER_MAX];
    (void)state;
#if defined(__x86_64__) || defined(__aarch64__) || (defined(__riscv) && __riscv_xlen == 64)
    size_t n = pgy_filter_early(early, SELF), m = pgy_filter_run(late, SELF, true);
    struct seccomp_data data = call_of(SYS_read);
    data.arch ^= 1;
    assert_int_equal(judge(early, n, &data), SECCOMP_RET_KILL_PROCESS);
    assert_int_equal(judge(late, m, &data), SECCOMP_RET_KILL_PROCESS);
#if defined(__x86_64__)
    data = call_of(SYS_read | 0x40000000);
    assert_int_equal(judge(early, n, &data), SECCOMP_RET_ERRNO | EPERM);
    assert_int_equal(judge(late, m, &data), SECCOMP_RET_KILL_PROCESS);
#endif
#else
    (void)early;
    (void)late;
    skip();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_few),
        cmocka_unit_test(test_run),
        cmocka_unit_test(test_early),
        cmocka_unit_test(test_foreign),
    };
    return cmocka_run_group_tests_name("filter", tests, NULL, NULL);
}
