/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages that expired in the outbox: what they were about is told all the same, as soon as any
 * place takes it: gathered here, said by digest.c. */
#include "core/post/inside.h"

#include "base/log.h"
#include "base/str.h"

#include <jansson.h>

enum { BATCH = 100 };

static const char *text(const json_t *payload, const char *key)
{
    const char *value = json_string_value(json_object_get(payload, key));
    return value ? value : "";
}

int core_post_gather_missed(struct core_post *post, const char *profile, const struct pgy_due *due,
                            const char *where, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_gathered row = {.due = *due, .endpoint = "", .since = now, .leaves = now};
    row.due.step = CORE_POST_MISSED;
    row.due.at = now;
    row.due.title = pgy_arena_printf(arena, "Not told in time%s%s: %s", *where ? " at " : "", where,
                                     due->title);
    row.due.discreet = pgy_arena_printf(arena, "not told in time: %s", due->discreet);
    return pgy_store_gather(post->store, profile, &row);
}

/* What one reminder of a message that is given up was about. Nudges are told again by what comes
 * next. */
static int missed_one(struct core_post *post, const struct pgy_outbox_row *row, const json_t *about,
                      int64_t now)
{
    struct pgy_due due = {
        .item = text(about, "id"),
        .target = text(about, "target"),
        .expires = row->expires,
        .severity = row->severity,
        .stakes = row->stakes,
        .plugin = text(about, "plugin"),
        .title = text(about, "title"),
        .detail = text(about, "detail"),
        .next = text(about, "next"),
        .discreet = text(about, "hint"),
    };
    if (!*due.item || pgy_kind_parse(text(about, "kind"), &due.kind) != 0 ||
        (due.kind != PGYD_DEADLINE && due.kind != PGYD_WINDOW))
        return 0;
    return core_post_gather_missed(post, row->profile, &due, row->endpoint, now);
}

int core_post_row_missed(struct core_post *post, const struct pgy_outbox_row *row, int64_t now)
{
    json_t *payload = json_loads(row->payload, 0, NULL), *about;
    const json_t *items = json_object_get(payload, "items");
    size_t i;
    int rc = items ? 0 : missed_one(post, row, payload, now);
    json_array_foreach(items, i, about)
    {
        if (rc == 0)
            rc = missed_one(post, row, about, now);
    }
    json_decref(payload);
    return rc;
}

/* True when there may be more. */
static bool expire_batch(struct core_post *post, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row *rows;
    size_t n = 0;
    int rc = pgy_store_outbox_expired(post->store, now, BATCH, arena, &rows, &n);
    if (rc == 0 && n == 0)
        return false;
    if (rc == 0)
        rc = pgy_store_begin(post->store);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        rc = pgy_store_outbox_miss(post->store, rows[i].id, now);
        if (rc == 0)
            rc = core_post_row_missed(post, &rows[i], now);
    }
    rc = core_health_end(post->health, rc, "giving up messages that expired");
    if (rc == 0)
        pgy_warn(
            "%zu messages expired before they could be delivered; see pgyctl deliveries --failed",
            n);
    return rc == 0 && n == BATCH;
}

void core_post_expire(struct core_post *post, int64_t now)
{
    while (expire_batch(post, now))
        continue;
}
