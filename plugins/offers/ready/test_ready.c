/* SPDX-License-Identifier: BSD-2-Clause */
/* Ready to ask, time to decide, and what ends with an acceptance. All dates and sums by hand. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include "plugins/offers/ready/ready.h"

#include <stdio.h>

#define OFFER(id, received, by, base)                                                              \
    "[offer:" id "]\nemployer = " id                                                               \
    "\nwritten = yes\nphysician_lead = Chief\ndoc = contract\nreceived = " received                \
    "\nanswer_by = " by "\nbase = " base "\n"
#define MERCY OFFER("mercy", "2026-11-16", "2026-12-14", "300000")
#define VALLEY OFFER("valley", "2026-11-18", "2026-12-15", "300000")
#define THREE "must_improve = base; call; covenant\n"
#define DECIDED "[decide]\nsign_today = mercy\nwhy = the people\nbatna = valley\n"
#define LIMIT "[walkaway]\nbase_min = 250000\n"

static struct ready ready_now(const struct fake *f)
{
    struct offers offers;
    struct ready ready;
    offers_read(&f->host, &offers);
    ready_of(&f->host, &offers, &ready);
    return ready;
}

/* The question with this reference. */
static struct ready_question asked(const struct fake *f, const char *ref)
{
    struct ready ready = ready_now(f);
    for (uint32_t i = 0; i < ready.n; i++) {
        if (strcmp(ready.list[i].ref, ref) == 0)
            return ready.list[i];
    }
    fail_msg("no question %s", ref);
    return ready.list[0];
}

static void assert_missing(const struct fake *f, const char *ref, const char *part)
{
    struct ready_question q = asked(f, ref);
    if (q.pass || !strstr(q.why, part))
        fail_msg("%s: %s \"%s\", expected \"%s\"", ref, q.pass ? "passes" : "fails", q.why, part);
}

static void assert_caution(const struct fake *f, const char *ref, const char *part)
{
    struct ready_question q = asked(f, ref);
    if (!q.pass || !q.caution || !strstr(q.why, part))
        fail_msg("%s: %s, %s, \"%s\"; expected \"%s\"", ref, q.pass ? "passes" : "fails",
                 q.caution ? "caution" : "no caution", q.why, part);
}

static void assert_fine(const struct fake *f, const char *ref)
{
    struct ready_question q = asked(f, ref);
    if (!q.pass || q.caution)
        fail_msg("%s: %s, \"%s\"", ref, q.pass ? "caution" : "fails", q.why);
}

/* ---- the questions ---- */

static void nothing_set(void **state)
{
    struct fake *f = *state;
    char text[1200];
    fake_ini(f, MERCY VALLEY);
    struct ready ready = ready_now(f);
    assert_false(ready.pass);
    assert_string_equal(
        ready_missing(&ready, text, sizeof text),
        "missing: Which one you would sign today, and why (set [decide] sign_today; set [decide] "
        "why); "
        "What must improve before a yes, three to five things of each (set [offer:mercy] "
        "must_improve; set [offer:valley] must_improve); "
        "Where you would really walk away (set a limit in [walkaway], such as base_min, "
        "noncompete_miles_max, tail or other); "
        "Your next best alternative (set [decide] batna to an offer, to words, or to none); "
        "What is not negotiable (name one thing at least: [walkaway] other, or [offer:ID] "
        "must_improve)");
}

static void all_set(void **state)
{
    struct fake *f = *state;
    char text[1200];
    fake_ini(f, MERCY THREE VALLEY THREE DECIDED LIMIT);
    struct ready ready = ready_now(f);
    assert_true(ready.pass);
    assert_string_equal(ready_missing(&ready, text, sizeof text), "");
}

