/* SPDX-License-Identifier: BSD-2-Clause */
/* The post desk with everything it stands on, and fakes of whom it deals with: a roll of two people
 * made by hand, a courier at the other end of a socket, a clock that the test moves. */
#ifndef PGY_TESTS_POST_FIXTURE_H
#define PGY_TESTS_POST_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "../config_fixture.h"
#include "fake_clock.h"

#include "base/clock.h"
#include "base/wire.h"
#include "core/post/post.h"
#include "courier/outcome.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

enum { HOUR = 3600, DAY = 86400 };
/* 2026-12-05T17:00:00Z, noon in New York (UTC-5 from November to March), by date -u -d. */
static const int64_t noon = 1796490000;

struct room {
    char dir[64], said[8192];
    struct fixture parser;
    struct pgy_arena *arena;
    struct pgy_store *store;
    struct core_loop *loop;
    struct core_guard guard;
    struct core_health health;
    struct core_person me, other;
    struct core_roll roll;
    struct core_post *post;
    struct pgy_link courier; /* its end of the line */
    unsigned callbacks;
    int real_stderr, said_fd;
};

static inline void count_callback(void *arg)
{
    ((struct room *)arg)->callbacks++;
}

/* Nobody is in force yet. */
static inline int room_setup(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    const char *why = "";
    strcpy(r->dir, "/tmp/pgy-post-XXXXXX");
    if (!mkdtemp(r->dir))
        return -1;
    fake_clock_start(noon);
    fixture_init(&r->parser, declared, 2);
    r->arena = pgy_arena_new();
    r->courier.fd = r->real_stderr = -1;
    r->loop = core_loop_new(count_callback, r);
    r->me = (struct core_person){.born = 1, .id = strdup("me"), .next = &r->other};
    r->other = (struct core_person){.born = 2, .id = strdup("other")};
    r->roll = (struct core_roll){.first = &r->me, .n = 2};
    *state = r;
    if (!r->loop || pgy_store_open(r->dir, r->arena, &r->store, &why) != 0)
        return -1;
    r->health.store = r->store;
    const struct core_post_setup setup = {.loop = r->loop,
                                          .guard = &r->guard,
                                          .health = &r->health,
                                          .store = r->store,
                                          .roll = &r->roll};
    r->post = core_post_new(&setup);
    return 0;
}

static inline void person_clear(struct core_person *person)
{
    pgy_config_free(&person->config);
    pgy_tz_free(&person->tz);
    free(person->id);
}

/* Whether files can grow no more, as on a full disk. */
static inline void set_full(bool full)
{
    struct rlimit limit;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = full ? 1 : limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
}

static inline const char *log_end(struct room *r);

static inline int room_teardown(void **state)
{
    struct room *r = *state;
    char command[128];
    set_full(false);
    if (r->real_stderr >= 0)
        log_end(r);
    core_post_free(&r->post);
    pgy_link_close(&r->courier);
    core_loop_free(&r->loop);
    core_health_close(&r->health);
    person_clear(&r->me);
    person_clear(&r->other);
    pgy_store_close(&r->store);
    pgy_arena_free(&r->arena);
    fixture_clear(&r->parser);
    snprintf(command, sizeof command, "rm -rf '%s'", r->dir);
    int rc = system(command);
    free(r);
    return rc;
}

/* ---- people ---- */

/* A configuration comes into force; its reading of calls is another matter. */
static inline void use(struct room *r, struct core_person *person, const char *text)
{
    const char *all = pgy_arena_printf(r->arena, PERSON "%s", text);
    pgy_config_free(&person->config);
    assert_int_equal(parse(&r->parser, all), 0);
    person->config = r->parser.config;
    r->parser.config = NULL;
    if (!person->tz)
        assert_int_equal(pgy_tz_load("America/New_York", &person->tz), 0);
    pgy_quiet_of(person->config, &person->quiet);
}

#define PHONE "[notify:phone]\ntype = log\n"

/* ---- what is due ---- */

/* A step of a deadline on December 10th, worth sending for a day. */
static inline struct pgy_due step_of(const char *item, const char *step, int64_t at,
                                     uint16_t severity)
{
    return (struct pgy_due){.item = item,
                            .target = "2026-12-10",
                            .step = step,
                            .at = at,
                            .expires = at + DAY,
                            .severity = severity,
                            .kind = PGYD_DEADLINE,
                            .plugin = strncmp(item, "offers", 6) == 0 ? "offers" : "networking",
                            .title = item,
                            .detail = "",
                            .discreet = "a reminder is due"};
}

