/* SPDX-License-Identifier: BSD-2-Clause */
/* Quiet hours, calls and payloads. */
#define _GNU_SOURCE /* strptime, timegm */
#include "remind/remind.h"

#include <jansson.h>
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

/* ---- quiet hours ---- */

enum { H = 60 };

static void test_release(void **state)
{
    static const struct {
        int from, to;
        uint16_t severity;
        const char *now, *release;
    } table[] = {
        /* 22:00-07:00 in New York, UTC-5: 03:00Z to 12:00Z */
        {22 * H, 7 * H, PGYD_INFO, "2026-11-20T02:59:59Z", "2026-11-20T02:59:59Z"},
        {22 * H, 7 * H, PGYD_INFO, "2026-11-20T03:00:00Z", "2026-11-20T12:00:00Z"},
        {22 * H, 7 * H, PGYD_WARN, "2026-11-20T04:59:59Z",
         "2026-11-20T12:00:00Z"}, /* before midnight there */
        {22 * H, 7 * H, PGYD_WARN, "2026-11-20T05:00:00Z", "2026-11-20T12:00:00Z"}, /* after it */
        {22 * H, 7 * H, PGYD_INFO, "2026-11-20T11:59:59Z", "2026-11-20T12:00:00Z"},
        {22 * H, 7 * H, PGYD_INFO, "2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z"},
        {22 * H, 7 * H, PGYD_CRITICAL, "2026-11-20T04:00:00Z", "2026-11-20T04:00:00Z"},
        /* within one day, 12:00-13:30: 17:00Z to 18:30Z */
        {12 * H, 13 * H + 30, PGYD_INFO, "2026-11-20T16:59:59Z", "2026-11-20T16:59:59Z"},
        {12 * H, 13 * H + 30, PGYD_INFO, "2026-11-20T17:00:00Z", "2026-11-20T18:30:00Z"},
        {12 * H, 13 * H + 30, PGYD_INFO, "2026-11-20T18:30:00Z", "2026-11-20T18:30:00Z"},
        /* the night of the change: 22:00 UTC-4 (02:00Z) to 07:00 UTC-5 (12:00Z), and in March to
           07:00 UTC-4 (11:00Z) */
        {22 * H, 7 * H, PGYD_INFO, "2026-11-01T02:00:00Z", "2026-11-01T12:00:00Z"},
        {22 * H, 7 * H, PGYD_INFO, "2027-03-14T03:00:00Z", "2027-03-14T11:00:00Z"},
        /* an end that is skipped (02:30): the first instant after the gap, 07:00Z; one that comes
           twice (01:30): the first, 05:30Z */
        {22 * H, 2 * H + 30, PGYD_INFO, "2027-03-14T06:59:59Z", "2027-03-14T07:00:00Z"},
        {22 * H, 1 * H + 30, PGYD_INFO, "2026-11-01T05:29:59Z", "2026-11-01T05:30:00Z"},
        {22 * H, 1 * H + 30, PGYD_INFO, "2026-11-01T06:10:00Z",
         "2026-11-01T06:10:00Z"}, /* 01:10 the second time */
        /* a beginning that comes twice (01:30) begins once */
        {1 * H + 30, 7 * H, PGYD_INFO, "2026-11-01T06:10:00Z", "2026-11-01T12:00:00Z"},
    };
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    (void)state;
    assert_int_equal(pgy_tz_load("America/New_York", &tz), 0);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct pgy_quiet quiet = {.on = true, .from = table[i].from, .to = table[i].to};
        assert_int_equal(pgy_quiet_release(&quiet, tz, table[i].severity, utc(table[i].now)),
                         utc(table[i].release));
        quiet.on = false;
        assert_int_equal(pgy_quiet_release(&quiet, tz, table[i].severity, utc(table[i].now)),
                         utc(table[i].now));
    }
    /* What would be worthless by the end of the night leaves at once. */
    struct pgy_quiet night = {.on = true, .from = 22 * H, .to = 7 * H};
    struct pgy_due due = {
        .severity = PGYD_WARN, .step = "-7d", .expires = utc("2026-11-20T12:00:00Z")};
    assert_int_equal(pgy_leave_at(&night, tz, &due, true, utc("2026-11-20T04:00:00Z")),
                     utc("2026-11-20T12:00:00Z"));
    due.expires--;
    assert_int_equal(pgy_leave_at(&night, tz, &due, true, utc("2026-11-20T04:00:00Z")),
                     utc("2026-11-20T04:00:00Z"));
}

