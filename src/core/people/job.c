/* SPDX-License-Identifier: BSD-2-Clause */
/* Jobs: one profile at a time is loaded, its proposals judged, its plan made, the workers running
 * beside the loop. What a plan changes is written by publish.c, when main says so. */
#include "core/people/inside.h"

#include "base/clock.h"
#include "base/err.h"

#include <stdlib.h>
#include <string.h>

static void job_free(struct core_people *people)
{
    struct core_job *job = people->job;
    people->job = NULL;
    core_watch_stop(&job->watch);
    pgy_pass_free(&job->pass);
    pgy_config_free(&job->loading);
    pgy_timeline_free(&job->timeline);
    pgy_arena_free(&job->arena);
    pgy_house_free(&job->house);
    free(job);
}

void core_job_forget(struct core_people *people, const struct core_profile *profile)
{
    if (people->job && people->job->profile == profile)
        job_free(people);
}

void core_job_end(struct core_people *people)
{
    people->job->profile->person.done = people->job->serial;
    job_free(people);
}

static void on_pass(void *arg, int events)
{
    struct core_job *job = arg;
    (void)events;
    if (!pgy_pass_step(job->pass))
        return;
    core_watch_stop(&job->watch);
    job->over = true;
}

/* plugin NULL: all that are listed. */
static void start_pass(struct core_people *people, enum core_stage stage,
                       const struct pgy_config *config, const char *plugin)
{
    struct core_job *job = people->job;
    struct core_loop *loop = people->in.loop;
    enum pgy_worker_verb verb = stage == STAGE_PLAN ? PGY_VERB_PLAN : PGY_VERB_CHECK;
    struct pgy_pass_input input =
        pgy_house_input(job->house, verb, config, &job->journal, job->today);
    input.started = job->started;
    input.plugin = plugin;
    input.oncall = job->profile->calls.oncall;
    input.skip = job->resting.names;
    input.nskip = job->resting.n;
    job->stage = stage;
    job->over = false;
    job->pass = pgy_pass_start(&input);
    /* Without a descriptor or a process to be had it is over at once, and nothing of it would ever
     * become readable. */
    int fd = pgy_pass_step(job->pass) ? -1 : pgy_pass_fd(job->pass);
    if (fd < 0 || core_watch_start(loop, &job->watch, fd, CORE_READ, on_pass, job) != 0)
        core_watch_soon(loop, &job->watch, on_pass, job);
}

/* Journal and day for the configuration that is about to be checked or planned; proposed may be
 * NULL. */
static int read_journal(struct core_people *people, const char *profile,
                        const struct pgy_config *config, const struct pgy_tz *tz,
                        const struct pgy_happening *proposed)
{
    struct core_job *job = people->job;
    job->journal = (struct pgy_journal){.arena = job->arena};
    int rc = pgy_store_journal(people->in.store, profile, &job->journal);
    if (rc != 0) {
        core_health_failed(people->in.health, "reading the journal", rc);
        return rc;
    }
    if (proposed && !proposed->reverses)
        core_judge_show(&job->journal, proposed);
    pgy_journal_merge(&job->journal, config);
    /* After the sorting, which goes by numbers too. */
    if (proposed && proposed->reverses)
        core_judge_show(&job->journal, proposed);
    const struct pgy_schema *schema = job->house->schema;
    pgy_journal_rename(&job->journal, schema);
    job->today = pgy_tz_day(tz, pgy_clock_now(), NULL);
    job->started = pgy_journal_started(&job->journal);
    job->first = job->started == PGY_NO_DAY;
    if (job->first)
        job->started = job->today;
    return 0;
}

/* Plugins that failed too often in a row rest until the person changes something; their last good
 * plan stands. */
static void rest(struct core_job *job)
{
    struct core_profile *profile = job->profile;
    const char **names = pgy_arena_array(job->arena, profile->nplugins + 1, sizeof *names);
    for (size_t i = 0; i < profile->nplugins; i++) {
        if (job->loaded)
            profile->plugins[i].failures = 0;
        else if (profile->plugins[i].failures >= PEOPLE_QUARANTINE)
            names[job->resting.n++] = profile->plugins[i].name;
    }
    job->resting.names = names;
}

