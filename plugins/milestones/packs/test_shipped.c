/* SPDX-License-Identifier: BSD-2-Clause */
/* What the shipped packs say is lost, and by which day, where that is not the last one; and that
 * all of them, and the rules of C, say it. Their days are test_pack.c's and test_phases.c's. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#define IM "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
#define J1 IM "[visa]\ntype = j1\nprogram_end = 2027-06-30\n"
#define GI IM "[fellowship]\ntype = gastroenterology\n"
#define EM "[training]\nspecialty = emergency_medicine\nstart = 2024-07-01\nlength = 3y\n"
#define ORTHO "[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n"
#define PSYCHIATRY "[training]\nspecialty = psychiatry\nstart = 2023-07-01\n"
#define FM "[training]\nspecialty = family_medicine\nstart = 2024-07-01\n"
#define CONTRACT IM "[contract]\nclawback_months = 24\nleave = "

struct row {
    const char *ini, *id;
    uint16_t stakes;
    const char *by;
    bool final;
};

/* Training ends on 2027-06-30 and work begins on 2027-08-02, a fellowship begins on 2027-07-01. */
static const struct row rows[] = {
    /* a regular close, the last one, one without a late close, one that is not known */
    {IM, "abim-registration", PGYD_COSTLY, "2027-04-15", false},
    {IM, "abim-registration-late", PGYD_FATAL, "2027-04-28", true},
    {ORTHO, "abos-apply", PGYD_FATAL, "2026-10-01", true},
    /* the fourth Monday of January 2027; September 1 less ten months */
    {FM, "abfm-registration", PGYD_COSTLY, "2027-01-25", false},
    {PSYCHIATRY, "abpn-lookup", PGYD_COSTLY, "2026-11-01", false},
    /* 2032-08-31 less 24 months */
    {ORTHO, "abos-part-2", PGYD_COSTLY, "2030-08-31", false},
    /* who ends from November on applies in the next year */
    {EM, "abem-apply", PGYD_COSTLY, "2027-09-05", false},
    {EM "end = 2027-11-01\n", "abem-apply", PGYD_COSTLY, "2028-09-05", false},
    {EM, "abem-apply-late", PGYD_FATAL, "2027-10-04", true},
    {PSYCHIATRY, "prite@pgy-3", PGYD_USEFUL, "2025-10-01", false},
    {PSYCHIATRY, "prite@pgy-4", PGYD_CONTEXT, "2026-10-01", false},
    /* 2026-07-01 less 28 days */
    {GI, "fellowship-letters", PGYD_COSTLY, "2026-06-03", false},
    {GI, "eras-submit", PGYD_CONTEXT, "2026-07-01", false},
    {GI, "eras-review", PGYD_COSTLY, "2026-07-15", false},
    {GI, "eras-closes", PGYD_CONTEXT, "2027-05-31", false},
    {GI, "nrmp-registration", PGYD_COSTLY, "2026-09-23", false},
    {GI, "nrmp-rank-list", PGYD_FATAL, "2026-11-18", true},
    /* 16 days before 2027-03-19 */
    {"[training]\nspecialty = prelim_im\nstart = 2026-07-01\n", "main-rank-list", PGYD_FATAL,
     "2027-03-03", true},
    /* 84 months from 2020-06-15 end before training does, from 2024-06-15 after it */
    {J1 "first = 2020-06-15\n", "j1-limit", PGYD_FATAL, "2027-06-14", true},
    {J1 "first = 2024-06-15\n", "j1-limit", PGYD_CONTEXT, "2031-06-14", false},
    {J1, "j1-grace", PGYD_FATAL, "2027-07-30", true},
    {J1, "conrad-ready", PGYD_FATAL, "2026-09-30", false},
    /* 60 days before the file: 30 of September, 30 of August */
    {J1, "job-secured-visa", PGYD_COSTLY, "2026-08-01", false},
    {IM "[visa]\ntype = h1b\n", "job-secured-visa", PGYD_COSTLY, "2026-10-01", false},
    {IM "[visa]\ntype = h1b\n", "h1b-registration", PGYD_FATAL, "2027-03-15", false},
    /* 150 days before work 2027-03-05, 28 more; California: 180 days 2027-02-03, 28 more */
    {J1, "visa-step3", PGYD_FATAL, "2027-02-05", false},
    {J1 "[goal]\nstate = CA\n", "visa-step3", PGYD_FATAL, "2027-01-06", false},
    /* 237 days before work is safe, 151 enough as a rule: 2027-07-01 less 237 is past, less 151 is
     * not */
    {J1, "waiver-state", PGYD_COSTLY, "2026-12-08", false},
    {J1 "[goal]\nstart_date = 2027-07-01\n", "waiver-state", PGYD_FATAL, "2027-01-31", false},
    {J1, "waiver-dos", PGYD_CONTEXT, "2027-03-08", false},
    {J1, "waiver-i612", PGYD_CONTEXT, "2027-05-31", false},
    {J1, "waiver-h1b", PGYD_FATAL, "2027-07-12", false}, /* 21 days, at worst too */
    {IM, "step3-latest", PGYD_COSTLY, "2026-01-01", false},
    /* 210 days before work is safe, 150 enough as a rule; California: 300, 180 */
    {IM, "practice-license", PGYD_COSTLY, "2027-01-04", false},
    {IM "[goal]\nstate = CA\n", "practice-license", PGYD_FATAL, "2027-02-03", false},
    {IM, "practice-dea", PGYD_COSTLY, "2027-06-03", false},
    {IM, "license-apply", PGYD_CONTEXT, "2027-01-04", false},
    /* two years from 2027-08-02; who leaves before owes something by then */
    {CONTRACT "2030-01-01\n", "clawback-ends", PGYD_USEFUL, "2029-08-02", false},
    {CONTRACT "2029-01-01\n", "clawback-ends", PGYD_COSTLY, "2029-01-01", false},
};

