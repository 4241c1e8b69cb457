/* SPDX-License-Identifier: BSD-2-Clause */
/* Leverage and the conditions of the lanes, each broken once. */
#include "plugins/offers/asks/lane.h"

#include "tests/unit/fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

#define OFFER(id, employer)                                                                        \
    "[offer:" id "]\nemployer = " employer                                                         \
    "\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"

static struct fake *current;
static struct offers offers;
static struct lane_choice choice;
static struct pgc_place_power power;

static int teardown(void **state)
{
    (void)state;
    if (current)
        fake_free(&current);
    return 0;
}

/* The lane of offer a among what a text configures. */
static int lane(const char *ini)
{
    teardown(NULL);
    current = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(current, ini);
    offers_read(&current->host, &offers);
    lane_of(&current->host, &offers, &offers.list[0], &choice);
    return choice.lane;
}

static const struct lane_condition *condition(const char *name)
{
    for (uint32_t i = 0; i < choice.n; i++) {
        if (strcmp(choice.list[i].name, name) == 0)
            return &choice.list[i];
    }
    fail_msg("no condition %s", name);
    return NULL;
}

static const char first[] = "One clear first choice", other[] = "The other is stronger",
                  strong[] = "Bargaining power", calm[] = "A no would be accepted";

/* Each part can be replaced to break one condition. */
struct parts {
    const char *a, *b, *decide, *market;
};

static const struct parts holding = {
    OFFER("a", "Alpha") "base = 300000\nnoncompete_scope = primary_site\nattachment = 5\n",
    OFFER("b", "Beta") "base = 340000\nnoncompete_scope = none\n",
    "[decide]\nsign_today = a\nok_if_no = yes\ngames_ok = yes\n", "[market]\npower = 60\n"};

static int with(const struct parts *p)
{
    char text[1200];
    return lane(pgc_format(text, sizeof text, "%s%s%s%s", p->a, p->b, p->decide, p->market));
}

/* S0-30: all four, and each of them broken once. */
static void full(void **state)
{
    static const struct {
        const char *name;
        int truth;
        struct parts change; /* of what is not NULL */
    } rows[] = {
        {first, 0, {.decide = "[decide]\nsign_today = b\nok_if_no = yes\n"}},
        {first, -1, {.decide = "[decide]\nok_if_no = yes\n"}},
        {other,
         0,
         {.b = OFFER(
              "b",
              "Beta") "base = 340000\nnoncompete_scope = any_facility\n"
                      "wrvu_rate = 0\nwrvu_threshold = 1\nnights_month = 9\nguarantee_months = 1\n",
          .a = OFFER("a", "Alpha") "base = 340000\nnoncompete_scope = none\nattachment = "
                                   "5\nwrvu_rate = 0\nwrvu_threshold = 1\nnights_month = 9\n"}},
        {other, -1, {.b = OFFER("b", "Beta") "base = 290000\nnoncompete_scope = none\n"}},
        {strong, 0, {.market = "[market]\npower = 59\n"}},
        {strong, -1, {.market = ""}},
        {calm, 0, {.decide = "[decide]\nsign_today = a\nok_if_no = no\n"}},
        {calm, -1, {.decide = "[decide]\nsign_today = a\n"}},
    };
    static const char *const names[] = {first, other, strong, calm};
    (void)state;
    assert_int_equal(with(&holding), LANE_FULL);
    for (uint32_t i = 0; i < PGC_COUNT(names); i++)
        assert_int_equal(condition(names[i])->truth, 1);
    assert_string_equal(choice.rival->id, "b");
    assert_int_equal(choice.better, 3); /* base, total, non-compete */
    assert_string_equal(condition(other)->why,
                        "Beta is better in 3 of 5 (base, total, non-compete); at least 2; the rest "
                        "is not known of both");
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++) {
        struct parts p = holding;
        p.a = rows[i].change.a ? rows[i].change.a : p.a;
        p.b = rows[i].change.b ? rows[i].change.b : p.b;
        p.decide = rows[i].change.decide ? rows[i].change.decide : p.decide;
        p.market = rows[i].change.market ? rows[i].change.market : p.market;
        assert_int_equal(with(&p), LANE_LIGHT);
        for (uint32_t k = 0; k < PGC_COUNT(names); k++)
            assert_int_equal(condition(names[k])->truth,
                             names[k] == rows[i].name ? rows[i].truth : 1);
        assert_int_equal(condition("Neither of the two")->truth, 1);
    }
}

