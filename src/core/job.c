/* SPDX-License-Identifier: BSD-2-Clause */
/* Jobs: one profile at a time is loaded and planned, its workers running beside the loop (DESIGN.md
 * 9). Requests coalesce. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"

#include <stdlib.h>
#include <string.h>

void core_want(struct pgy_core *core, struct core_profile *profile, bool load)
{
    profile->want_load |= load;
    profile->want_plan = true;
    profile->wanted++;
    if (profile->queued)
        return;
    if (core->norder == core->cap_order) {
        size_t cap = core->cap_order ? core->cap_order * 2 : 16;
        struct core_profile **order = realloc(core->order, cap * sizeof *order);
        if (!order)
            abort();
        core->order = order;
        core->cap_order = cap;
    }
    core->order[core->norder++] = profile;
    profile->queued = true;
}

bool core_busy(const struct pgy_core *core)
{
    return core->job || core->norder > 0;
}

static void job_free(struct pgy_core *core)
{
    struct core_job *job = core->job;
    core->job = NULL;
    core_watch_stop(&job->watch);
    pgy_pass_free(&job->pass);
    pgy_config_free(&job->loading);
    pgy_arena_free(&job->arena);
    core_house_unref(&job->house);
    free(job);
}

void core_job_client_left(struct pgy_core *core, const struct core_client *client)
{
    if (core->job && core->job->judged == client)
        core->job->judged = NULL;
}

void core_job_forget(struct pgy_core *core, struct core_profile *profile)
{
    if (core->job && core->job->profile == profile)
        job_free(core);
    size_t kept = 0;
    for (size_t i = 0; i < core->norder; i++) {
        if (core->order[i] != profile)
            core->order[kept++] = core->order[i];
    }
    core->norder = kept;
}

static void job_end(struct pgy_core *core)
{
    core->job->profile->done = core->job->serial;
    job_free(core);
    core_tokens_follow(core);
    core_clients_wake(core);
    int64_t now = pgy_clock_now();
    /* Looked at anew: the clock may have jumped since the last tick. */
    if (core_guard(core, now, pgy_clock_mono_ms()))
        core_fire(core, now);
    core_deliver(core, now);
    core_arm(core);
}

static void on_pass(struct pgy_core *core, void *arg, int events);

/* plugin NULL: all that are listed. */
static void start_pass(struct pgy_core *core, enum pgy_worker_verb verb,
                       const struct pgy_config *config, const char *plugin)
{
    struct core_job *job = core->job;
    const struct pgy_house *house = job->house->house;
    struct pgy_pass_input input = pgy_house_input(house, verb, config, &job->journal, job->today);
    input.started = job->started;
    input.plugin = plugin;
    input.oncall = job->profile->oncall;
    input.skip = job->resting;
    input.nskip = job->nresting;
    job->pass = pgy_pass_start(&input);
    /* Without a descriptor or a process to be had it is over at once, and nothing of it would ever
     * become readable. */
    int fd = pgy_pass_step(job->pass) ? -1 : pgy_pass_fd(job->pass);
    if (fd < 0 || core_watch_start(core, &job->watch, fd, UV_READABLE, on_pass, NULL) != 0)
        core_watch_start(core, &job->watch, core->ready_fd, UV_READABLE, on_pass, NULL);
}

/* Journal and day for the configuration that is about to be checked or planned; proposed may be
 * NULL. */
