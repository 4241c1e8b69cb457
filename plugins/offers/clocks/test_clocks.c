/* SPDX-License-Identifier: BSD-2-Clause */
/* States, rounds and the clocks besides the answer dates. All dates by hand; 2026-11-16 is a
 * Monday, 2026-11-26 Thanksgiving. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* G = 2027-06-30, S = 2027-08-02. */
#define TRAINING "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
#define OFFER(id, received, by)                                                                    \
    "[offer:" id "]\nemployer = " id                                                               \
    "\nwritten = yes\nphysician_lead = Chief\ndoc = contract\nreceived = " received                \
    "\nanswer_by = " by "\n"

/* An entry that is not written down yet, as `log` proposes it: NULL when it may be, else why
 * not. */
static const char *propose(struct fake *f, const char *day, const char *id, const char *event,
                           const char *arg)
{
    const char *why = NULL;
    fake_log(f, day, "offer", id, event, arg);
    f->events[f->nevents - 1].number = PGYD_PROPOSED;
    fake_check(f);
    for (size_t i = 0; i < f->nproblems; i++) {
        if (strcmp(f->problems[i].section, "journal") == 0) {
            assert_int_equal(f->problems[i].severity, PGYD_CRITICAL);
            assert_string_equal(f->problems[i].key, "offer");
            why = f->problems[i].message;
        }
    }
    /* The fake keeps happenings in order of their day: the proposed one may stand anywhere. */
    size_t at = 0;
    while (f->events[at].number != PGYD_PROPOSED)
        at++;
    memmove(f->events + at, f->events + at + 1, (--f->nevents - at) * sizeof *f->events);
    return why;
}

static void assert_refused(struct fake *f, const char *day, const char *event, const char *arg,
                           const char *part)
{
    const char *why = propose(f, day, "mercy", event, arg);
    if (!why || !strstr(why, part))
        fail_msg("%s: %s, expected \"%s\"", event, why ? why : "taken", part);
}

static void assert_taken(struct fake *f, const char *day, const char *event, const char *arg)
{
    const char *why = propose(f, day, "mercy", event, arg);
    if (why)
        fail_msg("%s: refused: %s", event, why);
    fake_log(f, day, "offer", "mercy", event, arg);
}

/* ---- S0-66 ---- */

/* The whole way, each step proposed first, and at each place what must not follow. */
static void the_way(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01")
                    OFFER("valley", "2026-11-17", "2026-12-02"));
    assert_refused(f, "2026-11-17", "revised", NULL,
                   "'revised' cannot follow 'received'; what can: compared, asks-planned, asked, "
                   "accepted, declined, expired");
    assert_refused(f, "2026-11-17", "answered", "response=no", "cannot follow 'received'");
    assert_refused(f, "2026-11-15", "compared", NULL, "before the offer was received, 2026-11-16");
    assert_taken(f, "2026-11-17", "compared", NULL);
    assert_taken(f, "2026-11-18", "asks-planned", NULL);
    assert_refused(f, "2026-11-18", "compared", NULL, "'compared' cannot follow 'asks-planned'");
    assert_taken(f, "2026-11-19", "asked", NULL);
    assert_refused(f, "2026-11-19", "asked", NULL, "no answer yet");
    assert_refused(f, "2026-11-19", "asks-planned", NULL, "cannot follow 'asked'");
    assert_taken(f, "2026-11-20", "revised", NULL);
    assert_refused(f, "2026-11-20", "revised", NULL, "cannot follow 'revised'");
    assert_taken(f, "2026-11-21", "accepted", NULL);
    assert_refused(f, "2026-11-21", "asked", NULL,
                   "'asked' cannot follow 'accepted'; what can: nothing");
    assert_refused(f, "2026-11-21", "declined", NULL, "cannot follow 'accepted'");
    assert_refused(f, "2026-11-21", "paused", NULL, "cannot follow 'accepted'");
    assert_taken(f, "2026-11-22", "contract-received", NULL);
    fake_plan(f);
    assert_days(f, "mercy-state@received", "2026-11-16");
    assert_days(f, "mercy-state@compared", "2026-11-17");
    assert_days(f, "mercy-state@asks-planned", "2026-11-18");
    assert_days(f, "mercy-state@asked-1", "2026-11-19");
    assert_days(f, "mercy-state@revised-1", "2026-11-20");
    assert_days(f, "mercy-state@accepted-1", "2026-11-21");
    assert_int_equal(fake_count(f, "mercy-state"), 6);
    assert_true(fake_has_ref(fake_item(f, "mercy-state@asked-1"), "S0-66"));
}

