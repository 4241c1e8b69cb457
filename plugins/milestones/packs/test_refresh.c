/* SPDX-License-Identifier: BSD-2-Clause */
/* What becomes of packs and lists past their valid_until: a pattern, and a reminder once a year. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>
#include <stdlib.h>

static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";
static const char head[] = "[pack]\nname = Mine\nsource = the board's page\nchecked_on = "
                           "2026-11-01\nvalid_until = 2027-12-31\nconfidence = confirmed\n";

/* A pack of the test's own behind the usual [pack]. */
static void add_pack(struct fake *f, const char *name, const char *text)
{
    static char whole[16384];
    snprintf(whole, sizeof whole, "%s%s", head, text);
    fake_file(f, "packs", name, whole);
}

/* A fact past its valid_until goes on as a pattern: on the day it is still confirmed, the day after
 * it is not. */
static void past_valid_until(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_pack(f, "mine.ini",
             "[milestone:on]\ntitle = On\nwhen = 2027-12-31\n[milestone:past]\ntitle = Past\nwhen "
             "= 2028-01-01\n"
             "[milestone:own]\ntitle = Own\nwhen = 2028-01-01\nvalid_until = "
             "2028-06-01\nchecked_on = 2026-11-20\n"
             "[milestone:guess]\ntitle = Guess\nwhen = 2027-01-01\nconfidence = unknown\n");
    fake_plan(f);
    assert_int_equal(fake_item(f, "on")->confidence, PGYD_CONFIRMED);
    assert_string_equal(fake_item(f, "on")->source, "the board's page");
    assert_int_equal(fake_item(f, "past")->confidence, PGYD_PATTERN);
    assert_string_equal(fake_item(f, "past")->source,
                        "the board's page; pattern, last checked on 2026-11-01");
    assert_int_equal(fake_item(f, "own")->confidence, PGYD_CONFIRMED);
    assert_int_equal(fake_item(f, "guess")->confidence, PGYD_UNKNOWN);
    assert_non_null(strstr(fake_item(f, "guess")->source, "not confirmed"));
}

/* valid_until 2027-12-31: the first June 1 after it is 2028. One reminder, however many packs. */
static void refresh(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_pack(f, "mine.ini", "");
    fake_plan(f);
    assert_int_equal(fake_count(f, "refresh-packs"), 0);
    f->host.today = fake_day("2027-01-01");
    fake_plan(f);
    assert_days(f, "refresh-packs@2028", "2028-06-01");
    assert_int_equal(fake_count(f, "refresh-packs"), 1);
    assert_int_equal(fake_item(f, "refresh-packs@2028")->kind, PGYD_REMINDER);
    assert_non_null(strstr(fake_item(f, "refresh-packs@2028")->detail,
                           "mine: pattern, last checked on 2026-11-01"));
    f->host.today = fake_day("2026-12-31");
    fake_plan(f);
    assert_int_equal(fake_count(f, "refresh-packs"), 0);
    f->host.today = fake_day("2028-03-01");
    fake_plan(f);
    assert_days(f, "refresh-packs@2028", "2028-06-01");
    assert_days(f, "refresh-packs@2029", "2029-06-01");
}

/* June 1 itself is still covered by a pack that is valid until then; one that ends the day before
 * is not. */
static void refresh_boundary(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "packs", "a.ini",
              "[pack]\nsource = s\nchecked_on = 2026-01-01\nvalid_until = 2027-06-01\n");
    fake_plan(f);
    assert_int_equal(fake_count(f, "refresh-packs"), 0);
    fake_file(f, "packs", "b.ini",
              "[pack]\nsource = s\nchecked_on = 2026-01-01\nvalid_until = 2027-05-31\n");
    fake_plan(f);
    assert_days(f, "refresh-packs@2027", "2027-06-01");
    assert_null(strstr(fake_item(f, "refresh-packs@2027")->detail, "- a:"));
    assert_non_null(strstr(fake_item(f, "refresh-packs@2027")->detail, "- b:"));
    fake_ini(f, "[packs]\noff = refresh-packs\n");
    fake_plan(f);
    assert_int_equal(fake_count(f, "refresh-packs"), 0);
}

