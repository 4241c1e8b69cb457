/* SPDX-License-Identifier: BSD-2-Clause */
/* What follows from what happened, and what cannot have: requests and replies, extensions, a second
 * acceptance, the way to counsel. Dates by hand; 2026-11-16 is a Monday, 2026-11-26 Thanksgiving,
 * 2026-12-25 and 2027-01-01 are Fridays. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include "plugins/common/pgc.h"

#define OFFER(id, by)                                                                              \
    "[offer:" id "]\nemployer = " id                                                               \
    "\nwritten = yes\nphysician_lead = Chief\nreceived = 2026-11-16\nanswer_by = " by "\n"

/* Why a happening may not be written down; NULL: it may. */
static const char *refused(const char *ini, const char *log_of, const char *log, const char *day,
                           const char *event, const char *arg)
{
    static struct fake *f;
    if (f)
        fake_free(&f);
    if (!ini)
        return NULL;
    f = fake_new(&FAKE_PLUGIN, "2026-11-22");
    fake_ini(f, ini);
    if (log)
        fake_log(f, "2026-11-17", "offer", log_of, log, NULL);
    fake_log(f, day, "offer", "mercy", event, arg);
    for (size_t i = 0; i < f->nevents; i++) {
        if (strcmp(f->events[i].event, event) == 0 && strcmp(f->events[i].subject, "mercy") == 0)
            f->events[i].number = PGYD_PROPOSED;
    }
    fake_check(f);
    for (size_t i = 0; i < f->nproblems; i++) {
        if (strcmp(f->problems[i].section, "journal") == 0)
            return f->problems[i].message;
    }
    return NULL;
}

/* S0-16: to ask a committee for the contract is not to ask it for time. */
static void committee(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-12-01") "deadline_kind = committee\n");
    fake_log(f, "2026-11-18", "offer", "mercy", "contract-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-committee", "none");
    fake_log(f, "2026-11-19", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-committee", "2026-11-19");
}

/* S0-20: where the contract alone was asked for its arrival is the reply, on the day of the request
 * too; where time was, it is not. */
static void reply(void **state)
{
    static const struct {
        const char *asked, *reply;
    } cases[] = {{"contract-requested", "none"}, {"extension-requested", "2026-11-20"}};
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        for (int day = 18; day <= 19; day++) {
            struct fake *f = fake_new(&FAKE_PLUGIN, "2026-11-22");
            char on[16];
            fake_ini(f, OFFER("mercy", "2026-12-01"));
            fake_log(f, "2026-11-18", "offer", "mercy", cases[i].asked, NULL);
            fake_plan(f);
            assert_days(f, "mercy-extension-reply", "2026-11-20");
            fake_log(f, pgc_format(on, sizeof on, "2026-11-%d", day), "offer", "mercy",
                     "contract-received", NULL);
            fake_plan(f);
            assert_days(f, "mercy-extension-reply", cases[i].reply);
            fake_free(&f);
        }
    }
}

/* The day of the agreement is the least. An old one that lies before counts for nothing. */
static void extended_to_the_past(void **state)
{
    struct fake *f = *state;
    const char *why = refused(OFFER("mercy", "2026-12-01"), NULL, NULL, "2026-11-20", "extended",
                              "by=2026-11-19");
    assert_non_null(why);
    assert_non_null(strstr(why, "before the day on which it was agreed"));
    assert_null(refused(OFFER("mercy", "2026-12-01"), NULL, NULL, "2026-11-20", "extended",
                        "by=2026-11-20"));
    refused(NULL, NULL, NULL, NULL, NULL, NULL);
    fake_ini(f, OFFER("mercy", "2026-12-01"));
    fake_log(f, "2026-11-20", "offer", "mercy", "extended", "by=2025-12-07");
    fake_plan(f);
    assert_days(f, "mercy-answer-by", "2026-12-01");
}

/* One job: the second acceptance waits until the first is taken back. */
static void second_acceptance(void **state)
{
    static const char two[] = OFFER("mercy", "2026-12-01") OFFER("valley", "2026-12-02");
    (void)state;
    const char *why = refused(two, "valley", "accepted", "2026-11-18", "accepted", NULL);
    assert_non_null(why);
    assert_non_null(strstr(why, "valley is accepted already"));
    assert_null(refused(two, "valley", "declined", "2026-11-18", "accepted", NULL));
    assert_non_null(refused(OFFER("mercy", "2026-12-01")
                                OFFER("valley", "2026-12-02") "status = accepted\n",
                            NULL, NULL, "2026-11-18", "accepted", NULL));
    assert_null(refused(two, NULL, NULL, "2026-11-18", "accepted", NULL));
    refused(NULL, NULL, NULL, NULL, NULL, NULL);
}

/* Who holds the contract from the beginning sends it to the lawyer from the beginning: until Monday
 * the 23rd (24, 25, 27, 30, 1). */
static void contract_from_the_beginning(void **state)
{
    struct fake *f = planned(state, OFFER("mercy", "2026-12-01"));
    assert_days(f, "mercy-to-counsel", "none");
    fake_ini(f, "doc = contract\n");
    fake_plan(f);
    assert_days(f, "mercy-to-counsel", "2026-11-16..2026-11-23");
    assert_days(f, "mercy-plan-asks", "2026-11-18");
    fake_log(f, "2026-11-19", "offer", "mercy", "contract-received", NULL);
    fake_plan(f);
    assert_days(f, "mercy-to-counsel", "2026-11-19..2026-11-23");
}

/* S0-55: five business days before the answer, over Thanksgiving, over the end of the year; before
 * the contract came it is too late already. */
static void last_day_for_counsel(void **state)
{
    static const struct {
        const char *by, *came, *last, *late;
    } cases[] = {
        {"2026-12-04", "2026-11-20", "2026-11-20..2026-11-27", "none"},
        {"2026-12-03", "2026-11-20", "2026-11-20..2026-11-25", "none"},
        {"2026-12-03", "2026-11-25", "2026-11-25", "none"},
        {"2026-12-03", "2026-11-27", "none", "2026-11-27"},
        {"2027-01-04", "2026-11-20", "2026-11-20..2026-12-24", "none"},
    };
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        struct fake *f = fake_new(&FAKE_PLUGIN, "2026-11-22");
        char ini[400];
        fake_ini(f, pgc_format(ini, sizeof ini,
                               "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = "
                               "2026-11-16\nanswer_by = %s\ncontract_received = %s\n",
                               cases[i].by, cases[i].came));
        fake_plan(f);
        assert_days(f, "mercy-to-counsel", cases[i].last);
        assert_days(f, "mercy-review-late", cases[i].late);
        /* Sent, or back: nothing is left to send. */
        fake_ini(f, i % 2 ? "[review]\nsent = 2026-11-27\n" : "[review]\ndone = 2026-11-27\n");
        fake_plan(f);
        assert_days(f, "mercy-to-counsel", "none");
        fake_free(&f);
    }
}

/* offer=ID names all they said no to, whatever the term. */
static void caps(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-12-01") "hard_cap = base_y2, sign_on\n");
    fake_log(f, "2026-11-18", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-19", "offer", "mercy", "answered", "response=no;term=base");
    fake_arg(f, "offer", "mercy");
    fake_report(f, "offers");
    assert_true(says(f, "what they cannot move: base_y2, sign_on, base"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(committee),
        CASE(reply),
        CASE(extended_to_the_past),
        CASE(second_acceptance),
        CASE(contract_from_the_beginning),
        CASE(last_day_for_counsel),
        CASE(caps),
    };
    return cmocka_run_group_tests_name("happenings", tests, NULL, NULL);
}
