/* SPDX-License-Identifier: BSD-2-Clause */
/* The links desk and its line to web, which the test plays with real frames. */
#include "pgy-build.h"

#include "links_fixture.h"

#include "base/wire.h"

#include <fcntl.h>

static void hang_up(struct room *r)
{
    pgy_link_close(&r->web);
    turn(r);
}

static void connect_web(struct room *r)
{
    int fds[2];
    assert_int_equal(pgy_link_pair(fds), 0);
    core_links_web(r->links, fds[0]);
    pgy_link_close(&r->web);
    pgy_link_open(&r->web, fds[1], PGY_LINK_MAX);
}

static void send_now(struct room *r)
{
    assert_int_equal(pgy_link_flush(&r->web), 0);
    turn(r);
}

static void greet(struct room *r)
{
    pgy_link_hello(&r->web, "pgyd-web");
    send_now(r);
}

/* A hello with these versions. */
static void greet_as(struct room *r, uint32_t frames, const char *package)
{
    size_t mark = pgy_frame_begin(&r->web.out, PGY_FRAME_HELLO);
    pgy_put_u32(&r->web.out, frames);
    pgy_put_str(&r->web.out, "pgyd-web");
    pgy_put_str(&r->web.out, package);
    pgy_frame_end(&r->web.out, mark);
    send_now(r);
}

static void put_hash(struct room *r, const char *hex, size_t len)
{
    unsigned char hash[64] = {0};
    for (size_t i = 0; i < 32 && i < len; i++) {
        unsigned byte;
        assert_int_equal(sscanf(hex + 2 * i, "%2x", &byte), 1);
        hash[i] = (unsigned char)byte;
    }
    pgy_put_bytes(&r->web.out, hash, len);
}

static void fetched(struct room *r, const char *hex, int64_t when, const char *client)
{
    size_t mark = pgy_frame_begin(&r->web.out, PGY_W2C_FETCHED);
    put_hash(r, hex, 32);
    pgy_put_i64(&r->web.out, when);
    pgy_put_str(&r->web.out, client);
    pgy_frame_end(&r->web.out, mark);
    send_now(r);
}

static void assert_fetch(const struct room *r, const char *profile, int64_t when,
                         const char *client)
{
    struct pgy_subscription *list;
    assert_int_equal(stored(r, profile, &list), 1);
    assert_int_equal(list[0].last_fetch, when);
    if (client)
        assert_string_equal(list[0].last_client, client);
    else
        assert_null(list[0].last_client);
}

static void test_fetched(void **state)
{
    struct room *r = *state;
    put(r, &anns);
    put(r, &calendar);
    connect_web(r);
    greet(r);
    fetched(r, ME_0_HASH, NOON + 7, "Mozilla/5.0");
    assert_fetch(r, "me", NOON + 7, "Mozilla/5.0");
    assert_fetch(r, "ann", 0, NULL);
    fetched(r, ANN_0_HASH, NOON + 9, NULL);
    assert_fetch(r, "ann", NOON + 9, "");
    fetched(r, PHONE_3_HASH, NOON + 11, "nobody's");
    fetched(r, ME_0_HASH, NOON + 1, "iOS/26.0"); /* late news: the newest time stands */
    assert_fetch(r, "me", NOON + 7, "iOS/26.0");
    assert_fetch(r, "ann", NOON + 9, "");
}

static void test_desk_greets(void **state)
{
    struct room *r = *state;
    struct pgy_frame frame;
    connect_web(r);
    assert_int_equal(pgy_link_wait(&r->web, 10000, &frame), 0);
    assert_int_equal(pgy_link_check_hello(&frame), 0);
    assert_int_equal(pgy_link_next(&r->web, &frame), PGY_EAGAIN);
}