static inline void owe(struct room *r, const char *profile, const struct pgy_due *due, size_t n)
{
    assert_int_equal(pgy_store_due_replace(r->store, profile, due, n, 0), 0);
}

static inline void owe_one(struct room *r, struct pgy_due due)
{
    owe(r, "me", &due, 1);
}

static inline void fire(struct room *r)
{
    core_post_fire(r->post, pgy_clock_now());
}

/* A message each: a second apart, and of something fatal, of which no day has too many. */
static inline void fire_apart(struct room *r, struct pgy_due *due, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        due[i].at += (int64_t)i;
        due[i].stakes = PGYD_FATAL;
    }
    owe(r, "me", due, n);
    for (size_t i = 0; i < n; i++) {
        fire(r);
        fake_clock_go(1);
    }
}

static inline void deliver(struct room *r)
{
    core_post_deliver(r->post, pgy_clock_now());
}

static inline int64_t next(const struct room *r)
{
    return core_post_next(r->post, pgy_clock_now());
}

/* ---- the outbox ---- */

/* Newest first. */
static inline size_t all_rows(struct room *r, struct pgy_outbox_row **rows)
{
    size_t n;
    assert_int_equal(pgy_store_outbox_list(r->store, NULL, false, 1000, r->arena, rows, &n), 0);
    return n;
}

static inline size_t count_rows(struct room *r)
{
    struct pgy_outbox_row *rows;
    return all_rows(r, &rows);
}

/* The only message of a type to an endpoint about an item; NULL: there is none. */
static inline const struct pgy_outbox_row *row_of(struct room *r, const char *endpoint,
                                                  const char *type, const char *item)
{
    struct pgy_outbox_row *rows, *found = NULL;
    size_t n = all_rows(r, &rows);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(rows[i].endpoint, endpoint) != 0 || strcmp(rows[i].type, type) != 0 ||
            strcmp(rows[i].item, item) != 0)
            continue;
        assert_null(found);
        found = &rows[i];
    }
    return found;
}

static inline const struct pgy_outbox_row *reminder(struct room *r, const char *endpoint,
                                                    const char *item)
{
    return row_of(r, endpoint, "reminder.due", item);
}

static inline const struct pgy_outbox_row *digest(struct room *r, const char *endpoint)
{
    return row_of(r, endpoint, "digest", "");
}

static inline struct pgy_endpoint endpoint_of(struct room *r, const char *id)
{
    struct pgy_endpoint endpoint;
    assert_int_equal(pgy_store_endpoint_get(r->store, "me", id, r->arena, &endpoint), 0);
    return endpoint;
}

/* ---- the log ---- */

static inline void log_begin(struct room *r)
{
    int fds[2];
    assert_int_equal(pipe(fds), 0);
    assert_int_equal(fcntl(fds[0], F_SETFL, O_NONBLOCK), 0);
    r->real_stderr = dup(STDERR_FILENO);
    dup2(fds[1], STDERR_FILENO);
    close(fds[1]);
    r->said_fd = fds[0];
}

/* What was logged since. */
static inline const char *log_end(struct room *r)
{
    dup2(r->real_stderr, STDERR_FILENO);
    close(r->real_stderr);
    r->real_stderr = -1;
    ssize_t n = read(r->said_fd, r->said, sizeof r->said - 1);
    r->said[n > 0 ? n : 0] = '\0';
    close(r->said_fd);
    return r->said;
}

/* ---- the courier's end ---- */

struct sent {
    int64_t row, created, expires;
    uint32_t attempt, severity, nallow;
    const char *profile, *endpoint, *type, *url, *secrets, *ca_file, *allow, *message, *what;
    const char *payload;
    uint8_t detail;
};

/* What it wrote arrives at the desk, which delivers then, as main has it do. */
static inline void arrives(struct room *r)
{
    assert_int_equal(pgy_link_flush(&r->courier), 0);
    core_loop_turn(r->loop, false);
    deliver(r);
}

static inline void say_inflight(struct room *r, const int64_t *rows, uint32_t n)
{
    size_t mark = pgy_frame_begin(&r->courier.out, PGY_C_INFLIGHT);
    pgy_put_u32(&r->courier.out, n);
    for (uint32_t i = 0; i < n; i++) {
        pgy_put_i64(&r->courier.out, rows[i]);
        pgy_put_u32(&r->courier.out, 1);
    }
    pgy_frame_end(&r->courier.out, mark);
}

