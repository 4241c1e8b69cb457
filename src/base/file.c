/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads whole files up to a cap and replaces them by rename, with fsync where it must last. Locks
 * are their users'. */
#include "base/file.h"

#include "base/err.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void pgy_fd_close(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

int pgy_file_read_at(int dir, const char *name, struct pgy_buf *buf)
{
    struct stat st;
    /* O_NONBLOCK: a FIFO must not hang whoever is asked to read it. */
    int fd PGY_FD_CLEANUP = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0 || fstat(fd, &st) < 0)
        return -errno;
    if (!S_ISREG(st.st_mode))
        return PGY_EINVAL;
    for (;;) {
        char chunk[16 * 1024];
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        if (n == 0)
            return 0;
        if (pgy_buf_add(buf, chunk, (size_t)n))
            return buf->err;
    }
}

int pgy_file_read(const char *path, struct pgy_buf *buf)
{
    return pgy_file_read_at(AT_FDCWD, path, buf);
}

static int write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        bytes += n;
        len -= (size_t)n;
    }
    return fsync(fd) < 0 ? -errno : 0;
}

int pgy_file_renew_at(int dir, const char *name, const void *bytes, size_t len, mode_t mode)
{
    char temporary[NAME_MAX + 1];
    int n = snprintf(temporary, sizeof temporary, ".%s.%ld.new", name, (long)getpid());
    if (n < 0 || (size_t)n >= sizeof temporary)
        return -ENAMETOOLONG;
    (void)unlinkat(dir, temporary, 0);
    int fd PGY_FD_CLEANUP =
        openat(dir, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0)
        return -errno;
    int rc = fchmod(fd, mode) < 0 ? -errno : write_all(fd, bytes, len);
    if (rc == 0 && renameat(dir, temporary, dir, name) < 0)
        rc = -errno;
    if (rc != 0)
        (void)unlinkat(dir, temporary, 0);
    return rc;
}

int pgy_file_replace_at(int dir, const char *name, const void *bytes, size_t len, mode_t mode)
{
    int rc = pgy_file_renew_at(dir, name, bytes, len, mode);
    if (rc != 0)
        return rc;
    return fsync(dir) < 0 && errno != EINVAL && errno != EROFS ? -errno : 0;
}

int pgy_file_replace(const char *path, const void *bytes, size_t len, mode_t mode)
{
    char parent[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    if (n >= sizeof parent)
        return -ENAMETOOLONG;
    memcpy(parent, path, n);
    parent[n] = '\0';
    int dir PGY_FD_CLEANUP = open(!slash   ? "."
                                  : n == 0 ? "/"
                                           : parent,
                                  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return -errno;
    return pgy_file_replace_at(dir, slash ? slash + 1 : path, bytes, len, mode);
}

int pgy_dir_open_at(int dir, const char *name, mode_t mode)
{
    if (mkdirat(dir, name, mode) < 0 && errno != EEXIST)
        return -errno;
    int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

int pgy_dir_open(const char *path, mode_t mode)
{
    char part[PATH_MAX];
    size_t len = strlen(path);
    if (len == 0 || len >= sizeof part)
        return len ? -ENAMETOOLONG : -ENOENT;
    memcpy(part, path, len + 1);
    for (char *p = part + 1; *p; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        if (mkdir(part, 0755) < 0 && errno != EEXIST && errno != EROFS && errno != EACCES)
            return -errno;
        *p = '/';
    }
    return pgy_dir_open_at(AT_FDCWD, path, mode);
}
