/* SPDX-License-Identifier: BSD-2-Clause */
#include "synthetic.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "calendar/check.h"
#include "calendar/line.h"
#include "calendar/vevent.h"
#include "calendar/vtimezone.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

enum { MAX = 64 * 1024 * 1024 };

static struct pgy_tz *new_york;
static struct pgy_arena *arena;

/* ---- helpers -------------------------------------------------------------------------------------------------------------- */

static struct pgy_tz *zone(const char *name)
{
    struct pgy_tz *tz = NULL;
    assert_int_equal(pgy_tz_load(name, &tz), 0);
    return tz;
}

static void be32(struct pgy_buf *buf, uint32_t v)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        pgy_buf_char(buf, (char)(v >> shift & 0xff));
}

/* A TZif file (RFC 8536) without any change, so that its footer alone decides. */
static struct pgy_tz *zone_of_footer(const char *name, const char *footer)
{
    static const char empty[15];
    static const char kind[] = {0, 0, 0, 0, 0, 0, 'X', 'X', 'X', 0};
    struct pgy_tz *tz = NULL;
    struct pgy_buf file PGY_BUF_CLEANUP = PGY_BUF_INIT(1024);
    for (int block = 0; block < 2; block++) {
        pgy_buf_str(&file, "TZif2");
        pgy_buf_add(&file, empty, sizeof empty);
        for (int i = 0; i < 4; i++)
            be32(&file, 0);
        be32(&file, 1);
        be32(&file, 4);
        pgy_buf_add(&file, kind, sizeof kind);
    }
    pgy_buf_printf(&file, "\n%s\n", footer);
    assert_int_equal(pgy_tz_parse(name, file.data, file.len, &tz), 0);
    return tz;
}

/* Undoes folding and nothing else. */
static char *unfold(const char *bytes)
{
    char *out = pgy_arena_strdup(arena, bytes), *to = out;
    for (const char *p = bytes; *p;) {
        if (strncmp(p, "\r\n ", 3) == 0)
            p += 3;
        else
            *to++ = *p++;
    }
    *to = '\0';
    return out;
}

static char *bytes_of(const struct pgy_feed *feed)
{
    struct pgy_buf plain PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX), gzip PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    assert_int_equal(pgy_feed_bytes(feed, &plain, &gzip), 0);
    return pgy_arena_strndup(arena, plain.data, plain.len);
}

static size_t update(struct pgy_feed *feed, const struct pgy_timeline *timeline, bool expect_changed)
{
    bool changed = !expect_changed;
    size_t refused = 99;
    assert_int_equal(pgy_feed_update(feed, timeline, new_york, &changed, &refused), 0);
    assert_int_equal(changed, expect_changed);
    return refused;
}

/* The feed of one item, unfolded, from its first VEVENT on. */
static const char *event_as(struct pgy_item item, enum pgy_style style)
{
    struct pgy_timeline timeline = {.arena = arena, .profile = "me", .zone = "America/New_York", .items = &item, .n = 1, .cap = 1};
    struct pgy_feed_spec spec = synthetic_spec(style);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    assert_int_equal(update(feed, &timeline, true), 0);
    char *text = unfold(bytes_of(feed));
    pgy_feed_free(&feed);
    const char *event = strstr(text, "BEGIN:VEVENT");
    return event ? event : "";
}

static size_t count(const char *text, const char *what)
{
    size_t n = 0;
    for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
        n++;
    return n;
}

static void assert_has(const char *text, const char *line)
{
    const char *found = strstr(text, pgy_arena_printf(arena, "%s\r\n", line));
    if (!found || (found != text && found[-1] != '\n'))
        fail_msg("no line '%s' in:\n%s", line, text);
}

/* A repeatable stream of numbers. */
static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* ---- lines ----------------------------------------------------------------------------------------------------------------- */

