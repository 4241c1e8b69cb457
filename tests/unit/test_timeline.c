/* SPDX-License-Identifier: BSD-2-Clause */
/* States and days (pgyctl(1)), first run and midnight (architecture 8), revisions (architecture 9).
 */
#include "timeline_fixture.h"

/* State and days in words on one day: "future 2". */
#define assert_judged(s, day, id, expected)                                                        \
    do {                                                                                           \
        char text_[40];                                                                            \
        (s)->today = (day);                                                                        \
        build(s);                                                                                  \
        snprintf(text_, sizeof text_, "%s %d", pgy_state_text(find(s, id)->state),                 \
                 find(s, id)->days);                                                               \
        assert_string_equal(text_, expected);                                                      \
    } while (0)

static void test_states_of_one_day(void **state)
{
    static const struct {
        uint16_t kind;
        const char *slug, *before, *on, *after;
    } rows[] = {
        {PGYD_MILESTONE, "m", "future 1", "due 0", "overdue 1"},
        {PGYD_DEADLINE, "d", "future 1", "due 0", "overdue 1"},
        {PGYD_REMINDER, "r", "future 1", "due 0", "overdue 1"},
        {PGYD_WINDOW, "w", "future 1", "open 0", "closed 1"},
        {PGYD_HABIT, "h", "future 1", "open 0", "closed 1"},
        {PGYD_ALERT, "a", "future 1", "open 0", "open 1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        SCENE;
        char id[16];
        snprintf(id, sizeof id, "p/%s", rows[i].slug);
        plan_put(&s.batch, rows[i].slug, rows[i].kind, NOV22, NOV22);
        assert_judged(&s, NOV22 - 1, id, rows[i].before);
        assert_judged(&s, NOV22, id, rows[i].on);
        assert_judged(&s, NOV22 + 1, id, rows[i].after);
    }
}

/* Days run to the start, then to the end, then since the end. */
static void test_states_of_a_window(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "w", PGYD_WINDOW, NOV22, NOV22 + 10);
    plan_put(&s.batch, "m", PGYD_MILESTONE, NOV22, NOV22 + 10);
    assert_judged(&s, NOV22 - 30, "p/w", "future 30");
    assert_judged(&s, NOV22 - 1, "p/w", "future 1");
    assert_judged(&s, NOV22, "p/w", "open 10");
    assert_judged(&s, NOV22 + 1, "p/w", "open 9");
    assert_judged(&s, NOV22 + 10, "p/w", "open 0");
    assert_judged(&s, NOV22 + 11, "p/w", "closed 1");
    assert_judged(&s, NOV22 + 9, "p/m", "open 1");
    assert_judged(&s, NOV22 + 10, "p/m", "due 0");
    assert_judged(&s, NOV22 + 11, "p/m", "overdue 1");
}

static void test_done(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "d2", PGYD_DEADLINE, NOV22, NOV22);
    plan_log(&s.journal, NOV22 - 5, "contact", "p/d", "");
    assert_judged(&s, NOV22 - 1, "p/d", "future 1");
    plan_log(&s.journal, NOV22 - 2, "done", "p/d", "");
    assert_judged(&s, NOV22 - 1, "p/d", "done 1");
    assert_int_equal(find(&s, "p/d")->done_on, NOV22 - 2);
    assert_judged(&s, NOV22 + 1, "p/d", "done 1");
    assert_judged(&s, NOV22 - 1, "p/d2", "future 1");
    s.journal.list[1].reversed = true;
    assert_judged(&s, NOV22 + 1, "p/d", "overdue 1");
    assert_int_equal(find(&s, "p/d")->done_on, PGY_NO_DAY);
}

/* Done on its day or after, an alert is done; one of a later day is not what was done. */
static void test_done_alert(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "on", PGYD_ALERT, NOV22, NOV22);
    plan_put(&s.batch, "next", PGYD_ALERT, NOV22 + 1, NOV22 + 1);
    plan_log(&s.journal, NOV22, "done", "p/on", "");
    plan_log(&s.journal, NOV22, "done", "p/next", "");
    assert_judged(&s, NOV22 + 1, "p/on", "done 1");
    assert_judged(&s, NOV22 + 1, "p/next", "open 0");
    assert_int_equal(find(&s, "p/next")->done_on, PGY_NO_DAY);
}