/* Calls hold as quiet hours do, together with them, and not for ever. */
static void test_calls(void **state)
{
    static const struct {
        uint16_t severity;
        const char *now, *release;
    } table[] = {
        {PGYD_INFO, "2026-11-20T13:59:59Z", "2026-11-20T13:59:59Z"},
        {PGYD_INFO, "2026-11-20T14:00:00Z", "2026-11-20T22:00:00Z"}, /* one shift */
        {PGYD_WARN, "2026-11-20T21:59:59Z", "2026-11-20T22:00:00Z"},
        {PGYD_INFO, "2026-11-20T22:00:00Z", "2026-11-20T22:00:00Z"},
        {PGYD_CRITICAL, "2026-11-20T14:00:00Z", "2026-11-20T14:00:00Z"},
        {PGYD_INFO, "2026-11-21T14:00:00Z",
         "2026-11-22T12:00:00Z"}, /* until 04:00Z, in the night that ends at 12:00Z */
        /* a night that ends in a shift, and the next begins as that ends */
        {PGYD_INFO, "2026-11-23T04:00:00Z", "2026-11-23T20:00:00Z"},
        {PGYD_INFO, "2026-11-24T13:00:00Z",
         "2026-11-26T01:00:00Z"}, /* a week of home call: 36 hours, which end at 20:00 */
        /* 36 hours that end at 23:00, in the night */
        {PGYD_INFO, "2026-11-24T16:00:00Z", "2026-11-26T12:00:00Z"},
    };
    static const struct pgy_shift shifts[] = {
        /* 2026-11-20 is day 20777 */
        {INT64_C(20777) * 86400 + 14 * 3600, INT64_C(20777) * 86400 + 22 * 3600, "a"},
        {INT64_C(20778) * 86400 + 13 * 3600, INT64_C(20779) * 86400 + 4 * 3600, "b"},
        {INT64_C(20780) * 86400 + 11 * 3600, INT64_C(20780) * 86400 + 16 * 3600, "c"},
        {INT64_C(20780) * 86400 + 16 * 3600, INT64_C(20780) * 86400 + 20 * 3600, "d"},
        {INT64_C(20781) * 86400 + 12 * 3600, INT64_C(20788) * 86400 + 12 * 3600, "home"},
    };
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    (void)state;
    assert_int_equal(pgy_tz_load("America/New_York", &tz), 0);
    struct pgy_quiet quiet = {
        .on = true, .from = 22 * H, .to = 7 * H, .oncall = true, .shifts = shifts, .nshifts = 5};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        assert_int_equal(pgy_quiet_release(&quiet, tz, table[i].severity, utc(table[i].now)),
                         utc(table[i].release));
    quiet.oncall = false;
    assert_int_equal(pgy_quiet_release(&quiet, tz, PGYD_INFO, utc("2026-11-20T14:00:00Z")),
                     utc("2026-11-20T14:00:00Z"));
}

static struct pgy_quiet quiet_of(const char *text)
{
    struct pgy_quiet quiet;
    struct pgy_schema *schema = pgy_schema_core();
    struct pgy_problems problems = {.arena = pgy_arena_new()};
    struct pgy_config *config = NULL;
    assert_int_equal(
        pgy_config_parse("pgyd.ini", text, strlen(text), schema, false, &problems, &config), 0);
    pgy_quiet_of(config, &quiet);
    pgy_config_free(&config);
    pgy_arena_free(&problems.arena);
    pgy_schema_free(&schema);
    return quiet;
}

static void test_quiet_of(void **state)
{
    (void)state;
    struct pgy_quiet none = quiet_of("[person]\ntimezone = America/New_York\n");
    assert_false(none.on);
    assert_int_equal(none.remind_at, 480);
    assert_int_equal(none.digest_at, -1);
    assert_int_equal(none.max_late, 86400);
    assert_false(none.oncall);
    assert_true(quiet_of("[quiet]\noncall = yes\n").oncall);
    struct pgy_quiet all = quiet_of(
        "[quiet]\nhours = 22:30-07:15\nremind_at = 09:05\ndigest_at = 18:00\nmax_late = 2h\n");
    assert_true(all.on);
    assert_int_equal(all.from, 22 * 60 + 30);
    assert_int_equal(all.to, 7 * 60 + 15);
    assert_int_equal(all.remind_at, 9 * 60 + 5);
    assert_int_equal(all.digest_at, 18 * 60);
    assert_int_equal(all.max_late, 7200);
}

/* Of [busy:id] the nights alone, with the day after; of very many the last ones. */
static void test_nights_of(void **state)
{
    char text[64 * 40];
    size_t len = 0;
    (void)state;
    struct pgy_quiet some = quiet_of("[quiet]\nnights_at = 15:30\n"
                                     "[busy:float]\nstart = 2027-01-04\nend = 2027-01-08\n"
                                     "kind = nights\n"
                                     "[busy:beach]\nstart = 2027-02-01\nend = 2027-02-05\n"
                                     "kind = vacation\n"
                                     "[busy:else]\nstart = 2027-03-01\nend = 2027-03-05\n");
    assert_int_equal(some.nights_at, 15 * 60 + 30);
    assert_int_equal(some.nnights, 1);
    /* 2027-01-04 is day 20822 */
    assert_int_equal(pgy_quiet_hour(&some, 20821), 8 * 60);
    assert_int_equal(pgy_quiet_hour(&some, 20822), 15 * 60 + 30);
    assert_int_equal(pgy_quiet_hour(&some, 20827), 15 * 60 + 30);
    assert_int_equal(pgy_quiet_hour(&some, 20828), 8 * 60);
    assert_int_equal(quiet_of("").nights_at, 16 * 60);
    for (int i = 0; i < PGY_NIGHTS + 1; i++)
        len += (size_t)snprintf(text + len, sizeof text - len,
                                "[busy:n%d]\nstart = %d-01-04\nend = %d-01-08\nkind = nights\n", i,
                                2027 + i, 2027 + i);
    struct pgy_quiet many = quiet_of(text);
    assert_int_equal(many.nnights, PGY_NIGHTS);
    assert_int_equal(pgy_quiet_hour(&many, 20822), 8 * 60);
    assert_int_equal(pgy_quiet_hour(&many, 20822 + 365), 16 * 60); /* 2028-01-04 */
}