static int read_journal(struct pgy_core *core, const char *profile, const struct pgy_config *config,
                        const struct pgy_tz *tz, const struct pgy_happening *proposed)
{
    struct core_job *job = core->job;
    job->journal = (struct pgy_journal){.arena = job->arena};
    int rc = pgy_store_journal(core->store, profile, &job->journal);
    if (rc != 0) {
        core_store_failed(core, "reading the journal", rc);
        return rc;
    }
    if (proposed && !proposed->reverses)
        core_proposal_show(&job->journal, proposed);
    pgy_journal_merge(&job->journal, config);
    /* After the sorting, which goes by numbers too. */
    if (proposed && proposed->reverses)
        core_proposal_show(&job->journal, proposed);
    const struct pgy_schema *schema = job->house->house->schema;
    for (size_t i = 0; i < schema->nplugins; i++)
        pgy_journal_rename(&job->journal, schema->plugins[i].plugin, schema->plugins[i].renames,
                           schema->plugins[i].nrenames);
    job->today = pgy_tz_day(tz, pgy_clock_now(), NULL);
    job->started = pgy_journal_started(&job->journal);
    job->first = job->started == PGY_NO_DAY;
    if (job->first)
        job->started = job->today;
    return 0;
}

/* Plugins that failed too often in a row rest until the person changes something; their last good
 * plan stands. */
static void rest(struct pgy_core *core, struct core_job *job)
{
    struct core_profile *profile = job->profile;
    const char **names = pgy_arena_array(job->arena, profile->nplugins + 1, sizeof *names);
    (void)core;
    for (size_t i = 0; i < profile->nplugins; i++) {
        if (job->loaded)
            profile->plugins[i].failures = 0;
        else if (profile->plugins[i].failures >= CORE_QUARANTINE)
            names[job->nresting++] = profile->plugins[i].name;
    }
    job->resting = names;
}

/* Of those who wait to write something down for this profile, who came first; the list has the
 * newest first. */
static struct core_client *proposer(const struct pgy_core *core, const struct core_profile *profile)
{
    struct core_client *first = NULL;
    for (struct core_client *c = core->clients; c; c = c->next) {
        if (c->proposal && c->waiting == profile && !c->answered)
            first = c;
    }
    return first;
}

/* Asks the plugin about the next proposal; one that rests is not asked. One at a time, each with
 * what was written down before it. false: none is left. */
static bool start_judging(struct pgy_core *core)
{
    struct core_job *job = core->job;
    struct core_profile *profile = job->profile;
    struct core_client *client;
    while (profile->config && (client = proposer(core, profile))) {
        const struct core_plugin *plugin = core_plugin_of(core, profile, client->proposal->plugin);
        if (plugin && plugin->failures >= CORE_QUARANTINE) {
            core_proposal_settle(client, NULL);
        } else if (read_journal(core, profile->id, profile->config, profile->tz,
                                &client->proposal->what) != 0) {
            core_proposal_settle(
                client, "the journal cannot be read: nothing was written down; see pgyctl status");
        } else {
            job->judging = true;
            job->judged = client;
            start_pass(core, PGY_VERB_CHECK, profile->config,
                       pgy_arena_strdup(job->arena, client->proposal->plugin));
            return true;
        }
    }
    return false;
}

/* The plugin's word: why not, or NULL. A plugin that fails refuses nothing. */
static const char *refusal(const struct pgy_pass *pass)
{
    for (size_t i = 0; i < pgy_pass_count(pass); i++) {
        const struct pgy_run_result *result = pgy_pass_result(pass, i);
        for (size_t j = 0; result->rc == 0 && j < result->nproblems; j++) {
            if (result->problems[j].severity >= PGYD_CRITICAL &&
                strcmp(result->problems[j].section, "journal") == 0)
                return result->problems[j].message;
        }
    }
    return NULL;
}

static void judged(struct pgy_core *core)
{
    struct core_job *job = core->job;
    if (job->judged)
        core_proposal_settle(job->judged, refusal(job->pass));
    job->judging = false;
    job->judged = NULL;
    pgy_pass_free(&job->pass);
}