/* What is in the journal and cannot have happened moves nothing, and is a warning; one that is fine
 * beside it can still be logged. */
static void illegal_history(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    fake_log(f, "2026-11-17", "offer", "mercy", "revised", NULL);
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "mercy", NULL,
                                   "revised of 2026-11-17 counts for nothing"),
                     1);
    assert_int_equal(f->nproblems, 1);
    assert_taken(f, "2026-11-18", "asked", NULL);
    fake_plan(f);
    assert_days(f, "mercy-state@revised", "none");
    assert_days(f, "mercy-state@asked-1", "2026-11-18");
}

/* A date in the past that would make what came later impossible. */
static void backdated(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    fake_log(f, "2026-11-20", "offer", "mercy", "compared", NULL);
    assert_refused(f, "2026-11-18", "declined", NULL,
                   "then 'compared' of 2026-11-20 could not have happened");
    assert_refused(f, "2026-11-18", "asked", NULL,
                   "then 'compared' of 2026-11-20 could not have happened");
    assert_null(propose(f, "2026-11-20", "mercy", "declined", NULL));
    assert_null(propose(f, "2026-11-18", "mercy", "touched", NULL));
}

/* Entry number `at` of the fake's list is about to be taken back: NULL when it may be, else why
 * not. */
static const char *withdraw(struct fake *f, size_t at)
{
    const char *why = NULL;
    int64_t number = f->events[at].number;
    f->events[at].number = PGYD_WITHDRAWN;
    fake_check(f);
    f->events[at].number = number;
    for (size_t i = 0; i < f->nproblems; i++) {
        if (strcmp(f->problems[i].section, "journal") == 0)
            why = f->problems[i].message;
    }
    return why;
}

/* Taking back what later entries rest on: asked, revised, asked again. The first ask holds the
 * revision, that the second ask, the last nothing. */
