/* SPDX-License-Identifier: BSD-2-Clause */
/* The links desk with a real store and loop, a roll made by hand and a clock that the test moves;
 * web is the test's to play. */
#ifndef PGY_TESTS_LINKS_FIXTURE_H
#define PGY_TESTS_LINKS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../config_fixture.h"
#include "fake_clock.h"

#include "base/file.h"
#include "core/links/links.h"

#include <stdio.h>
#include <unistd.h>

/* 2026-12-05T12:00:00Z, by date -u -d. */
#define NOON INT64_C(1796472000)

/* The key is the bytes 0 to 31. By Python's hmac and hashlib, from what store/token.h says: the
 * token is the URL-safe base64 of HMAC-SHA256(key, profile NUL name NUL generation as four bytes,
 * the lowest first), the list has the SHA-256 of its text. */
#define ME_0 "Yes3hEdX44k2Lg_VGCSaEz30AdHEU7SUuVgFTXccBi4" /* me, calendar, 0 */
#define ME_0_HASH "0565ea06d484564e37cb321c59d109a651de422258fdf8f58207c284d05fc19b"
#define ME_1 "QQm3dn1yEl-Ooj83nTzlERkZlmzP2AuVvcince-jW28" /* me, calendar, 1 */
#define ME_1_HASH "2ee08b7bb0ecb3fc37d187da68ca76c19749cd46c0df47b0e32325558f08646c"
#define PHONE_3_HASH "9cf0afa8c4028a48b576f701dd52c3df990ba0d378e642e9e54ae570ec54afa4"
#define ANN_0_HASH "d6c314ea334a707c98027d19e6c2a64acfa951da5a41bf25ed7b1910e717786a"

#define ME_LINE ME_0_HASH " me/all.generic\n"
#define ANN_LINE ANN_0_HASH " ann/milestones.quiet\n"

struct room {
    struct fixture config; /* whose parse makes [serve] */
    char dir[64];
    struct pgy_store *store;
    int feeds_fd;
    unsigned char key[32];
    struct core_person me, ann;
    struct core_roll roll;
    struct core_loop *loop;
    int after; /* callbacks that were over */
    struct core_links *links;
    struct pgy_link web; /* the other end */
};

static inline void count(void *arg)
{
    ((struct room *)arg)->after++;
}

static inline void serve(struct room *r, const char *serve)
{
    char text[512];
    snprintf(text, sizeof text, PERSON "[serve]\n%s", serve);
    assert_int_equal(parse(&r->config, text), 0);
    r->roll.daemon = r->config.config;
}

static inline int room_setup(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    const char *why;
    assert_non_null(r);
    fake_clock_start(NOON);
    fixture_init(&r->config, declared, 2);
    strcpy(r->dir, "/tmp/pgy-links-XXXXXX");
    assert_non_null(mkdtemp(r->dir));
    assert_int_equal(pgy_store_open(r->dir, r->config.arena, &r->store, &why), 0);
    int dir PGY_FD_CLEANUP = pgy_dir_open(r->dir, 0700);
    r->feeds_fd = pgy_dir_open_at(dir, "feeds", 0700);
    assert_true(r->feeds_fd >= 0);
    for (unsigned i = 0; i < sizeof r->key; i++)
        r->key[i] = (unsigned char)i;
    static char me[] = "me", ann[] = "ann";
    r->ann = (struct core_person){.id = ann, .born = 2};
    r->me = (struct core_person){.id = me, .born = 1, .next = &r->ann};
    r->roll = (struct core_roll){.first = &r->me, .n = 2};
    serve(r, "");
    r->loop = core_loop_new(count, r);
    assert_non_null(r->loop);
    struct core_links_setup setup = {.loop = r->loop,
                                     .store = r->store,
                                     .roll = &r->roll,
                                     .feeds_fd = r->feeds_fd,
                                     .key = r->key};
    assert_int_equal(core_links_open(&setup, &r->links), 0);
    r->web.fd = -1;
    *state = r;
    return 0;
}

static inline int room_teardown(void **state)
{
    struct room *r = *state;
    char command[128];
    pgy_link_close(&r->web);
    core_links_free(&r->links);
    core_loop_free(&r->loop);
    pgy_store_close(&r->store);
    pgy_fd_close(&r->feeds_fd);
    fixture_clear(&r->config);
    snprintf(command, sizeof command, "rm -rf '%s'", r->dir);
    int rc = system(command);
    free(r);
    return rc;
}

static inline void turn(const struct room *r)
{
    for (int i = 0; i < 10; i++)
        core_loop_turn(r->loop, false);
}

static const struct pgy_subscription calendar = {
    .profile = "me", .name = "calendar", .feed = "all", .style = "generic", .created = NOON};
static const struct pgy_subscription anns = {
    .profile = "ann", .name = "calendar", .feed = "milestones", .style = "quiet", .created = NOON};

static inline void put(const struct room *r, const struct pgy_subscription *subscription)
{
    const char *why = "";
    assert_int_equal(core_links_put(r->links, subscription, &why), 0);
    assert_int_equal(core_links_publish(r->links, &why), 0);
    assert_string_equal(why, "");
}

static inline size_t stored(const struct room *r, const char *profile,
                            struct pgy_subscription **list)
{
    size_t n;
    assert_int_equal(pgy_store_subscriptions(r->store, profile, r->config.arena, list, &n), 0);
    return n;
}

#define ROOM(test) cmocka_unit_test_setup_teardown(test, room_setup, room_teardown)

#endif
