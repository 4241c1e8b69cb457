/* SPDX-License-Identifier: BSD-2-Clause */
/* Where an offer falls short, and how much is asked for: figures by hand. */
#include "plugins/offers/asks/asks_fixture.h"

/* S0-33 and S0-34: whole thousands, always below the rival, always above one's own. */
static void base_target(void **state)
{
    static const struct {
        int64_t own, rival;
        double ratio;
        int64_t to;
    } rows[] = {
        {300000, 340000, 0.75, 330000}, /* S0-33 */
        {300000, 340000, 1, 339000},    /* all of it would match */
        /* 300,040: the next thousand */
        {300000, 340000, 0.5, 320000},
        {300000, 340000, 0.001, 301000},
        {300000, 301000, 0.75, ASK_NONE}, /* no thousand between */
        {300000, 300500, 0.75, ASK_NONE},
        {300000, 300000, 0.75, ASK_NONE},
        {300000, 299999, 0.75, ASK_NONE},
        {340000, 300000, 0.75, ASK_NONE},
        {300000, 301001, 0.75, 301000}, /* 300,751 */
        {300000, 302000, 0.75, 301000}, /* 301,500 would round to the rival's */
        /* 300,550 would round past the rival */
        {299999, 300001, 0.75, 300000},
        {299800, 300800, 0.75, 300000},
        {290000, 420000, 0.75, 388000}, /* 387,500 */
        {0, 340000, 0.75, 255000},
        {0, 1, 0.75, ASK_NONE},
    };
    (void)state;
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++)
        assert_int_equal(asks_base_target(rows[i].own, rows[i].rival, rows[i].ratio), rows[i].to);
    /* Less is better: seven days of call against four is five; of five against four nothing lies
     * between. */
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
    assert_string_equal(a->fallback,
                        "the difference as sign-on, loan repayment or retention over the term");
    assert_string_equal(a->why, "Beta Group: $340,000; here it is $300,000.");
    assert_string_equal(a->criterion, "compensation");
    /* 40,000 of a fifth of the base, 60,000. */
    assert_true(near(a->shortfall, 2.0 / 3));
    assert_true(near(a->priority, 200.0 / 3));
    assert_int_equal(
        ask("base", "base = 300000\n", BETA "base = 340000\n[decide]\nask_gap_ratio = 0.5\n")->to,
        320000);
    assert_null(ask("base", "base = 340000\n", BETA "base = 340000\n"));
    assert_null(ask("base", "", BETA "base = 340000\n"));
}

/* Only what is in writing and live shows anything; the best of several is the rival. */
static void rivals(void **state)
{
    (void)state;
    assert_null(
        ask("base", "base = 300000\n",
            "[offer:b]\nemployer = Beta\nwritten = no\nreceived = 2026-11-16\nbase = 340000\n"));
    assert_null(ask("base", "base = 300000\n", BETA "base = 340000\nstatus = declined\n"));
    assert_non_null(ask("base", "base = 300000\n", BETA "base = 340000\nstatus = paused\n"));
    assert_string_equal(
        ask("base", "base = 300000\n", BETA "base = 340000\n" OFFER("c", "Gamma") "base = 341000\n")
            ->rival,
        "c");
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
    assert_int_equal(
        ask("base", "base = 300000\n", BETA "base = 340000\n[market]\nbenchmark_p50 = 400000\n")
            ->to,
        330000);
    assert_int_equal(
        ask("base", "base = 300000\n", BETA "base = 290000\n[market]\nbenchmark_p50 = 310000\n")
            ->to,
        310000);
    assert_null(ask("base", "base = 300000\n", "[market]\nbenchmark_p50 = 300000\n"));
    assert_null(ask("base", "base = 300000\n", "[market]\nbenchmark_p50 = 300999\n"));
}

/* S0-11, S0-37. */
static void threshold(void **state)
{
    (void)state;
    const struct ask *a =
        ask("wrvu_threshold",
            "wrvu_threshold = 7000\nwrvu_history_new_hire = 6000\nbonus_hit_pct = 10\n", "");
    assert_non_null(a);
    assert_int_equal(a->to, 6000);
    assert_string_equal(
        a->text,
        "a bonus threshold of 6,000 work units in years one and two while the practice fills");
    assert_null(ask("wrvu_threshold", "wrvu_threshold = 6000\nwrvu_history_new_hire = 6000\n", ""));
    assert_int_equal(
        ask("wrvu_threshold", "wrvu_threshold = 6001\nwrvu_history_new_hire = 6000\n", "")->to,
        6000);
    a = ask("wrvu_threshold", "wrvu_threshold = 7000\n", BETA "wrvu_threshold = 5000\n");
    assert_int_equal(a->to, 5500);
    assert_string_equal(a->rival, "b");
    /* 50 dollars a unit for the 1,500 units. */
    assert_int_equal(ask("wrvu_threshold",
                         "wrvu_threshold = 7000\nwrvu_rate = 50\nexp_wrvu = 7000\n",
                         BETA "wrvu_threshold = 5000\n")
                         ->between,
                     75000);
    assert_null(ask("wrvu_threshold", "wrvu_threshold = 5000\n", BETA "wrvu_threshold = 5000\n"));
}

