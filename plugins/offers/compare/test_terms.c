/* SPDX-License-Identifier: BSD-2-Clause */
/* Flags of terms, the risk index, gates and the score. Money is in test_compare.c. */
#include "plugins/offers/compare/score.h"
#include "plugins/offers/compare/terms.h"

#include "tests/unit/fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

#define HEAD                                                                                       \
    "[offer:a]\nemployer = Alpha\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"
#define RIVAL                                                                                      \
    "[offer:b]\nemployer = Beta\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"

/* The flags of offer a with further keys, and their words; and the named one, or NULL. */
static struct terms_flags flags;
static struct flags_list words;

static const struct terms_flag *flag(const char *keys, const char *name)
{
    static const char *const rivals[] = {"b"};
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    const struct terms_flag *found = NULL;
    fake_ini(f, HEAD);
    fake_ini(f, keys);
    flags_list_read(&f->host, &words);
    terms_flags_of(&f->host, &words, "a", rivals, f->host.section_count(f->host.ctx, "offer") - 1,
                   &flags);
    for (uint32_t i = 0; i < flags.n; i++) {
        if (strcmp(flags.list[i].words->name, name) == 0)
            found = &flags.list[i];
    }
    fake_free(&f);
    return found;
}

/* S0-38: 25 miles from any facility; primary site, 10 miles, 12 months is what to ask for, and
 * raises nothing. */
static void broad_covenant(void **state)
{
    static const char name[] = "Broad non-compete";
    (void)state;
    const struct terms_flag *bad =
        flag("noncompete_scope = any_facility\nnoncompete_miles = 25\n", name);
    assert_non_null(bad);
    assert_true(bad->red);
    assert_string_equal(bad->words->ask,
                        "No covenant; else from the primary site alone, 10 miles, 12 "
                        "months, void when they end it without cause.");
    assert_non_null(strstr(bad->why, "25 miles, any facility, months unknown: ask"));
    assert_null(flag(
        "noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n", name));
    assert_non_null(flag(
        "noncompete_scope = primary_site\nnoncompete_miles = 11\nnoncompete_months = 12\n", name));
    assert_non_null(flag(
        "noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 13\n", name));
    assert_non_null(flag(
        "noncompete_scope = any_facility\nnoncompete_miles = 1\nnoncompete_months = 1\n", name));
    assert_null(flag("noncompete_scope = none\n", name));
    assert_null(flag("", name));
}

/* S0-11, S0-14, S0-36. */
static void work_units(void **state)
{
    (void)state;
    assert_null(
        flag("wrvu_threshold = 5000\nwrvu_history_new_hire = 5000\n", "Threshold out of reach"));
    assert_non_null(
        flag("wrvu_threshold = 5001\nwrvu_history_new_hire = 5000\n", "Threshold out of reach"));
    assert_null(
        flag("wrvu_threshold = 6000\nwrvu_threshold_y1 = 5000\nwrvu_history_new_hire = 5000\n",
             "Threshold out of reach"));
    assert_null(flag("wrvu_threshold = 5001\n", "Threshold out of reach"));
    assert_non_null(flag("wrvu_claim = 10000\n", "Claim without data"));
    assert_non_null(strstr(flag("wrvu_claim = 10000\n", "Claim without data")->why, "10,000"));
    assert_null(flag("wrvu_claim = 10000\nwrvu_history_new_hire = 5000\n", "Claim without data"));
    assert_non_null(
        flag("wrvu_threshold = 5000\nwrvu_history_new_hire = 5000\n", "Bonus history missing"));
    assert_null(flag("wrvu_threshold = 5000\nwrvu_history_new_hire = 5000\nbonus_hit_pct = 60\n",
                     "Bonus history missing"));
    assert_null(flag("base = 300000\n", "Bonus history missing"));
}

