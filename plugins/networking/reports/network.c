/* SPDX-License-Identifier: BSD-2-Clause */
/* The report network: people, power centers, and who speaks for you. */
#include "plugins/networking/reports/reports.h"

#include "plugins/common/parts.h"

enum { CELL = 64 };

static const char *influence(const struct pgyd_host *h, const char *id)
{
    return pgc_text(h, "contact", id, "influence", "-");
}

static int contacts(const struct report *r)
{
    static const char *const head[] = {"Contact", "Kind", "Center", "Influence",
                                       "Times",   "Last", "Due",    "Then"};
    const struct pgyd_host *h = r->h;
    if (pgc_heading(h, 2, "Contacts") != 0)
        return -1;
    if (r->people.n == 0)
        return pgc_paragraph(h, "There are no contacts in the configuration.");
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < r->people.n; i++) {
        const struct person *p = &r->people.list[i];
        char times[CELL], last[24], due[24], next[24], cell[CELL];
        pgc_format(cell, sizeof cell, "%s%s",
                   p->open == PGYD_NO_DAY ? "-" : h->day_text(h->ctx, p->open, due),
                   p->open == PGYD_NO_DAY ? ""
                   : p->open < h->today   ? " (overdue)"
                   : p->open == h->today  ? " (today)"
                                          : "");
        const char *const cells[] = {
            p->name,
            p->has_kind ? p->kind : "-",
            p->center < 0 ? "-" : centers[p->center].name,
            influence(h, p->id),
            pgc_format(times, sizeof times, "%u", p->times),
            p->last == PGYD_NO_DAY ? "never" : h->day_text(h->ctx, p->last, last),
            cell,
            p->next == PGYD_NO_DAY ? "-" : h->day_text(h->ctx, p->next, next)};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

static int coverage(const struct report *r)
{
    static const char *const head[] = {"Power center", "Contacts", "Last touch", "Within 90 days"};
    const struct pgyd_host *h = r->h;
    uint32_t covered = 0;
    if (pgc_heading(h, 2, "Power centers") != 0 || pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (int i = 0; i < CENTERS; i++) {
        uint32_t n;
        pgyd_day last = center_touched(&r->people, i, &n);
        bool in_touch = last != PGYD_NO_DAY && h->today - last <= CENTER_DAYS;
        char count[CELL], text[24];
        covered += in_touch;
        const char *const cells[] = {centers[i].words, pgc_format(count, sizeof count, "%u", n),
                                     last == PGYD_NO_DAY ? "never"
                                                         : h->day_text(h->ctx, last, text),
                                     in_touch ? "yes" : "no"};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return pgc_paragraph(h, "Covered: %u of %d.", covered, CENTERS);
}

/* S1-09: people who stake their name outweigh the polish of papers; the score counts people
 * alone. */
static int vouchers(const struct report *r)
{
    const struct pgyd_host *h = r->h;
    uint32_t will_call, refs = people_references(&r->people, &will_call),
                        influential = people_influential(&r->people), known = 0;
    for (uint32_t i = 0; i < r->places.n; i++)
        known += place_is_live(&r->places.list[i]) && place_knows(&r->places.list[i]);
    if (pgc_heading(h, 2, "Who speaks for you") != 0 ||
        pgc_bullet(h, "References: %u of %d; will call: %u, one is needed.", refs, REFERENCES,
                   will_call) != 0 ||
        pgc_bullet(h, "People with real influence: %u, two or three are enough.", influential) != 0)
        return -1;
    return pgc_bullet(h,
                      "Score: %u (three for each who will call, two for each with influence, one "
                      "for each reference and each place that knows your work).",
                      3 * will_call + 2 * influential + refs + known);
}

static int weeks(const struct report *r)
{
    return pgc_paragraph(
        r->h, "The rhythms of %u contacts ask for %.1f a week; at most %u are planned in one.",
        r->people.n, schedule_demand(r->h, &r->people), r->schedule.per_week);
}

int report_network(const struct report *r)
{
    if (pgc_heading(r->h, 1, "Network") != 0 || contacts(r) != 0 || (r->people.n && weeks(r) != 0))
        return -1;
    return coverage(r) != 0 ? -1 : vouchers(r);
}