/* S0-36 */
static void data(void **state)
{
    static const char term[] = "wrvu_history_new_hire";
    (void)state;
    assert_non_null(ask(term, "wrvu_rate = 50\n", ""));
    assert_non_null(ask(term, "wrvu_rate = 50\nwrvu_history_new_hire = 6000\n", ""));
    assert_null(
        ask(term, "wrvu_rate = 50\nwrvu_history_new_hire = 6000\nbonus_hit_pct = 40\n", ""));
    assert_null(ask(term, "wrvu_rate = 0\n", ""));
    assert_null(ask(term, "base = 300000\n", ""));
    assert_non_null(ask(term, "wrvu_claim = 10000\n", ""));
    /* Never locked: one may ask for figures before one has shown anything. */
    assert_null(ask(term, "wrvu_rate = 50\n", "")->unlock);
}

/* S0-38; never wider than what is offered. */
static void covenant(void **state)
{
    (void)state;
    const struct ask *a =
        ask("noncompete", "noncompete_scope = any_facility\nnoncompete_miles = 25\n", "");
    assert_non_null(a);
    assert_string_equal(a->text,
                        "no non-compete, or one from the primary site alone: 10 miles, 12 months");
    assert_int_equal(a->from, 25);
    assert_int_equal(a->to, 10);
    assert_true(near(a->shortfall, 1));
    a = ask("noncompete",
            "noncompete_scope = primary_site\nnoncompete_miles = 8\nnoncompete_months = 24\n", "");
    assert_string_equal(a->target, "8 miles, 12 months");
    assert_null(ask(
        "noncompete",
        "noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n", ""));
    assert_non_null(ask(
        "noncompete",
        "noncompete_scope = primary_site\nnoncompete_miles = 11\nnoncompete_months = 12\n", ""));
    a = ask("noncompete",
            "noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n",
            BETA "noncompete_scope = none\n");
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
    assert_null(
        ask("call_cap", "call_days_month = 5\ncall_cap = 5\n", BETA "call_days_month = 4\n"));
    assert_null(ask("call_cap", "call_days_month = 4\n", BETA "call_days_month = 4\n"));
    assert_non_null(
        ask("call_cap", "call_days_month = 4\nfte = 0.8\n", BETA "call_days_month = 4\n"));
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
    const struct ask *a = ask("sign_on", "base = 300000\nterm_months = 36\n",
                              BETA "sign_on = 30000\nloan_repay_total = 50000\n" ALL_MONEY);
    assert_int_equal(a->to, 23000); /* 22,500 */
    assert_int_equal(a->between, 10000);
    assert_true(near(a->shortfall, 1.0 / 6));
    assert_string_equal(find("loan_repay_total")->target, "$38,000"); /* 37,500 */
    assert_int_equal(
        ask("sign_on", "base = 300000\nterm_months = 18\n", BETA "sign_on = 30000\n")->between,
        20000);
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
    assert_non_null(
        ask("clawback", "sign_on = 10000\nclawback = cliff\nsign_on_clawback_months = 24\n", ""));
    assert_null(
        ask("clawback", "sign_on = 10000\nclawback = prorata\nsign_on_clawback_months = 24\n", ""));
    assert_non_null(ask("clawback", "sign_on = 10000\n", ""));
    assert_string_equal(ask("buy_in", "buy_in = 100000\n", BETA "buy_in = 60000\n")->target,
                        "$70,000");
    assert_string_equal(ask("wrvu_rate", "wrvu_rate = 45\n", BETA "wrvu_rate = 50\n")->text,
                        "a rate closer to $49 for each work unit");
    assert_non_null(ask("without_cause",
                        "tail = physician\nnoncompete_scope = any_facility\nwithout_cause = yes\n",
                        ""));
    assert_null(ask("without_cause",
                    "tail = employer\nnoncompete_scope = any_facility\nwithout_cause = yes\n", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(base_target), CASE(base),     CASE(rivals), CASE(benchmark), CASE(threshold),
        CASE(data),        CASE(covenant), CASE(call),   CASE(once),      CASE(words),
    };
    return cmocka_run_group_tests_name("askrules", tests, NULL, NULL);
}
