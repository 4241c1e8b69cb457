/* SPDX-License-Identifier: BSD-2-Clause */
/* What happened: done, snooze, log and the journal. Every answer waits for the plan that follows,
 * so that the feed has moved when it comes. */
#include "core/command.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"
#include "config/argument.h"

#include <stdlib.h>
#include <string.h>

enum { LOG_NEXT = 7, NAMES_MAX = 512, SUBJECT_MAX = 160 };

/* A date argument, "" for today, never in the future. */
static int date_of(struct core_client *client, const struct core_profile *profile, const char *text,
                   pgy_day *day)
{
    pgy_day today = core_today(profile, pgy_clock_now());
    int rc = *text ? pgy_civil_parse(text, day) : 0;
    if (!*text)
        *day = today;
    if (rc != 0)
        core_client_refuse(client, 2, NULL, "'%s' is not a date: write YYYY-MM-DD", text);
    else if (*day > today) {
        core_client_refuse(client, 1, NULL,
                           "%s lies in the future: only what happened can be written down", text);
        rc = PGY_EREFUSED;
    }
    return rc;
}

/* The item meant, in a copy of its own; refuses with the nearest id. */
static const struct pgy_item *item_meant(struct core_client *client, struct core_profile *profile,
                                         const char *id, struct pgy_timeline *timeline)
{
    const struct pgy_item *item = timeline ? pgy_timeline_find(timeline, id) : NULL;
    if (item)
        return item;
    size_t n = timeline ? timeline->n : 0;
    const char **ids = calloc(n + 1, sizeof *ids);
    for (size_t i = 0; ids && i < n; i++)
        ids[i] = timeline->items[i].id;
    core_client_refuse(client, 1, ids ? pgy_str_nearest(id, ids, n) : NULL,
                       "'%s' is not an item of profile '%s'; pgyctl agenda lists them", id,
                       profile->id);
    free(ids);
    return NULL;
}

/* Remembers the item for the answer, writes it down and plans again. */
static void answer_item(struct core_client *client, struct core_profile *profile,
                        const struct pgy_item *item, const struct pgy_happening *what)
{
    client->note = strdup(item->id);
    client->pending = json_pack("{so}", "item", core_item_json(client->core, profile, item));
    cmd_write(client, profile, what);
}

/* "contact alvarez" or "offer mercy touched": what `done` writes for items that have their own
 * journal kind. */
static void split_log(struct pgy_arena *arena, const char *text, struct pgy_happening *what)
{
    const char **parts[] = {&what->kind, &what->subject, &what->event};
    for (size_t i = 0; i < 3; i++) {
        size_t len = i < 2 ? strcspn(text, " ") : strlen(text);
        *parts[i] = pgy_arena_strndup(arena, text, len);
        text += len + (text[len] == ' ');
    }
}

void cmd_done(struct core_client *client, struct core_profile *profile, const char *const *args,
              size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    char day[PGY_DAY_TEXT];
    bool owned;
    struct pgy_timeline *timeline = core_timeline(client->core, profile, &owned);
    const struct pgy_item *item = item_meant(client, profile, args[2], timeline);
    struct pgy_happening what = {
        .logged = pgy_clock_now(), .kind = "done", .subject = args[2], .event = ""};
    if (item && item->state == PGY_DONE) {
        core_client_refuse(client, 1, NULL, "'%s' is done already; pgyctl undone takes that back",
                           item->id);
    } else if (item && date_of(client, profile, args[3], &what.on) == 0) {
        if (item->done_log) {
            split_log(arena, item->done_log, &what);
            what.keys[0] = PGY_JOURNAL_ITEM;
            what.values[0] = item->id;
            what.nargs = 1;
        }
        /* It counts from its day on (pgy_timeline_build): an alert of a later day is another
         * one. */
        if (item->kind == PGYD_ALERT && !item->done_log && what.on < item->start)
            core_client_refuse(client, 1, NULL, "'%s' begins on %s: it cannot be done with before",
                               item->id, pgy_civil_text(item->start, day));
        else
            answer_item(client, profile, item, &what);
    }
    if (owned)
        pgy_timeline_free(&timeline);
}

