/* SPDX-License-Identifier: BSD-2-Clause */
/* A socket with a buffer each way, frames cut off it, descriptors passed along. Knows the hello and
 * no other frame. */
#include "pgy-build.h"

#include "base/link.h"

#include "base/err.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { READ_SIZE = 64 * 1024, MAX_FDS = 4 };

void pgy_link_open(struct pgy_link *link, int fd, size_t max)
{
    *link = (struct pgy_link){.fd = fd, .in = PGY_BUF_INIT(max), .out = PGY_BUF_INIT(max)};
    (void)fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    (void)fcntl(fd, F_SETFD, FD_CLOEXEC);
}

void pgy_link_close(struct pgy_link *link)
{
    int fd;
    while ((fd = pgy_link_take_fd(link)) >= 0)
        close(fd);
    if (link->fd >= 0)
        close(link->fd);
    link->fd = -1;
    pgy_buf_free(&link->in);
    pgy_buf_free(&link->out);
    link->cut = 0;
}

int pgy_link_pair(int fds[2])
{
    return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) < 0 ? -errno : 0;
}

static void keep_fds(struct pgy_link *link, struct msghdr *msg)
{
    for (struct cmsghdr *c = CMSG_FIRSTHDR(msg); c; c = CMSG_NXTHDR(msg, c)) {
        if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
            continue;
        size_t n = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < n; i++) {
            int fd;
            memcpy(&fd, CMSG_DATA(c) + i * sizeof fd, sizeof fd);
            if (link->nreceived < MAX_FDS)
                link->received[link->nreceived++] = fd;
            else
                close(fd);
        }
    }
}

int pgy_link_read(struct pgy_link *link)
{
    union {
        char bytes[CMSG_SPACE(sizeof(int) * MAX_FDS)];
        struct cmsghdr align;
    } control;
    if (link->fd < 0)
        return PGY_ECLOSED;
    pgy_buf_consume(&link->in, link->cut);
    link->cut = 0;
    if (link->in.len == link->in.max)
        return PGY_ELIMIT;
    size_t want = link->in.max - link->in.len < READ_SIZE ? link->in.max - link->in.len : READ_SIZE;
    char *to = pgy_buf_reserve(&link->in, want);
    if (!to)
        return link->in.err;
    struct iovec iov = {.iov_base = to, .iov_len = want};
    struct msghdr msg = {.msg_iov = &iov,
                         .msg_iovlen = 1,
                         .msg_control = &control,
                         .msg_controllen = sizeof control};
    ssize_t n = recvmsg(link->fd, &msg, MSG_CMSG_CLOEXEC);
    if (n < 0)
        return errno == EAGAIN || errno == EINTR ? PGY_EAGAIN
               : errno == ECONNRESET             ? PGY_ECLOSED
                                                 : -errno;
    keep_fds(link, &msg);
    if (n == 0)
        return PGY_ECLOSED;
    pgy_buf_commit(&link->in, (size_t)n);
    return 0;
}

int pgy_link_next(struct pgy_link *link, struct pgy_frame *frame)
{
    size_t used;
    if (link->fd < 0 && link->in.len == link->cut)
        return PGY_ECLOSED;
    int rc = pgy_frame_cut(link->in.data ? link->in.data + link->cut : "", link->in.len - link->cut,
                           PGY_FRAME_MAX, frame, &used);
    if (rc == 0)
        link->cut += used;
    return rc;
}

bool pgy_link_pending(const struct pgy_link *link)
{
    return link->out.len > 0;
}

static int send_error(void)
{
    return errno == EAGAIN || errno == EINTR       ? PGY_EAGAIN
           : errno == EPIPE || errno == ECONNRESET ? PGY_ECLOSED
                                                   : -errno;
}

