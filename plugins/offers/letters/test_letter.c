/* SPDX-License-Identifier: BSD-2-Clause */
/* Letters of every kind against tests/golden/letters, their gates, rounds and what they say is
 * missing. What must never stand in one is test_letterhonesty.c and test_lettertruth.c. */
#include "plugins/offers/letters/letter_fixture.h"

#include "plugins/offers/honesty/lint_fixture.h"

#include <stdlib.h>

static int setup(void **state)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_letters(f);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fake *f = *state;
    fake_free(&f);
    return 0;
}

static void read_golden(const char *kind, char text[LETTER_SAMPLE_TEXT])
{
    const char *top = getenv("top_srcdir");
    char path[512];
    snprintf(path, sizeof path, "%s/tests/golden/letters/%s.txt", top ? top : ".", kind);
    FILE *file = fopen(path, "r");
    text[0] = '\0';
    if (!file)
        fail_msg("cannot open %s", path);
    size_t n = fread(text, 1, LETTER_SAMPLE_TEXT - 1, file);
    text[n] = '\0';
    fclose(file);
}

/* The contract is there for those that need it, and for the date of an extension. */
static void full_configuration(struct fake *f, const char *kind)
{
    fake_ini(f, LETTER_ALL);
    if (strcmp(kind, "counsel_ask") == 0)
        fake_log(f, "2026-11-19", "offer", "mercy", "contract-received", NULL);
}

static void sample(const struct letter_sample *s, char text[LETTER_SAMPLE_TEXT])
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_letters(f);
    full_configuration(f, s->kind);
    if (!letter_of(f, s->kind, s->key, s->value, s->force))
        fail_msg("%s: %s", s->kind, f->error);
    snprintf(text, LETTER_SAMPLE_TEXT, "%s", letter_shown(f));
    fake_free(&f);
}

/* tests/golden/letters holds each as it was read and found right. */
static void all_kinds(void **state)
{
    char text[LETTER_SAMPLE_TEXT], golden[LETTER_SAMPLE_TEXT];
    (void)state;
    for (size_t i = 0; i < LETTER_SAMPLES; i++) {
        sample(&letter_samples[i], text);
        read_golden(letter_samples[i].kind, golden);
        if (strcmp(text, golden) != 0)
            fail_msg("%s is now:\n%s", letter_samples[i].kind, text);
    }
}

/* No sample says what pgyctl lint calls an error or a warning, whether it is told whom the text
 * goes to or not. */
static void lint(void **state)
{
    char text[LETTER_SAMPLE_TEXT];
    static struct lint l;
    (void)state;
    for (size_t i = 0; i < LETTER_SAMPLES; i++) {
        const struct letter_sample *s = &letter_samples[i];
        sample(s, text);
        for (int as = 0; as < 3; as++) {
            lint_open(&l);
            full_configuration(l.f, s->kind);
            lint_as(&l, text, as == 2 ? s->kind : NULL, as ? s->key : NULL, s->value);
            for (size_t k = 0; k < l.n; k++) {
                const struct lint_finding *found = &l.list[k];
                if (strcmp(found->level, "error") == 0 || strcmp(found->level, "warning") == 0)
                    fail_msg("%s: %s: %s: %s", s->kind, found->set, found->found, found->reason);
            }
            lint_close(&l);
        }
    }
}

static void says_why(struct fake *f, const char *kind, const char *key, const char *value,
                     const char *why)
{
    if (letter_of(f, kind, key, value, false))
        fail_msg("%s is written: %s", kind, letter_shown(f));
    if (!strstr(f->error, why))
        fail_msg("%s is refused without \"%s\": %s", kind, why, f->error);
}

