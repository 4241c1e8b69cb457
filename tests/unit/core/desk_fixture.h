/* SPDX-License-Identifier: BSD-2-Clause */
/* The desk of commands with what it stands on: a roll made by hand, a store, a clock that the test
 * moves, and clients at its real socket. The other desks are played by the test. */
#ifndef PGY_TESTS_DESK_FIXTURE_H
#define PGY_TESTS_DESK_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "../config_fixture.h"
#include "fake_clock.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/wire.h"
#include "core/desk/desk.h"

#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* 2026-12-05T17:00:00Z, noon in New York, by date -u -d. */
static const int64_t noon = 1796490000;

/* A plugin that keeps a kind, and one that keeps none. */
static const struct pgyd_journal_kind kinds[] = {
    {.size = sizeof(struct pgyd_journal_kind), .name = "contact", .subject = "contact:"}};
static const struct pgy_declaration keeping[] = {
    {.plugin = "networking",
     .version = "1.0",
     .summary = "people",
     .keys = networking_keys,
     .nkeys = 8,
     .kinds = kinds,
     .nkinds = 1,
     .listed = true},
    {.plugin = "offers",
     .version = "1.0",
     .summary = "offers",
     .keys = offers_keys,
     .nkeys = 9,
     .listed = true},
};

struct room {
    char dir[64];
    struct fixture parser;
    struct pgy_arena *arena;
    struct pgy_store *store;
    struct core_loop *loop;
    struct pgy_house house;
    struct core_person me, other;
    struct core_roll roll;
    struct core_desk *desk;
    int state_fd;
};

/* One who asks: a pgyctl. */
struct asker {
    struct pgy_link link;
    int64_t status; /* -1: no answer yet; -2: turned away */
    json_t *answer;
    struct pgy_buf text;
};

static inline void no_after(void *arg)
{
    (void)arg;
}

static inline int room_setup(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    const char *why = "";
    strcpy(r->dir, "/tmp/pgy-desk-XXXXXX");
    if (!mkdtemp(r->dir))
        return -1;
    fake_clock_start(noon);
    fixture_init(&r->parser, keeping, 2);
    r->arena = pgy_arena_new();
    r->loop = core_loop_new(no_after, NULL);
    r->house = (struct pgy_house){.refs = 1, .schema = r->parser.schema, .state_dir = r->dir};
    r->me = (struct core_person){
        .born = 1, .id = strdup("me"), .file = strdup("/me.ini"), .house = &r->house};
    r->other = (struct core_person){
        .born = 2, .id = strdup("other"), .file = strdup("/other.ini"), .house = &r->house};
    r->roll = (struct core_roll){.first = &r->me, .n = 1, .house = &r->house};
    r->state_fd = pgy_dir_open(r->dir, 0700);
    *state = r;
    if (!r->loop || pgy_store_open(r->dir, r->arena, &r->store, &why) != 0)
        return -1;
    if (parse(&r->parser, PERSON "[contact:ada]\nname = Ada\n[notify:phone]\ntype = log\n") != 0)
        return -1;
    r->me.config = r->parser.config;
    r->parser.config = NULL;
    if (pgy_tz_load("America/New_York", &r->me.tz) != 0)
        return -1;
    pgy_quiet_of(r->me.config, &r->me.quiet);
    const struct core_desk_setup setup = {
        .loop = r->loop, .store = r->store, .roll = &r->roll, .state_fd = r->state_fd};
    return core_desk_open(&setup, r->arena, &r->desk, &why);
}

static inline void person_clear(struct core_person *person)
{
    pgy_config_free(&person->config);
    pgy_tz_free(&person->tz);
    free(person->id);
    free(person->file);
}

