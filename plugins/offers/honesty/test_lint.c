/* SPDX-License-Identifier: BSD-2-Clause */
/* The phrase checker with the installed table: each of its rows, and a text beside it that is fine.
 */
#include "plugins/offers/honesty/lint_fixture.h"

static int setup(void **state)
{
    static struct lint l;
    lint_open(&l);
    *state = &l;
    return 0;
}

static int teardown(void **state)
{
    lint_close(*state);
    return 0;
}

static void scan(struct lint *l, const char *text)
{
    lint_scan(l, text);
}

static const struct lint_finding *find(const struct lint *l, const char *set, const char *ref)
{
    return lint_find(l, set, ref, NULL);
}

static void phrases(void **state)
{
    static const struct {
        const char *text, *set, *ref;
        const char *level;
        const char *fine; /* what does not trigger it */
    } cases[] = {
        {"I am open to anything.", "cheap", "S1-35", "error", "I am open to a conversation."},
        {"I just need a job in Boston.", "cheap", "S1-35", "error", "I need to know the town."},
        {"Compensation is really not my main concern.", "cheap", "S1-35", "error",
         "Compensation that is competitive is a concern."},
        {"Salary isn't a concern for me.", "cheap", "S1-35", "error",
         "Salary is a concern for me."},
        {"Salary isn\xe2\x80\x99t a concern.", "cheap", "S1-35", "error",
         "Salary. This isn't one."},
        {"I don't really know much about RVUs.", "cheap", "S1-35", "error",
         "I don't know the town. How are RVUs counted?"},
        {"Anything but nights.", "cheap", "S1-35", "error", "Nights are fine."},
        {"I will do whatever you need, nights and\nweekends too.", "cheap", "S1-35", "error",
         "Tell me what you need on nights."},
        {"I would work there for now.", "stopgap", "S1-24", "error", "I asked for nowhere else."},
        {"I stay until something better comes.", "stopgap", "S1-24", "error", "I stay until June."},
        {"Are you hiring?", "hiring?", "S2-27", "error", "Whom are you looking for?"},
        {"ARE YOU\n CURRENTLY  HIRING?", "hiring?", "S2-27", "error", "You are hiring, I read."},
        {"Take it or leave it.", "ultimatum", "S1-49", "error", "Take your time."},
        {"This is my final offer or I walk.", "ultimatum", "S1-49", "error",
         "I finish in my final year."},
        {"Raise it, or else.", "ultimatum", "S1-49", "error", "Call or elsewhere."},
        {"Sorry to ask this.", "apology", "S3-20", "warning", "Thank you."},
        {"My co-fellow got more.", "peers", "S0-50", "warning", "My co-fellow is well."},
        {"Call is shared equally.", "vague", "S1-02", "warning", "Call is one in six."},
        {"We offer a competitive salary.", "vague", "S1-02", "warning", "We compete."},
        {"A great earning potential.", "vague", "S0-01", "warning", "Great colleagues."},
        {"The bonus is to be determined.", "vague", "S0-01", "warning",
         "The bonus is determined in June."},
        {"We never negotiate.", "pushback", "S0-62", "note", "We negotiated."},
        {"The others signed it as is.", "pushback", "S0-63", "note", "It was signed as agreed."},
        {"Everyone signs this.", "pushback", "S0-63", "note", "Some sign."},
        {"That is standard for our system.", "pushback", "S0-64", "note", "The standard of care."},
        {"We pay all new grads the same.", "pushback", "S1-13", "note", "All new machines."},
        {"It is the standard offer for new people.", "pushback", "S1-13", "note",
         "A standard offer."},
        {"Hello there.", "value", "S3-09", "note", "I can shorten your waiting list."},
    };
    struct lint *l = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        scan(l, cases[i].text);
        const struct lint_finding *f = find(l, cases[i].set, cases[i].ref);
        if (!f)
            fail_msg("nothing said about: %s", cases[i].text);
        assert_string_equal(f->level, cases[i].level);
        assert_true(*f->reason && *f->suggestion);
        scan(l, cases[i].fine);
        if (find(l, cases[i].set, cases[i].ref))
            fail_msg("%s wrongly found in: %s", cases[i].set, cases[i].fine);
    }
}

