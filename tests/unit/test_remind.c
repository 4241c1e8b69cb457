/* SPDX-License-Identifier: BSD-2-Clause */
/* Ladders to due rows. Who is told, and who is not, is test_remind_whom.c's. Instants below are
 * written in UTC and were worked out from the wall time by hand: New York is UTC-5, and UTC-4 from
 * the second Sunday of March to the first of November. */
#include "remind_fixture.h"

/* A fatal one seen two months ahead: all but what is for the brief (-60d, September 27). */
static void test_ladder(void **state)
{
    static const struct {
        const char *step, *at;
        uint16_t severity;
    } rows[] = {
        {"-30d", "2026-10-27T12:00:00Z", PGYD_INFO}, /* UTC-4 until November 1 */
        {"-14d", "2026-11-12T13:00:00Z", PGYD_WARN},
        {"-7d", "2026-11-19T13:00:00Z", PGYD_WARN},
        {"-3d", "2026-11-23T13:00:00Z", PGYD_CRITICAL},
        {"-1d", "2026-11-25T13:00:00Z", PGYD_CRITICAL},
        {"0d", "2026-11-26T13:00:00Z", PGYD_CRITICAL},
        {"1d", "2026-11-27T13:00:00Z", PGYD_CRITICAL},
        {"3d", "2026-11-29T13:00:00Z", PGYD_CRITICAL},
        {"7d", "2026-12-03T13:00:00Z", PGYD_CRITICAL},
    };
    struct fixture *f = *state;
    schedule(f, "2026-09-20T12:00:00Z");
    assert_int_equal(f->n, 9);
    for (size_t i = 0; i < 9; i++)
        expect(&f->due[i], "2026-11-26", rows[i].step, rows[i].at, rows[i].severity);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(f->due[i].expires,
                         utc("2026-11-27T04:59:59Z")); /* the last second of November 26 there */
    assert_int_equal(f->due[6].expires, utc("2026-11-28T13:00:00Z")); /* max_late */
    assert_string_equal(f->due[0].discreet, "an offer answer is due");
    assert_string_equal(f->due[0].title, "Answer Mercy");
    assert_string_equal(f->due[0].detail, "");
    /* What fired is not listed again, whatever remind_at is by then. */
    fire(f, "2026-11-26", "-14d");
    f->quiet.remind_at = 9 * 60;
    schedule(f, "2026-11-20T12:00:00Z");
    assert_int_equal(f->n, 8);
    expect(row(f, "-3d"), "2026-11-26", "-3d", "2026-11-23T14:00:00Z", PGYD_CRITICAL);
}

/* Costly: three steps, none after the day. Useful and context: none at all, and not seen either. */
static void test_stakes(void **state)
{
    struct fixture *f = *state;
    f->item.stakes = PGYD_COSTLY;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 3);
    expect(&f->due[0], "2026-11-26", "-7d", "2026-11-19T13:00:00Z", PGYD_INFO);
    expect(&f->due[1], "2026-11-26", "-3d", "2026-11-23T13:00:00Z", PGYD_WARN);
    expect(&f->due[2], "2026-11-26", "0d", "2026-11-26T13:00:00Z", PGYD_WARN);
    f->known.nseen = 0;
    for (uint16_t stakes = PGYD_CONTEXT; stakes <= PGYD_USEFUL; stakes++) {
        f->item.stakes = stakes;
        schedule(f, "2026-11-10T12:00:00Z");
        assert_int_equal(f->n, 0);
    }
    assert_int_equal(f->known.nseen, 0);
}

/* Counted to `by`, which is also what expires and what the key says. */
static void test_by(void **state)
{
    struct fixture *f = *state;
    f->item.kind = PGYD_WINDOW;
    f->item.stakes = PGYD_COSTLY;
    f->item.start = day_of("2026-11-01");
    f->item.end = day_of("2026-12-24");
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 3);
    expect(&f->due[2], "2026-11-26", "0d", "2026-11-26T13:00:00Z", PGYD_WARN);
    assert_int_equal(f->due[2].expires, utc("2026-11-27T04:59:59Z"));
    assert_string_equal(f->due[2].discreet, "an offer answer is due");
    /* Another `by` is another target, first seen then: -7d of the 19th is past. */
    f->item.by = day_of("2026-11-28");
    schedule(f, "2026-11-22T12:00:00Z");
    assert_int_equal(f->n, 2);
    expect(&f->due[0], "2026-11-28", "-3d", "2026-11-25T13:00:00Z", PGYD_WARN);
    /* Steps of its own count from the start. */
    own_steps(f, (const struct pgyd_step[]){{24, 'd', 0}}, 1);
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-01", "24d", "2026-11-25T13:00:00Z", PGYD_WARN);
}

