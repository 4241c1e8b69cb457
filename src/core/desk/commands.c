/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of requests, and whose they are. What each does is in cmd_*.c. */
#include "core/desk/command.h"

#include "base/clock.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static const struct core_command commands[] = {
    {"status", 0, 1, cmd_status, NULL, true},
    {"today", 1, 1, cmd_today, NULL, false},
    {"agenda", 2, 2, cmd_agenda, NULL, false},
    {"set-aside", 2, 2, cmd_set_aside, NULL, false},
    {"timeline", 1, 1, cmd_timeline, NULL, false},
    {"done", 3, 3, cmd_done, cmd_item_finish, false},
    {"undone", 2, 2, cmd_undone, cmd_item_finish, false},
    {"snooze", 3, 4, cmd_snooze, cmd_item_finish, false},
    {"dismiss", 2, 2, cmd_dismiss, cmd_item_finish, false},
    {"log", 5, 60, cmd_log, cmd_log_finish, false},
    {"journal", 1, 2, cmd_journal, NULL, false},
    {"journal-undo", 2, 2, cmd_journal_undo, cmd_number_finish, false},
    {"journal-move", 3, 3, cmd_journal_move, cmd_number_finish, false},
    {"revisions", 1, 1, cmd_revisions, NULL, false},
    {"url-list", 0, 1, cmd_url_list, NULL, true},
    {"url-add", 4, 4, cmd_url_add, NULL, false},
    {"url-rotate", 2, 2, cmd_url_rotate, NULL, false},
    {"url-revoke", 2, 2, cmd_url_revoke, NULL, false},
    {"deliveries", 1, 2, cmd_deliveries, NULL, true},
    {"retry", 2, 2, cmd_retry, NULL, true},
    {"notify-test", 2, 2, cmd_notify_test, cmd_notify_finish, false},
    {"profile-list", 0, 1, cmd_profile_list, NULL, true},
    {"profile-remove", 1, 1, cmd_profile_remove, NULL, true},
    {"plugin-accept", 2, 2, cmd_plugin_accept, cmd_number_finish, false},
    {"reload", 0, 1, cmd_reload, cmd_reload_finish, true},
    {"backup", 1, 1, cmd_backup, NULL, true},
};

enum { COMMANDS = sizeof commands / sizeof commands[0], IDS = 256 };

/* The person meant, after refusing when it is not clear which. */
static const struct core_person *person_meant(struct core_client *client, const char *id)
{
    const struct core_roll *roll = client->desk->in.roll;
    const char *ids[IDS];
    size_t n = 0;
    for (const struct core_person *p = roll->first; p && n < IDS; p = p->next) {
        if (p->id)
            ids[n++] = p->id;
    }
    const struct core_person *person = *id ? core_roll_find(roll, id) : NULL;
    if (!*id && n == 1)
        person = core_roll_find(roll, ids[0]);
    if (!*id && n != 1)
        core_client_refuse(
            client, 1, NULL,
            n ? "several people are served here: say whose with -p, such as -p %s"
              : "nobody is served here yet: the configuration has errors, see pgyctl status%s",
            n ? ids[0] : "");
    else if (!person)
        core_client_refuse(client, 1, pgy_str_nearest(id, ids, n),
                           "there is no profile '%s' in service; pgyctl profile list shows them",
                           id);
    else if (!person->config) {
        core_client_refuse(
            client, 1, NULL,
            "profile '%s' is out of service: its configuration has errors, see pgyctl status",
            person->id);
        person = NULL;
    }
    return person;
}

static const struct core_command *find(const char *name, const char **nearest)
{
    const char *names[COMMANDS];
    for (size_t i = 0; i < COMMANDS; i++) {
        names[i] = commands[i].name;
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    }
    *nearest = pgy_str_nearest(name, names, COMMANDS);
    return NULL;
}

void cmd_run(struct core_client *client, const char *const *args, size_t n)
{
    const char *nearest = NULL;
    const struct core_command *command = find(args[0], &nearest);
    const struct core_person *person = NULL;
    if (!command) {
        core_client_refuse(client, 2, nearest, "there is no command '%s'", args[0]);
        return;
    }
    if (n - 1 < command->least || n - 1 > command->most) {
        core_client_refuse(client, 2, NULL, "'%s' was asked with %zu arguments", args[0], n - 1);
        return;
    }
    if (!command->no_profile && !(person = person_meant(client, args[1])))
        return;
    /* Whoever asks is there; that it could not be kept changes no answer. */
    if (person)
        (void)pgy_store_sign(client->desk->in.store, person->id, pgy_clock_now());
    client->command = command;
    command->run(client, person, args, n);
}
