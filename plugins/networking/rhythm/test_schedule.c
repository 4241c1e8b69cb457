/* SPDX-License-Identifier: BSD-2-Clause */
/* When whom: spreading, busy days, a year replayed day by day, and what it costs. */
#define FAKE_PLUGIN pgyd_plugin_networking
#include "tests/unit/fake_fixture.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- busy days: the fake has none, so these take its place ---- */

static struct pgyd_busy busy_list[128];
static size_t nbusy;

static void busy(void *ctx, pgyd_busy_fn fn, void *arg)
{
    (void)ctx;
    for (size_t i = 0; i < nbusy && fn(arg, &busy_list[i]) == 0; i++)
        continue;
}

static void be_busy(struct fake *f, pgyd_day start, pgyd_day end)
{
    assert_true(nbusy < sizeof busy_list / sizeof busy_list[0]);
    busy_list[nbusy++] = (struct pgyd_busy){.size = sizeof busy_list[0],
                                            .start = start,
                                            .end = end,
                                            .kind = "nights",
                                            .name = "Nights"};
    f->host.busy = busy;
}

static bool is_busy(pgyd_day day)
{
    for (size_t i = 0; i < nbusy; i++) {
        if (day >= busy_list[i].start && day <= busy_list[i].end)
            return true;
    }
    return false;
}

/* A cadence of 30 days may shift by six: due 2026-12-01; with nights from 11-29 to 12-03 the
 * nearest free days are 11-28 and 12-04, three off each, and the later wins. Nights from 11-25 to
 * 12-07 leave no day within the shift: it stays. One day less, and it moves. */
static void around_busy(void **state)
{
    static const struct {
        const char *start, *end, *expected;
    } cases[] = {
        {"2026-12-02", "2026-12-09", "2026-12-01"}, {"2026-11-29", "2026-12-03", "2026-12-04"},
        {"2026-11-30", "2026-12-05", "2026-11-29"}, {"2026-11-25", "2026-12-07", "2026-12-01"},
        {"2026-11-25", "2026-12-06", "2026-12-07"}, {"2026-11-26", "2026-12-07", "2026-11-25"},
    };
    struct fake *f = *state;
    fake_ini(f, "[contact:a]\nname = A\ncadence = 30d\nlast = 2026-11-01\n");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        nbusy = 0;
        be_busy(f, fake_day(cases[i].start), fake_day(cases[i].end));
        fake_plan(f);
        assert_days(f, "contact-a@1", cases[i].expected);
    }
}

static void add_contacts(struct fake *f, int n, const char *prefix, const char *lines)
{
    char ini[256];
    for (int i = 0; i < n; i++) {
        snprintf(ini, sizeof ini, "[contact:%s%d]\nname = %s %d\n%s", prefix, i, prefix, i, lines);
        fake_ini(f, ini);
    }
}

static pgyd_day monday(pgyd_day day)
{
    while (pgy_civil_weekday(day) != 1)
        day--;
    return day;
}

/* The most contact items that fall into one week. */
static unsigned fullest_week(const struct fake *f)
{
    unsigned most = 0;
    for (size_t i = 0; i < f->nitems; i++) {
        unsigned n = 0;
        if (strncmp(f->items[i].slug, "contact-", 8) != 0)
            continue;
        for (size_t k = 0; k < f->nitems; k++)
            n += strncmp(f->items[k].slug, "contact-", 8) == 0 &&
                 monday(f->items[k].start) == monday(f->items[i].start);
        most = n > most ? n : most;
    }
    return most;
}

/* Ten at once, two a week: first and next of all ten spread over weeks of at most two, and none
 * before the first week is over. */
static void weekly_cap(void **state)
{
    struct fake *f = *state;
    nbusy = 0;
    fake_ini(f, "[networking]\nper_week = 2\n");
    add_contacts(f, 10, "a", "cadence = 30d\n");
    fake_plan(f);
    assert_int_equal(fullest_week(f), 2);
    /* 2026-11-22 is a Sunday; a week later is the last day of the second week. First words come one
     * a week, a third of two rounded up. */
    assert_days(f, "contact-a0@0", "2026-11-29");
    assert_days(f, "contact-a1@0", "2026-11-30");
    assert_days(f, "contact-a2@0", "2026-12-07");
    for (size_t i = 0; i < f->nitems; i++)
        assert_true(strncmp(f->items[i].slug, "contact-", 8) != 0 ||
                    f->items[i].start >= fake_day("2026-11-29"));
}