static void promises(void **state)
{
    (void)state;
    assert_non_null(flag("partnership_written = no\n", "Partnership not in writing"));
    assert_null(flag("partnership_written = yes\n", "Partnership not in writing"));
    assert_null(flag("partnership_written = na\n", "Partnership not in writing"));
    assert_non_null(flag("nonneg = yes\n", "Said not to be negotiable"));
    assert_null(flag("nonneg = no\n", "Said not to be negotiable"));
    assert_non_null(flag("moonlighting = restricted\n", "Moonlighting restricted"));
    assert_null(flag("moonlighting = allowed\n", "Moonlighting restricted"));
    assert_non_null(flag("sign_on = 20000\n", "Sign-on: what is owed back"));
    assert_null(flag("sign_on = 20000\nsign_on_clawback_months = 24\nclawback = prorata\n",
                     "Sign-on: what is owed back"));
    assert_non_null(flag("sign_on = 20000\nsign_on_clawback_months = 24\nclawback = cliff\n",
                         "Sign-on owed in full"));
    assert_null(flag("term_months = 36\n", "Long first term"));
    assert_non_null(flag("term_months = 37\n", "Long first term"));
    assert_null(flag("notice_days = 90\n", "Long notice"));
    assert_non_null(flag("notice_days = 91\n", "Long notice"));
}

/* S0-09, S1-02: words are no number. */
static void call_in_words(void **state)
{
    (void)state;
    assert_non_null(flag("call = Shared Equally\n", "Call data missing"));
    assert_non_null(flag("call = Shared Equally\n", "Call shared equally"));
    assert_null(flag("call = shared equally\ncall_days_month = 5\n", "Call shared equally"));
    assert_null(flag("call_days_month = 5\n", "Call data missing"));
    assert_null(flag("nights_year = 40\n", "Call data missing"));
    assert_null(flag("call = 1 week in 6\n", "Call shared equally"));
}

/* S0-39: less than full time with as much call as a full-time rival. */
static void part_time(void **state)
{
    (void)state;
    assert_non_null(flag("fte = 0.8\ncall_days_month = 4\n" RIVAL "fte = 1\ncall_days_month = 4\n",
                         "Part time on paper"));
    assert_null(flag("fte = 0.8\ncall_days_month = 3.9\n" RIVAL "fte = 1\ncall_days_month = 4\n",
                     "Part time on paper"));
    assert_null(flag("fte = 1\ncall_days_month = 4\n" RIVAL "fte = 1\ncall_days_month = 4\n",
                     "Part time on paper"));
    assert_null(flag("fte = 0.8\ncall_days_month = 4\n" RIVAL "fte = 0.9\ncall_days_month = 4\n",
                     "Part time on paper"));
    assert_null(flag("fte = 0.8\ncall_days_month = 4\n", "Part time on paper"));
}

/* S0-23: with the contract in hand the four dangerous clauses must be known. */
static void contract_in_hand(void **state)
{
    (void)state;
    assert_non_null(flag("", "Letter only"));
    assert_null(flag("", "Clause not read"));
    assert_non_null(flag("doc = contract\n", "Clause not read"));
    assert_null(flag("doc = contract\n", "Letter only"));
    assert_non_null(flag("contract_received = 2026-11-20\n", "Clause not read"));
    const char most[] = "doc = contract\nnoncompete_scope = none\nnotice_days = 90\nwithout_cause "
                        "= yes\ncall_days_month = 4\nwrvu_rate = 0\n";
    assert_null(flag(most, "Clause not read"));
}

/* The trap triad: all three, not two and an unknown one. */
static void trap(void **state)
{
    (void)state;
    assert_non_null(
        flag("tail = physician\nnoncompete_scope = any_facility\nwithout_cause = yes\n", "Trap"));
    assert_null(flag("tail = physician\nnoncompete_scope = any_facility\n", "Trap"));
    assert_null(
        flag("tail = employer\nnoncompete_scope = any_facility\nwithout_cause = yes\n", "Trap"));
    assert_null(flag("tail = physician\nnoncompete_scope = none\nwithout_cause = yes\n", "Trap"));
    assert_null(
        flag("tail = physician\nnoncompete_scope = any_facility\nwithout_cause = no\n", "Trap"));
}

static int risk(const char *keys)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    struct terms_risk r;
    fake_ini(f, HEAD);
    fake_ini(f, keys);
    terms_risk_of(&f->host, "a", &r);
    int sum = 0;
    for (uint32_t i = 0; i < TERMS_CLAUSES; i++)
        sum += r.clause[i].open ? r.clause[i].weight : 0;
    assert_int_equal(sum, r.index);
    fake_free(&f);
    return r.index;
}

