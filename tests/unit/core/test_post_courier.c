/* SPDX-License-Identifier: BSD-2-Clause */
/* The line to the courier, outward: what it is given and when, and what cannot be handed over. The
 * other end of the socket speaks the real frames. */
#include "post_fixture.h"

#include "base/file.h"

/* ---- out ---- */

static void nothing_before_it_is_known_what_it_has(void **state)
{
    struct room *r = *state;
    int64_t id = queue_one(r);
    deliver(r);
    assert_int_equal(next(r), INT64_MAX);
    greet(r);
    assert_false(core_post_connected(r->post));
    assert_false(core_post_pressing(r->post));
    assert_int_equal(next(r), INT64_MAX);
    assert_silent(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_QUEUED);
    say_inflight(r, NULL, 0);
    assert_int_equal(pgy_link_flush(&r->courier), 0);
    core_loop_turn(r->loop, false);
    /* It came; what it means is not written yet. */
    assert_true(core_post_pressing(r->post));
    assert_int_equal(next(r), noon);
    assert_false(core_post_connected(r->post));
    deliver(r);
    assert_true(core_post_connected(r->post));
    assert_false(core_post_pressing(r->post));
    assert_int_equal(next_sent(r).row, id);
    assert_silent(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_CLAIMED);
    assert_int_equal(next(r), INT64_MAX);
}

static void all_it_has_to_know(void **state)
{
    struct room *r = *state;
    use(r, &r->me,
        "[notify:phone]\ntype = ntfy\nurl = https://ntfy.example/me\nsecret = tk_1\n"
        "detail = title\nallow_private = 10.0.0.0/8\n");
    owe_one(r, step_of("offers/mercy", "-7d", noon, PGYD_WARN));
    fire(r);
    greet_ready(r);
    const struct sent s = next_sent(r);
    const struct pgy_outbox_row *row = mercy(r);
    assert_int_equal(s.row, row->id);
    assert_int_equal(s.attempt, 1);
    assert_string_equal(s.profile, "me");
    assert_string_equal(s.endpoint, "phone");
    assert_string_equal(s.type, "ntfy");
    assert_string_equal(s.url, "https://ntfy.example/me");
    assert_string_equal(s.secrets, "tk_1");
    assert_string_equal(s.ca_file, "");
    assert_int_equal(s.nallow, 1);
    assert_string_equal(s.allow, "10.0.0.0/8");
    assert_int_equal(s.detail, 1);
    assert_string_equal(s.message, row->message);
    assert_string_equal(s.what, "reminder.due");
    assert_int_equal(s.created, noon);
    assert_int_equal(s.expires, noon + DAY);
    assert_int_equal(s.severity, PGYD_WARN);
    assert_string_equal(s.payload, row->payload);
}

/* The disk is full when the claim is committed: not a byte may have left. */
static void only_what_is_on_the_disk_leaves(void **state)
{
    struct room *r = *state;
    int64_t id = queue_one(r);
    greet(r);
    say_inflight(r, NULL, 0);
    assert_int_equal(pgy_link_flush(&r->courier), 0);
    core_loop_turn(r->loop, false);
    set_full(true);
    log_begin(r);
    deliver(r);
    const char *said = log_end(r);
    set_full(false);
    assert_non_null(
        strstr(said, "writing what was delivered and what is sent failed: no space left for"));
    assert_non_null(r->health.degraded);
    assert_silent(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_QUEUED);
    assert_false(core_post_connected(r->post));
    assert_true(core_post_pressing(r->post)); /* its list is kept */
    deliver(r);
    const struct sent s = next_sent(r);
    assert_int_equal(s.row, id);
    assert_int_equal(s.attempt, 1);
    assert_silent(r);
}

static void nothing_leaves_by_a_wrong_clock(void **state)
{
    struct room *r = *state;
    int64_t id = send_one(r);
    fake_clock_set(noon + 3650LL * DAY);
    struct pgy_due due = step_of("offers/lakeside", "-7d", noon, PGYD_INFO);
    const struct pgy_outbox_row row = {.profile = "me",
                                       .endpoint = "phone",
                                       .message = "m",
                                       .item = due.item,
                                       .type = "reminder.due",
                                       .payload = "{}",
                                       .created = noon,
                                       .expires = noon + 7300LL * DAY,
                                       .next_try = noon};
    int64_t second;
    assert_int_equal(pgy_store_outbox_add(r->store, &row, &second), 0);
    deliver(r);
    assert_silent(r);
    assert_int_equal(next(r), INT64_MAX);
    /* What happened is written down whatever the clock says. */
    say_result(r, id, 1, PGY_DELIVERED, 200, NULL);
    arrives(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_SENT);
    assert_seen(r, 1);
    assert_silent(r);
    fake_clock_go(120);
    deliver(r);
    assert_int_equal(next_sent(r).row, second);
}