/* Asks the plugin about the next proposal; one that rests is not asked. One at a time, each with
 * what was written down before it. false: none is left. */
static bool start_judging(struct core_people *people)
{
    struct core_job *job = people->job;
    const struct core_person *person = &job->profile->person;
    struct core_asked *asked;
    while (person->config && (asked = core_judge_next(people, person))) {
        const char *name = asked->proposal.plugin;
        if (core_profile_plugin(job->profile, name)->failures >= PEOPLE_QUARANTINE) {
            core_judge_settle(people, asked, NULL);
        } else if (read_journal(people, person->id, person->config, person->tz,
                                &asked->proposal.what) != 0) {
            core_judge_settle(people, asked,
                              "the journal cannot be read: nothing was written down; see pgyctl "
                              "status");
        } else {
            job->judged = asked;
            start_pass(people, STAGE_JUDGE, person->config, pgy_arena_strdup(job->arena, name));
            return true;
        }
    }
    return false;
}

static void start_plan(struct core_people *people)
{
    struct core_job *job = people->job;
    struct core_profile *profile = job->profile;
    const struct core_person *person = &profile->person;
    if (start_judging(people))
        return;
    /* A day nobody should trust must not get into the journal (`started`), the revisions or what
     * was first seen when: planned when the hold ends. */
    profile->work.held = !core_guard_look(people->in.guard, pgy_clock_now(), pgy_clock_mono_ms());
    if (profile->work.held) {
        core_job_end(people);
        return;
    }
    rest(job);
    if (!person->config ||
        read_journal(people, person->id, person->config, person->tz, NULL) != 0) {
        core_job_end(people);
        return;
    }
    start_pass(people, STAGE_PLAN, person->config, NULL);
}

static void loaded(struct core_people *people)
{
    core_accept(people, people->job);
    start_plan(people);
}

static void start_load(struct core_people *people)
{
    struct core_job *job = people->job;
    struct core_profile *profile = job->profile;
    const char *file = profile->person.file;
    profile->work.load = profile->work.renamed = false;
    job->loaded = true;
    int rc = pgy_config_read(file, job->house->schema, profile->person.in_folder, &job->problems,
                             &job->loading);
    if (rc != 0) {
        job->loading = NULL;
        if (job->problems.n == 0)
            pgy_problem_add(&job->problems, true, file, 0, NULL, NULL, NULL, "cannot be read: %s",
                            pgy_strerror(rc));
        loaded(people);
        return;
    }
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    const char *zone = pgy_config_text(job->loading, "person", "", "timezone", "UTC");
    if (!job->loading->has_person || pgy_tz_load(zone, &tz) != 0 ||
        read_journal(people, job->loading->profile, job->loading, tz, NULL) != 0) {
        loaded(people);
        return;
    }
    start_pass(people, STAGE_CHECK, job->loading, NULL);
}

bool core_job_next(struct core_people *people)
{
    struct core_profile *profile = core_queue_take(people);
    if (!profile)
        return false;
    struct core_job *job = calloc(1, sizeof *job);
    if (!job)
        abort();
    bool anew = profile->work.load || !profile->person.house;
    job->profile = profile;
    job->house = pgy_house_ref(anew ? people->main.house : profile->person.house);
    job->arena = pgy_arena_new();
    job->problems = (struct pgy_problems){.arena = job->arena};
    job->serial = profile->person.asked;
    people->job = job;
    if (profile->work.load)
        start_load(people);
    else
        start_plan(people);
    return true;
}

/* The pass at hand is over. */
void core_job_step(struct core_people *people)
{
    struct core_job *job = people->job;
    switch (job->stage) {
    case STAGE_JUDGE:
        if (job->judged)
            core_judge_settle(people, job->judged, core_judge_refusal(job->pass));
        pgy_pass_free(&job->pass);
        start_plan(people);
        break;
    case STAGE_CHECK:
        pgy_pass_problems(job->pass, &job->problems);
        pgy_pass_free(&job->pass);
        loaded(people);
        break;
    case STAGE_PLAN:
        core_profile_shifts(job->profile);
        job->stage = STAGE_WRITE;
        break;
    case STAGE_WRITE:
        break;
    }
}
