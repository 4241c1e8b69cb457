/* SPDX-License-Identifier: BSD-2-Clause */
/* S0-17 with few offers and with many: pairs up to eight, one stretch and one alert an offer
 * beyond. Dates by hand; 2026-11-16 is a Monday. */
#include "tests/unit/fake_host.h"

#include "plugins/offers/offer/offer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

/* o000, o001 … received on a day of November 2026, to be answered `days` later. */
static void add(struct fake *f, unsigned i, unsigned day, unsigned days)
{
    char ini[300];
    snprintf(ini, sizeof ini,
             "[offer:o%03u]\nemployer = Employer %u\nwritten = yes\ndoc = contract\nphysician_lead "
             "= Chief\nreceived = 2026-11-%02u\nanswer_within = %u\n",
             i, i, day, days);
    fake_ini(f, ini);
}

static struct fake *planned(unsigned n, unsigned day, unsigned days)
{
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-01");
    for (unsigned i = 0; i < n; i++)
        add(f, i, day, days);
    fake_plan(f);
    return f;
}

/* 8 x 7 / 2 = 28 pairs; the ninth offer makes them one. */
static void eight_and_nine(void **state)
{
    (void)state;
    struct fake *f = planned(8, 16, 10);
    assert_int_equal(fake_count(f, "overlap-"), 28);
    assert_null(fake_item(f, "overlap-most"));
    fake_free(&f);
    f = planned(9, 16, 10);
    assert_int_equal(fake_count(f, "overlap-"), 1);
    assert_string_equal(fake_days(f, "overlap-most"), "2026-11-16..2026-11-26");
    assert_string_equal(fake_item(f, "overlap-most")->title, "9 offers are open at the same time");
    assert_true(fake_has_ref(fake_item(f, "overlap-most"), "S0-17"));
    /* Settled ones do not count: back to 28. */
    fake_log(f, "2026-11-18", "offer", "o004", "declined", NULL);
    fake_plan(f);
    assert_int_equal(fake_count(f, "overlap-"), 28);
    assert_null(fake_item(f, "overlap-most"));
    fake_free(&f);
}

/* Five from the 2nd to the 9th; six from the 9th to the 16th, and on the 9th alone all eleven run.
 * With the five ending on the 8th, the six alone run together. */
static void most(void **state)
{
    (void)state;
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-01");
    for (unsigned i = 0; i < 11; i++)
        add(f, i, i < 5 ? 2 : 9, 7);
    fake_plan(f);
    assert_string_equal(fake_days(f, "overlap-most"), "2026-11-09");
    assert_string_equal(fake_item(f, "overlap-most")->title, "11 offers are open at the same time");
    assert_int_equal(fake_count(f, "o005-no-overlap"), 0);
    fake_free(&f);
    f = fake_new(&pgyd_plugin_offers, "2026-11-01");
    for (unsigned i = 0; i < 11; i++)
        add(f, i, i < 5 ? 2 : 9, i < 5 ? 6 : 7);
    fake_plan(f);
    assert_string_equal(fake_days(f, "overlap-most"), "2026-11-09..2026-11-16");
    assert_string_equal(fake_item(f, "overlap-most")->title, "6 offers are open at the same time");
    /* All 30 pairs that never meet are said by those who came later. */
    size_t alerts = 0;
    for (size_t i = 0; i < f->nitems; i++)
        alerts += strstr(f->items[i].slug, "-no-overlap") != NULL;
    assert_int_equal(alerts, 6);
    assert_string_equal(fake_days(f, "o005-no-overlap"), "2026-11-09");
    assert_int_equal(fake_item(f, "o005-no-overlap")->kind, PGYD_ALERT);
    assert_string_equal(fake_item(f, "o005-no-overlap")->title,
                        "5 offers are due before Employer 5 comes");
    assert_non_null(strstr(fake_item(f, "o010-no-overlap")->detail,
                           "Employer 0, Employer 1, Employer 2, Employer 3, Employer 4."));
    assert_null(fake_item(f, "o000-no-overlap"));
    fake_free(&f);
}

/* Of two stretches with as many the first: the 2nd to the 9th and the 16th to the 23rd, five
 * each. */
static void first_of_two(void **state)
{
    (void)state;
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-01");
    for (unsigned i = 0; i < 10; i++)
        add(f, i, i < 5 ? 16 : 2, 7);
    fake_plan(f);
    assert_string_equal(fake_days(f, "overlap-most"), "2026-11-02..2026-11-09");
    fake_free(&f);
}

/* Nine that come one after the other: nothing to choose between, and all of 36 pairs are said, more
 * than five of a kind in one number. */
static void never_two(void **state)
{
    (void)state;
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-01");
    for (unsigned i = 0; i < 9; i++)
        add(f, i, 1 + 3 * i, 2);
    fake_plan(f);
    assert_null(fake_item(f, "overlap-most"));
    assert_string_equal(fake_item(f, "o008-no-overlap")->title,
                        "8 offers are due before Employer 8 comes");
    assert_non_null(strstr(fake_item(f, "o008-no-overlap")->detail, "Employer 4 and 3 more."));
    assert_string_equal(fake_item(f, "o001-no-overlap")->title,
                        "1 offer is due before Employer 1 comes");
    assert_string_equal(fake_days(f, "o001-no-overlap"), "2026-11-04");
    fake_report(f, "offers");
    size_t bullets = 0;
    for (size_t i = 0; i < f->nparts; i++)
        bullets += f->parts[i].text &&
                   strstr(f->parts[i].text, "came after these had to be answered") != NULL;
    assert_int_equal(bullets, 8);
    fake_free(&f);
}

/* 256 are planned, each with its own date; one more is an error that says the limit. */
static void limit(void **state)
{
    (void)state;
    struct fake *f = planned(MAX_OFFERS, 16, 10);
    assert_string_equal(fake_days(f, "o255-answer-by"), "2026-11-26");
    assert_string_equal(fake_item(f, "overlap-most")->title,
                        "256 offers are open at the same time");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, NULL, NULL, NULL, NULL), 0);
    add(f, 256, 16, 10);
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "offer", NULL, NULL, "more than 256 offers"),
                     1);
    fake_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_and_nine), cmocka_unit_test(most),  cmocka_unit_test(first_of_two),
        cmocka_unit_test(never_two),      cmocka_unit_test(limit),
    };
    return cmocka_run_group_tests_name("pairs", tests, NULL, NULL);
}
