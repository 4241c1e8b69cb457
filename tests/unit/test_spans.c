/* SPDX-License-Identifier: BSD-2-Clause */
/* plan/spans: [busy] and calls as items that only a busy calendar shows. Days and instants by hand:
 * 2026-12-01 is day 20788, New York is at UTC-5 from 2026-11-01 06:00Z on. */
#include "config_fixture.h"

#include "plan/spans.h"

enum {
    NOV1 = 20758,
    DEC1 = 20788,
    DEC7 = 20794,
    DEC20 = 20807,
    HOUR = 3600,
    DAY = 86400,
};

static struct pgy_tz *new_york;

static struct pgy_spans spans(struct fixture *f, const char *sections,
                              const struct pgy_shift *shifts, size_t n, pgy_day today)
{
    assert_int_equal(parse(f, pgy_arena_printf(f->arena, PERSON "%s", sections)), 0);
    const struct pgy_spans_input input = {f->config, shifts, n, new_york, today};
    return pgy_spans_make(&input, f->arena);
}

static void assert_span(const struct pgy_item *item, const char *id, pgy_day start, int32_t minute,
                        pgy_day end, int32_t end_minute)
{
    assert_string_equal(item->id, id);
    assert_int_equal(item->start, start);
    assert_int_equal(item->start_minute, minute);
    assert_int_equal(item->end, end);
    assert_int_equal(item->end_minute, end_minute);
    assert_int_equal(item->flags, PGYD_ITEM_BUSY | PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL);
    assert_int_equal(item->stakes, PGYD_CONTEXT);
    assert_string_equal(item->title, "Busy");
    assert_null(item->detail);
}

#define NIGHTS "[busy:nights]\nname = Night float\nstart = 2026-12-07\nend = 2026-12-20\n"

/* The days of a section, both included; a call from 19:00 to 07:00, 2026-12-02 in New York; soonest
 * first, and vacation is busy as well. */
static void test_sections_and_calls(void **state)
{
    struct fixture *f = *state;
    static const struct pgy_shift call = {(int64_t)(DEC1 + 2) * DAY,
                                          (int64_t)(DEC1 + 2) * DAY + 12 * HOUR, "Call: Test"};
    const struct pgy_spans s = spans(f,
                                     NIGHTS "[busy:rest]\nname = Hawaii\nkind = vacation\n"
                                            "start = 2026-12-06\nend = 2026-12-06\n",
                                     &call, 1, DEC1);
    assert_int_equal(s.n, 3);
    /* 2026-12-03T00:00Z = 1,796,256,000 */
    assert_span(&s.list[0], "pgyd/oncall.1796256000", DEC1 + 1, 19 * 60, DEC1 + 2, 7 * 60);
    assert_null(s.list[0].zone);
    assert_span(&s.list[1], "pgyd/busy.rest", DEC7 - 1, -1, DEC7 - 1, -1);
    assert_span(&s.list[2], "pgyd/busy.nights", DEC7, -1, DEC20, -1);
}

static void test_none(void **state)
{
    assert_int_equal(spans(*state, "", NULL, 0, DEC1).n, 0);
}

/* Two sections of the same days, two calendars with the same call; of calls that begin together the
 * longest. What only overlaps stays. */
static void test_same_time_once(void **state)
{
    struct fixture *f = *state;
    const int64_t noon = (int64_t)DEC1 * DAY + 17 * HOUR; /* 12:00 at UTC-5 */
    const struct pgy_shift shifts[] = {
        {noon, noon + HOUR, "a"},
        {noon, noon + 2 * HOUR, "a"},
        {noon, noon + 2 * HOUR, "b"},
        {noon + HOUR, noon + 2 * HOUR, "a"},
    };
    const struct pgy_spans s = spans(f,
                                     NIGHTS "[busy:again]\nstart = 2026-12-07\nend = 2026-12-20\n"
                                            "[busy:longer]\nstart = 2026-12-07\nend = 2026-12-21\n",
                                     shifts, 4, DEC1);
    assert_int_equal(s.n, 4);
    assert_span(&s.list[0], "pgyd/oncall.1796144400", DEC1, 12 * 60, DEC1, 14 * 60);
    assert_span(&s.list[1], "pgyd/oncall.1796148000", DEC1, 13 * 60, DEC1, 14 * 60);
    assert_span(&s.list[2], "pgyd/busy.again", DEC7, -1, DEC20, -1);
    assert_span(&s.list[3], "pgyd/busy.longer", DEC7, -1, DEC20 + 1, -1);
}

