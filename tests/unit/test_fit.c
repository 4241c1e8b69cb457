/* SPDX-License-Identifier: BSD-2-Clause */
/* base/fit: which columns of a table give way; each step worked out by hand. */
#include "base/fit.h"

#include "base/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { COLUMNS = 2 };

struct table {
    const char *(*cells)[COLUMNS];
    size_t rows; /* of cells; further rows are as the first */
};

static unsigned lines_of(const void *table, size_t row, size_t column, size_t width)
{
    const struct table *t = table;
    return pgy_wrap_lines(t->cells[row < t->rows ? row : 0][column], width);
}

static void narrow(const struct table *table, size_t rows, const size_t natural[COLUMNS],
                   const size_t least[COLUMNS], size_t total, const size_t expected[COLUMNS])
{
    size_t width[COLUMNS] = {natural[0], natural[1]};
    struct pgy_fit fit = {table, lines_of, rows, COLUMNS, width, least};
    pgy_fit_narrow(&fit, total);
    if (width[0] != expected[0] || width[1] != expected[1])
        fail_msg("%zu in all: %zu and %zu, not %zu and %zu", total, width[0], width[1], expected[0],
                 expected[1]);
}
#define PAIR(a, b) ((const size_t[COLUMNS]){a, b})

static void test_nothing_to_do(void **state)
{
    const char *cells[][COLUMNS] = {{"aa bb", "cccc dddd"}};
    struct table table = {cells, 1};
    (void)state;
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 14, PAIR(5, 9));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), SIZE_MAX, PAIR(5, 9));
    narrow(&table, 1, PAIR(5, 9), PAIR(5, 9), 3, PAIR(5, 9));
    /* a header alone is wider than it may get */
    narrow(&table, 0, PAIR(5, 9), PAIR(6, 20), 3, PAIR(5, 9));
}

static void test_one_gives_way(void **state)
{
    const char *cells[][COLUMNS] = {{"aa bb", "cccc dddd"}};
    struct table table = {cells, 1};
    (void)state;
    narrow(&table, 1, PAIR(5, 9), PAIR(5, 4), 13, PAIR(5, 8));
    narrow(&table, 1, PAIR(5, 9), PAIR(5, 4), 9, PAIR(5, 4));
    narrow(&table, 1, PAIR(5, 9), PAIR(5, 4), 8, PAIR(5, 4));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 9), 12, PAIR(3, 9));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 9), 0, PAIR(2, 9));
    /* however long the table is */
    narrow(&table, 1000000, PAIR(5, 9), PAIR(5, 4), 12, PAIR(5, 7));
}

/* The first step makes two lines of one, whichever column takes it: so the wider one does. From
 * then on the row has two lines, and neither column adds any; of two as wide the first one. */
static void test_the_widest_gives_way(void **state)
{
    const char *cells[][COLUMNS] = {{"aa bb", "cccc dddd"}};
    struct table table = {cells, 1};
    (void)state;
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 13, PAIR(5, 8));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 10, PAIR(5, 5));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 9, PAIR(4, 5));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 8, PAIR(4, 4));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 7, PAIR(3, 4));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 6, PAIR(2, 4));
    narrow(&table, 1, PAIR(5, 9), PAIR(2, 4), 1, PAIR(2, 4));
}

/* Three rows: the wide column would break in each, the other one in the first alone. */
static void test_few_lines_come_before_width(void **state)
{
    const char *cells[][COLUMNS] = {{"aaa bbb", "c d"}, {"aaa bbb", "c"}, {"aaa bbb", "c"}};
    struct table table = {cells, 3};
    (void)state;
    narrow(&table, 3, PAIR(7, 3), PAIR(3, 1), 9, PAIR(7, 2));
    narrow(&table, 3, PAIR(7, 3), PAIR(3, 1), 8, PAIR(7, 1));
    /* only the wide one has anything left */
    narrow(&table, 3, PAIR(7, 3), PAIR(3, 1), 7, PAIR(6, 1));
}

/* The second column is cheap down to 5: two lines in the first row alone. Then either one makes
 * four lines of the table, and being as wide, the first one does. Now all its cells have two lines,
 * and the other one would make five. */
static void test_a_row_is_as_high_as_its_highest_cell(void **state)
{
    const char *cells[][COLUMNS] = {{"aa aa", "bb bb bb"}, {"aa aa", "b"}};
    struct table table = {cells, 2};
    (void)state;
    narrow(&table, 2, PAIR(5, 8), PAIR(2, 2), 10, PAIR(5, 5));
    narrow(&table, 2, PAIR(5, 8), PAIR(2, 2), 9, PAIR(4, 5));
    narrow(&table, 2, PAIR(5, 8), PAIR(2, 2), 8, PAIR(3, 5));
}

static void test_no_work_without_end(void **state)
{
    const char *cells[][COLUMNS] = {{"aa bb", "cccc dddd"}};
    struct table table = {cells, 1};
    (void)state;
    narrow(&table, 10000, PAIR(5, 9), PAIR(2, 4), 13, PAIR(5, 8));
    narrow(&table, 10001, PAIR(5, 9), PAIR(2, 4), 13, PAIR(5, 9));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_to_do),
        cmocka_unit_test(test_one_gives_way),
        cmocka_unit_test(test_the_widest_gives_way),
        cmocka_unit_test(test_few_lines_come_before_width),
        cmocka_unit_test(test_a_row_is_as_high_as_its_highest_cell),
        cmocka_unit_test(test_no_work_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
