/* SPDX-License-Identifier: BSD-2-Clause */
/* The guard of the clock and the health of the store, each alone. The loop and the roll have tests
 * of their own. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/file.h"
#include "core/guard.h"
#include "core/health.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

/* ---- guard ---- */

/* 2026-12-05T12:00:00Z, by date -u -d. */
#define NOON INT64_C(1796472000)

enum { SECOND = 1000, MINUTE = 60 * SECOND, DAY = 86400 };

/* On top of the second that passed a step of just a day is none to hold for; one second more is,
 * and one less is not. */
static void test_guard_steps(void **state)
{
    (void)state;
    for (int more = -1; more <= 1; more++) {
        struct core_guard guard = {0};
        assert_true(core_guard_look(&guard, NOON, 5 * MINUTE));
        assert_true(core_guard_look(&guard, NOON + 60, 6 * MINUTE));
        bool may = core_guard_look(&guard, NOON + 61 + DAY + more, 6 * MINUTE + SECOND);
        assert_int_equal(may, more <= 0);
        assert_int_equal(guard.held == NULL, more <= 0);
        assert_true(more <= 0 || strstr(guard.held, "jumped"));
    }
}

static void test_guard_settles(void **state)
{
    (void)state;
    struct core_guard guard = {0};
    assert_true(core_guard_look(&guard, NOON, 0));
    assert_false(core_guard_look(&guard, NOON + 3650 * DAY, SECOND));
    assert_false(core_guard_look(&guard, NOON + 3650 * DAY + 119, 120 * SECOND + 999));
    assert_true(core_guard_look(&guard, NOON + 3650 * DAY + 120, 121 * SECOND));
    assert_null(guard.held);
}

static void test_guard_back_again(void **state)
{
    (void)state;
    struct core_guard guard = {0};
    assert_true(core_guard_look(&guard, NOON, 0));
    assert_false(core_guard_look(&guard, NOON + 3650 * DAY, SECOND));
    /* Corrected: still held until the two minutes are over, then as if nothing had been. */
    assert_false(core_guard_look(&guard, NOON + 30, 30 * SECOND));
    assert_true(core_guard_look(&guard, NOON + 122, 122 * SECOND));
    /* Another jump counts anew. */
    assert_false(core_guard_look(&guard, NOON + 123 + 2 * DAY, 123 * SECOND));
    assert_false(core_guard_look(&guard, NOON + 242 + 2 * DAY, 242 * SECOND));
    assert_true(core_guard_look(&guard, NOON + 243 + 2 * DAY, 243 * SECOND));
}

/* Set back by more than a minute: whoever planned for later has to plan again. */
static void test_guard_set_back(void **state)
{
    (void)state;
    struct core_guard guard = {0};
    assert_true(core_guard_look(&guard, NOON, 0));
    assert_true(core_guard_look(&guard, NOON - 60, SECOND));
    assert_false(guard.went_back);
    assert_true(core_guard_look(&guard, NOON - 121, 2 * SECOND));
    assert_true(guard.went_back);
    /* Until whoever it concerns has seen it. */
    assert_true(core_guard_look(&guard, NOON, 3 * SECOND));
    assert_true(guard.went_back);
    guard.went_back = false;
    assert_true(core_guard_look(&guard, NOON + 1, 4 * SECOND));
    assert_false(guard.went_back);
}

/* A suspended machine: the clock that counts through sleep moved as well. */
static void test_guard_asleep(void **state)
{
    (void)state;
    struct core_guard guard = {0};
    assert_true(core_guard_look(&guard, NOON, 0));
    assert_true(core_guard_look(&guard, NOON + 30 * DAY, INT64_C(30) * DAY * SECOND));
}

