/* SPDX-License-Identifier: BSD-2-Clause */
/* plan/today, useful, agenda, week and by: what a person is told first. Today is Monday, November
 * 30, 2026, noon in New York; days and counts by hand. */
#include "plan/agenda.h"
#include "plan/by.h"
#include "plan/today.h"
#include "plan/week.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 64 };

struct scene {
    struct pgy_arena *arena;
    struct pgy_tz *tz;
    struct pgy_item items[MOST];
    struct pgy_timeline timeline;
    struct pgy_today today;
    struct pgy_today_health health;
};

static int set_up(void **state)
{
    struct scene *s = calloc(1, sizeof *s);
    s->arena = pgy_arena_new();
    assert_int_equal(pgy_tz_load("America/New_York", &s->tz), 0);
    s->timeline = (struct pgy_timeline){.arena = s->arena,
                                        .items = s->items,
                                        .today = pgy_civil_day(2026, 11, 30),
                                        .started = pgy_civil_day(2026, 1, 1)};
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct scene *s = *state;
    pgy_tz_free(&s->tz);
    pgy_arena_free(&s->arena);
    free(s);
    return 0;
}

static pgy_day day(const char *text)
{
    pgy_day found;
    assert_int_equal(pgy_civil_parse(text, &found), 0);
    return found;
}

/* An item from one day to another, judged. */
static struct pgy_item *add(struct scene *s, const char *slug, uint16_t kind, uint16_t stakes,
                            const char *from, const char *to)
{
    assert_true(s->timeline.n < MOST);
    struct pgy_item *item = &s->items[s->timeline.n++];
    *item = (struct pgy_item){
        .plugin = "p",
        .slug = slug,
        .title = slug,
        .kind = kind,
        .stakes = stakes,
        .start = day(from),
        .end = day(to),
        .by = day(to),
        .start_minute = -1,
        .end_minute = -1,
        .snoozed_until = PGY_NO_DAY,
        .done_on = PGY_NO_DAY,
        .cancelled_on = PGY_NO_DAY,
        .shown = PGY_NO_DAY,
    };
    item->id = pgy_item_id("p", slug, NULL, s->arena);
    pgy_item_judge(item, s->timeline.today);
    return item;
}

static void make(struct scene *s)
{
    for (size_t i = 0; i < s->timeline.n; i++)
        pgy_item_judge(&s->items[i], s->timeline.today);
    int64_t noon = pgy_tz_instant(s->tz, s->timeline.today, 12 * 3600);
    pgy_today_make(&s->timeline, &s->health, s->tz, noon, pgy_today_week(s->timeline.today),
                   s->arena, &s->today);
}

static void assert_line(const struct scene *s, size_t n, const char *text, const char *next)
{
    assert_true(n <= s->today.n);
    assert_string_equal(s->today.lines[n - 1].text, text);
    if (next)
        assert_string_equal(s->today.lines[n - 1].next, next);
    else
        assert_null(s->today.lines[n - 1].next);
}

static void test_nothing(void **state)
{
    struct scene *s = *state;
    make(s);
    assert_int_equal(s->today.n, 0);
    assert_int_equal(s->today.state, PGY_TODAY_CALM);
    assert_string_equal(s->today.sentence, "Nothing is on fire, and no date is near.");
}