static void taken_back(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    fake_log(f, "2026-11-17", "offer", "mercy", "touched", NULL);
    fake_log(f, "2026-11-18", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-19", "offer", "mercy", "revised", NULL);
    fake_log(f, "2026-11-20", "offer", "mercy", "asked", NULL);
    size_t at = 0; /* behind what the file itself says */
    while (strcmp(f->events[at].event, "touched") != 0)
        at++;
    assert_null(withdraw(f, at));
    /* Without the first ask there is nothing to revise; the second ask would then be the first. */
    assert_string_equal(
        withdraw(f, at + 1),
        "mercy: without it 'revised' of 2026-11-19 could not have happened: take that back first");
    assert_string_equal(
        withdraw(f, at + 2),
        "mercy: without it 'asked' of 2026-11-20 could not have happened: take that back first");
    assert_null(withdraw(f, at + 3));
    /* One that counted for nothing may go, though others stand behind it. */
    fake_log(f, "2026-11-21", "offer", "mercy", "compared", NULL);
    assert_null(withdraw(f, at + 4));
    /* What is illegal already is no reason to keep an entry. */
    assert_null(withdraw(f, at));
}

/* ---- S0-48, S0-45 ---- */

static void rounds(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    assert_taken(f, "2026-11-17", "asked", NULL);
    assert_refused(f, "2026-11-18", "answered", NULL,
                   "response=improved, response=no or response=pending");
    assert_refused(f, "2026-11-18", "answered", "response=maybe", "response=");
    assert_taken(f, "2026-11-18", "answered", "response=pending"); /* nothing is closed by it */
    assert_refused(f, "2026-11-18", "asked", NULL, "no answer yet");
    assert_taken(f, "2026-11-18", "answered", "response=no");
    fake_plan(f);
    assert_days(f, "mercy-last-round", "none");
    assert_taken(f, "2026-11-19", "asked", NULL);
    fake_plan(f);
    assert_days(f, "mercy-last-round", "2026-11-19");
    assert_days(f, "mercy-too-many-rounds", "none");
    assert_true(fake_has_ref(fake_item(f, "mercy-last-round"), "S0-48"));
    assert_taken(f, "2026-11-20", "answered", "response=improved");
    assert_refused(f, "2026-11-21", "asked", NULL, "force=yes");
    assert_refused(f, "2026-11-21", "asked", "force=no", "force=yes");
    assert_taken(f, "2026-11-21", "asked", "force=yes");
    fake_plan(f);
    assert_days(f, "mercy-last-round", "none");
    assert_days(f, "mercy-too-many-rounds", "2026-11-21");
    assert_int_equal(fake_item(f, "mercy-too-many-rounds")->stakes, PGYD_CONTEXT);
    assert_string_equal(fake_item(f, "mercy-too-many-rounds")->title,
                        "You have asked mercy 3 times");
    assert_days(f, "mercy-state@asked-3", "2026-11-21");
}

/* S2-67: the only written offer; a second one that is only said does not count. */
static void first_acceptable(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    fake_ini(f, "[offer:talk]\nemployer = T\nwritten = no\nreceived = 2026-11-17\nanswer_by = "
                "2026-12-01\n");
    assert_refused(f, "2026-11-20", "accepted", NULL, "confirm=yes");
    assert_null(propose(f, "2026-11-20", "mercy", "accepted", "confirm=yes"));
    fake_ini(f, OFFER("valley", "2026-11-17", "2026-12-02"));
    assert_null(propose(f, "2026-11-20", "mercy", "accepted", NULL));
}

/* ---- S0-16 ---- */

static void committee(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01") "deadline_kind = committee\n");
    fake_plan(f);
    assert_days(f, "mercy-committee", "none");
    fake_log(f, "2026-11-18", "offer", "mercy", "extension-requested", NULL);
    assert_refused(f, "2026-11-19", "extended", "by=2026-12-08", "moved by no letter");
    fake_log(f, "2026-11-19", "offer", "mercy", "extended", "by=2026-12-08");
    fake_plan(f);
    assert_days(f, "mercy-committee", "2026-11-18");
    assert_days(f, "mercy-extension", "none");
    assert_days(f, "mercy-answer-by", "2026-12-01");
    /* The same journal without a committee. */
    struct fake *g = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(g, OFFER("mercy", "2026-11-16", "2026-12-01") "deadline_kind = hard\n");
    fake_log(g, "2026-11-18", "offer", "mercy", "extension-requested", NULL);
    fake_log(g, "2026-11-19", "offer", "mercy", "extended", "by=2026-12-08");
    fake_plan(g);
    assert_days(g, "mercy-committee", "none");
    assert_days(g, "mercy-answer-by", "2026-12-08");
    fake_free(&g);
}

static void extended_needs_a_date(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01"));
    assert_refused(f, "2026-11-18", "extended", NULL, "by=YYYY-MM-DD");
    assert_refused(f, "2026-11-18", "extended", "by=2026-02-30", "by=YYYY-MM-DD");
    assert_null(propose(f, "2026-11-18", "mercy", "extended", "by=2026-12-08"));
    assert_refused(f, "2026-11-18", "paused", "until=soon", "until=YYYY-MM-DD");
    assert_refused(f, "2026-11-18", "resumed", NULL, "not paused");
}

/* ---- days on which nobody is there ---- */

/* Friday 2026-12-04: nothing; Saturday and Sunday: Friday; Monday: nothing again. Thanksgiving: the
 * Wednesday before. */
static void closed(void **state)
{
    static const struct {
        const char *by, *alert;
    } cases[] = {{"2026-12-04", "none"},
                 {"2026-12-05", "2026-12-04"},
                 {"2026-12-06", "2026-12-04"},
                 {"2026-12-07", "none"},
                 {"2026-11-26", "2026-11-25"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[200];
        snprintf(
            ini, sizeof ini,
            "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = 2026-11-16\nanswer_by = %s\n",
            cases[i].by);
        fake_ini(f, ini);
        fake_plan(f);
        assert_days(f, "mercy-closed", cases[i].alert);
        fake_free(&f);
    }
}

/* The cause goes, comes back elsewhere, goes for good. */
static void closed_comes_and_goes(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-05"));
    fake_plan(f);
    assert_days(f, "mercy-closed", "2026-12-04");
    assert_non_null(strstr(fake_item(f, "mercy-closed")->title, "weekend"));
    fake_log(f, "2026-11-20", "offer", "mercy", "extended", "by=2026-12-07");
    fake_plan(f);
    assert_days(f, "mercy-closed", "none");
    fake_log(f, "2026-11-21", "offer", "mercy", "extended", "by=2026-12-25");
    fake_plan(f);
    assert_days(f, "mercy-closed", "2026-12-24");
    assert_non_null(strstr(fake_item(f, "mercy-closed")->title, "holiday"));
    fake_log(f, "2026-11-22", "offer", "mercy", "declined", NULL);
    fake_plan(f);
    assert_days(f, "mercy-closed", "none");
}

/* S0-18: their date on the own one: nothing; a day later: a week before the own one, but not before
 * the offer came. */
static void past_own(void **state)
{
    struct fake *f = *state;
    fake_ini(f,
             "[goal]\ninternal_deadline = 2026-12-01\n" OFFER("mercy", "2026-11-16", "2026-12-01"));
    fake_plan(f);
    assert_days(f, "mercy-past-own", "none");
    fake_log(f, "2026-11-18", "offer", "mercy", "extended", "by=2026-12-02");
    fake_plan(f);
    assert_days(f, "mercy-past-own", "2026-11-24");
    fake_ini(f, OFFER("valley", "2026-11-27", "2026-12-03"));
    fake_plan(f);
    assert_days(f, "valley-past-own", "2026-11-27");
}

/* S1-53: named with the offer or with its prospect. */
static void lead(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = 2026-11-16\nanswer_by = "
                "2026-12-01\n");
    fake_plan(f);
    assert_days(f, "mercy-only-hr", "2026-11-16");
    fake_log(f, "2026-11-17", "offer", "mercy", "paused", "until=2026-11-20");
    fake_plan(f);
    assert_days(f, "mercy-only-hr", "2026-11-21"); /* S3-21: behind the pause */
    fake_ini(f, "physician_lead = Dr. Lee\n");
    fake_plan(f);
    assert_days(f, "mercy-only-hr", "none");
}

static void lead_of_prospect(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[offer:mercy]\nemployer = M\nwritten = yes\nprospect = m\nreceived = "
                "2026-11-16\nanswer_by = 2026-12-01\n"
                "[prospect:m]\nphysician_lead = Dr. Lee\n");
    fake_plan(f);
    assert_days(f, "mercy-only-hr", "none");
}

