/* SPDX-License-Identifier: BSD-2-Clause */
/* Kinds of happenings that two plugins declare, a file they are about, and what somebody says of
 * it. */
#ifndef PGY_TESTS_HAPPENING_FIXTURE_H
#define PGY_TESTS_HAPPENING_FIXTURE_H

#include "config_fixture.h"

#include "plan/happening.h"

static const struct pgyd_journal_kind people_kinds[] = {
    {.name = "contact", .subject = "contact:", .keys = "note", .help = "Spoke."},
    {.name = "habit", .subject = "coffee|lunch", .help = "Did it."},
    {.name = "hours", .keys = "clinical:0..672|note", .help = "Hours."},
    {.name = "meeting",
     .subject = "grand-rounds|prospect:",
     .events = "held|moved",
     .keys = "by:date|growing:yes/no|note",
     .help = "Met."},
};

static const struct pgyd_journal_kind offer_kinds[] = {
    {.name = "offer",
     .subject = "offer:",
     .events = "asked|received|accepted",
     .keys = "note",
     .help = "Offers."},
    {.name = "reading", .subject = "*", .help = "Read."},
    {.name = "vacation", .events = "began|ended", .help = "Off."},
    {.name = "rest", .help = "Nothing to add."},
    {.name = "poll", .keys = "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q", .help = "Many."},
    /* the first that declares it keeps it */
    {.name = "hours", .subject = "*", .help = "Not this one."},
};

static const struct pgyd_journal_kind hidden_kinds[] = {{.name = "hidden", .help = "No."}};

static const struct pgy_declaration talking[] = {
    {.plugin = "networking",
     .version = "1.0",
     .summary = "people",
     .keys = networking_keys,
     .nkeys = 8,
     .kinds = people_kinds,
     .nkinds = 4,
     .listed = true},
    {.plugin = "unlisted",
     .version = "1.0",
     .summary = "beside them",
     .kinds = hidden_kinds,
     .nkinds = 1},
    {.plugin = "offers",
     .version = "1.0",
     .summary = "offers",
     .keys = offers_keys,
     .nkeys = 9,
     .kinds = offer_kinds,
     .nkinds = 6,
     .listed = true},
};

#define FILE_TEXT                                                                                  \
    PERSON "[contact:alvarez]\nname = Dr. Alvarez\n[contact:brown]\nname = B\n"                    \
           "[prospect:mercy]\n[offer:north]\nemployer = North\n"

static inline int happening_setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    fixture_init(f, talking, 3);
    *state = f;
    return (int)f->problems.n + (int)parse(f, FILE_TEXT);
}

/* 2026-12-05; `date -d 2026-12-05 +%s` / 86400. */
enum { TODAY = 20792 };

enum { ARGS = 17 };

struct said {
    const char *kind, *subject, *event, *on;
    const char *args[ARGS + 1];
};

static inline int take(const struct fixture *f, const struct said *said, struct pgy_happening *what,
                       struct pgy_refusal *why)
{
    size_t n = 0;
    while (said->args[n])
        n++;
    struct pgy_told told = {.kind = said->kind,
                            .subject = said->subject,
                            .event = said->event,
                            .on = said->on,
                            .args = said->args,
                            .nargs = n};
    return pgy_happening_parse(f->schema, f->config, &told, TODAY, f->arena, what, why);
}

#define HAPPENING(test) cmocka_unit_test_setup_teardown(test, happening_setup, teardown)

/* A word of forty letters. */
#define LONG_40 "abcdefghijklmnopqrstuvwxyzabcdefghijklmn"

#endif
