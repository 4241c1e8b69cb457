/* SPDX-License-Identifier: BSD-2-Clause */
/* Backward chains. Days are counted by hand. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* G = 2027-06-30, S = 2027-08-02. */
static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";
static const char head[] =
    "[pack]\nsource = s\nchecked_on = 2026-11-01\nvalid_until = 2029-12-31\nnote = Confirm.\n";

static void plan_on(struct fake *f, const char *day)
{
    f->host.today = fake_day(day);
    fake_plan(f);
}

/* The row of a step: "cell|cell|…". */
static const char *row(const struct fake *f, const char *step)
{
    for (size_t i = 0; i < f->nparts; i++) {
        const struct pgyd_part *p = &f->parts[i];
        const char *text = "";
        if (p->type != PGYD_TABLE_ROW || strcmp(p->cells[0], step) != 0)
            continue;
        for (uint32_t k = 1; k < p->ncells; k++)
            text = pgy_arena_printf(f->arena, "%s%s%s", text, k > 1 ? "|" : "", p->cells[k]);
        return text;
    }
    return "none";
}

static void assert_row(const struct fake *f, const char *step, const char *expected)
{
    if (strcmp(row(f, step), expected) != 0)
        fail_msg("%s: %s, expected %s", step, row(f, step), expected);
}

/* The waiver chain of etc/packs/immigration.ini: 60 + 42 + 28 + 21 = 151 days as a rule, 90 + 84 +
 * 42 + 21 = 237 at worst, back from 2027-08-02. At worst: - 21 d = 2027-07-12, - 42 more =
 * 2027-05-31, - 84 more = 2027-03-08, - 90 more = 2026-12-08 (S - 237 d). As a rule: 2027-07-12, -
 * 28 = 2027-06-14, - 42 = 2027-05-03, - 60 = 2027-03-04 (S - 151 d). */
static void waiver(void **state)
{
    struct fake *f = *state;
    fake_packs(f, NULL);
    fake_ini(f, medicine);
    fake_ini(f, "[visa]\ntype = j1\n");
    fake_plan(f);
    assert_days(f, "waiver-state", "2026-12-08");
    assert_days(f, "waiver-dos", "2027-03-08");
    assert_days(f, "waiver-i612", "2027-05-31");
    assert_days(f, "waiver-h1b", "2027-07-12");
    assert_int_equal(fake_item(f, "waiver-state")->kind, PGYD_DEADLINE);
    assert_int_equal(fake_item(f, "waiver-state")->nsteps, 0);
    assert_non_null(strstr(fake_item(f, "waiver-state")->detail, "Thu Mar 4, 2027"));
    assert_non_null(
        strstr(fake_item(f, "waiver-state")->detail, "Confirm with your immigration lawyer"));
    assert_int_equal(fake_count(f, "waiver-at-risk") + fake_count(f, "waiver-too-late"), 0);
    /* Sixteen days to spare. */
    fake_report(f, "chain");
    assert_row(f, "File your waiver with the state",
               "60 / 90|2026-12-08|2027-03-04|2026-11-22|open|16");
    assert_row(f, "USCIS decides on your waiver",
               "28 / 42|2027-05-31|2027-06-14|2027-05-15|open|16");
    assert_true(says(
        f,
        "2027-04-22 if all goes as expected, 2027-07-17 in the worst case. Planned: 2027-08-02"));
    assert_true(says(f, "fits with 16 days to spare"));
    assert_true(says(f, "Confirm with your immigration lawyer"));
}

