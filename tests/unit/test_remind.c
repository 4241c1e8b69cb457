/* SPDX-License-Identifier: BSD-2-Clause */
/* Instants below are written in UTC and were worked out from the wall time by hand: New York is
 * UTC-5, and UTC-4 from the second Sunday of March to the first of November. */
#define _GNU_SOURCE /* strptime, timegm */
#include "remind/remind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* What the store would know. */
struct known {
    char fired[64][96];
    size_t nfired;
    struct {
        char key[96];
        int64_t first;
    } seen[64];
    size_t nseen;
};

struct fixture {
    struct pgy_arena *arena;
    struct pgy_tz *tz;
    struct pgy_quiet quiet;
    struct pgy_timeline timeline;
    struct pgy_item item;
    struct known known;
    struct pgy_due *due;
    size_t n;
};

static int64_t utc(const char *text)
{
    struct tm tm = {0};
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    assert_true(end && *end == '\0');
    return timegm(&tm);
}

static pgy_day day_of(const char *text)
{
    pgy_day day = PGY_NO_DAY;
    assert_int_equal(pgy_civil_parse(text, &day), 0);
    return day;
}

static const struct pgyd_step ladder[] = {
    {-7, 'd', PGYD_INFO}, {-3, 'd', PGYD_WARN}, {-1, 'd', PGYD_CRITICAL}, {0, 'd', PGYD_CRITICAL}};

static void make_item(struct pgy_item *item, const char *id, const char *plugin, uint16_t kind,
                      const char *start)
{
    *item = (struct pgy_item){.id = id,
                              .plugin = plugin,
                              .discreet = "an offer answer is due",
                              .slug = id,
                              .kind = kind,
                              .severity = PGYD_WARN,
                              .title = "Answer Mercy",
                              .start_minute = -1,
                              .end_minute = -1,
                              .done_on = PGY_NO_DAY,
                              .snoozed_until = PGY_NO_DAY,
                              .state = PGY_FUTURE};
    item->start = item->end = day_of(start);
    memcpy(item->steps, ladder, sizeof ladder);
    item->nsteps = 4;
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    f->arena = pgy_arena_new();
    if (pgy_tz_load("America/New_York", &f->tz) != 0)
        return -1;
    f->quiet = (struct pgy_quiet){.remind_at = 8 * 60, .digest_at = -1, .max_late = 86400};
    make_item(&f->item, "offers/mercy", "offers", PGYD_DEADLINE, "2026-11-26");
    f->timeline = (struct pgy_timeline){.profile = "me",
                                        .zone = "America/New_York",
                                        .items = &f->item,
                                        .n = 1,
                                        .today = day_of("2026-11-10"),
                                        .started = day_of("2026-10-01")};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    pgy_arena_free(&f->arena);
    pgy_tz_free(&f->tz);
    free(f);
    return 0;
}

static bool fired(void *arg, const char *item, const char *target, const char *step)
{
    struct known *known = arg;
    char key[96];
    snprintf(key, sizeof key, "%s %s %s", item, target, step);
    for (size_t i = 0; i < known->nfired; i++) {
        if (strcmp(known->fired[i], key) == 0)
            return true;
    }
    return false;
}

static int64_t seen(void *arg, const char *item, const char *target, int64_t when)
{
    struct known *known = arg;
    char key[96];
    snprintf(key, sizeof key, "%s %s", item, target);
    for (size_t i = 0; i < known->nseen; i++) {
        if (strcmp(known->seen[i].key, key) == 0)
            return known->seen[i].first;
    }
    strcpy(known->seen[known->nseen].key, key);
    known->seen[known->nseen++].first = when;
    return when;
}

static void fire(struct fixture *f, const char *target, const char *step)
{
    snprintf(f->known.fired[f->known.nfired++], 96, "offers/mercy %s %s", target, step);
}

static void schedule(struct fixture *f, const char *now)
{
    pgy_remind_schedule(&f->timeline, f->tz, &f->quiet, utc(now), fired, seen, &f->known, f->arena,
                        &f->due, &f->n);
}