/* It ends 2026-12-20: 30 days later is 2027-01-19. */
static void test_left_after_30_days(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(spans(f, NIGHTS, NULL, 0, DEC20 + 29).n, 1);
    assert_int_equal(spans(f, NIGHTS, NULL, 0, DEC20 + 30).n, 1);
    assert_int_equal(spans(f, NIGHTS, NULL, 0, DEC20 + 31).n, 0);
}

/* 2026-11-01 01:30 comes twice: the second time, 06:30Z, only UTC can say. The first, 05:30Z, New
 * York's clock says. */
static void test_hour_that_comes_twice(void **state)
{
    struct fixture *f = *state;
    const int64_t first = (int64_t)NOV1 * DAY + 5 * HOUR + HOUR / 2;
    const struct pgy_shift shifts[] = {{first, first + 6 * HOUR, "a"},
                                       {first + HOUR, first + 6 * HOUR, "a"}};
    const struct pgy_spans s = spans(f, "", shifts, 2, NOV1);
    assert_int_equal(s.n, 2);
    assert_int_equal(s.list[0].start_minute, 90);
    assert_null(s.list[0].zone);
    assert_int_equal(s.list[0].end_minute, 6 * 60 + 30); /* 11:30Z at UTC-5 */
    assert_int_equal(s.list[1].start_minute, 6 * 60 + 30);
    assert_string_equal(s.list[1].zone, "UTC");
    assert_int_equal(s.list[1].end_minute, 11 * 60 + 30);
}

/* Items know minutes: from the one in which it begins to the one after which it ends. Midnight ends
 * it as 00:00 of the next day. */
static void test_seconds_and_midnight(void **state)
{
    struct fixture *f = *state;
    const int64_t midnight = (int64_t)DEC1 * DAY + 5 * HOUR;
    const struct pgy_shift shifts[] = {{midnight - HOUR + 59, midnight - 59, "a"}};
    const struct pgy_spans s = spans(f, "", shifts, 1, DEC1);
    assert_int_equal(s.n, 1);
    assert_int_equal(s.list[0].start, DEC1 - 1);
    assert_int_equal(s.list[0].start_minute, 23 * 60);
    assert_int_equal(s.list[0].end, DEC1);
    assert_int_equal(s.list[0].end_minute, 0);
}

/* The soonest thousand. */
static void test_most(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 1001 };
    struct pgy_shift *shifts = pgy_arena_array(f->arena, MANY, sizeof *shifts);
    for (size_t i = 0; i < MANY; i++) {
        const int64_t start = (int64_t)DEC1 * DAY + (int64_t)i * 2 * HOUR;
        shifts[i] = (struct pgy_shift){start, start + HOUR, "a"};
    }
    struct pgy_spans s = spans(f, "", shifts, MANY - 1, DEC1);
    assert_int_equal(s.n, 1000);
    s = spans(f, NIGHTS, shifts, MANY, DEC1);
    assert_int_equal(s.n, 1000);
    assert_int_equal(s.list[0].start, DEC1 - 1); /* 00:00Z is 19:00 of the day before */
    /* 998 calls and the section, which is among them, come before it: it is the 999th call, 2 *
     * 998 hours on, which are 83 days and 4 hours. */
    assert_int_equal(s.list[999].start, DEC1 + 82);
    assert_int_equal(s.list[999].start_minute, 23 * 60);
}

static int open_zone(void **state)
{
    (void)state;
    return pgy_tz_load("America/New_York", &new_york);
}

static int close_zone(void **state)
{
    (void)state;
    pgy_tz_free(&new_york);
    return 0;
}

int main(void)
{
#define WITH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH(test_sections_and_calls),
        WITH(test_none),
        WITH(test_same_time_once),
        WITH(test_left_after_30_days),
        WITH(test_hour_that_comes_twice),
        WITH(test_seconds_and_midnight),
        WITH(test_most),
    };
    return cmocka_run_group_tests_name("spans", tests, open_zone, close_zone);
}
