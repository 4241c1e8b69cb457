/* SPDX-License-Identifier: BSD-2-Clause */
/* Meetings and rotations: prepare, be there, stay in touch afterward. Visits to places of the
 * search are in its room. */
#include "plugins/networking/rhythm/rhythm.h"

enum { MAX_STEPS = 16, THANKS_DAYS = 3, TOUCH_DAYS = 60 };

static int emit_event(const struct pgyd_host *h, const char *id)
{
    static const char *const refs[] = {"S2-25"};
    static const struct pgyd_step steps[] = {{-30, 'd', PGYD_INFO}, {-7, 'd', PGYD_INFO}};
    struct pgyd_item item = PGC_ITEM_INIT;
    char slug[PGC_SLUG], title[PGC_TITLE];
    item.start = pgc_day(h, "event", id, "start");
    item.end = pgc_day(h, "event", id, "end");
    if (item.start == PGYD_NO_DAY || (item.end != PGYD_NO_DAY && item.end < item.start))
        return 0;
    item.kind = PGYD_WINDOW;
    item.severity = PGYD_INFO;
    item.slug = pgc_format(slug, sizeof slug, "event-%s", id);
    item.title = pgc_format(title, sizeof title, "%s", pgc_text(h, "event", id, "name", id));
    item.detail = "Pick three people to meet and one question for each. Write down afterwards who "
                  "turned up, and for whom.";
    item.source = "your own meeting";
    item.refs = refs;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

static const char *place(const struct pgyd_host *h, const char *id)
{
    const char *prospect = pgc_text(h, "rotation", id, "prospect", NULL);
    return prospect ? pgc_text(h, "prospect", prospect, "name", prospect) : id;
}

static int emit_rotation(const struct pgyd_host *h, const char *id)
{
    static const char *const refs[] = {"S1-62"};
    static const struct pgyd_step thanks[] = {{0, 'd', PGYD_INFO}};
    struct pgyd_item item = PGC_ITEM_INIT;
    struct pgyd_step steps[MAX_STEPS];
    char slug[PGC_SLUG], title[PGC_TITLE];
    item.start = pgc_day(h, "rotation", id, "start");
    item.end = pgc_day(h, "rotation", id, "end");
    if (item.start == PGYD_NO_DAY || item.end == PGYD_NO_DAY || item.end < item.start)
        return 0;
    /* At the start, weekly, and at the end. */
    for (int32_t day = 0; day < item.end - item.start && item.nsteps < MAX_STEPS - 1; day += 7)
        steps[item.nsteps++] = (struct pgyd_step){day, 'd', PGYD_INFO};
    steps[item.nsteps++] = (struct pgyd_step){item.end - item.start, 'd', PGYD_INFO};
    item.kind = PGYD_WINDOW;
    item.severity = PGYD_INFO;
    item.slug = pgc_format(slug, sizeof slug, "rotation-%s", id);
    item.title = pgc_format(title, sizeof title, "Rotation as an interview: %s", place(h, id));
    item.detail = "Everybody who works with you here may be asked. Learn names, close loops, ask "
                  "what is hard to hire for.";
    item.source = "a rotation elsewhere is an interview that lasts weeks";
    item.refs = refs;
    item.nrefs = 1;
    item.steps = steps;
    if (h->emit(h->ctx, &item) != 0)
        return -1;
    item.kind = PGYD_MILESTONE;
    item.start = item.end + THANKS_DAYS;
    item.end = PGYD_NO_DAY;
    item.slug = pgc_format(slug, sizeof slug, "rotation-%s-thanks", id);
    item.title =
        pgc_format(title, sizeof title, "Thank the people of your rotation: %s", place(h, id));
    item.detail = "A note to each of those who taught you, with one thing you took away.";
    item.steps = thanks;
    item.nsteps = PGC_COUNT(thanks);
    return h->emit(h->ctx, &item);
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
static int emit_touch(const struct pgyd_host *h, const struct pgc_anchors *anchors, const char *id)
{
    static const char *const refs[] = {"S1-63"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    pgyd_day end = pgc_day(h, "rotation", id, "end");
    struct touched t = {end, end, 0};
    char slug[PGC_SLUG], title[PGC_TITLE], log[PGC_SLUG];
    if (end == PGYD_NO_DAY || !anchors)
        return 0;
    h->journal(h->ctx, "rotation", id, touch, &t);
    for (uint32_t k = 0; k < 2; k++) {
        struct pgyd_item item = PGC_ITEM_INIT;
        char number[16];
        item.start = t.last + TOUCH_DAYS * (pgyd_day)(k + 1);
        if (item.start > anchors->g)
            return 0;
        item.kind = PGYD_REMINDER;
        item.severity = PGYD_INFO;
        item.slug = pgc_format(slug, sizeof slug, "rotation-%s-touch", id);
        item.occurrence = pgc_format(number, sizeof number, "%u", t.n + k);
        item.title =
            pgc_format(title, sizeof title, "Be remembered after your rotation: %s", place(h, id));
        item.detail =
            "A line to one person there: what became of a patient, a paper, a plan of yours.";
        item.source = "in touch every 60 days after a rotation";
        item.refs = refs;
        item.nrefs = 1;
        item.steps = steps;
        item.nsteps = PGC_COUNT(steps);
        item.done_log = pgc_format(log, sizeof log, "rotation %s", id);
        if (h->emit(h->ctx, &item) != 0)
            return -1;
    }
    return 0;
}

int occasions_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "event", i)); i++) {
        if (emit_event(h, id) != 0)
            return -1;
    }
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "rotation", i)); i++) {
        if (emit_rotation(h, id) != 0 || emit_touch(h, anchors, id) != 0)
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
