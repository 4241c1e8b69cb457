/* SPDX-License-Identifier: BSD-2-Clause */
/* What is told of an offer up to its answer date and the morning after: the next step, what folds
 * into its one ladder, and the question that is left. The days of the rules are test_offers.c's.
 * 2026-11-16 is a Monday, 2026-11-26 Thanksgiving. */
#define FAKE_PLUGIN pgyd_plugin_offers
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

static const char mercy[] = "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = "
                            "2026-11-16\nanswer_within = 7-10\n";

/* What comes before their day is the next step: your own deadline of the 24th, the last day on
 * which they can be called before Thanksgiving (the 25th), the last before the nights (Monday the
 * 23rd). Once it has gone by, the usual words are back. */
static void what_comes_first(void **state)
{
    struct fake *f = planned(state, mercy);
    assert_string_equal(fake_item(f, "mercy-answer-by")->next, "Decide, then call by Wed Nov 25");
    fake_busy(f, false, "2026-11-24", "2026-11-27", "nights", "Nights");
    fake_plan(f);
    assert_string_equal(fake_item(f, "mercy-answer-by")->next, "Decide, then call by Mon Nov 23");
    assert_non_null(strstr(fake_item(f, "mercy-answer-by")->detail, "falls into Nights."));
    f->host.today = fake_day("2026-11-24");
    fake_plan(f);
    assert_string_equal(fake_item(f, "mercy-answer-by")->next,
                        "Ask for more time, or decide and call");
    fake_ini(f, "[goal]\ninternal_deadline = 2026-11-24\n");
    fake_plan(f);
    assert_string_equal(fake_item(f, "mercy-answer-by")->next,
                        "Decide by Tue Nov 24, your own deadline");
    assert_stakes(f, "mercy-answer-by", PGYD_FATAL, "2026-11-26");
    assert_stakes(f, "internal-deadline", PGYD_COSTLY, "2026-11-24");
    f->host.today = fake_day("2026-11-25");
    fake_plan(f);
    assert_string_equal(fake_item(f, "mercy-answer-by")->next,
                        "Ask for more time, or decide and call");
}

/* Without an answer date it is asked for, three days after the offer came: 16 + 3 = the 19th. It
 * rings as what is costly does, and is gone with the date. */
static void no_answer_date(void **state)
{
    struct fake *f =
        planned(state, "[offer:mercy]\nemployer = Mercy\nwritten = yes\nreceived = 2026-11-16\n");
    assert_days(f, "mercy-ask-date", "2026-11-16");
    assert_stakes(f, "mercy-ask-date", PGYD_COSTLY, "2026-11-19");
    assert_true(rings(f, "mercy-ask-date"));
    assert_string_equal(fake_steps(f, "mercy-ask-date"), "");
    assert_days(f, "mercy-answer-by", "none");
    /* Nothing to count to: what prepares the answer rings alone. */
    assert_true(rings(f, "mercy-request-contract"));
    f->host.today += 400;
    fake_plan(f);
    assert_days(f, "mercy-ask-date", "2026-11-16");
    assert_days(f, "mercy-outcome", "none");
    fake_ini(f, "answer_by = 2026-11-26\n");
    f->host.today = fake_day("2026-11-22");
    fake_plan(f);
    assert_days(f, "mercy-ask-date", "none");
}

/* Everything of mercy beside its history. */
static size_t of_mercy(const struct fake *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->nitems; i++)
        n += f->items[i].about && strcmp(f->items[i].about, "offer:mercy") == 0 &&
             strcmp(f->items[i].slug, "mercy-state") != 0;
    return n;
}

/* The answer date is the 26th: on it all runs as before, and what will be asked is announced,
 * so that its first step rings; on the 27th there is one question, fatal
 * by the 26th + 7 = 12-03, one, three and seven days after; from 12-04 on it only stands there. */