/* S2-41: 35, 28, 22, 18, 15 of at most 118. */
static void risk_index(void **state)
{
    (void)state;
    assert_int_equal(risk(""), 118);
    assert_int_equal(risk("noncompete_scope = primary_site\nnoncompete_miles = 10\n"), 118);
    assert_int_equal(
        risk("noncompete_scope = primary_site\nnoncompete_miles = 10\nnoncompete_months = 12\n"),
        83);
    assert_int_equal(risk("noncompete_scope = none\n"), 83);
    assert_int_equal(risk("partnership_written = na\n"), 90);
    assert_int_equal(risk("partnership_written = yes\npartner_years = 3\n"), 118);
    assert_int_equal(risk("partnership_written = yes\npartner_years = 3\nbuy_in = 0\n"), 90);
    assert_int_equal(risk("partnership_written = no\npartner_years = 3\nbuy_in = 0\n"), 118);
    assert_int_equal(risk("wrvu_rate = 50\nwrvu_threshold = 5000\n"), 118);
    assert_int_equal(risk("wrvu_rate = 50\nwrvu_threshold = 5000\nwrvu_history_new_hire = 4000\n"),
                     96);
    assert_int_equal(risk("wrvu_rate = 0\n"), 96);
    assert_int_equal(risk("call_change = fixed\n"), 100);
    assert_int_equal(risk("call_change = unilateral\n"), 118);
    assert_int_equal(risk("ancillary_included = no\n"), 103);
    assert_int_equal(risk("ancillary_included = unspecified\n"), 118);
    assert_int_equal(risk("noncompete_scope = none\npartnership_written = na\nwrvu_rate = "
                          "0\ncall_change = fixed\nancillary_included = yes\n"),
                     0);
}

/* "closed", "open", "ask": the state of the only gate of that name. */
static const char *gate(const char *keys, const char *name)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    struct score_gates g;
    int found = -1;
    fake_ini(f, HEAD);
    fake_ini(f, keys);
    score_gates_of(&f->host, "a", &g);
    for (uint32_t i = 0; i < g.n; i++) {
        if (strcmp(g.list[i].name, name) == 0)
            found = g.list[i].state;
    }
    assert_int_equal(found == GATE_CLOSED, g.closed != NULL && strcmp(g.closed->name, name) == 0);
    fake_free(&f);
    return found < 0 ? "none" : score_gate_word(found);
}

/* S0-07: at the limit an offer passes, beyond it never; what is not known is asked. */
static void walk_away(void **state)
{
    (void)state;
    assert_string_equal(gate("base = 260000\n[walkaway]\nbase_min = 260000\n", "Base"), "open");
    assert_string_equal(gate("base = 259999\n[walkaway]\nbase_min = 260000\n", "Base"), "closed");
    assert_string_equal(gate("[walkaway]\nbase_min = 260000\n", "Base"), "ask");
    assert_string_equal(gate("base = 1\n", "Base"), "none");
    assert_string_equal(gate("noncompete_miles = 20\n[walkaway]\nnoncompete_miles_max = 20\n",
                             "Non-compete radius"),
                        "open");
    assert_string_equal(gate("noncompete_miles = 20.5\n[walkaway]\nnoncompete_miles_max = 20\n",
                             "Non-compete radius"),
                        "closed");
    assert_string_equal(gate("noncompete_miles = 30\nnoncompete_scope = "
                             "none\n[walkaway]\nnoncompete_miles_max = 20\n",
                             "Non-compete radius"),
                        "open");
    assert_string_equal(gate("noncompete_months = 24\n[walkaway]\nnoncompete_months_max = 24\n",
                             "Non-compete lasts"),
                        "open");
    assert_string_equal(gate("noncompete_months = 25\n[walkaway]\nnoncompete_months_max = 24\n",
                             "Non-compete lasts"),
                        "closed");
    assert_string_equal(gate("noncompete_scope = any_facility\nnoncompete_miles = "
                             "6\n[walkaway]\nany_facility_noncompete_miles_max = 5\n",
                             "Radius from any of their sites"),
                        "closed");
    assert_string_equal(gate("noncompete_scope = primary_site\nnoncompete_miles = "
                             "6\n[walkaway]\nany_facility_noncompete_miles_max = 5\n",
                             "Radius from any of their sites"),
                        "none");
    assert_string_equal(
        gate("noncompete_miles = 6\n[walkaway]\nany_facility_noncompete_miles_max = 5\n",
             "Radius from any of their sites"),
        "ask");
    assert_string_equal(gate("nights_month = 5\n[walkaway]\nnights_year_max = 60\n", "Nights"),
                        "open");
    assert_string_equal(
        gate("nights_year = 61\nnights_month = 5\n[walkaway]\nnights_year_max = 60\n", "Nights"),
        "closed");
    assert_string_equal(gate("tail = physician\n[walkaway]\ntail = employer\n", "Malpractice tail"),
                        "closed");
    assert_string_equal(
        gate("tail = occurrence\n[walkaway]\ntail = employer\n", "Malpractice tail"), "open");
    assert_string_equal(gate("[walkaway]\ntail = employer\n", "Malpractice tail"), "ask");
    assert_string_equal(gate("[walkaway]\nother = no weekends\n", "Your limit"), "yours to judge");
}

