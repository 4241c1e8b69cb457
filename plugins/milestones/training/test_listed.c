/* SPDX-License-Identifier: BSD-2-Clause */
/* [fellowship] service as people spell it, and what is said of a service, a specialty or a
 * fellowship that pgyd does not know. Days of matches are packs/test_matches.c's. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

static struct fake *applicant(const char *specialty, const char *start, const char *fellowship)
{
    struct fake *f = fresh("2019-01-01");
    char ini[240];
    fake_packs(f, "matches.ini");
    snprintf(ini, sizeof ini, "[training]\nspecialty = %s\nstart = %s\n[fellowship]\ntype = %s\n",
             specialty, start, fellowship);
    fake_ini(f, ini);
    fake_plan(f);
    return f;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings),
        cmocka_unit_test(what_is_no_name),
        cmocka_unit_test(other_needs_a_length),
    };
    return cmocka_run_group_tests_name("listed", tests, NULL, NULL);
}
