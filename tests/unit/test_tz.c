/* SPDX-License-Identifier: BSD-2-Clause */
/* Zones: gaps and overlaps worked out by hand from the laws of the places, footers, and damaged
 * TZif bytes. What every zone says at every change is compared with another implementation in
 * test_tz_zoneinfo.py. */
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/tz.h"
#include "base/tzrule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { H = 3600, M = 60 };

static struct pgy_tz *zone(const char *name)
{
    struct pgy_tz *tz = NULL;
    assert_int_equal(pgy_tz_load(name, &tz), 0);
    assert_string_equal(pgy_tz_name(tz), name);
    return tz;
}

static int64_t at(const struct pgy_tz *tz, int y, int m, int d, int32_t seconds)
{
    return pgy_tz_instant(tz, pgy_civil_day(y, m, d), seconds);
}

static void assert_utc(int64_t utc, const char *want)
{
    char text[24];
    assert_string_equal(pgy_clock_text(utc, text), want);
}

static void test_wall_times(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        int y, m, d;
        int32_t seconds;
        const char *want, *abbreviation;
        int32_t offset;
        bool dst;
    } cases[] = {
        /* New York jumps from 02:00 to 03:00 on the second Sunday of March, at 07:00Z; the gap's
           minutes all become 03:00. */
        {"America/New_York", 2027, 3, 14, 2 * H - 1, "2027-03-14T06:59:59Z", "EST", -5 * H, false},
        {"America/New_York", 2027, 3, 14, 2 * H, "2027-03-14T07:00:00Z", "EDT", -4 * H, true},
        {"America/New_York", 2027, 3, 14, 2 * H + 30 * M, "2027-03-14T07:00:00Z", "EDT", -4 * H,
         true},
        {"America/New_York", 2027, 3, 14, 3 * H - 1, "2027-03-14T07:00:00Z", "EDT", -4 * H, true},
        {"America/New_York", 2027, 3, 14, 3 * H, "2027-03-14T07:00:00Z", "EDT", -4 * H, true},
        {"America/New_York", 2027, 3, 14, 3 * H + 1, "2027-03-14T07:00:01Z", "EDT", -4 * H, true},
        {"America/New_York", 2027, 3, 13, 2 * H + 30 * M, "2027-03-13T07:30:00Z", "EST", -5 * H,
         false},
        {"America/New_York", 2027, 3, 15, 2 * H + 30 * M, "2027-03-15T06:30:00Z", "EDT", -4 * H,
         true},
        /* and shows 01:00 to 02:00 twice on the first Sunday of November: the first time counts. */
        {"America/New_York", 2026, 11, 1, 1 * H - 1, "2026-11-01T04:59:59Z", "EDT", -4 * H, true},
        {"America/New_York", 2026, 11, 1, 1 * H, "2026-11-01T05:00:00Z", "EDT", -4 * H, true},
        {"America/New_York", 2026, 11, 1, 1 * H + 30 * M, "2026-11-01T05:30:00Z", "EDT", -4 * H,
         true},
        {"America/New_York", 2026, 11, 1, 2 * H - 1, "2026-11-01T05:59:59Z", "EDT", -4 * H, true},
        {"America/New_York", 2026, 11, 1, 2 * H, "2026-11-01T07:00:00Z", "EST", -5 * H, false},
        {"America/New_York", 2026, 10, 31, 1 * H + 30 * M, "2026-10-31T05:30:00Z", "EDT", -4 * H,
         true},
        {"America/New_York", 2026, 11, 2, 1 * H + 30 * M, "2026-11-02T06:30:00Z", "EST", -5 * H,
         false},
        /* Far beyond the file's list: the footer's rule, also in a century year without a leap
         * day. */
        {"America/New_York", 2100, 3, 14, 2 * H + 30 * M, "2100-03-14T07:00:00Z", "EDT", -4 * H,
         true},
        {"America/New_York", 9999, 7, 1, 12 * H, "9999-07-01T16:00:00Z", "EDT", -4 * H, true},
        {"America/New_York", 9999, 12, 31, 12 * H, "9999-12-31T17:00:00Z", "EST", -5 * H, false},
        /* Berlin: 02:00 to 03:00 at 01:00Z on the last Sunday of March, back at 01:00Z on the last
           of October. */
        {"Europe/Berlin", 2026, 3, 29, 2 * H + 30 * M, "2026-03-29T01:00:00Z", "CEST", 2 * H, true},
        {"Europe/Berlin", 2026, 3, 28, 2 * H + 30 * M, "2026-03-28T01:30:00Z", "CET", 1 * H, false},
        {"Europe/Berlin", 2026, 3, 30, 2 * H + 30 * M, "2026-03-30T00:30:00Z", "CEST", 2 * H, true},
        {"Europe/Berlin", 2026, 10, 25, 2 * H + 30 * M, "2026-10-25T00:30:00Z", "CEST", 2 * H,
         true},
        {"Europe/Berlin", 2026, 10, 25, 3 * H, "2026-10-25T02:00:00Z", "CET", 1 * H, false},
        /* Lord Howe changes by half an hour: the gap is 02:00 to 02:30, the overlap 01:30 to
         * 02:00. */
        {"Australia/Lord_Howe", 2026, 10, 4, 2 * H + 10 * M, "2026-10-03T15:30:00Z", "+11", 11 * H,
         true},
        {"Australia/Lord_Howe", 2026, 10, 4, 2 * H + 30 * M, "2026-10-03T15:30:00Z", "+11", 11 * H,
         true},
        {"Australia/Lord_Howe", 2026, 10, 4, 2 * H - 1, "2026-10-03T15:29:59Z", "+1030",
         10 * H + 30 * M, false},
        {"Australia/Lord_Howe", 2027, 4, 4, 1 * H + 45 * M, "2027-04-03T14:45:00Z", "+11", 11 * H,
         true},
        {"Australia/Lord_Howe", 2027, 4, 4, 2 * H, "2027-04-03T15:30:00Z", "+1030", 10 * H + 30 * M,
         false},
        /* Apia left out the whole of 2011-12-30, crossing the date line: from UTC-10 to UTC+14 at
           10:00Z. */
        {"Pacific/Apia", 2011, 12, 29, 24 * H - 1, "2011-12-30T09:59:59Z", "-10", -10 * H, true},
        {"Pacific/Apia", 2011, 12, 30, 0, "2011-12-30T10:00:00Z", "+14", 14 * H, true},
        {"Pacific/Apia", 2011, 12, 30, 12 * H, "2011-12-30T10:00:00Z", "+14", 14 * H, true},
        {"Pacific/Apia", 2011, 12, 31, 0, "2011-12-30T10:00:00Z", "+14", 14 * H, true},
        {"Pacific/Apia", 2011, 12, 31, 1, "2011-12-30T10:00:01Z", "+14", 14 * H, true},
        /* Kathmandu moved from +05:30 to +05:45 at the beginning of 1986: a gap of a quarter of an
           hour. */
        {"Asia/Kathmandu", 1985, 12, 31, 24 * H - 1, "1985-12-31T18:29:59Z", "+0530",
         5 * H + 30 * M, false},
        {"Asia/Kathmandu", 1986, 1, 1, 5 * M, "1985-12-31T18:30:00Z", "+0545", 5 * H + 45 * M,
         false},
        {"Asia/Kathmandu", 1986, 1, 1, 15 * M, "1985-12-31T18:30:00Z", "+0545", 5 * H + 45 * M,
         false},
        {"Asia/Kathmandu", 2026, 11, 22, 9 * H, "2026-11-22T03:15:00Z", "+0545", 5 * H + 45 * M,
         false},
        /* No changes at all. */
        {"Etc/UTC", 2026, 11, 22, 9 * H, "2026-11-22T09:00:00Z", "UTC", 0, false},
        {"Asia/Kolkata", 2038, 1, 19, 8 * H + 44 * M + 8, "2038-01-19T03:14:08Z", "IST",
         5 * H + 30 * M, false},
        {"America/Phoenix", 2027, 3, 14, 2 * H + 30 * M, "2027-03-14T09:30:00Z", "MST", -7 * H,
         false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct pgy_tz *tz PGY_TZ_CLEANUP = zone(cases[i].zone);
        const char *abbreviation;
        bool dst;
        int64_t utc = at(tz, cases[i].y, cases[i].m, cases[i].d, cases[i].seconds);
        assert_utc(utc, cases[i].want);
        assert_int_equal(pgy_tz_offset(tz, utc, &abbreviation, &dst), cases[i].offset);
        assert_string_equal(abbreviation, cases[i].abbreviation);
        assert_int_equal(dst, cases[i].dst);
    }
}

