/* SPDX-License-Identifier: BSD-2-Clause */
/* Letters on the days on which what they say begins or ends to be true (S0-19 to S0-31, S0-56,
 * S2-26). */
#include "plugins/offers/letters/letter_fixture.h"

enum { CONFIG = 16384 };

static const char *why; /* the last letter was refused */

/* A letter of a configuration on a day; NULL: refused, `why` says so. What is shown lives until the
 * next. */
static const char *on(const char *today, const char *kind, const char *key, const char *value,
                      const char *ini, const char *log, const char *by)
{
    static struct fake *f;
    if (f)
        fake_free(&f);
    if (!ini)
        return NULL;
    f = fake_new(&pgyd_plugin_offers, today);
    fake_letters(f);
    fake_ini(f, ini);
    if (log)
        fake_log(f, "2026-11-20", "offer", strncmp(log, "valley ", 7) == 0 ? "valley" : "mercy",
                 strchr(log, ' ') + 1, by);
    bool written = letter_of(f, kind, key, value, false);
    why = written ? "" : f->error;
    return written ? letter_shown(f) : NULL;
}

static void says(const char *letter, const char *words)
{
    if (!letter)
        fail_msg("refused: %s", why);
    else if (!strstr(letter, words))
        fail_msg("without \"%s\": %s", words, letter);
}

static void refuses(const char *letter, const char *words)
{
    if (letter)
        fail_msg("written: %s", letter);
    if (!strstr(why, words))
        fail_msg("refused without \"%s\": %s", words, why);
}

/* Valley's answer is due on the 28th: on that day it is an offer one holds, on the next it is none,
 * until they gave more time. */
static void lapsed(void **state)
{
    static const char *const kinds[] = {"light", "full", "preferred_call", "calm_terms"};
    static const char ini[] = LETTER_PERSON LETTER_MERCY LETTER_REST;
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(kinds); i++) {
        says(on("2026-11-28", kinds[i], "offer", "mercy", ini, NULL, NULL), "another");
        refuses(on("2026-11-29", kinds[i], "offer", "mercy", ini, NULL, NULL),
                "no other offer is live and in writing");
        assert_non_null(strstr(why, "Valley Clinic wanted an answer by Sat Nov 28, 2026: if it "
                                    "still stands, pgyctl log offer valley extended by=DATE"));
        says(on("2026-11-29", kinds[i], "offer", "mercy", ini, "valley extended", "by=2026-11-29"),
             "another");
        refuses(
            on("2026-11-30", kinds[i], "offer", "mercy", ini, "valley extended", "by=2026-11-29"),
            "by Sun Nov 29, 2026");
    }
    refuses(on("2026-11-29", "base_gap", "offer", "mercy", ini, NULL, NULL),
            "another offer in writing with a higher base");
    assert_null(strstr(on("2026-11-29", "noncompete", "offer", "mercy", ini, NULL, NULL),
                       "another written offer"));
    assert_null(strstr(on("2026-11-29", "extension", "offer", "mercy", ini, NULL, NULL),
                       "another written offer"));
    /* It comes on the 18th: the day before it is not there. */
    refuses(on("2026-11-17", "light", "offer", "mercy", ini, NULL, NULL),
            "no other offer is live and in writing");
    says(on("2026-11-18", "light", "offer", "mercy", ini, NULL, NULL), "another written offer");
    /* Paused, its last day still stands: it is held up to then. */
    static const char paused[] = LETTER_PERSON LETTER_MERCY LETTER_VALLEY
        "status = paused\n" LETTER_DECIDE LETTER_PLACES LETTER_VALUE;
    says(on("2026-11-28", "light", "offer", "mercy", paused, NULL, NULL), "another written offer");
    refuses(on("2026-11-29", "light", "offer", "mercy", paused, NULL, NULL),
            "no other offer is live and in writing");
}

/* Two others, one better in base, one in nights: no single one is stronger in both, and the letter
 * speaks of one. */
