/* SPDX-License-Identifier: BSD-2-Clause */
/* Days around an answer date: the date itself and the morning after it, busy days, more time, and
 * what follows an acceptance. The contract and its review are review.c's; what is said stands in
 * table.c. */
#include "plugins/offers/clocks/inside.h"

enum { SHORT = 120 /* bytes of a bullet */ };

/* ---- answer dates: S0-02, S0-16 ---- */

/* S3-21: a pause hides what nudges, never what is final. */
void clock_soft(struct item_scene *s)
{
    const struct offer *o = s->offer;
    bool paused = o->paused && (o->paused_until == PGYD_NO_DAY || o->soft <= o->paused_until);
    if (paused || o->soft == PGYD_NO_DAY)
        return;
    s->day = o->soft;
    item_say_day(s, "hard", o->hard);
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

bool clock_can_move(const struct pgyd_host *h, const struct offer *o)
{
    return firmness(h, o) == SOFT;
}

/* ---- S0-01: the last day lies among busy ones, or nobody is there ---- */

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

static bool covered(const struct pgyd_host *h, pgyd_day day, struct covering *c)
{
    *c = (struct covering){.day = day, .start = PGYD_NO_DAY};
    if (day != PGYD_NO_DAY)
        h->busy(h->ctx, cover, c);
    return c->start != PGYD_NO_DAY;
}

/* The day itself never moves; the alert stands on the last free day before the stretch. */
void clock_busy(struct item_scene *s)
{
    struct covering c;
    char name[ITEM_TITLE];
    if (!covered(s->h, s->offer->hard, &c))
        return;
    const bool before = c.start > s->offer->received;
    s->day = pgc_later(c.start - 1, s->offer->received);
    item_say(s, "how", "%s", c.oncall ? "a call" : item_name(c.name, 20, name, sizeof name));
    item_say(s, "name", "%s", c.name);
    item_say(s, "source", "%s", c.oncall ? "your on-call calendar" : "[busy]");
    item_say_day(s, "start", before ? c.start : s->offer->hard);
    item_say(s, "what", "%s", before ? "Decide before " : "Call during business hours before ");
}

/* The last day before the answer date on which somebody there is called: a business day, and none
 * of a busy stretch that began after the offer came. PGYD_NO_DAY: it is the date itself. */
static pgyd_day call_day(const struct pgyd_host *h, const struct offer *o)
{
    struct covering c;
    pgyd_day day = covered(h, o->hard, &c) && c.start > o->received ? c.start - 1 : o->hard;
    while (day > o->received && !h->is_business(h->ctx, day))
        day--;
    return day == o->hard || !h->is_business(h->ctx, day) ? PGYD_NO_DAY : day;
}

/* ---- the answer date ---- */

/* What else a person has to know of the day, a bullet each. */
static void say_notes(struct item_scene *s, pgyd_day own, pgyd_day call)
{
    const struct offer *o = s->offer;
    char notes[4 * SHORT] = "", day[24];
    struct covering c;
    if (own != PGYD_NO_DAY)
        pgc_append(notes, sizeof notes, "\n- Your own deadline comes first: %s.",
                   item_day(s->h, own, day));
    if (covered(s->h, o->hard, &c))
        pgc_append(notes, sizeof notes, "\n- That day falls into %s.",
                   c.oncall ? "a call" : c.name);
    if (!s->h->is_business(s->h->ctx, o->hard))
        pgc_append(notes, sizeof notes, "\n- Their office may be closed that day.");
    if (call != PGYD_NO_DAY)
        pgc_append(notes, sizeof notes, "\n- Call by %s.", item_day(s->h, call, day));
    item_say(s, "notes", "%s", notes);
}

/* The day that comes before theirs and is still ahead: your own deadline, or the last on which they
 * can be called. */
static void say_next(struct item_scene *s, pgyd_day own, pgyd_day call)
{
    char day[24];
    if (own != PGYD_NO_DAY && own >= s->h->today) {
        item_say(s, "next", "Decide by %s, your own deadline", item_day(s->h, own, day));
        s->next = "{next}";
    } else if (call != PGYD_NO_DAY && call >= s->h->today) {
        item_say(s, "next", "Decide, then call by %s", item_day(s->h, call, day));
        s->next = "{next}";
    } else if (s->offer->time_requested) {
        s->next = "Decide, then call them";
    }
}

static void answer(struct item_scene *s, enum firmness wanted)
{
    const struct offer *o = s->offer;
    pgyd_day own = offers_internal_deadline(s->h), call;
    if (o->hard == PGYD_NO_DAY || firmness(s->h, o) != wanted)
        return;
    if (own != PGYD_NO_DAY && own >= o->hard)
        own = PGYD_NO_DAY;
    call = call_day(s->h, o);
    s->day = o->hard;
    s->minute = o->hard_minute;
    s->zone = o->hard_zone;
    item_say_day(s, "by", o->hard);
    item_say(s, "source", "%s",
             o->extended                                  ? "the date agreed in the extension"
             : pgc_has(s->h, "offer", o->id, "answer_by") ? "answer_by"
                                                          : "received + the higher number of "
                                                            "answer_within");
    say_notes(s, own, call);
    say_next(s, own, call);
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

/* Without a date there is nothing to count to: it is asked for until it is known. */
void clock_ask_date(struct item_scene *s)
{
    const struct offer *o = s->offer;
    pgyd_day day = o->received;
    if (o->hard != PGYD_NO_DAY || day == PGYD_NO_DAY || !offer_nudges(o, &day))
        return;
    s->day = day;
    s->by = pgc_later(o->received + ASK_DATE_DAYS, day);
}

/* The morning after: one question, until the journal has its answer. */
static void outcome(struct item_scene *s, bool old)
{
    const pgyd_day hard = s->offer->hard;
    if ((s->h->today > hard + OUTCOME_DAYS) != old)
        return;
    s->day = hard + 1;
    s->by = hard + OUTCOME_DAYS;
    item_say_day(s, "by", hard);
}

void clock_outcome(struct item_scene *s)
{
    outcome(s, false);
}

void clock_outcome_ahead(struct item_scene *s)
{
    if (s->offer->hard != PGYD_NO_DAY && s->h->today >= s->offer->hard)
        outcome(s, false);
}

void clock_outcome_old(struct item_scene *s)
{
    outcome(s, true);
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
    item_say(s, "what", "%s", o->time_requested ? "more time" : "the full contract");
    item_say_day(s, "last", last);
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
    s->next = o->time_requested ? "Call about the time you asked for" : "Call about the contract";
    item_say(s, "what", "%s",
             o->time_requested ? "ask for a yes or no to the time you asked for"
                               : "ask when the full contract comes");
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
    item_say_day(s, "by", v.day);
    item_say(s, "reason", "%s%s", reason ? "\n- Your reason: " : "", reason ? reason : "");
}
