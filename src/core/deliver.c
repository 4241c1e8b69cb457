/* SPDX-License-Identifier: BSD-2-Clause */
/* The outbox and the courier: claims go out, outcomes come back, both written before they count. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/wire.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { CLAIM_BATCH = 64, PER_ENDPOINT = 2, SECRET_MAX = 4096 };

static const struct {
    const char *word;
    uint8_t detail;
} details[] = {{"discreet", 0}, {"title", 1}, {"full", 2}};

static uint8_t detail_of(const struct pgy_config *config, const char *endpoint)
{
    const char *word = pgy_config_text(config, "notify", endpoint, "detail", "discreet");
    for (size_t i = 0; i < sizeof details / sizeof details[0]; i++) {
        if (strcmp(word, details[i].word) == 0)
            return details[i].detail;
    }
    return 0;
}

/* The endpoint's secrets, blank-separated: `secret`, or the words of `secret_file`, read anew for each message so that a new secret counts at once. */
static int secrets_of(const struct pgy_config *config, const char *endpoint, struct pgy_arena *arena, const char **secrets)
{
    const char *file = pgy_config_text(config, "notify", endpoint, "secret_file", NULL);
    *secrets = pgy_config_text(config, "notify", endpoint, "secret", "");
    if (!file)
        return 0;
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(SECRET_MAX);
    int rc = pgy_file_read(file, &text);
    if (rc != 0)
        return rc;
    char *words = pgy_arena_strdup(arena, pgy_buf_text(&text));
    for (char *p = words; *p; p++) {
        if (*p == '\n' || *p == '\r' || *p == '\t')
            *p = ' ';
    }
    size_t len = strlen(words);
    while (len > 0 && words[len - 1] == ' ')
        words[--len] = '\0';
    *secrets = words;
    return 0;
}

static void send_row(struct pgy_core *core, const struct pgy_config *config, const struct pgy_outbox_row *row, const char *secrets)
{
    struct pgy_buf *out = &core->courier.out;
    const char *endpoint = row->endpoint;
    const struct pgy_value *allow = pgy_config_get(config, "notify", endpoint, "allow_private");
    uint32_t nallow = allow ? allow->nlist : 0;
    size_t mark = pgy_frame_begin(out, PGY_C_SEND);
    pgy_put_i64(out, row->id);
    pgy_put_u32(out, row->attempts);
    pgy_put_str(out, row->profile);
    pgy_put_str(out, endpoint);
    pgy_put_str(out, pgy_config_text(config, "notify", endpoint, "type", ""));
    pgy_put_str(out, pgy_config_text(config, "notify", endpoint, "url", ""));
    pgy_put_str(out, secrets);
    pgy_put_str(out, pgy_config_text(config, "notify", endpoint, "ca_file", ""));
    pgy_put_u32(out, nallow);
    for (uint32_t i = 0; i < nallow; i++)
        pgy_put_str(out, allow->list[i]);
    pgy_put_u8(out, detail_of(config, endpoint));
    pgy_put_str(out, row->message);
    pgy_put_str(out, row->type);
    pgy_put_i64(out, row->created);
    pgy_put_i64(out, row->expires);
    pgy_put_u32(out, row->severity);
    pgy_put_str(out, row->payload);
    pgy_frame_end(out, mark);
}

/* A claimed row whose endpoint is gone, or whose secret cannot be read, is settled here. */
static void settle(struct pgy_core *core, const struct pgy_outbox_row *row, enum pgy_outbox_state state, int64_t next_try, const char *error,
                   int64_t now)
{
    int rc = pgy_store_outbox_done(core->store, row->id, row->attempts, state, next_try, 0, error, now);
    if (rc != 0 && rc != PGY_EREFUSED)
        core_store_failed(core, "settling a message", rc);
}

