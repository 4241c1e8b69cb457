/* SPDX-License-Identifier: BSD-2-Clause */
/* Who is reminded of what: what is new, put off, over or caught up on. Instants are as in
 * test_remind.c. */
#include "remind_fixture.h"

/* Each step a second before it, at it, a second after it: past ones are nobody's, nor is anything
 * said in their place while one is left. */
static void test_first_seen(void **state)
{
    static const struct {
        const char *first;
        size_t rows;
        const char *step; /* of the first row */
    } table[] = {
        {"2026-11-18T13:00:00Z", 7, "-7d"}, {"2026-11-19T12:59:59Z", 7, "-7d"},
        {"2026-11-19T13:00:00Z", 7, "-7d"}, {"2026-11-19T13:00:01Z", 6, "-3d"},
        {"2026-11-23T13:00:00Z", 6, "-3d"}, {"2026-11-23T13:00:01Z", 5, "-1d"},
        {"2026-11-25T13:00:00Z", 5, "-1d"}, {"2026-11-25T13:00:01Z", 4, "0d"},
        {"2026-11-26T13:00:00Z", 4, "0d"},  {"2026-11-27T13:00:00Z", 3, "1d"},
        {"2026-11-27T13:00:01Z", 2, "3d"},  {"2026-12-03T13:00:00Z", 1, "7d"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        f->known.nseen = 0;
        schedule(f, table[i].first);
        assert_int_equal(f->n, table[i].rows);
        assert_string_equal(f->due[0].step, table[i].step);
        assert_null(row(f, "now"));
    }
    f->known.nseen = 0;
    schedule(f, "2026-12-03T13:00:01Z");
    assert_int_equal(f->n, 0);
}

/* What comes in the first quarter of an hour comes at its end: the person is still typing. */
static void test_typing(void **state)
{
    static const struct {
        const char *first, *at; /* of -3d, at 13:00Z */
    } table[] = {
        {"2026-11-23T12:44:59Z", "2026-11-23T13:00:00Z"},
        {"2026-11-23T12:45:00Z", "2026-11-23T13:00:00Z"},
        {"2026-11-23T12:45:01Z", "2026-11-23T13:00:01Z"},
        {"2026-11-23T12:59:00Z", "2026-11-23T13:14:00Z"},
        {"2026-11-23T13:00:00Z", "2026-11-23T13:15:00Z"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        f->known.nseen = 0;
        schedule(f, table[i].first);
        expect(row(f, "-3d"), "2026-11-26", "-3d", table[i].at, PGYD_CRITICAL);
        /* A later pass knows when it was first seen. */
        schedule(f, "2026-11-23T14:00:00Z");
        expect(row(f, "-3d"), "2026-11-26", "-3d", table[i].at, PGYD_CRITICAL);
    }
}

/* No step left before a fatal day: one message, a quarter of an hour on. Not for what is costly,
 * nor for what had run out: that has its steps after the day, or none. */
static void test_now(void **state)
{
    struct fixture *f = *state;
    const char *me = "me";
    schedule(f, "2026-11-26T13:00:01Z");
    assert_int_equal(f->n, 4); /* 1d, 3d, 7d */
    expect(row(f, "now"), "2026-11-26", "now", "2026-11-26T13:15:01Z", PGYD_CRITICAL);
    assert_int_equal(row(f, "now")->expires, utc("2026-11-27T04:59:59Z"));
    fire(f, "2026-11-26", "now");
    schedule(f, "2026-11-26T14:00:00Z");
    assert_null(row(f, "now"));
    f->known.nseen = f->known.nfired = 0;
    f->item.flags = PGYD_ITEM_FINAL;
    schedule(f, "2026-11-27T04:59:59Z"); /* the last second of the day */
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-26", "now", "2026-11-27T05:14:59Z", PGYD_CRITICAL);
    /* worth sending as long as anything late is: after 05:14:59 of the day after it is missed */
    assert_int_equal(pgy_remind_fate(f->due, &me, 1, 0, utc("2026-11-28T05:14:59Z")),
                     PGY_FATE_LATE);
    assert_int_equal(pgy_remind_fate(f->due, &me, 1, 0, utc("2026-11-28T05:15:00Z")),
                     PGY_FATE_MISSED);
    f->known.nseen = 0;
    schedule(f, "2026-11-27T05:00:00Z");
    assert_int_equal(f->n, 0);
    f->known.nseen = 0;
    f->item.stakes = PGYD_COSTLY;
    schedule(f, "2026-11-26T13:00:01Z");
    assert_int_equal(f->n, 0);
    /* It has steps of its own, and all are past. */
    f->known.nseen = 0;
    f->item.stakes = PGYD_FATAL;
    own_steps(f, (const struct pgyd_step[]){{-7, 'd', 0}}, 1);
    schedule(f, "2026-11-20T13:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-26", "now", "2026-11-20T13:15:00Z", PGYD_CRITICAL);
    /* Told of in the brief alone, it is none of its own either. */
    f->known.nseen = 0;
    f->item.flags = PGYD_ITEM_NO_LADDER;
    schedule(f, "2026-11-26T13:00:01Z");
    assert_int_equal(f->n, 0);
}

/* The same ladder for every kind, alerts included: they are told when their stakes say so, not
 * because they are there. */
static void test_kinds(void **state)
{
    struct fixture *f = *state;
    for (uint16_t kind = PGYD_MILESTONE; kind <= PGYD_ALERT; kind++) {
        f->known.nseen = 0;
        f->item.kind = kind;
        f->item.stakes = PGYD_FATAL;
        schedule(f, "2026-11-24T15:00:00Z");
        assert_int_equal(f->n, 5);
        expect(&f->due[0], "2026-11-26", "-1d", "2026-11-25T13:00:00Z", PGYD_CRITICAL);
        expect(&f->due[1], "2026-11-26", "0d", "2026-11-26T13:00:00Z", PGYD_CRITICAL);
        assert_int_equal(f->due[1].expires, utc("2026-11-27T04:59:59Z"));
        f->item.stakes = PGYD_CONTEXT;
        schedule(f, "2026-11-24T15:00:00Z");
        assert_int_equal(f->n, 0);
    }
    /* It goes and is there again, on the same day or the next: nothing more. */
    f->known.nseen = 0;
    f->item.stakes = PGYD_COSTLY;
    f->item.state = PGY_OPEN;
    schedule(f, "2026-11-26T15:00:00Z");
    assert_int_equal(f->n, 0);
    f->known.nseen = 0;
    schedule(f, "2026-11-27T15:00:00Z");
    assert_int_equal(f->n, 0);
}

static void test_not_reminded(void **state)
{
    static const struct {
        enum pgy_state state;
        size_t rows;
    } table[] = {
        {PGY_FUTURE, 8}, {PGY_OPEN, 8},      {PGY_DUE, 8},    {PGY_OVERDUE, 8}, {PGY_CLOSED, 0},
        {PGY_DONE, 0},   {PGY_CANCELLED, 0}, {PGY_MISSED, 0}, {PGY_LAPSED, 0},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        f->item.state = table[i].state;
        schedule(f, "2026-11-10T12:00:00Z");
        assert_int_equal(f->n, table[i].rows);
    }
    f->item.state = PGY_FUTURE;
    f->item.catch_up = true;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 0);
    f->item.catch_up = false;
    f->item.unpublished = true;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 0);
    f->item.unpublished = false;
    f->item.flags = PGYD_ITEM_NO_LADDER;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 0);
}

