/* SPDX-License-Identifier: BSD-2-Clause */
/* The main file: what concerns the daemon itself, and whom it names, at start and on reload. Each
 * person's own part is job.c's. */
#include "core/people/inside.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"

#include <string.h>

/* A main file of many people is about the daemon and nothing else: no person's status would show
 * what is wrong in it. */
static bool speaks_for_many(const struct pgy_config *config)
{
    return config && !config->has_person && pgy_config_text(config, "daemon", "", "profiles", NULL);
}

/* The first error that concerns the daemon itself; NULL: none. */
static const struct pgy_problem *daemon_error(const struct pgy_problems *problems,
                                              const struct pgy_config *config)
{
    for (size_t i = 0; i < problems->n; i++) {
        if (problems->list[i].error &&
            (speaks_for_many(config) || core_problem_of_daemon(&problems->list[i])))
            return &problems->list[i];
    }
    return NULL;
}

/* What status shows of the main file where no person's problems do. */
static void note_problems(struct core_people *people, const struct pgy_problems *problems)
{
    pgy_arena_free(&people->main.arena);
    people->main.arena = pgy_arena_new();
    people->main.problems = pgy_problems_copy(problems, people->main.arena);
}

/* One sentence about a main file that cannot be used; the list of all is `pgyd -t`'s. */
static const char *sentence(struct core_people *people, const struct pgy_problems *problems,
                            const struct pgy_config *config, const char *file, int rc)
{
    const struct pgy_problem *problem = daemon_error(problems, config);
    if (!problem && rc == 0)
        return "";
    if (!problem)
        problem = problems->n ? &problems->list[0] : NULL;
    if (!problem)
        return pgy_arena_printf(people->main.arena, "%s: cannot be read: %s", file,
                                pgy_strerror(rc));
    return pgy_problem_line(problem, people->main.arena);
}

/* At start, what plans is the accepted text's word too, not that of a file whose [daemon] cannot be
 * used. The state stays where it was found. */
static int house_of(struct core_people *people, const char *text, size_t len)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems ignored = {.arena = arena};
    struct pgy_house *house;
    int rc = pgy_house_open_text(people->in.config_file, text, len, people->in.described, &ignored,
                                 &house);
    if (rc != 0)
        return rc;
    house->state_dir = pgy_arena_strdup(house->arena, people->main.house->state_dir);
    pgy_house_free(&people->main.house);
    people->main.house = house;
    return 0;
}

/* Reads the main file for [daemon] and [serve]; the last accepted text where they have errors.
 * PGY_ECONFIG with *why when there is neither. */
static int read_daemon(struct core_people *people, const char **why)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems problems = {.arena = arena}, ignored = {.arena = arena};
    struct pgy_config *config = NULL;
    const struct pgy_house *house = people->main.house;
    const char *file, *text;
    size_t len;
    int64_t when;
    bool accepted = false;
    int rc = pgy_config_read(house->main_file, house->schema, false, &problems, &config);
    pgy_problems_sort(&problems);
    note_problems(people, &problems);
    if (rc == 0 && !daemon_error(&problems, config)) {
        rc = pgy_store_accepted_put(people->in.store, "", house->main_file, config->text,
                                    config->text_len, pgy_clock_now());
        if (rc != 0)
            core_health_failed(people->in.health, "keeping the accepted configuration", rc);
    } else {
        const char *first = sentence(people, &problems, config, house->main_file, rc);
        pgy_config_free(&config);
        if (people->main.daemon) {
            people->main.accepted = true;
            *why = first;
            return PGY_ECONFIG;
        }
        /* Of this very file: without it state_dir is the default, where another pgyd may have
         * lived. */
        if (pgy_store_accepted_get(people->in.store, "", arena, &file, &text, &len, &when) != 0 ||
            strcmp(file, house->main_file) != 0 || house_of(people, text, len) != 0 ||
            pgy_config_parse(people->main.house->main_file, text, len, people->main.house->schema,
                             false, &ignored, &config) != 0) {
            *why = first;
            return PGY_ECONFIG;
        }
        accepted = true;
        pgy_error("%s; the daemon runs from the last accepted configuration", first);
    }
    pgy_config_free(&people->main.daemon);
    pgy_house_free(&people->main.read_with);
    people->main.daemon = config;
    people->main.read_with = pgy_house_ref(people->main.house);
    people->main.accepted = accepted;
    return 0;
}

static void apply_log_level(const struct core_people *people)
{
    enum pgy_log_level level;
    if (pgy_log_parse_level(pgy_config_text(people->main.daemon, "daemon", "", "log_level", "info"),
                            &level) == 0)
        pgy_log_set_level(level);
}

/* What the other desks see of it. */
static void show(struct core_people *people)
{
    people->roll.house = people->main.house;
    people->roll.daemon = people->main.daemon;
}

int core_main_file_open(struct core_people *people, const char **why)
{
    int rc = read_daemon(people, why);
    if (rc != 0)
        return rc;
    show(people);
    people->changes.fingerprint = core_changes_fingerprint(people);
    apply_log_level(people);
    core_census_match(people);
    return 0;
}

void core_main_file_reload(struct core_people *people)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems problems = {.arena = arena};
    struct pgy_house *house, *before = people->main.house;
    const char *why = "";
    if (pgy_house_open(people->in.config_file, people->in.described, &problems, &house) != 0) {
        pgy_error("reload: our own files cannot be found; nothing changed");
        return;
    }
    people->main.house = house;
    if (read_daemon(people, &why) != 0) {
        /* Which plugins plan is [daemon]'s word too: those of a file that cannot be read would be
         * the usual ones, and the plans of all others would go. */
        pgy_error("%s; [daemon] and [serve] stay as they were", why);
        people->main.house = before;
        before = house;
    }
    pgy_house_free(&before);
    show(people);
    /* By the [daemon] that is in force now: it says where a missing plugin is looked for. */
    people->changes.fingerprint = core_changes_fingerprint(people);
    apply_log_level(people);
    core_census_match(people);
}

void core_main_file_close(struct core_people *people)
{
    pgy_config_free(&people->main.daemon);
    pgy_house_free(&people->main.read_with);
    pgy_house_free(&people->main.house);
    pgy_arena_free(&people->main.arena);
}