static void test_other_version(void **state)
{
    struct room *r = *state;
    put(r, &calendar);
    connect_web(r);
    fetched(r, ME_0_HASH, NOON, "before its hello");
    greet_as(r, PGY_FRAME_VERSION + 1, PACKAGE_VERSION);
    fetched(r, ME_0_HASH, NOON, "other frames");
    greet_as(r, PGY_FRAME_VERSION, PACKAGE_VERSION "-1");
    fetched(r, ME_0_HASH, NOON, "other package");
    assert_fetch(r, "me", 0, NULL);
    greet_as(r, PGY_FRAME_VERSION, PACKAGE_VERSION);
    fetched(r, ME_0_HASH, NOON, "ours");
    assert_fetch(r, "me", NOON, "ours");
    /* Another web has to say so itself. */
    connect_web(r);
    fetched(r, ME_0_HASH, NOON + 1, "its heir");
    assert_fetch(r, "me", NOON, "ours");
}

/* The time's first byte is the last one of the hash: what reads on after 31 bytes finds it whole.
 */
#define LURE ((NOON & ~INT64_C(0xff)) + 0x19b)

/* One wrong thing a frame; the one after it is read. */
static void test_broken_frames(void **state)
{
    struct room *r = *state;
    static const struct {
        size_t hash;
        bool when, client, more;
    } wrong[] = {
        {31, true, true, false},   {33, true, true, false},  {0, true, true, false},
        {32, false, false, false}, {32, true, false, false}, {32, true, true, true},
    };
    put(r, &calendar);
    connect_web(r);
    greet(r);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        size_t mark = pgy_frame_begin(&r->web.out, PGY_W2C_FETCHED);
        put_hash(r, ME_0_HASH, wrong[i].hash);
        if (wrong[i].when)
            pgy_put_i64(&r->web.out, LURE);
        if (wrong[i].client)
            pgy_put_str(&r->web.out, "broken");
        if (wrong[i].more)
            pgy_put_u8(&r->web.out, 0);
        pgy_frame_end(&r->web.out, mark);
        fetched(r, ME_0_HASH, NOON + (int64_t)i, "whole");
        assert_fetch(r, "me", NOON + (int64_t)i, "whole");
    }
    fetched(r, ME_0_HASH, NOON + 50, "not UTF-8: \xff");
    assert_fetch(r, "me", NOON + 5, "whole");
}

/* A frame that announces more than any frame may have: nothing after it is believed, and a new web
 * starts afresh. */
static void test_oversized_frame(void **state)
{
    struct room *r = *state;
    put(r, &calendar);
    connect_web(r);
    greet(r);
    pgy_put_u32(&r->web.out, PGY_FRAME_MAX + 1);
    fetched(r, ME_0_HASH, NOON, "too much");
    fetched(r, ME_0_HASH, NOON, "after it");
    assert_fetch(r, "me", 0, NULL);
    connect_web(r);
    greet(r);
    fetched(r, ME_0_HASH, NOON + 1, "heir");
    assert_fetch(r, "me", NOON + 1, "heir");
}

/* In two parts: believed once it is whole. */
static void test_cut_frame(void **state)
{
    struct room *r = *state;
    put(r, &calendar);
    connect_web(r);
    greet(r);
    size_t mark = pgy_frame_begin(&r->web.out, PGY_W2C_FETCHED);
    put_hash(r, ME_0_HASH, 32);
    pgy_put_i64(&r->web.out, NOON);
    pgy_put_str(&r->web.out, "slow");
    pgy_frame_end(&r->web.out, mark);
    char last = r->web.out.data[--r->web.out.len];
    send_now(r);
    assert_fetch(r, "me", 0, NULL);
    pgy_buf_char(&r->web.out, last);
    send_now(r);
    assert_fetch(r, "me", NOON, "slow");
    /* The last half never comes. */
    mark = pgy_frame_begin(&r->web.out, PGY_W2C_FETCHED);
    put_hash(r, ME_0_HASH, 32);
    pgy_put_i64(&r->web.out, NOON + 1);
    pgy_frame_end(&r->web.out, mark);
    r->web.out.len--;
    send_now(r);
    hang_up(r);
    assert_fetch(r, "me", NOON, "slow");
}