/* Two terms are enough, one is not: the total and the covenant; the total alone, all else known. */
static void two_terms(void **state)
{
    static const char same[] = "base = 300000\nwrvu_rate = 0\nwrvu_threshold = 5000\nnights_month "
                               "= 2\nnoncompete_scope = none\n";
    struct parts p = holding;
    char a[400], b[400];
    (void)state;
    p.b = OFFER("b", "Beta") "base = 300000\nsign_on = 3000\nnoncompete_scope = none\n";
    assert_int_equal(with(&p), LANE_FULL);
    assert_int_equal(choice.better, 2);
    p.a = pgc_format(a, sizeof a, OFFER("a", "Alpha") "%sattachment = 5\n", same);
    p.b = pgc_format(b, sizeof b, OFFER("b", "Beta") "%ssign_on = 3000\n", same);
    assert_int_equal(with(&p), LANE_LIGHT);
    assert_int_equal(choice.better, 1);
    assert_int_equal(condition(other)->truth, 0);
}

/* S0-26: 4 and 5; and who dislikes games. Silent wins over full-court. */
static void silent(void **state)
{
    struct parts p = holding;
    (void)state;
    p.a = OFFER("a", "Alpha") "base = 300000\nnoncompete_scope = primary_site\nattachment = 4\n";
    assert_int_equal(with(&p), LANE_SILENT);
    assert_int_equal(condition("Not attached to it")->truth, 1);
    p.a = OFFER("a", "Alpha") "base = 300000\nnoncompete_scope = primary_site\n";
    assert_int_equal(with(&p), LANE_FULL);
    assert_int_equal(condition("Not attached to it")->truth, -1);
    p.decide = "[decide]\nsign_today = a\nok_if_no = yes\ngames_ok = no\n";
    assert_int_equal(with(&p), LANE_SILENT);
    /* A strong position is a bonus and decides nothing. */
    p = holding;
    p.market = "[market]\npower = 69\n";
    assert_int_equal(with(&p), LANE_FULL);
    assert_int_equal(condition("A strong position helps")->truth, 0);
    p.market = "[market]\npower = 70\n";
    assert_int_equal(with(&p), LANE_FULL);
    assert_int_equal(condition("A strong position helps")->truth, 1);
}

/* S0-31: of what is not in writing, or gone, nothing true can be said. */
static void alone(void **state)
{
    struct parts p = holding;
    (void)state;
    p.b = "";
    assert_int_equal(with(&p), LANE_SILENT);
    assert_null(choice.rival);
    p.b = "[offer:b]\nemployer = Beta\nwritten = no\nreceived = 2026-11-16\nbase = "
          "340000\nnoncompete_scope = none\n";
    assert_int_equal(with(&p), LANE_SILENT);
    p.b = OFFER("b", "Beta") "base = 340000\nnoncompete_scope = none\nstatus = expired\n";
    assert_int_equal(with(&p), LANE_SILENT);
    p.b = OFFER("b", "Beta");
    assert_int_equal(with(&p), LANE_LIGHT);
}

/* S0-54: 40 and 41, however low the bar is set. */
static void weak(void **state)
{
    struct parts p = holding;
    (void)state;
    p.decide = "[decide]\nsign_today = a\nok_if_no = yes\ngames_ok = yes\nfull_power = 10\n";
    p.market = "[market]\npower = 40\n";
    assert_int_equal(with(&p), LANE_LIGHT);
    p.market = "[market]\npower = 41\n";
    assert_int_equal(with(&p), LANE_FULL);
    p.decide = "[decide]\nsign_today = a\nok_if_no = yes\nfull_power = 80\n";
    p.market = "[market]\npower = 79\n";
    assert_int_equal(with(&p), LANE_LIGHT);
    p.market = "[market]\npower = 80\n";
    assert_int_equal(with(&p), LANE_FULL);
}

