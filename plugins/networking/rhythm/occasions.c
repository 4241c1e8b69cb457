/* SPDX-License-Identifier: BSD-2-Clause */
/* Meetings and rotations: prepare, be there, stay in touch afterward. Visits to places of the
 * search are in its room. */
#include "plugins/networking/rhythm/rhythm.h"

#include <string.h>

enum { THANKS_DAYS = 3, TOUCH_DAYS = 60 };

/* One is there, and whom to meet is decided before it begins. */
static int emit_event(const struct pgyd_host *h, const struct nudges *nudges, const char *id)
{
    struct nudge nudge = nudge_of(nudges, NUDGE_EVENT, PGYD_MILESTONE);
    char slug[PGC_SLUG];
    pgyd_day start = pgc_day(h, "event", id, "start"), end = pgc_day(h, "event", id, "end");
    if (start == PGYD_NO_DAY || (end != PGYD_NO_DAY && end < start))
        return 0;
    nudge.item.start = start;
    nudge.item.end = end;
    nudge.item.by = start;
    nudge.item.flags = PGYD_ITEM_BUSY;
    nudge.item.slug = pgc_format(slug, sizeof slug, "event-%s", id);
    nudge_about(&nudge, "event", id);
    nudge_say(&nudge, "name", pgc_text(h, "event", id, "name", id));
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
                 thanks = nudge_of(nudges, NUDGE_ROTATION_THANKS, PGYD_REMINDER);
    char slug[PGC_SLUG], after[PGC_SLUG];
    pgyd_day start = pgc_day(h, "rotation", id, "start"), end = pgc_day(h, "rotation", id, "end");
    if (start == PGYD_NO_DAY || end == PGYD_NO_DAY || end < start)
        return 0;
    during.item.start = start;
    during.item.end = end;
    during.item.slug = pgc_format(slug, sizeof slug, "rotation-%s", id);
    nudge_about(&during, "rotation", id);
    nudge_say(&during, "place", place(h, id));
    thanks.item.start = end + THANKS_DAYS;
    thanks.item.slug = pgc_format(after, sizeof after, "rotation-%s-thanks", id);
    nudge_about(&thanks, "rotation", id);
    nudge_say(&thanks, "place", place(h, id));
    return nudge_emit(h, &during) != 0 ? -1 : nudge_emit(h, &thanks);
}

struct touched {
    pgyd_day after, last;
    uint32_t n;
    char reminder[PGC_SLUG]; /* before its occurrence */
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

/* A reminder that was dismissed moves the next one as a touch does. */
static int dismissed(void *arg, const struct pgyd_event *event)
{
    const struct touched *t = arg;
    return strncmp(event->subject, t->reminder, strlen(t->reminder)) == 0 ? touch(arg, event) : 0;
}

/* S1-63: the best places are kept for somebody remembered: every 60 days from a rotation to the end
 * of training. */
static int emit_touch(const struct pgyd_host *h, const struct nudges *nudges,
                      const struct pgc_anchors *anchors, const char *id)
{
    pgyd_day end = pgc_day(h, "rotation", id, "end");
    struct touched t = {.after = end, .last = end};
    char slug[PGC_SLUG], log[PGC_SLUG];
    if (end == PGYD_NO_DAY || !anchors)
        return 0;
    pgc_format(t.reminder, sizeof t.reminder, "networking/rotation-%s-touch@", id);
    h->journal(h->ctx, "rotation", id, touch, &t);
    h->journal(h->ctx, "dismiss", NULL, dismissed, &t);
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
        nudge_about(&nudge, "rotation", id);
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
