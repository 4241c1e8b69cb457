/* SPDX-License-Identifier: BSD-2-Clause */
/* Days around the lane: deciding, reviews, the looking around. Their words are
 * lists/notes.tsv's; which lanes a field has is the room of lanes'; how hard to ask in one is the
 * offers plugin's (plugins/offers/asks/lane.h). */
#include "plugins/milestones/training/training.h"

#include "plugins/milestones/lanes/lanes.h"

#define LIST "lists/lanes.tsv"

enum { RULE = 80, REVIEW_MONTHS = 3, RECON_LEVEL = 5, RECON_MONTHS = 6 };

/* ---- what its items share ---- */

/* The detail with the lanes in a sentence. */
static const char *naming(const struct note *note, const struct lanes *lanes,
                          char detail[PGC_DETAIL])
{
    char list[LANES_TEXT];
    milestones_lanes_list(lanes, list, sizeof list);
    return notes_fill(detail, PGC_DETAIL, note->detail, NOTE_WORDS({"lanes", list}));
}

/* S2-19: the detail with a line for each lane: what it is known and paid for, with its source. */
static const char *describing(const struct notes *notes, const struct lanes *lanes,
                              char detail[PGC_DETAIL])
{
    char list[PGC_DETAIL] = "";
    for (uint32_t i = 0; i < lanes->n; i++) {
        const struct lane *lane = &lanes->list[i];
        bool known = lane->known_for[0] && lane->paid_for[0];
        const char *line = notes->of[known ? NOTE_LANE_REVIEW_KNOWN : NOTE_LANE_REVIEW_LANE].detail;
        if (milestones_lane_has_name(lane))
            notes_add(list, sizeof list, line,
                      NOTE_WORDS({"lane", lane->name}, {"known", lane->known_for},
                                 {"paid", lane->paid_for}, {"source", lane->source}));
    }
    return notes_fill(detail, PGC_DETAIL, notes->of[NOTE_LANE_REVIEW].detail,
                      NOTE_WORDS({"lanes", list}));
}

/* Emits an item whose start is a bound, or `days` after it. */
static int emit_at(const struct planner *p, struct pgyd_item *item, const struct bound *bound,
                   int days, const char *origin)
{
    char rule[RULE];
    struct trace trace = {.rule = milestones_bound_words(bound, rule, sizeof rule),
                          .origin = origin};
    if (days)
        pgc_append(rule, sizeof rule, " + %dd", days);
    item->start += days;
    milestones_bound_trace(p, bound, &trace);
    return planner_emit(p, item, &trace);
}

/* ---- by when ---- */

static bool chosen(const struct planner *p, const char *slug)
{
    if (!pgc_has(p->h, "goal", "", "lane"))
        return false;
    planner_leave(p, slug, "[goal] lane says which one it is");
    return true;
}

/* By when it is decided, and whether the field's list has a year for it. */
struct deadline {
    struct bound bound;
    bool listed;
};

/* S2-05: the PGY year at whose end the lanes of the field have a name; 0: none. */
static int listed_year(const struct planner *p, const struct lanes *lanes)
{
    int year = 0;
    for (uint32_t i = 0; i < lanes->n; i++)
        year = lanes->list[i].due > year ? lanes->list[i].due : year;
    return year <= p->anchors->n ? year : 0;
}

/* S2-08, S2-04: the middle of residency, or three months into the fellowship when that comes first
 * in life: a person already in fellowship has the later date. S2-05: no later than the year that
 * the list gives. */
static struct deadline deadline(const struct planner *p, const struct lanes *lanes)
{
    const struct bound middle = {.base = FROM_START_HALF}, fellow = {.base = FROM_F0, .months = 3},
                       year = {.base = FROM_PGY_END, .k = listed_year(p, lanes)};
    if (p->anchors->fellowship && p->h->started >= p->anchors->f0)
        return (struct deadline){fellow, false};
    if (year.k == 0)
        return (struct deadline){middle, false};
    pgyd_day half = milestones_bound(p->h, p->anchors, &middle),
             end = milestones_bound(p->h, p->anchors, &year);
    return (struct deadline){half == PGYD_NO_DAY || end < half ? year : middle, true};
}

