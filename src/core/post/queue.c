/* SPDX-License-Identifier: BSD-2-Clause */
/* Rows of the outbox: which places want a message, what it is called, when it may leave. Why there
 * is one is decided by due.c, digest.c, follow.c and main. */
#include "core/post/inside.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/uuid.h"

#include <stdio.h>
#include <string.h>

/* Whether the brief comes here: where it was asked for, else at the first place that a person looks
 * at. */
static bool takes_brief(const struct pgy_config *config, const char *endpoint)
{
    if (pgy_config_get(config, "notify", endpoint, "brief"))
        return pgy_config_num(config, "notify", endpoint, "brief", 0) != 0;
    for (size_t i = 0; i < pgy_config_count(config, "notify"); i++) {
        const char *id = pgy_config_nth(config, "notify", i)->id;
        if (!core_post_after(config, id) &&
            strcmp(pgy_config_text(config, "notify", id, "type", ""), "log") != 0)
            return strcmp(id, endpoint) == 0;
    }
    return false;
}

bool core_post_waits(const struct pgy_config *config, const char *endpoint)
{
    return pgy_config_num(config, "notify", endpoint, "quiet", 1) != 0;
}

bool core_post_wants(const struct pgy_config *config, const char *endpoint,
                     const struct pgy_due *due)
{
    uint16_t least = PGYD_INFO;
    if (core_post_after(config, endpoint))
        return false;
    if (due->step && strcmp(due->step, PGY_BRIEF) == 0)
        return takes_brief(config, endpoint);
    pgy_severity_parse(pgy_config_text(config, "notify", endpoint, "min_severity", "info"), &least);
    if (due->severity < least)
        return false;
    const struct pgy_value *plugins = pgy_config_get(config, "notify", endpoint, "plugins");
    if (!plugins || plugins->nlist == 0 || !*due->plugin)
        return true;
    for (uint32_t i = 0; i < plugins->nlist; i++) {
        if (strcmp(plugins->list[i], due->plugin) == 0)
            return true;
    }
    return false;
}

/* The message id names the firing and the endpoint, so that writing it twice is one message. */
static const char *message_id(const struct core_person *person, const char *endpoint,
                              const char *type, const char *item, const char *target,
                              const char *seed, struct pgy_arena *arena, char id[PGY_UUID_TEXT])
{
    return pgy_uuid_name(pgy_arena_printf(arena, "message/%s/%s/%s/%s/%s/%s", person->id, endpoint,
                                          type, item, target, seed),
                         id);
}

/* One place hears what a row says, unless it has had the same. */
static int reroute_to(struct core_post *post, const struct core_person *person,
                      const char *endpoint, const struct pgy_outbox_row *row,
                      const struct core_told *told, struct pgy_arena *arena, int64_t now)
{
    const struct pgy_due **list = pgy_arena_array(arena, told->n + 1, sizeof *list);
    struct pgy_outbox_row copy = *row;
    char message[PGY_UUID_TEXT];
    int64_t id;
    size_t n = 0;
    for (size_t i = 0; i < told->n; i++) {
        if (core_post_wants(person->config, endpoint, &told->list[i]))
            list[n++] = &told->list[i];
    }
    if (n == 0)
        return 0;
    copy.endpoint = endpoint;
    copy.message =
        message_id(person, endpoint, row->type, row->item, row->target,
                   *row->item ? row->step : core_post_seed(list, n, arena), arena, message);
    copy.created = copy.not_before = copy.next_try = now;
    int rc = pgy_store_outbox_add(post->store, &copy, &id);
    return rc == PGY_EEXISTS ? 0 : rc;
}

int core_post_reroute(struct core_post *post, const struct core_person *person,
                      const struct pgy_outbox_row *row, struct pgy_arena *arena, int64_t now)
{
    struct core_told told;
    int rc = 0;
    core_post_told(row, arena, &told);
    for (size_t i = 0; rc == 0 && i < pgy_config_count(person->config, "notify"); i++)
        rc = reroute_to(post, person, pgy_config_nth(person->config, "notify", i)->id, row, &told,
                        arena, now);
    return rc;
}

