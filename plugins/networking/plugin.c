/* SPDX-License-Identifier: BSD-2-Clause */
/* The declaration, and the callbacks, each of which asks the rooms in turn; what they stand on is
 * read once for all. Keys are in keys.c. */
#include "plugins/networking/keys.h"

#include "plugins/networking/nudges/nudges.h"
#include "plugins/networking/people/people.h"
#include "plugins/networking/reports/reports.h"
#include "plugins/networking/rhythm/rhythm.h"
#include "plugins/networking/search/search.h"

#include <string.h>

#define KIND(name_, subject_, events_, keys_, help_)                                               \
    {                                                                                              \
        .size = sizeof(struct pgyd_journal_kind), .name = (name_), .subject = (subject_),          \
        .events = (events_), .keys = (keys_), .help = (help_)                                      \
    }

#define KNOWN "yes/no/unknown"
#define INTEL_KEYS                                                                                 \
    "growing:" KNOWN "|chair_leaving:" KNOWN "|turmoil:" KNOWN "|understaffed:" KNOWN "|note"

static const struct pgyd_journal_kind kinds[] = {
    KIND("contact", "contact:", NULL, "note",
         "You were in touch with somebody: log contact alvarez."),
    KIND("habit", "attending|grad|hard_case|coffee|niche", NULL, "note",
         "One of the five monthly habits: log habit coffee."),
    KIND("hours", NULL, NULL, "clinical:0..672|events:0..672|networking:0..672|education:0..672",
         "Hours spent: log hours clinical=62 networking=4."),
    KIND("intel", "activity|meeting|contract|cold|prospect:", NULL, INTEL_KEYS,
         "You learned something: a first step of the search, a meeting observed, a contract read, "
         "a letter to strangers, or about a place: "
         "log intel valley growing=yes."),
    KIND("prospect", "prospect:", "activity|contact|visit|interview|advanced|offer|closed", "note",
         "Something happened at a place: log prospect valley visit."),
    KIND("rotation", "rotation:", NULL, "note",
         "You were in touch with people of a rotation that is over: log rotation away."),
};

static const struct pgyd_report reports[] = {
    {.size = sizeof(struct pgyd_report),
     .name = "network",
     .help =
         "Contacts with last and next touch, power centers, references, and who speaks for you."},
    {.size = sizeof(struct pgyd_report),
     .name = "habits",
     .help = "Five monthly habits over twelve months."},
    {.size = sizeof(struct pgyd_report),
     .name = "prospects",
     .help = "Places by stage, processes in parallel, stretch and leverage."},
    {.size = sizeof(struct pgyd_report),
     .name = "bandwidth",
     .help = "Where the hours of the last 28 days went."},
    {.size = sizeof(struct pgyd_report),
     .name = "tier",
     .help = "Known quantity, safe bet or filler, and the shortest way up."},
};

/* What a phone may show to whoever looks; the day follows. */
static const struct pgyd_discreet discreet[] = {
    PGC_DISCREET(PGYD_ALERT, "your networking needs attention from"),
    PGC_DISCREET(0, "a networking reminder is due"),
};

/* ---- the plan ---- */

static int plan(const struct pgyd_host *h)
{
    struct pgc_anchors known;
    const struct pgc_anchors *anchors = pgc_anchors(h, &known) ? &known : NULL;
    struct people people PEOPLE_CLEANUP = {0};
    struct places places PLACES_CLEANUP = {0};
    struct schedule schedule SCHEDULE_CLEANUP = {0};
    struct nudges nudges NUDGES_CLEANUP = {0};
    if (nudges_load(h, &nudges) != 0 || people_load(h, &people) != 0 ||
        places_load(h, &places) != 0 || schedule_make(h, anchors, &people, &schedule) != 0)
        return -1;
    if (contacts_plan(h, &nudges, anchors, &people) != 0 || habits_plan(h, &nudges, anchors) != 0 ||
        bandwidth_plan(h, &nudges, anchors) != 0 || occasions_plan(h, &nudges, anchors) != 0)
        return -1;
    /* The first day of work ends the search: nobody at work wants to be told that no place is on
     * the list. */
    if (anchors && h->today >= anchors->s)
        return 0;
    if (centers_plan(h, &nudges, anchors, &people, places.accepted) != 0 ||
        search_plan(h, &nudges, anchors, &people, &places) != 0)
        return -1;
    return prompts_plan(h, anchors);
}

/* ---- the check ---- */

/* Prospects need no check beyond their types. */
static int check(const struct pgyd_host *h)
{
    static void (*const checks[])(const struct pgyd_host *h) = {people_check,    contacts_check,
                                                                occasions_check, bandwidth_check,
                                                                prompts_check,   nudges_check};
    for (uint32_t i = 0; i < PGC_COUNT(checks); i++)
        checks[i](h);
    return 0;
}

/* ---- the reports ---- */

static int report(const struct pgyd_host *h, const char *name)
{
    static const struct {
        const char *name;
        int (*write)(const struct report *r);
    } writers[] = {
        {"network", report_network},     {"habits", report_habits}, {"prospects", report_prospects},
        {"bandwidth", report_bandwidth}, {"tier", report_tier},
    };
    struct pgc_anchors known;
    struct report r = {.h = h, .anchors = pgc_anchors(h, &known) ? &known : NULL};
    int rc = -1;
    uint32_t i = 0;
    while (i < PGC_COUNT(writers) && strcmp(writers[i].name, name) != 0)
        i++;
    if (i == PGC_COUNT(writers)) {
        h->error(h->ctx,
                 "there are only the reports network, habits, prospects, bandwidth and tier");
        return -1;
    }
    if (people_load(h, &r.people) == 0 && places_load(h, &r.places) == 0 &&
        schedule_make(h, r.anchors, &r.people, &r.schedule) == 0)
        rc = writers[i].write(&r);
    people_free(&r.people);
    places_free(&r.places);
    schedule_free(&r.schedule);
    return rc;
}

PGYD_PLUGIN(networking)
PGYD_PLUGIN_HEAD(networking),
    .version = "0.2",
    .summary = "people to stay in touch with, monthly habits, meetings and rotations",
    .keys = networking_keys, .kinds = kinds, .reports = reports, .nkeys = NETWORKING_KEYS,
    .nkinds = PGC_COUNT(kinds), .nreports = PGC_COUNT(reports), .check = check, .plan = plan,
    .report = report, .label = "Networking", .color = "#2E8B57", .discreet = discreet,
    .ndiscreet = PGC_COUNT(discreet), PGYD_PLUGIN_END
