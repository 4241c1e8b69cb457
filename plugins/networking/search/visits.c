/* SPDX-License-Identifier: BSD-2-Clause */
/* Visits to places of the search: telling references, preparing, being there. Other meetings are
 * the rhythm's. */
#include "plugins/networking/search/search.h"

enum { RECONFIRM_DAYS = 30, PREPARE_DAYS = 2 };

struct visit {
    const struct pgyd_host *h;
    const struct nudges *nudges;
    const struct place *place;
};

/* An item of the visit, on a day before it; who first runs pgyd after that day is told at once. */
static struct nudge of_visit(const struct visit *v, enum nudge_id id, pgyd_day before,
                             const char *what, char slug[PGC_SLUG])
{
    const struct place *p = v->place;
    struct nudge nudge = nudge_of(v->nudges, id, PGYD_MILESTONE);
    nudge.item.slug = pgc_format(slug, PGC_SLUG, "prospect-%s-%s", p->id, what);
    nudge.item.start = pgc_later(p->visit - before, v->h->started);
    nudge_about(&nudge, "prospect", p->id);
    nudge_say(&nudge, "place", p->name);
    return nudge;
}

/* S1-10: references know of a visit a month before. */
static int emit_references(const struct visit *v)
{
    char slug[PGC_SLUG];
    struct nudge nudge = of_visit(v, NUDGE_PROSPECT_REFERENCES, RECONFIRM_DAYS, "references", slug);
    return nudge_emit(v->h, &nudge);
}

/* S1-24: what to show, while there is an evening left for it. */
static int emit_prepare(const struct visit *v, const struct cards *cards)
{
    char slug[PGC_SLUG], questions[PGC_DETAIL] = "";
    const char *refs[CARD_REFS + 1];
    uint32_t n = cards_for(cards, "visit", questions, sizeof questions, refs, 0);
    if (n == 0)
        return 0;
    struct nudge nudge = of_visit(v, NUDGE_PROSPECT_PREPARE, PREPARE_DAYS, "prepare", slug);
    nudge.item.by = pgc_later(v->place->visit - 1, nudge.item.start);
    nudge.item.refs = refs;
    nudge.item.nrefs = n;
    nudge_say(&nudge, "questions", questions);
    return nudge_emit(v->h, &nudge);
}

static int emit_visit(const struct visit *v)
{
    char slug[PGC_SLUG];
    struct nudge nudge = of_visit(v, NUDGE_PROSPECT_VISIT, 0, "visit", slug);
    nudge.item.flags = PGYD_ITEM_BUSY;
    return nudge_emit(v->h, &nudge);
}

int visits_plan(const struct pgyd_host *h, const struct nudges *nudges, const struct places *places)
{
    struct cards cards;
    cards_load(h, &cards);
    for (uint32_t i = 0; i < places->n; i++) {
        const struct place *p = &places->list[i];
        const struct visit v = {h, nudges, p};
        if (p->visit == PGYD_NO_DAY || p->visit < h->started || !place_is_live(p))
            continue;
        if (emit_references(&v) != 0 || emit_prepare(&v, &cards) != 0 || emit_visit(&v) != 0)
            return -1;
    }
    return 0;
}
