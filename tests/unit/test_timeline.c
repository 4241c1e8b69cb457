/* SPDX-License-Identifier: BSD-2-Clause */
/* States and days (pgyctl(1)), first run and midnight (architecture 8), revisions (architecture 9).
 */
#include "timeline_fixture.h"

#include "plan/stakes.h"

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
        {PGYD_MILESTONE, "m", "future 1", "due 0", "lapsed 1"}, /* useful: its day is over */
        {PGYD_DEADLINE, "d", "future 1", "due 0", "overdue 1"},
        {PGYD_REMINDER, "r", "future 1", "due 0", "open 1"}, /* never late */
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
    assert_judged(&s, NOV22 + 11, "p/m", "lapsed 1");
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

/* First run (architecture 8): what was past on the first day is caught up on; its last day counts,
 * not its first. It keeps its day and its hour. */
static void test_first_run(void **state)
{
    SCENE;
    struct pgy_rung rungs[PGY_RUNGS];
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
    timed.stakes = PGYD_FATAL;
    plan_add(&s.batch, timed);
    build(&s);
    static const struct {
        const char *id;
        bool catch_up, unpublished;
        pgy_day start;
        int32_t days;
        uint32_t steps;
        enum pgy_state state;
    } rows[] = {
        {"p/before", true, false, NOV22 - 1, 1, 0, PGY_OVERDUE},
        {"p/on", false, false, NOV22, 0, 4, PGY_DUE},
        {"p/after", false, false, NOV22 + 1, 1, 4, PGY_FUTURE},
        {"p/running", false, false, NOV22 - 9, 0, 0, PGY_DUE},
        {"p/nudge", true, false, NOV22 - 40, 40, 0, PGY_OVERDUE},
        {"p/window", false, true, NOV22 - 9, 1, 0, PGY_CLOSED},
        {"p/open", false, false, NOV22 - 9, 0, 0, PGY_OPEN},
        {"p/habit", false, true, NOV22 - 9, 1, 0, PGY_CLOSED},
        {"p/timed", true, false, NOV22 - 2, 2, 0, PGY_OVERDUE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct pgy_item *item = find(&s, rows[i].id);
        assert_int_equal(item->catch_up, rows[i].catch_up);
        assert_int_equal(item->unpublished, rows[i].unpublished);
        assert_int_equal(item->start, rows[i].start);
        assert_int_equal(item->days, rows[i].days);
        assert_int_equal(pgy_stakes_ladder(item, rungs), rows[i].steps);
        assert_int_equal(item->state, rows[i].state);
        assert_int_equal(pgy_item_live(item), !rows[i].unpublished);
    }
    assert_int_equal(find(&s, "p/timed")->start_minute, 540);
    assert_int_equal(find(&s, "p/timed")->end_minute, 600);
    assert_int_equal(find(&s, "p/running")->end, NOV22);
}

/* A catch-up keeps its true day and stays, until it is done or put off, whatever its stakes. */
static void test_catch_up_stays(void **state)
{
    static const uint16_t stakes[] = {PGYD_USEFUL, PGYD_COSTLY, PGYD_FATAL};
    (void)state;
    for (size_t i = 0; i < sizeof stakes / sizeof stakes[0]; i++) {
        SCENE;
        s.started = NOV22;
        plan_put(&s.batch, "past", PGYD_DEADLINE, NOV22 - 100, NOV22 - 100);
        s.batch.items[0].stakes = stakes[i];
        assert_judged(&s, NOV22, "p/past", "overdue 100");
        assert_judged(&s, NOV22 + 1, "p/past", "overdue 101");
        assert_judged(&s, NOV22 + 31, "p/past", "overdue 131");
        assert_int_equal(find(&s, "p/past")->start, NOV22 - 100);
        plan_log(&s.journal, NOV22 + 30, "snooze", "p/past", "2027-01-01"); /* NOV22 + 40 */
        assert_judged(&s, NOV22 + 39, "p/past", "snoozed 139");
        assert_judged(&s, NOV22 + 40, "p/past", "overdue 140");
        plan_log(&s.journal, NOV22 + 41, "done", "p/past", "");
        assert_judged(&s, NOV22 + 41, "p/past", "done 141");
        /* What passes while pgyd runs is overdue, not caught up. */
        plan_put(&s.batch, "later", PGYD_DEADLINE, NOV22 + 5, NOV22 + 5);
        assert_judged(&s, NOV22 + 6, "p/later", "overdue 1");
        assert_false(find(&s, "p/later")->catch_up);
    }
}

/* ---- the end ---- */

/* Costly: asked for to the thirtieth day. Fatal: to the seventh, or to the day itself where nothing
 * can be done afterwards. Habits close with their period; what is useful stays as it was. */
static void test_missed_and_lapsed(void **state)
{
    static const uint16_t ends[] = {PGYD_MILESTONE, PGYD_WINDOW, PGYD_DEADLINE, PGYD_REMINDER};
    static const struct {
        uint16_t stakes;
        uint32_t flags;
        int32_t after;
        const char *expected;
    } rows[] = {
        {PGYD_COSTLY, 0, 1, "overdue 1"},
        {PGYD_COSTLY, 0, 29, "overdue 29"},
        {PGYD_COSTLY, 0, 30, "overdue 30"},
        {PGYD_COSTLY, 0, 31, "lapsed 31"},
        {PGYD_COSTLY, PGYD_ITEM_FINAL, 30, "overdue 30"},
        {PGYD_FATAL, 0, 1, "overdue 1"},
        {PGYD_FATAL, 0, 6, "overdue 6"},
        {PGYD_FATAL, 0, 7, "overdue 7"},
        {PGYD_FATAL, 0, 8, "missed 8"},
        {PGYD_FATAL, 0, 31, "missed 31"},
        {PGYD_FATAL, PGYD_ITEM_FINAL, 1, "missed 1"},
        {PGYD_FATAL, PGYD_ITEM_FINAL, 8, "missed 8"},
    };
    (void)state;
    for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            SCENE;
            plan_put(&s.batch, "x", ends[k], NOV22 - 5, NOV22);
            s.batch.items[0].stakes = rows[i].stakes;
            s.batch.items[0].flags = rows[i].flags;
            assert_judged(&s, NOV22 + rows[i].after, "p/x", rows[i].expected);
            assert_int_equal(pgy_item_live(find(&s, "p/x")), rows[i].expected[0] == 'o');
            /* on its last day it is what it always was */
            assert_judged(&s, NOV22, "p/x", ends[k] == PGYD_WINDOW ? "open 0" : "due 0");
        }
    }
    SCENE;
    plan_put(&s.batch, "habit", PGYD_HABIT, NOV22 - 5, NOV22);
    s.batch.items[0].stakes = PGYD_FATAL;
    plan_put(&s.batch, "window", PGYD_WINDOW, NOV22 - 5, NOV22);
    plan_put(&s.batch, "useful", PGYD_MILESTONE, NOV22, NOV22);
    assert_judged(&s, NOV22 + 1, "p/habit", "closed 1");
    assert_judged(&s, NOV22 + 1, "p/window", "closed 1");
    assert_judged(&s, NOV22 + 60, "p/useful", "lapsed 60");
    s.batch.items[2].stakes = PGYD_CONTEXT;
    assert_judged(&s, NOV22 + 1, "p/useful", "closed 1");
}

