/* SPDX-License-Identifier: BSD-2-Clause */
/* etc/packs/matches.ini against days that ERAS, NRMP and SF Match published; which service and
 * match a fellowship is in; what is said of those that pgyd does not know. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

static struct fake *applicant(const char *specialty, const char *start, const char *fellowship)
{
    struct fake *f = fresh("2019-01-01");
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

/* Each way to write the service plans the match, as the type alone does. */
static void spellings(void **state)
{
    static const char *const gi[] = {"eras", "ERAS", "eras_july", "eras-july", "ERAS July", "nrmp"},
                             *const spine[] = {"sf_match", "sfmatch", "sf match", "SF Match",
                                               "sf-match"};
    (void)state;
    for (size_t i = 0; i < sizeof gi / sizeof gi[0]; i++) {
        char fellowship[80];
        snprintf(fellowship, sizeof fellowship, "gastroenterology\nservice = %s", gi[i]);
        struct fake *f = applicant("internal_medicine", "2023-07-01", fellowship);
        assert_days(f, "nrmp-rank-list", "2025-11-19");
        assert_days(f, "eras-review", "2025-07-16");
        fake_free(&f);
    }
    for (size_t i = 0; i < sizeof spine / sizeof spine[0]; i++) {
        char fellowship[80];
        snprintf(fellowship, sizeof fellowship, "spine\nservice = %s", spine[i]);
        struct fake *f = applicant("orthopaedic_surgery", "2023-07-01", fellowship);
        assert_days(f, "sf-rank-list", "2027-04-13");
        fake_free(&f);
    }
    struct fake *f = applicant("anesthesiology", "2023-07-01", "pain\nservice = eras");
    assert_days(f, "eras-december-review", "2025-12-03");
    fake_free(&f);
}

/* ---- what is no name ---- */

struct said {
    const char *ini, *key;
    uint32_t severity; /* 0: nothing is said */
    const char *message, *remedy;
};

static const struct said sayings[] = {
    {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\n"
     "type = gastroenterology\nservice = erras\n",
     "service", PGYD_CRITICAL, "there is no service \"erras\"", "did you mean eras"},
    {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\n"
     "type = gastroenterology\nservice = carrier pigeon\n",
     "service", PGYD_CRITICAL, "there is no service", "it is one of eras, eras_july"},
    {"[training]\nspecialty = diagnostic_radiology\nstart = 2024-07-01\n[fellowship]\n"
     "type = body_imaging\nservice = eras\n",
     "service", PGYD_CRITICAL, "cycle of body_imaging is not known", "eras_july or eras_december"},
    {"[training]\nspecialty = orthopedics\nstart = 2024-07-01\nlength = 5y\n", "specialty",
     PGYD_CRITICAL, "there is no specialty \"orthopedics\"", "orthopaedic_surgery"},
    {"[training]\nspecialty = cardiology\nstart = 2024-07-01\nlength = 3y\n", "specialty",
     PGYD_CRITICAL, "there is no specialty \"cardiology\"", "it is a fellowship"},
    {"[training]\nspecialty = other\nstart = 2024-07-01\nlength = 5y\n", "specialty", PGYD_WARN,
     "are not planned", NULL},
    {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\n"
     "type = gastroentrology\nlength = 3y\n",
     "type", PGYD_CRITICAL, "there is no fellowship", "gastroenterology"},
    {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\n"
     "type = other\nlength = 1y\n",
     "type", PGYD_WARN, "board exams are not planned", NULL},
    {"[training]\nspecialty = family_medicine\nstart = 2024-07-01\n[fellowship]\ntype = spine\n",
     "type", PGYD_WARN, "after family_medicine is not known", "set service"},
    {"[training]\nspecialty = diagnostic_radiology\nstart = 2024-07-01\n[fellowship]\n"
     "type = body_imaging\n",
     "type", PGYD_WARN, "how body_imaging is matched is not known", "set service"},
    {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\n"
     "type = gastroenterology\nservice = eras\n",
     NULL, 0, NULL, NULL},
};

static void what_is_no_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sayings / sizeof sayings[0]; i++) {
        const struct said *s = &sayings[i];
        struct fake *f = fresh("2024-11-22");
        fake_packs(f, NULL);
        fake_ini(f, s->ini);
        fake_check(f);
        if (f->nproblems != (s->severity != 0))
            fail_msg("row %zu: %zu problems, the last: %s", i, f->nproblems,
                     f->nproblems ? f->problems[f->nproblems - 1].message : "");
        if (s->severity) {
            assert_int_equal(f->problems[0].severity, s->severity);
            assert_string_equal(f->problems[0].key, s->key);
            assert_non_null(strstr(f->problems[0].message, s->message));
            if (s->remedy && !strstr(f->problems[0].remedy, s->remedy))
                fail_msg("row %zu: %s", i, f->problems[0].remedy);
        }
        fake_free(&f);
    }
}

/* What has no name has no usual length either. */
static void other_needs_a_length(void **state)
{
    (void)state;
    struct fake *f = fresh("2024-11-22");
    fake_ini(f, "[training]\nspecialty = other\nstart = 2024-07-01\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 2);
    assert_int_equal(f->problems[0].severity, PGYD_CRITICAL);
    assert_non_null(strstr(f->problems[0].message, "the length of \"other\" is not known"));
    assert_int_equal(f->problems[1].severity, PGYD_WARN);
    fake_free(&f);
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
        cmocka_unit_test(published),
        cmocka_unit_test(main_match),
        cmocka_unit_test(hours),
        cmocka_unit_test(last_days),
        cmocka_unit_test(membership),
        cmocka_unit_test(spellings),
        cmocka_unit_test(what_is_no_name),
        cmocka_unit_test(time_key),
        cmocka_unit_test(other_needs_a_length),
    };
    return cmocka_run_group_tests_name("matches", tests, NULL, NULL);
}
