/* SPDX-License-Identifier: BSD-2-Clause */
/* Expressions and conditions. Days are worked by hand from a calendar. */
#include "plugins/milestones/expr/expr.h"
#include "tests/unit/fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_milestones;

/* PGY-3 of internal medicine and a cardiology fellowship: R = 2027-06-30, F0 = 2027-07-01, F1 = G =
 * 2030-06-30, S = the first Monday on or after 2030-07-31 (a Wednesday): 2030-08-05. */
static const char cardiology[] =
    "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\ntype = "
    "cardiology\n"
    "[goal]\nstate = TX\ncategory = competitive\nwant = no_call, dream_city\n"
    "[visa]\ntype = j1\nfirst = 2024-06-15\nprogram_end = 2030-06-30\n[loans]\npslf = "
    "yes\npayments = 28\nas_of = 2026-11-01\n";

struct setting {
    struct fake *f;
    struct pgc_anchors anchors;
    struct expr_env env;
};

static int setup(void **state)
{
    static struct setting s;
    s.f = fake_new(&pgyd_plugin_milestones, "2026-11-22");
    fake_ini(s.f, cardiology);
    pgc_anchors(&s.f->host, &s.anchors);
    expr_env_init(&s.env, &s.f->host, &s.anchors);
    *state = &s;
    return 0;
}

static int teardown(void **state)
{
    struct setting *s = *state;
    fake_free(&s->f);
    return 0;
}

static void assert_expr(const struct setting *s, const char *text, const char *expected)
{
    struct expr_day day;
    struct expr_error error;
    char shown[24];
    if (!expr_day(&s->env, text, &day, &error))
        fail_msg("%s: column %u: %s", text, error.column, error.text);
    const char *got =
        day.day == PGYD_NO_DAY ? "none" : s->f->host.day_text(s->f->host.ctx, day.day, shown);
    if (strcmp(got, expected) != 0)
        fail_msg("%s: %s, expected %s", text, got, expected);
}