static void test_snoozed(void **state)
{
    struct fixture *f = *state;
    f->item.stakes = PGYD_COSTLY;
    schedule(f, "2026-11-10T12:00:00Z");
    fire(f, "2026-11-26", "-7d");
    /* On the 20th, snoozed until the 24th: the -3d step of the 23rd comes as the snooze's end, as
     * loud as that day is; 0d as ever. */
    f->item.snoozed_until = day_of("2026-11-24");
    f->item.state = PGY_SNOOZED;
    schedule(f, "2026-11-20T15:00:00Z");
    assert_int_equal(f->n, 2);
    expect(&f->due[0], "2026-11-26", "0d", "2026-11-26T13:00:00Z", PGYD_WARN);
    expect(&f->due[1], "2026-11-26", "snooze 2026-11-24", "2026-11-24T13:00:00Z", PGYD_WARN);
    /* The midnight on which it ends changes nothing; after it fired it is gone, and the held step
     * with it. */
    f->item.state = PGY_FUTURE;
    schedule(f, "2026-11-24T05:00:00Z");
    assert_int_equal(f->n, 2);
    fire(f, "2026-11-26", "snooze 2026-11-24");
    schedule(f, "2026-11-24T14:00:00Z");
    assert_int_equal(f->n, 1);
    /* Back before its ladder begins: as info. */
    f->item.snoozed_until = day_of("2026-11-15");
    schedule(f, "2026-11-12T14:00:00Z");
    expect(row(f, "snooze 2026-11-15"), "2026-11-26", "snooze 2026-11-15", "2026-11-15T13:00:00Z",
           PGYD_INFO);
    /* Four days before a fatal one: warn; three: critical. */
    f->item.stakes = PGYD_FATAL;
    f->item.snoozed_until = day_of("2026-11-22");
    schedule(f, "2026-11-12T14:00:00Z");
    assert_int_equal(row(f, "snooze 2026-11-22")->severity, PGYD_WARN);
    f->item.snoozed_until = day_of("2026-11-23");
    schedule(f, "2026-11-12T14:00:00Z");
    assert_int_equal(row(f, "snooze 2026-11-23")->severity, PGYD_CRITICAL);
    assert_non_null(row(f, "-3d")); /* at the same hour */
    assert_null(row(f, "-7d"));
}