static char *random_text(uint32_t *seed)
{
    static const char *const pieces[] = {"a", "Z", " ", ",", ";", "\\", "\n", "\"", ":", "\xc3\xa9", "e\xcc\x81",
                                         "\xe7\xaa\x93", "\xf0\x9f\x8e\x93", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xe2\x9a\x95\xef\xb8\x8f", "\t"};
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(8192);
    for (uint32_t n = next(seed) % 400; n; n--)
        pgy_buf_str(&text, pieces[next(seed) % (sizeof pieces / sizeof pieces[0])]);
    return pgy_arena_strdup(arena, pgy_buf_text(&text));
}

/* RFC 5545 3.3.11 backwards, by hand. */
static char *unescape(const char *value)
{
    char *out = pgy_arena_strdup(arena, value), *to = out;
    for (const char *p = value; *p; p++) {
        if (*p != '\\')
            *to++ = *p;
        else
            *to++ = *++p == 'n' ? '\n' : *p;
    }
    *to = '\0';
    return out;
}

static void test_lines_fold_and_escape(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < 500; i++) {
        char *text = random_text(&seed);
        struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
        assert_int_equal(pgy_line_text(&buf, "NAME", text), 0);
        for (const char *line = buf.data; *line;) {
            const char *end = strstr(line, "\r\n");
            assert_non_null(end);
            assert_true(end - line <= 75);
            assert_true(pgy_utf8_valid(line, (size_t)(end - line)));
            assert_null(memchr(line, '\n', (size_t)(end - line)));
            line = end + 2;
        }
        char *whole = unfold(buf.data);
        assert_memory_equal(whole, "NAME:", 5);
        whole[strlen(whole) - 2] = '\0';
        assert_string_equal(unescape(whole + 5), text);
    }
}

static void test_line_lengths(void **state)
{
    (void)state;
    /* 75 octets stay whole; the 76th begins a line of its own after a blank. */
    char line[80];
    memset(line, 'x', sizeof line);
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    line[75] = '\0';
    pgy_line_put(&buf, line);
    assert_int_equal(buf.len, 77);
    line[75] = 'x';
    line[76] = '\0';
    pgy_buf_clear(&buf);
    pgy_line_put(&buf, line);
    assert_int_equal(buf.len, 75 + 2 + 2 + 2);
    assert_string_equal(buf.data + 75, "\r\n x\r\n");
    /* A character of four octets that would end at 76 goes to the next line whole. */
    memcpy(line + 72, "\xf0\x9f\x8e\x93", 5);
    pgy_buf_clear(&buf);
    pgy_line_put(&buf, line);
    assert_string_equal(buf.data + 72, "\r\n \xf0\x9f\x8e\x93\r\n");
}

static void test_line_faults(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool good;
    } cases[] = {
        {"A:b\r\n", true},          {"", true},          {"A:b", false},
        {"A:b\n", false},           {"A:b\r", false},    {"A:\rb\r\n", false},
        {"A:\x07\r\n", false},      {"A:\x7f\r\n", false}, {"A:\t\r\n", true},
        {"A:\xff\r\n", false},      {"A:\xc3\r\n \xa9\r\n", false},
        {"A:3456789012345678901234567890123456789012345678901234567890123456789012345\r\n", true},
        {"A:34567890123456789012345678901234567890123456789012345678901234567890123456\r\n", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *fault = pgy_line_fault(cases[i].bytes, strlen(cases[i].bytes));
        if ((fault == NULL) != cases[i].good)
            fail_msg("case %zu: %s", i, fault ? fault : "no fault found");
    }
    assert_string_equal(pgy_line_clean(arena, "a\r\n\tb\x07\x7f\x1b[0m"), "a\n\tb[0m");
    assert_null(pgy_line_clean(arena, "a\xff"));
}

/* ---- zones ----------------------------------------------------------------------------------------------------------------- */

