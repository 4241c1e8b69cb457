/* SPDX-License-Identifier: BSD-2-Clause */
/* The shipped packs for those whom a July start does not fit: off cycle, at work already, late with
 * pgyd. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* A person on a first day of pgyd, with one pack; freed by the caller. */
static struct fake *person(const char *started, const char *pack, const char *ini)
{
    struct fake *f = fresh(started);
    fake_packs(f, pack);
    fake_ini(f, ini);
    fake_plan(f);
    return f;
}

/* ---- examinations ---- */

/* Examinations of etc/packs/ite.ini: the first whose last day lies in the PGY year, from the day of
 * START alone. Where that day moves, its earliest is what counts: it is still in, the day after is
 * not. */
static void in_training(void **state)
{
    static const struct {
        const char *specialty, *start, *id, *days;
    } cases[] = {
        {"internal_medicine", "2024-07-01", "ite-im@pgy-1", "2024-08-15..2024-09-04"},
        {"internal_medicine", "2024-09-04", "ite-im@pgy-1", "2024-08-15..2024-09-04"},
        {"internal_medicine", "2024-09-05", "ite-im@pgy-1", "2025-08-21..2025-09-10"},
        {"internal_medicine", "2024-01-15", "ite-im@pgy-1", "2024-08-15..2024-09-04"},
        {"family_medicine", "2026-07-01", "ite-fm@pgy-3", "2028-10-18..2028-10-27"},
        {"family_medicine", "2026-10-24", "ite-fm@pgy-1", "2026-10-21..2026-10-30"},
        {"family_medicine", "2026-10-25", "ite-fm@pgy-1", "2027-10-20..2027-10-29"},
        {"general_surgery", "2024-07-01", "absite@pgy-1", "2025-01-31..2025-02-04"},
        {"general_surgery", "2024-01-29", "absite@pgy-1", "2024-01-26..2024-01-30"},
        {"general_surgery", "2024-01-30", "absite@pgy-1", "2025-01-31..2025-02-04"},
        {"orthopaedic_surgery", "2023-07-01", "oite@pgy-4", "2026-11-06..2026-11-15"},
        {"orthopaedic_surgery", "2023-11-10", "oite@pgy-1", "2023-11-03..2023-11-12"},
        {"orthopaedic_surgery", "2023-11-11", "oite@pgy-1", "2024-11-01..2024-11-10"},
        {"psychiatry", "2023-10-15", "prite@pgy-1", "2023-10-01..2023-10-15"},
        {"psychiatry", "2023-10-16", "prite@pgy-1", "2024-10-01..2024-10-15"},
        {"neurology", "2024-07-01", "rite@pgy-2", "2026-01-01..2026-01-31"},
        {"neurology", "2024-01-31", "rite@pgy-2", "2025-01-01..2025-01-31"},
        {"neurology", "2024-02-01", "rite@pgy-2", "2026-01-01..2026-01-31"},
        {"emergency_medicine\nlength = 3y", "2024-07-01", "ite-em@pgy-3", "2027-02-23..2027-02-27"},
        {"emergency_medicine\nlength = 3y", "2024-02-26", "ite-em@pgy-1", "2024-02-27..2024-03-02"},
        {"emergency_medicine\nlength = 3y", "2024-02-27", "ite-em@pgy-1", "2025-02-25..2025-03-01"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char ini[160];
        snprintf(ini, sizeof ini, "[training]\nspecialty = %s\nstart = %s\n", cases[i].specialty,
                 cases[i].start);
        struct fake *f = person("2020-01-01", "ite.ini", ini);
        assert_days(f, cases[i].id, cases[i].days);
        fake_free(&f);
    }
}

/* Leave makes the last year longer; it makes no PGY-5. */
static void no_fifth_year(void **state)
{
    (void)state;
    struct fake *f =
        person("2020-01-01", "ite.ini",
               "[training]\nspecialty = psychiatry\nstart = 2023-09-15\nend = 2027-12-31\n");
    assert_int_equal(fake_count(f, "prite"), 4);
    assert_days(f, "prite@pgy-4", "2026-10-01..2026-10-15");
    fake_free(&f);
}

/* The first exam that training allows. ABIM: complete by August 31; ABEM: by October 31 in the same
 * year (etc/packs/boards.ini). */
static void boards(void **state)
{
    static const struct {
        const char *specialty, *end, *id, *days;
    } cases[] = {
        {"internal_medicine", "2027-08-31", "abim-registration", "2026-12-01..2027-04-15"},
        {"internal_medicine", "2027-08-31", "abim-exam", "2027-08-01..2027-08-31"},
        {"internal_medicine", "2027-09-01", "abim-registration", "2027-12-01..2028-04-15"},
        {"internal_medicine", "2027-09-01", "abim-registration-late", "2028-04-16..2028-04-28"},
        {"internal_medicine", "2027-12-31", "abim-exam", "2028-08-01..2028-08-31"},
        {"emergency_medicine", "2027-06-30", "abem-apply", "2027-04-15..2027-09-05"},
        {"emergency_medicine", "2027-10-31", "abem-apply", "2027-04-15..2027-09-05"},
        {"emergency_medicine", "2027-11-01", "abem-apply", "2028-04-15..2028-09-05"},
        {"psychiatry", "2027-06-30", "abpn-lookup", "2026-11-01..2027-08-01"},
        {"psychiatry", "2027-12-31", "abpn-lookup", "2027-11-01..2028-08-01"},
        /* the second Tuesday: October 1 is a Friday in 2027, a Sunday in 2028 */
        {"pediatrics", "2027-06-30", "abp-exam", "2027-10-12..2027-10-14"},
        {"pediatrics", "2027-12-31", "abp-exam", "2028-10-10..2028-10-12"},
        {"general_surgery", "2027-06-30", "abs-qualifying", "2027-07-01..2027-07-31"},
        {"general_surgery", "2027-12-31", "abs-qualifying", "2028-07-01..2028-07-31"},
        {"ob_gyn", "2027-09-30", "abog-qualifying", "2027-07-01..2027-07-31"},
        {"ob_gyn", "2027-12-31", "abog-qualifying", "2028-07-01..2028-07-31"},
        {"family_medicine", "2027-06-30", "abfm-exam", "2027-04-01..2027-04-30"},
        {"family_medicine", "2027-10-31", "abfm-exam", "2027-04-01..2027-04-30"},
        /* ABFM: who ends in November or December sits in November, before the end */
        {"family_medicine", "2027-11-01", "abfm-registration-late", "2027-08-20..2027-09-15"},
        {"family_medicine", "2027-12-31", "abfm-exam", "2027-11-08..2027-11-21"},
        {"family_medicine", "2028-01-01", "abfm-exam", "2028-04-01..2028-04-30"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char ini[160];
        snprintf(ini, sizeof ini, "[training]\nspecialty = %s\nstart = 2024-07-01\nend = %s\n",
                 cases[i].specialty, cases[i].end);
        struct fake *f = person("2020-01-01", "boards.ini", ini);
        assert_days(f, cases[i].id, cases[i].days);
        fake_free(&f);
    }
    struct fake *f =
        person("2020-01-01", "boards.ini",
               "[training]\nspecialty = internal_medicine\nstart = 2020-07-01\n"
               "[fellowship]\ntype = cardiology\nstart = 2024-01-01\nend = 2026-12-31\n");
    assert_days(f, "abim-sub-registration", "2026-12-01..2027-06-15");
    assert_days(f, "abim-sub-exam", "2027-10-01..2027-11-30");
    fake_free(&f);
}

/* Three days of one examination, PGY-1 from 2024-07-01: who begins after all of them is asked for
 * the examination alone. */
static void step_three_once(void **state)
{
    static const char ini[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";
    static const struct {
        const char *started, *sit, *score;
    } cases[] = {{"2024-12-31", "2024-12-31", "2026-03-01"},
                 {"2025-01-01", "none", "2026-03-01"},
                 {"2026-03-01", "none", "2026-03-01"},
                 {"2026-03-02", "none", "none"},
                 {"2026-11-22", "none", "none"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = person(cases[i].started, "boards.ini", ini);
        assert_days(f, "step3-sit", cases[i].sit);
        assert_days(f, "step3-latest", "2026-01-01");
        assert_days(f, "step3-score", cases[i].score);
        fake_free(&f);
    }
}

/* ---- fellowships ---- */

/* etc/packs/matches.ini: letters three months before applications can be sent, until they can; the
 * December cycle for July 2027 sends on 2025-11-12, 21 days before 2025-12-03. Deciding comes
 * before applications: two years before the start in the July cycle, three in the SF Match, which
 * opens two years before. */
static void applying(void **state)
{
    (void)state;
    struct fake *f = person("2024-07-01", "matches.ini",
                            "[training]\nspecialty = internal_medicine\nstart = "
                            "2024-07-01\n[fellowship]\ntype = gastroenterology\n");
    assert_days(f, "fellowship-letters", "2026-04-01..2026-07-01");
    /* closed on the first run: nothing to do about it */
    assert_int_equal(fake_item(f, "fellowship-letters")->kind, PGYD_WINDOW);
    assert_days(f, "fellowship-letters-december", "none");
    assert_days(f, "fellowship-decide", "2025-07-01..2026-07-01");
    assert_days(f, "fellowship-decide-early", "none");
    fake_ini(f, "[fellowship]\nservice = eras_december\n");
    fake_plan(f);
    assert_days(f, "fellowship-letters", "none");
    assert_days(f, "fellowship-letters-december", "2025-08-12..2025-11-12");
    assert_days(f, "eras-december-submit", "2025-11-12");
    fake_free(&f);
    f = person("2023-07-01", "matches.ini",
               "[training]\nspecialty = orthopaedic_surgery\nstart = "
               "2023-07-01\n[fellowship]\ntype = spine\nstart = 2028-08-01\n");
    assert_days(f, "fellowship-decide", "none");
    assert_days(f, "fellowship-decide-early", "2025-08-01..2026-08-01");
    assert_days(f, "sf-opens", "2026-08-03..2026-09-09");
    fake_free(&f);
}

/* ---- work ---- */

/* Where the license takes long the month to collect papers is another, and closes on the last safe
 * day. S = 2029-08-06: 120 + 180 days before is 2028-10-10, 120 + 240 is 60 days earlier,
 * 2028-08-11. Ohio, 120 + 84: the 218th day less 204 is January 14. */
static void slow_states(void **state)
{
    static const struct {
        const char *state, *papers, *apply;
    } slow[] = {{"CA", "2028-09-10..2028-10-10", "2028-10-10"},
                {"IL", "2028-07-11..2028-08-11", "2028-08-11"},
                {"TX", "2028-09-10..2028-10-10", "2028-10-10"}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        char ini[120];
        snprintf(
            ini, sizeof ini,
            "[training]\nspecialty = family_medicine\nstart = 2026-07-01\n[goal]\nstate = %s\n",
            slow[i].state);
        struct fake *f = person("2026-11-22", "license.ini", ini);
        assert_days(f, "license-apply", "none");
        assert_days(f, "license-apply-slow", slow[i].papers);
        assert_days(f, "practice-license", slow[i].apply);
        fake_free(&f);
    }
    struct fake *f =
        person("2026-11-22", "license.ini",
               "[training]\nspecialty = family_medicine\nstart = 2026-07-01\n[goal]\nstate = OH\n");
    assert_days(f, "license-apply", "2028-12-14..2029-01-14");
    assert_days(f, "license-apply-slow", "none");
    fake_free(&f);
}

/* etc/packs/jobsearch.ini for the end of an academic year; off cycle the days keep their distance
 * to the end. */
static void secured(void **state)
{
    static const struct {
        const char *end, *primary, *other;
    } cases[] = {{"2027-06-30", "2027-01-31..2027-02-28", "2026-12-31"},
                 {"2027-07-31", "2027-01-31..2027-02-28", "2026-12-31"},
                 {"2027-12-31", "2027-06-30..2027-07-31", "2027-05-31"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char ini[120];
        snprintf(ini, sizeof ini,
                 "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nend = %s\n",
                 cases[i].end);
        struct fake *f = person("2024-07-01", "jobsearch.ini", ini);
        assert_days(f, "job-secured-primary", cases[i].primary);
        fake_ini(f, "[goal]\ncategory = hospital_based\n");
        fake_plan(f);
        assert_days(f, "job-secured", cases[i].other);
        fake_free(&f);
    }
    /* A visa of another kind has no day of its own: the general one holds. */
    struct fake *f =
        person("2024-07-01", "jobsearch.ini",
               "[training]\nspecialty = psychiatry\nstart = 2023-07-01\n[visa]\ntype = other\n");
    assert_days(f, "job-secured", "2026-12-31");
    assert_days(f, "job-secured-visa", "none");
    fake_ini(f, "[visa]\ntype = h1b\n");
    fake_plan(f);
    assert_days(f, "job-secured", "none");
    assert_days(f, "job-secured-visa", "2026-10-01");
    fake_free(&f);
}

/* S = 2025-09-02. Who first runs pgyd on that day or later works: what led there is not caught up
 * on, what follows from the contract stays. The day before, all of it is. */
static void at_work(void **state)
{
    static const char ini[] =
        "[training]\nspecialty = internal_medicine\nstart = 2022-07-01\n[goal]\nstart_date = "
        "2025-09-02\ncategory = hospital_based\n"
        "[visa]\ntype = j1\n[contract]\nsigned = 2025-02-01\nterm_months = 36\nnotice_days = 90\n"
        "[milestone:own]\ntitle = Own\nwhen = 2025-01-01\n";
    static const char *const led[] = {
        "step3-latest", "attorney-contact", "npi-caqh",     "dea-registration", "conrad-ready",
        "waiver-h1b",   "practice-license", "practice-dea", "waiver-state",     "post-sign-papers"};
    (void)state;
    struct fake *before = person("2025-09-01", NULL, ini), *after = person("2025-09-02", NULL, ini);
    for (size_t i = 0; i < sizeof led / sizeof led[0]; i++) {
        if (!fake_item(before, led[i]))
            fail_msg("%s is missing the day before", led[i]);
        assert_days(after, led[i], "none");
    }
    assert_days(after, "own", "2025-01-01");
    assert_days(after, "contract-term-ends", "2028-09-01");
    assert_days(after, "non-renewal-notice", "2028-06-03");
    assert_days(after, "waiver-service", "2025-09-02..2028-09-01");
    fake_free(&before);
    fake_free(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_training), cmocka_unit_test(no_fifth_year),
        cmocka_unit_test(boards),      cmocka_unit_test(step_three_once),
        cmocka_unit_test(applying),    cmocka_unit_test(slow_states),
        cmocka_unit_test(secured),     cmocka_unit_test(at_work),
    };
    return cmocka_run_group_tests_name("offcycle", tests, NULL, NULL);
}
