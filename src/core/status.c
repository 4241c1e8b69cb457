/* SPDX-License-Identifier: BSD-2-Clause */
/* How everything fares, put together from what each desk shows of itself. Changes nothing. */
#include "pgy-build.h"

#include "core/core.h"
#include "core/say.h"

#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { METRICS_MAX = 64 * 1024 };

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
    for (size_t i = 0; i < core->parent.nchildren; i++) {
        const struct core_child *c = &core->parent.children[i];
        if (strstr(c->name, "core"))
            continue;
        json_array_append_new(list, process_json(c->name, c->pid, c->restarts, c->last_end));
    }
    return list;
}

static size_t queued_for(const struct pgy_core *core, const char *profile, const char *endpoint,
                         struct pgy_arena *arena)
{
    struct pgy_outbox_row *rows;
    size_t n, count = 0;
    if (pgy_store_outbox_list(core->state.store, profile, false, 1000, arena, &rows, &n) != 0)
        return 0;
    for (size_t i = 0; i < n; i++)
        count += strcmp(rows[i].endpoint, endpoint) == 0 &&
                 (rows[i].state == PGY_OUT_QUEUED || rows[i].state == PGY_OUT_CLAIMED);
    return count;
}

static void add_endpoints(const struct pgy_core *core, const struct core_person *person,
                          json_t *list)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    size_t n = person->config ? pgy_config_count(person->config, "notify") : 0;
    for (size_t i = 0; i < n; i++) {
        const char *id = pgy_config_nth(person->config, "notify", i)->id;
        struct pgy_endpoint health = {0};
        if (pgy_store_endpoint_get(core->state.store, person->id, id, arena, &health) != 0)
            continue;
        const char *paused = health.paused_until == INT64_MAX ? "until you change it" : "";
        json_t *one = json_pack("{ss ss ss sI si ss ss so}", "profile", person->id, "id", id,
                                "type", pgy_config_text(person->config, "notify", id, "type", ""),
                                "queued", (json_int_t)queued_for(core, person->id, id, arena),
                                "failures", (int)health.failures, "paused_until", paused, "reason",
                                health.reason ? health.reason : "", "last_delivered",
                                core_say_instant(health.last_delivered));
        if (health.paused_until != INT64_MAX && health.paused_until > pgy_clock_now())
            json_object_set_new(one, "paused_until", core_say_instant(health.paused_until));
        json_array_append_new(list, one);
    }
}

static json_t *degraded_json(const struct pgy_core *core)
{
    json_t *list = json_array();
    if (core->health.degraded)
        json_array_append_new(list, json_string(core->health.degraded));
    if (core->parent.listen_error)
        json_array_append_new(list, json_string(core->parent.listen_error));
    if (core_people_daemon_accepted(core->people))
        json_array_append_new(list, json_string("[daemon] and [serve] run from the last accepted "
                                                "configuration: the file has errors"));
    if (!core_post_connected(core->post))
        json_array_append_new(list, json_string("the courier is not connected: messages wait"));
    return list;
}

json_t *core_status(const struct pgy_core *core)
{
    const struct core_roll *roll = core_people_roll(core->people);
    json_t *profiles = json_array(), *endpoints = json_array();
    for (const struct core_person *p = roll->first; p; p = p->next) {
        json_array_append_new(profiles, core_people_json(core->people, p, pgy_clock_now()));
        add_endpoints(core, p, endpoints);
    }
    return json_pack("{ss so sI so ss ss ss so ss so so so}", "version", PACKAGE_VERSION, "since",
                     core_say_instant(core->since), "pid", (json_int_t)getppid(), "processes",
                     processes_json(core), "listen", core->parent.listen ? core->parent.listen : "",
                     "public_url", pgy_config_text(roll->daemon, "serve", "", "public_url", ""),
                     "state_dir", roll->house->state_dir, "config",
                     core_people_main_file(core->people), "held",
                     core->guard.held ? core->guard.held : "", "profiles", profiles, "endpoints",
                     endpoints, "degraded", degraded_json(core));
}

json_t *core_profile_list(const struct pgy_core *core)
{
    json_t *list = json_array();
    for (const struct core_person *p = core_people_roll(core->people)->first; p; p = p->next)
        json_array_append_new(list, core_people_entry(core->people, p));
    return json_pack("{so}", "profiles", list);
}

json_t *core_reload_answer(const struct pgy_core *core)
{
    json_t *profiles = json_array();
    for (const struct core_person *p = core_people_roll(core->people)->first; p; p = p->next)
        json_array_append_new(profiles, core_people_verdict(core->people, p));
    return json_pack("{so so}", "config", core_people_main_file(core->people), "profiles",
                     profiles);
}

void core_metrics(struct pgy_core *core)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(METRICS_MAX);
    struct core_people_counts counts;
    core_people_count(core->people, &counts);
    pgy_buf_printf(
        &text,
        "# HELP pgyd_profiles People served.\n# TYPE pgyd_profiles gauge\npgyd_profiles %zu\n"
        "# HELP pgyd_profiles_out People whose configuration is not in force.\n"
        "# TYPE pgyd_profiles_out gauge\npgyd_profiles_out %zu\n"
        "# HELP pgyd_plugins_failing Plugins whose last pass failed, over all people.\n"
        "# TYPE pgyd_plugins_failing gauge\npgyd_plugins_failing %zu\n"
        "# HELP pgyd_degraded 1 when the store refuses to write.\n"
        "# TYPE pgyd_degraded gauge\npgyd_degraded %d\n",
        counts.people, counts.out, counts.failing, core->health.degraded != NULL);
    core_links_metrics(core->links, pgy_buf_text(&text));
}
