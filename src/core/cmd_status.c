/* SPDX-License-Identifier: BSD-2-Clause */
/* How everything fares, and what concerns the daemon as a whole. */
#include "pgy-build.h"

#include "core/command.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "store/backup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Resident kilobytes of a process; 0 when it cannot be told. */
static long rss_kb(int64_t pid)
{
    char path[64];
    long size = 0, resident = 0;
    snprintf(path, sizeof path, "/proc/%lld/statm", (long long)pid);
    FILE *f = fopen(path, "re");
    if (!f)
        return 0;
    char line[128];
    if (fgets(line, sizeof line, f) && sscanf(line, "%ld %ld", &size, &resident) != 2)
        resident = 0;
    fclose(f);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static json_t *process_json(const char *name, int64_t pid, uint32_t restarts, const char *end)
{
    return json_pack("{ss sI si ss sI}", "name", name, "pid", (json_int_t)pid, "restarts",
                     (int)restarts, "last_end", end, "rss_kb", (json_int_t)(pid ? rss_kb(pid) : 0));
}

static json_t *processes_json(const struct pgy_core *core)
{
    json_t *list = json_array();
    json_array_append_new(list, process_json("pgyd", getppid(), 0, ""));
    json_array_append_new(list, process_json("pgyd-core", getpid(), 0, ""));
    for (size_t i = 0; i < core->nchildren; i++) {
        const struct core_child *c = &core->children[i];
        if (strstr(c->name, "core"))
            continue;
        json_array_append_new(list, process_json(c->name, c->pid, c->restarts, c->last_end));
    }
    return list;
}

static json_t *problem_list(const struct pgy_problem *problems, size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, json_string(pgy_problem_text(&problems[i], arena)));
    return list;
}

static json_t *problems_json(const struct core_profile *profile)
{
    return problem_list(profile->problems, profile->nproblems);
}

static const char *in_force(const struct core_profile *profile)
{
    return !profile->config ? "none" : profile->accepted ? "accepted" : "file";
}

static json_t *plugins_json(const struct core_profile *profile)
{
    json_t *list = json_array();
    for (size_t i = 0; i < profile->nplugins; i++) {
        const struct core_plugin *p = &profile->plugins[i];
        json_array_append_new(
            list, json_pack("{ss ss sI sb ss si so}", "name", p->name, "version",
                            p->version ? p->version : "", "items", (json_int_t)p->items, "stale",
                            (int)p->stale, "failure", p->failure ? p->failure : "", "failures",
                            (int)p->failures, "next_try", core_instant(p->next_try)));
    }
    return list;
}

static json_t *calendars_json(const struct core_profile *profile)
{
    json_t *list = json_array();
    const char *id, *failure;
    size_t shifts;
    for (size_t i = 0; pgy_oncall_nth(profile->oncall, i, &id, &shifts, &failure); i++)
        json_array_append_new(list, json_pack("{ss sI ss}", "id", id, "shifts", (json_int_t)shifts,
                                              "failure", failure ? failure : ""));
    return list;
}

static json_t *profile_json(struct pgy_core *core, struct core_profile *profile)
{
    char today[PGY_DAY_TEXT] = "";
    bool owned = false;
    struct pgy_timeline *timeline = profile->config ? core_timeline(core, profile, &owned) : NULL;
    if (profile->config)
        pgy_civil_text(core_today(profile, pgy_clock_now()), today);
    json_t *answer = json_pack(
        "{ss ss ss ss sI ss so so so so so}", "id", profile->id ? profile->id : "", "file",
        profile->file, "today", today, "timezone", profile->tz ? pgy_tz_name(profile->tz) : "",
        "items", (json_int_t)(timeline ? timeline->n : 0), "in_force", in_force(profile),
        "problems", problems_json(profile), "planned", core_instant(profile->planned), "next_pass",
        core_instant(profile->next_pass), "plugins", plugins_json(profile), "calendars",
        calendars_json(profile));
    if (owned)
        pgy_timeline_free(&timeline);
    return answer;
}