/* S0-06, S0-32: 2 and 6 are no, 3 and 5 are yes; of each live offer. */
static void must_improve(void **state)
{
    static const struct {
        const char *line, *part;
    } cases[] = {{"must_improve = a; b\n", "mercy] must_improve has 2: too few"},
                 {"must_improve = a; b; c\n", NULL},
                 {"must_improve = a; b; c; d; e\n", NULL},
                 {"must_improve = a; b; c; d; e; f\n", "mercy] must_improve has 6: trim it to 5"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        fake_ini(f, MERCY);
        fake_ini(f, cases[i].line);
        if (cases[i].part)
            assert_missing(f, "S0-06", cases[i].part);
        else
            assert_fine(f, "S0-06");
        fake_ini(f, VALLEY);
        assert_missing(f, "S0-06", "set [offer:valley] must_improve");
        fake_log(f, "2026-11-20", "offer", "valley", "declined", NULL);
        if (!cases[i].part)
            assert_fine(f, "S0-06");
        fake_free(&f);
    }
}

/* S3-19: unset, none, words, an offer: there or not, open or not, the favorite itself, almost
 * named. */
static void alternative(void **state)
{
    static const struct {
        const char *batna, *part;
        bool pass, caution;
    } cases[] = {{"none", "there is none", true, true},
                 {"locums for a year", "", true, false},
                 {"locums", "", true, false},
                 {"valley", "", true, false},
                 {"mercy", "the offer you would sign", true, true},
                 {"county", "County is no longer open", false, false},
                 {"offer:north", "there is no [offer:north]", false, false},
                 {"offer:valley", "", true, false},
                 {"vally", "did you mean valley", true, true},
                 {"talk", "T is not in writing", true, true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[64];
        fake_ini(f, MERCY VALLEY);
        fake_ini(f, "[offer:county]\nemployer = County\nwritten = yes\nreceived = "
                    "2026-11-02\nanswer_by = 2026-11-12\nstatus = declined\n"
                    "[offer:talk]\nemployer = T\nwritten = no\nreceived = 2026-11-17\nanswer_by = "
                    "2026-12-01\n");
        assert_missing(f, "S3-19", "set [decide] batna");
        fake_ini(f, "[decide]\nsign_today = mercy\n");
        snprintf(ini, sizeof ini, "batna = %s\n", cases[i].batna);
        fake_ini(f, ini);
        struct ready_question q = asked(f, "S3-19");
        if (q.pass != cases[i].pass || q.caution != cases[i].caution ||
            !strstr(q.why, cases[i].part) || !*cases[i].part != !q.why[0])
            fail_msg("batna = %s: %d %d \"%s\"", cases[i].batna, q.pass, q.caution, q.why);
        fake_free(&f);
    }
}

/* S0-05: the one you name must still be open, and the reason is part of the answer. */
static void favorite(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY VALLEY "[decide]\nsign_today = mercy\n");
    assert_missing(f, "S0-05", "set [decide] why");
    fake_ini(f, "why = the people; the town\n");
    assert_fine(f, "S0-05");
    fake_log(f, "2026-11-20", "offer", "mercy", "expired", NULL);
    assert_missing(f, "S0-05", "mercy is no longer open");
}

/* S0-07, S3-03, S3-04: what the team needs is a limit, but not yet your own. */
static void limits(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY);
    assert_missing(f, "S0-07", "[walkaway]");
    assert_missing(f, "S3-03", "[walkaway]");
    fake_ini(f, "[walkaway]\nteam = a post for my partner\n");
    assert_missing(f, "S0-07", "[walkaway]");
    assert_fine(f, "S3-03");
    fake_ini(f, "other = no call from home\n");
    assert_fine(f, "S0-07");
    struct fake *g = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(g, MERCY THREE);
    assert_fine(g, "S3-03");
    assert_missing(g, "S0-07", "[walkaway]");
    fake_free(&g);
}

/* S1-41: a no is a word of caution, never a refusal. */
static void self(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY VALLEY);
    struct ready_question q = asked(f, "S1-41");
    assert_true(q.pass);
    assert_false(q.caution);
    assert_string_equal(q.why, "not rated: set [decide] liked, not_diva, realistic, specific");
    fake_ini(f, "[decide]\nliked = yes\nnot_diva = yes\nrealistic = no\nspecific = yes\n");
    assert_caution(f, "S1-41", "not realistic about the market");
    assert_null(strstr(asked(f, "S1-41").why, "not rated"));
}