/* The last entry, not taken back, that made this item done. */
static int64_t done_entry(const struct pgy_journal *journal, const char *id)
{
    for (size_t i = journal->n; i-- > 0;) {
        const struct pgy_happening *h = &journal->list[i];
        bool own = h->nargs == 1 && strcmp(h->keys[0], PGY_JOURNAL_ITEM) == 0 &&
                   strcmp(h->values[0], id) == 0;
        if (!h->reversed && h->number > 0 &&
            (own || (strcmp(h->kind, "done") == 0 && strcmp(h->subject, id) == 0)))
            return h->number;
    }
    return 0;
}

/* Takes an entry back; what was done before it is in client->pending. */
static void reverse(struct core_client *client, struct core_profile *profile, int64_t entry)
{
    struct pgy_happening what = {
        .on = core_today(profile, pgy_clock_now()),
        .logged = pgy_clock_now(),
        .kind = "undo",
        .subject = "",
        .event = "",
        .reverses = entry,
    };
    cmd_write(client, profile, &what);
}

void cmd_undone(struct core_client *client, struct core_profile *profile, const char *const *args,
                size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    int rc = pgy_store_journal(client->core->store, profile->id, &journal);
    if (rc != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
        return;
    }
    const struct pgy_schema *schema = profile->house->house->schema;
    /* what it was done as may have another name today */
    for (size_t i = 0; i < schema->nplugins; i++)
        pgy_journal_rename(&journal, schema->plugins[i].plugin, schema->plugins[i].renames,
                           schema->plugins[i].nrenames);
    int64_t entry = done_entry(&journal, args[2]);
    if (!entry) {
        core_client_refuse(client, 1, NULL,
                           "'%s' was not done through pgyctl; pgyctl journal shows what was",
                           args[2]);
        return;
    }
    client->note = strdup(args[2]);
    client->pending = json_pack("{so}", "item", json_null());
    reverse(client, profile, entry);
}

void cmd_snooze(struct core_client *client, struct core_profile *profile, const char *const *args,
                size_t n)
{
    (void)n;
    struct pgy_dur dur;
    bool owned;
    char text[PGY_DAY_TEXT];
    if (pgy_dur_parse(args[3], false, &dur) != 0 || dur.n <= 0) {
        core_client_refuse(client, 2, NULL, "'%s' is not a duration: write 3d, 2w or 1mo", args[3]);
        return;
    }
    struct pgy_timeline *timeline = core_timeline(client->core, profile, &owned);
    const struct pgy_item *item = item_meant(client, profile, args[2], timeline);
    pgy_day today = core_today(profile, pgy_clock_now()), until = pgy_civil_add(today, dur, 1);
    if (item && (item->state == PGY_DONE || item->state == PGY_CANCELLED)) {
        core_client_refuse(client, 1, NULL, "'%s' is %s: there is nothing to snooze", item->id,
                           pgy_state_text(item->state));
    } else if (item && item->kind == PGYD_DEADLINE && today <= item->end && !item->catch_up &&
               (until > item->end ||
                pgy_tz_instant(profile->tz, until, profile->quiet.remind_at * 60) >=
                    pgy_remind_end(item, profile->tz))) {
        /* A snooze must never hide a clock that runs out. */
        core_client_refuse(client, 1, NULL, "'%s' runs out on %s: snooze it for less", item->id,
                           pgy_civil_text(item->end, text));
    } else if (item) {
        struct pgy_happening what = {.on = today,
                                     .logged = pgy_clock_now(),
                                     .kind = "snooze",
                                     .subject = item->id,
                                     .event = pgy_civil_text(until, text)};
        client->note = strdup(item->id);
        client->pending = json_pack("{so ss}", "item", core_item_json(client->core, profile, item),
                                    "until", text);
        cmd_write(client, profile, &what);
    }
    if (owned)
        pgy_timeline_free(&timeline);
}

