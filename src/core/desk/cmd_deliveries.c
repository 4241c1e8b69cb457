/* SPDX-License-Identifier: BSD-2-Clause */
/* The outbox, as a person looks at it and pushes it. Sending is the post desk's. */
#include "core/desk/command.h"
#include "core/say.h"

#include "base/clock.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

enum { DELIVERIES = 1000 };

static const char *const row_states[] = {
    [PGY_OUT_QUEUED] = "queued", [PGY_OUT_CLAIMED] = "sending",     [PGY_OUT_SENT] = "delivered",
    [PGY_OUT_FAILED] = "failed", [PGY_OUT_CANCELLED] = "cancelled", [PGY_OUT_MISSED] = "missed",
};

/* What a message of several reminders tells of. */
static json_t *items_json(const json_t *payload)
{
    static const char *const same[] = {"title", "target", "step", "severity"};
    json_t *list = json_array(), *item;
    size_t i;
    json_array_foreach(json_object_get(payload, "items"), i, item)
    {
        json_t *copy = json_object();
        json_object_set(copy, "item", json_object_get(item, "id"));
        for (size_t k = 0; k < sizeof same / sizeof same[0]; k++)
            json_object_set(copy, same[k], json_object_get(item, same[k]));
        json_array_append_new(list, copy);
    }
    return list;
}

static json_t *row_json(const struct pgy_outbox_row *r)
{
    json_t *payload = json_loads(r->payload ? r->payload : "{}", 0, NULL);
    const char *title = json_string_value(json_object_get(payload, "title"));
    json_t *row = json_pack(
        "{sI ss ss ss ss ss ss ss ss ss so so so so si so so si ss ss so}", "id", (json_int_t)r->id,
        "profile", r->profile, "endpoint", r->endpoint, "type", r->type, "item", r->item, "title",
        title ? title : "", "target", r->target, "step", r->step, "severity",
        pgy_severity_text(r->severity), "state", row_states[r->state], "created",
        core_say_instant(r->created), "not_before", core_say_instant(r->not_before), "next_try",
        core_say_instant(r->state == PGY_OUT_QUEUED ? r->next_try : 0), "expires",
        core_say_instant(r->expires), "attempts", (int)r->attempts, "last_attempt",
        core_say_instant(r->last_attempt), "finished", core_say_instant(r->finished), "code",
        (int)r->last_code, "error", r->last_error ? r->last_error : "", "message", r->message,
        "items", items_json(payload));
    json_decref(payload);
    return row;
}

void cmd_deliveries(struct core_client *client, const struct core_person *person,
                    const char *const *args, size_t n)
{
    (void)person;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row *rows;
    size_t count;
    bool failed = n > 2 && *args[2];
    if (pgy_store_outbox_list(client->desk->in.store, *args[1] ? args[1] : NULL, failed, DELIVERIES,
                              arena, &rows, &count) != 0) {
        cmd_store_refused(client);
        return;
    }
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, row_json(&rows[i]));
    core_client_answer(client, 0, json_pack("{so}", "deliveries", list));
}

void cmd_retry(struct core_client *client, const struct core_person *person,
               const char *const *args, size_t n)
{
    (void)person;
    (void)n;
    struct pgy_store *store = client->desk->in.store;
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
    if (pgy_store_outbox_retry(store, id, now) != 0) {
        cmd_store_refused(client);
        return;
    }
    /* The person asks for it, so the endpoint gets another chance too. */
    if (pgy_store_outbox_get(store, id, arena, &row) == 0 &&
        pgy_store_endpoint_get(store, row.profile, row.endpoint, arena, &health) == 0 &&
        health.paused_until > now) {
        health.profile = row.profile;
        health.endpoint = row.endpoint;
        health.paused_until = 0;
        health.failures = 0;
        (void)pgy_store_endpoint_put(store, &health);
    }
    cmd_leave(client, CORE_DELIVER, NULL, NULL);
    core_client_answer(client, 0, json_pack("{sI}", "id", (json_int_t)id));
}

void cmd_notify_test(struct core_client *client, const struct core_person *person,
                     const char *const *args, size_t n)
{
    (void)n;
    const char *names[128];
    size_t count = 0;
    for (size_t i = 0; i < pgy_config_count(person->config, "notify") && count < 128; i++)
        names[count++] = pgy_config_nth(person->config, "notify", i)->id;
    if (!pgy_config_section(person->config, "notify", args[2])) {
        core_client_refuse(client, 1, pgy_str_nearest(args[2], names, count),
                           "there is no [notify:%s] in %s", args[2], person->config->file);
        return;
    }
    cmd_leave(client, CORE_NOTIFY_TEST, person, args[2]);
}

void cmd_notify_finish(struct core_client *client, const struct core_person *person)
{
    (void)person;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row row;
    if (pgy_store_outbox_get(client->desk->in.store, client->wait.row, arena, &row) != 0) {
        cmd_store_refused(client);
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
