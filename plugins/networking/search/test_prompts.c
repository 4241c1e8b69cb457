/* SPDX-License-Identifier: BSD-2-Clause */
/* Prompts: the list, a person's own of it, what is remembered, and cards. */
#define FAKE_PLUGIN pgyd_plugin_networking
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* G = 2027-06-30: G - 24 = 2025-06-30, G - 18 = 2025-12-30, G - 12 = 2026-06-30; PGY-2 begins on
 * 2025-07-01. */
static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";

static int in_medicine(void **state)
{
    setup(state);
    fake_ini(*state, medicine);
    return 0;
}

static void plan(struct fake *f, const char *ini)
{
    fake_ini(f, ini);
    fake_plan(f);
}

static size_t prompts_of_list(struct fake *f, const char *bytes)
{
    fake_forget_files(f);
    fake_list(f, "nudges.tsv");
    fake_ini(f, "[training]\nlength = 3y\n"); /* the list of specialties is gone with the others */
    fake_file(f, "lists", "prompts.tsv", bytes);
    fake_plan(f);
    fake_check(f);
    return fake_problems(f, PGYD_WARN, "training", "", NULL, "prompts.tsv");
}

/* A line of one's own is asked: G - 7 = 2026-11-30 and G - 6 = 2026-12-30; February 29 is in no
 * year from PGY-2 (2025-07-01) to G. */
static void prompts_own(void **state)
{
    struct fake *f = *state;
    assert_int_equal(prompts_of_list(f, "# mine\n"
                                        "mine\tonce\t7\tcostly\tAsk\tWrite\tIt helps.\tAsk "
                                        "them.\\n- In person.\tmine\t-\n"
                                        "cases\ttraining\t6\tuseful\tCount\t-\t-\tNot yet: "
                                        "{missing}.\tmine\tS1-52\n"
                                        "leap\tyearly\t02-29\tuseful\tLeap\t-\t-\tOnce in "
                                        "four.\tmine\t-\n"
                                        "may\tyearly\t05-10\tcontext\tMay\t-\t-\tThe "
                                        "end.\tmine\t-\n"),
                     0);
    assert_days(f, "mine", "2026-11-30");
    const struct pgyd_item *mine = fake_item(f, "mine");
    assert_int_equal(mine->nrefs, 0);
    assert_true(mine->kind == PGYD_REMINDER && mine->stakes == PGYD_COSTLY);
    assert_string_equal(mine->next, "Write");
    assert_string_equal(mine->why, "It helps.");
    assert_string_equal(mine->detail, "Ask them.\nIt helps.\n- In person.");
    assert_string_equal(fake_item(f, "cases")->detail,
                        "Not yet: case volumes, call, breadth of cases, what you do alone.");
    assert_null(fake_item(f, "cases")->next);
    assert_null(fake_item(f, "cases")->why);
    assert_true(fake_has_ref(fake_item(f, "cases"), "S1-52"));
    /* Until the end of its month. */
    assert_days(f, "may@2027", "2027-05-10");
    assert_int_equal(fake_item(f, "may@2027")->by, fake_day("2027-05-31"));
    assert_int_equal(fake_count(f, "leap"), 0);
    assert_days(f, "scarce@2027", "none");
}

/* Of a list that is not there, or of lines that cannot be used, nothing is asked; the check says
 * so, and the rest of the plan stands. Without training there is nothing to ask. */
static void prompts_spoiled(void **state)
{
    static const char *const lines[] = {
        "mine\tsometimes\t7\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\t0\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\t61\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\tsoon\tuseful\tT\t-\t-\tD\ts\t-\n",
        "Mine b\tonce\t7\tuseful\tT\t-\t-\tD\ts\t-\n",
        "\tonce\t7\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\t7\tuseful\t  \t-\t-\tD\ts\t-\n",
        "mine\tonce\t7\tuseful\tT\t-\t-\tD\xff\ts\t-\n",
        "mine\tonce\t7\tuseful\tT\t-\t-\tD\x01\ts\t-\n",
        "mine\tonce\t7\tuseful\tT\t-\t-\tD\ts\n",
        "mine\tyearly\t02-30\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tyearly\t8-1\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tyearly\t08-011\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tquarterly\t3\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tmonthly\t-\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tmonthly\t13\tuseful\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\t7\tuseful\tT\t-\t-\tD\ts\t-\tmore\n",
        "mine\tonce\t7\tuseful\tT\t-\t-\tD\ts\tS0-1 and S0-2 and S0-3 and S0-4 and S0-10\n",
        "mine\tonce\t7\t-\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\t7\tfatal\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\t7\tcostlier\tT\t-\t-\tD\ts\t-\n",
        "mine\tonce\t7\tuseful\tT\t\t-\tD\ts\t-\n",
        "mine\tonce\t7\tuseful\tT\t-\t \tD\ts\t-\n",
        "mine\tonce\t7\tuseful\tT\tWrite a short note to each one of them all\t-\tD\ts\t-\n"};
    struct fake *f = *state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        if (prompts_of_list(f, lines[i]) != 1)
            fail_msg("line %zu is taken", i);
        assert_int_equal(fake_count(f, "mine"), 0);
        assert_days(f, "processes", "2025-12-30");
    }
    fake_forget_files(f);
    fake_list(f, "nudges.tsv");
    fake_plan(f);
    fake_check(f);
    assert_int_equal(
        fake_problems(f, PGYD_WARN, "training", "", NULL, "prompts.tsv is not installed"), 1);
    assert_days(f, "processes", "2025-12-30");
    assert_days(f, "visible-call", "none");
    struct fake *untrained = fake_new(&pgyd_plugin_networking, "2026-11-22");
    fake_forget_files(untrained);
    fake_list(untrained, "nudges.tsv");
    fake_check(untrained);
    assert_int_equal(untrained->nproblems, 0);
    fake_free(&untrained);
}

