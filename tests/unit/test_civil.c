/* SPDX-License-Identifier: BSD-2-Clause */
/* Civil dates (architecture 8), rule by rule. Expected dates were worked out on a calendar. */
#include "base/civil.h"
#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static pgy_day day(const char *text)
{
    pgy_day d;
    assert_int_equal(pgy_civil_parse(text, &d), 0);
    return d;
}

static void assert_day(pgy_day got, const char *want)
{
    char text[PGY_DAY_TEXT];
    assert_string_equal(pgy_civil_text(got, text), want);
}

static struct pgy_dur dur(const char *text)
{
    struct pgy_dur d;
    assert_int_equal(pgy_dur_parse(text, false, &d), 0);
    return d;
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        pgy_day day;
        enum pgy_weekday weekday;
    } known[] = {
        {"1970-01-01", 0, PGY_THU},       {"1969-12-31", -1, PGY_WED},
        {"1970-01-02", 1, PGY_FRI},       {"2000-02-29", 11016, PGY_TUE},
        {"2026-11-22", 20779, PGY_SUN},   {"2038-01-19", 24855, PGY_TUE},
        {"2100-03-01", 47541, PGY_MON},   {"1900-01-01", -25567, PGY_MON},
        {"9999-12-31", 2932896, PGY_FRI},
    };
    for (size_t i = 0; i < COUNT(known); i++) {
        assert_int_equal(day(known[i].date), known[i].day);
        assert_int_equal(pgy_civil_weekday(known[i].day), known[i].weekday);
        assert_day(known[i].day, known[i].date);
    }
}

/* Counts through the whole range as a person would, day after day. */
static void test_every_day(void **state)
{
    (void)state;
    pgy_day n = -25567;
    int weekday = PGY_MON;
    assert_int_equal(PGY_DAY_MIN, n);
    for (int y = 1900; y <= 9999; y++) {
        bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
        const int ends[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int m = 1; m <= 12; m++) {
            if (pgy_civil_month_days(y, m) != ends[m - 1])
                fail_msg("%d-%d has %d days", y, m, ends[m - 1]);
            for (int d = 1; d <= ends[m - 1]; d++, n++, weekday = (weekday + 1) % 7) {
                struct pgy_ymd ymd = pgy_civil_ymd(n);
                if (pgy_civil_day(y, m, d) != n || ymd.year != y || ymd.month != m ||
                    ymd.day != d || (int)pgy_civil_weekday(n) != weekday)
                    fail_msg("%d-%d-%d is day %d", y, m, d, n);
            }
            assert_int_equal(pgy_civil_day(y, m, ends[m - 1] + 1), PGY_NO_DAY);
        }
    }
    assert_int_equal(n, 2932897);
    assert_int_equal(PGY_DAY_MAX + 1, n);
}

static void test_no_such_date(void **state)
{
    (void)state;
    assert_int_equal(pgy_civil_day(1899, 12, 31), PGY_NO_DAY);
    assert_int_equal(pgy_civil_day(10000, 1, 1), PGY_NO_DAY);
    assert_int_equal(pgy_civil_day(2026, 0, 1), PGY_NO_DAY);
    assert_int_equal(pgy_civil_day(2026, 13, 1), PGY_NO_DAY);
    assert_int_equal(pgy_civil_day(2026, 1, 0), PGY_NO_DAY);
    assert_int_equal(pgy_civil_day(2026, -1, -1), PGY_NO_DAY);
    assert_int_equal(pgy_civil_day(2027, 2, 29), PGY_NO_DAY);
    assert_int_equal(pgy_civil_month_days(2026, 0), 0);
    assert_int_equal(pgy_civil_month_days(2026, 13), 0);
}

static void test_leap_years(void **state)
{
    (void)state;
    assert_true(pgy_civil_leap(2000));
    assert_true(pgy_civil_leap(2028));
    assert_false(pgy_civil_leap(2027));
    assert_false(pgy_civil_leap(1900));
    assert_false(pgy_civil_leap(2100));
    assert_day(day("2028-02-28") + 1, "2028-02-29");
    assert_day(day("2028-02-29") + 1, "2028-03-01");
    assert_day(day("2027-02-28") + 1, "2027-03-01");
    assert_day(day("2100-02-28") + 1, "2100-03-01");
}

