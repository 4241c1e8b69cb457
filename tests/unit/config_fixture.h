/* SPDX-License-Identifier: BSD-2-Clause */
/* A schema with declarations as plugins make them, and short ways to parse. */
#ifndef PGY_TEST_CONFIG_FIXTURE_H
#define PGY_TEST_CONFIG_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/err.h"
#include "config/config.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
    struct pgy_arena *arena;
    struct pgy_schema *schema;
    struct pgy_problems problems;
    struct pgy_config *config;
};

static const struct pgy_key networking_keys[] = {
    {.section = "contact:",
     .name = "name",
     .type = PGYD_TEXT,
     .flags = PGYD_KEY_REQUIRED,
     .help = "Name."},
    {.section = "contact:",
     .name = "cadence",
     .type = PGYD_DUR,
     .fallback = "90d",
     .help = "How often."},
    {.section = "contact:",
     .name = "prospect",
     .type = PGYD_REF,
     .choices = "prospect",
     .help = "Where."},
    {.section = "contact:",
     .name = "last",
     .type = PGYD_DATE,
     .help = "When last.",
     .journal = "contact"},
    {.section = "contact:",
     .name = "kind",
     .type = PGYD_ENUM,
     .choices = "attending|chief|fellow",
     .help = "Who."},
    {.section = "prospect:", .name = "name", .type = PGYD_TEXT, .help = "Name."},
    {.section = "hours",
     .name = "clinical",
     .type = PGYD_NUM,
     .min = 0,
     .max = 400,
     .help = "Hours."},
    {.section = "habits",
     .name = "*",
     .type = PGYD_DATE,
     .flags = PGYD_KEY_MANY,
     .help = "Last done."},
};

static const struct pgy_key offers_keys[] = {
    {.section = "offer:",
     .name = "employer",
     .type = PGYD_TEXT,
     .flags = PGYD_KEY_REQUIRED,
     .help = "Who."},
    {.section = "offer:",
     .name = "base",
     .type = PGYD_USD,
     .min = 1000,
     .max = 5000000,
     .help = "Pay."},
    {.section = "offer:", .name = "answer_by", .type = PGYD_WHEN, .help = "Until."},
    {.section = "offer:", .name = "answer_within", .type = PGYD_PAIR, .help = "Days."},
    {.section = "offer:", .name = "written", .type = PGYD_YN, .help = "Written."},
    {.section = "offer:",
     .name = "rate_*",
     .type = PGYD_INT,
     .flags = PGYD_KEY_MANY,
     .min = 0,
     .max = 10,
     .help = "0 to 10."},
    {.section = "offer:", .name = "must_improve", .type = PGYD_TEXTS, .help = "What."},
    {.section = "offer:",
     .name = "prospect",
     .type = PGYD_REF,
     .choices = "prospect",
     .help = "Which."},
    {.section = "packs", .name = "path", .type = PGYD_LIST, .help = "Folders."},
};

static const struct pgy_declaration declared[] = {
    {.plugin = "networking",
     .version = "1.0",
     .summary = "people",
     .keys = networking_keys,
     .nkeys = 8,
     .listed = true},
    {.plugin = "offers",
     .version = "1.0",
     .summary = "offers",
     .keys = offers_keys,
     .nkeys = 9,
     .listed = true},
};

static inline void fixture_init(struct fixture *f, const struct pgy_declaration *declarations,
                                size_t n)
{
    *f = (struct fixture){.arena = pgy_arena_new()};
    f->problems.arena = f->arena;
    f->schema = pgy_schema_new(declarations, n, "/t/pgyd.ini", &f->problems);
}

static inline int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    fixture_init(f, declared, 2);
    *state = f;
    return (int)f->problems.n;
}

static inline void fixture_clear(struct fixture *f)
{
    pgy_config_free(&f->config);
    pgy_schema_free(&f->schema);
    pgy_arena_free(&f->arena);
}

static inline int teardown(void **state)
{
    fixture_clear(*state);
    free(*state);
    return 0;
}

/* Parses a text with nothing left of an earlier one; the number of problems, sorted. */
static inline size_t parse_as(struct fixture *f, const char *file, const char *text, bool in_folder)
{
    pgy_config_free(&f->config);
    f->problems = (struct pgy_problems){.arena = f->arena};
    assert_int_equal(
        pgy_config_parse(file, text, strlen(text), f->schema, in_folder, &f->problems, &f->config),
        0);
    pgy_problems_sort(&f->problems);
    return f->problems.n;
}

static inline size_t parse(struct fixture *f, const char *text)
{
    return parse_as(f, "/t/pgyd.ini", text, false);
}

static inline const char *problem(const struct fixture *f, size_t i)
{
    assert_true(i < f->problems.n);
    return pgy_problem_text(&f->problems.list[i], f->arena);
}

/* The whole text must be this one and only problem. */
#define assert_only(f, text, expected)                                                             \
    do {                                                                                           \
        assert_int_equal(parse(f, text), 1);                                                       \
        assert_string_equal(problem(f, 0), expected);                                              \
    } while (0)

#define PERSON "[person]\ntimezone = America/New_York\n"

#endif
