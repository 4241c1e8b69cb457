/* SPDX-License-Identifier: BSD-2-Clause */
/* Rules that follow lives as they are: offers and signatures, months, lanes, a first run late in
 * life; and what `why` says of all of them. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* G = 2027-06-30, S = 2027-08-02. */
static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";
/* R = 2027-06-30, F0 = 2027-08-01, G = 2028-07-31. */
static const char spine[] = "[training]\nspecialty = orthopaedic_surgery\nstart = "
                            "2022-07-01\n[fellowship]\ntype = spine\nstart = 2027-08-01\n";

static void plan_on(struct fake *f, const char *today, const char *started)
{
    f->host.today = fake_day(today);
    fake_started(f, started);
    fake_plan(f);
}

/* ---- offers and signatures ---- */

/* The last offer on 2026-11-16 + 28 d = 2026-12-14: a decision on that day or later leaves the
 * window there, one on the day before ends it. */
static void comparing(void **state)
{
    static const struct {
        const char *accepted, *days;
    } cases[] = {
        {NULL, "2026-11-02..2026-12-14"},
        {"2026-12-13", "2026-11-02..2026-12-13"},
        {"2026-12-14", "2026-11-02..2026-12-14"},
        {"2026-12-15", "2026-11-02..2026-12-14"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, medicine);
        fake_log(f, "2026-11-02", "offer", "valley", "received", NULL);
        fake_log(f, "2026-11-16", "offer", "mercy", "received", NULL);
        if (cases[i].accepted)
            fake_log(f, cases[i].accepted, "offer", "mercy", "accepted", NULL);
        fake_plan(f);
        assert_days(f, "phase-compare", cases[i].days);
        assert_days(f, "phase-contract", "none");
        fake_free(&f);
    }
}

/* Signed on S - 8 d: the week fits, the papers come on S - 1 d. On S - 7 d it does not. On S itself
 * there is nothing left to prepare. */
