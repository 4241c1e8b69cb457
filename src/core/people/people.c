/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of the people desk: what is asked of it, what time brings, what it leaves to do. How a
 * profile is read, planned and published stands in the files beside this one. */
#include "core/people/inside.h"

#include "base/clock.h"
#include "base/err.h"

#include <stdlib.h>
#include <string.h>

enum { WAKE_BATCH = 100 };

int core_people_open(const struct core_people_setup *setup, struct pgy_arena *arena,
                     struct core_people **out, const char **why)
{
    struct core_people *people = calloc(1, sizeof *people);
    if (!people)
        abort();
    people->in = *setup;
    people->main.house = setup->house;
    people->in.house = NULL; /* its reference is main's now, and may go with a reload */
    const char *reason = "";
    int rc = core_main_file_open(people, &reason);
    if (rc != 0) {
        *why = pgy_arena_strdup(arena, reason);
        core_people_free(&people);
        return rc;
    }
    *out = people;
    return 0;
}

void core_people_free(struct core_people **out)
{
    struct core_people *people = *out;
    if (!people)
        return;
    if (people->job)
        core_job_forget(people, people->job->profile);
    while (people->asked)
        core_judge_withdraw(people, people->asked->client);
    while (people->roll.first)
        core_profile_drop(people, core_profile_of(people->roll.first));
    core_left_free(&people->left);
    core_main_file_close(people);
    free(people->queue);
    free(people);
    *out = NULL;
}

const struct core_roll *core_people_roll(const struct core_people *people)
{
    return &people->roll;
}

/* ---- what is asked of it ---- */

void core_people_reload(struct core_people *people)
{
    core_main_file_reload(people);
}

uint64_t core_people_plan(struct core_people *people, const struct core_person *person,
                          uint64_t client, const struct core_proposal *proposal)
{
    if (proposal)
        core_judge_add(people, client, person, proposal);
    core_queue_add(people, core_profile_of(person), false);
    return person->asked;
}

void core_people_let_go(struct core_people *people, const struct core_person *person)
{
    (void)people;
    core_profile_of(person)->work.let_go = true;
}

void core_people_withdraw(struct core_people *people, uint64_t client)
{
    core_judge_withdraw(people, client);
}

void core_people_render(struct core_people *people, const struct core_person *person)
{
    bool owned;
    struct pgy_timeline *timeline =
        core_person_timeline(person, people->in.store, pgy_clock_now(), &owned);
    if (timeline)
        core_feeds_render(people, core_profile_of(person), timeline);
    if (owned)
        pgy_timeline_free(&timeline);
}

int core_people_forget(struct core_people *people, const char *id)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_stored_profile *list;
    size_t n, i = 0;
    if (core_roll_find(&people->roll, id))
        return PGY_EEXISTS;
    int rc = pgy_store_profiles(people->in.store, arena, &list, &n);
    if (rc != 0)
        return rc;
    while (i < n && strcmp(list[i].id, id) != 0)
        i++;
    if (i == n)
        return PGY_ENOTFOUND;
    rc = pgy_store_profile_remove(people->in.store, id);
    if (rc == 0)
        core_feeds_remove(people, id);
    return rc;
}

/* ---- what time brings ---- */

/* Its pass may be under way; until that is written the profile stays due. */
static bool at_work(const struct core_people *people, const struct core_profile *profile)
{
    return profile->work.queued || (people->job && people->job->profile == profile);
}

static void wake_due(struct core_people *people, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char **ids;
    size_t n;
    if (pgy_store_profiles_due(people->in.store, now, WAKE_BATCH, arena, &ids, &n) != 0)
        return;
    for (size_t i = 0; i < n; i++) {
        const struct core_person *person = core_roll_find(&people->roll, ids[i]);
        struct core_profile *profile = person ? core_profile_of(person) : NULL;
        if (profile && (at_work(people, profile) || profile->work.retry_ms > pgy_clock_mono_ms()))
            continue;
        if (profile)
            core_queue_add(people, profile, false);
        else
            pgy_store_profile_wake(people->in.store, ids[i], INT64_MAX);
    }
}

/* Passes that a clock since set back put off into a far future. */
static bool too_far(const struct core_profile *profile, int64_t now)
{
    const struct core_person *person = &profile->person;
    return person->config &&
           profile->work.next_pass >
               pgy_tz_instant(person->tz, core_person_today(person, now) + 1, 0) + PEOPLE_SPREAD;
}

/* What was asked while the clock could not be trusted or the disk was full: read and checked again
 * too, since checks know today. */
static void wake_put_off(struct core_people *people, int64_t now)
{
    int64_t mono = pgy_clock_mono_ms();
    bool back = people->in.guard->went_back;
    people->in.guard->went_back = false;
    for (struct core_person *p = people->roll.first; p; p = p->next) {
        struct core_profile *profile = core_profile_of(p);
        struct core_work *work = &profile->work;
        bool retry = work->retry_ms > 0 && mono >= work->retry_ms;
        if (retry)
            work->retry_ms = 0;
        if ((work->held || retry || (back && too_far(profile, now))) && !at_work(people, profile))
            core_queue_add(people, profile, true);
    }
}

void core_people_wake(struct core_people *people, int64_t now)
{
    wake_put_off(people, now);
    wake_due(people, now);
}

bool core_people_look(struct core_people *people, int64_t now)
{
    if (!core_changes_look(people, now))
        return false;
    uint64_t seen = people->changes.seen;
    core_main_file_reload(people);
    /* As it was before they were read: what changed meanwhile is noticed the next time. */
    people->changes.fingerprint = seen;
    return true;
}

int64_t core_people_next(const struct core_people *people)
{
    int64_t next = INT64_MAX;
    return pgy_store_next_wake(people->in.store, &next) == 0 ? next : INT64_MAX;
}

/* ---- what it leaves to do ---- */

enum core_people_left core_people_step(struct core_people *people)
{
    if (!people->job && !core_job_next(people))
        return CORE_IDLE;
    if (people->job && people->job->over && people->job->stage != STAGE_WRITE)
        core_job_step(people);
    if (!people->job)
        return CORE_ENDED;
    return people->job->stage == STAGE_WRITE ? CORE_PLANNED : CORE_WORKING;
}

bool core_people_busy(const struct core_people *people)
{
    return people->job || people->nqueue > 0;
}

int core_people_write(struct core_people *people, int64_t now, struct core_plan *plan)
{
    struct core_job *job = people->job;
    int rc = core_publish_write(people, job, now);
    if (rc != 0)
        return rc;
    *plan = (struct core_plan){
        .person = &job->profile->person,
        .timeline = job->timeline,
        .started = job->started,
        .first = job->first,
        .now = now,
        .arena = job->arena,
    };
    return 0;
}

void core_people_written(struct core_people *people, int rc, int64_t now)
{
    core_publish_written(people, people->job, rc, now);
    core_job_end(people);
}

bool core_people_notice(struct core_people *people, struct core_notice *notice)
{
    return core_left_notices(&people->left, notice);
}

bool core_people_settled(struct core_people *people, struct core_settled *settled)
{
    return core_left_settled(&people->left, settled);
}