/* The last safe day, the day after it, the last day as a rule, the day after that. */
static void alerts(void **state)
{
    struct fake *f = *state;
    fake_packs(f, "immigration.ini");
    fake_ini(f, medicine);
    fake_ini(f, "[visa]\ntype = j1\n");
    plan_on(f, "2026-12-08");
    assert_days(f, "waiver-at-risk", "none");
    plan_on(f, "2026-12-09");
    assert_days(f, "waiver-at-risk", "2026-12-09");
    assert_int_equal(fake_item(f, "waiver-at-risk")->stakes, PGYD_CONTEXT);
    assert_int_equal(fake_item(f, "waiver-at-risk")->by, fake_day("2027-08-02"));
    assert_int_equal(fake_item(f, "waiver-at-risk")->kind, PGYD_ALERT);
    assert_non_null(
        strstr(fake_item(f, "waiver-at-risk")->detail, "Confirm with your immigration lawyer"));
    plan_on(f, "2027-03-04");
    assert_days(f, "waiver-at-risk", "2026-12-09");
    assert_days(f, "waiver-too-late", "none");
    plan_on(f, "2027-03-05");
    assert_days(f, "waiver-at-risk", "none");
    assert_days(f, "waiver-too-late", "2027-03-05");
    assert_int_equal(fake_item(f, "waiver-too-late")->stakes, PGYD_COSTLY);
    assert_int_equal(fake_item(f, "waiver-too-late")->by, fake_day("2027-08-02"));
    fake_report(f, "chain");
    assert_true(says(
        f, "It does not fit: 1 day is missing even if all goes as expected, 87 in the worst case"));
    /* The day itself is past: nothing can be done about it any more. */
    plan_on(f, "2027-08-02");
    assert_int_equal(fake_count(f, "waiver-at-risk") + fake_count(f, "waiver-too-late"), 0);
    fake_report(f, "chain");
    assert_true(says(f, "Counted back from 2027-08-02, which has come") &&
                !says(f, "does not fit"));
    f->host.today = fake_day("2027-08-01");
    fake_report(f, "chain");
    assert_true(!says(f, "which has come") && says(f, "does not fit"));
}

/* An alert holds the same words on each of its days. */
static void alert_stays(void **state)
{
    struct fake *f = *state;
    fake_packs(f, "immigration.ini");
    fake_ini(f, medicine);
    fake_ini(f, "[visa]\ntype = j1\n");
    plan_on(f, "2026-12-09");
    const char *detail = fake_item(f, "waiver-at-risk")->detail;
    plan_on(f, "2027-01-20");
    assert_string_equal(fake_item(f, "waiver-at-risk")->detail, detail);
}

/* Begun in time it is safe; begun eight days late it is not, unless the next step could begin
 * earlier than at worst. */
static void begun(void **state)
{
    struct fake *f = *state;
    fake_packs(f, "immigration.ini");
    fake_ini(f, medicine);
    fake_ini(f, "[visa]\ntype = j1\n");
    fake_log(f, "2026-12-08", "done", "milestones/waiver-state", NULL, NULL);
    plan_on(f, "2027-01-10");
    assert_days(f, "waiver-at-risk", "none");
    struct fake *g = fresh("2027-01-10");
    fake_packs(g, "immigration.ini");
    fake_ini(g, medicine);
    fake_ini(g, "[visa]\ntype = j1\n");
    fake_started(g, "2026-11-22");
    fake_log(g, "2026-12-16", "done", "milestones/waiver-state", NULL, NULL);
    fake_plan(g);
    assert_days(g, "waiver-at-risk", "2026-12-16");
    fake_report(g, "chain");
    /* 2026-12-16 + 90 = 2027-03-16, + 84 = 2027-06-08, + 42 = 2027-07-20, + 21 = 2027-08-10. */
    assert_row(g, "File your waiver with the state",
               "60 / 90|2026-12-08|2027-03-04|2026-12-16|begun|-8");
    assert_row(g, "State Department reviews your waiver",
               "42 / 84|2027-03-08|2027-05-03|2027-03-16|open|-8");
    assert_true(says(g, "2027-08-10 in the worst case"));
    fake_log(g, "2027-02-20", "done", "milestones/waiver-dos", NULL, NULL);
    plan_on(g, "2027-02-20");
    assert_days(g, "waiver-at-risk", "none");
    fake_free(&g);
}

/* What has begun after a step shows that the step is over: a (20/100) begun on 2027-07-01 may take
 * until 2027-10-09, but b (5) was begun on 2027-07-10. */
