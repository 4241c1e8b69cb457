/* SPDX-License-Identifier: BSD-2-Clause */
/* A file that was read and checked: put in force and kept, or the accepted text goes on and the
 * person is told which lines are not in force. Reading and checking are job.c's. */
#include "core/people/inside.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"

#include <string.h>

static bool same_text(const struct pgy_section *a, const struct pgy_section *b)
{
    if (!a || !b || a->nentries != b->nentries)
        return false;
    for (size_t i = 0; i < a->nentries; i++) {
        if (strcmp(a->entries[i].name, b->entries[i].name) != 0 ||
            strcmp(a->entries[i].raw, b->entries[i].raw) != 0)
            return false;
    }
    return true;
}

/* What a secret_file holds may have been mended without a word in the section. */
static bool was_mended(const struct pgy_config *before, const struct pgy_config *now,
                       const char *endpoint)
{
    return !before || pgy_config_text(now, "notify", endpoint, "secret_file", NULL) ||
           !same_text(pgy_config_section(before, "notify", endpoint),
                      pgy_config_section(now, "notify", endpoint));
}

/* Places for messages whose sections say something else now are no longer paused: the person mended
 * them. before NULL: nothing was in force. */
static int endpoints_mended(struct pgy_store *store, const char *profile,
                            const struct pgy_config *before, const struct pgy_config *now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < pgy_config_count(now, "notify"); i++) {
        const char *id = pgy_config_nth(now, "notify", i)->id;
        struct pgy_endpoint endpoint;
        rc = pgy_store_endpoint_get(store, profile, id, arena, &endpoint);
        if (rc != 0 || endpoint.paused_until == 0 || !was_mended(before, now, id))
            continue;
        endpoint.failures = 0;
        endpoint.paused_until = 0;
        rc = pgy_store_endpoint_put(store, &endpoint);
    }
    return rc;
}

/* Puts a text that was accepted before in force again, as the plugins of today read it. */
static void use_text(struct core_people *people, struct core_job *job, const char *text, size_t len)
{
    struct core_profile *profile = job->profile;
    struct pgy_problems ignored = {.arena = job->arena};
    struct pgy_config *config;
    if (pgy_config_parse(profile->person.file, text, len, job->house->schema,
                         profile->person.in_folder, &ignored, &config) == 0)
        core_profile_use(people, profile, job->house, config, true);
}

/* Told once, and again when the same mistake comes back after a file that was good. */
static void tell(struct core_people *people, struct core_job *job)
{
    const struct core_person *person = &job->profile->person;
    const char *file, *text;
    size_t len;
    int64_t when;
    struct pgy_buf lines PGY_BUF_CLEANUP = PGY_BUF_INIT(8000);
    for (size_t i = 0; i < job->problems.n; i++) {
        if (job->problems.list[i].error)
            pgy_buf_printf(&lines, "%s\n", pgy_problem_text(&job->problems.list[i], job->arena));
    }
    if (pgy_store_accepted_get(people->in.store, person->id, job->arena, &file, &text, &len,
                               &when) != 0)
        when = 0;
    const struct core_notice notice = {
        .person = person,
        .key = pgy_arena_printf(job->arena, "%lld\n%s", (long long)when, pgy_buf_text(&lines)),
        .type = "config.rejected",
        .severity = PGYD_CRITICAL,
        .title = "pgyd runs from your last accepted configuration: the file has errors",
        .detail = pgy_buf_text(&lines),
    };
    core_left_notice(&people->left, &notice);
}

/* The file's text has errors: the accepted one stays in force, and the person hears which lines are
 * not. */
