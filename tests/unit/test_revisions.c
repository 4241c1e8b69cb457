/* SPDX-License-Identifier: BSD-2-Clause */
/* Revisions (architecture 9): SEQUENCE and DTSTAMP move when what a client shows changes, and only
 * then. */
#include "timeline_fixture.h"

/* Everything that a pass may carry, for the tests of midnight. */
static void fill(struct scene *s)
{
    static const uint16_t kinds[] = {PGYD_MILESTONE, PGYD_WINDOW, PGYD_DEADLINE,
                                     PGYD_REMINDER,  PGYD_HABIT,  PGYD_ALERT};
    char slug[16];
    for (int i = 0; i < 60; i++) {
        snprintf(slug, sizeof slug, "i%02d", i);
        plan_put(&s->batch, slug, kinds[i % 6], NOV22 - 12 + i, NOV22 - 12 + i + (i % 4) * 3);
        if (i % 5) /* some of them are missed within the month */
            s->batch.items[i].stakes = (uint16_t)(i % 5);
    }
    struct pgy_item kept = plan_item(s->arena, "kept", PGYD_DEADLINE, NOV22 + 40, NOV22 + 40);
    kept.kept = true;
    plan_add(&s->batch, kept);
    struct pgy_item cancelled =
        plan_item(s->arena, "cancelled", PGYD_DEADLINE, NOV22 + 40, NOV22 + 40);
    cancelled.state = PGY_CANCELLED;
    cancelled.cancelled_on = NOV22 + 16; /* shown for 14 days: until the thirtieth midnight */
    plan_add(&s->batch, cancelled);
    plan_log(&s->journal, NOV22, "done", "p/i14", "");
    plan_log(&s->journal, NOV22, "snooze", "p/i18", "2026-11-30");
    s->started = NOV22;
}

static void test_nothing_churns_at_midnight(void **state)
{
    SCENE;
    (void)state;
    fill(&s);
    assert_int_equal(publish(&s), 62);
    struct pgy_timeline *first = s.timeline;
    s.timeline = NULL;
    for (int day = 1; day <= 30; day++) {
        s.today = NOV22 + day;
        s.now = now0 + (int64_t)day * 86400;
        assert_int_equal(publish(&s), 0);
        assert_int_equal(s.timeline->n, first->n);
        for (size_t i = 0; i < first->n; i++) {
            const struct pgy_item *a = &first->items[i], *b = &s.timeline->items[i];
            assert_string_equal(a->id, b->id);
            assert_true(a->hash == b->hash);
            assert_int_equal(a->sequence, b->sequence);
            assert_int_equal(a->revised, b->revised);
            assert_int_equal(a->created, b->created);
            assert_int_equal(a->start, b->start);
            assert_string_equal(a->detail ? a->detail : "", b->detail ? b->detail : "");
        }
    }
    pgy_timeline_free(&first);
}

/* The one item's SEQUENCE and DTSTAMP, as seconds after now0. */
#define assert_revision(s, expected_sequence, expected_revised)                                    \
    do {                                                                                           \
        assert_int_equal((s)->timeline->items[0].sequence, expected_sequence);                     \
        assert_int_equal((s)->timeline->items[0].revised - now0, expected_revised);                \
        assert_int_equal((s)->timeline->items[0].created, now0);                                   \
    } while (0)

static void test_revisions_rise(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 0, 0);
    s.now = now0 + 60;
    assert_int_equal(publish(&s), 0);
    assert_revision(&s, 0, 0);
    s.batch.items[0].title = "Another";
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 1, 60);
    /* The clock stands still, then goes back: DTSTAMP is later all the same. */
    s.batch.items[0].start++;
    s.batch.items[0].end++;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 2, 61);
    s.now = now0 - 86400;
    s.batch.items[0].steps[0] = (struct pgyd_step){-3, 'd', 0};
    s.batch.items[0].nsteps = 1;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 3, 62);
    assert_int_equal(publish(&s), 0);
    assert_revision(&s, 3, 62);
    /* Back to what it was once: still a change. */
    s.batch.items[0].nsteps = 0;
    s.now = now0 + 1000;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 4, 1000);
}

static void test_revisions_follow_the_journal(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    publish(&s);
    plan_log(&s.journal, NOV22, "snooze", "p/d", "2026-11-25");
    s.now = now0 + 10;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 1, 10);
    plan_log(&s.journal, NOV22, "snooze", "p/d", "2026-11-26");
    s.now = now0 + 20;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 2, 20);
    plan_log(&s.journal, NOV22, "done", "p/d", "");
    s.now = now0 + 30;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 3, 30);
    /* Done again on another day shows nothing new. */
    plan_log(&s.journal, NOV22 + 1, "done", "p/d", "");
    s.now = now0 + 40;
    assert_int_equal(publish(&s), 0);
    assert_revision(&s, 3, 30);
    s.journal.list[2].reversed = s.journal.list[3].reversed = true;
    s.now = now0 + 50;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 4, 50);
    plan_log(&s.journal, NOV22 + 1, "contact", "p/d", "");
    assert_int_equal(publish(&s), 0);
}

