/* SPDX-License-Identifier: BSD-2-Clause */
/* Commands of the control socket, one function each, and what they share; requests.h says what each
 * takes and answers. Private to src/core/desk. args[0] is the command, args[1] the profile. */
#ifndef PGY_CORE_DESK_COMMAND_H
#define PGY_CORE_DESK_COMMAND_H

#include "core/desk/inside.h"
#include "plan/happening.h"

#define CMD(name)                                                                                  \
    void name(struct core_client *client, const struct core_person *person,                        \
              const char *const *args, size_t n)
#define CMD_FINISH(name) void name(struct core_client *client, const struct core_person *person)

/* commands.c */
/* Runs a request: finds the command and the person meant, refuses what makes no sense. */
void cmd_run(struct core_client *client, const char *const *args, size_t n);

/* common.c */
/* Refuses with the sentence and the nearest name. */
void cmd_refused(struct core_client *client, const struct pgy_refusal *why);
/* {"profile","today","timezone",key: value}; takes the value over. */
json_t *cmd_with_person(const struct core_person *person, const char *key, json_t *value);
/* Plans the person again; the answer waits for it. */
void cmd_wait_plan(struct core_client *client, const struct core_person *person);
/* Writes it down, after its kind's plugin was asked, and plans again. client->pending gets
 * "number"; it and client->note are set before. */
void cmd_write(struct core_client *client, const struct core_person *person,
               const struct pgy_happening *what);
/* Takes an entry back; what was done before it is in client->pending. */
void cmd_reverse(struct core_client *client, const struct core_person *person, int64_t entry);
/* Whether it was not written down after all: then refused. */
bool cmd_unwritten(struct core_client *client);
/* What it proposed must not be written down any more. */
void cmd_withdraw(struct core_client *client);
/* Refuses with the store's own sentence. */
void cmd_store_refused(struct core_client *client);
/* Leaves an errand of this kind; name may be NULL. */
void cmd_leave(struct core_client *client, enum core_errand_kind kind,
               const struct core_person *person, const char *name);

/* cmd_today.c */
CMD(cmd_today);
CMD(cmd_agenda);
CMD(cmd_set_aside);

/* cmd_show.c */
CMD(cmd_timeline);
CMD(cmd_revisions);
CMD(cmd_journal);

/* cmd_happen.c */
CMD(cmd_done);
CMD(cmd_undone);
CMD(cmd_snooze);
CMD(cmd_dismiss);
CMD_FINISH(cmd_item_finish);

/* cmd_log.c */
CMD(cmd_log);
CMD(cmd_journal_undo);
CMD(cmd_journal_move);
CMD_FINISH(cmd_log_finish);
CMD_FINISH(cmd_number_finish);

/* cmd_links.c */
CMD(cmd_url_list);
CMD(cmd_url_add);
CMD(cmd_url_rotate);
CMD(cmd_url_revoke);

/* cmd_deliveries.c */
CMD(cmd_deliveries);
CMD(cmd_retry);
CMD(cmd_notify_test);
CMD_FINISH(cmd_notify_finish);

/* cmd_daemon.c */
CMD(cmd_status);
CMD(cmd_reload);
CMD_FINISH(cmd_reload_finish);
CMD(cmd_profile_list);
CMD(cmd_profile_remove);
CMD(cmd_plugin_accept);
CMD(cmd_backup);

#undef CMD
#undef CMD_FINISH

#endif
