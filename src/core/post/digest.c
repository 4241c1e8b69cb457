/* SPDX-License-Identifier: BSD-2-Clause */
/* What is due at one time for one place leaves as one message: its outbox row is written, and the
 * gathered rows taken away, in one transaction. What is gathered is decided by due.c and missed.c.
 */
#include "core/post/inside.h"

#include "base/buf.h"
#include "base/err.h"

#include <string.h>

enum { PROFILES = 100, A_DAY = 3 /* messages to a place, those of something fatal apart */ };

const char *core_post_seed(const struct pgy_due *const *list, size_t n, struct pgy_arena *arena)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(16 * 1024 * 1024);
    for (size_t i = 0; i < n; i++)
        pgy_buf_printf(&text, "%s\n%s\n%s\n", list[i]->item, list[i]->target, list[i]->step);
    return pgy_arena_strdup(arena, pgy_buf_text(&text));
}

int core_post_gather(struct core_post *post, const struct core_person *person, const char *endpoint,
                     const struct pgy_due *due, int64_t since)
{
    const struct pgy_gathered row = {
        .due = *due,
        .endpoint = endpoint,
        .since = since,
        .leaves = pgy_leave_at(&person->quiet, person->tz, due,
                               core_post_waits(person->config, endpoint), since),
    };
    return pgy_store_gather(post->store, person->id, &row);
}

/* ---- what leaves for one place ---- */

struct leaving {
    const struct core_person *person;
    const char *endpoint;
    const struct pgy_gathered *rows; /* all of the person */
    size_t nrows;
    const struct pgy_gathered **list; /* those that leave here */
    size_t n;
    int64_t now;
    struct pgy_arena *arena;
};

static bool has_own(const struct leaving *l, const struct pgy_due *due)
{
    for (size_t i = 0; i < l->nrows; i++) {
        const struct pgy_due *other = &l->rows[i].due;
        if (strcmp(l->rows[i].endpoint, l->endpoint) == 0 && strcmp(other->item, due->item) == 0 &&
            strcmp(other->target, due->target) == 0 && strcmp(other->step, due->step) == 0)
            return true;
    }
    return false;
}

/* Of what waits for no place in particular, or for one whose section is gone, each hears what it
 * wants to hear. */
static bool is_for(const struct leaving *l, const struct pgy_gathered *row)
{
    const struct pgy_config *config = l->person->config;
    if (strcmp(row->endpoint, l->endpoint) == 0)
        return true;
    return !pgy_config_section(config, "notify", row->endpoint) &&
           core_post_wants(config, l->endpoint, &row->due) && !has_own(l, &row->due);
}

static void collect(struct leaving *l)
{
    l->list = pgy_arena_array(l->arena, l->nrows + 1, sizeof *l->list);
    for (size_t i = 0; i < l->nrows; i++) {
        if (l->rows[i].leaves <= l->now && is_for(l, &l->rows[i]))
            l->list[l->n++] = &l->rows[i];
    }
}

static bool is_missed(const struct pgy_gathered *row)
{
    return strcmp(row->due.step, CORE_POST_MISSED) == 0;
}

/* Whether it must not wait for tomorrow: it cannot be repaired, was told too late already or would
 * be worthless by then. */
static bool presses(const struct leaving *l, int64_t tomorrow)
{
    for (size_t i = 0; i < l->n; i++) {
        const struct pgy_due *due = &l->list[i]->due;
        if (due->stakes == PGYD_FATAL || is_missed(l->list[i]) ||
            (due->expires >= l->now && due->expires < tomorrow))
            return true;
    }
    return false;
}

/* A day's messages are told: the rest is part of the next morning's. *waits: it is. */
static int wait_for_tomorrow(struct core_post *post, const struct leaving *l, bool *waits)
{
    const struct core_person *person = l->person;
    const int64_t tomorrow = pgy_leave_tomorrow(&person->quiet, person->tz, l->now),
                  midnight = pgy_tz_instant(person->tz, pgy_tz_day(person->tz, l->now, NULL), 0);
    int64_t told = 0;
    *waits = false;
    if (presses(l, tomorrow))
        return 0;
    int rc = pgy_store_outbox_count(post->store, person->id, l->endpoint, midnight, &told);
    if (rc != 0 || told < A_DAY)
        return rc;
    for (size_t i = 0; rc == 0 && i < l->n; i++)
        rc = core_post_gather(post, person, l->endpoint, &l->list[i]->due, tomorrow);
    *waits = rc == 0;
    return rc;
}

/* When it should have left. */
static int64_t planned(const struct leaving *l, const struct pgy_gathered *row)
{
    const struct core_person *person = l->person;
    const bool gone = row->due.expires < row->since;
    int64_t at = gone ? row->leaves
                      : pgy_leave_at(&person->quiet, person->tz, &row->due,
                                     core_post_waits(person->config, l->endpoint), row->due.at);
    return at < l->now ? at : l->now;
}

/* Alone it is a reminder as it was planned; what was missed says so in a digest. */
static int say_one(struct core_post *post, const struct leaving *l)
{
    struct pgy_due due = l->list[0]->due;
    int64_t row;
    due.leaves = planned(l, l->list[0]);
    return core_post_enqueue(post, l->person, l->endpoint, &due, "reminder.due", NULL, l->now,
                             &row);
}

static int say_all(struct core_post *post, const struct leaving *l)
{
    const struct pgy_due **list = pgy_arena_array(l->arena, l->n + 1, sizeof *list);
    struct pgy_due digest;
    char day[PGY_DAY_TEXT];
    int64_t row, at = l->now;
    for (size_t i = 0; i < l->n; i++) {
        const int64_t left = planned(l, l->list[i]);
        list[i] = &l->list[i]->due;
        at = left < at ? left : at;
    }
    /* Days are counted from now on, and so is its life; late from when it should have left. */
    pgy_digest_message(list, l->n, l->person->tz, l->now, l->arena, &digest);
    digest.target = pgy_civil_text(pgy_tz_day(l->person->tz, at, NULL), day);
    digest.at = at;
    return core_post_enqueue(post, l->person, l->endpoint, &digest, "digest",
                             core_post_seed(digest.parts, l->n, l->arena), l->now, &row);
}

static int say_to(struct core_post *post, struct leaving *l)
{
    bool waits;
    l->n = 0;
    collect(l);
    if (l->n == 0)
        return 0;
    int rc = wait_for_tomorrow(post, l, &waits);
    if (rc != 0 || waits)
        return rc;
    const struct pgy_gathered *first = l->list[0];
    const bool plain = l->n == 1 && !is_missed(first) && first->due.expires >= first->since;
    return plain ? say_one(post, l) : say_all(post, l);
}

static int say(struct core_post *post, const struct core_person *person, int64_t now,
               struct pgy_arena *arena)
{
    struct pgy_gathered *rows;
    struct leaving l = {.person = person, .now = now, .arena = arena};
    int rc = pgy_store_gathered(post->store, person->id, arena, &rows, &l.nrows);
    l.rows = rows;
    for (size_t i = 0; rc == 0 && i < pgy_config_count(person->config, "notify"); i++) {
        l.endpoint = pgy_config_nth(person->config, "notify", i)->id;
        rc = say_to(post, &l);
    }
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
