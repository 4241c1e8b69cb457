/* SPDX-License-Identifier: BSD-2-Clause */
/* What is asked for of all that falls short, in which words; the report, the item and the key. */
#include "plugins/offers/asks/asks_fixture.h"

#include "plugins/common/texts/utf8.h"
#include "plugins/offers/compare/compare.h"

/* "base, sign_on": the terms in their order. */
static const char *terms(void)
{
    static char text[400];
    text[0] = '\0';
    for (uint32_t i = 0; i < asks.n; i++)
        pgc_append(text, sizeof text, "%s%s", i ? ", " : "", asks.list[i].term);
    return text;
}

/* ---- choosing ---- */

/* S0-15: what weighs more is asked first. Base 2/3 short, covenant 1. */
static void ranking(void **state)
{
    static const char own[] =
        "base = 300000\nnoncompete_scope = any_facility\ncall_days_month = 4\n",
                      rest[] = BETA "base = 340000\ncall_days_month = 4\n";
    char keys[400];
    (void)state;
    assert_non_null(
        ask("base", own,
            pgc_format(keys, sizeof keys, "%s[priorities]\ncompensation = 70\nexit_freedom = 30\n",
                       rest)));
    assert_string_equal(terms(), "base, noncompete, stipend"); /* 46.7, 30, 7 */
    assert_string_equal(find("noncompete")->criterion, "exit_freedom");
    assert_non_null(
        ask("base", own,
            pgc_format(keys, sizeof keys, "%s[priorities]\ncompensation = 30\nexit_freedom = 70\n",
                       rest)));
    assert_string_equal(terms(), "noncompete, base, stipend"); /* 70, 20, 3 */
    /* Without priorities all weigh 10, and nothing is asked that does not fall short. */
    assert_non_null(ask("base", own, rest));
    assert_string_equal(terms(), "noncompete, base");
    assert_int_equal(find("base")->weight, 10);
}

static const char much[] = "base = 300000\nsign_on = 1000\nclawback = "
                           "cliff\nsign_on_clawback_months = 12\nwrvu_rate = 45\ntail = physician\n"
                           "noncompete_scope = any_facility\nmoonlighting = "
                           "restricted\npartnership_written = no\ncall_days_month = 8\n";

