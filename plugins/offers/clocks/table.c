/* SPDX-License-Identifier: BSD-2-Clause */
/* Everything that this room plans, a row each, with the words people read. On which day a row
 * stands is worked out by the function it names, in answers.c, single.c, between.c, pairs.c and
 * signed.c. */
#include "plugins/offers/clocks/inside.h"

#define ON_THE_DAY ITEM_STEPS({0, 'd', PGYD_WARN})

/* ---- one live offer ---- */

#define ANSWER_BY(advice_, day_)                                                                   \
    {                                                                                              \
        .slug = "{id}-answer-by", .kind = PGYD_DEADLINE, .severity = PGYD_CRITICAL,                \
        .title = "{employer}: answer by this day", .detail = (advice_), .source = "{source}",      \
        ITEM_REFS("S0-02", "S0-16"), .day = (day_)                                                 \
    }

#define ROUNDS_ADVICE                                                                              \
    "Negotiate with each employer once, maybe twice; then choose. Asking again costs "             \
    "goodwill and brings little."
#define ROUNDS_SOURCE "asks in the journal: one is right, two are the last, three too many"

static const struct item_row live[] = {
    {.slug = "{id}-answer-soft",
     .kind = PGYD_DEADLINE,
     .severity = PGYD_WARN,
     .title = "{employer}: they would like an answer",
     .detail = "The lower end of the usual time to answer. Be ready to say where you stand, or ask "
               "for the days you need.",
     .source = "received + the lower number of answer_within",
     ITEM_STEPS({-3, 'd', PGYD_INFO}, {-1, 'd', PGYD_WARN}, {0, 'd', PGYD_WARN}),
     ITEM_REFS("S0-02", "S0-16"),
     .day = clock_soft},
    ANSWER_BY("This date was agreed as an extension: treat it as final.", clock_answer_extended),
    ANSWER_BY("A committee meets on that date: a letter will not move it.", clock_answer_committee),
    ANSWER_BY("They said that this date is firm.", clock_answer_hard),
    ANSWER_BY("Such dates can usually be moved: ask for more time well before, and tell them why.",
              clock_answer_soft),
    {.slug = "{id}-busy",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: the answer is due while you are {how}",
     .detail = "Its last day falls into \"{name}\". Decide before that begins, or ask for another "
               "date well ahead.",
     .source = "{source}",
     ITEM_STEPS({-3, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}),
     ITEM_REFS("S0-01"),
     .day = clock_busy},
    /* 7 and 14 days after the last touch, then the 21st: never the 20th. */
    {.slug = "{id}-untouched",
     .kind = PGYD_ALERT,
     .severity = PGYD_CRITICAL,
     .title = "{employer}: three weeks without a touch",
     .detail = "Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask "
               "your open question.\n"
               "pgyctl log offer {id} touched",
     .log = "offer {id} touched",
     .source = "never let a contract sit for three weeks: last touch + 21 days",
     ITEM_STEPS({-14, 'd', PGYD_INFO}, {-7, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}),
     ITEM_REFS("S0-22", "S3-21"),
     .day = clock_untouched},
    {.slug = "{id}-extension",
     .kind = PGYD_WINDOW,
     .severity = PGYD_INFO,
     .title = "{employer}: {what} ends",
     .detail = "Ten to fourteen days to read the contract with counsel and family.{counted}\n"
               "When they agree to a date: pgyctl log offer {id} extended by=YYYY-MM-DD",
     .source = "request + 10 to 14 days, never beyond your own deadline",
     ITEM_STEPS({0, 'd', PGYD_INFO}),
     ITEM_REFS("S0-20", "S0-18", "S0-19"),
     .day = clock_extension},
    {.slug = "{id}-extension-reply",
     .kind = PGYD_REMINDER,
     .severity = PGYD_WARN,
     .title = "{employer}: a reply to your request is due",
     .detail = "No reply yet? Call, and note the date they name.",
     .source = "request + 2 business days",
     ON_THE_DAY,
     ITEM_REFS("S0-20"),
     .day = clock_extension_reply},
    {.slug = "{id}-request-contract",
     .kind = PGYD_REMINDER,
     .severity = PGYD_WARN,
     .title = "{employer}: ask for the full contract",
     .detail = "There is only a letter so far. What binds you is in the contract: non-compete, "
               "termination, call, thresholds.",
     .log = "offer {id} contract-requested",
     .source = "a letter alone for more than 3 days",
     ON_THE_DAY,
     ITEM_REFS("S0-23"),
     .day = clock_request},
    /* Again the next morning: it mostly arrives after the hour of the reminders. */
    {.slug = "{id}-to-counsel",
     .kind = PGYD_MILESTONE,
     .severity = PGYD_WARN,
     .title = "{employer}: send the contract to counsel",
     .detail = "Ask for covenant, termination and threshold clauses to be decoded, what is normal "
               "locally, and what to ask for first.",
     .source = "the day the contract arrives",
     ITEM_STEPS({0, 'd', PGYD_WARN}, {1, 'd', PGYD_WARN}),
     ITEM_REFS("S0-55"),
     .day = clock_to_counsel},
    {.slug = "{id}-review-late",
     .kind = PGYD_ALERT,
     .severity = PGYD_CRITICAL,
     .title = "{employer}: the review cannot finish before the answer is due",
     .detail = "Counsel would be done on {finish}. Ask for more time, or for a faster review.",
     .source = "business days of [review] turnaround_days against the answer date",
     ITEM_STEPS({0, 'd', PGYD_CRITICAL}),
     ITEM_REFS("S0-55"),
     .day = clock_review_late},
    {.slug = "{id}-promise",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: you promised an answer before the review ends",
     .detail = "Promised for {promised}; the review ends {finish}. Tell them now rather than on "
               "the day.",
     .source = "never promise an answer by a date you will not meet",
     ON_THE_DAY,
     ITEM_REFS("S0-21", "S0-55"),
     .day = clock_promise},
    {.slug = "{id}-closed",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: the answer is due on a {day}",
     .detail = "Their office may be closed on the last day. Answer on this business day, or agree "
               "on the next one in writing.",
     .source = "the last business day before the answer date",
     ITEM_STEPS({-1, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}),
     ITEM_REFS("S0-01", "S0-02"),
     .day = clock_closed},
    {.slug = "{id}-past-own",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: your own deadline comes before theirs",
     .detail = "They would wait longer than you can. Decide by {own}; no more time of theirs helps "
               "beyond it.",
     .source = "the answer date lies after [goal] internal_deadline; a week before that",
     ON_THE_DAY,
     ITEM_REFS("S0-18"),
     .day = clock_own},
    {.slug = "{id}-committee",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: no letter moves a committee's date",
     .detail = "Decide before the committee meets, or ask to be on the agenda of its next meeting "
               "and set answer_by to that day.",
     .source = "more time was asked for, and deadline_kind is committee",
     ON_THE_DAY,
     ITEM_REFS("S0-16"),
     .day = clock_committee},
    /* S0-48: once, maybe twice. The second round is announced as the last on its day; the third, if
     * it was forced, is one too many. */
    {.slug = "{id}-last-round",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: this was the last round",
     .detail = ROUNDS_ADVICE,
     .source = ROUNDS_SOURCE,
     ON_THE_DAY,
     ITEM_REFS("S0-48"),
     .day = clock_last_round},
    {.slug = "{id}-too-many-rounds",
     .kind = PGYD_ALERT,
     .severity = PGYD_CRITICAL,
     .title = "{employer}: asked more often than helps",
     .detail = ROUNDS_ADVICE,
     .source = ROUNDS_SOURCE,
     ON_THE_DAY,
     ITEM_REFS("S0-48"),
     .day = clock_too_many_rounds},
    {.slug = "{id}-only-hr",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{employer}: you are only talking to HR",
     .detail = "Find the section chief, the service-line director or the medical director: they "
               "can say yes to what HR cannot.\n"
               "pgyctl set offer:{id} physician_lead NAME",
     .source = "an offer, and physician_lead is not set",
     ON_THE_DAY,
     ITEM_REFS("S1-53"),
     .day = clock_lead},
    {.slug = "{id}-counsel-last",
     .kind = PGYD_REMINDER,
     .severity = PGYD_CRITICAL,
     .title = "{employer}: last day to send the contract to counsel",
     .detail = "Business days a review takes: {days}. Sent later, it ends after the answer is "
               "due.\n"
               "pgyctl set review sent YYYY-MM-DD",
     .source = "answer date - business days of [review] turnaround_days, until [review] sent",
     ITEM_STEPS({0, 'd', PGYD_CRITICAL}),
     ITEM_REFS("S0-55"),
     .day = clock_counsel},
    {.slug = "{id}-data",
     .kind = PGYD_REMINDER,
     .severity = PGYD_WARN,
     .title = "{employer}: what new hires really reached is due",
     .detail = "You asked for their work units, and for how many got the bonus, in writing. Ask "
               "again, or treat the bonus as none.\n"
               "pgyctl set offer:{id} wrvu_history_new_hire NUMBER",
     .source = "request of the data + 5 business days",
     ON_THE_DAY,
     ITEM_REFS("S0-36"),
     .day = clock_data},
};

