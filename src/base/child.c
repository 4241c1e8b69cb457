/* SPDX-License-Identifier: BSD-2-Clause */
/* The first steps of a process that the parent started: its channel, signals, death with the
 * parent. What it then does is its own; workers begin in worker/cage.c. */
#include "pgy-build.h"

#include "base/child.h"

#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether descriptor 3 is a socket made by the process that started this one. This also settles the
 * race in which the parent died before PR_SET_PDEATHSIG took effect: then getppid() is somebody
 * else. */
static bool has_channel(void)
{
    struct ucred maker;
    socklen_t len = sizeof maker;
    return getsockopt(PGY_CHANNEL_FD, SOL_SOCKET, SO_PEERCRED, &maker, &len) == 0 &&
           maker.pid == getppid();
}

int pgy_child_init(const char *program, struct pgy_link *parent)
{
    pgy_log_open(program, PGY_LOG_INFO);
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (!has_channel()) {
        pgy_error("%s is started by pgyd and cannot run alone: start pgyd", program);
        return PGY_EREFUSED;
    }
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    /* A limit on file sizes (LimitFSIZE, ulimit -f) is a full disk to us, no death. */
    signal(SIGXFSZ, SIG_IGN);
    umask(077);
    pgy_link_open(parent, PGY_CHANNEL_FD, PGY_LINK_MAX);
    pgy_link_hello(parent, program);
    return 0;
}

void pgy_child_peer(struct pgy_link *link, int fd, const char *program, size_t max)
{
    pgy_link_close(link);
    pgy_link_open(link, fd, max);
    pgy_link_hello(link, program);
}

void pgy_child_say(struct pgy_link *link, uint8_t type)
{
    (void)pgy_frame_end(&link->out, pgy_frame_begin(&link->out, type));
}
