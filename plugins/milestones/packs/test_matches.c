/* SPDX-License-Identifier: BSD-2-Clause */
/* etc/packs/matches.ini against days that ERAS, NRMP and SF Match published; which match a
 * fellowship is in; the hour of a milestone. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include "plugins/common/specialty.h"

#include <stdio.h>

static struct fake *applicant(const char *specialty, const char *start, const char *fellowship)
{
    struct fake *f = fresh("2012-01-01");
    char ini[240];
    fake_packs(f, "matches.ini");
    snprintf(ini, sizeof ini, "[training]\nspecialty = %s\nstart = %s\n%s%s\n", specialty, start,
             fellowship[0] ? "[fellowship]\ntype = " : "", fellowship);
    fake_ini(f, ini);
    fake_plan(f);
    return f;
}

struct row {
    const char *specialty, *start, *fellowship, *id, *days;
};

static void assert_rows(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct fake *f = applicant(rows[i].specialty, rows[i].start, rows[i].fellowship);
        assert_days(f, rows[i].id, rows[i].days);
        fake_free(&f);
    }
}
#define ROWS(rows) assert_rows(rows, sizeof rows / sizeof rows[0])

/* Internal medicine from 2020, 2022 and 2023: fellowships from July of 2023, 2025 and 2026. */
static void published(void **state)
{
    static const char im[] = "internal_medicine", gi[] = "gastroenterology";
    static const struct row rows[] = {
        /* ACAAM, NRMP match, 2022; AAP News, pediatric match, 2022 */
        {im, "2020-07-01", gi, "nrmp-registration", "2022-08-24..2022-09-28"},
        {im, "2020-07-01", gi, "nrmp-ranking", "2022-09-28"},
        {im, "2020-07-01", gi, "nrmp-rank-list", "2022-11-16"},
        {im, "2020-07-01", gi, "nrmp-match-day", "2022-11-30"},
        /* APCCMPD, recruitment timeline, 2024 */
        {im, "2022-07-01", gi, "nrmp-registration", "2024-08-21..2024-09-25"},
        {im, "2022-07-01", gi, "nrmp-rank-list", "2024-11-20"},
        {im, "2022-07-01", gi, "nrmp-match-day", "2024-12-04"},
        /* NRMP by PR Newswire, 2025-12-03 */
        {im, "2023-07-01", gi, "nrmp-match-day", "2025-12-03"},
        {"pediatrics", "2020-07-01", "neonatology", "nrmp-match-day", "2022-11-30"},
        {"pediatrics", "2023-07-01", "neonatology", "nrmp-match-day", "2025-12-03"},
        /* Thanksgiving 2028 is November 23 */
        {im, "2026-07-01", gi, "nrmp-match-day", "2028-11-29"},
        /* AAMC, ERAS timeline, 2026 season */
        {im, "2023-07-01", gi, "eras-season", "2025-06-04"},
        {im, "2023-07-01", gi, "eras-submit", "2025-07-02"},
        {im, "2023-07-01", gi, "eras-review", "2025-07-16"},
        {im, "2023-07-01", gi, "eras-closes", "2026-05-31"},
        /* EFDO, application cycles, 2024: 2024-11-13 and 12-04 for July 2026; AAMC: 2025-11-12 and
         * 12-03 for July 2027, the season from 2025-06-04 to 2026-05-31. Anesthesiology takes four
         * years. */
        {"anesthesiology", "2022-07-01", "pain", "eras-december-submit", "2024-11-13"},
        {"anesthesiology", "2022-07-01", "pain", "eras-december-review", "2024-12-04"},
        {"anesthesiology", "2023-07-01", "pain", "eras-december-submit", "2025-11-12"},
        {"anesthesiology", "2023-07-01", "pain", "eras-december-review", "2025-12-03"},
        {"anesthesiology", "2023-07-01", "pain", "eras-season", "2025-06-04"},
        {"anesthesiology", "2023-07-01", "pain", "eras-closes", "2026-05-31"},
        /* Duke MFM, 2026: applications April 27 for 2027-08-01; SMFM, 2023: May 1 for 2024 */
        {"ob_gyn", "2023-07-01", "mfm\nstart = 2027-08-01", "mfm-apply", "2026-04-27"},
        {"ob_gyn", "2020-07-01", "mfm\nstart = 2024-08-01", "mfm-apply", "2023-05-01"},
        {"ob_gyn", "2023-07-01", "mfm\nstart = 2027-08-01", "eras-december-review", "2025-12-03"},
    };
    (void)state;
    ROWS(rows);
}