int clocks_live(const struct pgyd_host *h, const struct offer *o)
{
    return item_rows(live, PGC_COUNT(live), h, NULL, o, NULL);
}

/* ---- once one is accepted ---- */

/* S0-61: the others are told the next day; it stays until they are. */
static const struct item_row decline[] = {
    {.slug = "{id}-decline",
     .kind = PGYD_MILESTONE,
     .severity = PGYD_WARN,
     .title = "{employer}: decline, and close the loop",
     .detail = "Thank them and say that you accepted another position. No figures, no apology.",
     .log = "offer {id} declined",
     .source = "the day after you accepted another offer",
     ITEM_STEPS({0, 'd', PGYD_WARN}, {3, 'd', PGYD_WARN}, {7, 'd', PGYD_WARN}),
     ITEM_REFS("S0-61"),
     .day = clock_decline},
};

int clocks_decline(const struct pgyd_host *h, const struct offer *o, const struct offer *accepted)
{
    return item_rows(decline, PGC_COUNT(decline), h, NULL, o, accepted);
}

#define AFTER(slug_, title_, detail_, source_, day_)                                               \
    {                                                                                              \
        .slug = "{id}-" slug_, .kind = PGYD_MILESTONE, .severity = PGYD_INFO,                      \
        .title = "{employer}: " title_, .detail = (detail_), .source = (source_),                  \
        ITEM_STEPS({0, 'd', PGYD_INFO}), ITEM_REFS("S3-14"), .day = (day_)                         \
    }

