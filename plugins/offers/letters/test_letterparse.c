/* SPDX-License-Identifier: BSD-2-Clause */
/* Templates that are refused, each with its line; sizes at their edge; folding; the last look by
 * itself. */
#include "plugins/offers/letters/letter_fixture.h"

#include "plugins/offers/letters/honest.h"
#include "plugins/offers/letters/parse.h"
#include "plugins/offers/letters/write.h"

static bool known(const char *name)
{
    return strcmp(name, "employer") == 0 || strcmp(name, "value") == 0 || strcmp(name, "ask") == 0;
}

#define ASK "about: a\n[fit]\nF\n[obstacle]\nO\n[resolve]\nR\n[request]\nQ\n"

static void taken(void **state)
{
    struct letter_template t;
    struct letter_error error;
    static const char text[] =
        "# a comment\r\nabout: Ask for it\nto: offer\nformat: phone\nlane: light\nneeds: ready, "
        "met\nref: S0-20, S0-42\n\n"
        "[fit]\nTo {employer}.\n? With "
        "{value}.\n\n\n[obstacle]\nO\n[resolve]\nR\n\nS\n[request]\n- one\n- two\n";
    (void)state;
    assert_true(letter_parse(text, strlen(text), known, &t, &error));
    assert_true(t.asks);
    assert_int_equal(t.to, LETTER_TO_OFFER);
    assert_int_equal(t.format, LETTER_PHONE);
    assert_int_equal(t.needs, NEED_READY | NEED_MET);
    assert_int_equal(t.nrefs, 2);
    assert_int_equal(t.n, 7);
    static const uint32_t paragraphs[] = {0, 0, 1, 2, 3, 4, 4},
                          lines[] = {10, 11, 15, 17, 19, 21, 22};
    for (uint32_t i = 0; i < t.n; i++) {
        assert_int_equal(t.lines[i].paragraph, paragraphs[i]);
        assert_int_equal(t.lines[i].line, lines[i]);
        assert_int_equal(t.lines[i].optional, i == 1);
        assert_int_equal(t.lines[i].bullet, i >= 5);
    }
    assert_memory_equal(t.lines[1].text.text, "With {value}.", 13);
}

/* Sections and comments as in pgyd.ini, but ; and = are the letter's own. */
static void form(void **state)
{
    static const char text[] =
        "about: a; b = c\r\n\t[ body ] \r\n; one\n # two\nthree = {employer}";
    struct letter_template t;
    struct letter_error error;
    (void)state;
    assert_true(letter_parse(text, strlen(text), known, &t, &error));
    assert_int_equal(t.about.len, 8);
    assert_memory_equal(t.about.text, "a; b = c", 8);
    assert_int_equal(t.n, 2);
    assert_int_equal(t.lines[0].text.len, 5);
    assert_memory_equal(t.lines[0].text.text, "; one", 5);
    assert_int_equal(t.lines[1].line, 5);
    assert_int_equal(t.lines[1].text.len, 18);
    assert_memory_equal(t.lines[1].text.text, "three = {employer}", 18);
}

