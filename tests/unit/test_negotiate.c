/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers that choose an answer, by the tables of RFC 9110, malformed ones among them. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/negotiate.h"

static void test_gzip(void **state)
{
    static const struct {
        const char *header;
        bool gzip;
    } table[] = {
        {NULL, false},
        {"", false},
        {"gzip", true},
        {"GZip", true},
        {"x-gzip", true},
        {"deflate, gzip", true},
        {"br", false},
        {"gzip;q=0", false},
        {"gzip;q=0.0", false},
        {"gzip;q=0.001", true},
        {"gzip;q=1.000", true},
        {"gzip;q=1.001", false},
        {"gzip ; q=0.5", true},
        {"gzip;Q=0.5", true},
        {"*", true},
        {"*;q=0", false},
        {"gzip;q=0, *", false},
        {"*, gzip;q=0", false},
        {"identity, gzip;q=0.5", false},
        {"identity;q=0.5, gzip", true},
        {"identity;q=0.5, gzip;q=0.5", true},
        {"identity;q=0, *;q=0", false},
        {",, gzip ,", true},
        {"gzip;q=", false},
        {"gzip;q=x", false},
        {"gzip;level=9", false},
        {"gzip;q=0.1234", false},
        {"gzip gzip", false},
        {"gzipx", false},
        {"\tgzip\t", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (pgy_accepts_gzip(table[i].header) != table[i].gzip)
            fail_msg("'%s' is not read as %d", table[i].header, table[i].gzip);
    }
}

static void test_etag(void **state)
{
    static const struct {
        const char *header;
        bool match;
    } table[] = {
        {NULL, false},
        {"", false},
        {"\"ab\"", true},
        {"W/\"ab\"", true},
        {"*", true},
        {" * ", true},
        {"*x", false},
        {"\"*\"", false},
        {"\"x\", \"ab\"", true},
        {"\"x\",W/\"ab\"", true},
        {"\"ab\", nonsense", true},
        {"nonsense, \"ab\"", false},
        {"\"a\"", false},
        {"\"abc\"", false},
        {"ab", false},
        {"\"ab", false},
        {"w/\"ab\"", false},
        {"\"x\" \"ab\"", false},
        {"\"a,\", \"ab\"", true},
        {", ,\"ab\"", true},
        {"\"x,\"ab\"", false},
        {"W/", false},
        {"\"\"", false},
        {"\"AB\"", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (pgy_etag_matches(table[i].header, "\"ab\"") != table[i].match)
            fail_msg("'%s' is not read as %d", table[i].header, table[i].match);
    }
}

/* Sun, 06 Nov 1994 08:49:37 GMT = 784111777 (RFC 9110 5.6.7): the second before, the second, the
 * second after. */
static void test_conditions(void **state)
{
    const char *date = "Sun, 06 Nov 1994 08:49:37 GMT";
    (void)state;
    assert_true(pgy_not_modified(NULL, date, "\"ab\"", 784111776, 0));
    assert_true(pgy_not_modified(NULL, date, "\"ab\"", 784111777, 0));
    assert_false(pgy_not_modified(NULL, date, "\"ab\"", 784111778, 0));
    assert_false(pgy_not_modified(NULL, "soon", "\"ab\"", 0, 0));
    assert_false(pgy_not_modified(NULL, NULL, "\"ab\"", 0, 0));
    /* If-None-Match decides alone, either way */
    assert_false(pgy_not_modified("\"x\"", date, "\"ab\"", 784111776, 0));
    assert_true(pgy_not_modified("\"ab\"", date, "\"ab\"", 784111778, 0));
    assert_false(pgy_not_modified("", date, "\"ab\"", 784111776, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gzip),
        cmocka_unit_test(test_etag),
        cmocka_unit_test(test_conditions),
    };
    return cmocka_run_group_tests_name("negotiate", tests, NULL, NULL);
}