static inline int room_teardown(void **state)
{
    struct room *r = *state;
    char command[128];
    core_desk_free(&r->desk);
    core_loop_free(&r->loop);
    person_clear(&r->me);
    person_clear(&r->other);
    pgy_store_close(&r->store);
    pgy_fd_close(&r->state_fd);
    pgy_arena_free(&r->arena);
    fixture_clear(&r->parser);
    snprintf(command, sizeof command, "rm -rf '%s'", r->dir);
    int rc = system(command);
    free(r);
    return rc;
}

/* What is ready is handled. */
static inline void turn(struct room *r)
{
    for (int i = 0; i < 4; i++)
        core_loop_turn(r->loop, false);
}

static inline void comes(struct room *r, struct asker *a)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s/control", r->dir);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
    *a = (struct asker){.status = -1, .text = PGY_BUF_INIT(64 * 1024 * 1024)};
    pgy_link_open(&a->link, fd, 64 * 1024 * 1024);
    turn(r);
}

static inline void leaves(struct room *r, struct asker *a)
{
    pgy_link_close(&a->link);
    json_decref(a->answer);
    a->answer = NULL;
    pgy_buf_free(&a->text);
    turn(r);
}

/* NULL ends the arguments. */
static inline void says(struct room *r, struct asker *a, const char *const *args)
{
    uint32_t n = 0;
    while (args[n])
        n++;
    pgy_link_hello(&a->link, "pgyctl");
    size_t mark = pgy_frame_begin(&a->link.out, PGY_X_REQUEST);
    pgy_put_u32(&a->link.out, n);
    for (uint32_t i = 0; i < n; i++)
        pgy_put_str(&a->link.out, args[i]);
    pgy_frame_end(&a->link.out, mark);
    assert_int_equal(pgy_link_flush(&a->link), 0);
    turn(r);
}
#define ASKS(r, a, ...)                                                                            \
    do {                                                                                           \
        comes(r, a);                                                                               \
        says(r, a, (const char *const[]){__VA_ARGS__, NULL});                                      \
    } while (0)

/* Reads what came. */
static inline void hears(struct room *r, struct asker *a)
{
    struct pgy_frame frame;
    int rc;
    do {
        turn(r);
        rc = pgy_link_read(&a->link);
        while (pgy_link_next(&a->link, &frame) == 0) {
            size_t len = 0;
            if (frame.type == PGY_X_CHUNK) {
                const void *bytes = pgy_get_bytes(&frame, &len);
                assert_int_equal(pgy_frame_done(&frame), 0);
                pgy_buf_add(&a->text, bytes, len);
            } else if (frame.type == PGY_X_ANSWER) {
                a->status = pgy_get_i64(&frame);
                pgy_buf_str(&a->text, pgy_get_str(&frame, r->arena));
                assert_int_equal(pgy_frame_done(&frame), 0);
                assert_null(a->answer); /* one answer, never two */
                a->answer = json_loads(pgy_buf_text(&a->text), 0, NULL);
                assert_non_null(a->answer);
            }
        }
    } while (rc == 0);
    if (rc != PGY_EAGAIN && a->status == -1)
        a->status = -2;
}

static inline const char *text_of(const struct asker *a, const char *key)
{
    const char *text = json_string_value(json_object_get(a->answer, key));
    return text ? text : "";
}

/* It was refused so. */
static inline void assert_refused(struct room *r, struct asker *a, int status, const char *sentence)
{
    hears(r, a);
    assert_int_equal(a->status, status);
    assert_string_equal(text_of(a, "error"), sentence);
}

static inline void assert_waits(struct room *r, struct asker *a)
{
    hears(r, a);
    assert_int_equal(a->status, -1);
}

static inline struct core_errand errand_of(struct room *r, enum core_errand_kind kind)
{
    struct core_errand errand;
    assert_true(core_desk_errand(r->desk, &errand));
    assert_int_equal(errand.kind, kind);
    return errand;
}

static inline void assert_no_errand(struct room *r)
{
    struct core_errand errand;
    assert_false(core_desk_errand(r->desk, &errand));
}

#endif
