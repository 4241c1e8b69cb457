/* SPDX-License-Identifier: BSD-2-Clause */
/* The lists of system calls and the instructions made of them. Putting them on is cage.c's. */
#include "pgy-build.h"

#include "worker/filter.h"

#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define NATIVE_ARCH AUDIT_ARCH_RISCV64
#endif

enum { FCHMODAT2 = 452 /* on every architecture; newer than some headers */ };

/* What no constructor needs. */
static const uint32_t denied_early[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_execve,
    SYS_execveat,
    SYS_clone3,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_kill,
    SYS_tkill,
    SYS_unshare,
    SYS_setns,
    SYS_process_vm_writev,
    SYS_pidfd_send_signal,
    SYS_bpf,
    SYS_keyctl,
    SYS_perf_event_open,
    SYS_mount,
    SYS_add_key,
    SYS_userfaultfd,
    SYS_io_uring_setup,
    SYS_clone,
    SYS_pidfd_getfd,
#ifdef SYS_fork
    SYS_fork,
    SYS_vfork,
#endif
    SYS_sendmsg,
    SYS_sendmmsg, /* descriptors travel with these */
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    /* Landlock knows nothing of the first three lines, and some kernels know nothing of
     * Landlock. */
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_utimensat,
    SYS_truncate,
    SYS_ftruncate,
    SYS_setxattr,
    SYS_lsetxattr,
    SYS_fsetxattr,
    SYS_removexattr,
    SYS_lremovexattr,
    SYS_fremovexattr,
    FCHMODAT2,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mknodat,
#ifdef SYS_renameat
    SYS_renameat,
#endif
#ifdef SYS_chmod
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_utime,
    SYS_utimes,
    SYS_futimesat,
    SYS_unlink,
    SYS_rename,
    SYS_mkdir,
    SYS_rmdir,
    SYS_link,
    SYS_symlink,
    SYS_mknod,
#endif
};

/* All that computing and answering need, the most frequent first: each is a comparison. Everything
 * else is EPERM: a harmless call of a library must not be a death. */
static const uint32_t allowed[] = {
    SYS_brk,
    SYS_mmap,
    SYS_munmap,
    SYS_sendto,
    SYS_recvmsg,
    SYS_write,
    SYS_read,
    SYS_ppoll,
#ifdef SYS_poll
    SYS_poll,
#endif
    SYS_readv,
    SYS_writev,
    SYS_close,
    SYS_recvfrom,
    SYS_mprotect,
    SYS_mremap,
    SYS_madvise,
    SYS_futex,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_restart_syscall,
    SYS_nanosleep,
    SYS_clock_nanosleep,
    SYS_clock_gettime,
    SYS_clock_getres,
    SYS_gettimeofday,
    SYS_getpid,
    SYS_gettid,
    SYS_getppid,
    SYS_getrandom,
    SYS_getrusage,
    SYS_sched_yield,
    SYS_sched_getaffinity,
    SYS_lseek,
    SYS_fstat,
    SYS_dup,
    SYS_dup3,
    SYS_exit,
    SYS_exit_group,
#ifdef SYS_dup2
    SYS_dup2,
#endif
#ifdef SYS_pause
    SYS_pause,
#endif
#ifdef SYS_time
    SYS_time,
#endif
};

/* What only an attack asks for. */
static const uint32_t deadly[] = {SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev,
                                  SYS_bpf,    SYS_kexec_load,       SYS_init_module,
                                  SYS_mount};

#define COUNT(list) (sizeof(list) / sizeof *(list))
enum { LINUX_FCNTL = 1024 /* F_LINUX_SPECIFIC_BASE */ };
enum { HEAD = 6, OWN = 5, FCNTL_EARLY = 9, FCNTL = 6, FILES = 7, END = 1 };
_Static_assert(HEAD + 2 * (COUNT(allowed) + COUNT(deadly)) + OWN + FCNTL + FILES + END <=
                   PGY_FILTER_MAX,
               "the filter fits");
_Static_assert(HEAD + 2 * COUNT(denied_early) + 2 * OWN + FCNTL_EARLY + END <= PGY_FILTER_MAX,
               "the filter fits");

struct code {
    struct sock_filter *to;
    size_t n;
};

static void put(struct code *code, unsigned short op, uint32_t value, unsigned char yes,
                unsigned char no)
{
    code->to[code->n++] = (struct sock_filter)BPF_JUMP(op, value, yes, no);
}

