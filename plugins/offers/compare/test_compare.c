/* SPDX-License-Identifier: BSD-2-Clause */
/* The sums of the report compare, worked by hand, and its cells. Gates and the score are in
 * test_terms.c. */
#include "plugins/offers/compare/inside.h"
#include "plugins/offers/compare/score.h"

#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

#define OFFER(id, name)                                                                            \
    "[offer:" id "]\nemployer = " name                                                             \
    "\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"

/* The n-th part (from 0) whose first cell is that. */
static const struct pgyd_part *row(const struct fake *f, const char *label, unsigned nth)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].ncells > 0 && f->parts[i].type == PGYD_TABLE_ROW &&
            strcmp(f->parts[i].cells[0], label) == 0 && nth-- == 0)
            return &f->parts[i];
    }
    fail_msg("no row %s", label);
    return NULL;
}

/* "cell | cell | note best:1" of a row, without its label. */
static const char *cells(const struct fake *f, const char *label)
{
    static char text[1024];
    const struct pgyd_part *part = row(f, label, 0);
    text[0] = '\0';
    for (uint32_t i = 1; i < part->ncells; i++)
        pgc_append(text, sizeof text, "%s%s", i > 1 ? " | " : "", part->cells[i]);
    if (part->text)
        pgc_append(text, sizeof text, " %s", part->text);
    return text;
}

/* S0-35: max(0, volume - threshold) x rate. */
static void bonus(void **state)
{
    (void)state;
    assert_int_equal(money_bonus(6000, 5000, 50), 50000);
    assert_int_equal(money_bonus(5001, 5000, 62.5), 63); /* 62.50, to the whole dollar */
    assert_int_equal(money_bonus(5000, 5000, 50), 0);
    assert_int_equal(money_bonus(4999, 5000, 50), 0);
}

/* $30,000 sign-on and $50,000 of loans over three years on $300,000: 300 + 30 + 16.666; 300
 * + 16.667 twice; 980,000 over 3 = 326,666.67. */
static void years(void **state)
{
    struct fake *f = *state;
    struct money m;
    fake_ini(f, OFFER("a", "Alpha") "base = 300000\nwrvu_rate = 0\nsign_on = "
                                    "30000\nloan_repay_total = 50000\nloan_repay_years = 3\n");
    assert_true(money_read(&f->host, "a", 3, &m));
    assert_int_equal(m.year[0].total, 346666);
    assert_int_equal(m.year[1].total, 316667);
    assert_int_equal(m.year[2].total, 316667);
    assert_int_equal(m.annual, 326667);
    assert_true(m.year[2].bonus_known);
    /* Two years of five hold two fifths of the loan: 346,666 is not touched by a longer one. */
    fake_ini(f, OFFER("b", "Beta") "base = 300000\nloan_repay_total = 50000\nloan_repay_years = "
                                   "5\nretention = 12000\nguarantee_months = 24\n");
    assert_true(money_read(&f->host, "b", 2, &m));
    assert_int_equal(m.year[0].total, 310000);
    assert_int_equal(m.year[1].total, 322000); /* with the retention */
    assert_int_equal(m.annual, 316000);
    assert_false(m.year[0].bonus_known);
    assert_false(m.year[1].base_assumed);
    assert_true(money_read(&f->host, "b", 3, &m));
    assert_true(m.year[2].base_assumed); /* month 25 is past the guarantee */
    fake_ini(f, OFFER("c", "Gamma"));
    assert_false(money_read(&f->host, "c", 3, &m));
}

/* S0-37: 4,000 then 5,000 then the general 6,000 units at $50, 6,000 expected: $100,000, $50,000,
 * nothing. */
