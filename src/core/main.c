/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd-core: configuration, plans, state, timers, control socket. Started by pgyd with its channel
 * as descriptor 3; or with -t by a person. What is begun and ended stands in start.c. */
#include "pgy-build.h"

#include "core/core.h"
#include "core/trial.h"

#include "base/clock.h"
#include "base/err.h"

#include <sodium.h>
#include <unistd.h>

void core_stop(struct pgy_core *core)
{
    core->stopping = true;
    core_loop_stop(core->loop);
}

static int run(const char *config_file)
{
    struct pgy_core core = {
        .config_file = config_file,
        .since = pgy_clock_now(),
        .arena = pgy_arena_new(),
        .state = {.dir = -1, .feeds = -1},
        .timer_fd = -1,
    };
    const char *why = "";
    if (core_parent_open(&core) != 0 || sodium_init() < 0)
        return 1;
    int rc = core_begin(&core, &why);
    if (rc != 0) {
        core_parent_fatal(&core, *why ? why : pgy_strerror(rc));
    } else {
        core_tick(&core);
        core_loop_run(core.loop);
    }
    bool failed = rc != 0 || core.health.failed;
    core_end(&core);
    pgy_link_close(&core.parent.link);
    pgy_arena_free(&core.arena);
    return failed ? 1 : 0;
}

int main(int argc, char **argv)
{
    const char *given = NULL;
    bool check = false;
    int option;
    while ((option = getopt(argc, argv, "c:t")) != -1) {
        if (option == 'c')
            given = optarg;
        else if (option == 't')
            check = true;
        else
            return 2;
    }
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *const *tried;
    size_t n;
    const char *file = pgy_paths_config(arena, given, &tried, &n);
    return check ? core_trial(file, tried, n) : run(file);
}