/* The same rule or section, another occurrence: what comes next. */
static const struct pgy_item *next_of(const struct pgy_timeline *timeline, const char *id)
{
    size_t slug = strcspn(id, "@");
    for (size_t i = 0; id[slug] && i < timeline->n; i++) {
        const struct pgy_item *item = &timeline->items[i];
        if (strcmp(item->id, id) != 0 && strncmp(item->id, id, slug + 1) == 0 &&
            item->state != PGY_DONE && item->state != PGY_CANCELLED)
            return item;
    }
    return NULL;
}

void cmd_item_finish(struct core_client *client)
{
    bool owned;
    if (cmd_unwritten(client))
        return;
    struct core_profile *profile = client->waiting;
    struct pgy_timeline *timeline = core_timeline(client->core, profile, &owned);
    json_t *answer = client->pending;
    client->pending = NULL;
    if (timeline) {
        const struct pgy_item *item = pgy_timeline_find(timeline, client->note),
                              *next = next_of(timeline, client->note);
        if (item)
            json_object_set_new(answer, "item", core_item_json(client->core, profile, item));
        else if (json_is_object(json_object_get(answer, "item")))
            json_object_set_new(json_object_get(answer, "item"), "state", json_string("done"));
        json_object_set_new(answer, "next",
                            next ? core_item_json(client->core, profile, next) : json_null());
    }
    core_client_answer(client, 0, answer);
    if (owned)
        pgy_timeline_free(&timeline);
}

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

/* What an entry can be about: one word, an id of a section or an item. Plugins put it into
 * titles. */
