/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes the stretches of a busy calendar. What plugins are told of busy days is pass.c's; visits
 * and meetings are items of plugins. */
#include "plan/spans.h"

#include "base/str.h"
#include "plan/week.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTE = 60 };

struct making {
    const struct pgy_spans_input *in;
    struct pgy_arena *arena;
    struct pgy_spans spans;
};

bool pgy_spans_days(const struct pgy_config *config, const char *id, pgy_day *start, pgy_day *end)
{
    *start = pgy_config_day(config, "busy", id, "start");
    *end = pgy_config_day(config, "busy", id, "end");
    return *start != PGY_NO_DAY && *end != PGY_NO_DAY && *end >= *start;
}

/* Says nothing of what it is: others see it. */
static void add(struct making *m, const char *slug, struct pgy_item when)
{
    if (when.end < m->in->today - PGY_SPANS_LEFT)
        return;
    struct pgy_item *item = &m->spans.list[m->spans.n++];
    *item = when;
    item->plugin = PGY_WEEK_PLUGIN;
    item->slug = slug;
    item->id = pgy_item_id(item->plugin, slug, NULL, m->arena);
    item->kind = PGYD_WINDOW;
    item->severity = PGYD_INFO;
    item->confidence = PGYD_CONFIRMED;
    item->flags = PGYD_ITEM_BUSY | PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL;
    item->title = "Busy";
    item->stakes = PGYD_CONTEXT;
    item->by = item->end;
    item->snoozed_until = item->done_on = item->cancelled_on = PGY_NO_DAY;
}

static void add_sections(struct making *m)
{
    const struct pgy_config *config = m->in->config;
    for (size_t i = 0; i < config->nsections; i++) {
        const char *id = config->sections[i].id;
        struct pgy_item when = {.start_minute = -1, .end_minute = -1};
        if (strcmp(config->sections[i].kind, "busy") == 0 &&
            pgy_spans_days(config, id, &when.start, &when.end))
            add(m, pgy_arena_printf(m->arena, "busy.%s", id), when);
    }
}

/* A whole minute on a clock; false where that clock does not give it back: the second time of an
 * hour that comes twice. */
static bool read_clock(const struct pgy_tz *tz, int64_t utc, pgy_day *day, int32_t *minute)
{
    int32_t second;
    *day = pgy_tz_day(tz, utc, &second);
    if (*day == PGY_NO_DAY)
        return false;
    *minute = second / MINUTE;
    return pgy_tz_instant(tz, *day, *minute * MINUTE) == utc;
}

/* On the person's clock where it can say both ends, else in UTC. */
static bool times_of(const struct pgy_shift *shift, const struct pgy_tz *person,
                     struct pgy_item *when)
{
    const int64_t start = shift->start - shift->start % MINUTE,
                  end = shift->end + (MINUTE - shift->end % MINUTE) % MINUTE;
    const struct pgy_tz *clocks[] = {person, pgy_tz_utc()};
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++) {
        when->zone = i ? pgy_tz_name(clocks[i]) : NULL;
        if (read_clock(clocks[i], start, &when->start, &when->start_minute) &&
            read_clock(clocks[i], end, &when->end, &when->end_minute))
            return true;
    }
    return false;
}

static void add_shifts(struct making *m)
{
    const struct pgy_shift *shifts = m->in->shifts;
    for (size_t i = 0; i < m->in->nshifts; i++) {
        struct pgy_item when = {0};
        const bool longer = i + 1 < m->in->nshifts && shifts[i + 1].start == shifts[i].start;
        if (!longer && times_of(&shifts[i], m->in->person, &when))
            add(m, pgy_arena_printf(m->arena, "oncall.%" PRId64, shifts[i].start), when);
    }
}

/* Those that begin and end together are neighbors. */
static int by_time(const void *a, const void *b)
{
    const struct pgy_item *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->start_minute != y->start_minute)
        return x->start_minute < y->start_minute ? -1 : 1;
    return x->end != y->end ? (x->end < y->end ? -1 : 1) : strcmp(x->id, y->id);
}

static bool same_time(const struct pgy_item *a, const struct pgy_item *b)
{
    return a->start == b->start && a->end == b->end && a->start_minute == b->start_minute &&
           a->end_minute == b->end_minute && pgy_streq(a->zone, b->zone);
}

struct pgy_spans pgy_spans_make(const struct pgy_spans_input *input, struct pgy_arena *arena)
{
    struct making m = {.in = input, .arena = arena};
    const size_t most = pgy_config_count(input->config, "busy") + input->nshifts;
    size_t kept = 0;
    m.spans.list = pgy_arena_array(arena, most + 1, sizeof *m.spans.list);
    add_sections(&m);
    add_shifts(&m);
    if (m.spans.n > 1)
        qsort(m.spans.list, m.spans.n, sizeof *m.spans.list, by_time);
    for (size_t i = 0; i < m.spans.n && kept < PGY_SPANS_MOST; i++) {
        if (kept == 0 || !same_time(&m.spans.list[kept - 1], &m.spans.list[i]))
            m.spans.list[kept++] = m.spans.list[i];
    }
    m.spans.n = kept;
    return m.spans;
}
