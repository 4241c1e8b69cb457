/* SPDX-License-Identifier: BSD-2-Clause */
/* What concerns all offers together: four weeks, dragging on, too few, who reads
 * the contracts. All dates by hand; 2026-11-16 is a Monday. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* G = 2027-06-30, S = 2027-08-02. */
#define TRAINING "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
#define OFFER(id, received, by)                                                                    \
    "[offer:" id "]\nemployer = " id                                                               \
    "\nwritten = yes\nphysician_lead = Chief\ndoc = contract\nreceived = " received                \
    "\nanswer_by = " by "\n"

/* ---- together ---- */

/* S0-67: the second of the written ones on 2026-11-18: 2026-12-16; a third later moves nothing. An
 * own deadline that comes first says it, and one that has run out is no choice any more. */
static void budget(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("valley", "2026-11-18", "2026-12-28"));
    fake_plan(f);
    assert_days(f, "total-budget", "none");
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-27")
                    OFFER("county", "2026-11-20", "2026-12-30"));
    fake_plan(f);
    assert_days(f, "total-budget", "2026-12-16");
    assert_stakes(f, "total-budget", PGYD_USEFUL, "2026-12-16");
    f->host.today = fake_day("2026-12-28"); /* mercy's ended the day before */
    fake_plan(f);
    assert_days(f, "total-budget", "2026-12-18");
    f->host.today = fake_day("2026-12-29"); /* one is left */
    fake_plan(f);
    assert_days(f, "total-budget", "none");
    f->host.today = fake_day("2026-11-22");
    fake_log(f, "2026-11-21", "offer", "mercy", "declined", NULL);
    fake_plan(f);
    assert_days(f, "total-budget", "2026-12-18"); /* of those left the second came on 2026-11-20 */
    fake_ini(f, "[goal]\ninternal_deadline = 2026-12-19\n");
    fake_plan(f);
    assert_days(f, "total-budget", "2026-12-18");
    fake_ini(f, "[goal]\ninternal_deadline = 2026-12-18\n");
    fake_plan(f);
    assert_days(f, "total-budget", "none");
    assert_days(f, "internal-deadline", "2026-12-18");
    fake_log(f, "2026-11-22", "offer", "valley", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "total-budget", "none");
}

/* S0-57: first asked on 2026-11-20: 2026-12-11; the offer that was asked first goes: that of the
 * other. */
static void dragging(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01")
                    OFFER("valley", "2026-11-17", "2026-12-02"));
    fake_plan(f);
    assert_days(f, "dragging", "none");
    assert_days(f, "total-budget", "none"); /* 12-15: both are answered by then */
    fake_log(f, "2026-11-20", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-21", "offer", "valley", "asked", NULL);
    fake_plan(f);
    assert_days(f, "dragging", "2026-12-11");
    fake_log(f, "2026-11-22", "offer", "mercy", "expired", NULL);
    fake_plan(f);
    assert_days(f, "dragging", "2026-12-12");
    fake_log(f, "2026-11-23", "offer", "valley", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "dragging", "none");
}

/* S2-65: G - 9 months = 2026-09-30. None, one, two; one only said; one gone again, on its day. */
static void few(void **state)
{
    struct fake *f = *state;
    fake_ini(f, TRAINING);
    fake_plan(f);
    assert_days(f, "few-offers", "2026-09-30");
    assert_int_equal(fake_item(f, "few-offers")->stakes, PGYD_CONTEXT);
    assert_non_null(strstr(fake_item(f, "few-offers")->title, "no written"));
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    fake_ini(f, "[offer:talk]\nemployer = T\nwritten = no\nreceived = 2026-11-17\nanswer_by = "
                "2026-12-01\n");
    fake_plan(f);
    assert_days(f, "few-offers", "2026-09-30");
    assert_non_null(strstr(fake_item(f, "few-offers")->title, "one written"));
    fake_ini(f, OFFER("valley", "2026-11-17", "2026-12-02"));
    fake_plan(f);
    assert_days(f, "few-offers", "none");
    fake_log(f, "2026-11-20", "offer", "valley", "declined", NULL);
    fake_plan(f);
    assert_days(f, "few-offers", "2026-11-20");
    fake_log(f, "2026-11-21", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "few-offers", "none");
}

/* Who has no job to find: S = 2027-08-02 is the first day of work, 2027-08-01 the last one of the
 * search. */
static void no_search(void **state)
{
    struct fake *f = *state;
    fake_ini(f, TRAINING "[goal]\nstart_date = 2027-08-02\n");
    f->host.today = fake_day("2027-08-01");
    fake_plan(f);
    assert_days(f, "few-offers", "2026-09-30");
    assert_days(f, "attorney", "2026-06-30");
    f->host.today = fake_day("2027-08-02");
    fake_plan(f);
    assert_days(f, "few-offers", "none");
    assert_days(f, "attorney", "none");
    f->host.today = fake_day("2026-12-10");
    fake_plan(f);
    assert_days(f, "few-offers", "2026-09-30");
    fake_ini(f, "[contract]\nsigned = 2026-12-10\n");
    fake_plan(f);
    assert_days(f, "few-offers", "none");
    assert_days(f, "attorney", "none");
}

/* A preliminary year leads to another residency. */
static void no_search_preliminary(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = prelim_im\nstart = 2026-07-01\n");
    fake_plan(f);
    assert_days(f, "few-offers", "none");
    assert_days(f, "attorney", "none");
}

/* S2-40: G - 12 months = 2026-06-30; another state is a warning, one in other letters is not. */
static void attorney(void **state)
{
    struct fake *f = *state;
    fake_ini(f, TRAINING);
    fake_plan(f);
    assert_days(f, "attorney", "2026-06-30");
    assert_stakes(f, "attorney", PGYD_USEFUL, "2026-06-30");
    /* With an offer open since the 16th it is costly, by the 19th. */
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    fake_plan(f);
    assert_days(f, "attorney", "2026-06-30");
    assert_stakes(f, "attorney", PGYD_COSTLY, "2026-11-19");
    f->host.today = fake_day("2026-12-02");
    fake_plan(f);
    assert_stakes(f, "attorney", PGYD_USEFUL, "2026-06-30");
    f->host.today = fake_day("2026-11-22");
    fake_ini(f, "[review]\nattorney = A. Counsel\nattorney_state = oh\n[goal]\nstate = OH\n");
    fake_plan(f);
    assert_days(f, "attorney", "none");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    struct fake *g = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(g, "[review]\nattorney_state = OH\n[goal]\nstate = TX\n");
    fake_check(g);
    assert_int_equal(fake_problems(g, PGYD_WARN, "review", "", "attorney_state", "practices in OH"),
                     1);
    assert_int_equal(g->nproblems, 1);
    fake_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(budget),   CASE(dragging),  CASE(few),
        CASE(attorney), CASE(no_search), CASE(no_search_preliminary),
    };
    return cmocka_run_group_tests_name("between", tests, NULL, NULL);
}
