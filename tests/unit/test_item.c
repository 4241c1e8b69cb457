/* SPDX-License-Identifier: BSD-2-Clause */
/* Items of plugins: what is taken, refused, filled in; frames and back; hashes and words. What is
 * at stake is test_item_stakes.c's. */
#include "item_fixture.h"

#include <stdlib.h>

static void test_identity(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgyd_item in = plain();
    struct pgy_item item;
    (void)state;
    assert_int_equal(pgy_item_from_plugin(&in, "offers", arena, &item, NULL), 0);
    assert_string_equal(item.id, "offers/mercy-answer-by");
    in.occurrence = "2026-11";
    assert_int_equal(pgy_item_from_plugin(&in, "offers", arena, &item, NULL), 0);
    assert_string_equal(item.id, "offers/mercy-answer-by@2026-11");
    assert_int_equal(item.severity, PGYD_INFO);
    assert_int_equal(item.confidence, PGYD_CONFIRMED);
    assert_int_equal(item.end, nov30);
    assert_ptr_not_equal(item.title, in.title);
    assert_int_equal(pgy_item_from_plugin(&in, "offers", NULL, &item, NULL), 0);
    assert_ptr_equal(item.title, in.title);
}

static void test_texts(void **state)
{
    static char long_text[PGY_ITEM_DETAIL + 2];
    static const char *const bad_slugs[] = {"",    "Mercy", "a b",      "a/b",
                                            "a_b", "a@b",   "\xc3\xa9", "a\n"};
    struct pgyd_item in = plain();
    (void)state;
    for (size_t i = 0; i < sizeof bad_slugs / sizeof bad_slugs[0]; i++) {
        in.slug = bad_slugs[i];
        assert_refused(in, "slug");
    }
    in.slug = NULL;
    assert_refused(in, "slug");
    fill(long_text, 80, 'a');
    in.slug = long_text;
    assert_ok(in);
    fill(long_text, 81, 'a');
    assert_refused(in, "slug");
    in = plain();
    fill(long_text, 24, '1');
    in.occurrence = long_text;
    assert_ok(in);
    fill(long_text, 25, '1');
    assert_refused(in, "occurrence");
    in.occurrence = "1.2";
    assert_refused(in, "occurrence");
    in = plain();
    fill(long_text, PGY_ITEM_TITLE, 'x');
    in.title = long_text;
    assert_ok(in);
    fill(long_text, PGY_ITEM_TITLE + 1, 'x');
    assert_refused(in, "title");
    static const char *const bad_titles[] = {"",        "a\nb",         "a\rb", "a\tb",
                                             "caf\xe9", "\xed\xa0\x80", "\x7f", "\xc2\x85"};
    for (size_t i = 0; i < sizeof bad_titles / sizeof bad_titles[0]; i++) {
        in.title = bad_titles[i];
        assert_refused(in, "title");
    }
    in = plain();
    in.detail = "two\nlines";
    assert_ok(in);
    in.detail = "two\r\nlines";
    assert_refused(in, "detail");
    fill(long_text, PGY_ITEM_DETAIL, 'x');
    in.detail = long_text;
    assert_ok(in);
    fill(long_text, PGY_ITEM_DETAIL + 1, 'x');
    assert_refused(in, "detail");
}

static void test_times(void **state)
{
    struct pgyd_item in = plain();
    (void)state;
    in.end = nov30 - 1;
    assert_refused(in, "ends before it starts");
    in.end = nov30;
    assert_ok(in);
    in.end = nov30 + 1;
    assert_ok(in);
    in = plain();
    in.start = PGYD_NO_DAY;
    assert_refused(in, "start is not a day");
    in.start = -25567; /* 1900-01-01 */
    assert_ok(in);
    in.start = -25568;
    assert_refused(in, "start is not a day");
    in.start = 2932896; /* 9999-12-31 */
    assert_ok(in);
    in.start = 2932897;
    assert_refused(in, "start is not a day");
    in = plain();
    in.start_minute = 1439;
    assert_ok(in);
    in.start_minute = 1440;
    assert_refused(in, "minute");
    in.start_minute = -2;
    assert_refused(in, "minute");
    in.start_minute = -1;
    in.end_minute = 60;
    assert_refused(in, "no start time");
    in.start_minute = 61;
    assert_refused(in, "ends before it starts");
    in.end = nov30 + 1;
    assert_ok(in);
}