/* Two at once to one that was never heard of; the rest when these are over. */
static void two_at_once(void **state)
{
    struct room *r = *state;
    struct pgy_due due[5];
    use(r, &r->me, PHONE);
    for (size_t i = 0; i < 5; i++)
        due[i] = step_of(pgy_arena_printf(r->arena, "offers/o%zu", i), "-7d", noon, PGYD_INFO);
    fire_apart(r, due, 5);
    greet_ready(r);
    int64_t first = next_sent(r).row;
    next_sent(r);
    assert_silent(r);
    say_result(r, first, 1, PGY_DELIVERED, 200, NULL);
    arrives(r);
    assert_seen(r, 1); /* before what was claimed knowing it */
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(next_sent(r).attempt, 1);
    assert_silent(r);
}

/* ---- what cannot be handed over ---- */

static void a_place_that_is_gone(void **state)
{
    struct room *r = *state;
    queue_one(r);
    use(r, &r->me,
        "[notify:mobile]\ntype = log\n[notify:pager]\ntype = log\nmin_severity = warn\n");
    greet_ready(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_CANCELLED);
    assert_string_equal(mercy(r)->last_error, PGY_OUTBOX_GONE);
    assert_non_null(reminder(r, "mobile", "offers/mercy"));
    assert_null(reminder(r, "pager", "offers/mercy"));
    deliver(r);
    assert_string_equal(next_sent(r).endpoint, "mobile");
    assert_silent(r);
}

static void a_person_who_is_out(void **state)
{
    struct room *r = *state;
    int64_t id = queue_one(r);
    pgy_config_free(&r->me.config);
    greet_ready(r);
    assert_silent(r);
    assert_int_equal(mercy(r)->state, PGY_OUT_QUEUED);
    assert_int_equal(mercy(r)->attempts - mercy(r)->spared, 0);
    assert_int_equal(next(r), noon + 600);
    use(r, &r->me, PHONE);
    fake_clock_go(600);
    deliver(r);
    assert_int_equal(next_sent(r).row, id);
}

static void secrets_are_read_anew(void **state)
{
    struct room *r = *state;
    const char *file = pgy_arena_printf(r->arena, "%s/secret", r->dir);
    assert_int_equal(pgy_file_replace(file, "one\ntwo\n", 8, 0600), 0);
    use(r, &r->me,
        pgy_arena_printf(r->arena,
                         "[notify:phone]\ntype = webhook\nurl = https://a.example/\n"
                         "secret_file = %s\n",
                         file));
    owe_one(r, step_of("offers/mercy", "-7d", noon, PGYD_INFO));
    fire(r);
    assert_int_equal(unlink(file), 0);
    log_begin(r);
    greet_ready(r);
    assert_non_null(strstr(log_end(r), "notify:phone.secret_file cannot be read"));
    assert_silent(r);
    assert_int_equal(next(r), noon + 300);
    assert_non_null(strstr(mercy(r)->last_error, "secret_file cannot be read"));
    assert_int_equal(pgy_file_replace(file, "one\ntwo\n", 8, 0600), 0);
    fake_clock_go(300);
    deliver(r);
    assert_string_equal(next_sent(r).secrets, "one two");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        POST_TEST(nothing_before_it_is_known_what_it_has),
        POST_TEST(all_it_has_to_know),
        POST_TEST(only_what_is_on_the_disk_leaves),
        POST_TEST(nothing_leaves_by_a_wrong_clock),
        POST_TEST(two_at_once),
        POST_TEST(a_place_that_is_gone),
        POST_TEST(a_person_who_is_out),
        POST_TEST(secrets_are_read_anew),
    };
    return cmocka_run_group_tests_name("core_post_courier", tests, NULL, NULL);
}