static void stronger_there(void **state)
{
    static const char own[] =
        LETTER_PERSON "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
                      "2026-11-16\nanswer_within = 7-14\nbase = 300000\n"
                      "call_days_month = 8\nnights_month = 4\nfit = the team\nmust_improve = base; "
                      "nights; call\n" LETTER_DECIDE,
                      valley[] =
                          "[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nreceived = "
                          "2026-11-18\nanswer_within = 7-14\nbase = 340000\ncall_days_month = 6\n"
                          "nights_month = 6\nmust_improve = call; title; pto\n",
                      west[] = "[offer:west]\nemployer = West Group\nwritten = yes\nreceived = "
                               "2026-11-18\nanswer_within = 7-14\nbase = 290000\nnights_month = 1\n"
                               "must_improve = call; title; pto\n";
    char ini[CONFIG];
    (void)state;
    snprintf(ini, sizeof ini, "%s%s%s", own, valley, west);
    const char *letter = on("2026-11-22", "light", "offer", "mercy", ini, NULL, NULL);
    says(letter, "Where I still hesitate is base pay and call.");
    /* Part time for the call of another is a reason to ask for a cap, but that other is not
     * stronger in it. */
    snprintf(ini, sizeof ini, "%s",
             LETTER_PERSON "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
                           "2026-11-16\nanswer_within = 7-14\nbase = 300000\n"
                           "fte = 0.8\ncall_days_month = 8\nfit = the team\nmust_improve = call; "
                           "title; pto\n" LETTER_DECIDE
                           "[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nreceived = "
                           "2026-11-18\nanswer_within = 7-14\nbase = 300000\ncall_days_month = 8\n"
                           "must_improve = call; title; pto\n");
    refuses(on("2026-11-22", "light", "offer", "mercy", ini, NULL, NULL),
            "a term in which another offer in writing is better");
    /* A sign-on payment that nobody named is not known to be less. */
    snprintf(ini, sizeof ini, "%s",
             LETTER_PERSON "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
                           "2026-11-16\nanswer_within = 7-14\nbase = 300000\n"
                           "fit = the team\nmust_improve = base; title; pto\n" LETTER_DECIDE
                           "[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nreceived = "
                           "2026-11-18\nanswer_within = 7-14\nbase = 340000\nsign_on = 30000\n"
                           "must_improve = call; title; pto\n");
    says(on("2026-11-22", "light", "offer", "mercy", ini, NULL, NULL),
         "Where I still hesitate is base pay.");
    letter = on("2026-11-22", "full", "offer", "mercy", ini, NULL, NULL);
    says(letter, "What makes it hard to sign today is base pay.");
    assert_null(strstr(letter, "sign-on"));
}

/* 12 months where the other binds 18 for fewer miles: neither is the lighter one. */
static void lighter_covenant(void **state)
{
    char ini[CONFIG];
    (void)state;
    for (int months = 12; months <= 13; months++) {
        snprintf(
            ini, sizeof ini,
            "%s[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nreceived = "
            "2026-11-18\nanswer_within = 7-10\nnoncompete_scope = primary_site\n"
            "noncompete_miles = 15\nnoncompete_months = %d\nmust_improve = call; title; pto\n%s",
            LETTER_PERSON
            "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\n"
            "received = 2026-11-16\nanswer_within = 7-10\nnoncompete_scope = "
            "primary_site\nnoncompete_miles = 25\nnoncompete_months = 12\nfit = the team\n"
            "must_improve = base; noncompete; call\n",
            months, LETTER_DECIDE);
        const char *letter = on("2026-11-22", "noncompete", "offer", "mercy", ini, NULL, NULL);
        says(letter, "The non-compete reaches 25 miles from the primary site for 12 months.");
        assert_int_equal(strstr(letter, "has a narrower non-compete") != NULL, months == 12);
    }
}

static const char *extension(const char *goal, const char *review, const char *mercy)
{
    static char ini[CONFIG];
    snprintf(ini, sizeof ini,
             "[person]\nname = Kim Example\n[goal]\ninternal_deadline = "
             "%s\n[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = 2026-11-16\n"
             "answer_within = 7-10\n%s%s",
             goal, mercy, review);
    return on("2026-11-22", "extension", "offer", "mercy", ini, NULL, NULL);
}

/* No day off is promised, not even one's own deadline; none on which counsel is not through; and
 * one's own deadline waits for no contract. */
static void promises(void **state)
{
    static const char contract[] = "doc = contract\n", promise[] = "You would have my answer by";
    const char *letter;
    (void)state;
    says(extension("2026-12-04", "", contract),
         "about 10 to 12 days. You would have my answer by Friday, December 4.");
    says(extension("2026-12-05", "", contract),
         "about 10 to 13 days. You would have my answer by Friday, December 4.");
    says(extension("2026-12-06", "", contract),
         "about 10 to 14 days. You would have my answer by Friday, December 4.");
    /* A Sunday as the only day there is: the Friday before. On the 27th of November theirs is just
     * over. */
    says(extension("2026-11-29", "[review]\nturnaround_days = 1\n", contract),
         "about 7 days. You would have my answer by Friday, November 27.");
    /* Five business days without Thanksgiving from the 22nd end on Monday the 30th; nine on
     * December 4th, ten on the 7th. */
    says(extension("2026-11-30", "", contract), "You would have my answer by Monday, November 30.");
    letter = extension("2026-12-20", "[review]\nturnaround_days = 10\n", contract);
    says(letter, "about 10 to 14 days");
    assert_null(strstr(letter, promise));
    says(extension("2026-12-20", "[review]\nturnaround_days = 9\n", contract),
         "You would have my answer by Friday, December 4.");
    /* Sent on the 18th, ten days end on December 3rd. */
    says(extension("2026-12-20", "[review]\nturnaround_days = 10\nsent = 2026-11-18\n", contract),
         "You would have my answer by Friday, December 4.");
    /* Without the contract the days count from it; those that end with one's own deadline do
     * not. */
    says(extension("2026-12-06", "", ""),
         "about 10 to 14 days from the day the full contract reaches me.");
    says(extension("2026-12-05", "", ""), "about 10 to 13 days.\n");
}