/* Of two closed gates the first is named: the visa comes before every wish. */
static void first_closed(void **state)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    struct score_gates g;
    (void)state;
    fake_ini(f, HEAD "base = 1\n[visa]\ntype = j1\n[walkaway]\nbase_min = 2\n");
    score_gates_of(&f->host, "a", &g);
    assert_int_equal(g.n, 2);
    assert_int_equal(g.list[1].state, GATE_CLOSED);
    assert_string_equal(g.closed->name, "J-1 waiver");
    assert_non_null(strstr(g.closed->why, "Confirm with counsel."));
    fake_free(&f);
}

/* A J-1 needs a waiver, whatever else an offer says. */
static void visa(void **state)
{
    static const char name[] = "J-1 waiver";
    (void)state;
    assert_string_equal(gate("[visa]\ntype = j1\n", name), "closed");
    assert_string_equal(gate("waiver = no\n[visa]\ntype = j1\n", name), "closed");
    assert_string_equal(gate("waiver = yes\n[visa]\ntype = j1\n", name), "open");
    assert_string_equal(gate("waiver = conrad\nslots_left = 1\n[visa]\ntype = j1\n", name), "open");
    assert_string_equal(gate("waiver = conrad\nslots_left = 0\n[visa]\ntype = j1\n", name), "ask");
    assert_string_equal(gate("waiver = conrad\nhpsa = no\n[visa]\ntype = j1\n", name), "ask");
    assert_string_equal(gate("waiver = flex\nhpsa = no\n[visa]\ntype = j1\n", name), "open");
    assert_string_equal(gate("waiver = no\n[visa]\ntype = h1b\n", name), "none");
    assert_string_equal(gate("waiver = no\n", name), "none");
}

/* Everything that can be agreed is a term, and a term is a key. */
static void every_field(void **state)
{
    static const char *const own[] = {"exp_wrvu", "exp_wrvu_y2", "exp_wrvu_y3", "hard_cap"};
    uint32_t n, found = 0;
    const struct terms_term *terms = terms_all(&n);
    bool inside = false;
    (void)state;
    for (uint32_t k = 0; k < pgyd_plugin_offers.nkeys; k++) {
        const struct pgyd_key *key = &pgyd_plugin_offers.keys[k];
        bool is_term = false, is_own = false;
        if (strcmp(key->section, "offer:") != 0)
            continue;
        inside |= strcmp(key->name, "base") == 0;
        for (uint32_t i = 0; i < n; i++)
            is_term |= strcmp(terms[i].key, key->name) == 0;
        for (uint32_t i = 0; i < 4; i++)
            is_own |= strcmp(own[i], key->name) == 0;
        if (inside && !is_term && !is_own)
            fail_msg("%s is no term", key->name);
        inside &= strcmp(key->name, "hard_cap") != 0;
        found += is_term;
    }
    assert_int_equal(found, n);
    for (uint32_t i = 0; i < n; i++)
        assert_int_equal(terms[i].better == TERMS_RANK, terms[i].best != NULL);
}

