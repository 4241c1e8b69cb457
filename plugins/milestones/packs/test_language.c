/* SPDX-License-Identifier: BSD-2-Clause */
/* What the language of packs can say beyond a day and its window, in packs of the test's own; and
 * the packs without which nothing is planned. What is shipped is test_pack.c's. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* PGY-2 begins on 2025-07-01, G = 2027-06-30. */
static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";
static const char head[] = "[pack]\nsource = ours\nconfidence = rule\n";

/* A pack of the test's own behind a [pack] of rules. */
static void add_rules(struct fake *f, const char *text)
{
    static char whole[16384];
    snprintf(whole, sizeof whole, "%s%s", head, text);
    fake_file(f, "packs", "mine.ini", whole);
}

static void plan_on(struct fake *f, const char *today)
{
    f->host.today = fake_day(today);
    fake_plan(f);
}

/* ---- every ---- */

/* Today's month and the next, cut to the days there are: the day before the first of its months
 * nothing, then one, two, one, and nothing from the day after the last. */
static void months(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(
        f, "[milestone:tidy]\ntitle = M\nevery = month\nkind = habit\nwhen = 2027-01-15\nuntil = "
           "2027-03-10\nremind = none\n");
    plan_on(f, "2026-11-30");
    assert_int_equal(fake_count(f, "tidy"), 0);
    plan_on(f, "2026-12-01");
    assert_int_equal(fake_count(f, "tidy"), 1);
    assert_days(f, "tidy@2027-01", "2027-01-15..2027-01-31");
    plan_on(f, "2027-02-28");
    assert_int_equal(fake_count(f, "tidy"), 2);
    assert_days(f, "tidy@2027-02", "2027-02-01..2027-02-28");
    assert_days(f, "tidy@2027-03", "2027-03-01..2027-03-10");
    assert_int_equal(fake_item(f, "tidy@2027-03")->kind, PGYD_HABIT);
    assert_int_equal(fake_item(f, "tidy@2027-03")->flags, PGYD_ITEM_NO_LADDER);
    plan_on(f, "2027-03-01");
    assert_int_equal(fake_count(f, "tidy"), 1);
    plan_on(f, "2027-04-01");
    assert_int_equal(fake_count(f, "tidy"), 0);
}

/* Quarters begin in January, April, July and October; without until there is no end. What was over
 * before the first run is no matter. */
static void quarters(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_started(f, "2027-01-01");
    add_rules(f,
              "[milestone:q]\ntitle = Q\nevery = quarter\nwhen = 2020-01-01\nremind = 0d\nlate = "
              "drop\n");
    plan_on(f, "2026-12-31");
    assert_days(f, "q@2026-10", "2026-10-01..2026-12-31");
    assert_days(f, "q@2027-01", "2027-01-01..2027-03-31");
    assert_string_equal(fake_steps(f, "q@2026-10"), "0d");
    assert_int_equal(fake_item(f, "q@2026-10")->kind, PGYD_WINDOW);
    plan_on(f, "2027-01-01");
    assert_days(f, "q@2026-10", "none");
    assert_days(f, "q@2027-04", "2027-04-01..2027-06-30");
}

/* A day of every year from when to until, both included; 02-29 is the 28th in other years. Of those
 * before the first run nothing is planned, of one on its day it is. */
