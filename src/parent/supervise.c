/* SPDX-License-Identifier: BSD-2-Clause */
/* Starts what is due, reaps what died, stops all, and says until when the loop may sleep. Spawning
 * is children.c's. */
#include "pgy-build.h"

#include "parent/parent.h"

#include "base/child.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"

enum { STARTING_MS = 60000 };

void pgy_supervise_stop(struct parent *p, int status)
{
    if (p->kill_ms != 0)
        return;
    p->kill_ms = pgy_clock_mono_ms() + PGY_STOP_GRACE;
    p->status = status;
    pgy_notify_send(&p->notify, "STOPPING=1");
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        if (p->children[i].pid != 0)
            pgy_child_say(&p->children[i].link, PGY_P_STOP);
    }
}

void pgy_supervise_kill(struct parent *p)
{
    for (size_t i = 0; i < PGY_CHILDREN; i++)
        pgy_child_kill(&p->children[i]);
}

bool pgy_supervise_any_running(const struct parent *p)
{
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        if (p->children[i].pid != 0)
            return true;
    }
    return false;
}

static void tell_core(struct parent *p, const struct pgy_child *child)
{
    struct pgy_child *core = &p->children[PGY_CORE];
    if (core->pid == 0)
        return;
    size_t mark = pgy_frame_begin(&core->link.out, PGY_P_CHILD);
    pgy_put_str(&core->link.out, child->name);
    pgy_put_i64(&core->link.out, child->pid);
    pgy_put_u32(&core->link.out, child->restarts);
    pgy_put_str(&core->link.out, child->last_end);
    (void)pgy_frame_end(&core->link.out, mark);
}

void pgy_supervise_start_due(struct parent *p)
{
    for (enum pgy_child_id id = 0; id < PGY_CHILDREN; id++) {
        struct pgy_child *child = &p->children[id];
        if (child->pid != 0 || child->due_ms > pgy_clock_mono_ms())
            continue;
        bool first = child->started_ms == 0;
        int rc = pgy_child_start(p->children, id);
        if (rc != 0) {
            pgy_error("cannot start %s: %s", child->path, pgy_strerror(rc));
            if (first) {
                pgy_error("the installation is incomplete: install pgyd again");
                pgy_supervise_stop(p, 1);
                return;
            }
            continue;
        }
        if (id == PGY_WEB)
            pgy_sockets_give_all(p);
        for (size_t i = 0; id == PGY_CORE && i < PGY_CHILDREN; i++)
            tell_core(p, &p->children[i]);
        if (id != PGY_CORE)
            tell_core(p, child);
    }
}

void pgy_supervise_reap(struct parent *p, const struct pollfd fds[PGY_CHILDREN])
{
    for (size_t i = 0; i < PGY_CHILDREN; i++) {
        struct pgy_child *child = &p->children[i];
        if (fds[i].revents == 0 || !pgy_child_reap(child))
            continue;
        if (p->kill_ms != 0)
            continue;
        pgy_warn("%s ended (%s): starting it again", child->program, child->last_end);
        tell_core(p, child);
    }
}

/* A core that is starting has nothing to answer with yet: the service manager is told to wait, for
 * a minute. */
int64_t pgy_supervise_watch(struct parent *p)
{
    const struct pgy_child *core = &p->children[PGY_CORE];
    int64_t before = p->next_ping;
    int64_t next = pgy_children_watch(p->children, p->notify.watchdog_ms, &p->next_ping);
    if (p->next_ping != before && core->pid != 0 && !core->ready &&
        pgy_clock_mono_ms() - core->started_ms < STARTING_MS)
        pgy_notify_send(&p->notify, "WATCHDOG=1");
    return next;
}

int pgy_supervise_timeout(const struct parent *p, int64_t next)
{
    int64_t now = pgy_clock_mono_ms();
    if (p->kill_ms != 0)
        next = p->kill_ms;
    else {
        for (size_t i = 0; i < PGY_CHILDREN; i++) {
            if (p->children[i].due_ms < next)
                next = p->children[i].due_ms;
        }
    }
    if (next == INT64_MAX)
        return -1;
    return next <= now ? 0 : next - now > 60000 ? 60000 : (int)(next - now) + 1;
}
