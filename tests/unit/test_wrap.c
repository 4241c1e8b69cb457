/* SPDX-License-Identifier: BSD-2-Clause */
/* base/wrap: columns of characters, lines of a cell, paragraphs; each line counted by hand. */
#include "base/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static size_t width(const char *text)
{
    return pgy_wrap_width(text, strlen(text));
}

static void test_width(void **state)
{
    (void)state;
    assert_int_equal(width(""), 0);
    assert_int_equal(width("abc"), 3);
    assert_int_equal(width("\xc3\xa9"), 1);                 /* é */
    assert_int_equal(width("e\xcc\x81"), 1);                /* e and a combining accent */
    assert_int_equal(width("\xe6\x97\xa5\xe6\x9c\xac"), 4); /* two ideographs */
    assert_int_equal(width("\xf0\x9f\x98\x80"), 2);         /* a face */
    assert_int_equal(width("\xe2\x80\x99"), 1);             /* ’ */
    assert_int_equal(width("\xf0\xaa\x9f\xbf"), 2);         /* in the last range */
    assert_int_equal(width("\xf3\xa0\x80\x81"), 1);         /* behind it */
    assert_int_equal(width("a\xff"), 2);                    /* no character: a '?' */
}

static void test_width_of_a_part(void **state)
{
    (void)state;
    assert_int_equal(pgy_wrap_width("abc def", 3), 3);
    assert_int_equal(pgy_wrap_width("\xe6\x97\xa5 def", 3), 2);
    assert_int_equal(pgy_wrap_width("ab\0cd", 5), 2);
    assert_int_equal(pgy_wrap_width("abc", 0), 0);
}

static void test_widest_and_longest(void **state)
{
    (void)state;
    assert_int_equal(pgy_wrap_widest(""), 0);
    assert_int_equal(pgy_wrap_widest("a bc\nd\n"), 4);
    assert_int_equal(pgy_wrap_widest("a\n\nb \xe6\x97\xa5"), 4);
    assert_int_equal(pgy_wrap_longest(""), 0);
    assert_int_equal(pgy_wrap_longest("  one three\ntwo"), 5);
    assert_int_equal(pgy_wrap_longest("d\xc3\xa9j\xc3\xa0 vu"), 4);
}

static void test_line(void **state)
{
    static const struct {
        const char *text;
        size_t width, bytes;
    } cases[] = {
        {"", 5, 0},
        {"one two", 7, 7},
        {"one two", 6, 3},
        {"one two", 2, 3}, /* one word at least */
        {"one", 0, 3},
        {"one two three", 7, 7},
        {"one  two", 7, 3}, /* both blanks count */
        {"one  two", 8, 8},
        {"one   ", 6, 6},
        {"one   ", 4, 3},
        {"  one two", 5, 5},
        {"one\ntwo", 9, 3},
        {"\ntwo", 9, 0},
        {"one two\nthree", 3, 3},
        {"\xc3\xa9t\xc3\xa9 \xc3\xa9t\xc3\xa9", 7, 11},   /* été été */
        {"\xe6\x97\xa5\xe6\x9c\xac \xe6\x97\xa5", 7, 10}, /* 4 + 1 + 2 */
        {"\xe6\x97\xa5\xe6\x9c\xac \xe6\x97\xa5", 6, 6},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t bytes = pgy_wrap_line(cases[i].text, cases[i].width);
        if (bytes != cases[i].bytes)
            fail_msg("line %zu: %zu bytes, not %zu", i, bytes, cases[i].bytes);
    }
}

static void test_next_and_lines(void **state)
{
    (void)state;
    assert_string_equal(pgy_wrap_next("  two"), "two");
    assert_string_equal(pgy_wrap_next("\n  two"), "  two");
    assert_string_equal(pgy_wrap_next(" \n\ntwo"), "\ntwo");
    assert_string_equal(pgy_wrap_next(""), "");
    assert_int_equal(pgy_wrap_lines("", 5), 0);
    assert_int_equal(pgy_wrap_lines("one two three", 13), 1);
    assert_int_equal(pgy_wrap_lines("one two three", 12), 2);
    assert_int_equal(pgy_wrap_lines("one two three", 5), 3);
    assert_int_equal(pgy_wrap_lines("one two three", 1), 3);
    assert_int_equal(pgy_wrap_lines("one\n\ntwo", 5), 3);
    assert_int_equal(pgy_wrap_lines("one   ", 3), 1);
}

static void paragraph(const char *text, size_t indent, size_t columns, const char *expected)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(1000);
    pgy_wrap_text(&out, text, indent, columns);
    assert_int_equal(out.err, 0);
    assert_string_equal(pgy_buf_text(&out), expected);
}

static void test_text(void **state)
{
    (void)state;
    paragraph("", 0, 10, "\n");
    paragraph("one two three", 0, 10, "one two\nthree\n");
    paragraph("one two three", 0, 7, "one two\nthree\n");
    paragraph("one two three", 0, 6, "one\ntwo\nthree\n");
    paragraph("one two three", 2, 10, "one two\n  three\n");
    paragraph("one two three", 2, 8, "one\n  two\n  three\n"); /* 2 + 3 + 1 + 3 = 9 */
    paragraph("a b c d", 0, 6, "a b c\nd\n");
    paragraph("  one   two ", 0, 10, "one two\n");
    paragraph("one\ntwo \n\nthree", 1, 10, "one\n two\n \n three\n");
    paragraph("a-word-of-16-sig n", 0, 10, "a-word-of-16-sig\nn\n");
    paragraph("\xc3\xa9t\xc3\xa9 \xc3\xa9t\xc3\xa9 o", 0, 7,
              "\xc3\xa9t\xc3\xa9 \xc3\xa9t\xc3\xa9\no\n");
    paragraph("\xe6\x97\xa5 \xe6\x97\xa5 o", 0, 5, "\xe6\x97\xa5 \xe6\x97\xa5\no\n");
}

static void test_text_over_the_limit(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(6);
    (void)state;
    pgy_wrap_text(&out, "one two three", 0, 10);
    assert_int_not_equal(out.err, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_width_of_a_part),
        cmocka_unit_test(test_widest_and_longest),
        cmocka_unit_test(test_line),
        cmocka_unit_test(test_next_and_lines),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_text_over_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