/* 2026-11-01T00:00:00Z is the day pgyd was written: a second before it is before. */
static void test_guard_never_set(void **state)
{
    (void)state;
    static const struct {
        int64_t now;
        bool may;
    } looks[] = {{DAY, false},
                 {INT64_C(1793491200) - DAY, false},
                 {INT64_C(1793491199), false},
                 {INT64_C(1793491200), true},
                 {INT64_C(1793491200) + DAY, true}};
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        struct core_guard guard = {0};
        assert_int_equal(core_guard_look(&guard, looks[i].now, MINUTE), looks[i].may);
        assert_true(looks[i].may || strstr(guard.held, "before pgyd was written"));
    }
    /* Set at last, by fifty years: that is a jump. */
    struct core_guard guard = {0};
    assert_false(core_guard_look(&guard, DAY, 0));
    assert_false(core_guard_look(&guard, NOON, SECOND));
    assert_true(core_guard_look(&guard, NOON + 120, 121 * SECOND));
}

/* ---- a store, and what is logged ---- */

struct room {
    struct pgy_arena *arena;
    char dir[64];
    struct pgy_store *store;
    int stderr_fd, log_fd;
};

static void open_store(struct room *r)
{
    const char *why;
    assert_int_equal(pgy_store_open(r->dir, r->arena, &r->store, &why), 0);
}

static int room_setup(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->arena = pgy_arena_new();
    strcpy(r->dir, "/tmp/pgy-leaves-XXXXXX");
    assert_non_null(mkdtemp(r->dir));
    open_store(r);
    r->stderr_fd = dup(STDERR_FILENO);
    r->log_fd = memfd_create("log", MFD_CLOEXEC);
    assert_true(r->stderr_fd >= 0 && r->log_fd >= 0);
    *state = r;
    return 0;
}

static int room_teardown(void **state)
{
    struct room *r = *state;
    char command[128];
    pgy_store_close(&r->store);
    pgy_fd_close(&r->stderr_fd);
    pgy_fd_close(&r->log_fd);
    pgy_arena_free(&r->arena);
    snprintf(command, sizeof command, "rm -rf '%s'", r->dir);
    int rc = system(command);
    free(r);
    return rc;
}

static void listen_in(const struct room *r)
{
    assert_int_equal(ftruncate(r->log_fd, 0), 0);
    assert_int_equal(lseek(r->log_fd, 0, SEEK_SET), 0);
    assert_true(dup2(r->log_fd, STDERR_FILENO) >= 0);
}

/* What was logged since listen_in. */
static const char *heard(const struct room *r)
{
    assert_true(dup2(r->stderr_fd, STDERR_FILENO) >= 0);
    char *text = pgy_arena_alloc(r->arena, 4096);
    ssize_t n = pread(r->log_fd, text, 4095, 0);
    assert_true(n >= 0);
    text[n] = '\0';
    return text;
}

/* ---- health ---- */

static void test_health_says_it_once(void **state)
{
    struct room *r = *state;
    struct core_health health = {.store = r->store};
    listen_in(r);
    int rc = pgy_store_profile_wake(r->store, "bob", 0);
    assert_int_equal(rc, PGY_ENOTFOUND);
    core_health_failed(&health, "writing the plan", rc);
    core_health_failed(&health, "writing the plan", rc);
    assert_string_equal(heard(r),
                        "pgyd: error: writing the plan failed: there is no profile bob\n");
    assert_string_equal(health.degraded, "writing the plan failed: there is no profile bob");
    /* Something else, and the first again: both are news. */
    listen_in(r);
    core_health_failed(&health, "forgetting old deliveries", rc);
    core_health_failed(&health, "writing the plan", rc);
    assert_string_equal(heard(r),
                        "pgyd: error: forgetting old deliveries failed: there is no profile bob\n"
                        "pgyd: error: writing the plan failed: there is no profile bob\n");
    assert_false(health.failed);
    core_health_close(&health);
    assert_null(health.degraded);
}