static void thresholds(void **state)
{
    struct fake *f = *state;
    struct money m;
    fake_ini(f, OFFER("a", "Alpha") "base = 300000\nbase_y3 = 310000\nwrvu_rate = "
                                    "50\nwrvu_threshold = 6000\nwrvu_threshold_y1 = 4000\n"
                                    "wrvu_threshold_y2 = 5000\nexp_wrvu = 6000\n");
    assert_true(money_read(&f->host, "a", 4, &m));
    assert_int_equal(m.year[0].bonus, 100000);
    assert_int_equal(m.year[1].bonus, 50000);
    assert_int_equal(m.year[2].bonus, 0);
    assert_int_equal(m.year[2].base, 310000);
    assert_int_equal(m.year[3].base, 310000);
    assert_int_equal(m.annual, (400000 + 350000 + 310000 + 310000) / 4);
    fake_ini(f, "exp_wrvu_y3 = 7000\n");
    assert_true(money_read(&f->host, "a", 3, &m));
    assert_int_equal(m.year[1].bonus, 50000);
    assert_int_equal(m.year[2].bonus, 50000);
    /* What new hires reached stands in for what you expect; a claim never does (S0-14). */
    fake_ini(
        f,
        OFFER("b",
              "Beta") "base = 300000\nwrvu_rate = 50\nwrvu_threshold = 5000\nwrvu_claim = 10000\n");
    assert_true(money_read(&f->host, "b", 1, &m));
    assert_false(m.year[0].bonus_known);
    fake_ini(f, "wrvu_history_new_hire = 5500\n");
    assert_true(money_read(&f->host, "b", 1, &m));
    assert_true(m.year[0].bonus_known);
    assert_int_equal(m.year[0].bonus, 25000);
}

static bool near(double value, double expected)
{
    return value > expected - 1e-6 && value < expected + 1e-6;
}

/* 300,000 + 50 (w - 5,000) against 340,000 + 60 (w - 7,000): equal at 5,000 + 40,000 / 50 = 5,800,
 * and again where 60,000 of lead at 7,000 melt by 10 a unit: 13,000. */
static void break_even(void **state)
{
    const struct money_line a = {300000, 5000, 50}, b = {340000, 7000, 60}, c = {300000, 0, 40},
                            same = {300000, 5000, 50};
    double at[2];
    (void)state;
    assert_int_equal(money_crossings(&a, &b, at), 2);
    assert_true(near(at[0], 5800));
    assert_true(near(at[1], 13000));
    assert_true(near(money_at(&a, 5800), 340000));
    assert_true(near(money_at(&b, 13000), 700000));
    assert_int_equal(money_crossings(&b, &a, at), 2);
    assert_int_equal(money_crossings(&a, &same, at), 0);
    /* Ahead from the first unit, 200,000 at 5,000, then losing 10 a unit: 25,000. */
    assert_int_equal(money_crossings(&a, &c, at), 1);
    assert_true(near(at[0], 25000));
}

/* A sign-on to pay back: 30,000 over 36 months: two thirds after a year; a cliff owes all through
 * month 35. */
static void clawback(void **state)
{
    struct fake *f = *state;
    fake_ini(
        f,
        OFFER("a", "Alpha") "sign_on = 30000\nsign_on_clawback_months = 36\nclawback = "
                            "prorata\n" OFFER(
                                "b",
                                "Beta") "sign_on = 30000\nsign_on_clawback_months = 36\nclawback = "
                                        "cliff\n" OFFER(
                                            "c", "Gamma") "sign_on = "
                                                          "30000\nsign_on_clawback_months = "
                                                          "36\n" OFFER("d", "Delta") "sign_on = "
                                                                                     "0\n");
    assert_int_equal(money_clawback(&f->host, "a", 0), 30000);
    assert_int_equal(money_clawback(&f->host, "a", 12), 20000);
    assert_int_equal(money_clawback(&f->host, "a", 35), 833);
    assert_int_equal(money_clawback(&f->host, "a", 36), 0);
    assert_int_equal(money_clawback(&f->host, "b", 35), 30000);
    assert_int_equal(money_clawback(&f->host, "b", 36), 0);
    assert_true(money_clawback(&f->host, "c", 12) == MONEY_UNKNOWN);
    assert_int_equal(money_clawback(&f->host, "d", 12), 0);
    fake_arg(f, "exit", "20");
    fake_report(f, "compare");
    assert_string_equal(cells(f, "12 months"),
                        "$20,000 | $30,000 | unknown: ask | $0 | $20,000 apart best:4");
    assert_string_equal(cells(f, "20 months"),
                        "$13,333 | $30,000 | unknown: ask | $0 | $13,333 apart best:4");
}

