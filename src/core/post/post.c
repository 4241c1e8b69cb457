/* SPDX-License-Identifier: BSD-2-Clause */
/* The post desk's own life: opening and closing it, and what it says of itself: whether and when it
 * has to be called. What it does then is in due.c and deliver.c. */
#include "core/post/inside.h"

#include <stdlib.h>

enum { DAY = 86400, KEEP_DELIVERIES = 90 * DAY };

struct core_post *core_post_new(const struct core_post_setup *setup)
{
    struct core_post *post = calloc(1, sizeof *post);
    if (!post)
        abort();
    *post = (struct core_post){
        .loop = setup->loop,
        .guard = setup->guard,
        .health = setup->health,
        .store = setup->store,
        .roll = setup->roll,
        .courier = {.link = {.fd = -1}},
    };
    return post;
}

void core_post_free(struct core_post **post)
{
    if (!*post)
        return;
    core_post_hang_up(*post);
    free((*post)->courier.sending);
    pgy_arena_free(&(*post)->outcomes.arena);
    free(*post);
    *post = NULL;
}

bool core_post_connected(const struct core_post *post)
{
    return post->courier.ready;
}

bool core_post_pressing(const struct core_post *post)
{
    return post->outcomes.n > 0 || post->courier.taking_back;
}

static int64_t earliest(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t core_post_next(const struct core_post *post, int64_t now)
{
    int64_t next = INT64_MAX, at;
    /* What waits for its person is looked at when a job ends; the others' time comes to the second
     * even so. */
    int64_t after = post->due_waits ? now : INT64_MIN;
    if (core_post_pressing(post))
        return now;
    if (post->guard->held)
        return next;
    if (pgy_store_next_due(post->store, after, &at) == 0)
        next = earliest(next, at);
    if (pgy_store_next_digest(post->store, after, &at) == 0)
        next = earliest(next, at);
    if (post->courier.ready && pgy_store_outbox_next(post->store, &at) == 0)
        next = earliest(next, at);
    return next;
}

void core_post_prune(struct core_post *post, int64_t now)
{
    /* By a wrong clock everything would be old. */
    if (post->guard->held || (now - post->pruned < DAY && now >= post->pruned))
        return;
    post->pruned = now;
    int rc = pgy_store_outbox_prune(post->store, now - KEEP_DELIVERIES);
    if (rc != 0)
        core_health_failed(post->health, "forgetting old deliveries", rc);
}
