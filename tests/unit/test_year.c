/* SPDX-License-Identifier: BSD-2-Clause */
/* Time passes: all of pgyd-core but main.c in one process, real desks, store, feeds and workers, on
 * a clock that goes from one thing due to the next. The test is the parent and the courier. A
 * month; with PGY_TEST_LONG a year. Days and hours were worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_clock.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/wire.h"
#include "core/core.h"
#include "courier/outcome.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HOUR = 3600, DAY = 86400, MONTH_DAYS = 31, YEAR_DAYS = 365, MOST = 4000 };
/* 2026-12-05T17:00:00Z, noon in New York, by date -u -d. */
static const int64_t noon = 1796490000;

static const char config[] = "[daemon]\nstate_dir = %s/state\n"
                             "plugins = milestones, networking, offers\n"
                             "[person]\nid = ada\nname = Ada Park\ntimezone = America/New_York\n"
                             "[training]\nspecialty = anesthesiology\nstart = 2024-07-01\n"
                             "[contact:chen]\nname = Dr. Chen\nkind = attending\n"
                             "[milestone:dues]\ntitle = Pay the society's dues\n"
                             "when = 2026-12-20\nremind = 10d, 3d, 1d\n"
                             "[milestone:taxes]\ntitle = Hand in the first form\n"
                             "when = 2027-03-15\nremind = 2d, 1d\n"
                             "[milestone:fall]\ntitle = Renew the badge\n"
                             "when = 2027-11-08\nremind = 2d, 1d\n"
                             "[notify:phone]\ntype = log\n";

/* All at 08:00 in New York: 13:00 UTC in winter, 12:00 from March 14 to November 6, 2027. */
static const struct expected {
    const char *slug;
    int64_t at;
} expected[] = {
    {"dues", 1796907600},  /* 2026-12-10T13:00Z */
    {"dues", 1797512400},  /* 2026-12-17T13:00Z */
    {"dues", 1797685200},  /* 2026-12-19T13:00Z */
    {"dues", 1797771600},  /* 2026-12-20T13:00Z: always on the day as well */
    {"taxes", 1804942800}, /* 2027-03-13T13:00Z */
    {"taxes", 1805025600}, /* 2027-03-14T12:00Z: 23 hours later */
    {"taxes", 1805112000}, /* 2027-03-15T12:00Z */
    {"fall", 1825502400},  /* 2027-11-06T12:00Z */
    {"fall", 1825592400},  /* 2027-11-07T13:00Z: 25 hours later */
    {"fall", 1825678800},  /* 2027-11-08T13:00Z */
};

struct heard {
    char *message, *item;
    int64_t at;
};

struct room {
    char dir[64], file[96];
    struct pgy_core core;
    struct pgy_link parent, courier; /* the other ends of the core's lines */
    bool bound, ready;
    struct heard heard[MOST];
    size_t n;
};

/* main.c's. */
void core_stop(struct pgy_core *core)
{
    core->stopping = true;
    core_loop_stop(core->loop);
}

/* ---- the test as the parent ---- */

static void hand_over_courier(struct room *r)
{
    int fds[2];
    assert_int_equal(pgy_link_pair(fds), 0);
    size_t mark = pgy_frame_begin(&r->parent.out, PGY_P_LINK);
    pgy_put_str(&r->parent.out, "courier");
    pgy_frame_end(&r->parent.out, mark);
    assert_int_equal(pgy_link_send_fds(&r->parent, &fds[0], 1), 0);
    close(fds[0]);
    pgy_link_open(&r->courier, fds[1], PGY_LINK_MAX);
    pgy_link_hello(&r->courier, "pgyd-courier");
    mark = pgy_frame_begin(&r->courier.out, PGY_C_INFLIGHT);
    pgy_put_u32(&r->courier.out, 0);
    pgy_frame_end(&r->courier.out, mark);
    assert_int_equal(pgy_link_flush(&r->courier), 0);
}

static void bind_feeds(struct room *r)
{
    size_t mark = pgy_frame_begin(&r->parent.out, PGY_P_BOUND);
    pgy_put_u8(&r->parent.out, 0);
    pgy_put_u8(&r->parent.out, 1);
    pgy_put_str(&r->parent.out, "127.0.0.1:8479");
    pgy_put_str(&r->parent.out, "");
    pgy_frame_end(&r->parent.out, mark);
    assert_int_equal(pgy_link_flush(&r->parent), 0);
    r->bound = true;
}