/* Dates of an accepted offer, counted from S, the start as an attending. */
static const struct item_row after[] = {
    AFTER("clawback-ends", "the sign-on payment is yours",
          "Leaving before this day would have meant paying it back, gross, as the contract says.",
          "S + sign_on_clawback_months", clock_clawback),
    AFTER("service-ends", "the service for the loan repayment ends",
          "What was repaid for you is no longer tied to staying. Confirm the day in the contract.",
          "S + loan_repay_years", clock_service),
    AFTER("guarantee-ends", "the guaranteed base ends",
          "From here pay follows the formula: compare what you produced with the threshold well "
          "before.",
          "S + guarantee_months", clock_guarantee),
    AFTER("term-ends", "the first term of the contract ends",
          "It renews itself or ends, as the contract says.", "S + term_months", clock_term),
    /* The last day to say that it shall not renew, and the talk that has to come well before. */
    {.slug = "{id}-nonrenewal",
     .kind = PGYD_DEADLINE,
     .severity = PGYD_CRITICAL,
     .title = "{employer}: last day for notice before the contract renews",
     .detail = "Notice given later counts for the next term. In writing, and as the contract wants "
               "it delivered.",
     .source = "S + term_months - notice_days",
     ITEM_STEPS({-30, 'd', PGYD_INFO}, {-7, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}),
     ITEM_REFS("S3-14"),
     .day = clock_nonrenewal},
    {.slug = "{id}-renewal-talk",
     .kind = PGYD_REMINDER,
     .severity = PGYD_WARN,
     .title = "{employer}: open the talk about renewal",
     .detail = "Negotiations go best before there is a problem: say early what you would like to "
               "change.",
     .source = "S + term_months - notice_days - 90 days",
     ITEM_STEPS({0, 'd', PGYD_WARN}, {30, 'd', PGYD_WARN}),
     ITEM_REFS("S3-14"),
     .day = clock_renewal_talk},
};