static struct fake *person(const char *ini)
{
    struct fake *f = fresh("2026-11-22");
    fake_packs(f, NULL);
    fake_ini(f, ini);
    fake_started(f, "2022-07-01");
    fake_plan(f);
    return f;
}

/* The day an item counts to: its last where it says none. */
static pgyd_day counts_to(const struct pgyd_item *item)
{
    if (item->by != PGYD_NO_DAY)
        return item->by;
    return item->end != PGYD_NO_DAY ? item->end : item->start;
}

static void what_is_lost(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fake *f = person(rows[i].ini);
        const struct pgyd_item *item = fake_item(f, rows[i].id);
        if (!item)
            fail_msg("no %s", rows[i].id);
        if (item->stakes != rows[i].stakes)
            fail_msg("%s: stakes %d", rows[i].id, item->stakes);
        if (rows[i].by && counts_to(item) != fake_day(rows[i].by))
            fail_msg("%s: by is not %s", rows[i].id, rows[i].by);
        if (((item->flags & PGYD_ITEM_FINAL) != 0) != rows[i].final)
            fail_msg("%s: final is wrong", rows[i].id);
        assert_non_null(item->next);
        assert_non_null(item->why);
        fake_free(&f);
    }
}

/* A year alone leads to another residency: no board of the field is registered for, nor is a state
 * license. */
static void preliminary(void **state)
{
    (void)state;
    struct fake *f = person(IM "length = 1y\n");
    assert_int_equal(fake_count(f, "abim-registration") + fake_count(f, "abim-exam"), 0);
    assert_int_equal(fake_count(f, "practice-license"), 0);
    fake_free(&f);
}

/* One task each: the search on a visa is the waiver's for a J-1. */
static void once(void **state)
{
    (void)state;
    struct fake *f = person(J1);
    assert_days(f, "job-search-visa", "none");
    assert_int_equal(fake_item(f, "visa-search")->stakes, PGYD_USEFUL);
    fake_free(&f);
    f = person(IM "[visa]\ntype = h1b\n");
    assert_int_equal(fake_item(f, "job-search-visa")->stakes, PGYD_CONTEXT);
    assert_days(f, "visa-search", "none");
    assert_days(f, "visa-step3", "none");
    fake_free(&f);
}

/* Who has accepted an offer is no more asked to sign, or to search. */
static void settled(void **state)
{
    static const char *const ids[] = {"job-secured-visa", "job-cv", "job-winter", "visa-search"};
    (void)state;
    struct fake *f = person(J1), *signed_on = person(J1 "[contract]\nsigned = 2026-11-20\n");
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        assert_int_equal(fake_count(f, ids[i]), 1);
        assert_int_equal(fake_count(signed_on, ids[i]), 0);
    }
    fake_log(f, "2026-11-20", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        assert_int_equal(fake_count(f, ids[i]), 0);
    fake_free(&f);
    fake_free(&signed_on);
}

/* ---- all of it says what is at stake ---- */