/* Fatal from 60 days on, costly from 14. */
static void test_ahead(void **state)
{
    struct scene *s = *state;
    add(s, "fatal-61", PGYD_DEADLINE, PGYD_FATAL, "2027-01-30", "2027-01-30");
    add(s, "costly-15", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-15", "2026-12-15");
    make(s);
    assert_int_equal(s->today.n, 0);
    add(s, "fatal-60", PGYD_DEADLINE, PGYD_FATAL, "2027-01-29", "2027-01-29");
    add(s, "costly-14", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-14", "2026-12-14");
    make(s);
    assert_int_equal(s->today.n, 2);
    assert_line(s, 1, "costly-14: by Mon Dec 14 (14 days left)", NULL);
    assert_line(s, 2, "fatal-60: by Fri Jan 29 (60 days left)", NULL);
    assert_string_equal(s->today.sentence,
                        "Nothing is on fire. Next: costly-14: by Mon Dec 14 (14 days left)");
}

/* What burns: seven days, and what is past while it can be repaired. */
static void test_burning(void **state)
{
    struct scene *s = *state;
    add(s, "costly", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-08", "2026-12-08");
    add(s, "past", PGYD_DEADLINE, PGYD_COSTLY, "2026-11-29", "2026-11-29");
    add(s, "fatal", PGYD_DEADLINE, PGYD_FATAL, "2026-12-07", "2026-12-07")->next = "Do it";
    make(s);
    assert_int_equal(s->today.n, 3);
    assert_int_equal(s->today.lines[1].group, PGY_TODAY_BURNING);
    assert_int_equal(s->today.lines[2].group, PGY_TODAY_AHEAD);
    assert_line(s, 1, "past: was due Sun Nov 29 (1 day ago)", NULL);
    assert_line(s, 2, "fatal: by Mon Dec 7 (7 days left)", "Do it");
    assert_line(s, 3, "costly: by Tue Dec 8 (8 days left)", NULL);
    assert_int_equal(s->today.state, PGY_TODAY_WATCH);
    assert_string_equal(s->today.sentence, "This week: fatal: by Mon Dec 7 (7 days left)");
}

/* Fire: 48 hours before a fatal day, and after it for a week. Noon on Monday: the end of Wednesday
 * is 60 hours away, that of Tuesday 36. */
static void test_fire(void **state)
{
    struct scene *s = *state;
    struct pgy_item *item = add(s, "x", PGYD_DEADLINE, PGYD_FATAL, "2026-12-02", "2026-12-02");
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_WATCH);
    item->start = item->end = item->by = day("2026-12-01");
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_FIRE);
    assert_string_equal(s->today.sentence, "Now: x: by Tue Dec 1 (1 day left)");
    item->start = item->end = item->by = day("2026-11-23");
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_FIRE);
    item->start = item->end = item->by = day("2026-11-22");
    make(s);
    assert_int_equal(item->state, PGY_MISSED);
    assert_int_equal(s->today.n, 0);
    assert_int_equal(s->today.missed, 1);
    item->flags |= PGYD_ITEM_FINAL;
    item->start = item->end = item->by = day("2026-11-29");
    make(s);
    assert_int_equal(item->state, PGY_MISSED);
}

/* A time of day: five in the afternoon of Wednesday is 53 hours away, eleven in the morning 47. */
static void test_hours(void **state)
{
    struct scene *s = *state;
    struct pgy_item *item = add(s, "x", PGYD_DEADLINE, PGYD_FATAL, "2026-12-02", "2026-12-02");
    item->start_minute = 17 * 60;
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_WATCH);
    assert_line(s, 1, "x: by Wed Dec 2, 5 PM (2 days left)", NULL);
    item->start_minute = 11 * 60 + 30;
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_FIRE);
    assert_line(s, 1, "x: by Wed Dec 2, 11:30 AM (2 days left)", NULL);
    item->zone = "America/Los_Angeles";
    make(s);
    assert_line(s, 1, "x: by Wed Dec 2, 2:30 PM (2 days left)", NULL);
}

static struct pgy_item *of(struct pgy_item *item, const char *about, const char *next)
{
    item->about = about;
    item->next = next;
    return item;
}

