/* SPDX-License-Identifier: BSD-2-Clause */
/* The outbox and the courier: claims go out, outcomes (outcome.c) come back, both written before
 * they count. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/wire.h"

#include <stdlib.h>
#include <string.h>

/* Two go to an endpoint at once: a promise to receivers, which the courier keeps. AHEAD more wait
 * there for one that takes what it gets, so that the courier need not wait for a transaction
 * between messages; it returns them when something goes wrong. */
enum { CLAIM_BATCH = 256, CLAIM_STEP = 32, PER_ENDPOINT = 2, AHEAD = 6, SECRET_MAX = 4096 };

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

/* The endpoint's secrets, blank-separated: `secret`, or the words of `secret_file`, read anew for
 * each message so that a new secret counts at once. */
static int secrets_of(const struct pgy_config *config, const char *endpoint,
                      struct pgy_arena *arena, const char **secrets)
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

static void send_row(struct pgy_core *core, const struct pgy_config *config,
                     const struct pgy_outbox_row *row, const char *secrets)
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

/* Nothing was sent, so the attempt does not count: else a profile that was out for some hours would
 * have used up its tries. */
static int settle(struct pgy_core *core, const struct pgy_outbox_row *row,
                  enum pgy_outbox_state state, int64_t next_try, const char *error, int64_t now)
{
    int rc =
        pgy_store_outbox_done(core->store, row->id, row->attempts, state, next_try, 0, error, now);
    return rc == 0 ? pgy_store_outbox_spare(core->store, row->id) : rc;
}

/* Puts a claimed row into the courier's link. One whose endpoint is gone, or whose secret cannot be
 * read, is settled here. */
static int hand_over(struct pgy_core *core, const struct pgy_outbox_row *row,
                     struct pgy_arena *arena, int64_t now)
{
    const struct core_profile *profile = core_profile_find(core, row->profile);
    const char *secrets;
    /* A profile that is not in force just now: its messages wait for it. */
    if (!profile || !profile->config)
        return settle(core, row, PGY_OUT_QUEUED, now + 600,
                      "the profile's configuration is not in force", now);
    int rc;
    if (!pgy_config_section(profile->config, "notify", row->endpoint)) {
        rc = core_reroute(core, profile, row, arena, now);
        return rc == 0 ? settle(core, row, PGY_OUT_CANCELLED, now, PGY_OUTBOX_GONE, now) : rc;
    }
    rc = secrets_of(profile->config, row->endpoint, arena, &secrets);
    if (rc != 0) {
        const char *error = pgy_arena_printf(arena, "notify:%s.secret_file cannot be read: %s",
                                             row->endpoint, pgy_strerror(rc));
        pgy_error("%s", error);
        return settle(core, row, PGY_OUT_QUEUED, now + 300, error, now);
    }
    send_row(core, profile->config, row, secrets);
    return 0;
}

/* Claims in small steps, so that what waits for the courier stays far from PGY_LINK_MAX; nothing
 * leaves before the claims are committed. */
static int claim(struct pgy_core *core, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    size_t n = CLAIM_STEP;
    for (size_t total = 0;
         n == CLAIM_STEP && total < CLAIM_BATCH && core->courier.out.len <= PGY_LINK_MAX / 4;
         total += n) {
        struct pgy_outbox_row *rows;
        int rc = pgy_store_outbox_claim(core->store, now, CLAIM_STEP, PER_ENDPOINT, AHEAD, arena,
                                        &rows, &n);
        for (size_t i = 0; rc == 0 && i < n; i++)
            rc = hand_over(core, &rows[i], arena, now);
        if (rc != 0)
            return rc;
    }
    return 0;
}

/* Before any claim, so that the courier can tell what was claimed in ignorance of a failure. */
static void say_seen(struct pgy_core *core)
{
    size_t mark = pgy_frame_begin(&core->courier.out, PGY_C_SEEN);
    pgy_put_u32(&core->courier.out, core->heard);
    pgy_frame_end(&core->courier.out, mark);
}

/* Inside the transaction: outcomes, what an older courier or core left behind, new claims. */
static int turn(struct pgy_core *core, int64_t now)
{
    int rc = core_outcomes_write(core, now);
    if (rc == 0 && core->courier_up && core->seen != core->heard)
        say_seen(core);
    if (rc == 0 && core->taking_back)
        rc = pgy_store_outbox_release_except(core->store, core->sending, core->nsending, now);
    if (rc == 0 && !core->held && (core->courier_ready || core->taking_back))
        rc = claim(core, now);
    return rc;
}

/* One transaction a turn, and so one fsync for all that came and goes in it. When it fails, nothing
 * of it happened: the outcomes and the courier's list are kept and written at the next turn, the
 * claims were not handed over. */
void core_deliver(struct pgy_core *core, int64_t now)
{
    size_t mark = core->courier.out.len;
    bool may_send = core_guard(core, now, pgy_clock_mono_ms()) && core->courier_ready;
    if (core->noutcomes == 0 && !core->taking_back && !may_send)
        return;
    int rc = pgy_store_begin(core->store);
    if (rc == 0 && (rc = turn(core, now)) == 0)
        rc = pgy_store_commit(core->store);
    else
        pgy_store_rollback(core->store);
    if (rc != 0) {
        core->courier.out.len = mark;
        core_store_failed(core, "writing what was delivered and what is sent", rc);
        return;
    }
    core_outcomes_written(core);
    core->seen = core->heard;
    if (core->taking_back) {
        core->taking_back = false;
        core->courier_ready = core->courier.fd >= 0;
    }
    core_flush(core, &core->courier, &core->courier_watch);
}

/* What the courier still sends stays claimed; whatever else was claimed died with an older courier
 * or core and is sent again under its old id. */
static void on_inflight(struct pgy_core *core, struct pgy_frame *frame)
{
    uint32_t n = pgy_get_u32(frame);
    if (frame->err || n > frame->len / 12) {
        pgy_error("the courier's list of messages under way makes no sense; ignored");
        return;
    }
    int64_t *ids = realloc(core->sending, (n + 1) * sizeof *ids);
    if (!ids)
        abort();
    for (uint32_t i = 0; i < n; i++) {
        ids[i] = pgy_get_i64(frame);
        (void)pgy_get_u32(frame);
    }
    core->sending = ids;
    core->nsending = n;
    core->taking_back = true;
}

static void courier_gone(struct pgy_core *core)
{
    core_watch_stop(&core->courier_watch);
    pgy_link_close(&core->courier);
    core->courier_up = core->courier_ready = core->taking_back = false;
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
        else if (frame.type == PGY_C_RESULT && core->courier_up) {
            core->heard++;
            core_outcome_read(core, &frame);
        } else if (frame.type == PGY_C_INFLIGHT && core->courier_up)
            on_inflight(core, &frame);
    }
    if (rc != 0 && rc != PGY_EAGAIN)
        courier_gone(core);
    core_deliver(core, pgy_clock_now());
    core_clients_wake(core);
    core_arm(core);
}

void core_courier_link(struct pgy_core *core, int fd)
{
    if (core->courier.fd >= 0)
        courier_gone(core);
    pgy_link_open(&core->courier, fd, PGY_LINK_MAX);
    pgy_link_hello(&core->courier, "pgyd-core");
    core->heard = core->seen = 0;
    core_watch_start(core, &core->courier_watch, fd, UV_READABLE, core_courier_read, NULL);
    core_flush(core, &core->courier, &core->courier_watch);
}
