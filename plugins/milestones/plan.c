/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/common/specialty.h"
#include "plugins/milestones/milestones.h"
#include "plugins/milestones/own.h"
#include "plugins/milestones/phases.h"

#include <string.h>

enum { LAST_MONTH = 30, LONG_WINDOW = 60 };

/* ---- plan --------------------------------------------------------------------------------------------------------------------------- */

static uint32_t count_refs(const char *const *refs, uint32_t max)
{
    uint32_t n = 0;
    while (n < max && refs[n])
        n++;
    return n;
}

/* S1-08: ranks are reviewed until there is an offer. */
static bool silent(const struct pgyd_host *h, const struct phase *phase, pgyd_day day)
{
    if (pgc_lists(h, "packs", "", "off", phase->slug))
        return true;
    if (strncmp(phase->slug, "tier-review-", strlen("tier-review-")) != 0)
        return false;
    pgyd_day offer = pgc_first(h, "offer", NULL, "received");
    return offer != PGYD_NO_DAY && offer < day;
}

static int emit_phase(const struct pgyd_host *h, const struct pgc_anchors *anchors, const struct phase *phase)
{
    struct pgyd_item item = PGC_ITEM_INIT;
    struct pgyd_step steps[3];
    item.start = milestones_bound(h, anchors, &phase->from);
    item.end = milestones_bound(h, anchors, &phase->to);
    /* A short training may leave no room for a phase; nothing of it lies before the training. */
    if (item.start == PGYD_NO_DAY || item.end == PGYD_NO_DAY || item.end < item.start || item.end < anchors->start)
        return 0;
    if (item.start < anchors->start)
        item.start = anchors->start;
    if (silent(h, phase, item.start))
        return 0;
    if (phase->kind == PGYD_MILESTONE)
        steps[item.nsteps++] = (struct pgyd_step){-14, 'd', PGYD_INFO};
    steps[item.nsteps++] = (struct pgyd_step){0, 'd', PGYD_INFO};
    if (phase->kind == PGYD_WINDOW && item.end - item.start > LONG_WINDOW)
        steps[item.nsteps++] = (struct pgyd_step){item.end - item.start - LAST_MONTH, 'd', PGYD_INFO};
    item.kind = phase->kind;
    item.severity = PGYD_INFO;
    item.slug = phase->slug;
    item.title = phase->title;
    item.detail = phase->detail;
    item.source = phase->source;
    item.refs = phase->refs;
    item.nrefs = count_refs(phase->refs, PGC_COUNT(phase->refs));
    item.steps = steps;
    return h->emit(h->ctx, &item);
}

/* S2-08, S2-04: the lane is decided by the middle of residency, or three months into the fellowship when that comes first in life: a
 * person already in fellowship has the later date. */