static void the_morning_after(void **state)
{
    struct fake *f = planned(state, mercy);
    fake_ini(f, "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = 2026-11-18\n"
                "answer_by = 2026-12-20\n");
    f->host.today = fake_day("2026-11-25");
    fake_plan(f);
    assert_days(f, "mercy-outcome", "none");
    f->host.today = fake_day("2026-11-26");
    fake_plan(f);
    assert_days(f, "mercy-outcome", "2026-11-27");
    assert_days(f, "mercy-answer-by", "2026-11-26");
    assert_days(f, "overlap-mercy-valley", "2026-11-18..2026-11-26");
    assert_true(of_mercy(f) > 1);
    f->host.today = fake_day("2026-11-27");
    fake_plan(f);
    assert_days(f, "mercy-outcome", "2026-11-27");
    assert_stakes(f, "mercy-outcome", PGYD_FATAL, "2026-12-03");
    assert_string_equal(fake_steps(f, "mercy-outcome"), "0d, 2d, 6d");
    assert_string_equal(fake_item(f, "mercy-outcome")->title,
                        "Say what happened with Mercy Health");
    assert_int_equal(of_mercy(f), 1);
    assert_int_equal(fake_count(f, "overlap-"), 0);
    assert_days(f, "valley-answer-by", "2026-12-20");
    f->host.today = fake_day("2026-12-03");
    fake_plan(f);
    assert_stakes(f, "mercy-outcome", PGYD_FATAL, "2026-12-03");
    f->host.today = fake_day("2026-12-04");
    fake_plan(f);
    assert_days(f, "mercy-outcome", "2026-11-27");
    assert_int_equal(fake_item(f, "mercy-outcome")->stakes, PGYD_CONTEXT);
    assert_false(rings(f, "mercy-outcome"));
    assert_int_equal(of_mercy(f), 1);
}

