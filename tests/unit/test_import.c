/* SPDX-License-Identifier: BSD-2-Clause */
/* Foreign events and rules as intervals worked out by hand, and bombs that never reach libical. The
 * program around it is test_oncall.c's. */
#include "base/err.h"
#include "calendar/feed.h"
#include "calendar/import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct pgy_tz *new_york;
static struct pgy_arena *arena;
static const char *why;

/* The window is 2026-10-01 to 2027-03-31. */
static int import(const char *bytes, size_t len, const char *match, struct pgy_import *result)
{
    const struct pgy_import_spec spec = {
        .first = 20727, .last = 20908, .zone = new_york, .match = match};
    return pgy_import(bytes, len, &spec, arena, result, &why);
}

/* Imports a calendar of events, given as their lines with \n. */
static struct pgy_import events(const char *lines, const char *match)
{
    struct pgy_import result = {0};
    const char *text =
        pgy_arena_printf(arena, "BEGIN:VCALENDAR\nVERSION:2.0\n%sEND:VCALENDAR\n", lines);
    int err = import(text, strlen(text), match, &result);
    if (err)
        fail_msg("%s: %s", pgy_strerror(err), why);
    return result;
}

static struct pgy_import event(const char *lines)
{
    return events(
        pgy_arena_printf(arena, "BEGIN:VEVENT\nUID:u\nSUMMARY:Call\n%sEND:VEVENT\n", lines), NULL);
}

/* start and end in UTC, worked out by hand: New York is 5 hours behind in winter, 4 in summer.
 * 1795305600 is 2026-11-22 00:00Z. */
enum { NOV22 = 1795305600, H = 3600, D = 86400 };

static void one(const char *lines, int64_t start, int64_t end)
{
    struct pgy_import r = event(lines);
    if (r.n != 1 || r.list[0].start != start || r.list[0].end != end)
        fail_msg("%s: %zu intervals, first %lld to %lld", lines, r.n,
                 r.n ? (long long)r.list[0].start : 0, r.n ? (long long)r.list[0].end : 0);
}

static void test_single_events(void **state)
{
    (void)state;
    one("DTSTART:20261122T120000Z\nDTEND:20261122T180000Z\n", NOV22 + 12 * H, NOV22 + 18 * H);
    one("DTSTART;TZID=America/New_York:20261122T070000\nDTEND;TZID=America/"
        "New_York:20261123T070000\n",
        NOV22 + 12 * H, NOV22 + D + 12 * H);
    one("DTSTART;TZID=Eastern Standard Time:20261122T070000\nDURATION:PT2H\n", NOV22 + 12 * H,
        NOV22 + 14 * H);
    one("DTSTART;TZID=/freeassociation.sourceforge.net/America/"
        "New_York:20261122T070000\nDURATION:PT2H\n",
        NOV22 + 12 * H, NOV22 + 14 * H);
    one("DTSTART:20261122T070000\nDURATION:PT2H\n", NOV22 + 12 * H, NOV22 + 14 * H);
    /* A day is 24 hours of the person's, 23 in spring, 25 in autumn; without an end, or with the
     * same one, it is one day. */
    one("DTSTART;VALUE=DATE:20261122\nDTEND;VALUE=DATE:20261123\n", NOV22 + 5 * H, NOV22 + 29 * H);
    one("DTSTART;VALUE=DATE:20261122\n", NOV22 + 5 * H, NOV22 + 29 * H);
    one("DTSTART;VALUE=DATE:20261122\nDTEND;VALUE=DATE:20261122\n", NOV22 + 5 * H, NOV22 + 29 * H);
    one("DTSTART;VALUE=DATE:20261101\nDTEND;VALUE=DATE:20261102\n", NOV22 - 21 * D + 4 * H,
        NOV22 - 21 * D + 29 * H);
    one("DTSTART;VALUE=DATE:20270314\n", NOV22 + 112 * D + 5 * H, NOV22 + 112 * D + 28 * H);
    /* The gap: 02:30 is 03:00 EDT, 07:00Z; the overlap: the first 01:30, 05:30Z (RFC 5545
     * 3.3.5). */
    one("DTSTART;TZID=America/New_York:20270314T023000\nDURATION:PT1H\n", NOV22 + 112 * D + 7 * H,
        NOV22 + 112 * D + 8 * H);
    one("DTSTART;TZID=America/New_York:20261101T013000\nDURATION:PT1H\n",
        NOV22 - 21 * D + 5 * H + 1800, NOV22 - 21 * D + 6 * H + 1800);
    assert_int_equal(event("DTSTART;TZID=Nowhere/Land:20261122T070000\nDURATION:PT2H\n").unzoned,
                     1);
    assert_int_equal(event("DTSTART:20261122T120000Z\nDURATION:PT2H\nSTATUS:CANCELLED\n").n, 0);
    assert_int_equal(event("DTSTART:20261122T120000Z\n").n, 0);
    assert_int_equal(event("DTSTART:20261122T120000Z\nDTEND:20261122T110000Z\n").skipped, 1);
    /* It ends on an earlier date than it begins, counted farther west: 08:00 in Tokyo is 23:00Z the
     * day before. */
    one("DTSTART;TZID=Asia/Tokyo:20261123T080000\nDTEND:20261122T235900Z\n", NOV22 + 23 * H,
        NOV22 + 24 * H - 60);
    /* The window's edges: the last day before it, its first, its last, the first after. */
    assert_int_equal(event("DTSTART;VALUE=DATE:20260930\n").n, 0);
    assert_int_equal(event("DTSTART;VALUE=DATE:20261001\n").n, 1);
    assert_int_equal(event("DTSTART;VALUE=DATE:20270331\n").n, 1);
    assert_int_equal(event("DTSTART;VALUE=DATE:20270401\n").n, 0);
}

