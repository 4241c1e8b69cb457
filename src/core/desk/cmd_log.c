/* SPDX-License-Identifier: BSD-2-Clause */
/* The journal: what happened is written down, taken back, moved. Every answer waits for the plan
 * that follows. */
#include "core/desk/command.h"
#include "core/say.h"

#include "base/clock.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { LOG_NEXT = 7 };

void cmd_log(struct core_client *client, const struct core_person *person, const char *const *args,
             size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_told told = {.kind = args[2],
                            .subject = args[3],
                            .event = args[4],
                            .on = args[5],
                            .args = args + 6,
                            .nargs = n - 6};
    struct pgy_happening what;
    struct pgy_refusal why;
    int64_t now = pgy_clock_now();
    if (pgy_happening_parse(person->house->schema, person->config, &told,
                            core_person_today(person, now), arena, &what, &why) != 0) {
        cmd_refused(client, &why);
        return;
    }
    what.logged = now;
    char day[PGY_DAY_TEXT];
    client->pending = json_pack("{ss ss ss ss}", "kind", what.kind, "subject", what.subject,
                                "event", what.event, "on", pgy_civil_text(what.on, day));
    if (!client->pending) {
        core_client_refuse(client, 1, NULL, "the request holds text that is not UTF-8");
        return;
    }
    json_object_set_new(client->pending, "since", json_integer((json_int_t)what.logged));
    cmd_write(client, person, &what);
}

void cmd_log_finish(struct core_client *client, const struct core_person *person)
{
    bool owned;
    if (cmd_unwritten(client))
        return;
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    json_t *next = json_array(), *answer = client->pending;
    int64_t since = json_integer_value(json_object_get(answer, "since"));
    client->pending = NULL;
    for (size_t i = 0; timeline && i < timeline->n && json_array_size(next) < LOG_NEXT; i++) {
        const struct pgy_item *item = &timeline->items[i];
        if (item->revised >= since && item->state != PGY_CANCELLED && item->state != PGY_DONE)
            json_array_append_new(next, core_say_item(person, item));
    }
    json_object_del(answer, "since");
    json_object_set_new(answer, "next", next);
    core_client_answer(client, 0, answer);
    if (owned)
        pgy_timeline_free(&timeline);
}

/* The day pgyd was first run: without it everything past would be caught up on anew,
 * and nothing brings it back. */
static bool is_started(const struct pgy_journal *journal, int64_t entry)
{
    for (size_t i = 0; i < journal->n; i++) {
        if (journal->list[i].number == entry)
            return strcmp(journal->list[i].kind, "started") == 0;
    }
    return false;
}

void cmd_journal_undo(struct core_client *client, const struct core_person *person,
                      const char *const *args, size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    int64_t entry;
    if (pgy_str_int(args[2], 1, INT64_MAX, &entry) != 0) {
        core_client_refuse(client, 2, NULL,
                           "'%s' is not the number of an entry; pgyctl journal lists them",
                           args[2]);
        return;
    }
    if (pgy_store_journal(client->desk->in.store, person->id, &journal) != 0) {
        cmd_store_refused(client);
        return;
    }
    if (is_started(&journal, entry)) {
        core_client_refuse(client, 1, NULL, "entry %lld is the day pgyd began for you: it stays",
                           (long long)entry);
        return;
    }
    client->pending = json_object();
    cmd_reverse(client, person, entry);
}

void cmd_journal_move(struct core_client *client, const struct core_person *person,
                      const char *const *args, size_t n)
{
    (void)n;
    int64_t moved;
    if (!pgy_happening_is_subject(args[2]) || !pgy_happening_is_subject(args[3])) {
        core_client_refuse(client, 2, NULL,
                           "OLD and NEW are one word each, as ids are, of at most %d bytes",
                           PGY_SUBJECT_MAX);
        return;
    }
    if (pgy_store_journal_move(client->desk->in.store, person->id, args[2], args[3], &moved) != 0) {
        cmd_store_refused(client);
        return;
    }
    if (moved == 0) {
        core_client_refuse(client, 1, NULL, "no entry of the journal is about '%s'", args[2]);
        return;
    }
    client->pending = json_pack("{sI}", "moved", (json_int_t)moved);
    cmd_wait_plan(client, person);
}

void cmd_number_finish(struct core_client *client, const struct core_person *person)
{
    (void)person;
    if (cmd_unwritten(client))
        return;
    json_t *answer = client->pending;
    client->pending = NULL;
    core_client_answer(client, 0, answer);
}