int pgy_link_flush(struct pgy_link *link)
{
    if (link->fd < 0)
        return PGY_ECLOSED;
    if (link->out.err)
        return link->out.err;
    size_t sent = 0;
    int rc = 0;
    while (sent < link->out.len) {
        ssize_t n = send(link->fd, link->out.data + sent, link->out.len - sent, MSG_NOSIGNAL);
        if (n < 0) {
            rc = send_error();
            break;
        }
        sent += (size_t)n;
    }
    pgy_buf_consume(&link->out, sent);
    return rc;
}

static int wait_for(int fd, short events, int timeout_ms)
{
    struct pollfd p = {.fd = fd, .events = events};
    int n = poll(&p, 1, timeout_ms);
    if (n < 0)
        return errno == EINTR ? PGY_EAGAIN : -errno;
    return n == 0 ? PGY_ETIMEOUT : 0;
}

int pgy_link_send_fds(struct pgy_link *link, const int *fds, size_t n)
{
    union {
        char bytes[CMSG_SPACE(sizeof(int) * MAX_FDS)];
        struct cmsghdr align;
    } control = {0};
    if (n > MAX_FDS || link->out.len == 0)
        return PGY_EINVAL;
    struct iovec iov = {.iov_base = link->out.data, .iov_len = 1};
    struct msghdr msg = {.msg_iov = &iov,
                         .msg_iovlen = 1,
                         .msg_control = &control,
                         .msg_controllen = CMSG_SPACE(sizeof(int) * n)};
    struct cmsghdr *c = CMSG_FIRSTHDR(&msg);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int) * n);
    memcpy(CMSG_DATA(c), fds, sizeof(int) * n);
    for (;;) {
        ssize_t sent = sendmsg(link->fd, &msg, MSG_NOSIGNAL);
        if (sent >= 0)
            break;
        int rc = send_error();
        if (rc != PGY_EAGAIN || (rc = wait_for(link->fd, POLLOUT, -1)) != 0)
            return rc;
    }
    pgy_buf_consume(&link->out, 1);
    int rc;
    while ((rc = pgy_link_flush(link)) == PGY_EAGAIN) {
        if ((rc = wait_for(link->fd, POLLOUT, -1)) != 0 && rc != PGY_EAGAIN)
            return rc;
    }
    return rc;
}

int pgy_link_take_fd(struct pgy_link *link)
{
    if (link->nreceived == 0)
        return -1;
    int fd = link->received[0];
    link->nreceived--;
    memmove(link->received, link->received + 1, link->nreceived * sizeof fd);
    return fd;
}

int pgy_link_wait(struct pgy_link *link, int timeout_ms, struct pgy_frame *frame)
{
    for (;;) {
        int rc = pgy_link_next(link, frame);
        if (rc != PGY_EAGAIN)
            return rc;
        rc = pgy_link_flush(link);
        if (rc != 0 && rc != PGY_EAGAIN)
            return rc;
        rc = wait_for(link->fd, (short)(POLLIN | (rc == PGY_EAGAIN ? POLLOUT : 0)), timeout_ms);
        if (rc != 0 && rc != PGY_EAGAIN)
            return rc;
        rc = pgy_link_read(link);
        if (rc != 0 && rc != PGY_EAGAIN)
            return rc;
    }
}

void pgy_link_hello(struct pgy_link *link, const char *program)
{
    size_t mark = pgy_frame_begin(&link->out, PGY_FRAME_HELLO);
    pgy_put_u32(&link->out, PGY_FRAME_VERSION);
    pgy_put_str(&link->out, program);
    pgy_put_str(&link->out, PACKAGE_VERSION);
    pgy_frame_end(&link->out, mark);
}

int pgy_link_check_hello(struct pgy_frame *frame)
{
    if (frame->type != PGY_FRAME_HELLO)
        return PGY_EPARSE;
    uint32_t version = pgy_get_u32(frame);
    if (frame->err)
        return PGY_EPARSE;
    if (version != PGY_FRAME_VERSION)
        return PGY_EVERSION;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    char *program = pgy_get_str(frame, arena);
    char *package = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || !program || !package)
        return PGY_EPARSE;
    return strcmp(package, PACKAGE_VERSION) == 0 ? 0 : PGY_EVERSION;
}
