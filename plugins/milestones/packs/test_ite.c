/* SPDX-License-Identifier: BSD-2-Clause */
/* etc/packs/ite.ini against days that boards and societies published, and that none of it is a
 * push. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

static struct fake *resident(const char *specialty, const char *start)
{
    struct fake *f = fresh("2019-01-01");
    char ini[200];
    fake_packs(f, "ite.ini");
    snprintf(ini, sizeof ini, "[training]\nspecialty = %s\nstart = %s\n", specialty, start);
    fake_ini(f, ini);
    fake_plan(f);
    return f;
}

/* A PGY-1 from each July 1: the exam that the year holds. */
static void published(void **state)
{
    static const struct {
        const char *specialty, *start, *id, *days;
    } rows[] = {
        /* ACP, IM-ITE page, 2023 and 2024 */
        {"internal_medicine", "2023-07-01", "ite-im@pgy-1", "2023-08-17..2023-09-06"},
        {"internal_medicine", "2024-07-01", "ite-im@pgy-1", "2024-08-15..2024-09-04"},
        {"med_peds", "2023-07-01", "ite-im@pgy-2", "2024-08-15..2024-09-04"},
        /* ABEM, key dates for program directors: five days from the last Tuesday; 2024. 2022 began
         * on February 22. */
        {"emergency_medicine\nlength = 3y", "2023-07-01", "ite-em@pgy-1", "2024-02-27..2024-03-02"},
        {"emergency_medicine\nlength = 3y", "2021-07-01", "ite-em@pgy-1", "2022-02-22..2022-02-26"},
        /* ACOG, CREOG page, 2022 and 2024 */
        {"ob_gyn", "2021-07-01", "creog@pgy-1", "2022-01-19..2022-01-22"},
        {"ob_gyn", "2023-07-01", "creog@pgy-1", "2024-01-17..2024-01-20"},
        /* AAPM&R, SAE-R page, 2022 and 2025 */
        {"pmr", "2021-07-01", "sae-r@pgy-1", "2022-01-25..2022-01-31"},
        {"pmr", "2021-07-01", "sae-r@pgy-2", "2023-01-24..2023-01-30"},
        {"pmr", "2021-07-01", "sae-r@pgy-4", "2025-01-21..2025-01-27"},
        /* AAO, OKAP page, 2022 and 2023 */
        {"ophthalmology", "2021-07-01", "okap@pgy-1", "2022-03-17..2022-03-20"},
        {"ophthalmology", "2021-07-01", "okap@pgy-2", "2023-03-16..2023-03-19"},
        /* ABNS, exam schedule, 2023 */
        {"neurosurgery", "2023-07-01", "abns-primary@pgy-1", "2024-03-01"},
        {"neurosurgery", "2023-07-01", "abns-primary@pgy-2", "2025-03-07"},
        /* One year seen. ABFM, 2024; UCSF surgery resident portal, 2026; AAOS, 2024; PRITE manual,
         * 2009; ACR at Verificient, 2022; TSDA, 2018; ABNM, 2025. */
        {"family_medicine", "2024-07-01", "ite-fm@pgy-1", "2024-10-16..2024-10-25"},
        {"general_surgery", "2025-07-01", "absite@pgy-1", "2026-01-30..2026-02-03"},
        {"orthopaedic_surgery", "2024-07-01", "oite@pgy-1", "2024-11-01..2024-11-10"},
        {"psychiatry", "2024-07-01", "prite@pgy-1", "2024-10-01..2024-10-15"},
        {"diagnostic_radiology", "2020-07-01", "dxit@pgy-2", "2022-01-03..2022-01-31"},
        {"cardiothoracic_surgery", "2018-07-01", "tsda-ite@pgy-1", "2019-03-16..2019-03-23"},
        {"nuclear_medicine\nlength = 4y", "2024-07-01", "abnm-ite@pgy-1", "2025-01-12..2025-01-25"},
        /* R1 is PGY-2 (ABR, program administration, 2024); the RITE begins there too (AAN) */
        {"diagnostic_radiology", "2020-07-01", "dxit@pgy-1", "none"},
        {"neurology", "2024-07-01", "rite@pgy-1", "none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fake *f = resident(rows[i].specialty, rows[i].start);
        assert_days(f, rows[i].id, rows[i].days);
        fake_free(&f);
    }
}

/* ---- every specialty that has one, and none of them rings ---- */

static void everybody(void **state)
{
    static const char *const specialties[] = {
        "internal_medicine",
        "med_peds",
        "family_medicine",
        "emergency_medicine\nlength = 3y",
        "otolaryngology",
        "anesthesiology",
        "pediatrics",
        "psychiatry",
        "neurology",
        "child_neurology",
        "ob_gyn",
        "general_surgery",
        "orthopaedic_surgery",
        "diagnostic_radiology",
        "pathology",
        "pmr",
        "ophthalmology",
        "urology",
        "neurosurgery",
        "plastic_surgery",
        "vascular_surgery",
        "cardiothoracic_surgery",
        "radiation_oncology",
        "preventive_medicine",
    };
    (void)state;
    for (size_t i = 0; i < sizeof specialties / sizeof specialties[0]; i++) {
        struct fake *f = resident(specialties[i], "2024-07-01");
        size_t own = 0;
        for (size_t k = 0; k < f->nitems; k++) {
            const struct pgyd_item *item = &f->items[k];
            if (!strstr(item->detail ? item->detail : "", "test day"))
                continue;
            own++;
            if (item->stakes != PGYD_USEFUL && item->stakes != PGYD_CONTEXT)
                fail_msg("%s: %s would ring", specialties[i], item->slug);
            if (item->kind != PGYD_WINDOW && item->kind != PGYD_REMINDER)
                fail_msg("%s: %s is a day to keep", specialties[i], item->slug);
        }
        if (own < 2)
            fail_msg("%s: %zu exams", specialties[i], own);
        fake_free(&f);
    }
}

/* Where no days were found there is a reminder to ask, no exam on a day. */
static void no_date(void **state)
{
    static const char *const rows[][2] = {
        {"pediatrics", "ite-peds@pgy-2"},    {"neurology", "rite@pgy-2"},
        {"anesthesiology", "aba-ite@pgy-1"}, {"pathology", "rise@pgy-1"},
        {"urology", "aua-ise@pgy-1"},        {"radiation_oncology", "txit@pgy-1"},
        {"otolaryngology", "ite-ask@pgy-1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fake *f = resident(rows[i][0], "2024-07-01");
        const struct pgyd_item *item = fake_item(f, rows[i][1]);
        if (!item || item->kind != PGYD_REMINDER || item->confidence != PGYD_UNKNOWN)
            fail_msg("%s: %s is not a reminder of unknown days", rows[i][0], rows[i][1]);
        fake_free(&f);
    }
}

/* Fellows have theirs in the years of the fellowship alone: child psychiatry from 2028-07-01. */
static void fellows(void **state)
{
    (void)state;
    struct fake *f = resident("psychiatry", "2024-07-01");
    fake_ini(f, "[fellowship]\ntype = child_psychiatry\n");
    fake_plan(f);
    assert_days(f, "child-prite@pgy-4", "none");
    assert_days(f, "child-prite@pgy-5", "2028-12-01..2028-12-07");
    assert_days(f, "prite@pgy-5", "none");
    fake_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published),
        cmocka_unit_test(everybody),
        cmocka_unit_test(no_date),
        cmocka_unit_test(fellows),
    };
    return cmocka_run_group_tests_name("ite", tests, NULL, NULL);
}
