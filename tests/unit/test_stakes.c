/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of ladders: which days an item rings on, and how loudly. Days are counted on a
 * calendar. */
#include "plan_fixture.h"

#include "plan/stakes.h"

#include <stdio.h>

/* Thu 2026-11-26 */
enum { NOV26 = NOV22 + 4 };

static struct pgyd_item planned(uint16_t kind, uint16_t stakes)
{
    return (struct pgyd_item){.size = sizeof(struct pgyd_item),
                              .kind = kind,
                              .slug = "x",
                              .title = "X",
                              .start = NOV26,
                              .end = PGYD_NO_DAY,
                              .start_minute = -1,
                              .end_minute = -1,
                              .stakes = stakes};
}

/* As a plugin's struct becomes one: its own steps sorted, the rest filled in. */
static struct pgy_item item_of(const struct pgyd_item *in)
{
    struct pgy_item item;
    const char *why = "";
    if (pgy_item_from_plugin(in, "p", NULL, &item, &why) < 0)
        fail_msg("refused: %s", why);
    return item;
}

static const char *said(const struct pgy_rung *rung)
{
    return rung->brief ? "brief" : pgy_severity_text(rung->step.severity);
}

static void assert_item_ladder(const struct pgy_item *item, const char *expected)
{
    struct pgy_rung rungs[PGY_RUNGS];
    char all[600] = "", day[PGY_DAY_TEXT], step[PGY_DUR_TEXT];
    uint32_t n = pgy_stakes_ladder(item, rungs);
    for (uint32_t i = 0; i < n; i++) {
        size_t len = strlen(all);
        assert_in_range(rungs[i].step.severity, PGYD_INFO, PGYD_CRITICAL);
        snprintf(all + len, sizeof all - len, "%s%s %s %s", i ? ", " : "",
                 pgy_civil_text(rungs[i].day, day), pgy_rung_text(&rungs[i], step),
                 said(&rungs[i]));
    }
    assert_string_equal(all, expected);
}

static void assert_ladder(const struct pgyd_item *in, const char *expected)
{
    struct pgy_item item = item_of(in);
    assert_item_ladder(&item, expected);
}

/* ---- the table ---- */

/* The day before each step, its day, the day after: what lies between two steps is as loud as the
 * earlier one. */
