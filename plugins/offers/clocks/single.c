/* SPDX-License-Identifier: BSD-2-Clause */
/* Rules of one offer beside its answer dates, a function each. What concerns several is in
 * between.c and pairs.c, what follows a signature in signed.c. */
#include "plugins/offers/clocks/inside.h"

#include <string.h>

static const struct pgyd_step on_the_day[] = {{0, 'd', PGYD_WARN}};

/* Nobody answers the telephone there on that day; the alert stands on the last business day before
 * it, not before the offer came. */
int clocks_closed(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-01", "S0-02"};
    static const struct pgyd_step steps[] = {{-1, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct draft d;
    pgyd_day day = o->hard;
    int32_t weekday;
    if (o->hard == PGYD_NO_DAY || h->is_business(h->ctx, o->hard))
        return 0;
    while (!h->is_business(h->ctx, day))
        day--;
    weekday = h->weekday(h->ctx, o->hard);
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, pgc_later(day, o->received));
    pgc_format(d.slug, sizeof d.slug, "%s-closed", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: the answer is due on a %s", o->employer,
               weekday == 0 || weekday == 6 ? "weekend" : "holiday");
    pgc_format(d.detail, sizeof d.detail,
               "Their office may be closed on the last day. Answer on this business day, or agree "
               "on the next one in writing.");
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "the last business day before the answer date");
}

int clocks_own(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-18"};
    struct draft d;
    char words[24];
    pgyd_day own = offers_internal_deadline(h);
    if (own == PGYD_NO_DAY || o->hard == PGYD_NO_DAY || o->hard <= own)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, pgc_earlier(pgc_later(o->received, own - 7), own));
    pgc_format(d.slug, sizeof d.slug, "%s-past-own", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: your own deadline comes before theirs",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "They would wait longer than you can. Decide by %s; no more time of theirs helps "
               "beyond it.",
               h->day_words(h->ctx, own, words));
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "the answer date lies after [goal] internal_deadline; a week before that");
}

int clocks_committee(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-16"};
    struct draft d;
    if (!o->committee || !o->time_requested || o->extension_requested == PGYD_NO_DAY ||
        o->hard == PGYD_NO_DAY)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, o->extension_requested);
    pgc_format(d.slug, sizeof d.slug, "%s-committee", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: no letter moves a committee's date", o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Decide before the committee meets, or ask to be on the agenda of its next meeting "
               "and set answer_by to that day.");
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "more time was asked for, and deadline_kind is committee");
}

/* S0-48: once, maybe twice. The second round is announced as the last on its day; the third, if it
 * was forced, is one too many. */
int clocks_rounds(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-48"};
    struct draft d;
    if (o->rounds < ROUNDS_LAST)
        return 0;
    bool last = o->rounds == ROUNDS_LAST;
    offer_draft(&d, PGYD_ALERT, last ? PGYD_WARN : PGYD_CRITICAL, o->last_ask);
    pgc_format(d.slug, sizeof d.slug, "%s-%s", o->id, last ? "last-round" : "too-many-rounds");
    pgc_format(d.title, sizeof d.title,
               last ? "%.120s: this was the last round" : "%.120s: asked more often than helps",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Negotiate with each employer once, maybe twice; then choose. Asking again costs "
               "goodwill and brings little.");
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "asks in the journal: one is right, two are the last, three too many");
}

/* S1-53: beyond the recruiter, a physician who leads there. */
int clocks_lead(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S1-53"};
    struct draft d;
    pgyd_day day = o->received;
    const char *prospect = pgc_text(h, "offer", o->id, "prospect", NULL);
    if (day == PGYD_NO_DAY || pgc_has(h, "offer", o->id, "physician_lead") ||
        (prospect && pgc_has(h, "prospect", prospect, "physician_lead")) || !offer_nudges(o, &day))
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, day);
    pgc_format(d.slug, sizeof d.slug, "%s-only-hr", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: you are only talking to HR", o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Find the section chief, the service-line director or the medical director: they "
               "can say yes to what HR cannot.\n"
               "pgyctl set offer:%s physician_lead NAME",
               o->id);
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "an offer, and physician_lead is not set");
}

int clocks_counsel(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-55"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_CRITICAL}};
    pgyd_day sent = pgc_day(h, "review", "", "sent"), done = pgc_day(h, "review", "", "done"),
             last = o->hard;
    int32_t days = (int32_t)pgc_num(h, "review", "", "turnaround_days", REVIEW_DAYS);
    struct draft d;
    if (o->contract == PGYD_NO_DAY || o->hard == PGYD_NO_DAY ||
        (sent != PGYD_NO_DAY && sent >= o->contract) ||
        (done != PGYD_NO_DAY && done >= o->contract))
        return 0;
    while (last >= o->contract &&
           (!h->is_business(h->ctx, last) || h->add_business(h->ctx, last, days) > o->hard))
        last--;
    /* Before the contract came: review-late says it. */
    if (last < o->contract)
        return 0;
    offer_draft(&d, PGYD_REMINDER, PGYD_CRITICAL, last);
    pgc_format(d.slug, sizeof d.slug, "%s-counsel-last", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: last day to send the contract to counsel",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Business days a review takes: %d. Sent later, it ends after the answer is "
               "due.\npgyctl set review sent YYYY-MM-DD",
               days);
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(
        h, &d, refs, PGC_COUNT(refs),
        "answer date - business days of [review] turnaround_days, until [review] sent");
}

int clocks_data(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-36"};
    struct draft d;
    if (o->data_requested == PGYD_NO_DAY || pgc_has(h, "offer", o->id, "wrvu_history_new_hire"))
        return 0;
    pgyd_day day = h->add_business(h->ctx, o->data_requested, DATA_BUSINESS_DAYS);
    if (!offer_nudges(o, &day))
        return 0;
    offer_draft(&d, PGYD_REMINDER, PGYD_WARN, day);
    pgc_format(d.slug, sizeof d.slug, "%s-data", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: what new hires really reached is due",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "You asked for their work units, and for how many got the bonus, in writing. Ask "
               "again, or treat the bonus as none.\n"
               "pgyctl set offer:%s wrvu_history_new_hire NUMBER",
               o->id);
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "request of the data + 5 business days");
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
    static const char *const refs[] = {"S0-66", "S0-45"};
    const struct offer *o = s->offer;
    const struct offer_walk *w = &s->walk;
    struct draft d;
    char occurrence[32];
    /* A window of one day: when it is past it is history, not something left undone. */
    offer_draft(&d, PGYD_WINDOW, PGYD_INFO, w->since);
    d.item.flags = PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL;
    pgc_format(d.slug, sizeof d.slug, "%s-state", o->id);
    pgc_format(occurrence, sizeof occurrence, w->rounds ? "%s-%u" : "%s",
               offer_state_text(w->state), w->rounds);
    d.item.occurrence = occurrence;
    pgc_format(d.title, sizeof d.title, w->rounds > 1 ? "%.120s: %s, round %u" : "%.120s: %s",
               o->employer, offer_state_text(w->state), w->rounds);
    pgc_format(d.detail, sizeof d.detail, w->rounds ? "Rounds so far: %u." : "No ask so far.",
               w->rounds);
    /* Either answer to an ask is a good one: an improvement, or an honest no (S0-45). */
    return offer_emit(s->h, &d, refs, w->state == OFFER_REVISED ? 2 : 1,
                      "the journal of the offer");
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
