/* SPDX-License-Identifier: BSD-2-Clause */
/* The clocks of an offer: the day of each rule, the day before and after. States, pairs and
 * readiness have tests of their own. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

static const char mercy[] = "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
                            "2026-11-16\nanswer_within = 7-10\n";

/* S0-02: received 2026-11-16, 7-10 days: soft 2026-11-23, hard 2026-11-26. The lower number is
 * a line on the clock; the higher has the offer's one ladder. */
static void answer_within(void **state)
{
    struct fake *f = planned(state, mercy);
    assert_days(f, "mercy-answer-soft", "2026-11-23");
    assert_days(f, "mercy-answer-by", "2026-11-26");
    assert_int_equal(fake_item(f, "mercy-answer-by")->kind, PGYD_DEADLINE);
    assert_stakes(f, "mercy-answer-by", PGYD_FATAL, "2026-11-26");
    assert_string_equal(fake_steps(f, "mercy-answer-by"), "-7d, -3d, -1d, 0d");
    assert_string_equal(fake_item(f, "mercy-answer-by")->about, "offer:mercy");
    assert_string_equal(fake_item(f, "mercy-answer-by")->title, "Answer Mercy Health");
    assert_int_equal(fake_item(f, "mercy-answer-soft")->kind, PGYD_WINDOW);
    assert_int_equal(fake_item(f, "mercy-answer-soft")->stakes, PGYD_CONTEXT);
    assert_true(fake_has_ref(fake_item(f, "mercy-answer-by"), "S0-02"));
    assert_int_equal(fake_item(f, "mercy-answer-by")->start_minute, -1);
}

/* One number leaves no soft date. */
static void answer_within_one(void **state)
{
    struct fake *f = planned(
        state,
        "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7\n");
    assert_days(f, "mercy-answer-soft", "none");
    assert_days(f, "mercy-answer-by", "2026-11-23");
}

/* answer_by wins, with its hour and zone; check warns that both are set. */
static void answer_by_wins(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "answer_by = 2026-12-01 17:00 America/Chicago\n");
    fake_plan(f);
    assert_days(f, "mercy-answer-soft", "none");
    assert_days(f, "mercy-answer-by", "2026-12-01");
    assert_int_equal(fake_item(f, "mercy-answer-by")->start_minute, 17 * 60);
    assert_string_equal(fake_item(f, "mercy-answer-by")->zone, "America/Chicago");
    assert_string_equal(fake_steps(f, "mercy-answer-by"), "-7d, -3d, -1d, 0d, -2h");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "mercy", "answer_within", "wins"), 1);
    assert_int_equal(f->nproblems, 1);
}

/* How firm the date is (S0-16) changes words and the next step, never what is lost. 2026-12-01 is a
 * Tuesday: they can be called on the day itself. */
