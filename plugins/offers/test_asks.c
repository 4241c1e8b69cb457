/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/offers/askcatalogue.h"
#include "plugins/offers/asks.h"
#include "plugins/offers/money.h"

#include "tests/unit/fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

#define OFFER(id, employer) "[offer:" id "]\nemployer = " employer "\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"
#define BETA OFFER("b", "Beta Group")
#define ALL_MONEY "[priorities]\ncompensation = 100\n"

/* The fake that the last answers point into. */
static struct fake *current;
static struct offers offers;
static struct asks asks;

static int teardown(void **state)
{
    (void)state;
    if (current)
        fake_free(&current);
    return 0;
}

static struct fake *fresh(const char *own, const char *rest)
{
    if (current)
        fake_free(&current);
    current = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(current, OFFER("a", "Alpha Hospital"));
    fake_ini(current, own);
    fake_ini(current, rest);
    return current;
}

static void again(void)
{
    offers_read(&current->host, &offers);
    asks_of(&current->host, &offers, &offers.list[0], &asks);
}

static const struct ask *find(const char *term)
{
    for (uint32_t i = 0; i < asks.n; i++) {
        if (strcmp(asks.list[i].term, term) == 0)
            return &asks.list[i];
    }
    return NULL;
}

/* An ask of offer a with further keys, or NULL. */
static const struct ask *ask(const char *term, const char *own, const char *rest)
{
    fresh(own, rest);
    again();
    return find(term);
}

/* "base, sign_on": the terms in their order. */
static const char *terms(void)
{
    static char text[400];
    text[0] = '\0';
    for (uint32_t i = 0; i < asks.n; i++)
        pgc_append(text, sizeof text, "%s%s", i ? ", " : "", asks.list[i].term);
    return text;
}

static bool near(double a, double b)
{
    return a - b < 1e-9 && b - a < 1e-9;
}

/* ---- targets ------------------------------------------------------------------------------------------------------------------------------- */

/* 1.8 row 6 and S0-34: whole thousands, always below the rival, always above one's own. */
static void base_target(void **state)
{
    static const struct {
        int64_t own, rival;
        double ratio;
        int64_t to;
    } rows[] = {
        {300000, 340000, 0.75, 330000}, /* S0-33 */
        {300000, 340000, 1, 339000},    /* all of it would match */
        {300000, 340000, 0.5, 320000},  {300000, 340000, 0.001, 301000}, /* 300,040: the next thousand */
        {300000, 301000, 0.75, ASK_NONE}, /* no thousand between */
        {300000, 300500, 0.75, ASK_NONE}, {300000, 300000, 0.75, ASK_NONE}, {300000, 299999, 0.75, ASK_NONE}, {340000, 300000, 0.75, ASK_NONE},
        {300000, 301001, 0.75, 301000},   /* 300,751 */
        {300000, 302000, 0.75, 301000},   /* 301,500 would round to the rival's */
        {299999, 300001, 0.75, 300000},   {299800, 300800, 0.75, 300000}, /* 300,550 would round past the rival */
        {290000, 420000, 0.75, 388000},   /* 387,500 */
        {0, 340000, 0.75, 255000},        {0, 1, 0.75, ASK_NONE},
    };
    (void)state;
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++)
        assert_int_equal(asks_base_target(rows[i].own, rows[i].rival, rows[i].ratio), rows[i].to);
    /* Less is better: seven days of call against four is five; of five against four nothing lies between. */
    assert_int_equal(asks_narrow(-7, -4, 0.75, 1), -5);
    assert_int_equal(asks_narrow(-5, -4, 0.75, 1), ASK_NONE);
    assert_int_equal(asks_narrow(-8, -4, 0.75, 1), -5);
}

static void base(void **state)
{
    (void)state;
    const struct ask *a = ask("base", "base = 300000\n", BETA "base = 340000\n" ALL_MONEY);
    assert_non_null(a);
    assert_int_equal(a->from, 300000);
    assert_int_equal(a->to, 330000);
    assert_int_equal(a->dollars, 30000);
    assert_int_equal(a->between, 40000);
    assert_string_equal(a->rival, "b");
    assert_string_equal(a->text, "a base salary closer to $330,000");
    assert_string_equal(a->fallback, "the difference as sign-on, loan repayment or retention over the term");
    assert_string_equal(a->why, "Beta Group: $340,000; here it is $300,000.");
    assert_string_equal(a->criterion, "compensation");
    /* 40,000 of a fifth of the base, 60,000. */
    assert_true(near(a->shortfall, 2.0 / 3));
    assert_true(near(a->priority, 200.0 / 3));
    assert_int_equal(ask("base", "base = 300000\n", BETA "base = 340000\n[decide]\nask_gap_ratio = 0.5\n")->to, 320000);
    assert_null(ask("base", "base = 340000\n", BETA "base = 340000\n"));
    assert_null(ask("base", "", BETA "base = 340000\n"));
}

