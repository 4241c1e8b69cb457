/* SPDX-License-Identifier: BSD-2-Clause */
/* What sections say is at stake, by when, and what to do: packs, their cases and steps, and
 * [milestone:id]. What the rest of the language says is test_language.c's. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* G = 2027-06-30. */
static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";
static const char head[] = "[pack]\nsource = ours\nconfidence = rule\n";

/* A pack of the test's own behind a [pack] of rules. */
static void add_rules(struct fake *f, const char *text)
{
    static char whole[16384];
    snprintf(whole, sizeof whole, "%s%s", head, text);
    fake_file(f, "packs", "mine.ini", whole);
}

static void assert_at_stake(const struct fake *f, const char *id, uint16_t stakes, const char *by)
{
    const struct pgyd_item *item = fake_item(f, id);
    assert_non_null(item);
    if (item->stakes != stakes)
        fail_msg("%s: stakes %d, expected %d", id, item->stakes, stakes);
    assert_int_equal(item->by, by ? fake_day(by) : PGYD_NO_DAY);
}

/* G = 2027-06-30, and 60 days before are 2027-05-01: May has 31 days. 28 before G are June 2. */
static void stakes(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, "[milestone:all]\ntitle = A\nwhen = G - 60d\nuntil = G\nstakes = fatal\n"
                 "by = end - 28d\nfinal = yes\nabout = offer:mercy\nnext = Ask Mercy\n"
                 "why = It closes.\n"
                 "[milestone:start]\ntitle = B\nwhen = G - 60d\nuntil = G\nby = start + 1w\n"
                 "stakes = costly\nfinal = no\n"
                 "[milestone:day]\ntitle = C\nwhen = G\nstakes = useful\nby = end + 1mo\n"
                 "[milestone:other]\ntitle = D\nwhen = G\nstakes = context\nby = S - 1d\n"
                 "[milestone:none]\ntitle = E\nwhen = G\nby = F0\n"
                 "[milestone:critical]\ntitle = F\nwhen = G\nseverity = critical\n"
                 "[milestone:warn]\ntitle = G\nwhen = G\nseverity = warn\n"
                 "[milestone:info]\ntitle = H\nwhen = G\nseverity = info\n"
                 "[milestone:both]\ntitle = I\nwhen = G\nseverity = critical\nstakes = useful\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_plan(f);
    assert_days(f, "all", "2027-05-01..2027-06-30");
    assert_at_stake(f, "all", PGYD_FATAL, "2027-06-02");
    assert_int_equal(fake_item(f, "all")->flags, PGYD_ITEM_FINAL);
    assert_string_equal(fake_item(f, "all")->about, "offer:mercy");
    assert_string_equal(fake_item(f, "all")->next, "Ask Mercy");
    assert_string_equal(fake_item(f, "all")->why, "It closes.");
    assert_at_stake(f, "start", PGYD_COSTLY, "2027-05-08");
    assert_int_equal(fake_item(f, "start")->flags, 0);
    assert_null(fake_item(f, "start")->about);
    assert_null(fake_item(f, "start")->next);
    assert_null(fake_item(f, "start")->why);
    assert_at_stake(f, "day", PGYD_USEFUL, "2027-07-30");
    assert_at_stake(f, "other", PGYD_CONTEXT, "2027-08-01"); /* S = 2027-08-02 */
    assert_at_stake(f, "none", 0, NULL);                     /* no fellowship; its kind's */
    assert_at_stake(f, "critical", PGYD_FATAL, NULL);
    assert_at_stake(f, "warn", PGYD_COSTLY, NULL);
    assert_at_stake(f, "info", PGYD_USEFUL, NULL);
    assert_at_stake(f, "both", PGYD_USEFUL, NULL);
}

/* What can be lost rings as its stakes have it, unless the pack says when; a pack's steps are not
 * what the person typed. */
static void stakes_and_remind(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, "[milestone:fatal]\ntitle = A\nwhen = G\nstakes = fatal\n"
                 "[milestone:costly]\ntitle = B\nwhen = G - 60d\nuntil = G\nstakes = costly\n"
                 "[milestone:own]\ntitle = C\nwhen = G\nstakes = costly\nremind = 5d\n"
                 "[milestone:silent]\ntitle = D\nwhen = G\nstakes = fatal\nremind = none\n");
    fake_plan(f);
    assert_int_equal(fake_item(f, "fatal")->nsteps, 0);
    assert_int_equal(fake_item(f, "fatal")->flags, 0);
    assert_int_equal(fake_item(f, "costly")->nsteps, 0);
    assert_string_equal(fake_steps(f, "own"), "-5d, 0d");
    assert_int_equal(fake_item(f, "own")->flags, 0);
    assert_int_equal(fake_item(f, "silent")->flags, PGYD_ITEM_NO_LADDER);
}

