/* SPDX-License-Identifier: BSD-2-Clause */
/* The rules that are a number, row by row: those of offers that no other test holds at exactly this
 * boundary, and where the others are held. 2026-11-16 is a Monday, 2026-11-26 Thanksgiving. Further
 * edges of each stand in tests/inventory.tsv, by the id. */
/*
 *  row  id     what                    test
 *    1  S0-02  7-10 days               seven_to_ten; tests/fault/test_time.py walks about the day
 *    2  S0-20  10-14 days              ten_to_fourteen
 *    3  S0-22  21 days                 day_twenty; test_scenario.py: fires, falls silent, is back
 *    4  S0-06  three to five           three_to_five
 *    5  S0-48  once, maybe twice       once_maybe_twice
 *    6  S0-33  300k against 340k       test_askrules base_target, base; the strict < of S0-34
 *    7  S0-38  25 miles, any facility  test_askrules covenant
 *    8  S0-58  5,000 and 5,001         test_ready marginal
 *    9  S0-58  a revision of each      one_side_only
 *   10  S0-04  six rows                test_compare six_rows
 *   11  S0-52  two tables of leverage  plugins/common/test_market.c
 *   12  S1-44  processes, stretch      plugins/networking/search/test_search.c processes, stretch
 *   13  S1-58  2-3 with influence      test_search.c known
 *   14  S1-14  G - 24 to G - 12        plugins/milestones/packs/test_phases.c phase-visibility
 *   15  S1-38  305,000                 test_compare derived
 *   16  S1-26  24 months               test_phases.c prove-month-24; test_compare years
 *   17  S2-42  2025-12-30, 2026-06-30  test_phases.c phase-hireable, hireable-core
 *   18  S1-57  G - 18 to G - 6         test_phases.c phase-levers
 *   19  S2-41  35 + 28 + 22 + 18 + 15  risk_of_nothing_known; test_terms risk_index
 *   20  S2-58  75/5/15/5, 10 to 15 %   plugins/networking/test_networking.c shares, hours
 *   21  S2-65  two in writing          two_in_writing
 *   22  S2-68  four wishes             test_ready wants
 *   23  S2-52  five habits             test_networking.c habits_monthly
 *   24  S2-38  2-3 classes ahead       test_search.c known
 *   25  S2-11  n of four centers       test_networking.c coverage
 *   26  S1-61  meetings observed       test_search.c counted
 *   27  S1-62  a rotation              test_networking.c occasions
 *   28  S2-47  200k to 400k less       test_ready report_decide
 *   29  S2-48  3-5 and 5-7 years       test_ready report_decide
 *   30  S0-42  four parts in order     four_parts
 */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include "plugins/offers/compare/terms.h"
#include "plugins/offers/letters/parse.h"
#include "plugins/offers/ready/ready.h"

#include <stdio.h>

#define MERCY                                                                                      \
    "[offer:mercy]\nemployer = Mercy\nwritten = yes\nphysician_lead = Chief\nreceived = "          \
    "2026-11-16\ndoc = contract\n"
#define VALLEY                                                                                     \
    "[offer:valley]\nemployer = Valley\nwritten = yes\nphysician_lead = Chief\nreceived = "        \
    "2026-11-16\ndoc = contract\nanswer_by = 2026-12-15\n"

/* Row 1: the 16th + 7 = the 23rd, + 10 = the 26th. Six or eight days move the soft one by one, nine
 * and eleven the hard one. */
static void seven_to_ten(void **state)
{
    struct fake *f = planned(state, MERCY "answer_within = 7-10\n");
    assert_days(f, "mercy-answer-soft", "2026-11-23");
    assert_days(f, "mercy-answer-by", "2026-11-26");
    fake_ini(
        f,
        "[offer:less]\nemployer = L\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 6-9\n"
        "[offer:more]\nemployer = M\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 8-11\n");
    fake_plan(f);
    assert_days(f, "less-answer-soft", "2026-11-22");
    assert_days(f, "less-answer-by", "2026-11-25");
    assert_days(f, "more-answer-soft", "2026-11-24");
    assert_days(f, "more-answer-by", "2026-11-27");
}

