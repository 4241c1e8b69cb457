/* SPDX-License-Identifier: BSD-2-Clause */
/* The people desk on a real configuration, store, feeds' directory and real workers of the build; a
 * clock that the test moves, and main played by the test: it writes plans when told to. */
#ifndef PGY_TESTS_PEOPLE_FIXTURE_H
#define PGY_TESTS_PEOPLE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_clock.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "core/people/people.h"
#include "plan/describe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAY = 86400 };
/* 2026-12-05T17:00:00Z, noon in New York (UTC-5 in winter), and the midnight after it, by
 * date -u -d. */
static const int64_t noon = 1796490000, midnight = 1796533200;

struct room {
    char dir[64], main_file[96];
    const char *daemon; /* lines of [daemon] besides state_dir */
    struct pgy_arena *arena;
    struct pgy_store *store;
    struct core_loop *loop;
    struct core_guard guard;
    struct core_health health;
    struct pgy_described *described;
    struct core_people *people;
    int feeds;
    struct core_plan plan; /* the last one written */
    size_t plans;
    int break_with; /* an error that another desk has in the transaction */
};

static inline void no_after(void *arg)
{
    (void)arg;
}

static inline void put_file(struct room *r, const char *name, const char *text)
{
    const char *path = pgy_arena_printf(r->arena, "%s/%s", r->dir, name);
    assert_int_equal(pgy_file_replace(path, text, strlen(text), 0600), 0);
}

#define PERSON_OF(id)                                                                              \
    "[person]\nid = " id "\nname = Ada Park\ntimezone = America/New_York\n"                        \
    "[training]\nspecialty = anesthesiology\nstart = 2024-07-01\n"

/* The main file: [daemon] as the room has it, and the rest. */
static inline void put_main(struct room *r, const char *rest)
{
    put_file(r, "pgyd.ini",
             pgy_arena_printf(r->arena, "[daemon]\nstate_dir = %s/state\n%s%s", r->dir, r->daemon,
                              rest));
}

static inline int room_setup(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    const char *why = "";
    strcpy(r->dir, "/tmp/pgy-people-XXXXXX");
    if (!mkdtemp(r->dir))
        return -1;
    fake_clock_start(noon);
    r->arena = pgy_arena_new();
    r->daemon = "plugins = milestones, networking\n";
    snprintf(r->main_file, sizeof r->main_file, "%s/pgyd.ini", r->dir);
    r->loop = core_loop_new(no_after, NULL);
    r->described = pgy_described_new();
    *state = r;
    mkdir(pgy_arena_printf(r->arena, "%s/state", r->dir), 0700);
    r->feeds = pgy_dir_open(pgy_arena_printf(r->arena, "%s/feeds", r->dir), 0700);
    if (pgy_store_open(pgy_arena_printf(r->arena, "%s/state", r->dir), r->arena, &r->store, &why) !=
        0)
        return -1;
    r->health.store = r->store;
    return 0;
}

static inline int open_people(struct room *r, const char **why)
{
    struct pgy_problems problems = {.arena = r->arena};
    struct pgy_house *house;
    assert_int_equal(pgy_house_open(r->main_file, r->described, &problems, &house), 0);
    const struct core_people_setup setup = {.config_file = r->main_file,
                                            .house = house,
                                            .described = r->described,
                                            .loop = r->loop,
                                            .guard = &r->guard,
                                            .health = &r->health,
                                            .store = r->store,
                                            .feeds_fd = r->feeds};
    return core_people_open(&setup, r->arena, &r->people, why);
}

static inline void begin(struct room *r, const char *rest)
{
    const char *why = "";
    put_main(r, rest);
    assert_int_equal(open_people(r, &why), 0);
}

static inline int room_teardown(void **state)
{
    struct room *r = *state;
    char command[128];
    core_people_free(&r->people);
    core_loop_free(&r->loop);
    core_health_close(&r->health);
    pgy_described_free(&r->described);
    pgy_store_close(&r->store);
    pgy_fd_close(&r->feeds);
    pgy_arena_free(&r->arena);
    snprintf(command, sizeof command, "rm -rf '%s'", r->dir);
    int rc = system(command);
    free(r);
    return rc;
}

/* What main does with a plan. */
static inline void write_plan(struct room *r)
{
    int64_t now = pgy_clock_now();
    assert_int_equal(pgy_store_begin(r->store), 0);
    int rc = core_people_write(r->people, now, &r->plan);
    rc = core_health_end(&r->health, rc ? rc : r->break_with, "writing the plan");
    core_people_written(r->people, rc, now);
    r->plans++;
}

/* Until nothing is left to do. */
static inline void work(struct room *r)
{
    while (true) {
        switch (core_people_step(r->people)) {
        case CORE_IDLE:
            return;
        case CORE_WORKING:
            core_loop_turn(r->loop, true);
            break;
        case CORE_PLANNED:
            write_plan(r);
            break;
        case CORE_ENDED:
            break;
        }
    }
}

static inline const struct core_person *person(struct room *r, const char *id)
{
    return core_roll_find(core_people_roll(r->people), id);
}

static inline bool feed_is_there(struct room *r, const char *name)
{
    return access(pgy_arena_printf(r->arena, "%s/feeds/%s", r->dir, name), F_OK) == 0;
}

#endif