/* The installed list names and explains every term, and no line of it is in vain. */
static void every_word(void **state)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    struct terms_list list;
    (void)state;
    terms_list_read(&f->host, &list);
    assert_int_equal(list.bad, 0);
    assert_null(list.without);
    for (uint32_t i = 0; i < TERMS; i++)
        assert_true(strlen(list.of[i].name) > 2 && strlen(list.of[i].means) > 10);
    fake_ini(f, HEAD);
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", NULL, NULL, "terms.tsv"), 0);
    fake_free(&f);
}

/* Of the flags each is explained, and says what to ask for; a clause of the risk index says what
 * settles it. */
static void every_flag(void **state)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    (void)state;
    flags_list_read(&f->host, &words);
    assert_int_equal(words.bad, 0);
    assert_null(words.without);
    for (uint32_t i = 0; i < FLAGS; i++) {
        bool clause = i >= FLAG_RISK_COVENANT;
        assert_true(strlen(words.of[i].ask) > 10 && clause == !words.of[i].why[0]);
    }
    fake_free(&f);
}

/* The same flags are up, and the red ones red, when nothing can be said of them; the check tells
 * why, and a {name} that has no meaning spoils a line. */
static void flags_without_words(void **state)
{
    static const char *const lines[] = {"trap\tTrap\tBecause of {it}.\tAsk.\tS2-35\n",
                                        "trap\tTrap\tBecause.\tAsk.\n",
                                        "trap\t-\tBecause.\tAsk.\tS2-35\n"};
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    (void)state;
    fake_ini(f, HEAD "nonneg = yes\nwrvu_claim = 9000\n");
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        fake_forget_files(f);
        fake_file(f, "lists", "flags.tsv", lines[i]);
        flags_list_read(&f->host, &words);
        assert_string_equal(words.of[FLAG_TRAP].name, "trap");
        terms_flags_of(&f->host, &words, "a", NULL, 0, &flags);
        assert_int_equal(flags.n, 4); /* the claim, the call, not negotiable, a letter only */
        assert_int_equal(flags.red, 3);
        assert_string_equal(flags.list[0].words->name, "claim");
        fake_check(f);
        assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "a", NULL, "the flag 'threshold'"),
                         1);
    }
    fake_free(&f);
}

/* The first of a term's words is the best: 0, and one less with each. */
static void ranks(void **state)
{
    static const struct {
        const char *key, *says;
        double rank;
    } cases[] = {
        {"clawback", "prorata", 0},
        {"clawback", "cliff", -1},
        {"noncompete_scope", "none", 0},
        {"noncompete_scope", "primary_site", -1},
        {"tail", "physician", -2},
        {"noncompete_scope", "any_facility", -2},
        {"pslf", "yes", 0},
        {"pslf", "no", -1},
        {"nonneg", "yes", -1},
        {"nonneg", "no", 0},
    };
    uint32_t n;
    const struct terms_term *terms = terms_all(&n);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char line[80];
        double value = 1;
        uint32_t t = 0;
        while (t < n && strcmp(terms[t].key, cases[i].key) != 0)
            t++;
        assert_true(t < n);
        fake_ini(f, HEAD);
        assert_false(terms_rank(&f->host, "a", &terms[t], &value));
        snprintf(line, sizeof line, "%s = %s\n", cases[i].key, cases[i].says);
        fake_ini(f, line);
        if (!terms_rank(&f->host, "a", &terms[t], &value) || value < cases[i].rank ||
            value > cases[i].rank)
            fail_msg("%s = %s: %g", cases[i].key, cases[i].says, value);
        fake_free(&f);
    }
}

static size_t said(const struct fake *f, const char *text)
{
    size_t n = 0;
    for (size_t i = 0; i < f->nparts; i++) {
        n += f->parts[i].text && strstr(f->parts[i].text, text);
        for (uint32_t c = 0; c < f->parts[i].ncells; c++)
            n += strcmp(f->parts[i].cells[c], text) == 0;
    }
    return n;
}

