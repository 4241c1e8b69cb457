/* SPDX-License-Identifier: BSD-2-Clause */
/* Lanes of waiting messages, one an endpoint, and who goes next. The transfer is send.c's, what
 * came of it results.c's. */
#include "courier/jobs.h"

#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"
#include "courier/target.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* An endpoint that has jobs here. */
struct pgy_lane {
    struct pgy_lane *next;
    char *profile, *endpoint;
    size_t jobs, sending;
    bool closed;     /* failed, and the core may not know yet */
    bool told;       /* the core was told … */
    uint32_t result; /* … by the time it knows so many results */
};

struct pgy_job {
    struct pgy_job *next;
    struct pgy_lane *lane;
    struct pgy_arena *arena; /* holds the job itself */
    struct pgy_message message;
    struct pgy_request request;
    const struct pgy_target *target; /* NULL: unknown type */
    bool sending;
};

void pgy_jobs_init(struct pgy_jobs *jobs, struct pgy_sender *sender, struct pgy_results *results)
{
    *jobs = (struct pgy_jobs){.sender = sender, .results = results};
    jobs->end = &jobs->first;
}

/* Of a message, made where missing; NULL when memory is short. */
static struct pgy_lane *enter_lane(struct pgy_jobs *jobs, const struct pgy_message *m)
{
    struct pgy_lane *lane = jobs->lanes;
    while (lane &&
           (strcmp(lane->endpoint, m->endpoint) != 0 || strcmp(lane->profile, m->profile) != 0))
        lane = lane->next;
    if (!lane) {
        lane = calloc(1, sizeof *lane);
        if (lane &&
            (!(lane->profile = strdup(m->profile)) || !(lane->endpoint = strdup(m->endpoint)))) {
            free(lane->profile);
            free(lane);
            lane = NULL;
        }
        if (!lane)
            return NULL;
        lane->next = jobs->lanes;
        jobs->lanes = lane;
    }
    lane->jobs++;
    return lane;
}

/* Frees a lane that nothing needs any more. */
static void tidy_lane(struct pgy_jobs *jobs, struct pgy_lane *lane)
{
    if (lane->jobs > 0 || lane->closed)
        return;
    struct pgy_lane **at = &jobs->lanes;
    while (*at != lane)
        at = &(*at)->next;
    *at = lane->next;
    free(lane->profile);
    free(lane->endpoint);
    free(lane);
}

static void leave_lane(struct pgy_jobs *jobs, struct pgy_lane *lane)
{
    lane->jobs--;
    tidy_lane(jobs, lane);
}

void pgy_jobs_told(struct pgy_jobs *jobs, uint32_t told)
{
    for (struct pgy_lane *lane = jobs->lanes; lane; lane = lane->next) {
        if (lane->closed && !lane->told)
            lane->result = told;
        lane->told = true;
    }
}

/* All that were told by then; with `all`, whether they were or not. */
static void reopen(struct pgy_jobs *jobs, uint32_t seen, bool all)
{
    for (struct pgy_lane *lane = jobs->lanes, *next; lane; lane = next) {
        next = lane->next;
        if (!lane->closed || (!all && (!lane->told || lane->result > seen)))
            continue;
        lane->closed = false;
        tidy_lane(jobs, lane);
    }
}

void pgy_jobs_seen(struct pgy_jobs *jobs, uint32_t seen)
{
    reopen(jobs, seen, false);
}

static void job_free(struct pgy_job *job)
{
    struct pgy_arena *arena = job->arena;
    pgy_message_free(&job->message);
    pgy_arena_free(&arena);
}

/* Unlinks *at and frees it. */
static void drop(struct pgy_jobs *jobs, struct pgy_job **at)
{
    struct pgy_job *job = *at;
    if (job->sending)
        jobs->sending--, job->lane->sending--;
    else
        jobs->waiting--;
    leave_lane(jobs, job->lane);
    *at = job->next;
    if (!job->next)
        jobs->end = at;
    job_free(job);
}

static struct pgy_job **find(struct pgy_jobs *jobs, const struct pgy_job *job)
{
    struct pgy_job **at = &jobs->first;
    while (*at && *at != job)
        at = &(*at)->next;
    return at;
}

/* Whether its endpoint rests now, and how long, is the core's to say. */
static void give_back(struct pgy_jobs *jobs, const struct pgy_job *job)
{
    struct pgy_result result = {.row = job->message.row,
                                .attempt = job->message.attempt,
                                .outcome = PGY_RETURNED,
                                .retry_after = -1,
                                .error = ""};
    pgy_results_add(jobs->results, &result);
}

int pgy_jobs_take(struct pgy_jobs *jobs, struct pgy_frame *frame)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_job *job = pgy_arena_alloc(arena, sizeof *job);
    job->arena = arena;
    int rc = pgy_message_read(frame, arena, &job->message);
    if (rc) {
        pgy_arena_free(&arena);
        return rc;
    }
    for (struct pgy_job *other = jobs->first; other; other = other->next) {
        if (other->message.row != job->message.row)
            continue;
        other->message.attempt = job->message.attempt;
        job_free(job);
        return 0;
    }
    if (!(job->lane = enter_lane(jobs, &job->message))) {
        job_free(job);
        return -ENOMEM;
    }
    if (job->lane->closed) {
        give_back(jobs, job);
        leave_lane(jobs, job->lane);
        job_free(job);
        return 0;
    }
    job->target = pgy_target_find(job->message.type);
    *jobs->end = job;
    jobs->end = &job->next;
    jobs->waiting++;
    return 0;
}