/* A case says what is otherwise; `by` counts from the case's days. */
static void stakes_of_cases(void **state)
{
    static const char text[] =
        "[milestone:x]\ntitle = X\nwhen = G\nstakes = useful\nby = start - 1d\nnext = Look\n"
        "why = It is there.\nabout = offer:a\n"
        "[case:x]\nif = visa = j1\nwhen = G - 30d\nstakes = fatal\nfinal = yes\nnext = File\n"
        "[case:x]\nif = visa = h1b\nby = end + 2d\nabout = offer:b\nwhy = Otherwise.\n";
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, text);
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_plan(f);
    assert_at_stake(f, "x", PGYD_USEFUL, "2027-06-29");
    fake_ini(f, "[visa]\ntype = j1\n");
    fake_plan(f);
    assert_at_stake(f, "x", PGYD_FATAL, "2027-05-30"); /* 2027-05-31 less a day */
    assert_int_equal(fake_item(f, "x")->flags, PGYD_ITEM_FINAL);
    assert_string_equal(fake_item(f, "x")->next, "File");
    assert_string_equal(fake_item(f, "x")->why, "It is there.");
    struct fake *g = fresh("2026-11-22");
    fake_ini(g, medicine);
    fake_ini(g, "[visa]\ntype = h1b\n");
    add_rules(g, text);
    fake_plan(g);
    assert_at_stake(g, "x", PGYD_USEFUL, "2027-07-02");
    assert_string_equal(fake_item(g, "x")->about, "offer:b");
    assert_string_equal(fake_item(g, "x")->why, "Otherwise.");
    assert_string_equal(fake_item(g, "x")->next, "Look");
    fake_free(&g);
}

/* Steps of a chain are costly where they do not say, and a fatal one up to its safe day, S - 20 d,
 * which is months away (test_chain.c has the days after it). */
static void stakes_of_steps(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, "[chain:c]\ntitle = C\nto = S\n"
                 "[step:a]\nchain = c\ntitle = A\ndays = 10/20\n"
                 "[step:b]\nchain = c\ntitle = B\nafter = a\ndays = 10/20\nstakes = fatal\n"
                 "final = yes\nabout = place:x\nnext = File B\nwhy = B is last.\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_plan(f);
    assert_at_stake(f, "c-a", PGYD_COSTLY, NULL);
    assert_int_equal(fake_item(f, "c-a")->flags, 0);
    assert_null(fake_item(f, "c-a")->next);
    assert_at_stake(f, "c-b", PGYD_COSTLY, NULL);
    assert_int_equal(fake_item(f, "c-b")->flags, PGYD_ITEM_FINAL | PGYD_ITEM_NO_LADDER);
    assert_string_equal(fake_item(f, "c-b")->about, "place:x");
    assert_string_equal(fake_item(f, "c-b")->next, "File B");
    assert_string_equal(fake_item(f, "c-b")->why, "B is last.");
}

/* The person's own: what is not said is costly, and what they typed under remind is theirs. */
static void stakes_of_ones_own(void **state)
{
    struct fake *f = planned(
        state, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
               "[milestone:plain]\ntitle = A\nwhen = 2027-03-05\n"
               "[milestone:all]\ntitle = B\nwhen = 2027-03-01\nuntil = 2027-03-31\n"
               "stakes = fatal\nby = end - 28d\nfinal = yes\nabout = offer:mercy\n"
               "next = Ask Mercy for the full contract\nwhy = It closes.\nremind = 3d\n"
               "[milestone:critical]\ntitle = C\nwhen = G\nseverity = critical\n"
               "[milestone:warn]\ntitle = D\nwhen = G\nseverity = warn\n"
               "[milestone:info]\ntitle = E\nwhen = G\nseverity = info\nremind = none\n"
               "[milestone:both]\ntitle = F\nwhen = G\nseverity = info\nstakes = context\n");
    assert_at_stake(f, "plain", PGYD_COSTLY, NULL);
    assert_int_equal(fake_item(f, "plain")->nsteps, 0); /* the ladder of its stakes */
    assert_int_equal(fake_item(f, "plain")->flags, 0);
    assert_at_stake(f, "all", PGYD_FATAL, "2027-03-03");
    assert_int_equal(fake_item(f, "all")->flags, PGYD_ITEM_FINAL | PGYD_ITEM_TYPED);
    assert_string_equal(fake_steps(f, "all"), "-3d, 0d");
    assert_string_equal(fake_item(f, "all")->about, "offer:mercy");
    assert_string_equal(fake_item(f, "all")->next, "Ask Mercy for the full contract");
    assert_string_equal(fake_item(f, "all")->why, "It closes.");
    assert_at_stake(f, "critical", PGYD_FATAL, NULL);
    assert_at_stake(f, "warn", PGYD_COSTLY, NULL);
    assert_at_stake(f, "info", PGYD_USEFUL, NULL);
    assert_int_equal(fake_item(f, "info")->flags, PGYD_ITEM_NO_LADDER);
    assert_at_stake(f, "both", PGYD_CONTEXT, NULL);
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
}

