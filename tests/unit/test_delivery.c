/* SPDX-License-Identifier: BSD-2-Clause */
/* Quiet hours, retries, verdicts, payloads: src/remind's other half. */
#define _GNU_SOURCE /* strptime, timegm */
#include "remind/remind.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
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
    struct pgy_due due = {.severity = PGYD_WARN, .expires = utc("2026-11-20T12:00:00Z")};
    assert_int_equal(pgy_remind_release(&night, tz, &due, utc("2026-11-20T04:00:00Z")),
                     utc("2026-11-20T12:00:00Z"));
    due.expires--;
    assert_int_equal(pgy_remind_release(&night, tz, &due, utc("2026-11-20T04:00:00Z")),
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

/* ---- retries ---- */

static void test_delays(void **state)
{
    /* Standard Webhooks: 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h; a fifth less, even, a
     * fifth more. */
    static const struct {
        uint32_t attempts;
        int64_t least, even, most;
    } table[] = {
        {0, 4, 5, 6},
        {1, 4, 5, 6},
        {2, 240, 300, 360},
        {3, 1440, 1800, 2160},
        {4, 5760, 7200, 8640},
        {5, 14400, 18000, 21600},
        {6, 28800, 36000, 43200},
        {7, 40320, 50400, 60480},
        {8, 57600, 72000, 86400},
        {9, 69120, 86400, 103680},
        {10, 69120, 86400, 103680},
        {UINT32_MAX, 69120, 86400, 103680},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        assert_int_equal(pgy_retry_delay(table[i].attempts, 0.0), table[i].least);
        assert_int_equal(pgy_retry_delay(table[i].attempts, 0.5), table[i].even);
        assert_int_equal(pgy_retry_delay(table[i].attempts, 1.0), table[i].most);
    }
}

#define FOREVER INT64_MAX

static void test_verdicts(void **state)
{
    /* now is 1000 throughout, random 0.5. */
    static const struct {
        enum pgy_outcome outcome;
        uint32_t attempts;
        int64_t retry_after, expires;
        uint32_t failures;
        enum pgy_outbox_state state;
        int64_t next_try, pause;
        bool counts;
    } table[] = {
        {PGY_DELIVERED, 1, -1, 9000, 7, PGY_OUT_SENT, 0, 0, true},
        {PGY_DELIVERED, 1, -1, 500, 0, PGY_OUT_SENT, 0, 0, true}, /* arrived late is arrived */
        /* transient: the schedule, Retry-After, the expiry */
        {PGY_TRANSIENT, 1, -1, 9000, 0, PGY_OUT_QUEUED, 1005, 0, true},
        {PGY_TRANSIENT, 2, -1, 9000, 0, PGY_OUT_QUEUED, 1300, 0, true},
        {PGY_TRANSIENT, 2, 400, 9000, 0, PGY_OUT_QUEUED, 1400, 0, true},
        {PGY_TRANSIENT, 2, 100, 9000, 0, PGY_OUT_QUEUED, 1300, 0, true},
        {PGY_TRANSIENT, 1, 999999, FOREVER, 0, PGY_OUT_QUEUED, 1000 + 86400, 0, true},
        {PGY_TRANSIENT, 2, -1, 1200, 0, PGY_OUT_QUEUED, 1200, 0, true}, /* one last time */
        {PGY_TRANSIENT, 2, 200, 1200, 0, PGY_OUT_QUEUED, 1200, 0, true},
        {PGY_TRANSIENT, 2, 201, 1200, 0, PGY_OUT_MISSED, 0, 0, true},
        {PGY_TRANSIENT, 2, -1, 1001, 0, PGY_OUT_QUEUED, 1001, 0, true},
        {PGY_TRANSIENT, 2, -1, 1000, 0, PGY_OUT_MISSED, 0, 0, true},
        {PGY_TRANSIENT, 9, -1, FOREVER, 0, PGY_OUT_QUEUED, 1000 + 86400, 0, true},
        {PGY_TRANSIENT, 10, -1, FOREVER, 0, PGY_OUT_FAILED, 0, 0, true},
        {PGY_TRANSIENT, 10, -1, 900, 0, PGY_OUT_MISSED, 0, 0, true},
        /* the breaker: the fifth failure in a row opens it, a minute, two, four … an hour */
        {PGY_TRANSIENT, 1, -1, 9000, 3, PGY_OUT_QUEUED, 1005, 0, true},
        {PGY_TRANSIENT, 1, -1, 9000, 4, PGY_OUT_QUEUED, 1005, 1060, true},
        {PGY_TRANSIENT, 1, -1, 9000, 5, PGY_OUT_QUEUED, 1005, 1120, true},
        {PGY_TRANSIENT, 1, -1, 9000, 9, PGY_OUT_QUEUED, 1005, 1000 + 1920, true},
        {PGY_TRANSIENT, 1, -1, 9000, 10, PGY_OUT_QUEUED, 1005, 1000 + 3600, true},
        {PGY_TRANSIENT, 1, -1, 9000, UINT32_MAX - 1, PGY_OUT_QUEUED, 1005, 1000 + 3600, true},
        /* returned untried: at once again, the endpoint is left as it is, no attempt is spent; over
           at its expiry like any other */
        {PGY_RETURNED, 1, -1, 9000, 0, PGY_OUT_QUEUED, 1000, 0, false},
        {PGY_RETURNED, 50, -1, 9000, 9, PGY_OUT_QUEUED, 1000, 0, false},
        {PGY_RETURNED, 1, -1, 1001, 0, PGY_OUT_QUEUED, 1000, 0, false},
        {PGY_RETURNED, 1, -1, 1000, 0, PGY_OUT_MISSED, 0, 0, false},
        /* throttled: the endpoint rests, no attempt is spent */
        {PGY_THROTTLED, 1, 30, 9000, 0, PGY_OUT_QUEUED, 1030, 1030, false},
        {PGY_THROTTLED, 50, 30, 9000, 9, PGY_OUT_QUEUED, 1030, 1030, false},
        {PGY_THROTTLED, 1, -1, 9000, 0, PGY_OUT_QUEUED, 1060, 1060, false},
        {PGY_THROTTLED, 1, 0, 9000, 0, PGY_OUT_QUEUED, 1060, 1060, false},
        {PGY_THROTTLED, 1, 999999, FOREVER, 0, PGY_OUT_QUEUED, 1000 + 86400, 1000 + 86400, false},
        {PGY_THROTTLED, 1, 300, 1299, 0, PGY_OUT_MISSED, 0, 1300, false},
        {PGY_THROTTLED, 1, 300, 1300, 0, PGY_OUT_QUEUED, 1300, 1300, false},
        {PGY_MESSAGE_FATAL, 1, -1, 9000, 0, PGY_OUT_FAILED, 0, 0, true},
        /* the endpoint is wrong: its queue stays until the person acts */
        {PGY_ENDPOINT_FATAL, 1, -1, 9000, 0, PGY_OUT_QUEUED, 1000, FOREVER, true},
        {PGY_ENDPOINT_FATAL, 1, -1, 1000, 0, PGY_OUT_MISSED, 0, FOREVER, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct pgy_verdict v =
            pgy_remind_verdict(table[i].outcome, table[i].attempts, table[i].retry_after,
                               table[i].expires, 1000, table[i].failures, 0.5);
        if (v.state != table[i].state || v.next_try != table[i].next_try ||
            v.pause_endpoint != table[i].pause)
            print_error("row %zu: state %d next %lld pause %lld\n", i, (int)v.state,
                        (long long)v.next_try, (long long)v.pause_endpoint);
        assert_int_equal(v.state, table[i].state);
        assert_true(v.next_try == table[i].next_try);
        assert_true(v.pause_endpoint == table[i].pause);
        assert_int_equal(v.attempt_counts, table[i].counts);
    }
}

/* A thousand messages that failed together do not come back together (architecture 11). */
static void test_spread(void **state)
{
    (void)state;
    int most = 0, counts[121] = {0};
    for (int i = 0; i < 1000; i++) {
        int64_t delay = pgy_retry_delay(2, i / 1000.0);
        assert_in_range(delay, 240, 360);
        int *count = &counts[delay - 240];
        if (++*count > most)
            most = *count;
    }
    assert_in_range(most, 1, 10);
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
                          .plugin = "offers",
                          .title = "Answer \"Mercy\"",
                          .detail = "a\nb\xc3\xa9",
                          .discreet = "an offer"};
    const char *text = pgy_remind_payload(&due, "me", due.at + 600, arena);
    assert_string_equal(text,
                        "{\"id\":\"offers/"
                        "mercy\",\"profile\":\"me\",\"plugin\":\"offers\",\"kind\":\"deadline\","
                        "\"title\":\"Answer \\\"Mercy\\\"\","
                        "\"detail\":\"a\\nb\xc3\xa9\",\"discreet\":\"an "
                        "offer\",\"target\":\"2026-11-26\",\"step\":\"-7d\",\"severity\":\"warn\","
                        "\"due\":\"2026-11-19T13:00:00Z\",\"late\":false}");
    json_t *parsed = json_loads(pgy_remind_payload(&due, "me", due.at + 601, arena), 0, NULL);
    assert_non_null(parsed);
    assert_true(json_is_true(json_object_get(parsed, "late")));
    json_decref(parsed);
    due.kind = 0;
    due.step = "digest";
    assert_non_null(strstr(pgy_remind_payload(&due, "me", due.at, arena), "\"kind\":\"digest\""));
    due.step = "config";
    due.detail = "\xff";
    text = pgy_remind_payload(&due, "me", due.at, arena);
    assert_non_null(strstr(text, "\"kind\":\"notice\""));
    assert_non_null(strstr(text, "\"detail\":\"?\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_release),  cmocka_unit_test(test_calls),
        cmocka_unit_test(test_quiet_of), cmocka_unit_test(test_delays),
        cmocka_unit_test(test_verdicts), cmocka_unit_test(test_spread),
        cmocka_unit_test(test_payload),
    };
    return cmocka_run_group_tests_name("delivery", tests, NULL, NULL);
}
