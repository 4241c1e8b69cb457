/* SPDX-License-Identifier: BSD-2-Clause */
/* An item as a plugin gives it, and ways to say that it is taken or why not. */
#ifndef PGY_TESTS_ITEM_FIXTURE_H
#define PGY_TESTS_ITEM_FIXTURE_H

#include "base/err.h"
#include "plan/item.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MAX_BYTES = 1024 * 1024, ITEM_FRAME = 69 };

/* 2026-11-30 is day 20787 since the epoch: 56 years of 365 days, 14 leap days (1972 to 2024), 333
 * days (date +%s / 86400). */
static const pgyd_day nov30 = 20787;

static inline struct pgyd_item plain(void)
{
    return (struct pgyd_item){.size = sizeof(struct pgyd_item),
                              .kind = PGYD_MILESTONE,
                              .slug = "mercy-answer-by",
                              .title = "Answer",
                              .start = nov30,
                              .end = PGYD_NO_DAY,
                              .start_minute = -1,
                              .end_minute = -1};
}

static inline int taken(const struct pgyd_item *in, const char **why)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_item item;
    *why = "";
    return pgy_item_from_plugin(in, "offers", arena, &item, why);
}

#define assert_ok(in)                                                                              \
    do {                                                                                           \
        const char *why_;                                                                          \
        if (taken(&(in), &why_) < 0)                                                               \
            fail_msg("refused: %s", why_);                                                         \
    } while (0)
#define assert_refused(in, part)                                                                   \
    do {                                                                                           \
        const char *why_;                                                                          \
        assert_int_equal(taken(&(in), &why_), PGY_EPARSE);                                         \
        if (!strstr(why_, part))                                                                   \
            fail_msg("wrong reason: %s", why_);                                                    \
    } while (0)

static inline void fill(char *text, size_t n, char c)
{
    memset(text, c, n);
    text[n] = '\0';
}

static inline void assert_ladder(const struct pgy_item *item, const char *expected)
{
    char all[200] = "", text[16];
    for (uint32_t i = 0; i < item->nsteps; i++) {
        size_t len = strlen(all);
        snprintf(all + len, sizeof all - len, "%s%s:%s", i ? " " : "",
                 pgy_step_text(item->steps[i], text), pgy_severity_text(item->steps[i].severity));
    }
    assert_string_equal(all, expected);
}

#endif