static bool hear_parent(struct room *r)
{
    struct pgy_frame frame;
    bool heard = false;
    (void)pgy_link_read(&r->parent);
    while (pgy_link_next(&r->parent, &frame) == 0) {
        heard = true;
        assert_int_not_equal(frame.type, PGY_P_FATAL);
        if (frame.type == PGY_P_BIND && !r->bound)
            bind_feeds(r);
        r->ready |= frame.type == PGY_P_READY;
    }
    int fd = pgy_link_take_fd(&r->parent);
    pgy_fd_close(&fd);
    return heard;
}

/* ---- the test as the courier ---- */

static void skip_texts(struct pgy_frame *frame, struct pgy_arena *arena, uint32_t n)
{
    while (n-- > 0)
        (void)pgy_get_str(frame, arena);
}

static void hear(struct room *r, const char *message, const char *item, int64_t at)
{
    assert_true(r->n < MOST);
    r->heard[r->n++] = (struct heard){.message = strdup(message), .item = strdup(item), .at = at};
}

/* Each reminder of a message, alone or among others. */
static void hear_all(struct room *r, const char *message, const json_t *payload, int64_t at)
{
    const char *item = json_string_value(json_object_get(payload, "id"));
    const json_t *items = json_object_get(payload, "items");
    char part[80];
    hear(r, message, item ? item : "", at);
    for (size_t i = 0; i < json_array_size(items); i++) {
        snprintf(part, sizeof part, "%s#%zu", message, i);
        hear(r, part, json_string_value(json_object_get(json_array_get(items, i), "id")), at);
    }
}

/* Keeps what was sent, and says that it arrived. */
static void take_message(struct room *r, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int64_t row = pgy_get_i64(frame);
    uint32_t attempt = pgy_get_u32(frame);
    skip_texts(frame, arena, 6); /* profile, endpoint, type, url, secrets, ca_file */
    skip_texts(frame, arena, pgy_get_u32(frame));
    (void)pgy_get_u8(frame);
    const char *message = pgy_get_str(frame, arena);
    (void)pgy_get_str(frame, arena);
    int64_t created = pgy_get_i64(frame);
    (void)pgy_get_i64(frame);
    (void)pgy_get_u32(frame);
    json_t *payload = json_loads(pgy_get_str(frame, arena), 0, NULL);
    assert_int_equal(pgy_frame_done(frame), 0);
    hear_all(r, message, payload, created);
    json_decref(payload);
    size_t mark = pgy_frame_begin(&r->courier.out, PGY_C_RESULT);
    pgy_put_i64(&r->courier.out, row);
    pgy_put_u32(&r->courier.out, attempt);
    pgy_put_u8(&r->courier.out, PGY_DELIVERED);
    pgy_put_i64(&r->courier.out, 0);
    pgy_put_i64(&r->courier.out, -1);
    pgy_put_str(&r->courier.out, "");
    pgy_frame_end(&r->courier.out, mark);
}

static bool hear_courier(struct room *r)
{
    struct pgy_frame frame;
    bool heard = false;
    (void)pgy_link_read(&r->courier);
    while (pgy_link_next(&r->courier, &frame) == 0) {
        heard = true;
        if (frame.type == PGY_C_SEND)
            take_message(r, &frame);
    }
    assert_int_equal(pgy_link_flush(&r->courier), 0);
    return heard;
}

/* ---- time ---- */

/* Until nobody has anything to say at this second. */
static void settle(struct room *r)
{
    do {
        core_loop_turn(r->core.loop, core_people_busy(r->core.people));
        assert_false(r->core.health.failed);
    } while (core_people_busy(r->core.people) || hear_parent(r) | hear_courier(r));
    core_loop_turn(r->core.loop, false);
}

/* The next second at which something is due, six hours on at the most. */
static int64_t next_of(struct room *r)
{
    int64_t now = pgy_clock_now(), next = now + 6 * HOUR;
    int64_t post = core_post_next(r->core.post, now), people = core_people_next(r->core.people);
    next = post < next ? post : next;
    next = people < next ? people : next;
    return next > now ? next : now + 1;
}

static size_t open_files(void)
{
    size_t n = 0;
    DIR *dir = opendir("/proc/self/fd");
    while (dir && readdir(dir))
        n++;
    if (dir)
        closedir(dir);
    return n;
}

static const struct core_person *ada(struct room *r)
{
    return core_roll_find(core_people_roll(r->core.people), "ada");
}

/* ---- what must be true then ---- */