/* Fifty with a week's rhythm and three a week: far too many. The cap holds all the same, and check
 * says so; with the default of seven too. */
static void too_many(void **state)
{
    struct fake *f = *state;
    nbusy = 0;
    add_contacts(f, 50, "a", "cadence = 1w\n");
    fake_plan(f);
    assert_int_equal(fullest_week(f), 7);
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "networking", "", NULL, "50 contacts"), 1);
    fake_ini(f, "[networking]\nper_week = 3\n");
    fake_plan(f);
    assert_int_equal(fullest_week(f), 3);
    /* Fifty a week need fifty a week. */
    struct fake *g = fake_new(&pgyd_plugin_networking, "2026-11-22");
    fake_ini(g, "[networking]\nper_week = 50\n");
    add_contacts(g, 50, "a", "cadence = 1w\n");
    fake_check(g);
    assert_int_equal(g->nproblems, 0);
    fake_free(&g);
}

/* Somebody written down later is due a week after that day. */
static void added_later(void **state)
{
    struct fake *f = *state;
    nbusy = 0;
    fake_ini(f, "[contact:a]\nname = A\nadded = 2027-03-01\n");
    fake_plan(f);
    assert_days(f, "contact-a@0", "2027-03-08");
}

/* What was written down late does not move others: two contacts in full weeks, one touched on a day
 * before the other's. */
static void others_stay(void **state)
{
    struct fake *f = *state;
    nbusy = 0;
    fake_ini(f, "[networking]\nper_week = 1\n");
    add_contacts(f, 6, "a", "cadence = 90d\n");
    fake_plan(f);
    char before[6][16];
    for (int i = 1; i < 6; i++) {
        char id[32];
        snprintf(id, sizeof id, "contact-a%d@0", i);
        snprintf(before[i], sizeof before[i], "%s", fake_days(f, id));
    }
    fake_log(f, "2026-11-25", "contact", "a0", NULL, NULL);
    fake_plan(f);
    for (int i = 1; i < 6; i++) {
        char id[32];
        snprintf(id, sizeof id, "contact-a%d@0", i);
        assert_days(f, id, before[i]);
    }
}

/* ---- a year, day by day ---- */

enum { KINDS = 4, EACH = 10, PEOPLE = KINDS * EACH, WEEKS = 60, CAP = 7 };

static const int cadences[KINDS] = {30, 60, 90, 180};

struct year {
    /* last touch; the day the open item was first planned for */
    pgyd_day last[PEOPLE], announced[PEOPLE];
    unsigned times[PEOPLE];
    unsigned weeks[WEEKS];
    unsigned calls, on_busy;
};

static void year_contacts(struct fake *f)
{
    char ini[256];
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(ini, sizeof ini, "[contact:p%d]\nname = Person %d\ncadence = %dd\n", i, i,
                 cadences[i / EACH]);
        fake_ini(f, ini);
    }
}

/* What the person does on one day: answers each reminder of that day at once. The limits are worked
 * out here, from dates alone. */
