/* SPDX-License-Identifier: BSD-2-Clause */
/* The shipped phases (etc/packs/phases.ini) of trainings short and long, with and without
 * fellowship; every day worked out from the anchors by hand. Packs, chains, off-cycle lives and
 * expressions have tests of their own. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";

/* From the first day of the earliest training below: nothing to catch up on. */
static int early(void **state)
{
    setup(state);
    fake_started(*state, "2022-07-01");
    return 0;
}

/* N = 3, short track, G = 2027-06-30 (pgyd-milestones(7)). G-24 = 2025-06-30, G-18 = 2025-12-30
 * (June 30 clamps nothing), G-15 = 2026-03-30, G-12 = 2026-06-30, G-9 = 2026-09-30, G-6 =
 * 2026-12-30 (S1-14, S2-42, S1-57). S = 2027-08-02, S+24 mo = 2029-08-02. */
static void short_track(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_days(f, "phase-learn", "2024-07-01..2025-06-30");
    assert_days(f, "phase-passive", "2025-07-01..2026-03-31");
    assert_days(f, "phase-lane", "2025-07-01..2026-06-30");
    assert_days(f, "phase-niche", "2026-03-30..2026-12-30");
    assert_days(f, "phase-recon", "2026-04-01..2026-09-30");
    assert_days(f, "phase-visibility", "2025-06-30..2026-06-30");
    assert_days(f, "phase-soft", "2026-06-30..2026-09-30");
    assert_days(f, "phase-interviews", "2026-06-30..2026-12-30");
    assert_days(f, "phase-levers", "2025-12-30..2026-12-30");
    assert_days(f, "phase-hireable", "2025-12-30..2027-06-30");
    assert_days(f, "hireable-core", "2026-06-30..2027-06-30");
    assert_days(f, "phase-prove", "2027-08-02..2029-08-02");
    /* 2027-08-02 + 90 d: 29 days to Aug 31, 30 to Sep 30, 31 to Oct 31. */
    assert_days(f, "prove-day-90", "2027-10-31");
    assert_days(f, "prove-month-12", "2028-08-02");
    assert_days(f, "prove-month-24", "2029-08-02");
    assert_days(f, "training-end", "2027-06-30");
    assert_days(f, "attending-start", "2027-08-02");
    assert_days(f, "residency-end", "none");
    assert_true(fake_has_ref(fake_item(f, "phase-hireable"), "S2-42"));
    assert_true(fake_has_ref(fake_item(f, "phase-visibility"), "S1-14"));
    assert_int_equal(fake_item(f, "phase-recon")->kind, PGYD_WINDOW);
    /* Half of 36 months: 2026-01-01 (S2-08). */
    assert_days(f, "lane-decided", "2026-01-01");
}

/* N = 5 + 1, long track: orthopedics from 2022-07-01, spine from 2027-08-01 to 2028-07-31. */
static void ortho_spine(void **state)
{
    struct fake *f =
        planned(state, "[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n"
                       "[fellowship]\ntype = spine\nstart = 2027-08-01\n");
    assert_days(f, "phase-passive", "2023-07-01..2024-06-30");
    assert_days(f, "phase-lane", "2023-07-01..2025-06-30");
    assert_days(f, "phase-niche", "2024-07-01..2026-06-30");
    assert_days(f, "phase-recon", "2024-07-01..2026-06-30");
    assert_days(f, "phase-soft", "2025-07-01..2027-06-30");
    assert_days(f, "phase-interviews", "2027-08-01..2028-02-01");
    /* G = 2028-07-31: G-18 = 2027-01-31, G-24 = 2026-07-31, G-12 = 2027-07-31, G-6 = 2028-01-31. */
    assert_days(f, "phase-hireable", "2027-01-31..2028-07-31");
    assert_days(f, "phase-visibility", "2026-07-31..2027-07-31");
    assert_days(f, "phase-levers", "2027-01-31..2028-01-31");
    /* R = 2027-06-30, F0 = 2027-08-01: July lies between. */
    assert_days(f, "residency-end", "2027-06-30");
    assert_days(f, "between", "2027-07-01..2027-07-31");
    assert_days(f, "fellowship-start", "2027-08-01");
    assert_days(f, "training-end", "2028-07-31");
    /* Still in residency on the first day of pgyd: half of 60 months. */
    assert_days(f, "lane-decided", "2025-01-01");
}

/* In fellowship already when pgyd was first run: three months into it (S2-08). The day before its
 * start the other rule holds. */
