/* SPDX-License-Identifier: BSD-2-Clause */
/* What becomes a message, for which places, and when: what time brings and what a new plan changes.
 * The line to the courier is test_post_courier.c's. Instants count from noon in New York. */
#include "post_fixture.h"

/* ---- what is due ---- */

static void each_place_that_wants_it(void **state)
{
    struct room *r = *state;
    use(r, &r->me,
        PHONE "[notify:desk]\ntype = log\nmin_severity = warn\n"
              "[notify:offers]\ntype = log\nplugins = offers\n");
    const struct pgy_due due[] = {step_of("offers/mercy", "-7d", noon, PGYD_INFO),
                                  step_of("networking/lee", "-3d", noon, PGYD_WARN)};
    owe(r, "me", due, 2);
    fire(r);
    assert_int_equal(count_rows(r), 3);
    const struct pgy_outbox_row *row = reminder(r, "offers", "offers/mercy");
    assert_non_null(row);
    assert_string_equal(row->profile, "me");
    assert_string_equal(row->target, "2026-12-10");
    assert_string_equal(row->step, "-7d");
    assert_int_equal(row->state, PGY_OUT_QUEUED);
    assert_int_equal(row->next_try, noon);
    assert_int_equal(row->expires, noon + DAY);
    assert_non_null(reminder(r, "desk", "networking/lee"));
    /* Both in one, the graver one first. */
    row = digest(r, "phone");
    assert_non_null(row);
    assert_non_null(strstr(row->payload, "\"text\":\"networking/lee: by Thu Dec 10 (5 days left); "
                                         "and 1 more\""));
    assert_non_null(strstr(row->payload, "- networking/lee: by Thu Dec 10 (5 days left)\\n"
                                         "- offers/mercy: by Thu Dec 10 (5 days left)\""));
    assert_int_equal(row->severity, PGYD_WARN);
}

static void never_twice(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    struct pgy_due due = step_of("offers/mercy", "-7d", noon, PGYD_INFO);
    owe_one(r, due);
    assert_int_equal(next(r), noon);
    fire(r);
    assert_int_equal(next(r), INT64_MAX);
    fire(r);
    assert_int_equal(count_rows(r), 1);
    owe_one(r, due); /* a pass that did not know yet that it fired */
    fire(r);
    assert_int_equal(count_rows(r), 1);
    due.target = "2026-12-11"; /* it moved: that is news */
    owe_one(r, due);
    fire(r);
    assert_int_equal(count_rows(r), 2);
}

/* A batch is one transaction; the next one begins where it ended. All are one message. */
static void more_than_a_batch(void **state)
{
    struct room *r = *state;
    struct pgy_due due[250];
    use(r, &r->me, PHONE);
    for (size_t i = 0; i < 250; i++)
        due[i] = step_of(pgy_arena_printf(r->arena, "offers/o%zu", i), "-7d", noon, PGYD_INFO);
    owe(r, "me", due, 250);
    fire(r);
    assert_int_equal(count_rows(r), 1);
    assert_non_null(strstr(digest(r, "phone")->payload, "; and 249 more\""));
    assert_non_null(strstr(digest(r, "phone")->payload, "\\n- and 245 more\""));
    assert_int_equal(next(r), INT64_MAX);
}

/* Also one that lies beyond the batch. */
static void the_later_step_says_it_all(void **state)
{
    struct room *r = *state;
    struct pgy_due due[122];
    use(r, &r->me, PHONE);
    due[0] = step_of("offers/mercy", "-7d", noon - 2 * HOUR, PGYD_INFO);
    due[1] = step_of("offers/mercy", "-3d", noon - HOUR, PGYD_WARN);
    for (size_t i = 2; i < 121; i++)
        due[i] = step_of(pgy_arena_printf(r->arena, "offers/o%zu", i), "-7d", noon - 60, PGYD_INFO);
    due[121] = step_of("offers/mercy", "-1d", noon, PGYD_CRITICAL);
    owe(r, "me", due, 122);
    fire(r);
    assert_int_equal(count_rows(r), 1);
    assert_non_null(strstr(digest(r, "phone")->payload, "; and 119 more\""));
    assert_non_null(strstr(digest(r, "phone")->payload, "\"step\":\"-1d\""));
    assert_null(strstr(digest(r, "phone")->payload, "\"step\":\"-3d\""));
    assert_int_equal(pgy_store_fired(r->store, "me", "offers/mercy", "2026-12-10", "-7d"), 1);
}

