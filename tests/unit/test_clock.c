/* SPDX-License-Identifier: BSD-2-Clause */
/* The clock: texts of instants, and timers that fire, wait and can be switched off. */
#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { PATIENCE_MS = 20000 };

static bool readable(int fd, int timeout_ms)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    return poll(&p, 1, timeout_ms) == 1;
}

static void test_text(void **state)
{
    (void)state;
    static const struct {
        int64_t utc;
        const char *want;
    } cases[] = {
        {0, "1970-01-01T00:00:00Z"},
        {-1, "1969-12-31T23:59:59Z"},
        {951782400, "2000-02-29T00:00:00Z"},
        {2147483648, "2038-01-19T03:14:08Z"}, /* one second too many for 32 bits */
        {1795338000, "2026-11-22T09:00:00Z"},
        {253402300799, "9999-12-31T23:59:59Z"},
        {253402300800, "-"},
        {-2208988800, "1900-01-01T00:00:00Z"},
        {-2208988801, "-"},
        {INT64_MAX, "-"},
        {INT64_MIN, "-"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[24];
        assert_string_equal(pgy_clock_text(cases[i].utc, text), cases[i].want);
    }
}

static void test_now(void **state)
{
    (void)state;
    /* Two readings around a third, so that a second's turn does not matter. */
    int64_t before = pgy_clock_now(), ms = pgy_clock_now_ms(), after = pgy_clock_now();
    assert_in_range(ms / 1000, before, after);
    int64_t mono = pgy_clock_mono_ms();
    assert_true(mono > 0);
    assert_true(pgy_clock_mono_ms() >= mono);
}

static void test_timer(void **state)
{
    (void)state;
    int fd = pgy_clock_timer();
    assert_true(fd >= 0);
    assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
    assert_true(fcntl(fd, F_GETFL) & O_NONBLOCK);
    assert_int_equal(pgy_clock_timer_read(fd), 0); /* nothing yet: does not block */

    /* What is past fires at once; zero and below are past too, and must not disarm it. */
    const int64_t past[] = {pgy_clock_now() - 1, 1, 0, -1, INT64_MIN};
    for (size_t i = 0; i < COUNT(past); i++) {
        assert_int_equal(pgy_clock_timer_set(fd, past[i]), 0);
        assert_true(readable(fd, PATIENCE_MS));
        assert_int_equal(pgy_clock_timer_read(fd), 0);
        assert_false(readable(fd, 0)); /* once */
    }
    /* What is to come does not, nor what was switched off. */
    assert_int_equal(pgy_clock_timer_set(fd, pgy_clock_now() + 86400), 0);
    assert_false(readable(fd, 0));
    assert_int_equal(pgy_clock_timer_set(fd, INT64_MAX - 1), 0);
    assert_false(readable(fd, 0));
    assert_int_equal(pgy_clock_timer_set(fd, 1), 0);
    assert_int_equal(pgy_clock_timer_set(fd, INT64_MAX), 0);
    assert_false(readable(fd, 0));
    close(fd);
    assert_int_equal(pgy_clock_timer_set(fd, 1), -EBADF);
    assert_int_equal(pgy_clock_timer_read(fd), -EBADF);
}

static void test_alarm(void **state)
{
    (void)state;
    int fd = pgy_clock_alarm();
    assert_true(fd >= 0);
    assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
    assert_true(fcntl(fd, F_GETFL) & O_NONBLOCK);
    static const int64_t soon[] = {0, 1, 20};
    for (size_t i = 0; i < COUNT(soon); i++) {
        int64_t start = pgy_clock_mono_ms();
        assert_int_equal(pgy_clock_alarm_set(fd, soon[i]), 0);
        assert_true(readable(fd, PATIENCE_MS));
        assert_true(pgy_clock_mono_ms() - start >= soon[i]); /* never early */
        assert_int_equal(pgy_clock_timer_read(fd), 0);
        assert_false(readable(fd, 0));
    }
    assert_int_equal(pgy_clock_alarm_set(fd, 3600000), 0);
    assert_false(readable(fd, 0));
    assert_int_equal(pgy_clock_alarm_set(fd, 0), 0);
    assert_int_equal(pgy_clock_alarm_set(fd, -1), 0);
    assert_false(readable(fd, 0));
    close(fd);
    assert_int_equal(pgy_clock_alarm_set(fd, 1), -EBADF);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_now),
        cmocka_unit_test(test_timer),
        cmocka_unit_test(test_alarm),
    };
    return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