/* ---- S3-21 ---- */

/* Untouched since 2026-11-16: 2026-12-07. Pauses that end the day before, on it (logged on the 16th
 * too), never; and one taken back. */
static void pause_and_nudges(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16",
                      "2027-01-04") "status = paused\npaused_until = 2026-12-06\n");
    fake_plan(f);
    assert_days(f, "mercy-untouched", "2026-12-07");
    fake_log(f, "2026-11-16", "offer", "mercy", "paused", "until=2026-12-07");
    fake_plan(f);
    assert_days(f, "mercy-untouched", "2026-12-08");
    assert_days(f, "mercy-answer-by", "2027-01-04");
    fake_log(f, "2026-11-17", "offer", "mercy", "paused", NULL);
    fake_plan(f);
    assert_days(f, "mercy-untouched", "none");
    assert_days(f, "mercy-answer-by", "2027-01-04");
    fake_log(f, "2026-11-20", "offer", "mercy", "resumed", NULL);
    fake_plan(f);
    assert_days(f, "mercy-untouched", "2026-12-11");
}

/* S0-36. Asked on Tuesday 2026-11-24: the 25th, 27th (Thanksgiving is none), 30th, 1st, 2nd. Asked
 * again on the 30th: 1, 2, 3, 4, 7 (Monday). */
