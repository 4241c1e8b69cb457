/* SPDX-License-Identifier: BSD-2-Clause */
/* The forms that values of a happening may have, each with one that fits and one that does not. */
#include "config/argument.h"

#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define KEYS                                                                                       \
    "clinical:0..672|share:0.5..1|calls:num|by:date|growing:yes/no/unknown|later:colour|note"

static void numbers_dates_and_words_have_their_forms(void **state)
{
    (void)state;
    static const struct {
        const char *key, *value;
        int rc;
    } cases[] = {
        {"clinical", "62", 0},
        {"clinical", "7.5", 0},
        {"clinical", "0", 0},
        {"clinical", "-0.1", PGY_EINVAL},
        {"clinical", "672", 0},
        {"clinical", "672.1", PGY_EINVAL},
        {"clinical", "abc", PGY_EINVAL},
        {"clinical", "62h", PGY_EINVAL},
        {"clinical", "", PGY_EINVAL},
        {"clinical", "1e2", PGY_EINVAL},
        {"clinical", "nan", PGY_EINVAL},
        {"clinical", "inf", PGY_EINVAL},
        {"share", "0.5", 0},
        {"share", "0.49", PGY_EINVAL},
        {"calls", "1000000", 0},
        {"calls", "-1", PGY_EINVAL},
        {"by", "2028-02-29", 0},
        {"by", "2027-02-29", PGY_EINVAL},
        {"by", "soon", PGY_EINVAL},
        {"growing", "yes", 0},
        {"growing", "unknown", 0},
        {"growing", "ye", PGY_EINVAL},
        {"growing", "yes/no", PGY_EINVAL},
        {"growing", "", PGY_EINVAL},
        {"later", "blue", 0},
        {"note", "", 0},
        {"note", "a=b: c|d", 0},
        {"notes", "x", PGY_ENOTFOUND},
        {"not", "x", PGY_ENOTFOUND},
        {"clinical:0..672", "1", PGY_ENOTFOUND},
        {"", "x", PGY_ENOTFOUND},
    };
    struct pgy_arena *arena = pgy_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *problem = NULL;
        int rc = pgy_argument_check(KEYS, cases[i].key, cases[i].value, arena, &problem);
        if (rc != cases[i].rc)
            fail_msg("%s=%s: %d", cases[i].key, cases[i].value, rc);
        assert_true((problem != NULL) == (rc == PGY_EINVAL));
    }
    const char *problem = NULL;
    assert_int_equal(pgy_argument_check(NULL, "note", "x", arena, &problem), PGY_ENOTFOUND);
    pgy_arena_free(&arena);
}

static void a_problem_says_what_would_be_right(void **state)
{
    (void)state;
    static const struct {
        const char *key, *value, *text;
    } cases[] = {
        {"clinical", "abc", "'abc' is no value of 'clinical': write a number from 0 to 672"},
        {"calls", "-1", "'-1' is no value of 'calls': write a number, 0 or more"},
        {"by", "soon", "'soon' is no value of 'by': write a date as YYYY-MM-DD"},
        {"growing", "maybe", "'maybe' is no value of 'growing': write one of yes/no/unknown"},
    };
    struct pgy_arena *arena = pgy_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *problem = NULL;
        pgy_argument_check(KEYS, cases[i].key, cases[i].value, arena, &problem);
        assert_string_equal(problem, cases[i].text);
    }
    assert_string_equal(pgy_argument_keys(KEYS, arena),
                        "clinical|share|calls|by|growing|later|note");
    assert_string_equal(pgy_argument_keys(NULL, arena), "");
    pgy_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_dates_and_words_have_their_forms),
        cmocka_unit_test(a_problem_says_what_would_be_right),
    };
    return cmocka_run_group_tests_name("argument", tests, NULL, NULL);
}
