/* SPDX-License-Identifier: BSD-2-Clause */
/* What a worker may say, frame by frame: a compromised one says what no plugin could make it
 * say. */
#include "plan_fixture.h"

#include "base/err.h"
#include "plan/answer.h"

enum { ROOM = 64 * 1024 };

struct talk {
    struct pgy_arena *arena;
    struct pgy_run_result result;
    struct pgy_answer answer;
    struct pgy_buf buf;
    const char *why;
};

static void talk_end(struct talk *t)
{
    pgy_buf_free(&t->buf);
    pgy_arena_free(&t->arena);
}
#define TALK(name, v)                                                                              \
    struct talk name __attribute__((cleanup(talk_end))) = {.arena = pgy_arena_new(),               \
                                                           .buf = PGY_BUF_INIT(ROOM)};             \
    name.result.arena = name.result.batch.arena = name.arena;                                      \
    name.answer = (struct pgy_answer)                                                              \
    {                                                                                              \
        .what = "plugin", .result = &name.result, .arena = name.arena, .verb = (v), .plugin = "p", \
        .hello = true                                                                              \
    }

/* One frame of texts, and of numbers behind them. */
static int say(struct talk *t, uint8_t type, const char *const *texts, size_t ntexts,
               const char *numbers)
{
    struct pgy_frame frame;
    size_t used, mark = (pgy_buf_clear(&t->buf), pgy_frame_begin(&t->buf, type));
    for (size_t i = 0; i < ntexts; i++)
        pgy_put_str(&t->buf, texts[i]);
    for (; *numbers; numbers++) {
        if (*numbers == '4')
            pgy_put_u32(&t->buf, 0);
        else
            pgy_put_u8(&t->buf, 0);
    }
    pgy_frame_end(&t->buf, mark);
    assert_int_equal(pgy_frame_cut(t->buf.data, t->buf.len, PGY_FRAME_MAX, &frame, &used), 0);
    return pgy_answer_take(&t->answer, &frame, &t->why);
}

/* A plan under a name that no item can have would be stored, and refused when it is read again. */
static void test_renames_are_slugs(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        bool ok;
    } rows[] = {
        {"old", "new-rule.2", true},
        {"old", "New", false},
        {"old", "a b", false},
        {"old", "", false},
        {"a/b", "new", false},
        {"old", NULL, false},
        {"old", "a@2", false},
        {"old", "a234567890123456789012345678901234567890123456789012345678901234567890123456789",
         true},
        {"old", "a2345678901234567890123456789012345678901234567890123456789012345678901234567890",
         true},
        {"old", "a23456789012345678901234567890123456789012345678901234567890123456789012345678901",
         false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        TALK(t, PGY_VERB_DESCRIBE);
        const char *texts[] = {rows[i].from, rows[i].to};
        if (say(&t, PGY_W_RENAME, texts, 2, "") != (rows[i].ok ? 0 : PGY_EPARSE))
            fail_msg("%s", rows[i].to ? rows[i].to : "NULL");
    }
}

/* A version that is missing could not be stored with the plan. */
static void test_a_plugin_says_its_version(void **state)
{
    (void)state;
    static const struct {
        const char *version, *summary;
        int rc;
    } rows[] = {
        {"1.3", "plans", 0}, {"", "", 0}, {NULL, "plans", PGY_EPARSE}, {"1.3", NULL, PGY_EPARSE}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        TALK(t, PGY_VERB_PLAN);
        const char *texts[] = {"p", rows[i].version, rows[i].summary};
        assert_int_equal(say(&t, PGY_W_PLUGIN, texts, 3, "4411"), rows[i].rc);
    }
}

/* No text for people drives their terminal: not with C0, and not with C1, which stands in UTF-8 as
 * C2 80 to C2 9F. */
static void test_no_escape_sequences(void **state)
{
    (void)state;
    TALK(t, PGY_VERB_PLAN);
    static const char *const text = "a\x1b[2Jb\xc2\x9b"
                                    "2Jc\xc2\xa0\xc3\x9b\x7f";
    assert_int_equal(say(&t, PGY_W_ERROR, &text, 1, ""), 0);
    assert_string_equal(t.answer.error, "a?[2Jb?2Jc\xc2\xa0\xc3\x9b?");
}

/* A title of blanks alone would be no summary. */
static void test_blank_titles(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    static const struct {
        const char *title;
        int rc;
    } rows[] = {{" ", PGY_EPARSE}, {"   ", PGY_EPARSE}, {" a ", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgyd_item in = {.size = sizeof in,
                               .kind = PGYD_DEADLINE,
                               .slug = "s",
                               .title = rows[i].title,
                               .start = NOV22,
                               .end = PGYD_NO_DAY,
                               .start_minute = -1,
                               .end_minute = -1};
        struct pgy_item item;
        assert_int_equal(pgy_item_from_plugin(&in, "p", arena, &item, NULL), rows[i].rc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_renames_are_slugs),
        cmocka_unit_test(test_a_plugin_says_its_version),
        cmocka_unit_test(test_no_escape_sequences),
        cmocka_unit_test(test_blank_titles),
    };
    return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
