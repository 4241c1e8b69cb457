/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts, buffers and arenas. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void test_int(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t min, max;
        int err;
        int64_t value;
    } cases[] = {
        {"0", 0, 10, 0, 0},
        {"10", 0, 10, 0, 10},
        {"11", 0, 10, PGY_ELIMIT, 0},
        {"-1", 0, 10, PGY_ELIMIT, 0},
        {"-5", -5, 5, 0, -5},
        {"-6", -5, 5, PGY_ELIMIT, 0},
        {"007", 0, 10, 0, 7},
        {"9223372036854775807", INT64_MIN, INT64_MAX, 0, INT64_MAX},
        {"9223372036854775808", INT64_MIN, INT64_MAX, PGY_ELIMIT, 0},
        {"-9223372036854775808", INT64_MIN, INT64_MAX, 0, INT64_MIN},
        {"-9223372036854775809", INT64_MIN, INT64_MAX, PGY_ELIMIT, 0},
        {"99999999999999999999999", INT64_MIN, INT64_MAX, PGY_ELIMIT, 0},
        {"", 0, 10, PGY_EPARSE, 0},
        {"-", -10, 10, PGY_EPARSE, 0},
        {"+1", 0, 10, PGY_EPARSE, 0},
        {" 1", 0, 10, PGY_EPARSE, 0},
        {"1 ", 0, 10, PGY_EPARSE, 0},
        {"1.0", 0, 10, PGY_EPARSE, 0},
        {"0x1", 0, 10, PGY_EPARSE, 0},
        {"1e1", 0, 10, PGY_EPARSE, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t value = 42;
        assert_int_equal(pgy_str_int(cases[i].text, cases[i].min, cases[i].max, &value),
                         cases[i].err);
        assert_true(value == (cases[i].err ? 42 : cases[i].value));
    }
}

static void test_num(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } good[] = {{"0", 0},           {"1.5", 1.5}, {"-0.25", -0.25},
                {"340000", 340000}, {".5", 0.5},  {"62.125", 62.125}};
    for (size_t i = 0; i < COUNT(good); i++) {
        double value;
        assert_int_equal(pgy_str_num(good[i].text, &value), 0);
        assert_true(value == good[i].value);
    }
    static const char *const bad[] = {
        "",     "-",   ".",  "-.", "1e3", "inf",   "nan",
        "0x10", "1,5", " 1", "1 ", "+1",  "1.2.3", "99999999999999999"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        double value = 42;
        assert_int_equal(pgy_str_num(bad[i], &value), PGY_EPARSE);
        assert_true(value == 42);
    }
}