/* The tail: 1.5 to 2.5 premiums. */
static void tail(void **state)
{
    struct fake *f = *state;
    fake_ini(
        f, OFFER("a", "Alpha") "tail = physician\npremium = 20000\n" OFFER(
               "b", "Beta") "tail = employer\npremium = 20000\n" OFFER("c", "Gamma") "tail = "
                                                                                     "physician"
                                                                                     "\n" OFFER(
                                                                                         "d", "Delt"
                                                                                              "a"));
    fake_report(f, "compare");
    assert_string_equal(cells(f, "Tail on leaving"),
                        "$30,000 to $50,000 | $0 | yours; premium unknown: ask | unknown: ask | "
                        "$50,000 apart best:2");
}

/* S0-04: six rows, also of offers that say nothing. */
static void six_rows(void **state)
{
    static const char *const labels[] = {"Base, year 1",    "Bonus",
                                         "Call and nights", "Days off and for courses",
                                         "Non-compete",     "Term and notice"};
    struct fake *f = *state;
    fake_ini(f, OFFER("a", "Alpha") OFFER("b", "Beta"));
    fake_report(f, "compare");
    const struct pgyd_part *first = row(f, labels[0], 0);
    for (size_t i = 0; i < 6; i++) {
        const struct pgyd_part *part = row(f, labels[i], 0);
        assert_ptr_equal(part, first + i); /* in this order */
        assert_int_equal(part->ncells, 4);
        assert_string_equal(part->cells[1], "unknown: ask");
        assert_string_equal(part->cells[2], "unknown: ask");
        assert_null(part->text);
    }
    assert_string_equal(row(f, labels[2], 0)->cells[3], "red flag: no number"); /* S0-09 */
}

/* Figures, not phrases; the best in a row, and none where neither is better in all. */
static void best_in_row(void **state)
{
    struct fake *f = *state;
    fake_ini(
        f,
        OFFER(
            "a",
            "Alpha") "base = 420000\nsign_on = 40000\nrelocation = 20000\ncall = 1 in "
                     "4\ncall_days_month = 4\nnights_month = 2\n"
                     "pto_days = 25\ncme_days = 5\nnoncompete_scope = "
                     "primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n"
                     "term_months = 24\nnotice_days = 90\nwrvu_rate = 50\nwrvu_threshold = "
                     "5000\nexp_wrvu = 6000\n" OFFER(
                         "b",
                         "Beta") "base = 290000\ncall_days_month = 5\nnights_year = 20\npto_days = "
                                 "20\ncme_days = 5\n"
                                 "noncompete_scope = any_facility\nnoncompete_miles = "
                                 "25\nnoncompete_months = 24\nterm_months = 12\nwrvu_rate = 45\n");
    fake_report(f, "compare");
    /* S1-01: 130,000 apart. */
    assert_string_equal(cells(f, "Base, year 1"), "$420,000 | $290,000 | $130,000 apart best:1");
    assert_string_equal(
        cells(f, "Bonus"),
        "$50 a wRVU above 5,000; $50,000 expected | $45 a wRVU above unknown: ask | ");
    assert_string_equal(cells(f, "Call and nights"),
                        "48 call days, 24 nights a year | 60 call days, 20 nights a year | ");
    assert_string_equal(cells(f, "Days off and for courses"),
                        "25 off, 5 for courses | 20 off, 5 for courses |  best:1");
    assert_string_equal(
        cells(f, "Non-compete"),
        "10 miles, primary site, 12 months | 25 miles, any facility, 24 months |  best:1");
    assert_string_equal(cells(f, "Term and notice"),
                        "term 24 months, notice 90 days | term 12 months, notice unknown: ask | ");
    assert_string_equal(cells(f, "Sign-on"), "$40,000 | unknown: ask | ");
    assert_string_equal(cells(f, "Nights a year"), "24 | 20 |  best:2");
    /* None at all is better than any. */
    fake_ini(f, OFFER("c", "Gamma") "noncompete_scope = none\n");
    fake_report(f, "compare");
    assert_string_equal(row(f, "Non-compete", 0)->text, "best:3");
}