static void test_days(void **state)
{
    (void)state;
    struct pgy_tz *tz PGY_TZ_CLEANUP = zone("America/New_York");
    int32_t seconds = -1;
    int64_t midnight = at(tz, 2026, 11, 22, 0);
    assert_utc(midnight, "2026-11-22T05:00:00Z");
    assert_int_equal(pgy_tz_day(tz, midnight, &seconds), pgy_civil_day(2026, 11, 22));
    assert_int_equal(seconds, 0);
    assert_int_equal(pgy_tz_day(tz, midnight - 1, &seconds), pgy_civil_day(2026, 11, 21));
    assert_int_equal(seconds, 24 * H - 1);
    assert_int_equal(pgy_tz_day(tz, midnight + 1, NULL), pgy_civil_day(2026, 11, 22));
    /* 1969, before zero. */
    assert_int_equal(pgy_tz_day(tz, 0, &seconds), pgy_civil_day(1969, 12, 31));
    assert_int_equal(seconds, 19 * H);
    /* The day after the second 01:30 of the long day is still the same. */
    assert_int_equal(pgy_tz_day(tz, at(tz, 2026, 11, 1, 90 * M) + H, &seconds),
                     pgy_civil_day(2026, 11, 1));
    assert_int_equal(seconds, 90 * M);

    assert_int_equal(pgy_tz_day(tz, INT64_MAX, NULL), PGY_NO_DAY);
    assert_int_equal(pgy_tz_day(tz, INT64_MIN, NULL), PGY_NO_DAY);
    assert_int_equal(pgy_tz_day(tz, at(tz, 9999, 12, 31, 24 * H - 1), NULL),
                     pgy_civil_day(9999, 12, 31));
    assert_int_equal(pgy_tz_day(tz, at(tz, 9999, 12, 31, 24 * H - 1) + 1, NULL), PGY_NO_DAY);
}

