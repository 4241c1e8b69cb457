/* SPDX-License-Identifier: BSD-2-Clause */
/* S0-17: a stretch for each pair of offers that can both be answered. Eight offers make 28 pairs,
 * which a person can still read; two hundred make 19,900. */
#include "plugins/offers/clocks/clocks.h"

#include <stdlib.h>
#include <string.h>

static const char *const refs[] = {"S0-17"};
static const struct pgyd_step open_steps[] = {{0, 'd', PGYD_INFO}},
                              none_steps[] = {{0, 'd', PGYD_WARN}};

/* The ids come in order, so the slug is the same whichever stands first in the file; a dot where a
 * dash would be ambiguous. */
static int emit_pair(const struct pgyd_host *h, const struct offer *a, const struct offer *b)
{
    struct draft d;
    pgyd_day first, last;
    int days = offers_overlap(a, b, &first, &last);
    char separator = strchr(a->id, '-') ? '.' : '-';
    if (days < 0)
        return 0;
    offer_draft(&d, days ? PGYD_WINDOW : PGYD_ALERT, days ? PGYD_INFO : PGYD_WARN, first);
    pgc_format(d.slug, sizeof d.slug, "%soverlap-%s%c%s", days ? "" : "no-", a->id, separator,
               b->id);
    if (days) {
        d.item.end = last;
        pgc_format(d.title, sizeof d.title, "Both can be answered: %.80s and %.80s", a->employer,
                   b->employer);
        pgc_format(d.detail, sizeof d.detail,
                   "Days on which both clocks run: %d. Days between the two answer dates: %d.\n"
                   "Compare, ask and choose within this window.",
                   days, abs(a->hard - b->hard));
        d.item.steps = open_steps;
    } else {
        pgc_format(d.title, sizeof d.title, "The clocks do not meet: %.80s and %.80s", a->employer,
                   b->employer);
        pgc_format(d.detail, sizeof d.detail,
                   "One must be answered before the other arrives. Days between the two answer "
                   "dates: %d.\n"
                   "Ask the earlier one for more time, truthfully, or decide on it alone.",
                   abs(a->hard - b->hard));
        d.item.steps = none_steps;
    }
    d.item.nsteps = 1;
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "the days from received to the answer date of both");
}

static int emit_together(const struct pgyd_host *h, const struct offers *offers)
{
    struct draft d;
    pgyd_day first = PGYD_NO_DAY, last = PGYD_NO_DAY;
    uint32_t n = offers_together(offers, &first, &last);
    if (n < 2)
        return 0;
    offer_draft(&d, PGYD_WINDOW, PGYD_INFO, first);
    d.item.end = last;
    pgc_format(d.slug, sizeof d.slug, "overlap-most");
    pgc_format(d.title, sizeof d.title, "%u of your offers can be answered together", n);
    pgc_format(d.detail, sizeof d.detail,
               "Live offers: %u. In this stretch the most of their clocks run at once.\nCompare, "
               "ask and choose within this window.",
               offers_live(offers));
    d.item.steps = open_steps;
    d.item.nsteps = PGC_COUNT(open_steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "the first days on which the most clocks run, of more than eight offers");
}

/* On the day it came, for all the clocks that had ended by then. */
static int emit_missed(const struct pgyd_host *h, const struct offers *offers,
                       const struct offer *o)
{
    struct draft d;
    char names[(OFFERS_NAMED + 1) * 84];
    uint32_t n = offers_missed(offers, o, names, sizeof names);
    if (n == 0)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, o->received);
    pgc_format(d.slug, sizeof d.slug, "%s-no-overlap", o->id);
    pgc_format(d.title, sizeof d.title, "%.80s: its clock does not meet %u of the others",
               o->employer, n);
    pgc_format(d.detail, sizeof d.detail,
               "These must be answered before it arrives: %s.\n"
               "Ask the earlier ones for more time, truthfully, or decide on them without it.",
               names);
    d.item.steps = none_steps;
    d.item.nsteps = PGC_COUNT(none_steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "the days from received to the answer date of each");
}

int clocks_pairs(const struct pgyd_host *h, const struct offers *offers)
{
    bool many = offers_live(offers) > PAIRS_MOST;
    if (many && emit_together(h, offers) != 0)
        return -1;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *a = &offers->list[i];
        if (!a->live)
            continue;
        if (many && emit_missed(h, offers, a) != 0)
            return -1;
        for (uint32_t k = i + 1; !many && k < offers->n; k++) {
            if (offers->list[k].live && emit_pair(h, a, &offers->list[k]) != 0)
                return -1;
        }
    }
    return 0;
}
