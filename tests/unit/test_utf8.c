/* SPDX-License-Identifier: BSD-2-Clause */
/* base/utf8: characters, cuts, control characters. */
#include "base/utf8.h"

#include "tests/unit/utf8_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void test_char(void **state)
{
    (void)state;
    for (size_t i = 0; i < UTF8_CASES; i++) {
        size_t n = strlen(utf8_cases[i].bytes);
        /* exactly that many bytes: reading one more is seen by the sanitizers */
        char *copy = malloc(n);
        assert_non_null(copy);
        memcpy(copy, utf8_cases[i].bytes, n);
        if (pgy_utf8_char(copy, n) != utf8_cases[i].n)
            fail_msg("sequence %zu: %zu bytes", i, pgy_utf8_char(copy, n));
        assert_true(pgy_utf8_valid(copy, n) == (utf8_cases[i].n > 0));
        free(copy);
    }
    assert_int_equal(pgy_utf8_char("\xc3\xa9", 1), 0);
    assert_int_equal(pgy_utf8_char("", 0), 0);
    assert_int_equal(pgy_utf8_char("", 1), 1); /* NUL is a character */
}

static void test_next(void **state)
{
    (void)state;
    for (size_t i = 0; i < UTF8_CASES; i++) {
        const char *p = utf8_cases[i].bytes;
        assert_int_equal(pgy_utf8_next(&p), utf8_cases[i].n ? utf8_cases[i].code : '?');
        assert_int_equal(p - utf8_cases[i].bytes, utf8_cases[i].n ? utf8_cases[i].n : 1);
    }
}

static void test_valid(void **state)
{
    (void)state;
    char text[] = "eight bytes at once, and caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x93\x85";
    size_t len = strlen(text);
    assert_true(pgy_utf8_valid(text, len));
    assert_true(pgy_utf8_valid("", 0));
    assert_true(pgy_utf8_valid("a\0b", 3)); /* controls are another question */
    for (size_t i = 0; i < len; i++) {
        char kept = text[i];
        text[i] = '\xff';
        assert_false(pgy_utf8_valid(text, len));
        text[i] = kept;
    }
    assert_false(pgy_utf8_valid(text, len - 1));
    assert_true(pgy_utf8_continues('\x80'));
    assert_true(pgy_utf8_continues('\xbf'));
    assert_false(pgy_utf8_continues('\x7f'));
    assert_false(pgy_utf8_continues('\xc0'));
}

static void test_cut(void **state)
{
    (void)state;
    const char *text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x93\x85"; /* of 1, 2, 3 and 4 bytes */
    static const size_t want[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (size_t max = 0; max < COUNT(want); max++)
        assert_int_equal(pgy_utf8_cut(text, 10, max), want[max]);
    assert_int_equal(pgy_utf8_cut("", 0, 0), 0);
}

static void test_controls(void **state)
{
    (void)state;
    assert_false(pgy_has_controls("plain \xc3\xa9\xc2\xa0", 10, ""));
    assert_true(pgy_has_controls("a\nb", 3, ""));
    assert_false(pgy_has_controls("a\nb", 3, "\n"));
    assert_true(pgy_has_controls("a\tb", 3, "\n"));
    assert_false(pgy_has_controls("a\tb\n", 4, "\n\t"));
    assert_true(pgy_has_controls("a\0b", 3, ""));
    /* the end of the list of exceptions is not one of them */
    assert_true(pgy_has_controls("a\0b", 3, "\n\t"));
    assert_int_equal(pgy_utf8_control("\x1f", 1), 1);
    assert_int_equal(pgy_utf8_control("\x20", 1), 0);
    assert_int_equal(pgy_utf8_control("\x7f", 1), 1);
    assert_int_equal(pgy_utf8_control("\xc2\x80", 2), 2);
    assert_int_equal(pgy_utf8_control("\xc2\x85", 2), 2); /* NEL */
    assert_int_equal(pgy_utf8_control("\xc2\x9f", 2), 2);
    assert_int_equal(pgy_utf8_control("\xc2\x9f", 1), 0);
    assert_int_equal(pgy_utf8_control("\xc2\xa0", 2), 0);
    assert_int_equal(pgy_utf8_control("\xc3\x80", 2), 0); /* an A, not a C1 */
    assert_true(pgy_has_controls("a\xc2\x9b"
                                 "b",
                                 4, "\n"));
    assert_false(pgy_has_controls("\xc3\x80", 2, ""));
}

static void test_tame(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t max;
        const char *want;
    } cases[] = {
        {"plain", 10, "plain"},
        {"plain", 5, "plain"},
        {"plain", 4, "plai"},
        {"plain", 0, ""},
        {"a\nb\tc\x7f", 10, "a?b?c?"},
        {"a\x1b[31m", 10, "a?[31m"},
        {"a\xc2\x9b"
         "31m",
         10, "a?31m"}, /* ESC [ as one character */
        {"caf\xc3\xa9", 5, "caf\xc3\xa9"},
        {"caf\xc3\xa9", 4, "caf"},
        {"caf\xc3\xa9\xff", 5, "caf\xc3\xa9"}, /* what is cut off does not count */
        {"caf\xe9", 10, "caf?"},
        {"\xc3\xa9\xe9\n", 10, "????"},
        {"\x80\x80\x80\x80\x80\x80\x80\x80", 6, "??????"}, /* no character is that long */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char to[16], same[16];
        size_t len = strlen(cases[i].text);
        assert_ptr_equal(pgy_utf8_tame(to, cases[i].max, cases[i].text, len), to);
        assert_string_equal(to, cases[i].want);
        memcpy(same, cases[i].text, len + 1);
        assert_string_equal(pgy_utf8_tame(same, cases[i].max, same, len), cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_char), cmocka_unit_test(test_next),     cmocka_unit_test(test_valid),
        cmocka_unit_test(test_cut),  cmocka_unit_test(test_controls), cmocka_unit_test(test_tame),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