/* Each with the line of the mistake. */
static void refused(void **state)
{
    static const struct {
        const char *text;
        uint32_t line;
        const char *why;
    } cases[] = {
        /* S0-42: the four parts, in their order, each once and each there. */
        {"about: a\n[fit]\nF\n[resolve]\nR\n", 4,
         "[resolve] out of order: fit, obstacle, resolve, request"},
        {"about: a\n[obstacle]\nO\n", 2, "a request begins with [fit]"},
        {"about: a\n[fit]\nF\n[obstacle]\nO\n[request]\nQ\n", 6, "[request] out of order"},
        {"about: a\n[fit]\nF\n[fit]\nF\n", 4, "[fit] out of order"},
        {"about: a\n[fit]\nF\n[obstacle]\nO\n[resolve]\nR\n", 7, "[request] is missing"},
        {"about: a\n[fit]\nF\n[obstacle]\n[resolve]\nR\n[request]\nQ\n", 4,
         "[obstacle] has no line that always stands"},
        {"about: a\n[fit]\nF\n[obstacle]\nO\n[resolve]\n? R {employer}\n[request]\nQ\n", 6,
         "[resolve] has no line that always stands"},
        {"about: a\n[fit]\nF\n[body]\nB\n", 4, "[body] stands alone"},
        {"about: a\n[body]\nB\n[request]\nQ\n", 4, "[body] stands alone"},
        {"about: a\n[bodi]\nB\n", 2,
         "section \"bodi\" is none of body, fit, obstacle, resolve, request"},
        {"about: a\n[body\nB\n", 2, "a section is a name in brackets"},
        {"about: a\n[body] B\n", 2, "a section is a name in brackets"},
        {"about: a\n[body:b]\nB\n", 2, "section \"body:b\" is none of body"},
        /* S3-05 */
        {"about: a\n[fit]\n{ask}\n[obstacle]\nO\n[resolve]\n{value}\n[request]\nQ\n", 3,
         "{ask} before {value}"},
        {"about: a\n[fit]\nF\n? {value}\n[obstacle]\nO\n[resolve]\nR\n[request]\n{ask}\n", 10,
         "{ask} before {value}"},
        /* S0-31: no figure of a template's own. */
        {"about: a\n[body]\nAbout 330 thousand.\n", 3, "a template holds no digits"},
        {"about: a\nsubject: in 3 days\n[body]\nB\n", 2, "a template holds no digits"},
        {"about: a\n[body]\n{employer} offers {rival_base}\n", 3,
         "there is no placeholder {rival_base}"},
        {"about: a\n[body]\n{Employer}\n", 3, "there is no placeholder {Employer}"},
        {"about: a\n[body]\nan open { brace\n", 3, "a placeholder is a name in braces"},
        {"about: a\n[body]\nfirst\n? no placeholder\n", 4, "a line after ? has a placeholder"},
        {"about: a\nneeds: ready, steady\n[body]\nB\n", 2,
         "needs \"steady\" is none of ready, value"},
        {"about: a\nlane: loud\n[body]\nB\n", 2, "lane \"loud\" is none of silent, light, full"},
        {"about: a\ncolour: red\n[body]\nB\n", 2, "a header is about, to, format"},
        {"about: a\nno colon\n[body]\nB\n", 2, "a header line is \"key: value\""},
        {"about: a\nto:\n[body]\nB\n", 2, "a header's value has 1 to 120 bytes"},
        {"about: a\nref: S0-1,S0-2,S0-3,S0-4,S0-5\n[body]\nB\n", 2, "ref is up to 4 short names"},
        {"[body]\nB\n", 1, "about: is missing"},
        {"about: a\n", 1, "no section"},
        {"", 1, "about: is missing"},
        {"about: a\n[body]\nB\x01\n", 3, "a control character"},
        {"about: a\n[body]\nB\xe9\n", 1, "it is not UTF-8"},
    };
    struct letter_template t;
    struct letter_error error;
    (void)state;
    assert_true(letter_parse(ASK, strlen(ASK), known, &t, &error));
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        if (letter_parse(cases[i].text, strlen(cases[i].text), known, &t, &error))
            fail_msg("taken: %s", cases[i].text);
        if (error.line != cases[i].line || strstr(error.text, cases[i].why) != error.text)
            fail_msg("line %u: %s; expected %u: %s", error.line, error.text, cases[i].line,
                     cases[i].why);
    }
}

/* Sizes: the last that is taken, the first that is not. */
static void sizes(void **state)
{
    static char text[LETTER_BYTES + 2];
    struct letter_template t;
    struct letter_error error;
    (void)state;
    for (int over = 0; over < 2; over++) {
        size_t n = (size_t)snprintf(text, sizeof text, "about: a\n[body]\n");
        memset(text + n, 'x', LETTER_LINE + (size_t)over);
        assert_int_equal(letter_parse(text, n + LETTER_LINE + (size_t)over, known, &t, &error),
                         !over);
        text[0] = '\0';
        pgc_append(text, sizeof text, "about: a\n[body]\n");
        for (int i = 0; i < LETTER_LINES + over; i++)
            pgc_append(text, sizeof text, "x\n");
        assert_int_equal(letter_parse(text, strlen(text), known, &t, &error), !over);
        n = (size_t)snprintf(text, sizeof text, "about: a\n[body]\nB\n");
        memset(text + n, '\n', sizeof text - n);
        assert_int_equal(letter_parse(text, LETTER_BYTES + (size_t)over, known, &t, &error), !over);
    }
}

/* A person's own template has the same rules, and its mistakes have a line; one of a kind's name
 * has that kind's. */
static void own_template(void **state)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    (void)state;
    fake_ini(f, LETTER_ALL);
    fake_file(f, "letters", "mine.txt",
              "about: mine\nto: offer\nlane: full\n[body]\nThey offer {rival_terms}.\n");
    fake_file(f, "letters", "order.txt", "about: mine\n[fit]\nF\n[request]\nQ\n");
    fake_file(f, "letters", "named.txt",
              "about: mine\nto: offer\n[body]\nMore than VALLEY   clinic.\n");
    fake_file(f, "letters", "unseen.txt",
              "about: mine\nto: offer\n[body]\nMore than Val\xe2\x80\x8bley\xc2\xa0"
              "Clinic.\n");
    fake_file(f, "letters", "claim.txt", "about: mine\nto: offer\n[body]\nI hold another offer.\n");
    fake_file(f, "letters", "decline.txt",
              "about: mine\nto: offer\n[body]\nI am so sorry, {employer}.\n");
    assert_false(letter_of(f, "mine", "offer", "mercy", false));
    assert_non_null(
        strstr(f->error, "what another offer holds stands in full and preferred_call alone"));
    assert_false(letter_of(f, "order", NULL, NULL, false));
    assert_string_equal(
        f->error, "letters/order.txt:4: [request] out of order: fit, obstacle, resolve, request");
    assert_false(letter_of(f, "named", "offer", "mercy", false));
    assert_non_null(strstr(f->error, "it names Valley Clinic"));
    assert_false(letter_of(f, "unseen", "offer", "mercy", false));
    assert_non_null(strstr(f->error, "it names Valley Clinic"));
    assert_false(letter_of(f, "claim", "offer", "mercy", false));
    assert_non_null(strstr(
        f->error,
        "it speaks of another offer (\"another offer\"), and letter claim is silent about them"));
    assert_false(letter_of(f, "decline", "offer", "valley", true));
    assert_non_null(strstr(f->error, "it names Valley Clinic; it apologizes (\"sorry\")"));
    fake_free(&f);
}

