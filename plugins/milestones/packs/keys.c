/* SPDX-License-Identifier: BSD-2-Clause */
/* Single keys of a section: days, conditions, words to choose from. What is made of them together
 * is maker.c's. */
#include "plugins/common/texts/words.h"
#include "plugins/milestones/packs/maker.h"

#include <string.h>

void maker_init(struct maker *m, const struct planner *p, struct packs *packs)
{
    *m = (struct maker){.p = p, .packs = packs, .unknown = {.missing = PGC_MISSING_TRAINING}};
    expr_env_init(&m->env, p->h, p->anchors ? p->anchors : &m->unknown);
}

bool maker_day(struct maker *m, const struct pack_section *s, enum pack_key key, pgyd_day *day,
               struct trace *trace)
{
    struct expr_error error;
    struct expr_day made;
    if (!expr_day(&m->env, s->v[key].text, &made, &error)) {
        packs_problem(m->packs, s, key, error.column, "%s", error.text);
        return false;
    }
    for (uint32_t i = 0; trace && i < made.names.n; i++)
        trace_anchor(trace, made.names.list[i].name, made.names.list[i].day);
    *day = made.day;
    return true;
}

bool maker_holds(struct maker *m, const struct pack_section *s)
{
    struct expr_error error;
    bool holds = true;
    if (s->v[P_IF].text && !expr_cond(&m->env, s->v[P_IF].text, &holds, &error)) {
        packs_problem(m->packs, s, P_IF, error.column, "%s", error.text);
        return false;
    }
    return holds;
}

int maker_choice(struct maker *m, const struct pack_section *s, enum pack_key key,
                 const char *words, int otherwise)
{
    const char *text = packs_text(m->packs, s, key);
    if (!text)
        return otherwise;
    int place = pgc_words_place(words, '|', text);
    if (place >= 0)
        return place;
    struct pack_section *at = m->packs->sections;
    if (s->v[key].text) {
        packs_problem(m->packs, s, key, 1, "%s is one of %s", packs_key_name(key), words);
    } else { /* of the pack: said once, not for each of its milestones */
        at += m->packs->list[s->pack].head;
        packs_problem(m->packs, at, key, 1, "%s is one of %s", packs_key_name(key), words);
        at->v[key].text = NULL;
    }
    return otherwise;
}

bool maker_inherited(struct maker *m, const struct pack_section *s, enum pack_key key,
                     pgyd_day *day, struct trace *trace)
{
    const char *text = packs_text(m->packs, s, key);
    *day = PGYD_NO_DAY;
    if (!text || strcmp(text, "none") == 0)
        return true;
    if (s->v[key].text)
        return maker_day(m, s, key, day, trace);
    struct pack_section *head = &m->packs->sections[m->packs->list[s->pack].head];
    if (!maker_day(m, head, key, day, trace))
        head->v[key].text = NULL; /* of the pack: said once, not for each of its milestones */
    return true;
}

/* ---- cases of a milestone ---- */

struct pack_section *maker_next_case(const struct maker *m, struct pack_section *s)
{
    struct pack_section *next = s + 1;
    return next < m->packs->sections + m->packs->nsections && next->kind == PACK_CASE ? next : NULL;
}

struct pack_section *maker_case(struct maker *m, struct pack_section *s, struct pack_section *room)
{
    struct pack_section *c = s->pack == PACK_OWN ? NULL : maker_next_case(m, s);
    while (c && !maker_holds(m, c))
        c = maker_next_case(m, c);
    if (!c)
        return s;
    *room = *s;
    for (int key = 0; key < P_KEYS; key++) {
        if (key != P_IF && c->v[key].text)
            room->v[key] = c->v[key];
    }
    if (c->npoints) {
        room->point = c->point;
        room->npoints = c->npoints;
    }
    room->line = c->line;
    return room;
}
