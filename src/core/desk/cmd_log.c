/* SPDX-License-Identifier: BSD-2-Clause */
/* The journal: what happened is written down, taken back, moved. Every answer waits for the plan
 * that follows. */
#include "core/desk/command.h"
#include "core/say.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "config/argument.h"

#include <stdlib.h>
#include <string.h>

enum { LOG_NEXT = 7, NAMES_MAX = 512 };

static bool in_list(const char *list, const char *word)
{
    size_t len = strlen(word);
    for (const char *p = list; p && *p; p += strcspn(p, "|"), p += *p == '|') {
        if (strcspn(p, "|") == len && strncmp(p, word, len) == 0)
            return true;
    }
    return false;
}

/* "contact:", "attending|grad" or both, "meeting|prospect:": a word of the list or the id of a
 * section. Collects what would have been right. */
static bool subject_fits(const struct pgy_config *config, const char *list, const char *subject,
                         struct pgy_arena *arena, const char **names, size_t *n)
{
    for (const char *p = list; *p; p += strcspn(p, "|"), p += *p == '|') {
        char *word = pgy_arena_strndup(arena, p, strcspn(p, "|"));
        char *colon = strchr(word, ':');
        if (!colon && strcmp(word, subject) == 0)
            return true;
        if (!colon && *n < NAMES_MAX)
            names[(*n)++] = word;
        if (!colon)
            continue;
        *colon = '\0';
        if (pgy_config_section(config, word, subject))
            return true;
        for (size_t i = 0; i < pgy_config_count(config, word) && *n < NAMES_MAX; i++)
            names[(*n)++] = pgy_config_nth(config, word, i)->id;
    }
    return false;
}

static bool check_subject(struct core_client *client, const struct pgy_config *config,
                          const struct pgyd_journal_kind *kind, const char *subject)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *names[NAMES_MAX];
    size_t n = 0;
    const char *colon = kind->subject ? strchr(kind->subject, ':') : NULL;
    bool only_ids = colon && !strchr(kind->subject, '|');
    if (!kind->subject) {
        if (*subject)
            core_client_refuse(client, 1, NULL, "'%s' takes no subject, but '%s' was given",
                               kind->name, subject);
        return !*subject;
    }
    if (!*subject) {
        core_client_refuse(client, 1, NULL, "'%s' needs a subject: %s", kind->name,
                           only_ids ? "an id of your configuration" : kind->subject);
        return false;
    }
    if (strcmp(kind->subject, "*") == 0) {
        if (!cmd_is_subject(subject))
            core_client_refuse(client, 1, NULL,
                               "the subject of '%s' is one word of at most %d bytes", kind->name,
                               CMD_SUBJECT_MAX);
        return cmd_is_subject(subject);
    }
    if (subject_fits(config, kind->subject, subject, arena, names, &n))
        return true;
    const char *nearest = pgy_str_nearest(subject, names, n);
    if (only_ids)
        core_client_refuse(client, 1, nearest, "there is no [%s%s] in %s", kind->subject, subject,
                           config->file);
    else
        core_client_refuse(client, 1, nearest, "'%s' is none of %s", subject, kind->subject);
    return false;
}

static bool check_event(struct core_client *client, const struct pgyd_journal_kind *kind,
                        const char *event, struct pgy_arena *arena)
{
    const char *names[NAMES_MAX];
    size_t n = 0;
    if (!kind->events ? !*event : in_list(kind->events, event))
        return true;
    if (!kind->events) {
        core_client_refuse(client, 1, NULL, "'%s': '%s' takes no event", event, kind->name);
        return false;
    }
    for (const char *p = kind->events; *p && n < NAMES_MAX; p += strcspn(p, "|"), p += *p == '|')
        names[n++] = pgy_arena_strndup(arena, p, strcspn(p, "|"));
    if (*event)
        core_client_refuse(client, 1, pgy_str_nearest(event, names, n),
                           "'%s' is none of the events of '%s': %s", event, kind->name,
                           kind->events);
    else
        core_client_refuse(client, 1, NULL, "'%s' needs an event: %s", kind->name, kind->events);
    return false;
}

static bool given(const struct pgy_happening *what, const char *key)
{
    bool found = false;
    for (size_t i = 0; i < what->nargs; i++)
        found |= strcmp(what->keys[i], key) == 0;
    return found;
}

/* KEY=VALUE arguments, checked against the kind's keys and their forms; split in the arena. */
static bool take_args(struct core_client *client, const struct pgyd_journal_kind *kind,
                      const char *const *args, size_t n, struct pgy_arena *arena,
                      struct pgy_happening *what)
{
    for (size_t i = 0; i < n; i++) {
        const char *equals = strchr(args[i], '='), *problem = NULL;
        const char *key =
            equals ? pgy_arena_strndup(arena, args[i], (size_t)(equals - args[i])) : args[i];
        int rc = equals && what->nargs < PGY_JOURNAL_ARGS
                     ? pgy_argument_check(kind->keys, key, equals + 1, arena, &problem)
                     : PGY_ENOTFOUND;
        bool plain = rc != 0 || !pgy_has_controls(equals + 1, strlen(equals + 1), "");
        if (rc == 0 && plain && !given(what, key)) {
            what->keys[what->nargs] = key;
            what->values[what->nargs++] = equals + 1;
            continue;
        }
        if (!plain)
            core_client_refuse(client, 1, NULL,
                               "the value of '%s' holds a line break or another control character: "
                               "write it in one line",
                               key);
        else if (rc == 0)
            core_client_refuse(client, 1, NULL, "'%s' was given twice: write it once", key);
        else if (problem)
            core_client_refuse(client, 1, NULL, "%s", problem);
        else
            core_client_refuse(client, 1, NULL,
                               kind->keys ? "'%s' is not KEY=VALUE with one of %s"
                                          : "'%s': '%s' takes no KEY=VALUE",
                               args[i],
                               kind->keys ? pgy_argument_keys(kind->keys, arena) : kind->name);
        return false;
    }
    return true;
}

void cmd_log(struct core_client *client, const struct core_person *person, const char *const *args,
             size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *nearest = NULL;
    const struct pgyd_journal_kind *kind = cmd_kind(person->house->schema, args[2], NULL, &nearest);
    struct pgy_happening what = {
        .logged = pgy_clock_now(), .kind = args[2], .subject = args[3], .event = args[4]};
    if (!kind) {
        core_client_refuse(client, 1, nearest,
                           "'%s' is not a kind of happening that a plugin keeps; pgyctl plugin "
                           "show NAME lists them",
                           args[2]);
        return;
    }
    if (!check_subject(client, person->config, kind, args[3]) ||
        cmd_date(client, person, args[5], &what.on) != 0)
        return;
    if (!check_event(client, kind, args[4], arena))
        return;
    if (!kind->subject && !kind->events && kind->keys && n == 6) {
        core_client_refuse(client, 1, NULL,
                           "'%s' alone says nothing: give KEY=VALUE with one of %s", kind->name,
                           pgy_argument_keys(kind->keys, arena));
        return;
    }
    if (!take_args(client, kind, args + 6, n - 6, arena, &what))
        return;
    char day[PGY_DAY_TEXT];
    client->note = strdup(args[2]);
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
    if (!cmd_is_subject(args[2]) || !cmd_is_subject(args[3])) {
        core_client_refuse(client, 2, NULL,
                           "OLD and NEW are one word each, as ids are, of at most %d bytes",
                           CMD_SUBJECT_MAX);
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