static void test_ids(void **state)
{
    (void)state;
    assert_true(pgy_str_is_id("a"));
    assert_true(pgy_str_is_id("mercy-2026"));
    assert_true(pgy_str_is_id("abcdefghijklmnopqrstuvwx")); /* 24 */
    assert_false(pgy_str_is_id("abcdefghijklmnopqrstuvwxy"));
    assert_false(pgy_str_is_id(""));
    assert_false(pgy_str_is_id("Mercy"));
    assert_false(pgy_str_is_id("mercy_2"));
    assert_false(pgy_str_is_id("mercy "));
    assert_false(pgy_str_is_id("caf\xc3\xa9"));
    assert_false(pgy_str_is_id(NULL));
    assert_true(pgy_str_is_word("first_line-2"));
    assert_false(pgy_str_is_word(""));
    assert_false(pgy_str_is_word("First"));
    assert_true(pgy_str_made_of("abc", 3, PGY_SMALL));
    assert_false(pgy_str_made_of("abcd", 3, PGY_SMALL));
    assert_false(pgy_str_made_of("abC", 3, PGY_SMALL PGY_DIGITS));
    assert_true(pgy_str_made_of("aZ09", SIZE_MAX, PGY_SMALL PGY_CAPITALS PGY_DIGITS));
    assert_int_equal(strlen(PGY_SMALL) + strlen(PGY_CAPITALS) + strlen(PGY_DIGITS), 62);
    /* not a byte behind the most that may be there is looked at: no NUL ends these */
    const char open[] = {'a', 'b', 'c', 'd'};
    assert_false(pgy_str_made_of(open, 3, PGY_SMALL));
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const names[] = {"title",  "when",     "until", "detail",
                                        "remind", "severity", "on"};
    static const struct {
        const char *name, *want;
    } cases[] = {
        {"title", "title"},
        {"titel", "title"},  /* neighbors swapped */
        {"titl", "title"},   /* one missing */
        {"tittle", "title"}, /* one too many */
        {"tatle", "title"},  /* one wrong */
        {"wehn", "when"},
        {"reminder", "remind"}, /* two too many, of eight */
        {"serverity", "severity"},
        {"details", "detail"},
        {"DETIAL", "detail"}, /* case does not count */
        {"tilte", "title"},   /* two slips of five */
        {"tilet", "title"},   /* swapped twice */
        {"wen", "when"},      /* one of three */
        {"wet", NULL},        /* two of three: another word */
        {"weight", NULL},     /* three of six */
        {"noncompete", NULL},
        {"xyz", NULL},
        {"o", NULL}, /* one of one */
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *got = pgy_str_nearest(cases[i].name, names, COUNT(names));
        if (!pgy_streq(got, cases[i].want))
            fail_msg("'%s': got '%s'", cases[i].name, got ? got : "(none)");
    }
    assert_null(pgy_str_nearest("title", names, 0));
    char longer[200];
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    const char *const lengths[] = {longer, "b"};
    assert_null(pgy_str_nearest("title", lengths, COUNT(lengths)));
}

/* Counted by hand. */
static void test_distance(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t want;
    } cases[] = {
        {"", "", 0},         {"", "abc", 3},        {"kitten", "sitting", 3},
        {"when", "When", 0}, {"ab", "ba", 1},       {"abcd", "badc", 2},
        {"ca", "abc", 3},    {"title", "titel", 1}, {"severity", "s", 7},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(pgy_str_distance(cases[i].a, cases[i].b), cases[i].want);
        assert_int_equal(pgy_str_distance(cases[i].b, cases[i].a), cases[i].want);
    }
}