/* A fatal window rings as it opens, one step less than as it closes; at remind_at though it has an
 * hour, whose closing hour the others have. */
static void test_opening(void **state)
{
    struct fixture *f = *state;
    f->item.kind = PGYD_WINDOW;
    f->item.start = day_of("2026-11-20");
    schedule(f, "2026-11-18T12:00:00Z");
    expect(row(f, "open"), "2026-11-26", "open", "2026-11-20T13:00:00Z", PGYD_WARN);
    expect(row(f, "0d"), "2026-11-26", "0d", "2026-11-26T13:00:00Z", PGYD_CRITICAL);
    f->item.start_minute = 9 * 60;
    f->item.end_minute = 17 * 60;
    schedule(f, "2026-11-18T12:00:00Z");
    expect(row(f, "open"), "2026-11-26T17:00", "open", "2026-11-20T13:00:00Z", PGYD_WARN);
    expect(row(f, "-1d"), "2026-11-26T17:00", "-1d", "2026-11-25T22:00:00Z", PGYD_CRITICAL);
    expect(row(f, "0d"), "2026-11-26T17:00", "0d", "2026-11-26T22:00:00Z", PGYD_CRITICAL);
}

/* What the plugin's own steps say is for the brief leaves no row; what the person typed does. */
static void test_own_steps(void **state)
{
    static const struct pgyd_step steps[] = {{-20, 'd', PGYD_CRITICAL}, {-5, 'd', PGYD_INFO}};
    struct fixture *f = *state;
    own_steps(f, steps, 2);
    f->item.stakes = PGYD_COSTLY;
    schedule(f, "2026-11-01T12:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-26", "-5d", "2026-11-21T13:00:00Z", PGYD_INFO);
    f->item.stakes = PGYD_USEFUL;
    schedule(f, "2026-11-01T12:00:00Z");
    assert_int_equal(f->n, 0);
    f->item.flags = PGYD_ITEM_TYPED;
    schedule(f, "2026-11-01T12:00:00Z");
    assert_int_equal(f->n, 2);
    expect(&f->due[0], "2026-11-26", "-20d", "2026-11-06T13:00:00Z", PGYD_INFO);
    expect(&f->due[1], "2026-11-26", "-5d", "2026-11-21T13:00:00Z", PGYD_INFO);
}

static void test_late(void **state)
{
    struct fixture *f = *state;
    const char *const owners[] = {"me", "me", "me", "me"};
    f->item.flags = PGYD_ITEM_FINAL;
    schedule(f, "2026-11-15T12:00:00Z");
    /* Off from the 18th to the 25th, 15:00 there: three steps came due meanwhile and are listed at
     * their own time. */
    schedule(f, "2026-11-25T20:00:00Z");
    assert_int_equal(f->n, 4);
    expect(&f->due[0], "2026-11-26", "-7d", "2026-11-19T13:00:00Z", PGYD_WARN);
    expect(&f->due[2], "2026-11-26", "-1d", "2026-11-25T13:00:00Z", PGYD_CRITICAL);
    int64_t now = utc("2026-11-25T20:00:00Z");
    assert_int_equal(pgy_remind_fate(f->due, owners, 3, 0, now), PGY_FATE_SUPERSEDED);
    assert_int_equal(pgy_remind_fate(f->due, owners, 3, 1, now), PGY_FATE_SUPERSEDED);
    assert_int_equal(pgy_remind_fate(f->due, owners, 3, 2, now), PGY_FATE_LATE);
    /* A row that is not due yet takes nothing away. */
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 2, now), PGY_FATE_LATE);
    /* Back on the last second of the day, and the second after. */
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-27T04:59:59Z")),
                     PGY_FATE_LATE);
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-27T05:00:00Z")),
                     PGY_FATE_MISSED);
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-26T13:10:00Z")),
                     PGY_FATE_SEND);
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-26T13:10:01Z")),
                     PGY_FATE_LATE);
    /* Another person's item of the same name, or another target, supersedes nothing. */
    const char *const two[] = {"me", "you", "me", "me"};
    assert_int_equal(pgy_remind_fate(f->due, two, 2, 0, now), PGY_FATE_LATE);
    f->due[1].target = "2026-11-27";
    assert_int_equal(pgy_remind_fate(f->due, owners, 2, 0, now), PGY_FATE_LATE);
}

