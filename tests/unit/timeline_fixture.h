/* SPDX-License-Identifier: BSD-2-Clause */
/* A batch, a journal and what was published so far, and the timeline they make. */
#ifndef PGY_TESTS_TIMELINE_FIXTURE_H
#define PGY_TESTS_TIMELINE_FIXTURE_H

#include "plan_fixture.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

enum { NOON = 12 * 3600 };
/* Noon UTC of NOV22. */
static const int64_t now0 = (int64_t)NOV22 * 86400 + NOON;

struct scene {
    struct pgy_arena *arena;
    struct pgy_batch batch;
    struct pgy_journal journal;
    struct pgy_revisions revisions;
    struct pgy_timeline *timeline;
    pgy_day today, started;
    int64_t now;
    const struct pgy_schema *schema;
    const struct pgy_shown_list *shown;
    const struct pgy_item *spans;
    size_t nspans;
    const char *zone;
    int remind_at;
};

static inline struct scene scene_new(void)
{
    struct pgy_arena *arena = pgy_arena_new();
    return (struct scene){.arena = arena,
                          .batch = plan_batch(arena),
                          .journal = {.arena = arena},
                          .revisions = {.arena = arena},
                          .today = NOV22,
                          .started = NOV22 - 1000,
                          .now = now0,
                          .zone = "America/New_York",
                          .remind_at = 8 * 60};
}

static inline void scene_free(struct scene *s)
{
    pgy_timeline_free(&s->timeline);
    pgy_arena_free(&s->arena);
}
#define SCENE struct scene s __attribute__((cleanup(scene_free))) = scene_new()

static inline void build(struct scene *s)
{
    struct pgy_share share = {&s->batch};
    struct pgy_timeline_input input = {.profile = "me",
                                       .zone = s->zone,
                                       .remind_at = s->remind_at,
                                       .today = s->today,
                                       .started = s->started,
                                       .now = s->now,
                                       .shares = &share,
                                       .nshares = 1,
                                       .journal = &s->journal,
                                       .schema = s->schema,
                                       .revisions = &s->revisions,
                                       .shown = s->shown,
                                       .spans = s->spans,
                                       .nspans = s->nspans};
    pgy_timeline_free(&s->timeline);
    s->timeline = pgy_timeline_build(&input);
}

/* What the store does with the changed revisions: replaces or inserts, and keeps them sorted. */
static inline int by_id(const void *a, const void *b)
{
    return strcmp(((const struct pgy_revision *)a)->id, ((const struct pgy_revision *)b)->id);
}

static inline size_t publish(struct scene *s)
{
    struct pgy_revisions changed;
    build(s);
    pgy_timeline_revisions(s->timeline, &s->revisions, &changed);
    for (size_t i = 0; i < changed.n; i++) {
        size_t at = 0;
        while (at < s->revisions.n && strcmp(s->revisions.list[at].id, changed.list[i].id) != 0)
            at++;
        if (at == s->revisions.n)
            (void)pgy_arena_push(s->arena, &s->revisions.list, &s->revisions.n, &s->revisions.cap,
                                 sizeof *changed.list);
        s->revisions.list[at] = changed.list[i];
        s->revisions.list[at].id = pgy_arena_strdup(s->arena, changed.list[i].id);
    }
    if (s->revisions.n > 1)
        qsort(s->revisions.list, s->revisions.n, sizeof *s->revisions.list, by_id);
    return changed.n;
}

static inline const struct pgy_item *find(const struct scene *s, const char *id)
{
    const struct pgy_item *item = pgy_timeline_find(s->timeline, id);
    assert_non_null(item);
    return item;
}

#endif
