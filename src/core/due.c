/* SPDX-License-Identifier: BSD-2-Clause */
/* What is due becomes messages: the firing's key and its outbox rows in one transaction (DESIGN.md
 * 6). */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "base/uuid.h"

#include <string.h>

enum { FIRE_BATCH = 100 };

bool core_endpoint_wants(const struct pgy_config *config, const char *endpoint,
                         const struct pgy_due *due)
{
    uint16_t least = PGYD_INFO;
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
static const char *message_id(const struct core_profile *profile, const char *endpoint,
                              const char *type, const char *item, const char *target,
                              const char *seed, struct pgy_arena *arena, char id[PGY_UUID_TEXT])
{
    return pgy_uuid_name(pgy_arena_printf(arena, "message/%s/%s/%s/%s/%s/%s", profile->id, endpoint,
                                          type, item, target, seed),
                         id);
}

int core_reroute(struct pgy_core *core, const struct core_profile *profile,
                 const struct pgy_outbox_row *row, struct pgy_arena *arena, int64_t now)
{
    size_t slash = strcspn(row->item, "/");
    const struct pgy_due due = {.severity = row->severity,
                                .plugin = pgy_arena_strndup(arena, row->item, slash)};
    int rc = 0;
    for (size_t i = 0; *row->item && rc == 0 && i < pgy_config_count(profile->config, "notify");
         i++) {
        char message[PGY_UUID_TEXT];
        int64_t id;
        struct pgy_outbox_row copy = *row;
        copy.endpoint = pgy_config_nth(profile->config, "notify", i)->id;
        copy.message = message_id(profile, copy.endpoint, row->type, row->item, row->target,
                                  row->step, arena, message);
        copy.created = copy.not_before = copy.next_try = now;
        if (core_endpoint_wants(profile->config, copy.endpoint, &due))
            rc = pgy_store_outbox_add(core->store, &copy, &id);
        rc = rc == PGY_EEXISTS ? 0 : rc;
    }
    return rc;
}

/* One row for one endpoint. */
static int add_row(struct pgy_core *core, const struct core_profile *profile, const char *endpoint,
                   const struct pgy_due *due, const char *type, const char *seed, int64_t now,
                   struct pgy_arena *arena, int64_t *row)
{
    char message[PGY_UUID_TEXT];
    bool waits = pgy_config_num(profile->config, "notify", endpoint, "quiet", 1) != 0;
    int64_t release = waits ? pgy_remind_release(&profile->quiet, profile->tz, due, now) : now;
    struct pgy_outbox_row out = {
        .profile = profile->id,
        .endpoint = endpoint,
        .message = message_id(profile, endpoint, type, due->item, due->target,
                              seed ? seed : due->step, arena, message),
        .item = due->item,
        .target = due->target,
        .step = due->step,
        .type = type,
        .payload = pgy_remind_payload(due, profile->id, now, arena),
        .severity = due->severity,
        .created = now,
        .not_before = release,
        .next_try = release,
        .expires = due->expires > release ? due->expires : release + 3600,
    };
    int rc = pgy_store_outbox_add(core->store, &out, row);
    return rc == PGY_EEXISTS ? 0 : rc;
}

int core_enqueue(struct pgy_core *core, const struct core_profile *profile, const char *endpoint,
                 const struct pgy_due *due, const char *type, const char *seed, int64_t now,
                 int64_t *row)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    if (endpoint)
        return add_row(core, profile, endpoint, due, type, seed, now, arena, row);
    size_t n = pgy_config_count(profile->config, "notify");
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const char *id = pgy_config_nth(profile->config, "notify", i)->id;
        if (core_endpoint_wants(profile->config, id, due))
            rc = add_row(core, profile, id, due, type, seed, now, arena, row);
    }
    return rc;
}

int core_gather_missed(struct pgy_core *core, const char *profile, const struct pgy_due *due,
                       const char *where, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_gathered row = {.due = *due, .leaves = now};
    row.due.step = "missed";
    row.due.at = now;
    row.due.title = pgy_arena_printf(arena, "Not told in time%s%s: %s", *where ? " at " : "", where,
                                     due->title);
    row.due.discreet = pgy_arena_printf(arena, "not told in time: %s", due->discreet);
    return pgy_store_gather(core->store, profile, &row);
}