static void hand_over(struct pgy_core *core, const struct pgy_outbox_row *row, struct pgy_arena *arena, int64_t now)
{
    const struct core_profile *profile = core_profile_find(core, row->profile);
    const char *secrets;
    if (!profile || !profile->config) {
        /* The profile is not in force just now; its messages wait for it. */
        settle(core, row, PGY_OUT_QUEUED, now + 600, "the profile's configuration is not in force", now);
        return;
    }
    if (!pgy_config_section(profile->config, "notify", row->endpoint)) {
        settle(core, row, PGY_OUT_CANCELLED, now, "its [notify] section is gone", now);
        return;
    }
    int rc = secrets_of(profile->config, row->endpoint, arena, &secrets);
    if (rc != 0) {
        const char *error = pgy_arena_printf(arena, "notify:%s.secret_file cannot be read: %s", row->endpoint, pgy_strerror(rc));
        pgy_error("%s", error);
        settle(core, row, PGY_OUT_QUEUED, now + 300, error, now);
        return;
    }
    send_row(core, profile->config, row, secrets);
}

void core_deliver(struct pgy_core *core, int64_t now)
{
    if (!core->courier_ready || !core_guard(core, now, pgy_clock_mono_ms()) || core->courier.out.len > PGY_LINK_MAX / 4)
        return;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row *rows;
    size_t n;
    int rc = pgy_store_outbox_claim(core->store, now, CLAIM_BATCH, PER_ENDPOINT, arena, &rows, &n);
    if (rc != 0) {
        core_store_failed(core, "claiming messages", rc);
        return;
    }
    for (size_t i = 0; i < n; i++)
        hand_over(core, &rows[i], arena, now);
    core_flush(core, &core->courier, &core->courier_watch);
}

static void note_endpoint(struct pgy_core *core, struct pgy_endpoint *endpoint, enum pgy_outcome outcome,
                          const struct pgy_verdict *verdict, const char *error, int64_t now)
{
    if (outcome == PGY_DELIVERED) {
        endpoint->failures = 0;
        endpoint->paused_until = 0;
        endpoint->reason = NULL;
        endpoint->last_delivered = now;
    } else if (outcome != PGY_MESSAGE_FATAL) {
        endpoint->failures++;
        endpoint->reason = error;
        endpoint->paused_until = verdict->pause_endpoint ? verdict->pause_endpoint : endpoint->paused_until;
    }
    int rc = pgy_store_endpoint_put(core->store, endpoint);
    if (rc != 0)
        core_store_failed(core, "keeping an endpoint's health", rc);
}

/* The person hears over their other channels that one stopped (reference/delivery.md 1, policy 1). */
static void tell_others(struct pgy_core *core, const struct pgy_outbox_row *row, const char *error, struct pgy_arena *arena)
{
    struct core_profile *profile = core_profile_find(core, row->profile);
    if (!profile || !profile->config)
        return;
    pgy_error("notify:%s of '%s' is paused until you change it or retry: %s", row->endpoint, row->profile, error);
    core_notice(core, profile, pgy_arena_printf(arena, "%s/%lld", row->endpoint, (long long)row->id), "endpoint.paused", PGYD_WARN,
                pgy_arena_printf(arena, "pgyd cannot deliver to [notify:%s]: %s", row->endpoint, error),
                "Its messages are kept. Mend the section and reload, or run pgyctl retry.");
}