/* S1-63: 60 and 120 days after the rotation; a word moves both, and what would lie behind the end
 * is not planned. */
static void remembered(void **state)
{
    struct fake *f = *state;
    plan(f, "[rotation:away]\nstart = 2026-11-02\nend = 2026-11-30\n");
    assert_days(f, "rotation-away-touch@0", "2027-01-29");
    assert_days(f, "rotation-away-touch@1", "2027-03-30");
    fake_log(f, "2026-11-30", "rotation", "away", NULL, NULL);
    fake_plan(f);
    assert_days(f, "rotation-away-touch@0", "2027-01-29");
    fake_log(f, "2027-03-15", "rotation", "away", NULL, NULL);
    fake_plan(f);
    assert_days(f, "rotation-away-touch@1", "2027-05-14");
    assert_days(f, "rotation-away-touch@2", "none");
    /* One that was dismissed moves it too: 2027-04-20 + 60 days. */
    fake_log(f, "2027-04-20", "dismiss", "networking/rotation-away-touch@1", "2027-05-14", NULL);
    fake_plan(f);
    assert_days(f, "rotation-away-touch@1", "none");
    assert_days(f, "rotation-away-touch@2", "2027-06-19");
}

/* S2-59: 10 of 100 is enough, 9.9 is not. */
static void share(void **state)
{
    struct fake *f = *state;
    fake_log(f, "2026-11-20", "hours", NULL, NULL, "clinical=90");
    fake_log(f, "2026-11-21", "hours", NULL, NULL, "networking=10");
    fake_plan(f);
    assert_int_equal(fake_count(f, "bandwidth"), 0);
    fake_log(f, "2026-11-21", "hours", NULL, NULL, "events=2");
    fake_plan(f);
    assert_days(f, "bandwidth@2026-11", "2026-11-21");
}

/* The cards of a contact: by kind, center, influence and place, each with its ID; two at a time,
 * then the next two, and around again. */
static void cards(void **state)
{
    struct fake *f = *state;
    plan(f, "[prospect:p]\nname = P\n[contact:a]\nname = A\nkind = attending\ninfluence = "
            "high\nprospect = p\nnote = likes tea\nlast = 2026-11-01\n"
            "[contact:b]\nname = B\nkind = admin\nlast = 2026-11-01\n");
    const struct pgyd_item *a = fake_item(f, "contact-a@1"), *b = fake_item(f, "contact-b@1");
    assert_true(fake_has_ref(a, "S1-29") && fake_has_ref(a, "S1-59") && fake_has_ref(a, "S2-33") &&
                !fake_has_ref(a, "S2-18"));
    assert_true(fake_has_ref(b, "S2-18") && !fake_has_ref(b, "S1-29"));
    static const char said[] = "\n- Last in touch: Sun Nov 1, 2026\n- Your note: likes tea\n- ";
    const char *notes = strstr(a->detail, said);
    assert_non_null(notes);
    size_t points = 0;
    for (const char *at = notes; (at = strstr(at, "\n- ")); at += 3)
        points++;
    assert_int_equal(points, 4);
    fake_file(f, "lists", "cards.tsv",
              "kind:admin\t-\tOne\nkind:admin\t-\tTwo\nkind:admin\tS2-18\tThree\n");
    fake_plan(f);
    assert_non_null(strstr(fake_item(f, "contact-b@1")->detail, "\n- Three\n- One"));
    assert_non_null(strstr(fake_item(f, "contact-b@2")->detail, "\n- Two\n- Three"));
    fake_forget_files(f);
    fake_list(f, "nudges.tsv");
    fake_plan(f);
    assert_non_null(fake_item(f, "contact-a@1"));
}

#define IN_MEDICINE(f) cmocka_unit_test_setup_teardown(f, in_medicine, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_MEDICINE(prompts_own), IN_MEDICINE(prompts_spoiled), IN_MEDICINE(remembered),
        IN_MEDICINE(share),       IN_MEDICINE(cards),
    };
    return cmocka_run_group_tests_name("prompts", tests, NULL, NULL);
}