/* What is useful comes back without a word, unless the person typed when it rings. */
static void test_snoozed_useful(void **state)
{
    static const struct pgyd_step steps[] = {{-3, 'd', 0}, {0, 'd', 0}};
    struct fixture *f = *state;
    f->item.stakes = PGYD_USEFUL;
    f->item.state = PGY_SNOOZED;
    f->item.snoozed_until = day_of("2026-11-24");
    schedule(f, "2026-11-20T15:00:00Z");
    assert_int_equal(f->n, 0);
    own_steps(f, steps, 2);
    schedule(f, "2026-11-20T15:00:00Z");
    assert_int_equal(f->n, 0);
    f->item.flags = PGYD_ITEM_TYPED;
    schedule(f, "2026-11-20T15:00:00Z");
    assert_int_equal(f->n, 2);
    expect(&f->due[0], "2026-11-26", "0d", "2026-11-26T13:00:00Z", PGYD_INFO);
    expect(&f->due[1], "2026-11-26", "snooze 2026-11-24", "2026-11-24T13:00:00Z", PGYD_INFO);
}

/* A deadline at seven in the morning of the day a snooze ends at eight: its own steps come, also
 * when its date was moved up. */
static void test_snooze_hides_nothing(void **state)
{
    struct fixture *f = *state;
    f->item.flags = PGYD_ITEM_FINAL;
    f->item.start_minute = 7 * 60;
    f->item.snoozed_until = day_of("2026-11-26");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 2); /* -1d, 0d */
    expect(&f->due[1], "2026-11-26T07:00", "0d", "2026-11-25T13:00:00Z", PGYD_CRITICAL);
    f->known.nseen = 0;
    f->item.start_minute = 8 * 60 + 1;
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-26T08:01", "snooze 2026-11-26", "2026-11-26T13:00:00Z",
           PGYD_CRITICAL);
    /* Overdue and put off: told again. */
    f->known.nseen = 0;
    f->item.start_minute = -1;
    f->item.snoozed_until = day_of("2026-11-29");
    schedule(f, "2026-11-28T15:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-26", "snooze 2026-11-29", "2026-11-29T13:00:00Z", PGYD_CRITICAL);
}