/* S1-64: 9,999 apart is noise, 10,000 is not. */
static void noise(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("a", "Alpha") "base = 309999\n" OFFER("b", "Beta") "base = 300000\n");
    fake_report(f, "compare");
    assert_string_equal(cells(f, "Base, year 1"),
                        "$309,999 | $300,000 | $9,999 apart: noise best:1");
    fake_ini(f, OFFER("c", "Gamma") "base = 319999\n");
    fake_report(f, "compare");
    assert_string_equal(cells(f, "Base, year 1"),
                        "$309,999 | $300,000 | $319,999 | $10,000 apart best:3");
}

/* S1-38: 305,000 in the first year, 335,500 to 366,000 as an article claims. 235 weekdays: 305,500
 * / 235 = 1,300. */
static void derived(void **state)
{
    struct fake *f = *state;
    fake_ini(
        f, OFFER("a", "Alpha") "base = 300000\nbonus_other = 5000\nwrvu_rate = 0\n" OFFER(
               "b", "Beta") "base = 305500\nwrvu_rate = 0\nfte = 1\npto_days = 20\ncme_days = 5\n");
    fake_report(f, "compare");
    assert_string_equal(row(f, "Claim of an article, year 1", 0)->cells[1], "$335,500 to $366,000");
    assert_string_equal(row(f, "Claim of an article, year 1", 0)->cells[3], "a claim");
    assert_true(says(f, "10 to 20 percent more: a claim, not a forecast"));
    assert_string_equal(cells(f, "A weekday worked, year 1"), "unknown: ask | $1,300 | ");
    assert_int_equal(money_worked_day(&f->host, "b", 470000), 2000);
    /* Course days that nobody named are not none. */
    fake_ini(f, OFFER("c", "Gamma") "base = 305500\nfte = 1\npto_days = 20\n");
    assert_true(money_worked_day(&f->host, "c", 470000) == MONEY_UNKNOWN);
}

/* Loans are forgiven after 120 payments. */
static void loans(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("a", "Alpha") "pslf = yes\n" OFFER("b", "Beta") "pslf = no\n" OFFER(
                    "c", "Gamma") "[loans]\npslf = yes\npayments = 48\n");
    fake_report(f, "compare");
    assert_string_equal(cells(f, "Loan forgiveness"),
                        "payments go on: 72 of 120 left | forgiveness at risk: 72 of 120 left | "
                        "unknown: ask |  best:1");
}

/* S2-29: settings that differ add their rows, known or not. */
static void settings(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("a", "Alpha") "setting = big_private\n" OFFER(
                    "b", "Beta") "setting = academic_hybrid\n");
    fake_report(f, "compare");
    assert_string_equal(cells(f, "Support"), "unknown: ask | unknown: ask | ");
    assert_string_equal(cells(f, "Exit options"), "unknown: ask | unknown: ask | ");
    assert_string_equal(cells(f, "Partnership after"), "unknown: ask | unknown: ask | ");
}

static const char scored[] =
    OFFER("a", "Alpha") "base = 340000\nwrvu_rate = 0\nrate_compensation = 10\nrate_location = "
                        "5\n" OFFER("b", "Beta") "base = 300000\nwrvu_rate = 0\nrate_compensation "
                                                 "= 4\nrate_location = 8\n"
                                                 "[priorities]\ncompensation = 40\nlocation = 60\n";

/* 40x10 + 60x5 = 700, 40x4 + 60x8 = 640; without money 300 and 480 of 600: 500.0 and 800.0. */
static void score(void **state)
{
    struct fake *f = *state;
    fake_ini(f, scored);
    fake_report(f, "compare");
    assert_string_equal(cells(f, "1"), "Alpha | 60x5 + 40x10 = 700 | 700.0 | ");
    assert_string_equal(cells(f, "2"), "Beta | 60x8 + 40x4 = 640 | 640.0 | ");
    assert_string_equal(row(f, "1", 1)->cells[1], "Beta");
    assert_string_equal(row(f, "1", 1)->cells[2], "60x8 = 480");
    assert_string_equal(row(f, "1", 1)->cells[3], "800.0");
    assert_string_equal(row(f, "2", 1)->cells[3], "500.0");
    assert_true(says(f, "Choosing Beta costs $40,000 a year."));
    assert_string_equal(cells(f, "location"), "60 | 5 | 8"); /* heaviest first */
    assert_true(row(f, "location", 0) < row(f, "compensation", 0));
}

