/* SPDX-License-Identifier: BSD-2-Clause */
/* base/words and its twin of the plugins, plugins/common/texts/words: each case through both. */
#include "base/words.h"

#include "plugins/common/texts/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { WORDS = 4 };

static const struct {
    const char *list;
    char separator;
    size_t n;
    const char *words[WORDS];
} cases[] = {
    {NULL, '|', 0, {NULL}},
    {"", '|', 0, {NULL}},
    {"a", '|', 1, {"a"}},
    {"a|bc|def", '|', 3, {"a", "bc", "def"}},
    {"a|bc|", '|', 2, {"a", "bc"}},      /* the end begins no word */
    {"a|bc||", '|', 3, {"a", "bc", ""}}, /* but what stands before it is one */
    {"|", '|', 1, {""}},
    {"|a", '|', 2, {"", "a"}},
    {"a||b", '|', 3, {"a", "", "b"}},
    {" a | b ", '|', 2, {" a ", " b "}}, /* nothing is trimmed */
    {"a|b,c", ',', 2, {"a|b", "c"}},
    {"yes/no", '/', 2, {"yes", "no"}},
    {"one\n\nthree\n", '\n', 3, {"one", "", "three"}},
    {"caf\xc3\xa9|\xc3\xa9", '|', 2, {"caf\xc3\xa9", "\xc3\xa9"}},
};

static void test_next(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *list = cases[i].list;
        struct pgy_word word = {NULL, 0};
        for (size_t at = 0; at < cases[i].n; at++) {
            assert_true(pgy_words_next(&list, cases[i].separator, &word));
            assert_int_equal(word.len, strlen(cases[i].words[at]));
            assert_memory_equal(word.text, cases[i].words[at], word.len);
            assert_true(pgy_words_equal(word, cases[i].words[at]));
        }
        struct pgy_word last = word;
        assert_false(pgy_words_next(&list, cases[i].separator, &word));
        assert_ptr_equal(list, cases[i].list ? cases[i].list + strlen(cases[i].list) : NULL);
        assert_ptr_equal(word.text, last.text);
        assert_int_equal(word.len, last.len);
    }
}

static void test_equal(void **state)
{
    (void)state;
    const char *list = "due|duel";
    struct pgy_word word;
    assert_true(pgy_words_next(&list, '|', &word));
    assert_true(pgy_words_equal(word, "due"));
    assert_false(pgy_words_equal(word, "du"));
    assert_false(pgy_words_equal(word, "duel"));
    assert_false(pgy_words_equal(word, "due|duel"));
    assert_false(pgy_words_equal(word, ""));
    assert_true(pgy_words_equal((struct pgy_word){"|", 0}, ""));
}

static const struct {
    const char *list;
    char separator;
    const char *word;
    int place;
} places[] = {
    {"a|bc|def", '|', "a", 0},
    {"a|bc|def", '|', "bc", 1},
    {"a|bc|def", '|', "def", 2},
    {"a|bc|def", '|', "de", -1},
    {"a|bc|def", '|', "b", -1},
    {"a|bc|def", '|', "A", -1},
    {"a|bc|def", '|', "a|bc", -1}, /* two words are no word */
    {"a|bc|def", '|', "", -1},
    {"a||b", '|', "", 1},
    {"a|b|", '|', "", -1},
    {"a|b|a", '|', "a", 0},
    {"duel|due", '|', "due", 1},
    {"a,b|c", ',', "b|c", 1},
    {"", '|', "", -1},
    {NULL, '|', "a", -1},
};

static void test_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++)
        assert_int_equal(pgy_words_place(places[i].list, places[i].separator, places[i].word),
                         places[i].place);
}

static void test_split(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    for (size_t i = 0; i < COUNT(cases); i++) {
        for (size_t max = 0; max <= WORDS + 1; max++) {
            size_t n = SIZE_MAX, want = cases[i].n < max ? cases[i].n : max;
            const char **words = pgy_words_split(cases[i].list, cases[i].separator, max, arena, &n);
            assert_int_equal(n, want);
            assert_true(!words == (want == 0));
            for (size_t at = 0; at < n; at++)
                assert_string_equal(words[at], cases[i].words[at]);
        }
    }
}

/* Every list of up to six of two letters and two separators. */
static void test_twins(void **state)
{
    static const char letters[] = "ab|,";
    static const char *const wanted[] = {"", "a", "b", "ab", "a|b", "a,b", "|", "abab"};
    enum { LONGEST = 6 };
    (void)state;
    for (size_t len = 0; len <= LONGEST; len++) {
        for (unsigned run = 0; run < 1u << (2 * len); run++) {
            char text[LONGEST + 1] = "";
            for (size_t i = 0; i < len; i++)
                text[i] = letters[run >> (2 * i) & 3];
            const char *ours = text, *theirs = text;
            struct pgy_word one = {NULL, 0};
            struct pgc_word other = {NULL, 0};
            bool more;
            do {
                more = pgy_words_next(&ours, '|', &one);
                if (pgc_words_next(&theirs, '|', &other) != more || ours != theirs ||
                    one.text != other.text || one.len != other.len)
                    fail_msg("'%s': another word", text);
                for (size_t i = 0; more && i < COUNT(wanted); i++)
                    assert_true(pgy_words_equal(one, wanted[i]) ==
                                pgc_words_equal(other, wanted[i]));
            } while (more);
            for (size_t i = 0; i < COUNT(wanted); i++) {
                if (pgy_words_place(text, ',', wanted[i]) != pgc_words_place(text, ',', wanted[i]))
                    fail_msg("'%s' in '%s': another place", wanted[i], text);
            }
        }
    }
    for (size_t i = 0; i < COUNT(places); i++)
        assert_int_equal(pgc_words_place(places[i].list, places[i].separator, places[i].word),
                         places[i].place);
    const char *none = NULL;
    struct pgc_word word;
    assert_false(pgc_words_next(&none, '|', &word));
    assert_null(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next),  cmocka_unit_test(test_equal), cmocka_unit_test(test_place),
        cmocka_unit_test(test_split), cmocka_unit_test(test_twins),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