static void signing(void **state)
{
    static const struct {
        const char *accepted, *window, *papers;
    } cases[] = {
        {"2027-07-25", "2027-07-25..2027-08-01", "2027-08-01"},
        {"2027-07-26", "2027-07-26..2027-08-01", "none"},
        {"2027-08-01", "2027-08-01", "none"},
        {"2027-08-02", "none", "none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, medicine);
        fake_log(f, cases[i].accepted, "offer", "mercy", "accepted", NULL);
        fake_plan(f);
        assert_days(f, "post-sign", cases[i].window);
        assert_days(f, "post-sign-papers", cases[i].papers);
        fake_free(&f);
    }
}

/* ---- months ---- */

/* The window is 2025-12-30 to 2027-06-30. This month and the next: none of them before November
 * 2025's next is December. Cases have the odd months, rooms the even ones, the rest the quarter. */
static void months(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    plan_on(f, "2025-10-31", "2024-07-01");
    assert_int_equal(fake_count(f, "monthly-cases"), 0);
    plan_on(f, "2025-11-01", "2024-07-01");
    assert_days(f, "monthly-room@2025-12", "2025-12-30..2025-12-31");
    assert_days(f, "monthly-lean@2025-10", "2025-12-30..2025-12-31");
    assert_days(f, "monthly-lean@2026-01", "2026-01-01..2026-03-31");
    assert_int_equal(fake_count(f, "monthly-cases"), 0);
    plan_on(f, "2027-05-31", "2024-07-01");
    assert_days(f, "monthly-cases@2027-05", "2027-05-01..2027-05-31");
    assert_days(f, "monthly-room@2027-06", "2027-06-01..2027-06-30");
    assert_days(f, "monthly-lean@2027-04", "2027-04-01..2027-06-30");
    assert_days(f, "monthly-records@2027-04", "2027-04-01..2027-06-30");
    assert_int_equal(fake_count(f, "monthly-"), 4);
    plan_on(f, "2027-06-01", "2024-07-01");
    assert_int_equal(fake_count(f, "monthly-"), 3);
    plan_on(f, "2027-07-01", "2024-07-01");
    assert_int_equal(fake_count(f, "monthly-"), 0);
}

/* ---- quiet ---- */

/* S2-60: G - 24 mo is the last day of PGY-1 of three years. The window is where it is; nothing
 * about jobs rings in PGY-1, since nothing that begins there is more than useful. */
static void quiet_intern_year(void **state)
{
    struct fake *f = *state;
    pgyd_day second = fake_day("2025-07-01");
    fake_ini(f, medicine);
    plan_on(f, "2024-07-01", "2024-07-01");
    assert_days(f, "phase-visibility", "2025-06-30..2026-06-30");
    assert_int_equal(fake_item(f, "phase-visibility")->stakes, PGYD_CONTEXT);
    for (size_t i = 0; i < f->nitems; i++) {
        const struct pgyd_item *item = &f->items[i];
        for (uint32_t k = 0; k < item->nsteps; k++)
            assert_true(item->start + item->steps[k].n >= second);
        assert_true(item->start >= second || item->stakes <= PGYD_USEFUL);
    }
}

/* ---- the first run, late in life ---- */

/* One month before the end: of two rank reviews only the last, nothing that only marks a day,
 * nothing to be found out in PGY-2. */
static void last_month(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    plan_on(f, "2027-06-01", "2027-06-01");
    assert_days(f, "tier-review-18", "none");
    assert_days(f, "tier-review-9", "2026-09-30");
    assert_days(f, "passive-niches", "none");
    assert_days(f, "offers-appear", "none");
    assert_days(f, "learn-pay-models", "2026-09-30");
    assert_days(f, "training-end", "2027-06-30");
    assert_days(f, "no-lane", "none");
    assert_days(f, "lane-decided", "2026-01-01");
    /* Met on the day of the second review: the first is the one that was missed. */
    plan_on(f, "2026-09-30", "2026-09-30");
    assert_days(f, "tier-review-18", "2025-12-30");
    plan_on(f, "2026-10-01", "2026-10-01");
    assert_days(f, "tier-review-18", "none");
    assert_days(f, "tier-review-9", "2026-09-30");
}

/* Training over since yesterday: its milestones are no longer caught up on; the first two years as
 * an attending lie ahead. On its last day they still are. */
static void training_over(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    plan_on(f, "2027-07-01", "2027-07-01");
    assert_days(f, "learn-pay-models", "none");
    assert_days(f, "tier-review-9", "none");
    assert_days(f, "training-end", "none");
    assert_days(f, "lane-decided", "none");
    assert_days(f, "attending-start", "2027-08-02");
    assert_days(f, "prove-day-90", "2027-10-31");
    assert_int_equal(fake_count(f, "monthly-"), 0);
    plan_on(f, "2027-06-30", "2027-06-30");
    assert_days(f, "learn-pay-models", "2026-09-30");
    assert_days(f, "training-end", "2027-06-30");
    /* A year into the job, the day of month 12 and the day after: of the reviews only the last that
     * was missed. */
    plan_on(f, "2028-08-02", "2028-08-02");
    assert_days(f, "prove-day-90", "2027-10-31");
    assert_days(f, "prove-month-12", "2028-08-02");
    plan_on(f, "2028-08-03", "2028-08-03");
    assert_days(f, "prove-day-90", "none");
    assert_days(f, "prove-month-12", "2028-08-02");
    assert_days(f, "prove-month-18", "2029-02-02");
}

/* A year between residency and fellowship: internal medicine to 2025-06-30, gastroenterology from
 * 2026-07-01 to 2029-06-30. PGY-4 and 5 are its first two years; contacts fall into them, not into
 * the year between. */
static void a_gap(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2022-07-01\n[fellowship]\ntype "
                "= gastroenterology\nstart = 2026-07-01\n");
    plan_on(f, "2022-07-01", "2022-07-01");
    assert_days(f, "residency-end", "2025-06-30");
    assert_days(f, "between", "2025-07-01..2026-06-30");
    assert_days(f, "fellowship-start", "2026-07-01");
    assert_days(f, "phase-niche", "2024-07-01..2027-06-30");
    assert_days(f, "phase-soft", "2026-07-01..2028-06-30");
    assert_days(f, "phase-interviews", "2026-07-01..2028-01-01");
    assert_days(f, "late-recon", "2028-01-01");
    assert_days(f, "lane-review@pgy4", "2026-10-01");
}

