/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/offers/offer.h"

#include <stdlib.h>
#include <string.h>

struct story {
    const struct pgyd_host *h;
    struct offer *offer;
    pgyd_day extended_on;
};

/* Happenings that settle an offer. */
static const char *const settled[] = {"accepted", "declined", "expired"};

static int happened(void *arg, const struct pgyd_event *event)
{
    struct story *story = arg;
    struct offer *o = story->offer;
    o->touched = pgc_later(o->touched, event->on);
    for (uint32_t i = 0; i < PGC_COUNT(settled); i++) {
        if (strcmp(event->event, settled[i]) == 0) {
            o->status = settled[i];
            o->live = false;
        }
    }
    if (strcmp(event->event, "received") == 0)
        o->received = event->on;
    else if (strcmp(event->event, "accepted") == 0)
        o->accepted = event->on;
    else if (strcmp(event->event, "contract-received") == 0)
        o->contract = event->on;
    else if (strcmp(event->event, "contract-requested") == 0)
        o->contract_requested = event->on;
    else if (strcmp(event->event, "extension-requested") == 0)
        o->extension_requested = event->on;
    else if (strcmp(event->event, "paused") == 0 && o->live) {
        const char *until = pgc_event_value(event, "until");
        o->status = "paused";
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
    } else if (o->received != PGYD_NO_DAY && pgc_get(h, "offer", o->id, "answer_within", &v) && v.num2 >= v.num) {
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
        .touched = PGYD_NO_DAY, .contract = PGYD_NO_DAY, .contract_requested = PGYD_NO_DAY,
        .extension_requested = PGYD_NO_DAY, .accepted = PGYD_NO_DAY,
        .paused_until = pgc_day(h, "offer", id, "paused_until"),
    };
    struct story story = {.h = h, .offer = &o, .extended_on = PGYD_NO_DAY};
    pgyd_day later = pgc_last(h, "offer", id, "received");
    if (later != PGYD_NO_DAY)
        o.received = later;
    o.live = strcmp(o.status, "open") == 0 || strcmp(o.status, "paused") == 0;
    answer_dates(h, &o);
    h->journal(h->ctx, "offer", id, happened, &story);
    /* The request for time asks for the contract too: either begins the wait, until it is granted. */
    if (o.extension_requested == PGYD_NO_DAY)
        o.extension_requested = o.contract_requested;
    if (story.extended_on != PGYD_NO_DAY && o.extension_requested != PGYD_NO_DAY && story.extended_on >= o.extension_requested)
        o.extension_requested = PGYD_NO_DAY;
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

pgyd_day offers_internal_deadline(const struct pgyd_host *h)
{
    return pgc_day(h, "goal", "", "internal_deadline");
}

bool offer_extension(const struct pgyd_host *h, const struct offer *offer, pgyd_day *first, pgyd_day *last)
{
    pgyd_day from = offer->extension_requested, cap = offers_internal_deadline(h);
    if (from == PGYD_NO_DAY)
        return false;
    /* The time is for reading the contract: it starts when that is there. */
    if (offer->contract != PGYD_NO_DAY && offer->contract > from)
        from = offer->contract;
    *first = pgc_earlier(from + EXTENSION_LOW, cap);
    *last = pgc_earlier(from + EXTENSION_HIGH, cap);
    return true;
}

int offers_overlap(const struct offer *a, const struct offer *b, pgyd_day *first, pgyd_day *last)
{
    if (a->received == PGYD_NO_DAY || b->received == PGYD_NO_DAY || a->hard == PGYD_NO_DAY || b->hard == PGYD_NO_DAY)
        return -1;
    *first = pgc_later(a->received, b->received);
    *last = pgc_earlier(a->hard, b->hard);
    return *last < *first ? 0 : *last - *first + 1;
}