int clocks_signed(const struct pgyd_host *h, const struct offer *o)
{
    return item_rows(after, PGC_COUNT(after), h, NULL, o, NULL);
}

/* ---- any offer: a day for each state it came into (S0-66) ---- */

/* A window of one day: when it is past it is history, not something left undone. Either answer to
 * an ask is a good one: an improvement, or an honest no (S0-45). */
const struct item_row clock_state_row[CLOCK_STATES] = {
    [CLOCK_STATE] = {.slug = "{id}-state",
                     .kind = PGYD_WINDOW,
                     .severity = PGYD_INFO,
                     .flags = PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL,
                     .title = "{employer}: {state}",
                     .detail = "{rounds}",
                     .source = "the journal of the offer",
                     ITEM_REFS("S0-66")},
    [CLOCK_REVISED] = {.slug = "{id}-state",
                       .kind = PGYD_WINDOW,
                       .severity = PGYD_INFO,
                       .flags = PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL,
                       .title = "{employer}: {state}",
                       .detail = "{rounds}",
                       .source = "the journal of the offer",
                       ITEM_REFS("S0-66", "S0-45")},
};

/* ---- two at a time, and more (S0-17) ---- */

#define BOTH "the days from received to the answer date of both"

static const struct item_row pair[] = {
    {.slug = "overlap-{a}{-}{b}",
     .kind = PGYD_WINDOW,
     .severity = PGYD_INFO,
     .title = "Both can be answered: {both}",
     .detail = "Days on which both clocks run: {n}. Days between the two answer dates: {between}.\n"
               "Compare, ask and choose within this window.",
     .source = BOTH,
     ITEM_STEPS({0, 'd', PGYD_INFO}),
     ITEM_REFS("S0-17"),
     .day = clock_overlap},
    {.slug = "no-overlap-{a}{-}{b}",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "The clocks do not meet: {both}",
     .detail = "One must be answered before the other arrives. Days between the two answer dates: "
               "{between}.\n"
               "Ask the earlier one for more time, truthfully, or decide on it alone.",
     .source = BOTH,
     ON_THE_DAY,
     ITEM_REFS("S0-17"),
     .day = clock_no_overlap},
};

int clock_pair(const struct pgyd_host *h, const struct offer *a, const struct offer *b)
{
    return item_rows(pair, PGC_COUNT(pair), h, NULL, a, b);
}

static const struct item_row many[] = {
    {.slug = "overlap-most",
     .kind = PGYD_WINDOW,
     .severity = PGYD_INFO,
     .title = "{n} of your offers can be answered together",
     .detail = "Live offers: {live}. In this stretch the most of their clocks run at once.\n"
               "Compare, ask and choose within this window.",
     .source = "the first days on which the most clocks run, of more than eight offers",
     ITEM_STEPS({0, 'd', PGYD_INFO}),
     ITEM_REFS("S0-17"),
     .day = clock_together},
};

int clock_many(const struct pgyd_host *h, const struct offers *offers)
{
    return item_rows(many, PGC_COUNT(many), h, offers, NULL, NULL);
}

/* On the day it came, for all the clocks that had ended by then. */
static const struct item_row one_of_many[] = {
    {.slug = "{id}-no-overlap",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "{name}: its clock does not meet {n} of the others",
     .detail = "These must be answered before it arrives: {names}.\n"
               "Ask the earlier ones for more time, truthfully, or decide on them without it.",
     .source = "the days from received to the answer date of each",
     ON_THE_DAY,
     ITEM_REFS("S0-17"),
     .day = clock_missed},
};

