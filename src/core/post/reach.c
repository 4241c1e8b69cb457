/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether what is told arrives at a person. A fatal step wants a sign: without one the next goes to
 * the next place too; after four weeks without any, nothing else is sent. */
#include "core/post/inside.h"

#include <stdio.h>
#include <string.h>

enum { SILENCE = 28 * 86400, PATIENCE = 3 /* steps */ };

int64_t core_post_after(const struct pgy_config *config, const char *endpoint)
{
    return pgy_config_num(config, "notify", endpoint, "after", 0);
}

int core_post_reach(struct core_post *post, const struct core_person *person,
                    const struct pgy_due *due, int64_t now, struct core_reach *reach)
{
    struct core_reach found = {0};
    int rc = pgy_store_signed(post->store, person->id, &found.signed_at);
    /* 0: nothing is known of them yet. */
    found.silent = found.signed_at > 0 && now - found.signed_at > SILENCE;
    if (rc == 0 && due->stakes == PGYD_FATAL)
        rc = pgy_store_fired_since(post->store, person->id, due->item, due->target, found.signed_at,
                                   &found.unanswered);
    if (rc == 0) {
        /* this one's key is written already */
        found.unanswered -= found.unanswered > 0;
        *reach = found;
    }
    return rc;
}

/* Which of the places that do not want it on their own an endpoint is, from 1. */
static int64_t place_of(const struct pgy_config *config, const char *endpoint,
                        const struct pgy_due *due)
{
    int64_t place = 1;
    for (size_t i = 0; i < pgy_config_count(config, "notify"); i++) {
        const char *id = pgy_config_nth(config, "notify", i)->id;
        if (strcmp(id, endpoint) == 0)
            break;
        place += !core_post_after(config, id) && !core_post_wants(config, id, due);
    }
    return place;
}

bool core_post_reaches(const struct pgy_config *config, const char *endpoint,
                       const struct pgy_due *due, const struct core_reach *reach)
{
    const int64_t after = core_post_after(config, endpoint);
    if (core_post_wants(config, endpoint, due))
        return true;
    if (due->stakes != PGYD_FATAL)
        return false;
    return after ? reach->unanswered >= after
                 : reach->unanswered / PATIENCE >= place_of(config, endpoint, due);
}

int core_post_ask_reach(struct core_post *post, const struct core_person *person,
                        const struct core_reach *reach, int64_t now)
{
    char since[32];
    int64_t row;
    const struct pgy_due due = {
        .item = "",
        .target = "",
        .step = "now",
        .at = now,
        .expires = now + SILENCE,
        .severity = PGYD_WARN,
        .plugin = "",
        .title = "Are these reaching you?",
        .detail =
            "Nothing was heard from you for four weeks. Until you mark something done, look at "
            "your list or refresh your calendar, only dates that cannot be repaired are "
            "sent.",
        .discreet = "Are these reaching you?",
    };
    snprintf(since, sizeof since, "%lld", (long long)reach->signed_at);
    return core_post_enqueue(post, person, NULL, &due, "reach", since, now, &row);
}