/* Without a gap there is no window between. */
static void no_gap(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\ntype "
                "= cardiology\n");
    plan_on(f, "2026-11-22", "2024-07-01");
    assert_days(f, "between", "none");
    assert_days(f, "fellowship-start", "2027-07-01");
}

/* Leave of ten weeks ends the training on 2027-09-10: G moves, years of PGY do not. G - 18 mo =
 * 2026-03-10. */
static void leave_taken(void **state)
{
    struct fake *f = *state;
    fake_ini(f,
             "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nend = 2027-09-10\n");
    plan_on(f, "2026-11-22", "2024-07-01");
    assert_days(f, "phase-hireable", "2026-03-10..2027-09-10");
    assert_days(f, "phase-learn", "2024-07-01..2025-06-30");
    assert_days(f, "phase-recon", "2026-04-01..2026-09-30");
    /* October 1 of the year before: that of AY 2027 leaves twenty days less than none. */
    assert_days(f, "offers-appear", "2026-10-01");
}

/* Off cycle: October 1 of the academic year of the last day, if three months are left after it;
 * else the one before. October 1, 2027 and three months are 2028-01-01. */
static void off_cycle_october(void **state)
{
    static const struct {
        const char *end, *october;
    } cases[] = {
        {"2027-06-30", "2026-10-01"}, {"2027-07-31", "2026-10-01"}, {"2027-10-14", "2026-10-01"},
        {"2027-12-31", "2026-10-01"}, {"2028-01-01", "2027-10-01"}, {"2028-02-14", "2027-10-01"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        char ini[160];
        snprintf(ini, sizeof ini,
                 "[training]\nspecialty = internal_medicine\nstart = 2024-10-15\nend = %s\n",
                 cases[i].end);
        fake_ini(f, ini);
        plan_on(f, "2024-10-15", "2024-10-15");
        assert_days(f, "training-end", cases[i].end);
        assert_days(f, "offers-appear", cases[i].october);
        fake_free(&f);
    }
}

/* From February 29: G = 2028-02-28, a day before the anniversary of the leap year. G - 18 mo =
 * 2026-08-28, G - 24 mo = 2026-02-28. */
static void leap_day(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = psychiatry\nstart = 2024-02-29\n");
    plan_on(f, "2026-11-22", "2024-02-29");
    assert_days(f, "training-end", "2028-02-28");
    assert_days(f, "phase-learn", "2024-02-29..2025-02-27");
    assert_days(f, "phase-hireable", "2026-08-28..2028-02-28");
    assert_days(f, "phase-visibility", "2026-02-28..2027-02-28");
    assert_days(f, "passive-niches", "2025-04-28");
}

/* ---- problems ---- */

static void problems(void **state)
{
    static const struct {
        const char *ini, *section, *key, *part;
        uint32_t severity;
    } cases[] = {
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nend = 2024-07-01\n",
         "training", "end", "on 2024-07-01 before it starts, 2024-07-01", PGYD_CRITICAL},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nlength = 0d\n", "training",
         "length", "end before it starts, 2024-07-01", PGYD_CRITICAL},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\ntype = "
         "cardiology\nstart = 2027-06-30\n",
         "fellowship", "start", "on 2027-06-30, while residency lasts until 2027-06-30",
         PGYD_CRITICAL},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\ntype = "
         "cardiology\nend = 2027-07-01\n",
         "fellowship", "end", "on 2027-07-01 before it starts, 2027-07-01", PGYD_CRITICAL},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\npgy = 4\nas_of = "
         "2026-11-22\n",
         "training", "pgy", "PGY-4 is more than", PGYD_WARN},
        {"[training]\nspecialty = general_surgery\nstart = 2024-07-01\nresearch_years = 2\n",
         "training", "research_years", "taken to come last", PGYD_WARN},
        {"[training]\nspecialty = internal_medcine\nstart = 2024-07-01\n", "training", "specialty",
         "there is no specialty \"internal_medcine\"", PGYD_CRITICAL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, cases[i].ini);
        fake_ini(f, "[milestone:lease]\ntitle = Lease ends\nwhen = 2027-06-15\n");
        fake_check(f);
        if (fake_problems(f, cases[i].severity, cases[i].section, "", cases[i].key,
                          cases[i].part) != 1)
            fail_msg("not said: %s", cases[i].part);
        assert_int_equal(f->nproblems, 1);
        /* The rest is planned. */
        fake_plan(f);
        assert_days(f, "lease", "2027-06-15");
        fake_free(&f);
    }
    /* What pgyd says itself, an end before the start beside it, is not said again. */
    static const char *const said[] = {
        "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nend = 2024-06-30\n",
        "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\ntype = "
        "cardiology\n"
        "start = 2027-08-01\nend = 2027-07-31\n"};
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        struct fake *silent = fresh("2026-11-22");
        fake_ini(silent, said[i]);
        fake_check(silent);
        assert_int_equal(silent->nproblems, 0);
        fake_free(&silent);
    }
    /* The level that the training has is no problem. */
    struct fake *f = fresh("2026-11-22");
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\npgy = 3\nas_of = "
                "2026-11-22\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_free(&f);
}

