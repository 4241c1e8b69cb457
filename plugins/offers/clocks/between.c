/* SPDX-License-Identifier: BSD-2-Clause */
/* Days that concern all offers together: that it drags on, how many there are, and who reads the
 * contracts. When it is time to choose is ready/'s; what is said stands in table.c. */
#include "plugins/offers/clocks/inside.h"

#include "plugins/common/anchors.h"

#include <string.h>
#include <strings.h>

enum { ATTORNEY_MONTHS = 12, WRITTEN_MONTHS = 9 };

void clock_dragging(struct item_scene *s)
{
    pgyd_day first = PGYD_NO_DAY;
    for (uint32_t i = 0; i < s->offers->n; i++) {
        if (s->offers->list[i].live)
            first = pgc_earlier(first, s->offers->list[i].first_ask);
    }
    if (first != PGYD_NO_DAY)
        s->day = first + DRAG_DAYS;
}

/* Who still has a job to find: not after a preliminary year alone, which leads to another
 * residency, nor with a signed contract or at work. */
static bool searching(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    return anchors->n > 1 && h->today < anchors->s && !pgc_has(h, "contract", "", "signed");
}

/* With so many live offers in writing. Scoped by phase: in the last nine months of the training. */
static void few_day(struct item_scene *s, uint32_t wanted)
{
    struct pgc_anchors anchors;
    uint32_t written = 0;
    if (!pgc_anchors(s->h, &anchors) || !searching(s->h, &anchors))
        return;
    pgyd_day day = s->h->add_months(s->h->ctx, anchors.g, -WRITTEN_MONTHS);
    for (uint32_t i = 0; i < s->offers->n; i++) {
        const struct offer *o = &s->offers->list[i];
        written += o->live && o->written;
        /* An alert that comes back does so on the day of its cause: the last offer that went. */
        if (o->written && (o->state == OFFER_DECLINED || o->state == OFFER_EXPIRED))
            day = pgc_later(day, o->since);
        else if (o->written && o->lapsed)
            day = pgc_later(day, o->hard + 1);
    }
    if (written == wanted)
        s->day = day;
}

void clock_no_written(struct item_scene *s)
{
    few_day(s, 0);
}

void clock_one_written(struct item_scene *s)
{
    few_day(s, 1);
}

/* The day the first of the open offers came; PGYD_NO_DAY: none is open. */
static pgyd_day first_open(const struct offers *offers)
{
    pgyd_day first = PGYD_NO_DAY;
    for (uint32_t i = 0; i < offers->n; i++) {
        if (offers->list[i].live)
            first = pgc_earlier(first, offers->list[i].received);
    }
    return first;
}

/* Useful a year before the end; with an offer open it is that which all else waits for. */
static void attorney(struct item_scene *s, bool open)
{
    struct pgc_anchors anchors;
    const pgyd_day first = first_open(s->offers);
    if ((first != PGYD_NO_DAY) != open || pgc_has(s->h, "review", "", "attorney") ||
        !pgc_anchors(s->h, &anchors) || !searching(s->h, &anchors))
        return;
    s->day = s->h->add_months(s->h->ctx, anchors.g, -ATTORNEY_MONTHS);
    if (!open)
        return;
    s->day = pgc_earlier(s->day, first);
    s->by = first + ASK_DATE_DAYS;
}

void clock_attorney(struct item_scene *s)
{
    attorney(s, false);
}

void clock_attorney_now(struct item_scene *s)
{
    attorney(s, true);
}

/* S2-40: contract law is the state's. */
void clocks_check_attorney(const struct pgyd_host *h)
{
    const char *theirs = pgc_text(h, "review", "", "attorney_state", NULL),
               *mine = pgc_text(h, "goal", "", "state", NULL);
    if (theirs && strlen(theirs) != 2)
        pgc_error(h, "review", "", "attorney_state", "two letters, such as OH",
                  "\"%s\" is no state", theirs);
    else if (theirs && mine && strcasecmp(theirs, mine) != 0)
        pgc_warn(h, "review", "", "attorney_state", "a lawyer of the state you will work in",
                 "the lawyer practices in %s, the job is in %s", theirs, mine);
}