static void test_enums(void **state)
{
    struct pgyd_item in = plain();
    (void)state;
    in.kind = 0;
    assert_refused(in, "kind");
    in.kind = 7;
    assert_refused(in, "kind");
    in = plain();
    in.severity = 4;
    assert_refused(in, "severity");
    in = plain();
    in.confidence = 4;
    assert_refused(in, "confidence");
    in = plain();
    in.flags = 32;
    assert_refused(in, "flags");
    in.flags = 31;
    assert_ok(in);
    in = plain();
    in.stakes = 4;
    assert_ok(in);
    in.stakes = 5;
    assert_refused(in, "its stakes are unknown");
    in = plain();
    in.nrefs = 17;
    assert_refused(in, "refs");
    in.nrefs = 1;
    assert_refused(in, "refs");
    in = plain();
    in.nsteps = 17;
    assert_refused(in, "steps");
    in = plain();
    in.size = 8;
    assert_refused(in, "size");
}

static void test_ladders(void **state)
{
    const struct pgyd_step mixed[] = {{0, 'd', PGYD_CRITICAL},
                                      {-1, 'm', PGYD_WARN},
                                      {2, 'w', PGYD_INFO},
                                      {-31, 'd', PGYD_INFO},
                                      {-6, 'm', PGYD_INFO}};
    const struct pgyd_step twice[] = {{-7, 'd', PGYD_INFO}, {-7, 'd', PGYD_WARN}};
    const struct pgyd_step silent[] = {{-7, 'd', 0}};
    const struct pgyd_step wrong[] = {{-7, 'h', PGYD_INFO},
                                      {-7, 'd', PGYD_CRITICAL + 1},
                                      {40000, 'd', PGYD_INFO},
                                      {-200, 'y', PGYD_INFO},
                                      {-7, 0, PGYD_INFO}};
    struct pgyd_item in = plain();
    struct pgy_item item;
    (void)state;
    assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
    assert_ladder(&item, "");
    in.kind = PGYD_DEADLINE; /* what its stakes ring is test_stakes.c's */
    assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
    assert_ladder(&item, "");
    in.steps = mixed;
    in.nsteps = 5;
    in.flags = PGYD_ITEM_NO_LADDER;
    assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
    assert_ladder(&item, "");
    in.flags = 0;
    /* Nov 30 less a month is Oct 30; less 31 days is Oct 30 too: the order given decides. */
    assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
    assert_ladder(&item, "-6mo:info -1mo:warn -31d:info 0d:critical 2w:info");
    in.steps = twice;
    in.nsteps = 2;
    assert_refused(in, "the same");
    in.steps = silent; /* the host knows how loud */
    in.nsteps = 1;
    assert_ok(in);
    for (size_t i = 0; i < 5; i++) {
        in.steps = &wrong[i];
        in.nsteps = 1;
        assert_refused(in, "step");
    }
}

static struct pgy_item rich(struct pgy_arena *arena)
{
    static const char *const refs[] = {"S0-22", "S0-23"};
    static const struct pgyd_step steps[] = {{-2, 'w', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}};
    struct pgyd_item in = plain();
    struct pgy_item item;
    in.occurrence = "4";
    in.detail = "one\ntwo — three";
    in.start_minute = 540;
    in.end_minute = 600;
    in.zone = "America/Chicago";
    in.source = "the board";
    in.refs = refs;
    in.nrefs = 2;
    in.steps = steps;
    in.nsteps = 2;
    in.flags = PGYD_ITEM_BUSY | PGYD_ITEM_CONFIDENTIAL;
    in.severity = PGYD_WARN;
    in.confidence = PGYD_PATTERN;
    in.done_log = "contact alvarez";
    in.stakes = PGYD_FATAL;
    in.by = nov30 + 3;
    in.about = "offer:mercy";
    in.next = "Ask Mercy for the full contract";
    in.why = "Nothing holds the job after that day.";
    assert_int_equal(pgy_item_from_plugin(&in, "offers", arena, &item, NULL), 0);
    return item;
}

static void test_round_trip(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    struct pgy_item item = rich(arena), back;
    struct pgy_frame frame;
    size_t used;
    (void)state;
    pgy_item_put(&buf, ITEM_FRAME, &item);
    assert_int_equal(pgy_frame_cut(buf.data, buf.len, MAX_BYTES, &frame, &used), 0);
    assert_int_equal(pgy_item_get(&frame, "offers", arena, &back, NULL), 0);
    assert_string_equal(back.id, "offers/mercy-answer-by@4");
    assert_string_equal(back.detail, "one\ntwo — three");
    assert_string_equal(back.zone, "America/Chicago");
    assert_string_equal(back.done_log, "contact alvarez");
    assert_string_equal(back.refs[1], "S0-23");
    assert_int_equal(back.start_minute, 540);
    assert_int_equal(back.end_minute, 600);
    assert_int_equal(back.flags, PGYD_ITEM_BUSY | PGYD_ITEM_CONFIDENTIAL);
    assert_ladder(&back, "-2w:warn 0d:critical");
    assert_int_equal(back.stakes, PGYD_FATAL);
    assert_int_equal(back.by, nov30 + 3);
    assert_string_equal(back.about, "offer:mercy");
    assert_string_equal(back.next, "Ask Mercy for the full contract");
    assert_string_equal(back.why, "Nothing holds the job after that day.");
    assert_true(pgy_item_hash(&back) == pgy_item_hash(&item));
}

