/* SPDX-License-Identifier: BSD-2-Clause */
/* What was gathered leaves as one message a day: its outbox rows are written, and the gathered rows
 * taken away, in one transaction. What is gathered is decided by due.c and missed.c. */
#include "core/post/inside.h"

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
static int say_to(struct core_post *post, const struct core_person *person, const char *endpoint,
                  const struct pgy_gathered *rows, size_t n, int64_t now, struct pgy_arena *arena)
{
    const struct pgy_due **list = pgy_arena_array(arena, n + 1, sizeof *list);
    struct pgy_due digest;
    char day[PGY_DAY_TEXT];
    size_t count = 0;
    int64_t row, at = now;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].leaves > now || !core_post_wants(person->config, endpoint, &rows[i].due))
            continue;
        list[count++] = &rows[i].due;
        at = rows[i].leaves < at ? rows[i].leaves : at;
    }
    if (count == 0)
        return 0;
    /* Days are counted from now on, and so is its life; late from when it should have left. */
    pgy_digest_message(list, count, person->tz, now, arena, &digest);
    digest.target = pgy_civil_text(pgy_tz_day(person->tz, at, NULL), day);
    digest.at = at;
    return core_post_enqueue(post, person, endpoint, &digest, "digest", seed_of(list, count, arena),
                             now, &row);
}

static int say(struct core_post *post, const struct core_person *person, int64_t now,
               struct pgy_arena *arena)
{
    struct pgy_gathered *rows;
    size_t n;
    int rc = pgy_store_gathered(post->store, person->id, arena, &rows, &n);
    for (size_t i = 0; rc == 0 && i < pgy_config_count(person->config, "notify"); i++)
        rc = say_to(post, person, pgy_config_nth(person->config, "notify", i)->id, rows, n, now,
                    arena);
    return rc ? rc : pgy_store_gathered_said(post->store, person->id, now);
}

/* True when there may be more. *waiting counts profiles at the head of the list that have to
 * wait. */
static bool say_batch(struct core_post *post, size_t *waiting, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char **profiles;
    size_t n = 0;
    int rc = pgy_store_gathered_ready(post->store, now, *waiting, PROFILES, arena, &profiles, &n);
    if (rc == 0 && n == 0)
        return false;
    if (rc == 0)
        rc = pgy_store_begin(post->store);
    if (rc != 0) {
        core_health_failed(post->health, "reading what was gathered", rc);
        return false;
    }
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const struct core_person *person = core_roll_find(post->roll, profiles[i]);
        if (!core_person_served(person)) {
            post->due_waits = true; /* until its endpoints and calls are known */
            (*waiting)++;
            continue;
        }
        rc = say(post, person, now, arena);
    }
    rc = core_health_end(post->health, rc, "sending a digest");
    return rc == 0 && n == PROFILES;
}

void core_post_digest(struct core_post *post, int64_t now)
{
    size_t waiting = 0;
    while (say_batch(post, &waiting, now))
        continue;
}