/* S0-32, S0-53, S0-54: 39, 40, 41 and 69, 70, 71. */
static void caps(void **state)
{
    static const struct {
        int power;
        uint32_t most;
        int intensity;
    } rows[] = {{0, 3, ASK_TWEAKS},  {39, 3, ASK_TWEAKS}, {40, 3, ASK_TWEAKS}, {41, 5, ASK_STEADY},
                {69, 5, ASK_STEADY}, {70, 5, ASK_PUSH},   {71, 5, ASK_PUSH},   {100, 5, ASK_PUSH}};
    (void)state;
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++) {
        char rest[200];
        fresh(much, pgc_format(rest, sizeof rest, BETA "base = 340000\n[market]\npower = %d\n",
                               rows[i].power));
        again();
        assert_int_equal(asks.most, rows[i].most);
        assert_int_equal(asks.n, rows[i].most);
        assert_int_equal(asks.intensity, rows[i].intensity);
        assert_int_equal(asks.candidates, 7);
        for (uint32_t k = 0; k < asks.n; k++) {
            bool pressed = strcmp(asks.list[k].term, "base") == 0 ||
                           strcmp(asks.list[k].term, "noncompete") == 0;
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

/* S0-06: what must improve is never left out for what need not; words find their term, else they
 * are asked for as they are. */
static void must(void **state)
{
    (void)state;
    assert_null(ask("moonlighting", "base = 300000\ncall_days_month = 4\n", ""));
    const struct ask *a = ask("moonlighting",
                              "must_improve = Moonlighting on free weekends; a four-day week; less "
                              "EPIC inbox; base salary\ncall_days_month = 4\n",
                              ALL_MONEY);
    assert_non_null(a);
    assert_true(a->must);
    assert_int_equal(asks.n, 5);
    assert_string_equal(find("schedule")->text,
                        "a small change of schedule, such as a four-day week or a late start");
    assert_string_equal(find("base")->text, "a higher base salary");
    assert_string_equal(find("own")->text, "less EPIC inbox");
    assert_true(find("own")->fallback[0] != '\0');
    assert_false(find("stipend")->must);
    /* Much falls short, and there is room for five alone. */
    fresh(much, BETA "base = 340000\n" ALL_MONEY);
    fake_ini(
        current,
        "[offer:a]\nmust_improve = notice; a research day; title; telehealth; clinic template\n");
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
    assert_null(
        ask("title", "call_days_month = 4\ntitle = Director\n", "[priorities]\ngrowth = 100\n"));
    assert_null(ask("title", "call_days_month = 4\n", ALL_MONEY));
    assert_null(ask("title", "call_days_month = 4\n", ""));
    assert_non_null(ask("research_day", "call_days_month = 4\n", "[priorities]\nacademic = 100\n"));
    assert_non_null(
        ask("call_buy_down", "call_days_month = 4\n", "[priorities]\nschedule = 100\n"));
    assert_non_null(ask("partner_years", "call_days_month = 4\npartnership_written = yes\n",
                        "[priorities]\npartnership = 100\n"));
    assert_null(ask("partner_years", "call_days_month = 4\npartnership_written = na\n",
                    "[priorities]\npartnership = 100\n"));
    assert_string_equal(
        ask("partner_years", "partner_years = 5\n", BETA "partner_years = 2\n")->text,
        "a vote on partnership after 3 years");
}

/* S2-35: pay, tail, buy-in and covenant wait until the value is shown. */
static void unlocking(void **state)
{
    char rest[200];
    (void)state;
    for (int shown = 0; shown < 2; shown++) {
        fresh(much, pgc_format(rest, sizeof rest, BETA "base = 340000\n%s",
                               shown ? "[decide]\nvalue_case = yes\n" : ""));
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
    static const char own[] = "base = 300000\nterm_months = 36\ncall_days_month = 4\n",
                      rest[] = BETA "base = 340000\n";
    char keys[300];
    (void)state;
    assert_null(ask("instead_of_base", own, rest));
    const struct ask *a =
        ask("instead_of_base", pgc_format(keys, sizeof keys, "%shard_cap = base\n", own), rest);
    assert_non_null(a);
    assert_null(find("base"));
    assert_string_equal(a->instead, "base");
    assert_int_equal(a->to, 120000);
    assert_string_equal(a->text, "$120,000 over 3 years as sign-on, loan repayment or retention, "
                                 "since the base cannot move");
    assert_string_equal(asks.capped, "Base");
    assert_int_equal(asks.remaining, 40000);
    a = ask("instead_of_base",
            pgc_format(keys, sizeof keys, "%shard_cap = base, sign_on, retention\n", own), rest);
    assert_string_equal(a->target, "$120,000 over 3 years as loan repayment");
    assert_null(ask("instead_of_base",
                    pgc_format(keys, sizeof keys,
                               "%shard_cap = base, sign_on, retention, loan_repay_total\n", own),
                    rest));
    assert_int_equal(asks.remaining, 0);
    /* 18 months are a year and a half, not two years; less than a year counts as one; without a
     * term three are looked at. */
    a = ask("instead_of_base", "base = 300000\nterm_months = 18\nhard_cap = base\n", rest);
    assert_string_equal(a->target,
                        "$60,000 over 18 months as sign-on, loan repayment or retention");
    assert_int_equal(a->dollars, 40000);
    assert_string_equal(
        ask("instead_of_base", "base = 300000\nterm_months = 6\nhard_cap = base\n", rest)->target,
        "$40,000 over 1 year as sign-on, loan repayment or retention");
    assert_int_equal(ask("instead_of_base", "base = 300000\nhard_cap = base\n", rest)->to, 120000);
    /* One year of the gap, 170,000 twice, is the very base of the other. */
    assert_int_equal(
        ask("instead_of_base", "base = 170000\nterm_months = 24\nhard_cap = base\n", rest)->to,
        339000);
}

/* S0-45, S0-51: a no in the journal is a cap; under any of its names. */
static void journal_no(void **state)
{
    (void)state;
    struct fake *f = fresh("base = 300000\nnoncompete_scope = any_facility\ncall_days_month = 4\n",
                           BETA "base = 340000\n");
    again();
    assert_string_equal(terms(), "noncompete, base");
    fake_log(f, "2026-11-18", "offer", "a", "asked", NULL);
    fake_log(f, "2026-11-19", "offer", "a", "answered", "response=no;term=base");
    again();
    assert_string_equal(terms(), "noncompete, instead_of_base");
    fresh("base = 300000\nnoncompete_scope = any_facility\ncall_days_month = 4\nhard_cap = "
          "non-compete\n",
          BETA "base = 340000\n");
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
        fresh(pgc_format(own, sizeof own, "base = %lld\ncall_days_month = 4\n",
                         (long long)(340000 - gaps[i])),
              BETA "base = 340000\n");
        again();
        assert_int_equal(asks.remaining, left[i]);
        assert_int_equal(asks.remaining_other, 0);
    }
    struct fake *f =
        fresh("base = 300000\ncme_days = 4\nmoonlighting = restricted\ncall_days_month = 4\n",
              BETA "base = 340000\ncme_days = 6\n");
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

/* ---- texts ---- */

/* S1-40: at most 160 characters, whole ones. */
static void one_line(void **state)
{
    static char own[4000];
    (void)state;
    ask("base", "base = 300000\nmoonlighting = restricted\ncall_days_month = 4\n",
        BETA "base = 340000\n");
    assert_string_equal(asks.one_line, "Base $330,000; Moonlighting");
    fresh("call_days_month = 4\n", "");
    again();
    assert_string_equal(asks.one_line, "");
    /* Five of 40 characters, two bytes each: three of them, two separators and the rest in
     * words. */
    pgc_format(own, sizeof own, "call_days_month = 4\nmust_improve = ");
    for (int i = 0; i < 5; i++) {
        for (int k = 0; k < 39; k++)
            pgc_append(own, sizeof own, "é");
        pgc_append(own, sizeof own, "%d; ", i);
    }
    fresh(own, "");
    again();
    assert_int_equal(asks.n, 5);
    assert_int_equal(pgc_utf8_count(asks.one_line), 40 + 2 + 40 + 2 + 40 + strlen("; 2 more"));
    assert_non_null(strstr(asks.one_line, "; 2 more"));
    /* One of 300. */
    pgc_format(own, sizeof own, "call_days_month = 4\nmust_improve = ");
    for (int k = 0; k < 300; k++)
        pgc_append(own, sizeof own, "漢");
    fresh(own, "");
    again();
    assert_true(pgc_utf8_count(asks.one_line) <= ASK_LINE);
    assert_true(strlen(asks.one_line) % 3 == 0 || strchr(asks.one_line, '.'));
}

/* S0-47: a person's own words may tell of the other offer; what can be sent does not. */
static void own_words(void **state)
{
    (void)state;
    const struct ask *a =
        ask("own", "must_improve = as many scribes as BETA GROUP\n", BETA "base = 340000\n");
    assert_non_null(a);
    assert_null(strstr(a->text, "BETA"));
    assert_non_null(strstr(a->why, "BETA GROUP"));
    a = ask("own", "must_improve = scribes as if it were 340,000\n", BETA "base = 340000\n");
    assert_null(strstr(a->text, "340"));
    assert_null(strstr(
        ask("own", "must_improve = scribes for 340k\n", BETA "base = 340000\n")->text, "340"));
    assert_non_null(strstr(
        ask("own", "must_improve = scribes for 341k\n", BETA "base = 340000\n")->text, "341k"));
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
    pgc_format(
        out, size,
        "base = %u\nsign_on = %u\nloan_repay_total = %u\nwrvu_rate = %u\nwrvu_threshold = "
        "%u\ncall_days_month = %u\n"
        "noncompete_scope = %s\nnoncompete_miles = %u\nnoncompete_months = %u\nterm_months = %u\n",
        180000 + draw(250) * 1000 + draw(2) * 500, draw(60) * 1000, draw(90) * 1000, 40 + draw(30),
        4000 + draw(40) * 100, draw(12), scopes[draw(3)], draw(40), draw(36), 12 + draw(49));
    if (own)
        pgc_append(out, size, "%s%s",
                   draw(2) ? "must_improve = what Quillfeather pays; a scribe; less call\n" : "",
                   draw(2) ? "hard_cap = base\n" : "");
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
        fresh(
            own,
            pgc_format(
                rest, sizeof rest,
                OFFER("b",
                      "Quillfeather Partners") "%s[market]\npower = %u\n[priorities]\ncompensation "
                                               "= %u\nschedule = 20\n",
                theirs, draw(101), 80u));
        again();
        int64_t base_b = pgc_num(&current->host, "offer", "b", "base", 0);
        money_text(base_b, figure);
        pgc_format(bare, sizeof bare, "%lld", (long long)base_b);
        for (uint32_t i = 0; i < asks.n; i++) {
            const char *const sent[] = {asks.list[i].text, asks.list[i].fallback,
                                        asks.list[i].target, asks.list[i].name, asks.one_line};
            for (uint32_t k = 0; k < PGC_COUNT(sent); k++) {
                assert_null(strstr(sent[k], "Quillfeather"));
                assert_null(strstr(sent[k], figure));
                assert_null(strstr(sent[k], bare));
            }
            of_base += strcmp(asks.list[i].term, "base") == 0 || asks.list[i].instead != NULL;
            seen++;
        }
        assert_true(asks.n <= asks.most);
        assert_true(pgc_utf8_count(asks.one_line) <= ASK_LINE);
    }
    /* The search was no empty one. */
    assert_true(seen > 900);
    assert_true(of_base > 60);
}

/* ---- report, plan, check ---- */

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
    /* S1-38: 305,000 in the first year. */
    struct fake *f = fresh("base = 300000\nbonus_other = 5000\ncall_days_month = 4\n",
                           BETA "base = 340000\n[market]\npower = 30\n");
    fake_log(f, "2026-11-18", "offer", "a", "asked", NULL);
    fake_arg(f, "offer", "a");
    fake_report(f, "asks");
    assert_true(
        said("$305,000 in year 1 would be $335,500 to $366,000. Its claim, not a forecast."));
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
        fresh("base = 300000\n",
              pgc_format(rest, sizeof rest, "[decide]\nask_gap_ratio = %s\n", rows[i].ratio));
        fake_check(current);
        assert_int_equal(
            fake_problems(current, PGYD_CRITICAL, "decide", "", "ask_gap_ratio", "part of a gap"),
            rows[i].errors);
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
    const struct CMUnitTest tests[] = {
        CASE(ranking),           CASE(caps),       CASE(must),      CASE(wishes),   CASE(unlocking),
        CASE(substitution),      CASE(journal_no), CASE(remaining), CASE(one_line), CASE(own_words),
        CASE(no_rival_in_texts), CASE(report),     CASE(plan),      CASE(check),    CASE(no_list),
    };
    return cmocka_run_group_tests_name("asks", tests, NULL, NULL);
}
