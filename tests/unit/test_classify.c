/* SPDX-License-Identifier: BSD-2-Clause */
/* Every status of every target, and Retry-After. */
#include "courier/target.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* cmocka wants those first. */
#include <cmocka.h>

enum { NOW = 1795341600 }; /* Sun, 22 Nov 2026 10:00:00 GMT */

/* The table of pgyd-webhook(7). D delivered, E endpoint, M message, T transient, H throttled
 * (hold). */
static const struct {
    int from, to;
    char class;
} classes[] = {
    {100, 199, 'T'}, {200, 299, 'D'}, {300, 399, 'E'}, {400, 400, 'M'}, {401, 405, 'E'},
    {406, 406, 'M'}, {407, 407, 'E'}, {408, 408, 'T'}, {409, 409, 'M'}, {410, 410, 'E'},
    {411, 420, 'M'}, {421, 421, 'T'}, {422, 422, 'M'}, {423, 423, 'T'}, {424, 424, 'M'},
    {425, 425, 'T'}, {426, 428, 'M'}, {429, 429, 'H'}, {430, 450, 'M'}, {451, 451, 'E'},
    {452, 499, 'M'}, {500, 599, 'T'},
};

static char letter(enum pgy_outcome outcome)
{
    static const char letters[] = {[PGY_DELIVERED] = 'D',
                                   [PGY_TRANSIENT] = 'T',
                                   [PGY_THROTTLED] = 'H',
                                   [PGY_MESSAGE_FATAL] = 'M',
                                   [PGY_ENDPOINT_FATAL] = 'E'};
    return letters[outcome];
}

static struct pgy_result judge(const char *target, struct pgy_answer answer,
                               struct pgy_arena *arena)
{
    struct pgy_message message = {.row = 5, .attempt = 2, .endpoint = "phone"};
    struct pgy_result result;
    pgy_target_find(target)->judge(&answer, &message, NOW, arena, &result);
    assert_int_equal(result.row, 5);
    assert_int_equal(result.attempt, 2);
    return result;
}

static void every_status(const char *target, const char *body, char success)
{
    struct pgy_arena *arena = pgy_arena_new();
    int seen = 0;
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        for (int status = classes[i].from; status <= classes[i].to; status++, seen++) {
            char want = classes[i].class == 'D' ? success : classes[i].class;
            struct pgy_result plain =
                judge(target, (struct pgy_answer){.status = status, .body = body}, arena);
            struct pgy_result held = judge(
                target, (struct pgy_answer){.status = status, .body = body, .retry_after = "30"},
                arena);
            if (letter(plain.outcome) != want ||
                letter(held.outcome) != (status == 503 ? 'H' : want))
                fail_msg("%s %d: %c, and with Retry-After %c", target, status,
                         letter(plain.outcome), letter(held.outcome));
            assert_int_equal(plain.status, status);
            assert_int_equal(plain.retry_after, -1);
            assert_int_equal(held.retry_after, want == 'D' || status / 100 == 2 ? -1 : 30);
            assert_int_equal(plain.error[0] == '\0', want == 'D');
        }
    }
    assert_int_equal(seen, 500);
    pgy_arena_free(&arena);
}

static void every_status_of_every_target(void **state)
{
    (void)state;
    every_status("webhook", "", 'D');
    every_status("ntfy", "{\"id\":\"x\"}", 'D');
    every_status("slack", "ok", 'D');
    every_status("slack", "ok\n", 'D');
    every_status("slack", "", 'T');
    every_status("slack", "okay", 'T');
    every_status("slack", "ok then", 'T');
    every_status("slack", "<html>ok</html>", 'T');
}

static void no_answer_is_transient_unless_blocked(void **state)
{
    struct pgy_arena *arena = pgy_arena_new();
    (void)state;
    struct pgy_result r =
        judge("webhook", (struct pgy_answer){.body = "", .trouble = "no whole answer"}, arena);
    assert_int_equal(r.outcome, PGY_TRANSIENT);
    assert_string_equal(r.error, "no whole answer");
    r = judge("slack", (struct pgy_answer){.body = "", .trouble = "not connected", .blocked = true},
              arena);
    assert_int_equal(r.outcome, PGY_ENDPOINT_FATAL);
    pgy_arena_free(&arena);
}