/* Every frame cut short is refused, but where it ended before stakes; every frame with one byte
 * changed is refused or gives an item that holds. */
static void test_damaged_frames(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    struct pgy_item item = rich(arena), back;
    struct pgy_frame whole;
    /* stakes, by, and three texts, each behind its length */
    const size_t added =
        4 + 8 + 4 + strlen(item.about) + 4 + strlen(item.next) + 4 + strlen(item.why);
    size_t used, refused = 0;
    (void)state;
    pgy_item_put(&buf, ITEM_FRAME, &item);
    assert_int_equal(pgy_frame_cut(buf.data, buf.len, MAX_BYTES, &whole, &used), 0);
    for (size_t len = 0; len < whole.len; len++) {
        struct pgy_frame frame = {.type = whole.type, .data = whole.data, .len = len};
        const char *why = NULL;
        const int rc = pgy_item_get(&frame, "offers", arena, &back, &why);
        assert_int_equal(rc, len == whole.len - added ? 0 : PGY_EPARSE);
        assert_true(rc == 0 || why);
    }
    for (size_t i = 5; i < buf.len; i++) {
        for (int bit = 0; bit < 8; bit++) {
            buf.data[i] = (char)(buf.data[i] ^ 1 << bit);
            struct pgy_frame frame = {.type = whole.type, .data = whole.data, .len = whole.len};
            if (pgy_item_get(&frame, "offers", arena, &back, NULL) < 0)
                refused++;
            else
                assert_true(back.end >= back.start && back.nsteps <= PGY_ITEM_STEPS &&
                            back.nrefs <= PGY_ITEM_REFS && *back.title &&
                            back.stakes >= PGYD_CONTEXT && back.stakes <= PGYD_FATAL);
            buf.data[i] = (char)(buf.data[i] ^ 1 << bit);
        }
    }
    assert_true(refused > buf.len);
}

static void test_hash(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_item item = rich(arena);
    uint64_t hash = pgy_item_hash(&item);
    struct pgy_item other;
    (void)state;
#define CHANGES(field, value)                                                                      \
    other = item;                                                                                  \
    other.field = value;                                                                           \
    assert_true(pgy_item_hash(&other) != hash)
#define KEEPS(field, value)                                                                        \
    other = item;                                                                                  \
    other.field = value;                                                                           \
    assert_true(pgy_item_hash(&other) == hash)
    CHANGES(title, "Other");
    CHANGES(detail, NULL);
    CHANGES(start, nov30 - 1);
    CHANGES(end, nov30 + 1);
    CHANGES(start_minute, 541);
    CHANGES(zone, NULL);
    CHANGES(source, "another");
    CHANGES(refs[0], "S0-24");
    CHANGES(steps[0].n, -3);
    CHANGES(steps[1].severity, PGYD_WARN);
    CHANGES(flags, 0);
    CHANGES(confidence, PGYD_CONFIRMED);
    CHANGES(id, "offers/other");
    KEEPS(days, 4);
    KEEPS(state, PGY_OVERDUE);
    KEEPS(sequence, 9);
    KEEPS(revised, 99);
    KEEPS(done_log, NULL);
    /* What is at stake shows in the alarms, which are the timeline's. */
    for (uint16_t stakes = PGYD_CONTEXT; stakes <= PGYD_FATAL; stakes++) {
        KEEPS(stakes, stakes);
    }
    KEEPS(by, nov30 + 99);
    KEEPS(about, NULL);
    KEEPS(next, NULL);
    KEEPS(why, "Another reason.");
    KEEPS(snoozed_until, nov30);
}