/* ---- the niche ---- */

/* S2-08: the middle of residency. S2-05: where the list gives a year (orthopedics: PGY-3), no later
 * than its end, and in its words. Of five years from 2022-07-01 the middle, 2025-01-01, comes
 * before the end of PGY-3, 2025-06-30; of seven, 2026-01-01, after it. */
static void niche_by(void **state)
{
    static const struct {
        const char *ini, *days, *title;
    } cases[] = {
        {"specialty = orthopaedic_surgery\nstart = 2022-07-01\n", "2025-01-01",
         "Tell your program which niche you want"},
        {"specialty = orthopaedic_surgery\nstart = 2022-07-01\nlength = 7y\n", "2025-06-30",
         "Tell your program which niche you want"},
        {"specialty = neurosurgery\nstart = 2022-07-01\n", "2026-01-01", "Decide on your niche"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, "[training]\n");
        fake_ini(f, cases[i].ini);
        plan_on(f, "2026-11-22", "2022-07-01");
        assert_days(f, "lane-decided", cases[i].days);
        assert_string_equal(fake_item(f, "lane-decided")->title, cases[i].title);
        assert_int_equal(fake_item(f, "no-lane")->start, fake_day(cases[i].days) + 1);
        assert_int_equal(fake_has_ref(fake_item(f, "lane-decided"), "S2-05"), i < 2);
        assert_days(f, "lane-named", "none");
        fake_free(&f);
    }
}

/* ---- reports ---- */

/* `why` and the plan cannot disagree: for every planned item it names the very days, at least one
 * anchor or file, and a rule. */
static void why_agrees(void **state)
{
    static const char *const lives[] = {
        medicine, spine, "[training]\nspecialty = prelim_im\nstart = 2026-07-01\n",
        "[training]\nspecialty = general_surgery\nstart = 2023-07-01\nresearch_years = 1\npgy = "
        "4\nas_of = 2026-11-22\n"};
    (void)state;
    for (size_t life = 0; life < sizeof lives / sizeof lives[0]; life++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, lives[life]);
        fake_packs(f, NULL);
        fake_log(f, "2026-11-02", "offer", "valley", "received", NULL);
        fake_log(f, "2026-12-10", "offer", "valley", "accepted", NULL);
        fake_plan(f);
        assert_true(f->nitems > 4);
        for (size_t i = 0; i < f->nitems; i++) {
            const struct pgyd_item *item = &f->items[i];
            char id[200], dates[64], start[PGY_DAY_TEXT], end[PGY_DAY_TEXT];
            pgyd_day last = item->end == PGYD_NO_DAY ? item->start : item->end;
            snprintf(id, sizeof id, item->occurrence ? "milestones/%s@%s" : "%s", item->slug,
                     item->occurrence);
            if (last == item->start)
                snprintf(dates, sizeof dates, "Date: %s", pgy_civil_text(item->start, start));
            else
                snprintf(dates, sizeof dates, "Dates: %s to %s", pgy_civil_text(item->start, start),
                         pgy_civil_text(last, end));
            f->nargs = 0;
            fake_arg(f, "id", id);
            fake_report(f, "why");
            if (!says(f, dates) || !says(f, "Rule: ") || !says(f, "Where: "))
                fail_msg("why %s does not say %s with rule and place", id, dates);
        }
        fake_free(&f);
    }
}