/* Only what is in writing and live shows anything; the best of several is the rival. */
static void rivals(void **state)
{
    (void)state;
    assert_null(ask("base", "base = 300000\n", "[offer:b]\nemployer = Beta\nwritten = no\nreceived = 2026-11-16\nbase = 340000\n"));
    assert_null(ask("base", "base = 300000\n", BETA "base = 340000\nstatus = declined\n"));
    assert_non_null(ask("base", "base = 300000\n", BETA "base = 340000\nstatus = paused\n"));
    assert_string_equal(ask("base", "base = 300000\n", BETA "base = 340000\n" OFFER("c", "Gamma") "base = 341000\n")->rival, "c");
}

/* S0-27: the median where no other offer pays more; in thousands, never beyond it. */
static void benchmark(void **state)
{
    (void)state;
    const struct ask *a = ask("base", "base = 300000\n", "[market]\nbenchmark_p50 = 330500\n");
    assert_non_null(a);
    assert_int_equal(a->to, 330000);
    assert_null(a->rival);
    assert_int_equal(a->between, 30500);
    assert_int_equal(ask("base", "base = 300000\n", BETA "base = 340000\n[market]\nbenchmark_p50 = 400000\n")->to, 330000);
    assert_int_equal(ask("base", "base = 300000\n", BETA "base = 290000\n[market]\nbenchmark_p50 = 310000\n")->to, 310000);
    assert_null(ask("base", "base = 300000\n", "[market]\nbenchmark_p50 = 300000\n"));
    assert_null(ask("base", "base = 300000\n", "[market]\nbenchmark_p50 = 300999\n"));
}

/* S0-11, S0-37. */
static void threshold(void **state)
{
    (void)state;
    const struct ask *a = ask("wrvu_threshold", "wrvu_threshold = 7000\nwrvu_history_new_hire = 6000\nbonus_hit_pct = 10\n", "");
    assert_non_null(a);
    assert_int_equal(a->to, 6000);
    assert_string_equal(a->text, "a bonus threshold of 6,000 work units in years one and two while the practice fills");
    assert_null(ask("wrvu_threshold", "wrvu_threshold = 6000\nwrvu_history_new_hire = 6000\n", ""));
    assert_int_equal(ask("wrvu_threshold", "wrvu_threshold = 6001\nwrvu_history_new_hire = 6000\n", "")->to, 6000);
    a = ask("wrvu_threshold", "wrvu_threshold = 7000\n", BETA "wrvu_threshold = 5000\n");
    assert_int_equal(a->to, 5500);
    assert_string_equal(a->rival, "b");
    /* 50 dollars a unit for the 1,500 units. */
    assert_int_equal(ask("wrvu_threshold", "wrvu_threshold = 7000\nwrvu_rate = 50\nexp_wrvu = 7000\n", BETA "wrvu_threshold = 5000\n")->between, 75000);
    assert_null(ask("wrvu_threshold", "wrvu_threshold = 5000\n", BETA "wrvu_threshold = 5000\n"));
}

/* S0-36 */
static void data(void **state)
{
    static const char term[] = "wrvu_history_new_hire";
    (void)state;
    assert_non_null(ask(term, "wrvu_rate = 50\n", ""));
    assert_non_null(ask(term, "wrvu_rate = 50\nwrvu_history_new_hire = 6000\n", ""));
    assert_null(ask(term, "wrvu_rate = 50\nwrvu_history_new_hire = 6000\nbonus_hit_pct = 40\n", ""));
    assert_null(ask(term, "wrvu_rate = 0\n", ""));
    assert_null(ask(term, "base = 300000\n", ""));
    assert_non_null(ask(term, "wrvu_claim = 10000\n", ""));
    /* Never locked: one may ask for figures before one has shown anything. */
    assert_null(ask(term, "wrvu_rate = 50\n", "")->unlock);
}

