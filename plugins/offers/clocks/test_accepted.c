/* SPDX-License-Identifier: BSD-2-Clause */
/* After an acceptance (S0-61, S1-38, S2-67): what ends, what is left to do, what comes back when it
 * is taken back. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

#define OFFER(id, received, by, base)                                                              \
    "[offer:" id "]\nemployer = " id                                                               \
    "\nwritten = yes\nphysician_lead = Chief\ndoc = contract\nreceived = " received                \
    "\nanswer_by = " by "\nbase = " base "\n"
#define MERCY OFFER("mercy", "2026-11-16", "2026-12-14", "300000")
#define VALLEY OFFER("valley", "2026-11-18", "2026-12-15", "300000")

/* S2-67: nobody had a second one by then; two in writing, or a word that it was meant, silence
 * it. */
static void only_one(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY);
    fake_plan(f);
    assert_days(f, "mercy-only-one", "none");
    fake_log(f, "2026-11-20", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "mercy-only-one", "2026-11-20");
    assert_int_equal(fake_item(f, "mercy-only-one")->stakes, PGYD_CONTEXT);
    assert_true(fake_has_ref(fake_item(f, "mercy-only-one"), "S2-67"));
    /* One that came the day after was no choice, nor is one that is only said. */
    fake_ini(f, OFFER("late", "2026-11-21", "2026-12-16", "1"));
    fake_ini(f, "[offer:talk]\nemployer = T\nwritten = no\nreceived = 2026-11-17\nanswer_by = "
                "2026-12-01\n");
    fake_plan(f);
    assert_days(f, "mercy-only-one", "2026-11-20");
    fake_ini(f, OFFER("same-day", "2026-11-20", "2026-12-16", "1"));
    fake_plan(f);
    assert_days(f, "mercy-only-one", "none");
    struct fake *g = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(g, MERCY);
    fake_log(g, "2026-11-20", "offer", "mercy", "accepted", "confirm=yes");
    fake_plan(g);
    assert_days(g, "mercy-only-one", "none");
    fake_free(&g);
}

/* S1-38: no round before the acceptance. */
static void signed_as_is(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY VALLEY);
    fake_plan(f);
    assert_days(f, "mercy-signed-as-is", "none");
    fake_log(f, "2026-11-20", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "mercy-signed-as-is", "2026-11-20");
    assert_int_equal(fake_item(f, "mercy-signed-as-is")->stakes, PGYD_CONTEXT);
    assert_days(f, "valley-signed-as-is", "none");
    struct fake *g = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(g, MERCY VALLEY);
    fake_log(g, "2026-11-18", "offer", "mercy", "asked", NULL);
    fake_log(g, "2026-11-19", "offer", "mercy", "answered", "response=no");
    fake_log(g, "2026-11-20", "offer", "mercy", "accepted", NULL);
    fake_plan(g);
    assert_days(g, "mercy-signed-as-is", "none");
    fake_free(&g);
}

/* Everything that runs for valley beside its history. */
static size_t running(const struct fake *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->nitems; i++)
        n += strstr(f->items[i].slug, "valley") && strcmp(f->items[i].slug, "valley-state") != 0;
    return n;
}

/* S0-61: on the day of the acceptance all that ran for the other is gone but the decline, due the
 * day after, until it is logged. */
static void others_end(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY "[goal]\ninternal_deadline = 2026-12-20\n"
                      "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = "
                      "2026-11-09\nanswer_within = 7-31\npromised_by = 2026-11-26\n"
                      "contract_received = 2026-11-23\nmust_improve = a\n");
    fake_busy(f, false, "2026-12-08", "2026-12-12", "nights", "Nights");
    fake_log(f, "2026-11-23", "offer", "valley", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "valley-answer-by", "2026-12-10");
    assert_days(f, "valley-answer-soft", "2026-11-16");
    assert_days(f, "valley-busy", "2026-12-07");
    assert_days(f, "valley-untouched", "none"); /* 12-14, after the answer date */
    assert_days(f, "valley-extension", "2026-12-03..2026-12-07");
    assert_days(f, "valley-extension-reply", "2026-11-25");
    assert_days(f, "valley-to-counsel", "2026-11-23..2026-12-03");
    assert_days(f, "valley-promise", "2026-11-23");
    assert_days(f, "valley-only-hr", "2026-11-09");
    assert_days(f, "valley-must-improve", "2026-11-09");
    assert_days(f, "overlap-mercy-valley", "2026-11-16..2026-12-10");
    assert_days(f, "internal-deadline", "2026-12-20");
    assert_days(f, "valley-decline", "none");
    assert_days(f, "valley-plan-asks", "2026-11-25");
    assert_int_equal(running(f), 11);
    fake_log(f, "2026-11-24", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "valley-decline", "2026-11-25");
    assert_int_equal(running(f), 1);
    assert_stakes(f, "valley-decline", PGYD_COSTLY, "2026-11-25");
    assert_string_equal(fake_item(f, "valley-decline")->about, "offer:valley");
    assert_int_equal(fake_item(f, "valley-decline")->kind, PGYD_MILESTONE);
    assert_days(f, "internal-deadline", "none");
    assert_days(f, "mercy-decline", "none");
    assert_days(f, "valley-state@received", "2026-11-09");
    fake_log(f, "2026-11-25", "offer", "valley", "declined", NULL);
    fake_plan(f);
    assert_int_equal(running(f), 0);
}

/* Of two others the overlap is gone too. The acceptance is taken back: all runs again. */
static void others_return(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MERCY VALLEY OFFER("county", "2026-11-20", "2026-12-16", "300000"));
    fake_plan(f);
    size_t before = running(f);
    assert_true(before > 0);
    assert_int_equal(fake_count(f, "overlap-"), 3);
    fake_log(f, "2026-11-24", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    assert_int_equal(running(f), 1);
    assert_int_equal(fake_count(f, "overlap-"), 0);
    assert_days(f, "county-decline", "2026-11-25");
    f->nevents--; /* the last one: the host leaves reversed entries out */
    fake_plan(f);
    assert_int_equal(running(f), before);
    assert_days(f, "valley-decline", "none");
}

/* The file alone says that it was accepted, without a day: the last thing known of it counts, here
 * its contract. */
static void accepted_in_file(void **state)
{
    struct fake *f = *state;
    fake_ini(f, VALLEY MERCY "status = accepted\ncontract_received = 2026-11-19\n");
    fake_plan(f);
    assert_days(f, "valley-decline", "2026-11-20");
    assert_int_equal(running(f), 1);
    assert_days(f, "mercy-signed-as-is", "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(only_one), CASE(signed_as_is), CASE(others_end),
                                       CASE(others_return), CASE(accepted_in_file)};
    return cmocka_run_group_tests_name("accepted", tests, NULL, NULL);
}
