/* SPDX-License-Identifier: BSD-2-Clause */
/* The line to the courier, inward: what becomes of its results, and of what one that died had. */
#include "post_fixture.h"

static enum pgy_outbox_state state_of(struct room *r, int64_t id)
{
    struct pgy_outbox_row row;
    assert_int_equal(pgy_store_outbox_get(r->store, id, r->arena, &row), 0);
    return row.state;
}

/* ---- back ---- */

static void delivered(void **state)
{
    struct room *r = *state;
    int64_t id = send_one(r);
    fake_clock_go(2);
    say_result(r, id, 1, PGY_DELIVERED, 200, NULL);
    arrives(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_SENT);
    assert_int_equal(mercy(r)->last_code, 200);
    assert_int_equal(mercy(r)->finished, noon + 2);
    assert_int_equal(endpoint_of(r, "phone").last_delivered, noon + 2);
    assert_int_equal(next(r), INT64_MAX);
}

static void tried_again(void **state)
{
    struct room *r = *state;
    int64_t id = send_one(r);
    say_result(r, id, 1, PGY_TRANSIENT, 503, "503 Service Unavailable");
    arrives(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_QUEUED);
    assert_in_range(mercy(r)->next_try, noon + 4, noon + 6); /* 5 s, a fifth more or less */
    assert_int_equal(next(r), mercy(r)->next_try);
    assert_int_equal(endpoint_of(r, "phone").failures, 1);
    assert_seen(r, 1);
    fake_clock_go(6);
    deliver(r);
    assert_int_equal(next_sent(r).attempt, 2);
    /* The answer to the first attempt, once more: nobody listens. */
    say_result(r, id, 1, PGY_DELIVERED, 200, NULL);
    arrives(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_CLAIMED);
    say_result(r, id, 2, PGY_DELIVERED, 200, NULL);
    arrives(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_SENT);
    assert_int_equal(endpoint_of(r, "phone").failures, 0);
}

static void refused_for_good(void **state)
{
    struct room *r = *state;
    int64_t id = send_one(r);
    use(r, &r->me, PHONE "[notify:desk]\ntype = log\n");
    say_result(r, id, 1, PGY_ENDPOINT_FATAL, 410, "410 Gone");
    log_begin(r);
    arrives(r);
    assert_non_null(
        strstr(log_end(r), "notify:phone of 'me' is paused until you change it or retry: 410"));
    assert_int_equal(mercy(r)->state, PGY_OUT_QUEUED); /* kept */
    assert_int_equal(endpoint_of(r, "phone").paused_until, INT64_MAX);
    const struct pgy_outbox_row *told = row_of(r, "desk", "endpoint.paused", "");
    assert_non_null(strstr(told->payload, "pgyd cannot deliver to [notify:phone]: 410 Gone"));
    assert_seen(r, 1);
    assert_string_equal(next_sent(r).endpoint, "desk");
    assert_silent(r); /* nothing for the phone, not even the notice */
    assert_int_equal(next(r), INT64_MAX);
}

static void given_up(void **state)
{
    struct room *r = *state;
    int64_t id = send_one(r);
    fake_clock_go(DAY);
    say_result(r, id, 1, PGY_TRANSIENT, 0, "timed out");
    log_begin(r);
    arrives(r);
    assert_non_null(strstr(log_end(r), "to notify:phone was given up: timed out"));
    assert_int_equal(mercy(r)->state, PGY_OUT_MISSED);
    assert_int_equal(next(r), noon + DAY); /* the digest that tells of it */
    fire(r);
    assert_non_null(strstr(digest(r, "phone")->payload, "Not told in time at phone: offers/mercy"));
}

/* Kept until they are on the disk, also when their courier is gone by then. */
static void a_full_disk_loses_no_result(void **state)
{
    struct room *r = *state;
    int64_t id = send_one(r);
    say_result(r, id, 1, PGY_DELIVERED, 200, NULL);
    set_full(true);
    log_begin(r);
    arrives(r);
    const char *said = log_end(r);
    set_full(false);
    assert_non_null(strstr(said, "writing what was delivered and what is sent failed"));
    assert_int_equal(mercy(r)->state, PGY_OUT_CLAIMED);
    assert_true(core_post_pressing(r->post));
    assert_int_equal(next(r), noon);
    assert_silent(r); /* and it is not said to be written */
    pgy_link_close(&r->courier);
    core_loop_turn(r->loop, false);
    assert_false(core_post_connected(r->post));
    deliver(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_SENT);
    assert_false(core_post_pressing(r->post));
}

/* ---- another courier ---- */

