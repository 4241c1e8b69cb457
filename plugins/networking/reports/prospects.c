/* SPDX-License-Identifier: BSD-2-Clause */
/* The report prospects: where the search stands, places by stage. */
#include "plugins/networking/reports/reports.h"

#include "plugins/common/parts.h"

#include <string.h>

enum { CELL = 64 };

static int table(const struct report *r)
{
    static const char *const head[] = {"Place",         "Stage",     "Region", "Setting",
                                       "Last activity", "Knows you", "Way",    "Physician lead",
                                       "Need",          "Intel"};
    const struct pgyd_host *h = r->h;
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < r->places.n; i++) {
        const struct place *p = &r->places.list[i];
        char last[24], name[PGC_TITLE], intel[CELL];
        const char *const cells[] = {
            pgc_format(name, sizeof name, "%s%s", p->name, p->stretch ? " (stretch)" : ""),
            stage_names[p->stage],
            p->region ? p->region : "-",
            p->setting ? p->setting : "-",
            p->last == PGYD_NO_DAY ? "-" : h->day_text(h->ctx, p->last, last),
            place_knows(p) ? "yes" : "no",
            p->warm ? "warm" : "cold",
            p->lead ? p->lead : "-",
            p->need ? p->need : "-",
            pgc_format(intel, sizeof intel, "%u of %d", place_answers(p), QUESTIONS)};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

/* How many got at least as far as each stage. */
static int funnel(const struct report *r)
{
    if (pgc_heading(r->h, 2, "Funnel: places that came at least so far") != 0)
        return -1;
    for (int stage = STAGE_RECON; stage <= STAGE_OFFER; stage++) {
        double n = 0;
        for (uint32_t i = 0; i < r->places.n; i++)
            n += place_is_live(&r->places.list[i]) && (int)r->places.list[i].stage >= stage;
        if (pgc_nums(r->h, PGYD_BAR, stage_names[stage], &n, 1) != 0)
            return -1;
    }
    return 0;
}

static int counters(const struct report *r)
{
    const struct pgyd_host *h = r->h;
    struct leverage l = places_leverage(&r->places);
    uint32_t active = 0, live = 0, warm = 0;
    for (uint32_t i = 0; i < r->places.n; i++) {
        const struct place *p = &r->places.list[i];
        active += place_is_active(p, h->today);
        live += place_is_live(p);
        warm += place_is_live(p) && p->warm;
    }
    if (pgc_heading(h, 2, "Counters") != 0 ||
        pgc_bullet(h, "Processes in parallel: %u; two are the least, three are good.", active) !=
            0 ||
        pgc_bullet(h, "Stretch places: %u; one or two.", search_stretches(&r->places)) != 0 ||
        pgc_bullet(
            h, "Leverage ready: %u of 3 (regions %u of 2, settings %u of 2, urgent need %u of 1).",
            leverage_ready(&l), l.regions, l.settings, l.needs) != 0)
        return -1;
    if (pgc_bullet(h, "Warm ways: %u of %u live places.", warm, live) != 0)
        return -1;
    return pgc_bullet(
        h, "Mapped: %u places with all four questions answered; %d by the middle of training.",
        search_mapped(&r->places), MAPPED);
}

int report_prospects(const struct report *r)
{
    if (pgc_heading(r->h, 1, "Prospects") != 0)
        return -1;
    if (r->places.n == 0)
        return pgc_paragraph(r->h, "There are no places on the list: add them as [prospect:id].");
    if (table(r) != 0 || funnel(r) != 0)
        return -1;
    return counters(r);
}