static void a_clock_that_jumped_holds_it(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    fire(r);
    fake_clock_set(noon + 3650LL * DAY);
    owe_one(r, step_of("offers/mercy", "-7d", noon + 3650LL * DAY, PGYD_INFO));
    fire(r);
    assert_int_equal(count_rows(r), 0);
    assert_int_equal(next(r), INT64_MAX);
    fake_clock_go(119);
    fire(r);
    assert_int_equal(count_rows(r), 0);
    fake_clock_go(1); /* two minutes: it was no slip */
    fire(r);
    assert_int_equal(count_rows(r), 1);
}

/* ---- who is not served yet ---- */

static void nobody_waits_for_them(void **state)
{
    struct room *r = *state;
    struct pgy_due due[150];
    use(r, &r->me, PHONE);
    for (size_t i = 0; i < 150; i++)
        due[i] =
            step_of(pgy_arena_printf(r->arena, "offers/o%zu", i), "-7d", noon - HOUR, PGYD_INFO);
    owe(r, "other", due, 150);
    const struct pgy_due mine[] = {step_of("offers/mercy", "-7d", noon, PGYD_INFO),
                                   step_of("offers/mercy", "-3d", noon + 60, PGYD_WARN)};
    owe(r, "me", mine, 2);
    assert_int_equal(next(r), noon - HOUR);
    fire(r);
    assert_int_equal(count_rows(r), 1);
    assert_non_null(reminder(r, "phone", "offers/mercy"));
    assert_int_equal(pgy_store_fired(r->store, "other", "offers/o0", "2026-12-10", "-7d"), 0);
    /* What is past waits for a job, not for the timer. */
    assert_int_equal(next(r), noon + 60);
    fake_clock_go(60);
    fire(r);
    assert_int_equal(count_rows(r), 2);
    assert_int_equal(next(r), INT64_MAX);
    use(r, &r->other, PHONE);
    fire(r);
    assert_int_equal(count_rows(r), 3);
    owe(r, "other", due + 149, 1);
    assert_int_equal(next(r), noon - HOUR); /* nobody waits any more */
}

/* In force is not enough while the calls that hold the message are unread. */
static void calls_must_be_known(void **state)
{
    struct room *r = *state;
    const struct pgy_shift call = {.start = noon - HOUR, .end = noon + HOUR};
    use(r, &r->me, "[quiet]\noncall = yes\n" PHONE);
    owe_one(r, step_of("offers/mercy", "-7d", noon, PGYD_INFO));
    fire(r);
    assert_int_equal(count_rows(r), 0);
    assert_int_equal(next(r), INT64_MAX);
    r->me.quiet.shifts = &call;
    r->me.quiet.nshifts = 1;
    r->me.shifts_known = true;
    fire(r);
    assert_int_equal(count_rows(r), 0);
    assert_int_equal(next(r), noon + HOUR);
    fake_clock_go(HOUR);
    fire(r);
    assert_int_equal(reminder(r, "phone", "offers/mercy")->next_try, noon + HOUR);
}

static void their_digest_waits_too(void **state)
{
    struct room *r = *state;
    const struct pgy_gathered row = {.due = step_of("offers/mercy", "-7d", noon, PGYD_INFO),
                                     .leaves = noon};
    use(r, &r->me, PHONE);
    assert_int_equal(pgy_store_gather(r->store, "other", &row), 0);
    assert_int_equal(pgy_store_gather(r->store, "me", &row), 0);
    fire(r);
    assert_int_equal(count_rows(r), 1);
    assert_string_equal(reminder(r, "phone", "offers/mercy")->profile, "me");
    assert_int_equal(next(r), INT64_MAX);
    use(r, &r->other, PHONE);
    fire(r);
    assert_int_equal(count_rows(r), 2);
}

/* ---- [quiet] ---- */

static void the_night_waits_for_seven(void **state)
{
    struct room *r = *state;
    const int64_t three = noon + 15 * HOUR;
    use(r, &r->me,
        "[quiet]\nhours = 22:00-07:00\n" PHONE "[notify:lamp]\ntype = log\nquiet = no\n");
    fake_clock_go(15 * HOUR);
    const struct pgy_due due[] = {step_of("offers/mercy", "-7d", three, PGYD_WARN),
                                  step_of("offers/lakeside", "0d", three, PGYD_CRITICAL)};
    owe(r, "me", due, 2);
    fire(r);
    assert_int_equal(reminder(r, "phone", "offers/lakeside")->next_try, three);
    assert_non_null(strstr(digest(r, "lamp")->payload, "offers/lakeside: by Thu Dec 10 (4 days "
                                                       "left); and 1 more"));
    assert_int_equal(next(r), three + 4 * HOUR);
    fake_clock_go(4 * HOUR);
    fire(r);
    assert_int_equal(reminder(r, "phone", "offers/mercy")->next_try, three + 4 * HOUR);
    assert_non_null(strstr(reminder(r, "phone", "offers/mercy")->payload, "\"late\":false"));
    assert_int_equal(next(r), INT64_MAX); /* no courier: nothing can leave */
}

