/* SPDX-License-Identifier: BSD-2-Clause */
/* What a text may speak of: offers that are held, their figures, those of the market and of one's
 * own limits, and those of one's own work. */
#include "plugins/offers/honesty/inside.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST = 1000 /* a whole number of an offer below that is no sum */ };

bool honesty_own_offer(const struct honesty_scene *scene, const struct offer *offer)
{
    return scene->addressed && (offer == scene->offer || (!scene->offer && scene->prospect &&
                                                          pgc_is(scene->h, "offer", offer->id,
                                                                 "prospect", scene->prospect)));
}

bool honesty_stands(const struct offer *offer)
{
    return offer->written && (offer->live || strcmp(offer->status, "accepted") == 0);
}

bool honesty_may_name(const struct honesty_scene *scene, const struct offer *offer)
{
    return scene->names && !scene->decline && !scene->silent && offer->written && offer->live;
}

uint32_t honesty_others(const struct honesty_scene *scene)
{
    uint32_t held = 0, own = 0;
    for (uint32_t i = 0; i < scene->offers->n; i++) {
        const struct offer *o = &scene->offers->list[i];
        bool holds = o->live && o->written;
        held += holds;
        own += holds && honesty_own_offer(scene, o);
    }
    if (scene->addressed)
        return held - own;
    return held > 0 ? held - 1 : 0;
}

/* ---- figures ---- */

static bool add(double **list, uint32_t *n, uint32_t *cap, double figure)
{
    double *more = honesty_push(*list, n, cap, sizeof *more);
    if (!more)
        return false;
    more[*n - 1] = figure;
    *list = more;
    return true;
}

static bool add_figure(struct honesty_facts *f, const struct pgyd_value *v)
{
    bool sum =
        v->type == PGYD_USD || v->type == PGYD_NUM || (v->type == PGYD_INT && v->num >= LEAST);
    return !sum || add(&f->figures, &f->nfigures, &f->cap_figures,
                       v->type == PGYD_NUM ? v->real : (double)v->num);
}

/* Every sum that a section sets. */
static bool add_section(const struct pgyd_host *h, struct honesty_facts *f, const char *section,
                        const char *id)
{
    struct pgyd_value v;
    const char *key;
    for (uint32_t i = 0; (key = h->key_name(h->ctx, section, id, i)); i++) {
        if (pgc_get(h, section, id, key, &v) && !add_figure(f, &v))
            return false;
    }
    return true;
}

static bool add_own_text(const struct honesty_look *look, struct honesty_facts *f, const char *text)
{
    struct fold_map plain;
    struct honesty_figure figure;
    bool fine = fold_map_make(text, true, &plain);
    for (size_t at = 0; fine && honesty_next_figure(look->table, plain.text, at, &figure);
         at = figure.at + figure.len)
        fine = add(&f->own, &f->nown, &f->cap_own, figure.value);
    fold_map_free(&plain);
    return fine;
}

/* What one typed about one's own work, or what it gains. */
static bool add_own(const struct honesty_look *look, struct honesty_facts *f, const char *section)
{
    const struct pgyd_host *h = look->scene->h;
    struct pgyd_value v;
    const char *key;
    bool fine = true;
    for (uint32_t i = 0; fine && (key = h->key_name(h->ctx, section, "", i)); i++) {
        if (!pgc_get(h, section, "", key, &v))
            continue;
        if (v.type == PGYD_USD || v.type == PGYD_INT || v.type == PGYD_NUM)
            fine = add(&f->own, &f->nown, &f->cap_own, v.type == PGYD_NUM ? v.real : (double)v.num);
        else if (v.type == PGYD_TEXT && v.text)
            fine = add_own_text(look, f, v.text);
    }
    return fine;
}

/* The figures of the offer written about; of others those held, where they may be said. */
static bool may_say(const struct honesty_scene *scene, const struct offer *o)
{
    if (honesty_own_offer(scene, o))
        return true;
    if (!scene->addressed)
        return honesty_stands(o);
    return scene->figures && !scene->silent && !scene->decline && o->written && o->live;
}

bool honesty_facts(const struct honesty_look *look, struct honesty_facts *facts)
{
    static const char *const sums[] = {"market", "walkaway"}, *const work[] = {"value", "training"};
    const struct honesty_scene *scene = look->scene;
    bool fine = true;
    *facts = (struct honesty_facts){.others = honesty_others(scene)};
    for (uint32_t i = 0; fine && i < scene->offers->n; i++) {
        const struct offer *o = &scene->offers->list[i];
        facts->held += o->live && o->written;
        if (may_say(scene, o))
            fine = add_section(scene->h, facts, "offer", o->id);
    }
    for (uint32_t i = 0; fine && i < PGC_COUNT(sums); i++)
        fine = add_section(scene->h, facts, sums[i], "");
    for (uint32_t i = 0; fine && i < PGC_COUNT(work); i++)
        fine = add_own(look, facts, work[i]);
    return fine;
}
