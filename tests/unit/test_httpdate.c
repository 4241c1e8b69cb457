/* SPDX-License-Identifier: BSD-2-Clause */
/* Dates of HTTP in three forms, against date(1), and what is none. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/err.h"
#include "web/httpdate.h"

/* Seconds from date(1): date -u -d '1994-11-06 08:49:37' +%s and the like. */
static const struct {
    int64_t utc;
    const char *text;
} fixed[] = {
    {784111777, "Sun, 06 Nov 1994 08:49:37 GMT"}, /* RFC 9110 5.6.7 */
    {0, "Thu, 01 Jan 1970 00:00:00 GMT"},
    {-1, "Wed, 31 Dec 1969 23:59:59 GMT"},
    {1709251199, "Thu, 29 Feb 2024 23:59:59 GMT"},
    {951868800, "Wed, 01 Mar 2000 00:00:00 GMT"},
    {1795338000, "Sun, 22 Nov 2026 09:00:00 GMT"},
    {-2208988800, "Mon, 01 Jan 1900 00:00:00 GMT"},
    {253402300799, "Fri, 31 Dec 9999 23:59:59 GMT"},
};
static const int64_t now = 1795338000;

static void test_fixdate(void **state)
{
    char text[PGY_HTTPDATE_TEXT];
    (void)state;
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        int64_t utc = 42;
        assert_string_equal(pgy_httpdate_text(fixed[i].utc, text), fixed[i].text);
        assert_int_equal(pgy_httpdate_parse(fixed[i].text, now, &utc), 0);
        assert_true(utc == fixed[i].utc);
    }
    assert_string_equal(pgy_httpdate_text(-2208988801, text), "");
    assert_string_equal(pgy_httpdate_text(253402300800, text), "");
    assert_string_equal(pgy_httpdate_text(INT64_MAX, text), "");
    assert_string_equal(pgy_httpdate_text(INT64_MIN, text), "");
}

static void test_older_forms(void **state)
{
    static const struct {
        const char *text;
        int64_t utc;
    } good[] = {
        {"Sunday, 06-Nov-94 08:49:37 GMT", 784111777},
        {"Sun Nov  6 08:49:37 1994", 784111777},
        {"Sun Nov 22 09:00:00 2026", 1795338000},
        /* two-digit years around 2026 + 49 */
        {"Tuesday, 01-Jan-75 00:00:00 GMT", 3313526400},
        {"Wednesday, 01-Jan-76 00:00:00 GMT", 189302400},
        {"Saturday, 01-Jan-77 00:00:00 GMT", 220924800},
        {"Sunday, 22-Nov-26 09:00:00 GMT", 1795338000},
    };
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        int64_t utc = 42;
        assert_int_equal(pgy_httpdate_parse(good[i].text, now, &utc), 0);
        if (utc != good[i].utc)
            fail_msg("%s: %lld", good[i].text, (long long)utc);
    }
}

static void test_malformed(void **state)
{
    static const char *const bad[] = {
        "",
        "x",
        "Sun",
        "Sun,",
        "Sun, ",
        "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:37 GMT ",
        " Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT",
        "Sun, 29 Feb 2023 08:49:37 GMT",
        "Sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT",
        "Sunday, 06 Nov 1994 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
        "Sun Nov  6 08:49:37 1994 GMT",
        "Xyz, 06 Nov 1994 08:49:37 GMT",
        "784111777",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1899 08:49:37 GMT",
        "Sun, 06 Nov 1994 +8:49:37 GMT",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        int64_t utc = 42;
        if (pgy_httpdate_parse(bad[i], now, &utc) != PGY_EPARSE || utc != 42)
            fail_msg("accepted '%s'", bad[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fixdate),
        cmocka_unit_test(test_older_forms),
        cmocka_unit_test(test_malformed),
    };
    return cmocka_run_group_tests_name("httpdate", tests, NULL, NULL);
}
