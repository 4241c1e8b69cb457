/* SPDX-License-Identifier: BSD-2-Clause */
/* What is gathered for [quiet] digest_at, when it leaves, and what it says. */
#include "pgy-build.h"

#include "remind/remind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static int64_t utc(const char *text)
{
    struct tm tm = {0};
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    assert_true(end && *end == '\0');
    return timegm(&tm);
}

static struct pgy_tz *new_york(void)
{
    struct pgy_tz *tz = NULL;
    assert_int_equal(pgy_tz_load("America/New_York", &tz), 0);
    return tz;
}

/* New York: UTC-5 until 2027-03-14 07:00Z, UTC-4 from then on, UTC-5 again from 2027-11-07
 * 06:00Z. */
static void test_instant(void **state)
{
    static const struct {
        int digest_at;
        const char *since, *leaves;
    } table[] = {
        {18 * 60, "2026-11-22T22:59:59Z", "2026-11-22T23:00:00Z"}, /* a second before, */
        {18 * 60, "2026-11-22T23:00:00Z", "2026-11-22T23:00:00Z"}, /* at it, */
        {18 * 60, "2026-11-22T23:00:01Z", "2026-11-23T23:00:00Z"}, /* a second after */
        {0, "2026-11-22T23:00:00Z", "2026-11-23T05:00:00Z"},       /* the person's midnight */
        {18 * 60, "2027-03-13T23:00:01Z", "2027-03-14T22:00:00Z"}, /* 23 hours later */
        /* 02:30 is skipped: the first instant after */
        {2 * 60 + 30, "2027-03-14T06:00:00Z", "2027-03-14T07:00:00Z"},
        {60 + 30, "2027-11-07T04:00:00Z",
         "2027-11-07T05:30:00Z"}, /* 01:30 comes twice: the first, */
        {60 + 30, "2027-11-07T05:30:01Z", "2027-11-08T06:30:00Z"}, /* and not the second */
        {-1, "2026-11-22T22:59:59Z", "2026-11-22T22:59:59Z"},
    };
    struct pgy_tz *tz PGY_TZ_CLEANUP = new_york();
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct pgy_quiet quiet = {.digest_at = table[i].digest_at};
        assert_int_equal(pgy_digest_instant(&quiet, tz, utc(table[i].since)), utc(table[i].leaves));
    }
}

static void test_gathers(void **state)
{
    static const struct {
        uint16_t kind, severity;
        enum pgy_fate fate;
        const char *expires;
        bool with, without; /* digest_at */
    } table[] = {
        {PGYD_REMINDER, PGYD_INFO, PGY_FATE_SEND, "2026-11-23T13:00:00Z", true, false},
        {PGYD_HABIT, PGYD_INFO, PGY_FATE_LATE, "2026-11-22T14:00:00Z", true,
         false}, /* a nudge keeps until the digest */
        {PGYD_REMINDER, PGYD_WARN, PGY_FATE_SEND, "2026-11-23T13:00:00Z", false, false},
        {PGYD_MILESTONE, PGYD_CRITICAL, PGY_FATE_SEND, "2026-11-23T13:00:00Z", false, false},
        {PGYD_DEADLINE, PGYD_INFO, PGY_FATE_SEND, "2026-11-22T23:00:01Z", true, false},
        {PGYD_DEADLINE, PGYD_INFO, PGY_FATE_SEND, "2026-11-22T23:00:00Z", false,
         false}, /* over when the digest leaves */
        {PGYD_WINDOW, PGYD_INFO, PGY_FATE_LATE, "2026-11-22T20:00:00Z", false, false},
        {PGYD_REMINDER, PGYD_INFO, PGY_FATE_SUPERSEDED, "2026-11-23T13:00:00Z", false, false},
        {PGYD_REMINDER, PGYD_INFO, PGY_FATE_MISSED, "2026-11-20T13:00:00Z", true, true},
        {PGYD_MILESTONE, PGYD_WARN, PGY_FATE_MISSED, "2026-11-20T13:00:00Z", true, true},
        {PGYD_DEADLINE, PGYD_INFO, PGY_FATE_MISSED, "2026-11-20T13:00:00Z", false, false},
        {0, PGYD_INFO, PGY_FATE_SEND, "2026-11-23T13:00:00Z", false,
         false}, /* a first run's digest, a notice */
    };
    struct pgy_tz *tz PGY_TZ_CLEANUP = new_york();
    const int64_t now = utc("2026-11-22T13:00:00Z");
    const struct pgy_quiet with = {.digest_at = 18 * 60}, without = {.digest_at = -1};
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct pgy_due due = {.item = "p/x",
                              .kind = table[i].kind,
                              .severity = table[i].severity,
                              .at = now,
                              .expires = utc(table[i].expires)};
        int64_t leaves = 0;
        if (pgy_digest_gathers(&with, tz, &due, table[i].fate, &leaves) != table[i].with)
            fail_msg("row %zu with digest_at", i);
        assert_int_equal(leaves, table[i].with ? utc("2026-11-22T23:00:00Z") : 0);
        leaves = 0;
        if (pgy_digest_gathers(&without, tz, &due, table[i].fate, &leaves) != table[i].without)
            fail_msg("row %zu without digest_at", i);
        assert_int_equal(leaves, table[i].without ? now : 0);
    }
}

