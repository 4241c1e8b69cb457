/* SPDX-License-Identifier: BSD-2-Clause */
/* Results that are told once, told again, forgotten when there are too many. */
#include "base/err.h"
#include "base/wire.h"
#include "courier/results.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* cmocka wants those first. */
#include <cmocka.h>

/* Tells what is due and returns how many frames that made; the first row in *first. */
static int tell(struct pgy_results *results, int64_t now_ms, int64_t *first)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(1 << 20);
    struct pgy_frame frame;
    size_t at = 0, used;
    int n = 0;
    *first = -1;
    pgy_results_tell(results, &out, now_ms);
    while (at < out.len &&
           pgy_frame_cut(out.data + at, out.len - at, PGY_FRAME_MAX, &frame, &used) == 0) {
        assert_int_equal(frame.type, PGY_C_RESULT);
        int64_t row = pgy_get_i64(&frame);
        if (n++ == 0)
            *first = row;
        at += used;
    }
    return n;
}

static void add(struct pgy_results *results, int64_t row)
{
    struct pgy_result result = {.row = row,
                                .attempt = 1,
                                .outcome = PGY_DELIVERED,
                                .status = 204,
                                .retry_after = -1,
                                .error = ""};
    pgy_results_add(results, &result);
}

static void a_result_is_told_once(void **state)
{
    struct pgy_results results = {0};
    int64_t first;
    (void)state;
    add(&results, 1);
    add(&results, 2);
    assert_int_equal(tell(&results, 1000, &first), 2);
    assert_int_equal(first, 1);
    assert_int_equal(tell(&results, 1001, &first), 0);
    add(&results, 3);
    assert_int_equal(tell(&results, 1002, &first), 1);
    assert_int_equal(first, 3);
    pgy_results_free(&results);
}

/* Told at 1000: at 6000, PGY_RESULTS_AGAIN_MS later, it is told again; a millisecond later it is
 * not. */
static void the_last_seconds_are_told_again(void **state)
{
    (void)state;
    for (int64_t late = 0; late < 2; late++) {
        struct pgy_results results = {0};
        int64_t first;
        add(&results, 1);
        assert_int_equal(tell(&results, 1000, &first), 1);
        add(&results, 2);
        assert_int_equal(tell(&results, 3000, &first), 1);
        add(&results, 3);
        pgy_results_hold(&results, 1000 + PGY_RESULTS_AGAIN_MS + late);
        assert_int_equal(tell(&results, 9000, &first), late ? 2 : 3);
        assert_int_equal(first, late ? 2 : 1);
        pgy_results_free(&results);
    }
}

static void a_full_ring_forgets_its_oldest(void **state)
{
    struct pgy_results results = {0};
    int64_t first;
    (void)state;
    for (int64_t row = 1; row <= PGY_RESULTS_MAX + 1; row++)
        add(&results, row);
    assert_int_equal(tell(&results, 5, &first), PGY_RESULTS_MAX);
    assert_int_equal(first, 2);
    pgy_results_free(&results);
    assert_int_equal(results.n, 0);
}

static void a_full_buffer_keeps_the_rest(void **state)
{
    struct pgy_results results = {0};
    struct pgy_buf small PGY_BUF_CLEANUP = PGY_BUF_INIT(60);
    int64_t first;
    (void)state;
    /* One frame takes 4 + 1 + 8 + 4 + 1 + 8 + 8 + 4 = 38 bytes. */
    add(&results, 1);
    add(&results, 2);
    pgy_results_tell(&results, &small, 5);
    assert_int_equal(small.err, PGY_ELIMIT);
    assert_int_equal(tell(&results, 6, &first), 1);
    assert_int_equal(first, 2);
    pgy_results_free(&results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_result_is_told_once),
        cmocka_unit_test(the_last_seconds_are_told_again),
        cmocka_unit_test(a_full_ring_forgets_its_oldest),
        cmocka_unit_test(a_full_buffer_keeps_the_rest),
    };
    return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
