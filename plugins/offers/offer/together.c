/* SPDX-License-Identifier: BSD-2-Clause */
/* S0-17: days on which two offers can both be answered, and which clocks run at once. Items are
 * clocks/pairs.c's. */
#include "plugins/offers/offer/offer.h"

int offers_overlap(const struct offer *a, const struct offer *b, pgyd_day *first, pgyd_day *last)
{
    if (a->received == PGYD_NO_DAY || b->received == PGYD_NO_DAY || a->hard == PGYD_NO_DAY ||
        b->hard == PGYD_NO_DAY)
        return -1;
    *first = pgc_later(a->received, b->received);
    *last = pgc_earlier(a->hard, b->hard);
    return *last < *first ? 0 : *last - *first + 1;
}

uint32_t offers_live(const struct offers *offers)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < offers->n; i++)
        n += offers->list[i].live;
    return n;
}

/* Clocks that run on a day, and the day the first of them ends. */
static uint32_t running(const struct offers *offers, pgyd_day day, pgyd_day *until)
{
    uint32_t n = 0;
    *until = PGYD_NO_DAY;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (!o->live || o->received == PGYD_NO_DAY || o->hard == PGYD_NO_DAY || o->received > day ||
            o->hard < day)
            continue;
        *until = pgc_earlier(*until, o->hard);
        n++;
    }
    return n;
}

uint32_t offers_together(const struct offers *offers, pgyd_day *first, pgyd_day *last)
{
    uint32_t most = 0;
    /* The most clocks run from a day on which one of them begins. */
    for (uint32_t i = 0; i < offers->n; i++) {
        pgyd_day day = offers->list[i].received, until;
        uint32_t n = day == PGYD_NO_DAY ? 0 : running(offers, day, &until);
        if (n == 0 || n < most || (n == most && day >= *first))
            continue;
        most = n;
        *first = day;
        *last = until;
    }
    return most;
}

uint32_t offers_missed(const struct offers *offers, const struct offer *o, char *names, size_t size)
{
    uint32_t n = 0;
    names[0] = '\0';
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *other = &offers->list[i];
        pgyd_day first, last;
        if (!other->live || other == o || offers_overlap(o, other, &first, &last) != 0 ||
            other->received > o->received)
            continue;
        if (n++ < OFFERS_NAMED)
            pgc_append(names, size, "%s%.80s", names[0] ? ", " : "", other->employer);
    }
    if (n > OFFERS_NAMED)
        pgc_append(names, size, " and %u more", n - OFFERS_NAMED);
    return n;
}