static void deadline_kinds(void **state)
{
    static const struct {
        const char *kind, *detail, *next;
    } cases[] = {{"soft", "can move if you ask", "Ask for more time, or decide and call"},
                 {"committee", "A committee meets", "Decide before the committee meets"},
                 {"hard", "called this date firm", "Decide, then call them"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[200];
        snprintf(ini, sizeof ini,
                 "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = 2026-11-16\n"
                 "answer_by = 2026-12-01\ndeadline_kind = %s\n",
                 cases[i].kind);
        fake_ini(f, ini);
        fake_plan(f);
        assert_stakes(f, "mercy-answer-by", PGYD_FATAL, "2026-12-01");
        assert_non_null(strstr(fake_item(f, "mercy-answer-by")->detail, cases[i].detail));
        assert_string_equal(fake_item(f, "mercy-answer-by")->next, cases[i].next);
        fake_free(&f);
    }
}

/* S0-01: the answer is due on 2026-11-26. Nights that end the day before, begin the day after, or
 * cover it. */
static void among_busy_days(void **state)
{
    struct fake *f = planned(state, mercy);
    assert_days(f, "mercy-busy", "none");
    fake_busy(f, false, "2026-11-16", "2026-11-25", "nights", "Nights before");
    fake_busy(f, false, "2026-11-27", "2026-12-03", "nights", "Nights after");
    fake_plan(f);
    assert_days(f, "mercy-busy", "none");
    fake_forget_busy(f);
    fake_busy(f, false, "2026-11-24", "2026-11-26", "nights", "Night float");
    fake_busy(f, true, "2026-11-26", "2026-11-26", "call", "Call");
    fake_plan(f);
    assert_days(f, "mercy-busy", "2026-11-23");
    const struct pgyd_item *item = fake_item(f, "mercy-busy");
    assert_int_equal(item->kind, PGYD_ALERT);
    assert_int_equal(item->stakes, PGYD_CONTEXT);
    assert_string_equal(item->title, "Mercy Health is due during Night float");
    assert_non_null(strstr(item->detail, "\"Night float\""));
    assert_true(fake_has_ref(item, "S0-01"));
    assert_days(f, "mercy-answer-by", "2026-11-26"); /* it never moves */
    /* A call of that day; and a stretch that was under way when the offer came (2026-11-16). */
    fake_forget_busy(f);
    fake_busy(f, true, "2026-11-26", "2026-11-27", "call", "");
    fake_plan(f);
    assert_days(f, "mercy-busy", "2026-11-25");
    assert_non_null(strstr(fake_item(f, "mercy-busy")->title, "is due during a call"));
    fake_forget_busy(f);
    fake_busy(f, false, "2026-11-02", "2026-11-29", "nights", "Nights");
    fake_plan(f);
    assert_days(f, "mercy-busy", "2026-11-16");
}

/* S0-22: touched 2026-11-02: day 20 is 2026-11-22, the alert is for 2026-11-23. */
static void untouched(void **state)
{
    struct fake *f = planned(state, "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = "
                                    "2026-10-26\nlast_touched = 2026-11-02\n");
    assert_days(f, "mercy-untouched", "2026-11-23");
    assert_stakes(f, "mercy-untouched", PGYD_COSTLY, "2026-11-23");
    assert_string_equal(fake_item(f, "mercy-untouched")->done_log, "offer mercy touched");
    assert_true(fake_has_ref(fake_item(f, "mercy-untouched"), "S0-22"));
    /* Any later happening counts: 2026-11-10 + 21. An earlier one does not. */
    fake_log(f, "2026-11-10", "offer", "mercy", "asked", NULL);
    fake_log(f, "2026-11-01", "offer", "mercy", "touched", NULL);
    fake_plan(f);
    assert_days(f, "mercy-untouched", "2026-12-01");
}

/* S0-20: requested 2026-11-23: 2026-12-03 to 2026-12-07; the reply two business days later,
 * Wednesday 2026-11-25. */
static void extension(void **state)
{
    struct fake *f = planned(state, mercy);
    assert_days(f, "mercy-extension", "none");
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-03..2026-12-07");
    assert_days(f, "mercy-extension-reply", "2026-11-25");
    assert_int_equal(fake_item(f, "mercy-extension")->confidence, PGYD_PATTERN);
    /* The contract arrives two days later: the clock starts there. */
    fake_log(f, "2026-11-25", "offer", "mercy", "contract-received", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-05..2026-12-09");
    assert_int_equal(fake_item(f, "mercy-extension")->confidence, PGYD_CONFIRMED);
}

/* It was there before the request, or on the day: the request counts. */
static void extension_contract_there(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "contract_received = 2026-11-23\n");
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-03..2026-12-07");
}

/* Asking for the contract begins the same wait. Thanksgiving is no business day: 2026-11-25 + 2 =
 * Monday 2026-11-30. */
static void extension_by_contract_request(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "contract_requested = 2026-11-25\nanswer_by = 2026-12-20\n");
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-05..2026-12-09");
    assert_days(f, "mercy-extension-reply", "2026-11-30");
    assert_days(f, "mercy-request-contract", "none");
}

