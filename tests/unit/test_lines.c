/* SPDX-License-Identifier: BSD-2-Clause */
/* What pgyd writes of a calendar by itself: content lines and zones. */
#include "feed_fixture.h"

#include "base/utf8.h"
#include "calendar/line.h"
#include "calendar/vtimezone.h"

/* ---- lines ---- */

static char *random_text(uint32_t *seed)
{
    static const char *const pieces[] = {"a",
                                         "Z",
                                         " ",
                                         ",",
                                         ";",
                                         "\\",
                                         "\n",
                                         "\"",
                                         ":",
                                         "\xc3\xa9",
                                         "e\xcc\x81",
                                         "\xe7\xaa\x93",
                                         "\xf0\x9f\x8e\x93",
                                         "\xf0\x9f\x91\xa9\xe2\x80\x8d\xe2\x9a\x95\xef\xb8\x8f",
                                         "\t"};
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(8192);
    for (uint32_t n = pick(seed) % 400; n; n--)
        pgy_buf_str(&text, pieces[pick(seed) % (sizeof pieces / sizeof pieces[0])]);
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
        {"A:b\r\n", true},
        {"", true},
        {"A:b", false},
        {"A:b\n", false},
        {"A:b\r", false},
        {"A:\rb\r\n", false},
        {"A:\x07\r\n", false},
        {"A:\x7f\r\n", false},
        {"A:\t\r\n", true},
        {"A:\xff\r\n", false},
        {"A:\xc3\r\n \xa9\r\n", false},
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

/* ---- zones ---- */

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

static void test_vtimezone_rules(void **state)
{
    (void)state;
    /* Footers as IANA writes them; the onsets of 1970 worked out by hand: its March 8 is the second
     * Sunday of March, and so on. */
    static const struct {
        const char *zone, *footer;
        const char *lines[8];
    } cases[] = {
        {"America/New_York",
         "EST5EDT,M3.2.0,M11.1.0",
         {"TZID:America/New_York", "DTSTART:19700308T020000",
          "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "DTSTART:19701101T020000",
          "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "TZOFFSETTO:-0400", "TZNAME:EDT"}},
        {"Australia/Sydney",
         "AEST-10AEDT,M10.1.0,M4.1.0/3",
         {"DTSTART:19701004T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
          "DTSTART:19700405T030000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "TZOFFSETTO:+1100"}},
        /* 02:00 of the day after the fourth Thursday, March 23 to 29. */
        {"Asia/Jerusalem",
         "IST-2IDT,M3.4.4/26,M10.5.0",
         {"DTSTART:19700327T020000",
          "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
          "DTSTART:19701025T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"}},
        /* 23:00 of the day before the last Sunday, March 24 to 30. */
        {"America/Nuuk",
         "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
         {"DTSTART:19700328T230000",
          "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA",
          "DTSTART:19701025T000000", "TZNAME:-01"}},
        {"Asia/Kolkata",
         "IST-5:30",
         {"BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530"}},
        {"America/Phoenix",
         "MST7",
         {"BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-0700", "TZOFFSETTO:-0700"}},
        {"Europe/Dublin",
         "IST-1GMT0,M10.5.0,M3.5.0/1",
         {"BEGIN:DAYLIGHT", "DTSTART:19700329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
          "BEGIN:STANDARD", "DTSTART:19701025T020000"}},
        /* A change on the day after the last Thursday of October may fall into November: no such
           zone then, but UTC. */
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
    }
    /* Ireland's DAYLIGHT is the later clock, however the file calls it. */
    struct pgy_tz *dublin PGY_TZ_CLEANUP =
        zone_of_footer("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1");
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(4096);
    pgy_vtimezone_put(&buf, dublin);
    const char *daylight = strstr(buf.data, "BEGIN:DAYLIGHT");
    assert_non_null(daylight);
    assert_memory_equal(strstr(daylight, "TZOFFSETTO:"), "TZOFFSETTO:+0100", 16);
}

static void test_vtimezone_fits(void **state)
{
    (void)state;
    /* New York: 2026-11-01 05:30Z is 01:30 EDT, 06:30Z is 01:30 EST, the second time; 2006 had
     * other rules in early April. */
    assert_true(pgy_vtimezone_fits(new_york, 1793511000));
    assert_false(pgy_vtimezone_fits(new_york, 1793514600));
    assert_true(pgy_vtimezone_fits(new_york, 1793518200));
    /* 2006-03-28 12:00Z: today's rule says EDT, then it was EST */
    assert_false(pgy_vtimezone_fits(new_york, 1143547200));
    assert_true(pgy_vtimezone_fits(new_york, 1149163200)); /* 2006-06-01 12:00Z: EDT by both */
    assert_false(pgy_vtimezone_fits(pgy_tz_utc(), 1795341600));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_fold_and_escape), cmocka_unit_test(test_line_lengths),
        cmocka_unit_test(test_line_faults),           cmocka_unit_test(test_vtimezone_rules),
        cmocka_unit_test(test_vtimezone_fits),
    };
    return cmocka_run_group_tests_name("lines", tests, feed_setup, feed_teardown);
}
