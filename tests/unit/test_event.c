/* SPDX-License-Identifier: BSD-2-Clause */
/* What one item becomes in each style, read back from its bytes. Whole feeds are test_feed.c's. */
#include "feed_fixture.h"

#include "base/err.h"
#include "calendar/parseback.h"
#include "calendar/vevent.h"

/* The feed of one item, unfolded, from its first VEVENT on. */
static const char *event_as(struct pgy_item item, enum pgy_style style)
{
    struct pgy_timeline timeline = {.arena = arena,
                                    .profile = "me",
                                    .zone = "America/New_York",
                                    .items = &item,
                                    .n = 1,
                                    .cap = 1};
    struct pgy_feed_spec spec = synthetic_spec(style);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    assert_int_equal(update(feed, &timeline, true), 0);
    char *text = unfold(bytes_of(feed));
    pgy_feed_free(&feed);
    const char *event = strstr(text, "BEGIN:VEVENT");
    return event ? event : "";
}

static void test_all_day(void **state)
{
    (void)state;
    static const struct {
        pgy_day start, end;
        const char *dtstart, *dtend;
    } cases[] = {
        {20783, 20783, "DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261127"},
        {20818, 20818, "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"},
        {21243, 21244, "DTSTART;VALUE=DATE:20280229",
         "DTEND;VALUE=DATE:20280302"}, /* Feb 29 and Mar 1 */
        /* a day of 23 hours */
        {20891, 20891, "DTSTART;VALUE=DATE:20270314", "DTEND;VALUE=DATE:20270315"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_item item = synthetic_item("a/b", "a", "x", cases[i].start);
        item.end = cases[i].end;
        const char *event = event_as(item, PGY_STYLE_GENERIC);
        assert_has(event, cases[i].dtstart);
        assert_has(event, cases[i].dtend);
        assert_int_equal(count(event, "TZID"), 0);
    }
}

static void test_timed(void **state)
{
    (void)state;
    static const struct {
        pgy_day start, end;
        int32_t minute, end_minute;
        const char *zone, *dtstart, *dtend;
    } cases[] = {
        /* 02:30 around the gap of 2027-03-14: the first valid instant is 03:00. */
        {20890, 20890, 150, 210, NULL, "DTSTART;TZID=America/New_York:20270313T023000",
         "DTEND;TZID=America/New_York:20270313T033000"},
        {20891, 20891, 150, 210, NULL, "DTSTART;TZID=America/New_York:20270314T030000",
         "DTEND;TZID=America/New_York:20270314T033000"},
        {20892, 20892, 150, 210, NULL, "DTSTART;TZID=America/New_York:20270315T023000",
         "DTEND;TZID=America/New_York:20270315T033000"},
        /* 01:30 around the overlap of 2026-11-01: the first of two, 05:30Z; half an hour on it is
           01:00 again, which only UTC can say. */
        {20757, 20757, 90, -1, NULL, "DTSTART;TZID=America/New_York:20261031T013000",
         "DTEND;TZID=America/New_York:20261031T020000"},
        {20758, 20758, 90, -1, NULL, "DTSTART:20261101T053000Z", "DTEND:20261101T060000Z"},
        {20759, 20759, 90, -1, NULL, "DTSTART;TZID=America/New_York:20261102T013000",
         "DTEND;TZID=America/New_York:20261102T020000"},
        {20758, 20758, 60, -1, NULL, "DTSTART;TZID=America/New_York:20261101T010000",
         "DTEND;TZID=America/New_York:20261101T013000"},
        /* An end that is no later than the start: half an hour; over midnight; several days without
           an hour of ending. */
        {20783, 20783, 540, 480, NULL, "DTSTART;TZID=America/New_York:20261126T090000",
         "DTEND;TZID=America/New_York:20261126T093000"},
        {20783, 20784, 1380, 60, NULL, "DTSTART;TZID=America/New_York:20261126T230000",
         "DTEND;TZID=America/New_York:20261127T010000"},
        {20783, 20784, 540, -1, NULL, "DTSTART;TZID=America/New_York:20261126T090000",
         "DTEND;TZID=America/New_York:20261128T000000"},
        /* Zones: its own; the person's in a year of other rules; UTC; one that does not exist (the
           person's). */
        {20783, 20783, 540, 600, "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20261126T090000",
         "DTEND;TZID=Europe/Berlin:20261126T100000"},
        {13235, 13235, 420, 480, NULL, "DTSTART:20060328T120000Z",
         "DTEND:20060328T130000Z"}, /* before today's rule: EST */
        {20783, 20783, 540, 600, "UTC", "DTSTART:20261126T090000Z", "DTEND:20261126T100000Z"},
        {20783, 20783, 540, 600, "Mars/Olympus", "DTSTART;TZID=America/New_York:20261126T090000",
         "DTEND;TZID=America/New_York:20261126T100000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_item item = synthetic_item("a/b", "a", "x", cases[i].start);
        item.end = cases[i].end;
        item.start_minute = cases[i].minute;
        item.end_minute = cases[i].end_minute;
        item.zone = cases[i].zone;
        const char *event = event_as(item, PGY_STYLE_GENERIC);
        assert_has(event, cases[i].dtstart);
        assert_has(event, cases[i].dtend);
    }
}

static void test_alarms(void **state)
{
    (void)state;
    static const struct {
        pgy_day start;
        int32_t minute; /* -1: all day */
        struct pgyd_step step;
        const char *trigger;
    } cases[] = {
        /* remind_at is 08:00; an all-day event counts from 00:00. */
        {20783, -1, {-7, 'd', 1}, "TRIGGER:-P6DT16H"},
        {20783, -1, {-1, 'd', 1}, "TRIGGER:-PT16H"},
        {20783, -1, {0, 'd', 1}, "TRIGGER:PT8H"},
        {20783, -1, {2, 'd', 1}, "TRIGGER:P2DT8H"},
        {20783, -1, {-2, 'w', 1}, "TRIGGER:-P13DT16H"},
        {20783, -1, {-1, 'm', 1}, "TRIGGER:-P30DT16H"},  /* Oct 26: 31 days before */
        {20783, -1, {-1, 'y', 1}, "TRIGGER:-P364DT16H"}, /* 2025-11-26: 365 days */
        /* 08:00 of a day of 23 or 25 hours is 7 or 9 hours from its midnight; of the day before
           nothing is out of the ordinary. */
        {20891, -1, {0, 'd', 1}, "TRIGGER:PT7H"},
        {20891, -1, {-1, 'd', 1}, "TRIGGER:-PT16H"},
        {20892, -1, {-1, 'd', 1}, "TRIGGER:-PT16H"},
        {20758, -1, {0, 'd', 1}, "TRIGGER:PT9H"},
        /* A timed one: the same hour on the earlier day, by the clock. */
        {20851, 540, {-7, 'd', 1}, "TRIGGER:-P7D"},
        {20851, 540, {0, 'd', 1}, "TRIGGER:PT0S"},
        {20892, 540, {-3, 'd', 1}, "TRIGGER:-P3D"},
        /* Written in UTC (2026-11-01 01:30 EDT), days are exact: 2026-10-31 01:30 EDT is 24 hours
           before. */
        {20758, 90, {-1, 'd', 1}, "TRIGGER:-P1D"},
        /* Hours are exact. */
        {20783, 1020, {-2, 'h', 1}, "TRIGGER:-PT2H"},
        {20783, 1020, {-30, 'h', 1}, "TRIGGER:-P1DT6H"},
        {20783, 1020, {1, 'h', 1}, "TRIGGER:PT1H"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_item item = synthetic_item("a/b", "a", "x", cases[i].start);
        item.start_minute = cases[i].minute;
        item.flags = PGYD_ITEM_TYPED;
        item.nsteps = 1;
        item.steps[0] = cases[i].step;
        const char *event = event_as(item, PGY_STYLE_GENERIC);
        assert_has(event, cases[i].trigger);
        assert_int_equal(count(event, "BEGIN:VALARM"), 1);
        assert_int_equal(count(event, "ACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER"), 1);
    }
}

static struct pgy_item deadline(void)
{
    struct pgy_item item = synthetic_item("offers/mercy", "offers", "Answer", 20783);
    synthetic_ladder(&item);
    return item;
}

static void test_alarms_at_midnight(void **state)
{
    (void)state;
    /* remind_at = 00:00 in a feed of its own: whole days, and the day itself is no time before
     * it. */
    struct pgy_item item = deadline();
    struct pgy_timeline timeline = {.arena = arena, .items = &item, .n = 1};
    for (int i = 0; i < 2; i++) {
        struct pgy_feed_spec spec = synthetic_spec(i ? PGY_STYLE_OUTLOOK : PGY_STYLE_GENERIC);
        spec.remind_at = 0;
        struct pgy_feed *feed = pgy_feed_new(&spec);
        if (i) {
            item.nsteps = 1;
            item.steps[0] = (struct pgyd_step){0, 'd', PGYD_CRITICAL};
        }
        update(feed, &timeline, true);
        const char *text = bytes_of(feed);
        assert_has(text, "TRIGGER:-P1D");
        assert_int_equal(count(text, "TRIGGER:PT0S"), i ? 0 : 1);
        assert_int_equal(count(text, "TRIGGER:-P7D"), i ? 0 : 1);
        pgy_feed_free(&feed);
    }
}

static void test_alarm_order(void **state)
{
    (void)state;
    const char *event = event_as(deadline(), PGY_STYLE_GENERIC);
    /* -3d, -1d and 0d are critical; of these what still leaves time comes first. */
    const char *order[] = {"TRIGGER:-P2DT16H\r", "TRIGGER:-PT16H\r", "TRIGGER:PT8H\r",
                           "TRIGGER:-P6DT16H\r"};
    for (size_t i = 0; i < 4; i++) {
        event = strstr(event, order[i]);
        assert_non_null(event);
    }
}

/* The triggers of an event, sorted by nothing. */
static void assert_triggers(const char *event, const char *const *triggers, size_t n)
{
    assert_int_equal(count(event, "TRIGGER:"), n);
    for (size_t i = 0; i < n; i++)
        assert_has(event, triggers[i]);
}

/* The ladder of its stakes: what is for the brief is no alarm, nor what asks again after the day.
 * Of Nov 26 at 08:00: 30 days before are Oct 27, still daylight time, and by the clock the same. */
static void test_alarms_of_stakes(void **state)
{
    (void)state;
    static const char *const fatal[] = {"TRIGGER:-P29DT16H", "TRIGGER:-P13DT16H",
                                        "TRIGGER:-P6DT16H",  "TRIGGER:-P2DT16H",
                                        "TRIGGER:-PT16H",    "TRIGGER:PT8H"};
    static const char *const costly[] = {"TRIGGER:-P6DT16H", "TRIGGER:-P2DT16H", "TRIGGER:PT8H"};
    /* Nov 20 to Nov 26, counted from the 20th: it opens, and its last steps lie within; the 19th,
     * the 12th and Oct 27 before. */
    static const char *const window[] = {"TRIGGER:-P23DT16H", "TRIGGER:-P7DT16H", "TRIGGER:-PT16H",
                                         "TRIGGER:P3DT8H",    "TRIGGER:P5DT8H",   "TRIGGER:P6DT8H",
                                         "TRIGGER:PT8H"};
    struct pgy_item item = synthetic_item("a/b", "a", "x", 20783);
    for (uint16_t kind = PGYD_MILESTONE; kind <= PGYD_ALERT; kind++) {
        item.kind = kind;
        item.stakes = PGYD_FATAL;
        assert_triggers(event_as(item, PGY_STYLE_GENERIC), fatal, 6);
        item.stakes = PGYD_COSTLY;
        assert_triggers(event_as(item, PGY_STYLE_GENERIC), costly, 3);
        item.stakes = PGYD_USEFUL;
        assert_triggers(event_as(item, PGY_STYLE_GENERIC), NULL, 0);
        item.stakes = PGYD_CONTEXT;
        assert_triggers(event_as(item, PGY_STYLE_GENERIC), NULL, 0);
    }
    item.kind = PGYD_WINDOW;
    item.stakes = PGYD_FATAL;
    item.start = 20777;
    assert_triggers(event_as(item, PGY_STYLE_GENERIC), window, 7);
    const char *google = event_as(item, PGY_STYLE_GOOGLE);
    assert_int_equal(count(google, "BEGIN:VEVENT"), 8);
    assert_has(google, "SUMMARY:\xe2\x8f\xb0 open \xe2\x80\x93 x");
    /* Steps of the plugin's own that are for the brief ring on no day, the end of a snooze
     * included. */
    item = synthetic_item("a/b", "a", "x", 20783);
    item.nsteps = 1;
    item.steps[0] = (struct pgyd_step){-3, 'd', 0};
    assert_triggers(event_as(item, PGY_STYLE_GENERIC), NULL, 0);
    item.state = PGY_SNOOZED;
    item.snoozed_until = 20785;
    assert_triggers(event_as(item, PGY_STYLE_GENERIC), NULL, 0);
    /* Caught up on: no ladder. */
    item = synthetic_item("a/b", "a", "x", 20783);
    item.stakes = PGYD_FATAL;
    item.catch_up = true;
    assert_triggers(event_as(item, PGY_STYLE_GENERIC), NULL, 0);
}

/* Midnights on which an item runs out change nothing: its alarms stay until it is done or gone. */
static void test_what_is_over_keeps_its_alarms(void **state)
{
    (void)state;
    static const enum pgy_state states[] = {PGY_OPEN,   PGY_DUE,    PGY_OVERDUE,
                                            PGY_CLOSED, PGY_MISSED, PGY_LAPSED};
    struct pgy_item item = deadline();
    const char *before = event_as(item, PGY_STYLE_GENERIC);
    assert_int_equal(count(before, "TRIGGER:"), 4);
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        item.state = states[i];
        assert_string_equal(event_as(item, PGY_STYLE_GENERIC), before);
    }
}

/* Every difference between bytes and meaning is found: the bytes of one event against events that
 * differ in one thing. */
static void test_parse_back(void **state)
{
    (void)state;
    struct pgy_item item = deadline();
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_event *event = NULL;
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    size_t n = 0;
    item.detail = "detail";
    assert_int_equal(pgy_event_make(&spec, &item, new_york, new_york, arena, &event, &n), 0);
    assert_int_equal(pgy_vevent_put(&bytes, event), 0);
    assert_null(pgy_parseback_event(bytes.data, bytes.len, event));
    struct pgy_event other[12];
    for (size_t i = 0; i < 12; i++)
        other[i] = *event;
    struct pgy_event_alarm more[5] = {0}, moved[4];
    memcpy(more, event->alarms, sizeof moved);
    memcpy(moved, event->alarms, sizeof moved);
    moved[2].seconds++;
    other[0].uid[0] = other[0].uid[0] == '0' ? '1' : '0';
    other[1].start.day++;
    other[2].end.day++;
    other[3].summary = "Answers";
    other[4].description = "details";
    other[5].description = NULL;
    other[6].nalarms--;
    other[7].nalarms++;
    other[7].alarms = more;
    other[8].alarms = moved;
    other[9].revised++;
    other[10].start.second = 0;
    other[11].zone = "America/New_York";
    for (size_t i = 0; i < 12; i++) {
        if (!pgy_parseback_event(bytes.data, bytes.len, &other[i]))
            fail_msg("difference %zu was not found", i);
    }
    assert_non_null(pgy_parseback_event("BEGIN:VEVENT\r\n", 14, event));
    assert_non_null(pgy_parseback_event("hello\r\n", 7, event));
    assert_non_null(pgy_parseback_head("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", 30, 1));
}

static void test_styles(void **state)
{
    (void)state;
    enum pgy_style style;
    assert_int_equal(pgy_style_parse("outlook", &style), 0);
    assert_int_equal(style, PGY_STYLE_OUTLOOK);
    assert_int_equal(pgy_style_parse("Outlook", &style), PGY_EPARSE);
    for (int i = 0; i < PGY_STYLES; i++) {
        assert_int_equal(pgy_style_parse(pgy_style_text((enum pgy_style)i), &style), 0);
        assert_int_equal(style, i);
    }
    struct pgy_item item = deadline();
    assert_int_equal(count(event_as(item, PGY_STYLE_QUIET), "VALARM"), 0);
    const char *outlook = event_as(item, PGY_STYLE_OUTLOOK);
    assert_int_equal(count(outlook, "BEGIN:VALARM"), 1);
    assert_has(outlook, "TRIGGER:-P2DT16H");
    /* Only a step on the day: the same hour the day before. */
    item.nsteps = 1;
    item.steps[0] = (struct pgyd_step){0, 'd', PGYD_CRITICAL};
    assert_has(event_as(item, PGY_STYLE_OUTLOOK), "TRIGGER:-PT16H");
    assert_string_equal(event_as(item, PGY_STYLE_BUSY), "");
    item.flags = PGYD_ITEM_BUSY | PGYD_ITEM_CONFIDENTIAL;
    item.detail = "secret";
    const char *busy = event_as(item, PGY_STYLE_BUSY);
    assert_has(busy, "SUMMARY:Busy");
    assert_has(busy, "TRANSP:OPAQUE");
    assert_has(busy, "X-MICROSOFT-CDO-BUSYSTATUS:BUSY");
    assert_int_equal(count(busy, "secret") + count(busy, "Answer") + count(busy, "CATEGORIES") +
                         count(busy, "VALARM") + count(busy, "CLASS"),
                     0);
    item.snoozed_until = 20790; /* put off, the person is there on its day all the same */
    assert_has(event_as(item, PGY_STYLE_BUSY), "DTSTART;VALUE=DATE:20261126");
    item.snoozed_until = PGY_NO_DAY;
    const char *quiet = event_as(item, PGY_STYLE_QUIET);
    assert_has(quiet, "SUMMARY:Private");
    assert_has(quiet, "CLASS:PRIVATE");
    assert_int_equal(count(quiet, "secret"), 0);
}

/* libical 3.0.16 folds a line of just the wrong length into nonsense: every length of title, of one
 * octet a character and of four. */
static void test_titles_of_every_length(void **state)
{
    (void)state;
    static const char *const characters[] = {"x", "\xf0\x9f\x8e\x93"};
    for (size_t c = 0; c < 2; c++) {
        struct pgy_buf title PGY_BUF_CLEANUP = PGY_BUF_INIT(1024);
        while (title.len < 200) {
            pgy_buf_str(&title, characters[c]);
            struct pgy_item item = deadline();
            item.title = title.data;
            item.detail = title.data;
            assert_has(event_as(item, PGY_STYLE_GENERIC),
                       pgy_arena_printf(arena, "SUMMARY:%s", title.data));
        }
    }
}

static void test_google_reminders(void **state)
{
    (void)state;
    const char *google = event_as(deadline(), PGY_STYLE_GOOGLE);
    assert_int_equal(count(google, "BEGIN:VEVENT"), 5);
    assert_int_equal(count(google, "VALARM"), 0);
    assert_has(google, "SUMMARY:\xe2\x8f\xb0 7d \xe2\x80\x93 Answer");
    assert_has(google, "DTSTART;TZID=America/New_York:20261119T080000");
    assert_has(google, "DTEND;TZID=America/New_York:20261119T081500");
    assert_has(google, "DTSTART;TZID=America/New_York:20261126T080000");
}

static void test_states(void **state)
{
    (void)state;
    struct pgy_item item = deadline();
    item.state = PGY_DONE;
    const char *done = event_as(item, PGY_STYLE_GENERIC);
    assert_has(done, "SUMMARY:\xe2\x9c\x93 Answer");
    assert_int_equal(count(done, "VALARM"), 0);
    assert_int_equal(count(event_as(item, PGY_STYLE_GOOGLE), "BEGIN:VEVENT"), 1);
    item.state = PGY_CANCELLED;
    item.flags = PGYD_ITEM_BUSY;
    const char *cancelled = event_as(item, PGY_STYLE_GENERIC);
    assert_has(cancelled, "SUMMARY:Cancelled: Answer");
    assert_has(cancelled, "STATUS:CANCELLED");
    assert_has(cancelled, "TRANSP:TRANSPARENT");
    assert_int_equal(count(cancelled, "VALARM"), 0);
    item.flags = 0;
    item.state = PGY_SNOOZED;
    item.snoozed_until = 20785;
    const char *snoozed = event_as(item, PGY_STYLE_GENERIC);
    assert_has(snoozed, "DTSTART;VALUE=DATE:20261128");
    assert_has(snoozed, "DTEND;VALUE=DATE:20261129");
    assert_int_equal(count(snoozed, "TRIGGER:"), 1);
    assert_has(snoozed, "TRIGGER:PT8H");
    assert_has(snoozed, "DESCRIPTION:Snoozed\\; planned for Thu Nov 26\\, 2026.");
    /* Put off to before its day, 2026-11-24, it stays on it: rings then and at the steps that
     * follow, -1d and 0d. */
    item.snoozed_until = 20781;
    const char *early = event_as(item, PGY_STYLE_GENERIC);
    assert_has(early, "DTSTART;VALUE=DATE:20261126");
    assert_int_equal(count(early, "TRIGGER:"), 3);
    assert_has(early, "TRIGGER:-P1DT16H");
    assert_has(early, "TRIGGER:-PT16H");
    assert_has(early, "TRIGGER:PT8H");
    assert_int_equal(count(early, "Snoozed"), 0);
    assert_int_equal(count(event_as(item, PGY_STYLE_GOOGLE), "BEGIN:VEVENT"), 4);
    item = deadline();
    item.flags = PGYD_ITEM_NO_LADDER;
    assert_int_equal(count(event_as(item, PGY_STYLE_GENERIC), "VALARM"), 0);
    item.confidence = PGYD_PATTERN;
    item.source = "board site, 2026";
    const char *pattern = event_as(item, PGY_STYLE_GENERIC);
    assert_has(pattern, "STATUS:TENTATIVE");
    assert_has(
        pattern,
        "DESCRIPTION:Source: board site\\, 2026\\nProjected from past years\\; check the date.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_day),
        cmocka_unit_test(test_timed),
        cmocka_unit_test(test_alarms),
        cmocka_unit_test(test_alarm_order),
        cmocka_unit_test(test_alarms_of_stakes),
        cmocka_unit_test(test_what_is_over_keeps_its_alarms),
        cmocka_unit_test(test_alarms_at_midnight),
        cmocka_unit_test(test_parse_back),
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_titles_of_every_length),
        cmocka_unit_test(test_google_reminders),
        cmocka_unit_test(test_states),
    };
    return cmocka_run_group_tests_name("event", tests, feed_setup, feed_teardown);
}