/* Lines and columns count from 1, columns in characters; the words found are one line. */
static void places(void **state)
{
    struct lint *l = *state;
    scan(l, "Dear Dr. \xc3\x96st\xc3\xbcn,\n\n\xc3\x9c"
            "ber all: take it\n or leave it. I am open to anything.\n");
    assert_int_equal(l->errors, 2);
    assert_int_equal(l->list[2].line, 3);
    assert_int_equal(l->list[2].column, 11);
    assert_string_equal(l->list[2].found, "take it or leave");
    assert_int_equal(l->list[3].line, 4);
    assert_int_equal(l->list[3].column, 20);
}

/* S2-32: the same words are fine in the second half. */
static void first_half(void **state)
{
    struct lint *l = *state;
    scan(l, "I care about work-life balance. I read 40 studies a day and would take over your "
            "backlog of MRI.");
    assert_non_null(find(l, "lifestyle first", "S2-32"));
    scan(l, "Lifestyle is my first priority. I read 40 studies a day and would take over your "
            "backlog of MRI.");
    assert_non_null(find(l, "lifestyle first", "S2-32"));
    scan(l, "I read 40 studies a day and would take over your backlog of MRI. I care about "
            "work-life balance.");
    assert_null(find(l, "lifestyle first", "S2-32"));
    assert_int_equal(l->errors, 0);
}

/* S1-23: once is fine, the second time is not. */
static void twice(void **state)
{
    struct lint *l = *state;
    scan(l, "How much PTO is there?");
    assert_null(find(l, "time off", "S1-23"));
    scan(l, "How much PTO is there, or paid time off, or vacation?");
    assert_null(find(l, "time off", "S1-23"));
    scan(l, "How much PTO is there?\nWhen can I take vacation?");
    assert_int_equal(find(l, "time off", "S1-23")->line, 2);
}

/* S1-56: a text whose every question is about time off. A statement about it is no question, and
 * one other question is enough. */
static void only_time_off(void **state)
{
    static const char *const silent[] = {
        "How much PTO is there? How is call shared?",
        "How is call shared? How much PTO is there?",
        "How much PTO is there, e.g. in year one? Who owns quality?",
        "I asked about PTO.",
        "Who owns quality?",
        "",
    };
    struct lint *l = *state;
    scan(l, "Thank you.\nHow much PTO\nis there? Thank you.");
    const struct lint_finding *f = find(l, "only time off", "S1-56");
    assert_non_null(f);
    assert_string_equal(f->level, "warning");
    assert_int_equal(f->line, 2);
    assert_string_equal(f->found, "PTO is there?");
    scan(l, "How much PTO is there? \"And how many days off?\"");
    assert_non_null(find(l, "only time off", "S1-56"));
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++) {
        scan(l, silent[i]);
        if (find(l, "only time off", "S1-56"))
            fail_msg("wrongly said of: %s", silent[i]);
    }
}

/* S2-21: credit once, or a note; never both. Credit is nothing against a text. */
static void language(void **state)
{
    static const char *const spoken[] = {
        "I could help with call coverage.",
        "I would cover your weekend call.",
        "This shortens the backlog.",
        "We talked about scope expansion.",
        "I could broaden the service to two sites.",
        "I would like to see procedural growth.",
        "I can build more of these procedures.",
    };
    struct lint *l = *state;
    for (size_t i = 0; i < sizeof spoken / sizeof spoken[0]; i++) {
        scan(l, spoken[i]);
        if (!lint_find(l, "their language", "S2-21", "credit") ||
            lint_find(l, "their language", "S2-21", "note"))
            fail_msg("no credit for: %s", spoken[i]);
        assert_int_equal(l->credits, 1);
    }
    scan(l, "The backlog, and again the backlog.");
    assert_int_equal(l->credits, 1);
    scan(l, "I would like to call you about the coverage of my insurance.");
    assert_int_equal(l->credits, 0);
    assert_non_null(lint_find(l, "their language", "S2-21", "note"));
}