/* S3-20: as lint has it, 180 words and no more, the subject counted. "Subject: New words" is three,
 * "Hello," one, "Best regards, Kim Example, MD" five: nine. */
static void too_long(void **state)
{
    (void)state;
    for (int over = 0; over < 2; over++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char text[2048] = "about: mine\nto: offer\nformat: letter\nsubject: New words\n[body]";
        fake_ini(f, LETTER_PERSON "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\n");
        for (int i = 0; i < 180 - 9 + over; i++)
            pgc_append(text, sizeof text, "%s", i % 40 ? " word" : "\nword");
        pgc_append(text, sizeof text, "\n");
        fake_file(f, "letters", "long.txt", text);
        bool written = letter_of(f, "long", "offer", "mercy", false);
        if (written == (over != 0) || (over && !strstr(f->error, "181 words, more than 180")))
            fail_msg("%d words: %s", 180 + over, f->error);
        fake_free(&f);
    }
}

/* The last look alone: a figure that nobody handed out, one that was, one of another offer, a
 * file. */
static void last_look(void **state)
{
    static struct letter_case c;
    static struct letter_handed handed;
    static const struct {
        const char *text, *why;
    } cases[] = {
        {"At $300,000 it is low.", ""},
        {"At $300,001 it is low.", "the figure 300,001 comes from no configured fact"},
        {"At 300000 it is low.", "the figure 300000 comes from no configured fact"},
        {"In 2 days.", "the figure 2 comes from no configured fact"},
        {"See /home/kim/mercy.pdf.", "it names a file: a contract is for your counsel alone"},
        {"The physician shall not practice.", "it quotes a contract (\"shall\")"},
        {"I am in the final round.", "it speaks of a stage (\"final round\"), and no other "
                                     "prospect is in stage advanced or offer"},
        {"Are you hiring?",
         "it asks a stranger about a post (\"are you hiring\"): ask what they look for"},
    };
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    char why[HONESTY_WORDS];
    struct honesty_table *rules = honesty_open(&f->host, why);
    (void)state;
    if (!rules)
        fail_msg("%s", why);
    fake_ini(f, LETTER_PERSON LETTER_MERCY);
    c = (struct letter_case){.h = &f->host, .kind = "mine"};
    offers_read(&f->host, &c.offers);
    c.offer = &c.offers.list[0];
    letter_case_fill(&c);
    handed =
        (struct letter_handed){.list = {{.text = "$300,000", .source = LETTER_WORKED}}, .n = 1};
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        char reasons[LETTER_REASONS] = "";
        letter_check(&c, rules, cases[i].text, &handed, true, reasons);
        assert_string_equal(reasons, cases[i].why);
    }
    char reasons[LETTER_REASONS] = "";
    handed.list[0].source = LETTER_RIVAL;
    letter_check(&c, rules, "At $300,000 it is low.", &handed, false, reasons);
    assert_string_equal(reasons, "it says what another offer holds");
    honesty_close(rules);
    fake_free(&f);
}

static void folded(void **state)
{
    char out[200];
    size_t at = 0, from, n;
    (void)state;
    assert_string_equal(fold_text("A\tb\n\nC \xc2\xa0 D\xe2\x80\x99S", out, sizeof out),
                        "a b c d's");
    assert_string_equal(fold_words("St. Mary\xe2\x80\x99s -- \xc3\x9cML\xe2\x80\x8b"
                                   "AUT!",
                                   out, sizeof out),
                        "st mary s \xc3\xbcmlaut");
    /* Wide, Arabic-Indic and raised digits are digits. */
    assert_string_equal(fold_text("\xef\xbc\x94\xd9\xa2\xc2\xb2", out, sizeof out), "422");
    fold_text("at $1,234.50, or 325k.", out, sizeof out);
    assert_true(fold_digits(out, &at, &from, &n));
    assert_memory_equal(out + from, "1,234.50", n);
    assert_true(fold_digits(out, &at, &from, &n));
    assert_int_equal((int)fold_figure(out, from, n), 325000);
    assert_false(fold_digits(out, &at, &from, &n));
    at = 0;
    assert_false(fold_find("community hospital", "unity", &at));
    assert_false(fold_find("a", "", &at));
    assert_true(fold_find("the unity group", "unity", &at));
    assert_int_equal(at, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(taken),        cmocka_unit_test(form),
                                       cmocka_unit_test(refused),      cmocka_unit_test(sizes),
                                       cmocka_unit_test(own_template), cmocka_unit_test(last_look),
                                       cmocka_unit_test(too_long),     cmocka_unit_test(folded)};
    return cmocka_run_group_tests_name("letterparse", tests, NULL, NULL);
}