static int emit_decided(const struct planner *p, const struct lanes *lanes,
                        const struct deadline *by)
{
    const struct note *of = p->notes->of,
                      *note = &of[by->listed ? NOTE_LANE_DECIDED_NAMED : NOTE_LANE_DECIDED];
    struct pgyd_item item = notes_item(note, PGYD_REMINDER);
    char detail[PGC_DETAIL];
    item.slug = of[NOTE_LANE_DECIDED].id;
    item.start = milestones_bound(p->h, p->anchors, &by->bound);
    if (item.start == PGYD_NO_DAY || planner_off(p, item.slug) || chosen(p, item.slug))
        return 0;
    item.detail = naming(note, lanes, detail);
    return emit_at(p, &item, &by->bound, 0, by->listed ? LIST : NULL);
}

/* S2-04: still none on the day after. Who first ran pgyd later than that catches up on lane-decided
 * instead. */
static int emit_missing(const struct planner *p, const struct deadline *by)
{
    struct pgyd_item item = notes_item(&p->notes->of[NOTE_NO_LANE], PGYD_ALERT);
    item.start = milestones_bound(p->h, p->anchors, &by->bound);
    if (item.start == PGYD_NO_DAY || planner_off(p, item.slug) || chosen(p, item.slug))
        return 0;
    if (item.start < p->h->started) {
        planner_leave(
            p, item.slug,
            "its day was over when pgyd was first run: lane-decided is caught up on instead");
        return 0;
    }
    return emit_at(p, &item, &by->bound, 1, NULL);
}

/* ---- every year ---- */

/* S2-03, S2-19: three months into every year from PGY-2. Those over before the first run are not
 * caught up on: the next one asks the same. */
static int emit_review(const struct planner *p, const struct lanes *lanes, int k)
{
    const struct bound bound = {.base = FROM_PGY, .k = k, .months = REVIEW_MONTHS};
    struct pgyd_item item = notes_item(&p->notes->of[NOTE_LANE_REVIEW], PGYD_REMINDER);
    char level[16], detail[PGC_DETAIL];
    item.start = milestones_bound(p->h, p->anchors, &bound);
    if (item.start == PGYD_NO_DAY || item.start > p->anchors->g || item.start < p->h->started)
        return 0;
    item.occurrence = pgc_format(level, sizeof level, "pgy%d", k);
    item.detail = describing(p->notes, lanes, detail);
    return emit_at(p, &item, &bound, 0, LIST);
}

/* ---- looking around ---- */

/* S2-22: six months into PGY-5 without a first step is late. */
static int emit_recon(const struct planner *p)
{
    static const struct bound bound = {.base = FROM_PGY, .k = RECON_LEVEL, .months = RECON_MONTHS};
    struct pgyd_item item = notes_item(&p->notes->of[NOTE_LATE_RECON], PGYD_ALERT);
    char text[24];
    if (p->anchors->n < RECON_LEVEL || planner_off(p, item.slug))
        return 0;
    pgyd_day first = pgc_earlier(pgc_first(p->h, "intel", NULL, "activity"),
                                 pgc_first(p->h, "prospect", NULL, NULL));
    if (first != PGYD_NO_DAY) {
        planner_leave(p, item.slug, "you began to look around on %s",
                      p->h->day_text(p->h->ctx, first, text));
        return 0;
    }
    item.start = milestones_bound(p->h, p->anchors, &bound);
    if (item.start == PGYD_NO_DAY || item.start > p->anchors->g || p->anchors->g < p->h->started)
        return 0;
    return emit_at(p, &item, &bound, 0, NULL);
}

int milestones_lane_plan(const struct planner *p)
{
    struct lanes lanes;
    if (p->anchors->n <= 1)
        return 0;
    if (p->anchors->g < p->h->started) {
        planner_leave(p, "lane-decided", "training was over when pgyd was first run");
        return 0;
    }
    if (p->h->today >= p->anchors->s) {
        planner_leave(p, "lane-decided",
                      "the first day of work is past: what is left of it is done every day");
        return 0;
    }
    milestones_lanes(p->h, &lanes);
    const struct deadline by = deadline(p, &lanes);
    if (emit_decided(p, &lanes, &by) != 0 || emit_missing(p, &by) != 0 || emit_recon(p) != 0)
        return -1;
    if (lanes.n == 0) {
        planner_leave(p, "lane-review", "your field is not one of those in lists/lanes.tsv");
        return 0;
    }
    for (int k = 2; k <= p->anchors->n && !planner_off(p, "lane-review"); k++) {
        if (emit_review(p, &lanes, k) != 0)
            return -1;
    }
    return 0;
}
