/* SPDX-License-Identifier: BSD-2-Clause */
/* The outbox and the digest follow a new plan; notices, test messages, and what is forgotten. */
#include "post_fixture.h"

/* A deadline on a day of December 2026; it is planned and open. */
static struct pgy_item item_on(const char *id, int day)
{
    return (struct pgy_item){.id = id,
                             .plugin = "offers",
                             .slug = id,
                             .kind = PGYD_DEADLINE,
                             .stakes = PGYD_COSTLY,
                             .title = id,
                             .start = 20788 + day, /* 2026-12-01 is day 20788 */
                             .end = 20788 + day,
                             .by = 20788 + day,
                             .start_minute = -1,
                             .end_minute = -1,
                             .state = PGY_FUTURE,
                             .snoozed_until = PGY_NO_DAY,
                             .done_on = PGY_NO_DAY,
                             .cancelled_on = PGY_NO_DAY};
}

static void follow_as(struct room *r, struct pgy_item *items, size_t n, bool first)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_timeline timeline = {.arena = arena,
                                          .profile = "me",
                                          .zone = "America/New_York",
                                          .today = 20792,
                                          .started = 20792,
                                          .items = items,
                                          .n = n};
    const struct core_plan plan = {.person = &r->me,
                                   .timeline = &timeline,
                                   .started = 20792,
                                   .first = first,
                                   .now = pgy_clock_now(),
                                   .arena = arena};
    assert_int_equal(pgy_store_begin(r->store), 0);
    assert_int_equal(core_post_follow(r->post, &plan), 0);
    assert_int_equal(pgy_store_commit(r->store), 0);
}

static void follow(struct room *r, struct pgy_item *items, size_t n)
{
    follow_as(r, items, n, false);
}

static enum pgy_outbox_state state_of(struct room *r, const char *item)
{
    return reminder(r, "phone", item)->state;
}

/* One message each about four offers that are due on the 10th, a second apart. */
static void queue_four(struct room *r)
{
    struct pgy_due due[] = {step_of("offers/stays", "-7d", noon, PGYD_INFO),
                            step_of("offers/moves", "-7d", noon, PGYD_INFO),
                            step_of("offers/done", "-7d", noon, PGYD_INFO),
                            step_of("offers/gone", "-7d", noon, PGYD_INFO)};
    use(r, &r->me, PHONE);
    fire_apart(r, due, 4);
    assert_int_equal(count_rows(r), 4);
}

static void what_moved_is_taken_back(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/stays", 9), item_on("offers/moves", 10),
                               item_on("offers/done", 9)};
    items[2].state = PGY_DONE;
    queue_four(r);
    follow(r, items, 3);
    assert_int_equal(state_of(r, "offers/stays"), PGY_OUT_QUEUED);
    assert_int_equal(state_of(r, "offers/moves"), PGY_OUT_CANCELLED);
    assert_int_equal(state_of(r, "offers/done"), PGY_OUT_CANCELLED);
    assert_int_equal(state_of(r, "offers/gone"), PGY_OUT_CANCELLED);
}

/* Nobody is asked any more: what waits must not leave. */
static void what_is_over_is_taken_back(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/stays", 9), item_on("offers/moves", 9),
                               item_on("offers/done", 9), item_on("offers/gone", 9)};
    items[0].state = PGY_OVERDUE;
    items[1].state = PGY_MISSED;
    items[2].state = PGY_LAPSED;
    items[3].unpublished = true;
    queue_four(r);
    follow(r, items, 4);
    assert_int_equal(state_of(r, "offers/stays"), PGY_OUT_QUEUED);
    assert_int_equal(state_of(r, "offers/moves"), PGY_OUT_CANCELLED);
    assert_int_equal(state_of(r, "offers/done"), PGY_OUT_CANCELLED);
    assert_int_equal(state_of(r, "offers/gone"), PGY_OUT_CANCELLED);
}

