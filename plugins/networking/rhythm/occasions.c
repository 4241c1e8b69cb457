/* SPDX-License-Identifier: BSD-2-Clause */
/* Meetings and rotations: prepare, be there, stay in touch afterward. Visits to places of the
 * search are in its room. */
#include "plugins/networking/rhythm/rhythm.h"

enum { MAX_STEPS = 16, THANKS_DAYS = 3, TOUCH_DAYS = 60 };

static const struct pgyd_step at_start[] = {{0, 'd', PGYD_INFO}};

static int emit_event(const struct pgyd_host *h, const struct nudges *nudges, const char *id)
{
    static const struct pgyd_step steps[] = {{-30, 'd', PGYD_INFO}, {-7, 'd', PGYD_INFO}};
    struct nudge nudge = nudge_of(nudges, NUDGE_EVENT, PGYD_WINDOW);
    char slug[PGC_SLUG];
    pgyd_day start = pgc_day(h, "event", id, "start"), end = pgc_day(h, "event", id, "end");
    if (start == PGYD_NO_DAY || (end != PGYD_NO_DAY && end < start))
        return 0;
    nudge.item.start = start;
    nudge.item.end = end;
    nudge.item.slug = pgc_format(slug, sizeof slug, "event-%s", id);
    nudge_say(&nudge, "name", pgc_text(h, "event", id, "name", id));
    PGC_STEPS(&nudge.item, steps);
    return nudge_emit(h, &nudge);
}

static const char *place(const struct pgyd_host *h, const char *id)
{
    const char *prospect = pgc_text(h, "rotation", id, "prospect", NULL);
    return prospect ? pgc_text(h, "prospect", prospect, "name", prospect) : id;
}

static int emit_rotation(const struct pgyd_host *h, const struct nudges *nudges, const char *id)
{
    struct nudge during = nudge_of(nudges, NUDGE_ROTATION, PGYD_WINDOW),
                 thanks = nudge_of(nudges, NUDGE_ROTATION_THANKS, PGYD_MILESTONE);
    struct pgyd_step steps[MAX_STEPS];
    char slug[PGC_SLUG], after[PGC_SLUG];
    uint32_t n = 0;
    pgyd_day start = pgc_day(h, "rotation", id, "start"), end = pgc_day(h, "rotation", id, "end");
    if (start == PGYD_NO_DAY || end == PGYD_NO_DAY || end < start)
        return 0;
    /* At the start, weekly, and at the end. */
    for (int32_t day = 0; day < end - start && n < MAX_STEPS - 1; day += 7)
        steps[n++] = (struct pgyd_step){day, 'd', PGYD_INFO};
    steps[n++] = (struct pgyd_step){end - start, 'd', PGYD_INFO};
    during.item.start = start;
    during.item.end = end;
    during.item.slug = pgc_format(slug, sizeof slug, "rotation-%s", id);
    during.item.steps = steps;
    during.item.nsteps = n;
    nudge_say(&during, "place", place(h, id));
    thanks.item.start = end + THANKS_DAYS;
    thanks.item.slug = pgc_format(after, sizeof after, "rotation-%s-thanks", id);
    PGC_STEPS(&thanks.item, at_start);
    nudge_say(&thanks, "place", place(h, id));
    return nudge_emit(h, &during) != 0 ? -1 : nudge_emit(h, &thanks);
}

struct touched {
    pgyd_day after, last;
    uint32_t n;
};

static int touch(void *arg, const struct pgyd_event *event)
{
    struct touched *t = arg;
    if (event->on > t->after) {
        t->last = pgc_later(t->last, event->on);
        t->n++;
    }
    return 0;
}

/* S1-63: the best places are kept for somebody remembered: every 60 days from a rotation to the end
 * of training. */
static int emit_touch(const struct pgyd_host *h, const struct nudges *nudges,
                      const struct pgc_anchors *anchors, const char *id)
{
    pgyd_day end = pgc_day(h, "rotation", id, "end");
    struct touched t = {end, end, 0};
    char slug[PGC_SLUG], log[PGC_SLUG];
    if (end == PGYD_NO_DAY || !anchors)
        return 0;
    h->journal(h->ctx, "rotation", id, touch, &t);
    for (uint32_t k = 0; k < 2; k++) {
        struct nudge nudge = nudge_of(nudges, NUDGE_ROTATION_TOUCH, PGYD_REMINDER);
        char number[16];
        nudge.item.start = t.last + TOUCH_DAYS * (pgyd_day)(k + 1);
        if (nudge.item.start > anchors->g)
            return 0;
        nudge.item.slug = pgc_format(slug, sizeof slug, "rotation-%s-touch", id);
        nudge.item.occurrence = pgc_format(number, sizeof number, "%u", t.n + k);
        nudge.item.done_log = pgc_format(log, sizeof log, "rotation %s", id);
        nudge_say(&nudge, "place", place(h, id));
        PGC_STEPS(&nudge.item, at_start);
        if (nudge_emit(h, &nudge) != 0)
            return -1;
    }
    return 0;
}

int occasions_plan(const struct pgyd_host *h, const struct nudges *nudges,
                   const struct pgc_anchors *anchors)
{
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "event", i)); i++) {
        if (emit_event(h, nudges, id) != 0)
            return -1;
    }
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "rotation", i)); i++) {
        if (emit_rotation(h, nudges, id) != 0 || emit_touch(h, nudges, anchors, id) != 0)
            return -1;
    }
    return 0;
}

/* ---- the check ---- */

static void check_span(const struct pgyd_host *h, const char *section)
{
    const char *id;
    char text[24];
    for (uint32_t i = 0; (id = h->section_id(h->ctx, section, i)); i++) {
        pgyd_day start = pgc_day(h, section, id, "start"), end = pgc_day(h, section, id, "end");
        if (start != PGYD_NO_DAY && end != PGYD_NO_DAY && end < start)
            pgc_error(h, section, id, "end", "a day on or after start",
                      "it ends before it starts, %s", h->day_text(h->ctx, start, text));
    }
}

void occasions_check(const struct pgyd_host *h)
{
    check_span(h, "event");
    check_span(h, "rotation");
}