static void test_health_fine_again(void **state)
{
    struct room *r = *state;
    struct core_health health = {.store = r->store};
    listen_in(r);
    core_health_fine(&health);
    assert_string_equal(heard(r), "");
    listen_in(r);
    core_health_failed(&health, "writing the plan", -ENOSPC);
    core_health_fine(&health);
    core_health_fine(&health);
    const char *log = heard(r);
    assert_non_null(strstr(log, "the store works again\n"));
    assert_null(strstr(strstr(log, "the store works again\n") + 1, "the store works again"));
    assert_null(health.degraded);
    assert_false(health.failed);
    /* Broken again is news again. */
    listen_in(r);
    core_health_failed(&health, "writing the plan", -ENOSPC);
    assert_non_null(strstr(heard(r), "writing the plan failed"));
    core_health_close(&health);
}

static void test_health_disk_failed(void **state)
{
    struct room *r = *state;
    struct core_health health = {.store = r->store};
    listen_in(r);
    core_health_failed(&health, "writing the plan", -EIO);
    assert_true(health.failed);
    assert_non_null(strstr(heard(r), "the disk failed: ending"));
    core_health_close(&health);
}

static size_t profiles(const struct room *r)
{
    struct pgy_stored_profile *list;
    size_t n;
    assert_int_equal(pgy_store_profiles(r->store, r->arena, &list, &n), 0);
    return n;
}

static void begin_profile(const struct room *r, const char *id)
{
    struct pgy_stored_profile profile = {.id = id, .file = "/t/pgyd.ini"};
    assert_int_equal(pgy_store_begin(r->store), 0);
    assert_int_equal(pgy_store_profile_put(r->store, &profile), 0);
}

static void test_health_end(void **state)
{
    struct room *r = *state;
    struct core_health health = {.store = r->store};
    begin_profile(r, "me");
    listen_in(r);
    assert_int_equal(core_health_end(&health, 0, "writing the plan"), 0);
    assert_string_equal(heard(r), "");
    pgy_store_close(&r->store);
    open_store(r);
    health.store = r->store;
    assert_int_equal(profiles(r), 1);
    begin_profile(r, "ann");
    listen_in(r);
    assert_int_equal(core_health_end(&health, PGY_ENOTFOUND, "writing the plan"), PGY_ENOTFOUND);
    assert_non_null(strstr(heard(r), "pgyd: error: writing the plan failed: "));
    assert_non_null(health.degraded);
    assert_int_equal(profiles(r), 1);
    /* A transaction that works is the end of it. */
    begin_profile(r, "ann");
    assert_int_equal(core_health_end(&health, 0, "writing the plan"), 0);
    assert_null(health.degraded);
    assert_int_equal(profiles(r), 2);
}

/* No byte can be written to any file. */
static void disk_full(bool full)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = full ? 0 : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void test_health_commit_fails(void **state)
{
    struct room *r = *state;
    struct core_health health = {.store = r->store};
    begin_profile(r, "me");
    disk_full(true);
    int rc = core_health_end(&health, 0, "writing the plan");
    disk_full(false);
    assert_int_equal(rc, -ENOSPC);
    assert_non_null(strstr(health.degraded, "writing the plan failed: "));
    assert_false(health.failed);
    assert_int_equal(profiles(r), 0);
    begin_profile(r, "me");
    assert_int_equal(core_health_end(&health, 0, "writing the plan"), 0);
    assert_null(health.degraded);
    assert_int_equal(profiles(r), 1);
}

#define ROOM(test) cmocka_unit_test_setup_teardown(test, room_setup, room_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_guard_steps),      cmocka_unit_test(test_guard_settles),
        cmocka_unit_test(test_guard_back_again), cmocka_unit_test(test_guard_set_back),
        cmocka_unit_test(test_guard_asleep),     cmocka_unit_test(test_guard_never_set),
        ROOM(test_health_says_it_once),          ROOM(test_health_fine_again),
        ROOM(test_health_disk_failed),           ROOM(test_health_end),
        ROOM(test_health_commit_fails),
    };
    signal(SIGXFSZ, SIG_IGN);
    return cmocka_run_group_tests_name("leaves", tests, NULL, NULL);
}