static void days_of_years(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_started(f, "2024-07-01");
    add_rules(f,
              "[milestone:autumn]\ntitle = D\nevery = 09-15\nkind = reminder\nremind = 0d\nwhen = "
              "2025-09-15\nuntil = 2027-09-15\n"
              "[milestone:eve]\ntitle = E\nevery = 09-14\nwhen = 2025-09-15\nuntil = 2027-09-13\n"
              "[milestone:leap]\ntitle = L\nevery = 02-29\nwhen = 2027-01-01\nuntil = "
              "2028-12-31\n"
              "[milestone:none]\ntitle = N\nevery = 09-15\nwhen = G\nuntil = G - 1d\n");
    plan_on(f, "2026-11-22");
    assert_int_equal(fake_count(f, "autumn"), 3);
    assert_days(f, "autumn@2025", "2025-09-15");
    assert_days(f, "autumn@2026", "2026-09-15");
    assert_days(f, "autumn@2027", "2027-09-15");
    assert_int_equal(fake_item(f, "autumn@2026")->kind, PGYD_REMINDER);
    assert_string_equal(fake_steps(f, "autumn@2026"), "0d");
    assert_int_equal(fake_count(f, "eve"), 1);
    assert_days(f, "eve@2026", "2026-09-14");
    assert_int_equal(fake_item(f, "eve@2026")->kind, PGYD_MILESTONE);
    assert_days(f, "leap@2027", "2027-02-28");
    assert_days(f, "leap@2028", "2028-02-29");
    assert_int_equal(fake_count(f, "none"), 0);
    fake_started(f, "2026-09-15");
    fake_plan(f);
    assert_int_equal(fake_count(f, "autumn"), 2);
    assert_int_equal(fake_count(f, "eve"), 0);
    fake_started(f, "2026-09-16");
    fake_plan(f);
    assert_int_equal(fake_count(f, "autumn"), 1);
}

/* ---- rules without a date that could pass ---- */

static void rule(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, "[milestone:a]\ntitle = A\nwhen = 2090-01-01\n[milestone:b]\ntitle = B\nwhen = "
                 "G\nconfidence = pattern\nchecked_on = 2026-11-01\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_plan(f);
    assert_string_equal(fake_item(f, "a")->source, "ours");
    assert_int_equal(fake_item(f, "a")->confidence, 0);
    assert_string_equal(fake_item(f, "b")->source, "ours; pattern, last checked on 2026-11-01");
    plan_on(f, "2089-05-01");
    assert_null(strstr(fake_item(f, "refresh-packs@2089")->detail, "- mine"));
}

/* Whether lists/lanes.tsv has the field: internal medicine is not there, orthopedics is. */
static void lanes(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f,
              "[milestone:has]\ntitle = A\nwhen = G\nif = lanes\n[milestone:not]\ntitle = B\nwhen "
              "= G\nif = lanes = no\n");
    fake_plan(f);
    assert_days(f, "has", "none");
    assert_days(f, "not", "2027-06-30");
    struct fake *g = fresh("2026-11-22");
    fake_ini(g, "[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n");
    add_rules(g, "[milestone:has]\ntitle = A\nwhen = G\nif = lanes\n");
    fake_plan(g);
    assert_days(g, "has", "2027-06-30");
    fake_free(&g);
}

/* ---- cases ---- */

/* The first case that holds says what is otherwise; what it leaves unset stays. What comes after
 * the milestone counts from its case too. */
static void cases(void **state)
{
    static const struct {
        const char *more, *days, *title, *detail, *after;
    } lives[] = {
        {"", "2027-06-30", "Plain", "One.\n- a; b\n- c", "2027-07-01"},
        {"[visa]\ntype = h1b\n", "2027-05-30..2027-06-30", "Plain", "One.\n- d", "2027-05-31"},
        {"[visa]\ntype = j1\n", "2027-03-30", "Otherwise", "One.\n- a; b\n- c", "2027-03-31"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof lives / sizeof lives[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, medicine);
        fake_ini(f, lives[i].more);
        add_rules(f, "[milestone:plain]\ntitle = Plain\nwhen = G\ndetail = One.\npoint = a; b\n"
                     "point = c\n"
                     "[case:plain]\nif = visa = j1\ntitle = Otherwise\nwhen = G - 3mo\n"
                     "[case:plain]\nif = visa\nwhen = G - 1mo\nuntil = G\npoint = d\n"
                     "[milestone:later]\ntitle = L\nafter = plain + 1d\n");
        fake_check(f);
        assert_int_equal(f->nproblems, 0);
        fake_plan(f);
        assert_days(f, "plain", lives[i].days);
        assert_string_equal(fake_item(f, "plain")->title, lives[i].title);
        assert_string_equal(fake_item(f, "plain")->detail, lives[i].detail);
        assert_days(f, "later", lives[i].after);
        fake_free(&f);
    }
}

/* ---- from, to ---- */

/* The days that there are for all of a pack, 2027-01-10 to 2027-02-20, or for one: what reaches
 * beyond them is cut, what touches their first or last day is in, what lies outside is not. */
static void limits(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "mine.ini",
              "[pack]\nsource = ours\nconfidence = rule\nfrom = 2027-01-10\nto = 2027-02-20\n"
              "[milestone:both]\ntitle = A\nwhen = 2027-01-01\nuntil = 2027-03-01\n"
              "[milestone:first]\ntitle = A\nwhen = 2027-01-01\nuntil = 2027-01-10\n"
              "[milestone:before]\ntitle = A\nwhen = 2027-01-01\nuntil = 2027-01-09\n"
              "[milestone:last]\ntitle = A\nwhen = 2027-02-20\n"
              "[milestone:past]\ntitle = A\nwhen = 2027-02-21\n"
              "[milestone:own]\ntitle = A\nwhen = 2027-02-21\nto = none\n"
              "[milestone:other]\ntitle = A\nwhen = 2027-01-01\nuntil = 2027-03-01\nfrom = "
              "2027-01-05\nto = F0\n");
    fake_plan(f);
    assert_days(f, "both", "2027-01-10..2027-02-20");
    assert_days(f, "first", "2027-01-10");
    assert_days(f, "before", "none");
    assert_days(f, "last", "2027-02-20");
    assert_days(f, "past", "none");
    assert_days(f, "own", "2027-02-21");
    assert_days(f, "other", "2027-01-05..2027-03-01"); /* no fellowship: no last day */
    fake_arg(f, "id", "both");
    fake_report(f, "why");
    assert_true(says(f, "begun with that") && says(f, "Where: packs/mine.ini, line 6"));
}