static uint32_t better(const char *a, const char *b)
{
    char text[900];
    lane(pgc_format(text, sizeof text, OFFER("a", "Alpha") "%s" OFFER("b", "Beta") "%s", a, b));
    return choice.better;
}

/* Each of the five terms alone, and equal ones. */
static void terms(void **state)
{
    static const char site[] =
        "noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n";
    (void)state;
    assert_int_equal(better("base = 300000\nbonus_other = 1\n", "base = 300001\n"), 1);
    assert_int_equal(better("base = 300000\n", "base = 300000\nsign_on = 3\n"), 1);
    assert_int_equal(better("base = 300000\n", "base = 300000\n"), 0);
    /* A bonus that is not known in full leaves the total unknown: it is not nothing. */
    assert_int_equal(better("base = 300000\nwrvu_rate = 50\n", "base = 300000\nsign_on = 3\n"), 0);
    assert_int_equal(better("base = 300000\nwrvu_rate = 50\nwrvu_threshold = 5000\n",
                            "base = 300000\nsign_on = 3\n"),
                     0);
    assert_int_equal(
        better("base = 300000\nwrvu_rate = 50\nwrvu_threshold = 5000\nexp_wrvu = 5000\n",
               "base = 300000\nsign_on = 3\n"),
        1);
    assert_int_equal(better("wrvu_threshold = 5001\n", "wrvu_threshold = 5000\n"), 1);
    assert_int_equal(better("wrvu_threshold = 5000\n", "wrvu_threshold = 5000\n"), 0);
    assert_int_equal(better("wrvu_threshold = 5000\n", ""), 0);
    assert_int_equal(better("nights_month = 2\n", "nights_year = 23\n"), 1);
    assert_int_equal(better("nights_month = 2\n", "nights_year = 24\n"), 0);
    assert_int_equal(better("nights_month = 2\ncall_days_month = 4\n",
                            "nights_month = 1\ncall_days_month = 5\n"),
                     0);
    assert_int_equal(better("nights_month = 2\ncall_days_month = 4\n",
                            "nights_month = 2\ncall_days_month = 3\n"),
                     1);
    assert_int_equal(better(site, site), 0);
    assert_int_equal(
        better("noncompete_scope = any_facility\nnoncompete_miles = 10\nnoncompete_months = 12\n",
               site),
        1);
    assert_int_equal(
        better("noncompete_scope = any_facility\nnoncompete_miles = 9\nnoncompete_months = 12\n",
               site),
        0);
    assert_int_equal(better(site, "noncompete_scope = none\n"), 1);
    assert_int_equal(better("noncompete_scope = none\n", site), 0);
    assert_int_equal(better("", "noncompete_scope = none\n"), 0);
    /* Of several the one that is better in most. */
    lane(OFFER("a", "Alpha") "base = 300000\nwrvu_threshold = 6000\n" OFFER(
        "b", "Beta") "base = 310000\n" OFFER("c",
                                             "Gamma") "base = 310000\nwrvu_threshold = 5000\n");
    assert_string_equal(choice.rival->id, "c");
    assert_int_equal(choice.better, 2); /* a threshold without a rate: the totals are not known */
}

static int power_of(const char *ini)
{
    teardown(NULL);
    current = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(current, ini);
    lane_power_of(&current->host, NULL, &power);
    return power.value;
}