/* Each gate shut by what a later section of the same name says or leaves out. */
static void gates(void **state)
{
    static const struct {
        const char *ini, *kind, *key, *value, *why;
    } cases[] = {
        {LETTER_PERSON LETTER_MERCY LETTER_VALLEY LETTER_PLACES, "light", "offer", "mercy",
         "you are not ready to ask: "},
        {LETTER_PERSON LETTER_MERCY LETTER_VALLEY LETTER_PLACES, "light", "offer", "mercy",
         "[decide] sign_today"},
        {LETTER_PERSON LETTER_MERCY LETTER_VALLEY LETTER_PLACES, "light", "offer", "mercy",
         "[decide] value_case = yes"},
        {LETTER_PERSON LETTER_MERCY LETTER_DECIDE LETTER_PLACES, "light", "offer", "mercy",
         "no other offer is live and in writing"},
        {LETTER_PERSON LETTER_MERCY LETTER_DECIDE LETTER_PLACES, "full", "offer", "mercy",
         "no other offer is live and in writing"},
        {LETTER_ALL, "counsel_ask", "offer", "mercy", "the full contract is not there yet"},
        {LETTER_PERSON LETTER_MERCY LETTER_VALLEY LETTER_PLACES, "counsel_ask", "offer", "mercy",
         "set [review] done"},
        {LETTER_ALL, "decline", "offer", "valley", "no other offer is accepted"},
        {LETTER_PERSON LETTER_MERCY "deadline_kind = committee\n" LETTER_REST, "extension", "offer",
         "mercy", "a committee meets on that date"},
        {LETTER_PERSON LETTER_MERCY LETTER_DECIDE
         "[prospect:mercy]\nname = M\n[prospect:x]\nname = X\nstage = advanced\n",
         "parallel", "offer", "mercy", "1 other prospect is in stage advanced or offer"},
        {LETTER_ALL, "warm_text", "contact", "stranger", "set [contact:stranger] met_at"},
        {LETTER_ALL, "soft_presence", "contact", "alvarez", "you know Dr. Alvarez already"},
        {LETTER_ALL "[prospect:south]\nname = South\nrotated_there = yes\n", "soft_presence",
         "prospect", "south", "they know you already"},
        {LETTER_ALL, "soft_presence", NULL, NULL, "say to whom"},
        {LETTER_PERSON LETTER_MERCY "hard_cap = base\n" LETTER_REST, "base_gap", "offer", "mercy",
         "they said no to base"},
        {LETTER_PERSON LETTER_MERCY "status = declined\n" LETTER_REST, "explore", "offer", "mercy",
         "Mercy Health is declined"},
        {LETTER_PERSON LETTER_MERCY LETTER_DECIDE LETTER_PLACES
         "[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nstatus = accepted\n"
         "received = 2026-11-16\nanswer_within = 7-10\n",
         "explore", "offer", "mercy", "you accepted Valley Clinic"},
        {LETTER_ALL, "full", "offer", "valley",
         "[decide] sign_today = valley, for only then is it true"},
        {LETTER_ALL, "light", "contact", "alvarez", "it is about one offer: offer=ID"},
        {LETTER_ALL, "light", NULL, NULL, "it is about one offer: offer=ID"},
        {LETTER_ALL, "training_block", "offer", "mercy", "it goes to nobody"},
        {LETTER_ALL, "light", "offer", "mersy", "there is no [offer:mersy]"},
        {LETTER_ALL, "lihgt", NULL, NULL, "there is no letter \"lihgt\", did you mean light?"},
    };
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        fake_letters(f);
        fake_ini(f, cases[i].ini);
        says_why(f, cases[i].kind, cases[i].key, cases[i].value, cases[i].why);
        fake_free(&f);
    }
}

