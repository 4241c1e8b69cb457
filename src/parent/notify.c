/* SPDX-License-Identifier: BSD-2-Clause */
/* Datagrams to the service manager, and how often it wants to hear from us. */
#include "pgy-build.h"

#include "parent/notify.h"

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { MESSAGE_MAX = 4096 };

/* A path, or "@name" for an abstract socket. */
static int connect_to(const char *path)
{
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    size_t len = strlen(path);
    if ((path[0] != '/' && path[0] != '@') || len < 2 || len >= sizeof to.sun_path)
        return PGY_EINVAL;
    memcpy(to.sun_path, path, len);
    if (path[0] == '@')
        to.sun_path[0] = '\0';
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -errno;
    if (connect(fd, (const struct sockaddr *)&to,
                (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len)) < 0) {
        int rc = -errno;
        close(fd);
        return rc;
    }
    return fd;
}

void pgy_notify_open(struct pgy_notify *notify)
{
    const char *path = getenv("NOTIFY_SOCKET");
    const char *usec = getenv("WATCHDOG_USEC");
    const char *pid = getenv("WATCHDOG_PID");
    int64_t us = 0;
    int64_t whose = 0;
    *notify = (struct pgy_notify){.fd = -1};
    if (path && (notify->fd = connect_to(path)) < 0)
        pgy_warn("cannot reach the service manager at NOTIFY_SOCKET: %s", pgy_strerror(notify->fd));
    bool ours = !pid || (pgy_str_int(pid, 1, INT32_MAX, &whose) == 0 && whose == getpid());
    if (notify->fd >= 0 && usec && ours && pgy_str_int(usec, 1, INT64_C(86400000000), &us) == 0)
        notify->watchdog_ms = us / 1000;
}

void pgy_notify_send(const struct pgy_notify *notify, const char *format, ...)
{
    char message[MESSAGE_MAX];
    if (notify->fd < 0)
        return;
    va_list ap;
    va_start(ap, format);
    int n = vsnprintf(message, sizeof message, format, ap);
    va_end(ap);
    if (n <= 0)
        return;
    size_t len = (size_t)n < sizeof message ? (size_t)n : sizeof message - 1;
    if (send(notify->fd, message, len, MSG_NOSIGNAL) < 0)
        pgy_debug("cannot tell the service manager: %s", strerror(errno));
}