/* S3-20: 180 words are no more than 180. */
static void length(void **state)
{
    struct lint *l = *state;
    char text[181 * 5 + 1] = "";
    for (size_t i = 0; i < 180; i++)
        memcpy(text + i * 5, "word ", 6);
    scan(l, text);
    assert_null(find(l, "too long", "S3-20"));
    memcpy(text + (size_t)180 * 5, "last", 5);
    scan(l, text);
    assert_int_equal(find(l, "too long", "S3-20")->column, 901);
    assert_int_equal(l->errors, 1);
}

static void nothing(void **state)
{
    struct lint *l = *state;
    scan(l, "");
    assert_int_equal(l->n, 0);
}

/* Thousands of findings are not all kept; nothing is read behind the end. */
static void bulk(void **state)
{
    struct lint *l = *state;
    char *text = pgy_arena_alloc(l->f->arena, 200001);
    for (size_t i = 0; i < 20000; i++)
        memcpy(text + i * 10, "for now.\n\n", 10);
    scan(l, text);
    assert_int_equal(l->n, 1000);
    for (size_t i = 0; i + 4 < 200000; i += 4) /* one sentence */
        memcpy(text + i, "PTO ", 4);
    text[199996] = '\0';
    scan(l, text);
    assert_null(find(l, "time off", "S1-23"));
}

static void bad_tables(void **state)
{
    static const struct {
        const char *text, *why;
        size_t line;
    } cases[] = {
        {"#\nset\terror\tany\tp\tr\ts\n", "seven columns", 2},
        {"set\tfatal\tany\tp\tr\ts\t-\n", "level", 1},
        {"set\terror\tnowhere\tp\tr\ts\t-\n", "where", 1},
        {"set\terror\twords:0\tp\tr\ts\t-\n", "where", 1},
        {"set\terror\tothers:\tp\tr\ts\t-\n", "where", 1},
        {"set\terror\tany\t(p\tr\ts\t-\n", "(", 1},
        {"set\terror\tany\tp\tr\ts\t-\tmore\n", "seven columns", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char why[HONESTY_WORDS] = "", place[64];
        assert_null(honesty_parse(cases[i].text, strlen(cases[i].text), false, why));
        snprintf(place, sizeof place, "lists/phrases.tsv:%zu: ", cases[i].line);
        if (strncmp(why, place, strlen(place)) != 0 || !strstr(why, cases[i].why))
            fail_msg("%s: %s", cases[i].text, why);
    }
}

/* A table without what a rule looks for would be silent where it must speak. */
static void missing_sets(void **state)
{
    static const char line[] = "set\terror\tany\tp\tr\ts\t-\n";
    char why[HONESTY_WORDS] = "";
    struct fake *f = ((struct lint *)*state)->f;
    struct honesty_table *table = honesty_parse(line, strlen(line), false, why);
    assert_non_null(table);
    honesty_close(table);
    assert_null(honesty_parse(line, strlen(line), true, why));
    assert_string_equal(why, "lists/phrases.tsv has no set \"denied\"");
    fake_forget_files(f);
    assert_null(honesty_open(&f->host, why));
    assert_string_equal(why, "lists/phrases.tsv is not installed");
}

static int tell(void **state)
{
    printf("%zu verdicts of lint and of the letter check agree\n", ((struct lint *)*state)->agreed);
    return teardown(state);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, tell)

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(phrases),    CASE(places),        CASE(first_half),
                                       CASE(twice),      CASE(only_time_off), CASE(language),
                                       CASE(length),     CASE(nothing),       CASE(bulk),
                                       CASE(bad_tables), CASE(missing_sets)};
    return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
