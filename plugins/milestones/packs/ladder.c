/* SPDX-License-Identifier: BSD-2-Clause */
/* The steps that a section names in `remind`. What rings without them is the host's table, from
 * what is at stake. */
#include "plugins/milestones/packs/maker.h"

#include <string.h>

/* Whether one of the first n steps is this one. */
static bool has_step(const struct pgyd_step *steps, uint32_t n, const struct pgyd_step *step)
{
    for (uint32_t i = 0; i < n; i++) {
        if (steps[i].n == step->n && steps[i].unit == step->unit)
            return true;
    }
    return false;
}

struct ladder {
    struct maker *m;
    const struct pack_section *s;
    struct pgyd_step *steps;
    uint32_t n;
    bool none;
};

/* The host refuses a ladder that has one step twice. */
static void add_step(struct ladder *l, struct pgyd_step step)
{
    if (!has_step(l->steps, l->n, &step))
        l->steps[l->n++] = step;
}

static void take_step(void *arg, const char *piece, size_t len, unsigned at)
{
    struct ladder *l = arg;
    struct pgyd_step step;
    char text[16];
    pgc_format(text, sizeof text, "%.*s", (int)len, piece);
    if (strcmp(text, "none") == 0) {
        l->none = true;
    } else if (!expr_step(text, &step)) {
        packs_problem(l->m->packs, l->s, P_REMIND, at,
                      "\"%s\" is not a length such as 3d, 2w, 6mo, 1y, with + when it lies after",
                      text);
    } else if (l->n == MAKER_STEPS - 1) {
        packs_problem(l->m->packs, l->s, P_REMIND, at, "at most 15 reminders");
    } else if (step.n != 0) {
        add_step(l, step);
    }
}

uint32_t maker_steps(struct maker *m, const struct pack_section *s,
                     struct pgyd_step steps[MAKER_STEPS])
{
    struct ladder l = {.m = m, .s = s, .steps = steps};
    maker_pieces(s->v[P_REMIND].text, ',', take_step, &l);
    if (l.none)
        return 0;
    steps[l.n++] = (struct pgyd_step){.n = 0, .unit = 'd'};
    return l.n;
}

/* Nothing rings before the day `quiet`: what would waits for it, while the item lasts. */
static void keep_quiet(struct maker *m, const struct pack_section *s, struct pgyd_item *item,
                       struct pgyd_step steps[MAKER_STEPS])
{
    const struct pgyd_host *h = m->p->h;
    pgyd_day quiet, last = item->end == PGYD_NO_DAY ? item->start : item->end;
    uint32_t kept = 0;
    if (!maker_inherited(m, s, P_QUIET, &quiet, NULL) || quiet == PGYD_NO_DAY || !item->nsteps)
        return;
    for (uint32_t i = 0; i < item->nsteps; i++) {
        struct pgyd_step step = steps[i];
        if (h->add_dur(h->ctx, item->start, step.n, step.unit) < quiet) {
            step.n = quiet - item->start;
            step.unit = 'd';
            if (quiet > last)
                continue;
        }
        if (!has_step(steps, kept, &step))
            steps[kept++] = step;
    }
    item->nsteps = kept;
    if (kept == 0)
        item->flags |= PGYD_ITEM_NO_LADDER;
}

void maker_ladder(struct maker *m, const struct pack_section *s, struct pgyd_item *item,
                  struct pgyd_step steps[MAKER_STEPS])
{
    if (s->v[P_REMIND].text) {
        item->steps = steps;
        item->nsteps = maker_steps(m, s, steps);
        if (item->nsteps == 0)
            item->flags |= PGYD_ITEM_NO_LADDER;
        else if (s->pack == PACK_OWN)
            item->flags |= PGYD_ITEM_TYPED;
    }
    keep_quiet(m, s, item, steps);
}
