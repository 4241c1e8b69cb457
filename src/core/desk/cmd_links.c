/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed links and deliveries. */
#include "core/command.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DELIVERIES = 1000, TEST_SECONDS = 20 };

/* The subscription of that name; false after nothing was found (no refusal yet). */
static bool find_url(struct pgy_core *core, const char *profile, const char *name,
                     struct pgy_arena *arena, struct pgy_subscription *out)
{
    struct pgy_subscription *list;
    size_t n;
    if (pgy_store_subscriptions(core->store, profile, arena, &list, &n) != 0)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(list[i].name, name) == 0) {
            *out = list[i];
            return true;
        }
    }
    return false;
}

/* How a phone gets here: only the person can make that way (DESIGN.md 5.3). */
static const char *reach_note(const struct pgy_core *core)
{
    if (*pgy_config_text(core->daemon, "serve", "", "public_url", ""))
        return "";
    return "These links work on this computer only. For a phone, put pgyd behind an https address "
           "(a reverse proxy, Tailscale, a tunnel) and set "
           "[serve] public_url, or in a trusted network set [serve] listen to this computer's "
           "address.";
}

void cmd_url_list(struct core_client *client, struct core_profile *profile, const char *const *args,
                  size_t n)
{
    (void)profile;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    size_t count;
    const char *whose = n > 1 && *args[1] ? args[1] : NULL;
    if (whose && !core_profile_find(client->core, whose)) {
        core_client_refuse(client, 1, NULL,
                           "there is no profile '%s' in service; pgyctl profile list shows them",
                           whose);
        return;
    }
    if (pgy_store_subscriptions(client->core->store, whose, arena, &list, &count) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
        return;
    }
    json_t *urls = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(urls, core_url_json(client->core, &list[i]));
    core_client_answer(client, 0,
                       json_pack("{so ss}", "urls", urls, "note", reach_note(client->core)));
}

/* The files of a link are there before the link is. */
static void render(struct pgy_core *core, struct core_profile *profile)
{
    bool owned;
    struct pgy_timeline *timeline = core_timeline(core, profile, &owned);
    if (timeline)
        core_feeds(core, profile, timeline);
    if (owned)
        pgy_timeline_free(&timeline);
}

/* Writes the subscription, then the list that web reads, and answers with the link. */
static void put_url(struct core_client *client, struct core_profile *profile,
                    const struct pgy_subscription *subscription)
{
    struct pgy_core *core = client->core;
    if (pgy_store_subscription_put(core->store, subscription) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(core->store));
        return;
    }
    render(core, profile);
    if (core_tokens_write(core) != 0)
        core_client_refuse(client, 1, NULL,
                           "the link is stored, but the list of links could not be written; it "
                           "will be at the next start");
    else
        core_client_answer(client, 0, json_pack("{so}", "url", core_url_json(core, subscription)));
}

/* The feed's name nearest to a slip of the hand. */
static const char *nearest_feed(const struct core_profile *profile, const char *feed)
{
    const char *names[CORE_MAX_FEEDS] = {"all"};
    const struct pgy_schema *schema = profile->house->house->schema;
    size_t n = 1;
    for (size_t i = 0; i < schema->nplugins && n < CORE_MAX_FEEDS; i++) {
        if (schema->plugins[i].listed)
            names[n++] = schema->plugins[i].plugin;
    }
    return pgy_str_nearest(feed, names, n);
}

void cmd_url_add(struct core_client *client, struct core_profile *profile, const char *const *args,
                 size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription old;
    enum pgy_style known;
    const char *feed = *args[3] ? args[3] : "all", *style = *args[4] ? args[4] : "generic";
    if (!pgy_str_is_id(args[2]))
        core_client_refuse(client, 1, NULL,
                           "'%s' cannot name a link: use up to 24 of a-z, 0-9 and -", args[2]);
    else if (find_url(client->core, profile->id, args[2], arena, &old) && !old.revoked)
        core_client_refuse(
            client, 1, NULL,
            "there is a link '%s' already; rotate or revoke it, or choose another name", args[2]);
    else if (!core_feed_known(profile, feed))
        core_client_refuse(client, 1, nearest_feed(profile, feed),
                           "there is no feed '%s': it is all, or a plugin of [daemon] plugins",
                           feed);
    else if (pgy_style_parse(style, &known) != 0)
        core_client_refuse(client, 1, NULL,
                           "there is no style '%s': there are generic, outlook, google, quiet (no "
                           "alarms) and busy",
                           style);
    else {
        struct pgy_subscription fresh = {.profile = profile->id,
                                         .name = args[2],
                                         .feed = feed,
                                         .style = style,
                                         .created = pgy_clock_now()};
        /* A name that was revoked comes back with another token. */
        fresh.generation =
            find_url(client->core, profile->id, args[2], arena, &old) ? old.generation + 1 : 0;
        put_url(client, profile, &fresh);
    }
}

static void change_url(struct core_client *client, struct core_profile *profile, const char *name,
                       bool revoke)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription s;
    if (!find_url(client->core, profile->id, name, arena, &s)) {
        core_client_refuse(client, 1, NULL, "there is no link '%s'; pgyctl url list shows them",
                           name);
        return;
    }
    if (s.revoked) {
        core_client_refuse(client, 1, NULL, "link '%s' is revoked; pgyctl url add %s makes it anew",
                           name, name);
        return;
    }
    s.generation++;
    s.revoked = revoke;
    put_url(client, profile, &s);
}

void cmd_url_rotate(struct core_client *client, struct core_profile *profile,
                    const char *const *args, size_t n)
{
    (void)n;
    change_url(client, profile, args[2], false);
}

