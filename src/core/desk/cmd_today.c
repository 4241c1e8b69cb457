/* SPDX-License-Identifier: BSD-2-Clause */
/* What a person asks first: today, the agenda, what is to be sorted, what was put off. Which lines
 * these are is decided in plan/. */
#include "core/desk/command.h"
#include "core/say.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "plan/agenda.h"

#include <string.h>

enum { RECENT = 2 * 86400, FAILED = 20 };

/* Whether a message of a fatal date failed in these days and nothing came of it. */
static bool undelivered(const struct core_person *person, struct pgy_store *store, int64_t now,
                        struct pgy_arena *arena)
{
    struct pgy_outbox_row *rows;
    size_t n;
    if (pgy_store_outbox_list(store, person->id, true, FAILED, arena, &rows, &n) != 0)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].stakes == PGYD_FATAL && rows[i].finished > now - RECENT)
            return true;
    }
    return false;
}

/* Whether neither a target that a person looks at is configured, nor a feed was ever fetched. */
static bool unreached(const struct core_person *person, struct pgy_store *store,
                      struct pgy_arena *arena)
{
    struct pgy_subscription *list;
    size_t n;
    const struct pgy_section *target;
    for (size_t i = 0; (target = pgy_config_nth(person->config, "notify", i)); i++) {
        if (!pgy_streq(pgy_config_text(person->config, "notify", target->id, "type", ""), "log"))
            return false;
    }
    if (pgy_store_subscriptions(store, person->id, arena, &list, &n) != 0)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (list[i].last_fetch > 0)
            return false;
    }
    return true;
}

/* Today's lines of a person; NULL after refusing. *owned: the caller frees the timeline. */
static struct pgy_timeline *make(struct core_client *client, const struct core_person *person,
                                 struct pgy_arena *arena, struct pgy_today *today, bool *owned)
{
    struct pgy_store *store = client->desk->in.store;
    const int64_t now = pgy_clock_now();
    struct pgy_timeline *timeline = core_person_timeline(person, store, now, owned);
    if (!timeline) {
        core_client_refuse(client, 1, NULL,
                           "profile '%s' is not planned yet: try again in a moment", person->id);
        return NULL;
    }
    struct pgy_today_health health = {.undelivered = undelivered(person, store, now, arena),
                                      .unreached = unreached(person, store, arena)};
    pgy_today_make(timeline, &health, person->tz, now, pgy_today_week(timeline->today), arena,
                   today);
    return timeline;
}

void cmd_today(struct core_client *client, const struct core_person *person,
               const char *const *args, size_t n)
{
    (void)args;
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_today today;
    bool owned;
    struct pgy_timeline *timeline = make(client, person, arena, &today, &owned);
    if (!timeline)
        return;
    json_t *answer = cmd_with_person(person, "now", json_null()), *lines = pgy_today_json(&today);
    json_object_del(answer, "now");
    json_object_update(answer, lines);
    json_decref(lines);
    core_client_answer(client, 0, answer);
    if (owned)
        pgy_timeline_free(&timeline);
}

void cmd_agenda(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_today today;
    struct pgy_agenda_entry *list;
    size_t count;
    int64_t days;
    bool owned;
    if (pgy_str_int(args[2], 0, 36500, &days) != 0) {
        core_client_refuse(client, 2, NULL, "'%s' is not a number of days", args[2]);
        return;
    }
    struct pgy_timeline *timeline = make(client, person, arena, &today, &owned);
    if (!timeline)
        return;
    pgy_agenda_make(timeline, &today, days, arena, &list, &count);
    json_t *items = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *item = core_say_item(person, list[i].item);
        json_object_set_new(item, "group", json_string(pgy_agenda_text(list[i].group)));
        json_array_append_new(items, item);
    }
    core_client_answer(client, 0, cmd_with_person(person, "items", items));
    if (owned)
        pgy_timeline_free(&timeline);
}

/* Which items `set-aside WHICH` lists. */
static bool set_aside(const struct pgy_item *item, const char *which)
{
    if (strcmp(which, "late") == 0)
        return item->catch_up && pgy_item_asked(item) && !pgy_item_of_offer(item);
    return item->state == (strcmp(which, "snoozed") == 0 ? PGY_SNOOZED : PGY_DISMISSED);
}

void cmd_set_aside(struct core_client *client, const struct core_person *person,
                   const char *const *args, size_t n)
{
    (void)n;
    bool owned;
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    json_t *items = json_array();
    for (size_t i = 0; timeline && i < timeline->n; i++) {
        if (set_aside(&timeline->items[i], args[2]))
            json_array_append_new(items, core_say_item(person, &timeline->items[i]));
    }
    core_client_answer(client, 0, cmd_with_person(person, "items", items));
    if (owned)
        pgy_timeline_free(&timeline);
}