static struct fake *priced(const char *a, const char *b, const char *rest)
{
    static struct fake *f;
    char text[1200];
    if (f)
        fake_free(&f);
    if (!a)
        return NULL;
    f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(f, pgc_format(text, sizeof text,
                           "%s%s%s%s[priorities]\ncompensation = 10\nlocation = 90\n",
                           OFFER("a", "Alpha") "rate_compensation = 4\nrate_location = 9\n", a,
                           OFFER("b", "Beta") "rate_compensation = 9\nrate_location = 2\n", b));
    fake_ini(f, rest);
    fake_report(f, "compare");
    return f;
}

/* S0-59, S1-64: what the first either way gives up; $9,999 are noise, $10,000 are not. What is not
 * known, and what cannot be signed, prices nothing. */
static void price(void **state)
{
    (void)state;
    assert_true(says(priced("base = 300000\n", "base = 310000\n", ""),
                     "Alpha comes first either way. Beta pays $10,000 a year more: that is the "
                     "price of the choice."));
    assert_true(says(priced("base = 300000\n", "base = 309999\n", ""),
                     "Beta pays $9,999 a year more, which is noise: that"));
    assert_true(says(priced("base = 300000\n", "base = 340000\nwrvu_rate = 50\n", ""),
                     "Beta pays $40,000 a year more, bonuses that are not known left out: that"));
    assert_true(says(priced("", "base = 340000\n", ""),
                     "Alpha comes first either way; its pay is not known: ask."));
    assert_true(says(priced("base = 300000\ntail = employer\n", "base = 340000\ntail = physician\n",
                            "[walkaway]\ntail = employer\n"),
                     "no other that can be signed is known to pay more"));
    /* A sign-on that one of them does not name is not known: 0 is. */
    assert_true(says(priced("base = 300000\n", "base = 310000\nsign_on = 30000\n", ""),
                     "Alpha: its sums are without what is not known: sign-on; ask, or set 0"));
    assert_false(
        says(priced("base = 300000\nsign_on = 0\n", "base = 310000\nsign_on = 30000\n", ""),
             "its sums are without"));
    priced(NULL, NULL, NULL);
}

/* A tie shares the first rank, and nothing is priced. */
static void tie(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("a", "Alpha") "rate_compensation = 5\nrate_location = 5\n" OFFER(
                    "b", "Beta") "rate_compensation = 5\nrate_location = 5\n"
                                 "[priorities]\ncompensation = 40\nlocation = 60\n");
    fake_report(f, "compare");
    assert_string_equal(row(f, "1", 0)->cells[1], "Alpha");
    assert_string_equal(row(f, "1", 1)->cells[1], "Beta");
    assert_true(says(f, "nothing to price yet"));
}

/* A closed gate or a missing rating leaves no rank, whatever the sum. */
static void unranked(void **state)
{
    struct fake *f = *state;
    fake_ini(f, scored);
    fake_ini(f, "[walkaway]\nbase_min = 300001\n" OFFER(
                    "c", "Gamma") "base = 320000\nrate_location = 9\n");
    fake_report(f, "compare");
    assert_true(says(f, "Beta is not signable as it stands: Base, $300,000; at least $300,001"));
    assert_string_equal(cells(f, "1"), "Alpha | 60x5 + 40x10 = 700 | 700.0 | ");
    assert_string_equal(cells(f, "-"),
                        "Beta | 60x8 + 40x4 = 640 | - | not signable as it stands: Base");
    assert_string_equal(row(f, "-", 1)->cells[2], "60x9 + 40x? = 540 to 940");
    assert_string_equal(row(f, "-", 1)->cells[4], "set rate_compensation");
    /* Where money is identical a rating of it is not missed. */
    assert_string_equal(row(f, "1", 1)->cells[1], "Gamma");
}

static int64_t freedom(const char *keys)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    struct score s;
    fake_ini(f, "[priorities]\nexit_freedom = 100\n" OFFER("a", "Alpha"));
    fake_ini(f, keys);
    score_of(&f->host, "a", false, &s);
    assert_int_equal(s.n, 1);
    fake_free(&f);
    return s.part[0].rating;
}