/* 1.8 row 7, S0-38; never wider than what is offered. */
static void covenant(void **state)
{
    (void)state;
    const struct ask *a = ask("noncompete", "noncompete_scope = any_facility\nnoncompete_miles = 25\n", "");
    assert_non_null(a);
    assert_string_equal(a->text, "no non-compete, or one from the primary site alone: 10 miles, 12 months");
    assert_int_equal(a->from, 25);
    assert_int_equal(a->to, 10);
    assert_true(near(a->shortfall, 1));
    a = ask("noncompete", "noncompete_scope = primary_site\nnoncompete_miles = 8\nnoncompete_months = 24\n", "");
    assert_string_equal(a->target, "8 miles, 12 months");
    assert_null(ask("noncompete", "noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n", ""));
    assert_non_null(ask("noncompete", "noncompete_scope = primary_site\nnoncompete_miles = 11\nnoncompete_months = 12\n", ""));
    a = ask("noncompete", "noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n", BETA "noncompete_scope = none\n");
    assert_string_equal(a->text, "no non-compete");
    assert_string_equal(a->rival, "b");
    assert_null(ask("noncompete", "", BETA "noncompete_scope = none\n"));
    assert_null(ask("noncompete", "noncompete_scope = none\n", BETA "noncompete_scope = none\n"));
}

/* S0-39 */
static void call(void **state)
{
    (void)state;
    const struct ask *a = ask("call_cap", "call_days_month = 8\n", BETA "call_days_month = 4\n");
    assert_string_equal(a->text, "a cap of 5 call days a month, with pay for each one beyond it");
    assert_int_equal(ask("call_cap", "call_days_month = 5\n", BETA "call_days_month = 4\n")->to, 5);
    assert_null(ask("call_cap", "call_days_month = 5\ncall_cap = 5\n", BETA "call_days_month = 4\n"));
    assert_null(ask("call_cap", "call_days_month = 4\n", BETA "call_days_month = 4\n"));
    assert_non_null(ask("call_cap", "call_days_month = 4\nfte = 0.8\n", BETA "call_days_month = 4\n"));
    assert_non_null(ask("call_cap", "call_days_month = 4\ncall_change = unilateral\n", ""));
    assert_non_null(ask("nights_month", "nights_month = 6\n", BETA "nights_month = 2\n"));
    assert_int_equal(find("nights_month")->to, 3);
    assert_non_null(ask("call_data", "call = shared equally\n", ""));
    assert_null(ask("call_data", "nights_month = 1\n", ""));
}

/* S0-40: spread over the term; what is paid once and not named is not offered. */
static void once(void **state)
{
    (void)state;
    const struct ask *a = ask("sign_on", "base = 300000\nterm_months = 36\n", BETA "sign_on = 30000\nloan_repay_total = 50000\n" ALL_MONEY);
    assert_int_equal(a->to, 23000); /* 22,500 */
    assert_int_equal(a->between, 10000);
    assert_true(near(a->shortfall, 1.0 / 6));
    assert_string_equal(find("loan_repay_total")->target, "$38,000"); /* 37,500 */
    assert_int_equal(ask("sign_on", "base = 300000\nterm_months = 13\n", BETA "sign_on = 30000\n")->between, 15000);
    assert_null(ask("sign_on", "sign_on = 30000\n", BETA "sign_on = 30000\n"));
    assert_null(ask("cme_usd", "", BETA "cme_usd = 5000\n"));
    assert_int_equal(ask("cme_usd", "cme_usd = 3000\n", BETA "cme_usd = 5000\n")->to, 4000);
}