static int fire_one(struct pgy_core *core, const struct core_profile *profile,
                    const struct pgy_due *due, enum pgy_fate fate, int64_t now)
{
    int64_t row;
    struct pgy_gathered gathered = {.due = *due};
    int rc = pgy_store_fire(core->store, profile->id, due, now);
    if (rc == PGY_EEXISTS)
        return 0;
    /* A later step says what an earlier one that still waits for the digest would have said. */
    if (rc == 0)
        rc = pgy_store_gathered_drop(core->store, profile->id, due->item, due->target);
    if (rc != 0)
        return rc;
    if (pgy_digest_gathers(&profile->quiet, profile->tz, due, fate, &gathered.leaves))
        return pgy_store_gather(core->store, profile->id, &gathered);
    if (fate == PGY_FATE_MISSED)
        pgy_warn("step %s of '%s' (%s) came due while pgyd could not send it and is worthless now: "
                 "not sent",
                 due->step, due->item, profile->id);
    if (fate == PGY_FATE_MISSED && *due->item)
        return core_gather_missed(core, profile->id, due, "", now);
    if (fate == PGY_FATE_MISSED || fate == PGY_FATE_SUPERSEDED)
        return 0;
    return core_enqueue(core, profile, NULL, due,
                        strcmp(due->step, "digest") == 0 ? "digest" : "reminder.due", NULL, now,
                        &row);
}

/* A later step may lie beyond the batch: after days without power it is far behind in an office's
 * list. */
static int fate_of(struct pgy_core *core, const struct pgy_due *due, const char **profiles,
                   size_t n, size_t i, int64_t now, enum pgy_fate *fate)
{
    *fate = pgy_remind_fate(due, profiles, n, i, now);
    if (!*due[i].item || (*fate != PGY_FATE_SEND && *fate != PGY_FATE_LATE))
        return 0;
    int later = pgy_store_due_later(core->store, profiles[i], &due[i], now);
    if (later > 0)
        *fate = PGY_FATE_SUPERSEDED;
    return later < 0 ? later : 0;
}

/* Fires one batch in one transaction; true when there may be more. *waiting counts rows at the head
 * of the list that have to wait: they hold up nobody behind them. */
static bool fire_batch(struct pgy_core *core, size_t *waiting, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_due *due;
    const char **profiles;
    size_t n = 0;
    int rc = pgy_store_due(core->store, now, *waiting, FIRE_BATCH, arena, &due, &profiles, &n);
    if (rc == 0 && n == 0)
        return false;
    if (rc == 0)
        rc = pgy_store_begin(core->store);
    if (rc != 0) {
        core_store_failed(core, "reading what is due", rc);
        return false;
    }
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct core_profile *profile = core_profile_find(core, profiles[i]);
        enum pgy_fate fate;
        if (!profile || !profile->config || (profile->quiet.oncall && !profile->shifts_known)) {
            /* Not in service yet: its key must not be spent before its endpoints, and the calls
             * that hold its messages, are known. */
            core->due_waits = true;
            (*waiting)++;
            continue;
        }
        rc = fate_of(core, due, profiles, n, i, now, &fate);
        if (rc == 0)
            rc = fire_one(core, profile, &due[i], fate, now);
    }
    if (rc == 0)
        rc = pgy_store_commit(core->store);
    else
        pgy_store_rollback(core->store);
    if (rc != 0) {
        core_store_failed(core, "firing reminders", rc);
        return false;
    }
    core_store_fine(core);
    return n == FIRE_BATCH;
}

void core_fire(struct pgy_core *core, int64_t now)
{
    size_t waiting = 0;
    core->due_waits = false;
    while (fire_batch(core, &waiting, now))
        continue;
    core_digest(core, now);
}

void core_notice(struct pgy_core *core, struct core_profile *profile, const char *key,
                 const char *type, uint16_t severity, const char *title, const char *detail)
{
    int64_t row, now = pgy_clock_now();
    struct pgy_due due = {
        .item = "",
        .target = "",
        .step = "now",
        .at = now,
        .expires = now + 7 * 86400,
        .severity = severity,
        .plugin = "",
        .title = title,
        .detail = detail,
        .discreet = title,
    };
    int rc = core_enqueue(core, profile, NULL, &due, type, key, now, &row);
    if (rc != 0)
        core_store_failed(core, "queueing a notice", rc);
}
