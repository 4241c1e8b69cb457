/* SPDX-License-Identifier: BSD-2-Clause */
/* What is planned and what was written down, as it is; nothing here changes anything. */
#include "core/desk/command.h"
#include "core/say.h"

#include "base/clock.h"
#include "base/err.h"
#include <string.h>

void cmd_timeline(struct core_client *client, const struct core_person *person,
                  const char *const *args, size_t n)
{
    (void)args;
    (void)n;
    bool owned;
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    json_t *items = json_array();
    for (size_t i = 0; timeline && i < timeline->n; i++) {
        if (!timeline->items[i].brief)
            json_array_append_new(items, core_say_item(person, &timeline->items[i]));
    }
    core_client_answer(client, 0, cmd_with_person(person, "items", items));
    if (owned)
        pgy_timeline_free(&timeline);
}

void cmd_revisions(struct core_client *client, const struct core_person *person,
                   const char *const *args, size_t n)
{
    (void)args;
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_revisions revisions = {.arena = arena};
    int rc = pgy_store_revisions(client->desk->in.store, person->id, &revisions);
    if (rc != 0) {
        cmd_store_refused(client);
        return;
    }
    json_t *list = json_array();
    for (size_t i = 0; i < revisions.n; i++) {
        const struct pgy_revision *r = &revisions.list[i];
        char day[PGY_DAY_TEXT];
        json_array_append_new(
            list, json_pack("{ss ss si sI sI ss}", "id", r->id, "hash",
                            pgy_arena_printf(arena, "%016llx", (unsigned long long)r->hash),
                            "sequence", (int)r->sequence, "revised", (json_int_t)r->revised,
                            "created", (json_int_t)r->created, "cancelled",
                            r->cancelled == PGY_NO_DAY ? "" : pgy_civil_text(r->cancelled, day)));
    }
    core_client_answer(client, 0, json_pack("{so}", "revisions", list));
}

static json_t *entry_json(const struct pgy_happening *h)
{
    char day[PGY_DAY_TEXT];
    json_t *args = json_object();
    for (size_t i = 0; i < h->nargs; i++)
        json_object_set_new(args, h->keys[i], json_string(h->values[i]));
    return json_pack("{sI ss so ss ss ss so sI sb}", "number", (json_int_t)h->number, "on",
                     pgy_civil_text(h->on, day), "logged", core_say_instant(h->logged), "kind",
                     h->kind, "subject", h->subject, "event", h->event, "args", args, "reverses",
                     (json_int_t)h->reverses, "reversed", (int)h->reversed);
}

void cmd_journal(struct core_client *client, const struct core_person *person,
                 const char *const *args, size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    const char *subject = n > 2 ? args[2] : "";
    if (pgy_store_journal(client->desk->in.store, person->id, &journal) != 0) {
        cmd_store_refused(client);
        return;
    }
    char day[PGY_DAY_TEXT];
    pgy_day started = pgy_journal_started(&journal);
    json_t *entries = json_array();
    for (size_t i = 0; i < journal.n; i++) {
        if (!*subject || strcmp(journal.list[i].subject, subject) == 0)
            json_array_append_new(entries, entry_json(&journal.list[i]));
    }
    core_client_answer(client, 0,
                       json_pack("{ss ss so}", "profile", person->id, "started",
                                 started == PGY_NO_DAY ? "" : pgy_civil_text(started, day),
                                 "entries", entries));
}