/* What is bad whatever others do, and what is usual: the day before, the day. */
static void words(void **state)
{
    (void)state;
    assert_non_null(ask("partnership_written", "partnership_written = no\n", ""));
    assert_null(ask("partnership_written", "partnership_written = na\n", ""));
    assert_non_null(ask("ancillary_included", "ancillary_included = no\n", ""));
    assert_non_null(ask("moonlighting", "moonlighting = restricted\n", ""));
    assert_null(ask("moonlighting", "moonlighting = allowed\n", ""));
    assert_non_null(ask("tail", "tail = physician\n", ""));
    assert_null(ask("tail", "tail = occurrence\n", ""));
    assert_null(ask("notice_days", "notice_days = 90\n", ""));
    assert_int_equal(ask("notice_days", "notice_days = 91\n", "")->to, 90);
    assert_null(ask("term_months", "term_months = 36\n", ""));
    assert_non_null(ask("term_months", "term_months = 37\n", ""));
    assert_non_null(ask("clawback", "sign_on = 10000\nclawback = cliff\nsign_on_clawback_months = 24\n", ""));
    assert_null(ask("clawback", "sign_on = 10000\nclawback = prorata\nsign_on_clawback_months = 24\n", ""));
    assert_non_null(ask("clawback", "sign_on = 10000\n", ""));
    assert_string_equal(ask("buy_in", "buy_in = 100000\n", BETA "buy_in = 60000\n")->target, "$70,000");
    assert_string_equal(ask("wrvu_rate", "wrvu_rate = 45\n", BETA "wrvu_rate = 50\n")->text, "a rate closer to $49 for each work unit");
    assert_non_null(ask("without_cause", "tail = physician\nnoncompete_scope = any_facility\nwithout_cause = yes\n", ""));
    assert_null(ask("without_cause", "tail = employer\nnoncompete_scope = any_facility\nwithout_cause = yes\n", ""));
}

/* ---- choosing ------------------------------------------------------------------------------------------------------------------------------- */

/* S0-15: what weighs more is asked first. Base 2/3 short, covenant 1. */
static void ranking(void **state)
{
    static const char own[] = "base = 300000\nnoncompete_scope = any_facility\ncall_days_month = 4\n", rest[] = BETA "base = 340000\ncall_days_month = 4\n";
    char keys[400];
    (void)state;
    assert_non_null(ask("base", own, pgc_format(keys, sizeof keys, "%s[priorities]\ncompensation = 70\nexit_freedom = 30\n", rest)));
    assert_string_equal(terms(), "base, noncompete, stipend"); /* 46.7, 30, 7 */
    assert_string_equal(find("noncompete")->criterion, "exit_freedom");
    assert_non_null(ask("base", own, pgc_format(keys, sizeof keys, "%s[priorities]\ncompensation = 30\nexit_freedom = 70\n", rest)));
    assert_string_equal(terms(), "noncompete, base, stipend"); /* 70, 20, 3 */
    /* Without priorities all weigh 10, and nothing is asked that does not fall short. */
    assert_non_null(ask("base", own, rest));
    assert_string_equal(terms(), "noncompete, base");
    assert_int_equal(find("base")->weight, 10);
}

static const char much[] = "base = 300000\nsign_on = 1000\nclawback = cliff\nsign_on_clawback_months = 12\nwrvu_rate = 45\ntail = physician\n"
                           "noncompete_scope = any_facility\nmoonlighting = restricted\npartnership_written = no\ncall_days_month = 8\n";

/* S0-32, S0-53, S0-54: 39, 40, 41 and 69, 70, 71. */
static void caps(void **state)
{
    static const struct {
        int power;
        uint32_t most;
        int intensity;
    } rows[] = {{0, 3, ASK_TWEAKS}, {39, 3, ASK_TWEAKS}, {40, 3, ASK_TWEAKS}, {41, 5, ASK_STEADY}, {69, 5, ASK_STEADY}, {70, 5, ASK_PUSH},
                {71, 5, ASK_PUSH}, {100, 5, ASK_PUSH}};
    (void)state;
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++) {
        char rest[200];
        fresh(much, pgc_format(rest, sizeof rest, BETA "base = 340000\n[market]\npower = %d\n", rows[i].power));
        again();
        assert_int_equal(asks.most, rows[i].most);
        assert_int_equal(asks.n, rows[i].most);
        assert_int_equal(asks.intensity, rows[i].intensity);
        assert_int_equal(asks.candidates, 7);
        for (uint32_t k = 0; k < asks.n; k++) {
            bool pressed = strcmp(asks.list[k].term, "base") == 0 || strcmp(asks.list[k].term, "noncompete") == 0;
            assert_int_equal(asks.list[k].primary, pressed && rows[i].power >= 70);
        }
    }
    assert_string_equal(asks.list[0].term, "noncompete");
    assert_string_equal(asks.list[1].term, "base");
    /* Nobody says how strong: five, steady. */
    fresh(much, BETA "base = 340000\n");
    again();
    assert_int_equal(asks.n, 5);
    assert_int_equal(asks.intensity, ASK_STEADY);
    /* Few asks stay few. */
    fresh("base = 300000\ncall_days_month = 4\n", BETA "base = 340000\n");
    again();
    assert_int_equal(asks.n, 1);
}

