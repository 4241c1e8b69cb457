/* SPDX-License-Identifier: BSD-2-Clause */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void on_poll(uv_poll_t *poll, int status, int events)
{
    struct core_watch *watch = poll->data;
    watch->fn(watch->core, watch->arg, status < 0 ? UV_READABLE : events);
}

static void on_close(uv_handle_t *handle)
{
    free(handle);
}

int core_watch_start(struct pgy_core *core, struct core_watch *watch, int fd, int events,
                     void (*fn)(struct pgy_core *core, void *arg, int events), void *arg)
{
    if (!watch->poll) {
        uv_poll_t *poll = calloc(1, sizeof *poll);
        if (!poll || uv_poll_init(&core->loop, poll, fd) != 0) {
            free(poll);
            return PGY_EINVAL;
        }
        poll->data = watch;
        watch->poll = poll;
    }
    watch->core = core;
    watch->fn = fn;
    watch->arg = arg;
    return uv_poll_start(watch->poll, events, on_poll) == 0 ? 0 : PGY_EINVAL;
}

void core_watch_stop(struct core_watch *watch)
{
    if (!watch->poll)
        return;
    uv_poll_stop(watch->poll);
    uv_close((uv_handle_t *)watch->poll, on_close);
    watch->poll = NULL;
}

void core_flush(struct pgy_core *core, struct pgy_link *link, struct core_watch *watch)
{
    if (link->fd < 0 || !watch->poll)
        return;
    int rc = pgy_link_flush(link);
    core_watch_start(core, watch, link->fd, UV_READABLE | (rc == PGY_EAGAIN ? UV_WRITABLE : 0),
                     watch->fn, watch->arg);
}

static int64_t earliest(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

void core_arm(struct pgy_core *core)
{
    int64_t now = pgy_clock_now(), next = now + CORE_MINUTE, due = INT64_MAX, digest = INT64_MAX,
            wake = INT64_MAX, try = INT64_MAX;
    /* What waits for its profile is looked at when a job ends; the others' time comes to the second
     * even so. */
    int64_t after = core->due_waits ? now : INT64_MIN;
    if (!core->store)
        return;
    if (!core->held && pgy_store_next_due(core->store, after, &due) == 0)
        next = earliest(next, due);
    if (!core->held && pgy_store_next_digest(core->store, after, &digest) == 0)
        next = earliest(next, digest);
    if (!core->held && pgy_store_next_wake(core->store, &wake) == 0)
        next = earliest(next, wake);
    if (core->courier_ready && !core->held && pgy_store_outbox_next(core->store, &try) == 0)
        next = earliest(next, try);
    if (core->noutcomes > 0 || core->taking_back)
        next = now;
    /* What is due already but cannot be handled now (a full disk, a courier that is full) waits a
     * second instead of spinning. */
    if (next <= now)
        next = now + 1;
    pgy_clock_timer_set(core->timer_fd, next);
}

void core_store_failed(struct pgy_core *core, const char *doing, int rc)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *reason = pgy_store_error(core->store);
    char *text = strdup(pgy_arena_printf(arena, "%s failed: %s", doing,
                                         reason && *reason ? reason : pgy_strerror(rc)));
    if (!core->degraded || !text || strcmp(core->degraded, text) != 0)
        pgy_error("%s", text ? text : doing);
    free(core->degraded);
    core->degraded = text;
    if (rc == -EIO) {
        /* The disk itself failed: nothing this process holds can be trusted to be written any more
         * (reference/reliability.md 6, 26). */
        pgy_error("the disk failed: ending, so that the next start looks at what it really holds");
        core->failed = true;
        core_stop(core);
    }
}

void core_store_fine(struct pgy_core *core)
{
    if (!core->degraded)
        return;
    pgy_info("the store works again");
    free(core->degraded);
    core->degraded = NULL;
}

static void wake_profiles(struct pgy_core *core, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char **ids;
    size_t n;
    if (pgy_store_profiles_due(core->store, now, 100, arena, &ids, &n) != 0)
        return;
    for (size_t i = 0; i < n; i++) {
        struct core_profile *profile = core_profile_find(core, ids[i]);
        /* Its pass may be under way; until that is written the profile stays due. */
        if (profile && (profile->queued || (core->job && core->job->profile == profile) ||
                        profile->retry_ms > pgy_clock_mono_ms()))
            continue;
        if (profile)
            core_want(core, profile, false);
        else
            pgy_store_profile_wake(core->store, ids[i], INT64_MAX);
    }
}

/* Passes that a clock since set back put off into a far future. */
static bool too_far(const struct core_profile *profile, int64_t now)
{
    return profile->config &&
           profile->next_pass >
               pgy_tz_instant(profile->tz, core_today(profile, now) + 1, 0) + CORE_SPREAD;
}

/* What was asked while the clock could not be trusted or the disk was full: read and checked again
 * too, since checks know today. */
static void wake_put_off(struct pgy_core *core, int64_t now)
{
    int64_t mono = pgy_clock_mono_ms();
    bool back = core->went_back;
    core->went_back = false;
    for (struct core_profile *p = core->profiles; p; p = p->next) {
        bool retry = p->retry_ms > 0 && mono >= p->retry_ms;
        if (retry)
            p->retry_ms = 0;
        if ((p->held || retry || (back && too_far(p, now))) && !p->queued &&
            !(core->job && core->job->profile == p))
            core_want(core, p, true);
    }
}

void core_tick(struct pgy_core *core)
{
    int64_t now = pgy_clock_now();
    if (core_guard(core, now, pgy_clock_mono_ms())) {
        core_expire(core, now);
        core_fire(core, now);
        wake_put_off(core, now);
        wake_profiles(core, now);
    }
    core_deliver(core, now);
    core_tokens_follow(core);
    core_upkeep(core, now);
    core_clients_wake(core);
    core_job_next(core);
    core_arm(core);
}

void core_stop(struct pgy_core *core)
{
    core->stopping = true;
    uv_stop(&core->loop);
}