/* S0-52, S1-18: hospitalist 70 and 75 of two sources, each kept; the policy picks. */
static void leverage(void **state)
{
    (void)state;
    assert_int_equal(power_of("[fellowship]\ntype = hospital_medicine\n"), 70);
    assert_int_equal(power.figures.n, 2);
    assert_int_equal(power.figures.figures[0].value, 70);
    assert_string_equal(power.figures.figures[0].source, "article 000");
    assert_int_equal(power.figures.figures[1].value, 75);
    assert_string_equal(power.figures.figures[1].source, "article 001");
    assert_ptr_equal(power.picked, &power.figures.figures[0]);
    assert_int_equal(
        power_of("[fellowship]\ntype = hospital_medicine\n[market]\nleverage_policy = max\n"), 75);
    assert_int_equal(
        power_of("[fellowship]\ntype = hospital_medicine\n[market]\nleverage_policy = first\n"),
        70);
    assert_int_equal(power_of("[training]\nspecialty = psychiatry\n"), 80);
    /* The person's own word wins, and no points are added to it. */
    assert_int_equal(
        power_of(
            "[training]\nspecialty = psychiatry\n[market]\npower = 55\nconstraints = no_call\n"),
        55);
    assert_true(power.own);
    assert_int_equal(power_of("[training]\nspecialty = urology\n"), -1);
    assert_null(power.picked);
    assert_int_equal(power_of("[person]\nid = me\n"), -1);
}

/* S1-19: 60 of cardiology; ten a skill, ten a limit; kept within 0 and 100. */
static void points(void **state)
{
    (void)state;
    assert_int_equal(power_of("[fellowship]\ntype = cardiology\n[market]\nskills = structural\n"),
                     70);
    assert_int_equal(power_of("[fellowship]\ntype = cardiology\n[market]\nskills = structural, "
                              "advanced_imaging\nconstraints = no_call\n"),
                     70);
    assert_string_equal(power.points_why,
                        "structural +10 (ours), advanced_imaging +10 (ours), no_call -10 (ours)");
    assert_int_equal(power_of("[fellowship]\ntype = cardiology\n[market]\nskills = juggling\n"),
                     60);
    assert_int_equal(power_of("[training]\nspecialty = dermatology\n[market]\nconstraints = "
                              "no_call, no_nights, metro_only\n"),
                     0);
    /* A fellowship nobody speaks of: the specialty's figure. */
    assert_int_equal(
        power_of("[training]\nspecialty = psychiatry\n[fellowship]\ntype = sleep_medicine\n"), 80);
    /* Who goes to a city alone: not the 90 of the country but 80, less 10. */
    assert_int_equal(
        power_of("[training]\nspecialty = family_medicine\n[market]\nleverage_policy = max\n"), 90);
    assert_int_equal(power_of("[training]\nspecialty = family_medicine\n[market]\nleverage_policy "
                              "= max\nconstraints = metro_only\n"),
                     70);
}

/* S0-31: an offer whose day is over is not asked with, from the day after on. */
static void over(void **state)
{
    (void)state;
    for (int day = 26; day <= 27; day++) {
        char today[16];
        struct fake *f =
            fake_new(&pgyd_plugin_offers, pgc_format(today, sizeof today, "2026-11-%d", day));
        bool said = false, alone = false;
        fake_ini(f, holding.b);
        fake_ini(f, "[offer:a]\nemployer = Alpha\nwritten = yes\nreceived = 2026-11-16\nanswer_by "
                    "= 2026-12-10\nbase = 300000\n");
        fake_report(f, "asks");
        for (size_t i = 0; i < f->nparts; i++) {
            said |= f->parts[i].text &&
                    strstr(f->parts[i].text, "Beta wanted an answer by Thu Nov 26, 2026") &&
                    strstr(f->parts[i].text, "log offer b extended by=DATE");
            alone |= f->parts[i].text && strstr(f->parts[i].text, "Lane: silent.");
        }
        assert_int_equal(said, day == 27);
        assert_int_equal(alone, day == 27);
        fake_free(&f);
    }
}

static void words(void **state)
{
    (void)state;
    assert_string_equal(lane_word(LANE_SILENT), "silent");
    assert_string_equal(lane_word(LANE_LIGHT), "light");
    assert_string_equal(lane_word(LANE_FULL), "full-court");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_teardown(name, teardown)
    const struct CMUnitTest tests[] = {
        CASE(full),  CASE(two_terms), CASE(silent), CASE(alone), CASE(weak),
        CASE(terms), CASE(leverage),  CASE(points), CASE(over),  CASE(words),
    };
    return cmocka_run_group_tests_name("lane", tests, NULL, NULL);
}
