/* SPDX-License-Identifier: BSD-2-Clause */
/* calendar/choice: what belongs into which feed, and when it leaves; what its events say. Days by
 * hand; today is 2026-11-30. */
#include "calendar/choice.h"
#include "calendar/event.h"

#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static pgy_day day(const char *text)
{
    pgy_day found;
    assert_int_equal(pgy_civil_parse(text, &found), 0);
    return found;
}

static struct pgy_item make(uint16_t kind, uint16_t stakes, const char *from, const char *to)
{
    return (struct pgy_item){
        .id = "milestones/x",
        .plugin = "milestones",
        .slug = "x",
        .title = "Register",
        .kind = kind,
        .stakes = stakes,
        .confidence = PGYD_CONFIRMED,
        .start = day(from),
        .end = day(to),
        .by = day(to),
        .start_minute = -1,
        .end_minute = -1,
        .done_on = PGY_NO_DAY,
        .snoozed_until = PGY_NO_DAY,
        .cancelled_on = PGY_NO_DAY,
    };
}

/* Dates that count, one event; windows of up to seven days a bar, longer ones their two ends. */
static void test_all(void **state)
{
    static const struct {
        uint16_t kind, stakes;
        const char *from, *to;
        enum pgy_choice choice;
    } rows[] = {
        {PGYD_DEADLINE, PGYD_FATAL, "2026-12-04", "2026-12-04", PGY_CHOICE_DAY},
        {PGYD_MILESTONE, PGYD_COSTLY, "2026-12-04", "2026-12-04", PGY_CHOICE_DAY},
        {PGYD_MILESTONE, PGYD_USEFUL, "2026-12-04", "2026-12-04", PGY_CHOICE_DAY},
        {PGYD_MILESTONE, PGYD_CONTEXT, "2026-12-04", "2026-12-04", PGY_CHOICE_OUT},
        {PGYD_WINDOW, PGYD_FATAL, "2026-12-01", "2026-12-07", PGY_CHOICE_WHOLE},
        {PGYD_WINDOW, PGYD_FATAL, "2026-12-01", "2026-12-08", PGY_CHOICE_ENDS},
        {PGYD_WINDOW, PGYD_COSTLY, "2026-12-01", "2027-03-01", PGY_CHOICE_ENDS},
        {PGYD_WINDOW, PGYD_USEFUL, "2026-12-01", "2026-12-02", PGY_CHOICE_OUT},
        {PGYD_WINDOW, PGYD_CONTEXT, "2026-07-01", "2027-06-30", PGY_CHOICE_OUT},
        {PGYD_HABIT, PGYD_USEFUL, "2026-12-01", "2026-12-31", PGY_CHOICE_OUT},
        {PGYD_REMINDER, PGYD_COSTLY, "2026-12-01", "2026-12-01", PGY_CHOICE_OUT},
        {PGYD_ALERT, PGYD_COSTLY, "2026-12-01", "2026-12-01", PGY_CHOICE_OUT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgy_item item = make(rows[i].kind, rows[i].stakes, rows[i].from, rows[i].to);
        if (pgy_choice_of("all", &item) != rows[i].choice)
            fail_msg("row %zu is %d", i, (int)pgy_choice_of("all", &item));
        assert_int_equal(pgy_choice_of("everything", &item), PGY_CHOICE_WHOLE);
        assert_int_equal(pgy_choice_of("milestones", &item), PGY_CHOICE_WHOLE);
        assert_int_equal(pgy_choice_of("offers", &item), PGY_CHOICE_OUT);
        bool phase = rows[i].stakes == PGYD_CONTEXT;
        assert_int_equal(pgy_choice_of("phases", &item), phase ? PGY_CHOICE_WHOLE : PGY_CHOICE_OUT);
        item.unpublished = true;
        assert_int_equal(pgy_choice_of("everything", &item), PGY_CHOICE_OUT);
    }
    struct pgy_item visit = make(PGYD_WINDOW, PGYD_USEFUL, "2026-12-01", "2026-12-02");
    visit.flags = PGYD_ITEM_BUSY; /* the person must be there */
    assert_int_equal(pgy_choice_of("all", &visit), PGY_CHOICE_WHOLE);
}

/* What is over leaves after 30 days, what was done after 14 and not before its day; the day before,
 * the day, the day after. */
static void test_gone(void **state)
{
    struct pgy_item item = make(PGYD_DEADLINE, PGYD_FATAL, "2026-11-01", "2026-11-01");
    (void)state;
    assert_false(pgy_choice_gone("all", &item, day("2026-12-01")));
    assert_true(pgy_choice_gone("all", &item, day("2026-12-02")));
    assert_false(pgy_choice_gone("everything", &item, day("2026-12-02")));
    item.done_on = day("2026-10-30");
    assert_false(pgy_choice_gone("all", &item, day("2026-11-13")));
    assert_true(pgy_choice_gone("all", &item, day("2026-11-14")));
    item.done_on = day("2026-10-01"); /* done early: it stays to its day */
    assert_false(pgy_choice_gone("all", &item, day("2026-11-01")));
    assert_true(pgy_choice_gone("all", &item, day("2026-11-02")));
    item.done_on = PGY_NO_DAY;
    item.catch_up = true;
    assert_true(pgy_choice_gone("all", &item, day("2026-11-01")));
    item.catch_up = false;
    item.state = PGY_DISMISSED;
    assert_true(pgy_choice_gone("all", &item, day("2026-11-01")));
}

/* What the person must be at, whatever it is, until 30 days after it; the day before, the day, the
 * day after. */
static void test_busy(void **state)
{
    struct pgy_item visit = make(PGYD_MILESTONE, PGYD_USEFUL, "2026-10-30", "2026-11-01");
    (void)state;
    assert_false(pgy_choice_busy(&visit, day("2026-11-01")));
    visit.flags = PGYD_ITEM_BUSY;
    visit.by = visit.start;
    assert_true(pgy_choice_busy(&visit, day("2026-11-30")));
    assert_true(pgy_choice_busy(&visit, day("2026-12-01")));
    assert_false(pgy_choice_busy(&visit, day("2026-12-02")));
    visit.state = PGY_DONE;
    assert_true(pgy_choice_busy(&visit, day("2026-12-01")));
    visit.state = PGY_DISMISSED;
    assert_false(pgy_choice_busy(&visit, day("2026-11-01")));
    visit.state = PGY_CANCELLED;
    assert_false(pgy_choice_busy(&visit, day("2026-11-01")));
    visit.state = PGY_FUTURE;
    visit.unpublished = true;
    assert_false(pgy_choice_busy(&visit, day("2026-11-01")));
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(pgy_choice_name("all"), "all");
    assert_string_equal(pgy_choice_name("phases"), "phases");
    assert_null(pgy_choice_name("milestones"));
    assert_null(pgy_choice_name(""));
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    assert_string_equal(pgy_choice_title("all", PGY_STYLE_QUIET, arena), "pgyd");
    assert_string_equal(pgy_choice_title("offers", PGY_STYLE_QUIET, arena), "pgyd offers");
    assert_string_equal(pgy_choice_title("offers", PGY_STYLE_BUSY, arena), "pgyd");
}

/* A long window in the default feed: the day it opens and the day it closes, each with its own UID
 * and alarms. */
static void test_ends(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    struct pgy_item item = make(PGYD_WINDOW, PGYD_FATAL, "2026-12-15", "2027-02-15");
    struct pgy_feed_spec spec = {.feed = "all",
                                 .style = PGY_STYLE_GENERIC,
                                 .profile = "me",
                                 .zone = "America/New_York",
                                 .remind_at = 8 * 60};
    struct pgy_event *events;
    size_t n;
    (void)state;
    assert_int_equal(pgy_tz_load("America/New_York", &tz), 0);
    item.color = "#FF8C00";
    assert_int_equal(pgy_event_make(&spec, &item, tz, tz, arena, &events, &n), 0);
    assert_int_equal(n, 2);
    assert_string_equal(events[0].summary, "Opens: Register");
    assert_string_equal(events[1].summary, "Closes: Register");
    assert_int_equal(events[0].start.day, day("2026-12-15"));
    assert_int_equal(events[0].end.day, day("2026-12-16"));
    assert_int_equal(events[1].start.day, day("2027-02-15"));
    assert_int_equal(events[1].end.day, day("2027-02-16"));
    assert_string_not_equal(events[0].uid, events[1].uid);
    assert_int_equal(events[0].nalarms, 1); /* on its day */
    assert_int_equal(events[1].nalarms, 6); /* -30d to 0d; after it a calendar is silent */
    assert_string_equal(events[0].color, "red");
    item.stakes = PGYD_COSTLY;
    assert_int_equal(pgy_event_make(&spec, &item, tz, tz, arena, &events, &n), 0);
    assert_int_equal(n, 2);
    assert_int_equal(events[0].nalarms, 0);
    assert_int_equal(events[1].nalarms, 3);
    assert_string_equal(events[0].color, "darkorange");
    spec.feed = "everything";
    assert_int_equal(pgy_event_make(&spec, &item, tz, tz, arena, &events, &n), 0);
    assert_int_equal(n, 1);
    assert_string_equal(events[0].summary, "Register");
    assert_int_equal(events[0].end.day, day("2027-02-16"));
}

/* A deadline of several days is one event on its `by`. */
static void test_day(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    struct pgy_item item = make(PGYD_DEADLINE, PGYD_COSTLY, "2026-12-15", "2027-02-15");
    struct pgy_feed_spec spec = {.feed = "all",
                                 .style = PGY_STYLE_GENERIC,
                                 .profile = "me",
                                 .zone = "America/New_York",
                                 .remind_at = 8 * 60};
    struct pgy_event *events;
    size_t n;
    (void)state;
    assert_int_equal(pgy_tz_load("America/New_York", &tz), 0);
    item.by = day("2027-01-20");
    assert_int_equal(pgy_event_make(&spec, &item, tz, tz, arena, &events, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(events[0].start.day, day("2027-01-20"));
    assert_int_equal(events[0].end.day, day("2027-01-21"));
    assert_int_equal(events[0].nalarms, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all),  cmocka_unit_test(test_gone), cmocka_unit_test(test_names),
        cmocka_unit_test(test_ends), cmocka_unit_test(test_day),  cmocka_unit_test(test_busy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