/* One row for one endpoint. */
static int add_row(struct core_post *post, const struct core_person *person, const char *endpoint,
                   const struct pgy_due *due, const char *type, const char *seed, int64_t now,
                   struct pgy_arena *arena, int64_t *row)
{
    char message[PGY_UUID_TEXT];
    int64_t release = pgy_leave_at(&person->quiet, person->tz, due,
                                   core_post_waits(person->config, endpoint), now);
    struct pgy_outbox_row out = {
        .profile = person->id,
        .endpoint = endpoint,
        .message = message_id(person, endpoint, type, due->item, due->target,
                              seed ? seed : due->step, arena, message),
        .item = due->item,
        .target = due->target,
        .step = due->step,
        .type = type,
        .payload = pgy_remind_payload(due, person->id, person->tz, now, release, arena),
        .severity = due->severity,
        .stakes = due->stakes,
        .created = now,
        .not_before = release,
        .next_try = release,
        .expires = due->expires > release ? due->expires : release + 3600,
    };
    int rc = pgy_store_outbox_add(post->store, &out, row);
    return rc == PGY_EEXISTS ? 0 : rc;
}

int core_post_enqueue(struct core_post *post, const struct core_person *person,
                      const char *endpoint, const struct pgy_due *due, const char *type,
                      const char *seed, int64_t now, int64_t *row)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    if (endpoint)
        return add_row(post, person, endpoint, due, type, seed, now, arena, row);
    size_t n = pgy_config_count(person->config, "notify");
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const char *id = pgy_config_nth(person->config, "notify", i)->id;
        if (core_post_wants(person->config, id, due))
            rc = add_row(post, person, id, due, type, seed, now, arena, row);
    }
    return rc;
}

void core_post_notice(struct core_post *post, const struct core_notice *notice, int64_t now)
{
    int64_t row;
    struct pgy_due due = {
        .item = "",
        .target = "",
        .step = "now",
        .at = now,
        .expires = now + 7 * 86400,
        .severity = notice->severity,
        .plugin = "",
        .title = notice->title,
        .detail = notice->detail,
        .discreet = notice->title,
    };
    int rc =
        core_post_enqueue(post, notice->person, NULL, &due, notice->type, notice->key, now, &row);
    if (rc != 0)
        core_health_failed(post->health, "queueing a notice", rc);
}

/* Before the message is there: the test asks whether it works now. */
static void unpause(struct core_post *post, const struct core_person *person, const char *endpoint,
                    int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_endpoint known;
    if (pgy_store_endpoint_get(post->store, person->id, endpoint, arena, &known) != 0 ||
        known.paused_until <= now)
        return;
    known.profile = person->id;
    known.endpoint = endpoint;
    known.paused_until = 0;
    (void)pgy_store_endpoint_put(post->store, &known);
}

int core_post_test(struct core_post *post, const struct core_person *person, const char *endpoint,
                   int64_t *row)
{
    char seed[64];
    int64_t now = pgy_clock_now(), written = 0;
    const struct pgy_due due = {
        .item = "",
        .target = "",
        .step = "now",
        .at = now,
        .expires = now + 3600,
        .severity = PGYD_CRITICAL, /* a test does not wait for quiet hours */
        .plugin = "",
        .title = "Test message from pgyd",
        .detail = "If you can read this, reminders reach you here.",
        .discreet = "Test message from pgyd",
    };
    unpause(post, person, endpoint, now);
    snprintf(seed, sizeof seed, "test/%lld", (long long)pgy_clock_now_ms());
    int rc = core_post_enqueue(post, person, endpoint, &due, "test", seed, now, &written);
    if (rc == 0 && written == 0)
        rc = PGY_EEXISTS;
    if (rc == 0)
        *row = written;
    return rc;
}