/* A project closes a month after a week had it, and not before one did; where that is not known,
 * after its day. Who one keeps in touch with is late, and never lapses. */
static void test_a_project_was_shown_before_it_lapses(void **state)
{
    struct pgy_shown row = {"p/project", NOV22 + 20};
    const struct pgy_shown_list none = {0}, shown = {.list = &row, .n = 1};
    (void)state;
    SCENE;
    plan_put(&s.batch, "project", PGYD_REMINDER, NOV22, NOV22);
    plan_put(&s.batch, "lee", PGYD_REMINDER, NOV22, NOV22);
    s.batch.items[1].about = "contact:lee";
    s.batch.items[1].occurrence = "12";
    s.batch.items[1].id = "p/lee@12";
    assert_judged(&s, NOV22 + 30, "p/project", "open 30");
    assert_judged(&s, NOV22 + 31, "p/project", "lapsed 31");
    s.shown = &none;
    assert_judged(&s, NOV22 + 400, "p/project", "open 400");
    assert_int_equal(find(&s, "p/project")->shown, PGY_NO_DAY);
    s.shown = &shown;
    assert_judged(&s, NOV22 + 50, "p/project", "open 50");
    assert_judged(&s, NOV22 + 51, "p/project", "lapsed 51");
    assert_judged(&s, NOV22 + 400, "p/lee@12", "overdue 400");
    /* Asked of a person once, it is a project like any. */
    s.batch.items[1].occurrence = "ask";
    s.batch.items[1].id = "p/lee@ask";
    assert_judged(&s, NOV22 + 400, "p/lee@ask", "open 400");
}

/* What is useful is worth doing until its `by`. */
static void test_useful_until_by(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "talk", PGYD_MILESTONE, NOV22, NOV22);
    s.batch.items[0].stakes = PGYD_USEFUL;
    s.batch.items[0].by = NOV22 + 20;
    assert_judged(&s, NOV22 + 1, "p/talk", "open 19");
    assert_judged(&s, NOV22 + 20, "p/talk", "open 0");
    assert_judged(&s, NOV22 + 21, "p/talk", "lapsed 21");
}

