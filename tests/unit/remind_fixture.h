/* SPDX-License-Identifier: BSD-2-Clause */
/* One fatal item due on Thu 2026-11-26 in New York, what the store would know of it, and the due
 * rows that come of it. */
#ifndef PGY_TESTS_REMIND_FIXTURE_H
#define PGY_TESTS_REMIND_FIXTURE_H

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

static inline int64_t utc(const char *text)
{
    struct tm tm = {0};
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    assert_true(end && *end == '\0');
    return timegm(&tm);
}

static inline pgy_day day_of(const char *text)
{
    pgy_day day = PGY_NO_DAY;
    assert_int_equal(pgy_civil_parse(text, &day), 0);
    return day;
}

static inline void make_item(struct pgy_item *item, const char *id, const char *plugin,
                             uint16_t kind, const char *start)
{
    *item = (struct pgy_item){.id = id,
                              .plugin = plugin,
                              .discreet = "an offer answer is due",
                              .slug = id,
                              .kind = kind,
                              .stakes = PGYD_FATAL,
                              .severity = PGYD_CRITICAL,
                              .title = "Answer Mercy",
                              .start_minute = -1,
                              .end_minute = -1,
                              .done_on = PGY_NO_DAY,
                              .snoozed_until = PGY_NO_DAY,
                              .state = PGY_FUTURE};
    item->start = item->end = item->by = day_of(start);
}

static inline int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    f->arena = pgy_arena_new();
    if (pgy_tz_load("America/New_York", &f->tz) != 0)
        return -1;
    f->quiet = (struct pgy_quiet){
        .remind_at = 8 * 60, .digest_at = -1, .brief = {.weekday = PGY_NEVER}, .max_late = 86400};
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

static inline int teardown(void **state)
{
    struct fixture *f = *state;
    pgy_arena_free(&f->arena);
    pgy_tz_free(&f->tz);
    free(f);
    return 0;
}

static inline bool fired(void *arg, const char *item, const char *target, const char *step)
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

static inline int64_t seen(void *arg, const char *item, const char *target, int64_t when)
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

static inline void fire(struct fixture *f, const char *target, const char *step)
{
    snprintf(f->known.fired[f->known.nfired++], 96, "offers/mercy %s %s", target, step);
}

static inline void schedule(struct fixture *f, const char *now)
{
    pgy_remind_schedule(&f->timeline, f->tz, &f->quiet, utc(now), fired, seen, &f->known, f->arena,
                        &f->due, &f->n);
}

static inline void expect(const struct pgy_due *due, const char *target, const char *step,
                          const char *at, uint16_t severity)
{
    assert_string_equal(due->target, target);
    assert_string_equal(due->step, step);
    assert_int_equal(due->at, utc(at));
    assert_int_equal(due->severity, severity);
}

/* The due row of a step; NULL: there is none. */
static const struct pgy_due *row(const struct fixture *f, const char *step)
{
    const struct pgy_due *found = NULL;
    for (size_t i = 0; i < f->n; i++) {
        if (strcmp(f->due[i].step, step) != 0)
            continue;
        assert_null(found);
        found = &f->due[i];
    }
    return found;
}

static inline void own_steps(struct fixture *f, const struct pgyd_step *steps, uint32_t n)
{
    memcpy(f->item.steps, steps, n * sizeof *steps);
    f->item.nsteps = n;
}

static inline void move(struct fixture *f, const char *start)
{
    f->item.start = f->item.end = f->item.by = day_of(start);
}

#endif