static void test_utc(void **state)
{
    (void)state;
    const struct pgy_tz *utc = pgy_tz_utc();
    int64_t next = 42;
    const char *abbreviation;
    assert_string_equal(pgy_tz_name(utc), "UTC");
    assert_string_equal(pgy_tz_footer(utc), "UTC0");
    assert_int_equal(pgy_tz_offset(utc, 1234567890, &abbreviation, NULL), 0);
    assert_string_equal(abbreviation, "UTC");
    assert_utc(at(utc, 2026, 11, 22, 9 * H), "2026-11-22T09:00:00Z");
    assert_false(pgy_tz_next(utc, INT64_MIN, &next));
    assert_int_equal(next, 42);
}

static void test_next(void **state)
{
    (void)state;
    struct pgy_tz *tz PGY_TZ_CLEANUP = zone("Europe/Berlin");
    int64_t next;
    assert_true(pgy_tz_next(tz, at(tz, 2026, 1, 1, 0), &next));
    assert_utc(next, "2026-03-29T01:00:00Z");
    assert_true(pgy_tz_next(tz, next - 1, &next));
    assert_utc(next, "2026-03-29T01:00:00Z");
    assert_true(pgy_tz_next(tz, next, &next));
    assert_utc(next, "2026-10-25T01:00:00Z");
    /* By rule, up to the last change before the year 10000 (the last Sunday of October 9999 is the
     * 31st). */
    assert_true(pgy_tz_next(tz, at(tz, 2040, 1, 1, 0), &next));
    assert_utc(next, "2040-03-25T01:00:00Z");
    assert_true(pgy_tz_next(tz, at(tz, 9999, 6, 1, 0), &next));
    assert_utc(next, "9999-10-31T01:00:00Z");
    assert_false(pgy_tz_next(tz, next, &next));

    struct pgy_tz *dublin PGY_TZ_CLEANUP = zone("Europe/Dublin");
    bool dst;
    /* Ireland's summer time is its standard time: the winter is the exception. */
    assert_int_equal(pgy_tz_offset(dublin, at(dublin, 2040, 7, 1, 0), NULL, &dst), H);
    assert_false(dst);
    assert_int_equal(pgy_tz_offset(dublin, at(dublin, 2040, 12, 1, 0), NULL, &dst), 0);
    assert_true(dst);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "/etc/localtime",
        "../UTC",
        "Europe/../UTC",
        "Europe/.",
        "Europe/",
        "Europe//Berlin",
        "Europe",
        "Mars/Base",
        "Europe/Berlin ",
        "zone.tab",
        "localtime",
        "posixrules",
        "right/UTC",
        "posix/UTC",
        "Europe/B\xc3\xa9",
        "Europe/Berlin/Mitte",
        "AnExtremelyLongNameThatNoZoneWillEverHaveBecauseNobodyWouldWantToTypeIt",
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct pgy_tz *tz = NULL;
        assert_int_equal(pgy_tz_load(bad[i], &tz), PGY_ENOTFOUND);
        assert_null(tz);
    }
    struct pgy_tz *tz = NULL;
    pgy_tz_free(&tz);
    pgy_tz_free(NULL);
    tz = zone("America/Argentina/Buenos_Aires");
    pgy_tz_free(&tz);
    assert_null(tz);
    tz = zone("Etc/GMT+5");
    assert_int_equal(pgy_tz_offset(tz, 0, NULL, NULL), -5 * H);
    pgy_tz_free(&tz);
}

