/* SPDX-License-Identifier: BSD-2-Clause */
/* The outbox and the courier: claims go out, outcomes (outcome.c) come back, both written before
 * they count. Only notes what comes: core_post_deliver works on it. */
#include "core/post/inside.h"

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

static void send_row(struct core_post *post, const struct pgy_config *config,
                     const struct pgy_outbox_row *row, const char *secrets)
{
    struct pgy_buf *out = &post->courier.link.out;
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
static int settle(struct core_post *post, const struct pgy_outbox_row *row,
                  enum pgy_outbox_state state, int64_t next_try, const char *error, int64_t now)
{
    int rc =
        pgy_store_outbox_done(post->store, row->id, row->attempts, state, next_try, 0, error, now);
    return rc == 0 ? pgy_store_outbox_spare(post->store, row->id) : rc;
}

/* Puts a claimed row into the courier's link. One whose endpoint is gone, or whose secret cannot be
 * read, is settled here. */
static int hand_over(struct core_post *post, const struct pgy_outbox_row *row,
                     struct pgy_arena *arena, int64_t now)
{
    const struct core_person *person = core_roll_find(post->roll, row->profile);
    const char *secrets;
    /* Not in force just now: its messages wait for it. */
    if (!person || !person->config)
        return settle(post, row, PGY_OUT_QUEUED, now + 600,
                      "the profile's configuration is not in force", now);
    int rc;
    if (!pgy_config_section(person->config, "notify", row->endpoint)) {
        rc = core_post_reroute(post, person, row, arena, now);
        return rc == 0 ? settle(post, row, PGY_OUT_CANCELLED, now, PGY_OUTBOX_GONE, now) : rc;
    }
    rc = secrets_of(person->config, row->endpoint, arena, &secrets);
    if (rc != 0) {
        const char *error = pgy_arena_printf(arena, "notify:%s.secret_file cannot be read: %s",
                                             row->endpoint, pgy_strerror(rc));
        pgy_error("%s", error);
        return settle(post, row, PGY_OUT_QUEUED, now + 300, error, now);
    }
    send_row(post, person->config, row, secrets);
    return 0;
}

/* Claims in small steps, so that what waits for the courier stays far from PGY_LINK_MAX; nothing
 * leaves before the claims are committed. */
static int claim(struct core_post *post, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    size_t n = CLAIM_STEP;
    for (size_t total = 0;
         n == CLAIM_STEP && total < CLAIM_BATCH && post->courier.link.out.len <= PGY_LINK_MAX / 4;
         total += n) {
        struct pgy_outbox_row *rows;
        int rc = pgy_store_outbox_claim(post->store, now, CLAIM_STEP, PER_ENDPOINT, AHEAD, arena,
                                        &rows, &n);
        for (size_t i = 0; rc == 0 && i < n; i++)
            rc = hand_over(post, &rows[i], arena, now);
        if (rc != 0)
            return rc;
    }
    return 0;
}

/* Before any claim, so that the courier can tell what was claimed in ignorance of a failure. */
static void say_seen(struct core_post *post)
{
    size_t mark = pgy_frame_begin(&post->courier.link.out, PGY_C_SEEN);
    pgy_put_u32(&post->courier.link.out, post->courier.heard);
    pgy_frame_end(&post->courier.link.out, mark);
}

/* Inside the transaction: outcomes, what an older courier or core left behind, new claims. */
static int turn(struct core_post *post, int64_t now)
{
    const struct core_courier *courier = &post->courier;
    int rc = core_post_outcomes_write(post, now);
    if (rc == 0 && courier->up && courier->seen != courier->heard)
        say_seen(post);
    if (rc == 0 && courier->taking_back)
        rc = pgy_store_outbox_release_except(post->store, courier->sending, courier->nsending, now);
    if (rc == 0 && !post->guard->held && (courier->ready || courier->taking_back))
        rc = claim(post, now);
    return rc;
}

/* Whether the courier, which is ready, has to hear of something. When that cannot be read the turn
 * says why. */
static bool has_news(const struct core_post *post, int64_t now)
{
    int64_t at;
    return post->courier.seen != post->courier.heard ||
           pgy_store_outbox_next(post->store, &at) != 0 || at <= now;
}

/* One transaction a turn, and so one fsync for all that came and goes in it. When it fails, nothing
 * of it happened: the outcomes and the courier's list are kept and written at the next turn, the
 * claims were not handed over. */
void core_post_deliver(struct core_post *post, int64_t now)
{
    struct core_courier *courier = &post->courier;
    size_t mark = courier->link.out.len;
    bool may_send = core_guard_look(post->guard, now, pgy_clock_mono_ms()) && courier->ready;
    if (!core_post_pressing(post) && !(may_send && has_news(post, now)))
        return;
    int rc = pgy_store_begin(post->store);
    if (rc == 0 && (rc = turn(post, now)) == 0)
        rc = pgy_store_commit(post->store);
    else
        pgy_store_rollback(post->store);
    if (rc != 0) {
        courier->link.out.len = mark;
        core_health_failed(post->health, "writing what was delivered and what is sent", rc);
        return;
    }
    core_post_outcomes_written(post);
    courier->seen = courier->heard;
    if (courier->taking_back) {
        courier->taking_back = false;
        courier->ready = courier->link.fd >= 0;
    }
    core_watch_flush(&courier->watch, &courier->link);
}

/* What the courier still sends stays claimed; whatever else was claimed died with an older courier
 * or core and is sent again under its old id. */
static void on_inflight(struct core_courier *courier, struct pgy_frame *frame)
{
    uint32_t n = pgy_get_u32(frame);
    if (frame->err || n > frame->len / 12) {
        pgy_error("the courier's list of messages under way makes no sense; ignored");
        return;
    }
    int64_t *ids = realloc(courier->sending, (n + 1) * sizeof *ids);
    if (!ids)
        abort();
    for (uint32_t i = 0; i < n; i++) {
        ids[i] = pgy_get_i64(frame);
        (void)pgy_get_u32(frame);
    }
    courier->sending = ids;
    courier->nsending = n;
    courier->taking_back = true;
}

void core_post_hang_up(struct core_post *post)
{
    core_watch_stop(&post->courier.watch);
    pgy_link_close(&post->courier.link);
    post->courier.up = post->courier.ready = post->courier.taking_back = false;
}

/* Notes what came; the next core_post_deliver writes it. */
static void on_courier(void *arg, int events)
{
    struct core_post *post = arg;
    struct core_courier *courier = &post->courier;
    struct pgy_frame frame;
    if (events & CORE_WRITE)
        core_watch_flush(&courier->watch, &courier->link);
    int rc = pgy_link_read(&courier->link);
    while (pgy_link_next(&courier->link, &frame) == 0) {
        if (frame.type == PGY_FRAME_HELLO)
            courier->up = pgy_link_check_hello(&frame) == 0;
        else if (frame.type == PGY_C_RESULT && courier->up) {
            courier->heard++;
            core_post_outcome_read(post, &frame);
        } else if (frame.type == PGY_C_INFLIGHT && courier->up)
            on_inflight(courier, &frame);
    }
    if (rc != 0 && rc != PGY_EAGAIN)
        core_post_hang_up(post);
}

void core_post_courier(struct core_post *post, int fd)
{
    struct core_courier *courier = &post->courier;
    if (courier->link.fd >= 0)
        core_post_hang_up(post);
    pgy_link_open(&courier->link, fd, PGY_LINK_MAX);
    pgy_link_hello(&courier->link, "pgyd-core");
    courier->heard = courier->seen = 0;
    core_watch_start(post->loop, &courier->watch, fd, CORE_READ, on_courier, post);
    core_watch_flush(&courier->watch, &courier->link);
}