static void test_cancelled(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    publish(&s);
    s.batch.items[0].state = PGY_CANCELLED;
    s.batch.items[0].cancelled_on = NOV22 + 2;
    s.today = NOV22 + 2;
    s.now = now0 + 100;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 1, 100);
    assert_int_equal(s.timeline->items[0].state, PGY_CANCELLED);
    assert_int_equal(s.revisions.list[0].cancelled, NOV22 + 2);
    s.today = NOV22 + 12; /* past its own day: cancelled, not overdue */
    assert_int_equal(publish(&s), 0);
    assert_int_equal(s.timeline->items[0].state, PGY_CANCELLED);
    /* Planned again: one event, one step higher. */
    s.batch.items[0].state = PGY_FUTURE;
    s.batch.items[0].cancelled_on = PGY_NO_DAY;
    s.now = now0 + 200;
    assert_int_equal(publish(&s), 1);
    assert_revision(&s, 2, 200);
    assert_int_equal(s.revisions.list[0].cancelled, PGY_NO_DAY);
    /* What was done and is then no longer planned just goes. */
    s.batch.items[0].state = PGY_CANCELLED;
    s.batch.items[0].cancelled_on = NOV22 + 12;
    plan_log(&s.journal, NOV22 + 9, "done", "p/d", "");
    build(&s);
    assert_int_equal(s.timeline->n, 0);
}

static void test_kept_says_so(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    plan_put(&s.batch, "e", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    s.batch.items[1].detail = "Call first.";
    publish(&s);
    s.batch.items[0].kept = s.batch.items[1].kept = true;
    assert_int_equal(publish(&s), 2);
    assert_string_equal(find(&s, "p/d")->detail,
                        "No longer planned by p 1.3; kept until `pgyctl plugin accept p`.");
    assert_string_equal(
        find(&s, "p/e")->detail,
        "Call first.\nNo longer planned by p 1.3; kept until `pgyctl plugin accept p`.");
    assert_int_equal(find(&s, "p/d")->state, PGY_FUTURE);
}

/* Stateless: DTSTAMP is what was given, SEQUENCE 0. */
static void test_stateless(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22, NOV22);
    struct pgy_share share = {&s.batch};
    struct pgy_timeline_input input = {.profile = "me",
                                       .zone = "UTC",
                                       .today = NOV22,
                                       .started = NOV22,
                                       .now = (int64_t)NOV22 * 86400,
                                       .shares = &share,
                                       .nshares = 1,
                                       .journal = &s.journal};
    s.timeline = pgy_timeline_build(&input);
    assert_int_equal(s.timeline->items[0].sequence, 0);
    assert_int_equal(s.timeline->items[0].revised, (int64_t)NOV22 * 86400);
    struct pgy_revisions changed;
    pgy_timeline_revisions(s.timeline, NULL, &changed);
    assert_int_equal(changed.n, 1);
}

/* What is at stake shows in the alarms: those that come, go, move or get louder are a revision. The
 * rest is not shown. */
static void test_stakes_are_revised_as_far_as_they_ring(void **state)
{
    SCENE;
    (void)state;
    plan_put(&s.batch, "m", PGYD_MILESTONE, NOV22 + 9, NOV22 + 9);
    struct pgy_item *item = &s.batch.items[0];
    item->stakes = PGYD_CONTEXT;
    publish(&s);
    item->stakes = PGYD_USEFUL; /* neither rings */
    item->about = "offer:mercy";
    item->next = "Ask Mercy";
    item->why = "It closes.";
    item->by = NOV22 + 8;
    assert_int_equal(publish(&s), 0);
    item->stakes = PGYD_COSTLY;
    assert_int_equal(publish(&s), 1);
    item->stakes = PGYD_FATAL;
    assert_int_equal(publish(&s), 1);
    item->by = NOV22 + 9;
    assert_int_equal(publish(&s), 1);
    item->why = NULL;
    assert_int_equal(publish(&s), 0);
    /* A step of its own that is for the brief is no alarm; of a louder item it is one. */
    item->stakes = PGYD_USEFUL;
    assert_int_equal(publish(&s), 1);
    item->steps[0] = (struct pgyd_step){-3, 'd', 0};
    item->nsteps = 1;
    publish(&s);
    const uint32_t sequence = s.timeline->items[0].sequence;
    s.remind_at = 7 * 60;
    assert_int_equal(publish(&s), 0);
    item->flags = PGYD_ITEM_TYPED;
    assert_int_equal(publish(&s), 1);
    s.remind_at = 8 * 60;
    assert_int_equal(publish(&s), 1);
    assert_int_equal(s.timeline->items[0].sequence, sequence + 2);
}