/* A TZif file by hand. */
struct file {
    const char *magic;
    char version;
    uint32_t ut_flags, std_flags, leaps, changes, kinds, chars;
    const int64_t *at;
    const uint8_t *begins;
    int32_t offset[2];
    uint8_t dst[2];
    uint8_t abbreviation[2];
    const char *text; /* chars bytes, or fewer */
    const char *footer;
};

static const int64_t two_changes[] = {1000000, 2000000};
static const uint8_t one_zero[] = {1, 0};

/* +01:00 AAA, and BBB at +02:00 from 1000000 to 2000000; thereafter the footer. */
static const struct file sound = {
    .magic = "TZif",
    .version = '2',
    .changes = 2,
    .kinds = 2,
    .chars = 8,
    .at = two_changes,
    .begins = one_zero,
    .offset = {H, 2 * H},
    .dst = {0, 1},
    .abbreviation = {0, 4},
    .text = "AAA\0BBB",
    .footer = "\nAAA-1\n",
};

static void put(struct pgy_buf *buf, uint64_t v, int bytes)
{
    while (bytes-- > 0)
        pgy_buf_char(buf, (char)(v >> (8 * bytes) & 0xff));
}

static void put_block(struct pgy_buf *buf, const struct file *f, int time_size)
{
    static const char zeros[64];
    pgy_buf_add(buf, f->magic, 4);
    pgy_buf_char(buf, f->version);
    pgy_buf_add(buf, zeros, 15);
    const uint32_t counts[] = {f->ut_flags, f->std_flags, f->leaps, f->changes, f->kinds, f->chars};
    for (size_t i = 0; i < COUNT(counts); i++)
        put(buf, counts[i], 4);
    /* A count from nowhere is not followed by that many bytes. */
    for (uint32_t i = 0; i < f->changes && i < 2; i++)
        put(buf, (uint64_t)f->at[i], time_size);
    for (uint32_t i = 0; i < f->changes && i < 2; i++)
        put(buf, f->begins[i], 1);
    for (uint32_t i = 0; i < f->kinds && i < 2; i++) {
        put(buf, (uint32_t)f->offset[i], 4);
        put(buf, f->dst[i], 1);
        put(buf, f->abbreviation[i], 1);
    }
    pgy_buf_add(buf, f->text, f->chars < 8 ? f->chars : 8);
    pgy_buf_add(buf, zeros, f->leaps < 2 ? f->leaps * ((size_t)time_size + 4) : 0);
    pgy_buf_add(buf, zeros, f->std_flags < 4 ? f->std_flags : 0);
    pgy_buf_add(buf, zeros, f->ut_flags < 4 ? f->ut_flags : 0);
}