/* ---- quiet ---- */

/* Halves begin in January and July. Odd months are January, March and so on: of this month and the
 * next, one is. What starts or ends within one is cut to it. */
static void halves_and_turns(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, "[milestone:h]\ntitle = H\nevery = half\nwhen = 2020-01-01\n"
                 "[milestone:o]\ntitle = O\nevery = odd\nwhen = 2026-11-10\n"
                 "[milestone:e]\ntitle = E\nevery = even\nwhen = 2020-01-01\nuntil = 2026-12-20\n");
    plan_on(f, "2026-12-31");
    assert_days(f, "h@2026-07", "2026-07-01..2026-12-31");
    assert_days(f, "h@2027-01", "2027-01-01..2027-06-30");
    assert_days(f, "o@2027-01", "2027-01-01..2027-01-31");
    assert_days(f, "e@2026-12", "2026-12-01..2026-12-20");
    assert_int_equal(fake_count(f, "o") + fake_count(f, "e"), 2);
    plan_on(f, "2026-11-30");
    assert_days(f, "o@2026-11", "2026-11-10..2026-11-30");
    assert_days(f, "e@2026-12", "2026-12-01..2026-12-20");
    plan_on(f, "2027-01-01");
    assert_days(f, "h@2026-07", "none");
    assert_days(f, "h@2027-07", "2027-07-01..2027-12-31");
    assert_int_equal(fake_count(f, "e"), 0);
}

/* Nothing rings before 2027-03-01: a fortnight before becomes that day, once; what is over by then
 * does not ring. What names no steps has none to move. */
static void quiet(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "mine.ini",
              "[pack]\nsource = ours\nconfidence = rule\nquiet = 2027-03-01\n"
              "[milestone:day]\ntitle = A\nwhen = 2027-03-05\nremind = 2w\n"
              "[milestone:window]\ntitle = A\nwhen = 2027-02-01\nuntil = 2027-04-30\n"
              "remind = +58d\n"
              "[milestone:last]\ntitle = A\nwhen = 2027-01-01\nuntil = 2027-03-01\nremind = 1mo\n"
              "[milestone:over]\ntitle = A\nwhen = 2027-01-01\nuntil = 2027-02-28\nremind = 0d\n"
              "[milestone:loud]\ntitle = A\nwhen = 2027-03-05\nremind = 2w\nquiet = none\n"
              "[milestone:table]\ntitle = A\nwhen = 2027-02-01\n");
    fake_plan(f);
    assert_string_equal(fake_steps(f, "day"), "-4d, 0d");
    /* 2027-02-01 + 28 d. */
    assert_string_equal(fake_steps(f, "window"), "58d, 28d");
    assert_string_equal(fake_steps(f, "last"), "59d");
    assert_int_equal(fake_item(f, "over")->flags, PGYD_ITEM_NO_LADDER);
    assert_string_equal(fake_steps(f, "loud"), "-2w, 0d");
    assert_int_equal(fake_item(f, "table")->nsteps + fake_item(f, "table")->flags, 0);
}

