/* SPDX-License-Identifier: BSD-2-Clause */
/* Items of readiness and decision, a row each with the words people read, and their days. Each
 * stands on the day of its cause and is gone with it; none carries a figure of pay. */
#include "plugins/offers/ready/ready.h"

#include <string.h>

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

/* What is asked, in a few words for each question of readiness, by its id. */
static const struct {
    const char *ref, *text;
} questions[] = {
    {"S0-05", "Which offer would you sign now, and why?"},
    {"S0-06", "Which three to five things must improve at each?"},
    {"S0-07", "When would you walk away?"},
    {"S3-19", "What is your next best alternative?"},
    {"S3-03", "What is not negotiable?"},
};

static const char *question(const char *ref)
{
    for (uint32_t i = 0; i < PGC_COUNT(questions); i++) {
        if (strcmp(questions[i].ref, ref) == 0)
            return questions[i].text;
    }
    return NULL;
}

/* S0-08: on the day the second offer came there is something to use; with one alone on its own. */
static void ready_day(struct item_scene *s)
{
    struct ready ready;
    pgyd_day first, second;
    char open[PGC_DETAIL] = "";
    uint32_t n = 0;
    first_days(s->offers, &first, &second);
    if (first == PGYD_NO_DAY)
        return;
    ready_of(s->h, s->offers, &ready);
    if (ready.pass)
        return;
    for (uint32_t i = 0; i < ready.n; i++) {
        const struct ready_question *q = &ready.list[i];
        const char *text = q->pass ? NULL : question(q->ref);
        n += !q->pass;
        if (text)
            pgc_append(open, sizeof open, "\n- %s", text);
    }
    s->day = second != PGYD_NO_DAY ? second : first;
    item_say(s, "n", "%u", n);
    item_say(s, "questions", "%s", n == 1 ? "question" : "questions");
    item_say(s, "open", "%s", open);
}

/* The last question of readiness: beside others that are open it need not be asked yet. */
static void flex(struct item_scene *s, bool wanted)
{
    struct ready ready;
    if (pgc_has(s->h, "goal", "", "flex") || first_day(s) == PGYD_NO_DAY)
        return;
    ready_of(s->h, s->offers, &ready);
    if (ready.pass == wanted)
        s->day = first_day(s);
}

static void flex_day(struct item_scene *s)
{
    flex(s, true);
}

static void flex_later_day(struct item_scene *s)
{
    flex(s, false);
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

/* The cheap condition first: what is left to ask of two hundred offers takes its time. */
static bool all_answered(const struct offers *offers)
{
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (o->live && o->written && o->revised == PGYD_NO_DAY)
            return false;
    }
    return true;
}

static void decision_day(struct item_scene *s)
{
    struct decision decision;
    if (!all_answered(s->offers))
        return;
    decision_of(s->h, s->offers, &decision);
    if (decision.time)
        s->day = decision.since + DECIDE_DAYS;
}

/* The day the second of the written, live offers came; PGYD_NO_DAY with fewer. */
static pgyd_day second_offer(const struct offers *offers)
{
    pgyd_day first = PGYD_NO_DAY, second = PGYD_NO_DAY;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (!o->live || !o->written || o->received == PGYD_NO_DAY)
            continue;
        if (first == PGYD_NO_DAY || o->received < first) {
            second = first;
            first = o->received;
        } else if (second == PGYD_NO_DAY || o->received < second) {
            second = o->received;
        }
    }
    return second;
}

/* Whether one of the written, live offers can still be answered on a day. */
static bool open_on(const struct offers *offers, pgyd_day day)
{
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (o->live && o->written && (o->hard == PGYD_NO_DAY || o->hard >= day))
            return true;
    }
    return false;
}

/* S0-67: four weeks, not months. A pace of ours: the answer dates, your own deadline, or that it is
 * time anyway, say it better. */
