/* SPDX-License-Identifier: BSD-2-Clause */
/* The installed lists of leverage and pay, held to the articles figure by figure, and what is
 * picked where they disagree. */
#include "plugins/common/market.h"
#define FAKE_PLUGIN none
#include "tests/unit/fake_fixture.h"

static const struct pgyd_key keys[] = {
    PGC_KEY_RANGE("market", "power", PGYD_INT, 0, 100, "."),
    PGC_KEY("market", "leverage_policy", PGYD_ENUM, "min|max|first", "min", "."),
    PGC_KEY("market", "skills", PGYD_LIST, NULL, NULL, "."),
    PGC_KEY("market", "constraints", PGYD_LIST, NULL, NULL, "."),
    PGC_KEY("prospect:", "market", PGYD_ENUM, "rural|urban|metro", NULL, "."),
    PGC_KEY_RANGE("prospect:", "power_delta", PGYD_INT, -100, 100, "."),
};
const struct pgyd_plugin none = {.name = "none", .keys = keys, .nkeys = PGC_COUNT(keys)};

/* The tables of S0-52 and S1-18 as the inventory has them: every figure, with its article. */
static void the_tables(void **state)
{
    static const struct {
        const char *code, *source, *market;
        int value;
    } rows[] = {
        {"family_medicine", "article 000", "rural", 90},
        {"psychiatry", "article 000", "any", 80},
        {"internal_medicine", "article 000", "any", 70},
        {"cardiology", "article 000", "any", 60},
        {"emergency_medicine", "article 000", "urban", 40},
        {"dermatology", "article 000", "metro", 30},
        {"psychiatry", "article 001", "any", 95},
        {"family_medicine", "article 001", "any", 80},
        {"internal_medicine", "article 001", "any", 75},
        {"general_surgery", "article 001", "any", 60},
        {"diagnostic_radiology", "article 001", "any", 50},
        {"dermatology", "article 001", "any", 35},
        {"pediatrics", "article 001", "any", 80},
    };
    struct fake *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgc_leverage l;
        bool found = false;
        assert_int_equal(pgc_leverage_of(&f->host, rows[i].code, &l), 0);
        for (uint32_t k = 0; k < l.n; k++)
            found |= strcmp(l.figures[k].source, rows[i].source) == 0 &&
                     strcmp(l.figures[k].market, rows[i].market) == 0 &&
                     l.figures[k].value == rows[i].value;
        if (!found)
            fail_msg("%s: no %d of %s", rows[i].code, rows[i].value, rows[i].source);
    }
}

/* Psychiatry is 80 in one article and 95 in the other; neither is lost, and no mean of them
 * appears. */
static void the_conflict(void **state)
{
    struct fake *f = *state;
    struct pgc_leverage l;
    pgc_leverage_of(&f->host, "psychiatry", &l);
    assert_int_equal(l.n, 2);
    assert_int_equal(pgc_leverage_pick(&l, PGC_POLICY_MIN)->value, 80);
    assert_int_equal(pgc_leverage_pick(&l, PGC_POLICY_MAX)->value, 95);
    assert_string_equal(pgc_leverage_pick(&l, PGC_POLICY_FIRST)->source, "article 000");
    assert_string_equal(l.figures[0].ref, "S0-52");
    assert_string_equal(l.figures[1].ref, "S1-18");
    /* A hospitalist's figure stands first for internal medicine: 70, not the 80 of primary care. */
    pgc_leverage_of(&f->host, "internal_medicine", &l);
    assert_int_equal(l.n, 3);
    assert_int_equal(pgc_leverage_pick(&l, PGC_POLICY_MIN)->value, 70);
    assert_int_equal(pgc_leverage_pick(&l, PGC_POLICY_MAX)->value, 80);
    pgc_leverage_of(&f->host, "urology", &l);
    assert_int_equal(l.n, 0);
    assert_null(pgc_leverage_pick(&l, PGC_POLICY_MIN));
}

/* S1-19: skills of one field say nothing of another; the sum stays between 0 and 100. */
static void modifiers(void **state)
{
    struct fake *f = *state;
    struct pgc_modifier m;
    assert_int_equal(pgc_modifier_of(&f->host, "cardiology", false, "structural", &m), 1);
    assert_int_equal(m.points, 10);
    assert_int_equal(pgc_modifier_of(&f->host, "anesthesiology", false, "structural", &m), 0);
    assert_int_equal(pgc_modifier_of(&f->host, "anesthesiology", false, "nights", &m), 1);
    assert_int_equal(pgc_modifier_of(&f->host, "cardiology", true, "no_call", &m), 1);
    assert_int_equal(m.points, -10);
    assert_int_equal(pgc_modifier_of(&f->host, "cardiology", false, "no_call", &m), 0);
    assert_int_equal(pgc_power(95, 10), 100);
    assert_int_equal(pgc_power(90, 10), 100);
    assert_int_equal(pgc_power(89, 10), 99);
    assert_int_equal(pgc_power(30, -30), 0);
    assert_int_equal(pgc_power(30, -40), 0);
}

/* S1-15. Worked by hand from the tables: dermatology 30 metro and 35 any, emergency medicine 40
 * urban alone, family medicine 90 rural and 80 any, psychiatry 80 and 95 any, cardiology 60,
 * anesthesiology none. */