static void load(struct code *code, size_t offset)
{
    put(code, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void give(struct code *code, uint32_t action)
{
    put(code, BPF_RET | BPF_K, action, 0, 0);
}

/* The next `skip` instructions are for this value alone. */
static void only(struct code *code, uint32_t value, unsigned char skip)
{
    put(code, BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip);
}

/* The half of an argument that an int of the kernel is made from. */
static size_t low_half(unsigned argument)
{
    return offsetof(struct seccomp_data, args) + 8 * (size_t)argument +
           (BYTE_ORDER == BIG_ENDIAN ? 4 : 0);
}

/* Calls of another architecture have other numbers, and so have those of x32. The number is left
 * loaded. */
static void begin(struct code *code, uint32_t foreign)
{
#ifdef NATIVE_ARCH
    load(code, offsetof(struct seccomp_data, arch));
    put(code, BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0);
    give(code, SECCOMP_RET_KILL_PROCESS);
#endif
    load(code, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
    put(code, BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1);
    give(code, foreign);
#else
    (void)foreign;
#endif
}

static void give_all(struct code *code, const uint32_t *list, size_t n, uint32_t action)
{
    for (size_t i = 0; i < n; i++) {
        only(code, list[i], 1);
        give(code, action);
    }
}

/* A call whose first argument names a process: only with this one. */
static void allow_own(struct code *code, uint32_t call, uint32_t own)
{
    only(code, call, OWN - 1);
    load(code, low_half(0));
    only(code, own, 1);
    give(code, SECCOMP_RET_ALLOW);
    give(code, SECCOMP_RET_ERRNO | EPERM);
}

/* Zone files, which Landlock leaves readable. */
static void allow_files(struct code *code)
{
    only(code, SYS_newfstatat, 1);
    give(code, SECCOMP_RET_ALLOW);
    only(code, SYS_openat, FILES - 3);
    load(code, low_half(2));
    put(code, BPF_ALU | BPF_AND | BPF_K, O_ACCMODE | O_CREAT | O_TRUNC, 0, 0);
    only(code, O_RDONLY, 1);
    give(code, SECCOMP_RET_ALLOW);
}

/* Who is signaled when a descriptor can be read, and with what signal, decides over other
 * processes too. */
static void deny_owners(struct code *code)
{
    static const uint32_t owners[] = {F_SETOWN, F_SETSIG, F_SETOWN_EX};
    only(code, SYS_fcntl, FCNTL_EARLY - 1);
    load(code, low_half(1));
    for (size_t i = 0; i < COUNT(owners); i++) {
        only(code, owners[i], 1);
        give(code, SECCOMP_RET_ERRNO | EPERM);
    }
    give(code, SECCOMP_RET_ALLOW);
}

/* Of fcntl what comes before F_SETOWN, and the calls of Linux alone (F_DUPFD_CLOEXEC). */
static void allow_fcntl(struct code *code)
{
    only(code, SYS_fcntl, FCNTL - 1);
    load(code, low_half(1));
    put(code, BPF_JMP | BPF_JGE | BPF_K, LINUX_FCNTL, 1, 0);
    put(code, BPF_JMP | BPF_JGE | BPF_K, F_SETOWN, 1, 0);
    give(code, SECCOMP_RET_ALLOW);
    give(code, SECCOMP_RET_ERRNO | EPERM);
}

size_t pgy_filter_early(struct sock_filter to[PGY_FILTER_MAX], pid_t self)
{
    struct code code = {.to = to};
    begin(&code, SECCOMP_RET_ERRNO | EPERM);
    for (size_t i = 0; i < COUNT(denied_early); i++) {
        only(&code, denied_early[i], 1);
        /* glibc asks for clone3 first and takes ENOSYS for "use clone". */
        give(&code, SECCOMP_RET_ERRNO | (denied_early[i] == SYS_clone3 ? ENOSYS : EPERM));
    }
    allow_own(&code, SYS_tgkill, (uint32_t)self);
    allow_own(&code, SYS_prlimit64, 0); /* getrlimit() */
    deny_owners(&code);
    give(&code, SECCOMP_RET_ALLOW);
    return code.n;
}

size_t pgy_filter_run(struct sock_filter to[PGY_FILTER_MAX], pid_t self, bool files)
{
    struct code code = {.to = to};
    begin(&code, SECCOMP_RET_KILL_PROCESS);
    give_all(&code, allowed, COUNT(allowed), SECCOMP_RET_ALLOW);
    give_all(&code, deadly, COUNT(deadly), SECCOMP_RET_KILL_PROCESS);
    allow_own(&code, SYS_tgkill, (uint32_t)self); /* abort() signals itself */
    allow_fcntl(&code);
    if (files)
        allow_files(&code);
    give(&code, SECCOMP_RET_ERRNO | EPERM);
    return code.n;
}