/* A preliminary year: lists as NRMP printed them, 2023, 2024 and 2026; registration 2023-09-15
 * (Maryland, application manual) and 2024-09-16 (NRMP Illuminator, September 2024); SOAP 2026; ERAS
 * read 2025-09-24 (AAMC). */
static void main_match(void **state)
{
    static const struct row rows[] = {
        {"prelim_im", "2022-07-01", "", "main-rank-list", "2023-03-01"},
        {"prelim_im", "2023-07-01", "", "main-rank-list", "2024-02-28"},
        {"prelim_im", "2025-07-01", "", "main-rank-list", "2026-03-04"},
        {"prelim_im", "2026-07-01", "", "main-rank-list", "2027-03-03"},
        {"prelim_im", "2023-07-01", "", "main-registration", "2023-09-15..2024-02-28"},
        {"prelim_im", "2024-07-01", "", "main-registration", "2024-09-16..2025-03-05"},
        {"prelim_im", "2025-07-01", "", "main-soap", "2026-03-16..2026-03-19"},
        {"prelim_im", "2025-07-01", "", "main-eras-review", "2025-09-24"},
        {"internal_medicine", "2025-07-01", "", "main-rank-list", "none"},
    };
    (void)state;
    ROWS(rows);
}

/* What has an hour has it on its day: noon and 9 am Pacific, 9 pm Eastern. */
static void hours(void **state)
{
    (void)state;
    struct fake *f = applicant("orthopaedic_surgery", "2020-07-01", "spine\nstart = 2025-08-01");
    const struct pgyd_item *list = fake_item(f, "sf-rank-list"),
                           *day = fake_item(f, "sf-match-day");
    assert_int_equal(list->start_minute, 12 * 60);
    assert_string_equal(list->zone, "America/Los_Angeles");
    assert_int_equal(day->start_minute, 9 * 60);
    fake_free(&f);
    f = applicant("prelim_im", "2025-07-01", "");
    list = fake_item(f, "main-rank-list");
    assert_int_equal(list->start_minute, 21 * 60);
    assert_string_equal(list->zone, "America/New_York");
    fake_free(&f);
}

/* A deadline is there for who begins with pgyd the day before it and on it, and over the day after:
 * nobody can catch up on it. */