/* A color is shown: another one of the plugin's is a revision, and so is the red of what is fatal,
 * also where no alarm rings any more. */
static void test_colors_are_revised(void **state)
{
    (void)state;
    SCENE;
    struct pgy_declaration plugin = {.plugin = "p", .listed = true};
    const struct pgy_schema schema = {.plugins = &plugin, .nplugins = 1};
    s.schema = &schema;
    plan_put(&s.batch, "gone", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    struct pgy_item *item = &s.batch.items[0];
    item->state = PGY_CANCELLED;
    item->cancelled_on = NOV22;
    item->stakes = PGYD_COSTLY;
    assert_int_equal(publish(&s), 1);
    plugin.color = "#4169E1";
    assert_int_equal(publish(&s), 1);
    assert_int_equal(publish(&s), 0);
    plugin.color = "#FF8C00";
    assert_int_equal(publish(&s), 1);
    item->stakes = PGYD_FATAL;
    assert_int_equal(publish(&s), 1);
    plugin.color = "#4169E1"; /* it is red all the same */
    assert_int_equal(publish(&s), 0);
    assert_int_equal(s.timeline->items[0].sequence, 3);
}

/* An alarm that moves is a revision, whatever moved it; what stays where it was is none. */
static void test_hour_and_zone_of_alarms_are_revised(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        bool ladder, timed, zone;
        uint32_t hour, move; /* SEQUENCE after another remind_at, and then another zone */
    } rows[] = {
        {"p/rings", true, false, false, 1, 2}, {"p/silent", false, false, false, 0, 0},
        {"p/call", true, true, false, 0, 1},   {"p/quiet-call", false, true, false, 0, 1},
        {"p/visit", true, true, true, 0, 0},
    };
    enum { N = sizeof rows / sizeof rows[0] };
    SCENE;
    for (size_t i = 0; i < N; i++) {
        struct pgy_item item =
            plan_item(s.arena, rows[i].id + 2, rows[i].ladder ? PGYD_DEADLINE : PGYD_MILESTONE,
                      NOV22 + 30, NOV22 + 30);
        item.start_minute = rows[i].timed ? 15 * 60 : -1;
        item.zone = rows[i].zone ? "America/Denver" : NULL;
        plan_add(&s.batch, item);
    }
    assert_int_equal(publish(&s), N);
    s.remind_at = 7 * 60;
    assert_int_equal(publish(&s), 1);
    for (size_t i = 0; i < N; i++)
        assert_int_equal(find(&s, rows[i].id)->sequence, rows[i].hour);
    s.zone = "America/Chicago";
    assert_int_equal(publish(&s), 3);
    for (size_t i = 0; i < N; i++)
        assert_int_equal(find(&s, rows[i].id)->sequence, rows[i].move);
    assert_int_equal(publish(&s), 0);
}

/* Cancelled items are shown for 14 days, also when no new batch of their plugin comes: day 14, and
 * the day after. */
static void test_cancelled_items_go_without_a_new_batch(void **state)
{
    (void)state;
    SCENE;
    plan_put(&s.batch, "gone", PGYD_DEADLINE, NOV22 + 90, NOV22 + 90);
    s.batch.items[0].state = PGY_CANCELLED;
    s.batch.items[0].cancelled_on = NOV22;
    s.today = NOV22 + 14;
    build(&s);
    assert_int_equal(s.timeline->n, 1);
    s.today = NOV22 + 15;
    build(&s);
    assert_int_equal(s.timeline->n, 0);
}

/* Identity (architecture 7): renamed twice, an item is still known to calendars by its first name,
 * also when that was another plugin's; a circle of names ends. */
