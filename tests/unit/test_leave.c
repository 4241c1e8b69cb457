/* SPDX-License-Identifier: BSD-2-Clause */
/* When a reminder leaves: holidays, nights of work, the day a step moves from. Days and hours by
 * hand: New York is UTC-5, eight o'clock is 13:00Z, 16:00 is 21:00Z. */
#include "remind_fixture.h"

static void test_holidays(void **state)
{
    static const struct {
        const char *day;
        bool holiday;
    } table[] = {
        {"2026-11-25", false}, {"2026-11-26", true},  {"2026-11-27", false}, {"2027-11-25", true},
        {"2027-11-26", false}, {"2028-11-23", true},  {"2028-11-30", false}, {"2026-12-24", false},
        {"2026-12-25", true},  {"2026-12-26", false}, {"2026-12-31", false}, {"2027-01-01", true},
        {"2027-01-02", false}, {"2027-07-04", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        assert_int_equal(pgy_quiet_holiday(day_of(table[i].day)), table[i].holiday);
}

static struct pgy_due due_of(const char *step, uint16_t stakes, uint16_t severity, const char *at)
{
    return (struct pgy_due){.item = "",
                            .step = step,
                            .stakes = stakes,
                            .severity = severity,
                            .kind = stakes ? PGYD_DEADLINE : 0,
                            .at = utc(at),
                            .expires = utc(at) + 30 * 86400};
}

static void test_rests(void **state)
{
    static const struct {
        const char *step;
        uint16_t stakes, severity;
        const char *since, *leaves;
    } table[] = {
        /* December 25, 2026 from 05:00Z on, as 00:00 in New York */
        {"-3d", PGYD_COSTLY, PGYD_WARN, "2026-12-25T04:59:59Z", "2026-12-25T04:59:59Z"},
        {"-3d", PGYD_COSTLY, PGYD_WARN, "2026-12-25T05:00:00Z", "2026-12-26T13:00:00Z"},
        {"-3d", PGYD_COSTLY, PGYD_WARN, "2026-12-26T04:59:59Z", "2026-12-26T13:00:00Z"},
        {"-3d", PGYD_COSTLY, PGYD_WARN, "2026-12-26T05:00:00Z", "2026-12-26T05:00:00Z"},
        {"-2w", PGYD_USEFUL, PGYD_INFO, "2026-11-26T13:00:00Z", "2026-11-27T13:00:00Z"},
        {"brief", 0, PGYD_INFO, "2027-01-01T23:00:00Z", "2027-01-02T13:00:00Z"},
        /* what cannot be repaired, and what answers the person, rests on no day */
        {"-14d", PGYD_FATAL, PGYD_WARN, "2026-12-25T13:00:00Z", "2026-12-25T13:00:00Z"},
        {"now", 0, PGYD_WARN, "2026-12-25T13:00:00Z", "2026-12-25T13:00:00Z"},
        {"digest", 0, PGYD_INFO, "2026-12-25T13:00:00Z", "2026-12-25T13:00:00Z"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct pgy_due due =
            due_of(table[i].step, table[i].stakes, table[i].severity, table[i].since);
        assert_int_equal(pgy_leave_at(&f->quiet, f->tz, &due, true, due.at), utc(table[i].leaves));
        assert_int_equal(pgy_leave_at(&f->quiet, f->tz, &due, false, due.at), utc(table[i].leaves));
    }
    /* A night that ends on a holiday ends on the morning after it; what would be over by then is
     * told. */
    f->quiet.on = true;
    f->quiet.from = 22 * 60;
    f->quiet.to = 7 * 60;
    struct pgy_due due = due_of("-3d", PGYD_COSTLY, PGYD_WARN, "2026-12-25T03:30:00Z");
    assert_int_equal(pgy_leave_at(&f->quiet, f->tz, &due, true, due.at),
                     utc("2026-12-26T13:00:00Z"));
    due.expires = utc("2026-12-26T12:59:59Z");
    assert_int_equal(pgy_leave_at(&f->quiet, f->tz, &due, true, due.at), due.at);
    assert_int_equal(pgy_leave_tomorrow(&f->quiet, f->tz, utc("2026-12-26T04:59:59Z")),
                     utc("2026-12-26T13:00:00Z"));
}

/* Nights from Monday, January 4 to Friday, January 8, 2027: asleep until 16:00, on Saturday, too.
 */
static void work_nights(struct fixture *f)
{
    f->quiet.nights_at = 16 * 60;
    f->quiet.nnights = 1;
    f->quiet.nights[0] = (struct pgy_nights){day_of("2027-01-04"), day_of("2027-01-09")};
}

static void test_nights(void **state)
{
    static const struct {
        const char *since, *leaves;
    } table[] = {
        {"2027-01-03T14:00:00Z", "2027-01-03T14:00:00Z"}, /* Sunday, 09:00 */
        {"2027-01-04T14:00:00Z", "2027-01-04T21:00:00Z"},
        {"2027-01-06T20:59:59Z", "2027-01-06T21:00:00Z"},
        {"2027-01-06T21:00:00Z", "2027-01-06T21:00:00Z"},
        {"2027-01-07T02:00:00Z", "2027-01-07T02:00:00Z"}, /* at work, 21:00 */
        {"2027-01-09T14:00:00Z", "2027-01-09T21:00:00Z"}, /* Saturday, home again */
        {"2027-01-10T14:00:00Z", "2027-01-10T14:00:00Z"},
    };
    struct fixture *f = *state;
    work_nights(f);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct pgy_due due = due_of("-14d", PGYD_FATAL, PGYD_WARN, table[i].since);
        assert_int_equal(pgy_leave_at(&f->quiet, f->tz, &due, true, due.at), utc(table[i].leaves));
        assert_int_equal(pgy_leave_at(&f->quiet, f->tz, &due, false, due.at), due.at);
        due.severity = PGYD_CRITICAL;
        assert_int_equal(pgy_leave_at(&f->quiet, f->tz, &due, true, due.at), due.at);
    }
}

/* The steps of a day ring when one is awake; the last while somebody can still be called. */
static void test_steps_in_nights(void **state)
{
    struct fixture *f = *state;
    work_nights(f);
    f->item.flags = PGYD_ITEM_FINAL;
    f->item.start = f->item.end = f->item.by = day_of("2027-01-11"); /* Monday */
    schedule(f, "2027-01-01T12:00:00Z");
    assert_int_equal(f->n, 4);
    expect(row(f, "-7d"), "2027-01-11", "-7d", "2027-01-04T21:00:00Z", PGYD_WARN);
    expect(row(f, "-3d"), "2027-01-11", "-3d", "2027-01-08T21:00:00Z", PGYD_CRITICAL);
    expect(row(f, "-1d"), "2027-01-11", "-1d", "2027-01-10T13:00:00Z", PGYD_CRITICAL);
    expect(row(f, "0d"), "2027-01-11", "0d", "2027-01-11T13:00:00Z", PGYD_CRITICAL);
    /* Thursday within the nights, at 17:00: 16:00 is too late, the day before is not. */
    f->item.start = f->item.end = f->item.by = day_of("2027-01-07");
    f->item.start_minute = 17 * 60;
    schedule(f, "2027-01-01T12:00:00Z");
    expect(row(f, "-1d"), "2027-01-07T17:00", "-1d", "2027-01-06T21:00:00Z", PGYD_CRITICAL);
    expect(row(f, "0d"), "2027-01-07T17:00", "0d", "2027-01-06T21:00:00Z", PGYD_CRITICAL);
}

static void test_last_call(void **state)
{
    static const struct {
        const char *day;
        int32_t minute;
        int remind_at;
        const char *at;
    } table[] = {
        {"2026-12-10", -1, 15 * 60, "2026-12-10T20:00:00Z"}, /* Thursday: two hours are left */
        {"2026-12-10", -1, 15 * 60 + 1, "2026-12-09T20:01:00Z"},
        {"2026-12-10", 12 * 60, 10 * 60, "2026-12-10T15:00:00Z"},
        {"2026-12-10", 12 * 60, 10 * 60 + 1, "2026-12-09T15:01:00Z"},
        {"2026-12-10", 23 * 60, 15 * 60 + 1, "2026-12-09T20:01:00Z"}, /* offices close at five */
        /* Saturday, Sunday and December 25: no hour is a better one */
        {"2026-12-12", -1, 18 * 60, "2026-12-12T23:00:00Z"},
        {"2026-12-13", 17 * 60, 8 * 60, "2026-12-13T13:00:00Z"},
        {"2026-12-13", 9 * 60, 8 * 60, "2026-12-12T13:00:00Z"},
        {"2026-12-25", -1, 18 * 60, "2026-12-25T23:00:00Z"},
    };
    struct fixture *f = *state;
    struct pgy_rung rungs[PGY_RUNGS];
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        f->item.start = f->item.end = f->item.by = day_of(table[i].day);
        f->item.start_minute = table[i].minute;
        f->item.flags = PGYD_ITEM_FINAL;
        f->quiet.remind_at = table[i].remind_at;
        const uint32_t n = pgy_stakes_ladder(&f->item, rungs);
        assert_int_equal(rungs[n - 1].step.n, 0);
        assert_int_equal(pgy_remind_instant(&f->item, &rungs[n - 1], f->tz, &f->quiet),
                         utc(table[i].at));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(test_holidays), TEST(test_rests), TEST(test_nights),
                                       TEST(test_steps_in_nights), TEST(test_last_call)};
    return cmocka_run_group_tests_name("leave", tests, NULL, NULL);
}