static void test_snooze_ends_on_its_day(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22, NOV22);
    plan_log(&s.journal, NOV22, "snooze", "p/d", "2026-11-25"); /* NOV22 + 3 */
    assert_judged(&s, NOV22 + 2, "p/d", "snoozed 2");
    assert_judged(&s, NOV22 + 3, "p/d", "overdue 3");
    assert_judged(&s, NOV22 + 4, "p/d", "overdue 4");
    /* the later one holds: NOV22 + 7 */
    plan_log(&s.journal, NOV22 + 1, "snooze", "p/d", "2026-11-29");
    assert_judged(&s, NOV22 + 6, "p/d", "snoozed 6");
    assert_judged(&s, NOV22 + 7, "p/d", "overdue 7");
    s.journal.list[1].reversed = true;
    assert_judged(&s, NOV22 + 3, "p/d", "overdue 3");
    plan_log(&s.journal, NOV22 + 1, "snooze", "p/d", "next week");
    assert_judged(&s, NOV22 + 2, "p/d", "snoozed 2");
    plan_log(&s.journal, NOV22 + 1, "done", "p/d", "");
    assert_judged(&s, NOV22 + 2, "p/d", "done 2");
}

/* Snoozed while it was ahead, then moved up before the snooze ends: the snooze is void. */
static void test_a_snooze_hides_no_deadline(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22 + 3, NOV22 + 3);
    plan_put(&s.batch, "e", PGYD_DEADLINE, NOV22 + 4, NOV22 + 4);
    plan_put(&s.batch, "m", PGYD_MILESTONE, NOV22 + 3, NOV22 + 3);
    plan_log(&s.journal, NOV22, "snooze", "p/d", "2026-11-26"); /* NOV22 + 4 */
    plan_log(&s.journal, NOV22, "snooze", "p/e", "2026-11-26");
    plan_log(&s.journal, NOV22, "snooze", "p/m", "2026-11-26");
    assert_judged(&s, NOV22 + 2, "p/d", "future 1");
    assert_judged(&s, NOV22 + 3, "p/d", "due 0");
    assert_judged(&s, NOV22 + 2, "p/e", "snoozed 2");
    assert_judged(&s, NOV22 + 3, "p/m", "snoozed 0");
}

/* Many entries about other items, in the journal's order, change nothing about this one. */
static void test_each_item_finds_its_own_entries(void **state)
{
    SCENE;
    char slug[16], id[20];
    (void)state;
    for (int i = 0; i < 300; i++) {
        snprintf(slug, sizeof slug, "i%03d", i * 7 % 300);
        snprintf(id, sizeof id, "p/%s", slug);
        plan_put(&s.batch, slug, PGYD_MILESTONE, NOV22 + 400, NOV22 + 400);
        if (i % 3 == 0)
            plan_log(&s.journal, NOV22 - 300 + i, "done", pgy_arena_strdup(s.arena, id), "");
    }
    for (int i = 0; i < 300; i++) {
        snprintf(id, sizeof id, "p/i%03d", i * 7 % 300);
        build(&s);
        assert_int_equal(find(&s, id)->done_on, i % 3 == 0 ? NOV22 - 300 + i : PGY_NO_DAY);
    }
}

/* First run (architecture 8): what was past on the first day becomes a catch-up of that day; its
 * last day counts, not its first. */