static void over_early(void **state)
{
    struct fake *f = *state;
    char text[400];
    fake_ini(f, medicine);
    snprintf(text, sizeof text,
             "%s[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = "
             "20/100\n[step:b]\nchain = c\ntitle = B\ndays = 5\n",
             head);
    fake_file(f, "packs", "c.ini", text);
    fake_log(f, "2027-07-01", "done", "milestones/c-a", NULL, NULL);
    plan_on(f, "2027-07-11");
    assert_days(f, "c-at-risk", "2027-07-01");
    fake_log(f, "2027-07-10", "done", "milestones/c-b", NULL, NULL);
    plan_on(f, "2027-07-11");
    assert_days(f, "c-at-risk", "none");
}

/* The person's own days count: 151 becomes 30 + 42 + 28 + 21 = 121, 237 becomes 30 + 84 + 42 + 21 =
 * 177. S - 177 d = 2027-02-06. */
static void own_days(void **state)
{
    struct fake *f = *state;
    fake_packs(f, "immigration.ini");
    fake_ini(f, medicine);
    fake_ini(f, "[visa]\ntype = j1\nstate_days = 30\n");
    fake_plan(f);
    assert_days(f, "waiver-state", "2027-02-06");
    assert_non_null(
        strstr(fake_item(f, "waiver-state")->detail, "usually takes 30 days, 30 at worst"));
}

/* The chain of etc/packs/license.ini: the license 60/90, then privileging, payers (90/120) and the
 * DEA (30/60) side by side. S - 120 d = 2027-04-04, less 90 = 2027-01-04; as a rule S - 90 d =
 * 2027-05-04, less 60 = 2027-03-05. California: 90/180 days: 2027-04-04 less 180 = 2026-10-06,
 * which is past; as a rule 2027-05-04 less 90 = 2027-02-03. */
static void practice(void **state)
{
    struct fake *f = *state;
    fake_packs(f, "license.ini");
    fake_ini(f, medicine);
    fake_plan(f);
    assert_days(f, "practice-license", "2027-01-04");
    assert_days(f, "practice-dea", "2027-06-03");
    assert_days(f, "practice-privileging", "2027-04-04");
    assert_days(f, "practice-payer", "2027-04-04");
    assert_non_null(strstr(fake_item(f, "practice-license")->detail, "Fri Mar 5, 2027"));
    assert_non_null(strstr(fake_item(f, "practice-license")->detail, "Confirm with the board"));
    /* Earliest feasible start: apply + license + 90: 2026-11-22 + 60 + 90 = 2027-04-21; at worst +
     * 90 + 120 = 2027-06-20. */
    fake_report(f, "chain");
    assert_true(says(f, "2027-04-21 if all goes as expected, 2027-06-20 in the worst case"));
    fake_ini(f, "[goal]\nstate = CA\n");
    fake_plan(f);
    assert_days(f, "practice-license", "2027-02-03");
    assert_int_equal(fake_item(f, "practice-license")->stakes, PGYD_FATAL);
    assert_non_null(
        strstr(fake_item(f, "practice-license")->detail, "The safe day was Tue Oct 6, 2026."));
    /* It was late when pgyd was first run: said from that day on. */
    assert_days(f, "practice-at-risk", "2026-11-22");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "goal", "", "start_date",
                                   "no longer fits before Mon Aug 2, 2027"),
                     1);
}

/* A step that cannot begin before a day: the chain cannot fit, and says so from the first run on,
 * though nothing is late yet. */
static void cannot_fit(void **state)
{
    struct fake *f = *state;
    char text[600];
    fake_ini(f, medicine);
    snprintf(text, sizeof text,
             "%s[chain:c]\ntitle = The chain\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = "
             "30/60\nfrom = 2027-07-01\n"
             "[step:b]\nchain = c\ntitle = B\ndays = 10\nafter = none\nif = visa\n[step:d]\nchain "
             "= c\ntitle = D\ndays = 5\nafter = b\n",
             head);
    fake_file(f, "packs", "c.ini", text);
    fake_plan(f);
    /* 2027-07-01 + 30 = 07-31 fits, + 60 = 08-30 does not. */
    assert_days(f, "c-at-risk", "2026-11-22");
    assert_days(f, "c-b", "none");
    assert_days(f, "c-d", "2027-07-28");
    assert_days(f, "c-a", "2027-06-03");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "goal", "", "start_date", "Mon Aug 30, 2027"), 1);
    assert_int_equal(f->nproblems, 1);
}

