/* SPDX-License-Identifier: BSD-2-Clause */
/* The installed table of phrases, held against a text. */
#ifndef PGY_TEST_LINT_FIXTURE_H
#define PGY_TEST_LINT_FIXTURE_H

#include "ctl/phrases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct lint {
    struct pgy_arena *arena;
    struct ctl_phrases phrases;
    struct ctl_findings findings;
};

static inline void lint_open(struct lint *l)
{
    static char bytes[65536];
    const char *top = getenv("top_srcdir"), *why = "";
    char path[512];
    size_t line;
    *l = (struct lint){.arena = pgy_arena_new()};
    snprintf(path, sizeof path, "%s/etc/lists/phrases.tsv", top ? top : ".");
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot open %s", path);
    size_t n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_true(n < sizeof bytes);
    if (ctl_phrases_parse(bytes, n, l->arena, &l->phrases, &line, &why) != 0)
        fail_msg("phrases.tsv:%zu: %s", line, why);
}

static inline void lint_close(struct lint *l)
{
    ctl_phrases_free(&l->phrases);
    pgy_arena_free(&l->arena);
}

static inline void lint_scan(struct lint *l, const char *text)
{
    l->findings = (struct ctl_findings){0};
    ctl_phrases_scan(&l->phrases, text, l->arena, &l->findings);
    ctl_findings_place(&l->findings, text);
}

/* The first finding of a set with this ID, at this level (-1: any); NULL. */
static inline const struct ctl_finding *lint_find(const struct lint *l, const char *set,
                                                  const char *ref, int level)
{
    for (size_t i = 0; i < l->findings.n; i++) {
        const struct ctl_phrase *p = l->findings.list[i].phrase;
        if (strcmp(p->set, set) == 0 && strcmp(p->ref, ref) == 0 &&
            (level < 0 || level == (int)p->level))
            return &l->findings.list[i];
    }
    return NULL;
}

#endif