static void expect(const struct pgy_due *due, const char *target, const char *step, const char *at,
                   uint16_t severity)
{
    assert_string_equal(due->target, target);
    assert_string_equal(due->step, step);
    assert_int_equal(due->at, utc(at));
    assert_int_equal(due->severity, severity);
}

/* ---- ladders ---- */

static void test_ladder(void **state)
{
    struct fixture *f = *state;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 4);
    expect(&f->due[0], "2026-11-26", "-7d", "2026-11-19T13:00:00Z", PGYD_INFO);
    expect(&f->due[1], "2026-11-26", "-3d", "2026-11-23T13:00:00Z", PGYD_WARN);
    expect(&f->due[2], "2026-11-26", "-1d", "2026-11-25T13:00:00Z", PGYD_CRITICAL);
    expect(&f->due[3], "2026-11-26", "0d", "2026-11-26T13:00:00Z", PGYD_CRITICAL);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(f->due[i].expires,
                         utc("2026-11-27T04:59:59Z")); /* the last second of November 26 there */
    assert_string_equal(f->due[0].discreet, "an offer answer is due Thu Nov 26, 2026");
    assert_string_equal(f->due[0].title, "Answer Mercy");
    assert_string_equal(f->due[0].detail, "");
    /* What fired is not listed again, whatever remind_at is by then. */
    fire(f, "2026-11-26", "-7d");
    f->quiet.remind_at = 9 * 60;
    schedule(f, "2026-11-20T12:00:00Z");
    assert_int_equal(f->n, 3);
    expect(&f->due[0], "2026-11-26", "-3d", "2026-11-23T14:00:00Z", PGYD_WARN);
}

/* Each step of the default ladder a second before it, at it, a day after it: past only from the
 * second after. */
static void test_folded(void **state)
{
    static const struct {
        const char *first;
        size_t rows;
        const char *step; /* of the first row */
        uint16_t severity;
    } table[] = {
        {"2026-11-18T13:00:00Z", 4, "-7d", PGYD_INFO},
        {"2026-11-19T13:00:00Z", 4, "-7d", PGYD_INFO},
        {"2026-11-19T13:00:01Z", 4, "now", PGYD_INFO},
        {"2026-11-23T13:00:00Z", 4, "now", PGYD_INFO},
        {"2026-11-23T13:00:01Z", 3, "now", PGYD_WARN},
        {"2026-11-24T13:00:00Z", 3, "now", PGYD_WARN},
        {"2026-11-25T13:00:01Z", 2, "now", PGYD_CRITICAL},
        {"2026-11-26T13:00:01Z", 1, "now", PGYD_CRITICAL},
        {"2026-11-27T13:00:00Z", 1, "now", PGYD_CRITICAL},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        f->known.nseen = 0;
        schedule(f, table[i].first);
        assert_int_equal(f->n, table[i].rows);
        bool found = false;
        for (size_t k = 0; k < f->n; k++) {
            if (strcmp(f->due[k].step, table[i].step) != 0)
                continue;
            found = true;
            assert_int_equal(f->due[k].severity, table[i].severity);
            if (strcmp(table[i].step, "now") == 0)
                assert_int_equal(f->due[k].at, utc(table[i].first));
        }
        assert_true(found);
    }
    /* A deadline that had run out when it came: the notice is worthless the day after, and becomes
     * "missed". */
    const char *me = "me";
    assert_int_equal(pgy_remind_fate(f->due, &me, 1, 0, utc("2026-11-28T13:00:01Z")),
                     PGY_FATE_MISSED);
}