#define AT_SIX "[quiet]\ndigest_at = 18:00\n"

static void the_digest_leaves_at_six(void **state)
{
    struct room *r = *state;
    use(r, &r->me, AT_SIX PHONE "[notify:desk]\ntype = log\nmin_severity = warn\n");
    const struct pgy_due due[] = {step_of("offers/mercy", "-7d", noon, PGYD_INFO),
                                  step_of("offers/lakeside", "-3d", noon, PGYD_WARN),
                                  step_of("networking/lee", "-7d", noon + HOUR, PGYD_INFO)};
    owe(r, "me", due, 3);
    fire(r);
    assert_int_equal(count_rows(r), 2); /* the warning, to both */
    assert_null(reminder(r, "phone", "offers/mercy"));
    assert_int_equal(next(r), noon + HOUR);
    fake_clock_go(HOUR);
    fire(r);
    assert_int_equal(next(r), noon + 6 * HOUR);
    fake_clock_go(5 * HOUR);
    fire(r);
    fire(r);
    assert_int_equal(count_rows(r), 3);
    const struct pgy_outbox_row *row = digest(r, "phone");
    assert_non_null(strstr(row->payload, "\"text\":\"offers/mercy: by Thu Dec 10 (5 days left); "
                                         "and 1 more\""));
    assert_int_equal(row->next_try, noon + 6 * HOUR);
    assert_int_equal(next(r), INT64_MAX);
}

static void tomorrows_wait_for_tomorrow(void **state)
{
    struct room *r = *state;
    const struct pgy_gathered rows[] = {
        {.due = step_of("offers/mercy", "-7d", noon, PGYD_INFO), .leaves = noon},
        {.due = step_of("offers/lakeside", "-7d", noon, PGYD_INFO), .leaves = noon + DAY}};
    use(r, &r->me, PHONE);
    assert_int_equal(pgy_store_gather(r->store, "me", &rows[0]), 0);
    assert_int_equal(pgy_store_gather(r->store, "me", &rows[1]), 0);
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/mercy"));
    assert_null(reminder(r, "phone", "offers/lakeside"));
    assert_int_equal(next(r), noon + DAY);
}

/* A message of its own says what the digest would have said. */
static void a_later_step_leaves_nothing_to_gather(void **state)
{
    struct room *r = *state;
    use(r, &r->me, AT_SIX PHONE);
    owe_one(r, step_of("offers/mercy", "-7d", noon, PGYD_INFO));
    fire(r);
    assert_int_equal(next(r), noon + 6 * HOUR);
    owe_one(r, step_of("offers/mercy", "-3d", noon, PGYD_WARN));
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/mercy"));
    assert_int_equal(next(r), INT64_MAX);
}

/* ---- too late ---- */

static void an_expired_message_is_told_of(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    struct pgy_due due[] = {step_of("offers/mercy", "0d", noon, PGYD_CRITICAL),
                            step_of("networking/lee", "0d", noon + 1, PGYD_CRITICAL)};
    due[0].expires = due[1].expires = noon + 100;
    due[1].kind = PGYD_REMINDER; /* what comes next tells of a nudge */
    owe(r, "me", due, 2);
    fire(r);
    fake_clock_go(1);
    fire(r);
    fake_clock_go(99);
    fire(r);
    assert_int_equal(reminder(r, "phone", "offers/mercy")->state, PGY_OUT_QUEUED);
    fake_clock_go(1);
    log_begin(r);
    fire(r);
    assert_non_null(strstr(log_end(r), "2 messages expired before they could be delivered"));
    assert_int_equal(reminder(r, "phone", "offers/mercy")->state, PGY_OUT_MISSED);
    assert_int_equal(reminder(r, "phone", "networking/lee")->state, PGY_OUT_MISSED);
    assert_int_equal(count_rows(r), 3);
    assert_non_null(strstr(digest(r, "phone")->payload,
                           "\"text\":\"Not told in time at phone: offers/mercy: by Thu Dec 10"));
    fire(r);
    assert_int_equal(count_rows(r), 3);
}