void cmd_url_revoke(struct core_client *client, struct core_profile *profile,
                    const char *const *args, size_t n)
{
    (void)n;
    change_url(client, profile, args[2], true);
}

static const char *const row_states[] = {
    [PGY_OUT_QUEUED] = "queued", [PGY_OUT_CLAIMED] = "sending",     [PGY_OUT_SENT] = "delivered",
    [PGY_OUT_FAILED] = "failed", [PGY_OUT_CANCELLED] = "cancelled", [PGY_OUT_MISSED] = "missed",
};

static json_t *row_json(const struct pgy_outbox_row *r)
{
    json_t *payload = json_loads(r->payload ? r->payload : "{}", 0, NULL);
    const char *title = json_string_value(json_object_get(payload, "title"));
    json_t *row = json_pack(
        "{sI ss ss ss ss ss ss ss ss ss so so so so si so so si ss ss}", "id", (json_int_t)r->id,
        "profile", r->profile, "endpoint", r->endpoint, "type", r->type, "item", r->item, "title",
        title ? title : "", "target", r->target, "step", r->step, "severity",
        pgy_severity_text(r->severity), "state", row_states[r->state], "created",
        core_instant(r->created), "not_before", core_instant(r->not_before), "next_try",
        core_instant(r->state == PGY_OUT_QUEUED ? r->next_try : 0), "expires",
        core_instant(r->expires), "attempts", (int)r->attempts, "last_attempt",
        core_instant(r->last_attempt), "finished", core_instant(r->finished), "code",
        (int)r->last_code, "error", r->last_error ? r->last_error : "", "message", r->message);
    json_decref(payload);
    return row;
}

void cmd_deliveries(struct core_client *client, struct core_profile *profile,
                    const char *const *args, size_t n)
{
    (void)profile;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row *rows;
    size_t count;
    bool failed = n > 2 && *args[2];
    if (pgy_store_outbox_list(client->core->store, *args[1] ? args[1] : NULL, failed, DELIVERIES,
                              arena, &rows, &count) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
        return;
    }
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, row_json(&rows[i]));
    core_client_answer(client, 0, json_pack("{so}", "deliveries", list));
}

void cmd_retry(struct core_client *client, struct core_profile *profile, const char *const *args,
               size_t n)
{
    (void)profile;
    (void)n;
    struct pgy_core *core = client->core;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row row;
    struct pgy_endpoint health;
    int64_t id, now = pgy_clock_now();
    if (pgy_str_int(args[2], 1, INT64_MAX, &id) != 0) {
        core_client_refuse(client, 2, NULL,
                           "'%s' is not the id of a delivery; pgyctl deliveries lists them",
                           args[2]);
        return;
    }
    if (pgy_store_outbox_retry(core->store, id, now) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(core->store));
        return;
    }
    /* The person asks for it, so the endpoint gets another chance too. */
    if (pgy_store_outbox_get(core->store, id, arena, &row) == 0 &&
        pgy_store_endpoint_get(core->store, row.profile, row.endpoint, arena, &health) == 0 &&
        health.paused_until > now) {
        health.profile = row.profile;
        health.endpoint = row.endpoint;
        health.paused_until = 0;
        health.failures = 0;
        (void)pgy_store_endpoint_put(core->store, &health);
    }
    core_deliver(core, now);
    core_client_answer(client, 0, json_pack("{sI}", "id", (json_int_t)id));
}

void cmd_notify_test(struct core_client *client, struct core_profile *profile,
                     const char *const *args, size_t n)
{
    (void)n;
    struct pgy_core *core = client->core;
    const char *names[128];
    size_t count = 0;
    int64_t now = pgy_clock_now(), row = 0;
    for (size_t i = 0; i < pgy_config_count(profile->config, "notify") && count < 128; i++)
        names[count++] = pgy_config_nth(profile->config, "notify", i)->id;
    if (!pgy_config_section(profile->config, "notify", args[2])) {
        core_client_refuse(client, 1, pgy_str_nearest(args[2], names, count),
                           "there is no [notify:%s] in %s", args[2], profile->config->file);
        return;
    }
    char seed[64];
    struct pgy_due due = {
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
    /* Unpaused first: the test asks whether it works now. */
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_endpoint health;
    if (pgy_store_endpoint_get(core->store, profile->id, args[2], arena, &health) == 0 &&
        health.paused_until > now) {
        health.profile = profile->id;
        health.endpoint = args[2];
        health.paused_until = 0;
        (void)pgy_store_endpoint_put(core->store, &health);
    }
    snprintf(seed, sizeof seed, "test/%lld", (long long)pgy_clock_now_ms());
    if (core_enqueue(core, profile, args[2], &due, "test", seed, now, &row) != 0 || row == 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(core->store));
        return;
    }
    client->waiting_row = row;
    client->give_up = pgy_clock_mono_ms() + TEST_SECONDS * 1000;
    core_deliver(core, now);
    core_clients_wake(core); /* what could not even be handed over is known already */
}

void cmd_notify_finish(struct core_client *client)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row row;
    if (pgy_store_outbox_get(client->core->store, client->waiting_row, arena, &row) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
        return;
    }
    /* Attempted: the outcome of the first attempt is there. */
    bool over = row.state != PGY_OUT_CLAIMED && row.attempts > 0;
    if (!over && pgy_clock_mono_ms() < client->give_up)
        return;
    bool fine = row.state == PGY_OUT_SENT;
    json_t *answer = json_pack("{sI ss si ss}", "id", (json_int_t)row.id, "state",
                               row_states[row.state], "code", (int)row.last_code, "error",
                               row.last_error ? row.last_error
                               : fine || over ? ""
                                              : "no answer yet");
    core_client_answer(client, fine ? 0 : 1, answer);
}