static void live(struct fake *f, struct year *y, pgyd_day first, pgyd_day today)
{
    char id[64], day[PGY_DAY_TEXT], slug[16];
    assert_true(fullest_week(f) <= CAP);
    for (int i = 0; i < PEOPLE; i++) {
        int cadence = cadences[i / EACH];
        snprintf(id, sizeof id, "contact-p%d@%u", i, y->times[i]);
        const struct pgyd_item *item = fake_item(f, id);
        assert_non_null(item);
        /* Once planned, an item stays where it is until its person is called. */
        if (y->announced[i] != PGYD_NO_DAY && item->start != y->announced[i])
            fail_msg("%s moved to %s", id, fake_days(f, id));
        y->announced[i] = item->start;
        if (today - y->last[i] > cadence + cadence / 5)
            fail_msg("%s was forgotten for %d days on %s", id, today - y->last[i],
                     pgy_civil_text(today, day));
        if (item->start != today)
            continue;
        y->weeks[(monday(today) - monday(first)) / 7]++;
        y->calls++;
        y->on_busy += is_busy(today);
        snprintf(slug, sizeof slug, "p%d", i);
        fake_log(f, pgy_civil_text(today, day), "contact", pgy_arena_strdup(f->arena, slug), NULL,
                 NULL);
        y->last[i] = today;
        y->times[i]++;
        /* Called on the very day, the next stays where the calendar has shown it. */
        snprintf(id, sizeof id, "contact-p%d@%u", i, y->times[i]);
        assert_non_null(fake_item(f, id));
        y->announced[i] = fake_item(f, id)->start;
    }
}

/* 40 people at 4.6 a week, seven allowed, every fourth day on call and a week of nights: 10 * (7/30
 * + 7/60 + 7/90 + 7/180) = 4.67. */
static void a_year(void **state)
{
    static struct year y;
    struct fake *f = *state;
    pgyd_day first = fake_day("2026-07-01"), last = fake_day("2027-06-30");
    y = (struct year){0};
    nbusy = 0;
    for (pgyd_day day = first + 2; day <= last && nbusy < 100; day += 4)
        be_busy(f, day, day);
    be_busy(f, fake_day("2026-12-07"), fake_day("2026-12-13"));
    fake_started(f, "2026-07-01");
    year_contacts(f);
    for (int i = 0; i < PEOPLE; i++) {
        y.last[i] = first;
        y.announced[i] = PGYD_NO_DAY;
    }
    for (pgyd_day today = first; today <= last; today++) {
        f->host.today = today;
        fake_plan(f);
        live(f, &y, first, today);
    }
    for (int w = 0; w < WEEKS; w++)
        assert_true(y.weeks[w] <= CAP);
    /* 365 days hold at least 365/36, 365/72, 365/108 and 365/216 touches of each, rounded down: 10
     * + 5 + 3 + 1. */
    assert_true(y.calls >= 10 * (10 + 5 + 3 + 1));
    /* A shift of six days and more always reaches a day off call, outside of the nights. */
    assert_int_equal(y.on_busy, 0);
}

/* The same year without a journal: each day the file alone, with the last touches in it and pgyd as
 * new as the day. Nobody is forgotten, no week has too many, and whoever is due tomorrow was not
 * due today. */
static void a_year_from_the_file(void **state)
{
    struct fake *f = NULL;
    pgyd_day first = fake_day("2026-07-01"), end = fake_day("2027-06-30"), last[PEOPLE];
    unsigned weeks[WEEKS] = {0}, n = 0;
    (void)state;
    nbusy = 0;
    for (pgyd_day day = first + 2; day <= end && nbusy < 100; day += 4)
        busy_list[nbusy++] = (struct pgyd_busy){
            .size = sizeof busy_list[0], .start = day, .end = day, .kind = "call", .name = "Call"};
    /* Touched one after the other before the year began, each within the cadence. */
    for (int i = 0; i < PEOPLE; i++)
        last[i] = first - 1 - (i % EACH) * cadences[i / EACH] / EACH;
    for (pgyd_day today = first; today <= end; today++) {
        char day[PGY_DAY_TEXT], ini[256], id[32];
        f = fake_new(&pgyd_plugin_networking, pgy_civil_text(today, day));
        f->host.busy = busy;
        for (int i = 0; i < PEOPLE; i++) {
            snprintf(ini, sizeof ini, "[contact:p%d]\nname = P\ncadence = %dd\nlast = %s\n", i,
                     cadences[i / EACH], pgy_civil_text(last[i], day));
            fake_ini(f, ini);
        }
        fake_plan(f);
        for (int i = 0; i < PEOPLE; i++) {
            snprintf(id, sizeof id, "contact-p%d@1", i);
            const struct pgyd_item *item = fake_item(f, id);
            if (item->start < today)
                fail_msg("%s was due on %s and came too late", id, fake_days(f, id));
            if (item->start != today)
                continue;
            if (today - last[i] > cadences[i / EACH] + cadences[i / EACH] / 5)
                fail_msg("%s was forgotten for %d days", id, today - last[i]);
            last[i] = today;
            weeks[(monday(today) - monday(first)) / 7]++;
            n++;
        }
        fake_free(&f);
    }
    for (int w = 0; w < WEEKS; w++)
        assert_true(weeks[w] <= CAP);
    assert_true(n >= 10 * (10 + 5 + 3 + 1));
}