static void lane_in_fellowship(void **state)
{
    struct fake *f = *state;
    fake_started(f, "2027-08-01");
    planned(state, "[training]\nspecialty = orthopaedic_surgery\nstart = "
                   "2022-07-01\n[fellowship]\ntype = spine\nstart = 2027-08-01\n");
    assert_days(f, "lane-decided", "2027-11-01");
    fake_started(f, "2027-07-31");
    fake_plan(f);
    assert_days(f, "lane-decided", "2025-01-01");
    fake_ini(f, "[goal]\nlane = spine\n");
    fake_plan(f);
    assert_days(f, "lane-decided", "none");
}

/* N = 7 without fellowship: neurosurgery 2022-07-01 to 2029-06-30. Interviews: G-18 = 2027-12-30 to
 * G-9 = 2028-09-30. */
static void neurosurgery(void **state)
{
    struct fake *f = planned(state, "[training]\nspecialty = neurosurgery\nstart = 2022-07-01\n");
    assert_days(f, "training-end", "2029-06-30");
    assert_days(f, "phase-soft", "2025-07-01..2027-06-30");
    assert_days(f, "phase-interviews", "2027-12-30..2028-09-30");
    assert_days(f, "phase-hireable", "2027-12-30..2029-06-30");
}

/* N = 5 without fellowship is in between: contacts in PGY-4, interviews G-18 to G-9. */
static void five_years(void **state)
{
    struct fake *f =
        planned(state, "[training]\nspecialty = diagnostic_radiology\nstart = 2023-07-01\n");
    assert_days(f, "phase-soft", "2026-07-01..2027-06-30");
    assert_days(f, "phase-interviews", "2026-12-30..2027-09-30");
    assert_days(f, "phase-niche", "2025-07-01..2027-06-30");
}

/* The track can be forced: short, with G = 2028-06-30 and contacts G-12 to G-9. */
static void forced_track(void **state)
{
    struct fake *f = planned(
        state, "[training]\nspecialty = diagnostic_radiology\nstart = 2023-07-01\ntrack = short\n");
    assert_days(f, "phase-soft", "2027-06-30..2027-09-30");
    assert_days(f, "phase-recon", "2025-04-01..2025-09-30");
}

static void plan_on(struct fake *f, const char *today, const char *started)
{
    f->host.today = fake_day(today);
    fake_started(f, started);
    fake_plan(f);
}

/* S2-17 and S1-60: four questions a year from PGY-2, 2025-07-01, until G - 12 mo = 2026-06-30, one
 * of each; and what pays. Orthopedics to 2027-06-30 has more years of questions, three of each:
 * PGY-2 begins on 2023-07-01. */
static void learning(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    plan_on(f, "2026-11-22", "2024-07-01");
    assert_days(f, "learn-codes@2025", "2025-09-15");
    assert_days(f, "learn-bumped@2025", "2025-12-01");
    assert_days(f, "learn-call@2026", "2026-03-01");
    assert_days(f, "learn-hire@2026", "2026-06-01");
    assert_days(f, "learn-codes@2026", "none");
    assert_days(f, "learn-work-units", "2026-01-30");
    assert_days(f, "learn-collections", "2026-03-30");
    assert_days(f, "learn-payer-mix", "2026-05-30");
    assert_days(f, "learn-pay-models", "2026-09-30");
    assert_int_equal(fake_count(f, "learn-"), 4 + 4);
    assert_int_equal(fake_item(f, "learn-codes@2025")->kind, PGYD_REMINDER);
    assert_int_equal(fake_item(f, "learn-codes@2025")->nsteps, 0); /* what is useful is not rung */
    /* Asked from the first run on. */
    plan_on(f, "2025-09-16", "2025-09-16");
    assert_days(f, "learn-codes@2025", "none");
    assert_days(f, "learn-bumped@2025", "2025-12-01");

    struct fake *g = fresh("2026-11-22");
    fake_ini(g, "[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n");
    plan_on(g, "2022-07-01", "2022-07-01");
    assert_days(g, "learn-call@2023", "none");
    assert_days(g, "learn-codes@2023", "2023-09-15");
    assert_days(g, "learn-call@2024", "2024-03-01");
    assert_days(g, "learn-hire@2026", "2026-06-01");
    assert_days(g, "learn-codes@2026", "none");
    assert_days(g, "learn-call@2027", "none");
    assert_int_equal(fake_count(g, "learn-"), 4 * 3 + 4);
    fake_free(&g);

    /* Two years leave no time for the questions. */
    struct fake *two = fresh("2026-11-22");
    fake_ini(two, "[training]\nspecialty = internal_medicine\nstart = 2025-07-01\nlength = 2y\n");
    plan_on(two, "2025-07-01", "2025-07-01");
    assert_days(two, "training-end", "2027-06-30");
    assert_days(two, "learn-codes@2025", "none");
    assert_days(two, "learn-codes@2026", "none");
    assert_days(two, "learn-pay-models", "2026-09-30");
    fake_free(&two);
}

