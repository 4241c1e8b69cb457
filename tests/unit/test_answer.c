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

static size_t begin(struct talk *t, uint8_t type)
{
    pgy_buf_clear(&t->buf);
    return pgy_frame_begin(&t->buf, type);
}

static int end(struct talk *t, size_t mark)
{
    struct pgy_frame frame;
    size_t used;
    pgy_frame_end(&t->buf, mark);
    assert_int_equal(pgy_frame_cut(t->buf.data, t->buf.len, PGY_FRAME_MAX, &frame, &used), 0);
    return pgy_answer_take(&t->answer, &frame, &t->why);
}

/* One frame of texts, and of numbers behind them. */
static int say(struct talk *t, uint8_t type, const char *const *texts, size_t ntexts,
               const char *numbers)
{
    size_t mark = begin(t, type);
    for (size_t i = 0; i < ntexts; i++)
        pgy_put_str(&t->buf, texts[i]);
    for (; *numbers; numbers++) {
        if (*numbers == '4')
            pgy_put_u32(&t->buf, 0);
        else
            pgy_put_u8(&t->buf, 0);
    }
    return end(t, mark);
}

/* Questions go to a terminal as they are, and one that nobody can answer is a mistake. */
static void test_questions(void **state)
{
    (void)state;
    static const char long_one[] = /* 201 bytes */
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
        "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678"
        "90123456789012345678901";
    static const struct {
        const char *ask, *otherwise, *unless;
        uint32_t flags;
        const char *why; /* NULL: taken */
    } rows[] = {
        {"Who makes the offer", NULL, NULL, 0, NULL},
        {"When", "today", "base", PGYD_KEY_REQUIRED, NULL},
        {NULL, NULL, NULL, 0, NULL},
        {long_one + 1, long_one + 1, NULL, 0, NULL},
        {long_one, NULL, NULL, 0, "declares a question"},
        {"", NULL, NULL, 0, "declares a question"},
        {"Who\x1b[2J", NULL, NULL, 0, "declares a question"},
        {"Who", " ", NULL, 0, "declares the default of a question"},
        {"Who", "a\nb", NULL, 0, "declares the default of a question"},
        {"Who", NULL, "a b", 0, "hangs on what is no key's name"},
        {NULL, "today", NULL, 0, "and no question"},
        {NULL, NULL, "base", 0, "and no question"},
        {"Which", NULL, NULL, PGYD_KEY_MANY, "about many keys"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        TALK(t, PGY_VERB_DESCRIBE);
        t.answer.named = true;
        size_t mark = begin(&t, PGY_W_KEY);
        pgy_put_str(&t.buf, "offer:");
        pgy_put_str(&t.buf, rows[i].flags & PGYD_KEY_MANY ? "rate_*" : "employer");
        pgy_put_u32(&t.buf, PGYD_TEXT);
        pgy_put_u32(&t.buf, rows[i].flags);
        pgy_put_str(&t.buf, NULL);
        pgy_put_str(&t.buf, NULL);
        pgy_put_i64(&t.buf, 0);
        pgy_put_i64(&t.buf, 0);
        pgy_put_str(&t.buf, "Help.");
        pgy_put_str(&t.buf, NULL);
        pgy_put_str(&t.buf, rows[i].ask);
        pgy_put_str(&t.buf, rows[i].otherwise);
        pgy_put_str(&t.buf, rows[i].unless);
        int rc = end(&t, mark);
        if ((rc == 0) != !rows[i].why || (rc != 0 && !strstr(t.why, rows[i].why)))
            fail_msg("row %zu: %d, %s", i, rc, rc ? t.why : "taken");
    }
}

/* A plan under a name that no item can have would be stored, and refused when it is read again. The
 * old name may be another plugin's; both are kept as ids. */
static void test_renames_are_slugs(void **state)
{
    (void)state;
#define LONGEST "a2345678901234567890123456789012345678901234567890123456789012345678901234567890"
    static const struct {
        const char *from, *to, *from_id, *to_id;
    } rows[] = {
        {"old", "new-rule.2", "p/old", "p/new-rule.2"},
        {"q/old", "new", "q/old", "p/new"},
        {"p/old", "new", "p/old", "p/new"},
        {"q_2-x/old.2", "new", "q_2-x/old.2", "p/new"},
        {"old", LONGEST, "p/old", "p/" LONGEST},
        {"q/" LONGEST, "new", "q/" LONGEST, "p/new"},
        {"old", "New", NULL, NULL},
        {"old", "a b", NULL, NULL},
        {"old", "", NULL, NULL},
        {"old", NULL, NULL, NULL},
        {"old", "a@2", NULL, NULL},
        {"old", "q/new", NULL, NULL},
        {"old", LONGEST "1", NULL, NULL},
        {NULL, "new", NULL, NULL},
        {"", "new", NULL, NULL},
        {"/old", "new", NULL, NULL},
        {"q/", "new", NULL, NULL},
        {"q/r/old", "new", NULL, NULL},
        {"Q/old", "new", NULL, NULL},
        {"q/Old", "new", NULL, NULL},
        {"q/old@2", "new", NULL, NULL},
        {"q/" LONGEST "1", "new", NULL, NULL},
        {"q2345678901234567890123456789012345678901234567890123456789012345/old", "new", NULL,
         NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        TALK(t, PGY_VERB_DESCRIBE);
        const char *texts[] = {rows[i].from, rows[i].to};
        int rc = say(&t, PGY_W_RENAME, texts, 2, "");
        if (rc != (rows[i].to_id ? 0 : PGY_EPARSE))
            fail_msg("row %zu: %d", i, rc);
        if (rc != 0)
            continue;
        assert_string_equal(t.result.declaration.renames[0].from, rows[i].from_id);
        assert_string_equal(t.result.declaration.renames[0].to, rows[i].to_id);
    }
}

static void test_a_rename_is_told_its_form(void **state)
{
    (void)state;
    TALK(t, PGY_VERB_DESCRIBE);
    const char *texts[] = {"q/Old", "new"};
    assert_int_equal(say(&t, PGY_W_RENAME, texts, 2, ""), PGY_EPARSE);
    assert_non_null(strstr(t.why, "PLUGIN/SLUG"));
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

static const char ten[] = "0123456789";

static const char *times(struct pgy_arena *arena, size_t n, const char *last)
{
    const char *text = last;
    for (size_t i = 0; i < n; i++)
        text = pgy_arena_printf(arena, "%s%s", ten, text);
    return text;
}

static void looks(const char *label, const char *color, int rc, const char *why)
{
    TALK(t, PGY_VERB_DESCRIBE);
    const char *texts[] = {label, color};
    assert_int_equal(say(&t, PGY_W_LOOK, texts, 2, ""), rc);
    const struct pgy_declaration *d = &t.result.declaration;
    if (rc != 0) {
        assert_non_null(strstr(t.why, why));
        assert_null(d->label);
        assert_null(d->color);
        return;
    }
    assert_true(!label ? !d->label : strcmp(label, d->label) == 0);
    assert_true(!color ? !d->color : strcmp(color, d->color) == 0);
    assert_int_equal(say(&t, PGY_W_LOOK, texts, 2, ""), PGY_EPARSE); /* once */
}

/* Both stand in calendars and on pages: what is not of their form is refused, not mended. */
static void test_a_look_is_a_line_and_a_color(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    static const struct {
        const char *label, *color, *why;
    } rows[] = {
        {NULL, NULL, NULL},
        {"Offers", "#FF8C00", NULL},
        {"Offers & more; a, b", "#aBc123", NULL},
        {"\xc3\xa9t\xc3\xa9", NULL, NULL},
        {"", NULL, "a label"},
        {"   ", NULL, "a label"},
        {"a\nb", NULL, "a label"},
        {"a\tb", NULL, "a label"},
        {"a\x1b[2J", NULL, "a label"},
        {"a\xc2\x9b", NULL, "a label"},
        {"a\x7f", NULL, "a label"},
        {NULL, "", "a color"},
        {NULL, "teal", "a color"},
        {NULL, "FF8C00", "a color"},
        {NULL, "0FF8C00", "a color"},
        {NULL, "#FF8C0", "a color"},
        {NULL, "#FF8C000", "a color"},
        {NULL, "#FF8C0G", "a color"},
        {NULL, "#FF8C0\n", "a color"},
        {NULL, " #FF8C00", "a color"},
        {NULL, "#FF8C00\r\nX-EVIL:1", "a color"},
        {"Offers", "red", "a color"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        looks(rows[i].label, rows[i].color, rows[i].why ? PGY_EPARSE : 0, rows[i].why);
    looks(times(arena, 4, ""), NULL, 0, NULL); /* 40 bytes */
    looks(times(arena, 4, "x"), NULL, PGY_EPARSE, "1 to 40 bytes");
    looks("caf\xe9", NULL, PGY_EPARSE, "damaged");
    TALK(t, PGY_VERB_PLAN); /* nobody asked */
    assert_int_equal(say(&t, PGY_W_LOOK, (const char *[]){NULL, NULL}, 2, ""), PGY_EPARSE);
}

static int say_discreet(struct talk *t, uint32_t kind, const char *words)
{
    size_t mark = begin(t, PGY_W_DISCREET);
    pgy_put_u32(&t->buf, kind);
    pgy_put_str(&t->buf, words);
    return end(t, mark);
}

static void test_discreet_words_are_a_line_a_kind(void **state)
{
    (void)state;
    TALK(t, PGY_VERB_DESCRIBE);
    static const char *const bad[] = {NULL, "", " ", "a\nb", "a\x1b[2J", "a\xc2\x85", "caf\xe9"};
    for (uint32_t kind = 0; kind <= PGYD_ALERT; kind++) {
        for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
            assert_int_equal(say_discreet(&t, kind, bad[i]), PGY_EPARSE);
        assert_int_equal(say_discreet(&t, kind, times(t.arena, 8, "x")), PGY_EPARSE);
        assert_non_null(strstr(t.why, "1 to 80 bytes"));
        assert_null(t.result.declaration.discreet[kind]);
        assert_int_equal(say_discreet(&t, kind, times(t.arena, 8, "")), 0);
        assert_int_equal(say_discreet(&t, kind, "again"), PGY_EPARSE);
        assert_non_null(strstr(t.why, "twice"));
        assert_int_equal(strlen(t.result.declaration.discreet[kind]), 80);
    }
    static const uint32_t unknown[] = {PGYD_ALERT + 1, 65536, UINT32_MAX};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        assert_int_equal(say_discreet(&t, unknown[i], "words"), PGY_EPARSE);
    TALK(report, PGY_VERB_REPORT);
    assert_int_equal(say_discreet(&report, 0, "words"), PGY_EPARSE);
}

/* The plugin's own sentence comes apart from what the worker says of it, and is the last. */
static void test_a_refusal_is_the_last_frame(void **state)
{
    (void)state;
    static const enum pgy_worker_verb verbs[] = {PGY_VERB_CHECK, PGY_VERB_PLAN, PGY_VERB_REPORT};
    static const char *const text = "no letter\x1b failed: yet", *const none = NULL;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        TALK(t, verbs[i]);
        assert_int_equal(say(&t, PGY_W_REFUSAL, &none, 1, ""), PGY_EPARSE);
        assert_null(t.answer.refusal);
        assert_int_equal(say(&t, PGY_W_REFUSAL, &text, 1, ""), 0);
        assert_string_equal(t.answer.refusal, "no letter? failed: yet");
        assert_null(t.answer.error);
        assert_int_equal(say(&t, PGY_W_REFUSAL, &text, 1, ""), PGY_EPARSE);
        assert_non_null(strstr(t.why, "after its end"));
    }
    TALK(describe, PGY_VERB_DESCRIBE);
    assert_int_equal(say(&describe, PGY_W_REFUSAL, &text, 1, ""), PGY_EPARSE);
    TALK(import, PGY_VERB_IMPORT);
    assert_int_equal(say(&import, PGY_W_REFUSAL, &text, 1, ""), PGY_EPARSE);
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
        cmocka_unit_test(test_questions),
        cmocka_unit_test(test_renames_are_slugs),
        cmocka_unit_test(test_a_rename_is_told_its_form),
        cmocka_unit_test(test_a_plugin_says_its_version),
        cmocka_unit_test(test_no_escape_sequences),
        cmocka_unit_test(test_a_look_is_a_line_and_a_color),
        cmocka_unit_test(test_discreet_words_are_a_line_a_kind),
        cmocka_unit_test(test_a_refusal_is_the_last_frame),
        cmocka_unit_test(test_blank_titles),
    };
    return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