/* One line an offer: the answer leads, what comes first is its step, the rest folds into it. */
static void test_offers(void **state)
{
    struct scene *s = *state;
    of(add(s, "mercy-answer", PGYD_DEADLINE, PGYD_FATAL, "2026-12-04", "2026-12-04"), "offer:mercy",
       "Decide");
    of(add(s, "mercy-counsel", PGYD_MILESTONE, PGYD_COSTLY, "2026-11-20", "2026-12-03"),
       "offer:mercy", "Send the contract to your lawyer");
    of(add(s, "mercy-contract", PGYD_REMINDER, PGYD_COSTLY, "2026-11-20", "2026-12-01"),
       "offer:mercy", "Ask for the full contract");
    /* past when pgyd was first run, and to be done all the same */
    of(add(s, "hill-contract", PGYD_REMINDER, PGYD_COSTLY, "2026-11-20", "2026-11-20"),
       "offer:hill", "Ask Hill for the contract")
        ->catch_up = true;
    of(add(s, "mercy-later", PGYD_REMINDER, PGYD_COSTLY, "2026-12-01", "2026-12-01"), "offer:mercy",
       "Not yet");
    of(add(s, "mercy-busy", PGYD_ALERT, PGYD_CONTEXT, "2026-11-20", "2026-11-20"), "offer:mercy",
       NULL);
    of(add(s, "lake-ask", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-01", "2026-12-01"), "offer:lake",
       "Ask for an answer date");
    of(add(s, "hill-answer", PGYD_DEADLINE, PGYD_FATAL, "2026-12-10", "2026-12-10"), "offer:hill",
       NULL);
    /* earlier, but it costs nothing */
    struct pgy_item *lead =
        of(add(s, "hill-lead", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-12"),
           "offer:hill", "Ask who leads");
    make(s);
    assert_int_equal(s->today.n, 3);
    assert_line(s, 1, "mercy-answer: by Fri Dec 4 (4 days left)", "Ask for the full contract");
    assert_string_equal(s->today.lines[0].step->slug, "mercy-contract");
    assert_line(s, 2, "hill-answer: by Thu Dec 10 (10 days left)", "Ask Hill for the contract");
    assert_string_equal(s->today.lines[1].step->slug, "hill-contract");
    assert_int_equal(s->today.late, 0);
    assert_line(s, 3, "lake-ask: by Tue Dec 1 (1 day left)", "Ask for an answer date");
    assert_string_equal(s->today.lines[2].step->slug, "lake-ask");
    assert_string_equal(pgy_today_next(&s->timeline, &s->items[0]), "Ask for the full contract");
    /* nothing left to do before it: the answer itself is nobody's step */
    s->items[3].done_on = lead->done_on = s->timeline.today;
    make(s);
    assert_line(s, 2, "hill-answer: by Thu Dec 10 (10 days left)", NULL);
    assert_null(s->today.lines[1].step);
}

/* Seven lines; a fatal day within a week is never cut, everything else is counted. */
static void test_seven(void **state)
{
    struct scene *s = *state;
    char slug[16];
    for (int i = 0; i < 9; i++) {
        snprintf(slug, sizeof slug, "costly-%d", i);
        add(s, pgy_arena_strdup(s->arena, slug), PGYD_DEADLINE, PGYD_COSTLY, "2026-12-01",
            "2026-12-01");
    }
    add(s, "useful", PGYD_REMINDER, PGYD_USEFUL, "2026-11-29", "2026-11-30");
    make(s);
    assert_int_equal(s->today.n, 7);
    assert_int_equal(s->today.dated, 2);
    assert_int_equal(s->today.useful, 1);
    for (int i = 0; i < 9; i++)
        s->items[i].stakes = PGYD_FATAL;
    add(s, "ahead", PGYD_DEADLINE, PGYD_FATAL, "2026-12-08", "2026-12-08");
    make(s);
    assert_int_equal(s->today.n, 9);
    assert_int_equal(s->today.dated, 1);
}

/* A habit, a person, a project; what was done this week is replaced once; a fixed day in its week
 * takes the project's place. The week began on Sunday, November 29. */
static void test_useful(void **state)
{
    struct scene *s = *state;
    const struct pgy_item *useful[PGY_USEFUL];
    add(s, "coffee", PGYD_HABIT, PGYD_USEFUL, "2026-11-01", "2026-11-30");
    struct pgy_item *lee = add(s, "lee", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-20");
    lee->about = "contact:lee";
    struct pgy_item *first =
        add(s, "first", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-25");
    struct pgy_item *second =
        add(s, "second", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-26");
    add(s, "third", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-27");
    add(s, "later", PGYD_REMINDER, PGYD_USEFUL, "2026-12-01", "2026-12-01");
    make(s);
    assert_int_equal(s->today.n, 3);
    assert_line(s, 1, "coffee", NULL);
    assert_line(s, 2, "lee", NULL);
    assert_line(s, 3, "first", NULL);
    assert_int_equal(s->today.useful, 2);
    assert_int_equal(s->today.habits, 1);
    first->done_on = day("2026-11-29");
    make(s);
    assert_line(s, 3, "second", NULL);
    second->done_on = day("2026-11-30");
    make(s);
    assert_int_equal(s->today.n, 2);    /* replaced once: no third */
    first->done_on = day("2026-11-28"); /* last week's */
    make(s);
    assert_line(s, 3, "third", NULL);
    add(s, "match-day", PGYD_MILESTONE, PGYD_USEFUL, "2026-12-05", "2026-12-05");
    add(s, "next-week", PGYD_MILESTONE, PGYD_USEFUL, "2026-12-06", "2026-12-06");
    make(s);
    assert_line(s, 3, "match-day: Sat Dec 5", NULL);
    assert_int_equal(pgy_today_useful(&s->timeline, day("2026-11-29"), useful), 3);
}

/* The week is chosen on its Sunday, or the day pgyd was first run: what begins later waits for the
 * next. */
static void test_useful_is_chosen_once(void **state)
{
    struct scene *s = *state;
    const struct pgy_item *useful[PGY_USEFUL];
    add(s, "monday", PGYD_REMINDER, PGYD_USEFUL, "2026-11-30", "2026-12-20");
    assert_int_equal(pgy_today_useful(&s->timeline, day("2026-11-29"), useful), 0);
    s->timeline.started = day("2026-11-30");
    assert_int_equal(pgy_today_useful(&s->timeline, day("2026-11-29"), useful), 1);
    s->timeline.started = day("2026-01-01");
    s->timeline.today = day("2026-12-06");
    assert_int_equal(pgy_today_useful(&s->timeline, day("2026-12-06"), useful), 1);
}

/* What no week had yet comes before what one had; within its week it stays. */
static void test_useful_takes_turns(void **state)
{
    struct scene *s = *state;
    const struct pgy_item *useful[PGY_USEFUL];
    struct pgy_item *a = add(s, "a", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-25");
    add(s, "b", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-26");
    a->shown = day("2026-11-22");
    make(s);
    assert_line(s, 1, "a", NULL); /* not known here: in order of their days */
    s->timeline.shown = true;
    make(s);
    assert_line(s, 1, "b", NULL);
    a->shown = day("2026-11-29"); /* this week's Sunday */
    make(s);
    assert_line(s, 1, "a", NULL);
    assert_int_equal(pgy_today_useful(&s->timeline, day("2026-12-06"), useful), 1);
    assert_string_equal(useful[0]->slug, "b");
}

/* Whom one should have been in touch with before pgyd was first run is a week's person all the
 * same; a project of that time is not. */
static void test_useful_of_before(void **state)
{
    struct scene *s = *state;
    struct pgy_item *lee = add(s, "lee", PGYD_REMINDER, PGYD_USEFUL, "2026-08-10", "2026-08-10"),
                    *old = add(s, "old", PGYD_REMINDER, PGYD_USEFUL, "2026-08-11", "2026-08-11");
    lee->about = "contact:lee";
    lee->occurrence = "3";
    lee->catch_up = old->catch_up = true;
    make(s);
    assert_int_equal(s->today.n, 1);
    assert_line(s, 1, "lee", NULL);
    assert_int_equal(s->today.late, 1);
}

/* Old ones are one number, but a fatal one that can be repaired is asked first. */
static void test_late(void **state)
{
    struct scene *s = *state;
    add(s, "old", PGYD_MILESTONE, PGYD_USEFUL, "2026-03-01", "2026-03-01")->catch_up = true;
    add(s, "license", PGYD_DEADLINE, PGYD_FATAL, "2026-10-05", "2026-10-05")->catch_up = true;
    struct pgy_item *list = add(s, "list", PGYD_DEADLINE, PGYD_FATAL, "2026-03-01", "2026-03-01");
    list->catch_up = true;
    list->flags |= PGYD_ITEM_FINAL;
    make(s);
    assert_int_equal(s->today.n, 1);
    assert_line(s, 1, "Is this done? license (was due Mon Oct 5)", NULL);
    assert_int_equal(s->today.late, 2);
}

/* Done today and fatal: a line to take it back, until the next day. */
static void test_done(void **state)
{
    struct scene *s = *state;
    struct pgy_item *item =
        add(s, "license", PGYD_DEADLINE, PGYD_FATAL, "2026-12-01", "2026-12-01");
    item->done_on = s->timeline.today;
    make(s);
    assert_int_equal(s->today.n, 1);
    assert_line(s, 1, "done: license (undo)", NULL);
    assert_null(s->today.lines[0].step);
    assert_int_equal(s->today.state, PGY_TODAY_CALM);
    item->done_on = s->timeline.today - 1;
    make(s);
    assert_int_equal(s->today.n, 0);
}

static void test_health(void **state)
{
    struct scene *s = *state;
    s->health.unreached = true;
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_WATCH);
    assert_string_equal(s->today.sentence,
                        "No reminder reaches your phone. Nothing is on fire, and "
                        "no date is near.");
    s->health.down = true;
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_FIRE);
    assert_string_equal(s->today.sentence, "pgyd is not running: no reminder leaves.");
    s->health = (struct pgy_today_health){.undelivered = true};
    add(s, "x", PGYD_DEADLINE, PGYD_FATAL, "2026-12-01", "2026-12-01");
    make(s);
    assert_string_equal(s->today.sentence,
                        "A reminder of a fatal date could not be delivered. Now: "
                        "x: by Tue Dec 1 (1 day left)");
}

/* What became of an offer is asked as something to watch, however near its last day is. */
static void test_outcome(void **state)
{
    struct scene *s = *state;
    of(add(s, "mercy-outcome", PGYD_ALERT, PGYD_FATAL, "2026-11-24", "2026-11-24"), "offer:mercy",
       "Record yes or no")
        ->by = day("2026-11-30");
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_WATCH);
    add(s, "list", PGYD_DEADLINE, PGYD_FATAL, "2026-11-30", "2026-11-30");
    make(s);
    assert_int_equal(s->today.state, PGY_TODAY_FIRE);
}

/* Late ones never bury dated ones. */
static void test_agenda(void **state)
{
    static const struct {
        enum pgy_agenda_group group;
        const char *slug;
    } want[] = {
        {PGY_AGENDA_BURNING, "burning"}, {PGY_AGENDA_DATED, "dated"},
        {PGY_AGENDA_WEEK, "project"},    {PGY_AGENDA_WAITING, "old"},
        {PGY_AGENDA_WAITING, "other"},   {PGY_AGENDA_CONTEXT, "phase"},
    };
    struct scene *s = *state;
    struct pgy_agenda_entry *list;
    size_t n;
    add(s, "phase", PGYD_WINDOW, PGYD_CONTEXT, "2026-07-01", "2027-06-30");
    add(s, "other", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-26");
    add(s, "project", PGYD_REMINDER, PGYD_USEFUL, "2026-11-10", "2026-11-25");
    add(s, "dated", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-20", "2026-12-20");
    add(s, "burning", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-01", "2026-12-01");
    add(s, "old", PGYD_MILESTONE, PGYD_COSTLY, "2026-03-01", "2026-03-01")->catch_up = true;
    add(s, "far", PGYD_DEADLINE, PGYD_FATAL, "2026-12-31", "2026-12-31");
    add(s, "put-off", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-01", "2026-12-01")->snoozed_until =
        day("2026-12-01");
    make(s);
    pgy_agenda_make(&s->timeline, &s->today, 30, s->arena, &list, &n);
    assert_int_equal(n, sizeof want / sizeof want[0]);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(list[i].group, want[i].group);
        assert_string_equal(list[i].item->slug, want[i].slug);
    }
    pgy_agenda_make(&s->timeline, &s->today, 31, s->arena, &list, &n);
    assert_int_equal(n, 7);
}

/* The Monday event: the week's dates, fatal ones of two weeks, three useful things; nothing in it
 * counts days. */
static void test_week(void **state)
{
    struct scene *s = *state;
    struct pgy_item week;
    assert_false(pgy_week_make(&s->timeline, s->arena, &week));
    add(s, "costly", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-06", "2026-12-06");
    add(s, "next-week", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-07", "2026-12-07");
    add(s, "fatal", PGYD_DEADLINE, PGYD_FATAL, "2026-12-13", "2026-12-13");
    add(s, "far", PGYD_DEADLINE, PGYD_FATAL, "2026-12-14", "2026-12-14");
    add(s, "coffee", PGYD_HABIT, PGYD_USEFUL, "2026-11-01", "2026-11-30");
    add(s, "secret", PGYD_DEADLINE, PGYD_COSTLY, "2026-12-02", "2026-12-02")->flags |=
        PGYD_ITEM_CONFIDENTIAL;
    assert_true(pgy_week_make(&s->timeline, s->arena, &week));
    assert_string_equal(week.id, "pgyd/week@2026-11-30");
    assert_string_equal(week.title, "This week: costly");
    assert_string_equal(week.detail, "- costly: Sun Dec 6\n- fatal: Sun Dec 13\n- Private: Wed Dec "
                                     "2\n- coffee");
    assert_int_equal(week.start, day("2026-11-30"));
    /* the same on every day of its week, another on the next Sunday */
    s->timeline.today = day("2026-12-05");
    assert_true(pgy_week_make(&s->timeline, s->arena, &week));
    assert_string_equal(week.id, "pgyd/week@2026-11-30");
    s->timeline.today = day("2026-12-06");
    assert_true(pgy_week_make(&s->timeline, s->arena, &week));
    assert_string_equal(week.id, "pgyd/week@2026-12-07");
}

/* A day more than 300 days away carries its year: 2027-09-26 is 300 days after, a Sunday. */
static void test_words(void **state)
{
    struct scene *s = *state;
    const pgy_day today = s->timeline.today;
    assert_string_equal(pgy_by_day(day("2027-09-26"), today, s->arena), "Sun Sep 26");
    assert_string_equal(pgy_by_day(day("2027-09-27"), today, s->arena), "Mon Sep 27, 2027");
    assert_string_equal(pgy_by_say("by ", today, -1, today, s->arena), "by Mon Nov 30 (last day)");
    assert_string_equal(pgy_by_say("", today + 1, 0, today, s->arena),
                        "Tue Dec 1, 12 AM (1 day left)");
    assert_string_equal(pgy_by_say("by ", today - 3, 12 * 60, today, s->arena),
                        "was due Fri Nov 27, 12 PM (3 days ago)");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_nothing),
        TEST(test_ahead),
        TEST(test_burning),
        TEST(test_fire),
        TEST(test_hours),
        TEST(test_offers),
        TEST(test_outcome),
        TEST(test_seven),
        TEST(test_useful),
        TEST(test_useful_is_chosen_once),
        TEST(test_useful_takes_turns),
        TEST(test_useful_of_before),
        TEST(test_late),
        TEST(test_done),
        TEST(test_health),
        TEST(test_agenda),
        TEST(test_week),
        TEST(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
