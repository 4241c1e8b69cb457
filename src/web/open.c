/* SPDX-License-Identifier: BSD-2-Clause */
/* Opens files below one directory with openat2, or a component at a time, and closes the process in
 * with Landlock. */
#include "pgy-build.h"

#include "web/open.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef HAVE_LINUX_LANDLOCK_H
#include <linux/landlock.h>
#endif

/* For kernels and seccomp filters without openat2: the same, a component at a time. */
static int open_stepwise(int dir, const char *path)
{
    char name[NAME_MAX + 1];
    const char *slash = strchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) : strlen(path);
    if (len == 0 || len > NAME_MAX)
        return -EINVAL;
    memcpy(name, path, len);
    name[len] = '\0';
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return -EXDEV;
    int fd = openat(dir, name,
                    O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (slash ? O_DIRECTORY : 0));
    if (fd < 0)
        return -errno;
    if (!slash)
        return fd;
    int rc = open_stepwise(fd, slash + 1);
    close(fd);
    return rc;
}

static int open_beneath(int dir, const char *path)
{
    struct open_how how = {
        .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    long fd = syscall(SYS_openat2, dir, path, &how, sizeof how);
    if (fd < 0 && (errno == ENOSYS || errno == EPERM))
        return open_stepwise(dir, path);
    return fd < 0 ? -errno : (int)fd;
}

int pgy_open_read(int dir, const char *path, struct pgy_buf *buf)
{
    struct stat st;
    int fd PGY_FD_CLEANUP = open_beneath(dir, path);
    if (fd < 0)
        return fd;
    if (fstat(fd, &st) < 0)
        return -errno;
    if (!S_ISREG(st.st_mode))
        return PGY_EINVAL;
    if (st.st_size < 0 || (size_t)st.st_size >= buf->max)
        return PGY_ELIMIT;
    for (;;) {
        size_t want = (size_t)st.st_size > buf->len ? (size_t)st.st_size - buf->len : 4096;
        char *to = pgy_buf_reserve(buf, want);
        if (!to)
            return buf->err;
        ssize_t n = read(fd, to, want);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n < 0 ? -errno : 0;
        pgy_buf_commit(buf, (size_t)n);
    }
}

#ifdef HAVE_LINUX_LANDLOCK_H
/* What the first Landlock ABI knows; later ones add truncating, networks and more, which is denied
 * here by there being no writing and by web having no other sockets. */
#define ALL_ABI1 ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

static int landlock(int dir)
{
    struct landlock_ruleset_attr rules = {.handled_access_fs = ALL_ABI1};
    struct landlock_path_beneath_attr beneath = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = dir,
    };
    int fd PGY_FD_CLEANUP = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (fd < 0 || syscall(SYS_landlock_add_rule, fd, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) < 0 ||
        syscall(SYS_landlock_restrict_self, fd, 0) < 0)
        return -errno;
    return 0;
}
#else
static int landlock(int dir)
{
    (void)dir;
    return -ENOSYS;
}
#endif

void pgy_open_confine(int dir)
{
    int rc = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ? -errno : landlock(dir);
    if (rc != 0)
        pgy_info("this kernel has no Landlock (%s): files outside the feeds are kept from web by "
                 "permissions only",
                 pgy_strerror(rc));
}
