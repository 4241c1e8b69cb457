/* SPDX-License-Identifier: BSD-2-Clause */
/* What concerns pgyd as a whole: asked here, done and answered by main, who knows all desks. */
#include "core/desk/command.h"

#include "base/clock.h"

#include <string.h>

void cmd_status(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n)
{
    (void)person;
    (void)args;
    (void)n;
    cmd_leave(client, CORE_STATUS, NULL, NULL);
}

void cmd_reload(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n)
{
    (void)person;
    (void)args;
    (void)n;
    client->wait.what = WAIT_ALL;
    cmd_leave(client, CORE_RELOAD, NULL, NULL);
}

void cmd_reload_finish(struct core_client *client, const struct core_person *person)
{
    (void)person;
    client->wait.what = WAIT_NOTHING;
    cmd_leave(client, CORE_VERDICTS, NULL, NULL);
}

void cmd_profile_list(struct core_client *client, const struct core_person *person,
                      const char *const *args, size_t n)
{
    (void)person;
    (void)args;
    (void)n;
    cmd_leave(client, CORE_PEOPLE, NULL, NULL);
}

void cmd_profile_remove(struct core_client *client, const struct core_person *person,
                        const char *const *args, size_t n)
{
    const struct core_person *live = core_roll_find(client->desk->in.roll, args[1]);
    (void)person;
    (void)n;
    if (live)
        core_client_refuse(client, 1, NULL,
                           "'%s' is still configured in %s: take it out there and reload first",
                           args[1], live->file);
    else
        cmd_leave(client, CORE_FORGET, NULL, args[1]);
}

void cmd_plugin_accept(struct core_client *client, const struct core_person *person,
                       const char *const *args, size_t n)
{
    (void)n;
    const struct pgy_declaration *plugin = pgy_schema_plugin(person->house->schema, args[2]);
    bool owned;
    if (!plugin || !plugin->listed) {
        core_client_refuse(client, 1, NULL, "'%s' is not a plugin of [daemon] plugins", args[2]);
        return;
    }
    struct pgy_timeline *timeline =
        core_person_timeline(person, client->desk->in.store, pgy_clock_now(), &owned);
    json_t *dropped = json_array();
    for (size_t i = 0; timeline && i < timeline->n; i++) {
        if (timeline->items[i].kept && strcmp(timeline->items[i].plugin, args[2]) == 0)
            json_array_append_new(dropped, json_string(timeline->items[i].id));
    }
    if (owned)
        pgy_timeline_free(&timeline);
    client->pending = json_pack("{ss so}", "name", args[2], "dropped", dropped);
    cmd_leave(client, CORE_LET_GO, person, NULL);
    cmd_wait_plan(client, person);
}

void cmd_backup(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n)
{
    (void)person;
    (void)n;
    if (*args[1] == '/')
        cmd_leave(client, CORE_BACKUP, NULL, args[1]);
    else
        core_client_refuse(client, 2, NULL, "'%s' is not an absolute path", args[1]);
}
