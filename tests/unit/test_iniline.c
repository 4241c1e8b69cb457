/* SPDX-License-Identifier: BSD-2-Clause */
/* config/iniline: what a line is, and its parts. That the twin of plugins takes every line the same
 * way is plugins/common/texts/test_texts.c's. */
#include "config/iniline.h"

#include "tests/unit/iniline_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char kinds[] = {[PGY_INILINE_BLANK] = 'b',
                             [PGY_INILINE_COMMENT] = '#',
                             [PGY_INILINE_SECTION] = '[',
                             [PGY_INILINE_KEY] = '=',
                             [PGY_INILINE_OTHER] = '?'};
static const char faults[] = {[PGY_INILINE_FINE] = 'f',
                              [PGY_INILINE_UNCLOSED] = 'u',
                              [PGY_INILINE_FOLLOWED] = '+',
                              [PGY_INILINE_UNNAMED] = 'n'};

static void expect(size_t i, const char *what, const char *part, size_t len, const char *expected)
{
    if (!part != !expected || (part && (len != strlen(expected) || memcmp(part, expected, len))))
        fail_msg("line %zu: its %s is '%.*s', not '%s'", i, what, (int)len, part ? part : "",
                 expected ? expected : "(none)");
}

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < INILINE_CASES; i++) {
        size_t n = strlen(iniline_cases[i].line);
        /* exactly that many bytes: reading one more is seen by the sanitizers */
        char *copy = malloc(n + !n);
        struct pgy_iniline line;
        assert_non_null(copy);
        memcpy(copy, iniline_cases[i].line, n);
        pgy_iniline_take(copy, copy + n, &line);
        if (kinds[line.kind] != iniline_cases[i].kind ||
            faults[line.fault] != iniline_cases[i].fault)
            fail_msg("line %zu: %c, %c", i, kinds[line.kind], faults[line.fault]);
        expect(i, "text", line.text, line.len, iniline_cases[i].text);
        expect(i, "name", line.name, line.name_len, iniline_cases[i].name);
        expect(i, "value", line.value, line.value_len, iniline_cases[i].value);
        free(copy);
    }
}

/* Whoever sets a key writes there. */
static void test_where_an_empty_value_stands(void **state)
{
    static const char text[] = "key =  \t";
    struct pgy_iniline line;
    (void)state;
    pgy_iniline_take(text, text + 8, &line);
    assert_ptr_equal(line.value, text + 8);
    pgy_iniline_take(text, text + 5, &line);
    assert_ptr_equal(line.value, text + 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_where_an_empty_value_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