/* S0-48: the first round, the second with a word, the third only when insisted on. */
static void rounds(void **state)
{
    struct fake *f = *state;
    fake_ini(f, LETTER_ALL);
    assert_true(letter_of(f, "light", "offer", "mercy", false));
    assert_false(letter_noted(f, "the last round"));
    fake_log(f, "2026-11-19", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-20", "offer", "mercy", "revised", NULL);
    assert_true(letter_of(f, "light", "offer", "mercy", false));
    assert_true(letter_noted(f, "This is the second ask, and the last round"));
    fake_log(f, "2026-11-20", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-21", "offer", "mercy", "revised", NULL);
    says_why(f, "light", "offer", "mercy", "you asked them 2 times: choose now");
    assert_true(letter_of(f, "light", "offer", "mercy", true));
    assert_true(letter_noted(f, "Ask number 3, because you insisted."));
}

/* Everything that is missing, at once, each with its key. */
static void missing(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[decide]\nsign_today = b\n" LETTER_DECIDE
                "[offer:a]\nemployer = Alpha\nwritten = yes\nreceived = 2026-11-16\nanswer_within "
                "= 7-10\nmust_improve = a; b; c\n"
                "[offer:b]\nemployer = Beta\nwritten = yes\nreceived = 2026-11-16\nanswer_within = "
                "7-10\nmust_improve = a; b; c\n");
    says_why(f, "business_case", NULL, NULL,
             "missing: [value] metric, [value] story, [value] discharges, [value] readmit_rate, "
             "[value] resources, "
             "[value] readmit_cut, [value] readmit_cost, [value] benefit_them, [person] name");
    says_why(
        f, "calm_base", "offer", "a",
        "missing: [offer:a] fit, [offer:a] prospect and its region, [offer:a] base, [person] name");
}

/* S0-23 */
static void watermark(void **state)
{
    struct fake *f = *state;
    fake_ini(f, LETTER_ALL);
    assert_true(letter_of(f, "light", "offer", "mercy", false));
    assert_non_null(
        strstr(letter_shown(f), "Subject: Your offer\n\n[Based on an offer letter only"));
    fake_log(f, "2026-11-22", "offer", "mercy", "contract-received", NULL);
    assert_true(letter_of(f, "light", "offer", "mercy", false));
    assert_null(strstr(letter_shown(f), "Based on an offer letter only"));
}

/* S0-20: with the contract there, ten to fourteen days from today; the 6th of December is a Sunday,
 * the Friday before it is named. Capped by one's own deadline: on the 8th day from today nothing
 * but the day itself is left, and the same day as theirs is no gain. */
static void extension(void **state)
{
    static const struct {
        const char *deadline, *says;
    } cases[] = {
        {"2026-12-20", "about 10 to 14 days. You would have my answer by Friday, December 4."},
        {"2026-12-03", "about 10 to 11 days. You would have my answer by Thursday, December 3."},
        {"2026-12-02", "about 10 days. You would have my answer by Wednesday, December 2."},
        {"2026-11-27",
         "about 5 days.\n"}, /* counsel needs up to the 30th: nothing is promised (S0-21) */
        {"2026-11-26", NULL},
    };
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char deadline[80];
        fake_letters(f);
        fake_ini(f, LETTER_PERSON LETTER_MERCY "doc = contract\n" LETTER_PLACES);
        snprintf(deadline, sizeof deadline, "%s", cases[i].deadline);
        for (size_t k = 0; k < f->nvalues; k++) {
            if (strcmp(f->values[k].key, "internal_deadline") == 0)
                f->values[k].value.day = fake_day(deadline);
        }
        if (!cases[i].says)
            says_why(f, "extension", "offer", "mercy",
                     "time to gain: your own deadline or theirs leaves none");
        else if (!letter_of(f, "extension", "offer", "mercy", false))
            fail_msg("%s", f->error);
        else if (!strstr(letter_shown(f), cases[i].says))
            fail_msg("%s: %s", deadline, letter_shown(f));
        fake_free(&f);
    }
}

/* 4,000 x 15 % x 10 % x $15,000 = $900,000. */
static void savings(void **state)
{
    struct fake *f = *state;
    fake_ini(f, LETTER_ALL);
    assert_true(letter_of(f, "business_case", NULL, NULL, false));
    assert_non_null(strstr(letter_shown(f), "saves about $900,000 a year"));
}

/* The list says of each kind whether it can be written. */
static void list(void **state)
{
    struct fake *f = *state;
    size_t rows = 0, no = 0;
    fake_ini(f, LETTER_ALL);
    fake_report(f, "letters");
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type != PGYD_TABLE_ROW)
            continue;
        rows++;
        no += strncmp(f->parts[i].cells[2], "no: ", 4) == 0;
        if (strcmp(f->parts[i].cells[0], "light") == 0)
            assert_string_equal(f->parts[i].cells[2], "yes: offer=mercy");
        if (strcmp(f->parts[i].cells[0], "soft_presence") == 0)
            assert_string_equal(f->parts[i].cells[2], "yes: prospect=north");
    }
    assert_int_equal(rows, 22);
    assert_int_equal(no, 2); /* decline, counsel_ask */
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {CASE(all_kinds), CASE(lint),    CASE(gates),
                                       CASE(rounds),    CASE(missing), CASE(watermark),
                                       CASE(extension), CASE(savings), CASE(list)};
    return cmocka_run_group_tests_name("letter", tests, NULL, NULL);
}