static void at_places(void **state)
{
    static const struct {
        const char *ini;
        int value; /* at the place */
        int anywhere;
    } cases[] = {
        {"[training]\nspecialty = dermatology\n[prospect:x]\nmarket = metro\n", 30, 30},
        {"[training]\nspecialty = dermatology\n[prospect:x]\nmarket = rural\n", 35, 30},
        {"[training]\nspecialty = dermatology\n[prospect:x]\nmarket = "
         "metro\n[market]\nleverage_policy = max\n",
         30, 35},
        {"[training]\nspecialty = emergency_medicine\n[prospect:x]\nmarket = rural\n", -1, 40},
        {"[training]\nspecialty = family_medicine\n[prospect:x]\nmarket = rural\n", 90, 80},
        {"[training]\nspecialty = family_medicine\n[prospect:x]\nmarket = "
         "metro\n[market]\nleverage_policy = max\n",
         80, 90},
        {"[training]\nspecialty = family_medicine\n[prospect:x]\n[market]\nleverage_policy = "
         "max\nconstraints = metro_only\n",
         70, 70},
        {"[training]\nspecialty = psychiatry\n[prospect:x]\nmarket = rural\npower_delta = "
         "5\n[market]\nconstraints = no_call, no_nights\n",
         65, 60},
        {"[training]\nspecialty = psychiatry\n[prospect:x]\npower_delta = "
         "5\n[market]\nleverage_policy = max\n",
         100, 95},
        {"[training]\nspecialty = psychiatry\n[prospect:x]\npower_delta = "
         "6\n[market]\nleverage_policy = max\n",
         100, 95},
        {"[training]\nspecialty = dermatology\n[prospect:x]\nmarket = metro\npower_delta = -31\n",
         0, 30},
        {"[training]\nspecialty = internal_medicine\n[fellowship]\ntype = "
         "cardiology\n[prospect:x]\n[market]\nskills = structural, juggling\n",
         70, 70},
        {"[training]\nspecialty = psychiatry\n[prospect:x]\npower_delta = -3\n[market]\npower = "
         "50\nconstraints = no_call\n",
         47, 50},
        {"[training]\nspecialty = anesthesiology\n[prospect:x]\npower_delta = 30\n[market]\nskills "
         "= cardiac\n",
         -1, -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&none, "2026-11-22");
        struct pgc_place_power p;
        fake_ini(f, cases[i].ini);
        pgc_place_power_of(&f->host, "x", &p);
        if (p.value != cases[i].value)
            fail_msg("%d at the place of %s", p.value, cases[i].ini);
        pgc_place_power_of(&f->host, NULL, &p);
        if (p.value != cases[i].anywhere)
            fail_msg("%d anywhere with %s", p.value, cases[i].ini);
        fake_free(&f);
    }
}

struct sum {
    uint32_t n;
    int64_t low, high;
};

static int add(void *arg, const struct pgc_pay *pay)
{
    struct sum *s = arg;
    if (strcmp(pay->what, "employed") == 0) {
        s->low = pay->low;
        s->high = pay->high;
    }
    assert_string_equal(pay->source, "article 002");
    s->n++;
    return 0;
}

/* S2-46, S2-47: anesthesia 500 to 600 thousand employed, and the discount of a prestige metropolis
 * that is said of any field. */
static void pay(void **state)
{
    struct fake *f = *state;
    struct sum s = {0};
    assert_int_equal(pgc_pay_of(&f->host, "anesthesiology", add, &s), 0);
    assert_int_equal(s.n, 2);
    assert_int_equal(s.low, 500000);
    assert_int_equal(s.high, 600000);
    s = (struct sum){0};
    pgc_pay_of(&f->host, "urology", add, &s);
    assert_int_equal(s.n, 1);
}

static int count(void *arg, const struct pgc_tsv_row *row)
{
    (void)row;
    ++*(int *)arg;
    return 0;
}

/* Every installed line is well formed; a line with a column too few is counted and left out. */
static void lists(void **state)
{
    static const struct {
        const char *name;
        uint32_t columns;
        int rows;
    } all[] = {{"leverage.tsv", 8, 12}, {"leverage-modifiers.tsv", 8, 8},
               {"markets.tsv", 9, 7},   {"lanes.tsv", 8, 10},
               {"states.tsv", 5, 52},   {"fellowships.tsv", 7, 3}};
    struct fake *f = *state;
    struct pgc_tsv_row row;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        int n = 0;
        assert_int_equal(pgc_tsv_read(&f->host, all[i].name, all[i].columns, count, &n), 0);
        assert_int_equal(n, all[i].rows);
    }
    int n = 0;
    fake_forget_files(f);
    assert_int_equal(pgc_tsv_read(&f->host, "leverage.tsv", 8, count, &n), -1);
    fake_file(f, "lists", "leverage.tsv", "# c\n\na\tb\na\tb\tc\r\na\tb\tc\td\n");
    assert_int_equal(pgc_tsv_read(&f->host, "leverage.tsv", 3, count, &n), 2);
    assert_int_equal(n, 1);
    assert_int_equal(pgc_tsv_split("a\t\tc", 4, &row), 1);
    assert_int_equal(row.n, 3);
    assert_string_equal(row.cell[1], "");
    assert_int_equal(pgc_tsv_split("\t\t\t\t\t\t\t\t\t\t\t", 11, &row), 1);
    assert_int_equal(pgc_tsv_split("\t\t\t\t\t\t\t\t\t\t\t\t", 12, &row), -1);
    assert_true(pgc_tsv_holds("a,bc", "bc"));
    assert_false(pgc_tsv_holds("a,bc", "b"));
    assert_false(pgc_tsv_holds("a,bc", ""));
    assert_true(pgc_tsv_holds("any", "b"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(the_tables), CASE(the_conflict), CASE(modifiers),
                                       CASE(at_places),  CASE(pay),          CASE(lists)};
    return cmocka_run_group_tests_name("market", tests, NULL, NULL);
}