/* S0-18: no extension beyond one's own deadline: 12-05 cuts the end, 12-02 both. */
static void extension_capped(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "[goal]\ninternal_deadline = 2026-12-05\ninternal_reason = lease\n");
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-03..2026-12-05");
    assert_days(f, "internal-deadline", "2026-12-05");
    assert_stakes(f, "internal-deadline", PGYD_COSTLY, "2026-12-05");
    assert_non_null(strstr(fake_item(f, "internal-deadline")->detail, "lease"));
}

static void extension_capped_whole(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "[goal]\ninternal_deadline = 2026-12-02\n");
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-02");
}

/* Granted: the answer date moves, the soft one and the waiting go. Something that is no date moves
 * nothing. */
static void extended(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_log(f, "2026-11-24", "offer", "mercy", "extended", "by=2026-12-07");
    fake_plan(f);
    assert_days(f, "mercy-answer-by", "2026-12-07");
    assert_days(f, "mercy-answer-soft", "none");
    assert_days(f, "mercy-extension", "none");
    assert_days(f, "mercy-extension-reply", "none");
    fake_log(f, "2026-11-25", "offer", "mercy", "extended", "by=soon");
    fake_plan(f);
    assert_days(f, "mercy-answer-by", "2026-12-07");
}

/* Asked again after a grant: the wait is back. */
static void extension_again(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_log(f, "2026-11-24", "offer", "mercy", "extended", "by=2026-12-01");
    fake_log(f, "2026-11-28", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension", "2026-12-08..2026-12-12");
}

/* S0-17. Mercy until 2026-11-26, Valley from 2026-11-24 to 2026-12-01: both from 24 to 26, three
 * days; answer dates 5 apart. */
static void overlap(void **state)
{
    struct fake *f = planned(state, "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = "
                                    "2026-11-24\nanswer_by = 2026-12-01\n");
    fake_ini(f, mercy);
    fake_plan(f);
    assert_days(f, "overlap-mercy-valley", "2026-11-24..2026-11-26");
    assert_non_null(strstr(fake_item(f, "overlap-mercy-valley")->detail, "both are open: 3."));
    assert_non_null(strstr(fake_item(f, "overlap-mercy-valley")->detail, "two answer dates: 5."));
    assert_days(f, "no-overlap-mercy-valley", "none");
}

/* The last day of one is the first of the other: one day. A day later: none, and an alert on the
 * day the second arrived. */
static void overlap_edges(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = "
                "2026-11-26\nanswer_by = 2026-12-01\n");
    fake_plan(f);
    assert_days(f, "overlap-mercy-valley", "2026-11-26");
    struct fake *g = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(g, mercy);
    fake_ini(g, "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = "
                "2026-11-27\nanswer_by = 2026-12-01\n");
    fake_plan(g);
    assert_days(g, "overlap-mercy-valley", "none");
    assert_days(g, "no-overlap-mercy-valley", "2026-11-27");
    assert_int_equal(fake_item(g, "no-overlap-mercy-valley")->kind, PGYD_ALERT);
    assert_string_equal(fake_item(g, "no-overlap-mercy-valley")->about, "offer:mercy");
    assert_string_equal(fake_item(g, "no-overlap-mercy-valley")->title,
                        "Mercy Health is due before Valley comes");
    /* The first has run out: nothing is to be paired with it. */
    g->host.today = fake_day("2026-11-27");
    fake_plan(g);
    assert_days(g, "no-overlap-mercy-valley", "none");
    fake_free(&g);
}

/* Ids with dashes cannot be taken for another pair. */
static void overlap_names(void **state)
{
    struct fake *f = *state;
    static const char *const ids[] = {"a", "a-b", "b-c", "c"};
    for (size_t i = 0; i < 4; i++) {
        char ini[200];
        snprintf(
            ini, sizeof ini,
            "[offer:%s]\nemployer = E\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7\n",
            ids[i]);
        fake_ini(f, ini);
    }
    fake_plan(f); /* the fake refuses an item emitted twice */
    assert_int_equal(fake_count(f, "overlap-"), 6);
    assert_non_null(fake_item(f, "overlap-a-b-c"));
    assert_non_null(fake_item(f, "overlap-a-b.c"));
}

