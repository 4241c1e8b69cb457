/* SPDX-License-Identifier: BSD-2-Clause */
/* The schedule of tries and the verdict on each class of outcome. */
#include "courier/outcome.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_delays(void **state)
{
    /* Standard Webhooks: 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h; a fifth less, even, a
     * fifth more. */
    static const struct {
        uint32_t attempts;
        int64_t least, even, most;
    } table[] = {
        {0, 4, 5, 6},
        {1, 4, 5, 6},
        {2, 240, 300, 360},
        {3, 1440, 1800, 2160},
        {4, 5760, 7200, 8640},
        {5, 14400, 18000, 21600},
        {6, 28800, 36000, 43200},
        {7, 40320, 50400, 60480},
        {8, 57600, 72000, 86400},
        {9, 69120, 86400, 103680},
        {10, 69120, 86400, 103680},
        {UINT32_MAX, 69120, 86400, 103680},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        assert_int_equal(pgy_outcome_delay(table[i].attempts, 0.0), table[i].least);
        assert_int_equal(pgy_outcome_delay(table[i].attempts, 0.5), table[i].even);
        assert_int_equal(pgy_outcome_delay(table[i].attempts, 1.0), table[i].most);
    }
}

#define FOREVER INT64_MAX

static void test_verdicts(void **state)
{
    /* now is 1000 throughout, random 0.5. */
    static const struct {
        enum pgy_outcome outcome;
        uint32_t attempts;
        int64_t retry_after, expires;
        uint32_t failures;
        enum pgy_settle settle;
        int64_t next_try, pause;
        bool counts;
    } table[] = {
        {PGY_DELIVERED, 1, -1, 9000, 7, PGY_SETTLE_SENT, 0, 0, true},
        {PGY_DELIVERED, 1, -1, 500, 0, PGY_SETTLE_SENT, 0, 0, true}, /* arrived late is arrived */
        /* transient: the schedule, Retry-After, the expiry */
        {PGY_TRANSIENT, 1, -1, 9000, 0, PGY_SETTLE_AGAIN, 1005, 0, true},
        {PGY_TRANSIENT, 2, -1, 9000, 0, PGY_SETTLE_AGAIN, 1300, 0, true},
        {PGY_TRANSIENT, 2, 400, 9000, 0, PGY_SETTLE_AGAIN, 1400, 0, true},
        {PGY_TRANSIENT, 2, 100, 9000, 0, PGY_SETTLE_AGAIN, 1300, 0, true},
        {PGY_TRANSIENT, 1, 999999, FOREVER, 0, PGY_SETTLE_AGAIN, 1000 + 86400, 0, true},
        {PGY_TRANSIENT, 2, -1, 1200, 0, PGY_SETTLE_AGAIN, 1200, 0, true}, /* one last time */
        {PGY_TRANSIENT, 2, 200, 1200, 0, PGY_SETTLE_AGAIN, 1200, 0, true},
        {PGY_TRANSIENT, 2, 201, 1200, 0, PGY_SETTLE_MISSED, 0, 0, true},
        {PGY_TRANSIENT, 2, -1, 1001, 0, PGY_SETTLE_AGAIN, 1001, 0, true},
        {PGY_TRANSIENT, 2, -1, 1000, 0, PGY_SETTLE_MISSED, 0, 0, true},
        {PGY_TRANSIENT, 9, -1, FOREVER, 0, PGY_SETTLE_AGAIN, 1000 + 86400, 0, true},
        {PGY_TRANSIENT, 10, -1, FOREVER, 0, PGY_SETTLE_FAILED, 0, 0, true},
        {PGY_TRANSIENT, 10, -1, 900, 0, PGY_SETTLE_MISSED, 0, 0, true},
        /* the breaker: the fifth failure in a row opens it, a minute, two, four … an hour */
        {PGY_TRANSIENT, 1, -1, 9000, 3, PGY_SETTLE_AGAIN, 1005, 0, true},
        {PGY_TRANSIENT, 1, -1, 9000, 4, PGY_SETTLE_AGAIN, 1005, 1060, true},
        {PGY_TRANSIENT, 1, -1, 9000, 5, PGY_SETTLE_AGAIN, 1005, 1120, true},
        {PGY_TRANSIENT, 1, -1, 9000, 9, PGY_SETTLE_AGAIN, 1005, 1000 + 1920, true},
        {PGY_TRANSIENT, 1, -1, 9000, 10, PGY_SETTLE_AGAIN, 1005, 1000 + 3600, true},
        {PGY_TRANSIENT, 1, -1, 9000, UINT32_MAX - 1, PGY_SETTLE_AGAIN, 1005, 1000 + 3600, true},
        /* returned untried: at once again, the endpoint is left as it is, no attempt is spent; over
           at its expiry like any other */
        {PGY_RETURNED, 1, -1, 9000, 0, PGY_SETTLE_AGAIN, 1000, 0, false},
        {PGY_RETURNED, 50, -1, 9000, 9, PGY_SETTLE_AGAIN, 1000, 0, false},
        {PGY_RETURNED, 1, -1, 1001, 0, PGY_SETTLE_AGAIN, 1000, 0, false},
        {PGY_RETURNED, 1, -1, 1000, 0, PGY_SETTLE_MISSED, 0, 0, false},
        /* throttled: the endpoint rests, no attempt is spent */
        {PGY_THROTTLED, 1, 30, 9000, 0, PGY_SETTLE_AGAIN, 1030, 1030, false},
        {PGY_THROTTLED, 50, 30, 9000, 9, PGY_SETTLE_AGAIN, 1030, 1030, false},
        {PGY_THROTTLED, 1, -1, 9000, 0, PGY_SETTLE_AGAIN, 1060, 1060, false},
        {PGY_THROTTLED, 1, 0, 9000, 0, PGY_SETTLE_AGAIN, 1060, 1060, false},
        {PGY_THROTTLED, 1, 999999, FOREVER, 0, PGY_SETTLE_AGAIN, 1000 + 86400, 1000 + 86400, false},
        {PGY_THROTTLED, 1, 300, 1299, 0, PGY_SETTLE_MISSED, 0, 1300, false},
        {PGY_THROTTLED, 1, 300, 1300, 0, PGY_SETTLE_AGAIN, 1300, 1300, false},
        {PGY_MESSAGE_FATAL, 1, -1, 9000, 0, PGY_SETTLE_FAILED, 0, 0, true},
        /* the endpoint is wrong: its queue stays until the person acts */
        {PGY_ENDPOINT_FATAL, 1, -1, 9000, 0, PGY_SETTLE_AGAIN, 1000, FOREVER, true},
        {PGY_ENDPOINT_FATAL, 1, -1, 1000, 0, PGY_SETTLE_MISSED, 0, FOREVER, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct pgy_verdict v =
            pgy_outcome_verdict(table[i].outcome, table[i].attempts, table[i].retry_after,
                                table[i].expires, 1000, table[i].failures, 0.5);
        if (v.settle != table[i].settle || v.next_try != table[i].next_try ||
            v.pause_endpoint != table[i].pause)
            print_error("row %zu: settle %d next %lld pause %lld\n", i, (int)v.settle,
                        (long long)v.next_try, (long long)v.pause_endpoint);
        assert_int_equal(v.settle, table[i].settle);
        assert_true(v.next_try == table[i].next_try);
        assert_true(v.pause_endpoint == table[i].pause);
        assert_int_equal(v.attempt_counts, table[i].counts);
    }
}

/* A thousand messages that failed together do not come back together (architecture 11). */
static void test_spread(void **state)
{
    (void)state;
    int most = 0, counts[121] = {0};
    for (int i = 0; i < 1000; i++) {
        int64_t delay = pgy_outcome_delay(2, i / 1000.0);
        assert_in_range(delay, 240, 360);
        int *count = &counts[delay - 240];
        if (++*count > most)
            most = *count;
    }
    assert_in_range(most, 1, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_delays),
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_spread),
    };
    return cmocka_run_group_tests_name("outcome", tests, NULL, NULL);
}
