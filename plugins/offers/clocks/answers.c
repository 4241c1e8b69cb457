/* SPDX-License-Identifier: BSD-2-Clause */
/* Days around an answer date: the date itself, busy days, more time, the contract and its review,
 * and what follows an acceptance. What is said on them stands in table.c. */
#include "plugins/offers/clocks/inside.h"

/* ---- answer dates: S0-02, S0-16 ---- */

/* S3-21: a pause hides what nudges, never what is final. */
void clock_soft(struct item_scene *s)
{
    const struct offer *o = s->offer;
    bool paused = o->paused && (o->paused_until == PGYD_NO_DAY || o->soft <= o->paused_until);
    s->day = paused ? PGYD_NO_DAY : o->soft;
}

enum firmness { EXTENDED, COMMITTEE, HARD, SOFT };

static enum firmness firmness(const struct pgyd_host *h, const struct offer *o)
{
    if (o->extended)
        return EXTENDED;
    if (pgc_is(h, "offer", o->id, "deadline_kind", "committee"))
        return COMMITTEE;
    return pgc_is(h, "offer", o->id, "deadline_kind", "hard") ? HARD : SOFT;
}

static void answer(struct item_scene *s, enum firmness wanted)
{
    const struct offer *o = s->offer;
    if (firmness(s->h, o) != wanted)
        return;
    s->day = o->hard;
    s->minute = o->hard_minute;
    s->zone = o->hard_zone;
    item_say(s, "source", "%s",
             o->extended                                  ? "the date agreed in the extension"
             : pgc_has(s->h, "offer", o->id, "answer_by") ? "answer_by"
                                                          : "received + the higher number of "
                                                            "answer_within");
}

void clock_answer_extended(struct item_scene *s)
{
    answer(s, EXTENDED);
}

void clock_answer_committee(struct item_scene *s)
{
    answer(s, COMMITTEE);
}

void clock_answer_hard(struct item_scene *s)
{
    answer(s, HARD);
}

void clock_answer_soft(struct item_scene *s)
{
    answer(s, SOFT);
}

/* ---- S0-01: the last day lies among busy ones ---- */

/* The stretch that covers a day; of several the one that begins first. */
struct covering {
    pgyd_day day, start, end;
    bool oncall;
    char name[80];
};

static int cover(void *arg, const struct pgyd_busy *busy)
{
    struct covering *c = arg;
    if (busy->start > c->day || busy->end < c->day)
        return 0;
    c->start = busy->start;
    c->end = busy->end;
    c->oncall = busy->oncall != 0;
    pgc_format(c->name, sizeof c->name, "%s", busy->name && *busy->name ? busy->name : "busy days");
    return 1;
}

/* The day itself never moves; the alert stands on the last free day before the stretch. */
void clock_busy(struct item_scene *s)
{
    struct covering c = {.day = s->offer->hard, .start = PGYD_NO_DAY};
    if (c.day == PGYD_NO_DAY)
        return;
    s->h->busy(s->h->ctx, cover, &c);
    if (c.start == PGYD_NO_DAY)
        return;
    s->day = pgc_later(c.start - 1, s->offer->received);
    item_say(s, "how", "%s", c.oncall ? "on call" : "busy");
    item_say(s, "name", "%s", c.name);
    item_say(s, "source", "%s", c.oncall ? "your on-call calendar" : "[busy]");
}

/* S0-22: three weeks untouched. */
void clock_untouched(struct item_scene *s)
{
    pgyd_day day = s->offer->touched + UNTOUCHED_DAYS;
    if (s->offer->touched != PGYD_NO_DAY && offer_nudges(s->offer, &day))
        s->day = day;
}

/* ---- S0-20: more time ---- */

void clock_extension(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day first, last;
    if (!offer_extension(s->h, o, &first, &last))
        return;
    s->day = first;
    s->end = last;
    s->confidence = o->contract == PGYD_NO_DAY ? PGYD_PATTERN : PGYD_CONFIRMED;
    item_say(s, "what", "%s",
             o->time_requested ? "the time you asked for" : "the time to read the contract");
    item_say(s, "counted", "%s",
             o->contract == PGYD_NO_DAY
                 ? " Counted from your request; once the full contract arrives, from that day."
                 : "");
}

