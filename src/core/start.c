/* SPDX-License-Identifier: BSD-2-Clause */
/* What is begun in one order and ended in the other: a list of steps, each with both. What they
 * begin is the desks' and the files' beside this one. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "calendar/feed.h"
#include "plan/describe.h"

static void after(void *arg)
{
    core_tick(arg);
}

static int open_loop(struct pgy_core *core, const char **why)
{
    (void)why;
    core->loop = core_loop_new(after, core);
    return core->loop ? 0 : PGY_EINVAL;
}

static void close_loop(struct pgy_core *core)
{
    core_loop_free(&core->loop);
}

static int open_calendar(struct pgy_core *core, const char **why)
{
    (void)core;
    (void)why;
    pgy_calendar_open();
    return 0;
}

static void close_calendar(struct pgy_core *core)
{
    (void)core;
    pgy_calendar_close();
}

static int open_house(struct pgy_core *core, const char **why)
{
    struct pgy_problems problems = {.arena = core->arena};
    core->described = pgy_described_new();
    int rc = pgy_house_open(core->config_file, core->described, &problems, &core->house);
    if (rc != 0) {
        *why = "pgyd's own files cannot be found beside the program";
        return rc;
    }
    for (size_t i = 0; i < problems.n; i++)
        pgy_warn("%s", pgy_problem_line(&problems.list[i], core->arena));
    return 0;
}

static void close_house(struct pgy_core *core)
{
    pgy_house_free(&core->house);
    pgy_described_free(&core->described);
}

static int open_people(struct pgy_core *core, const char **why)
{
    const struct core_people_setup setup = {
        .config_file = core->config_file,
        .house = core->house,
        .described = core->described,
        .loop = core->loop,
        .guard = &core->guard,
        .health = &core->health,
        .store = core->state.store,
        .feeds_fd = core->state.feeds,
    };
    core->house = NULL;
    return core_people_open(&setup, core->arena, &core->people, why);
}

static void close_people(struct pgy_core *core)
{
    core_people_free(&core->people);
}

static int open_links(struct pgy_core *core, const char **why)
{
    const struct core_links_setup setup = {
        .loop = core->loop,
        .store = core->state.store,
        .roll = core_people_roll(core->people),
        .feeds_fd = core->state.feeds,
        .key = core->state.key,
    };
    int rc = core_links_open(&setup, &core->links);
    if (rc != 0)
        *why = pgy_arena_printf(core->arena, "%s/feeds/tokens cannot be written: %s",
                                setup.roll->house->state_dir, pgy_strerror(rc));
    return rc;
}

static void close_links(struct pgy_core *core)
{
    core_links_free(&core->links);
}

static int open_post(struct pgy_core *core, const char **why)
{
    (void)why;
    const struct core_post_setup setup = {
        .loop = core->loop,
        .guard = &core->guard,
        .health = &core->health,
        .store = core->state.store,
        .roll = core_people_roll(core->people),
    };
    core->post = core_post_new(&setup);
    return 0;
}

static void close_post(struct pgy_core *core)
{
    core_post_free(&core->post);
}

static int open_desk(struct pgy_core *core, const char **why)
{
    const struct core_desk_setup setup = {
        .loop = core->loop,
        .store = core->state.store,
        .roll = core_people_roll(core->people),
        .state_fd = core->state.dir,
    };
    return core_desk_open(&setup, core->arena, &core->desk, why);
}

static void close_desk(struct pgy_core *core)
{
    core_desk_free(&core->desk);
}

static void on_timer(void *arg, int events)
{
    struct pgy_core *core = arg;
    (void)events;
    (void)pgy_clock_timer_read(core->timer_fd);
    core->time_came = true;
}

static int open_timer(struct pgy_core *core, const char **why)
{
    (void)why;
    core->timer_fd = pgy_clock_timer();
    core->time_came = true;
    return core->timer_fd < 0 ? core->timer_fd
                              : core_watch_start(core->loop, &core->timer, core->timer_fd,
                                                 CORE_READ, on_timer, core);
}

static void close_timer(struct pgy_core *core)
{
    core_watch_stop(&core->timer);
    pgy_fd_close(&core->timer_fd);
}

static int open_parent(struct pgy_core *core, const char **why)
{
    (void)why;
    return core_parent_serve(core);
}

/* What is begun in this order, and ended in the other. */
static const struct {
    int (*open)(struct pgy_core *core, const char **why);
    void (*close)(struct pgy_core *core);
} steps[] = {
    {open_loop, close_loop},     {open_calendar, close_calendar},
    {open_house, close_house},   {core_state_open, core_state_close},
    {open_people, close_people}, {open_links, close_links},
    {open_post, close_post},     {open_desk, close_desk},
    {open_timer, close_timer},   {open_parent, core_parent_close},
};

int core_begin(struct pgy_core *core, const char **why)
{
    int rc = 0;
    while (rc == 0 && core->begun < sizeof steps / sizeof steps[0])
        rc = steps[core->begun++].open(core, why);
    return rc;
}

void core_end(struct pgy_core *core)
{
    while (core->begun > 0)
        steps[--core->begun].close(core);
}
