/* SPDX-License-Identifier: BSD-2-Clause */
/* What is at stake in an item: filled in, refused, and read from what pgyd 0.1 stored. The ladders
 * it makes are test_stakes.c's. */
#include "item_fixture.h"

#include <stddef.h>

/* What the plugin does not say: by kind, and in time for its last day. */
static void test_stakes_of_kinds(void **state)
{
    static const uint16_t stakes[] = {
        [PGYD_MILESTONE] = PGYD_USEFUL, [PGYD_WINDOW] = PGYD_USEFUL, [PGYD_DEADLINE] = PGYD_COSTLY,
        [PGYD_REMINDER] = PGYD_USEFUL,  [PGYD_HABIT] = PGYD_USEFUL,  [PGYD_ALERT] = PGYD_CONTEXT,
    };
    struct pgy_item item;
    (void)state;
    for (uint16_t kind = PGYD_MILESTONE; kind <= PGYD_ALERT; kind++) {
        struct pgyd_item in = plain();
        in.kind = kind;
        in.end = nov30 + 9;
        assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
        assert_int_equal(item.stakes, stakes[kind]);
        assert_int_equal(item.by, nov30 + 9);
        assert_null(item.about);
        assert_null(item.next);
        assert_null(item.why);
        /* A plugin of 0.1: its struct ends here, and what lies behind it is not its word. */
        in.size = offsetof(struct pgyd_item, stakes);
        in.stakes = PGYD_FATAL;
        in.by = nov30;
        in.about = in.next = in.why = "x";
        assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
        assert_int_equal(item.stakes, stakes[kind]);
        assert_int_equal(item.by, nov30 + 9);
        assert_null(item.about);
        assert_null(item.next);
        assert_null(item.why);
        in.size = sizeof in;
        assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
        assert_int_equal(item.stakes, PGYD_FATAL);
        assert_int_equal(item.by, nov30);
        assert_string_equal(item.why, "x");
    }
}

static void test_by(void **state)
{
    static const struct {
        pgyd_day by, expected;
    } rows[] = {
        {0, nov30 + 9},     {PGYD_NO_DAY, nov30 + 9}, {nov30 - 40, nov30 - 40},
        {nov30, nov30},     {nov30 + 9, nov30 + 9},   {nov30 + 400, nov30 + 400},
        {-25567, -25567},   /* 1900-01-01 */
        {2932896, 2932896}, /* 9999-12-31 */
    };
    struct pgyd_item in = plain();
    struct pgy_item item;
    (void)state;
    in.end = nov30 + 9;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        in.by = rows[i].by;
        assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
        assert_int_equal(item.by, rows[i].expected);
    }
    in.by = -25568;
    assert_refused(in, "its by is not a day between 1900 and 9999");
    in.by = 2932897;
    assert_refused(in, "its by is not a day between 1900 and 9999");
}

static void test_stakes_texts(void **state)
{
    static const char *const bad_abouts[] = {"offer mercy", "Offer:mercy",    "offer:mercy/x",
                                             "offer.mercy", "offer:\xc3\xa9", "offer:mercy\n"};
    static const char *const bad_nexts[] = {"two\nlines", "a\tb", "caf\xe9"};
    static const char *const bad_whys[] = {"two\nlines", "a\rb", "\xed\xa0\x80"};
    static char text[260];
    struct pgyd_item in = plain();
    struct pgy_item item;
    (void)state;
    for (size_t i = 0; i < sizeof bad_abouts / sizeof bad_abouts[0]; i++) {
        in.about = bad_abouts[i];
        assert_refused(in, "its about is not a section like offer:mercy, of at most 64 characters");
    }
    in.about = text;
    fill(text, 64, 'a');
    assert_ok(in);
    fill(text, 65, 'a');
    assert_refused(in, "its about is not a section");
    in.about = "offer:mercy_2-a";
    assert_ok(in);
    for (size_t i = 0; i < sizeof bad_nexts / sizeof bad_nexts[0]; i++) {
        in.next = bad_nexts[i];
        assert_refused(in, "its next is not one line of 1 to 40 characters");
    }
    in.next = text;
    fill(text, 40, 'n');
    assert_ok(in);
    fill(text, 41, 'n');
    assert_refused(in, "its next is not one line of 1 to 40 characters");
    /* Columns, not bytes: 40 times two bytes are as wide as 40 letters. */
    for (size_t i = 0; i < 41; i++)
        memcpy(text + 2 * i, "\xc3\xa9", 3);
    assert_refused(in, "its next is not one line of 1 to 40 characters");
    text[80] = '\0';
    assert_ok(in);
    in.next = NULL;
    for (size_t i = 0; i < sizeof bad_whys / sizeof bad_whys[0]; i++) {
        in.why = bad_whys[i];
        assert_refused(in, "its why is not one line of at most 200 bytes of UTF-8");
    }
    in.why = text;
    fill(text, 200, 'w');
    assert_ok(in);
    fill(text, 201, 'w');
    assert_refused(in, "its why is not one line of at most 200 bytes of UTF-8");
    in.about = in.next = in.why = ""; /* as none */
    assert_int_equal(pgy_item_from_plugin(&in, "p", NULL, &item, NULL), 0);
    assert_true(!item.about && !item.next && !item.why);
}

