/* SPDX-License-Identifier: BSD-2-Clause */
/* Items of readiness and decision, a row each with the words people read, and their days. Each
 * stands on the day of its cause and is gone with it; none carries a figure of pay. */
#include "plugins/offers/ready/ready.h"

#include <string.h>

#define WARN_ON_THE_DAY ITEM_STEPS({0, 'd', PGYD_WARN})

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

/* From the first offer that came on. */
static pgyd_day first_day(const struct item_scene *s)
{
    pgyd_day first, second;
    first_days(s->offers, &first, &second);
    return first;
}

/* S0-08: on the day the second offer came there is something to use; with one alone on its own. */
static void ready_day(struct item_scene *s)
{
    struct ready ready;
    pgyd_day first, second;
    char open[PGC_DETAIL] = "";
    first_days(s->offers, &first, &second);
    if (first == PGYD_NO_DAY)
        return;
    ready_of(s->h, s->offers, &ready);
    if (ready.pass)
        return;
    for (uint32_t i = 0; i < ready.n; i++) {
        if (!ready.list[i].pass)
            pgc_append(open, sizeof open, "%s: %s.\n", ready.list[i].name, ready.list[i].why);
    }
    s->day = second != PGYD_NO_DAY ? second : first;
    item_say(s, "open", "%s", open);
}

static void flex_day(struct item_scene *s)
{
    if (!pgc_has(s->h, "goal", "", "flex"))
        s->day = first_day(s);
}

/* S0-06: none at all is a matter of readiness; some, but too few or too many, is the offer's
 * own. */
static void few_day(struct item_scene *s)
{
    uint32_t n = ready_must(s->h, s->offer->id);
    if (n > 0 && n < MUST_FEW)
        s->day = from_day(s->offer);
}

static void many_day(struct item_scene *s)
{
    if (ready_must(s->h, s->offer->id) > MUST_MOST)
        s->day = from_day(s->offer);
}

static void decision_day(struct item_scene *s)
{
    struct decision decision;
    /* The cheap condition first: what is left to ask of two hundred offers takes its time. */
    for (uint32_t i = 0; i < s->offers->n; i++) {
        const struct offer *o = &s->offers->list[i];
        if (o->live && o->written && o->revised == PGYD_NO_DAY)
            return;
    }
    decision_of(s->h, s->offers, &decision);
    if (decision.time)
        s->day = decision.since + DECIDE_DAYS;
}

static int confirmed(void *arg, const struct pgyd_event *e)
{
    bool *found = arg;
    const char *value = strcmp(e->event, "accepted") == 0 ? pgc_event_value(e, "confirm") : NULL;
    *found |= value && strcmp(value, "yes") == 0;
    return *found;
}

/* S2-67: until then there never were two in writing, and nobody said that this was meant. */
static void only_one_day(struct item_scene *s)
{
    const struct offer *o = s->offer;
    uint32_t written = 0;
    bool meant = false;
    for (uint32_t i = 0; i < s->offers->n; i++)
        written += s->offers->list[i].written && (s->offers->list[i].received == PGYD_NO_DAY ||
                                                  s->offers->list[i].received <= o->accepted);
    s->h->journal(s->h->ctx, "offer", o->id, confirmed, &meant);
    if (written <= 1 && !meant)
        s->day = o->accepted;
}

static void as_is_day(struct item_scene *s)
{
    if (s->offer->rounds == 0)
        s->day = s->offer->accepted;
}

/* ---- the rows ---- */

static const struct item_row open_ones[] = {
    {.slug = "ready",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "Not ready to negotiate: questions are open",
     .detail = "{open}pgyctl report ready",
     .source = "an offer is open, and a question of readiness is not answered",
     WARN_ON_THE_DAY,
     ITEM_REFS("S0-03", "S0-05", "S0-06", "S0-07", "S0-08", "S3-03", "S3-19"),
     .day = ready_day},
    {.slug = "flex",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "Nothing to give: name where you can bend",
     .detail = "Whoever asks should have something to offer: a place, nights, a skill or a "
               "procedure that makes you harder to replace.\n"
               "pgyctl set goal flex nights",
     .source = "an offer is open, and [goal] flex is not set",
     WARN_ON_THE_DAY,
     ITEM_REFS("S1-22"),
     .day = flex_day},
};

#define MUST "[offer:ID] must_improve has fewer than three or more than five"

static const struct item_row of_offer[] = {
    {.slug = "{id}-must-improve",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: too few things to improve",
     .detail = "One or two are not thought through yet. Three to five that would make it a yes.\n"
               "pgyctl set offer:{id} must_improve \"A; B; C\"",
     .source = MUST,
     WARN_ON_THE_DAY,
     ITEM_REFS("S0-06"),
     .day = few_day},
    {.slug = "{id}-must-improve",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: too many things to improve",
     .detail = "Nobody moves on so many: trim the list. Three to five that would make it a yes.\n"
               "pgyctl set offer:{id} must_improve \"A; B; C\"",
     .source = MUST,
     WARN_ON_THE_DAY,
     ITEM_REFS("S0-06"),
     .day = many_day},
};

static const struct item_row decide[] = {
    {.slug = "decision-time",
     .kind = PGYD_DEADLINE,
     .severity = PGYD_CRITICAL,
     .title = "Time to decide",
     .detail = "Each of them has answered, you know what each offer is, and what is still open is "
               "small. More asking wins little: choose.\n"
               "pgyctl report decide",
     .source = "the last answer + 2 days: all answered, all understood, little left to ask",
     ITEM_STEPS({-DECIDE_DAYS, 'd', PGYD_WARN}, {-1, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}),
     ITEM_REFS("S0-58"),
     .day = decision_day},
};

static const struct item_row after_acceptance[] = {
    {.slug = "{id}-only-one",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: accepted without anything to compare it with",
     .detail = "It was the only offer in writing. If nothing is signed yet, make sure that you "
               "would take it among several.\n"
               "If you meant it: pgyctl done offers/{id}-only-one",
     .source = "accepted with one written offer, without confirm=yes",
     WARN_ON_THE_DAY,
     ITEM_REFS("S2-67", "S2-65"),
     .day = only_one_day},
    {.slug = "{id}-signed-as-is",
     .kind = PGYD_ALERT,
     .severity = PGYD_INFO,
     .title = "{employer}: accepted as it was offered",
     .detail = "Nothing was asked for. As long as the contract is not signed one polite round is "
               "still possible; else keep your list for the renewal.",
     .source = "accepted, and nothing was asked in the journal",
     ITEM_STEPS({0, 'd', PGYD_INFO}),
     ITEM_REFS("S1-38"),
     .day = as_is_day},
};

#define ROWS(rows) rows, PGC_COUNT(rows)

int ready_plan(const struct pgyd_host *h, const struct offers *offers)
{
    const struct offer *accepted = offers_accepted(offers);
    if (accepted)
        return item_rows(ROWS(after_acceptance), h, offers, accepted, NULL);
    if (item_rows(ROWS(open_ones), h, offers, NULL, NULL) != 0)
        return -1;
    for (uint32_t i = 0; i < offers->n; i++) {
        if (item_rows(ROWS(of_offer), h, offers, &offers->list[i], NULL) != 0)
            return -1;
    }
    return item_rows(ROWS(decide), h, offers, NULL, NULL);
}