static int parse(const struct file *f, struct pgy_tz **tz)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(4096);
    if (f->version)
        put_block(&buf, &(struct file){.magic = f->magic, .version = f->version, .text = ""}, 4);
    put_block(&buf, f, f->version ? 8 : 4);
    if (f->version)
        pgy_buf_str(&buf, f->footer);
    assert_int_equal(buf.err, 0);
    /* Exactly that many bytes, for the sanitizers. */
    char *copy = malloc(buf.len);
    assert_non_null(copy);
    memcpy(copy, buf.data, buf.len);
    int err = pgy_tz_parse("Test/Zone", copy, buf.len, tz);
    free(copy);
    return err;
}

static void test_sound_bytes(void **state)
{
    (void)state;
    static const char versions[] = {0, '2', '3', '4'};
    uint64_t hash = 0;
    for (size_t i = 0; i < COUNT(versions); i++) {
        struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
        struct file f = sound;
        f.version = versions[i];
        f.std_flags = 2;
        f.ut_flags = 2;
        assert_int_equal(parse(&f, &tz), 0);
        const char *abbreviation;
        assert_int_equal(pgy_tz_offset(tz, 999999, &abbreviation, NULL), H);
        assert_string_equal(abbreviation, "AAA");
        assert_int_equal(pgy_tz_offset(tz, 1000000, &abbreviation, NULL), 2 * H);
        assert_string_equal(abbreviation, "BBB");
        assert_int_equal(pgy_tz_offset(tz, 1999999, NULL, NULL), 2 * H);
        assert_int_equal(pgy_tz_offset(tz, 2000000, NULL, NULL), H);
        assert_string_equal(pgy_tz_footer(tz), versions[i] ? "AAA-1" : "");
        assert_true(pgy_tz_hash(tz) != hash); /* the version byte alone differs */
        hash = pgy_tz_hash(tz);
    }
    /* An empty footer says that nothing is known: the last kind stays. */
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    struct file f = sound;
    f.footer = "\n\n";
    assert_int_equal(parse(&f, &tz), 0);
    assert_int_equal(pgy_tz_offset(tz, INT64_MAX, NULL, NULL), H);
    assert_int_equal(pgy_tz_offset(tz, INT64_MIN, NULL, NULL), H);
}

/* The rule says daylight saving time when the last listed change ends it for good until next year:
 * the list is right. */
static void test_rule_against_list(void **state)
{
    (void)state;
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    /* 2022-03-27T07:00:00Z, 2022-10-30T08:00:00Z */
    static const int64_t october[] = {1648364400, 1667116800};
    struct file f = sound;
    int64_t next;
    f.at = october;
    f.offset[0] = -6 * H;
    f.offset[1] = -5 * H;
    f.footer = "\nAAA6BBB,M3.2.0,M11.1.0\n";
    assert_int_equal(parse(&f, &tz), 0);
    assert_int_equal(pgy_tz_offset(tz, october[1] - 1, NULL, NULL), -5 * H);
    assert_int_equal(pgy_tz_offset(tz, october[1], NULL, NULL), -6 * H);
    assert_int_equal(pgy_tz_offset(tz, october[1] + 1, NULL, NULL), -6 * H);
    assert_true(pgy_tz_next(tz, october[1], &next));
    assert_utc(next, "2023-03-12T08:00:00Z");
    assert_int_equal(pgy_tz_offset(tz, next, NULL, NULL), -5 * H);
}

#define HOSTILE(label, ...)                                                                        \
    {                                                                                              \
        struct file f = sound;                                                                     \
        struct pgy_tz *tz = NULL;                                                                  \
        __VA_ARGS__;                                                                               \
        if (parse(&f, &tz) != PGY_EPARSE || tz)                                                    \
            fail_msg("%s was not refused as malformed", label);                                    \
    }