/* S0-06: what must improve is never left out for what need not; words find their term, else they are asked for as they are. */
static void must(void **state)
{
    (void)state;
    assert_null(ask("moonlighting", "base = 300000\ncall_days_month = 4\n", ""));
    const struct ask *a = ask("moonlighting", "must_improve = Moonlighting on free weekends; a four-day week; less EPIC inbox; base salary\ncall_days_month = 4\n",
                              ALL_MONEY);
    assert_non_null(a);
    assert_true(a->must);
    assert_int_equal(asks.n, 5);
    assert_string_equal(find("schedule")->text, "a small change of schedule, such as a four-day week or a late start");
    assert_string_equal(find("base")->text, "a higher base salary");
    assert_string_equal(find("own")->text, "less EPIC inbox");
    assert_true(find("own")->fallback[0] != '\0');
    assert_false(find("stipend")->must);
    /* Much falls short, and there is room for five alone. */
    fresh(much, BETA "base = 340000\n" ALL_MONEY);
    fake_ini(current, "[offer:a]\nmust_improve = notice; a research day; title; telehealth; clinic template\n");
    again();
    assert_string_equal(terms(), "clinic_template, notice_days, research_day, telehealth, title");
    assert_int_equal(asks.candidates, 13);
}

/* S1-42, S1-54, S1-55: what loosens, when it is weighed and the offer says nothing of it. */
static void wishes(void **state)
{
    (void)state;
    assert_non_null(ask("title", "call_days_month = 4\n", "[priorities]\ngrowth = 100\n"));
    assert_string_equal(terms(), "admin_days_month, lead_path, leadership_course, title");
    assert_null(ask("title", "call_days_month = 4\ntitle = Director\n", "[priorities]\ngrowth = 100\n"));
    assert_null(ask("title", "call_days_month = 4\n", ALL_MONEY));
    assert_null(ask("title", "call_days_month = 4\n", ""));
    assert_non_null(ask("research_day", "call_days_month = 4\n", "[priorities]\nacademic = 100\n"));
    assert_non_null(ask("call_buy_down", "call_days_month = 4\n", "[priorities]\nschedule = 100\n"));
    assert_non_null(ask("partner_years", "call_days_month = 4\npartnership_written = yes\n", "[priorities]\npartnership = 100\n"));
    assert_null(ask("partner_years", "call_days_month = 4\npartnership_written = na\n", "[priorities]\npartnership = 100\n"));
    assert_string_equal(ask("partner_years", "partner_years = 5\n", BETA "partner_years = 2\n")->text, "a vote on partnership after 3 years");
}

/* S2-35: pay, tail, buy-in and covenant wait until the value is shown. */
static void unlocking(void **state)
{
    char rest[200];
    (void)state;
    for (int shown = 0; shown < 2; shown++) {
        fresh(much, pgc_format(rest, sizeof rest, BETA "base = 340000\n%s", shown ? "[decide]\nvalue_case = yes\n" : ""));
        again();
        assert_int_equal(find("base")->unlock != NULL, !shown);
        assert_int_equal(find("tail")->unlock != NULL, !shown);
        assert_int_equal(find("noncompete")->unlock != NULL, !shown);
        assert_null(find("partnership_written")->unlock);
    }
    assert_non_null(ask("buy_in", "buy_in = 100000\n", BETA "buy_in = 60000\n")->unlock);
}

/* S0-41, S0-51: 40,000 a year over three years, in what they have not said no to. */
static void substitution(void **state)
{
    static const char own[] = "base = 300000\nterm_months = 36\ncall_days_month = 4\n", rest[] = BETA "base = 340000\n";
    char keys[300];
    (void)state;
    assert_null(ask("instead_of_base", own, rest));
    const struct ask *a = ask("instead_of_base", pgc_format(keys, sizeof keys, "%shard_cap = base\n", own), rest);
    assert_non_null(a);
    assert_null(find("base"));
    assert_string_equal(a->instead, "base");
    assert_int_equal(a->to, 120000);
    assert_string_equal(a->text, "$120,000 over 3 years as sign-on, loan repayment or retention, since the base cannot move");
    assert_string_equal(asks.capped, "Base");
    assert_int_equal(asks.remaining, 40000);
    a = ask("instead_of_base", pgc_format(keys, sizeof keys, "%shard_cap = base, sign_on, retention\n", own), rest);
    assert_string_equal(a->target, "$120,000 over 3 years as loan repayment");
    assert_null(ask("instead_of_base", pgc_format(keys, sizeof keys, "%shard_cap = base, sign_on, retention, loan_repay_total\n", own), rest));
    assert_int_equal(asks.remaining, 0);
    /* 13 months are two years; without a term three are looked at. */
    assert_int_equal(ask("instead_of_base", "base = 300000\nterm_months = 13\nhard_cap = base\n", rest)->to, 80000);
    assert_int_equal(ask("instead_of_base", "base = 300000\nhard_cap = base\n", rest)->to, 120000);
    /* One year of the gap, 170,000 twice, is the very base of the other. */
    assert_int_equal(ask("instead_of_base", "base = 170000\nterm_months = 24\nhard_cap = base\n", rest)->to, 339000);
}

