/* SPDX-License-Identifier: BSD-2-Clause */
/* What the language of packs can say beyond a day and its window, in packs of the test's own; and
 * the packs without which nothing is planned. What is shipped is test_pack.c's. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini"
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
    assert_string_equal(fake_steps(f, "q@2026-10"), "0d info");
    assert_int_equal(fake_item(f, "q@2026-10")->kind, PGYD_WINDOW);
    plan_on(f, "2027-01-01");
    assert_days(f, "q@2026-10", "none");
    assert_days(f, "q@2027-04", "2027-04-01..2027-06-30");
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

/* ---- mistakes ---- */

static void mistakes(void **state)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = week\n",
         "packs/mine.ini:7:9: every is one of month|quarter"},
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = month\neach = residency\n",
         "packs/mine.ini:8:8: a milestone has each or every: every holds"},
        {"[milestone:x]\ntitle = X\nevery = month\n", "packs/mine.ini:4: [milestone:x] lacks when"},
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = month\nuntil = GG\n",
         "packs/mine.ini:8:9: unknown name GG"},
        {"[milestone:x]\ntitle = X\nwhen = G\nevery = month\n[milestone:y]\ntitle = Y\nafter = x\n",
         "packs/mine.ini:10:9: x is planned again and again"},
        {"[milestone:x]\ntitle = X\nwhen = G\nkind = habits\n",
         "packs/mine.ini:7:8: kind is one of milestone|window|deadline|reminder|habit"},
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
        CASE(rule),
        CASE(lanes),
        cmocka_unit_test(mistakes),
        cmocka_unit_test(never_half_a_plan),
    };
    return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