static void test_message(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_tz *tz PGY_TZ_CLEANUP = new_york();
    struct pgy_due rows[9], digest;
    const struct pgy_due *list[9];
    (void)state;
    for (size_t i = 0; i < 9; i++) {
        rows[i] = (struct pgy_due){.item = "p/x",
                                   .target = i ? "2026-11-26" : "2026-11-27T17:00 America/Chicago",
                                   .step = "-1d",
                                   .severity = PGYD_INFO,
                                   .title = pgy_arena_printf(arena, "T%zu", i + 1),
                                   .discreet = "a reminder is due"};
        list[i] = &rows[i];
    }
    /* 03:00Z is the evening before in New York. */
    const int64_t at = utc("2026-11-23T03:00:00Z");
    pgy_digest_message(list, 1, tz, at, arena, &digest);
    assert_string_equal(digest.title, "T1: by Fri Nov 27, 6 PM (5 days left)");
    assert_string_equal(digest.detail, "- T1: by Fri Nov 27, 6 PM (5 days left)");
    assert_string_equal(digest.discreet, "A reminder is due Fri Nov 27, 6 PM (5 days left)");
    assert_string_equal(digest.target, "2026-11-22");
    assert_string_equal(digest.step, "digest");
    assert_string_equal(digest.item, "");
    assert_int_equal(digest.at, at);
    assert_int_equal(digest.severity, PGYD_INFO);
    pgy_digest_message(list, 5, tz, at, arena, &digest);
    assert_null(strstr(digest.detail, "more"));
    assert_non_null(strstr(digest.detail, "\n- T5: by Thu Nov 26 (4 days left)"));
    /* the gravest first, five by name, the rest by number */
    rows[8].severity = PGYD_WARN;
    rows[8].next = "Call";
    pgy_digest_message(list, 9, tz, at, arena, &digest);
    assert_string_equal(digest.title, "T9: by Thu Nov 26 (4 days left). Next: Call; and 8 more");
    assert_string_equal(digest.discreet, "A reminder is due Thu Nov 26 (4 days left); and 8 more");
    assert_non_null(strstr(digest.detail, "- T9: by Thu Nov 26 (4 days left). Next: Call\n- T1"));
    assert_non_null(strstr(digest.detail, "- T4: by Thu Nov 26 (4 days left)\n- and 4 more"));
    assert_null(strstr(digest.detail, "T5"));
    assert_int_equal(digest.severity, PGYD_WARN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_instant),
                                       cmocka_unit_test(test_gathers),
                                       cmocka_unit_test(test_message)};
    return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