static void test_vtimezone_rules(void **state)
{
    (void)state;
    /* Footers as IANA writes them; the onsets of 1970 worked out by hand: its March 8 is the second Sunday of March, and so on. */
    static const struct {
        const char *zone, *footer;
        const char *lines[8];
    } cases[] = {
        {"America/New_York", "EST5EDT,M3.2.0,M11.1.0",
         {"TZID:America/New_York", "DTSTART:19700308T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "DTSTART:19701101T020000",
          "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "TZOFFSETTO:-0400", "TZNAME:EDT"}},
        {"Australia/Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3",
         {"DTSTART:19701004T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU", "DTSTART:19700405T030000",
          "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "TZOFFSETTO:+1100"}},
        /* 02:00 of the day after the fourth Thursday, March 23 to 29. */
        {"Asia/Jerusalem", "IST-2IDT,M3.4.4/26,M10.5.0",
         {"DTSTART:19700327T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR", "DTSTART:19701025T020000",
          "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"}},
        /* 23:00 of the day before the last Sunday, March 24 to 30. */
        {"America/Nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
         {"DTSTART:19700328T230000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA", "DTSTART:19701025T000000",
          "TZNAME:-01"}},
        {"Asia/Kolkata", "IST-5:30", {"BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530"}},
        {"America/Phoenix", "MST7", {"BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-0700", "TZOFFSETTO:-0700"}},
        {"Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1",
         {"BEGIN:DAYLIGHT", "DTSTART:19700329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "BEGIN:STANDARD", "DTSTART:19701025T020000"}},
        /* A change on the day after the last Thursday of October may fall into November: no such zone then, but UTC. */
        {"Africa/Cairo", "EET-2EEST,M4.5.5/0,M10.5.4/24", {"TZID:UTC", "TZOFFSETTO:+0000"}},
        {"Etc/UTC", "UTC0", {"TZID:UTC", "TZOFFSETTO:+0000"}},
        {"No/Footer", "", {"TZID:UTC", "TZOFFSETTO:+0000"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_tz *tz PGY_TZ_CLEANUP = zone_of_footer(cases[i].zone, cases[i].footer);
        struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(4096);
        assert_int_equal(pgy_vtimezone_put(&buf, tz), 0);
        assert_true(buf.len <= 600);
        assert_null(pgy_line_fault(buf.data, buf.len));
        char *text = unfold(buf.data);
        for (size_t k = 0; k < 8 && cases[i].lines[k]; k++)
            assert_has(text, cases[i].lines[k]);
        assert_true(count(text, "BEGIN:DAYLIGHT") <= 1 && count(text, "BEGIN:STANDARD") == 1);
        assert_int_equal(pgy_vtimezone_can(tz), strcmp(cases[i].lines[0], "TZID:UTC") != 0);
    }
    /* Ireland's DAYLIGHT is the later clock, however the file calls it. */
    struct pgy_tz *dublin PGY_TZ_CLEANUP = zone_of_footer("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1");
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(4096);
    pgy_vtimezone_put(&buf, dublin);
    const char *daylight = strstr(buf.data, "BEGIN:DAYLIGHT");
    assert_non_null(daylight);
    assert_memory_equal(strstr(daylight, "TZOFFSETTO:"), "TZOFFSETTO:+0100", 16);
}

static void test_vtimezone_fits(void **state)
{
    (void)state;
    /* New York: 2026-11-01 05:30Z is 01:30 EDT, 06:30Z is 01:30 EST, the second time; 2006 had other rules in early April. */
    assert_true(pgy_vtimezone_fits(new_york, 1793511000));
    assert_false(pgy_vtimezone_fits(new_york, 1793514600));
    assert_true(pgy_vtimezone_fits(new_york, 1793518200));
    assert_false(pgy_vtimezone_fits(new_york, 1143547200)); /* 2006-03-28 12:00Z: today's rule says EDT, then it was EST */
    assert_true(pgy_vtimezone_fits(new_york, 1149163200));  /* 2006-06-01 12:00Z: EDT by both */
    assert_false(pgy_vtimezone_fits(pgy_tz_utc(), 1795341600));
}

/* ---- events ---------------------------------------------------------------------------------------------------------------- */

static void test_all_day(void **state)
{
    (void)state;
    static const struct {
        pgy_day start, end;
        const char *dtstart, *dtend;
    } cases[] = {
        {20783, 20783, "DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261127"},
        {20818, 20818, "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"},
        {21243, 21244, "DTSTART;VALUE=DATE:20280229", "DTEND;VALUE=DATE:20280302"}, /* Feb 29 and Mar 1 */
        {20891, 20891, "DTSTART;VALUE=DATE:20270314", "DTEND;VALUE=DATE:20270315"}, /* a day of 23 hours */
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
        {20890, 20890, 150, 210, NULL, "DTSTART;TZID=America/New_York:20270313T023000", "DTEND;TZID=America/New_York:20270313T033000"},
        {20891, 20891, 150, 210, NULL, "DTSTART;TZID=America/New_York:20270314T030000", "DTEND;TZID=America/New_York:20270314T033000"},
        {20892, 20892, 150, 210, NULL, "DTSTART;TZID=America/New_York:20270315T023000", "DTEND;TZID=America/New_York:20270315T033000"},
        /* 01:30 around the overlap of 2026-11-01: the first of two, 05:30Z; half an hour on it is 01:00 again, which only UTC can say. */
        {20757, 20757, 90, -1, NULL, "DTSTART;TZID=America/New_York:20261031T013000", "DTEND;TZID=America/New_York:20261031T020000"},
        {20758, 20758, 90, -1, NULL, "DTSTART:20261101T053000Z", "DTEND:20261101T060000Z"},
        {20759, 20759, 90, -1, NULL, "DTSTART;TZID=America/New_York:20261102T013000", "DTEND;TZID=America/New_York:20261102T020000"},
        {20758, 20758, 60, -1, NULL, "DTSTART;TZID=America/New_York:20261101T010000", "DTEND;TZID=America/New_York:20261101T013000"},
        /* An end that is no later than the start: half an hour; over midnight; several days without an hour of ending. */
        {20783, 20783, 540, 480, NULL, "DTSTART;TZID=America/New_York:20261126T090000", "DTEND;TZID=America/New_York:20261126T093000"},
        {20783, 20784, 1380, 60, NULL, "DTSTART;TZID=America/New_York:20261126T230000", "DTEND;TZID=America/New_York:20261127T010000"},
        {20783, 20784, 540, -1, NULL, "DTSTART;TZID=America/New_York:20261126T090000", "DTEND;TZID=America/New_York:20261128T000000"},
        /* Zones: its own; the person's in a year of other rules; UTC; one that does not exist (the person's). */
        {20783, 20783, 540, 600, "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20261126T090000", "DTEND;TZID=Europe/Berlin:20261126T100000"},
        {13235, 13235, 420, 480, NULL, "DTSTART:20060328T120000Z", "DTEND:20060328T130000Z"}, /* before today's rule: EST */
        {20783, 20783, 540, 600, "UTC", "DTSTART:20261126T090000Z", "DTEND:20261126T100000Z"},
        {20783, 20783, 540, 600, "Mars/Olympus", "DTSTART;TZID=America/New_York:20261126T090000", "DTEND;TZID=America/New_York:20261126T100000"},
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
        /* 08:00 of a day of 23 or 25 hours is 7 or 9 hours from its midnight; of the day before nothing is out of the ordinary. */
        {20891, -1, {0, 'd', 1}, "TRIGGER:PT7H"},
        {20891, -1, {-1, 'd', 1}, "TRIGGER:-PT16H"},
        {20892, -1, {-1, 'd', 1}, "TRIGGER:-PT16H"},
        {20758, -1, {0, 'd', 1}, "TRIGGER:PT9H"},
        /* A timed one: the same hour on the earlier day, by the clock. */
        {20851, 540, {-7, 'd', 1}, "TRIGGER:-P7D"},
        {20851, 540, {0, 'd', 1}, "TRIGGER:PT0S"},
        {20892, 540, {-3, 'd', 1}, "TRIGGER:-P3D"},
        /* Written in UTC (2026-11-01 01:30 EDT), days are exact: 2026-10-31 01:30 EDT is 24 hours before. */
        {20758, 90, {-1, 'd', 1}, "TRIGGER:-P1D"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_item item = synthetic_item("a/b", "a", "x", cases[i].start);
        item.start_minute = cases[i].minute;
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
    /* remind_at = 00:00 in a feed of its own: whole days, and the day itself is no time before it. */
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
    const char *order[] = {"TRIGGER:-PT16H\r", "TRIGGER:PT8H\r", "TRIGGER:-P2DT16H\r", "TRIGGER:-P6DT16H\r"};
    for (size_t i = 0; i < 4; i++) {
        event = strstr(event, order[i]);
        assert_non_null(event);
    }
}

/* Every difference between bytes and meaning is found: the bytes of one event against events that differ in one thing. */
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
    assert_null(pgy_check_event(bytes.data, bytes.len, event));
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
        if (!pgy_check_event(bytes.data, bytes.len, &other[i]))
            fail_msg("difference %zu was not found", i);
    }
    assert_non_null(pgy_check_event("BEGIN:VEVENT\r\n", 14, event));
    assert_non_null(pgy_check_event("hello\r\n", 7, event));
    assert_non_null(pgy_check_head("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", 30, 1));
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
    assert_has(outlook, "TRIGGER:-PT16H");
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
    assert_int_equal(count(busy, "secret") + count(busy, "Answer") + count(busy, "CATEGORIES") + count(busy, "VALARM"), 0);
    const char *quiet = event_as(item, PGY_STYLE_QUIET);
    assert_has(quiet, "SUMMARY:Private");
    assert_has(quiet, "CLASS:PRIVATE");
    assert_int_equal(count(quiet, "secret"), 0);
}

/* libical 3.0.16 folds a line of just the wrong length into nonsense: every length of title, of one octet a character and of four. */
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
            assert_has(event_as(item, PGY_STYLE_GENERIC), pgy_arena_printf(arena, "SUMMARY:%s", title.data));
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
    /* Put off to before its day, 2026-11-24, it stays on it: rings then and at the steps that follow, -1d and 0d. */
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
    assert_has(pattern, "DESCRIPTION:Source: board site\\, 2026\\nProjected from past years\\; check the date.");
}

/* ---- feeds ----------------------------------------------------------------------------------------------------------------- */

static void test_golden(void **state)
{
    (void)state;
    const char *top = getenv("top_srcdir");
    struct pgy_buf golden PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    const char *path = pgy_arena_printf(arena, "%s/tests/golden/feed-generic.ics", top ? top : ".");
    assert_int_equal(pgy_file_read(path, &golden), 0);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, synthetic_small(arena), true);
    assert_string_equal(bytes_of(feed), golden.data);
    assert_int_equal(pgy_feed_events(feed), 9);
    pgy_feed_free(&feed);
}

static void test_empty_feed(void **state)
{
    (void)state;
    struct pgy_timeline *timeline = synthetic_timeline(arena, 1);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, timeline, true);
    const char *text = bytes_of(feed);
    assert_int_equal(count(text, "BEGIN:VTIMEZONE"), 1);
    assert_int_equal(count(text, "BEGIN:VEVENT"), 0);
    assert_string_equal(text + strlen(text) - 28, "END:VTIMEZONE\r\nEND:VCALENDAR\r\n" + 2);
    update(feed, timeline, false);
    pgy_feed_free(&feed);
}

static void inflated_is(const struct pgy_buf *gzip, const struct pgy_buf *plain)
{
    unsigned char *out = malloc(plain->len + 1);
    z_stream z = {0};
    assert_non_null(out);
    assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK); /* gzip only: checks crc and size */
    z.next_in = (unsigned char *)gzip->data;
    z.avail_in = (uInt)gzip->len;
    z.next_out = out;
    z.avail_out = (uInt)plain->len + 1;
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    assert_int_equal(z.total_out, plain->len);
    assert_int_equal(z.avail_in, 0);
    assert_memory_equal(out, plain->data, plain->len);
    inflateEnd(&z);
    free(out);
}

/* What was updated step by step is byte for byte what is built at once, packed and not. */
static void same_as_fresh(const struct pgy_feed *feed, const struct pgy_timeline *timeline)
{
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *fresh = pgy_feed_new(&spec);
    struct pgy_buf plain[2] = {PGY_BUF_INIT(MAX), PGY_BUF_INIT(MAX)}, gzip[2] = {PGY_BUF_INIT(MAX), PGY_BUF_INIT(MAX)};
    update(fresh, timeline, true);
    assert_int_equal(pgy_feed_bytes(feed, &plain[0], &gzip[0]), 0);
    assert_int_equal(pgy_feed_bytes(fresh, &plain[1], &gzip[1]), 0);
    assert_int_equal(plain[0].len, plain[1].len);
    assert_memory_equal(plain[0].data, plain[1].data, plain[0].len);
    assert_int_equal(gzip[0].len, gzip[1].len);
    assert_memory_equal(gzip[0].data, gzip[1].data, gzip[0].len);
    inflated_is(&gzip[0], &plain[0]);
    assert_int_equal(pgy_feed_events(feed), pgy_feed_events(fresh));
    for (size_t i = 0; i < 2; i++) {
        pgy_buf_free(&plain[i]);
        pgy_buf_free(&gzip[i]);
    }
    pgy_feed_free(&fresh);
}

static void remove_at(struct pgy_timeline *t, size_t at)
{
    memmove(t->items + at, t->items + at + 1, (--t->n - at) * sizeof *t->items);
}

static void test_updates(void **state)
{
    (void)state;
    uint32_t seed = 11;
    struct pgy_timeline *t = synthetic_many(arena, 600), *all = synthetic_many(arena, 600);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, t, true);
    update(feed, t, false);
    for (int round = 0; round < 40; round++) {
        for (uint32_t k = next(&seed) % 3; t->n > 10 && k < 3; k++) {
            struct pgy_item *item = &t->items[next(&seed) % t->n];
            item->title = pgy_arena_printf(arena, "Changed in round %d", round);
            item->sequence++;
            item->hash += 7777;
        }
        remove_at(t, next(&seed) % t->n);
        if (round % 4 == 3) { /* everything that went comes back, as it was */
            t->n = all->n;
            memcpy(t->items, all->items, all->n * sizeof *all->items);
        }
        update(feed, t, true);
        same_as_fresh(feed, t);
        update(feed, t, false);
    }
    t->n = 0;
    update(feed, t, true);
    same_as_fresh(feed, t);
    pgy_feed_free(&feed);
}

static void test_what_changes_bytes(void **state)
{
    (void)state;
    struct pgy_timeline *t = synthetic_small(arena);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    struct pgy_item *mercy = &t->items[1];
    assert_string_equal(mercy->id, "offers/mercy-answer-by");
    update(feed, t, true);
    /* Midnights: the day comes, passes; nothing moves. */
    for (int day = 0; day < 30; day++) {
        t->today++;
        mercy->days = 4 - day;
        mercy->state = day < 4 ? PGY_FUTURE : day == 4 ? PGY_DUE : PGY_OVERDUE;
        update(feed, t, false);
    }
    mercy->state = PGY_DONE;
    update(feed, t, true);
    mercy->state = PGY_SNOOZED;
    mercy->snoozed_until = 20790;
    update(feed, t, true);
    mercy->snoozed_until = 20791;
    update(feed, t, true);
    /* The day it comes back is a midnight like any other. */
    mercy->state = PGY_OVERDUE;
    update(feed, t, false);
    same_as_fresh(feed, t);
    mercy->state = PGY_FUTURE;
    mercy->snoozed_until = PGY_NO_DAY;
    update(feed, t, true);
    mercy->sequence++;
    update(feed, t, true);
    mercy->revised++;
    update(feed, t, true);
    /* Another zone of the person: every all-day alarm may differ, and the head does. */
    struct pgy_tz *chicago PGY_TZ_CLEANUP = zone("America/Chicago");
    bool changed = false;
    size_t refused;
    assert_int_equal(pgy_feed_update(feed, t, chicago, &changed, &refused), 0);
    assert_true(changed);
    assert_int_equal(count(bytes_of(feed), "DTSTART;TZID=America/Chicago:20270202T090000"), 1);
    pgy_feed_free(&feed);
}

static void test_one_plugin(void **state)
{
    (void)state;
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    spec.feed = "milestones";
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, synthetic_small(arena), true);
    assert_int_equal(pgy_feed_events(feed), 2);
    assert_int_equal(count(bytes_of(feed), "CATEGORIES:milestones"), 2);
    /* What had closed before the first run is in no feed. */
    struct pgy_timeline *t = synthetic_small(arena);
    t->items[2].unpublished = true;
    update(feed, t, true);
    assert_int_equal(pgy_feed_events(feed), 1);
    /* A zone that only other feeds use has no VTIMEZONE here. */
    assert_int_equal(count(bytes_of(feed), "BEGIN:VTIMEZONE"), 1);
    pgy_feed_free(&feed);
}

static void test_refused_item_stays_as_it_was(void **state)
{
    (void)state;
    struct pgy_timeline *t = synthetic_small(arena);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    pgy_log_set_level(PGY_LOG_ERROR);
    assert_int_equal(update(feed, t, true), 0);
    char *before = bytes_of(feed);
    t->items[1].title = "not UTF-8: \xff";
    t->items[1].hash++;
    t->items[1].sequence++;
    assert_int_equal(update(feed, t, false), 1);
    assert_string_equal(bytes_of(feed), before);
    assert_int_equal(update(feed, t, false), 1);
    /* One that was never published is left out, the rest stands. */
    t->items[2].id = "milestones/new";
    t->items[2].title = "\xc3";
    assert_int_equal(update(feed, t, true), 2);
    assert_int_equal(pgy_feed_events(feed), 8);
    t->items[1].title = "Good again";
    t->items[1].hash++;
    assert_int_equal(update(feed, t, true), 1);
    assert_int_equal(count(bytes_of(feed), "SUMMARY:Good again"), 1);
    pgy_feed_free(&feed);
}

static void test_publish(void **state)
{
    (void)state;
    char dir[] = "/tmp/pgyd-feed-XXXXXX";
    assert_non_null(mkdtemp(dir));
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct pgy_timeline *t = synthetic_small(arena);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_QUIET);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    bool published = false;
    assert_int_equal(pgy_feed_publish(feed, fd, &published), PGY_EAGAIN);
    update(feed, t, true);
    assert_int_equal(pgy_feed_publish(feed, fd, &published), 0);
    assert_true(published);
    struct pgy_buf file PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX), packed PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    struct stat st;
    assert_int_equal(pgy_file_read_at(fd, "all.quiet.ics", &file), 0);
    assert_int_equal(pgy_file_read_at(fd, "all.quiet.ics.gz", &packed), 0);
    assert_string_equal(file.data, bytes_of(feed));
    inflated_is(&packed, &file);
    assert_int_equal(fstatat(fd, "all.quiet.ics", &st, 0), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    ino_t inode = st.st_ino;
    assert_int_equal(pgy_feed_publish(feed, fd, &published), 0);
    assert_false(published);
    assert_int_equal(fstatat(fd, "all.quiet.ics", &st, 0), 0);
    assert_int_equal(st.st_ino, inode);
    /* Bytes that somebody else damaged are put right. */
    assert_int_equal(pgy_file_replace_at(fd, "all.quiet.ics", "x", 1, 0600), 0);
    assert_int_equal(pgy_feed_publish(feed, fd, &published), 0);
    assert_true(published);
    unlinkat(fd, "all.quiet.ics", 0);
    unlinkat(fd, "all.quiet.ics.gz", 0);
    close(fd);
    rmdir(dir);
    pgy_feed_free(&feed);
}

static int setup(void **state)
{
    (void)state;
    pgy_calendar_open();
    arena = pgy_arena_new();
    return pgy_tz_load("America/New_York", &new_york);
}

static int teardown(void **state)
{
    (void)state;
    pgy_arena_free(&arena);
    pgy_tz_free(&new_york);
    pgy_calendar_close();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_fold_and_escape),
        cmocka_unit_test(test_line_lengths),
        cmocka_unit_test(test_line_faults),
        cmocka_unit_test(test_vtimezone_rules),
        cmocka_unit_test(test_vtimezone_fits),
        cmocka_unit_test(test_all_day),
        cmocka_unit_test(test_timed),
        cmocka_unit_test(test_alarms),
        cmocka_unit_test(test_alarm_order),
        cmocka_unit_test(test_alarms_at_midnight),
        cmocka_unit_test(test_parse_back),
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_titles_of_every_length),
        cmocka_unit_test(test_google_reminders),
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_golden),
        cmocka_unit_test(test_empty_feed),
        cmocka_unit_test(test_updates),
        cmocka_unit_test(test_what_changes_bytes),
        cmocka_unit_test(test_one_plugin),
        cmocka_unit_test(test_refused_item_stays_as_it_was),
        cmocka_unit_test(test_publish),
    };
    return cmocka_run_group_tests_name("calendar", tests, setup, teardown);
}
