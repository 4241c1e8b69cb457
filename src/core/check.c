/* SPDX-License-Identifier: BSD-2-Clause */
#include "core/check.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "plan/load.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A plugin that failed its check fails its plan for the same reason: said once, as an error. */
static void add_failure(struct pgy_problems *problems, const char *file, const char *failure)
{
    for (size_t i = 0; i < problems->n; i++) {
        struct pgy_problem *p = &problems->list[i];
        if (p->line == 0 && strcmp(p->message, failure) == 0 && p->file && strcmp(p->file, file) == 0) {
            problems->errors += !p->error;
            p->error = true;
            return;
        }
    }
    pgy_problem_add(problems, true, file, 0, NULL, NULL, NULL, "%s", failure);
}

/* Plans one checked profile; the number of items, and what failed as problems. */
static size_t plan_once(const struct pgy_house *house, const struct pgy_config *config, struct pgy_problems *problems)
{
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    if (pgy_tz_load(pgy_config_text(config, "person", "", "timezone", "UTC"), &tz) != 0)
        return 0;
    struct pgy_journal journal = {.arena = config->arena};
    pgy_journal_merge(&journal, config);
    pgy_day today = pgy_tz_day(tz, pgy_clock_now(), NULL);
    struct pgy_pass_input input = {
        .verb = PGY_VERB_PLAN,
        .paths = &house->paths,
        .schema = house->schema,
        .config = config,
        .journal = &journal,
        .data = house->data,
        .today = today,
        .started = today,
        .deadline_ms = house->deadline_ms,
    };
    struct pgy_pass *pass = pgy_pass_start(&input);
    size_t items = 0;
    pgy_pass_wait(pass);
    for (size_t i = 0; i < pgy_pass_count(pass); i++) {
        const struct pgy_run_result *result = pgy_pass_result(pass, i);
        items += result->batch.n;
        if (result->rc != 0)
            add_failure(problems, config->file, result->failure);
    }
    pgy_pass_free(&pass);
    return items;
}

static void check_one(const struct pgy_house *house, const char *file, bool in_folder, struct pgy_problems *problems, size_t *items,
                      struct pgy_config **main)
{
    struct pgy_config *config = NULL;
    size_t before = problems->errors;
    pgy_day today = (pgy_day)(pgy_clock_now() / 86400);
    int rc = pgy_house_check(house, file, in_folder, today, problems, &config);
    if (rc != 0) {
        if (problems->errors == before)
            pgy_problem_add(problems, true, file, 0, NULL, NULL, NULL, "cannot be read: %s", pgy_strerror(rc));
        return;
    }
    if (config->has_person && problems->errors == before)
        *items += plan_once(house, config, problems);
    if (main)
        *main = config;
    else
        pgy_config_free(&config);
}

int core_check(const char *file, const char *const *tried, size_t ntried)
{
    pgy_log_open("pgyd", PGY_LOG_WARN);
    if (sodium_init() < 0)
        return 1;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    if (access(file, F_OK) != 0) {
        fprintf(stderr, "pgyd: no configuration file; tried:");
        for (size_t i = 0; i < ntried; i++)
            fprintf(stderr, " %s", tried[i]);
        fprintf(stderr, "; make one with: pgyctl init\n");
        return 1;
    }
    struct pgy_problems problems = {.arena = arena};
    struct pgy_house *house;
    struct pgy_config *main = NULL;
    size_t items = 0, nfiles = 0;
    const char **files = NULL;
    int rc = pgy_house_open(file, NULL, &problems, &house);
    if (rc != 0) {
        fprintf(stderr, "pgyd: our own files cannot be found: %s\n", pgy_strerror(rc));
        return 1;
    }
    check_one(house, house->main_file, false, &problems, &items, &main);
    if (main && pgy_house_profiles(main, arena, &files, &nfiles) == 0) {
        for (size_t i = 0; i < nfiles; i++)
            check_one(house, files[i], true, &problems, &items, NULL);
    }
    pgy_config_free(&main);
    pgy_problems_sort(&problems);
    for (size_t i = 0; i < problems.n; i++)
        fprintf(stderr, "%s\n", pgy_problem_text(&problems.list[i], arena));
    if (problems.errors)
        fprintf(stderr, "%zu errors, %zu warnings\n", problems.errors, problems.n - problems.errors);
    else
        printf("configuration ok: %zu items planned, %zu warnings\n", items, problems.n);
    pgy_house_free(&house);
    return problems.errors ? 1 : 0;
}