/* A milestone or chain dated apart from its pack, which is valid until 2027-12-31: the day of its
 * own date decides. What does not concern the person, what they planned themselves or left out says
 * nothing; nor does one of a pack that is over as a whole say it twice. */
static void refresh_sections(void **state)
{
    static const struct {
        const char *text, *ini, *line;
    } cases[] = {
        {"[milestone:exam]\ntitle = E\nwhen = 2027-07-01\nvalid_until = 2027-05-31\nchecked_on = "
         "2026-10-01\n",
         "", "- mine, exam: pattern, last checked on 2026-10-01"},
        {"[milestone:exam]\ntitle = E\nwhen = 2027-07-01\nvalid_until = 2027-05-31\n", "",
         "- mine, exam: pattern, last checked on 2026-11-01"},
        {"[milestone:exam]\ntitle = E\nwhen = 2027-07-01\nvalid_until = 2027-06-01\n", "", NULL},
        {"[milestone:exam]\ntitle = E\nwhen = 2027-07-01\nvalid_until = 2027-05-31\nif = specialty "
         "= urology\n",
         "", NULL},
        {"[milestone:exam]\ntitle = E\nwhen = 2027-07-01\nvalid_until = 2027-05-31\nif = specialty "
         "= internal_medicine\n",
         "", "- mine, exam:"},
        {"[milestone:exam]\ntitle = E\nwhen = 2027-07-01\nvalid_until = 2027-05-31\n",
         "[packs]\noff = exam\n", NULL},
        {"[milestone:exam]\ntitle = E\nwhen = 2027-07-01\nvalid_until = 2027-05-31\n",
         "[milestone:exam]\ntitle = E\nwhen = 2027-07-02\n", NULL},
        {"[milestone:exam]\ntitle = E\nwhen = PGY.start\neach = residency\nvalid_until = "
         "2027-05-31\n",
         "", "- mine, exam:"},
        {"[chain:way]\ntitle = W\nto = S\nvalid_until = 2027-05-31\n", "", "- mine, way:"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        fake_ini(f, medicine);
        fake_ini(f, cases[i].ini);
        add_pack(f, "mine.ini", cases[i].text);
        fake_plan(f);
        if (fake_count(f, "refresh-packs") != (cases[i].line ? 1 : 0))
            fail_msg("case %zu: %zu reminders", i, (size_t)fake_count(f, "refresh-packs"));
        if (cases[i].line && !strstr(fake_item(f, "refresh-packs@2027")->detail, cases[i].line))
            fail_msg("case %zu: %s", i, fake_item(f, "refresh-packs@2027")->detail);
        f->host.today = fake_day("2028-01-01");
        fake_plan(f);
        assert_non_null(strstr(fake_item(f, "refresh-packs@2028")->detail, "- mine: "));
        assert_null(strstr(fake_item(f, "refresh-packs@2028")->detail, "- mine, "));
        fake_free(&f);
    }
}

/* A list says its dates in the comment it begins with; what comes later is no comment of the
 * list. */
static void refresh_lists(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(f, "lists", "old.tsv",
              "# Columns: checked_on, valid_until.\n# checked_on 2026-09-01; valid_until "
              "2027-05-31\na\tb\n");
    fake_file(f, "lists", "good.tsv", "# valid_until 2027-06-01\na\tb\n");
    fake_file(f, "lists", "late.tsv", "# words\na\tb\n# valid_until 2027-01-01\n");
    fake_file(f, "lists", "mine.tsv", "# valid_until 2027-01-01\n");
    fake_file(f, "lists", "empty.tsv", "");
    add_pack(f, "mine.ini", "");
    fake_plan(f);
    assert_days(f, "refresh-packs@2027", "2027-06-01");
    const char *detail = fake_item(f, "refresh-packs@2027")->detail;
    assert_non_null(strstr(detail, "\n- old, a list: pattern, last checked on 2026-09-01"));
    assert_null(strstr(detail, "- good"));
    assert_null(strstr(detail, "- late"));
    assert_null(strstr(detail, "- mine"));
    assert_null(strstr(detail, "- empty"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(past_valid_until), CASE(refresh),       CASE(refresh_boundary),
        CASE(refresh_sections), CASE(refresh_lists),
    };
    return cmocka_run_group_tests_name("refresh", tests, NULL, NULL);
}