/* Row 2: 2026-11-23 + 10 = 12-03, + 14 = 12-07. A day later both are; the own deadline of 12-05
 * cuts the end, of 12-02 both. */
static void ten_to_fourteen(void **state)
{
    struct fake *f = planned(state, MERCY "answer_by = 2026-12-20\n");
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-03..2026-12-07");
    fake_log(f, "2026-11-24", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-04..2026-12-08");
    fake_ini(f, "[goal]\ninternal_deadline = 2026-12-05\n");
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-04..2026-12-05");
}

/* The cell "days untouched" of the report on a day. */
static const char *untouched_on(struct fake *f, const char *today)
{
    f->host.today = fake_day(today);
    fake_report(f, "offers");
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type == PGYD_TABLE_ROW && f->parts[i].ncells > 6 &&
            strcmp(f->parts[i].cells[0], "Mercy") == 0)
            return f->parts[i].cells[6];
    }
    fail_msg("no row of Mercy");
    return NULL;
}

/* Row 3: touched on 2026-11-02: the 22nd is day 20, the 23rd day 21. */
static void day_twenty(void **state)
{
    struct fake *f =
        planned(state, "[offer:mercy]\nemployer = Mercy\nwritten = yes\nreceived = "
                       "2026-10-26\nanswer_by = 2026-12-20\nlast_touched = 2026-11-02\n");
    assert_days(f, "mercy-untouched", "2026-11-23");
    assert_string_equal(untouched_on(f, "2026-11-22"), "20");
    assert_string_equal(untouched_on(f, "2026-11-23"), "21 (too long)");
    /* One touch on day 20 begins anew: 2026-11-22 + 21 = 12-13. */
    fake_log(f, "2026-11-22", "offer", "mercy", "touched", NULL);
    fake_plan(f);
    assert_days(f, "mercy-untouched", "2026-12-13");
}

/* Row 4: two and six are warned of, three and five are not, in check as in the plan. */
static void three_to_five(void **state)
{
    static const struct {
        const char *must;
        size_t wrong;
    } cases[] = {{"a; b", 1}, {"a; b; c", 0}, {"a; b; c; d; e", 0}, {"a; b; c; d; e; f", 1}};
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[80];
        fake_ini(f, MERCY "answer_by = 2026-12-01\n");
        fake_ini(f, pgc_format(ini, sizeof ini, "must_improve = %s\n", cases[i].must));
        fake_check(f);
        assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "mercy", "must_improve", "too"),
                         cases[i].wrong);
        fake_plan(f);
        assert_int_equal(fake_count(f, "mercy-must-improve"), cases[i].wrong);
        fake_free(&f);
    }
}

/* Whether an ask on a day would be refused. */
static bool refused(struct fake *f, const char *day, const char *arg)
{
    fake_log(f, day, "offer", "mercy", "asked", arg);
    f->events[f->nevents - 1].number = PGYD_PROPOSED;
    fake_check(f);
    f->nevents--;
    return fake_problems(f, PGYD_CRITICAL, "journal", "", "offer", "force=yes") == 1;
}