static size_t queued_for(struct pgy_core *core, const char *profile, const char *endpoint,
                         struct pgy_arena *arena)
{
    struct pgy_outbox_row *rows;
    size_t n, count = 0;
    if (pgy_store_outbox_list(core->store, profile, false, 1000, arena, &rows, &n) != 0)
        return 0;
    for (size_t i = 0; i < n; i++)
        count += strcmp(rows[i].endpoint, endpoint) == 0 &&
                 (rows[i].state == PGY_OUT_QUEUED || rows[i].state == PGY_OUT_CLAIMED);
    return count;
}

static void add_endpoints(struct pgy_core *core, const struct core_profile *profile, json_t *list)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    size_t n = profile->config ? pgy_config_count(profile->config, "notify") : 0;
    for (size_t i = 0; i < n; i++) {
        const char *id = pgy_config_nth(profile->config, "notify", i)->id;
        struct pgy_endpoint health = {0};
        if (pgy_store_endpoint_get(core->store, profile->id, id, arena, &health) != 0)
            continue;
        const char *paused = health.paused_until == INT64_MAX ? "until you change it" : "";
        json_t *one = json_pack("{ss ss ss sI si ss ss so}", "profile", profile->id, "id", id,
                                "type", pgy_config_text(profile->config, "notify", id, "type", ""),
                                "queued", (json_int_t)queued_for(core, profile->id, id, arena),
                                "failures", (int)health.failures, "paused_until", paused, "reason",
                                health.reason ? health.reason : "", "last_delivered",
                                core_instant(health.last_delivered));
        if (health.paused_until != INT64_MAX && health.paused_until > pgy_clock_now())
            json_object_set_new(one, "paused_until", core_instant(health.paused_until));
        json_array_append_new(list, one);
    }
}

static json_t *degraded_json(const struct pgy_core *core)
{
    json_t *list = json_array();
    if (core->degraded)
        json_array_append_new(list, json_string(core->degraded));
    if (core->listen_error)
        json_array_append_new(list, json_string(core->listen_error));
    if (core->daemon_accepted)
        json_array_append_new(list, json_string("[daemon] and [serve] run from the last accepted "
                                                "configuration: the file has errors"));
    if (!core->courier_ready)
        json_array_append_new(list, json_string("the courier is not connected: messages wait"));
    return list;
}

json_t *core_status(struct pgy_core *core)
{
    json_t *profiles = json_array(), *endpoints = json_array(), *problems = NULL;
    const struct pgy_house *house = core->house->house;
    for (struct core_profile *p = core->profiles; p; p = p->next) {
        json_array_append_new(profiles, profile_json(core, p));
        add_endpoints(core, p, endpoints);
        if (!p->in_folder)
            problems = problems_json(p);
    }
    if (!problems) /* the main file is about nobody */
        problems = problem_list(core->daemon_problems.list, core->daemon_problems.n);
    json_t *config = json_pack("{ss ss so}", "file", house->main_file, "in_force",
                               core->daemon_accepted ? "accepted" : "file", "problems", problems);
    return json_pack("{ss so sI so ss ss ss so ss so so so}", "version", PACKAGE_VERSION, "since",
                     core_instant(core->since), "pid", (json_int_t)getppid(), "processes",
                     processes_json(core), "listen", core->listen ? core->listen : "", "public_url",
                     pgy_config_text(core->daemon, "serve", "", "public_url", ""), "state_dir",
                     house->state_dir, "config", config, "held", core->held ? core->held : "",
                     "profiles", profiles, "endpoints", endpoints, "degraded", degraded_json(core));
}

void cmd_status(struct core_client *client, struct core_profile *profile, const char *const *args,
                size_t n)
{
    (void)profile;
    (void)args;
    (void)n;
    core_client_answer(client, 0, core_status(client->core));
}

void cmd_reload(struct core_client *client, struct core_profile *profile, const char *const *args,
                size_t n)
{
    (void)profile;
    (void)args;
    (void)n;
    core_reload(client->core);
    client->waiting_all = true;
    core_job_next(client->core);
    core_clients_wake(client->core);
}