/* Off cycle, 2024-10-15 to 2027-10-14: nine months into PGY-2 is 2026-07-15; three months into
 * PGY-3 ends 2027-01-14. */
static void off_cycle(void **state)
{
    struct fake *f =
        planned(state, "[training]\nspecialty = internal_medicine\nstart = 2024-10-15\n");
    assert_days(f, "phase-learn", "2024-10-15..2025-10-14");
    assert_days(f, "phase-passive", "2025-10-15..2026-07-14");
    assert_days(f, "phase-recon", "2026-07-15..2027-01-14");
    assert_days(f, "phase-hireable", "2026-04-14..2027-10-14");
}

/* A preliminary year leads to another residency: no job search. */
static void preliminary_year(void **state)
{
    struct fake *f = planned(state, "[training]\nspecialty = prelim_im\nstart = 2026-07-01\n");
    assert_days(f, "phase-learn", "2026-07-01..2027-06-30");
    assert_days(f, "training-end", "2027-06-30");
    assert_days(f, "prelim-place", "2026-08-01");
    assert_days(f, "prelim-papers", "2026-12-30");
    assert_days(f, "prelim-move", "2027-04-30");
    assert_int_equal(f->nitems, 5);
}

/* ---- what is at stake ---- */

/* Seven days from R = 2027-06-30 to F0 are a gap, whose last day of help is R; six are not. */
static void gaps(void **state)
{
    static const struct {
        const char *f0;
        uint16_t stakes;
    } cases[] = {{"2027-07-07", PGYD_CONTEXT}, {"2027-07-08", PGYD_COSTLY}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, medicine);
        fake_ini(f, pgy_arena_printf(f->arena, "[fellowship]\ntype = cardiology\nstart = %s\n",
                                     cases[i].f0));
        fake_plan(f);
        assert_int_equal(fake_item(f, "between")->stakes, cases[i].stakes);
        assert_int_equal(fake_item(f, "between")->by, fake_day("2027-06-30"));
        fake_free(&f);
    }
}

/* The first day of work is a date once somebody named it; before it is an assumption. */
static void assumed_start(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_int_equal(fake_item(f, "attending-start")->stakes, PGYD_CONTEXT);
    assert_string_equal(fake_item(f, "attending-start")->title,
                        "Assumed first day as an attending");
    fake_ini(f, "[goal]\nstart_date = 2027-08-02\n");
    fake_plan(f);
    assert_int_equal(fake_item(f, "attending-start")->stakes, PGYD_USEFUL);
    assert_string_equal(fake_item(f, "attending-start")->title, "First day as an attending");
}

/* S = 2027-08-02, notice of 90 days: a term's last day less 90 days is when the notice is due, and
 * 90 days earlier the decision. Month 24 gives way to it; month 18, 2029-02-02, where the decision
 * is within 90 days of it: of 24 months (2029-08-01, - 90 d = 2029-05-03, decision 2029-02-02) it
 * is; of 30 months (2030-02-01, 2029-11-03, 2029-08-05) it is not, by 184 days. */
static void contract_decides(void **state)
{
    static const struct {
        const char *term, *month18, *month24;
    } cases[] = {
        {"", "2029-02-02", "2029-08-02"},
        {"[contract]\nterm_months = 24\n", "2029-02-02", "2029-08-02"},
        {"[contract]\nterm_months = 24\nnotice_days = 90\n", "none", "none"},
        {"[contract]\nterm_months = 30\nnotice_days = 90\n", "2029-02-02", "none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, medicine);
        fake_ini(f, cases[i].term);
        fake_plan(f);
        assert_days(f, "prove-month-18", cases[i].month18);
        assert_days(f, "prove-month-24", cases[i].month24);
        fake_free(&f);
    }
}

/* S1-08: rank reviews fall silent once there is an offer, from the day after it. G - 18 mo and G -
 * 9 mo. */
static void rank_reviews(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_days(f, "tier-review-18", "2025-12-30");
    assert_days(f, "tier-review-12", "none");
    assert_days(f, "tier-review-9", "2026-09-30");
    fake_log(f, "2026-09-30", "offer", "mercy", "received", NULL);
    fake_plan(f);
    assert_days(f, "tier-review-9", "2026-09-30");
    fake_log(f, "2026-09-29", "offer", "mercy", "received", NULL);
    fake_plan(f);
    assert_days(f, "tier-review-18", "2025-12-30");
    assert_days(f, "tier-review-9", "none");
}

static size_t lasting(const struct fake *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->nitems; i++)
        n += f->items[i].kind != PGYD_HABIT;
    return n;
}

