/* SPDX-License-Identifier: BSD-2-Clause */
/* Items: done, undone, snooze. Every answer waits for the plan that follows, so that the feed has
 * moved when it comes. */
#include "core/desk/command.h"
#include "core/say.h"

#include "base/clock.h"
#include "base/str.h"
#include "base/when.h"
#include "plan/by.h"

#include <stdlib.h>
#include <string.h>

enum { SEVERAL = 5 };

/* Whether an id ends in what was typed, from a word of it on. */
static bool ends_in(const char *id, const char *typed)
{
    size_t len = strlen(id), n = strlen(typed);
    return n > 0 && n < len && strcmp(id + len - n, typed) == 0 && strchr("/-.@", id[len - n - 1]);
}

/* Refuses what is no item, with the nearest id, or what could be several, with these. */
static void refuse_item(struct core_client *client, const struct core_person *person,
                        const char *typed, const struct pgy_timeline *timeline, size_t fits)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    size_t n = timeline ? timeline->n : 0, shown = 0;
    const char **ids = pgy_arena_array(arena, n + 1, sizeof *ids), *all = "";
    for (size_t i = 0; i < n; i++) {
        ids[i] = timeline->items[i].id;
        if (fits && ends_in(ids[i], typed) && shown++ < SEVERAL)
            all = pgy_arena_printf(arena, "%s%s%s", all, *all ? ", " : "", ids[i]);
    }
    if (fits)
        core_client_refuse(client, 1, NULL, "'%s' could be %s%s: type more of it", typed, all,
                           shown > SEVERAL ? " or others" : "");
    else
        core_client_refuse(client, 1, pgy_str_nearest(typed, ids, n),
                           "'%s' is not an item of profile '%s'; pgyctl agenda lists them", typed,
                           person->id);
}

/* The item meant: by its id, or by the end of it when that is one item's. NULL after refusing. */
static const struct pgy_item *item_meant(struct core_client *client,
                                         const struct core_person *person, const char *typed,
                                         const struct pgy_timeline *timeline)
{
    const struct pgy_item *item = timeline ? pgy_timeline_find(timeline, typed) : NULL;
    size_t fits = 0;
    for (size_t i = 0; !item && timeline && i < timeline->n; i++)
        fits += ends_in(timeline->items[i].id, typed);
    for (size_t i = 0; !item && fits == 1 && i < timeline->n; i++) {
        if (ends_in(timeline->items[i].id, typed))
            item = &timeline->items[i];
    }
    if (!item)
        refuse_item(client, person, typed, timeline, fits);
    return item;
}

/* Remembers the item for the answer, writes it down and plans again. */
static void answer_item(struct core_client *client, const struct core_person *person,
                        const struct pgy_item *item, const struct pgy_happening *what)
{
    client->note = strdup(item->id);
    client->pending = json_pack("{so}", "item", core_say_item(person, item));
    cmd_write(client, person, what);
}

/* A date argument. */
static int date_of(struct core_client *client, const struct core_person *person, const char *text,
                   pgy_day *day)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_refusal why;
    int rc = pgy_happening_day(text, core_person_today(person, pgy_clock_now()), arena, day, &why);
    if (rc != 0)
        cmd_refused(client, &why);
    return rc;
}