/* Each outcome ends the question: accepted, declined, gone, or a date that is still to come. */
static void outcomes(void **state)
{
    static const struct {
        const char *event, *arg;
        size_t left;
    } cases[] = {{"accepted", "confirm=yes", 1}, /* that it was taken as offered */
                 {"declined", NULL, 0},
                 {"expired", NULL, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-28");
        fake_ini(f, mercy);
        fake_log(f, "2026-11-28", "offer", "mercy", cases[i].event, cases[i].arg);
        fake_plan(f);
        assert_days(f, "mercy-outcome", "none");
        assert_int_equal(of_mercy(f), cases[i].left);
        fake_free(&f);
    }
    struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-28");
    fake_ini(f, mercy);
    fake_log(f, "2026-11-28", "offer", "mercy", "extended", "by=2026-12-07");
    fake_plan(f);
    assert_days(f, "mercy-outcome", "none");
    assert_days(f, "mercy-answer-by", "2026-12-07");
    f->host.today = fake_day("2026-12-08");
    fake_plan(f);
    assert_days(f, "mercy-outcome", "2026-12-08");
    /* With another accepted, what is left to say is no. */
    fake_ini(f, "[offer:valley]\nemployer = Valley\nwritten = yes\nreceived = 2026-11-18\n"
                "answer_by = 2026-12-20\n");
    fake_log(f, "2026-12-08", "offer", "valley", "accepted", "confirm=yes");
    fake_plan(f);
    assert_days(f, "mercy-outcome", "none");
    assert_days(f, "mercy-decline", "2026-12-09");
    fake_free(&f);
}

/* What prepares an answer is told with it: alone only where its own day comes before the ladder of
 * the offer begins, 7 days before. Request of Monday 2026-11-23: the reply is due on the 25th. */
static void alone_only_before_the_ladder(void **state)
{
    static const struct {
        const char *answer_by;
        bool alone;
    } cases[] = {{"2026-12-01", false}, {"2026-12-02", false}, {"2026-12-03", true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        char ini[200];
        snprintf(ini, sizeof ini,
                 "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = 2026-11-16\n"
                 "answer_by = %s\n",
                 cases[i].answer_by);
        fake_ini(f, ini);
        fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
        fake_plan(f);
        assert_stakes(f, "mercy-extension-reply", PGYD_COSTLY, "2026-11-25");
        assert_int_equal(rings(f, "mercy-extension-reply"), cases[i].alone);
        assert_string_equal(fake_item(f, "mercy-extension-reply")->about, "offer:mercy");
        fake_free(&f);
    }
}

/* Close to the answer date, of the 26th, what is left to do is to answer: a physician lead is asked
 * for until eight days before it, the contract until two. They stay as context. */
static void steps_give_way(void **state)
{
    static const struct {
        const char *today;
        uint16_t lead, contract;
    } cases[] = {{"2026-11-18", PGYD_USEFUL, PGYD_COSTLY},
                 {"2026-11-19", PGYD_CONTEXT, PGYD_COSTLY},
                 {"2026-11-24", PGYD_CONTEXT, PGYD_COSTLY},
                 {"2026-11-25", PGYD_CONTEXT, PGYD_CONTEXT},
                 {"2026-11-26", PGYD_CONTEXT, PGYD_CONTEXT}};
    struct fake *f = planned(state, mercy);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        f->host.today = fake_day(cases[i].today);
        fake_plan(f);
        assert_int_equal(fake_item(f, "mercy-only-hr")->stakes, cases[i].lead);
        assert_int_equal(fake_item(f, "mercy-request-contract")->stakes, cases[i].contract);
    }
}

/* The reply would be due on the 25th: an answer date of the 24th comes first. */
static void nothing_to_prepare_after_the_date(void **state)
{
    struct fake *f = planned(state, "[offer:mercy]\nemployer = M\nwritten = yes\nreceived = "
                                    "2026-11-16\nanswer_by = 2026-11-24\n");
    fake_log(f, "2026-11-23", "offer", "mercy", "extension-requested", NULL);
    fake_plan(f);
    assert_days(f, "mercy-extension-reply", "none");
    assert_days(f, "mercy-untouched", "none"); /* 12-14 */
    fake_ini(f, "answer_by = 2026-11-25\n");
    fake_plan(f);
    assert_days(f, "mercy-extension-reply", "2026-11-25");
}

/* What goes with the day alone must be past, or of a kind that the host lets go: what else is
 * missing looks like a mistake there. From the day all came to a month after the last date. */
static void what_goes_with_the_day(void **state)
{
    struct fake *f = *state;
    fake_ini(f, mercy);
    fake_ini(f, "[offer:valley]\nemployer = V\nwritten = yes\ndoc = contract\nreceived = "
                "2026-11-17\nanswer_by = 2026-12-11\npromised_by = 2026-12-02\n"
                "[offer:county]\nemployer = C\nwritten = yes\nreceived = 2026-11-27\n"
                "answer_by = 2026-12-20\n[goal]\ninternal_deadline = 2027-01-05\n");
    fake_log(f, "2026-11-17", "offer", "mercy", "extension-requested", NULL);
    fake_log(f, "2026-11-18", "offer", "valley", "asked", NULL);
    fake_log(f, "2026-11-19", "offer", "valley", "revised", NULL);
    for (pgyd_day today = fake_day("2026-11-17"); today < fake_day("2027-01-20"); today++) {
        f->host.today = today;
        fake_plan(f);
        const size_t n = f->nitems;
        struct pgyd_item *before = f->items;
        f->items = NULL;
        f->nitems = f->cap_items = 0;
        f->host.today = today + 1;
        fake_plan(f);
        for (size_t i = 0; i < n; i++) {
            const struct pgyd_item *was = &before[i];
            bool stays = was->kind == PGYD_MILESTONE || was->kind == PGYD_WINDOW ||
                         was->kind == PGYD_DEADLINE;
            pgyd_day end = was->end == PGYD_NO_DAY ? was->start : was->end;
            if (stays && end > today && !was->occurrence && !fake_item(f, was->slug))
                fail_msg("%s goes on day %d with its end at %d", was->slug, today + 1, end);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_comes_first),
        CASE(no_answer_date),
        CASE(the_morning_after),
        cmocka_unit_test(outcomes),
        cmocka_unit_test(alone_only_before_the_ladder),
        CASE(steps_give_way),
        CASE(nothing_to_prepare_after_the_date),
        CASE(what_goes_with_the_day),
    };
    return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