/* Nothing churns: but for the items of a period the plan is the same on any day until the first one
 * of work, 2027-08-02. That day ends what asks for a lane, and nothing else. */
static void same_every_day(void **state)
{
    struct fake *f = planned(state, medicine);
    size_t n = f->nitems, lasts = lasting(f), same = 0;
    struct pgyd_item *before = f->items;
    f->items = NULL;
    f->cap_items = 0;
    f->host.today = fake_day("2027-08-01");
    fake_plan(f);
    assert_int_equal(lasting(f), lasts);
    for (size_t i = 0; i < n; i++) {
        char id[160];
        snprintf(id, sizeof id, before[i].occurrence ? "%s@%s" : "%s", before[i].slug,
                 before[i].occurrence);
        const struct pgyd_item *now = fake_item(f, id);
        if (before[i].kind == PGYD_HABIT)
            continue;
        assert_non_null(now);
        assert_string_equal(now->title, before[i].title);
        assert_string_equal(now->detail, before[i].detail);
        assert_int_equal(now->start, before[i].start);
        assert_int_equal(now->end, before[i].end);
        same++;
    }
    assert_int_equal(same, lasts);
    assert_days(f, "lane-decided", "2026-01-01");
    assert_days(f, "no-lane", "2026-01-02");
    f->host.today = fake_day("2027-08-02");
    fake_plan(f);
    assert_days(f, "lane-decided", "none");
    assert_days(f, "no-lane", "none");
    assert_int_equal(lasting(f), lasts - 2);
}

static void own_milestones(void **state)
{
    struct fake *f = planned(
        state,
        "[training]\nspecialty = internal_medicine\nstart = "
        "2024-07-01\n[milestone:board-course]\ntitle = Board course\nwhen = 2027-03-01\nuntil = "
        "2027-03-05\n"
        "detail = In Boston.\nremind = 30d, 2w\nseverity = warn\nchecklist = book; ask for leave\n"
        "[milestone:lease]\ntitle = Lease ends\nwhen = 2027-06-15\n"
        "[milestone:later]\ntitle = Later\nwhen = G - 6mo\n"
        "[milestone:never]\ntitle = Never\nwhen = G\nif = track = long\n"
        "[milestone:wrong]\ntitle = Wrong\nwhen = G - 6mo + 1\n");
    assert_days(f, "board-course", "2027-03-01..2027-03-05");
    assert_string_equal(fake_item(f, "board-course")->detail,
                        "In Boston.\n- book\n- ask for leave");
    assert_string_equal(fake_steps(f, "board-course"), "-30d, -2w, 0d");
    assert_int_equal(fake_item(f, "board-course")->flags, PGYD_ITEM_TYPED);
    assert_int_equal(fake_item(f, "board-course")->stakes, PGYD_COSTLY);
    assert_int_equal(fake_item(f, "board-course")->kind, PGYD_WINDOW);
    assert_days(f, "lease", "2027-06-15");
    assert_int_equal(fake_item(f, "lease")->kind, PGYD_MILESTONE);
    assert_int_equal(fake_item(f, "lease")->nsteps + fake_item(f, "lease")->flags, 0);
    assert_days(f, "later", "2026-12-30");
    assert_days(f, "never", "none");
    assert_days(f, "wrong", "none");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "milestone", "wrong", "when",
                                   "column 12: a unit is missing"),
                     1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, NULL, NULL, NULL, NULL), 1);
}

static void own_problems(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_ini(f,
             "[milestone:a]\ntitle = A\nwhen = 2027-03-05\nuntil = 2027-03-04\nremind = 3d, soon\n"
             "[milestone:b]\ntitle = B\nwhen = 2027-02-29\n"
             "[milestone:no-lane]\ntitle = C\nwhen = 2027-03-01\nif = vissa\n");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "milestone", "a", "until", "lies before when"),
                     1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "milestone", "a", "remind", "\"soon\""), 1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "milestone", "b", "when", NULL), 1);
    assert_int_equal(
        fake_problems(f, PGYD_CRITICAL, "milestone", "no-lane", NULL, "plans a milestone"), 1);
    assert_int_equal(f->nproblems, 4);
}