/* The next frame has come; false: none is there. */
static bool next_frame(struct room *r, struct pgy_frame *frame)
{
    for (int i = 0; i < 1000; i++) {
        if (pgy_link_next(&r->web, frame) == 0)
            return true;
        int rc = pgy_link_read(&r->web);
        if (rc != 0 && rc != PGY_EAGAIN)
            return false;
        turn(r);
    }
    return false;
}

static void assert_metrics(struct room *r, const char *text)
{
    struct pgy_frame frame;
    assert_true(next_frame(r, &frame));
    assert_int_equal(frame.type, PGY_C2W_METRICS);
    assert_string_equal(pgy_get_str(&frame, r->config.arena), text);
    assert_int_equal(pgy_frame_done(&frame), 0);
}

static void test_metrics(void **state)
{
    struct room *r = *state;
    struct pgy_frame frame;
    serve(r, "metrics_listen = 127.0.0.1:9000\n");
    core_links_metrics(r->links, "nobody is there\n");
    connect_web(r);
    assert_true(next_frame(r, &frame)); /* its hello */
    core_links_metrics(r->links, "it said nothing yet\n");
    greet(r);
    core_links_metrics(r->links, "pgyd_profiles 1\n");
    assert_metrics(r, "pgyd_profiles 1\n");
    serve(r, "");
    core_links_metrics(r->links, "nobody asks for it\n");
    serve(r, "metrics_listen = 127.0.0.1:9000\n");
    core_links_metrics(r->links, "pgyd_profiles 2\n");
    assert_metrics(r, "pgyd_profiles 2\n");
    hang_up(r);
    core_links_metrics(r->links, "it went\n");
    connect_web(r);
    assert_true(next_frame(r, &frame));
    assert_int_equal(frame.type, PGY_FRAME_HELLO);
    assert_int_equal(pgy_link_next(&r->web, &frame), PGY_EAGAIN);
}

/* A web that does not read for a while gets everything later, without another call. */
static void test_slow_web(void **state)
{
    struct room *r = *state;
    enum { EACH = 60000, N = 20 };
    struct pgy_frame frame;
    char *text = pgy_arena_alloc(r->config.arena, EACH + 1);
    memset(text, 'x', EACH);
    serve(r, "metrics_listen = 127.0.0.1:9000\n");
    connect_web(r);
    greet(r);
    for (int i = 0; i < N; i++)
        core_links_metrics(r->links, text);
    turn(r);
    assert_true(next_frame(r, &frame));
    for (int i = 0; i < N; i++)
        assert_metrics(r, text);
}

/* The old line is closed when a new one comes, and when web goes. */
static void test_lines_are_closed(void **state)
{
    struct room *r = *state;
    int fds[2];
    char byte;
    assert_int_equal(pgy_link_pair(fds), 0);
    core_links_web(r->links, fds[0]);
    connect_web(r);
    char hello[256];
    assert_true(read(fds[1], hello, sizeof hello) > 0);
    assert_int_equal(read(fds[1], &byte, 1), 0);
    close(fds[1]);
    int mine;
    assert_int_equal(pgy_link_pair(fds), 0);
    mine = fds[0];
    core_links_web(r->links, mine);
    close(fds[1]);
    turn(r);
    assert_int_equal(fcntl(mine, F_GETFD), -1);
    int after = r->after;
    turn(r);
    assert_int_equal(r->after, after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM(test_fetched),       ROOM(test_desk_greets),     ROOM(test_other_version),
        ROOM(test_broken_frames), ROOM(test_oversized_frame), ROOM(test_cut_frame),
        ROOM(test_metrics),       ROOM(test_slow_web),        ROOM(test_lines_are_closed),
    };
    return cmocka_run_group_tests_name("links-web", tests, NULL, NULL);
}
