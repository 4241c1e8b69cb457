/* SPDX-License-Identifier: BSD-2-Clause */
/* The tick among fakes of all four desks: who is called in which order, what goes from desk to
 * desk, and what a day of it looks like. What the desks do is in their own tests. */
#include "tick_fixture.h"

static void nothing_came(void **state)
{
    (void)state;
    core_tick(&core);
    expect("wake ");
}

static void time_comes_before_work(void **state)
{
    (void)state;
    tick_by_time();
    expect("fire wake-people deliver links look prune wake ");
    assert_false(core.time_came);
    /* Within the same minute nothing is looked after again. */
    fake_clock_go(59);
    tick_by_time();
    expect("fire wake-people deliver links wake ");
    fake_clock_go(1);
    tick_by_time();
    expect("fire wake-people deliver links look prune wake ");
}

static void results_alone_are_written_down(void **state)
{
    (void)state;
    fake.pressing = true;
    core_tick(&core);
    expect("deliver wake ");
}

static void a_plan_is_one_transaction(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.steps[fake.nsteps++] = CORE_WORKING;
    core_tick(&core);
    expect("step begin write first follow commit written links-kept links wake fire deliver step "
           "wake ");
    assert_null(fake.link);
    /* The first is told with the link. */
    fake.first_plan = true;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    core_tick(&core);
    assert_string_equal(fake.link, "https://c.example.org/f/x");
}

static void a_plan_that_fails_leaves_nothing(void **state)
{
    static const char failed[] = "step begin write rollback not-written links-dropped "
                                 "links wake fire deliver wake ";
    (void)state;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.write_rc = PGY_EBUSY;
    core_tick(&core);
    expect(failed);
    assert_non_null(strstr(core.health.degraded, "writing the plan failed"));

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.write_rc = 0;
    fake.follow_rc = PGY_EBUSY;
    core_tick(&core);
    expect(
        "step begin write first follow rollback not-written links-dropped links wake fire deliver "
        "wake ");

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.follow_rc = 0;
    fake.first_rc = PGY_EBUSY;
    core_tick(&core);
    expect("step begin write first rollback not-written links-dropped links wake fire deliver "
           "wake ");

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.first_rc = 0;
    fake.commit_rc = PGY_EBUSY;
    core_tick(&core);
    expect("step begin write first follow commit not-written links-dropped links wake fire deliver "
           "wake ");

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.begin_fails = true;
    core_tick(&core);
    expect("step begin not-written links-dropped links wake fire deliver wake ");

    assert_non_null(core.health.degraded);
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.begin_fails = false;
    fake.commit_rc = 0;
    core_tick(&core);
    assert_null(core.health.degraded);
}

static void jobs_that_end_at_once_do_not_keep_others_waiting(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    core_tick(&core);
    expect("step links wake fire deliver step links wake fire deliver wake ");
}

static void held_clock(void **state)
{
    (void)state;
    tick_by_time();
    fake.said[0] = '\0';
    /* Set forward by two days: neither messages nor plans, and old deliveries are kept. */
    fake_clock_set(MIDNIGHT + 2 * DAY);
    fake.next_wake = MIDNIGHT;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    tick_by_time();
    expect("deliver links look step links wake deliver wake ");
    assert_non_null(core.guard.held);
    /* The midnight that is over does not make it spin. */
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 2 * DAY + CORE_MINUTE);
    fake_clock_go(120);
    tick_by_time();
    expect("fire wake-people deliver links look prune wake ");
    assert_null(core.guard.held);
}

static void what_people_leave_is_carried(void **state)
{
    (void)state;
    fake.has_settled = fake.has_notice = true;
    fake.settled = (struct core_settled){.client = 3, .number = 12};
    core_tick(&core);
    expect("settle notice wake ");
}

static void errand(enum core_errand_kind kind, const char *name, const char *words)
{
    static const struct pgy_subscription link = {.name = "phone"};
    fake.errands[fake.nerrands++] = (struct core_errand){
        .kind = kind, .client = 3, .person = &person, .name = name, .link = &link};
    core_tick(&core);
    expect(words);
    fake.nerrands = fake.errand = 0;
}

static void errands_reach_their_desks(void **state)
{
    (void)state;
    errand(CORE_PLAN, NULL, "plan await wake ");
    errand(CORE_LET_GO, NULL, "let-go wake ");
    errand(CORE_WITHDRAW, NULL, "withdraw wake ");
    errand(CORE_RELOAD, NULL, "reload bind wake ");
    assert_true(core.parent.reloading);
    errand(CORE_VERDICTS, NULL, "verdicts answer wake ");
    errand(CORE_STATUS, NULL, "answer wake ");
    errand(CORE_PEOPLE, NULL, "answer wake ");
    errand(CORE_FORGET, "ada", "ada list answer wake ");
    errand(CORE_FORGET, "nobody", "nobody refuse: nothing is stored of a profile 'nobody' wake ");
    errand(CORE_LINK_LIST, "ada", "ada answer wake ");
    errand(CORE_LINK_PUT, NULL, "phone render publish refuse: no list wake ");
    errand(CORE_DELIVER, NULL, "deliver wake ");
    errand(CORE_NOTIFY_TEST, "log", "log await-row deliver wake ");
    errand(CORE_BACKUP, "/b", "/b refuse: the backup was not made: that file exists already wake ");
}