static void off(void **state)
{
    struct fake *f =
        planned(state, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
                       "[packs]\noff = phase-levers, lane-decided, mine\n[milestone:mine]\ntitle = "
                       "M\nwhen = 2027-01-01\n");
    assert_days(f, "phase-levers", "none");
    assert_days(f, "lane-decided", "none");
    assert_days(f, "mine", "none");
    assert_days(f, "phase-recon", "2026-04-01..2026-09-30");
}

static void training_problems(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = internal_medicin\nstart = 2024-07-01\npgy = "
                "3\n[packs]\nuse = ny\n[visa]\ntype = j1\n");
    fake_check(f);
    assert_int_equal(
        fake_problems(f, PGYD_CRITICAL, "training", "", "specialty", "internal_medicine"), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "training", "", "pgy", NULL), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "packs", "", "use", "there is no pack ny"), 1);
    assert_int_equal(f->nproblems, 3);
    fake_plan(f);
    assert_int_equal(f->nitems, 0);
}

static void training_choice(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = emergency_medicine\nstart = 2024-07-01\n");
    fake_check(f);
    assert_int_equal(
        fake_problems(f, PGYD_CRITICAL, "training", "", "specialty", "lasts 3 to 4 years"), 1);
    fake_ini(f, "length = 4y\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_plan(f);
    assert_days(f, "training-end", "2028-06-30");
}

static void nothing_configured(void **state)
{
    struct fake *f = planned(state, "");
    assert_int_equal(f->nitems, 0);
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "training", "", NULL, "no [training]"), 1);
}

/* The paragraphs of a report after its first heading, between bars. */
static const char *paragraphs(const struct fake *f)
{
    const char *all = "";
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type == PGYD_PARAGRAPH)
            all = pgy_arena_printf(f->arena, "%s%s%s", all, *all ? "|" : "", f->parts[i].text);
    }
    return all;
}

/* From 2026-11-22 to G = 2027-06-30: 8 days of November, then 31 + 31 + 28 + 31 + 30 + 31 + 30 =
 * 220. Ninety days back is 2026-08-24. */
static void standing(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_log(f, "2026-11-01", "offer", "mercy", "received", NULL);
    fake_log(f, "2026-11-02", "offer", "valley", "received", NULL);
    fake_log(f, "2026-11-03", "offer", "mercy", "declined", NULL);
    fake_log(f, "2026-08-23", "contact", "alvarez", NULL, NULL);
    fake_log(f, "2026-08-24", "contact", "bo", NULL, NULL);
    fake_log(f, "2026-08-25", "contact", "bo", NULL, NULL);
    fake_report(f, "standing");
    assert_string_equal(paragraphs(f), "1 offers in hand.|220 days of training are left.|0 of the "
                                       "five monthly habits kept within the last 90 days.|"
                                       "1 people you were in touch with within the last 90 days.");
    f->host.today = fake_day("2027-07-01");
    fake_report(f, "standing");
    assert_non_null(strstr(paragraphs(f), "|1 days since training ended.|"));
}

/* Without the length of the training everything but its days can be said. */
static void standing_without_dates(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = im\nstart = 2024-07-01\n");
    fake_report(f, "standing");
    assert_non_null(
        strstr(paragraphs(f), "0 offers in hand.|The dates of the training are not known"));
    assert_non_null(strstr(paragraphs(f), "|0 people you were in touch with"));
}

#define EARLY(f) cmocka_unit_test_setup_teardown(f, early, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EARLY(short_track),
        EARLY(ortho_spine),
        EARLY(lane_in_fellowship),
        EARLY(neurosurgery),
        EARLY(five_years),
        EARLY(forced_track),
        EARLY(off_cycle),
        EARLY(preliminary_year),
        EARLY(learning),
        EARLY(gaps),
        EARLY(assumed_start),
        EARLY(contract_decides),
        EARLY(rank_reviews),
        EARLY(same_every_day),
        EARLY(own_milestones),
        EARLY(own_problems),
        EARLY(off),
        EARLY(training_problems),
        EARLY(training_choice),
        EARLY(nothing_configured),
        EARLY(standing),
        EARLY(standing_without_dates),
    };
    return cmocka_run_group_tests_name("milestones", tests, NULL, NULL);
}