/* Of a message that told of several each deadline is told of, and no nudge. */
static void an_expired_digest_is_told_of(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    struct pgy_due due[] = {step_of("offers/mercy", "0d", noon, PGYD_CRITICAL),
                            step_of("offers/lakeside", "-1d", noon, PGYD_CRITICAL),
                            step_of("networking/lee", "0d", noon, PGYD_CRITICAL)};
    due[0].expires = due[1].expires = due[2].expires = noon + 100;
    due[2].kind = PGYD_REMINDER;
    owe(r, "me", due, 3);
    fire(r);
    assert_int_equal(digest(r, "phone")->expires, noon + 100);
    fake_clock_go(101);
    log_begin(r);
    fire(r);
    (void)log_end(r);
    struct pgy_outbox_row *rows;
    assert_int_equal(all_rows(r, &rows), 2);
    assert_int_equal(rows[1].state, PGY_OUT_MISSED);
    assert_non_null(strstr(rows[0].payload, "Not told in time at phone: offers/lakeside: by Thu"));
    assert_non_null(strstr(rows[0].payload, "- Not told in time at phone: offers/mercy: by Thu"));
    assert_null(strstr(rows[0].payload, "networking/lee"));
}

static void worthless_when_it_came_due(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    struct pgy_due due = step_of("offers/mercy", "0d", noon - 2 * HOUR, PGYD_CRITICAL);
    due.expires = noon - 1;
    owe_one(r, due);
    log_begin(r);
    fire(r);
    assert_non_null(strstr(log_end(r), "step 0d of 'offers/mercy' (me) came due while"));
    assert_int_equal(count_rows(r), 1);
    assert_non_null(strstr(digest(r, "phone")->payload,
                           "\"text\":\"Not told in time: offers/mercy: by Thu Dec 10"));
}

/* ---- a full disk ---- */

static void a_full_disk_spends_no_key(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    owe_one(r, step_of("offers/mercy", "-7d", noon, PGYD_INFO));
    set_full(true);
    log_begin(r);
    fire(r);
    fire(r);
    const char *said = log_end(r);
    set_full(false);
    const char *first = strstr(said, "firing reminders failed: no space left for");
    assert_non_null(first);
    assert_null(strstr(first + 1, "firing reminders failed")); /* said once */
    assert_non_null(strstr(r->health.degraded, "firing reminders failed"));
    assert_int_equal(count_rows(r), 0);
    assert_int_equal(next(r), noon); /* main makes a second of it */
    fire(r);
    assert_int_equal(count_rows(r), 1);
    assert_null(r->health.degraded);
}

static void a_full_disk_keeps_what_was_gathered(void **state)
{
    struct room *r = *state;
    use(r, &r->me, AT_SIX PHONE);
    owe_one(r, step_of("offers/mercy", "-7d", noon, PGYD_INFO));
    fire(r);
    fake_clock_go(6 * HOUR);
    set_full(true);
    log_begin(r);
    fire(r);
    const char *said = log_end(r);
    set_full(false);
    assert_non_null(strstr(said, "sending a digest failed: no space left"));
    assert_int_equal(count_rows(r), 0);
    assert_int_equal(next(r), noon + 6 * HOUR);
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/mercy"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        POST_TEST(each_place_that_wants_it),
        POST_TEST(never_twice),
        POST_TEST(more_than_a_batch),
        POST_TEST(the_later_step_says_it_all),
        POST_TEST(a_clock_that_jumped_holds_it),
        POST_TEST(nobody_waits_for_them),
        POST_TEST(calls_must_be_known),
        POST_TEST(their_digest_waits_too),
        POST_TEST(the_night_waits_for_seven),
        POST_TEST(the_digest_leaves_at_six),
        POST_TEST(tomorrows_wait_for_tomorrow),
        POST_TEST(a_later_step_leaves_nothing_to_gather),
        POST_TEST(an_expired_message_is_told_of),
        POST_TEST(an_expired_digest_is_told_of),
        POST_TEST(worthless_when_it_came_due),
        POST_TEST(a_full_disk_spends_no_key),
        POST_TEST(a_full_disk_keeps_what_was_gathered),
    };
    return cmocka_run_group_tests_name("core_post", tests, NULL, NULL);
}
