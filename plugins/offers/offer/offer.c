/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads an offer from file and journal: dates, status, the extension, the day all can be answered
 * by. What is planned for it is in clocks/. */
#include "plugins/offers/offer/offer.h"

#include "plugins/common/dates.h"

#include <stdlib.h>
#include <string.h>

struct story {
    const struct pgyd_host *h;
    struct offer *offer;
    struct offer_walk walk;
    pgyd_day extended_on;
};

static int happened(void *arg, const struct pgyd_event *event)
{
    struct story *story = arg;
    struct offer *o = story->offer;
    /* What cannot have happened here counts for nothing; check says so. */
    if (offer_proposed(event) || !offer_walk_step(story->h, &story->walk, event))
        return 0;
    o->touched = pgc_later(o->touched, event->on);
    if (!offer_state_live(story->walk.state)) {
        o->status = offer_state_text(story->walk.state);
        o->live = false;
    }
    if (strcmp(event->event, "received") == 0)
        o->received = event->on;
    else if (strcmp(event->event, "accepted") == 0)
        o->accepted = event->on;
    else if (strcmp(event->event, "contract-received") == 0)
        o->contract = event->on;
    else if (strcmp(event->event, "contract-requested") == 0)
        o->contract_requested = event->on;
    else if (strcmp(event->event, "data-requested") == 0)
        o->data_requested = event->on;
    else if (strcmp(event->event, "extension-requested") == 0)
        o->extension_requested = event->on;
    else if (strcmp(event->event, "asked") == 0) {
        o->last_ask = event->on;
        o->first_ask = pgc_earlier(o->first_ask, event->on);
    } else if (story->walk.state == OFFER_REVISED &&
               (strcmp(event->event, "revised") == 0 || strcmp(event->event, "answered") == 0)) {
        o->revised = event->on;
    } else if (strcmp(event->event, "resumed") == 0 && o->live) {
        o->status = "open";
        o->paused = false;
    } else if (strcmp(event->event, "paused") == 0 && o->live) {
        const char *until = pgc_event_value(event, "until");
        o->status = "paused";
        o->paused = true;
        o->paused_until = until ? pgc_parse_day(story->h, until) : PGYD_NO_DAY;
    } else if (strcmp(event->event, "extended") == 0) {
        const char *by = pgc_event_value(event, "by");
        pgyd_day day = by ? pgc_parse_day(story->h, by) : PGYD_NO_DAY;
        story->extended_on = event->on;
        if (day != PGYD_NO_DAY) {
            o->hard = day;
            o->hard_minute = -1;
            o->hard_zone = NULL;
            o->soft = PGYD_NO_DAY;
            o->extended = true;
        }
    }
    return 0;
}

/* S0-02: an explicit answer_by wins over a usual number of days. */
static void answer_dates(const struct pgyd_host *h, struct offer *o)
{
    struct pgyd_value v;
    o->soft = o->hard = PGYD_NO_DAY;
    o->hard_minute = -1;
    if (pgc_get(h, "offer", o->id, "answer_by", &v)) {
        o->hard = v.day;
        o->hard_minute = v.minute;
        o->hard_zone = v.minute >= 0 ? v.text : NULL;
    } else if (o->received != PGYD_NO_DAY && pgc_get(h, "offer", o->id, "answer_within", &v) &&
               v.num2 >= v.num) {
        o->hard = h->add_dur(h->ctx, o->received, v.num2, 'd');
        if (v.num < v.num2)
            o->soft = h->add_dur(h->ctx, o->received, v.num, 'd');
    }
}

