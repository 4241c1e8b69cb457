/* SPDX-License-Identifier: BSD-2-Clause */
/* The report "history" (S0-66): what happened to each offer, where each entry led, and what can
 * follow. */
#include "plugins/common/parts.h"
#include "plugins/offers/offer/offer.h"

#include <string.h>

struct history {
    const struct pgyd_host *h;
    struct offer_walk walk;
    char way[1024]; /* received 2026-11-16 > asked 2026-11-19 */
    int rc;
};

static void add_way(struct history *s)
{
    char day[24];
    pgc_append(s->way, sizeof s->way, "%s%s %s", s->way[0] ? " > " : "",
               offer_state_text(s->walk.state), s->h->day_text(s->h->ctx, s->walk.since, day));
}

static int row(void *arg, const struct pgyd_event *e)
{
    struct history *s = arg;
    enum offer_state before = s->walk.state;
    char day[24], number[24] = "file", words[400] = "";
    bool legal = offer_walk_step(s->h, &s->walk, e);
    if (!e->from_config)
        pgc_format(number, sizeof number, "%lld", (long long)e->number);
    for (uint32_t i = 0; i < e->nargs; i++)
        pgc_append(words, sizeof words, "%s%s=%s", words[0] ? " " : "", e->keys[i], e->values[i]);
    if (!legal)
        pgc_append(words, sizeof words, "%scounts for nothing: %s", words[0] ? "; " : "",
                   s->walk.why);
    if (legal && s->walk.state != before)
        add_way(s);
    const char *const cells[] = {s->h->day_text(s->h->ctx, e->on, day), number, e->event,
                                 offer_state_text(s->walk.state), words};
    s->rc = pgc_row(s->h, false, cells, PGC_COUNT(cells));
    return s->rc;
}

static int history_of(const struct pgyd_host *h, const char *id)
{
    static const char *const head[] = {"On", "Entry", "What", "Where it stood then", "With"};
    struct history s = {.h = h};
    char next[160];
    offer_walk_begin(h, id, &s.walk);
    add_way(&s);
    if (pgc_heading(h, 2, pgc_text(h, "offer", id, "employer", id)) != 0 ||
        pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    h->journal(h->ctx, "offer", id, row, &s);
    if (s.rc != 0 || pgc_paragraph(h, "%s", s.way) != 0)
        return -1;
    return pgc_paragraph(h, "Rounds: %u of %d. What can follow: %s.", s.walk.rounds, ROUNDS_LAST,
                         offer_state_next(s.walk.state, next, sizeof next));
}

int offers_report_history(const struct pgyd_host *h)
{
    const char *only = h->arg(h->ctx, "offer"), *id;
    char message[96];
    bool found = false;
    if (pgc_heading(h, 1, "What happened to the offers") != 0)
        return -1;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "offer", i)); i++) {
        if (only && strcmp(only, id) != 0)
            continue;
        found = true;
        if (history_of(h, id) != 0)
            return -1;
    }
    if (only && !found) {
        h->error(h->ctx,
                 pgc_format(message, sizeof message, "offer=: there is no [offer:%.40s]", only));
        return -1;
    }
    return found ? 0 : pgc_paragraph(h, "There are no offers in the configuration.");
}
