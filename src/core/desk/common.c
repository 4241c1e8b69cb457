/* SPDX-License-Identifier: BSD-2-Clause */
/* What commands share: refusing, writing something down, waiting for a plan. */
#include "core/desk/command.h"

#include "base/clock.h"

#include <stdlib.h>
#include <string.h>

void cmd_refused(struct core_client *client, const struct pgy_refusal *why)
{
    core_client_refuse(client, why->status, why->nearest, "%s", why->sentence);
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
    (void)pgy_happening_kind(person->house->schema, kind, &plugin, NULL);
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