static void data(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-20"));
    fake_plan(f);
    assert_days(f, "mercy-data", "none");
    assert_taken(f, "2026-11-24", "data-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-data", "2026-12-02");
    assert_stakes(f, "mercy-data", PGYD_COSTLY, "2026-12-02");
    assert_true(fake_has_ref(fake_item(f, "mercy-data"), "S0-36"));
    assert_taken(f, "2026-11-30", "data-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-data", "2026-12-07");
    /* A pause up to its day moves it behind the pause; the answer ends it. */
    fake_log(f, "2026-12-01", "offer", "mercy", "paused", "until=2026-12-07");
    fake_plan(f);
    assert_days(f, "mercy-data", "2026-12-08");
    fake_ini(f, "wrvu_history_new_hire = 4000\n");
    fake_plan(f);
    assert_days(f, "mercy-data", "none");
}

/* After the end nobody answers any more. */
static void data_of_settled(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-20"));
    fake_log(f, "2026-11-24", "offer", "mercy", "data-requested", NULL);
    fake_log(f, "2026-11-25", "offer", "mercy", "declined", NULL);
    fake_plan(f);
    assert_days(f, "mercy-data", "none");
    assert_refused(f, "2026-11-26", "data-requested", NULL, "cannot follow 'declined'");
}

/* ---- S0-55 ---- */

/* Here since Monday 2026-11-23, due Saturday 12-12. Sent on Friday 12-04 a review of five business
 * days ends on the 11th, likewise over that weekend; from Monday 12-07 on the 14th. It was told
 * "last day to send" long after that day. */
static void the_last_day_to_send(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-12") "contract_received = 2026-11-23\n");
    static const char *const in_time[] = {"2026-11-22", "2026-12-03", "2026-12-04", "2026-12-06"};
    for (size_t i = 0; i < sizeof in_time / sizeof in_time[0]; i++) {
        f->host.today = fake_day(in_time[i]);
        fake_plan(f);
        assert_days(f, "mercy-to-counsel", "2026-11-23..2026-12-04");
        assert_stakes(f, "mercy-to-counsel", PGYD_COSTLY, "2026-12-04");
        assert_days(f, "mercy-review-late", "none");
        /* The list of requests follows: 11-25, or the day after it was sent at the latest. */
        assert_days(f, "mercy-plan-asks", "2026-11-25");
        assert_stakes(f, "mercy-plan-asks", PGYD_COSTLY, "2026-12-05");
    }
    for (size_t i = 0; i < 2; i++) {
        f->host.today = fake_day(i ? "2026-12-12" : "2026-12-07");
        fake_plan(f);
        assert_days(f, "mercy-to-counsel", "none");
        assert_days(f, "mercy-review-late", "2026-12-07");
        assert_stakes(f, "mercy-review-late", PGYD_COSTLY, "2026-12-09");
        assert_false(rings(f, "mercy-review-late"));
        assert_string_equal(fake_item(f, "mercy-review-late")->next,
                            "Ask for more time or a rush review");
    }
    fake_ini(f, "deadline_kind = hard\n");
    fake_plan(f);
    assert_string_equal(fake_item(f, "mercy-review-late")->next,
                        "Ask your lawyer for a rush review");
    fake_ini(f, "[review]\nsent = 2026-12-07\n");
    fake_plan(f);
    assert_days(f, "mercy-review-late", "2026-12-07");
    fake_ini(f, "[review]\nsent = 2026-12-04\n");
    fake_plan(f);
    assert_days(f, "mercy-review-late", "none");
    assert_days(f, "mercy-to-counsel", "none");
}

/* S0-21: promised for Monday 12-07: sent by Monday 11-30 the review ends on it, a day later on the
 * 8th. On the day itself it can still be moved, after it there is nothing to move. */
static void promised(void **state)
{
    static const struct {
        const char *today, *days;
    } cases[] = {{"2026-11-30", "none"},
                 {"2026-12-01", "2026-12-01"},
                 {"2026-12-07", "2026-12-01"},
                 {"2026-12-08", "none"}};
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-31") "contract_received = 2026-11-23\n"
                                                           "promised_by = 2026-12-07\n");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        f->host.today = fake_day(cases[i].today);
        fake_plan(f);
        assert_days(f, "mercy-promise", cases[i].days);
    }
}

