/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs test plugins through the real pgyd-worker, and looks for what a run must not leave
 * behind. */
#ifndef PGY_TESTS_RUNNER_H
#define PGY_TESTS_RUNNER_H

#include "base/err.h"
#include "plan/run.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

enum { TODAY = 20779 /* 2026-11-22 */, PATIENT_MS = 30000, SHORT_MS = 300 };

struct runner {
    struct pgy_arena *arena;
    struct pgy_paths paths;
};

static inline void runner_open(struct runner *runner)
{
    runner->arena = pgy_arena_new();
    assert_int_equal(pgy_paths_find(runner->arena, &runner->paths), 0);
    assert_true(runner->paths.uninstalled);
}

static inline void runner_close(struct runner *runner)
{
    pgy_arena_free(&runner->arena);
}

/* Of a group of tests: *state is the runner. */
static inline int runner_setup(void **state)
{
    struct runner *runner = calloc(1, sizeof *runner);
    assert_non_null(runner);
    runner_open(runner);
    *state = runner;
    return 0;
}

static inline int runner_teardown(void **state)
{
    runner_close(*state);
    free(*state);
    return 0;
}

static inline const char *runner_path(const struct runner *runner, const char *plugin)
{
    return pgy_arena_printf(runner->arena, "%s/tests/plugins/.libs/%s.so", runner->paths.build,
                            plugin);
}

static inline struct pgy_run_input runner_input(const struct runner *runner,
                                                enum pgy_worker_verb verb, const char *plugin)
{
    return (struct pgy_run_input){.verb = verb,
                                  .paths = &runner->paths,
                                  .plugin = plugin,
                                  .path = runner_path(runner, plugin),
                                  .today = TODAY,
                                  .started = TODAY,
                                  .deadline_ms = PATIENT_MS};
}

static inline struct pgy_run *runner_run(const struct pgy_run_input *input)
{
    struct pgy_run *run = pgy_run_start(input);
    pgy_run_wait(run);
    return run;
}

static inline unsigned open_descriptors(void)
{
    unsigned n = 0;
    DIR *dir = opendir("/proc/self/fd");
    assert_non_null(dir);
    while (readdir(dir))
        n++;
    closedir(dir);
    return n;
}

/* No child is left, dead or alive. */
static inline void assert_no_children(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static inline const struct pgy_item *find_item(const struct pgy_run_result *result, const char *id)
{
    for (size_t i = 0; i < result->batch.n; i++) {
        if (strcmp(result->batch.items[i].id, id) == 0)
            return &result->batch.items[i];
    }
    return NULL;
}

#endif