/* S0-68: the covenant rates the freedom to go, unless the person does. */
static void exit_freedom(void **state)
{
    static const char site[] = "noncompete_scope = primary_site\nnoncompete_miles = 10\n";
    char keys[160];
    (void)state;
    assert_int_equal(freedom(""), -1);
    assert_int_equal(freedom(site), -1);
    assert_int_equal(freedom(pgc_format(keys, sizeof keys, "%snoncompete_months = 12\n", site)), 7);
    assert_int_equal(freedom(pgc_format(keys, sizeof keys, "%snoncompete_months = 13\n", site)), 4);
    assert_int_equal(freedom("noncompete_scope = any_facility\n"), 1);
    assert_int_equal(freedom("noncompete_scope = none\n"), 10);
    assert_int_equal(freedom("noncompete_scope = none\nrate_exit_freedom = 3\n"), 3);
}

/* Settled offers are left out unless named; what cannot be is refused; a chart for the page. */
static void choosing(void **state)
{
    struct fake *f = *state;
    size_t bars = 0;
    fake_ini(f, OFFER("a", "Alpha") "base = 300000\n" OFFER("b", "Beta") "base = 310000\n" OFFER(
                    "c", "Gamma"));
    fake_log(f, "2026-11-20", "offer", "c", "declined", NULL);
    fake_report(f, "compare");
    assert_int_equal(row(f, "Base, year 1", 0)->ncells, 4);
    for (size_t i = 0; i < f->nparts; i++)
        bars += f->parts[i].type == PGYD_BAR;
    assert_int_equal(bars, 2);
    fake_arg(f, "offer", "c,a");
    fake_report(f, "compare");
    assert_string_equal(row(f, "Base, year 1", 0)->cells[2], "$300,000");
    fake_arg(f, "years", "6");
    assert_int_equal(pgyd_plugin_offers.report(&f->host, "compare"), -1);
    assert_string_equal(f->error, "years= is a whole number from 1 to 5");
}

static void break_even_rows(void **state)
{
    struct fake *f = *state;
    fake_ini(
        f,
        OFFER("a", "Alpha") "base = 300000\nwrvu_rate = 50\nwrvu_threshold = 5000\n" OFFER(
            "b",
            "Beta") "base = 340000\nwrvu_rate = 60\nwrvu_threshold = 7000\n" OFFER("c",
                                                                                   "Gamma") "base "
                                                                                            "= "
                                                                                            "350000"
                                                                                            "\n");
    fake_report(f, "compare");
    assert_string_equal(cells(f, "Alpha, Beta"), "5,800 | Beta | Alpha");
    assert_string_equal(row(f, "Alpha, Beta", 1)->cells[1], "13,000");
    assert_string_equal(row(f, "Alpha, Beta", 1)->cells[3], "Beta");
    assert_string_equal(cells(f, "Alpha, Gamma"), "unknown: ask | - | -");
    fake_ini(f, "wrvu_rate = 60\nwrvu_threshold = 7000\n");
    fake_report(f, "compare");
    assert_string_equal(cells(f, "Beta, Gamma"), "none | Gamma | Gamma");
}

/* Privacy (architecture 10): no figure of pay in what feeds carry. */
static void not_in_items(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("a", "Alpha") "base = 987654\nsign_on = 987654\n");
    fake_plan(f);
    assert_true(f->nitems > 0);
    for (size_t i = 0; i < f->nitems; i++) {
        assert_null(strstr(f->items[i].title, "987"));
        assert_true(!f->items[i].detail || !strstr(f->items[i].detail, "987"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(bonus),           CASE(years),        CASE(thresholds),
        CASE(break_even),      CASE(clawback),     CASE(tail),
        CASE(six_rows),        CASE(best_in_row),  CASE(noise),
        CASE(derived),         CASE(loans),        CASE(settings),
        CASE(score),           CASE(price),        CASE(tie),
        CASE(unranked),        CASE(exit_freedom), CASE(choosing),
        CASE(break_even_rows), CASE(not_in_items),
    };
    return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