static void what_is_back_is_queued_again(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/stays", 10), item_on("offers/moves", 10),
                               item_on("offers/done", 9), item_on("offers/gone", 9)};
    items[2].state = PGY_DONE;
    queue_four(r);
    follow(r, items, 3);
    items[1].start = items[1].end = items[1].by = 20788 + 9; /* there and back */
    items[2].state = PGY_FUTURE;                             /* a slip */
    items[3].state = PGY_SNOOZED;
    items[3].snoozed_until = 20793;
    follow(r, items, 4);
    assert_int_equal(state_of(r, "offers/stays"), PGY_OUT_CANCELLED); /* it did move */
    assert_int_equal(state_of(r, "offers/moves"), PGY_OUT_QUEUED);
    assert_int_equal(state_of(r, "offers/done"), PGY_OUT_QUEUED);
    assert_int_equal(state_of(r, "offers/gone"), PGY_OUT_CANCELLED);
    /* Awake again, its own step says it all. */
    items[3].state = PGY_FUTURE;
    follow(r, items, 4);
    assert_int_equal(state_of(r, "offers/gone"), PGY_OUT_CANCELLED);
    items[3].snoozed_until = PGY_NO_DAY; /* the snooze itself was taken back */
    follow(r, items, 4);
    assert_int_equal(state_of(r, "offers/gone"), PGY_OUT_QUEUED);
}

static void the_digest_follows(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/stays", 9), item_on("offers/done", 9)};
    const struct pgy_due due[] = {step_of("offers/stays", "-7d", noon, PGYD_INFO),
                                  step_of("offers/done", "-7d", noon, PGYD_INFO),
                                  step_of("offers/gone", "-7d", noon, PGYD_INFO)};
    items[1].state = PGY_DONE;
    use(r, &r->me, "[quiet]\ndigest_at = 18:00\n" PHONE);
    owe(r, "me", due, 3);
    fire(r);
    assert_int_equal(next(r), noon + 6 * HOUR);
    use(r, &r->me, "[quiet]\ndigest_at = 20:00\n" PHONE);
    follow(r, items, 2);
    assert_int_equal(next(r), noon + 8 * HOUR);
    fake_clock_go(8 * HOUR);
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/stays"));
    assert_int_equal(count_rows(r), 1);
    items[1].state = PGY_FUTURE; /* a slip, taken back within the day it is worth sending */
    follow(r, items, 2);
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/done"));
    assert_null(reminder(r, "phone", "offers/gone"));
}

/* A message of several that has not left is taken apart when part of it is over, and put together
 * again when that was a slip. */
static void a_queued_digest_follows(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/stays", 9), item_on("offers/done", 9),
                               item_on("offers/moves", 9)};
    const struct pgy_due due[] = {step_of("offers/stays", "-7d", noon, PGYD_INFO),
                                  step_of("offers/done", "-3d", noon, PGYD_WARN),
                                  step_of("offers/moves", "-7d", noon, PGYD_INFO)};
    use(r, &r->me, PHONE);
    owe(r, "me", due, 3);
    fire(r);
    const int64_t first = digest(r, "phone")->id;
    follow(r, items, 3);
    fire(r);
    assert_int_equal(digest(r, "phone")->id, first); /* nothing of it is over */
    items[1].state = PGY_DONE;
    items[2].start = items[2].end = items[2].by = 20788 + 10;
    follow(r, items, 3);
    fire(r);
    assert_null(digest(r, "phone"));
    assert_int_equal(count_rows(r), 1);
    assert_int_equal(reminder(r, "phone", "offers/stays")->state, PGY_OUT_QUEUED);
    items[1].state = PGY_FUTURE;
    follow(r, items, 3);
    fire(r);
    assert_int_equal(count_rows(r), 2);
    assert_string_equal(reminder(r, "phone", "offers/done")->step, "-3d");
    assert_int_equal(reminder(r, "phone", "offers/done")->severity, PGYD_WARN);
    assert_non_null(
        strstr(reminder(r, "phone", "offers/done")->payload, "\"text\":\"offers/done: "));
}

/* What was missed leaves at once, though a plan comes between gathering and saying it, and the
 * digest of the day left hours ago. */
static void what_was_missed_does_not_wait_for_digest_at(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/mercy", 9)};
    use(r, &r->me, "[quiet]\noncall = yes\ndigest_at = 08:00\n" PHONE);
    r->me.shifts_known = true;
    owe_one(r, step_of("offers/mercy", "-7d", noon, PGYD_WARN));
    fire(r);
    assert_int_equal(reminder(r, "phone", "offers/mercy")->expires, noon + DAY);
    /* The core was down over that, and has not read the calls yet. */
    r->me.shifts_known = false;
    fake_clock_go(DAY + 1);
    fire(r);
    assert_int_equal(reminder(r, "phone", "offers/mercy")->state, PGY_OUT_MISSED);
    assert_null(digest(r, "phone"));
    r->me.shifts_known = true;
    follow(r, items, 1);
    fire(r);
    const struct pgy_outbox_row *said = digest(r, "phone");
    assert_non_null(said);
    assert_non_null(strstr(said->payload, "Not told in time at phone: offers/mercy"));
}

