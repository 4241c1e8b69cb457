/* SPDX-License-Identifier: BSD-2-Clause */
/* How much a person is told, and what happens when nobody seems to listen: three messages a day,
 * signs, the next place, four weeks of silence. Instants count from noon in New York on Saturday,
 * December 5, 2026. */
#include "post_fixture.h"

static struct pgy_due planned(const char *item, int64_t at, uint16_t stakes)
{
    struct pgy_due due = step_of(item, "-7d", at, stakes == PGYD_FATAL ? PGYD_CRITICAL : PGYD_WARN);
    due.stakes = stakes;
    due.expires = at + 4 * DAY;
    return due;
}

/* An hour apart each. */
static void three_came(struct room *r)
{
    const struct pgy_due due[] = {planned("offers/a", noon, PGYD_COSTLY),
                                  planned("offers/b", noon + HOUR, PGYD_COSTLY),
                                  planned("offers/c", noon + 2 * HOUR, PGYD_COSTLY)};
    use(r, &r->me, PHONE "[notify:desk]\ntype = log\nplugins = networking\n");
    owe(r, "me", due, 3);
    for (int i = 0; i < 3; i++) {
        fire(r);
        fake_clock_go(HOUR);
    }
    assert_int_equal(count_rows(r), 3);
}

static void the_fourth_waits_for_the_morning(void **state)
{
    struct room *r = *state;
    three_came(r);
    const struct pgy_due due[] = {planned("offers/d", noon + 3 * HOUR, PGYD_COSTLY),
                                  planned("offers/e", noon + 4 * HOUR, PGYD_COSTLY),
                                  planned("networking/lee", noon + 4 * HOUR, PGYD_COSTLY)};
    owe(r, "me", due, 3);
    fire(r);
    fake_clock_go(HOUR);
    fire(r);
    /* The other place has heard of nothing today. */
    assert_int_equal(count_rows(r), 4);
    assert_non_null(reminder(r, "desk", "networking/lee"));
    const int64_t eight = noon + 20 * HOUR;
    assert_int_equal(next(r), eight);
    fake_clock_set(eight - 1);
    fire(r);
    assert_int_equal(count_rows(r), 4);
    fake_clock_go(1);
    fire(r);
    assert_int_equal(count_rows(r), 5);
    assert_int_equal(digest(r, "phone")->created, eight);
    assert_non_null(strstr(digest(r, "phone")->payload, "; and 2 more\""));
}

static void what_is_fatal_is_a_fourth(void **state)
{
    struct room *r = *state;
    three_came(r);
    const struct pgy_due due[] = {planned("offers/d", noon + 3 * HOUR, PGYD_COSTLY),
                                  planned("offers/mercy", noon + 4 * HOUR, PGYD_FATAL),
                                  planned("offers/e", noon + 5 * HOUR, PGYD_COSTLY)};
    owe(r, "me", due, 3);
    fire(r);
    fake_clock_go(HOUR);
    fire(r);
    assert_int_equal(reminder(r, "phone", "offers/mercy")->created, noon + 4 * HOUR);
    fake_clock_go(HOUR);
    fire(r);
    assert_int_equal(count_rows(r), 4);
    assert_null(reminder(r, "phone", "offers/e")); /* it is counted apart */
    assert_null(digest(r, "phone"));
}

/* What is over by the morning does not wait for it. */
static void what_is_over_by_morning_leaves(void **state)
{
    struct room *r = *state;
    three_came(r);
    struct pgy_due due = planned("offers/d", noon + 3 * HOUR, PGYD_COSTLY);
    due.expires = noon + 20 * HOUR - 1;
    owe_one(r, due);
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/d"));
}

/* A day's plan does not send what waits for the morning at midnight; done, it never comes. */
static void a_plan_at_midnight_sends_nothing(void **state)
{
    struct room *r = *state;
    struct pgy_item item = {.id = "offers/d",
                            .plugin = "offers",
                            .slug = "d",
                            .kind = PGYD_DEADLINE,
                            .stakes = PGYD_COSTLY,
                            .title = "d",
                            .start = 20797,
                            .end = 20797,
                            .by = 20797, /* 2026-12-10 */
                            .start_minute = -1,
                            .end_minute = -1,
                            .state = PGY_FUTURE,
                            .snoozed_until = PGY_NO_DAY,
                            .done_on = PGY_NO_DAY,
                            .cancelled_on = PGY_NO_DAY};
    const struct pgy_timeline timeline = {
        .arena = r->arena, .profile = "me", .today = 20793, .items = &item, .n = 1};
    const struct core_plan plan = {
        .person = &r->me, .timeline = &timeline, .now = noon + 12 * HOUR, .arena = r->arena};
    three_came(r);
    owe_one(r, planned("offers/d", noon + 3 * HOUR, PGYD_COSTLY));
    fire(r);
    fake_clock_set(noon + 12 * HOUR);
    assert_int_equal(core_post_follow(r->post, &plan), 0);
    fire(r);
    assert_int_equal(next(r), noon + 20 * HOUR);
    item.state = PGY_DONE;
    assert_int_equal(core_post_follow(r->post, &plan), 0);
    assert_int_equal(next(r), INT64_MAX);
    assert_null(reminder(r, "phone", "offers/d"));
}

/* ---- signs ---- */

static const struct pgy_stored_profile me = {.id = "me", .file = "/a"};