/* The days after are those after `by`; days are counted from the end all the same. */
static void test_the_end_counts_from_by(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "later", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "earlier", PGYD_WINDOW, NOV22, NOV22 + 40);
    s.batch.items[0].stakes = s.batch.items[1].stakes = PGYD_FATAL;
    s.batch.items[0].by = NOV22 + 20;
    s.batch.items[1].by = NOV22 + 10;
    assert_judged(&s, NOV22 + 1, "p/later", "overdue 1");
    assert_judged(&s, NOV22 + 27, "p/later", "overdue 27");
    assert_judged(&s, NOV22 + 28, "p/later", "missed 28");
    s.batch.items[0].flags = PGYD_ITEM_FINAL;
    assert_judged(&s, NOV22 + 20, "p/later", "overdue 20");
    assert_judged(&s, NOV22 + 21, "p/later", "missed 21");
    /* Open as long as it says, and gone at once then. */
    assert_judged(&s, NOV22 + 40, "p/earlier", "open 0");
    assert_judged(&s, NOV22 + 41, "p/earlier", "missed 1");
}

/* Done and put off count more than missed. */
static void test_the_end_and_the_journal(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "x", PGYD_DEADLINE, NOV22, NOV22);
    s.batch.items[0].stakes = PGYD_FATAL;
    plan_log(&s.journal, NOV22 + 1, "snooze", "p/x", "2026-12-02"); /* NOV22 + 10 */
    assert_judged(&s, NOV22 + 9, "p/x", "snoozed 9");
    assert_judged(&s, NOV22 + 10, "p/x", "missed 10");
    plan_log(&s.journal, NOV22 + 11, "done", "p/x", "");
    assert_judged(&s, NOV22 + 11, "p/x", "done 11");
}

/* A severity of the plugin's own means nothing: the worst that its stakes come to. */
static void test_severity_is_that_of_the_stakes(void **state)
{
    static const uint16_t severities[] = {[PGYD_CONTEXT] = PGYD_INFO,
                                          [PGYD_USEFUL] = PGYD_INFO,
                                          [PGYD_COSTLY] = PGYD_WARN,
                                          [PGYD_FATAL] = PGYD_CRITICAL};
    (void)state;
    for (uint16_t stakes = PGYD_CONTEXT; stakes <= PGYD_FATAL; stakes++) {
        SCENE;
        plan_put(&s.batch, "x", PGYD_DEADLINE, NOV22, NOV22);
        s.batch.items[0].stakes = stakes;
        s.batch.items[0].severity = stakes == PGYD_FATAL ? PGYD_INFO : PGYD_CRITICAL;
        build(&s);
        assert_int_equal(find(&s, "p/x")->severity, severities[stakes]);
    }
}

static void test_live(void **state)
{
    static const struct {
        enum pgy_state state;
        bool live;
    } rows[] = {
        {PGY_FUTURE, true},  {PGY_OPEN, true},    {PGY_DUE, true},     {PGY_OVERDUE, true},
        {PGY_CLOSED, false}, {PGY_DONE, false},   {PGY_SNOOZED, true}, {PGY_CANCELLED, false},
        {PGY_MISSED, false}, {PGY_LAPSED, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgy_item item = {.state = rows[i].state};
        assert_int_equal(pgy_item_live(&item), rows[i].live);
        item.unpublished = true;
        assert_false(pgy_item_live(&item));
    }
}

/* Sorted by day, minute, id; the first of a repeated id stands; a plugin without a plan is no
 * obstacle; texts are the timeline's own. */
static void test_order_and_ownership(void **state)
{
    SCENE;
    struct pgy_arena *other = pgy_arena_new();
    struct pgy_batch b = plan_batch(other);
    (void)state;
    struct pgy_item rich = plan_item(other, "z", PGYD_MILESTONE, NOV22, NOV22);
    rich.about = pgy_arena_strdup(other, "offer:mercy");
    rich.next = pgy_arena_strdup(other, "Ask Mercy");
    rich.why = pgy_arena_strdup(other, "It closes.");
    plan_add(&b, rich);
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
    assert_string_equal(find(&s, "p/z")->about, "offer:mercy");
    assert_string_equal(find(&s, "p/z")->next, "Ask Mercy");
    assert_string_equal(find(&s, "p/z")->why, "It closes.");
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
        cmocka_unit_test(test_missed_and_lapsed),
        cmocka_unit_test(test_a_project_was_shown_before_it_lapses),
        cmocka_unit_test(test_useful_until_by),
        cmocka_unit_test(test_the_end_counts_from_by),
        cmocka_unit_test(test_the_end_and_the_journal),
        cmocka_unit_test(test_severity_is_that_of_the_stakes),
        cmocka_unit_test(test_live),
        cmocka_unit_test(test_order_and_ownership),
        cmocka_unit_test(test_discreet_words),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_first_run_catches_up_the_last_occurrence_only),
    };
    return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
