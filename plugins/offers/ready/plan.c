/* SPDX-License-Identifier: BSD-2-Clause */
/* Items of readiness and decision. Each stands on the day of its cause and is gone with it; none
 * carries a figure of pay. */
#include "plugins/offers/ready/ready.h"

#include <string.h>

static const struct pgyd_step warn_on_the_day[] = {{0, 'd', PGYD_WARN}},
                              info_on_the_day[] = {{0, 'd', PGYD_INFO}};

/* S3-21: the day from which an offer that came may be nudged about; PGYD_NO_DAY: it is not live, or
 * paused without an end. */
static pgyd_day from_day(const struct offer *o)
{
    pgyd_day day = o->received;
    return o->live && day != PGYD_NO_DAY && offer_nudges(o, &day) ? day : PGYD_NO_DAY;
}

/* The days on which the first and the second of the live offers came. */
static void first_days(const struct offers *offers, pgyd_day *first, pgyd_day *second)
{
    *first = *second = PGYD_NO_DAY;
    for (uint32_t i = 0; i < offers->n; i++) {
        pgyd_day day = from_day(&offers->list[i]);
        if (day == PGYD_NO_DAY)
            continue;
        if (*first == PGYD_NO_DAY || day < *first) {
            *second = *first;
            *first = day;
        } else {
            *second = pgc_earlier(*second, day);
        }
    }
}

/* S0-08: on the day the second offer came there is something to use; with one alone on its own. */
static int emit_ready(const struct pgyd_host *h, const struct offers *offers, pgyd_day day)
{
    static const char *const refs[] = {"S0-03", "S0-05", "S0-06", "S0-07",
                                       "S0-08", "S3-03", "S3-19"};
    struct ready ready;
    struct draft d;
    ready_of(h, offers, &ready);
    if (ready.pass)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, day);
    pgc_format(d.slug, sizeof d.slug, "ready");
    pgc_format(d.title, sizeof d.title, "Not ready to negotiate: questions are open");
    for (uint32_t i = 0; i < ready.n; i++) {
        if (!ready.list[i].pass)
            pgc_append(d.detail, sizeof d.detail, "%s: %s.\n", ready.list[i].name,
                       ready.list[i].why);
    }
    pgc_append(d.detail, sizeof d.detail, "pgyctl report ready");
    d.item.steps = warn_on_the_day;
    d.item.nsteps = PGC_COUNT(warn_on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "an offer is open, and a question of readiness is not answered");
}

/* S1-22 */
static int emit_flex(const struct pgyd_host *h, pgyd_day day)
{
    static const char *const refs[] = {"S1-22"};
    struct draft d;
    if (pgc_has(h, "goal", "", "flex"))
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, day);
    pgc_format(d.slug, sizeof d.slug, "flex");
    pgc_format(d.title, sizeof d.title, "Nothing to give: name where you can bend");
    pgc_format(d.detail, sizeof d.detail,
               "Whoever asks should have something to offer: a place, nights, a skill or a "
               "procedure that makes you harder to replace.\n"
               "pgyctl set goal flex nights");
    d.item.steps = warn_on_the_day;
    d.item.nsteps = PGC_COUNT(warn_on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "an offer is open, and [goal] flex is not set");
}

/* S0-06: none at all is a matter of readiness; some, but too few or too many, is the offer's
 * own. */
static int emit_must(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-06"};
    struct draft d;
    uint32_t n = ready_must(h, o->id);
    pgyd_day day = from_day(o);
    if (day == PGYD_NO_DAY || n == 0 || (n >= MUST_FEW && n <= MUST_MOST))
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, day);
    pgc_format(d.slug, sizeof d.slug, "%s-must-improve", o->id);
    pgc_format(d.title, sizeof d.title,
               n < MUST_FEW ? "%.120s: too few things to improve"
                            : "%.120s: too many things to improve",
               o->employer);
    pgc_format(
        d.detail, sizeof d.detail,
        "%s Three to five that would make it a yes.\npgyctl set offer:%s must_improve \"A; B; C\"",
        n < MUST_FEW ? "One or two are not thought through yet."
                     : "Nobody moves on so many: trim the list.",
        o->id);
    d.item.steps = warn_on_the_day;
    d.item.nsteps = PGC_COUNT(warn_on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "[offer:ID] must_improve has fewer than three or more than five");
}