static void test_late(void **state)
{
    struct fixture *f = *state;
    const char *const owners[] = {"me", "me", "me", "me"};
    schedule(f, "2026-11-10T12:00:00Z");
    /* Off from the 18th to the 25th, 15:00 there: three steps came due meanwhile and are listed at
     * their own time. */
    schedule(f, "2026-11-25T20:00:00Z");
    assert_int_equal(f->n, 4);
    expect(&f->due[0], "2026-11-26", "-7d", "2026-11-19T13:00:00Z", PGYD_INFO);
    expect(&f->due[2], "2026-11-26", "-1d", "2026-11-25T13:00:00Z", PGYD_CRITICAL);
    int64_t now = utc("2026-11-25T20:00:00Z");
    assert_int_equal(pgy_remind_fate(f->due, owners, 3, 0, now), PGY_FATE_SUPERSEDED);
    assert_int_equal(pgy_remind_fate(f->due, owners, 3, 1, now), PGY_FATE_SUPERSEDED);
    assert_int_equal(pgy_remind_fate(f->due, owners, 3, 2, now), PGY_FATE_LATE);
    /* A row that is not due yet takes nothing away. */
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 2, now), PGY_FATE_LATE);
    /* Back on the last second of the day, and the second after. */
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-27T04:59:59Z")),
                     PGY_FATE_LATE);
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-27T05:00:00Z")),
                     PGY_FATE_MISSED);
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-26T13:10:00Z")),
                     PGY_FATE_SEND);
    assert_int_equal(pgy_remind_fate(f->due, owners, 4, 3, utc("2026-11-26T13:10:01Z")),
                     PGY_FATE_LATE);
    /* Another person's item of the same name, or another target, supersedes nothing. */
    const char *const two[] = {"me", "you", "me", "me"};
    assert_int_equal(pgy_remind_fate(f->due, two, 2, 0, now), PGY_FATE_LATE);
    f->due[1].target = "2026-11-27";
    assert_int_equal(pgy_remind_fate(f->due, owners, 2, 0, now), PGY_FATE_LATE);
}

static void move(struct fixture *f, const char *start)
{
    f->item.start = f->item.end = day_of(start);
}

static void test_extended(void **state)
{
    struct fixture *f = *state;
    schedule(f, "2026-11-10T12:00:00Z");
    fire(f, "2026-11-26", "-7d");
    fire(f, "2026-11-26", "-3d");
    /* On the 24th they extend it by two weeks: the whole new ladder, nothing of the old. */
    move(f, "2026-12-10");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 4);
    expect(&f->due[0], "2026-12-10", "-7d", "2026-12-03T13:00:00Z", PGYD_INFO);
    expect(&f->due[1], "2026-12-10", "-3d", "2026-12-07T13:00:00Z", PGYD_WARN);
    expect(&f->due[2], "2026-12-10", "-1d", "2026-12-09T13:00:00Z", PGYD_CRITICAL);
    expect(&f->due[3], "2026-12-10", "0d", "2026-12-10T13:00:00Z", PGYD_CRITICAL);
    /* By one day: the steps of the new ladder that are past (20th, 24th) come as one, with the
     * later one's severity. */
    move(f, "2026-11-27");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 3);
    expect(&f->due[0], "2026-11-27", "-1d", "2026-11-26T13:00:00Z", PGYD_CRITICAL);
    expect(&f->due[2], "2026-11-27", "now", "2026-11-24T15:00:00Z", PGYD_WARN);
    fire(f, "2026-11-27", "now");
    schedule(f, "2026-11-24T15:01:00Z");
    assert_int_equal(f->n, 2);
}

static void test_timed(void **state)
{
    struct fixture *f = *state;
    f->item.start_minute = 17 * 60;
    f->item.zone = "America/Los_Angeles";
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 4);
    /* 17:00 in Los Angeles is 01:00Z of the next day; remind_at plays no part. */
    expect(&f->due[0], "2026-11-26T17:00 America/Los_Angeles", "-7d", "2026-11-20T01:00:00Z",
           PGYD_INFO);
    expect(&f->due[3], "2026-11-26T17:00 America/Los_Angeles", "0d", "2026-11-27T01:00:00Z",
           PGYD_CRITICAL);
    assert_int_equal(f->due[0].expires, utc("2026-11-27T01:00:00Z"));
    /* its own minute's message needs time to travel */
    assert_int_equal(f->due[3].expires, utc("2026-11-27T01:15:00Z"));
    /* Without a zone it is the person's, and no part of the key. */
    f->item.zone = NULL;
    schedule(f, "2026-11-10T12:00:00Z");
    expect(&f->due[2], "2026-11-26T17:00", "-1d", "2026-11-25T22:00:00Z", PGYD_CRITICAL);
}