static inline void say_result(struct room *r, int64_t row, uint32_t attempt,
                              enum pgy_outcome outcome, int64_t code, const char *error)
{
    size_t mark = pgy_frame_begin(&r->courier.out, PGY_C_RESULT);
    pgy_put_i64(&r->courier.out, row);
    pgy_put_u32(&r->courier.out, attempt);
    pgy_put_u8(&r->courier.out, (uint8_t)outcome);
    pgy_put_i64(&r->courier.out, code);
    pgy_put_i64(&r->courier.out, -1);
    pgy_put_str(&r->courier.out, error);
    pgy_frame_end(&r->courier.out, mark);
}

/* A new courier: it has said hello, and not yet what it still sends. */
static inline void greet(struct room *r)
{
    int fds[2];
    pgy_link_close(&r->courier);
    assert_int_equal(pgy_link_pair(fds), 0);
    core_post_courier(r->post, fds[0]);
    pgy_link_open(&r->courier, fds[1], PGY_LINK_MAX);
    pgy_link_hello(&r->courier, "pgyd-courier");
    arrives(r);
}

/* One that has nothing to send, and may be given messages. */
static inline void greet_ready(struct room *r)
{
    greet(r);
    say_inflight(r, NULL, 0);
    arrives(r);
    assert_true(core_post_connected(r->post));
}

/* The next frame but the hello; its type, 0 when there is none. */
static inline uint8_t next_frame(struct room *r, struct pgy_frame *frame)
{
    int rc = pgy_link_read(&r->courier);
    assert_true(rc == 0 || rc == PGY_EAGAIN);
    while (pgy_link_next(&r->courier, frame) == 0) {
        if (frame->type != PGY_FRAME_HELLO)
            return frame->type;
    }
    return 0;
}

/* The next frame is a message; its fields. */
static inline struct sent next_sent(struct room *r)
{
    struct pgy_frame f;
    assert_int_equal(next_frame(r, &f), PGY_C_SEND);
    struct sent s = {.row = pgy_get_i64(&f), .attempt = pgy_get_u32(&f)};
    const char **texts[] = {&s.profile, &s.endpoint, &s.type, &s.url, &s.secrets, &s.ca_file};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = pgy_get_str(&f, r->arena);
    s.nallow = pgy_get_u32(&f);
    for (uint32_t i = 0; i < s.nallow; i++)
        s.allow = pgy_get_str(&f, r->arena);
    s.detail = pgy_get_u8(&f);
    s.message = pgy_get_str(&f, r->arena);
    s.what = pgy_get_str(&f, r->arena);
    s.created = pgy_get_i64(&f);
    s.expires = pgy_get_i64(&f);
    s.severity = pgy_get_u32(&f);
    s.payload = pgy_get_str(&f, r->arena);
    assert_int_equal(pgy_frame_done(&f), 0);
    return s;
}

static inline void assert_silent(struct room *r)
{
    struct pgy_frame frame;
    assert_int_equal(next_frame(r, &frame), 0);
}

/* The next frame says that so many results are written down. */
static inline void assert_seen(struct room *r, uint32_t results)
{
    struct pgy_frame frame;
    assert_int_equal(next_frame(r, &frame), PGY_C_SEEN);
    assert_int_equal(pgy_get_u32(&frame), results);
}

/* ---- one message ---- */

/* One reminder for the phone, queued now; its row. */
static inline int64_t queue_one(struct room *r)
{
    use(r, &r->me, PHONE);
    owe_one(r, step_of("offers/mercy", "-7d", pgy_clock_now(), PGYD_INFO));
    fire(r);
    return reminder(r, "phone", "offers/mercy")->id;
}

/* The same, and the courier has it as attempt 1. */
static inline int64_t send_one(struct room *r)
{
    int64_t id = queue_one(r);
    greet_ready(r);
    assert_int_equal(next_sent(r).row, id);
    return id;
}

static inline const struct pgy_outbox_row *mercy(struct room *r)
{
    return reminder(r, "phone", "offers/mercy");
}

#define POST_TEST(name) cmocka_unit_test_setup_teardown(name, room_setup, room_teardown)

#endif