/* Where the contract alone was asked for, its arrival is the reply. */
void clock_extension_reply(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day first, last;
    if (!offer_extension(s->h, o, &first, &last) ||
        (!o->time_requested && o->contract != PGYD_NO_DAY && o->contract >= o->extension_requested))
        return;
    pgyd_day day = s->h->add_business(s->h->ctx, o->extension_requested, REPLY_BUSINESS_DAYS);
    if (offer_nudges(o, &day))
        s->day = day;
}

/* ---- S0-23, S0-55, S0-21: the full contract and its review ---- */

void clock_request(struct item_scene *s)
{
    const struct offer *o = s->offer;
    if (!pgc_is(s->h, "offer", o->id, "doc", "letter") || o->contract != PGYD_NO_DAY ||
        o->contract_requested != PGYD_NO_DAY || o->received == PGYD_NO_DAY)
        return;
    pgyd_day day = o->received + LETTER_DAYS + 1;
    if (offer_nudges(o, &day))
        s->day = day;
}

/* Whether a review is to come or under way; the day it begins and the day it is done. */
static bool review(const struct pgyd_host *h, const struct offer *o, bool *is_sent, pgyd_day *from,
                   pgyd_day *finish)
{
    pgyd_day sent = pgc_day(h, "review", "", "sent"), done = pgc_day(h, "review", "", "done");
    if (o->contract == PGYD_NO_DAY || (done != PGYD_NO_DAY && done >= o->contract))
        return false;
    *is_sent = sent != PGYD_NO_DAY && sent >= o->contract;
    *from = *is_sent ? sent : o->contract;
    *finish = h->add_business(h->ctx, *from,
                              (int32_t)pgc_num(h, "review", "", "turnaround_days", REVIEW_DAYS));
    return true;
}

void clock_to_counsel(struct item_scene *s)
{
    bool is_sent;
    pgyd_day from, finish;
    if (review(s->h, s->offer, &is_sent, &from, &finish) && !is_sent)
        s->day = s->offer->contract;
}

void clock_review_late(struct item_scene *s)
{
    bool is_sent;
    pgyd_day from, finish;
    char words[24];
    if (!review(s->h, s->offer, &is_sent, &from, &finish) || s->offer->hard == PGYD_NO_DAY ||
        finish <= s->offer->hard)
        return;
    s->day = from;
    item_say(s, "finish", "%s", s->h->day_words(s->h->ctx, finish, words));
}

void clock_promise(struct item_scene *s)
{
    bool is_sent;
    pgyd_day from, finish, promised = pgc_day(s->h, "offer", s->offer->id, "promised_by");
    char words[24];
    if (!review(s->h, s->offer, &is_sent, &from, &finish) || promised == PGYD_NO_DAY ||
        promised >= finish)
        return;
    s->day = from;
    item_say(s, "promised", "%s", s->h->day_words(s->h->ctx, promised, words));
    item_say(s, "finish", "%s", s->h->day_words(s->h->ctx, finish, words));
}

/* ---- what lies around the offers ---- */

void clock_decline(struct item_scene *s)
{
    const struct offer *accepted = s->other;
    pgyd_day day = accepted->accepted != PGYD_NO_DAY
                       ? accepted->accepted
                       : pgc_later(accepted->touched, accepted->received);
    if (day != PGYD_NO_DAY)
        s->day = day + 1;
}

void clock_internal(struct item_scene *s)
{
    struct pgyd_value v;
    if (!pgc_get(s->h, "goal", "", "internal_deadline", &v))
        return;
    const char *reason = pgc_text(s->h, "goal", "", "internal_reason", NULL);
    s->day = v.day;
    s->minute = v.minute;
    s->zone = v.minute >= 0 ? v.text : NULL;
    item_say(s, "reason", "%s%s", reason ? reason : "", reason ? "\n" : "");
}
