/* SPDX-License-Identifier: BSD-2-Clause */
/* The only tick: called after every callback of the loop, it turns what the desks left to do into
 * the next calls. Desks never call each other; whatever goes from one to another passes here or
 * through errands.c. */
#include "core/core.h"

#include "base/clock.h"

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Sets the timer for whatever comes first. */
static void arm(struct pgy_core *core, int64_t now)
{
    int64_t next = now + CORE_MINUTE;
    next = earlier(next, core_post_next(core->post, now));
    if (!core->guard.held)
        next = earlier(next, core_people_next(core->people));
    /* What is due already but cannot be handled now (a full disk, a courier that is full) waits a
     * second instead of spinning. */
    if (next <= now)
        next = now + 1;
    pgy_clock_timer_set(core->timer_fd, next);
}

/* What the people desk has for the others to hear. */
static void carry(struct pgy_core *core, int64_t now)
{
    struct core_settled settled;
    struct core_notice notice;
    while (core_people_settled(core->people, &settled))
        core_desk_settle(core->desk, &settled);
    while (core_people_notice(core->people, &notice))
        core_post_notice(core->post, &notice, now);
}

/* Everything that a plan changes, in one transaction; its feeds follow. */
static void write_plan(struct pgy_core *core)
{
    struct core_plan plan;
    int64_t now = pgy_clock_now();
    int rc = pgy_store_begin(core->state.store);
    if (rc != 0) {
        core_health_failed(&core->health, "writing the plan", rc);
    } else {
        rc = core_people_write(core->people, now, &plan);
        if (rc == 0)
            rc = core_links_first(core->links, plan.person, now);
        if (rc == 0) {
            plan.link = plan.first ? core_links_shown(core->links, plan.person, plan.arena) : NULL;
            rc = core_post_follow(core->post, &plan);
        }
        rc = core_health_end(&core->health, rc, "writing the plan");
    }
    core_people_written(core->people, rc, now);
    core_links_settled(core->links, rc == 0);
}

/* A job is over: its person is served, links may have become old, messages due. */
static void after_job(struct pgy_core *core)
{
    int64_t now = pgy_clock_now();
    bool busy = core_people_busy(core->people);
    core_links_follow(core->links, busy);
    core_desk_wake(core->desk, busy);
    /* Before the next job: whoever gave up may have a proposal that it would write down. */
    core_errands(core);
    /* Looked at anew: the clock may have jumped since the last tick. */
    if (core_guard_look(&core->guard, now, pgy_clock_mono_ms()))
        core_post_fire(core->post, now);
    core_post_deliver(core->post, now);
}

static void go_on(struct pgy_core *core)
{
    while (!core->stopping && !core->health.failed) {
        enum core_people_left left = core_people_step(core->people);
        carry(core, pgy_clock_now());
        if (left == CORE_PLANNED)
            write_plan(core);
        else if (left != CORE_ENDED)
            return;
        after_job(core);
    }
}

/* Once a minute. */
static void upkeep(struct pgy_core *core, int64_t now)
{
    if (now < core->upkept + CORE_MINUTE && now >= core->upkept)
        return;
    core->upkept = now;
    if (core_people_look(core->people, now)) {
        core->parent.reloading = true;
        core_parent_bind(core);
    }
    core_metrics(core);
    /* By a wrong clock everything would be old. */
    if (!core->guard.held)
        core_post_prune(core->post, now);
}

static void by_time(struct pgy_core *core, int64_t now)
{
    core->time_came = false;
    if (core_guard_look(&core->guard, now, pgy_clock_mono_ms())) {
        core_post_fire(core->post, now);
        core_people_wake(core->people, now);
    }
    core_post_deliver(core->post, now);
    core_links_follow(core->links, core_people_busy(core->people));
    upkeep(core, now);
}

void core_tick(struct pgy_core *core)
{
    int64_t now = pgy_clock_now();
    if (core->parent.reload_asked)
        core_reload(core);
    if (core->time_came)
        by_time(core, now);
    else if (core_post_pressing(core->post))
        core_post_deliver(core->post, now);
    core_errands(core);
    do {
        go_on(core);
        core_desk_wake(core->desk, core_people_busy(core->people));
    } while (!core->stopping && core_errands(core) > 0);
    core_parent_ready(core);
    arm(core, pgy_clock_now());
    if (core->health.failed || core->stopping)
        core_stop(core);
}