/* ---- time to decide ---- */

static struct decision decide(const struct fake *f)
{
    struct offers offers;
    struct decision decision;
    offers_read(&f->host, &offers);
    decision_of(&f->host, &offers, &decision);
    return decision;
}

static void round_of(struct fake *f, const char *id, const char *asked_on, const char *answered_on,
                     const char *arg)
{
    fake_log(f, asked_on, "offer", id, "asked", NULL);
    fake_log(f, answered_on, "offer", id, arg ? "answered" : "revised", arg);
}

/* S0-58: one side only is not enough; then each condition goes and comes back. Both answered by
 * 2026-11-21: due on 2026-11-23. */
static void time_to_decide(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY VALLEY);
    round_of(f, "mercy", "2026-11-19", "2026-11-20", NULL);
    fake_ini(f, "[decide]\nunderstood = comp, call, noncompete\n");
    struct decision d = decide(f);
    assert_true(d.two && d.understood && d.marginal);
    assert_false(d.revised || d.time);
    assert_int_equal(d.since, PGYD_NO_DAY);
    assert_string_equal(d.why, "valley has not answered an ask yet");
    fake_log(f, "2026-11-20", "offer", "valley", "asked", NULL);
    fake_log(f, "2026-11-21", "offer", "valley", "answered", "response=pending");
    fake_plan(f);
    assert_days(f, "decision-time", "none");
    fake_log(f, "2026-11-21", "offer", "valley", "revised", NULL);
    d = decide(f);
    assert_true(d.time);
    assert_int_equal(d.since, fake_day("2026-11-21"));
    fake_plan(f);
    assert_days(f, "decision-time", "2026-11-23");
    assert_stakes(f, "decision-time", PGYD_USEFUL, "2026-11-23");
    assert_days(f, "total-budget", "none"); /* says the same */
    assert_true(fake_has_ref(fake_item(f, "decision-time"), "S0-58"));
    /* A third offer that nobody asked anything of: it is open again; declined: it is time as
     * before. */
    fake_ini(f, OFFER("county", "2026-11-20", "2026-12-16", "300000"));
    fake_plan(f);
    assert_days(f, "decision-time", "none");
    fake_log(f, "2026-11-22", "offer", "county", "declined", NULL);
    fake_plan(f);
    assert_days(f, "decision-time", "2026-11-23");
    /* One that is only said keeps nobody waiting. */
    fake_ini(f, "[offer:talk]\nemployer = T\nwritten = no\nreceived = 2026-11-17\nanswer_by = "
                "2026-12-01\n");
    fake_plan(f);
    assert_days(f, "decision-time", "2026-11-23");
    fake_log(f, "2026-11-22", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "decision-time", "none");
    assert_false(decide(f).time);
}

/* An honest no is an answer (S0-45); one offer alone leaves nothing to decide between. */
static void honest_no(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY VALLEY "[decide]\nunderstood = comp, call, noncompete\n");
    round_of(f, "mercy", "2026-11-19", "2026-11-20", "response=no");
    round_of(f, "valley", "2026-11-19", "2026-11-21", "response=improved");
    assert_true(decide(f).time);
    fake_log(f, "2026-11-22", "offer", "valley", "expired", NULL);
    struct decision d = decide(f);
    assert_false(d.two || d.time);
    assert_int_equal(d.since, PGYD_NO_DAY);
    assert_string_equal(d.why, "two written offers must be open to choose between");
}

static void understood(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY VALLEY "[decide]\nunderstood = call\n");
    round_of(f, "mercy", "2026-11-19", "2026-11-20", NULL);
    round_of(f, "valley", "2026-11-19", "2026-11-21", NULL);
    struct decision d = decide(f);
    assert_false(d.understood || d.time);
    assert_non_null(strstr(d.why, "not understood yet: pay, the non-compete"));
}

