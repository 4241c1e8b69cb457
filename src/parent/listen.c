/* SPDX-License-Identifier: BSD-2-Clause */
/* Binds and names a listening socket, and clears away what a killed process left. Serving is
 * pgyd-web's. */
#include "pgy-build.h"

#include "parent/listen.h"

#include "base/err.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 1024, RETRY_MS = 50, PATH_AT = offsetof(struct sockaddr_un, sun_path) };

bool pgy_listener_is(const struct pgy_listener *listener, const void *address, size_t len)
{
    return listener->fd >= 0 && listener->asked_len == len &&
           memcmp(&listener->asked, address, len) == 0;
}

static bool usable(const struct sockaddr_storage *a, size_t len)
{
    switch (a->ss_family) {
    case AF_INET:
        return len == sizeof(struct sockaddr_in);
    case AF_INET6:
        return len == sizeof(struct sockaddr_in6);
    case AF_UNIX:
        return len > PATH_AT + 1 && len <= sizeof(struct sockaddr_un) &&
               ((const struct sockaddr_un *)a)->sun_path[0] == '/';
    default:
        return false;
    }
}

/* Removes a socket that nobody answers on, as left behind by a killed process. -EADDRINUSE when
 * somebody does. */
static int remove_stale(const struct sockaddr_un *un, socklen_t len)
{
    char path[sizeof un->sun_path + 1] = {0};
    struct stat st;
    memcpy(path, un->sun_path, len - PATH_AT);
    if (lstat(path, &st) < 0)
        return errno == ENOENT ? 0 : -errno;
    if (!S_ISSOCK(st.st_mode))
        return -EEXIST;
    int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (probe < 0)
        return -errno;
    int rc = connect(probe, (const struct sockaddr *)un, len) == 0 || errno == EAGAIN ? -EADDRINUSE
                                                                                      : -errno;
    close(probe);
    if (rc == -ECONNREFUSED)
        rc = unlink(path) < 0 && errno != ENOENT ? -errno : 0;
    return rc;
}

static int bind_to(const struct sockaddr_storage *a, socklen_t len)
{
    int one = 1;
    int rc = a->ss_family == AF_UNIX ? remove_stale((const struct sockaddr_un *)a, len) : 0;
    if (rc != 0)
        return rc;
    int fd = socket(a->ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -errno;
    if (a->ss_family != AF_UNIX)
        (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    /* a Unix socket is made with mode 0660: the group is for a proxy in front */
    mode_t before = umask(0117);
    rc = bind(fd, (const struct sockaddr *)a, len) < 0 || listen(fd, BACKLOG) < 0 ? -errno : fd;
    umask(before);
    if (rc < 0)
        close(fd);
    return rc;
}

static void show(struct pgy_listener *l)
{
    struct sockaddr_storage a = {0};
    socklen_t len = sizeof a;
    char ip[INET6_ADDRSTRLEN] = "?";
    if (getsockname(l->fd, (struct sockaddr *)&a, &len) < 0)
        return;
    const struct sockaddr_in *in = (const void *)&a;
    const struct sockaddr_in6 *in6 = (const void *)&a;
    const struct sockaddr_un *un = (const void *)&a;
    if (a.ss_family == AF_INET)
        snprintf(l->shown, sizeof l->shown, "%s:%u",
                 inet_ntop(AF_INET, &in->sin_addr, ip, sizeof ip), ntohs(in->sin_port));
    else if (a.ss_family == AF_INET6)
        snprintf(l->shown, sizeof l->shown, "[%s]:%u",
                 inet_ntop(AF_INET6, &in6->sin6_addr, ip, sizeof ip), ntohs(in6->sin6_port));
    else
        snprintf(l->shown, sizeof l->shown, "unix:%.*s", (int)sizeof un->sun_path, un->sun_path);
}

static void explain(struct pgy_buf *problem, int rc, const char *configured, const char *key)
{
    static const struct {
        int err;
        const char *what;
        const char *remedy;
    } reasons[] = {
        {EADDRINUSE, "is in use by another program", "stop it or change"},
        {EADDRNOTAVAIL, "is not an address of this machine", "use one of its addresses in"},
        {EACCES, "may not be opened by this user",
         "choose a port above 1023 or a directory this user may write to in"},
        {EPERM, "may not be opened by this user",
         "choose a port above 1023 or a directory this user may write to in"},
        {ENOENT, "lies in a directory that does not exist", "make the directory or change"},
        {EEXIST, "exists and is not a socket", "move that file away or change"},
        {EAFNOSUPPORT, "is of a kind this machine does not support", "change"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        if (rc == -reasons[i].err) {
            pgy_buf_printf(problem, "%s %s: %s %s", configured, reasons[i].what, reasons[i].remedy,
                           key);
            return;
        }
    }
    pgy_buf_printf(problem, "cannot listen on %s: %s: change %s", configured, pgy_strerror(rc),
                   key);
}

int pgy_listener_open(struct pgy_listener *listener, const void *address, size_t len,
                      const char *configured, const char *key, int patience_ms,
                      struct pgy_buf *problem)
{
    struct sockaddr_storage a = {0};
    int fd = PGY_EINVAL;
    if (len > sizeof(sa_family_t) && len <= sizeof a) {
        memcpy(&a, address, len);
        for (int waited = 0; usable(&a, len); waited += RETRY_MS) {
            fd = bind_to(&a, (socklen_t)len);
            if (fd != -EADDRINUSE || waited >= patience_ms)
                break;
            (void)poll(NULL, 0, RETRY_MS);
        }
    }
    if (fd < 0) {
        explain(problem, fd, configured, key);
        return fd;
    }
    pgy_listener_close(listener);
    *listener = (struct pgy_listener){.fd = fd, .asked = a, .asked_len = (socklen_t)len};
    show(listener);
    return 0;
}

void pgy_listener_close(struct pgy_listener *listener)
{
    const struct sockaddr_un *un = (const void *)&listener->asked;
    char path[sizeof un->sun_path + 1] = {0};
    if (listener->fd < 0)
        return;
    close(listener->fd);
    listener->fd = -1;
    if (listener->asked.ss_family != AF_UNIX)
        return;
    memcpy(path, un->sun_path, listener->asked_len - PATH_AT);
    (void)unlink(path);
}