static void anchors(void **state)
{
    static const char *const cases[][2] = {
        {"START", "2024-07-01"},      {"R", "2027-06-30"},
        {"F0", "2027-07-01"},         {"F1", "2030-06-30"},
        {"G", "2030-06-30"},          {"S", "2030-08-05"},
        {"PGY1.start", "2024-07-01"}, {"PGY3.end", "2027-06-30"},
        {"PGY4.start", "2027-07-01"}, {"PGY.start", "none"},
        {" ( G ) ", "2030-06-30"},    {"visa.first", "2024-06-15"},
        {"K0", "2030-08-05"},         {"K1", "none"},
        {"O.received", "none"},       {"goal.lane_decided", "none"},
        {"2027-03-01", "2027-03-01"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_expr(*state, cases[i][0], cases[i][1]);
}

/* Months clamp to the month's end, without stickiness; business days skip weekends and holidays
 * (Nov 26, 2026). */
static void arithmetic(void **state)
{
    static const char *const cases[][2] = {
        {"2028-08-31 - 6mo", "2028-02-29"},
        {"2027-06-30-16mo", "2026-02-28"},
        {"2027-06-30 - 18 mo", "2025-12-30"},
        {"2024-02-29 + 1y", "2025-02-28"},
        {"2024-02-29 + 4y", "2028-02-29"},
        {"2026-11-23 + 5bd", "2026-12-01"},
        {"2026-11-23 + 0bd", "2026-11-23"},
        {"2026-12-01 - 5bd", "2026-11-23"},
        {"2026-11-22 + 2w", "2026-12-06"},
        {"2026-11-22+10d-10d", "2026-11-22"},
        {"G - 24mo + 1d", "2028-07-01"},
        {"F0 - 1d", "2027-06-30"},
        /* 84 months of J-1 from 2024-06-15 end on 2031-06-14; 120 payments, 28 made by 2026-11-01:
           92 months on is 2034-07-01. */
        {"visa.first + 84mo - 1d", "2031-06-14"},
        {"loans.as_of + 120mo - loans.payments mo", "2034-07-01"},
        {"K0 + contract.term_months mo", "none"},
        {"9999-12-31 + 1d", "none"},
        {"9999-12-01 + 2mo", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_expr(*state, cases[i][0], cases[i][1]);
}

/* 2024-07-03, 2025-07-02, 2026-07-01 and 2027-07-07 are first Wednesdays of July; 2028-02-29 is a
 * Tuesday, the fifth; no February 2027 has five. */
static void calendar(void **state)
{
    static const char *const cases[][2] = {
        {"nth(1, wed, jul, 2024)", "2024-07-03"},
        {"nth(1, Wednesday, July, 2026)", "2026-07-01"},
        {"nth(1,wed,jul,2027)", "2027-07-07"},
        {"nth(1, wed, dec, year(F0) - 1)", "2026-12-02"},
        {"nth(last, mon, may, 2027)", "2027-05-31"},
        {"nth(-1, mon, may, 2027)", "2027-05-31"},
        {"nth(5, tue, feb, 2028)", "2028-02-29"},
        {"nth(5, tue, feb, 2027)", "none"},
        {"nth(3, fri, mar, year(R))", "2027-03-19"},
        {"nth(1, wed, dec, year(G) - 1) - 105d", "2029-08-22"},
        {"fixed(12-01, year(G)-1)", "2029-12-01"},
        {"fixed(02-29, 2027)", "2027-02-28"},
        {"fixed(02-29, 2028)", "2028-02-29"},
        {"fixed(07-01, ay(2027-06-30))", "2026-07-01"},
        {"fixed(07-01, ay(2027-07-01) + 1)", "2028-07-01"},
        {"fixed(01-01, year(K1))", "none"},
        {"earliest(G, 2027-01-01, K1)", "2027-01-01"},
        {"latest(G, F0)", "2030-06-30"},
        {"latest(K1)", "none"},
        /* 2026-08-01 is a Saturday; Nov 26, 2026 is a holiday. */
        {"workday(2026-08-01)", "2026-08-03"},
        {"workday(2026-08-03)", "2026-08-03"},
        {"workday(2026-11-26)", "2026-11-27"},
        /* Of 12 months 6; of 33 months 16 and 15 days; of 10 days 5. */
        {"middle(2027-08-01, 2028-07-31)", "2028-02-01"},
        {"middle(2024-07-01, 2027-03-31) + 1d", "2025-11-17"},
        {"middle(2027-01-01, 2027-01-10)", "2027-01-06"},
        {"middle(K1, G)", "none"},
        {"middle(G, K1)", "none"},
        {"fixed(12-01, 0)", "none"},
        {"fixed(12-01, 99999)", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_expr(*state, cases[i][0], cases[i][1]);
}

static void each_year(void **state)
{
    struct setting *s = *state;
    s->env.pgy = 2;
    assert_expr(s, "PGY.start", "2025-07-01");
    assert_expr(s, "nth(last, mon, oct, year(PGY.start))", "2025-10-27");
    assert_expr(s, "PGY.end", "2026-06-30");
}

static void conditions(void **state)
{
    static const struct {
        const char *text;
        bool holds;
    } cases[] = {
        {"visa", true},
        {"middle(F0, F1) < G", true},
        {"visa = j1", true},
        {"visa = h1b", false},
        {"visa != h1b", true},
        {"not visa = j1", false},
        {"not not visa", true},
        {"specialty in (internal_medicine, pediatrics)", true},
        {"specialty in (urology)", false},
        {"specialty not in (urology)", true},
        {"fellowship", true},
        {"fellowship = cardiology", true},
        {"service = eras_july", true},
        {"track = long", true},
        {"years = 6", true},
        {"years >= 6", true},
        {"years > 6", false},
        {"years <= 5", false},
        {"years <= 6", true},
        {"years < 6", false},
        {"years < 7", true},
        {"years != 3", true},
        {"state in (CA, tx)", true},
        {"state = CA", false},
        {"category = competitive", true},
        {"goal.want = no_call", true},
        {"goal.want in (part_time)", false},
        {"pslf", true},
        {"pslf = no", false},
        {"F0", true},
        {"K1", false},
        {"O.accepted", false},
        {"G > 2030-06-29", true},
        {"G > 2030-06-30", false},
        {"F0 - 1d = R", true},
        {"K1 > G", false},
        {"2027-01-01 < G", true},
        {"nth(1, mon, jan, 2027) < R", true},
        {"contract.term_months", false},
        {"contract.term_months > 1", false},
        {"lane", false},
        /* and binds before or. */
        {"visa = h1b and pslf or track = long", true},
        {"visa = h1b and (pslf or track = long)", false},
        {"track = long or pslf and visa = h1b", true},
        {"goal.category = competitive and not state = CA", true},
    };
    struct setting *s = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct expr_error error;
        bool holds;
        if (!expr_cond(&s->env, cases[i].text, &holds, &error))
            fail_msg("%s: column %u: %s", cases[i].text, error.column, error.text);
        if (holds != cases[i].holds)
            fail_msg("%s should %shold", cases[i].text, cases[i].holds ? "" : "not ");
    }
}

/* Every mistake is found at its column, counted from 1. */
static void mistakes(void **state)
{
    static const struct {
        bool cond;
        const char *text;
        unsigned column;
        const char *part;
    } cases[] = {
        {false, "", 1, "the end where a day should stand"},
        {false, "GG", 1, "did you mean G?"},
        {false, "startt - 1d", 1, "did you mean START?"},
        {false, "G - 6", 6, "unit is missing"},
        {false, "G - 6m", 6, "unit is missing"},
        {false, "G - mo", 5, "unknown name mo"},
        {false, "G 6mo", 3, "6mo is not understood"},
        {false, "G - 100000d", 5, "too large"},
        {false, "2027-02-29", 1, "no day 2027-02-29"},
        {false, "nth(6, wed, dec, 2027)", 5, "1 to 5"},
        {false, "nth(0, wed, dec, 2027)", 5, "1 to 5"},
        {false, "nth(-2, wed, dec, 2027)", 5, "last"},
        {false, "nth(1, wen, dec, 2027)", 8, "weekday"},
        {false, "nth(1, wed, dez, 2027)", 13, "month"},
        {false, "nth(1, wed, dec)", 16, "',' is missing"},
        {false, "fixed(13-01, 2027)", 7, "12-01"},
        {false, "fixed(02-30, 2027)", 7, "12-01"},
        {false, "fixed(12-01, G)", 14, "year(G)"},
        {false, "(G", 3, "')' is missing"},
        {false, "track", 1, "not a day"},
        {false, "G + track mo", 5, "not a number"},
        {false, "PGY13.start", 1, "unknown name"},
        {false, "PGY2.middle", 1, "unknown name"},
        {false, "earliest()", 10, "where a day should stand"},
        {true, "visa = j2", 8, "none j1 h1b other"},
        {true, "vissa = j1", 1, "did you mean visa?"},
        {true, "visa > j1", 6, "is a word"},
        {true, "visa =", 7, "the end where a word"},
        {true, "visa in j1", 9, "'(' is missing after in"},
        {true, "visa = j1 pslf", 11, "not understood"},
        {true, "visa not j1", 10, "in is missing"},
        {true, "years > many", 9, "number to compare"},
        {true, "pslf = maybe", 8, "yes no"},
        {true, "and", 1, "unknown name and"},
        {true, "(visa", 6, "')' is missing"},
        {true, "not", 4, "where a condition should stand"},
        {true, "visa = h1b and vissa", 16, "did you mean visa?"},
        {true, "pslf < yes", 6, "yes or no"},
    };
    struct setting *s = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct expr_error error = {0};
        struct expr_day day;
        bool holds;
        if (cases[i].cond ? expr_cond(&s->env, cases[i].text, &holds, &error)
                          : expr_day(&s->env, cases[i].text, &day, &error))
            fail_msg("%s should be a mistake", cases[i].text);
        if (error.column != cases[i].column || !strstr(error.text, cases[i].part))
            fail_msg("%s: column %u: %s; expected column %u: %s", cases[i].text, error.column,
                     error.text, cases[i].column, cases[i].part);
    }
}

/* In `by`, start and end are the item's own days; elsewhere they are no names. */
static void own_days(void **state)
{
    struct setting *s = *state;
    struct expr_error error;
    struct expr_day day;
    s->env.first = 20787; /* 2026-11-30 */
    s->env.last = 20791;
    assert_true(expr_day(&s->env, "start - 1d", &day, &error));
    assert_int_equal(day.day, 20786);
    assert_true(expr_day(&s->env, "end + 1w", &day, &error));
    assert_int_equal(day.day, 20798);
    s->env.first = s->env.last = PGYD_NO_DAY;
    assert_false(expr_day(&s->env, "end", &day, &error));
    assert_non_null(strstr(error.text, "unknown name end"));
}

static void depth(void **state)
{
    struct setting *s = *state;
    char text[4 * EXPR_DEEPEST];
    struct expr_error error;
    struct expr_day day;
    bool holds;
    /* A day alone is the first level. */
    for (int n = EXPR_DEEPEST - 1; n <= EXPR_DEEPEST; n++) {
        memset(text, '(', (size_t)n);
        text[n] = 'G';
        memset(text + n + 1, ')', (size_t)n);
        text[2 * n + 1] = '\0';
        assert_int_equal(expr_day(&s->env, text, &day, &error), n < EXPR_DEEPEST);
        text[n] = 'S';
        assert_int_equal(expr_cond(&s->env, text, &holds, &error), n < EXPR_DEEPEST - 1);
    }
}

/* Nothing is known of a person without a training: expressions are read all the same. */
static void without_anchors(void **state)
{
    struct setting *s = *state;
    struct expr_error error;
    bool holds;
    s->anchors.missing = PGC_MISSING_TRAINING;
    assert_expr(s, "G - 6mo", "none");
    assert_expr(s, "fixed(12-01, year(G))", "none");
    assert_expr(s, "2027-03-01 + 1w", "2027-03-08");
    assert_true(expr_cond(&s->env, "years >= 3 or G or track = long", &holds, &error));
    assert_false(holds);
}

static void names_noted(void **state)
{
    struct setting *s = *state;
    struct expr_error error;
    struct expr_day day;
    assert_true(expr_day(&s->env,
                         "latest(F0, nth(1, wed, dec, year(G) - 1)) + 1d - loans.payments d", &day,
                         &error));
    assert_int_equal(day.names.n, 3);
    assert_string_equal(day.names.list[0].name, "F0");
    assert_int_equal(day.names.list[0].day, fake_day("2027-07-01"));
    assert_string_equal(day.names.list[1].name, "G");
    assert_string_equal(day.names.list[2].name, "loans.payments");
    assert_true(expr_day(&s->env, "latest(F0, F0 + 1d)", &day, &error));
    assert_int_equal(day.names.n, 1);
}

static void steps(void **state)
{
    struct pgyd_step step;
    (void)state;
    assert_true(expr_step("30d", &step));
    assert_int_equal(step.n, -30);
    assert_true(expr_step("-2w", &step));
    assert_int_equal(step.n, -2);
    assert_int_equal(step.unit, 'w');
    assert_true(expr_step("+1mo", &step));
    assert_int_equal(step.n, 1);
    assert_int_equal(step.unit, 'm');
    assert_false(expr_step("soon", &step));
    assert_false(expr_step("", &step));
    assert_false(expr_step("+-1d", &step));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(anchors),   CASE(arithmetic),        CASE(calendar),
        CASE(each_year), CASE(conditions),        CASE(mistakes),
        CASE(depth),     CASE(without_anchors),   CASE(names_noted),
        CASE(own_days),  cmocka_unit_test(steps),
    };
    return cmocka_run_group_tests_name("expr", tests, NULL, NULL);
}