/* S0-58: 5,000 is marginal, 5,001 is not; the key moves the line. */
static void marginal(void **state)
{
    static const struct {
        const char *other, *key;
        int64_t remaining;
        bool marginal;
    } cases[] = {{"305000", "", 5000, true},
                 {"305001", "", 5001, false},
                 {"305001", "marginal_usd = 5001\n", 5001, true},
                 {"305000", "marginal_usd = 4999\n", 5000, false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[400];
        fake_ini(f, MERCY VALLEY);
        snprintf(ini, sizeof ini, "base = %s\n", cases[i].other);
        fake_ini(f, ini);
        fake_ini(f, "[decide]\nunderstood = comp, call, noncompete\n");
        fake_ini(f, cases[i].key);
        round_of(f, "mercy", "2026-11-19", "2026-11-20", NULL);
        round_of(f, "valley", "2026-11-19", "2026-11-21", NULL);
        struct decision d = decide(f);
        assert_int_equal(d.remaining, cases[i].remaining);
        assert_int_equal(d.marginal, cases[i].marginal);
        assert_int_equal(d.time, cases[i].marginal);
        fake_plan(f);
        assert_days(f, "decision-time", cases[i].marginal ? "2026-11-23" : "none");
        fake_free(&f);
    }
}

/* Nothing lies between any more where they said no, or once both rounds are used up (S0-45,
 * S0-48). */
static void nothing_between(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY OFFER("valley", "2026-11-18", "2026-12-15",
                            "340000") "[decide]\nunderstood = comp, call, noncompete\n");
    round_of(f, "valley", "2026-11-19", "2026-11-20", NULL);
    fake_log(f, "2026-11-19", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-20", "offer", "mercy", "revised", NULL);
    assert_int_equal(decide(f).remaining, 40000);
    assert_false(decide(f).time);
    round_of(f, "mercy", "2026-11-21", "2026-11-22", NULL);
    assert_int_equal(decide(f).remaining, 0);
    assert_true(decide(f).time);
    assert_int_equal(decide(f).since, fake_day("2026-11-22"));
    fake_forget_files(f);
    assert_false(decide(f).time);
    assert_non_null(strstr(decide(f).why, "asks.tsv is not installed"));
}

/* ---- items that come and go ---- */

/* One offer: the day it came; two: that of the second. It clears when all is answered, and returns
 * with a question. */
static void not_ready(void **state)
{
    struct fake *f = *state;
    fake_plan(f);
    assert_days(f, "ready", "none");
    fake_ini(f, MERCY THREE);
    fake_plan(f);
    assert_days(f, "ready", "2026-11-16");
    fake_ini(f, VALLEY THREE);
    fake_plan(f);
    assert_days(f, "ready", "2026-11-18");
    assert_stakes(f, "ready", PGYD_USEFUL, "2026-11-18");
    assert_int_equal(fake_item(f, "ready")->kind, PGYD_ALERT);
    assert_true(fake_has_ref(fake_item(f, "ready"), "S0-08"));
    assert_non_null(strstr(fake_item(f, "ready")->detail, "- What is your next best alternative?"));
    assert_null(strstr(fake_item(f, "ready")->detail, "must improve"));
    assert_null(strstr(fake_item(f, "ready")->detail, "[decide]"));
    assert_int_equal(fake_item(f, "flex")->stakes, PGYD_CONTEXT);
    fake_ini(f, DECIDED LIMIT);
    fake_plan(f);
    assert_days(f, "ready", "none");
    assert_int_equal(fake_item(f, "flex")->stakes, PGYD_USEFUL); /* the last question */
    fake_ini(f, OFFER("county", "2026-11-20", "2026-12-16", "300000"));
    fake_plan(f);
    assert_days(f, "ready", "2026-11-18");
    fake_log(f, "2026-11-21", "offer", "county", "declined", NULL);
    fake_plan(f);
    assert_days(f, "ready", "none");
    /* The alternative goes: it is not one any more. */
    fake_log(f, "2026-11-22", "offer", "valley", "expired", NULL);
    fake_plan(f);
    assert_days(f, "ready", "2026-11-16");
    fake_log(f, "2026-11-23", "offer", "mercy", "accepted", "confirm=yes");
    fake_plan(f);
    assert_days(f, "ready", "none");
}

/* A pause moves the nudge behind itself, one without an end hides it (S3-21). */
static void not_ready_paused(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY);
    fake_log(f, "2026-11-17", "offer", "mercy", "paused", "until=2026-11-29");
    fake_plan(f);
    assert_days(f, "ready", "2026-11-30");
    assert_days(f, "flex", "2026-11-30");
    fake_log(f, "2026-11-18", "offer", "mercy", "paused", NULL);
    fake_plan(f);
    assert_days(f, "ready", "none");
    assert_days(f, "flex", "none");
}

