/* SPDX-License-Identifier: BSD-2-Clause */
/* base/when: days as somebody types them. Days by the calendar on the wall: 2026-11-30 is a
 * Monday. */
#include "base/when.h"

#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *meant(const char *text, char day[PGY_DAY_TEXT])
{
    pgy_day found;
    return pgy_when_parse(text, pgy_civil_day(2026, 11, 30), &found) == 0
               ? pgy_civil_text(found, day)
               : "none";
}

static void test_days(void **state)
{
    static const struct {
        const char *text, *day;
    } cases[] = {
        {"today", "2026-11-30"},
        {"Tomorrow", "2026-12-01"},
        {"fri", "2026-12-04"},
        {"Friday", "2026-12-04"},
        {"next fri", "2026-12-04"},
        {"thurs", "2026-12-03"},
        {"mon", "2026-12-07"},
        {"sun", "2026-12-06"},
        {"3d", "2026-12-03"},
        {"in 3 days", "2026-12-03"},
        {"1 day", "2026-12-01"},
        {"2w", "2026-12-14"},
        {"2 weeks", "2026-12-14"},
        {"in 1 month", "2026-12-30"},
        {"1mo", "2026-12-30"},
        {"2027-01-03", "2027-01-03"},
        {"fr", "none"},
        {"", "none"},
        {"someday", "none"},
        {"in three days", "none"},
        {"2027-02-29", "none"},
        {"3m", "none"},
        {"99999 days", "none"},
        {"fridayish", "none"},
        {"yesterday", "none"},
        {"in ", "none"},
        {"next", "none"},
        {"2h", "none"},
        {"fri fri fri fri fri fri fri fri fri fri fri fri fri fri fri", "none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char day[PGY_DAY_TEXT];
        assert_string_equal(meant(cases[i].text, day), cases[i].day);
    }
}

/* Nothing is written where nothing was meant. */
static void test_refused(void **state)
{
    pgy_day day = 7;
    (void)state;
    assert_int_equal(pgy_when_parse("someday", 0, &day), PGY_EPARSE);
    assert_int_equal(pgy_when_parse("9999y", pgy_civil_day(2026, 11, 30), &day), PGY_EPARSE);
    assert_int_equal(day, 7);
}

static void test_weekly(void **state)
{
    static const struct {
        const char *text;
        int weekday, minutes;
    } cases[] = {
        {"sun 18:00", PGY_SUN, 1080},   {"weekly", PGY_SUN, 1080},
        {"Mon 07:30", PGY_MON, 450},    {"friday", PGY_FRI, 1080},
        {"daily", PGY_EVERY_DAY, 1080}, {"daily 07:00", PGY_EVERY_DAY, 420},
        {"off", PGY_NEVER, 1080},
    };
    static const char *const wrong[] = {
        "", "off 18:00", "sun 24:00", "18:00", "weekly 07:00", "sometimes", "sun 6pm", "su 18:00"};
    struct pgy_weekly w = {.minutes = -5};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(pgy_weekly_parse(wrong[i], &w), PGY_EPARSE);
    assert_int_equal(w.minutes, -5);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(pgy_weekly_parse(cases[i].text, &w), 0);
        assert_int_equal(w.weekday, cases[i].weekday);
        assert_int_equal(w.minutes, cases[i].minutes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_weekly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
