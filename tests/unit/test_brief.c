/* SPDX-License-Identifier: BSD-2-Clause */
/* The brief: when it comes, and which words it has. New York is UTC-5 from November 1, 2026 to
 * March 14, 2027. */
#include "remind_fixture.h"

static const struct pgy_due *brief_on(struct fixture *f, const char *today)
{
    struct pgy_due *due = pgy_arena_alloc(f->arena, sizeof *due);
    f->timeline.today = day_of(today);
    for (size_t i = 0; i < f->timeline.n; i++)
        pgy_item_judge(&f->timeline.items[i], f->timeline.today);
    return pgy_brief_make(&f->timeline, f->tz, &f->quiet, f->arena, due) ? due : NULL;
}

/* The next Sunday at 18:00 is one row all week, and no other day's. */
static void test_weekly(void **state)
{
    static const struct {
        const char *today, *target, *at;
    } table[] = {
        {"2026-11-14", "2026-11-15", "2026-11-15T23:00:00Z"}, /* Saturday */
        {"2026-11-15", "2026-11-15", "2026-11-15T23:00:00Z"},
        {"2026-11-16", "2026-11-22", "2026-11-22T23:00:00Z"},
        {"2026-11-21", "2026-11-22", "2026-11-22T23:00:00Z"},
    };
    struct fixture *f = *state;
    f->quiet.brief = (struct pgy_weekly){.weekday = PGY_SUN, .minutes = 18 * 60};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const struct pgy_due *due = brief_on(f, table[i].today);
        assert_non_null(due);
        assert_string_equal(due->item, "");
        assert_string_equal(due->step, "brief");
        assert_string_equal(due->target, table[i].target);
        assert_int_equal(due->at, utc(table[i].at));
        assert_int_equal(due->expires, due->at + 2 * 86400);
    }
    f->quiet.brief.weekday = PGY_NEVER;
    assert_null(brief_on(f, "2026-11-15"));
}

static void test_daily(void **state)
{
    struct fixture *f = *state;
    f->quiet.brief = (struct pgy_weekly){.weekday = PGY_EVERY_DAY, .minutes = 7 * 60};
    assert_int_equal(brief_on(f, "2026-11-14")->at, utc("2026-11-14T12:00:00Z"));
    assert_int_equal(brief_on(f, "2026-11-15")->at, utc("2026-11-15T12:00:00Z"));
}

/* 02:30 of March 14, 2027 does not exist: the first instant after it, 07:00Z. 01:30 of November 1
 * comes twice: the first, 05:30Z. */
static void test_clocks(void **state)
{
    struct fixture *f = *state;
    f->item.start = f->item.end = f->item.by = day_of("2027-04-01");
    f->quiet.brief = (struct pgy_weekly){.weekday = PGY_SUN, .minutes = 2 * 60 + 30};
    assert_int_equal(brief_on(f, "2027-03-14")->at, utc("2027-03-14T07:00:00Z"));
    f->item.start = f->item.end = f->item.by = day_of("2026-11-26");
    f->quiet.brief.minutes = 90;
    assert_int_equal(brief_on(f, "2026-11-01")->at, utc("2026-11-01T05:30:00Z"));
}

static void test_words(void **state)
{
    struct fixture *f = *state;
    f->quiet.brief = (struct pgy_weekly){.weekday = PGY_SUN, .minutes = 18 * 60};
    const struct pgy_due *due = brief_on(f, "2026-11-15");
    assert_string_equal(due->title, "Your week: Nothing is on fire. Next: Answer Mercy: by Thu Nov "
                                    "26 (11 days left)");
    assert_string_equal(due->detail, "- Answer Mercy: by Thu Nov 26 (11 days left)");
    assert_string_equal(due->discreet, "Your week: 1 date, 0 useful things");
    /* What burns says so first. */
    due = brief_on(f, "2026-11-22");
    assert_string_equal(due->title, "This week: Answer Mercy: by Thu Nov 26 (4 days left)");
    f->item.done_on = day_of("2026-11-20");
    assert_null(brief_on(f, "2026-11-22")); /* nothing to say */
}

/* Told once; the first run has its own message. */
static void test_scheduled(void **state)
{
    struct fixture *f = *state;
    f->quiet.brief = (struct pgy_weekly){.weekday = PGY_SUN, .minutes = 18 * 60};
    f->timeline.today = day_of("2026-11-15");
    schedule(f, "2026-11-15T12:00:00Z");
    assert_non_null(row(f, "brief"));
    strcpy(f->known.fired[f->known.nfired++], " 2026-11-15 brief");
    schedule(f, "2026-11-16T00:00:00Z");
    assert_null(row(f, "brief"));
    f->known.nfired = 0;
    f->timeline.started = f->timeline.today;
    schedule(f, "2026-11-15T12:00:00Z");
    assert_null(row(f, "brief"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(test_weekly), TEST(test_daily), TEST(test_clocks),
                                       TEST(test_words), TEST(test_scheduled)};
    return cmocka_run_group_tests_name("brief", tests, NULL, NULL);
}