static void start_plan(struct pgy_core *core)
{
    struct core_job *job = core->job;
    struct core_profile *profile = job->profile;
    if (start_judging(core))
        return;
    job->planning = true;
    /* A day nobody should trust must not get into the journal (`started`), the revisions or what
     * was first seen when: planned when the hold ends. */
    profile->held = !core_guard(core, pgy_clock_now(), pgy_clock_mono_ms());
    if (profile->held) {
        job_end(core);
        return;
    }
    profile->want_plan = false;
    rest(core, job);
    if (!profile->config ||
        read_journal(core, profile->id, profile->config, profile->tz, NULL) != 0) {
        job_end(core);
        return;
    }
    start_pass(core, PGY_VERB_PLAN, profile->config, NULL);
}

/* Puts a text that was accepted before in force again, as the plugins of today read it. */
static void use_text(struct pgy_core *core, struct core_job *job, const char *text, size_t len)
{
    struct core_profile *profile = job->profile;
    struct pgy_problems ignored = {.arena = job->arena};
    struct pgy_config *config;
    if (pgy_config_parse(profile->file, text, len, job->house->house->schema, profile->in_folder,
                         &ignored, &config) == 0)
        core_profile_use(core, profile, job->house, config, true);
}

/* The file's text has errors: the accepted one stays in force, and the person hears which lines are
 * not. */
static void fall_back(struct pgy_core *core, struct core_job *job, const char *id)
{
    struct core_profile *profile = job->profile;
    const char *file, *text;
    size_t len;
    int64_t when;
    if (profile->config)
        use_text(core, job,
                 pgy_arena_strndup(job->arena, profile->config->text, profile->config->text_len),
                 profile->config->text_len);
    else if (id &&
             pgy_store_accepted_get(core->store, id, job->arena, &file, &text, &len, &when) == 0)
        use_text(core, job, text, len);
    for (size_t i = 0; i < job->problems.n; i++)
        pgy_log(job->problems.list[i].error ? PGY_LOG_ERROR : PGY_LOG_WARN, "%s",
                pgy_problem_line(&job->problems.list[i], job->arena));
    if (!profile->config) {
        pgy_error("'%s' stays out of service: it has %zu errors and was never accepted before",
                  profile->file, job->problems.errors);
        return;
    }
    struct pgy_buf lines PGY_BUF_CLEANUP = PGY_BUF_INIT(8000);
    for (size_t i = 0; i < job->problems.n; i++) {
        if (job->problems.list[i].error)
            pgy_buf_printf(&lines, "%s\n", pgy_problem_text(&job->problems.list[i], job->arena));
    }
    /* Told once, and again when the same mistake comes back after a file that was good. */
    if (pgy_store_accepted_get(core->store, profile->id, job->arena, &file, &text, &len, &when) !=
        0)
        when = 0;
    core_notice(core, profile,
                pgy_arena_printf(job->arena, "%lld\n%s", (long long)when, pgy_buf_text(&lines)),
                "config.rejected", PGYD_CRITICAL,
                "pgyd runs from your last accepted configuration: the file has errors",
                pgy_buf_text(&lines));
}

static size_t profile_errors(const struct pgy_problems *problems)
{
    size_t n = 0;
    for (size_t i = 0; i < problems->n; i++)
        n += problems->list[i].error && !core_daemon_problem(&problems->list[i]);
    return n;
}

/* The id a file's profile goes by: what it says, else what it said before. */
static const char *id_of(struct pgy_core *core, struct core_job *job)
{
    struct core_profile *profile = job->profile;
    struct pgy_stored_profile *list;
    size_t n;
    if (profile->id)
        return profile->id;
    if (pgy_store_profiles(core->store, job->arena, &list, &n) == 0) {
        const char *let_go = NULL;
        for (size_t i = 0; i < n; i++) {
            if (strcmp(list[i].file, profile->file) == 0 && list[i].next_wake != INT64_MAX)
                return list[i].id;
            if (strcmp(list[i].file, profile->file) == 0)
                let_go = list[i].id;
        }
        if (let_go)
            return let_go;
    }
    return job->loading ? job->loading->profile : NULL;
}

