/* SPDX-License-Identifier: BSD-2-Clause */
/* Items: done, undone, snooze. Every answer waits for the plan that follows, so that the feed has
 * moved when it comes. */
#include "core/desk/command.h"
#include "core/say.h"

#include "base/clock.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/* The item meant, in a copy of its own; refuses with the nearest id. */
static const struct pgy_item *item_meant(struct core_client *client,
                                         const struct core_person *person, const char *id,
                                         struct pgy_timeline *timeline)
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
                       person->id);
    free(ids);
    return NULL;
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
        .logged = pgy_clock_now(), .kind = "done", .subject = args[2], .event = ""};
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
    if (!entry) {
        core_client_refuse(client, 1, NULL,
                           "'%s' was not done through pgyctl; pgyctl journal shows what was",
                           args[2]);
        return;
    }
    client->note = strdup(args[2]);
    client->pending = json_pack("{so}", "item", json_null());
    cmd_reverse(client, person, entry);
}

void cmd_snooze(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n)
{
    (void)n;
    struct pgy_dur dur;
    bool owned;
    char text[PGY_DAY_TEXT];
    if (pgy_dur_parse(args[3], false, &dur) != 0 || dur.n <= 0) {
        core_client_refuse(client, 2, NULL, "'%s' is not a duration: write 3d, 2w or 1mo", args[3]);
        return;
    }
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    const struct pgy_item *item = item_meant(client, person, args[2], timeline);
    pgy_day today = core_person_today(person, pgy_clock_now()),
            until = pgy_civil_add(today, dur, 1);
    if (item && (item->state == PGY_DONE || item->state == PGY_CANCELLED)) {
        core_client_refuse(client, 1, NULL, "'%s' is %s: there is nothing to snooze", item->id,
                           pgy_state_text(item->state));
    } else if (item && item->kind == PGYD_DEADLINE && today <= item->end && !item->catch_up &&
               (until > item->end ||
                pgy_tz_instant(person->tz, until, person->quiet.remind_at * 60) >=
                    pgy_remind_end(item, person->tz))) {
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
        client->pending = json_pack("{so ss}", "item", core_say_item(person, item), "until", text);
        cmd_write(client, person, &what);
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
