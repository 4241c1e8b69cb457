/* SPDX-License-Identifier: BSD-2-Clause */
/* Writing something down: the plugin that keeps its kind is asked first whether it may be, in the
 * job that plans after it (PGYD_PROPOSED, PGYD_WITHDRAWN). What no plugin keeps is written at
 * once. */
#include "core/command.h"

#include "base/err.h"
#include "base/str.h"

#include <string.h>

static int append(struct core_client *client, struct core_profile *profile,
                  const struct pgy_happening *what)
{
    int64_t number;
    int rc = pgy_store_journal_add(client->core->store, profile->id, what, &number);
    if (rc != 0)
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
    else
        json_object_set_new(client->pending, "number", json_integer((json_int_t)number));
    return rc;
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

/* Whose business it is: the plugin that keeps the kind of what is written down, or of what is taken
 * back; NULL: nobody's. */
static const char *keeper(struct core_client *client, const struct core_profile *profile,
                          const struct pgy_happening *what)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_journal journal = {.arena = arena};
    const char *kind = what->kind, *plugin = NULL;
    if (what->reverses > 0 && pgy_store_journal(client->core->store, profile->id, &journal) != 0)
        return NULL; /* the store says so itself when it is written to */
    for (size_t i = 0; i < journal.n; i++) {
        if (journal.list[i].number == what->reverses && !journal.list[i].reversed)
            kind = journal.list[i].kind;
    }
    (void)cmd_kind(profile->house->house->schema, kind, &plugin, NULL);
    return plugin;
}

/* Leaves it to the job that plans next to ask the plugin and write it down. */
static void propose(struct core_client *client, const struct pgy_happening *what,
                    const char *plugin)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct core_proposal *proposal = pgy_arena_alloc(arena, sizeof *proposal);
    *proposal = (struct core_proposal){
        .arena = arena, .what = *what, .plugin = pgy_arena_strdup(arena, plugin)};
    proposal->what.kind = pgy_arena_strdup(arena, what->kind);
    proposal->what.subject = pgy_arena_strdup(arena, what->subject);
    proposal->what.event = pgy_arena_strdup(arena, what->event);
    for (size_t i = 0; i < what->nargs; i++) {
        proposal->what.keys[i] = pgy_arena_strdup(arena, what->keys[i]);
        proposal->what.values[i] = pgy_arena_strdup(arena, what->values[i]);
    }
    client->proposal = proposal;
}

void cmd_write(struct core_client *client, struct core_profile *profile,
               const struct pgy_happening *what)
{
    const char *plugin = keeper(client, profile, what);
    if (plugin)
        propose(client, what, plugin);
    else if (append(client, profile, what) != 0)
        return;
    cmd_wait_plan(client, profile);
}

bool cmd_unwritten(struct core_client *client)
{
    if (client->proposal)
        core_client_refuse(client, 1, NULL,
                           "nothing was written down: no plan could be made; see pgyctl status");
    return client->proposal != NULL;
}

void core_proposal_free(struct core_client *client)
{
    if (client->proposal) {
        struct pgy_arena *arena = client->proposal->arena;
        client->proposal = NULL;
        pgy_arena_free(&arena);
    }
}

void core_proposal_settle(struct core_client *client, const char *why)
{
    if (why)
        core_client_refuse(client, 1, NULL, "%s", why);
    else
        (void)append(client, client->waiting, &client->proposal->what);
    core_proposal_free(client);
}

void core_proposal_show(struct pgy_journal *journal, const struct pgy_happening *what)
{
    for (size_t i = 0; i < journal->n; i++) {
        if (what->reverses > 0 && journal->list[i].number == what->reverses &&
            !journal->list[i].reversed)
            journal->list[i].number = PGYD_WITHDRAWN;
    }
    if (what->reverses > 0)
        return;
    /* In the journal's memory: whoever proposed it may leave. */
    struct pgy_happening *h =
        pgy_arena_push(journal->arena, &journal->list, &journal->n, &journal->cap, sizeof *h);
    *h = *what;
    h->number = PGYD_PROPOSED;
    h->kind = pgy_arena_strdup(journal->arena, what->kind);
    h->subject = pgy_arena_strdup(journal->arena, what->subject);
    h->event = pgy_arena_strdup(journal->arena, what->event);
    for (size_t i = 0; i < h->nargs; i++) {
        h->keys[i] = pgy_arena_strdup(journal->arena, what->keys[i]);
        h->values[i] = pgy_arena_strdup(journal->arena, what->values[i]);
    }
}