/* ---- late = training, then ---- */

/* Days are caught up on until the day after the last of training, 2027-06-30; windows stay. Of a
 * series only the last that is over is caught up on, whether that is planned or not. */
static void late(void **state)
{
    static const char text[] =
        "[milestone:a]\ntitle = A\nwhen = G - 3mo\nlate = training\nthen = b\n"
        "[milestone:b]\ntitle = B\nwhen = G - 2mo\nlate = training\nif = visa\n"
        "[milestone:c]\ntitle = C\nwhen = G - 1mo\nlate = training\n"
        "[milestone:w]\ntitle = W\nwhen = G - 3mo\nuntil = G - 1mo\nlate = training\n"
        "[milestone:s]\ntitle = S\nwhen = S + 1mo\nthen = t\n"
        "[milestone:t]\ntitle = T\nwhen = S + 2mo\n";
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, text);
    fake_started(f, "2027-04-30"); /* the day of b itself is not over */
    fake_plan(f);
    assert_days(f, "a", "2027-03-30");
    fake_started(f, "2027-05-01");
    fake_plan(f);
    assert_days(f, "a", "none");
    fake_started(f, "2027-06-30");
    fake_plan(f);
    assert_days(f, "c", "2027-05-30");
    fake_started(f, "2027-07-01");
    fake_plan(f);
    assert_days(f, "c", "none");
    assert_days(f, "w", "2027-03-30..2027-05-30");
    /* S = 2027-08-02. */
    fake_started(f, "2027-10-02");
    fake_plan(f);
    assert_days(f, "s", "2027-09-02");
    fake_started(f, "2027-10-03");
    fake_plan(f);
    assert_days(f, "s", "none");
    assert_days(f, "t", "2027-10-02");
}

/* ---- {lanes} ---- */

/* A note that names the lanes of the field; where lists/lanes.tsv has none, no note. */
static void lanes_named(void **state)
{
    static const char text[] = "[milestone:x]\ntitle = X\nwhen = G\ndetail = Pick.\nnote = Yours: "
                               "{lanes}!\n";
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, text);
    fake_plan(f);
    assert_string_equal(fake_item(f, "x")->detail, "Pick.");
    struct fake *g = fresh("2026-11-22");
    fake_ini(g, "[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n");
    fake_file(g, "lists", "lanes.tsv",
              "orthopaedic_surgery\tspine\t3\t-\t-\ts\t-\t-\northopaedic_surgery\tjoints\t3\t-"
              "\t-\ts\t-\t-\n");
    add_rules(g, text);
    fake_plan(g);
    assert_string_equal(fake_item(g, "x")->detail, "Pick.\nYours: spine, joints!");
    fake_free(&g);
}

/* ---- mistakes ---- */

