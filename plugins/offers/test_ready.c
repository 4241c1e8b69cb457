/* SPDX-License-Identifier: BSD-2-Clause */
/* Ready to ask, time to decide, and what ends with an acceptance. All dates and sums by hand. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include "plugins/offers/ready.h"

#include <stdio.h>

#define OFFER(id, received, by, base) \
    "[offer:" id "]\nemployer = " id "\nwritten = yes\nphysician_lead = Chief\ndoc = contract\nreceived = " received "\nanswer_by = " by "\nbase = " base "\n"
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
        fail_msg("%s: %s, %s, \"%s\"; expected \"%s\"", ref, q.pass ? "passes" : "fails", q.caution ? "caution" : "no caution", q.why, part);
}

static void assert_fine(const struct fake *f, const char *ref)
{
    struct ready_question q = asked(f, ref);
    if (!q.pass || q.caution)
        fail_msg("%s: %s, \"%s\"", ref, q.pass ? "caution" : "fails", q.why);
}

/* ---- the questions -------------------------------------------------------------------------------------------------------------------- */

static void nothing_set(void **state)
{
    struct fake *f = *state;
    char text[1200];
    fake_ini(f, MERCY VALLEY);
    struct ready ready = ready_now(f);
    assert_false(ready.pass);
    assert_string_equal(ready_missing(&ready, text, sizeof text),
                        "missing: Which one you would sign today, and why (set [decide] sign_today; set [decide] why); "
                        "What must improve before a yes, three to five things of each (set [offer:mercy] must_improve; set [offer:valley] must_improve); "
                        "Where you would really walk away (set a limit in [walkaway], such as base_min, noncompete_miles_max, tail or other); "
                        "Your next best alternative (set [decide] batna to an offer, to words, or to none); "
                        "What is not negotiable (name one thing at least: [walkaway] other, or [offer:ID] must_improve)");
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

/* 1.8 row 4: 2 and 6 are no, 3 and 5 are yes; of each live offer. */
static void must_improve(void **state)
{
    static const struct {
        const char *line, *part;
    } cases[] = {{"must_improve = a; b\n", "mercy] must_improve has 2: too few"}, {"must_improve = a; b; c\n", NULL},
                 {"must_improve = a; b; c; d; e\n", NULL}, {"must_improve = a; b; c; d; e; f\n", "mercy] must_improve has 6: trim it to 5"}};
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

/* S3-19: unset, none, words, an offer: there or not, open or not, the favourite itself, almost named. */
static void alternative(void **state)
{
    static const struct {
        const char *batna, *part;
        bool pass, caution;
    } cases[] = {{"none", "there is none", true, true}, {"locums for a year", "", true, false}, {"locums", "", true, false}, {"valley", "", true, false},
                 {"mercy", "the offer you would sign", true, true}, {"county", "County is no longer open", false, false},
                 {"offer:north", "there is no [offer:north]", false, false}, {"offer:valley", "", true, false},
                 {"vally", "did you mean valley", true, true}, {"talk", "T is not in writing", true, true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[64];
        fake_ini(f, MERCY VALLEY);
        fake_ini(f, "[offer:county]\nemployer = County\nwritten = yes\nreceived = 2026-11-02\nanswer_by = 2026-11-12\nstatus = declined\n"
                    "[offer:talk]\nemployer = T\nwritten = no\nreceived = 2026-11-17\nanswer_by = 2026-12-01\n");
        assert_missing(f, "S3-19", "set [decide] batna");
        fake_ini(f, "[decide]\nsign_today = mercy\n");
        snprintf(ini, sizeof ini, "batna = %s\n", cases[i].batna);
        fake_ini(f, ini);
        struct ready_question q = asked(f, "S3-19");
        if (q.pass != cases[i].pass || q.caution != cases[i].caution || !strstr(q.why, cases[i].part) || !*cases[i].part != !q.why[0])
            fail_msg("batna = %s: %d %d \"%s\"", cases[i].batna, q.pass, q.caution, q.why);
        fake_free(&f);
    }
}

/* S0-05: the one you name must still be open, and the reason is part of the answer. */
static void favourite(void **state)
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(nothing_set), CASE(all_set), CASE(must_improve), cmocka_unit_test(alternative), CASE(favourite), CASE(limits), CASE(self),
    };
    return cmocka_run_group_tests_name("ready", tests, NULL, NULL);
}