/* Accepted: its clocks stop, and the other is to be declined the day after (S0-61). */
static void accepted(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = "
                "2026-11-18\nanswer_by = 2026-12-01\n");
    fake_log(f, "2026-11-25", "offer", "mercy", "accepted", NULL);
    fake_plan(f);
    /* what happened stays */
    assert_int_equal(fake_count(f, "mercy-"), fake_count(f, "mercy-state") + 1);
    assert_days(f, "mercy-signed-as-is", "2026-11-25");
    assert_int_equal(fake_count(f, "overlap-"), 0);
    assert_days(f, "valley-decline", "2026-11-26");
    assert_string_equal(fake_item(f, "valley-decline")->done_log, "offer valley declined");
    assert_days(f, "valley-answer-by", "none");
    fake_log(f, "2026-11-26", "offer", "valley", "declined", NULL);
    fake_plan(f);
    assert_int_equal(f->nitems, fake_count(f, "mercy-state") + fake_count(f, "valley-state") + 1);
}

static void settled_in_file(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "status = expired\n");
    fake_plan(f);
    assert_int_equal(f->nitems, fake_count(f, "mercy-state"));
}

/* S3-21: a pause hides the soft date up to its last day, never the hard one. */
static void paused(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_log(f, "2026-11-20", "offer", "mercy", "paused", "until=2026-11-22");
    fake_plan(f);
    assert_days(f, "mercy-answer-soft", "2026-11-23");
    fake_log(f, "2026-11-20", "offer", "mercy", "paused", "until=2026-11-23");
    fake_plan(f);
    assert_days(f, "mercy-answer-soft", "none");
    assert_days(f, "mercy-answer-by", "2026-11-26");
    fake_log(f, "2026-11-21", "offer", "mercy", "paused", NULL);
    fake_plan(f);
    assert_days(f, "mercy-answer-soft", "none");
    assert_days(f, "mercy-answer-by", "2026-11-26");
}

/* S0-23: from the day it came to the fourth day with a letter alone, 16 + 4 = the 20th. A review of
 * five business days for the 26th begins on the 18th (19, 20, 23, 24, 25), and a reply takes two
 * days: the 16th. What is only said is asked for in writing first. */
static void letter_alone(void **state)
{
    struct fake *f = planned(state, mercy);
    assert_days(f, "mercy-request-contract", "2026-11-16");
    assert_string_equal(fake_item(f, "mercy-request-contract")->next, "Ask for the full contract");
    fake_ini(f, "answer_by = 2026-12-20\n");
    fake_plan(f);
    assert_days(f, "mercy-request-contract", "2026-11-16..2026-11-20");
    assert_stakes(f, "mercy-request-contract", PGYD_COSTLY, "2026-11-20");
    fake_ini(f, "written = no\n");
    fake_plan(f);
    assert_string_equal(fake_item(f, "mercy-request-contract")->title,
                        "Ask Mercy Health for a written offer");
    fake_ini(f, "doc = contract\n");
    fake_plan(f);
    assert_days(f, "mercy-request-contract", "none");
}

/* S0-55: five business days from 2026-11-23 end on 2026-12-01 (Thanksgiving): late for an answer on
 * 11-30, in time for 12-01. */