static void test_rules(void **state)
{
    (void)state;
    /* Mondays at 19:00 from 2026-10-26: 23:00Z, and 00:00Z of Tuesday after the clocks go back. */
    struct pgy_import r = event(
        "DTSTART;TZID=America/New_York:20261026T190000\nDURATION:PT12H\nRRULE:FREQ=WEEKLY;COUNT=3\n"
        "EXDATE;TZID=America/New_York:20261109T190000\n");
    assert_int_equal(r.n, 2);
    assert_int_equal(r.list[0].start, NOV22 - 27 * D + 23 * H);
    assert_int_equal(r.list[1].start, NOV22 - 19 * D);
    r = event("DTSTART;VALUE=DATE:20261122\nRRULE:FREQ=DAILY;UNTIL=20261124\nRDATE;VALUE=DATE:"
              "20261201\n");
    assert_int_equal(r.n, 4);
    assert_int_equal(r.list[2].start, NOV22 + 2 * D + 5 * H);
    assert_int_equal(r.list[3].start, NOV22 + 9 * D + 5 * H);
    assert_int_equal(
        event("DTSTART:20261122T120000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261124T120000Z\n")
            .n,
        3);
    /* Without an end the window ends it: 2026-11-22 to 2027-03-31 are 130 days. */
    assert_int_equal(event("DTSTART;VALUE=DATE:20261122\nRRULE:FREQ=DAILY\n").n, 130);
    /* One that began long ago shows only in the window: Sundays from 2026-10-04 to 2027-03-28
     * are 26. */
    assert_int_equal(event("DTSTART;VALUE=DATE:20000102\nRRULE:FREQ=WEEKLY\n").n, 26);
    assert_int_equal(event("DTSTART:20261122T120000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY\n").skipped,
                     1);
    /* An occurrence that was moved: the series without it, and it. */
    r = events("BEGIN:VEVENT\nUID:u\nDTSTART:20261122T120000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;"
               "COUNT=3\nEND:VEVENT\n"
               "BEGIN:VEVENT\nUID:u\nRECURRENCE-ID:20261123T120000Z\nDTSTART:"
               "20261123T150000Z\nDURATION:PT1H\nEND:VEVENT\n",
               NULL);
    assert_int_equal(r.n, 3);
    assert_int_equal(r.list[1].start, NOV22 + D + 15 * H);
}