/* ---- payloads ---- */

static void test_payload(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_due due = {.item = "offers/mercy",
                          .target = "2026-11-26",
                          .step = "-7d",
                          .at = utc("2026-11-19T13:00:00Z"),
                          .severity = PGYD_WARN,
                          .kind = PGYD_DEADLINE,
                          .stakes = PGYD_COSTLY,
                          .plugin = "offers",
                          .title = "Answer \"Mercy\"",
                          .detail = "a\nb\xc3\xa9",
                          .discreet = "an offer"};
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    assert_int_equal(pgy_tz_load("America/New_York", &tz), 0);
    const char *text = pgy_remind_payload(&due, "me", tz, due.at + 600, due.at + 600, arena);
    assert_string_equal(text, "{\"id\":\"offers/mercy\",\"plugin\":\"offers\",\"kind\":"
                              "\"deadline\",\"title\":\"Answer \\\"Mercy\\\"\",\"next\":\"\","
                              "\"hint\":\"an offer\",\"target\":\"2026-11-26\",\"step\":\"-7d\","
                              "\"severity\":\"warn\",\"stakes\":\"costly\",\"profile\":\"me\","
                              "\"detail\":\"a\\nb\xc3\xa9\","
                              "\"text\":\"Answer \\\"Mercy\\\": by Thu Nov 26 (7 days left)\","
                              "\"discreet\":\"An offer Thu Nov 26 (7 days left)\","
                              "\"due\":\"2026-11-19T13:00:00Z\",\"late\":false}");
    json_t *parsed =
        json_loads(pgy_remind_payload(&due, "me", tz, due.at + 601, due.at, arena), 0, NULL);
    assert_non_null(parsed);
    assert_true(json_is_true(json_object_get(parsed, "late")));
    /* What waited until now, as it was meant to, is not late. */
    due.leaves = due.at + 600;
    assert_non_null(
        strstr(pgy_remind_payload(&due, "me", tz, due.at + 1200, due.at, arena), "\"late\":false"));
    due.leaves = 0;
    assert_string_equal(json_string_value(json_object_get(parsed, "was_due")), "");
    json_decref(parsed);
    /* It leaves two days later; what to do next follows, at no level of detail but the discreet. */
    due.next = "Call";
    text = pgy_remind_payload(&due, "me", tz, due.at, due.at + 2 * 86400, arena);
    assert_non_null(strstr(text, "by Thu Nov 26 (5 days left). Next: Call\""));
    assert_non_null(strstr(text, "\"An offer Thu Nov 26 (5 days left)\""));
    /* five in the afternoon in Chicago is six in New York */
    due.target = "2026-11-26T17:00 America/Chicago";
    text = pgy_remind_payload(&due, "me", tz, due.at, due.at + 7 * 86400, arena);
    assert_non_null(strstr(text, "by Thu Nov 26, 6 PM (last day). Next: Call\""));
    due.target = "2026-11-18";
    text = pgy_remind_payload(&due, "me", tz, due.at, due.at, arena);
    assert_non_null(strstr(text, "was due Wed Nov 18 (1 day ago)"));
    assert_non_null(strstr(text, "\"An offer: was due Wed Nov 18 (1 day ago)\""));
    due.discreet = "an offer answer is due";
    text = pgy_remind_payload(&due, "me", tz, due.at, due.at, arena);
    assert_non_null(strstr(text, "\"An offer answer was due Wed Nov 18 (1 day ago)\""));
    due.kind = 0;
    due.item = "";
    due.step = "digest";
    text = pgy_remind_payload(&due, "me", tz, due.at + 700, due.at + 700, arena);
    assert_non_null(strstr(text, "\"kind\":\"digest\""));
    assert_non_null(strstr(text, "\"was_due\":\"Thu Nov 19, 8 AM\""));
    due.step = "config";
    due.detail = "\xff";
    text = pgy_remind_payload(&due, "me", tz, due.at, due.at, arena);
    assert_non_null(strstr(text, "\"kind\":\"notice\""));
    assert_non_null(strstr(text, "\"detail\":\"?\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_release),  cmocka_unit_test(test_calls),
        cmocka_unit_test(test_quiet_of), cmocka_unit_test(test_nights_of),
        cmocka_unit_test(test_payload),
    };
    return cmocka_run_group_tests_name("quiet", tests, NULL, NULL);
}
