/* SPDX-License-Identifier: BSD-2-Clause */
/* The rule at the end of a zone's file, as POSIX writes it. Zones are test_tz.c's. */
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/tz.h"
#include "base/tzrule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { H = 3600, M = 60 };

static void assert_utc(int64_t utc, const char *want)
{
    char text[24];
    assert_string_equal(pgy_clock_text(utc, text), want);
}

static void test_rules(void **state)
{
    (void)state;
    /* What begins at which instant: the first change after the given start of a year, and the
     * next. */
    static const struct {
        const char *rule;
        int year;
        const char *first, *second; /* "-": none */
        bool dst_first;             /* whether the first change begins daylight saving time */
    } cases[] = {
        {"EST5EDT,M3.2.0,M11.1.0", 2027, "2027-03-14T07:00:00Z", "2027-11-07T06:00:00Z", true},
        {"CET-1CEST,M3.5.0,M10.5.0/3", 2026, "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", true},
        {"IST-1GMT0,M10.5.0,M3.5.0/1", 2026, "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", false},
        {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2027, "2027-04-03T15:00:00Z",
         "2027-10-02T15:30:00Z", false},
        /* Hours below 0 and above 24 (Nuuk: the evening before the last Sunday; Gaza's 50
         * hours). */
        {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026, "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z",
         true},
        {"EET-2EEST,M3.4.4/50,M10.4.4/50", 2026, "2026-03-28T00:00:00Z", "2026-10-23T23:00:00Z",
         true},
        /* Jn never counts Feb 29, n does: day 60 is March 1 in both kinds of year, or not. */
        {"AAA0BBB,J60/0,J365/0", 2027, "2027-03-01T00:00:00Z", "2027-12-30T23:00:00Z", true},
        {"AAA0BBB,J60/0,J365/0", 2028, "2028-03-01T00:00:00Z", "2028-12-30T23:00:00Z", true},
        {"AAA0BBB,J59/0,J365/0", 2028, "2028-02-28T00:00:00Z", "2028-12-30T23:00:00Z", true},
        {"AAA0BBB,59/0,364/0", 2027, "2027-03-01T00:00:00Z", "2027-12-30T23:00:00Z", true},
        {"AAA0BBB,59/0,364/0", 2028, "2028-02-29T00:00:00Z", "2028-12-29T23:00:00Z", true},
        {"AAA0BBB,0/1,10", 2028, "2028-01-01T01:00:00Z", "2028-01-11T01:00:00Z", true},
        /* 167 hours carry a change into the next year, and back into the one before. */
        {"AAA0BBB,J1/-167,J365/167", 2027, "2027-01-06T22:00:00Z", "2027-12-25T01:00:00Z", false},
        {"UTC0", 2027, "-", "-", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct pgy_tzrule rule;
        int64_t first, second;
        assert_int_equal(pgy_tzrule_parse(cases[i].rule, &rule), 0);
        (void)pgy_tzrule_at(&rule, (int64_t)pgy_civil_day(cases[i].year, 1, 1) * 24 * H, &first);
        assert_utc(first, cases[i].first);
        assert_int_equal(pgy_tzrule_at(&rule, first, &second)->dst, cases[i].dst_first);
        assert_utc(second, cases[i].second);
        if (rule.has_dst)
            assert_int_equal(pgy_tzrule_at(&rule, first - 1, &second)->dst, !cases[i].dst_first);
    }
}

static void test_rule_always_dst(void **state)
{
    (void)state;
    /* RFC 8536 3.3.1: EST5EDT,0/0,J365/25 is daylight saving time all the year. */
    struct pgy_tzrule rule;
    int64_t end;
    assert_int_equal(pgy_tzrule_parse("EST5EDT,0/0,J365/25", &rule), 0);
    for (int y = 2026; y <= 2029; y++) {
        for (int64_t s = -6 * H; s <= 6 * H; s += 30 * M)
            assert_true(
                pgy_tzrule_at(&rule, (int64_t)pgy_civil_day(y, 1, 1) * 24 * H + s, &end)->dst);
    }
}

static void test_rule_errors(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "EST",
        "ES5",
        "5",
        "EST5EDT",
        "EST5EDT,",
        "EST5EDT,M3.2.0",
        "EST5EDT,M3.2.0,",
        "EST5EDT,M3.2.0,M11.1.0,",
        "EST5EDT,M0.2.0,M11.1.0",
        "EST5EDT,M13.2.0,M11.1.0",
        "EST5EDT,M3.0.0,M11.1.0",
        "EST5EDT,M3.6.0,M11.1.0",
        "EST5EDT,M3.2.7,M11.1.0",
        "EST5EDT,J0,J365",
        "EST5EDT,J1,J366",
        "EST5EDT,0,366",
        "EST5EDT,-1,365",
        "EST5EDT,M3.2.0/168,M11.1.0",
        "EST5EDT,M3.2.0/-168,M11.1.0",
        "EST5EDT,M3.2.0/,M11.1.0",
        "EST5EDT,M3.2.0/2:60,M11.1.0",
        "EST25",
        "EST5:60",
        "EST5:00:60",
        "EST5:",
        "EST0005",
        "<EST5",
        "<>5",
        "<+5>5",
        "EST5 ",
        " EST5",
        "EST+-5",
        "E\nT5",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA5",
        "EST5EDT,M3.2.0,M11.1.0\n",
        "EST5EDT6,M3.2,M11.1.0",
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct pgy_tzrule rule = {.std.offset = 42};
        if (pgy_tzrule_parse(bad[i], &rule) != PGY_EPARSE || rule.std.offset != 42)
            fail_msg("the rule '%s' was not refused", bad[i]);
    }
    struct pgy_tzrule rule;
    assert_int_equal(
        pgy_tzrule_parse("<-0330>+3:30:15<A1+>-24:59:59,J1/+167:59:59,365/-167:59:59", &rule), 0);
    assert_int_equal(rule.std.offset, -12615);
    assert_int_equal(rule.dst.offset, 89999);
    assert_string_equal(rule.std.abbreviation, "-0330");
    assert_string_equal(rule.dst.abbreviation, "A1+");
    assert_int_equal(rule.start.time, 604799);
    assert_int_equal(rule.end.time, -604799);
    assert_int_equal(pgy_tzrule_day(&rule.end, 2027), pgy_civil_day(2028, 1, 1));
    assert_int_equal(pgy_tzrule_day(&rule.end, 2028), pgy_civil_day(2028, 12, 31));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_rule_always_dst),
        cmocka_unit_test(test_rule_errors),
    };
    return cmocka_run_group_tests_name("tz rules", tests, NULL, NULL);
}
