/* SPDX-License-Identifier: BSD-2-Clause */
/* The callback check: contacts and their rhythms, events, rotations, hours. Prospects need no check
 * beyond their types. */
#include "plugins/networking/networking.h"
#include "plugins/networking/schedule.h"

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

static void check_contact(const struct pgyd_host *h, const char *id)
{
    struct pgyd_value v;
    char text[24];
    if (pgc_get(h, "contact", id, "cadence", &v) && v.num <= 0)
        pgc_error(h, "contact", id, "cadence", "a duration such as 3w or 2mo",
                  "a cadence of nothing never ends");
    pgyd_day last = pgc_day(h, "contact", id, "last"), added = pgc_day(h, "contact", id, "added");
    if (added != PGYD_NO_DAY && added > h->today)
        pgc_warn(h, "contact", id, "added", "the day you wrote them down", "%s lies ahead",
                 h->day_text(h->ctx, added, text));
    if (last != PGYD_NO_DAY && last > h->today)
        pgc_warn(h, "contact", id, "last", "the day you were last in touch", "%s lies ahead",
                 h->day_text(h->ctx, last, text));
    if (pgc_has(h, "contact", id, "will_call") && !pgc_yes(h, "contact", id, "reference"))
        pgc_warn(h, "contact", id, "will_call", "set reference = yes",
                 "it counts for references only");
}

/* More people than weeks: the schedule keeps the weeks and gives up the rhythm, which the person
 * should know. */
static void check_demand(const struct pgyd_host *h)
{
    struct people people PEOPLE_CLEANUP = {0};
    if (people_load(h, &people) != 0)
        return;
    double demand = schedule_demand(h, &people);
    int64_t cap = pgc_num(h, "networking", "", "per_week", PER_WEEK);
    if (demand > (double)cap)
        pgc_warn(h, "networking", "", pgc_has(h, "networking", "", "per_week") ? "per_week" : NULL,
                 "raise per_week, or give some of them a longer cadence",
                 "%u contacts at their rhythms are %.1f a week, and at most %d are planned in one: "
                 "some will wait longer than their cadence",
                 people.n, demand, (int)cap);
}

int networking_check(const struct pgyd_host *h)
{
    static const char *const hours[] = {"clinical", "events", "networking", "education"};
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "contact", i)); i++)
        check_contact(h, id);
    check_demand(h);
    check_span(h, "event");
    check_span(h, "rotation");
    for (uint32_t i = 0; i < PGC_COUNT(hours); i++) {
        if (pgc_has(h, "hours", "", hours[i]) && !pgc_has(h, "hours", "", "as_of")) {
            pgc_warn(h, "hours", "", hours[i], "add as_of, the day they were counted",
                     "hours without a day cannot be placed");
            break;
        }
    }
    return 0;
}