/* What draws one there ends a sentence; a sentence of its own is not put behind it. */
static void fit(void **state)
{
    static const struct {
        const char *fit, *says; /* NULL: refused */
    } cases[] = {
        {"the team", "What draws me to Mercy Health is the team."},
        {"The team.", "What draws me to Mercy Health is the team."},
        {"the team; the case mix", "is the team and the case mix."},
        {"The team.; A short way home; the teaching!",
         "is the team, a short way home and the teaching."},
        {"a team that is kind", "is a team that is kind."},
        {"the way they treat residents", "is the way they treat residents."},
        {"I trained there", NULL},
        {"the case mix; It's close to home", NULL},
        {"the team is great", NULL},
        {"Because my family lives nearby", NULL},
    };
    char ini[CONFIG];
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        for (int decide = 0; decide < 2; decide++) {
            snprintf(ini, sizeof ini, "%s%s%s\n%s%s%s\n",
                     LETTER_PERSON "[offer:mercy]\nemployer = Mercy Health\nwritten = "
                                   "yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"
                                   "call_days_month = 8\nmust_improve = base; noncompete; call\n",
                     decide ? "" : "fit = ", decide ? "" : cases[i].fit,
                     "[decide]\nsign_today = mercy\nbatna = none\nvalue_case = "
                     "yes\n[walkaway]\nbase_min = 280000\n[decide]\n",
                     "why = ", decide ? cases[i].fit : "the money");
            const char *letter = on("2026-11-22", "call_cap", "offer", "mercy", ini, NULL, NULL);
            if (cases[i].says)
                says(letter, cases[i].says);
            else
                refuses(letter,
                        decide ? "[decide] why is a sentence" : "[offer:mercy] fit is a sentence");
        }
    }
}

/* Sixteen reasons of 40 bytes are more than a sentence holds: nothing is cut off in silence. */
static void too_long(void **state)
{
    char fit_text[1024] = "", ini[CONFIG];
    (void)state;
    for (int i = 0; i < 16; i++)
        pgc_append(fit_text, sizeof fit_text, "%sone of sixteen long reasons to be there %c",
                   i ? "; " : "", 'a' + i);
    snprintf(ini, sizeof ini,
             "%s[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
             "2026-11-16\nanswer_within = 7-10\ncall_days_month = 8\n"
             "must_improve = base; noncompete; call\nfit = %s\n%s",
             LETTER_PERSON, fit_text, LETTER_DECIDE);
    refuses(on("2026-11-22", "call_cap", "offer", "mercy", ini, NULL, NULL),
            "[offer:mercy] fit is longer than");
}

/* Counsel read what came before this contract: not yet this one. */
static void counsel(void **state)
{
    static const char *const days[] = {"2026-11-19", "2026-11-20", "2026-11-21"};
    char ini[CONFIG];
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(days); i++) {
        snprintf(ini, sizeof ini, "%scontract_received = %s\n%s", LETTER_PERSON LETTER_MERCY,
                 days[i], LETTER_REST);
        const char *letter = on("2026-11-22", "counsel_ask", "offer", "mercy", ini, NULL, NULL);
        if (i < 2)
            says(letter, "My counsel has gone through it");
        else
            refuses(letter, "no counsel has read the contract");
    }
}

/* Their own figures help only where they lie below the threshold; equal, they do not. */
static void history(void **state)
{
    char ini[CONFIG];
    (void)state;
    for (int reached = 5999; reached <= 6000; reached++) {
        snprintf(
            ini, sizeof ini,
            "%s[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
            "2026-11-16\nanswer_within = 7-10\nwrvu_threshold = 6000\n"
            "wrvu_history_new_hire = %d\nfit = the team\nmust_improve = base; noncompete; call\n%s",
            LETTER_PERSON, reached, LETTER_DECIDE);
        const char *letter = on("2026-11-22", "wrvu_threshold", "offer", "mercy", ini, NULL, NULL);
        says(letter, "The bonus begins above 6,000");
        assert_int_equal(strstr(letter, "recent hires reached") != NULL, reached < 6000);
    }
}

