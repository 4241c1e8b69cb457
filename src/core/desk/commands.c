/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of requests, and what every command needs: the profile meant, items as JSON, waiting
 * for a plan. */
#include "core/commands.h"

#include "core/command.h"
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    size_t least, most; /* arguments after the command */
    void (*run)(struct core_client *client, struct core_profile *profile, const char *const *args,
                size_t n);
    void (*finish)(struct core_client *client); /* after waiting; NULL: never waits */
    bool no_profile;                            /* takes none, or "" for all */
} commands[] = {
    {"status", 0, 1, cmd_status, NULL, true},
    {"agenda", 2, 2, cmd_agenda, NULL, false},
    {"timeline", 1, 1, cmd_timeline, NULL, false},
    {"done", 3, 3, cmd_done, cmd_item_finish, false},
    {"undone", 2, 2, cmd_undone, cmd_item_finish, false},
    {"snooze", 3, 3, cmd_snooze, cmd_item_finish, false},
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
    {"plugin-accept", 2, 2, cmd_plugin_accept, cmd_plugin_finish, false},
    {"reload", 0, 1, cmd_reload, cmd_reload_finish, true},
    {"backup", 1, 1, cmd_backup, NULL, true},
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

/* The profile meant, after refusing when it is not clear which. */
static struct core_profile *profile_meant(struct core_client *client, const char *id)
{
    struct pgy_core *core = client->core;
    const char *ids[256];
    size_t n = 0;
    for (struct core_profile *p = core->profiles; p && n < 256; p = p->next) {
        if (p->id)
            ids[n++] = p->id;
    }
    struct core_profile *profile = *id ? core_profile_find(core, id) : NULL;
    if (!*id && n == 1)
        profile = core_profile_find(core, ids[0]);
    if (!*id && n != 1)
        core_client_refuse(
            client, 1, NULL,
            n ? "several people are served here: say whose with -p, such as -p %s"
              : "nobody is served here yet: the configuration has errors, see pgyctl status%s",
            n ? ids[0] : "");
    else if (!profile)
        core_client_refuse(client, 1, pgy_str_nearest(id, ids, n),
                           "there is no profile '%s' in service; pgyctl profile list shows them",
                           id);
    else if (!profile->config) {
        core_client_refuse(
            client, 1, NULL,
            "profile '%s' is out of service: its configuration has errors, see pgyctl status",
            profile->id);
        profile = NULL;
    }
    return profile;
}

void core_command(struct core_client *client, const char *const *args, size_t n)
{
    const char *names[COMMANDS];
    for (size_t i = 0; i < COMMANDS; i++) {
        names[i] = commands[i].name;
        if (strcmp(args[0], commands[i].name) != 0)
            continue;
        if (n - 1 < commands[i].least || n - 1 > commands[i].most) {
            core_client_refuse(client, 2, NULL, "'%s' was asked with %zu arguments", args[0],
                               n - 1);
            return;
        }
        struct core_profile *profile = NULL;
        if (!commands[i].no_profile && !(profile = profile_meant(client, args[1])))
            return;
        client->command = commands[i].name;
        commands[i].run(client, profile, args, n);
        return;
    }
    core_client_refuse(client, 2, pgy_str_nearest(args[0], names, COMMANDS),
                       "there is no command '%s'", args[0]);
}

bool core_command_finish(struct core_client *client)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (client->command == commands[i].name && commands[i].finish)
            commands[i].finish(client);
    }
    return client->answered;
}

void cmd_wait_plan(struct core_client *client, struct core_profile *profile)
{
    core_want(client->core, profile, false);
    client->waiting = profile;
    client->serial = profile->wanted;
    core_job_next(client->core);
}

json_t *core_instant(int64_t utc)
{
    char text[24];
    return json_string(utc <= 0 || utc == INT64_MAX ? "" : pgy_clock_text(utc, text));
}

json_t *core_item_json(struct pgy_core *core, const struct core_profile *profile,
                       const struct pgy_item *item)
{
    (void)core;
    json_t *remind = json_array();
    bool live =
        item->state != PGY_DONE && item->state != PGY_CANCELLED && item->state != PGY_CLOSED;
    for (uint32_t i = 0; live && i < item->nsteps; i++)
        json_array_append_new(remind, core_instant(pgy_remind_instant(
                                          item, item->steps[i], profile->tz, &profile->quiet)));
    json_t *json = pgy_item_json(item, profile->tz, remind);
    json_decref(remind);
    return json;
}