static void on_result(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int64_t id = pgy_get_i64(frame), now = pgy_clock_now();
    uint32_t attempt = pgy_get_u32(frame);
    uint8_t outcome = pgy_get_u8(frame);
    int64_t code = pgy_get_i64(frame), retry_after = pgy_get_i64(frame);
    const char *error = pgy_get_str(frame, arena);
    struct pgy_outbox_row row;
    struct pgy_endpoint endpoint;
    if (pgy_frame_done(frame) || outcome > PGY_ENDPOINT_FATAL || code < 0 || code > 999) {
        pgy_error("the courier sent a result that makes no sense; ignored");
        return;
    }
    if (pgy_store_outbox_get(core->store, id, arena, &row) != 0 || row.state != PGY_OUT_CLAIMED || row.attempts != attempt)
        return;
    if (pgy_store_endpoint_get(core->store, row.profile, row.endpoint, arena, &endpoint) != 0)
        endpoint = (struct pgy_endpoint){.profile = row.profile, .endpoint = row.endpoint};
    double random = randombytes_uniform(10001) / 10000.0;
    struct pgy_verdict verdict =
        pgy_remind_verdict(outcome, attempt - row.spared, retry_after, row.expires, now, endpoint.failures, random);
    bool was_paused = endpoint.paused_until == INT64_MAX;
    int rc = pgy_store_begin(core->store);
    if (rc == 0)
        rc = pgy_store_outbox_done(core->store, id, attempt, verdict.state, verdict.next_try, (int32_t)code, error, now);
    if (rc == 0 && !verdict.attempt_counts)
        rc = pgy_store_outbox_spare(core->store, id);
    if (rc == 0) {
        note_endpoint(core, &endpoint, outcome, &verdict, error, now);
        rc = pgy_store_commit(core->store);
    } else {
        pgy_store_rollback(core->store);
    }
    if (rc != 0) {
        core_store_failed(core, "writing an outcome", rc);
        return;
    }
    if (verdict.state == PGY_OUT_FAILED || verdict.state == PGY_OUT_MISSED)
        pgy_error("message %lld to notify:%s was given up: %s; see pgyctl deliveries --failed", (long long)id, row.endpoint,
                  error ? error : "no reason given");
    if (verdict.pause_endpoint == INT64_MAX && !was_paused)
        tell_others(core, &row, error ? error : "refused", arena);
}

/* What the courier still sends stays claimed; whatever else was claimed died with an older courier or core and is sent again under its old id. */
static void on_inflight(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    uint32_t n = pgy_get_u32(frame);
    if (frame->err || n > frame->len / 12) {
        pgy_error("the courier's list of messages under way makes no sense; ignored");
        return;
    }
    int64_t *ids = pgy_arena_array(arena, n + 1, sizeof *ids);
    for (uint32_t i = 0; i < n; i++) {
        ids[i] = pgy_get_i64(frame);
        (void)pgy_get_u32(frame);
    }
    int rc = pgy_store_outbox_release_except(core->store, ids, n, pgy_clock_now());
    if (rc != 0)
        core_store_failed(core, "taking back unfinished messages", rc);
    core->courier_ready = rc == 0;
}

static void courier_gone(struct pgy_core *core)
{
    core_watch_stop(&core->courier_watch);
    pgy_link_close(&core->courier);
    core->courier_up = core->courier_ready = false;
}

void core_courier_read(struct pgy_core *core, void *arg, int events)
{
    (void)arg;
    struct pgy_frame frame;
    if (events & UV_WRITABLE)
        core_flush(core, &core->courier, &core->courier_watch);
    int rc = pgy_link_read(&core->courier);
    while (pgy_link_next(&core->courier, &frame) == 0) {
        if (frame.type == PGY_FRAME_HELLO)
            core->courier_up = pgy_link_check_hello(&frame) == 0;
        else if (frame.type == PGY_C_RESULT && core->courier_up)
            on_result(core, &frame);
        else if (frame.type == PGY_C_INFLIGHT && core->courier_up)
            on_inflight(core, &frame);
    }
    if (rc != 0 && rc != PGY_EAGAIN) {
        courier_gone(core);
        return;
    }
    core_clients_wake(core);
    core_deliver(core, pgy_clock_now());
    core_arm(core);
}

void core_courier_link(struct pgy_core *core, int fd)
{
    if (core->courier.fd >= 0)
        courier_gone(core);
    pgy_link_open(&core->courier, fd, PGY_LINK_MAX);
    pgy_link_hello(&core->courier, "pgyd-core");
    core_watch_start(core, &core->courier_watch, fd, UV_READABLE, core_courier_read, NULL);
    core_flush(core, &core->courier, &core->courier_watch);
}
