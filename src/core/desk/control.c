/* SPDX-License-Identifier: BSD-2-Clause */
/* The control socket: state_dir/control, admitted by the kernel's word on who is asking. What is
 * said over it is clients.c's. */
#include "pgy-build.h"

#include "core/desk/inside.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* Whether the peer's process is in a group, by the kernel's word. */
static bool in_group(int fd, gid_t group)
{
    gid_t groups[1024];
    socklen_t len = sizeof groups;
    if (getsockopt(fd, SOL_SOCKET, SO_PEERGROUPS, groups, &len) != 0)
        return false;
    for (size_t i = 0; i < len / sizeof groups[0]; i++) {
        if (groups[i] == group)
            return true;
    }
    return false;
}

/* Room for one more: whoever came first of those who are idle leaves (the list has the newest
 * first). */
static bool make_room(struct core_desk *desk)
{
    struct core_client *oldest = NULL;
    if (desk->nclients < DESK_CLIENTS)
        return true;
    for (struct core_client *c = desk->clients; c; c = c->next) {
        if (core_client_idle(c))
            oldest = c;
    }
    if (oldest)
        core_client_close(oldest);
    return oldest != NULL;
}

/* One person: the same uid, or root. An office: also members of pgyd's group, where whoever set up
 * the state directory opened it to that group. */
static bool admitted(const struct core_desk *desk, int fd)
{
    struct ucred who;
    struct stat st;
    socklen_t len = sizeof who;
    if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &len) != 0)
        return false;
    if (who.uid == 0 || who.uid == geteuid())
        return true;
    return fstat(desk->in.state_fd, &st) == 0 && (st.st_mode & S_IXGRP) &&
           (who.gid == st.st_gid || in_group(fd, st.st_gid));
}

/* Somebody waits whom no descriptor is left for: left waiting, the loop would never sleep again. */
static void turn_away(struct core_desk *desk)
{
    pgy_fd_close(&desk->spare_fd);
    int fd = accept4(desk->control_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
    pgy_fd_close(&fd);
    desk->spare_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    pgy_error("there are no descriptors left: a client of the control socket was turned away; "
              "raise LimitNOFILE");
}

static void on_accept(void *arg, int events)
{
    struct core_desk *desk = arg;
    (void)events;
    int fd = accept4(desk->control_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (fd < 0 && (errno == EMFILE || errno == ENFILE))
        turn_away(desk);
    if (fd < 0)
        return;
    if (admitted(desk, fd) && make_room(desk))
        core_client_new(desk, fd);
    else
        close(fd);
}

static int listen_at(struct core_desk *desk)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int state_fd = desk->in.state_fd;
    /* Through the directory's descriptor: a socket's address holds 107 bytes, a path may be
     * longer. */
    snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d/control", state_fd);
    (void)unlinkat(state_fd, "control", 0);
    desk->control_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (desk->control_fd < 0 ||
        bind(desk->control_fd, (struct sockaddr *)&address, sizeof address) != 0 ||
        fchmodat(state_fd, "control", 0660, 0) != 0 || listen(desk->control_fd, 16) != 0)
        return -errno;
    return core_watch_start(desk->in.loop, &desk->watch, desk->control_fd, CORE_READ, on_accept,
                            desk);
}

int core_desk_open(const struct core_desk_setup *setup, struct pgy_arena *arena,
                   struct core_desk **out, const char **why)
{
    struct core_desk *desk = calloc(1, sizeof *desk);
    if (!desk)
        abort();
    desk->in = *setup;
    desk->spare_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int rc = listen_at(desk);
    if (rc != 0) {
        *why = pgy_arena_printf(arena, "the control socket %s/control cannot be made: %s",
                                setup->roll->house->state_dir, pgy_strerror(rc));
        core_desk_free(&desk);
        return rc;
    }
    *out = desk;
    return 0;
}

void core_desk_free(struct core_desk **out)
{
    struct core_desk *desk = *out;
    if (!desk)
        return;
    while (desk->clients)
        core_client_close(desk->clients);
    core_desk_leave_nothing(desk);
    core_watch_stop(&desk->watch);
    if (desk->control_fd >= 0)
        (void)unlinkat(desk->in.state_fd, "control", 0);
    pgy_fd_close(&desk->control_fd);
    pgy_fd_close(&desk->spare_fd);
    free(desk);
    *out = NULL;
}
