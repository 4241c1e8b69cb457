/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages that expired in the outbox: what they were about is told all the same, as soon as any
 * place takes it: gathered here, said by digest.c. */
#include "core/post/inside.h"

#include "base/log.h"

enum { BATCH = 100 };

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

int core_post_row_missed(struct core_post *post, const struct pgy_outbox_row *row, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct core_told told;
    int rc = 0;
    core_post_told(row, arena, &told);
    for (size_t i = 0; rc == 0 && i < told.n; i++) {
        const struct pgy_due *due = &told.list[i];
        /* Nudges are told again by what comes next. */
        if (due->kind == PGYD_DEADLINE || due->kind == PGYD_WINDOW)
            rc = core_post_gather_missed(post, row->profile, due, row->endpoint, now);
    }
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