static bool is_subject(const char *text)
{
    size_t len = strlen(text);
    return len > 0 && len <= SUBJECT_MAX && !strchr(text, ' ') && !pgy_has_controls(text, len, "");
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
        if (!is_subject(subject))
            core_client_refuse(client, 1, NULL,
                               "the subject of '%s' is one word of at most %d bytes", kind->name,
                               SUBJECT_MAX);
        return is_subject(subject);
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

void cmd_log(struct core_client *client, struct core_profile *profile, const char *const *args,
             size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *nearest = NULL;
    const struct pgyd_journal_kind *kind =
        cmd_kind(profile->house->house->schema, args[2], NULL, &nearest);
    struct pgy_happening what = {
        .logged = pgy_clock_now(), .kind = args[2], .subject = args[3], .event = args[4]};
    if (!kind) {
        core_client_refuse(client, 1, nearest,
                           "'%s' is not a kind of happening that a plugin keeps; pgyctl plugin "
                           "show NAME lists them",
                           args[2]);
        return;
    }
    if (!check_subject(client, profile->config, kind, args[3]) ||
        date_of(client, profile, args[5], &what.on) != 0)
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
    cmd_write(client, profile, &what);
}

void cmd_log_finish(struct core_client *client)
{
    bool owned;
    if (cmd_unwritten(client))
        return;
    struct core_profile *profile = client->waiting;
    struct pgy_timeline *timeline = core_timeline(client->core, profile, &owned);
    json_t *next = json_array(), *answer = client->pending;
    int64_t since = json_integer_value(json_object_get(answer, "since"));
    client->pending = NULL;
    for (size_t i = 0; timeline && i < timeline->n && json_array_size(next) < LOG_NEXT; i++) {
        const struct pgy_item *item = &timeline->items[i];
        if (item->revised >= since && item->state != PGY_CANCELLED && item->state != PGY_DONE)
            json_array_append_new(next, core_item_json(client->core, profile, item));
    }
    json_object_del(answer, "since");
    json_object_set_new(answer, "next", next);
    core_client_answer(client, 0, answer);
    if (owned)
        pgy_timeline_free(&timeline);
}

static json_t *entry_json(const struct pgy_happening *h)
{
    char day[PGY_DAY_TEXT];
    json_t *args = json_object();
    for (size_t i = 0; i < h->nargs; i++)
        json_object_set_new(args, h->keys[i], json_string(h->values[i]));
    return json_pack("{sI ss so ss ss ss so sI sb}", "number", (json_int_t)h->number, "on",
                     pgy_civil_text(h->on, day), "logged", core_instant(h->logged), "kind", h->kind,
                     "subject", h->subject, "event", h->event, "args", args, "reverses",
                     (json_int_t)h->reverses, "reversed", (int)h->reversed);
}

void cmd_journal(struct core_client *client, struct core_profile *profile, const char *const *args,
                 size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    const char *subject = n > 2 ? args[2] : "";
    if (pgy_store_journal(client->core->store, profile->id, &journal) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
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
                       json_pack("{ss ss so}", "profile", profile->id, "started",
                                 started == PGY_NO_DAY ? "" : pgy_civil_text(started, day),
                                 "entries", entries));
}

/* The day pgyd was first run (DESIGN.md 6): without it everything past would be caught up on anew,
 * and nothing brings it back. */
static bool is_started(const struct pgy_journal *journal, int64_t entry)
{
    for (size_t i = 0; i < journal->n; i++) {
        if (journal->list[i].number == entry)
            return strcmp(journal->list[i].kind, "started") == 0;
    }
    return false;
}

void cmd_journal_undo(struct core_client *client, struct core_profile *profile,
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
    if (pgy_store_journal(client->core->store, profile->id, &journal) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
        return;
    }
    if (is_started(&journal, entry)) {
        core_client_refuse(client, 1, NULL, "entry %lld is the day pgyd began for you: it stays",
                           (long long)entry);
        return;
    }
    client->pending = json_object();
    reverse(client, profile, entry);
}

void cmd_journal_move(struct core_client *client, struct core_profile *profile,
                      const char *const *args, size_t n)
{
    (void)n;
    int64_t moved;
    if (!is_subject(args[2]) || !is_subject(args[3])) {
        core_client_refuse(client, 2, NULL,
                           "OLD and NEW are one word each, as ids are, of at most %d bytes",
                           SUBJECT_MAX);
        return;
    }
    if (pgy_store_journal_move(client->core->store, profile->id, args[2], args[3], &moved) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
        return;
    }
    if (moved == 0) {
        core_client_refuse(client, 1, NULL, "no entry of the journal is about '%s'", args[2]);
        return;
    }
    client->pending = json_pack("{sI}", "moved", (json_int_t)moved);
    cmd_wait_plan(client, profile);
}

void cmd_number_finish(struct core_client *client)
{
    if (cmd_unwritten(client))
        return;
    json_t *answer = client->pending;
    client->pending = NULL;
    core_client_answer(client, 0, answer);
}

void cmd_plugin_accept(struct core_client *client, struct core_profile *profile,
                       const char *const *args, size_t n)
{
    (void)n;
    const struct pgy_declaration *plugin =
        pgy_schema_plugin(profile->house->house->schema, args[2]);
    bool owned;
    if (!plugin || !plugin->listed) {
        core_client_refuse(client, 1, NULL, "'%s' is not a plugin of [daemon] plugins", args[2]);
        return;
    }
    struct pgy_timeline *timeline = core_timeline(client->core, profile, &owned);
    json_t *dropped = json_array();
    for (size_t i = 0; timeline && i < timeline->n; i++) {
        if (timeline->items[i].kept && strcmp(timeline->items[i].plugin, args[2]) == 0)
            json_array_append_new(dropped, json_string(timeline->items[i].id));
    }
    if (owned)
        pgy_timeline_free(&timeline);
    profile->force_inputs = true;
    client->pending = json_pack("{ss so}", "name", args[2], "dropped", dropped);
    cmd_wait_plan(client, profile);
}

void cmd_plugin_finish(struct core_client *client)
{
    cmd_number_finish(client);
}