static void test_hostile_bytes(void **state)
{
    (void)state;
    static const int64_t same[] = {1000000, 1000000}, falling[] = {2000000, 1000000};
    static const uint8_t beyond[] = {1, 2};
    struct pgy_tz *sound_tz = NULL;
    assert_int_equal(parse(&sound, &sound_tz), 0);
    pgy_tz_free(&sound_tz);

    HOSTILE("another magic", f.magic = "TZiF");
    HOSTILE("version 1 in figures", f.version = '1');
    HOSTILE("4 billion changes", f.changes = UINT32_MAX);
    HOSTILE("one change too many", f.changes = 3);
    HOSTILE("no kinds", f.kinds = 0);
    HOSTILE("257 kinds", f.kinds = 257);
    HOSTILE("4 billion kinds", f.kinds = UINT32_MAX);
    HOSTILE("no abbreviations", f.chars = 0);
    HOSTILE("4 billion characters", f.chars = UINT32_MAX);
    HOSTILE("4 billion leap seconds", f.leaps = UINT32_MAX);
    HOSTILE("flags for another number of kinds", f.std_flags = 1);
    HOSTILE("flags for another number of kinds", f.ut_flags = 3);
    HOSTILE("a change to a kind beyond the last", f.begins = beyond);
    HOSTILE("two changes at once", f.at = same);
    HOSTILE("changes out of order", f.at = falling);
    HOSTILE("an abbreviation beyond the text", f.abbreviation[1] = 8);
    HOSTILE("an abbreviation without an end", f.chars = 7);
    HOSTILE("an empty abbreviation", f.abbreviation[1] = 7);
    HOSTILE("a line break in an abbreviation", f.text = "AAA\0B\nB");
    HOSTILE("a flag that is neither yes nor no", f.dst[1] = 2);
    HOSTILE("an offset of 26 hours", f.offset[1] = 93600);
    HOSTILE("an offset of -25 hours", f.offset[1] = -90000);
    HOSTILE("the offset RFC 8536 forbids by name", f.offset[1] = INT32_MIN);
    HOSTILE("no footer", f.footer = "");
    HOSTILE("a footer without its first line break", f.footer = "AAA-1\n");
    HOSTILE("a footer without its last line break", f.footer = "\nAAA-1");
    HOSTILE("a footer that is no rule", f.footer = "\nHello, world\n");
}

static void test_cut_and_flipped(void **state)
{
    (void)state;
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(4096);
    struct pgy_tz *tz = NULL;
    put_block(&buf, &(struct file){.magic = "TZif", .version = '2', .text = ""}, 4);
    put_block(&buf, &sound, 8);
    pgy_buf_str(&buf, sound.footer);
    for (size_t len = 0; len < buf.len; len++) {
        char *copy = malloc(len + 1);
        assert_non_null(copy);
        memcpy(copy, buf.data, len);
        assert_int_equal(pgy_tz_parse("Test/Zone", copy, len, &tz), PGY_EPARSE);
        assert_null(tz);
        free(copy);
    }
    /* Any byte changed: refused, or still a zone that answers. */
    for (size_t i = 0; i < buf.len; i++) {
        for (int v = 0; v < 256; v++) {
            char was = buf.data[i];
            buf.data[i] = (char)v;
            if (pgy_tz_parse("Test/Zone", buf.data, buf.len, &tz) == 0) {
                int64_t utc = at(tz, 2026, 11, 22, 9 * H);
                if (utc + pgy_tz_offset(tz, utc, NULL, NULL) <
                    (int64_t)pgy_civil_day(2026, 11, 22) * 24 * H + 9 * H)
                    fail_msg("byte %zu set to %d: an instant before its wall time", i, v);
                pgy_tz_free(&tz);
            }
            buf.data[i] = was;
        }
    }
    /* A NUL must not hide what stands behind it in the footer. */
    pgy_buf_clear(&buf);
    put_block(&buf, &(struct file){.magic = "TZif", .version = '2', .text = ""}, 4);
    put_block(&buf, &sound, 8);
    pgy_buf_add(&buf, "\nAAA-1\0junk\n", 12);
    assert_int_equal(pgy_tz_parse("Test/Zone", buf.data, buf.len, &tz), PGY_EPARSE);
    /* Leap seconds: sound, but not of our time scale. */
    struct file f = sound;
    f.leaps = 1;
    assert_int_equal(parse(&f, &tz), PGY_EREFUSED);
    assert_int_equal(pgy_tz_parse("Test/Zone", buf.data, (1 << 20) + 1, &tz), PGY_ELIMIT);
    assert_null(tz);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wall_times),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_utc),
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_sound_bytes),
        cmocka_unit_test(test_hostile_bytes),
        cmocka_unit_test(test_cut_and_flipped),
        cmocka_unit_test(test_rule_against_list),
    };
    return cmocka_run_group_tests_name("tz", tests, NULL, NULL);
}