json_t *cmd_with_profile(const struct core_profile *profile, const char *key, json_t *value)
{
    char today[PGY_DAY_TEXT];
    return json_pack("{ss ss ss so}", "profile", profile->id, "today",
                     pgy_civil_text(core_today(profile, pgy_clock_now()), today), "timezone",
                     pgy_tz_name(profile->tz), key, value);
}

void cmd_timeline(struct core_client *client, struct core_profile *profile, const char *const *args,
                  size_t n)
{
    (void)args;
    (void)n;
    bool owned;
    struct pgy_timeline *timeline = core_timeline(client->core, profile, &owned);
    json_t *items = json_array();
    for (size_t i = 0; timeline && i < timeline->n; i++)
        json_array_append_new(items, core_item_json(client->core, profile, &timeline->items[i]));
    core_client_answer(client, 0, cmd_with_profile(profile, "items", items));
    if (owned)
        pgy_timeline_free(&timeline);
}

static bool on_agenda(const struct pgy_item *item, const int64_t *days)
{
    switch (item->state) {
    case PGY_FUTURE:
        return item->days <= *days;
    case PGY_OPEN:
    case PGY_DUE:
    case PGY_OVERDUE:
        return true;
    case PGY_CLOSED:
    case PGY_DONE:
    case PGY_SNOOZED:
    case PGY_CANCELLED:
        return false;
    }
    return false;
}

/* What an item's place on the agenda goes by: what is late or due today comes first, then what
 * comes or ends soonest. */
static pgy_day agenda_day(const struct pgy_item *item)
{
    bool late = item->state == PGY_OVERDUE || item->state == PGY_DUE;
    return late ? PGY_NO_DAY : item->state == PGY_FUTURE ? item->start : item->end;
}

static int by_urgency(const void *a, const void *b)
{
    const struct pgy_item *x = *(const struct pgy_item *const *)a,
                          *y = *(const struct pgy_item *const *)b;
    pgy_day dx = agenda_day(x), dy = agenda_day(y);
    if (dx != dy)
        return dx < dy ? -1 : 1;
    return x->severity != y->severity ? (x->severity > y->severity ? -1 : 1)
                                      : pgy_item_compare(x, y);
}

void cmd_agenda(struct core_client *client, struct core_profile *profile, const char *const *args,
                size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int64_t days;
    bool owned;
    if (pgy_str_int(args[2], 0, 36500, &days) != 0) {
        core_client_refuse(client, 2, NULL, "'%s' is not a number of days", args[2]);
        return;
    }
    struct pgy_timeline *timeline = core_timeline(client->core, profile, &owned);
    size_t count = 0;
    const struct pgy_item **list = pgy_arena_array(arena, timeline ? timeline->n : 0, sizeof *list);
    for (size_t i = 0; timeline && i < timeline->n; i++) {
        if (on_agenda(&timeline->items[i], &days))
            list[count++] = &timeline->items[i];
    }
    qsort(list, count, sizeof *list, by_urgency);
    json_t *items = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(items, core_item_json(client->core, profile, list[i]));
    core_client_answer(client, 0, cmd_with_profile(profile, "items", items));
    if (owned)
        pgy_timeline_free(&timeline);
}

void cmd_revisions(struct core_client *client, struct core_profile *profile,
                   const char *const *args, size_t n)
{
    (void)args;
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_revisions revisions = {.arena = arena};
    int rc = pgy_store_revisions(client->core->store, profile->id, &revisions);
    if (rc != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(client->core->store));
        return;
    }
    json_t *list = json_array();
    for (size_t i = 0; i < revisions.n; i++) {
        const struct pgy_revision *r = &revisions.list[i];
        char day[PGY_DAY_TEXT];
        json_array_append_new(
            list, json_pack("{ss ss si sI sI ss}", "id", r->id, "hash",
                            pgy_arena_printf(arena, "%016llx", (unsigned long long)r->hash),
                            "sequence", (int)r->sequence, "revised", (json_int_t)r->revised,
                            "created", (json_int_t)r->created, "cancelled",
                            r->cancelled == PGY_NO_DAY ? "" : pgy_civil_text(r->cancelled, day)));
    }
    core_client_answer(client, 0, json_pack("{so}", "revisions", list));
}
