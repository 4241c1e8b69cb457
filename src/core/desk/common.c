/* SPDX-License-Identifier: BSD-2-Clause */
/* What commands share: dates, subjects, writing something down, waiting for a plan. */
#include "core/desk/command.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/* A date argument, "" for today, never in the future. */
int cmd_date(struct core_client *client, const struct core_person *person, const char *text,
             pgy_day *day)
{
    pgy_day today = core_person_today(person, pgy_clock_now());
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

/* What an entry can be about: one word, an id of a section or an item. Plugins put it into
 * titles. */
bool cmd_is_subject(const char *text)
{
    size_t len = strlen(text);
    return len > 0 && len <= CMD_SUBJECT_MAX && !strchr(text, ' ') &&
           !pgy_has_controls(text, len, "");
}

json_t *cmd_with_person(const struct core_person *person, const char *key, json_t *value)
{
    char today[PGY_DAY_TEXT];
    return json_pack("{ss ss ss so}", "profile", person->id, "today",
                     pgy_civil_text(core_person_today(person, pgy_clock_now()), today), "timezone",
                     pgy_tz_name(person->tz), key, value);
}

void cmd_store_refused(struct core_client *client)
{
    core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->desk->in.store));
}

void cmd_leave(struct core_client *client, enum core_errand_kind kind,
               const struct core_person *person, const char *name)
{
    const struct core_errand errand = {
        .kind = kind, .client = client->number, .person = person, .name = name};
    core_desk_leave(client->desk, &errand);
}

/* Its number is known when the errand was done. */
static void wait_for(struct core_client *client, const struct core_person *person)
{
    client->wait =
        (struct core_wait){.what = WAIT_PLAN, .born = person->born, .serial = UINT64_MAX};
    free(client->file);
    client->file = strdup(person->file);
}

void cmd_wait_plan(struct core_client *client, const struct core_person *person)
{
    wait_for(client, person);
    cmd_leave(client, CORE_PLAN, person, NULL);
}

const struct pgyd_journal_kind *cmd_kind(const struct pgy_schema *schema, const char *name,
                                         const char **plugin, const char **nearest)
{
    const char *names[128];
    size_t n = 0;
    for (size_t i = 0; i < schema->nplugins; i++) {
        for (size_t j = 0; schema->plugins[i].listed && j < schema->plugins[i].nkinds; j++) {
            const struct pgyd_journal_kind *kind = &schema->plugins[i].kinds[j];
            if (strcmp(kind->name, name) == 0) {
                if (plugin)
                    *plugin = schema->plugins[i].plugin;
                return kind;
            }
            if (n < 128)
                names[n++] = kind->name;
        }
    }
    if (nearest)
        *nearest = pgy_str_nearest(name, names, n);
    return NULL;
}

static int append(struct core_client *client, const struct core_person *person,
                  const struct pgy_happening *what)
{
    int64_t number;
    int rc = pgy_store_journal_add(client->desk->in.store, person->id, what, &number);
    if (rc != 0)
        cmd_store_refused(client);
    else
        json_object_set_new(client->pending, "number", json_integer((json_int_t)number));
    return rc;
}

/* Whose business it is: the plugin that keeps the kind of what is written down, or of what is taken
 * back; NULL: nobody's. */
static const char *keeper(struct core_client *client, const struct core_person *person,
                          const struct pgy_happening *what)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    const char *kind = what->kind, *plugin = NULL;
    if (what->reverses > 0 && pgy_store_journal(client->desk->in.store, person->id, &journal) != 0)
        return NULL; /* the store says so itself when it is written to */
    for (size_t i = 0; i < journal.n; i++) {
        if (journal.list[i].number == what->reverses && !journal.list[i].reversed)
            kind = journal.list[i].kind;
    }
    (void)cmd_kind(person->house->schema, kind, &plugin, NULL);
    return plugin;
}

void cmd_write(struct core_client *client, const struct core_person *person,
               const struct pgy_happening *what)
{
    const struct core_proposal proposal = {*what, keeper(client, person, what)};
    if (!proposal.plugin) {
        if (append(client, person, what) == 0)
            cmd_wait_plan(client, person);
        return;
    }
    const struct core_errand errand = {
        .kind = CORE_PLAN, .client = client->number, .person = person, .proposal = &proposal};
    client->proposed = true;
    wait_for(client, person);
    core_desk_leave(client->desk, &errand);
}

void cmd_withdraw(struct core_client *client)
{
    if (!client->proposed)
        return;
    client->proposed = false;
    cmd_leave(client, CORE_WITHDRAW, NULL, NULL);
}

bool cmd_unwritten(struct core_client *client)
{
    if (!client->proposed)
        return false;
    core_client_refuse(client, 1, NULL,
                       "nothing was written down: no plan could be made; see pgyctl status");
    cmd_withdraw(client);
    return true;
}

/* Takes an entry back; what was done before it is in client->pending. */
void cmd_reverse(struct core_client *client, const struct core_person *person, int64_t entry)
{
    struct pgy_happening what = {
        .on = core_person_today(person, pgy_clock_now()),
        .logged = pgy_clock_now(),
        .kind = "undo",
        .subject = "",
        .event = "",
        .reverses = entry,
    };
    cmd_write(client, person, &what);
}
