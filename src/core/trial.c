/* SPDX-License-Identifier: BSD-2-Clause */
/* `pgyd -t`: everything is checked and planned once, nothing is kept. Runs beside a daemon, without
 * its state. */
#include "core/trial.h"

#include "base/err.h"
#include "base/log.h"
#include "plan/load.h"

#include <sodium.h>
#include <stdio.h>
#include <unistd.h>

int core_trial(const char *file, const char *const *tried, size_t ntried)
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
    int rc = pgy_house_open(file, NULL, &problems, &house);
    if (rc != 0) {
        fprintf(stderr, "pgyd: our own files cannot be found: %s\n", pgy_strerror(rc));
        return 1;
    }
    size_t items = pgy_house_try(house, &problems);
    for (size_t i = 0; i < problems.n; i++)
        fprintf(stderr, "%s\n", pgy_problem_text(&problems.list[i], arena));
    if (problems.errors)
        fprintf(stderr, "%zu errors, %zu warnings\n", problems.errors,
                problems.n - problems.errors);
    else
        printf("configuration ok: %zu items planned, %zu warnings\n", items, problems.n);
    pgy_house_free(&house);
    return problems.errors ? 1 : 0;
}