static void fall_back(struct core_people *people, struct core_job *job, const char *id)
{
    const struct core_person *person = &job->profile->person;
    const char *file, *text;
    size_t len;
    int64_t when;
    if (person->config) {
        len = person->config->text_len;
        use_text(people, job, pgy_arena_strndup(job->arena, person->config->text, len), len);
    } else if (id && pgy_store_accepted_get(people->in.store, id, job->arena, &file, &text, &len,
                                            &when) == 0) {
        use_text(people, job, text, len);
    }
    for (size_t i = 0; i < job->problems.n; i++)
        pgy_log(job->problems.list[i].error ? PGY_LOG_ERROR : PGY_LOG_WARN, "%s",
                pgy_problem_line(&job->problems.list[i], job->arena));
    if (person->config)
        tell(people, job);
    else
        pgy_error("'%s' stays out of service: it has %zu errors and was never accepted before",
                  person->file, job->problems.errors);
}

static size_t profile_errors(const struct pgy_problems *problems)
{
    size_t n = 0;
    for (size_t i = 0; i < problems->n; i++)
        n += problems->list[i].error && !core_problem_of_daemon(&problems->list[i]);
    return n;
}

/* The id a file's profile goes by: what it says, else what it said before. */
static const char *id_of(struct core_people *people, struct core_job *job)
{
    const struct core_person *person = &job->profile->person;
    struct pgy_stored_profile *list;
    size_t n;
    if (person->id)
        return person->id;
    if (pgy_store_profiles(people->in.store, job->arena, &list, &n) == 0) {
        const char *let_go = NULL;
        for (size_t i = 0; i < n; i++) {
            if (strcmp(list[i].file, person->file) == 0 && list[i].next_wake != INT64_MAX)
                return list[i].id;
            if (strcmp(list[i].file, person->file) == 0)
                let_go = list[i].id;
        }
        if (let_go)
            return let_go;
    }
    bool free = job->loading && !core_roll_find(&people->roll, job->loading->profile);
    return free ? job->loading->profile : NULL;
}

/* What is in force is what the next start begins with. */
static void keep(struct core_people *people, const struct core_person *person, const char *text,
                 size_t len, int64_t now)
{
    static const char doing[] = "keeping the accepted configuration";
    struct pgy_store *store = people->in.store;
    struct pgy_stored_profile stored = {.id = person->id, .file = person->file, .next_wake = now};
    int rc = pgy_store_begin(store);
    if (rc != 0) {
        core_health_failed(people->in.health, doing, rc);
        return;
    }
    rc = pgy_store_accepted_put(store, person->id, person->file, text, len, now);
    if (rc == 0)
        rc = pgy_store_profile_put(store, &stored);
    (void)core_health_end(people->in.health, rc, doing);
}

static void put_in_force(struct core_people *people, struct core_job *job)
{
    struct core_profile *profile = job->profile;
    struct pgy_config *config = job->loading;
    job->loading = NULL;
    for (size_t i = 0; i < job->problems.n; i++)
        pgy_warn("%s", pgy_problem_line(&job->problems.list[i], job->arena));
    size_t len = config->text_len;
    const char *text = pgy_arena_strndup(job->arena, config->text, len);
    int rc = endpoints_mended(people->in.store, config->profile, profile->person.config, config);
    if (rc != 0)
        core_health_failed(people->in.health, "noting that a place for messages was mended", rc);
    if (core_profile_use(people, profile, job->house, config, false) == 0)
        keep(people, &profile->person, text, len, pgy_clock_now());
}

/* An id that another file has in force is an error of this one, before anything is changed by it.
 */
static void check_id(const struct core_people *people, struct core_job *job)
{
    const struct core_person *other = job->loading && job->loading->has_person
                                          ? core_roll_find(&people->roll, job->loading->profile)
                                          : NULL;
    if (other && other != &job->profile->person)
        pgy_house_say_taken(job->loading, other->file, &job->problems);
}

void core_accept(struct core_people *people, struct core_job *job)
{
    check_id(people, job);
    pgy_problems_sort(&job->problems);
    core_profile_note(job->profile, &job->problems);
    if (!job->loading || profile_errors(&job->problems) > 0)
        fall_back(people, job, id_of(people, job));
    else if (job->loading->has_person)
        put_in_force(people, job);
}