static bool same(const struct pgyd_item *a, const struct pgyd_item *b)
{
    return a->start == b->start && a->end == b->end && a->flags == b->flags &&
           a->nsteps == b->nsteps && strcmp(a->title, b->title) == 0 &&
           strcmp(a->detail ? a->detail : "", b->detail ? b->detail : "") == 0;
}

/* Thirty midnights on which nothing happened: only what belongs to a month comes and goes. */
static void still(void **state)
{
    struct fake *f = *state, *g = fake_new(&pgyd_plugin_networking, "2026-11-01");
    nbusy = 0;
    fake_started(f, "2026-11-01");
    f->host.today = fake_day("2026-11-01");
    year_contacts(f);
    year_contacts(g);
    fake_plan(f);
    for (pgyd_day today = fake_day("2026-11-02"); today <= fake_day("2026-12-01"); today++) {
        g->host.today = today;
        fake_plan(g);
        for (size_t i = 0; i < f->nitems; i++) {
            char id[160];
            if (strncmp(f->items[i].slug, "habit", 5) == 0)
                continue;
            snprintf(id, sizeof id, f->items[i].occurrence ? "%s@%s" : "%s", f->items[i].slug,
                     f->items[i].occurrence);
            const struct pgyd_item *now = fake_item(g, id);
            if (!now || !same(&f->items[i], now))
                fail_msg("%s changed by itself", id);
        }
    }
    fake_free(&g);
}

/* ---- what it costs: calls of the host, which a clock cannot blur ---- */

static size_t calls;
static int (*real_get)(void *, const char *, const char *, const char *, struct pgyd_value *);
static const char *(*real_id)(void *, const char *, uint32_t);
static void (*real_journal)(void *, const char *, const char *, pgyd_event_fn, void *);

static int count_get(void *ctx, const char *section, const char *id, const char *key,
                     struct pgyd_value *value)
{
    calls++;
    return real_get(ctx, section, id, key, value);
}

static const char *count_id(void *ctx, const char *section, uint32_t i)
{
    calls++;
    return real_id(ctx, section, i);
}

/* A walk over the journal costs as much as the journal is long. */
static void count_journal(void *ctx, const char *kind, const char *subject, pgyd_event_fn fn,
                          void *arg)
{
    calls += ((struct fake *)ctx)->nevents;
    real_journal(ctx, kind, subject, fn, arg);
}

static size_t cost(int n)
{
    struct fake *f = fake_new(&pgyd_plugin_networking, "2026-11-22");
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n");
    add_contacts(f, n, "a", "kind = attending\ncenter = staff\nlast = 2026-11-01\n");
    real_get = f->host.get;
    real_id = f->host.section_id;
    real_journal = f->host.journal;
    f->host.get = count_get;
    f->host.section_id = count_id;
    f->host.journal = count_journal;
    calls = 0;
    fake_plan(f);
    fake_free(&f);
    return calls;
}

static void linear(void **state)
{
    size_t one = cost(50), two = cost(100), four = cost(200);
    (void)state;
    nbusy = 0;
    /* Twice as many contacts cost at most twice as much and what one plan costs at all. */
    assert_true(four - two <= 2 * (two - one) + 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(around_busy),
        CASE(weekly_cap),
        CASE(too_many),
        CASE(added_later),
        CASE(others_stay),
        CASE(a_year),
        cmocka_unit_test(a_year_from_the_file),
        CASE(still),
        cmocka_unit_test(linear),
    };
    return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