/* ---- which step rings ---- */

/* The ids, of those given, that ring. */
static const char *ringing(const struct fake *f)
{
    static const char *const ids[] = {"c-a", "c-b", "c-d", "c-e"};
    const char *all = "";
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        const struct pgyd_item *item = fake_item(f, ids[i]);
        if (item && !(item->flags & PGYD_ITEM_NO_LADDER))
            all = pgy_arena_printf(f->arena, "%s%s ", all, ids[i]);
    }
    return all;
}

/* Of a (60), b (somebody else's 30), d (20, fatal, with steps of its own) and e (10, beside d) only
 * the next that the person can begin rings. What was begun is the host's to leave alone. */
static void next_step_rings(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "c.ini",
              pgy_arena_printf(f->arena,
                               "%s[chain:c]\ntitle = C\nto = S\n"
                               "[step:a]\nchain = c\ntitle = A\ndays = 60\n"
                               "[step:b]\nchain = c\ntitle = B\ndays = 30\nstakes = context\n"
                               "[step:d]\nchain = c\ntitle = D\ndays = 20\nremind = 5d\n"
                               "[step:e]\nchain = c\ntitle = E\ndays = 10\nafter = b\n",
                               head));
    fake_plan(f);
    assert_string_equal(ringing(f), "c-a ");
    assert_int_equal(fake_item(f, "c-a")->stakes, PGYD_COSTLY);
    assert_int_equal(fake_item(f, "c-b")->stakes, PGYD_CONTEXT);
    fake_log(f, "2026-12-01", "done", "milestones/c-a", NULL, NULL);
    fake_plan(f);
    assert_string_equal(ringing(f), "c-a c-d "); /* nobody rings for b */
    assert_string_equal(fake_steps(f, "c-d"), "-5d, 0d");
    fake_ini(f, "[packs]\noff = c-d\n");
    fake_plan(f);
    assert_string_equal(ringing(f), "c-a c-e ");
    fake_log(f, "2026-12-02", "done", "milestones/c-e", NULL, NULL);
    fake_plan(f);
    assert_string_equal(ringing(f), "c-a c-e ");
    assert_days(f, "c-d", "none");
}

/* S = 2027-08-02: b takes 30 days, from 2027-07-03; a 60, from 2027-05-04. Put aside on the day it
 * stands on a leaves its place to b; of another day, before its rule moved it, it does not. */
static void put_aside(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "c.ini",
              pgy_arena_printf(f->arena,
                               "%s[chain:c]\ntitle = C\nto = S\n"
                               "[step:a]\nchain = c\ntitle = A\ndays = 60\n"
                               "[step:b]\nchain = c\ntitle = B\ndays = 30\n",
                               head));
    fake_log(f, "2026-12-01", "dismiss", "milestones/c-a", "2027-05-03", NULL);
    fake_plan(f);
    assert_days(f, "c-a", "2027-05-04");
    assert_string_equal(ringing(f), "c-a ");
    fake_log(f, "2026-12-02", "dismiss", "milestones/c-a", "2027-05-04", NULL);
    fake_plan(f);
    assert_string_equal(ringing(f), "c-b ");
}

/* A fatal step, 60/90 days before S = 2027-08-02: 2027-05-04 is safe, 2027-06-03 enough as a rule.
 * It is costly up to the safe day, the day itself included; from the day after fatal, on the day on
 * which it still fits. Begun it stays where it was. */
