/* SPDX-License-Identifier: BSD-2-Clause */
/* What tests of calendar bytes share: New York, an arena a module, and ways to look at lines. */
#ifndef PGY_TESTS_FEED_FIXTURE_H
#define PGY_TESTS_FEED_FIXTURE_H

#include "synthetic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { MAX = 64 * 1024 * 1024 };

static struct pgy_tz *new_york;
static struct pgy_arena *arena;

static inline int feed_setup(void **state)
{
    (void)state;
    pgy_calendar_open();
    arena = pgy_arena_new();
    return pgy_tz_load("America/New_York", &new_york);
}

static inline int feed_teardown(void **state)
{
    (void)state;
    pgy_arena_free(&arena);
    pgy_tz_free(&new_york);
    pgy_calendar_close();
    return 0;
}

/* Undoes folding and nothing else. */
static inline char *unfold(const char *bytes)
{
    char *out = pgy_arena_strdup(arena, bytes), *to = out;
    for (const char *p = bytes; *p;) {
        if (strncmp(p, "\r\n ", 3) == 0)
            p += 3;
        else
            *to++ = *p++;
    }
    *to = '\0';
    return out;
}

static inline size_t count(const char *text, const char *what)
{
    size_t n = 0;
    for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
        n++;
    return n;
}

static inline void assert_has(const char *text, const char *line)
{
    const char *found = strstr(text, pgy_arena_printf(arena, "%s\r\n", line));
    if (!found || (found != text && found[-1] != '\n'))
        fail_msg("no line '%s' in:\n%s", line, text);
}

/* A repeatable stream of numbers. */
static inline uint32_t pick(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static inline char *bytes_of(const struct pgy_feed *feed)
{
    struct pgy_buf plain PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX),
                         gzip PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    assert_int_equal(pgy_feed_bytes(feed, &plain, &gzip), 0);
    return pgy_arena_strndup(arena, plain.data, plain.len);
}

static inline size_t update(struct pgy_feed *feed, const struct pgy_timeline *timeline,
                            bool expect_changed)
{
    bool changed = !expect_changed;
    size_t refused = 99;
    assert_int_equal(pgy_feed_update(feed, timeline, new_york, &changed, &refused), 0);
    assert_int_equal(changed, expect_changed);
    return refused;
}

#endif
