/* SPDX-License-Identifier: BSD-2-Clause */
/* The full contract and its review (S0-23, S0-55, S0-21): until when it has to be asked for and
 * sent, and that a review ends too late. Answer dates are answers.c's; what is said stands in
 * table.c. */
#include "plugins/offers/clocks/inside.h"

static int32_t review_days(const struct pgyd_host *h)
{
    return (int32_t)pgc_num(h, "review", "", "turnaround_days", REVIEW_DAYS);
}

/* The day it was sent to the lawyer; PGYD_NO_DAY: not yet. A day before it came is another's. */
static pgyd_day sent_on(const struct pgyd_host *h, const struct offer *o)
{
    pgyd_day sent = pgc_day(h, "review", "", "sent");
    return sent != PGYD_NO_DAY && sent >= o->contract ? sent : PGYD_NO_DAY;
}

/* Whether a review is to come or under way. */
static bool review_open(const struct pgyd_host *h, const struct offer *o)
{
    pgyd_day done = pgc_day(h, "review", "", "done");
    return o->contract != PGYD_NO_DAY && (done == PGYD_NO_DAY || done < o->contract);
}

/* The first day from `from` on on which a contract is sent too late for a day. */
static pgyd_day late_from(const struct pgyd_host *h, pgyd_day from, pgyd_day limit)
{
    const int32_t days = review_days(h);
    pgyd_day day = pgc_later(limit + 1, from);
    while (day > from && h->add_business(h->ctx, day - 1, days) > limit)
        day--;
    return day;
}

/* Whether a review ends after a day. What was not sent is counted from the day of the look: that it
 * came in time helps nobody. *since is the day from which that was so, *finish when it ends. */
static bool ends_after(const struct item_scene *s, pgyd_day limit, pgyd_day *since,
                       pgyd_day *finish)
{
    const struct offer *o = s->offer;
    const pgyd_day sent = sent_on(s->h, o);
    if (limit == PGYD_NO_DAY || !review_open(s->h, o))
        return false;
    const pgyd_day from = sent != PGYD_NO_DAY ? sent : pgc_later(o->contract, s->h->today);
    *since = sent != PGYD_NO_DAY ? sent : late_from(s->h, o->contract, limit);
    *finish = s->h->add_business(s->h->ctx, from, review_days(s->h));
    return *finish > limit;
}

static pgyd_day business_before(const struct pgyd_host *h, pgyd_day day)
{
    while (!h->is_business(h->ctx, day))
        day--;
    return day;
}

pgyd_day clocks_counsel_by(const struct pgyd_host *h, const struct offer *o)
{
    if (!review_open(h, o) || sent_on(h, o) != PGYD_NO_DAY)
        return PGYD_NO_DAY;
    if (o->hard == PGYD_NO_DAY)
        return h->add_business(h->ctx, o->contract, SEND_BUSINESS_DAYS);
    pgyd_day last = late_from(h, o->contract, o->hard) - 1;
    return last < o->contract ? PGYD_NO_DAY : pgc_later(business_before(h, last), o->contract);
}

/* From the day it came to the last on which a review still ends in time; after it review-late says
 * so. */
void clock_to_counsel(struct item_scene *s)
{
    pgyd_day last = clocks_counsel_by(s->h, s->offer), since, finish;
    if (last == PGYD_NO_DAY || ends_after(s, s->offer->hard, &since, &finish))
        return;
    s->day = s->offer->contract;
    s->end = last;
    item_say_day(s, "last", last);
    item_say(s, "days", "%d", review_days(s->h));
}

void clock_review_late(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day since, finish;
    if (!ends_after(s, o->hard, &since, &finish))
        return;
    s->day = since;
    s->by = pgc_earlier(since + LATE_DAYS, o->hard);
    if (!clock_can_move(s->h, o))
        s->next = "Ask your lawyer for a rush review";
    item_say_day(s, "finish", finish);
    item_say(s, "what", "%s",
             clock_can_move(s->h, o) ? "Ask for more time, or ask your lawyer for a rush review"
                                     : "Ask your lawyer for a rush review: this date rarely moves");
}

/* Where the review ends after the answer date too, that says it. */
void clock_promise(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day promised = pgc_day(s->h, "offer", o->id, "promised_by"), since, finish;
    if (ends_after(s, o->hard, &since, &finish) || promised < s->h->today ||
        !ends_after(s, promised, &since, &finish))
        return;
    s->day = since;
    s->by = pgc_later(promised, since);
    item_say_day(s, "promised", promised);
    item_say_day(s, "finish", finish);
}

/* From the day the letter came; a reply takes its time, and so does the review that follows. */
void clock_request(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day day = o->received;
    if (!pgc_is(s->h, "offer", o->id, "doc", "letter") || o->contract != PGYD_NO_DAY ||
        o->contract_requested != PGYD_NO_DAY || day == PGYD_NO_DAY || !offer_nudges(o, &day))
        return;
    s->day = day;
    s->end = pgc_later(o->received + LETTER_DAYS + 1, day);
    if (o->hard != PGYD_NO_DAY)
        s->end = pgc_later(
            day, pgc_earlier(s->end, late_from(s->h, day, o->hard) - 1 - REPLY_BUSINESS_DAYS));
    s->next = o->written ? "Ask for the full contract" : "Ask for the offer in writing";
    item_say(s, "what", "%s", o->written ? "the full contract" : "a written offer");
}