/* Row 5: the first round says nothing, the second is the last, the third needs force. */
static void once_maybe_twice(void **state)
{
    struct fake *f = planned(state, MERCY "answer_by = 2026-12-20\n");
    fake_log(f, "2026-11-17", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-18", "offer", "mercy", "revised", NULL);
    fake_plan(f);
    assert_days(f, "mercy-last-round", "none");
    assert_false(refused(f, "2026-11-19", NULL));
    fake_log(f, "2026-11-19", "offer", "mercy", "asked", NULL);
    fake_plan(f);
    assert_days(f, "mercy-last-round", "2026-11-19");
    fake_log(f, "2026-11-20", "offer", "mercy", "revised", NULL);
    assert_true(refused(f, "2026-11-21", NULL));
    assert_false(refused(f, "2026-11-21", "force=yes"));
}

static bool decided(struct fake *f)
{
    struct offers offers;
    struct decision decision;
    offers_read(&f->host, &offers);
    decision_of(&f->host, &offers, &decision);
    return decision.revised;
}

/* Row 9: one side alone is not enough. */
static void one_side_only(void **state)
{
    struct fake *f =
        planned(state, MERCY "answer_by = 2026-12-20\nbase = 300000\n" VALLEY
                             "base = 300000\n[decide]\nunderstood = comp, call, noncompete\n");
    assert_false(decided(f));
    fake_log(f, "2026-11-17", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-18", "offer", "mercy", "revised", NULL);
    fake_log(f, "2026-11-18", "offer", "valley", "asked", NULL);
    assert_false(decided(f));
    fake_plan(f);
    assert_days(f, "decision-time", "none");
    fake_log(f, "2026-11-19", "offer", "valley", "revised", NULL);
    assert_true(decided(f));
    fake_plan(f);
    assert_days(f, "decision-time", "2026-11-21");
}

/* Row 19: 35 + 28 + 22 + 18 + 15 = 118 is the most, with nothing known. */
static void risk_of_nothing_known(void **state)
{
    struct fake *f = planned(state, MERCY);
    struct terms_risk risk;
    terms_risk_of(&f->host, "mercy", &risk);
    assert_int_equal(risk.index, 35 + 28 + 22 + 18 + 15);
    assert_int_equal(risk.index, 118);
}

/* Row 21: two in writing, one of them and one that is only said. */
static void two_in_writing(void **state)
{
    struct fake *f =
        planned(state, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n" MERCY
                       "[offer:talk]\nemployer = T\nwritten = no\nreceived = 2026-11-17\n");
    assert_days(f, "few-offers", "2026-09-30");
    fake_ini(f, VALLEY);
    fake_plan(f);
    assert_days(f, "few-offers", "none");
}

static bool anything(const char *name)
{
    (void)name;
    return true;
}

static bool parsed(const char *sections, char why[200])
{
    static struct letter_template t;
    struct letter_error error = {.text = ""};
    char text[600];
    pgc_format(
        text, sizeof text,
        "about: A request\nto: offer\nformat: letter\nsubject: S\nlane: light\nref: S0-42\n\n%s",
        sections);
    bool ok = letter_parse(text, strlen(text), anything, &t, &error);
    pgc_format(why, 200, "%s", error.text);
    return ok;
}

/* Row 30: fit, obstacle, resolve, request; each pair the other way round, and each left out. */
static void four_parts(void **state)
{
    static const char *const parts[] = {"[fit]\nA.\n\n", "[obstacle]\nB.\n\n", "[resolve]\nC.\n\n",
                                        "[request]\nD?\n\n"};
    char text[300], why[200];
    (void)state;
    pgc_format(text, sizeof text, "%s%s%s%s", parts[0], parts[1], parts[2], parts[3]);
    if (!parsed(text, why))
        fail_msg("the right order: %s", why);
    for (size_t swap = 0; swap < 3; swap++) {
        size_t order[] = {0, 1, 2, 3};
        order[swap] = swap + 1;
        order[swap + 1] = swap;
        pgc_format(text, sizeof text, "%s%s%s%s", parts[order[0]], parts[order[1]], parts[order[2]],
                   parts[order[3]]);
        assert_false(parsed(text, why));
        assert_non_null(strstr(why, "fit, obstacle, resolve, request"));
    }
    for (size_t without = 0; without < 4; without++) {
        text[0] = '\0';
        for (size_t i = 0; i < 4; i++)
            pgc_append(text, sizeof text, "%s", i == without ? "" : parts[i]);
        assert_false(parsed(text, why));
        assert_non_null(strstr(why, "fit, obstacle, resolve"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(seven_to_ten),          CASE(ten_to_fourteen),  CASE(day_twenty),
        CASE(three_to_five),         CASE(once_maybe_twice), CASE(one_side_only),
        CASE(risk_of_nothing_known), CASE(two_in_writing),   CASE(four_parts),
    };
    return cmocka_run_group_tests_name("rule_digest", tests, NULL, NULL);
}