static void review(void **state)
{
    static const struct {
        const char *answer_by, *late;
    } cases[] = {{"2026-11-30", "2026-11-23"}, {"2026-12-01", "none"}, {"2026-12-02", "none"}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[300];
        snprintf(ini, sizeof ini,
                 "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = 2026-11-16\nanswer_by = "
                 "%s\ndoc = contract\n"
                 "contract_received = 2026-11-23\npromised_by = 2026-11-30\n",
                 cases[i].answer_by);
        fake_ini(f, ini);
        fake_plan(f);
        assert_days(f, "mercy-review-late", cases[i].late);
        /* Too late at once, or by that day; what was promised for the day before is told of where
         * the answer date does not say it already. */
        bool late = strcmp(cases[i].late, "none") != 0;
        assert_days(f, "mercy-to-counsel",
                    late     ? "none"
                    : i == 1 ? "2026-11-23"
                             : "2026-11-23..2026-11-24");
        assert_days(f, "mercy-promise", late ? "none" : "2026-11-23");
        fake_ini(f, "[review]\nsent = 2026-11-23\nturnaround_days = 4\n");
        fake_plan(f); /* 2026-11-30 */
        assert_days(f, "mercy-to-counsel", "none");
        assert_days(f, "mercy-review-late", "none");
        assert_days(f, "mercy-promise", "none");
        fake_free(&f);
    }
}

/* Nothing of an offer's pay reaches the feed. */
static void no_pay(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "base = 412345\nsign_on = 54321\n");
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    for (size_t i = 0; i < f->nitems; i++) {
        assert_null(strstr(f->items[i].title, "412345"));
        assert_null(strstr(f->items[i].slug, "health"));
        assert_true(!f->items[i].detail ||
                    (!strchr(f->items[i].detail, '$') && !strstr(f->items[i].detail, "412345")));
    }
}

static void problems(void **state)
{
    struct fake *f = *state;
    fake_ini(f,
             "[offer:a]\nemployer = A\nwritten = yes\nreceived = 2026-11-16\nanswer_by = "
             "2026-11-15\nrate_locaton = 5\n"
             "must_improve = pay; call\nlast_touched = 2026-11-15\n"
             "[offer:b]\nemployer = B\nwritten = yes\nreceived = 2026-11-16\nanswer_by = "
             "2026-11-16\nrate_location = 5\n"
             "must_improve = pay; call; covenant\n"
             "[offer:c]\nemployer = C\nwritten = yes\nreceived = 2026-11-16\nanswer_within = "
             "10-7\npaused_until = 2026-12-01\n"
             "must_improve = 1; 2; 3; 4; 5; 6\n"
             "[offer:d]\nemployer = D\nwritten = no\nreceived = 2026-11-16\n"
             "[priorities]\nlocation = 50\nschedule = 49\n"
             "[market]\nbenchmark_p25 = 300000\nbenchmark_p50 = 299999\nbenchmark_p75 = 400000\n");
    fake_check(f);
    assert_int_equal(
        fake_problems(f, PGYD_CRITICAL, "offer", "a", "answer_by", "before the offer was received"),
        1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "offer", "a", "rate_locaton", "rate_location"),
                     1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "a", "must_improve", "too few"), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "a", "last_touched", "before received"),
                     1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "b", NULL, NULL), 0);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "offer", "b", NULL, NULL), 0);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "offer", "c", "answer_within", "no range"), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "c", "paused_until", NULL), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "c", "must_improve", "too many"), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "offer", "d", NULL, "no answer date"), 1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "priorities", "", NULL, "sum to 99"), 1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "market", "", "benchmark_p50", NULL), 1);
    assert_int_equal(f->nproblems, 10);
}

static void weights(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[priorities]\nlocation = 60\nschedule = 40\n");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_ini(f, "growth = 1\n");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "priorities", "", NULL, "sum to 101"), 1);
}