static void test_months(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *want;
    } cases[] = {
        /* The 31st and the 30th clamped to a February. */
        {"2028-08-31", -6, "2028-02-29"},
        {"2027-06-30", -16, "2026-02-28"},
        {"2027-06-30", -18, "2025-12-30"},
        {"2027-06-30", -12, "2026-06-30"},
        {"2027-06-30", -24, "2025-06-30"},
        {"2027-06-30", -6, "2026-12-30"},
        /* No stickiness: a month's last day does not stay the last. */
        {"2026-02-28", 16, "2027-06-28"},
        {"2027-02-28", 1, "2027-03-28"},
        {"2027-04-30", 1, "2027-05-30"},
        /* The day before the end, the end, the day after. */
        {"2027-01-28", 1, "2027-02-28"},
        {"2027-01-29", 1, "2027-02-28"},
        {"2027-01-31", 1, "2027-02-28"},
        {"2027-02-01", 1, "2027-03-01"},
        {"2028-01-30", 1, "2028-02-29"},
        /* Over the year's end both ways. */
        {"2026-12-31", 1, "2027-01-31"},
        {"2027-01-31", -1, "2026-12-31"},
        {"2026-12-01", 12, "2027-12-01"},
        {"2026-11-22", 0, "2026-11-22"},
        {"1970-01-31", -1, "1969-12-31"},
        /* The ends of the range. */
        {"9999-11-30", 1, "9999-12-30"},
        {"9999-12-01", 1, "-"},
        {"1900-02-28", -1, "1900-01-28"},
        {"1900-01-31", -1, "-"},
        {"2026-11-22", 2000000000, "-"},
        {"2026-11-22", -2000000000, "-"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_day(pgy_civil_add_months(day(cases[i].from), cases[i].months), cases[i].want);
    assert_int_equal(pgy_civil_add_months(PGY_NO_DAY, 1), PGY_NO_DAY);
}

static void test_durations_added(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        const char *dur;
        int n;
        const char *want;
    } cases[] = {
        {"2026-11-16", "7d", 1, "2026-11-23"},  /* S0-02: the soft answer */
        {"2026-11-16", "10d", 1, "2026-11-26"}, /* and the hard one */
        {"2026-11-23", "10d", 1, "2026-12-03"}, /* S0-20 */
        {"2026-11-23", "2w", 1, "2026-12-07"},   {"2026-11-02", "21d", 1, "2026-11-23"}, /* S0-22 */
        {"2028-02-29", "1y", 1, "2029-02-28"}, /* Feb 29 and its years */
        {"2028-02-29", "1y", -1, "2027-02-28"},  {"2028-02-29", "4y", 1, "2032-02-29"},
        {"2096-02-29", "4y", 1, "2100-02-28"},   {"2022-07-01", "5y", 1, "2027-07-01"},
        {"2027-06-30", "6mo", -3, "2025-12-30"}, {"2026-11-22", "0d", 1, "2026-11-22"},
        {"9999-12-30", "1d", 1, "9999-12-31"},   {"9999-12-31", "1d", 1, "-"},
        {"1900-01-02", "1d", -1, "1900-01-01"},  {"1900-01-01", "1d", -1, "-"},
        {"2026-11-22", "100y", 1000000, "-"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_day(pgy_civil_add(day(cases[i].from), dur(cases[i].dur), cases[i].n), cases[i].want);

    /* R = START + length - 1 day, and a fellowship from August to July. */
    assert_day(pgy_civil_add(day("2022-07-01"), dur("5y"), 1) - 1, "2027-06-30");
    assert_day(pgy_civil_add(day("2027-08-01"), dur("1y"), 1) - 1, "2028-07-31");

    struct pgy_dur hours = {.n = 24, .unit = 'h'}, nothing = {.n = 1, .unit = '?'};
    assert_int_equal(pgy_civil_add(0, hours, 1), PGY_NO_DAY);
    assert_int_equal(pgy_civil_add(0, nothing, 1), PGY_NO_DAY);
    assert_int_equal(pgy_civil_add(PGY_NO_DAY, dur("1d"), 1), PGY_NO_DAY);
}

static void test_nth_weekday(void **state)
{
    (void)state;
    static const struct {
        int n;
        enum pgy_weekday weekday;
        int month, year;
        const char *want;
    } cases[] = {
        /* NTH(1,Wed,Dec): the month begins on a Tuesday */
        {1, PGY_WED, 12, 2026, "2026-12-02"},
        {4, PGY_THU, 11, 2026, "2026-11-26"}, /* Thanksgiving */
        {1, PGY_SUN, 11, 2026, "2026-11-01"}, /* the month begins on that weekday */
        {1, PGY_SAT, 11, 2026, "2026-11-07"}, /* and on the one after it */
        {3, PGY_MON, 1, 2027, "2027-01-18"},
        {3, PGY_MON, 2, 2027, "2027-02-15"},
        {-1, PGY_MON, 5, 2027, "2027-05-31"}, /* a fifth one, on the month's last day */
        {5, PGY_MON, 11, 2026, "2026-11-30"},
        {5, PGY_TUE, 11, 2026, "-"},
        {-1, PGY_TUE, 11, 2026, "2026-11-24"}, /* no fifth: the fourth is the last */
        {-1, PGY_SUN, 2, 2027, "2027-02-28"},
        {5, PGY_MON, 2, 2027, "-"},
        {5, PGY_TUE, 2, 2028, "2028-02-29"},
        {-1, PGY_TUE, 2, 2028, "2028-02-29"},
        {0, PGY_MON, 2, 2027, "-"},
        {6, PGY_MON, 2, 2027, "-"},
        {-2, PGY_MON, 2, 2027, "-"},
        {1, PGY_MON, 13, 2027, "-"},
        {1, PGY_MON, 1, 10000, "-"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_day(pgy_civil_nth(cases[i].n, cases[i].weekday, cases[i].month, cases[i].year),
                   cases[i].want);
}

/* The federal holidays. */
static const char *const federal[] = {"2026-11-26", "2026-12-25", "2027-01-01", "2027-01-18",
                                      "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05"};

static void test_business_days(void **state)
{
    (void)state;
    pgy_day days[COUNT(federal)];
    for (size_t i = 0; i < COUNT(federal); i++)
        days[i] = day(federal[i]);
    const struct pgy_holidays holidays = {days, COUNT(days)};
    static const struct {
        const char *from;
        int n;
        const char *want;
    } cases[] = {
        /* a Monday, over Thanksgiving and a weekend */
        {"2026-11-23", 5, "2026-12-01"},
        {"2026-11-23", 2, "2026-11-25"}, /* before, over the holiday */
        {"2026-11-23", 3, "2026-11-27"},
        {"2026-11-23", 4, "2026-11-30"},
        {"2026-11-27", -1, "2026-11-25"}, /* and back */
        {"2026-12-01", -5, "2026-11-23"},
        {"2026-11-26", 0, "2026-11-26"}, /* a free start day is day 0 */
        {"2026-11-26", 1, "2026-11-27"},
        {"2026-11-26", -1, "2026-11-25"},
        {"2026-11-28", 1, "2026-11-30"},
        {"2026-11-28", -1, "2026-11-27"},
        {"2026-11-29", 1, "2026-11-30"},
        {"2026-12-24", 1, "2026-12-28"}, /* each of the others: the last working day before it */
        {"2026-12-31", 1, "2027-01-04"},
        {"2027-01-15", 1, "2027-01-19"},
        {"2027-02-12", 1, "2027-02-16"},
        {"2027-05-28", 1, "2027-06-01"},
        {"2027-06-17", 1, "2027-06-21"},
        {"2027-07-02", 1, "2027-07-06"},
        {"9999-12-31", 1, "-"},
        {"1900-01-01", -1, "-"},
        {"2026-11-23", INT32_MAX, "-"},
        {"2026-11-23", INT32_MIN, "-"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_day(pgy_civil_add_business(day(cases[i].from), cases[i].n, &holidays),
                   cases[i].want);

    assert_day(pgy_civil_add_business(day("2026-11-23"), 5, NULL), "2026-11-30");
    assert_day(pgy_civil_add_business(day("2026-11-23"), 5, &(struct pgy_holidays){0}),
               "2026-11-30");
    assert_int_equal(pgy_civil_add_business(PGY_NO_DAY, 5, NULL), PGY_NO_DAY);
    for (size_t i = 0; i < COUNT(federal); i++) {
        assert_false(pgy_civil_is_business(days[i], &holidays));
        assert_true(pgy_civil_is_business(days[i], NULL)); /* none of them is on a weekend */
    }
    assert_true(pgy_civil_is_business(day("2026-11-27"), &holidays));
    assert_false(pgy_civil_is_business(day("2026-11-28"), &holidays));
    assert_false(pgy_civil_is_business(day("2026-11-29"), &holidays));
    assert_true(pgy_civil_is_business(day("2026-11-30"), &holidays));
}

static void test_academic_years(void **state)
{
    (void)state;
    assert_int_equal(pgy_civil_academic_year(day("2026-06-29")), 2025);
    assert_int_equal(pgy_civil_academic_year(day("2026-06-30")), 2025);
    assert_int_equal(pgy_civil_academic_year(day("2026-07-01")), 2026);
    assert_int_equal(pgy_civil_academic_year(day("2026-07-02")), 2026);
    assert_int_equal(pgy_civil_academic_year(day("2026-12-31")), 2026);
    assert_int_equal(pgy_civil_academic_year(day("2027-01-01")), 2026);
    assert_int_equal(pgy_civil_academic_year(day("2027-06-30")), 2026);
}

static void test_parse_date(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int err;
    } bad[] = {
        {"", PGY_EPARSE},
        {"2026", PGY_EPARSE},
        {"2026-11-2", PGY_EPARSE},
        {"2026-11-222", PGY_EPARSE},
        {"26-11-22", PGY_EPARSE},
        {"2026/11/22", PGY_EPARSE},
        {"2026-11-22 ", PGY_EPARSE},
        {" 2026-11-22", PGY_EPARSE},
        {"2026-1a-22", PGY_EPARSE},
        {"+026-11-22", PGY_EPARSE},
        {"-026-11-22", PGY_EPARSE},
        {"2026-11-22T09:00", PGY_EPARSE},
        {"2026-+1-22", PGY_EPARSE},
        {"2026-11--2", PGY_EPARSE},
        {"20261-1-22", PGY_EPARSE},
        {"22.11.2026", PGY_EPARSE},
        {"2026-00-10", PGY_EINVAL},
        {"2026-13-10", PGY_EINVAL},
        {"2026-11-00", PGY_EINVAL},
        {"2026-11-31", PGY_EINVAL},
        {"2027-02-29", PGY_EINVAL},
        {"2100-02-29", PGY_EINVAL},
        {"1899-02-29", PGY_EINVAL},
        {"1899-12-31", PGY_ELIMIT},
        {"0000-01-01", PGY_ELIMIT},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        pgy_day d = 42;
        assert_int_equal(pgy_civil_parse(bad[i].text, &d), bad[i].err);
        assert_int_equal(d, 42);
    }
    assert_day(day("1900-01-01"), "1900-01-01");
    assert_day(day("2028-02-29"), "2028-02-29");
}

static void test_parse_duration(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool clock;
        int32_t n;
        char unit;
        int64_t seconds;
    } good[] = {
        {"3d", false, 3, 'd', 259200},
        {"2w", false, 2, 'w', 1209600},
        {"6mo", false, 6, 'm', 15552000},
        {"1y", false, 1, 'y', 31536000},
        {"0d", false, 0, 'd', 0},
        {"100y", false, 100, 'y', 3153600000},
        {"36525d", false, 36525, 'd', 3155760000},
        {"1200mo", false, 1200, 'm', 3110400000},
        {"90s", true, 90, 's', 90},
        {"15min", true, 15, 'i', 900},
        {"2h", true, 2, 'h', 7200},
        {"1d", true, 1, 'd', 86400},
        {"2147483647s", true, INT32_MAX, 's', INT32_MAX},
    };
    for (size_t i = 0; i < COUNT(good); i++) {
        struct pgy_dur d;
        char text[PGY_DUR_TEXT];
        assert_int_equal(pgy_dur_parse(good[i].text, good[i].clock, &d), 0);
        assert_int_equal(d.n, good[i].n);
        assert_int_equal(d.unit, good[i].unit);
        assert_true(pgy_dur_seconds(d) == good[i].seconds);
        assert_string_equal(pgy_dur_text(d, text), good[i].text);
    }
    static const struct {
        const char *text;
        bool clock;
        int err;
    } bad[] = {
        {"", false, PGY_EPARSE},
        {"d", false, PGY_EPARSE},
        {"3", false, PGY_EPARSE},
        {"3 d", false, PGY_EPARSE},
        {"-3d", false, PGY_EPARSE},
        {"+3d", false, PGY_EPARSE},
        {"3D", false, PGY_EPARSE},
        {"3d ", false, PGY_EPARSE},
        {"3d2w", false, PGY_EPARSE},
        {"1.5y", false, PGY_EPARSE},
        {"3dd", false, PGY_EPARSE},
        {"6m", false, PGY_EPARSE},
        {"6m", true, PGY_EPARSE},
        {"90s", false, PGY_EPARSE},
        {"2h", false, PGY_EPARSE},
        {"15min", false, PGY_EPARSE},
        {"15mi", true, PGY_EPARSE},
        {"101y", false, PGY_ELIMIT},
        {"36526d", false, PGY_ELIMIT},
        {"5219w", false, PGY_ELIMIT},
        {"1201mo", false, PGY_ELIMIT},
        {"2147483648s", true, PGY_ELIMIT},
        {"99999999999999999999d", false, PGY_ELIMIT},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct pgy_dur d = {.n = 42, .unit = 'x'};
        assert_int_equal(pgy_dur_parse(bad[i].text, bad[i].clock, &d), bad[i].err);
        assert_int_equal(d.n, 42);
        assert_int_equal(d.unit, 'x');
    }
}

static void test_parse_minutes(void **state)
{
    (void)state;
    int minutes = -1;
    assert_int_equal(pgy_minutes_parse("00:00", &minutes), 0);
    assert_int_equal(minutes, 0);
    assert_int_equal(pgy_minutes_parse("08:05", &minutes), 0);
    assert_int_equal(minutes, 485);
    assert_int_equal(pgy_minutes_parse("23:59", &minutes), 0);
    assert_int_equal(minutes, 1439);
    static const char *const bad[] = {"24:00", "08:60", "8:00",  "08:0",  "08:000", "0800",
                                      "08.00", "",      "ab:cd", "-1:00", "08:00 "};
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_int_equal(pgy_minutes_parse(bad[i], &minutes), PGY_EPARSE);
        assert_int_equal(minutes, 1439);
    }
}

static void test_units(void **state)
{
    (void)state;
    for (uint32_t unit = 0; unit < 1000; unit++)
        assert_true(pgy_dur_of_days(unit) ==
                    (unit == 'd' || unit == 'w' || unit == 'm' || unit == 'y'));
    assert_false(pgy_dur_of_days(256 + 'd'));
    assert_false(pgy_dur_of_days(UINT32_MAX));
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(pgy_month_name(1), "January");
    assert_string_equal(pgy_month_name(9), "September");
    assert_string_equal(pgy_month_name(12), "December");
    assert_string_equal(pgy_month_name(0), "");
    assert_string_equal(pgy_month_name(13), "");
    assert_string_equal(pgy_weekday_name(PGY_SUN), "Sunday");
    assert_string_equal(pgy_weekday_name(PGY_SAT), "Saturday");
    assert_string_equal(pgy_weekday_name((enum pgy_weekday)7), "");
    /* 2026-11-26 is Thanksgiving: the fourth Thursday of November */
    assert_string_equal(pgy_weekday_name(pgy_civil_weekday(day("2026-11-26"))), "Thursday");
}

static void test_texts(void **state)
{
    (void)state;
    char text[24];
    assert_string_equal(pgy_civil_words(day("2026-11-26"), text), "Thu Nov 26, 2026");
    assert_string_equal(pgy_civil_words(day("2027-02-01"), text), "Mon Feb 1, 2027");
    assert_string_equal(pgy_civil_words(day("9999-12-31"), text), "Fri Dec 31, 9999");
    assert_string_equal(pgy_civil_words(PGY_NO_DAY, text), "-");
    assert_day(PGY_NO_DAY, "-");
    assert_day(INT32_MAX, "-");
    assert_day(2932897, "-");
    assert_day(-25568, "-");
    assert_string_equal(pgy_dur_text((struct pgy_dur){.n = INT32_MIN, .unit = 'i'}, text),
                        "-2147483648min");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),        cmocka_unit_test(test_every_day),
        cmocka_unit_test(test_no_such_date),   cmocka_unit_test(test_leap_years),
        cmocka_unit_test(test_months),         cmocka_unit_test(test_durations_added),
        cmocka_unit_test(test_nth_weekday),    cmocka_unit_test(test_business_days),
        cmocka_unit_test(test_academic_years), cmocka_unit_test(test_parse_date),
        cmocka_unit_test(test_parse_duration), cmocka_unit_test(test_parse_minutes),
        cmocka_unit_test(test_names),          cmocka_unit_test(test_units),
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests_name("civil", tests, NULL, NULL);
}
