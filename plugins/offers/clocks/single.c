/* SPDX-License-Identifier: BSD-2-Clause */
/* Days of one offer beside its answer dates. What concerns several is in between.c and pairs.c,
 * what follows a signature in signed.c; what is said stands in table.c. */
#include "plugins/offers/clocks/inside.h"

/* Nobody answers the telephone there on that day; the alert stands on the last business day before
 * it, not before the offer came. */
void clock_closed(struct item_scene *s)
{
    pgyd_day hard = s->offer->hard, day = hard;
    if (hard == PGYD_NO_DAY || s->h->is_business(s->h->ctx, hard))
        return;
    while (!s->h->is_business(s->h->ctx, day))
        day--;
    int32_t weekday = s->h->weekday(s->h->ctx, hard);
    s->day = pgc_later(day, s->offer->received);
    item_say_day(s, "last", s->day);
    item_say(s, "day", "%s", weekday == 0 || weekday == 6 ? "weekend" : "holiday");
}

void clock_own(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day own = offers_internal_deadline(s->h);
    if (own == PGYD_NO_DAY || o->hard == PGYD_NO_DAY || o->hard <= own)
        return;
    s->day = pgc_earlier(pgc_later(o->received, own - 7), own);
    item_say_day(s, "own", own);
}

void clock_committee(struct item_scene *s)
{
    const struct offer *o = s->offer;
    if (!o->committee || !o->time_requested || o->hard == PGYD_NO_DAY)
        return;
    s->day = o->extension_requested;
    item_say_day(s, "by", o->hard);
}

void clock_last_round(struct item_scene *s)
{
    if (s->offer->rounds == ROUNDS_LAST)
        s->day = s->offer->last_ask;
}

void clock_too_many_rounds(struct item_scene *s)
{
    if (s->offer->rounds <= ROUNDS_LAST)
        return;
    s->day = s->offer->last_ask;
    item_say(s, "n", "%u", s->offer->rounds);
}

/* S1-53: beyond the recruiter, a physician who leads there. */
void clock_lead(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day day = o->received;
    const char *prospect = pgc_text(s->h, "offer", o->id, "prospect", NULL);
    if (day != PGYD_NO_DAY && !pgc_has(s->h, "offer", o->id, "physician_lead") &&
        !(prospect && pgc_has(s->h, "prospect", prospect, "physician_lead")) &&
        offer_nudges(o, &day)) {
        s->day = day;
        s->by = pgc_later(day, o->hard != PGYD_NO_DAY ? o->hard : o->received + UNTOUCHED_DAYS);
    }
}

void clock_data(struct item_scene *s)
{
    const struct offer *o = s->offer;
    if (o->data_requested == PGYD_NO_DAY || pgc_has(s->h, "offer", o->id, "wrvu_history_new_hire"))
        return;
    pgyd_day day = s->h->add_business(s->h->ctx, o->data_requested, DATA_BUSINESS_DAYS);
    if (offer_nudges(o, &day))
        s->day = day;
}

/* ---- S0-66 ---- */

struct states {
    const struct pgyd_host *h;
    const struct offer *offer;
    struct offer_walk walk;
    int rc;
};

static int emit_state(struct states *s)
{
    const struct offer_walk *w = &s->walk;
    struct item_scene scene;
    item_scene(&scene, s->h, NULL, s->offer, NULL);
    scene.day = w->since;
    pgc_format(scene.occurrence, sizeof scene.occurrence, w->rounds ? "%s-%u" : "%s",
               offer_state_text(w->state), w->rounds);
    if (w->rounds > 1)
        item_say(&scene, "round", ", round %u", w->rounds);
    item_say(&scene, "rounds", w->rounds ? "Rounds so far: %u." : "No ask so far.", w->rounds);
    return item_emit(&clock_state_row[w->state], &scene);
}

static int state_of(void *arg, const struct pgyd_event *e)
{
    struct states *s = arg;
    enum offer_state before = s->walk.state;
    if (!offer_proposed(e) && offer_walk_step(s->h, &s->walk, e) && s->walk.state != before)
        s->rc = emit_state(s);
    return s->rc;
}

int clocks_states(const struct pgyd_host *h, const struct offer *o)
{
    struct states s = {.h = h, .offer = o};
    offer_walk_begin(h, o->id, &s.walk);
    if (s.walk.received == PGYD_NO_DAY)
        return 0;
    s.rc = emit_state(&s);
    if (s.rc == 0)
        h->journal(h->ctx, "offer", o->id, state_of, &s);
    return s.rc;
}