static void a_proposal_goes_with_its_plan(void **state)
{
    static const struct core_proposal proposal = {.plugin = "good"};
    (void)state;
    fake.errands[fake.nerrands++] = (struct core_errand){
        .kind = CORE_PLAN, .client = 3, .person = &person, .proposal = &proposal};
    core_tick(&core);
    expect("propose await wake ");
}

/* A client that is woken asks for more: it is heard in the same tick. */
static void a_wake_may_leave_an_errand(void **state)
{
    (void)state;
    fake.late_errand = 1;
    core_tick(&core);
    expect("wake verdicts answer wake ");
}

/* A client that gave up while jobs followed each other: its proposal is withdrawn before the next
 * job could write it down. */
static void an_errand_comes_before_the_next_job(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    fake.late_errand = 1;
    core_tick(&core);
    expect("step links wake verdicts answer fire deliver step links wake fire deliver wake ");
}

static void the_parent_asks_to_reload(void **state)
{
    (void)state;
    core.parent.reload_asked = true;
    core_tick(&core);
    expect("reload bind wake ");
    assert_false(core.parent.reload_asked);
    core_tick(&core);
    expect("wake ");
}

static void a_changed_plugin_reloads(void **state)
{
    (void)state;
    fake.changed = true;
    tick_by_time();
    expect("fire wake-people deliver links look bind prune wake ");
    assert_true(core.parent.reloading);
}

static void a_failed_disk_ends_it(void **state)
{
    (void)state;
    core.health.failed = true;
    core_tick(&core);
    assert_true(fake.stopped);
}

static void a_disk_that_fails_begins_no_other_job(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.commit_rc = -EIO;
    core_tick(&core);
    expect("step begin write first follow commit not-written links-dropped links wake fire deliver "
           "wake ");
    assert_true(fake.stopped);
}

static void the_timer(void **state)
{
    (void)state;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 60);
    fake.due[fake.ndue++] = MIDNIGHT + 59;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 59);
    fake.next_wake = MIDNIGHT + 58;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 58);
    /* Due already, and cannot be handled: a second, no spinning. */
    fake.next_wake = MIDNIGHT;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 1);
}

/* A day with a pass at midnight and three instants at which something is due, driven by nothing but
 * the timer that the tick itself set. */
static void a_day(void **state)
{
    (void)state;
    static const int64_t due[] = {MIDNIGHT + 9 * HOUR, MIDNIGHT + 9 * HOUR,
                                  MIDNIGHT + 17 * HOUR + 30 * 60 + 20,
                                  MIDNIGHT + 23 * HOUR + 59 * 60};
    fake.quiet = true;
    fake.ndue = sizeof due / sizeof due[0];
    memcpy(fake.due, due, sizeof due);
    fake.next_wake = MIDNIGHT + DAY;
    tick_by_time();
    while (pgy_clock_now() < MIDNIGHT + DAY) {
        fake_clock_go(fake_clock_armed() - pgy_clock_now());
        tick_by_time();
    }
    assert_int_equal(fake.fired, fake.ndue);
    for (size_t i = 0; i < fake.ndue; i++)
        assert_int_equal(fake.fired_at[i], due[i]); /* to the second */
    assert_int_equal(fake.woken_at, MIDNIGHT + DAY);
    /* The first tick, and one a minute; nothing else woke it but what is due at second 20, after
     * which the minutes are counted from there: 0:00 to 17:30 are 1051, then 17:30:20 to 23:58:20
     * 389, 23:59 and 24:00. At 17:30:20 and 23:59 the minute since the last look is not over. */
    assert_int_equal(fake.ticks, 1051 + 389 + 2);
    assert_int_equal(fake.fires, 1051 + 389 + 2);
    assert_int_equal(fake.looks, 1051 + 388 + 1);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        CASE(nothing_came),
        CASE(time_comes_before_work),
        CASE(results_alone_are_written_down),
        CASE(a_plan_is_one_transaction),
        CASE(a_plan_that_fails_leaves_nothing),
        CASE(jobs_that_end_at_once_do_not_keep_others_waiting),
        CASE(held_clock),
        CASE(what_people_leave_is_carried),
        CASE(errands_reach_their_desks),
        CASE(a_proposal_goes_with_its_plan),
        CASE(a_wake_may_leave_an_errand),
        CASE(an_errand_comes_before_the_next_job),
        CASE(the_parent_asks_to_reload),
        CASE(a_changed_plugin_reloads),
        CASE(a_failed_disk_ends_it),
        CASE(a_disk_that_fails_begins_no_other_job),
        CASE(the_timer),
        CASE(a_day),
    };
    return cmocka_run_group_tests_name("tick", tests, NULL, NULL);
}
