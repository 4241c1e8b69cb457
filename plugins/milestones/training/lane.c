/* SPDX-License-Identifier: BSD-2-Clause */
/* Plans around the lane: deciding, its name, reviews, the looking around. Which lanes a field has
 * is the room of lanes'; how hard to ask in one is the offers plugin's
 * (plugins/offers/asks/lane.h). */
#include "plugins/milestones/training/training.h"

#include "plugins/milestones/lanes/lanes.h"

#define LIST "lists/lanes.tsv"

enum { RULE = 80, REVIEW_MONTHS = 3, RECON_LEVEL = 5, RECON_MONTHS = 6 };

/* ---- what its items share ---- */

/* S2-19: what each lane is known and paid for, with its source. */
static void describe(const struct lanes *lanes, char *detail)
{
    for (uint32_t i = 0; i < lanes->n; i++) {
        const struct lane *lane = &lanes->list[i];
        if (!milestones_lane_has_name(lane))
            continue;
        pgc_append(detail, PGC_DETAIL, "\n- %s", lane->name);
        if (lane->known_for[0])
            pgc_append(detail, PGC_DETAIL, ": known for %s; paid for %s (%s)", lane->known_for,
                       lane->paid_for, lane->source);
    }
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

static const struct pgyd_step before[] = {
    {-90, 'd', PGYD_INFO}, {-30, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};

/* S2-08, S2-04: the lane is decided by the middle of residency, or three months into the fellowship
 * when that comes first in life: a person already in fellowship has the later date. */
static const struct bound *decided(const struct planner *p)
{
    static const struct bound middle = {.base = FROM_START_HALF},
                              fellow = {.base = FROM_F0, .months = 3};
    return p->anchors->fellowship && p->h->started >= p->anchors->f0 ? &fellow : &middle;
}

static int emit_decided(const struct planner *p, const struct lanes *lanes)
{
    static const char *const refs[] = {"S2-08", "S2-04", "S2-06"};
    const struct bound *bound = decided(p);
    struct pgyd_item item = pgc_item(
        PGYD_MILESTONE, PGYD_WARN, "lane-decided", "Lane decided by now",
        "the niche is decided by the middle of residency, or three months into fellowship");
    char detail[PGC_DETAIL];
    item.start = milestones_bound(p->h, p->anchors, bound);
    if (item.start == PGYD_NO_DAY || planner_off(p, "lane-decided") || chosen(p, "lane-decided"))
        return 0;
    pgc_format(detail, sizeof detail,
               "Write the lane you settled on as [goal] lane, with lane_decided. Undecided is fine "
               "earlier; from here on cases, talks and "
               "contacts pull in different directions without it.");
    milestones_lanes_named(lanes, detail);
    item.detail = detail;
    PGC_REFS(&item, refs);
    PGC_STEPS(&item, before);
    return emit_at(p, &item, bound, 0, NULL);
}

/* S2-04: still none on the day after. Who first ran pgyd later than that catches up on lane-decided
 * instead. */
static int emit_missing(const struct planner *p)
{
    static const char *const refs[] = {"S2-04"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_WARN}, {30, 'd', PGYD_WARN}};
    const struct bound *bound = decided(p);
    struct pgyd_item item = pgc_item(PGYD_ALERT, PGYD_WARN, "no-lane", "Still no lane",
                                     "no [goal] lane after the day by which it is decided");
    item.start = milestones_bound(p->h, p->anchors, bound);
    if (item.start == PGYD_NO_DAY || planner_off(p, "no-lane") || chosen(p, "no-lane"))
        return 0;
    if (item.start < p->h->started) {
        planner_leave(
            p, "no-lane",
            "its day was over when pgyd was first run: lane-decided is caught up on instead");
        return 0;
    }
    item.detail = "Somebody open to everything is nobody's first thought. Choose the likeliest "
                  "lane for three months and see whether you would "
                  "miss it: [goal] lane can be changed.";
    PGC_REFS(&item, refs);
    PGC_STEPS(&item, steps);
    return emit_at(p, &item, bound, 1, NULL);
}

/* S2-05: where the list gives a year, the lane has a name by its end. */
static int emit_named(const struct planner *p, const struct lanes *lanes)
{
    static const char *const refs[] = {"S2-05", "S2-06"};
    struct bound bound = {.base = FROM_PGY_END};
    struct pgyd_item item = pgc_item(PGYD_MILESTONE, PGYD_WARN, "lane-named",
                                     "In your field the lane has a name by now",
                                     "lane by the end of the PGY year that the list gives");
    char detail[PGC_DETAIL];
    for (uint32_t i = 0; i < lanes->n; i++)
        bound.k = lanes->list[i].due > bound.k ? lanes->list[i].due : bound.k;
    if (bound.k == 0 || bound.k > p->anchors->n || planner_off(p, "lane-named") ||
        chosen(p, "lane-named"))
        return 0;
    pgc_format(detail, sizeof detail,
               "In your field rotations and fellowships are handed out by lane from the next year "
               "on. Say yours aloud to the "
               "programme, and write it down as [goal] lane.");
    milestones_lanes_named(lanes, detail);
    item.start = milestones_bound(p->h, p->anchors, &bound);
    item.detail = detail;
    PGC_REFS(&item, refs);
    PGC_STEPS(&item, before);
    return emit_at(p, &item, &bound, 0, LIST);
}

/* ---- every year ---- */

/* S2-03, S2-19: three months into every year from PGY-2. Those over before the first run are not
 * caught up on: the next one asks the same. */
static int emit_review(const struct planner *p, const struct lanes *lanes, int k)
{
    static const char *const refs[] = {"S2-19", "S2-03", "S2-06"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    const struct bound bound = {.base = FROM_PGY, .k = k, .months = REVIEW_MONTHS};
    struct pgyd_item item = pgc_item(
        PGYD_MILESTONE, PGYD_INFO, "lane-review", "Lane review: known for what, paid for what?",
        "a field in which large offers are prepared over years; views of article 002, undated");
    char level[16], detail[PGC_DETAIL];
    item.start = milestones_bound(p->h, p->anchors, &bound);
    if (item.start == PGYD_NO_DAY || item.start > p->anchors->g || item.start < p->h->started)
        return 0;
    pgc_format(detail, sizeof detail,
               "Offers in your field are prepared over years. Does what you do most still match "
               "what you want to be hired for?");
    describe(lanes, detail);
    item.occurrence = pgc_format(level, sizeof level, "pgy%d", k);
    item.detail = detail;
    PGC_REFS(&item, refs);
    PGC_STEPS(&item, steps);
    return emit_at(p, &item, &bound, 0, LIST);
}

/* ---- looking around ---- */

/* S2-22: six months into PGY-5 without a first step is late. */
static int emit_recon(const struct planner *p)
{
    static const char *const refs[] = {"S2-22"};
    static const struct pgyd_step steps[] = {{-30, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    static const struct bound bound = {.base = FROM_PGY, .k = RECON_LEVEL, .months = RECON_MONTHS};
    struct pgyd_item item = pgc_item(PGYD_ALERT, PGYD_WARN, "late-recon",
                                     "Looking around: not begun by the middle of PGY-5 is late",
                                     "a first step of the search by the middle of PGY-5");
    char text[24];
    if (p->anchors->n < RECON_LEVEL || planner_off(p, "late-recon"))
        return 0;
    pgyd_day first = pgc_earlier(pgc_first(p->h, "intel", NULL, "activity"),
                                 pgc_first(p->h, "prospect", NULL, NULL));
    if (first != PGYD_NO_DAY) {
        planner_leave(p, "late-recon", "you began to look around on %s",
                      p->h->day_text(p->h->ctx, first, text));
        return 0;
    }
    item.start = milestones_bound(p->h, p->anchors, &bound);
    if (item.start == PGYD_NO_DAY || item.start > p->anchors->g || p->anchors->g < p->h->started)
        return 0;
    item.detail = "Places for people of your year are being filled by those who asked in PGY-3 and "
                  "4. Begin with the two attendings who know most "
                  "people, and with last year's graduates.\npgyctl log intel activity";
    PGC_REFS(&item, refs);
    PGC_STEPS(&item, steps);
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
    if (emit_decided(p, &lanes) != 0 || emit_missing(p) != 0 || emit_named(p, &lanes) != 0 ||
        emit_recon(p) != 0)
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