static void test_severities(void **state)
{
    static const struct {
        uint16_t stakes;
        int32_t ahead; /* of `by` */
        uint16_t severity;
    } rows[] = {
        {PGYD_FATAL, 61, 0},
        {PGYD_FATAL, 60, 0},
        {PGYD_FATAL, 59, 0},
        {PGYD_FATAL, 31, 0},
        {PGYD_FATAL, 30, PGYD_INFO},
        {PGYD_FATAL, 29, PGYD_INFO},
        {PGYD_FATAL, 15, PGYD_INFO},
        {PGYD_FATAL, 14, PGYD_WARN},
        {PGYD_FATAL, 13, PGYD_WARN},
        {PGYD_FATAL, 8, PGYD_WARN},
        {PGYD_FATAL, 7, PGYD_WARN},
        {PGYD_FATAL, 6, PGYD_WARN},
        {PGYD_FATAL, 4, PGYD_WARN},
        {PGYD_FATAL, 3, PGYD_CRITICAL},
        {PGYD_FATAL, 2, PGYD_CRITICAL},
        {PGYD_FATAL, 1, PGYD_CRITICAL},
        {PGYD_FATAL, 0, PGYD_CRITICAL},
        {PGYD_FATAL, -1, PGYD_CRITICAL},
        {PGYD_FATAL, -2, PGYD_CRITICAL},
        {PGYD_FATAL, -3, PGYD_CRITICAL},
        {PGYD_FATAL, -4, PGYD_CRITICAL},
        {PGYD_FATAL, -6, PGYD_CRITICAL},
        {PGYD_FATAL, -7, PGYD_CRITICAL},
        {PGYD_COSTLY, 15, 0},
        {PGYD_COSTLY, 14, 0},
        {PGYD_COSTLY, 13, 0},
        {PGYD_COSTLY, 8, 0},
        {PGYD_COSTLY, 7, PGYD_INFO},
        {PGYD_COSTLY, 6, PGYD_INFO},
        {PGYD_COSTLY, 4, PGYD_INFO},
        {PGYD_COSTLY, 3, PGYD_WARN},
        {PGYD_COSTLY, 2, PGYD_WARN},
        {PGYD_COSTLY, 1, PGYD_WARN},
        {PGYD_COSTLY, 0, PGYD_WARN},
        {PGYD_COSTLY, -1, PGYD_WARN},
        {PGYD_USEFUL, 1, 0},
        {PGYD_USEFUL, 0, 0},
        {PGYD_USEFUL, -1, 0},
        {PGYD_CONTEXT, 1, 0},
        {PGYD_CONTEXT, 0, 0},
        {PGYD_CONTEXT, -1, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (pgy_stakes_severity(rows[i].stakes, rows[i].ahead) != rows[i].severity)
            fail_msg("%s, %d days ahead: not %d", pgy_stakes_text(rows[i].stakes), rows[i].ahead,
                     rows[i].severity);
    }
    assert_int_equal(pgy_stakes_worst(PGYD_FATAL), PGYD_CRITICAL);
    assert_int_equal(pgy_stakes_worst(PGYD_COSTLY), PGYD_WARN);
    assert_int_equal(pgy_stakes_worst(PGYD_USEFUL), PGYD_INFO);
    assert_int_equal(pgy_stakes_worst(PGYD_CONTEXT), PGYD_INFO);
}

/* 60 days before Nov 26: 26 of November and 31 of October leave three, Sep 27. */
#define FATAL_BEFORE                                                                               \
    "2026-09-27 -60d brief, 2026-10-27 -30d info, 2026-11-12 -14d warn, 2026-11-19 -7d warn, "     \
    "2026-11-23 -3d critical, 2026-11-25 -1d critical, 2026-11-26 0d critical"
#define FATAL                                                                                      \
    FATAL_BEFORE ", 2026-11-27 1d critical, 2026-11-29 3d critical, 2026-12-03 7d critical"
#define COSTLY "2026-11-12 -14d brief, 2026-11-19 -7d info, 2026-11-23 -3d warn, 2026-11-26 0d warn"

/* The same for every kind. */
static void test_ladders(void **state)
{
    static const char *const ladders[] = {
        [PGYD_CONTEXT] = "", [PGYD_USEFUL] = "", [PGYD_COSTLY] = COSTLY, [PGYD_FATAL] = FATAL};
    (void)state;
    for (uint16_t kind = PGYD_MILESTONE; kind <= PGYD_ALERT; kind++) {
        for (uint16_t stakes = PGYD_CONTEXT; stakes <= PGYD_FATAL; stakes++) {
            struct pgyd_item in = planned(kind, stakes);
            assert_ladder(&in, ladders[stakes]);
        }
    }
}

/* Counted to `by`, wherever the item's own days lie. */
static void test_by(void **state)
{
    struct pgyd_item in = planned(PGYD_MILESTONE, PGYD_COSTLY);
    (void)state;
    in.start = NOV22 - 300;
    in.end = NOV22 + 300;
    in.by = NOV26;
    assert_ladder(&in, COSTLY);
}

/* Nothing can be done afterwards: nothing asks. */
static void test_final(void **state)
{
    static const struct pgyd_step around[] = {{-3, 'd', 0}, {0, 'd', 0}, {1, 'd', 0}};
    struct pgyd_item in = planned(PGYD_DEADLINE, PGYD_FATAL);
    (void)state;
    in.flags = PGYD_ITEM_FINAL;
    assert_ladder(&in, FATAL_BEFORE);
    in.steps = around;
    in.nsteps = 3;
    assert_ladder(&in, "2026-11-23 -3d critical, 2026-11-26 0d critical");
    in.flags = PGYD_ITEM_FINAL | PGYD_ITEM_TYPED;
    assert_ladder(&in, "2026-11-23 -3d critical, 2026-11-26 0d critical");
    in.flags = 0;
    assert_ladder(&in, "2026-11-23 -3d critical, 2026-11-26 0d critical, 2026-11-27 1d critical");
}

/* The opening of a window has one step less than its close: a fatal one's is warned of, a costly
 * one's is nobody's. */
static void test_opening(void **state)
{
    struct pgyd_item in = planned(PGYD_WINDOW, PGYD_FATAL);
    (void)state;
    in.end = NOV26;
    in.start = NOV26 - 16; /* Nov 10, after -30d and before -14d */
    assert_ladder(&in, "2026-09-27 -60d brief, 2026-10-27 -30d info, 2026-11-10 open warn, "
                       "2026-11-12 -14d warn, 2026-11-19 -7d warn, 2026-11-23 -3d critical, "
                       "2026-11-25 -1d critical, 2026-11-26 0d critical, "
                       "2026-11-27 1d critical, 2026-11-29 3d critical, 2026-12-03 7d critical");
    in.start = NOV26 - 88; /* before the ladder: 57 days to Sep 30, 30 to Aug 31, Aug 30 */
    assert_ladder(&in, "2026-08-30 open warn, " FATAL);
    in.start = NOV26 - 1;
    assert_ladder(&in, "2026-09-27 -60d brief, 2026-10-27 -30d info, 2026-11-12 -14d warn, "
                       "2026-11-19 -7d warn, 2026-11-23 -3d critical, 2026-11-25 -1d critical, "
                       "2026-11-25 open warn, 2026-11-26 0d critical, 2026-11-27 1d critical, "
                       "2026-11-29 3d critical, 2026-12-03 7d critical");
    in.start = NOV26; /* one day: it opens and closes at once */
    assert_ladder(&in, FATAL);
    in.start = NOV26 - 16;
    in.stakes = PGYD_COSTLY;
    assert_ladder(&in, COSTLY);
    in.stakes = PGYD_USEFUL;
    assert_ladder(&in, "");
    in.stakes = PGYD_FATAL;
    in.kind = PGYD_MILESTONE; /* no window */
    assert_ladder(&in, FATAL);
}

/* ---- steps of its own ---- */

/* They keep their days and take the table's word for how loud they are, whatever they say
 * themselves. Nov 26 less 29, 20, 10, 2 days: Oct 28, Nov 6, 16, 24. */
static void test_own_steps(void **state)
{
    static const struct pgyd_step own[] = {
        {-61, 'd', PGYD_CRITICAL}, {-45, 'd', PGYD_WARN}, {-29, 'd', PGYD_CRITICAL}, {-20, 'd', 0},
        {-10, 'd', PGYD_INFO},     {-2, 'd', PGYD_INFO},  {2, 'd', PGYD_INFO}};
    static const struct pgyd_step units[] = {{-2, 'w', 0}, {-1, 'm', 0}, {0, 'd', 0}};
    struct pgyd_item in = planned(PGYD_MILESTONE, PGYD_FATAL);
    (void)state;
    in.steps = own;
    in.nsteps = 7;
    assert_ladder(&in, "2026-09-26 -61d brief, 2026-10-12 -45d brief, 2026-10-28 -29d info, "
                       "2026-11-06 -20d info, 2026-11-16 -10d warn, 2026-11-24 -2d critical, "
                       "2026-11-28 2d critical");
    in.stakes = PGYD_COSTLY;
    assert_ladder(&in, "2026-09-26 -61d brief, 2026-10-12 -45d brief, 2026-10-28 -29d brief, "
                       "2026-11-06 -20d brief, 2026-11-16 -10d brief, 2026-11-24 -2d warn, "
                       "2026-11-28 2d warn");
    in.stakes = PGYD_USEFUL;
    assert_ladder(&in, "2026-09-26 -61d brief, 2026-10-12 -45d brief, 2026-10-28 -29d brief, "
                       "2026-11-06 -20d brief, 2026-11-16 -10d brief, 2026-11-24 -2d brief, "
                       "2026-11-28 2d brief");
    in.steps = units;
    in.nsteps = 3;
    in.stakes = PGYD_FATAL; /* 31 days before Nov 26 is Oct 26, no longer than -60d's */
    assert_ladder(&in, "2026-10-26 -1mo brief, 2026-11-12 -2w warn, 2026-11-26 0d critical");
}

/* Counted from the start, as loud as `by` is near: Nov 1 to Nov 26. Six days after the start are 19
 * before `by`, twelve are 13. */
static void test_own_steps_and_by(void **state)
{
    static const struct pgyd_step own[] = {{-7, 'd', 0}, {0, 'd', 0}, {6, 'd', 0}, {12, 'd', 0}};
    struct pgyd_item in = planned(PGYD_WINDOW, PGYD_FATAL);
    (void)state;
    in.start = NOV26 - 25;
    in.end = NOV26;
    in.steps = own;
    in.nsteps = 4;
    /* Oct 25 is 32 days before; the window's opening is its plugin's business then. */
    assert_ladder(&in, "2026-10-25 -7d brief, 2026-11-01 0d info, 2026-11-07 6d info, "
                       "2026-11-13 12d warn");
    in.by = NOV26 - 18; /* Nov 8: 14 days after the first, 7, 1, and 5 before the last */
    assert_ladder(&in, "2026-10-25 -7d warn, 2026-11-01 0d warn, 2026-11-07 6d critical, "
                       "2026-11-13 12d critical");
}

/* What the person typed rings in any case, as info where the table names nothing. */
static void test_typed_steps(void **state)
{
    static const struct pgyd_step own[] = {{-90, 'd', 0}, {-7, 'd', 0}, {0, 'd', 0}};
    static const struct {
        uint16_t stakes;
        const char *ladder;
    } rows[] = {
        {PGYD_CONTEXT, "2026-08-28 -90d info, 2026-11-19 -7d info, 2026-11-26 0d info"},
        {PGYD_USEFUL, "2026-08-28 -90d info, 2026-11-19 -7d info, 2026-11-26 0d info"},
        {PGYD_COSTLY, "2026-08-28 -90d info, 2026-11-19 -7d info, 2026-11-26 0d warn"},
        {PGYD_FATAL, "2026-08-28 -90d info, 2026-11-19 -7d warn, 2026-11-26 0d critical"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgyd_item in = planned(PGYD_MILESTONE, rows[i].stakes);
        in.flags = PGYD_ITEM_TYPED;
        in.steps = own;
        in.nsteps = 3;
        assert_ladder(&in, rows[i].ladder);
    }
}

/* Hours reach into the day before: 30 before 17:00 are 11:00 of the 25th. Of a timed item a step of
 * days is at its hour, so that -2h comes before 0d and 2h after it. */
static void test_hours(void **state)
{
    static const struct pgyd_step own[] = {{2, 'h', 0},  {0, 'd', 0},   {-2, 'h', 0},
                                           {-1, 'd', 0}, {-30, 'h', 0}, {-3, 'd', 0}};
    struct pgyd_item in = planned(PGYD_DEADLINE, PGYD_FATAL);
    struct pgy_item item;
    const char *why = NULL;
    (void)state;
    in.start_minute = 17 * 60;
    in.steps = own;
    in.nsteps = 6;
    assert_ladder(&in, "2026-11-23 -3d critical, 2026-11-25 -30h critical, "
                       "2026-11-25 -1d critical, 2026-11-26 -2h critical, 2026-11-26 0d critical, "
                       "2026-11-26 2h critical");
    in.stakes = PGYD_COSTLY;
    in.start_minute = 60; /* at one o'clock two hours before are the day before */
    assert_ladder(&in, "2026-11-23 -3d warn, 2026-11-24 -30h warn, 2026-11-25 -1d warn, "
                       "2026-11-25 -2h warn, 2026-11-26 0d warn, 2026-11-26 2h warn");
    in.start_minute = 120; /* at two they are midnight */
    assert_ladder(&in, "2026-11-23 -3d warn, 2026-11-24 -30h warn, 2026-11-25 -1d warn, "
                       "2026-11-26 -2h warn, 2026-11-26 0d warn, 2026-11-26 2h warn");
    in.start_minute = -1; /* of an item without a time there are none */
    assert_int_not_equal(pgy_item_from_plugin(&in, "p", NULL, &item, &why), 0);
    assert_non_null(strstr(why, "hours"));
}

/* ---- none ---- */

static void test_silent(void **state)
{
    static const struct pgyd_step own[] = {{-7, 'd', 0}};
    struct pgyd_item in = planned(PGYD_WINDOW, PGYD_FATAL);
    (void)state;
    in.start = NOV26 - 9;
    in.end = NOV26;
    in.flags = PGYD_ITEM_NO_LADDER;
    assert_ladder(&in, "");
    in.flags = PGYD_ITEM_NO_LADDER | PGYD_ITEM_TYPED;
    in.steps = own;
    in.nsteps = 1;
    assert_ladder(&in, "");
    in.flags = PGYD_ITEM_TYPED;
    struct pgy_item item = item_of(&in);
    item.catch_up = true;
    assert_item_ladder(&item, "");
}

static void test_rings(void **state)
{
    static const struct pgy_rung rungs[] = {{.brief = true}, {.brief = true}, {.brief = false}};
    (void)state;
    assert_false(pgy_stakes_rings(NULL, 0));
    assert_false(pgy_stakes_rings(rungs, 2));
    assert_true(pgy_stakes_rings(rungs, 3));
}

/* ---- what it counts to ---- */

static void assert_target(const struct pgyd_item *in, pgy_day day, int32_t minute)
{
    struct pgy_item item = item_of(in);
    int32_t got = 99;
    assert_int_equal(pgy_stakes_target(&item, &got), day);
    assert_int_equal(got, minute);
}

static void test_target(void **state)
{
    static const struct pgyd_step own[] = {{-7, 'd', 0}};
    struct pgyd_item in = planned(PGYD_DEADLINE, PGYD_FATAL);
    (void)state;
    assert_target(&in, NOV26, -1);
    in.start_minute = 17 * 60;
    assert_target(&in, NOV26, 17 * 60);
    in.end_minute = 18 * 60; /* what begins at five is to be ready at five */
    assert_target(&in, NOV26, 17 * 60);
    /* A window that closes on a later day, at its hour of closing, and at none. */
    in.kind = PGYD_WINDOW;
    in.start = NOV26 - 9;
    in.end = NOV26;
    assert_target(&in, NOV26, 18 * 60);
    in.end_minute = -1;
    assert_target(&in, NOV26, -1);
    /* A day of its own has no hour, unless it is the start's. */
    in.by = NOV26 - 3;
    assert_target(&in, NOV26 - 3, -1);
    in.by = NOV26 - 9;
    assert_target(&in, NOV26 - 9, 17 * 60);
    in.by = NOV26 + 30;
    assert_target(&in, NOV26 + 30, -1);
    /* Steps of its own count from the start. */
    in.steps = own;
    in.nsteps = 1;
    assert_target(&in, NOV26 - 9, 17 * 60);
    in.start_minute = -1;
    assert_target(&in, NOV26 - 9, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_severities),
        cmocka_unit_test(test_ladders),
        cmocka_unit_test(test_by),
        cmocka_unit_test(test_final),
        cmocka_unit_test(test_opening),
        cmocka_unit_test(test_own_steps),
        cmocka_unit_test(test_own_steps_and_by),
        cmocka_unit_test(test_typed_steps),
        cmocka_unit_test(test_hours),
        cmocka_unit_test(test_silent),
        cmocka_unit_test(test_rings),
        cmocka_unit_test(test_target),
    };
    return cmocka_run_group_tests_name("stakes", tests, NULL, NULL);
}