static void test_dst(void **state)
{
    static const struct {
        const char *start;
        int32_t n;
        uint16_t unit;
        int remind_at; /* minutes */
        const char *at;
    } table[] = {
        {"2026-11-05", -7, 'd', 480, "2026-10-29T12:00:00Z"}, /* still UTC-4 */
        {"2026-11-05", 0, 'd', 480, "2026-11-05T13:00:00Z"},
        {"2027-03-14", 0, 'd', 150, "2027-03-14T07:00:00Z"}, /* 02:30 does not exist: 03:00 UTC-4 */
        {"2027-03-13", 0, 'd', 150, "2027-03-13T07:30:00Z"}, /* the day before */
        {"2027-03-15", 0, 'd', 150, "2027-03-15T06:30:00Z"}, /* the day after */
        {"2026-11-01", 0, 'd', 90, "2026-11-01T05:30:00Z"},  /* 01:30 comes twice: the first */
        {"2027-08-31", -6, 'm', 480, "2027-02-28T13:00:00Z"}, /* February has no 31st */
        {"2028-08-31", -6, 'm', 480, "2028-02-29T13:00:00Z"},
        {"2027-01-02", -2, 'w', 480, "2026-12-19T13:00:00Z"},
        {"2026-11-26", 3, 'd', 480, "2026-11-29T13:00:00Z"},
        {"2028-02-29", -1, 'y', 480, "2027-02-28T13:00:00Z"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        move(f, table[i].start);
        f->quiet.remind_at = table[i].remind_at;
        assert_int_equal(pgy_remind_instant(&f->item,
                                            (struct pgyd_step){table[i].n, table[i].unit, 1}, f->tz,
                                            &f->quiet),
                         utc(table[i].at));
    }
}

/* ---- who is reminded of what ---- */

static void test_kinds(void **state)
{
    static const struct {
        uint16_t kind;
        size_t rows;         /* first seen on the 24th: with or without "now" */
        const char *expires; /* of the 0d row */
    } table[] = {
        {PGYD_MILESTONE, 2, "2026-11-27T13:00:00Z"}, {PGYD_WINDOW, 3, "2026-11-27T04:59:59Z"},
        {PGYD_DEADLINE, 3, "2026-11-27T04:59:59Z"},  {PGYD_REMINDER, 2, "2026-11-27T13:00:00Z"},
        {PGYD_HABIT, 2, "2026-11-27T13:00:00Z"},     {PGYD_ALERT, 3, "2026-11-27T13:00:00Z"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        f->known.nseen = 0;
        f->item.kind = table[i].kind;
        schedule(f, "2026-11-24T15:00:00Z");
        assert_int_equal(f->n, table[i].rows);
        assert_string_equal(f->due[1].step, "0d");
        assert_int_equal(f->due[1].expires, utc(table[i].expires));
    }
    /* An alert without steps is told once, at once. */
    f->known.nseen = 0;
    f->item.nsteps = 0;
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-26", "now", "2026-11-24T15:00:00Z", PGYD_WARN);
    fire(f, "2026-11-26", "now");
    schedule(f, "2026-11-25T15:00:00Z");
    assert_int_equal(f->n, 0);
}

static void test_not_reminded(void **state)
{
    static const struct {
        enum pgy_state state;
        size_t rows;
    } table[] = {
        {PGY_FUTURE, 4}, {PGY_OPEN, 4}, {PGY_DUE, 4},       {PGY_OVERDUE, 4},
        {PGY_CLOSED, 0}, {PGY_DONE, 0}, {PGY_CANCELLED, 0},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        f->item.state = table[i].state;
        schedule(f, "2026-11-10T12:00:00Z");
        assert_int_equal(f->n, table[i].rows);
    }
    f->item.state = PGY_FUTURE;
    f->item.catch_up = true;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 0);
    f->item.catch_up = false;
    f->item.unpublished = true;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 0);
    f->item.unpublished = false;
    f->item.flags = PGYD_ITEM_NO_LADDER;
    schedule(f, "2026-11-10T12:00:00Z");
    assert_int_equal(f->n, 0);
}