/* ---- after the signature ---- */

/* From S = 2027-08-02: two years to 2029-08-02, notice 90 days before on 2029-05-04, the talk 90
 * days before that on 2029-02-03; three years to 2030-08-02. */
static void after_signing(void **state)
{
    struct fake *f = *state;
    fake_ini(f, TRAINING OFFER(
                    "mercy", "2026-11-16",
                    "2026-12-01") "term_months = 24\nnotice_days = 90\nsign_on_clawback_months = "
                                  "36\nloan_repay_years = 3\nguarantee_months = 12\n");
    fake_plan(f);
    assert_days(f, "mercy-nonrenewal", "none");
    fake_log(f, "2026-11-20", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    assert_days(f, "mercy-term-ends", "2029-08-02");
    assert_days(f, "mercy-nonrenewal", "2029-05-04");
    assert_days(f, "mercy-renewal-talk", "2029-02-03");
    assert_days(f, "mercy-clawback-ends", "2030-08-02");
    assert_days(f, "mercy-service-ends", "2030-08-02");
    /* 90 days before 2028-08-02: July 31, June 30, 29 more days of May before the 4th. */
    assert_days(f, "mercy-guarantee-ends", "2028-05-04");
    assert_non_null(strstr(fake_item(f, "mercy-guarantee-ends")->detail, "Wed Aug 2, 2028"));
    assert_stakes(f, "mercy-nonrenewal", PGYD_COSTLY, "2029-05-04");
    /* Years away: on the line of no offer. */
    assert_null(fake_item(f, "mercy-nonrenewal")->about);
    assert_true(fake_has_ref(fake_item(f, "mercy-renewal-talk"), "S3-14"));
}

/* Unknown terms give no dates; the file may say that it was accepted. */
static void after_signing_unknown(void **state)
{
    struct fake *f = *state;
    fake_ini(f, TRAINING OFFER("mercy", "2026-11-16",
                               "2026-12-01") "status = accepted\nterm_months = 12\n");
    fake_plan(f);
    assert_days(f, "mercy-term-ends", "2028-08-02");
    assert_days(f, "mercy-nonrenewal", "none");
    assert_days(f, "mercy-clawback-ends", "none");
    assert_days(f, "few-offers", "none");
}

/* The report of the way: each entry with what it led to, and what counts for nothing. */
static void history(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("mercy", "2026-11-16", "2026-12-01")
                    OFFER("valley", "2026-11-17", "2026-12-02"));
    fake_log(f, "2026-11-18", "offer", "mercy", "asked", "note=base");
    fake_log(f, "2026-11-19", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-20", "offer", "mercy", "revised", NULL);
    fake_arg(f, "offer", "mercy");
    fake_report(f, "history");
    /* Two headings, the head, four entries with the day it came, two paragraphs. */
    assert_int_equal(f->nparts, 9);
    assert_string_equal(f->parts[3].cells[1], "file");
    assert_string_equal(f->parts[4].cells[3], "asked");
    assert_string_equal(f->parts[4].cells[4], "note=base");
    assert_non_null(strstr(f->parts[5].cells[4], "counts for nothing"));
    assert_string_equal(f->parts[7].text,
                        "received 2026-11-16 > asked 2026-11-18 > revised 2026-11-20");
    assert_non_null(strstr(f->parts[8].text, "Rounds: 1 of 2. What can follow: compared, "
                                             "asks-planned, asked, accepted, declined, expired."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_way),
        CASE(illegal_history),
        CASE(backdated),
        CASE(taken_back),
        CASE(data),
        CASE(data_of_settled),
        CASE(rounds),
        CASE(first_acceptable),
        CASE(committee),
        CASE(extended_needs_a_date),
        cmocka_unit_test(closed),
        CASE(closed_comes_and_goes),
        CASE(past_own),
        CASE(lead),
        CASE(lead_of_prospect),
        CASE(pause_and_nudges),
        CASE(the_last_day_to_send),
        CASE(promised),
        CASE(after_signing),
        CASE(after_signing_unknown),
        CASE(history),
    };
    return cmocka_run_group_tests_name("clocks", tests, NULL, NULL);
}