static void test_first_run(void **state)
{
    SCENE;
    (void)state;
    s.started = NOV22;
    plan_put(&s.batch, "before", PGYD_DEADLINE, NOV22 - 1, NOV22 - 1);
    plan_put(&s.batch, "on", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "after", PGYD_DEADLINE, NOV22 + 1, NOV22 + 1);
    plan_put(&s.batch, "running", PGYD_MILESTONE, NOV22 - 9, NOV22);
    plan_put(&s.batch, "nudge", PGYD_REMINDER, NOV22 - 40, NOV22 - 40);
    plan_put(&s.batch, "window", PGYD_WINDOW, NOV22 - 9, NOV22 - 1);
    plan_put(&s.batch, "open", PGYD_WINDOW, NOV22 - 9, NOV22);
    plan_put(&s.batch, "habit", PGYD_HABIT, NOV22 - 9, NOV22 - 1);
    struct pgy_item timed = plan_item(s.arena, "timed", PGYD_MILESTONE, NOV22 - 2, NOV22 - 2);
    timed.start_minute = 540;
    timed.end_minute = 600;
    plan_add(&s.batch, timed);
    build(&s);
    static const struct {
        const char *id;
        bool catch_up, unpublished;
        pgy_day start;
        uint32_t steps;
        enum pgy_state state;
    } rows[] = {
        {"p/before", true, false, NOV22, 0, PGY_OVERDUE},
        {"p/on", false, false, NOV22, 4, PGY_DUE},
        {"p/after", false, false, NOV22 + 1, 4, PGY_FUTURE},
        {"p/running", false, false, NOV22 - 9, 0, PGY_DUE},
        {"p/nudge", true, false, NOV22, 0, PGY_OVERDUE},
        {"p/window", false, true, NOV22 - 9, 0, PGY_CLOSED},
        {"p/open", false, false, NOV22 - 9, 0, PGY_OPEN},
        {"p/habit", false, true, NOV22 - 9, 0, PGY_CLOSED},
        {"p/timed", true, false, NOV22, 0, PGY_OVERDUE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct pgy_item *item = find(&s, rows[i].id);
        assert_int_equal(item->catch_up, rows[i].catch_up);
        assert_int_equal(item->unpublished, rows[i].unpublished);
        assert_int_equal(item->start, rows[i].start);
        assert_int_equal(item->nsteps, rows[i].steps);
        assert_int_equal(item->state, rows[i].state);
    }
    assert_int_equal(find(&s, "p/timed")->start_minute, -1);
    assert_int_equal(find(&s, "p/timed")->end_minute, -1);
}

/* A catch-up stays where it was put, until it is done or snoozed. */
static void test_catch_up_stays(void **state)
{
    SCENE;
    (void)state;
    s.started = NOV22;
    plan_put(&s.batch, "past", PGYD_DEADLINE, NOV22 - 100, NOV22 - 100);
    assert_judged(&s, NOV22, "p/past", "overdue 0");
    assert_judged(&s, NOV22 + 1, "p/past", "overdue 1");
    assert_judged(&s, NOV22 + 30, "p/past", "overdue 30");
    assert_int_equal(find(&s, "p/past")->start, NOV22);
    plan_log(&s.journal, NOV22 + 30, "snooze", "p/past", "2027-01-01"); /* NOV22 + 40 */
    assert_judged(&s, NOV22 + 39, "p/past", "snoozed 39");
    assert_judged(&s, NOV22 + 40, "p/past", "overdue 40");
    plan_log(&s.journal, NOV22 + 41, "done", "p/past", "");
    assert_judged(&s, NOV22 + 41, "p/past", "done 41");
    /* What passes while pgyd runs is overdue, not caught up. */
    plan_put(&s.batch, "later", PGYD_DEADLINE, NOV22 + 5, NOV22 + 5);
    assert_judged(&s, NOV22 + 6, "p/later", "overdue 1");
    assert_false(find(&s, "p/later")->catch_up);
    assert_int_equal(find(&s, "p/later")->nsteps, 4);
}

/* Sorted by day, minute, id; the first of a repeated id stands; a plugin without a plan is no
 * obstacle; texts are the timeline's own. */
static void test_order_and_ownership(void **state)
{
    SCENE;
    struct pgy_arena *other = pgy_arena_new();
    struct pgy_batch b = plan_batch(other);
    (void)state;
    plan_put(&b, "z", PGYD_MILESTONE, NOV22, NOV22);
    plan_put(&b, "a", PGYD_MILESTONE, NOV22 + 1, NOV22 + 1);
    plan_put(&b, "c", PGYD_MILESTONE, NOV22, NOV22);
    b.items[2].start_minute = 0;
    plan_put(&b, "b", PGYD_MILESTONE, NOV22, NOV22);
    plan_put(&b, "z", PGYD_MILESTONE, NOV22 + 7, NOV22 + 7);
    plan_put(&b, "z", PGYD_MILESTONE, NOV22 - 7, NOV22 - 7);
    struct pgy_share shares[] = {{NULL}, {&b}};
    struct pgy_timeline_input input = {.profile = "me",
                                       .zone = "UTC",
                                       .today = NOV22,
                                       .started = NOV22,
                                       .now = now0,
                                       .shares = shares,
                                       .nshares = 2,
                                       .journal = &s.journal};
    s.timeline = pgy_timeline_build(&input);
    pgy_arena_free(&other);
    static const char *const order[] = {"p/b", "p/z", "p/c", "p/a"};
    assert_int_equal(s.timeline->n, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(s.timeline->items[i].id, order[i]);
    assert_int_equal(find(&s, "p/z")->start, NOV22);
    assert_string_equal(find(&s, "p/z")->title, "z");
    assert_null(pgy_timeline_find(s.timeline, "p/none"));
}

/* From the plugin's declaration, of its kind, else of the rest, else what fits any plugin; the
 * timeline's own copy. */
static void test_discreet_words(void **state)
{
    SCENE;
    (void)state;
    char words[] = "an answer is due";
    const struct pgy_declaration plugins[] = {
        {.plugin = "other", .discreet = {[0] = "not mine", [PGYD_ALERT] = "not mine"}},
        {.plugin = "p", .discreet = {[PGYD_DEADLINE] = words, [0] = "a thing is due"}}};
    const struct pgy_schema both = {.plugins = plugins, .nplugins = 2},
                            without = {.plugins = plugins, .nplugins = 1};
    plan_put(&s.batch, "deadline", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "alert", PGYD_ALERT, NOV22, NOV22);
    s.schema = &both;
    build(&s);
    memset(words, 'x', sizeof words - 1);
    assert_string_equal(find(&s, "p/deadline")->discreet, "an answer is due");
    assert_string_equal(find(&s, "p/alert")->discreet, "a thing is due");
    s.schema = &without;
    build(&s);
    assert_string_equal(find(&s, "p/deadline")->discreet, "a reminder is due");
    assert_string_equal(find(&s, "p/alert")->discreet, "something needs attention from");
    s.schema = NULL;
    build(&s);
    assert_string_equal(find(&s, "p/deadline")->discreet, "a reminder is due");
}

static void test_empty(void **state)
{
    SCENE;
    (void)state;
    assert_int_equal(publish(&s), 0);
    assert_int_equal(s.timeline->n, 0);
    assert_string_equal(s.timeline->profile, "me");
    pgy_timeline_free(&s.timeline);
    assert_null(s.timeline);
    pgy_timeline_free(&s.timeline);
    pgy_timeline_free(NULL);
}

/* Of what comes again, only the last occurrence from before the first run is caught up. */
static void test_first_run_catches_up_the_last_occurrence_only(void **state)
{
    (void)state;
    SCENE;
    static const struct {
        const char *id, *occurrence;
        int days; /* from the first run */
    } prompts[] = {{"p/talk@2026-q1", "2026-q1", -200},
                   {"p/talk@2026-q2", "2026-q2", -110},
                   {"p/talk@2026-q3", "2026-q3", -1},
                   {"p/talk@2026-q4", "2026-q4", 0},
                   {"p/talk@2027-q1", "2027-q1", 90}};
    s.started = NOV22;
    for (size_t i = 0; i < sizeof prompts / sizeof prompts[0]; i++) {
        struct pgy_item item = plan_item(s.arena, "talk", PGYD_REMINDER, NOV22 + prompts[i].days,
                                         NOV22 + prompts[i].days);
        item.id = prompts[i].id;
        item.occurrence = prompts[i].occurrence;
        plan_add(&s.batch, item);
    }
    for (int i = 0; i < 2; i++) {
        struct pgy_item item =
            plan_item(s.arena, "call", PGYD_REMINDER, NOV22 - 60 + 30 * i, NOV22 - 60 + 30 * i);
        item.id = i ? "p/call@5" : "p/call@4";
        item.occurrence = i ? "5" : "4";
        plan_add(&s.batch, item);
    }
    plan_put(&s.batch, "other", PGYD_REMINDER, NOV22 - 50, NOV22 - 50);
    build(&s);
    assert_true(pgy_timeline_find(s.timeline, "p/call@4")->catch_up);
    assert_null(pgy_timeline_find(s.timeline, "p/call@5"));
    assert_null(pgy_timeline_find(s.timeline, "p/talk@2026-q1"));
    assert_null(pgy_timeline_find(s.timeline, "p/talk@2026-q2"));
    assert_true(pgy_timeline_find(s.timeline, "p/talk@2026-q3")->catch_up);
    assert_false(pgy_timeline_find(s.timeline, "p/talk@2026-q4")->catch_up);
    assert_non_null(pgy_timeline_find(s.timeline, "p/talk@2027-q1"));
    assert_true(pgy_timeline_find(s.timeline, "p/other")->catch_up);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states_of_one_day),
        cmocka_unit_test(test_states_of_a_window),
        cmocka_unit_test(test_done),
        cmocka_unit_test(test_done_alert),
        cmocka_unit_test(test_snooze_ends_on_its_day),
        cmocka_unit_test(test_a_snooze_hides_no_deadline),
        cmocka_unit_test(test_each_item_finds_its_own_entries),
        cmocka_unit_test(test_first_run),
        cmocka_unit_test(test_catch_up_stays),
        cmocka_unit_test(test_order_and_ownership),
        cmocka_unit_test(test_discreet_words),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_first_run_catches_up_the_last_occurrence_only),
    };
    return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