static void test_match(void **state)
{
    (void)state;
    static const char two[] = "BEGIN:VEVENT\nUID:a\nSUMMARY:Night "
                              "CALL\nDTSTART:20261122T120000Z\nDURATION:PT1H\nEND:VEVENT\n"
                              "BEGIN:VEVENT\nUID:b\nSUMMARY:Clinic\nLOCATION:Ward "
                              "5\nDTSTART:20261121T120000Z\nDURATION:PT1H\nEND:VEVENT\n";
    struct pgy_import r = events(two, NULL);
    assert_int_equal(r.n, 2);
    assert_string_equal(r.list[0].summary, "Clinic");
    assert_int_equal(events(two, "call$").n, 1);
    assert_int_equal(events(two, "ward [0-9]|call").n, 2);
    assert_int_equal(events(two, "absent").n, 0);
    assert_int_equal(import("BEGIN:VCALENDAR\nEND:VCALENDAR\n", 30, "(", &r), PGY_EINVAL);
}

static void refused(const char *bytes, size_t len, int expected)
{
    struct pgy_import r = {.n = 77};
    assert_int_equal(import(bytes, len, NULL, &r), expected);
    assert_non_null(why);
    assert_int_equal(r.n, 77);
}

/* What is refused before libical sees it. */
static void test_bombs(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "<html></html>",
        "BEGIN:VEVENT\nEND:VEVENT\n",
        "BEGIN:VCALENDAR\n",
        "BEGIN:VCALENDAR\nEND:VEVENT\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\nX:y\n",
        "BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:B\nBEGIN:C\nBEGIN:D\nEND:D\nEND:C\nEND:B\nEND:A\nEND:"
        "VCALENDAR\n",
        /* Nesting that only shows once lines are put together, or that parameters hide. */
        "BEGIN:VCALENDAR\nBEG\n IN:A\nB\n EGIN:B\nBEGIN\n :C\nBEGIN:\n "
        "D\nEND:D\nEND:C\nEND:B\nEND:A\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEG\r\n\tIN:VEVENT\r\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN;X=1:VEVENT\nEND;X=1:VEVENT\nEND:VCALENDAR\n",
    };
    assert_null(pgy_import_scan(
        "BEGIN:VCALENDAR\r\nBE\r\n GIN:VEVE\r\n NT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 64));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        refused(bad[i], strlen(bad[i]), PGY_EPARSE);
    refused("BEGIN:VCALENDAR\nX:\0\nEND:VCALENDAR\n", 34, PGY_EPARSE);
    assert_null(pgy_import_scan("\xef\xbb\xbf"
                                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                                34));
    assert_null(
        pgy_import_scan("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR", 59));
    /* 500 properties pass, 501 do not; a line of 64 KiB, folded or not, passes, a longer one does
     * not. */
    for (size_t n = 500; n <= 501; n++) {
        struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(1 << 20);
        pgy_buf_str(&buf, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
        for (size_t i = 0; i < n; i++)
            pgy_buf_str(&buf, "DTSTART:bad\n");
        pgy_buf_str(&buf, "END:VEVENT\nEND:VCALENDAR\n");
        assert_int_equal(pgy_import_scan(buf.data, buf.len) == NULL, n == 500);
    }
    /* So with dates in one line, of which libical drops what is over 500. */
    for (size_t n = 500; n <= 501; n++) {
        struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(1 << 20);
        pgy_buf_str(&buf, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nexdate:");
        for (size_t i = 0; i < n; i++)
            pgy_buf_printf(&buf, "%s20261122T%02zu%02zu00Z",
                           i == 0       ? ""
                           : i % 7 == 0 ? "\n ,"
                                        : ",",
                           i / 60, i % 60);
        pgy_buf_str(&buf, "\nEND:VEVENT\nEND:VCALENDAR\n");
        assert_int_equal(pgy_import_scan(buf.data, buf.len) == NULL, n == 500);
    }
    struct pgy_buf big PGY_BUF_CLEANUP = PGY_BUF_INIT(16 << 20);
    while (big.len <= PGY_IMPORT_BYTES)
        pgy_buf_str(&big, "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
    refused(big.data, big.len, PGY_ELIMIT);
    /* Rules that never come true, or too often. */
    assert_int_equal(
        event("DTSTART;VALUE=DATE:20261122\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n").n, 0);
    assert_int_equal(event("DTSTART:20261122T120000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYHOUR=0,1,2,"
                           "3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23\n")
                         .n,
                     PGY_IMPORT_PER_EVENT);
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
        cmocka_unit_test(test_single_events),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_match),
        cmocka_unit_test(test_bombs),
    };
    return cmocka_run_group_tests_name("import", tests, setup, teardown);
}