static void budget_day(struct item_scene *s)
{
    const pgyd_day second = second_offer(s->offers), own = offers_internal_deadline(s->h);
    if (second == PGYD_NO_DAY || (own != PGYD_NO_DAY && own <= second + BUDGET_DAYS) ||
        !open_on(s->offers, second + BUDGET_DAYS))
        return;
    decision_day(s);
    s->day = s->day == PGYD_NO_DAY ? second + BUDGET_DAYS : PGYD_NO_DAY;
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

#define FLEX(stakes_, day_)                                                                        \
    {                                                                                              \
        .slug = "flex", .kind = PGYD_ALERT, .stakes = (stakes_),                                   \
        .title = "Decide what you can offer in return",                                            \
        .detail = "Name one thing you can give: location, nights, or a skill they lack.\n"         \
                  "Requests go better when you give something.",                                   \
        .next = "Name one thing you can give",                                                     \
        .why = "Requests go better when you give something.",                                      \
        .source = "an offer is open, and [goal] flex is not set", ITEM_REFS("S1-22"),              \
        .day = (day_)                                                                              \
    }

static const struct item_row open_ones[] = {
    {.slug = "ready",
     .kind = PGYD_ALERT,
     .stakes = PGYD_USEFUL,
     .title = "Prepare to negotiate",
     .detail = "Answer {n} open {questions} before you ask for anything.\n"
               "Knowing your limits first keeps you from giving them away.{open}",
     .next = "Answer the open prep questions",
     .why = "Knowing your limits first keeps you from giving them away.",
     .source = "an offer is open, and a question of readiness is not answered",
     ITEM_REFS("S0-03", "S0-05", "S0-06", "S0-07", "S0-08", "S3-03", "S3-19"),
     .day = ready_day},
    FLEX(PGYD_USEFUL, flex_day),
    FLEX(PGYD_CONTEXT, flex_later_day),
};

/* The list of requests and the questions of readiness ask for it: this explains. */
#define MUST(title_, day_)                                                                         \
    {                                                                                              \
        .slug = "{id}-must-improve", .kind = PGYD_ALERT, .stakes = PGYD_CONTEXT,                   \
        .title = (title_),                                                                         \
        .detail = "Pick three to five things that would make it a yes.\n"                          \
                  "One or two leave value behind, and more than five dilute each.",                \
        .next = "Pick three to five requests",                                                     \
        .why = "One request wastes the round, and ten get none of them.",                          \
        .source = "[offer:ID] must_improve has fewer than three or more than five",                \
        ITEM_REFS("S0-06"), .day = (day_)                                                          \
    }

static const struct item_row of_offer[] = {
    MUST("Pick more requests for {employer}", few_day),
    MUST("Pick fewer requests for {employer}", many_day),
};

/* Reminders: a clock that runs out takes either back. */
static const struct item_row decide[] = {
    {.slug = "decision-time",
     .kind = PGYD_REMINDER,
     .stakes = PGYD_USEFUL,
     .title = "Choose your offer and call",
     .detail = "Choose, then call the employer.\n"
               "Every employer has answered, and what is still open is small.",
     .next = "Choose and call",
     .why = "Every employer has answered and little is left to ask.",
     .source = "the last answer + 2 days: all answered, all understood, little left to ask",
     ITEM_REFS("S0-58"),
     .day = decision_day},
    {.slug = "total-budget",
     .kind = PGYD_REMINDER,
     .stakes = PGYD_USEFUL,
     .title = "Choose between your offers",
     .detail = "Choose, or make your last request.\n"
               "Long choices cost goodwill with every employer.",
     .next = "Choose, or make your last request",
     .why = "Choosing usually takes weeks, not months.",
     .source = "second written offer + 28 days",
     ITEM_REFS("S0-67"),
     .day = budget_day},
};

static const struct item_row after_acceptance[] = {
    {.slug = "{id}-only-one",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "{employer} was your only written offer",
     .detail = "If you have not signed, check your limits once more.\n"
               "There was no other written offer to compare it with.",
     .why = "You had nothing to compare it with.",
     .source = "accepted with one written offer, without confirm=yes",
     ITEM_REFS("S2-67", "S2-65"),
     .day = only_one_day},
    {.slug = "{id}-signed-as-is",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "You accepted {employer} as offered",
     .detail = "Before you sign, one polite request is still possible.\n"
               "After that, keep your list for the renewal.",
     .why = "Until you sign, one polite request is possible.",
     .source = "accepted, and nothing was asked in the journal",
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