static void test_trim(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {{"a b", "a b"}, {"  a b\t\r", "a b"}, {"", ""},
                 {" \t ", ""},   {"a", "a"},           {"a\n", "a\n"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[16];
        memcpy(text, cases[i].text, strlen(cases[i].text) + 1);
        assert_string_equal(pgy_str_trim(text), cases[i].want);
    }
    assert_true(pgy_streq(NULL, NULL));
    assert_true(pgy_streq("a", "a"));
    assert_false(pgy_streq("a", NULL));
    assert_false(pgy_streq(NULL, ""));
    assert_false(pgy_streq("a", "b"));
}

static void test_buf(void **state)
{
    (void)state;
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(1000);
    assert_string_equal(pgy_buf_text(&buf), "");
    pgy_buf_consume(&buf, 5); /* nothing to take */
    assert_int_equal(pgy_buf_str(&buf, "one"), 0);
    assert_int_equal(pgy_buf_char(&buf, ' '), 0);
    assert_int_equal(pgy_buf_printf(&buf, "%d %s", 2, "three"), 0);
    assert_int_equal(pgy_buf_add(&buf, "\0x", 2), 0);
    assert_int_equal(buf.len, 13);
    assert_memory_equal(buf.data, "one 2 three\0x", 14); /* and a NUL behind it */
    pgy_buf_consume(&buf, 4);
    assert_string_equal(pgy_buf_text(&buf), "2 three");
    char *to = pgy_buf_reserve(&buf, 100);
    assert_non_null(to);
    memcpy(to, "four", 4);
    pgy_buf_commit(&buf, 4);
    assert_memory_equal(buf.data + buf.len - 5, "xfour", 6);
    pgy_buf_consume(&buf, 1000);
    assert_int_equal(buf.len, 0);
    assert_string_equal(pgy_buf_text(&buf), "");
    pgy_buf_free(&buf);
    assert_null(buf.data);
    assert_int_equal(buf.max, 1000);
}

static void test_buf_limits(void **state)
{
    (void)state;
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(8);
    assert_int_equal(pgy_buf_str(&buf, "1234567"), 0);
    assert_int_equal(pgy_buf_str(&buf, "89"), PGY_ELIMIT);
    /* The first failure sticks: what would still fit is not added behind what is missing. */
    assert_int_equal(pgy_buf_char(&buf, '8'), PGY_ELIMIT);
    assert_int_equal(pgy_buf_printf(&buf, "%d", 8), PGY_ELIMIT);
    assert_null(pgy_buf_reserve(&buf, 0));
    assert_string_equal(pgy_buf_text(&buf), "1234567");
    pgy_buf_clear(&buf);
    assert_int_equal(buf.err, 0);
    assert_int_equal(pgy_buf_str(&buf, "12345678"), 0); /* exactly full */
    assert_int_equal(pgy_buf_add(&buf, "", 0), 0);
    assert_int_equal(pgy_buf_char(&buf, '9'), PGY_ELIMIT);
    pgy_buf_clear(&buf);
    assert_null(pgy_buf_reserve(&buf, SIZE_MAX));
    assert_int_equal(buf.err, PGY_ELIMIT);

    struct pgy_buf growing PGY_BUF_CLEANUP = PGY_BUF_INIT(100000);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(pgy_buf_char(&growing, (char)('a' + i % 26)), 0);
    assert_int_equal(pgy_buf_char(&growing, '!'), PGY_ELIMIT);
    for (size_t i = 0; i < 100000; i++)
        assert_int_equal(growing.data[i], 'a' + (int)(i % 26));
}

static void test_arena(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    static const size_t sizes[] = {0,    1,    15,    16,     17, 100,  4095, 4096,
                                   4097, 5000, 16384, 100000, 1,  3000, 16000};
    unsigned char *blocks[COUNT(sizes)];
    size_t sum = 0;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        blocks[i] = pgy_arena_alloc(arena, sizes[i]);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(blocks[i][k], 0);
        memset(blocks[i], (int)i + 1, sizes[i]);
        sum += sizes[i];
    }
    for (size_t i = 0; i < COUNT(sizes); i++) { /* none lies over another */
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(blocks[i][k], i + 1);
    }
    assert_true(pgy_arena_used(arena) >= sum);
    assert_string_equal(pgy_arena_strdup(arena, "text"), "text");
    assert_null(pgy_arena_strdup(arena, NULL));
    assert_string_equal(pgy_arena_strndup(arena, "text", 2), "te");
    assert_string_equal(pgy_arena_strndup(arena, "", 0), "");
    assert_string_equal(pgy_arena_printf(arena, "%s/%d", "slug", 4), "slug/4");
    pgy_arena_free(&arena);
    assert_null(arena);
    pgy_arena_free(&arena);
    pgy_arena_free(NULL);
}

static void test_arena_push(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pair {
        int number;
        const char *text;
    } *pairs = NULL;
    size_t n = 0, cap = 0;
    for (int i = 0; i < 1000; i++) {
        struct pair *p = pgy_arena_push(arena, &pairs, &n, &cap, sizeof *pairs);
        assert_int_equal(p->number, 0);
        assert_null(p->text);
        *p = (struct pair){i, "set"};
        assert_ptr_equal(p, &pairs[i]);
    }
    assert_int_equal(n, 1000);
    assert_true(cap >= n);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(pairs[i].number, i);
}

static void test_errors(void **state)
{
    (void)state;
    assert_string_equal(pgy_strerror(0), "no error");
    assert_string_equal(pgy_strerror(PGY_EPARSE), "malformed data");
    assert_string_equal(pgy_strerror(-ENOENT), strerror(ENOENT));
    assert_non_null(pgy_strerror(-123456));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_int),      cmocka_unit_test(test_num),
        cmocka_unit_test(test_ids),      cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_distance), cmocka_unit_test(test_trim),
        cmocka_unit_test(test_buf),      cmocka_unit_test(test_buf_limits),
        cmocka_unit_test(test_arena),    cmocka_unit_test(test_arena_push),
        cmocka_unit_test(test_errors),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