/* S0-06 as an item: one, two and six are; none, three and five are not. */
static void must_improve_item(void **state)
{
    static const struct {
        const char *line, *title;
    } cases[] = {{"", NULL},
                 {"must_improve = a\n", "Pick more"},
                 {"must_improve = a; b\n", "Pick more"},
                 {"must_improve = a; b; c\n", NULL},
                 {"must_improve = a; b; c; d; e\n", NULL},
                 {"must_improve = a; b; c; d; e; f\n", "Pick fewer"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        fake_ini(f, VALLEY THREE MERCY);
        fake_ini(f, cases[i].line);
        fake_plan(f);
        assert_days(f, "mercy-must-improve", cases[i].title ? "2026-11-16" : "none");
        assert_days(f, "valley-must-improve", "none");
        if (cases[i].title) {
            assert_non_null(strstr(fake_item(f, "mercy-must-improve")->title, cases[i].title));
            assert_int_equal(fake_item(f, "mercy-must-improve")->stakes, PGYD_CONTEXT);
        }
        fake_log(f, "2026-11-20", "offer", "mercy", "declined", NULL);
        fake_plan(f);
        assert_days(f, "mercy-must-improve", "none");
        fake_free(&f);
    }
}

/* S1-22: the day the first offer came; gone with a word, and with the offer. */
static void flex(void **state)
{
    struct fake *f = *state;
    fake_plan(f);
    assert_days(f, "flex", "none");
    fake_ini(f, VALLEY MERCY);
    fake_plan(f);
    assert_days(f, "flex", "2026-11-16");
    assert_true(fake_has_ref(fake_item(f, "flex"), "S1-22"));
    /* Beside other questions of readiness it is the last; alone it is the one to answer. */
    assert_int_equal(fake_item(f, "flex")->stakes, PGYD_CONTEXT);
    fake_log(f, "2026-11-20", "offer", "mercy", "declined", NULL);
    fake_plan(f);
    assert_days(f, "flex", "2026-11-18");
    fake_ini(f, "[goal]\nflex = nights\n");
    fake_plan(f);
    assert_days(f, "flex", "none");
}

/* S2-68: three of the four can be said, four cannot all be had. */
static void wants(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[goal]\nwant = dream_city, prestige, no_call\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    struct fake *g = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(g, "[goal]\nwant = dream_city, prestige, no_call, part_time\n");
    fake_check(g);
    assert_int_equal(fake_problems(g, PGYD_WARN, "goal", "", "want", "4 wishes"), 1);
    fake_free(&g);
}

/* ---- reports ---- */

/* Cells of tables count too. */
static bool told(const struct fake *f, const char *text)
{
    bool found = says(f, text);
    for (size_t i = 0; i < f->nparts && !found; i++) {
        for (uint32_t k = 0; k < f->parts[i].ncells && !found; k++)
            found = strstr(f->parts[i].cells[k], text) != NULL;
    }
    return found;
}

static void assert_says(const struct fake *f, const char *part)
{
    if (!told(f, part))
        fail_msg("the report does not say \"%s\"", part);
}

static void report_ready(void **state)
{
    struct fake *f = *state;
    fake_report(f, "ready");
    assert_says(f, "There is no offer yet.");
    fake_ini(f, MERCY THREE VALLEY "[decide]\nbatna = valley\nspecific = no\n");
    fake_report(f, "ready");
    assert_says(f, "Not yet. Open questions: 3 of 6.");
    assert_says(f, "set [offer:valley] must_improve");
    assert_says(f, "your requests are vague");
    assert_says(f, "yes, with care");
    assert_says(f, "Your next best alternative: valley");
    assert_says(f, "mercy must improve: base; call; covenant");
    assert_false(told(f, "no offer yet"));
}

static void report_decide(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY "rate_compensation = 4\nrate_location = 8\nrate_network = "
                      "7\nnoncompete_scope = none\nsetting = small_community\n" OFFER(
                          "valley", "2026-11-18", "2026-12-15",
                          "340000") "rate_compensation = 9\nrate_location = 2\n"
                                    "[priorities]\ncompensation = 60\nlocation = 30\nprestige = "
                                    "10\n[decide]\nsign_today = mercy\nunderstood = comp\n");
    fake_ini(f, "[goal]\nwant = dream_city, prestige, no_call, part_time\n");
    fake_report(f, "decide");
    assert_says(f, "Not yet: mercy has not answered an ask yet; valley has not answered an ask "
                   "yet; not understood yet: call, the non-compete");
    assert_says(f, "more than $5,000 ([decide] marginal_usd)");
    assert_says(f, "7 of 10");
    assert_says(f, "10 of 10 (covenant)");
    assert_says(f, "You weigh a great name (10) above the schedule (0)");
    assert_says(f, "would you stay three to five years");
    assert_says(f, "set [goal] exit_plan");
    assert_says(f, "two of them can be had, maybe three");
    assert_says(f, "$200k to $400k less in New York or San Francisco");
    fake_ini(f, "exit_plan = locums\n");
    fake_report(f, "decide");
    assert_says(f, "Your way out once the loans are paid: locums");
    assert_false(told(f, "set [goal] exit_plan"));
    fake_log(f, "2026-11-20", "offer", "valley", "accepted", NULL);
    fake_report(f, "decide");
    assert_says(f, "You accepted valley.");
    assert_false(told(f, "Is it time?"));
    assert_false(told(f, "three to five years"));
}