int clock_one_of_many(const struct pgyd_host *h, const struct offers *offers, const struct offer *o)
{
    return item_rows(one_of_many, PGC_COUNT(one_of_many), h, offers, o, NULL);
}

/* ---- all together ---- */

#define FEW(title_, day_)                                                                          \
    {                                                                                              \
        .slug = "few-offers", .kind = PGYD_ALERT, .severity = PGYD_WARN, .title = (title_),        \
        .detail = "Two serious written offers are the least, three are better; ten maybes are "    \
                  "none. Strength is being able to walk away.",                                    \
        .source = "fewer than two live written offers in the last nine months of training",        \
        ON_THE_DAY, ITEM_REFS("S2-65", "S3-18"), .day = (day_)                                     \
    }

static const struct item_row between[] = {
    /* S0-19: worth an entry once more time was asked for; before that the answer dates say it. */
    {.slug = "common-date",
     .kind = PGYD_MILESTONE,
     .severity = PGYD_INFO,
     .title = "One date for all offers: decide",
     .detail = "The latest day asked for, never beyond a committee's day or your own deadline. Ask "
               "each of them for this one, truthfully.",
     .source = "min(own deadline, committee, max(days asked for))",
     ITEM_STEPS({-3, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}),
     ITEM_REFS("S0-19", "S0-18"),
     .day = clock_common},
    /* S0-67: four weeks, not months. */
    {.slug = "total-budget",
     .kind = PGYD_DEADLINE,
     .severity = PGYD_WARN,
     .title = "Four weeks since the second offer: choose",
     .detail = "Get what is missing, clarify, negotiate once or twice, choose. It is a matter of "
               "weeks, not of months.",
     .source = "second written offer + 28 days, never beyond your own deadline",
     ITEM_STEPS({-7, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}),
     ITEM_REFS("S0-67"),
     .day = clock_budget},
    {.slug = "dragging",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "Three weeks since you first asked, and no decision",
     .detail = "The worst that can happen to the back and forth is that it drags on. Take what is "
               "on the table and choose.",
     .source = "the first ask + 21 days without an acceptance",
     ITEM_STEPS({-7, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}),
     ITEM_REFS("S0-57"),
     .day = clock_dragging},
    /* S2-65: what is only said does not count. */
    FEW("No written offer yet", clock_no_written),
    FEW("One written offer is not a choice", clock_one_written),
    {.slug = "attorney",
     .kind = PGYD_ALERT,
     .severity = PGYD_WARN,
     .title = "Nobody is named to read your contract",
     .detail = "A physician-contract lawyer, if possible of the state and the specialty of the "
               "job, known before the first contract comes.\n"
               "pgyctl set review attorney NAME",
     .source = "twelve months before the end of training, and [review] attorney is not set",
     ON_THE_DAY,
     ITEM_REFS("S2-40"),
     .day = clock_attorney},
};

int clocks_between(const struct pgyd_host *h, const struct offers *offers)
{
    return offers_accepted(offers) ? 0
                                   : item_rows(between, PGC_COUNT(between), h, offers, NULL, NULL);
}

/* S0-18 */
static const struct item_row internal[] = {
    {.slug = "internal-deadline",
     .kind = PGYD_DEADLINE,
     .severity = PGYD_WARN,
     .title = "Your own deadline: decide",
     .detail = "{reason}No extension is worth asking for beyond it.",
     .source = "[goal] internal_deadline",
     ITEM_STEPS({-14, 'd', PGYD_INFO}, {-7, 'd', PGYD_WARN}, {-3, 'd', PGYD_CRITICAL},
                {0, 'd', PGYD_CRITICAL}),
     ITEM_REFS("S0-18"),
     .day = clock_internal},
};

int clocks_internal(const struct pgyd_host *h)
{
    return item_rows(internal, PGC_COUNT(internal), h, NULL, NULL, NULL);
}