/* S0-45, S0-51: a no in the journal is a cap; under any of its names. */
static void journal_no(void **state)
{
    (void)state;
    struct fake *f = fresh("base = 300000\nnoncompete_scope = any_facility\ncall_days_month = 4\n", BETA "base = 340000\n");
    again();
    assert_string_equal(terms(), "noncompete, base");
    fake_log(f, "2026-11-18", "offer", "a", "asked", NULL);
    fake_log(f, "2026-11-19", "offer", "a", "answered", "response=no;term=base");
    again();
    assert_string_equal(terms(), "noncompete, instead_of_base");
    fresh("base = 300000\nnoncompete_scope = any_facility\ncall_days_month = 4\nhard_cap = non-compete\n", BETA "base = 340000\n");
    again();
    assert_string_equal(terms(), "base");
    assert_string_equal(asks.capped, "Non-compete");
}

/* S0-58: the whole gap, not the rounded target; nothing is left once both rounds are used up. */
static void remaining(void **state)
{
    char own[80];
    static const int64_t gaps[] = {5000, 5001, 4999, 1001, 1000, 0};
    static const int64_t left[] = {5000, 5001, 4999, 1001, 0, 0};
    (void)state;
    for (uint32_t i = 0; i < PGC_COUNT(gaps); i++) {
        fresh(pgc_format(own, sizeof own, "base = %lld\ncall_days_month = 4\n", (long long)(340000 - gaps[i])), BETA "base = 340000\n");
        again();
        assert_int_equal(asks.remaining, left[i]);
        assert_int_equal(asks.remaining_other, 0);
    }
    struct fake *f = fresh("base = 300000\ncme_days = 4\nmoonlighting = restricted\ncall_days_month = 4\n", BETA "base = 340000\ncme_days = 6\n");
    again();
    assert_int_equal(asks.remaining, 40000);
    assert_int_equal(asks.remaining_other, 1); /* 4 to 5 course days: one does not count */
    fake_log(f, "2026-11-18", "offer", "a", "asked", NULL);
    fake_log(f, "2026-11-19", "offer", "a", "revised", NULL);
    again();
    assert_int_equal(asks.remaining, 40000);
    fake_log(f, "2026-11-20", "offer", "a", "asked", NULL);
    again();
    assert_int_equal(asks.remaining, 0);
    assert_int_equal(asks.remaining_other, 0);
    fresh("cme_days = 4\ncall_days_month = 4\n", BETA "cme_days = 8\n");
    again();
    assert_int_equal(asks.remaining_other, 1); /* 4 to 7 */
}

/* ---- texts -------------------------------------------------------------------------------------------------------------------------------- */

/* S1-40: at most 160 characters, whole ones. */
static void one_line(void **state)
{
    static char own[4000];
    (void)state;
    ask("base", "base = 300000\nmoonlighting = restricted\ncall_days_month = 4\n", BETA "base = 340000\n");
    assert_string_equal(asks.one_line, "Base $330,000; Moonlighting");
    fresh("call_days_month = 4\n", "");
    again();
    assert_string_equal(asks.one_line, "");
    /* Five of 40 characters, two bytes each: three of them, two separators and the rest in words. */
    pgc_format(own, sizeof own, "call_days_month = 4\nmust_improve = ");
    for (int i = 0; i < 5; i++) {
        for (int k = 0; k < 39; k++)
            pgc_append(own, sizeof own, "é");
        pgc_append(own, sizeof own, "%d; ", i);
    }
    fresh(own, "");
    again();
    assert_int_equal(asks.n, 5);
    assert_int_equal(ask_characters(asks.one_line), 40 + 2 + 40 + 2 + 40 + strlen("; 2 more"));
    assert_non_null(strstr(asks.one_line, "; 2 more"));
    /* One of 300. */
    pgc_format(own, sizeof own, "call_days_month = 4\nmust_improve = ");
    for (int k = 0; k < 300; k++)
        pgc_append(own, sizeof own, "漢");
    fresh(own, "");
    again();
    assert_true(ask_characters(asks.one_line) <= ASK_LINE);
    assert_true(strlen(asks.one_line) % 3 == 0 || strchr(asks.one_line, '.'));
}