void offer_read(const struct pgyd_host *h, const char *id, struct offer *offer)
{
    struct offer o = {
        .id = id,
        .employer = pgc_text(h, "offer", id, "employer", id),
        .status = pgc_text(h, "offer", id, "status", "open"),
        .received = pgc_day(h, "offer", id, "received"),
        .touched = PGYD_NO_DAY,
        .contract = PGYD_NO_DAY,
        .contract_requested = PGYD_NO_DAY,
        .data_requested = PGYD_NO_DAY,
        .extension_requested = PGYD_NO_DAY,
        .accepted = PGYD_NO_DAY,
        .first_ask = PGYD_NO_DAY,
        .last_ask = PGYD_NO_DAY,
        .revised = PGYD_NO_DAY,
        .written = pgc_yes(h, "offer", id, "written"),
        .committee = pgc_is(h, "offer", id, "deadline_kind", "committee"),
        .paused_until = pgc_day(h, "offer", id, "paused_until"),
    };
    struct story story = {.h = h, .offer = &o, .extended_on = PGYD_NO_DAY};
    pgyd_day later = pgc_last(h, "offer", id, "received");
    if (later != PGYD_NO_DAY)
        o.received = later;
    o.live = strcmp(o.status, "open") == 0 || strcmp(o.status, "paused") == 0;
    o.paused = strcmp(o.status, "paused") == 0;
    answer_dates(h, &o);
    offer_walk_begin(h, id, &story.walk);
    h->journal(h->ctx, "offer", id, happened, &story);
    /* Who holds the contract and does not say since when had it from the beginning. */
    if (o.contract == PGYD_NO_DAY && pgc_is(h, "offer", id, "doc", "contract"))
        o.contract = o.received;
    /* The request for time asks for the contract too: either begins the wait, until it is
     * granted. */
    o.time_requested = o.extension_requested != PGYD_NO_DAY;
    if (!o.time_requested)
        o.extension_requested = o.contract_requested;
    if (story.extended_on != PGYD_NO_DAY && o.extension_requested != PGYD_NO_DAY &&
        story.extended_on >= o.extension_requested)
        o.extension_requested = PGYD_NO_DAY;
    o.state = story.walk.state;
    o.since = story.walk.since;
    o.rounds = story.walk.rounds;
    *offer = o;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct offer *)a)->id, ((const struct offer *)b)->id);
}

void offers_read(const struct pgyd_host *h, struct offers *offers)
{
    const char *id;
    offers->n = 0;
    for (uint32_t i = 0; offers->n < MAX_OFFERS && (id = h->section_id(h->ctx, "offer", i)); i++)
        offer_read(h, id, &offers->list[offers->n++]);
    if (offers->n > 1)
        qsort(offers->list, offers->n, sizeof offers->list[0], by_id);
}

const struct offer *offers_find(const struct offers *offers, const char *id)
{
    for (uint32_t i = 0; id && i < offers->n; i++) {
        if (strcmp(offers->list[i].id, id) == 0)
            return &offers->list[i];
    }
    return NULL;
}

const struct offer *offers_accepted(const struct offers *offers)
{
    const struct offer *first = NULL;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (strcmp(o->status, "accepted") == 0 &&
            (!first || (o->accepted != PGYD_NO_DAY &&
                        (first->accepted == PGYD_NO_DAY || o->accepted < first->accepted))))
            first = o;
    }
    return first;
}

pgyd_day offers_internal_deadline(const struct pgyd_host *h)
{
    return pgc_day(h, "goal", "", "internal_deadline");
}

bool offer_extension(const struct pgyd_host *h, const struct offer *offer, pgyd_day *first,
                     pgyd_day *last)
{
    pgyd_day from = offer->extension_requested, cap = offers_internal_deadline(h);
    if (from == PGYD_NO_DAY || offer->committee)
        return false;
    /* The time is for reading the contract: it starts when that is there. */
    if (offer->contract != PGYD_NO_DAY && offer->contract > from)
        from = offer->contract;
    *first = pgc_earlier(from + EXTENSION_LOW, cap);
    *last = pgc_earlier(from + EXTENSION_HIGH, cap);
    return true;
}

pgyd_day offers_common_date(const struct pgyd_host *h, const struct offers *offers, bool *asked)
{
    pgyd_day date = PGYD_NO_DAY, cap = offers_internal_deadline(h), first, last;
    uint32_t live = 0;
    bool any = false;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (!o->live || o->hard == PGYD_NO_DAY)
            continue;
        bool extension = offer_extension(h, o, &first, &last);
        live++;
        any |= extension;
        date = pgc_later(date, extension ? last : o->hard);
        if (o->committee)
            cap = pgc_earlier(cap, o->hard);
    }
    if (asked)
        *asked = any;
    return live < 2 ? PGYD_NO_DAY : pgc_earlier(date, cap);
}

bool offer_nudges(const struct offer *offer, pgyd_day *day)
{
    if (!offer->paused)
        return true;
    if (offer->paused_until != PGYD_NO_DAY && *day <= offer->paused_until)
        *day = offer->paused_until + 1;
    return offer->paused_until != PGYD_NO_DAY;
}

bool offer_lapsed(const struct offer *offer, pgyd_day today)
{
    return offer->live && offer->hard != PGYD_NO_DAY && offer->hard < today;
}

void offers_lapse(struct offers *offers, pgyd_day today)
{
    for (uint32_t i = 0; i < offers->n; i++) {
        struct offer *o = &offers->list[i];
        o->written &=
            !offer_lapsed(o, today) && (o->received == PGYD_NO_DAY || o->received <= today);
    }
}

void offers_close(struct offers *offers, pgyd_day today)
{
    for (uint32_t i = 0; i < offers->n; i++) {
        struct offer *o = &offers->list[i];
        o->lapsed = offer_lapsed(o, today);
        o->live &= !o->lapsed;
    }
}