static void report(struct pgy_jobs *jobs, const struct pgy_job *job, enum pgy_outcome outcome,
                   const char *error)
{
    struct pgy_result result = {.row = job->message.row,
                                .attempt = job->message.attempt,
                                .outcome = outcome,
                                .retry_after = -1,
                                .error = error};
    pgy_results_add(jobs->results, &result);
    if (outcome != PGY_DELIVERED)
        pgy_info("%s/%s: %s", job->message.profile, job->message.endpoint, error);
}

/* False: the job is over, and its result kept. */
static bool begin(struct pgy_jobs *jobs, struct pgy_job *job, int64_t now)
{
    struct pgy_message *m = &job->message;
    const char *problem = m->problem;
    int rc;
    if (!job->target)
        problem = pgy_arena_printf(job->arena, "[notify:%s] type: '%s' is not known here",
                                   m->endpoint, m->type);
    if (problem) {
        report(jobs, job,
               m->endpoint_problem || !job->target ? PGY_ENDPOINT_FATAL : PGY_MESSAGE_FATAL,
               problem);
    } else if (m->expires <= now) {
        report(jobs, job, PGY_TRANSIENT, "its time was over before it could be sent");
    } else if (job->target->write) {
        rc = job->target->write(m, job->arena);
        report(jobs, job, rc ? PGY_TRANSIENT : PGY_DELIVERED, rc ? pgy_strerror(rc) : "");
    } else if (job->target->make(m, now, job->arena, &job->request, &problem) != 0) {
        report(jobs, job, PGY_ENDPOINT_FATAL,
               problem ? problem : "the request cannot be made from these settings");
    } else if ((rc = pgy_sender_start(jobs->sender, &job->request, m, job)) != 0) {
        report(jobs, job, PGY_TRANSIENT, pgy_strerror(rc));
    } else {
        job->sending = true;
        jobs->waiting--;
        jobs->sending++;
        job->lane->sending++;
        return true;
    }
    return false;
}

void pgy_jobs_start(struct pgy_jobs *jobs, int64_t now)
{
    struct pgy_job **at = &jobs->first;
    while (*at && jobs->waiting > 0 && jobs->sending < PGY_SEND_MAX) {
        struct pgy_job *job = *at;
        bool ready = !job->sending && job->lane->sending < PGY_JOBS_ENDPOINT;
        if (ready && !begin(jobs, job, now))
            drop(jobs, at);
        else
            at = &job->next;
    }
}

/* What waits for an endpoint that just failed goes back untried, and so does what still comes until
 * the core knows of the failure. */
static void close_lane(struct pgy_jobs *jobs, struct pgy_lane *lane)
{
    lane->closed = true;
    lane->told = false;
    for (struct pgy_job **at = &jobs->first; *at;) {
        if ((*at)->lane != lane || (*at)->sending) {
            at = &(*at)->next;
            continue;
        }
        give_back(jobs, *at);
        drop(jobs, at);
    }
}

void pgy_jobs_finish(struct pgy_jobs *jobs, int64_t now)
{
    struct pgy_answer answer;
    struct pgy_job *job;
    while ((job = pgy_sender_next(jobs->sender, &answer))) {
        struct pgy_result result;
        job->target->judge(&answer, &job->message, now, job->arena, &result);
        pgy_results_add(jobs->results, &result);
        if (result.outcome != PGY_DELIVERED)
            pgy_info("%s/%s: %s", job->message.profile, job->message.endpoint, result.error);
        if (result.outcome != PGY_DELIVERED && result.outcome != PGY_MESSAGE_FATAL)
            close_lane(jobs, job->lane);
        drop(jobs, find(jobs, job));
    }
}

void pgy_jobs_drop_waiting(struct pgy_jobs *jobs)
{
    reopen(jobs, 0, true);
    for (struct pgy_job **at = &jobs->first; *at;) {
        if ((*at)->sending)
            at = &(*at)->next;
        else
            drop(jobs, at);
    }
}

void pgy_jobs_abandon(struct pgy_jobs *jobs)
{
    pgy_jobs_drop_waiting(jobs);
    for (struct pgy_job *job = jobs->first; job; job = job->next)
        report(jobs, job, PGY_TRANSIENT, "cut off because pgyd stopped");
}

void pgy_jobs_free(struct pgy_jobs *jobs)
{
    reopen(jobs, 0, true);
    while (jobs->first)
        drop(jobs, &jobs->first);
}

void pgy_jobs_inflight(const struct pgy_jobs *jobs, struct pgy_buf *out)
{
    size_t mark = pgy_frame_begin(out, PGY_C_INFLIGHT);
    pgy_put_u32(out, (uint32_t)jobs->sending);
    for (const struct pgy_job *job = jobs->first; job; job = job->next) {
        if (!job->sending)
            continue;
        pgy_put_i64(out, job->message.row);
        pgy_put_u32(out, job->message.attempt);
    }
    pgy_frame_end(out, mark);
}
