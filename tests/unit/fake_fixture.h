/* SPDX-License-Identifier: BSD-2-Clause */
/* What tests of a plugin begin with: a fake a test, and short ways to look at what it planned and
 * wrote. Which plugin is said before: #define FAKE_PLUGIN pgyd_plugin_offers
 * and the packs without which it plans nothing: #define FAKE_PACKS "monthly.ini" */
#ifndef TESTS_FAKE_FIXTURE_H
#define TESTS_FAKE_FIXTURE_H

#include "tests/unit/fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin FAKE_PLUGIN;

/* A person's first day of pgyd. */
static inline struct fake *fresh(const char *today)
{
    struct fake *f = fake_new(&FAKE_PLUGIN, today);
#ifdef FAKE_PACKS
    static const char *const packs[] = {FAKE_PACKS};
    for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++)
        fake_packs(f, packs[i]);
#endif
    return f;
}

static inline int setup(void **state)
{
    *state = fresh("2026-11-22");
    return 0;
}

static inline int teardown(void **state)
{
    struct fake *f = *state;
    fake_free(&f);
    return 0;
}

static inline struct fake *planned(void **state, const char *ini)
{
    struct fake *f = *state;
    fake_ini(f, ini);
    fake_plan(f);
    return f;
}

static inline void assert_days(const struct fake *f, const char *id, const char *expected)
{
    if (strcmp(fake_days(f, id), expected) != 0)
        fail_msg("%s: %s, expected %s", id, fake_days(f, id), expected);
}

/* What is lost by missing it, and the day after which it is. */
static inline void assert_stakes(const struct fake *f, const char *id, uint16_t stakes,
                                 const char *by)
{
    const struct pgyd_item *item = fake_item(f, id);
    if (!item)
        fail_msg("%s is not planned", id);
    pgyd_day day = item->by != PGYD_NO_DAY    ? item->by
                   : item->end != PGYD_NO_DAY ? item->end
                                              : item->start;
    if (item->stakes != stakes || day != fake_day(by))
        fail_msg("%s: stakes %u by day %d, expected %u by %s", id, item->stakes, day, stakes, by);
}

/* Whether it has reminders of its own. */
static inline bool rings(const struct fake *f, const char *id)
{
    const struct pgyd_item *item = fake_item(f, id);
    if (!item)
        fail_msg("%s is not planned", id);
    return !(item->flags & PGYD_ITEM_NO_LADDER) && item->stakes >= PGYD_COSTLY;
}

/* Whether a part of the report holds the text. */
static inline bool says(const struct fake *f, const char *text)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].text && strstr(f->parts[i].text, text))
            return true;
    }
    return false;
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

#endif