static void mistakes(void **state)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = week\n",
         "packs/mine.ini:7:9: every is month, quarter, half, odd, even or a day of every "
         "year, such as 09-15"},
        {"[milestone:x]\ntitle = X\nwhen = START\nuntil = G\nevery = 02-30\n",
         "packs/mine.ini:8:9: every is month, quarter, half, odd, even or a day of every year"},
        {"[milestone:x]\ntitle = X\nwhen = START\nuntil = G\nevery = 09-15x\n",
         "packs/mine.ini:8:9: every is month, quarter, half, odd, even or a day of every year"},
        {"[milestone:x]\ntitle = X\nwhen = START\nevery = 09-15\n",
         "packs/mine.ini:7:9: a day of every year needs until"},
        {"[milestone:x]\ntitle = X\nwhen = START\nuntil = G\nevery = 09-15\nkind = day\n",
         "packs/mine.ini:9:8: kind is one of"},
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = month\neach = residency\n",
         "packs/mine.ini:8:8: a milestone has each or every: every holds"},
        {"[milestone:x]\ntitle = X\nevery = month\n", "packs/mine.ini:4: [milestone:x] lacks when"},
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = month\nuntil = GG\n",
         "packs/mine.ini:8:9: unknown name GG"},
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = month\n[milestone:y]\ntitle = Y\nafter = x\n",
         "packs/mine.ini:10:9: x is planned again and again"},
        {"[milestone:x]\ntitle = X\nwhen = G\nkind = habits\n",
         "packs/mine.ini:7:8: kind is one of milestone|window|deadline|reminder|habit"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:y]\nif = visa\nwhen = S\n",
         "packs/mine.ini:7:2: a case stands below the milestone of its id"},
        {"[case:x]\nif = visa\nwhen = S\n", "packs/mine.ini:4:2: a case stands below"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nwhen = S\n",
         "packs/mine.ini:7: [case:x] lacks if"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nif = visa\nwhen = S +\n",
         "packs/mine.ini:9:11: the end where"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nif = visa\nkind = day\n",
         "packs/mine.ini:9:8: kind is one of"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nif = visa\neach = training\n",
         "packs/mine.ini:9: [case] has no key each"},
        {"[milestone:x]\ntitle = X\nwhen = G\nfrom = nowhere\n",
         "packs/mine.ini:7:8: unknown name nowhere"},
        {"[milestone:x]\ntitle = X\nwhen = G\nquiet = always\n",
         "packs/mine.ini:7:9: unknown name always"},
        {"[milestone:x]\ntitle = X\nwhen = G\nthen = y\n",
         "packs/mine.ini:7:8: there is no milestone y"},
        {"[milestone:x]\ntitle = X\nwhen = G\nlate = never\n",
         "packs/mine.ini:7:8: late is one of catch-up|drop|training"},
        {"[milestone:x]\ntitle = X\nwhen = middle(START)\n",
         "packs/mine.ini:6:20: ',' is missing after the first day"},
        {"[milestone:x]\ntitle = X\nwhen = G\nconfidence = rules\n",
         "packs/mine.ini:7:14: confidence is one of confirmed|pattern|unknown|rule"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, medicine);
        add_rules(f, cases[i].text);
        fake_check(f);
        if (fake_problems(f, PGYD_WARN, "packs", "", NULL, cases[i].part) != 1) {
            for (size_t k = 0; k < f->nproblems; k++)
                print_error("%s\n", f->problems[k].message);
            fail_msg("expected: %s", cases[i].part);
        }
        assert_int_equal(f->nproblems, 1);
        fake_plan(f);
        fake_free(&f);
    }
}

/* ---- pgyd's own rules ---- */

/* A plan without them would look whole: it is none, and check says why. [packs] use does not leave
 * them out, skip does, and a person's own of the name stands in. */
static void never_half_a_plan(void **state)
{
    struct fake *f = fake_new(&FAKE_PLUGIN, "2026-11-22");
    (void)state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "other.ini", head);
    fake_packs(f, "phases.ini");
    assert_int_equal(f->plugin->plan(&f->host), -1);
    assert_non_null(strstr(f->error, "packs/monthly.ini is not installed"));
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "packs", "", NULL, "packs/monthly.ini"), 1);
    fake_ini(f, "[packs]\nskip = monthly\n");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, NULL, NULL, NULL, NULL), 0);
    fake_plan(f);
    fake_free(&f);
    struct fake *g = fresh("2026-11-22");
    fake_ini(g, medicine);
    fake_ini(g, "[packs]\nuse = other\noff = monthly-room\n");
    fake_file(g, "packs", "other.ini", head);
    fake_plan(g);
    assert_days(g, "monthly-cases@2026-11", "2026-11-01..2026-11-30");
    assert_int_equal(fake_count(g, "monthly-room"), 0);
    fake_check(g);
    assert_int_equal(g->nproblems, 0);
    fake_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(months),
        CASE(quarters),
        CASE(days_of_years),
        CASE(halves_and_turns),
        CASE(rule),
        CASE(lanes),
        cmocka_unit_test(cases),
        CASE(limits),
        CASE(quiet),
        CASE(late),
        CASE(lanes_named),
        cmocka_unit_test(mistakes),
        cmocka_unit_test(never_half_a_plan),
    };
    return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