static void accept_config(struct pgy_core *core, struct core_job *job)
{
    struct core_profile *profile = job->profile;
    struct pgy_config *config = job->loading;
    int64_t now = pgy_clock_now();
    job->loading = NULL;
    for (size_t i = 0; i < job->problems.n; i++)
        pgy_warn("%s", pgy_problem_line(&job->problems.list[i], job->arena));
    const char *text = pgy_arena_strndup(job->arena, config->text, config->text_len);
    size_t len = config->text_len;
    int rc = core_endpoints_mended(core, config->profile, profile->config, config);
    if (rc != 0)
        core_store_failed(core, "noting that a place for messages was mended", rc);
    if (core_profile_use(core, profile, job->house, config, false) != 0)
        return;
    struct pgy_stored_profile stored = {.id = profile->id, .file = profile->file, .next_wake = now};
    rc = pgy_store_begin(core->store);
    if (rc == 0)
        rc = pgy_store_accepted_put(core->store, profile->id, profile->file, text, len, now);
    if (rc == 0)
        rc = pgy_store_profile_put(core->store, &stored);
    if (rc == 0)
        rc = pgy_store_commit(core->store);
    else
        pgy_store_rollback(core->store);
    if (rc != 0)
        core_store_failed(core, "keeping the accepted configuration", rc);
}

static void loaded(struct pgy_core *core)
{
    struct core_job *job = core->job;
    pgy_problems_sort(&job->problems);
    core_profile_notes(job->profile, &job->problems);
    if (!job->loading || profile_errors(&job->problems) > 0)
        fall_back(core, job, id_of(core, job));
    else if (job->loading->has_person)
        accept_config(core, job);
    start_plan(core);
}

static void start_load(struct pgy_core *core)
{
    struct core_job *job = core->job;
    struct core_profile *profile = job->profile;
    profile->want_load = false;
    job->loaded = true;
    int rc = pgy_config_read(profile->file, job->house->house->schema, profile->in_folder,
                             &job->problems, &job->loading);
    if (rc != 0) {
        job->loading = NULL;
        if (job->problems.n == 0)
            pgy_problem_add(&job->problems, true, profile->file, 0, NULL, NULL, NULL,
                            "cannot be read: %s", pgy_strerror(rc));
        loaded(core);
        return;
    }
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    if (!job->loading->has_person ||
        pgy_tz_load(pgy_config_text(job->loading, "person", "", "timezone", "UTC"), &tz) != 0 ||
        read_journal(core, job->loading->profile, job->loading, tz, NULL) != 0) {
        loaded(core);
        return;
    }
    start_pass(core, PGY_VERB_CHECK, job->loading, NULL);
}

static void on_pass(struct pgy_core *core, void *arg, int events)
{
    (void)arg;
    (void)events;
    struct core_job *job = core->job;
    if (!pgy_pass_step(job->pass))
        return;
    core_watch_stop(&job->watch);
    if (job->judging) {
        judged(core);
        start_plan(core);
    } else if (job->planning) {
        core_profile_shifts(job->profile);
        core_publish(core, job);
        job_end(core);
    } else {
        pgy_pass_problems(job->pass, &job->problems);
        pgy_pass_free(&job->pass);
        loaded(core);
    }
    core_job_next(core);
}

void core_job_next(struct pgy_core *core)
{
    while (!core->job && core->norder > 0 && !core->stopping) {
        struct core_profile *profile = core->order[0];
        core->norder--;
        memmove(core->order, core->order + 1, core->norder * sizeof *core->order);
        profile->queued = false;
        struct core_job *job = calloc(1, sizeof *job);
        if (!job)
            abort();
        job->profile = profile;
        job->house =
            core_house_ref(profile->want_load || !profile->house ? core->house : profile->house);
        job->arena = pgy_arena_new();
        job->problems = (struct pgy_problems){.arena = job->arena};
        job->serial = profile->wanted;
        core->job = job;
        if (profile->want_load)
            start_load(core);
        else
            start_plan(core);
    }
}