static void why_silent(void **state)
{
    static const struct {
        const char *id, *says;
    } cases[] = {
        {"tier-review-9", "does not hold: years > 1 and not O.received < G - 9mo"},
        {"phase-levers", "[packs] off leaves it out"},
        {"lane-decided", "[goal] lane says which one it is"},
        {"post-sign", "no offer has been accepted"},
        {"phase-recn", "Nearest: phase-recon"},
        {"lane-review", "not one of those in lists/lanes.tsv"},
        {"tier-review-18", "tier-review-9 has taken its place"},
        {"", "Say which item"},
    };
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_ini(f, "[packs]\noff = phase-levers\n[goal]\nlane = hospitalist\n");
    fake_log(f, "2026-09-29", "offer", "mercy", "received", NULL);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        f->nargs = 0;
        fake_arg(f, "id", cases[i].id);
        fake_report(f, "why");
        if (!says(f, cases[i].says))
            fail_msg("why %s does not say: %s", cases[i].id, cases[i].says);
    }
}

static const struct pgyd_part *row_of(const struct fake *f, const char *slug)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type == PGYD_TABLE_ROW && strcmp(f->parts[i].cells[0], slug) == 0)
            return &f->parts[i];
    }
    return NULL;
}

/* S2-64: R - 30 mo. R = 2027-06-30: 2024-12-30. First run up to R - 12 mo = 2026-06-30 catches up,
 * a day later it is too late. Nothing with a fellowship, in a year that is shorter, in a
 * preliminary year; nothing of another field's table without its list. */
static void fellowship_question(void **state)
{
    static const char id[] = "fellowship-question";
    static const struct {
        const char *ini, *started, *days;
    } cases[] = {
        {medicine, "2022-07-01", "2024-12-30"},
        {medicine, "2026-06-30", "2024-12-30"},
        {medicine, "2026-07-01", "none"},
        {spine, "2022-07-01", "none"},
        {"[training]\nspecialty = internal_medicine\nstart = 2025-07-01\nlength = 31mo\n",
         "2022-07-01", "2025-07-31"},
        {"[training]\nspecialty = internal_medicine\nstart = 2025-07-01\nlength = 30mo\n",
         "2022-07-01", "none"},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[packs]\noff = "
         "fellowship-question\n",
         "2022-07-01", "none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, cases[i].ini);
        plan_on(f, "2026-11-22", cases[i].started);
        if (strcmp(fake_days(f, id), cases[i].days) != 0)
            fail_msg("%zu: %s, expected %s", i, fake_days(f, id), cases[i].days);
        if (i == 0) /* in PGY-1 (S2-60): the host's table rings nothing that is useful */
            assert_int_equal(fake_item(f, id)->stakes + fake_item(f, id)->nsteps, PGYD_USEFUL);
        fake_free(&f);
    }
    struct fake *f = fresh("2026-11-22");
    fake_ini(f, "[training]\nspecialty = anesthesiology\nstart = 2023-07-01\n");
    plan_on(f, "2024-12-30", "2023-07-01");
    const struct pgyd_item *item = fake_item(f, id);
    assert_non_null(strstr(item->detail, "cardiac anesthesia, pain, critical care (article 002)"));
    assert_true(fake_has_ref(item, "S2-63") && fake_has_ref(item, "S2-64"));
    fake_forget_files(f);
    fake_list(f, "notes.tsv");
    fake_packs(f, "monthly.ini");
    fake_packs(f, "phases.ini");
    fake_ini(f, "[training]\nlength = 4y\n");
    fake_plan(f);
    item = fake_item(f, id);
    assert_null(strstr(item->detail, "article 002"));
    assert_false(fake_has_ref(item, "S2-63"));
    fake_free(&f);
}