static void test_snoozed(void **state)
{
    struct fixture *f = *state;
    schedule(f, "2026-11-10T12:00:00Z");
    fire(f, "2026-11-26", "-7d");
    /* On the 20th, snoozed until the 24th: the -3d step of the 23rd comes as the snooze's end; -1d
     * and 0d as ever. */
    f->item.snoozed_until = day_of("2026-11-24");
    f->item.state = PGY_SNOOZED;
    schedule(f, "2026-11-20T15:00:00Z");
    assert_int_equal(f->n, 3);
    expect(&f->due[0], "2026-11-26", "-1d", "2026-11-25T13:00:00Z", PGYD_CRITICAL);
    expect(&f->due[2], "2026-11-26", "snooze 2026-11-24", "2026-11-24T13:00:00Z", PGYD_WARN);
    /* The midnight on which it ends changes nothing; after it fired it is gone, and the held step
     * with it. */
    f->item.state = PGY_FUTURE;
    schedule(f, "2026-11-24T05:00:00Z");
    assert_int_equal(f->n, 3);
    fire(f, "2026-11-26", "snooze 2026-11-24");
    schedule(f, "2026-11-24T14:00:00Z");
    assert_int_equal(f->n, 2);
}

/* A deadline at seven in the morning of the day a snooze ends at eight: its own steps come, also
 * when its date was moved up. */
static void test_snooze_hides_nothing(void **state)
{
    struct fixture *f = *state;
    f->item.start_minute = 7 * 60;
    f->item.snoozed_until = day_of("2026-11-26");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 3); /* now, -1d, 0d */
    expect(&f->due[1], "2026-11-26T07:00", "0d", "2026-11-26T12:00:00Z", PGYD_CRITICAL);
    f->known.nseen = 0;
    f->item.start_minute = 8 * 60 + 1;
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 2);
    expect(&f->due[1], "2026-11-26T08:01", "snooze 2026-11-26", "2026-11-26T13:00:00Z", PGYD_WARN);
    /* Overdue and put off: told again. */
    f->known.nseen = 0;
    f->item.start_minute = -1;
    f->item.snoozed_until = day_of("2026-11-29");
    schedule(f, "2026-11-28T15:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-26", "snooze 2026-11-29", "2026-11-29T13:00:00Z", PGYD_WARN);
}

/* An alert of November 20 that is first seen on the 24th, goes, and is there again on the 25th at
 * 05:00 UTC, midnight in New York. */
static void test_alert_again(void **state)
{
    struct fixture *f = *state;
    struct pgy_item item;
    make_item(&item, "offers/mercy", "offers", PGYD_ALERT, "2026-11-20");
    item.state = PGY_OPEN;
    item.steps[0] = (struct pgyd_step){0, 'd', PGYD_WARN};
    item.nsteps = 1;
    f->timeline.items = &item;
    f->timeline.n = 1;
    f->timeline.today = day_of("2026-11-24");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-20", "now", "2026-11-24T15:00:00Z", PGYD_WARN);
    fire(f, "2026-11-20", "now");
    schedule(f, "2026-11-24T16:00:00Z");
    assert_int_equal(f->n, 0);
    fire(f, "2026-11-20", PGY_AGAIN);
    f->known.nseen = 0;
    schedule(f, "2026-11-25T05:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-20", "again 2026-11-25", "2026-11-25T05:00:00Z", PGYD_WARN);
    /* The passes after it say nothing else, before it fired and after. */
    schedule(f, "2026-11-25T16:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-20", "again 2026-11-25", "2026-11-25T05:00:00Z", PGYD_WARN);
    fire(f, "2026-11-20", "again 2026-11-25");
    schedule(f, "2026-11-26T16:00:00Z");
    assert_int_equal(f->n, 0);
    /* A second return on the same day is not told twice; one on the next day is. */
    f->known.nseen = 0;
    schedule(f, "2026-11-26T04:59:59Z");
    assert_int_equal(f->n, 0);
    f->known.nseen = 0;
    schedule(f, "2026-11-26T05:00:00Z");
    assert_int_equal(f->n, 1);
    expect(&f->due[0], "2026-11-20", "again 2026-11-26", "2026-11-26T05:00:00Z", PGYD_WARN);
    f->timeline.n = 0;
}