/* The table: four days left on 2026-11-22 for 2026-11-26; untouched since it came, six days. */
static void report(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "base = 300000\n[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = "
                "2026-10-30\nanswer_by = 2026-11-20\n");
    fake_report(f, "offers");
    assert_int_equal(f->parts[0].type, PGYD_HEADING);
    assert_int_equal(f->parts[1].type, PGYD_TABLE_HEAD);
    const struct pgyd_part *row = &f->parts[2];
    assert_int_equal(row->ncells, f->parts[1].ncells);
    assert_string_equal(row->cells[0], "Mercy Health");
    assert_string_equal(row->cells[3], "2026-11-23");
    assert_string_equal(row->cells[4], "2026-11-26");
    assert_string_equal(row->cells[5], "4");
    assert_string_equal(row->cells[6], "6");
    assert_string_equal(f->parts[3].cells[5], "2 over");
    assert_string_equal(f->parts[3].cells[6], "23 (too long)");
    bool asked = false;
    for (size_t i = 0; i < f->nparts; i++)
        asked |= f->parts[i].type == PGYD_LIST_ITEM &&
                 strstr(f->parts[i].text, "Mercy Health: bonus rate,");
    assert_true(asked);
}

static void report_one(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = "
                "2026-10-30\nanswer_by = 2026-11-20\n");
    fake_arg(f, "offer", "valley");
    fake_report(f, "offers");
    assert_string_equal(f->parts[2].cells[0], "Valley");
    assert_true(f->parts[3].type != PGYD_TABLE_ROW);
}

static void report_unknown(void **state)
{
    struct fake *f = *state;
    fake_arg(f, "offer", "nobody");
    assert_int_equal(pgyd_plugin_offers.report(&f->host, "offers"), -1);
    assert_non_null(strstr(f->error, "no [offer:"));
}

static void report_empty(void **state)
{
    struct fake *f = *state;
    fake_report(f, "offers");
    assert_int_equal(f->nparts, 2);
    assert_int_equal(pgyd_plugin_offers.report(&f->host, "weather"), -1);
}

static size_t wide(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

/* A long name, whatever it is cut at, leaves whole characters, and what the title says of it. */
static void long_names(void **state)
{
    for (size_t before = 0; before < 2; before++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[1024], name[256] = "xx";
        for (size_t at = before; at + 2 < sizeof name; at += 2)
            memcpy(name + at, "\xc3\xbc", 3);
        snprintf(ini, sizeof ini,
                 "[offer:a]\nemployer = %s\nwritten = yes\nreceived = 2026-11-16\nanswer_within = "
                 "7-10\n[offer:b]\nemployer = B\n"
                 "written = yes\nreceived = 2026-11-17\nanswer_within = 7-10\n",
                 name);
        fake_ini(f, ini);
        fake_plan(f);
        for (size_t i = 0; i < f->nitems; i++) {
            const char *title = f->items[i].title;
            for (size_t k = 0; title[k]; k++)
                assert_true((title[k] == '\xc3') == (title[k + 1] == '\xbc'));
        }
        assert_int_equal(strncmp(fake_item(f, "a-answer-by")->title, "Answer x", before ? 8 : 7),
                         0);
        assert_int_equal(wide(fake_item(f, "a-answer-by")->title), 60);
        assert_non_null(strstr(fake_item(f, "overlap-a-b")->title, " and B are open together"));
        assert_non_null(
            strstr(fake_item(f, "a-request-contract")->title, " for the full contract"));
        for (size_t i = 0; i < f->nitems; i++)
            assert_true(wide(f->items[i].title) <= 60);
        fake_free(&f);
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(answer_within),
        CASE(answer_within_one),
        CASE(answer_by_wins),
        cmocka_unit_test(deadline_kinds),
        CASE(untouched),
        CASE(among_busy_days),
        CASE(extension),
        CASE(extension_contract_there),
        CASE(extension_by_contract_request),
        CASE(extension_capped),
        CASE(extension_capped_whole),
        CASE(extended),
        CASE(extension_again),
        CASE(overlap),
        CASE(overlap_edges),
        CASE(overlap_names),
        CASE(accepted),
        CASE(settled_in_file),
        CASE(paused),
        CASE(letter_alone),
        cmocka_unit_test(review),
        CASE(no_pay),
        CASE(problems),
        CASE(weights),
        CASE(report),
        CASE(report_one),
        CASE(report_unknown),
        CASE(report_empty),
        cmocka_unit_test(long_names),
    };
    return cmocka_run_group_tests_name("offers", tests, NULL, NULL);
}