void cmd_reload_finish(struct core_client *client)
{
    struct pgy_core *core = client->core;
    json_t *status = core_status(core), *profiles = json_array();
    for (const struct core_profile *p = core->profiles; p; p = p->next)
        json_array_append_new(profiles,
                              json_pack("{ss ss so}", "id", p->id ? p->id : "", "in_force",
                                        in_force(p), "problems", problems_json(p)));
    json_t *answer =
        json_pack("{sO so}", "config", json_object_get(status, "config"), "profiles", profiles);
    json_decref(status);
    core_client_answer(client, 0, answer);
}

void cmd_profile_list(struct core_client *client, struct core_profile *profile,
                      const char *const *args, size_t n)
{
    (void)profile;
    (void)args;
    (void)n;
    json_t *list = json_array();
    for (struct core_profile *p = client->core->profiles; p; p = p->next) {
        size_t items = 0;
        for (size_t i = 0; i < p->nplugins; i++)
            items += p->plugins[i].items;
        json_array_append_new(list, json_pack("{ss ss ss sI so}", "id", p->id ? p->id : "", "file",
                                              p->file, "in_force", in_force(p), "items",
                                              (json_int_t)items, "next_pass",
                                              core_instant(p->next_pass)));
    }
    core_client_answer(client, 0, json_pack("{so}", "profiles", list));
}

/* Feeds go with their profile: every file in feeds/<id>, whichever plugin it was of and whatever a
 * crash left half written; then the directory. */
static void remove_feeds(struct pgy_core *core, const char *id)
{
    int fd = pgy_dir_open_at(core->feeds_fd, id, 0700);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir)
        pgy_fd_close(&fd);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            (void)unlinkat(dirfd(dir), entry->d_name, 0);
    }
    if (dir)
        closedir(dir);
    if (unlinkat(core->feeds_fd, id, AT_REMOVEDIR) != 0)
        pgy_warn("the folder feeds/%s in the state directory could not be removed: %s", id,
                 strerror(errno));
}

void cmd_profile_remove(struct core_client *client, struct core_profile *profile,
                        const char *const *args, size_t n)
{
    (void)profile;
    (void)n;
    struct pgy_core *core = client->core;
    struct core_profile *live = core_profile_find(core, args[1]);
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_stored_profile *list;
    size_t count, i = 0;
    if (live) {
        core_client_refuse(client, 1, NULL,
                           "'%s' is still configured in %s: take it out there and reload first",
                           args[1], live->file);
        return;
    }
    if (pgy_store_profiles(core->store, arena, &list, &count) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(core->store));
        return;
    }
    while (i < count && strcmp(list[i].id, args[1]) != 0)
        i++;
    if (i == count) {
        core_client_refuse(client, 1, NULL, "nothing is stored of a profile '%s'", args[1]);
        return;
    }
    if (pgy_store_profile_remove(core->store, args[1]) != 0) {
        core_client_refuse(client, 1, NULL, "%s", pgy_store_error(core->store));
        return;
    }
    remove_feeds(core, args[1]);
    core_tokens_write(core);
    core_client_answer(client, 0, json_pack("{ss}", "id", args[1]));
}

void cmd_backup(struct core_client *client, struct core_profile *profile, const char *const *args,
                size_t n)
{
    (void)profile;
    (void)n;
    struct pgy_core *core = client->core;
    if (*args[1] != '/') {
        core_client_refuse(client, 2, NULL, "'%s' is not an absolute path", args[1]);
        return;
    }
    int rc = pgy_backup_write(core->store, core->key, args[1], pgy_clock_now());
    if (rc != 0)
        core_client_refuse(client, 1, NULL, "the backup was not made: %s",
                           rc == PGY_EEXISTS ? "that file exists already"
                                             : pgy_store_error(core->store));
    else
        core_client_answer(client, 0, json_pack("{ss}", "path", args[1]));
}
