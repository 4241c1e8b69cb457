/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd-worker PARENT CPU-SECONDS: one request from descriptor 3, with one plugin, in a cage.
 * Started by plan/run.c only. */
/* pgyd-import is the same, and reads a foreign calendar in place of
 * running a plugin: a program of its own, because its libraries take longer to load than a whole
 * pass takes. */
#include "pgy-build.h"

#include "base/err.h"
#include "base/link.h"
#include "base/log.h"
#include "base/str.h"
#include "worker/cage.h"
#include "worker/calendar.h"
#include "worker/serve.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { SOCKET = 3, FOREVER = -1 };

/* Everything that still waits, or negative. */
static int send_all(void *arg, struct pgy_buf *out)
{
    struct pgy_link *link = arg;
    int rc = out->err;
    while (rc == 0 && pgy_link_pending(link)) {
        rc = pgy_link_flush(link);
        if (rc == PGY_EAGAIN)
            rc = poll(&(struct pollfd){.fd = link->fd, .events = POLLOUT}, 1, FOREVER) < 0 &&
                         errno != EINTR
                     ? -errno
                     : 0;
    }
    return rc;
}

static int read_inputs(struct pgy_link *link, struct pgy_inputs *inputs)
{
    struct pgy_frame frame;
    int rc = pgy_link_wait(link, FOREVER, &frame);
    if (rc == 0)
        rc = pgy_link_check_hello(&frame);
    while (rc == 0 && !inputs->go) {
        rc = pgy_link_wait(link, FOREVER, &frame);
        if (rc == 0)
            rc = pgy_inputs_take(inputs, &frame);
    }
    return rc;
}

#ifdef PGY_WORKER_IMPORTS
#define NAME "pgyd-import"

static int answer(struct pgy_link *link, const struct pgy_inputs *inputs)
{
    if (inputs->verb != PGY_VERB_IMPORT) {
        pgy_serve_error(&link->out, "was asked for what pgyd-import cannot do");
        return PGY_EREFUSED;
    }
    pgy_cage_load("");
    pgy_cage_run(true);
    return pgy_serve_calendar(inputs, &link->out);
}
#else
#define NAME "pgyd-worker"

static int answer(struct pgy_link *link, const struct pgy_inputs *inputs)
{
    struct pgy_loaded loaded;
    char why[PGY_LOADER_WHY];
    pgy_cage_load(inputs->path);
    int rc = pgy_loader_open(inputs->plugin, inputs->path, &loaded, why);
    if (rc < 0) {
        pgy_serve_error(&link->out, why);
        return rc;
    }
    pgy_cage_run(false);
    struct pgy_host host;
    pgy_host_init(&host, inputs, &link->out);
    host.flush = send_all;
    host.flush_arg = link;
    return pgy_serve(&host, &loaded);
}
#endif

int main(int argc, char **argv)
{
    int64_t parent, cpu;
    pgy_log_open(NAME, PGY_LOG_INFO);
    if (argc != 3 || pgy_str_int(argv[1], 1, INT_MAX, &parent) < 0 ||
        pgy_str_int(argv[2], 1, 86400, &cpu) < 0) {
        fputs(NAME ": started by pgyd to run one plugin or read one calendar in a cage; it is of "
                   "no use by hand. See pgyctl plugin test\n",
              stderr);
        return 2;
    }
    if (pgy_cage_early((pid_t)parent, (unsigned)cpu) < 0)
        return 1;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_inputs inputs;
    struct pgy_link link;
    pgy_inputs_init(&inputs, arena);
    pgy_link_open(&link, SOCKET, PGY_W_MAX_BYTES);
    pgy_link_hello(&link, NAME);
    int rc = read_inputs(&link, &inputs);
    if (rc < 0)
        pgy_error("request not understood: %s", pgy_strerror(rc));
    else
        rc = answer(&link, &inputs);
    int sent = send_all(&link, &link.out);
    /* Neither the plugin's destructors nor its atexit functions are asked. */
    _exit(rc == 0 && sent == 0 ? 0 : 1);
}