/* One more step of a fatal item, a day on. */
static void step(struct room *r, int n)
{
    struct pgy_due due = planned("offers/mercy", pgy_clock_now(), PGYD_FATAL);
    due.step = pgy_arena_printf(r->arena, "-%dd", 9 - n);
    owe_one(r, due);
    fire(r);
    fake_clock_go(DAY);
}

static size_t heard_at(struct room *r, const char *endpoint)
{
    struct pgy_outbox_row *rows;
    size_t n = all_rows(r, &rows), count = 0;
    for (size_t i = 0; i < n; i++)
        count += strcmp(rows[i].endpoint, endpoint) == 0;
    return count;
}

static void without_a_sign_the_next_place_hears(void **state)
{
    struct room *r = *state;
    use(r, &r->me,
        PHONE "[notify:mail]\ntype = log\nplugins = networking\n"
              "[notify:desk]\ntype = log\nplugins = networking\n"
              "[notify:partner]\ntype = log\nafter = 2\n");
    assert_int_equal(pgy_store_profile_put(r->store, &me), 0);
    assert_int_equal(pgy_store_sign(r->store, "me", noon - HOUR), 0);
    for (int i = 0; i < 3; i++)
        step(r, i);
    assert_int_equal(heard_at(r, "phone"), 3);
    assert_int_equal(heard_at(r, "mail"), 0);
    assert_int_equal(heard_at(r, "partner"), 1); /* two brought no sign: the third */
    step(r, 3);
    assert_int_equal(heard_at(r, "mail"), 1); /* three did: the fourth */
    assert_int_equal(heard_at(r, "desk"), 0);
    /* A sign, and all is as it was. */
    assert_int_equal(pgy_store_sign(r->store, "me", pgy_clock_now()), 0);
    fake_clock_go(60);
    step(r, 4);
    assert_int_equal(heard_at(r, "phone"), 5);
    assert_int_equal(heard_at(r, "mail"), 1);
    assert_int_equal(heard_at(r, "partner"), 2); /* the second and the fourth */
}

/* A place for when nobody answers hears nothing else, not even a notice. */
static void a_last_place_hears_nothing_else(void **state)
{
    struct room *r = *state;
    const struct core_notice notice = {.person = &r->me,
                                       .key = "k",
                                       .type = "config.rejected",
                                       .severity = PGYD_CRITICAL,
                                       .title = "T",
                                       .detail = ""};
    use(r, &r->me, PHONE "[notify:partner]\ntype = log\nafter = 1\nbrief = yes\n");
    assert_int_equal(pgy_store_profile_put(r->store, &me), 0);
    assert_int_equal(pgy_store_sign(r->store, "me", noon - HOUR), 0);
    core_post_notice(r->post, &notice, noon);
    owe_one(r, planned("offers/a", noon, PGYD_COSTLY));
    fire(r);
    step(r, 0);
    assert_int_equal(heard_at(r, "partner"), 0);
    step(r, 1);
    assert_int_equal(heard_at(r, "partner"), 1);
}

static void four_weeks_of_silence(void **state)
{
    struct room *r = *state;
    use(r, &r->me, PHONE);
    assert_int_equal(pgy_store_profile_put(r->store, &me), 0);
    assert_int_equal(pgy_store_sign(r->store, "me", noon - 28 * DAY), 0);
    owe_one(r, planned("offers/a", noon, PGYD_COSTLY));
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/a")); /* to the second it is not longer */
    fake_clock_go(1);
    const struct pgy_due due[] = {planned("offers/b", noon + 1, PGYD_COSTLY),
                                  planned("offers/c", noon + 1, PGYD_COSTLY)};
    owe(r, "me", due, 2);
    fire(r);
    assert_int_equal(count_rows(r), 2);
    const struct pgy_outbox_row *asked = row_of(r, "phone", "reach", "");
    assert_non_null(asked);
    assert_non_null(strstr(asked->payload, "\"Are these reaching you?\""));
    /* Asked once; what cannot be repaired is told. */
    fake_clock_go(DAY);
    owe_one(r, planned("offers/d", noon + DAY, PGYD_COSTLY));
    fire(r);
    assert_int_equal(count_rows(r), 2);
    owe_one(r, planned("offers/mercy", noon + DAY, PGYD_FATAL));
    fire(r);
    assert_int_equal(count_rows(r), 3);
    /* Something written down is a sign. */
    const struct pgy_happening done = {
        .on = 20793, .logged = noon + DAY + 2, .kind = "done", .subject = "offers/a", .event = ""};
    int64_t number;
    assert_int_equal(pgy_store_journal_add(r->store, "me", &done, &number), 0);
    owe_one(r, planned("offers/e", noon + DAY + 1, PGYD_COSTLY));
    fire(r);
    assert_non_null(reminder(r, "phone", "offers/e"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        POST_TEST(the_fourth_waits_for_the_morning),
        POST_TEST(what_is_fatal_is_a_fourth),
        POST_TEST(what_is_over_by_morning_leaves),
        POST_TEST(a_plan_at_midnight_sends_nothing),
        POST_TEST(without_a_sign_the_next_place_hears),
        POST_TEST(a_last_place_hears_nothing_else),
        POST_TEST(four_weeks_of_silence),
    };
    return cmocka_run_group_tests_name("core_post_reach", tests, NULL, NULL);
}