void cmd_done(struct core_client *client, const struct core_person *person, const char *const *args,
              size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    char day[PGY_DAY_TEXT];
    bool owned;
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    const struct pgy_item *item = item_meant(client, person, args[2], timeline);
    struct pgy_happening what = {
        .logged = pgy_clock_now(), .kind = "done", .subject = item ? item->id : "", .event = ""};
    if (item && item->state == PGY_DONE) {
        core_client_refuse(client, 1, NULL, "'%s' is done already; pgyctl undone takes that back",
                           item->id);
    } else if (item && date_of(client, person, args[3], &what.on) == 0) {
        if (item->done_log) {
            pgy_happening_split(item->done_log, arena, &what);
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
            answer_item(client, person, item, &what);
    }
    if (owned)
        pgy_timeline_free(&timeline);
}

static bool is_mark(const char *kind)
{
    return strcmp(kind, "done") == 0 || strcmp(kind, "dismiss") == 0 || strcmp(kind, "snooze") == 0;
}

/* The last entry, not taken back, that made this item done, dismissed it or put it off. */
static int64_t done_entry(const struct pgy_journal *journal, const char *id)
{
    for (size_t i = journal->n; i-- > 0;) {
        const struct pgy_happening *h = &journal->list[i];
        bool own = h->nargs == 1 && strcmp(h->keys[0], PGY_JOURNAL_ITEM) == 0 &&
                   strcmp(h->values[0], id) == 0;
        if (!h->reversed && h->number > 0 &&
            (own || (is_mark(h->kind) && strcmp(h->subject, id) == 0)))
            return h->number;
    }
    return 0;
}

void cmd_undone(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    int rc = pgy_store_journal(client->desk->in.store, person->id, &journal);
    if (rc != 0) {
        cmd_store_refused(client);
        return;
    }
    const struct pgy_schema *schema = person->house->schema;
    /* what it was done as may have another name today */
    pgy_journal_rename(&journal, schema);
    int64_t entry = done_entry(&journal, args[2]);
    client->note = strdup(args[2]);
    if (!entry) { /* by the end of its id */
        bool owned;
        struct pgy_timeline *timeline =
            core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
        const struct pgy_item *item = item_meant(client, person, args[2], timeline);
        entry = item ? done_entry(&journal, item->id) : 0;
        if (item && !entry)
            core_client_refuse(client, 1, NULL,
                               "'%s' was not done through pgyctl; pgyctl journal shows what was",
                               item->id);
        if (entry) {
            free(client->note);
            client->note = strdup(item->id);
        }
        if (owned)
            pgy_timeline_free(&timeline);
        if (!entry)
            return;
    }
    client->pending = json_pack("{so}", "item", json_null());
    cmd_reverse(client, person, entry);
}

/* Why an item cannot be put off until a day; NULL after refusing with that. */
static bool may_snooze(struct core_client *client, const struct core_person *person,
                       const struct pgy_item *item, pgy_day until, bool forced)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const pgy_day today = core_person_today(person, pgy_clock_now());
    const int64_t wakes = pgy_tz_instant(person->tz, until, person->quiet.remind_at * 60);
    if (item->state == PGY_DONE || item->state == PGY_CANCELLED) {
        core_client_refuse(client, 1, NULL, "'%s' is %s: there is nothing to snooze", item->id,
                           pgy_state_text(item->state));
        return false;
    }
    /* A snooze must never hide a clock that runs out. */
    bool hides = item->stakes == PGYD_FATAL && today <= item->by && !item->catch_up &&
                 (until > item->by || wakes >= pgy_by_instant(item, person->tz));
    if (hides && !forced)
        core_client_refuse(client, 1, NULL,
                           "%s: that is by %s. Snooze it to an earlier day, or say --force",
                           item->title, pgy_by_when(item, person->tz, today, arena));
    return !hides || forced;
}

void cmd_snooze(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n)
{
    bool owned;
    char text[PGY_DAY_TEXT];
    pgy_day until, today = core_person_today(person, pgy_clock_now());
    if (pgy_when_parse(args[3], today, &until) != 0 || until <= today) {
        core_client_refuse(client, 2, NULL, "'%s' is not a day to come: write " PGY_WHEN_FORMS,
                           args[3]);
        return;
    }
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    const struct pgy_item *item = item_meant(client, person, args[2], timeline);
    if (item && may_snooze(client, person, item, until, n > 4 && *args[4])) {
        struct pgy_happening what = {.on = today,
                                     .logged = pgy_clock_now(),
                                     .kind = "snooze",
                                     .subject = item->id,
                                     .event = pgy_civil_text(until, text)};
        client->note = strdup(item->id);
        client->pending = json_pack("{so ss}", "item", core_say_item(person, item), "until", text);
        cmd_write(client, person, &what);
    }
    if (owned)
        pgy_timeline_free(&timeline);
}

void cmd_dismiss(struct core_client *client, const struct core_person *person,
                 const char *const *args, size_t n)
{
    (void)n;
    bool owned;
    char text[PGY_DAY_TEXT];
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    const struct pgy_item *item = item_meant(client, person, args[2], timeline);
    if (item && (item->state == PGY_DONE || item->state == PGY_DISMISSED)) {
        core_client_refuse(client, 1, NULL, "'%s' is %s already", item->id,
                           pgy_state_text(item->state));
    } else if (item) {
        struct pgy_happening what = {.on = core_person_today(person, pgy_clock_now()),
                                     .logged = pgy_clock_now(),
                                     .kind = "dismiss",
                                     .subject = item->id,
                                     .event = pgy_civil_text(item->by, text)};
        answer_item(client, person, item, &what);
    }
    if (owned)
        pgy_timeline_free(&timeline);
}

/* The same rule or section, another occurrence: what comes next. */
static const struct pgy_item *next_of(const struct pgy_timeline *timeline, const char *id)
{
    size_t rule = pgy_item_id_rule(id);
    for (size_t i = 0; id[rule] && i < timeline->n; i++) {
        const struct pgy_item *item = &timeline->items[i];
        if (strcmp(item->id, id) != 0 && strncmp(item->id, id, rule + 1) == 0 &&
            item->state != PGY_DONE && item->state != PGY_CANCELLED)
            return item;
    }
    return NULL;
}

void cmd_item_finish(struct core_client *client, const struct core_person *person)
{
    bool owned;
    if (cmd_unwritten(client))
        return;
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    json_t *answer = client->pending;
    client->pending = NULL;
    if (timeline) {
        const struct pgy_item *item = pgy_timeline_find(timeline, client->note),
                              *next = next_of(timeline, client->note);
        if (item)
            json_object_set_new(answer, "item", core_say_item(person, item));
        else if (json_is_object(json_object_get(answer, "item")))
            json_object_set_new(json_object_get(answer, "item"), "state", json_string("done"));
        json_object_set_new(answer, "next", next ? core_say_item(person, next) : json_null());
    }
    core_client_answer(client, 0, answer);
    if (owned)
        pgy_timeline_free(&timeline);
}