static int emit_lane(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const struct pgyd_step steps[] = {{-90, 'd', PGYD_INFO}, {-30, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    static const char *const refs[] = {"S2-08", "S2-04"};
    static const struct bound middle = {.base = FROM_START_HALF}, fellow = {.base = FROM_F0, .months = 3};
    struct pgyd_item item = PGC_ITEM_INIT;
    if (anchors->n <= 1 || pgc_has(h, "goal", "", "lane") || pgc_lists(h, "packs", "", "off", "lane-decided"))
        return 0;
    item.start = milestones_bound(h, anchors, h->started >= anchors->f0 && anchors->fellowship ? &fellow : &middle);
    if (item.start == PGYD_NO_DAY)
        return 0;
    item.kind = PGYD_MILESTONE;
    item.severity = PGYD_WARN;
    item.slug = "lane-decided";
    item.title = "Lane decided by now";
    item.detail = "Write the lane you settled on as [goal] lane, with lane_decided. Undecided is fine earlier; from here on cases, talks and "
                  "contacts pull in different directions without it.";
    item.source = "the niche is decided by the middle of residency, or three months into fellowship";
    item.refs = refs;
    item.nrefs = PGC_COUNT(refs);
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    return h->emit(h->ctx, &item);
}

int milestones_plan(const struct pgyd_host *h)
{
    struct pgc_anchors anchors;
    size_t n;
    const struct phase *phases = milestones_phases(&n);
    if (milestones_own_plan(h) != 0)
        return -1;
    if (!pgc_anchors(h, &anchors))
        return 0; /* check() says why */
    for (size_t i = 0; i < n; i++) {
        if (milestones_applies(&phases[i], &anchors) && emit_phase(h, &anchors, &phases[i]) != 0)
            return -1;
    }
    return emit_lane(h, &anchors);
}

/* ---- check -------------------------------------------------------------------------------------------------------------------------- */

static void check_listed(const struct pgyd_host *h, const char *section, const char *key, enum pgc_training training, bool choice)
{
    char near[160], remedy[256];
    const char *code = pgc_text(h, section, "", key, "");
    struct pgc_specialty row;
    if (choice && pgc_specialty_find(h, training, code, &row) == 1) {
        pgc_error(h, section, "", key, "set length, for instance length = 4y", "%s lasts %d to %d years, depending on the programme", code,
                  row.years_low, row.years_high);
        return;
    }
    pgc_specialty_nearest(h, training, code, near, sizeof near);
    if (near[0])
        pgc_format(remedy, sizeof remedy, "did you mean %s? Otherwise set length, for instance length = 3y, or end", near);
    else
        pgc_format(remedy, sizeof remedy, "set length, for instance length = 3y, or end");
    pgc_error(h, section, "", key, remedy, "the length of \"%s\" is not known", code);
}

static void check_anchors(const struct pgyd_host *h)
{
    struct pgc_anchors a;
    static const char remedy[] = "set length, for instance length = 3y, or end";
    pgc_anchors(h, &a);
    switch (a.missing) {
    case PGC_MISSING_NOTHING:
        break;
    case PGC_MISSING_TRAINING:
        if (!h->section_count(h->ctx, "training"))
            pgc_warn(h, "training", "", NULL, "add it with specialty and start", "there is no [training] section: no milestones can be planned");
        break; /* a missing or wrong key has its own error */
    case PGC_MISSING_LENGTH:
    case PGC_MISSING_CHOICE:
        check_listed(h, "training", "specialty", PGC_RESIDENCY, a.missing == PGC_MISSING_CHOICE);
        break;
    case PGC_MISSING_FELLOWSHIP_LENGTH:
    case PGC_MISSING_FELLOWSHIP_CHOICE:
        check_listed(h, "fellowship", "type", PGC_FELLOWSHIP, a.missing == PGC_MISSING_FELLOWSHIP_CHOICE);
        break;
    case PGC_MISSING_LIST:
        pgc_error(h, "training", "", "specialty", remedy, "the list of specialties, lists/specialties.tsv, is not installed");
        break;
    case PGC_MISSING_FELLOWSHIP_LIST:
        pgc_error(h, "fellowship", "", "type", remedy, "the list of specialties, lists/specialties.tsv, is not installed");
        break;
    case PGC_MISSING_ORDER:
        pgc_error(h, "training", "", "end", "a day after start", "residency would end before it starts");
        break;
    case PGC_MISSING_FELLOWSHIP_ORDER:
        pgc_error(h, "fellowship", "", NULL, "a start after the last day of residency, and an end after that",
                  "fellowship would start before residency ends, or end before it starts");
        break;
    }
}

/* What a person may set and this version does not act on is said, never passed over in silence. */
static void check_unread(const struct pgyd_host *h)
{
    static const char *const unread[] = {"use", "skip", "path"};
    for (uint32_t i = 0; i < PGC_COUNT(unread); i++) {
        if (pgc_has(h, "packs", "", unread[i]))
            pgc_warn(h, "packs", "", unread[i], NULL, "packs are not read by this version");
    }
    if (pgc_has(h, "visa", "", "type") && !pgc_is(h, "visa", "", "type", "none"))
        pgc_warn(h, "visa", "", "type", "keep your own dates as [milestone:id] and confirm them with counsel",
                 "visa dates are not planned by this version");
    if (pgc_yes(h, "loans", "", "pslf"))
        pgc_warn(h, "loans", "", "pslf", "keep your own dates as [milestone:id]", "loan forgiveness is not planned by this version");
}

static void check_pgy(const struct pgyd_host *h)
{
    bool pgy = pgc_has(h, "training", "", "pgy"), as_of = pgc_has(h, "training", "", "as_of");
    if (pgy != as_of)
        pgc_warn(h, "training", "", pgy ? "pgy" : "as_of", pgy ? "add as_of, the day on which pgy was right" : "add pgy",
                 "pgy and as_of belong together: alone it is not used");
}

int milestones_check(const struct pgyd_host *h)
{
    check_anchors(h);
    check_pgy(h);
    check_unread(h);
    milestones_own_check(h);
    return 0;
}