static void test_extended(void **state)
{
    struct fixture *f = *state;
    f->item.flags = PGYD_ITEM_FINAL;
    schedule(f, "2026-11-10T12:00:00Z");
    fire(f, "2026-11-26", "-7d");
    fire(f, "2026-11-26", "-3d");
    /* On the 24th they extend it by two weeks: the new ladder from there on, nothing of the old. */
    move(f, "2026-12-10");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 5);
    expect(&f->due[0], "2026-12-10", "-14d", "2026-11-26T13:00:00Z", PGYD_WARN);
    expect(&f->due[1], "2026-12-10", "-7d", "2026-12-03T13:00:00Z", PGYD_WARN);
    expect(&f->due[2], "2026-12-10", "-3d", "2026-12-07T13:00:00Z", PGYD_CRITICAL);
    expect(&f->due[3], "2026-12-10", "-1d", "2026-12-09T13:00:00Z", PGYD_CRITICAL);
    expect(&f->due[4], "2026-12-10", "0d", "2026-12-10T13:00:00Z", PGYD_CRITICAL);
    /* By one day: the steps of the new ladder that are past (20th, 24th) are nobody's. */
    move(f, "2026-11-27");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 2);
    expect(&f->due[0], "2026-11-27", "-1d", "2026-11-26T13:00:00Z", PGYD_CRITICAL);
    /* Moved up to this very day, after its hour: one message. */
    move(f, "2026-11-24");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-24", "now", "2026-11-24T15:15:00Z", PGYD_CRITICAL);
}

static void test_timed(void **state)
{
    struct fixture *f = *state;
    f->item.flags = PGYD_ITEM_FINAL;
    f->item.start_minute = 17 * 60;
    f->item.zone = "America/Los_Angeles";
    schedule(f, "2026-11-15T12:00:00Z");
    assert_int_equal(f->n, 4);
    /* 17:00 in Los Angeles is 20:00 of the same day in New York, 01:00Z of the next. */
    expect(&f->due[0], "2026-11-26T17:00 America/Los_Angeles", "-7d", "2026-11-19T13:00:00Z",
           PGYD_WARN);
    expect(&f->due[3], "2026-11-26T17:00 America/Los_Angeles", "0d", "2026-11-26T13:00:00Z",
           PGYD_CRITICAL);
    assert_int_equal(f->due[0].expires, utc("2026-11-27T01:00:00Z"));
    /* 22:00 there is 01:00 of the next day here. */
    f->item.start_minute = 22 * 60;
    f->known.nseen = 0;
    schedule(f, "2026-11-15T12:00:00Z");
    expect(&f->due[2], "2026-11-26T22:00 America/Los_Angeles", "-1d", "2026-11-26T13:00:00Z",
           PGYD_CRITICAL);
    f->item.start_minute = 17 * 60;
    /* Without a zone it is the person's, and no part of the key. */
    f->item.zone = NULL;
    schedule(f, "2026-11-15T12:00:00Z");
    expect(&f->due[2], "2026-11-26T17:00", "-1d", "2026-11-25T13:00:00Z", PGYD_CRITICAL);
    /* A second after its hour is too late for "now". */
    f->known.nseen = 0;
    schedule(f, "2026-11-26T22:00:01Z");
    assert_int_equal(f->n, 0);
}