/* phase-interviews lasts from 2026-06-30 to 2026-12-30: the day before, its days, its last, the day
 * after. */
static void timeline_states(void **state)
{
    static const struct {
        const char *today, *state;
    } cases[] = {
        {"2026-06-29", "not open, in 1 day"},
        {"2026-06-30", "open, 183 days left"},
        {"2026-12-30", "open, 0 days left"},
        {"2026-12-31", "closed, 1 day ago"},
    };
    struct fake *f = *state;
    fake_ini(f, medicine);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        f->host.today = fake_day(cases[i].today);
        fake_report(f, "timeline");
        const struct pgyd_part *row = row_of(f, "phase-interviews");
        assert_non_null(row);
        assert_string_equal(row->cells[3], cases[i].state);
    }
    size_t bands = 0;
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type != PGYD_BAND)
            continue;
        bands++;
        if (strcmp(f->parts[i].text, "PGY-2") == 0) {
            assert_int_equal((pgyd_day)f->parts[i].nums[0], fake_day("2025-07-01"));
            assert_int_equal((pgyd_day)f->parts[i].nums[1], fake_day("2026-06-30"));
        }
    }
    /* Three years, today, the eleven phases and the last year; no day is one. */
    assert_int_equal(bands, 3 + 1 + 11 + 1);
}

/* ---- whose an id is ---- */

static bool seen_before(const struct fake *f, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (strcmp(f->items[i].slug, f->items[at].slug) == 0)
            return true;
    }
    return false;
}

/* What the rules plan in C nobody else may: every id of it is the table's (rules.c). */
static void taken(void **state)
{
    static const char *const lives[] = {medicine, spine};
    (void)state;
    for (size_t i = 0; i < sizeof lives / sizeof lives[0]; i++) {
        struct fake *f = fresh("2026-11-22"), *own = fresh("2026-11-22");
        fake_ini(f, lives[i]);
        fake_ini(f, "[packs]\nskip = monthly, phases\n");
        fake_ini(own, lives[i]);
        fake_log(f, "2026-11-02", "offer", "mercy", "received", NULL);
        fake_log(f, "2026-11-09", "offer", "mercy", "contract-received", NULL);
        fake_log(f, "2026-11-16", "offer", "mercy", "accepted", NULL);
        plan_on(f, "2026-11-22", "2022-07-01");
        assert_non_null(fake_item(f, "post-sign"));
        assert_non_null(fake_item(f, "lane-decided"));
        for (size_t k = 0; k < f->nitems; k++) {
            char section[200];
            snprintf(section, sizeof section, "[milestone:%s]\ntitle = x\nwhen = 2027-01-01\n",
                     f->items[k].slug);
            if (!seen_before(f, k))
                fake_ini(own, section);
        }
        fake_check(own);
        for (size_t k = 0; k < f->nitems; k++) {
            const char *slug = f->items[k].slug;
            if (fake_problems(own, PGYD_CRITICAL, "milestone", slug, NULL, "plans a milestone") !=
                1)
                fail_msg("%s is planned by a rule, and may be planned by others", slug);
        }
        fake_free(&own);
        fake_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(comparing),       CASE(signing),           CASE(months),     CASE(quiet_intern_year),
        CASE(last_month),      CASE(training_over),     CASE(a_gap),      CASE(no_gap),
        CASE(leave_taken),     CASE(off_cycle_october), CASE(leap_day),   CASE(problems),
        CASE(niche_by),        CASE(why_agrees),        CASE(why_silent), CASE(fellowship_question),
        CASE(timeline_states), cmocka_unit_test(taken),
    };
    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