static size_t times_heard(const struct room *r, const char *slug, int64_t at)
{
    size_t n = 0;
    char item[64];
    snprintf(item, sizeof item, "milestones/%s", slug);
    for (size_t i = 0; i < r->n; i++)
        n += strcmp(r->heard[i].item, item) == 0 && (at == 0 || r->heard[i].at == at);
    return n;
}

static void each_reminder_came_once(const struct room *r, int64_t end)
{
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        size_t of_item = 0;
        for (size_t k = 0; k < sizeof expected / sizeof expected[0]; k++)
            of_item += strcmp(expected[k].slug, expected[i].slug) == 0 && expected[k].at < end;
        assert_int_equal(times_heard(r, expected[i].slug, expected[i].at), expected[i].at < end);
        assert_int_equal(times_heard(r, expected[i].slug, 0), of_item);
    }
}

static void no_message_came_twice(const struct room *r)
{
    for (size_t i = 0; i < r->n; i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(r->heard[i].message, r->heard[k].message);
}

static void time_passes(void **state)
{
    struct room *r = *state;
    const int64_t days = getenv("PGY_TEST_LONG") ? YEAR_DAYS : MONTH_DAYS, end = noon + days * DAY;
    const char *why = "";
    const size_t before = open_files();
    assert_int_equal(core_begin(&r->core, &why), 0);
    hand_over_courier(r);
    core_tick(&r->core);
    settle(r);
    assert_true(r->ready);
    assert_int_equal(ada(r)->done, 1);
    const size_t files = open_files();
    while (pgy_clock_now() < end) {
        fake_clock_go(next_of(r) - pgy_clock_now());
        /* She looks at her list now and then: silence would leave what is fatal alone. */
        assert_int_equal(pgy_store_sign(r->core.state.store, "ada", pgy_clock_now()), 0);
        settle(r);
    }
    each_reminder_came_once(r, end);
    no_message_came_twice(r);
    /* One plan at the start, one at each midnight of hers. */
    assert_int_equal(ada(r)->done, 1 + days);
    assert_int_equal(core_person_today(ada(r), end), ada(r)->timeline->today);
    assert_int_equal(open_files(), files);
    core_end(&r->core);
    assert_int_equal(open_files(), before + 1); /* the test's end of the courier's line */
}

static void no_after(void *arg)
{
    (void)arg;
}

/* libuv opens a pipe with its first loop and keeps it as long as the process lives: a loop that is
 * counted must not be the first. */
static void had_a_loop(void)
{
    struct core_loop *loop = core_loop_new(no_after, NULL);
    assert_non_null(loop);
    core_loop_free(&loop);
}

static int setup(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    int fds[2];
    char text[sizeof config + 64];
    had_a_loop();
    strcpy(r->dir, "/tmp/pgy-year-XXXXXX");
    if (!mkdtemp(r->dir) || pgy_link_pair(fds) != 0)
        return -1;
    signal(SIGPIPE, SIG_IGN);
    fake_clock_start(noon);
    snprintf(r->file, sizeof r->file, "%s/pgyd.ini", r->dir);
    snprintf(text, sizeof text, config, r->dir);
    r->core = (struct pgy_core){.config_file = r->file,
                                .since = noon,
                                .arena = pgy_arena_new(),
                                .state = {.dir = -1, .feeds = -1},
                                .timer_fd = -1};
    pgy_link_open(&r->core.parent.link, fds[0], PGY_LINK_MAX);
    pgy_link_hello(&r->core.parent.link, "pgyd-core");
    pgy_link_open(&r->parent, fds[1], PGY_LINK_MAX);
    pgy_link_hello(&r->parent, "pgyd");
    r->courier.fd = -1;
    *state = r;
    return pgy_file_replace(r->file, text, strlen(text), 0600);
}

static int teardown(void **state)
{
    struct room *r = *state;
    char command[128];
    core_end(&r->core);
    pgy_link_close(&r->core.parent.link);
    pgy_link_close(&r->parent);
    pgy_link_close(&r->courier);
    pgy_arena_free(&r->core.arena);
    for (size_t i = 0; i < r->n; i++) {
        free(r->heard[i].message);
        free(r->heard[i].item);
    }
    snprintf(command, sizeof command, "rm -rf '%s'", r->dir);
    int rc = system(command);
    free(r);
    return rc;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(time_passes, setup, teardown),
    };
    return cmocka_run_group_tests_name("year", tests, NULL, NULL);
}