/* Hours before the instant itself; across a change of clocks they are hours all the same. */
static void test_hours(void **state)
{
    static const struct pgyd_step steps[] = {{-30, 'h', 0}, {-2, 'h', 0}, {0, 'd', 0}};
    struct fixture *f = *state;
    own_steps(f, steps, 3);
    f->item.start_minute = 17 * 60;
    schedule(f, "2026-11-15T12:00:00Z");
    assert_int_equal(f->n, 3);
    expect(&f->due[0], "2026-11-26T17:00", "-30h", "2026-11-25T16:00:00Z", PGYD_CRITICAL);
    expect(&f->due[1], "2026-11-26T17:00", "-2h", "2026-11-26T20:00:00Z", PGYD_CRITICAL);
    expect(&f->due[2], "2026-11-26T17:00", "0d", "2026-11-26T13:00:00Z", PGYD_CRITICAL);
    /* 03:00 of March 14, 2027 is 07:00Z; two hours before are 05:00Z, midnight, in the day's one
     * hour less. */
    move(f, "2027-03-14");
    f->item.start_minute = 3 * 60;
    schedule(f, "2026-11-15T12:00:00Z");
    expect(row(f, "-2h"), "2027-03-14T03:00", "-2h", "2027-03-14T05:00:00Z", PGYD_CRITICAL);
    /* At eight it is over: on the day before. */
    expect(row(f, "0d"), "2027-03-14T03:00", "0d", "2027-03-13T13:00:00Z", PGYD_CRITICAL);
}

static void test_dst(void **state)
{
    static const struct {
        const char *start;
        int32_t n;
        uint16_t unit;
        int remind_at; /* minutes */
        const char *day, *at;
    } table[] = {
        /* still UTC-4 */
        {"2026-11-05", -7, 'd', 480, "2026-10-29", "2026-10-29T12:00:00Z"},
        {"2026-11-05", 0, 'd', 480, "2026-11-05", "2026-11-05T13:00:00Z"},
        /* 02:30 does not exist: 03:00 UTC-4 */
        {"2027-03-14", 0, 'd', 150, "2027-03-14", "2027-03-14T07:00:00Z"},
        /* the day before, the day after */
        {"2027-03-13", 0, 'd', 150, "2027-03-13", "2027-03-13T07:30:00Z"},
        {"2027-03-15", 0, 'd', 150, "2027-03-15", "2027-03-15T06:30:00Z"},
        /* 01:30 comes twice: the first */
        {"2026-11-01", 0, 'd', 90, "2026-11-01", "2026-11-01T05:30:00Z"},
        /* February has no 31st */
        {"2027-08-31", -6, 'm', 480, "2027-02-28", "2027-02-28T13:00:00Z"},
        {"2028-08-31", -6, 'm', 480, "2028-02-29", "2028-02-29T13:00:00Z"},
        {"2027-01-02", -2, 'w', 480, "2026-12-19", "2026-12-19T13:00:00Z"},
        {"2026-11-26", 3, 'd', 480, "2026-11-29", "2026-11-29T13:00:00Z"},
        {"2028-02-29", -1, 'y', 480, "2027-02-28", "2027-02-28T13:00:00Z"},
    };
    struct fixture *f = *state;
    struct pgy_rung rungs[PGY_RUNGS];
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        move(f, table[i].start);
        own_steps(f, &(const struct pgyd_step){table[i].n, table[i].unit, 0}, 1);
        f->quiet.remind_at = table[i].remind_at;
        assert_int_equal(pgy_stakes_ladder(&f->item, rungs), 1);
        assert_int_equal(rungs[0].day, day_of(table[i].day));
        assert_int_equal(pgy_remind_instant(&f->item, &rungs[0], f->tz, &f->quiet),
                         utc(table[i].at));
    }
    rungs[0].day = PGY_NO_DAY;
    assert_true(pgy_remind_instant(&f->item, &rungs[0], f->tz, &f->quiet) == INT64_MIN);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_ladder),    TEST(test_stakes), TEST(test_by),       TEST(test_opening),
        TEST(test_own_steps), TEST(test_late),   TEST(test_extended), TEST(test_timed),
        TEST(test_hours),     TEST(test_dst),
    };
    return cmocka_run_group_tests_name("remind", tests, NULL, NULL);
}
