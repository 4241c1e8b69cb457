/* SPDX-License-Identifier: BSD-2-Clause */
/* The guard against clocks that jump (reference: a step of more than a day holds for two minutes;
 * nothing leaves before pgyd was written). */
#include "core/core.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* 2026-12-05T12:00:00Z, by date -u -d. */
#define NOON INT64_C(1796472000)

enum { SECOND = 1000, MINUTE = 60 * SECOND, DAY = 86400 };

static void steps(void **state)
{
    (void)state;
    struct pgy_core core = {0};
    assert_true(core_guard(&core, NOON, 5 * MINUTE));
    assert_true(core_guard(&core, NOON + 60, 6 * MINUTE));
    /* A step of just a day on top of the second that passed is none to hold for; one second more
     * is. */
    assert_true(core_guard(&core, NOON + 61 + DAY, 6 * MINUTE + SECOND));
    assert_false(core_guard(&core, NOON + 63 + 2 * DAY, 6 * MINUTE + 2 * SECOND));
    assert_non_null(strstr(core.held, "jumped"));
}

static void released(void **state)
{
    (void)state;
    struct pgy_core core = {0};
    assert_true(core_guard(&core, NOON, 0));
    assert_false(core_guard(&core, NOON + 3650 * DAY, SECOND));
    assert_false(core_guard(&core, NOON + 3650 * DAY + 119, 120 * SECOND + 999));
    assert_true(core_guard(&core, NOON + 3650 * DAY + 120, 121 * SECOND));
    assert_null(core.held);
}

static void back_again(void **state)
{
    (void)state;
    struct pgy_core core = {0};
    assert_true(core_guard(&core, NOON, 0));
    assert_false(core_guard(&core, NOON + 3650 * DAY, SECOND));
    /* Corrected: still held until the two minutes are over, then as if nothing had been. */
    assert_false(core_guard(&core, NOON + 30, 30 * SECOND));
    assert_true(core_guard(&core, NOON + 122, 122 * SECOND));
    /* Another jump counts anew. */
    assert_false(core_guard(&core, NOON + 123 + 2 * DAY, 123 * SECOND));
    assert_false(core_guard(&core, NOON + 242 + 2 * DAY, 242 * SECOND));
    assert_true(core_guard(&core, NOON + 243 + 2 * DAY, 243 * SECOND));
}

/* Set back by more than a minute: whoever planned for later has to plan again. */
static void set_back(void **state)
{
    (void)state;
    struct pgy_core core = {0};
    assert_true(core_guard(&core, NOON, 0));
    assert_true(core_guard(&core, NOON - 60, SECOND));
    assert_false(core.went_back);
    assert_true(core_guard(&core, NOON - 121, 2 * SECOND));
    assert_true(core.went_back);
}

/* A suspended machine: the clock that counts through sleep moved as well. */
static void asleep(void **state)
{
    (void)state;
    struct pgy_core core = {0};
    assert_true(core_guard(&core, NOON, 0));
    assert_true(core_guard(&core, NOON + 30 * DAY, INT64_C(30) * DAY * SECOND));
}

static void never_set(void **state)
{
    (void)state;
    struct pgy_core core = {0};
    assert_false(core_guard(&core, DAY, 0));
    assert_non_null(strstr(core.held, "before pgyd was written"));
    /* 2026-11-01T00:00:00Z is the day; a second before it is before. */
    assert_false(core_guard(&core, INT64_C(1793491199), MINUTE));
    core = (struct pgy_core){0};
    assert_true(core_guard(&core, INT64_C(1793491200), MINUTE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps),    cmocka_unit_test(released), cmocka_unit_test(back_again),
        cmocka_unit_test(set_back), cmocka_unit_test(asleep),   cmocka_unit_test(never_set),
    };
    return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