static void test_first_run(void **state)
{
    struct fixture *f = *state;
    struct pgy_item items[4];
    struct pgy_due digest;
    make_item(&items[0], "milestones/old", "milestones", PGYD_MILESTONE, "2026-11-24");
    items[0].catch_up = true;
    items[0].state = PGY_OVERDUE;
    items[0].title = "Register for the boards";
    items[0].nsteps = 0;
    make_item(&items[1], "offers/slow", "offers", PGYD_ALERT, "2026-11-20");
    items[1].state = PGY_OPEN;
    items[1].title = "Mercy is silent";
    items[1].nsteps = 0;
    make_item(&items[2], "offers/mercy", "offers", PGYD_DEADLINE, "2026-11-26");
    make_item(&items[3], "networking/x", "networking", PGYD_REMINDER, "2026-12-01");
    items[3].state = PGY_DONE;
    f->timeline.items = items;
    f->timeline.n = 4;
    f->timeline.today = f->timeline.started = day_of("2026-11-24");
    schedule(f, "2026-11-24T15:00:00Z");
    assert_int_equal(f->n, 2); /* -1d and 0d; what is past is the digest's */
    pgy_remind_digest(&f->timeline, utc("2026-11-24T15:00:00Z"), f->arena, &digest);
    assert_string_equal(digest.item, "");
    assert_string_equal(digest.target, "2026-11-24");
    assert_string_equal(digest.step, "digest");
    assert_int_equal(digest.at, utc("2026-11-24T15:00:00Z"));
    assert_string_equal(digest.detail, "Needs attention:\n- Mercy is silent\n\nTo catch up on:\n- "
                                       "Register for the boards\n\nNext:\n"
                                       "- Thu Nov 26, 2026: Answer Mercy\n");
    assert_null(strstr(digest.discreet, "Mercy"));
    strcpy(f->known.fired[f->known.nfired++], " 2026-11-24 digest");
    /* Later passes stay silent about it, on that day and after; what is new then is told. */
    schedule(f, "2026-11-24T16:00:00Z");
    assert_int_equal(f->n, 2);
    items[2].start = items[2].end = day_of("2026-11-27");
    schedule(f, "2026-11-24T17:00:00Z");
    assert_int_equal(f->n, 3);
    expect(&f->due[2], "2026-11-27", "now", "2026-11-24T17:00:00Z", PGYD_WARN);
    f->timeline.n = 0;
    pgy_remind_digest(&f->timeline, 0, f->arena, &digest);
    assert_string_equal(digest.detail, "Nothing is planned yet.\n");
}

/* The words are the item's, whichever plugin it is of; the day follows. */
static void test_discreet(void **state)
{
    struct fixture *f = *state;
    f->item.plugin = "mercy";
    f->item.kind = PGYD_ALERT;
    f->item.discreet = "something needs attention from";
    schedule(f, "2026-11-10T12:00:00Z");
    assert_string_equal(f->due[0].discreet, "something needs attention from Thu Nov 26, 2026");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_ladder),      TEST(test_folded),
        TEST(test_late),        TEST(test_extended),
        TEST(test_timed),       TEST(test_dst),
        TEST(test_kinds),       TEST(test_not_reminded),
        TEST(test_snoozed),     TEST(test_snooze_hides_nothing),
        TEST(test_alert_again), TEST(test_first_run),
        TEST(test_discreet),
    };
    return cmocka_run_group_tests_name("remind", tests, NULL, NULL);
}