static void test_first_run(void **state)
{
    struct fixture *f = *state;
    struct pgy_item items[5];
    struct pgy_due digest;
    make_item(&items[0], "milestones/old", "milestones", PGYD_MILESTONE, "2026-11-24");
    items[0].catch_up = true;
    items[0].state = PGY_OVERDUE;
    items[0].title = "Register for the boards";
    make_item(&items[1], "offers/slow", "offers", PGYD_ALERT, "2026-11-20");
    items[1].state = PGY_OPEN;
    items[1].title = "Mercy is silent";
    items[1].stakes = PGYD_CONTEXT;
    make_item(&items[2], "offers/mercy", "offers", PGYD_DEADLINE, "2026-11-26");
    make_item(&items[3], "networking/x", "networking", PGYD_REMINDER, "2026-12-01");
    items[3].state = PGY_DONE;
    /* No step is left before this one; the digest says so. */
    make_item(&items[4], "offers/late", "offers", PGYD_DEADLINE, "2026-11-24");
    items[4].flags = PGYD_ITEM_FINAL;
    items[4].state = PGY_DUE;
    items[4].title = "Answer Lakeside";
    items[2].flags = PGYD_ITEM_FINAL;
    f->timeline.items = items;
    f->timeline.n = 5;
    f->timeline.today = f->timeline.started = day_of("2026-11-24");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 2); /* -1d and 0d; what is past is the digest's */
    pgy_remind_first(&f->timeline, f->tz, NULL, utc("2026-11-24T15:00:00Z"), f->arena, &digest);
    assert_string_equal(digest.item, "");
    assert_string_equal(digest.target, "2026-11-24");
    assert_string_equal(digest.step, "digest");
    assert_int_equal(digest.at, utc("2026-11-24T15:00:00Z"));
    /* fatal, past and still to be repaired: asked first */
    assert_string_equal(digest.title, "pgyd is running. Now: Is this done? Register for the boards "
                                      "(was due Tue Nov 24); and 1 more");
    assert_string_equal(digest.detail,
                        "- Is this done? Register for the boards (was due Tue Nov 24)\n"
                        "- Answer Lakeside: by Tue Nov 24 (last day)\n"
                        "- Answer Mercy: by Thu Nov 26 (2 days left)");
    assert_null(strstr(digest.discreet, "Mercy"));
    strcpy(f->known.fired[f->known.nfired++], " 2026-11-24 digest");
    /* Later passes stay silent about it, on that day and after; what is new then is told. */
    schedule(f, "2026-11-24T16:00:00Z");
    assert_int_equal(f->n, 2);
    assert_null(row(f, "now"));
    items[2].start = items[2].end = items[2].by = day_of("2026-11-24");
    schedule(f, "2026-11-24T17:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-24", "now", "2026-11-24T17:15:00Z", PGYD_CRITICAL);
    f->timeline.n = 0;
    pgy_remind_first(&f->timeline, f->tz, NULL, 0, f->arena, &digest);
    assert_string_equal(digest.detail, "Nothing is planned yet.");
    pgy_remind_first(&f->timeline, f->tz, "https://c.example.org/f/x/pgyd.ics", 0, f->arena,
                     &digest);
    assert_string_equal(digest.detail, "Nothing is planned yet.\n"
                                       "Your calendar: https://c.example.org/f/x/pgyd.ics");
    assert_null(strstr(digest.title, "http"));
    assert_null(strstr(digest.discreet, "http"));
}

/* The words are the item's, whichever plugin it is of; the day follows when it leaves. */
static void test_discreet(void **state)
{
    struct fixture *f = *state;
    f->item.plugin = "mercy";
    f->item.kind = PGYD_ALERT;
    f->item.discreet = "something needs attention from";
    schedule(f, "2026-11-10T12:00:00Z");
    assert_string_equal(f->due[0].discreet, "something needs attention from");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_first_seen),
        TEST(test_typing),
        TEST(test_now),
        TEST(test_kinds),
        TEST(test_not_reminded),
        TEST(test_snoozed),
        TEST(test_snoozed_useful),
        TEST(test_snooze_hides_nothing),
        TEST(test_first_run),
        TEST(test_discreet),
    };
    return cmocka_run_group_tests_name("remind whom", tests, NULL, NULL);
}