/* Said at its key; the rest of it is planned. */
static void mistakes_of_ones_own(void **state)
{
    struct fake *f = planned(
        state, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
               "[milestone:x]\ntitle = X\nwhen = 2027-03-05\nby = begin + 1d\n"
               "about = Mercy Hospital\nnext = Ask Mercy for the full contract, and read it\n"
               "[milestone:y]\ntitle = Y\nwhen = start + 1y\n");
    assert_at_stake(f, "x", PGYD_COSTLY, NULL);
    assert_null(fake_item(f, "x")->about);
    assert_null(fake_item(f, "x")->next);
    assert_days(f, "y", "none");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "milestone", "x", "by", "unknown name begin"),
                     1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "milestone", "x", "about", "offer:mercy"), 1);
    assert_int_equal(
        fake_problems(f, PGYD_CRITICAL, "milestone", "x", "next", "at most 40 characters"), 1);
    assert_int_equal(
        fake_problems(f, PGYD_CRITICAL, "milestone", "y", "when", "unknown name start"), 1);
    assert_int_equal(f->nproblems, 4);
}

#define N40 "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
/* A character of two columns, twenty times. */
#define W5 "\xe7\xaa\x93\xe7\xaa\x93\xe7\xaa\x93\xe7\xaa\x93\xe7\xaa\x93"
#define W20 W5 W5 W5 W5

/* As long as can be is no mistake. */
static void longest(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_rules(f, "[milestone:x]\ntitle = X\nwhen = G\nnext = " N40 "\nwhy = " N40 N40 N40 N40 N40
                 "\n[milestone:y]\ntitle = Y\nwhen = G\nnext = " W20 "\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_plan(f);
    assert_string_equal(fake_item(f, "x")->next, N40);
    assert_string_equal(fake_item(f, "y")->next, W20);
}

static void mistakes(void **state)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        {"[milestone:x]\ntitle = X\nwhen = G\nstakes = high\n",
         "packs/mine.ini:7:10: stakes is one of context|useful|costly|fatal"},
        {"[milestone:x]\ntitle = X\nwhen = G\neach = residency\nstakes = costly|fatal\n",
         "packs/mine.ini:8:10: stakes is one of"},
        {"[milestone:x]\ntitle = X\nwhen = G\nstakes = fatal\nseverity = loud\n",
         "packs/mine.ini:8:12: severity is one of info|warn|critical"},
        {"[milestone:x]\ntitle = X\nwhen = G\nfinal = perhaps\n",
         "packs/mine.ini:7:9: final is one of no|yes"},
        {"[milestone:x]\ntitle = X\nwhen = G\nby = ends - 1d\n",
         "packs/mine.ini:7:6: unknown name ends: did you mean end?"},
        {"[milestone:x]\ntitle = X\nwhen = start\n",
         "packs/mine.ini:6:8: unknown name start: did you mean START?"},
        {"[milestone:x]\ntitle = X\nwhen = G\nby = end - 28\n",
         "packs/mine.ini:7:14: a unit is missing"},
        {"[milestone:x]\ntitle = X\nwhen = G\nabout = Offer mercy\n",
         "packs/mine.ini:7:9: about is a section, such as offer:mercy"},
        {"[milestone:x]\ntitle = X\nwhen = G\nnext = " N40 "n\n",
         "packs/mine.ini:7:8: next is at most 40 characters"},
        {"[milestone:x]\ntitle = X\nwhen = G\nnext = " W20 "\xe7\xaa\x93\n",
         "packs/mine.ini:7:8: next is at most 40 characters"},
        {"[milestone:x]\ntitle = X\nwhen = G\nwhy = " N40 N40 N40 N40 N40 "n\n",
         "packs/mine.ini:7:7: why is one line of at most 200 bytes"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nif = visa\nstakes = high\n",
         "packs/mine.ini:9:10: stakes is one of"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nif = visa\nfinal = x\n",
         "packs/mine.ini:9:9: final is one of"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nif = visa\nby = end +\n",
         "packs/mine.ini:9:11: the end where"},
        {"[milestone:x]\ntitle = X\nwhen = G\n[case:x]\nif = visa\nnext = " N40 "n\n",
         "packs/mine.ini:9:8: next is at most"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = 1\nstakes = dire\n",
         "packs/mine.ini:11:10: stakes is one of"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = 1\nby = end\n",
         "packs/mine.ini:11: [step] has no key by"},
        {"[chain:c]\ntitle = C\nto = S\nstakes = fatal\n[step:a]\nchain = c\ntitle = A\ndays = 1\n",
         "packs/mine.ini:7: [chain] has no key stakes"},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(stakes),          CASE(stakes_and_remind),    CASE(stakes_of_cases),
        CASE(stakes_of_steps), CASE(stakes_of_ones_own),   CASE(mistakes_of_ones_own),
        CASE(longest),         cmocka_unit_test(mistakes),
    };
    return cmocka_run_group_tests_name("stakekeys", tests, NULL, NULL);
}