static void fatal_behind_safe(void **state)
{
    static const struct {
        const char *today, *days;
        uint16_t stakes;
    } cases[] = {{"2027-05-03", "2027-05-04", PGYD_COSTLY},
                 {"2027-05-04", "2027-05-04", PGYD_COSTLY},
                 {"2027-05-05", "2027-06-03", PGYD_FATAL},
                 {"2027-06-04", "2027-06-03", PGYD_FATAL}};
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "c.ini",
              pgy_arena_printf(f->arena,
                               "%s[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\n"
                               "title = A\ndays = 60/90\nstakes = fatal\n",
                               head));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plan_on(f, cases[i].today);
        assert_days(f, "c-a", cases[i].days);
        assert_int_equal(fake_item(f, "c-a")->stakes, cases[i].stakes);
    }
    assert_non_null(strstr(fake_item(f, "c-a")->detail, "The safe day was Tue May 4, 2027."));
    fake_log(f, "2027-05-05", "done", "milestones/c-a", NULL, NULL);
    plan_on(f, "2027-05-06");
    assert_days(f, "c-a", "2027-05-04");
    assert_int_equal(fake_item(f, "c-a")->stakes, PGYD_COSTLY);
}

/* 60 days as a rule and at worst: no day is safe before the last, 2027-06-03. */
static void fatal_at_once(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "c.ini",
              pgy_arena_printf(f->arena,
                               "%s[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\n"
                               "title = A\ndays = 60\nstakes = fatal\n",
                               head));
    plan_on(f, "2026-11-22");
    assert_days(f, "c-a", "2027-06-03");
    assert_int_equal(fake_item(f, "c-a")->stakes, PGYD_FATAL);
    assert_null(strstr(fake_item(f, "c-a")->detail, "The safe day was"));
}

static void mistakes(void **state)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        {"[chain:c]\nto = S\n", "lacks title"},
        {"[chain:c]\ntitle = C\n", "lacks to"},
        {"[chain:c]\ntitle = C\nto = SS\n", "unknown name SS"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = many\n",
         "needs days"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = 90/60\n",
         "needs days"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\n", "needs days"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ndays = 1\n", "lacks title"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = 1\nafter = "
         "b\n[step:b]\nchain = c\ntitle = B\ndays = 1\n",
         "no step b of this chain stands before"},
        {"[chain:c]\ntitle = C\nto = S\n[step:a]\nchain = c\ntitle = A\ndays = 1\ndays_key = "
         "visa.first\n",
         "days_key is"},
        {"[step:a]\ntitle = A\ndays = 1\n", "lacks chain"},
        {"[chain:paper]\ntitle = P\nto = S\n[step:a]\nchain = papers\ntitle = A\ndays = 1\n",
         "there is no chain papers in this pack: did you mean paper"},
        {"[step:a]\nchain = nothing\ntitle = A\ndays = 1\n",
         "there is no chain nothing in this pack"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        char text[600];
        fake_ini(f, medicine);
        snprintf(text, sizeof text, "%s%s[milestone:good]\ntitle = Good\nwhen = G\n", head,
                 cases[i].text);
        fake_file(f, "packs", "c.ini", text);
        fake_check(f);
        if (fake_problems(f, PGYD_WARN, "packs", "", NULL, cases[i].part) != 1)
            fail_msg("%s is not said once", cases[i].part);
        fake_plan(f);
        assert_days(f, "good", "2027-06-30");
        assert_int_equal(fake_count(f, "c-"), 0);
        fake_free(&f);
    }
}

static void nothing_to_show(void **state)
{
    struct fake *f = *state;
    fake_report(f, "chain");
    assert_true(says(f, "No chain applies"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(waiver),          CASE(alerts),          CASE(alert_stays),
        CASE(begun),           CASE(over_early),      CASE(own_days),
        CASE(practice),        CASE(cannot_fit),      cmocka_unit_test(mistakes),
        CASE(nothing_to_show), CASE(next_step_rings), CASE(fatal_behind_safe),
        CASE(put_aside),       CASE(fatal_at_once),
    };
    return cmocka_run_group_tests_name("chain", tests, NULL, NULL);
}
