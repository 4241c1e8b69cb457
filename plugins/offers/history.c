/* SPDX-License-Identifier: BSD-2-Clause */
/* The report "history" (S0-66): what happened to one offer, where each entry led, and what can follow. */
#include "plugins/common/parts.h"
#include "plugins/offers/offer.h"
#include "plugins/offers/offers.h"

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
    pgc_append(s->way, sizeof s->way, "%s%s %s", s->way[0] ? " > " : "", offer_state_text(s->walk.state), s->h->day_text(s->h->ctx, s->walk.since, day));
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
        pgc_append(words, sizeof words, "%scounts for nothing: %s", words[0] ? "; " : "", s->walk.why);
    if (legal && s->walk.state != before)
        add_way(s);
    const char *const cells[] = {s->h->day_text(s->h->ctx, e->on, day), number, e->event, offer_state_text(s->walk.state), words};
    s->rc = pgc_row(s->h, false, cells, PGC_COUNT(cells));
    return s->rc;
}

int offers_history(const struct pgyd_host *h)
{
    static const char *const head[] = {"On", "Entry", "What", "Where it stood then", "With"};
    struct history s = {.h = h};
    char next[160];
    const char *id = h->arg(h->ctx, "offer");
    if (!id || !h->section_count(h->ctx, "offer") || !pgc_has(h, "offer", id, "received")) {
        h->error(h->ctx, id ? "there is no [offer:...] section with the id given as offer=" : "say which offer: offer=ID");
        return -1;
    }
    offer_walk_begin(h, id, &s.walk);
    add_way(&s);
    if (pgc_heading(h, 1, pgc_text(h, "offer", id, "employer", id)) != 0 || pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    h->journal(h->ctx, "offer", id, row, &s);
    if (s.rc != 0 || pgc_paragraph(h, "%s", s.way) != 0)
        return -1;
    return pgc_paragraph(h, "Rounds: %u of %d. What can follow: %s.", s.walk.rounds, ROUNDS_LAST, offer_state_next(s.walk.state, next, sizeof next));
}