/* S0-58 */
static int emit_decision(const struct pgyd_host *h, const struct offers *offers)
{
    static const char *const refs[] = {"S0-58"};
    static const struct pgyd_step steps[] = {
        {-DECIDE_DAYS, 'd', PGYD_WARN}, {-1, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}};
    struct decision decision;
    struct draft d;
    /* The cheap condition first: what is left to ask of two hundred offers takes its time. */
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (o->live && o->written && o->revised == PGYD_NO_DAY)
            return 0;
    }
    decision_of(h, offers, &decision);
    if (!decision.time)
        return 0;
    offer_draft(&d, PGYD_DEADLINE, PGYD_CRITICAL, decision.since + DECIDE_DAYS);
    pgc_format(d.slug, sizeof d.slug, "decision-time");
    pgc_format(d.title, sizeof d.title, "Time to decide");
    pgc_format(d.detail, sizeof d.detail,
               "Each of them has answered, you know what each offer is, and what is still open is "
               "small. More asking wins little: choose.\n"
               "pgyctl report decide");
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "the last answer + 2 days: all answered, all understood, little left to ask");
}

/* ---- after an acceptance ---- */

static int confirmed(void *arg, const struct pgyd_event *e)
{
    bool *found = arg;
    const char *value = strcmp(e->event, "accepted") == 0 ? pgc_event_value(e, "confirm") : NULL;
    *found |= value && strcmp(value, "yes") == 0;
    return *found;
}

/* S2-67: until then there never were two in writing, and nobody said that this was meant. */
static int emit_first(const struct pgyd_host *h, const struct offers *offers, const struct offer *o)
{
    static const char *const refs[] = {"S2-67", "S2-65"};
    struct draft d;
    uint32_t written = 0;
    bool meant = false;
    for (uint32_t i = 0; i < offers->n; i++)
        written += offers->list[i].written && (offers->list[i].received == PGYD_NO_DAY ||
                                               offers->list[i].received <= o->accepted);
    h->journal(h->ctx, "offer", o->id, confirmed, &meant);
    if (written > 1 || meant)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, o->accepted);
    pgc_format(d.slug, sizeof d.slug, "%s-only-one", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: accepted without anything to compare it with",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "It was the only offer in writing. If nothing is signed yet, make sure that you "
               "would take it among several.\n"
               "If you meant it: pgyctl done offers/%s-only-one",
               o->id);
    d.item.steps = warn_on_the_day;
    d.item.nsteps = PGC_COUNT(warn_on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "accepted with one written offer, without confirm=yes");
}

/* S1-38 */
static int emit_as_is(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S1-38"};
    struct draft d;
    if (o->rounds > 0)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_INFO, o->accepted);
    pgc_format(d.slug, sizeof d.slug, "%s-signed-as-is", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: accepted as it was offered", o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Nothing was asked for. As long as the contract is not signed one polite round is "
               "still possible; else keep your list for the renewal.");
    d.item.steps = info_on_the_day;
    d.item.nsteps = PGC_COUNT(info_on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "accepted, and nothing was asked in the journal");
}

int ready_plan(const struct pgyd_host *h, const struct offers *offers)
{
    const struct offer *accepted = offers_accepted(offers);
    pgyd_day first, second;
    if (accepted) {
        if (accepted->accepted == PGYD_NO_DAY)
            return 0;
        return emit_first(h, offers, accepted) != 0 ? -1 : emit_as_is(h, accepted);
    }
    first_days(offers, &first, &second);
    if (first != PGYD_NO_DAY &&
        (emit_ready(h, offers, second != PGYD_NO_DAY ? second : first) != 0 ||
         emit_flex(h, first) != 0))
        return -1;
    for (uint32_t i = 0; i < offers->n; i++) {
        if (emit_must(h, &offers->list[i]) != 0)
            return -1;
    }
    return emit_decision(h, offers);
}