static void takes_back_what_the_old_one_had(void **state)
{
    struct room *r = *state;
    struct pgy_due due[] = {step_of("offers/mercy", "-7d", noon, PGYD_INFO),
                            step_of("offers/lakeside", "-7d", noon, PGYD_INFO)};
    use(r, &r->me, PHONE);
    fire_apart(r, due, 2);
    greet_ready(r);
    int64_t kept = next_sent(r).row, lost = next_sent(r).row;
    pgy_link_close(&r->courier);
    core_loop_turn(r->loop, false);
    assert_false(core_post_connected(r->post));
    deliver(r);
    assert_int_equal(next(r), INT64_MAX);
    greet(r);
    assert_silent(r);
    say_inflight(r, &kept, 1);
    arrives(r);
    const struct sent s = next_sent(r);
    assert_int_equal(s.row, lost);
    assert_int_equal(s.attempt, 2);
    assert_silent(r);
    say_result(r, kept, 1, PGY_DELIVERED, 200, NULL);
    say_result(r, lost, 1, PGY_TRANSIENT, 0, "the old one's");
    arrives(r);
    assert_seen(r, 2);
    assert_silent(r);
    assert_int_equal(state_of(r, kept), PGY_OUT_SENT);
    assert_int_equal(state_of(r, lost), PGY_OUT_CLAIMED);
}

/* The parent replaces the line while the old one still stands. */
static void a_new_line_ends_the_old(void **state)
{
    struct room *r = *state;
    int fds[2];
    int64_t id = send_one(r);
    struct pgy_link old = r->courier;
    struct pgy_frame frame;
    r->courier.fd = -1;
    r->courier.in = r->courier.out = (struct pgy_buf){0};
    assert_int_equal(pgy_link_pair(fds), 0);
    core_post_courier(r->post, fds[0]);
    assert_false(core_post_connected(r->post));
    assert_int_equal(pgy_link_read(&old), PGY_ECLOSED);
    assert_int_equal(pgy_link_next(&old, &frame), PGY_EAGAIN);
    pgy_link_close(&old);
    pgy_link_open(&r->courier, fds[1], PGY_LINK_MAX);
    pgy_link_hello(&r->courier, "pgyd-courier");
    say_inflight(r, NULL, 0);
    arrives(r);
    const struct sent s = next_sent(r);
    assert_int_equal(s.row, id);
    assert_int_equal(s.attempt, 2);
}

static void nonsense(void **state)
{
    struct room *r = *state;
    int64_t id = send_one(r);
    say_result(r, id, 1, PGY_RETURNED + 1, 0, NULL);
    say_result(r, id, 1, PGY_DELIVERED, 1000, NULL);
    size_t mark = pgy_frame_begin(&r->courier.out, PGY_C_INFLIGHT);
    pgy_put_u32(&r->courier.out, 1000000);
    pgy_frame_end(&r->courier.out, mark);
    log_begin(r);
    arrives(r);
    const char *said = log_end(r);
    assert_non_null(strstr(said, "the courier sent a result that makes no sense; ignored"));
    assert_non_null(strstr(said, "list of messages under way makes no sense; ignored"));
    assert_int_equal(mercy(r)->state, PGY_OUT_CLAIMED);
    assert_false(core_post_pressing(r->post));
    assert_true(core_post_connected(r->post));
    assert_seen(r, 2); /* they came, and nothing more will become of them */
}

/* One of another version is not spoken with, nor one that does not introduce itself. */
static void strangers(void **state)
{
    struct room *r = *state;
    int fds[2];
    queue_one(r);
    assert_int_equal(pgy_link_pair(fds), 0);
    core_post_courier(r->post, fds[0]);
    pgy_link_open(&r->courier, fds[1], PGY_LINK_MAX);
    say_inflight(r, NULL, 0);
    arrives(r);
    assert_silent(r);
    size_t mark = pgy_frame_begin(&r->courier.out, PGY_FRAME_HELLO);
    pgy_put_u32(&r->courier.out, PGY_FRAME_VERSION + 1);
    pgy_put_str(&r->courier.out, "pgyd-courier");
    pgy_put_str(&r->courier.out, "99");
    pgy_frame_end(&r->courier.out, mark);
    say_inflight(r, NULL, 0);
    arrives(r);
    assert_silent(r);
    assert_false(core_post_connected(r->post));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        POST_TEST(delivered),
        POST_TEST(tried_again),
        POST_TEST(refused_for_good),
        POST_TEST(given_up),
        POST_TEST(a_full_disk_loses_no_result),
        POST_TEST(takes_back_what_the_old_one_had),
        POST_TEST(a_new_line_ends_the_old),
        POST_TEST(nonsense),
        POST_TEST(strangers),
    };
    return cmocka_run_group_tests_name("core_post_results", tests, NULL, NULL);
}
