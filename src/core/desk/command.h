/* SPDX-License-Identifier: BSD-2-Clause */
/* Commands of the control socket, one function each, and what they share. Private to src/core.
 * args[0] is the command, args[1] the profile. */
#ifndef PGY_CORE_COMMAND_H
#define PGY_CORE_COMMAND_H

#include "core/core.h"

#define CMD(name)                                                                                  \
    void name(struct core_client *client, struct core_profile *profile, const char *const *args,   \
              size_t n)

/* cmd_status.c */
CMD(cmd_status);
CMD(cmd_reload);
CMD(cmd_profile_list);
CMD(cmd_profile_remove);
CMD(cmd_backup);
void cmd_reload_finish(struct core_client *client);

/* commands.c */
CMD(cmd_agenda);
CMD(cmd_timeline);
CMD(cmd_revisions);
/* Plans the profile again; the answer waits for it. */
void cmd_wait_plan(struct core_client *client, struct core_profile *profile);
/* {"profile","today","timezone",key: value}; takes the value's reference. */
json_t *cmd_with_profile(const struct core_profile *profile, const char *key, json_t *value);

/* cmd_journal.c */
CMD(cmd_done);
CMD(cmd_undone);
CMD(cmd_snooze);
CMD(cmd_log);
CMD(cmd_journal);
CMD(cmd_journal_undo);
CMD(cmd_journal_move);
CMD(cmd_plugin_accept);
void cmd_item_finish(struct core_client *client);
void cmd_log_finish(struct core_client *client);
void cmd_number_finish(struct core_client *client);
void cmd_plugin_finish(struct core_client *client);

/* propose.c */
/* Writes it down, after asking the plugin that keeps its kind, and plans again. client->pending
 * gets "number"; it and client->note are set before. */
void cmd_write(struct core_client *client, struct core_profile *profile,
               const struct pgy_happening *what);
/* Whether it was not written down after all: then refused. */
bool cmd_unwritten(struct core_client *client);
/* The kind of happening of that name that a listed plugin keeps, or NULL; *plugin is whose it is,
 * *nearest the nearest name; either may be NULL. */
const struct pgyd_journal_kind *cmd_kind(const struct pgy_schema *schema, const char *name,
                                         const char **plugin, const char **nearest);

/* cmd_links.c */
CMD(cmd_url_list);
CMD(cmd_url_add);
CMD(cmd_url_rotate);
CMD(cmd_url_revoke);
CMD(cmd_deliveries);
CMD(cmd_retry);
CMD(cmd_notify_test);
void cmd_notify_finish(struct core_client *client);

#undef CMD

#endif