/* That it was not told in time is told when it is past repair by then, gathered or queued; what the
 * person did is not. */
static void what_was_missed_outlives_its_day(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/mercy", 9), item_on("offers/hill", 9)};
    const struct pgy_due due[] = {step_of("offers/mercy", "0d", noon, PGYD_CRITICAL),
                                  step_of("offers/hill", "0d", noon, PGYD_CRITICAL)};
    use(r, &r->me, "[quiet]\noncall = yes\n" PHONE);
    r->me.shifts_known = true;
    owe(r, "me", due, 2);
    fire(r);
    r->me.shifts_known = false; /* nothing is said before the plan */
    fake_clock_go(DAY + 1);
    fire(r);
    items[0].state = items[1].state = PGY_MISSED;
    r->me.shifts_known = true;
    follow(r, items, 2);
    fire(r);
    struct pgy_outbox_row *rows;
    assert_int_equal(all_rows(r, &rows), 2);
    assert_non_null(strstr(rows[0].payload, "Not told in time at phone: offers/hill"));
    assert_non_null(strstr(rows[0].payload, "Not told in time at phone: offers/mercy"));
    const int64_t said = rows[0].id;
    follow(r, items, 2);
    fire(r);
    assert_int_equal(all_rows(r, &rows), 2);
    assert_int_equal(rows[0].id, said);
    items[1].state = PGY_DONE;
    follow(r, items, 2);
    fire(r);
    assert_int_equal(all_rows(r, &rows), 2);
    assert_non_null(strstr(rows[0].payload, "Not told in time at phone: offers/mercy"));
    assert_null(strstr(rows[0].payload, "offers/hill"));
}

static void a_first_plan_is_told_of_once(void **state)
{
    struct room *r = *state;
    struct pgy_item items[] = {item_on("offers/mercy", 9)};
    use(r, &r->me, PHONE "[notify:desk]\ntype = log\n");
    follow(r, items, 1);
    assert_int_equal(count_rows(r), 0);
    follow_as(r, items, 1, true);
    assert_int_equal(count_rows(r), 2);
    assert_non_null(strstr(digest(r, "phone")->payload, "pgyd is running. "));
    assert_string_equal(digest(r, "desk")->target, "2026-12-05");
    follow_as(r, items, 1, true);
    assert_int_equal(count_rows(r), 2);
}

/* The plan's transaction is undone: so is what followed it. */
static void follows_inside_the_transaction(void **state)
{
    struct room *r = *state;
    const struct pgy_timeline nothing = {.arena = r->arena, .profile = "me"};
    const struct core_plan plan = {
        .person = &r->me, .timeline = &nothing, .now = noon, .arena = r->arena};
    queue_four(r);
    assert_int_equal(pgy_store_begin(r->store), 0);
    assert_int_equal(core_post_follow(r->post, &plan), 0);
    assert_int_equal(state_of(r, "offers/stays"), PGY_OUT_CANCELLED);
    pgy_store_rollback(r->store);
    assert_int_equal(state_of(r, "offers/stays"), PGY_OUT_QUEUED);
}

/* ---- notices ---- */

static void a_notice_comes_once(void **state)
{
    struct room *r = *state;
    struct core_notice notice = {.person = &r->me,
                                 .key = "config/1",
                                 .type = "config.rejected",
                                 .severity = PGYD_WARN,
                                 .title = "your file has errors",
                                 .detail = "line 3"};
    use(r, &r->me, PHONE "[notify:pager]\ntype = log\nmin_severity = critical\n");
    core_post_notice(r->post, &notice, noon);
    core_post_notice(r->post, &notice, noon + HOUR);
    assert_int_equal(count_rows(r), 1);
    const struct pgy_outbox_row *row = row_of(r, "phone", "config.rejected", "");
    assert_non_null(strstr(row->payload, "your file has errors"));
    assert_int_equal(row->expires, noon + 7 * DAY);
    notice.key = "config/2";
    core_post_notice(r->post, &notice, noon + HOUR);
    assert_int_equal(count_rows(r), 2);
}