/* With money: 60 x 4 + 40 x 8 = 560 against 60 x 9 + 40 x 2 = 620; without: 800 against 200.
 * 340,000 - 300,000 a year. */
static void report_rankings(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY "rate_compensation = 4\nrate_location = 8\n" OFFER(
                    "valley", "2026-11-18", "2026-12-15",
                    "340000") "rate_compensation = 9\nrate_location = "
                              "2\n[priorities]\ncompensation = 60\nlocation = 40\n");
    fake_report(f, "decide");
    assert_says(f, "60x9 + 40x2 = 620");
    assert_says(f, "With money counted valley comes first; were it identical, mercy. Choosing "
                   "mercy costs $40,000 a year.");
    fake_log(f, "2026-11-20", "offer", "valley", "expired", NULL);
    fake_log(f, "2026-11-20", "offer", "mercy", "expired", NULL);
    fake_report(f, "decide");
    assert_says(f, "No offer is open any more.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(nothing_set),
        CASE(all_set),
        CASE(must_improve),
        cmocka_unit_test(alternative),
        CASE(favorite),
        CASE(limits),
        CASE(self),
        CASE(time_to_decide),
        CASE(honest_no),
        CASE(understood),
        cmocka_unit_test(marginal),
        CASE(nothing_between),
        CASE(not_ready),
        CASE(not_ready_paused),
        cmocka_unit_test(must_improve_item),
        CASE(flex),
        CASE(wants),
        CASE(report_ready),
        CASE(report_decide),
        CASE(report_rankings),
    };
    return cmocka_run_group_tests_name("ready", tests, NULL, NULL);
}