/* A term a row, unset ones to ask for; three red flags call for a review (S1-46), two do not. */
static void report(void **state)
{
    uint32_t n;
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    (void)state;
    terms_all(&n);
    fake_ini(f, HEAD "base = 300000\ncall_days_month = 4\nnoncompete_miles = 11\nnonneg = yes\n");
    fake_report(f, "terms");
    /* four are set; the triad has an unknown one */
    assert_int_equal(said(f, "unknown: ask"), n - 4 + 1);
    assert_int_equal(said(f, "$300,000"), 1);
    assert_int_equal(said(f, "11 miles"), 1);
    assert_int_equal(said(f, "occurrence"), 1); /* the better tail, of three */
    assert_int_equal(said(f, "month by month"), 1);
    assert_int_equal(said(f, "Risk index: 118 of 118."), 1);
    assert_int_equal(said(f, "Walk-away review"), 0);
    fake_ini(f, "partnership_written = no\n");
    fake_report(f, "terms");
    assert_int_equal(said(f, "Walk-away review: 3 red flags."), 1);
    fake_arg(f, "offer", "zeta");
    assert_int_equal(pgyd_plugin_offers.report(&f->host, "terms"), -1);
    assert_string_equal(f->error, "offer=: there is no [offer:zeta]");
    fake_free(&f);
}

/* Without the list, or with a line that says nothing, terms go by their keys; none is lost, and the
 * check says so. */
static void without_words(void **state)
{
    static const char *const lines[] = {
        "base\tBase pay\t-\tThe pay.\n", "base\t-\t-\tThe pay.\tS0-04\n",
        "base\tBase pay\t-\t\tS0-04\n",
        "base\tBase pay that is far too long for a column\t-\tThe pay.\tS0-04\n",
        "base_pay\tBase pay\t-\tThe pay.\tS0-04\n"};
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
    (void)state;
    fake_ini(f, HEAD "base = 300000\ncall_cap = 6\nguarantee_months = 24\n");
    fake_report(f, "terms");
    size_t parts = f->nparts;
    assert_int_equal(said(f, "24 months"), 1);
    fake_forget_files(f);
    fake_report(f, "terms");
    assert_int_equal(f->nparts, parts + 2); /* one for each of the two lists */
    assert_int_equal(said(f, "lists/terms.tsv is not installed"), 1);
    assert_int_equal(said(f, "base_y2"), 2); /* as its name, and as its key */
    assert_int_equal(said(f, "$300,000"), 1);
    assert_int_equal(said(f, "24"), 1);
    fake_report(f, "compare");
    assert_int_equal(said(f, "call_cap"), 1);
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "a", NULL, "terms.tsv is not inst"), 1);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        fake_forget_files(f);
        fake_file(f, "lists", "terms.tsv", lines[i]);
        fake_check(f);
        size_t bad = fake_problems(f, PGYD_WARN, "offer", "a", NULL, "1 line of lists/terms.tsv"),
               none = fake_problems(f, PGYD_WARN, "offer", "a", "base", "has no line");
        if (bad != (i != 1) || none != 1)
            fail_msg("line %zu: %zu, %zu", i, bad, none);
    }
    fake_file(f, "lists", "terms.tsv", "base\tBase pay\t-\tThe pay.\tS0-04\n");
    fake_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broad_covenant), cmocka_unit_test(work_units),
        cmocka_unit_test(promises),       cmocka_unit_test(call_in_words),
        cmocka_unit_test(part_time),      cmocka_unit_test(contract_in_hand),
        cmocka_unit_test(trap),           cmocka_unit_test(risk_index),
        cmocka_unit_test(walk_away),      cmocka_unit_test(visa),
        cmocka_unit_test(first_closed),   cmocka_unit_test(every_field),
        cmocka_unit_test(ranks),          cmocka_unit_test(report),
        cmocka_unit_test(every_word),     cmocka_unit_test(without_words),
        cmocka_unit_test(every_flag),     cmocka_unit_test(flags_without_words),
    };
    return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