static void a_notice_that_cannot_be_queued(void **state)
{
    struct room *r = *state;
    const struct core_notice notice = {.person = &r->me,
                                       .key = "k",
                                       .type = "t",
                                       .severity = PGYD_WARN,
                                       .title = "",
                                       .detail = ""};
    use(r, &r->me, PHONE);
    set_full(true);
    log_begin(r);
    core_post_notice(r->post, &notice, noon);
    const char *said = log_end(r);
    set_full(false);
    assert_non_null(strstr(said, "queueing a notice failed: no space left"));
    assert_non_null(r->health.degraded);
}

static void a_test_opens_its_place(void **state)
{
    struct room *r = *state;
    int64_t row = 0, again = -1;
    use(r, &r->me, "[quiet]\nhours = 11:00-13:00\n" PHONE);
    const struct pgy_endpoint paused = {.profile = "me",
                                        .endpoint = "phone",
                                        .failures = 3,
                                        .paused_until = INT64_MAX,
                                        .reason = "410 Gone"};
    assert_int_equal(pgy_store_endpoint_put(r->store, &paused), 0);
    assert_int_equal(core_post_test(r->post, &r->me, "phone", &row), 0);
    const struct pgy_outbox_row *test = row_of(r, "phone", "test", "");
    assert_int_equal(test->id, row);
    assert_int_equal(test->next_try, noon); /* does not wait for the quiet hours */
    assert_int_equal(test->expires, noon + HOUR);
    assert_int_equal(endpoint_of(r, "phone").paused_until, 0);
    assert_int_equal(endpoint_of(r, "phone").failures, 3);
    /* In the same instant it is the same message. */
    assert_int_equal(core_post_test(r->post, &r->me, "phone", &again), PGY_EEXISTS);
    assert_int_equal(again, -1);
    fake_clock_go(1);
    assert_int_equal(core_post_test(r->post, &r->me, "phone", &again), 0);
    assert_true(again > row);
}

/* ---- what is forgotten ---- */

/* A message to the phone that was delivered now. */
static void deliver_one(struct room *r, const char *item)
{
    struct pgy_outbox_row *rows;
    size_t n;
    owe_one(r, step_of(item, "-7d", pgy_clock_now(), PGYD_INFO));
    fire(r);
    assert_int_equal(
        pgy_store_outbox_claim(r->store, pgy_clock_now(), 9, 9, 0, r->arena, &rows, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(
        pgy_store_outbox_done(r->store, rows[0].id, 1, PGY_OUT_SENT, 0, 200, NULL, pgy_clock_now()),
        0);
}

static void ninety_days_are_kept(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    deliver_one(r, "offers/mercy");
    fake_clock_go(HOUR);
    deliver_one(r, "offers/lakeside");
    fake_clock_go(90 * DAY - HOUR);
    core_post_prune(r->post, pgy_clock_now());
    assert_int_equal(count_rows(r), 2);
    fake_clock_go(DAY - 1); /* looks once a day */
    core_post_prune(r->post, pgy_clock_now());
    assert_int_equal(count_rows(r), 2);
    fake_clock_go(1);
    core_post_prune(r->post, pgy_clock_now());
    assert_int_equal(count_rows(r), 0);
}

static void nothing_is_forgotten_by_a_wrong_clock(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    deliver_one(r, "offers/mercy");
    fake_clock_set(noon + 3650LL * DAY);
    fire(r);
    core_post_prune(r->post, pgy_clock_now());
    assert_int_equal(count_rows(r), 1);
    fake_clock_set(noon); /* put right again, and two minutes are over */
    fake_clock_go(120);
    fire(r);
    core_post_prune(r->post, pgy_clock_now());
    assert_int_equal(count_rows(r), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        POST_TEST(what_moved_is_taken_back),
        POST_TEST(what_is_over_is_taken_back),
        POST_TEST(what_is_back_is_queued_again),
        POST_TEST(the_digest_follows),
        POST_TEST(a_queued_digest_follows),
        POST_TEST(what_was_missed_does_not_wait_for_digest_at),
        POST_TEST(what_was_missed_outlives_its_day),
        POST_TEST(a_first_plan_is_told_of_once),
        POST_TEST(follows_inside_the_transaction),
        POST_TEST(a_notice_comes_once),
        POST_TEST(a_notice_that_cannot_be_queued),
        POST_TEST(a_test_opens_its_place),
        POST_TEST(ninety_days_are_kept),
        POST_TEST(nothing_is_forgotten_by_a_wrong_clock),
    };
    return cmocka_run_group_tests_name("core_post_follow", tests, NULL, NULL);
}
