/* SPDX-License-Identifier: BSD-2-Clause */
/* What was gathered leaves as one message a day: its outbox rows are written, and the gathered rows
 * taken away, in one transaction. */
#include "core/core.h"

#include "base/buf.h"
#include "base/err.h"

#include <string.h>

enum { PROFILES = 100 };

/* Names the firings themselves: whatever becomes of the settings, other firings are another
 * message, and the same ones are the same. */
static const char *seed_of(const struct pgy_due *const *list, size_t n, struct pgy_arena *arena)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(16 * 1024 * 1024);
    for (size_t i = 0; i < n; i++)
        pgy_buf_printf(&text, "%s\n%s\n%s\n", list[i]->item, list[i]->target, list[i]->step);
    return pgy_arena_strdup(arena, pgy_buf_text(&text));
}

/* Each place hears of what it wants to hear of. */
static int say_to(struct pgy_core *core, const struct core_profile *profile, const char *endpoint,
                  const struct pgy_gathered *rows, size_t n, int64_t now, struct pgy_arena *arena)
{
    const struct pgy_due **list = pgy_arena_array(arena, n + 1, sizeof *list);
    struct pgy_due digest;
    size_t count = 0;
    int64_t row, at = now;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].leaves > now || !core_endpoint_wants(profile->config, endpoint, &rows[i].due))
            continue;
        list[count++] = &rows[i].due;
        at = rows[i].leaves < at ? rows[i].leaves : at;
    }
    if (count == 0)
        return 0;
    pgy_digest_message(list, count, profile->tz, at, arena, &digest);
    /* Late is counted from when it should have left; it lives from now. */
    digest.expires += now - at;
    return core_enqueue(core, profile, endpoint, &digest, "digest", seed_of(list, count, arena),
                        now, &row);
}

static int say(struct pgy_core *core, const struct core_profile *profile, int64_t now,
               struct pgy_arena *arena)
{
    struct pgy_gathered *rows;
    size_t n;
    int rc = pgy_store_gathered(core->store, profile->id, arena, &rows, &n);
    for (size_t i = 0; rc == 0 && i < pgy_config_count(profile->config, "notify"); i++)
        rc = say_to(core, profile, pgy_config_nth(profile->config, "notify", i)->id, rows, n, now,
                    arena);
    return rc ? rc : pgy_store_gathered_said(core->store, profile->id, now);
}

/* True when there may be more. *waiting counts profiles at the head of the list that have to
 * wait. */
static bool say_batch(struct pgy_core *core, size_t *waiting, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char **profiles;
    size_t n = 0;
    int rc = pgy_store_gathered_ready(core->store, now, *waiting, PROFILES, arena, &profiles, &n);
    if (rc == 0 && n == 0)
        return false;
    if (rc == 0)
        rc = pgy_store_begin(core->store);
    if (rc != 0) {
        core_store_failed(core, "reading what was gathered", rc);
        return false;
    }
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct core_profile *profile = core_profile_find(core, profiles[i]);
        if (!profile || !profile->config || (profile->quiet.oncall && !profile->shifts_known)) {
            core->due_waits = true; /* not in service yet: its endpoints and calls are not known */
            (*waiting)++;
            continue;
        }
        rc = say(core, profile, now, arena);
    }
    if (rc == 0)
        rc = pgy_store_commit(core->store);
    else
        pgy_store_rollback(core->store);
    if (rc != 0) {
        core_store_failed(core, "sending a digest", rc);
        return false;
    }
    core_store_fine(core);
    return n == PROFILES;
}

void core_digest(struct pgy_core *core, int64_t now)
{
    size_t waiting = 0;
    while (say_batch(core, &waiting, now))
        continue;
}

int core_digest_follow(struct pgy_core *core, const struct core_profile *profile,
                       const struct pgy_timeline *timeline, struct pgy_arena *arena)
{
    struct pgy_gathered *rows;
    size_t n;
    int rc = pgy_store_gathered(core->store, profile->id, arena, &rows, &n);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct pgy_due *due = &rows[i].due;
        const char *target = core_live_target(profile, timeline, due->item, arena);
        int64_t leaves = pgy_digest_instant(&profile->quiet, profile->tz, due->at);
        if (!target || strcmp(target, due->target) != 0)
            rc = pgy_store_gathered_drop(core->store, profile->id, due->item, due->target);
        else if (leaves != rows[i].leaves)
            rc = pgy_store_gathered_move(core->store, profile->id, due, leaves);
    }
    return rc;
}