static void redirects_say_where(void **state)
{
    struct pgy_arena *arena = pgy_arena_new();
    (void)state;
    struct pgy_result r = judge(
        "webhook",
        (struct pgy_answer){.status = 301, .body = "", .moved_to = "https://new.example"}, arena);
    assert_string_equal(r.error, "the receiver answered 301 and points to https://new.example; "
                                 "redirects are not followed: set [notify:phone] url to the "
                                 "new place");
    r = judge("webhook", (struct pgy_answer){.status = 410, .body = ""}, arena);
    assert_string_equal(r.error,
                        "the receiver answered 410: it was closed for good; check [notify:phone]");
    pgy_arena_free(&arena);
}

/* ntfy 42908: the quota comes back at midnight UTC, fourteen hours after NOW; 42901 is the usual
 * limit. */
static void ntfy_quota_waits_for_midnight(void **state)
{
    struct pgy_arena *arena = pgy_arena_new();
    (void)state;
    struct pgy_result r =
        judge("ntfy",
              (struct pgy_answer){
                  .status = 429, .body = "{\"code\":42908,\"http\":429}", .retry_after = "5"},
              arena);
    assert_int_equal(r.outcome, PGY_THROTTLED);
    assert_int_equal(r.retry_after, 14 * 3600);
    r = judge("ntfy",
              (struct pgy_answer){
                  .status = 429, .body = "{\"code\":42901,\"http\":429}", .retry_after = "5"},
              arena);
    assert_int_equal(r.retry_after, 5);
    r = judge("ntfy", (struct pgy_answer){.status = 429, .body = "{\"code\":429"}, arena);
    assert_int_equal(r.retry_after, -1);
    r = judge("ntfy", (struct pgy_answer){.status = 400, .body = "{\"code\":42908}"}, arena);
    assert_int_equal(r.retry_after, -1);
    pgy_arena_free(&arena);
}

static void retry_after_is_read_by_ourselves(void **state)
{
    static const struct {
        const char *header;
        int64_t seconds;
    } rows[] = {
        {"0", 0},
        {"1", 1},
        {"120", 120},
        {"86399", 86399},
        {"86400", 86400},
        {"86401", 86400},
        {"99999999999999999999999", 86400},
        {"18446744073709551617", 86400},
        {"0.65", 1},
        {"2.0", 2},
        {"2.000", 2},
        {"2.01", 3},
        {"3.", 3},
        {"-120", -1},
        {"+5", -1},
        {"", -1},
        {"5x", -1},
        {"5 ", -1},
        {"0x10", -1},
        {"soon", -1},
        {"1e3", -1},
        {"NaN", -1},
        /* One instant in the three forms of RFC 9110 5.6.7: 10:02:03, so 123 s from NOW. */
        {"Sun, 22 Nov 2026 10:02:03 GMT", 123},
        {"Sunday, 22-Nov-26 10:02:03 GMT", 123},
        {"Sun Nov 22 10:02:03 2026", 123},
        {"Sun, 22 Nov 2026 10:00:00 GMT", 0},
        {"Sun, 22 Nov 2026 10:00:01 GMT", 1},
        {"Sun, 22 Nov 2026 09:59:59 GMT", 0},
        {"Wed, 21 Oct 2015 07:28:00 GMT", 0},
        {"Mon, 23 Nov 2026 09:59:59 GMT", 86399},
        {"Fri, 31 Dec 9999 23:59:59 GMT", 86400},
        {"Sun, 22 Nov 2026 10:02:03", -1},
        {"Sun, 22 Nov 2026 10:02:03 GMT x", -1},
        {"Sun, 22 Foo 2026 10:02:03 GMT", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t got = pgy_retry_after(rows[i].header, NOW);
        if (got != rows[i].seconds)
            fail_msg("'%s': %" PRId64 " instead of %" PRId64, rows[i].header, got, rows[i].seconds);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_of_every_target),
        cmocka_unit_test(no_answer_is_transient_unless_blocked),
        cmocka_unit_test(redirects_say_where),
        cmocka_unit_test(ntfy_quota_waits_for_midnight),
        cmocka_unit_test(retry_after_is_read_by_ourselves),
    };
    return cmocka_run_group_tests_name("classify", tests, NULL, NULL);
}