static void last_days(void **state)
{
    static const char gi[] = "[training]\nspecialty = internal_medicine\nstart = 2022-07-01\n"
                             "[fellowship]\ntype = gastroenterology\n",
                      spine[] = "[training]\nspecialty = orthopaedic_surgery\nstart = 2020-07-01\n"
                                "[fellowship]\ntype = spine\nstart = 2026-08-01\n",
                      pain[] = "[training]\nspecialty = anesthesiology\nstart = 2023-07-01\n"
                               "[fellowship]\ntype = pain\n",
                      prelim[] = "[training]\nspecialty = prelim_im\nstart = 2025-07-01\n";
    static const struct {
        const char *ini, *id, *before, *on, *after;
        uint16_t stakes;
    } rows[] = {
        /* APCCMPD, 2024; AAMC, ERAS timeline, 2026 season and 2024; AOFAS, 2023; NRMP, 2026 */
        {gi, "nrmp-rank-list", "2024-11-19", "2024-11-20", "2024-11-21", PGYD_FATAL},
        {gi, "eras-review", "2024-07-16", "2024-07-17", "2024-07-18", PGYD_COSTLY},
        {spine, "sf-rank-list", "2025-04-07", "2025-04-08", "2025-04-09", PGYD_FATAL},
        {pain, "eras-december-review", "2025-12-02", "2025-12-03", "2025-12-04", PGYD_COSTLY},
        {prelim, "main-rank-list", "2026-03-03", "2026-03-04", "2026-03-05", PGYD_FATAL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *const today[] = {rows[i].before, rows[i].on, rows[i].after};
        for (size_t k = 0; k < 3; k++) {
            struct fake *f = fresh(today[k]);
            fake_packs(f, "matches.ini");
            fake_ini(f, rows[i].ini);
            fake_plan(f);
            assert_days(f, rows[i].id, k < 2 ? rows[i].on : "none");
            if (k < 2) {
                assert_int_equal(fake_item(f, rows[i].id)->kind, PGYD_DEADLINE);
                assert_int_equal(fake_item(f, rows[i].id)->stakes, rows[i].stakes);
            }
            fake_free(&f);
        }
    }
}

/* ---- whose match it is ---- */

static void membership(void **state)
{
    static const char start[] = "2023-07-01";
    static const struct row rows[] = {
        /* primary care sports medicine: NRMP, no SF Match (AMSSM) */
        {"family_medicine", start, "sports", "sf-rank-list", "none"},
        {"family_medicine", start, "sports", "sf-opens", "none"},
        {"family_medicine", start, "sports", "eras-review", "2025-07-16"},
        {"family_medicine", start, "sports", "nrmp-rank-list", "none"},
        {"orthopaedic_surgery", start, "sports", "sf-rank-list", "2027-04-13"},
        /* after no residency that the list knows it after */
        {"family_medicine", start, "spine", "sf-rank-list", "none"},
        /* other SF Matches have other days */
        {"general_surgery", start, "transplant", "sf-rank-list", "none"},
        {"general_surgery", start, "transplant", "match-dates", "2027-01-13..2027-02-07"},
        {"anesthesiology", start, "paediatric_anesthesia", "sf-rank-list", "none"},
        /* addiction psychiatry has its own way, addiction medicine is in the medicine match */
        {"psychiatry", start, "addiction", "nrmp-rank-list", "none"},
        {"family_medicine", start, "addiction", "nrmp-rank-list", "2025-11-19"},
        {"psychiatry", start, "forensic", "nrmp-rank-list", "none"},
        {"orthopaedic_surgery", start, "hand", "hand-match", "2027-05-01..2027-05-31"},
        {"orthopaedic_surgery", start, "hand", "hand-apply", "2026-10-15..2026-11-15"},
        {"internal_medicine", start, "hospital_medicine", "match-dates", "none"},
    };
    (void)state;
    ROWS(rows);
}

/* One season seen: a reminder over the days it had, never a deadline. Forensic: U Michigan, 2025;
 * sports: NRMP, 2021; emergency: NRMP, 2025; vascular and thoracic: TSDA, 2018; MFM: SMFM, 2022;
 * surgical oncology: SSO, 2018; epilepsy: AES, 2024; transplant: ASTS, 2024; pediatric anesthesia:
 * PAPDA, 2025. Psychiatry: 14 days before 2025-01-08; radiology: before the earlier of its
 * Wednesdays, 2025-06-11; pediatric surgery: before 2020-05-13 (Iowa); toxicology: before the
 * second Wednesday of November, 2025-11-12. */
static void expected(void **state)
{
    static const struct row rows[] = {
        {"psychiatry", "2022-07-01", "forensic", "match-dates", "2025-08-01..2025-10-08"},
        {"psychiatry", "2021-07-01", "child_psychiatry", "match-dates", "2024-10-01..2024-12-25"},
        {"family_medicine", "2019-07-01", "sports", "match-dates", "2021-10-06..2021-12-15"},
        {"emergency_medicine\nlength = 3y", "2023-07-01", "ems", "match-dates",
         "2025-08-14..2025-10-16"},
        {"emergency_medicine\nlength = 3y", "2023-07-01", "toxicology", "match-dates",
         "2025-08-01..2025-10-29"},
        {"diagnostic_radiology", "2021-07-01", "msk_imaging", "match-dates",
         "2025-03-01..2025-05-28"},
        {"general_surgery", "2014-07-01", "vascular", "match-dates", "2018-01-24..2018-05-02"},
        {"general_surgery", "2014-07-01", "surgical_oncology\nstart = 2019-08-01", "match-dates",
         "2018-03-01..2018-05-30"},
        {"general_surgery", "2016-07-01", "paediatric_surgery\nstart = 2021-08-01", "match-dates",
         "2020-02-01..2020-04-29"},
        {"ob_gyn", "2019-07-01", "mfm\nstart = 2023-08-01", "match-dates",
         "2022-06-15..2022-09-14"},
        {"neurology", "2021-07-01", "epilepsy", "match-dates", "2024-02-14..2024-04-17"},
        {"general_surgery", "2020-07-01", "transplant", "match-dates", "2024-01-10..2024-02-07"},
        {"anesthesiology", "2022-07-01", "paediatric_anesthesia", "match-dates",
         "2025-01-06..2025-06-10"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fake *f = applicant(rows[i].specialty, rows[i].start, rows[i].fellowship);
        const struct pgyd_item *item = fake_item(f, rows[i].id);
        if (!item)
            fail_msg("%s: no reminder", rows[i].fellowship);
        assert_days(f, rows[i].id, rows[i].days);
        assert_int_equal(item->kind, PGYD_REMINDER);
        assert_int_equal(item->stakes, PGYD_COSTLY);
        assert_int_equal(item->confidence, PGYD_UNKNOWN);
        fake_free(&f);
    }
}

/* ---- each fellowship of the list ---- */

/* Its match is planned, or there is none, or check says that it is not known. */
static void assert_matched(const struct pgc_specialty *row)
{
    static const char *const of_match[] = {"nrmp-rank-list", "sf-rank-list", "hand-match",
                                           "match-dates"};
    struct fake *f = fresh("2024-11-22");
    const bool behind = strcmp(row->after, "any") == 0 ||
                        strncmp(row->after, "cardiology", 10) == 0 ||
                        strncmp(row->after, "gastroenterology", 16) == 0;
    const char *residency = behind ? "internal_medicine" : row->after;
    char ini[240];
    size_t planned = 0;
    fake_packs(f, "matches.ini");
    snprintf(ini, sizeof ini,
             "[training]\nspecialty = %.*s\nstart = 2024-07-01\nlength = 4y\n"
             "[fellowship]\ntype = %s\nlength = 1y\n",
             (int)strcspn(residency, ","), residency, row->code);
    fake_ini(f, ini);
    fake_plan(f);
    fake_check(f);
    for (size_t i = 0; i < sizeof of_match / sizeof of_match[0]; i++)
        planned += fake_count(f, of_match[i]) > 0;
    if (planned != (row->service[0] && strcmp(row->service, "none") != 0))
        fail_msg("%s after %s: %zu of a match", row->code, row->after, planned);
    if (!row->service[0] && f->nproblems != 1)
        fail_msg("%s after %s: nothing is said", row->code, row->after);
    fake_free(&f);
}

static void each_fellowship(void **state)
{
    struct fake *lists = fresh("2024-11-22");
    const char *p = NULL;
    size_t n = 0;
    (void)state;
    for (size_t i = 0; i < lists->nfiles; i++) {
        if (strcmp(lists->files[i].name, "specialties.tsv") == 0)
            p = lists->files[i].bytes;
    }
    assert_non_null(p);
    while (*p) {
        struct pgc_specialty row;
        size_t len = strcspn(p, "\n");
        if (pgc_specialty_parse(p, len, &row) == 1 && row.training == PGC_FELLOWSHIP) {
            assert_matched(&row);
            n++;
        }
        p += len + (p[len] == '\n');
    }
    assert_true(n > 60);
    fake_free(&lists);
}

/* `time` of a pack: an hour and one of four zones, on something with one day. */
static void time_key(void **state)
{
    static const char head[] = "[pack]\nsource = ours\nconfidence = rule\n";
    static const struct {
        const char *keys, *message;
    } cases[] = {
        {"when = G\ntime = 25:00 PT\n", "time is an hour and a zone"},
        {"when = G\ntime = 12:60 PT\n", "time is an hour and a zone"},
        {"when = G\ntime = noon\n", "time is an hour and a zone"},
        {"when = G\ntime = 12:00 Mars\n", "time is an hour and a zone"},
        {"when = G\nuntil = G + 1d\ntime = 12:00 PT\n", "only what has one day has a time"},
        {"when = G\ntime = 23:59 ET\n", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        char pack[300];
        snprintf(pack, sizeof pack, "%s[milestone:x]\ntitle = X\n%s", head, cases[i].keys);
        fake_file(f, "packs", "mine.ini", pack);
        fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n");
        fake_check(f);
        if (f->nproblems != (cases[i].message != NULL))
            fail_msg("case %zu: %zu problems", i, f->nproblems);
        if (cases[i].message)
            assert_non_null(strstr(f->problems[0].message, cases[i].message));
        fake_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published),       cmocka_unit_test(main_match),
        cmocka_unit_test(hours),           cmocka_unit_test(expected),
        cmocka_unit_test(each_fellowship), cmocka_unit_test(last_days),
        cmocka_unit_test(membership),      cmocka_unit_test(time_key),
    };
    return cmocka_run_group_tests_name("matches", tests, NULL, NULL);
}