/* S0-47: a person's own words may tell of the other offer; what can be sent does not. */
static void own_words(void **state)
{
    (void)state;
    const struct ask *a = ask("own", "must_improve = as many scribes as BETA GROUP\n", BETA "base = 340000\n");
    assert_non_null(a);
    assert_null(strstr(a->text, "BETA"));
    assert_non_null(strstr(a->why, "BETA GROUP"));
    a = ask("own", "must_improve = scribes as if it were 340,000\n", BETA "base = 340000\n");
    assert_null(strstr(a->text, "340"));
    assert_null(strstr(ask("own", "must_improve = scribes for 340k\n", BETA "base = 340000\n")->text, "340"));
    assert_non_null(strstr(ask("own", "must_improve = scribes for 341k\n", BETA "base = 340000\n")->text, "341k"));
    /* Each ask has something to take instead (S3-17). */
    fresh(much, BETA "base = 340000\n");
    again();
    for (uint32_t i = 0; i < asks.n; i++)
        assert_true(asks.list[i].fallback[0] != '\0');
}

static uint64_t seed;

static uint32_t draw(uint32_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

static void keys_of(char *out, size_t size, bool own)
{
    static const char *const scopes[] = {"none", "primary_site", "any_facility"};
    pgc_format(out, size, "base = %u\nsign_on = %u\nloan_repay_total = %u\nwrvu_rate = %u\nwrvu_threshold = %u\ncall_days_month = %u\n"
               "noncompete_scope = %s\nnoncompete_miles = %u\nnoncompete_months = %u\nterm_months = %u\n", 180000 + draw(250) * 1000 + draw(2) * 500,
               draw(60) * 1000, draw(90) * 1000, 40 + draw(30), 4000 + draw(40) * 100, draw(12), scopes[draw(3)], draw(40), draw(36), 12 + draw(49));
    if (own)
        pgc_append(out, size, "%s%s", draw(2) ? "must_improve = what Quillfeather pays; a scribe; less call\n" : "", draw(2) ? "hard_cap = base\n" : "");
}

/* Whatever the offers are, nothing that can be sent names the other one or its base. */
static void no_rival_in_texts(void **state)
{
    uint32_t seen = 0, of_base = 0;
    (void)state;
    seed = 20261122;
    for (int round = 0; round < 300; round++) {
        char own[600], theirs[600], rest[800], figure[MONEY_TEXT], bare[16];
        keys_of(own, sizeof own, true);
        keys_of(theirs, sizeof theirs, false);
        fresh(own, pgc_format(rest, sizeof rest, OFFER("b", "Quillfeather Partners") "%s[market]\npower = %u\n[priorities]\ncompensation = %u\nschedule = 20\n",
                              theirs, draw(101), 80u));
        again();
        int64_t base_b = pgc_num(&current->host, "offer", "b", "base", 0);
        money_text(base_b, figure);
        pgc_format(bare, sizeof bare, "%lld", (long long)base_b);
        for (uint32_t i = 0; i < asks.n; i++) {
            const char *const sent[] = {asks.list[i].text, asks.list[i].fallback, asks.list[i].target, asks.list[i].name, asks.one_line};
            for (uint32_t k = 0; k < PGC_COUNT(sent); k++) {
                assert_null(strstr(sent[k], "Quillfeather"));
                assert_null(strstr(sent[k], figure));
                assert_null(strstr(sent[k], bare));
            }
            of_base += strcmp(asks.list[i].term, "base") == 0 || asks.list[i].instead != NULL;
            seen++;
        }
        assert_true(asks.n <= asks.most);
        assert_true(ask_characters(asks.one_line) <= ASK_LINE);
    }
    /* The search was no empty one. */
    assert_true(seen > 900);
    assert_true(of_base > 60);
}

/* ---- report, plan, check ---------------------------------------------------------------------------------------------------------------- */

static bool said(const char *text)
{
    for (size_t i = 0; i < current->nparts; i++) {
        const struct pgyd_part *part = &current->parts[i];
        if (part->text && strstr(part->text, text))
            return true;
        for (uint32_t k = 0; k < part->ncells; k++) {
            if (strstr(part->cells[k], text))
                return true;
        }
    }
    return false;
}

static void report(void **state)
{
    (void)state;
    /* 1.8 row 15: 305,000 in the first year. */
    struct fake *f = fresh("base = 300000\nbonus_other = 5000\ncall_days_month = 4\n", BETA "base = 340000\n[market]\npower = 30\n");
    fake_log(f, "2026-11-18", "offer", "a", "asked", NULL);
    fake_arg(f, "offer", "a");
    fake_report(f, "asks");
    assert_true(said("$305,000 in year 1 would be $335,500 to $366,000. Its claim, not a forecast."));
    assert_true(said("A base salary closer to $330,000."));
    assert_true(said("Caution: leverage is 30"));
    assert_true(said("In one line: Base $330,000"));
    assert_true(said("1 of 3 to 5: too few."));
    assert_true(said("One clear first choice"));
    assert_false(said("Beta Group: write"));
    fresh("base = 300000\n", BETA "base = 340000\n");
    fake_arg(current, "offer", "nobody");
    assert_int_equal(pgyd_plugin_offers.report(&current->host, "asks"), -1);
    assert_string_equal(current->error, "offer=: there is no [offer:nobody]");
    fresh("status = declined\n", "");
    fake_report(current, "asks");
    assert_true(said("no offer is live"));
}

/* S3-02: two business days after the contract; Friday's is Tuesday's. */
static void plan(void **state)
{
    (void)state;
    fresh("contract_received = 2026-11-20\n", "");
    fake_plan(current);
    assert_string_equal(fake_days(current, "a-plan-asks"), "2026-11-24");
    assert_true(fake_has_ref(fake_item(current, "a-plan-asks"), "S3-02"));
    fake_log(current, "2026-11-21", "offer", "a", "compared", NULL);
    fake_plan(current);
    assert_string_equal(fake_days(current, "a-plan-asks"), "2026-11-24");
    fake_log(current, "2026-11-22", "offer", "a", "asks-planned", NULL);
    fake_plan(current);
    assert_string_equal(fake_days(current, "a-plan-asks"), "none");
    fresh("", "");
    fake_plan(current);
    assert_string_equal(fake_days(current, "a-plan-asks"), "none");
}

static void check(void **state)
{
    static const struct {
        const char *ratio;
        size_t errors;
    } rows[] = {{"0.75", 0}, {"1", 0}, {"0.01", 0}, {"0", 1}, {"1.01", 1}, {"-0.5", 1}};
    char rest[80];
    (void)state;
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++) {
        fresh("base = 300000\n", pgc_format(rest, sizeof rest, "[decide]\nask_gap_ratio = %s\n", rows[i].ratio));
        fake_check(current);
        assert_int_equal(fake_problems(current, PGYD_CRITICAL, "decide", "", "ask_gap_ratio", "part of a gap"), rows[i].errors);
        assert_true(asks_ratio(&current->host) > 0 && asks_ratio(&current->host) <= 1);
    }
}

/* Without the list: what the person names, and no crash. */
static void no_list(void **state)
{
    (void)state;
    fresh("base = 300000\nmust_improve = base salary; a scribe\n", BETA "base = 340000\n");
    fake_forget_files(current);
    again();
    assert_false(asks.listed);
    assert_int_equal(asks.n, 2);
    fake_report(current, "asks");
    assert_true(said("asks.tsv is not installed"));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_teardown(name, teardown)
    const struct CMUnitTest tests[] = {
        CASE(base_target), CASE(base), CASE(rivals), CASE(benchmark), CASE(threshold), CASE(data), CASE(covenant), CASE(call), CASE(once), CASE(words),
        CASE(ranking), CASE(caps), CASE(must), CASE(wishes), CASE(unlocking), CASE(substitution), CASE(journal_no), CASE(remaining), CASE(one_line),
        CASE(own_words), CASE(no_rival_in_texts), CASE(report), CASE(plan), CASE(check), CASE(no_list),
    };
    return cmocka_run_group_tests_name("asks", tests, NULL, NULL);
}
