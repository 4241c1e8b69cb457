/* SPDX-License-Identifier: BSD-2-Clause */
/* Once a minute: has a plugin, a data file or the zones changed, what do the counters say; once a
 * day: what may be forgotten. */
#include "core/core.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/wire.h"

#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

enum { DAY = 86400, KEEP_DELIVERIES = 90 * DAY, METRICS_MAX = 64 * 1024 };

static void mix_file(crypto_generichash_state *state, const char *path)
{
    struct stat st = {0};
    (void)stat(path, &st);
    int64_t marks[] = {(int64_t)st.st_dev, (int64_t)st.st_ino, (int64_t)st.st_size,
                       st.st_mtim.tv_sec, st.st_mtim.tv_nsec};
    crypto_generichash_update(state, (const unsigned char *)marks, sizeof marks);
}

/* Where a plugin was looked for in vain: it may be installed one day. */
static void mix_places(crypto_generichash_state *state, const struct pgy_core *core,
                       const char *plugin, struct pgy_arena *arena)
{
    const struct pgy_value *extra =
        core->daemon ? pgy_config_get(core->daemon, "daemon", "", "plugin_path") : NULL;
    size_t n;
    const char *const *places =
        pgy_paths_plugin(&core->house->house->paths, arena, extra ? extra->list : NULL,
                         extra ? extra->nlist : 0, plugin, &n);
    for (size_t i = 0; i < n; i++)
        mix_file(state, places[i]);
}

/* The packs that a profile's [packs] path names. */
static void mix_packs(crypto_generichash_state *state, const struct pgy_config *config)
{
    const struct pgy_value *paths = config ? pgy_config_get(config, "packs", "", "path") : NULL;
    uint64_t marks = paths && paths->nlist ? pgy_data_packs_marks(paths->list, paths->nlist) : 0;
    if (marks)
        crypto_generichash_update(state, (const unsigned char *)&marks, sizeof marks);
}

uint64_t core_fingerprint(const struct pgy_core *core)
{
    static const char *const kinds[] = {"packs", "letters", "lists"};
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_house *house = core->house->house;
    crypto_generichash_state state;
    unsigned char digest[16];
    uint64_t hash;
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    for (size_t i = 0; i < house->schema->nplugins; i++) {
        if (house->schema->plugins[i].path)
            mix_file(&state, house->schema->plugins[i].path);
        else
            mix_places(&state, core, house->schema->plugins[i].plugin, arena);
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        mix_file(&state, pgy_arena_printf(arena, "%s/%s", house->paths.data, kinds[i]));
    for (size_t i = 0; i < house->data->n; i++)
        mix_file(&state, pgy_arena_printf(arena, "%s/%s/%s", house->paths.data,
                                          house->data->files[i].kind, house->data->files[i].name));
    for (const struct core_profile *p = core->profiles; p; p = p->next)
        mix_packs(&state, p->config);
    /* Comes with every update of the zones. */
    mix_file(&state, "/usr/share/zoneinfo/tzdata.zi");
    crypto_generichash_final(&state, digest, sizeof digest);
    memcpy(&hash, digest, sizeof hash);
    return hash;
}

/* A plugin that could not even say what it is (a machine under load at start, a file half written)
 * is asked again: after a minute, two, four ... an hour. */
static bool ask_again(struct pgy_core *core, int64_t now)
{
    const struct pgy_schema *schema = core->house->house->schema;
    bool failed = false;
    for (size_t i = 0; i < schema->nplugins; i++)
        failed = failed || (schema->plugins[i].listed && schema->plugins[i].failed &&
                            schema->plugins[i].path);
    if (!failed) {
        core->ask_wait = 0;
        return false;
    }
    if (core->ask_wait > 0 && now < core->ask_at && core->ask_at - now <= core->ask_wait)
        return false;
    bool due = core->ask_wait > 0;
    core->ask_wait = !due ? CORE_MINUTE : core->ask_wait < 1800 ? core->ask_wait * 2 : 3600;
    core->ask_at = now + core->ask_wait;
    return due;
}

/* A changed plugin, pack or tzdata is a reason for a pass (DESIGN.md 6). Not while a job runs: it
 * may be about to change what is looked at. */
static void look_for_changes(struct pgy_core *core, int64_t now)
{
    if (core_busy(core))
        return;
    uint64_t before = core_fingerprint(core);
    bool changed = before != core->fingerprint, again = ask_again(core, now);
    if (!changed && !again)
        return;
    if (changed)
        pgy_info("a plugin, a data file or the time zones changed: planning again");
    core_reload(core);
    /* As it was before they were read: what changed meanwhile is noticed the next time. */
    core->fingerprint = before;
}

static void send_metrics(struct pgy_core *core)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(METRICS_MAX);
    size_t out = 0, failing = 0;
    if (!core->web_up || !pgy_config_text(core->daemon, "serve", "", "metrics_listen", NULL))
        return;
    for (const struct core_profile *p = core->profiles; p; p = p->next) {
        out += !p->config;
        for (size_t i = 0; i < p->nplugins; i++)
            failing += p->plugins[i].failure != NULL;
    }
    pgy_buf_printf(
        &text,
        "# HELP pgyd_profiles People served.\n# TYPE pgyd_profiles gauge\npgyd_profiles %zu\n"
        "# HELP pgyd_profiles_out People whose configuration is not in force.\n# TYPE "
        "pgyd_profiles_out gauge\n"
        "pgyd_profiles_out %zu\n"
        "# HELP pgyd_plugins_failing Plugins whose last pass failed, over all people.\n# TYPE "
        "pgyd_plugins_failing gauge\n"
        "pgyd_plugins_failing %zu\n"
        "# HELP pgyd_degraded 1 when the store refuses to write.\n# TYPE pgyd_degraded "
        "gauge\npgyd_degraded %d\n",
        core->nprofiles, out, failing, core->degraded != NULL);
    size_t mark = pgy_frame_begin(&core->web.out, PGY_C2W_METRICS);
    pgy_put_str(&core->web.out, pgy_buf_text(&text));
    pgy_frame_end(&core->web.out, mark);
    core_flush(core, &core->web, &core->web_watch);
}

void core_upkeep(struct pgy_core *core, int64_t now)
{
    if (now < core->upkept + CORE_MINUTE && now >= core->upkept)
        return;
    core->upkept = now;
    look_for_changes(core, now);
    send_metrics(core);
    /* By a wrong clock everything would be old. */
    if (!core->held && (now - core->pruned >= DAY || now < core->pruned)) {
        core->pruned = now;
        int rc = pgy_store_outbox_prune(core->store, now - KEEP_DELIVERIES);
        if (rc != 0)
            core_store_failed(core, "forgetting old deliveries", rc);
    }
}