/* The training ends on 2027-06-30, the fellowship begins the day after and takes three years. */
static void trainee(void **state)
{
    static const char ini[] =
        LETTER_PERSON "[fellowship]\nlength = 3y\n[prospect:north]\nname = North Shore "
                      "Medical\n[contact:alvarez]\nname = Dr. Alvarez\nmet_at = the meeting\n";
    (void)state;
    const char *letter = on("2027-06-30", "soft_presence", "prospect", "north", ini, NULL, NULL);
    says(letter, "I am a PGY-3 resident in internal medicine.");
    says(letter, "I plan to go on to a fellowship in gastroenterology.");
    letter = on("2027-07-01", "soft_presence", "prospect", "north", ini, NULL, NULL);
    says(letter, "I am a fellow in gastroenterology.");
    assert_null(strstr(letter, "I plan to go on"));
    says(on("2030-06-30", "warm_text", "contact", "alvarez", ini, NULL, NULL),
         "I finish my training in June 2030");
    refuses(on("2030-07-01", "warm_text", "contact", "alvarez", ini, NULL, NULL),
            "a training that is still to end");
    refuses(on("2030-07-01", "soft_presence", "prospect", "north", ini, NULL, NULL),
            "a day within the training");
}

/* Nobody who made an offer, or had one there, is a stranger; and talks that ended in a no are no
 * talks. */
static void strangers(void **state)
{
    (void)state;
    refuses(on("2026-11-22", "soft_presence", "prospect", "mercy", LETTER_ALL, NULL, NULL),
            "they know you already");
    refuses(on("2026-11-22", "soft_presence", "prospect", "county", LETTER_ALL, NULL, NULL),
            "they know you already");
    says(on("2026-11-22", "soft_presence", "prospect", "north", LETTER_ALL, NULL, NULL),
         "North Shore Medical");
    says(on("2026-11-22", "parallel", "offer", "mercy", LETTER_ALL, NULL, NULL),
         "advanced talks with two other groups");
    refuses(on("2026-11-22", "parallel", "offer", "mercy", LETTER_ALL, "valley declined", NULL),
            "1 other prospect is in stage advanced or offer");
}

/* One mile and one month; an ask that waits for its answer is no new round. */
static void words(void **state)
{
    static const char one[] =
        LETTER_PERSON "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
                      "2026-11-16\nanswer_within = 7-10\nnoncompete_scope = any_facility\n"
                      "noncompete_miles = 1\nnoncompete_months = 1\nfit = the team\nmust_improve = "
                      "base; noncompete; call\n" LETTER_DECIDE;
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    const char *letter = on("2026-11-22", "noncompete", "offer", "mercy", one, NULL, NULL);
    (void)state;
    says(letter, "reaches 1 mile from any of your facilities for 1 month.");
    says(letter, "limit it to 1 mile from the primary site for 1 month?");
    fake_letters(f);
    fake_ini(f, LETTER_ALL);
    fake_log(f, "2026-11-20", "offer", "mercy", "asked", NULL);
    assert_true(letter_of(f, "call_cap", "offer", "mercy", false));
    assert_true(
        letter_noted(f, "Your ask of Fri Nov 20, 2026 has no answer yet: this belongs to it"));
    assert_false(letter_noted(f, "second ask"));
    assert_false(letter_noted(f, "log offer mercy asked"));
    fake_free(&f);
}

/* The list of letters says why none can be written when there is nobody to write to. */
static void nobody(void **state)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    (void)state;
    fake_letters(f);
    fake_ini(f, LETTER_PERSON "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
                              "2026-11-16\nstatus = declined\n");
    fake_report(f, "letters");
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type != PGYD_TABLE_ROW)
            continue;
        assert_true(strncmp(f->parts[i].cells[2], "no: ", 4) != 0 ||
                    strlen(f->parts[i].cells[2]) > 10);
        if (strcmp(f->parts[i].cells[0], "light") == 0)
            assert_string_equal(f->parts[i].cells[2], "no: no offer is open");
    }
    fake_free(&f);
}

static int leave(void **state)
{
    (void)state;
    on(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    return 0;
}

int main(void)
{
#define CASE(name) cmocka_unit_test(name)
    const struct CMUnitTest tests[] = {CASE(lapsed),
                                       CASE(stronger_there),
                                       CASE(lighter_covenant),
                                       CASE(promises),
                                       CASE(fit),
                                       CASE(too_long),
                                       CASE(counsel),
                                       CASE(history),
                                       CASE(trainee),
                                       CASE(strangers),
                                       CASE(words),
                                       CASE(nobody)};
    return cmocka_run_group_tests_name("lettertruth", tests, NULL, leave);
}