/* Lives in which each rule of C and of the packs has its turn. */
static const char *const lives[] = {
    "specialty = internal_medicine\nstart = 2024-07-01\n",
    "specialty = internal_medicine\nstart = 2024-07-01\n[goal]\nstart_date = 2027-09-01\n",
    "specialty = orthopaedic_surgery\nstart = 2022-07-01\n[fellowship]\ntype = spine\n"
    "start = 2027-08-01\n[goal]\nlane = spine\n",
    "specialty = orthopaedic_surgery\nstart = 2022-07-01\n",
    "specialty = anesthesiology\nstart = 2023-07-01\n",
    "specialty = prelim_im\nstart = 2026-07-01\n",
    "specialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\n"
    "type = gastroenterology\n[visa]\ntype = j1\nprogram_end = 2027-06-30\n",
    "specialty = family_medicine\nstart = 2024-07-01\n[visa]\ntype = h1b\n",
    "specialty = emergency_medicine\nstart = 2024-07-01\nlength = 3y\n[contract]\n"
    "term_months = 24\nnotice_days = 90\nclawback_months = 24\nleave = 2029-01-01\n",
};

static struct fake *live(const char *life, bool all)
{
    struct fake *f = fresh("2026-11-22");
    if (all)
        fake_packs(f, NULL);
    fake_ini(f, "[training]\n");
    fake_ini(f, life);
    fake_started(f, "2022-07-01");
    fake_log(f, "2026-11-02", "offer", "mercy", "received", NULL);
    fake_log(f, "2026-11-09", "offer", "mercy", "contract-received", NULL);
    fake_log(f, "2026-11-16", "offer", "mercy", "accepted", NULL);
    fake_file(f, "packs", "old.ini", "[pack]\nsource = s\nvalid_until = 2027-05-31\n");
    fake_plan(f);
    assert_true(f->nitems > 5);
    return f;
}

/* Made by [chain:practice] or [chain:waiver]; waiver-service is a milestone of that pack. */
static bool of_chain(const struct pgyd_item *item)
{
    return strncmp(item->slug, "practice-", strlen("practice-")) == 0 ||
           strncmp(item->slug, "waiver-", strlen("waiver-")) == 0;
}

/* What a row does not say the host would take from its kind: a useful thing for a costly one. */
static void assert_said(const struct pgyd_item *item, size_t life)
{
    if (item->stakes == 0 || !item->next || !item->why)
        fail_msg("life %zu: %s does not say its stakes, next and why", life, item->slug);
    /* A day that nobody has to do anything on would be late for ever. Steps of a chain are all
     * deadlines, somebody else's part too. */
    if (item->stakes == PGYD_CONTEXT && !of_chain(item) &&
        (item->kind == PGYD_MILESTONE || item->kind == PGYD_DEADLINE))
        fail_msg("life %zu: %s is context and a day to keep", life, item->slug);
    /* Of no steps of its own the host's table tells it. */
    if (item->nsteps || item->severity)
        fail_msg("life %zu: %s has steps or a severity of its own", life, item->slug);
}

/* Of pgyd's own rules, phases and monthly things, nothing is fatal. */
static void stakes_are_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lives / sizeof lives[0]; i++) {
        struct fake *f = live(lives[i], false);
        for (size_t k = 0; k < f->nitems; k++) {
            const struct pgyd_item *item = &f->items[k];
            assert_said(item, i);
            if (item->stakes == PGYD_FATAL)
                fail_msg("life %zu: %s is fatal; nothing here is", i, item->slug);
            if (item->flags)
                fail_msg("life %zu: %s has flags of its own", i, item->slug);
        }
        fake_free(&f);
    }
}

/* The dated packs have fatal days too. Only what is lost can be lost for good, and only steps of a
 * chain give way to the one before them. */
static void stakes_are_said_by_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lives / sizeof lives[0]; i++) {
        struct fake *f = live(lives[i], true);
        for (size_t k = 0; k < f->nitems; k++) {
            const struct pgyd_item *item = &f->items[k];
            uint32_t may = (item->stakes >= PGYD_COSTLY ? PGYD_ITEM_FINAL : 0u) |
                           (of_chain(item) ? PGYD_ITEM_NO_LADDER : 0u);
            assert_said(item, i);
            if (item->flags & ~may)
                fail_msg("life %zu: %s has flags of its own", i, item->slug);
        }
        fake_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_lost),
        cmocka_unit_test(preliminary),
        cmocka_unit_test(once),
        cmocka_unit_test(settled),
        cmocka_unit_test(stakes_are_said),
        cmocka_unit_test(stakes_are_said_by_all),
    };
    return cmocka_run_group_tests_name("shipped", tests, NULL, NULL);
}
