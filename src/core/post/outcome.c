/* SPDX-License-Identifier: BSD-2-Clause */
/* What became of messages: the courier's results wait here until the turn's transaction (deliver.c)
 * is on the disk. What an outcome means for the next try is courier/outcome.c's to say. */
#include "core/post/inside.h"

#include "base/err.h"
#include "base/log.h"
#include "courier/outcome.h"

#include <sodium.h>

void core_post_outcome_read(struct core_post *post, struct pgy_frame *frame)
{
    if (!post->outcomes.arena)
        post->outcomes.arena = pgy_arena_new();
    struct pgy_arena *arena = post->outcomes.arena;
    struct core_outcome outcome = {
        .row = pgy_get_i64(frame), .attempt = pgy_get_u32(frame), .outcome = pgy_get_u8(frame)};
    outcome.code = pgy_get_i64(frame);
    outcome.retry_after = pgy_get_i64(frame);
    outcome.error = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || outcome.outcome > PGY_RETURNED || outcome.code < 0 ||
        outcome.code > 999) {
        pgy_error("the courier sent a result that makes no sense; ignored");
        return;
    }
    *(struct core_outcome *)pgy_arena_push(arena, &post->outcomes.list, &post->outcomes.n,
                                           &post->outcomes.cap, sizeof outcome) = outcome;
}

static int note_endpoint(struct core_post *post, struct pgy_endpoint *endpoint,
                         const struct core_outcome *o, const struct pgy_verdict *verdict,
                         int64_t now)
{
    if (o->outcome == PGY_DELIVERED) {
        /* Nothing to write when another message arrived there within this second. */
        if (endpoint->failures == 0 && endpoint->paused_until == 0 && !endpoint->reason &&
            endpoint->last_delivered == now)
            return 0;
        endpoint->last_delivered = now;
        /* Paused, it began nothing: this one was under way beside the one that was refused, and
         * opens nothing again. Who retries lifts the pause first. */
        if (endpoint->paused_until <= now) {
            endpoint->failures = 0;
            endpoint->paused_until = 0;
            endpoint->reason = NULL;
        }
    } else if (o->outcome != PGY_MESSAGE_FATAL) {
        endpoint->failures++;
        endpoint->reason = o->error;
        /* Of two that were under way the longer pause counts: a time-out must not undo a 410. */
        if (verdict->pause_endpoint > endpoint->paused_until)
            endpoint->paused_until = verdict->pause_endpoint;
    }
    return pgy_store_endpoint_put(post->store, endpoint);
}

/* The person hears over their other channels that one stopped. */
static void tell_others(struct core_post *post, const struct pgy_outbox_row *row, const char *error,
                        int64_t now, struct pgy_arena *arena)
{
    const struct core_notice notice = {
        .person = core_roll_find(post->roll, row->profile),
        .key = pgy_arena_printf(arena, "%s/%lld", row->endpoint, (long long)row->id),
        .type = "endpoint.paused",
        .severity = PGYD_WARN,
        .title =
            pgy_arena_printf(arena, "pgyd cannot deliver to [notify:%s]: %s", row->endpoint, error),
        .detail = "Its messages are kept. Mend the section and reload, or run pgyctl retry.",
    };
    if (notice.person && notice.person->config)
        core_post_notice(post, &notice, now);
}

/* What the log says of it, once it is written down. */
static const char *sentence(const struct core_outcome *o, const struct pgy_outbox_row *row,
                            const struct pgy_verdict *verdict, bool stopped,
                            struct pgy_arena *arena)
{
    const char *error = o->error && *o->error ? o->error : "no reason given";
    if (verdict->settle == PGY_SETTLE_FAILED || verdict->settle == PGY_SETTLE_MISSED)
        return pgy_arena_printf(
            arena, "message %lld to notify:%s was given up: %s; see pgyctl deliveries --failed",
            (long long)o->row, row->endpoint, error);
    return stopped
               ? pgy_arena_printf(arena,
                                  "notify:%s of '%s' is paused until you change it or retry: %s",
                                  row->endpoint, row->profile, error)
               : NULL;
}

static enum pgy_outbox_state state_of(enum pgy_settle settle)
{
    static const enum pgy_outbox_state states[] = {[PGY_SETTLE_SENT] = PGY_OUT_SENT,
                                                   [PGY_SETTLE_AGAIN] = PGY_OUT_QUEUED,
                                                   [PGY_SETTLE_FAILED] = PGY_OUT_FAILED,
                                                   [PGY_SETTLE_MISSED] = PGY_OUT_MISSED};
    return states[settle];
}

static int write_one(struct core_post *post, struct core_outcome *o, int64_t now,
                     struct pgy_arena *arena)
{
    struct pgy_outbox_row row;
    struct pgy_endpoint endpoint;
    int rc = pgy_store_outbox_get(post->store, o->row, arena, &row);
    /* Fenced: pruned, or in another attempt by now. */
    if (rc == PGY_ENOTFOUND ||
        (rc == 0 && (row.state != PGY_OUT_CLAIMED || row.attempts != o->attempt)))
        return 0;
    if (rc != 0 || (rc = pgy_store_endpoint_get(post->store, row.profile, row.endpoint, arena,
                                                &endpoint)) != 0)
        return rc;
    double random = o->outcome == PGY_DELIVERED ? 0 : randombytes_uniform(10001) / 10000.0;
    struct pgy_verdict verdict =
        pgy_outcome_verdict((enum pgy_outcome)o->outcome, o->attempt - row.spared, o->retry_after,
                            row.expires, now, endpoint.failures, random);
    bool stopped = verdict.pause_endpoint == INT64_MAX && endpoint.paused_until != INT64_MAX;
    /* else what is known of it is what an earlier attempt left */
    bool begun = o->outcome != PGY_RETURNED;
    rc = pgy_store_outbox_done(post->store, o->row, o->attempt, state_of(verdict.settle),
                               verdict.next_try, begun ? (int32_t)o->code : row.last_code,
                               begun ? o->error : row.last_error, now);
    if (rc == 0 && !verdict.attempt_counts)
        rc = pgy_store_outbox_spare(post->store, o->row);
    if (rc == 0 && begun)
        rc = note_endpoint(post, &endpoint, o, &verdict, now);
    if (rc == 0 && verdict.settle == PGY_SETTLE_MISSED)
        rc = core_post_row_missed(post, &row, now);
    if (rc == 0 && stopped)
        tell_others(post, &row, o->error ? o->error : "refused", now, arena);
    if (!o->log)
        o->log = sentence(o, &row, &verdict, stopped, post->outcomes.arena);
    return rc;
}

int core_post_outcomes_write(struct core_post *post, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < post->outcomes.n; i++)
        rc = write_one(post, &post->outcomes.list[i], now, arena);
    return rc;
}

void core_post_outcomes_written(struct core_post *post)
{
    for (size_t i = 0; i < post->outcomes.n; i++) {
        if (post->outcomes.list[i].log)
            pgy_error("%s", post->outcomes.list[i].log);
    }
    pgy_arena_free(&post->outcomes.arena);
    post->outcomes = (struct core_outcomes){0};
}