static void test_renamed_slugs_keep_their_first_name(void **state)
{
    (void)state;
    SCENE;
    static const struct pgyd_rename renames[] = {{"p/b", "p/c"}, {"p/a", "p/b"}, {"p/x", "p/y"},
                                                 {"p/y", "p/x"}, {"q/d", "p/d"}, {"p/e", "p/f"}};
    static const struct pgyd_rename before[] = {{"q/first", "q/d"}};
    static const struct pgyd_rename absent[] = {{"p/e", "r/e"}, {"r/e", "p/e"}};
    const struct pgy_declaration plugins[] = {
        {.plugin = "p", .renames = renames, .nrenames = 6, .listed = true},
        {.plugin = "q", .renames = before, .nrenames = 1, .listed = true},
        {.plugin = "r", .renames = absent, .nrenames = 2}};
    const struct pgy_schema schema = {.plugins = plugins, .nplugins = 3};
    s.schema = &schema;
    struct pgy_item again = plan_item(s.arena, "c", PGYD_REMINDER, NOV22, NOV22);
    again.id = "p/c@4";
    again.occurrence = "4";
    plan_put(&s.batch, "c", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "x", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "f", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "g", PGYD_DEADLINE, NOV22, NOV22);
    plan_add(&s.batch, again);
    build(&s);
    assert_string_equal(pgy_timeline_find(s.timeline, "p/c")->origin, "p/a");
    assert_string_equal(pgy_timeline_find(s.timeline, "p/c@4")->origin, "p/a@4");
    assert_string_equal(pgy_timeline_find(s.timeline, "p/d")->origin, "q/first");
    assert_string_equal(pgy_timeline_find(s.timeline, "p/f")->origin, "p/e");
    assert_null(pgy_timeline_find(s.timeline, "p/g")->origin);
    assert_null(pgy_timeline_find(s.timeline, "p/x")->origin);
}

/* A plugin that still plans what another took over does not show it twice. */
static void test_what_moved_is_the_new_plugins(void **state)
{
    (void)state;
    SCENE;
    static const struct pgyd_rename renames[] = {{"p/given", "q/taken"}};
    const struct pgy_declaration taker = {
        .plugin = "q", .renames = renames, .nrenames = 1, .listed = true};
    const struct pgy_schema schema = {.plugins = &taker, .nplugins = 1};
    s.schema = &schema;
    plan_put(&s.batch, "given", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&s.batch, "stays", PGYD_DEADLINE, NOV22, NOV22);
    build(&s);
    assert_int_equal(s.timeline->n, 1);
    assert_string_equal(s.timeline->items[0].id, "p/stays");
}

/* When the person is busy: in no list of items, numbered as they are, the same after a midnight. */
static void test_spans(void **state)
{
    (void)state;
    SCENE;
    struct pgy_item later = plan_item(s.arena, "busy.later", PGYD_WINDOW, NOV22 + 5, NOV22 + 9),
                    sooner = plan_item(s.arena, "busy.sooner", PGYD_WINDOW, NOV22 + 1, NOV22 + 2);
    struct pgy_item list[] = {later, sooner};
    s.spans = list;
    s.nspans = 2;
    plan_put(&s.batch, "d", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    assert_int_equal(publish(&s), 3);
    assert_int_equal(s.timeline->n, 1);
    assert_null(pgy_timeline_find(s.timeline, "p/busy.later"));
    assert_int_equal(s.timeline->nspans, 2);
    assert_string_equal(s.timeline->spans[0].id, "p/busy.sooner");
    assert_ptr_not_equal(s.timeline->spans[0].id, sooner.id);
    assert_int_equal(s.timeline->spans[0].revised, now0);
    s.today = NOV22 + 1;
    s.now = now0 + 86400;
    assert_int_equal(publish(&s), 0);
    assert_int_equal(s.timeline->spans[0].revised, now0);
    list[1].end = list[1].by = NOV22 + 3;
    assert_int_equal(publish(&s), 1);
    assert_int_equal(s.timeline->spans[0].sequence, 1);
    assert_int_equal(s.timeline->spans[0].revised, now0 + 86400);
    assert_int_equal(s.timeline->spans[0].created, now0);
    assert_int_equal(s.timeline->spans[1].sequence, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_churns_at_midnight),
        cmocka_unit_test(test_revisions_rise),
        cmocka_unit_test(test_revisions_follow_the_journal),
        cmocka_unit_test(test_cancelled),
        cmocka_unit_test(test_kept_says_so),
        cmocka_unit_test(test_stateless),
        cmocka_unit_test(test_stakes_are_revised_as_far_as_they_ring),
        cmocka_unit_test(test_colors_are_revised),
        cmocka_unit_test(test_hour_and_zone_of_alarms_are_revised),
        cmocka_unit_test(test_cancelled_items_go_without_a_new_batch),
        cmocka_unit_test(test_renamed_slugs_keep_their_first_name),
        cmocka_unit_test(test_what_moved_is_the_new_plugins),
        cmocka_unit_test(test_spans),
    };
    return cmocka_run_group_tests_name("revisions", tests, NULL, NULL);
}