/* What pgyd 0.1 stored, written by hand: the frame ends with the ladder, which for deadlines was
 * the one of that time. *stakes, by, about, next, why: written when stakes is not 0. */
static void put_by_hand(struct pgy_buf *buf, uint16_t kind, uint32_t stakes, int64_t by,
                        const char *about)
{
    size_t mark = pgy_frame_begin(buf, ITEM_FRAME);
    pgy_put_str(buf, "mercy-answer-by");
    pgy_put_str(buf, NULL); /* occurrence */
    pgy_put_u32(buf, kind);
    pgy_put_u32(buf, PGYD_WARN);
    pgy_put_u32(buf, PGYD_CONFIRMED);
    pgy_put_u32(buf, 0); /* flags */
    pgy_put_str(buf, "Answer");
    pgy_put_str(buf, NULL); /* detail, source, done_log */
    pgy_put_str(buf, NULL);
    pgy_put_str(buf, NULL);
    pgy_put_i64(buf, nov30);
    pgy_put_i64(buf, nov30 + 2);
    pgy_put_i64(buf, -1);
    pgy_put_i64(buf, -1);
    pgy_put_str(buf, NULL); /* zone */
    pgy_put_u32(buf, 1);
    pgy_put_str(buf, "S0-22");
    pgy_put_u32(buf, 1);
    pgy_put_i64(buf, -7);
    pgy_put_u32(buf, 'd');
    pgy_put_u32(buf, PGYD_INFO);
    if (stakes) {
        pgy_put_u32(buf, stakes);
        pgy_put_i64(buf, by);
        pgy_put_str(buf, about);
        pgy_put_str(buf, NULL); /* next, why */
        pgy_put_str(buf, NULL);
    }
    pgy_frame_end(buf, mark);
}

static int get_by_hand(uint16_t kind, uint32_t stakes, int64_t by, const char *about,
                       struct pgy_arena *arena, struct pgy_item *item, const char **why)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    struct pgy_frame frame;
    size_t used;
    put_by_hand(&buf, kind, stakes, by, about);
    assert_int_equal(pgy_frame_cut(buf.data, buf.len, MAX_BYTES, &frame, &used), 0);
    return pgy_item_get(&frame, "offers", arena, item, why);
}

static void test_older_frame(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_item item;
    const char *why = "";
    (void)state;
    assert_int_equal(get_by_hand(PGYD_DEADLINE, 0, 0, NULL, arena, &item, &why), 0);
    assert_string_equal(item.id, "offers/mercy-answer-by");
    assert_int_equal(item.stakes, PGYD_COSTLY);
    assert_int_equal(item.by, nov30 + 2);
    assert_true(!item.about && !item.next && !item.why);
    assert_ladder(&item, "-7d:info");
    assert_int_equal(get_by_hand(PGYD_MILESTONE, 0, 0, NULL, arena, &item, &why), 0);
    assert_int_equal(item.stakes, PGYD_USEFUL);
    assert_int_equal(get_by_hand(PGYD_ALERT, 0, 0, NULL, arena, &item, &why), 0);
    assert_int_equal(item.stakes, PGYD_CONTEXT);
    assert_int_equal(get_by_hand(7, 0, 0, NULL, arena, &item, &why), PGY_EPARSE);
    assert_string_equal(why, "its kind is unknown");
    /* A longer one is today's, and held to its rules. */
    assert_int_equal(get_by_hand(PGYD_DEADLINE, 4, nov30 + 1, "offer:x", arena, &item, &why), 0);
    assert_int_equal(item.stakes, PGYD_FATAL);
    assert_int_equal(item.by, nov30 + 1);
    assert_string_equal(item.about, "offer:x");
    assert_int_equal(get_by_hand(PGYD_DEADLINE, 5, nov30, NULL, arena, &item, &why), PGY_EPARSE);
    assert_string_equal(why, "its stakes are unknown");
    assert_int_equal(get_by_hand(PGYD_DEADLINE, 4, PGYD_NO_DAY, NULL, arena, &item, &why),
                     PGY_EPARSE);
    assert_string_equal(why, "its by is not a day between 1900 and 9999");
    assert_int_equal(get_by_hand(PGYD_DEADLINE, 4, nov30, "offer x", arena, &item, &why),
                     PGY_EPARSE);
    assert_string_equal(why, "its about is not a section like offer:mercy, of at most 64 "
                             "characters");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stakes_of_kinds),
        cmocka_unit_test(test_by),
        cmocka_unit_test(test_stakes_texts),
        cmocka_unit_test(test_older_frame),
    };
    return cmocka_run_group_tests_name("item stakes", tests, NULL, NULL);
}