static void test_words(void **state)
{
    uint16_t value = 0;
    char text[16];
    (void)state;
    assert_string_equal(pgy_kind_text(PGYD_DEADLINE), "deadline");
    assert_string_equal(pgy_kind_text(99), "unknown");
    assert_string_equal(pgy_state_text(PGY_CANCELLED), "cancelled");
    assert_string_equal(pgy_state_text(PGY_MISSED), "missed");
    assert_string_equal(pgy_state_text(PGY_LAPSED), "lapsed");
    assert_string_equal(pgy_stakes_text(PGYD_CONTEXT), "context");
    assert_string_equal(pgy_stakes_text(PGYD_USEFUL), "useful");
    assert_string_equal(pgy_stakes_text(PGYD_COSTLY), "costly");
    assert_string_equal(pgy_stakes_text(PGYD_FATAL), "fatal");
    assert_string_equal(pgy_stakes_text(5), "unknown");
    assert_string_equal(pgy_confidence_text(PGYD_PATTERN), "pattern");
    assert_int_equal(pgy_kind_parse("habit", &value), 0);
    assert_int_equal(value, PGYD_HABIT);
    assert_int_equal(pgy_severity_parse("critical", &value), 0);
    assert_int_equal(value, PGYD_CRITICAL);
    assert_int_equal(pgy_severity_parse("", &value), PGY_EPARSE);
    assert_string_equal(pgy_step_text((struct pgyd_step){-6, 'm', 1}, text), "-6mo");
    assert_string_equal(pgy_step_text((struct pgyd_step){0, 'd', 1}, text), "0d");
}

static void test_order(void **state)
{
    struct pgy_item a = {.id = "a/b", .start = 10, .start_minute = -1},
                    b = {.id = "a/a", .start = 11, .start_minute = -1};
    (void)state;
    assert_true(pgy_item_compare(&a, &b) < 0);
    b.start = 10;
    assert_true(pgy_item_compare(&a, &b) > 0);
    b.start_minute = 0;
    assert_true(pgy_item_compare(&a, &b) < 0);
    assert_int_equal(pgy_item_compare(&a, &a), 0);
}

static void test_clock_and_json(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_item item = rich(arena);
    (void)state;
    /* date -d 'TZ="America/Chicago" 2026-11-30 09:00' +%s */
    assert_int_equal(pgy_item_instant(&item, pgy_tz_utc()), 1796050800);
    json_t *json = pgy_item_json(&item, pgy_tz_utc(), NULL);
    assert_string_equal(json_string_value(json_object_get(json, "start")),
                        "2026-11-30T09:00:00-06:00");
    assert_string_equal(json_string_value(json_object_get(json, "end")),
                        "2026-11-30T10:00:00-06:00");
    assert_string_equal(json_string_value(json_object_get(json, "kind")), "milestone");
    assert_string_equal(json_string_value(json_object_get(json, "confidence")), "pattern");
    assert_true(json_is_false(json_object_get(json, "all_day")));
    assert_int_equal(json_array_size(json_object_get(json, "refs")), 2);
    assert_int_equal(json_array_size(json_object_get(json, "remind")), 0);
    assert_string_equal(json_string_value(json_object_get(json, "stakes")), "fatal");
    assert_string_equal(json_string_value(json_object_get(json, "by")), "2026-12-03");
    assert_string_equal(json_string_value(json_object_get(json, "about")), "offer:mercy");
    assert_string_equal(json_string_value(json_object_get(json, "next")),
                        "Ask Mercy for the full contract");
    assert_string_equal(json_string_value(json_object_get(json, "why")),
                        "Nothing holds the job after that day.");
    json_decref(json);
    item.start_minute = item.end_minute = -1;
    assert_int_equal(pgy_item_instant(&item, pgy_tz_utc()), (int64_t)nov30 * 86400);
    json = pgy_item_json(&item, pgy_tz_utc(), NULL);
    assert_string_equal(json_string_value(json_object_get(json, "start")), "2026-11-30");
    assert_true(json_is_true(json_object_get(json, "all_day")));
    json_decref(json);
    /* A deadline at five: harm is final at five. */
    item.start_minute = 17 * 60;
    item.by = item.end;
    item.about = item.next = item.why = NULL;
    json = pgy_item_json(&item, pgy_tz_utc(), NULL);
    assert_string_equal(json_string_value(json_object_get(json, "by")),
                        "2026-11-30T17:00:00-06:00");
    assert_true(json_is_null(json_object_get(json, "about")));
    assert_true(json_is_null(json_object_get(json, "next")));
    assert_true(json_is_null(json_object_get(json, "why")));
    json_decref(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_identity),       cmocka_unit_test(test_texts),
        cmocka_unit_test(test_times),          cmocka_unit_test(test_enums),
        cmocka_unit_test(test_ladders),

        cmocka_unit_test(test_round_trip),

        cmocka_unit_test(test_damaged_frames), cmocka_unit_test(test_hash),
        cmocka_unit_test(test_words),          cmocka_unit_test(test_order),
        cmocka_unit_test(test_clock_and_json),
    };
    return cmocka_run_group_tests_name("item", tests, NULL, NULL);
}
