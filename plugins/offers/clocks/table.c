/* SPDX-License-Identifier: BSD-2-Clause */
/* Everything that this room plans, a row each, with the words people read. On which day a row
 * stands is worked out by the function it names, in answers.c, review.c, single.c, between.c,
 * pairs.c and signed.c. */
#include "plugins/offers/clocks/inside.h"

/* ---- one live offer ---- */

/* The one ladder of an offer; what prepares its answer is told with it. How loudly is the host's to
 * say. */
#define ANSWER_BY(say_, advice_, next_, day_)                                                      \
    {                                                                                              \
        .slug = "{id}-answer-by", .kind = PGYD_DEADLINE, .stakes = PGYD_FATAL,                     \
        .title = "Answer {employer}",                                                              \
        .detail = "Tell {employer} " say_ " by {by}.\n"                                            \
                  "Without an answer the offer may lapse.\n"                                       \
                  "- " advice_ "{notes}",                                                          \
        .next = (next_), .why = "After this day the offer may be gone.", .source = "{source}",     \
        ITEM_STEPS({-ITEM_AHEAD, 'd', 0}, {-3, 'd', 0}, {-1, 'd', 0}, {0, 'd', 0}, {-2, 'h', 0}),  \
        ITEM_REFS("S0-02", "S0-16"), .day = (day_)                                                 \
    }

#define ROUNDS_SOURCE "asks in the journal: one is right, two are the last, three too many"

#define OUTCOME(stakes_, day_, ...)                                                                \
    {                                                                                              \
        .slug = "{id}-outcome", .kind = PGYD_ALERT, .stakes = (stakes_),                           \
        .title = "Say what happened with {employer}",                                              \
        .detail = "Record what happened: accepted, declined, more time, or gone.\n"                \
                  "The answer date was {by}. If you have not answered, call {employer} first.\n"   \
                  "- Many employers still take a late call the next morning.\n"                    \
                  "- Nothing else about this offer comes up until you do.",                        \
        .next = "Record yes, no, more time, or gone",                                              \
        .why = "The answer date passed, and nothing else of this offer runs until you say.",       \
        .source = "the answer date + 1 day, and no outcome is in the journal", ITEM_REFS("S0-66"), \
        .day = (day_), __VA_ARGS__                                                                 \
    }

#define AFTERWARDS ITEM_STEPS({0, 'd', 0}, {2, 'd', 0}, {6, 'd', 0})

static const struct item_row live[] = {
    /* A line on the clock: the answer date is the higher number. */
    {.slug = "{id}-answer-soft",
     .kind = PGYD_WINDOW,
     .stakes = PGYD_CONTEXT,
     .title = "{employer} may expect an answer",
     .detail = "Be ready to say where you are, or ask for the days you need.\n"
               "This is the early end of their range. The answer date is {hard}.",
     .next = "Be ready to say where you are",
     .why = "The early end of their range, not the answer date.",
     .source = "received + the lower number of answer_within",
     ITEM_REFS("S0-02", "S0-16"),
     .day = clock_soft},
    ANSWER_BY("yes or no", "They already gave you more time: treat this date as the last.",
              "Decide, then call them", clock_answer_extended),
    ANSWER_BY("yes or no", "A committee meets that day: a letter rarely moves its date.",
              "Decide before the committee meets", clock_answer_committee),
    ANSWER_BY("yes or no", "They called this date firm.", "Decide, then call them",
              clock_answer_hard),
    ANSWER_BY("yes, no, or that you need more time",
              "Most answer dates can move if you ask early and say why.",
              "Ask for more time, or decide and call", clock_answer_soft),
    /* On the last day already: a step rings only where the item was there before it. */
    OUTCOME(PGYD_FATAL, clock_outcome_ahead, AFTERWARDS),
    {.slug = "{id}-ask-date",
     .kind = PGYD_ALERT,
     .stakes = PGYD_COSTLY,
     .title = "Ask {employer} for an answer date",
     .detail = "Ask {employer} in writing when they need your answer.\n"
               "Without a date you cannot plan the contract review or compare other offers.\n"
               "- Ask for the full contract in the same message.",
     .next = "Ask for an answer date",
     .why = "Without a date you cannot line up other offers or the contract review.",
     .source = "no answer date is known: received + 3 days",
     ITEM_REFS("S0-02"),
     .day = clock_ask_date},
    {.slug = "{id}-busy",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "{employer} is due during {how}",
     .detail = "{what}{start}, or ask for another date.\n"
               "The answer date falls into \"{name}\". A call needs business hours.",
     .why = "A call to the employer needs business hours.",
     .source = "{source}",
     ITEM_REFS("S0-01"),
     .day = clock_busy},
    /* The 21st day, never the 20th; after the answer date silence costs nothing any more. */
    {.slug = "{id}-untouched",
     .kind = PGYD_ALERT,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .gives_way = 1,
     .title = "Get back to {employer}",
     .detail = "Write or call {employer}, even if only to say you are still reading.\n"
               "Three weeks of silence cost goodwill and sometimes the offer.\n"
               "- Send the contract to your lawyer.\n"
               "- Ask your open question.\n"
               "- Or decline.",
     .next = "Write or call, even with one question",
     .why = "Twenty-one days without a word can read as a no.",
     .log = "offer {id} touched",
     .source = "never let a contract sit for three weeks: last touch + 21 days",
     ITEM_REFS("S0-22", "S3-21"),
     .day = clock_untouched},
    /* No window: it may end after the answer date, with which it goes. */
    {.slug = "{id}-extension",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "You asked {employer} for {what}",
     .detail = "Record the new date when they agree to one.\n"
               "Until they agree, the old answer date counts.\n"
               "- Ten to fourteen days is a usual request: until {last}.\n"
               "- If the contract comes later, count from the day it comes.",
     .next = "Record the date they agree to",
     .why = "Nothing is agreed until they say so.",
     .source = "request + 10 to 14 days, never beyond your own deadline",
     ITEM_REFS("S0-20", "S0-18", "S0-19"),
     .day = clock_extension},
    {.slug = "{id}-extension-reply",
     .kind = PGYD_REMINDER,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .title = "Call {employer} about your request",
     .detail = "Call {employer} and {what}.\n"
               "Without a yes in writing the old answer date counts.\n"
               "- Write down the date and who named it.",
     .why = "Without a reply the old answer date still counts.",
     .source = "request + 2 business days",
     ITEM_REFS("S0-20"),
     .day = clock_extension_reply},
    {.slug = "{id}-request-contract",
     .kind = PGYD_REMINDER,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .gives_way = 1,
     .title = "Ask {employer} for {what}",
     .detail = "Ask {employer} for {what}, in writing.\n"
               "A letter leaves out the clauses that bind you.\n"
               "- Non-compete\n"
               "- Termination and notice\n"
               "- Call\n"
               "- Bonus threshold\n"
               "- Tail coverage",
     .why = "A letter leaves out the clauses that bind you.",
     .log = "offer {id} contract-requested",
     .source = "a letter alone for more than 3 days; earlier where the review needs the days",
     ITEM_REFS("S0-23"),
     .day = clock_request},
    {.slug = "{id}-to-counsel",
     .kind = PGYD_MILESTONE,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .title = "Send {employer}'s contract to your lawyer",
     .detail = "Send the contract to your lawyer by {last}.\n"
               "A review takes about {days} business days. Sent later, it ends too late.\n"
               "- Ask what is normal in that area.\n"
               "- Ask which two clauses to fix first.\n"
               "- Say when you must answer.",
     .next = "Send the contract to your lawyer",
     .why = "Sent later, the review ends after the answer date.",
     .source = "the day the contract came, to the last on which a review still ends in time",
     ITEM_REFS("S0-55"),
     .day = clock_to_counsel},
    {.slug = "{id}-review-late",
     .kind = PGYD_ALERT,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .title = "Get more time for {employer}'s contract",
     .detail = "{what}.\n"
               "The review would end on {finish}, after the answer date.\n"
               "- Rush reviews cost more, but take one or two days.\n"
               "- The date your lawyer named is a reason employers accept.",
     .next = "Ask for more time or a rush review",
     .why = "You would sign a contract nobody has reviewed for you.",
     .source = "business days of [review] turnaround_days against the answer date",
     ITEM_REFS("S0-55"),
     .day = clock_review_late},
    {.slug = "{id}-promise",
     .kind = PGYD_ALERT,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .title = "Move the date you promised {employer}",
     .detail = "Tell {employer} that you need until {finish}.\n"
               "You promised an answer by {promised}, and the review ends later.\n"
               "- A missed promise costs more trust than a moved one.",
     .next = "Move the date you promised them",
     .why = "A missed promise costs more trust than a moved one.",
     .source = "never promise an answer by a date you will not meet",
     ITEM_REFS("S0-21", "S0-55"),
     .day = clock_promise},
    {.slug = "{id}-closed",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "{employer} is due on a {day}",
     .detail = "Answer by {last}, or agree on the next business day in writing.\n"
               "Their office may be closed on the answer date.",
     .why = "Their office may be closed on the answer date.",
     .source = "the last business day before the answer date",
     ITEM_REFS("S0-01", "S0-02"),
     .day = clock_closed},
    {.slug = "{id}-past-own",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "Your own deadline is before {employer}'s",
     .detail = "Decide by {own}.\n"
               "More time from {employer} does not help past that day.",
     .why = "They would wait longer than you can.",
     .source = "the answer date lies after [goal] internal_deadline; a week before that",
     ITEM_REFS("S0-18"),
     .day = clock_own},
    {.slug = "{id}-committee",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "{employer} answers to a committee",
     .detail = "Decide before {by}, or ask to be on the agenda of the next meeting.\n"
               "A letter rarely moves the date of a committee.",
     .why = "A committee date rarely moves.",
     .source = "more time was asked for, and deadline_kind is committee",
     ITEM_REFS("S0-16"),
     .day = clock_committee},
    /* S0-48: once, maybe twice; the third, if it was forced, is one too many. */
    {.slug = "{id}-last-round",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "You have asked {employer} twice",
     .detail = "Wait for their answer, then decide with the terms you have.\n"
               "Most employers accept one or two rounds of requests.",
     .why = "A third round costs goodwill and brings little.",
     .source = ROUNDS_SOURCE,
     ITEM_REFS("S0-48"),
     .day = clock_last_round},
    {.slug = "{id}-too-many-rounds",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "You have asked {employer} {n} times",
     .detail = "Decide with the terms you have.\n"
               "A third request costs goodwill and brings little.",
     .why = "More requests now cost goodwill.",
     .source = ROUNDS_SOURCE,
     ITEM_REFS("S0-48"),
     .day = clock_too_many_rounds},
    {.slug = "{id}-only-hr",
     .kind = PGYD_ALERT,
     .stakes = PGYD_USEFUL,
     .folds = true,
     .gives_way = ITEM_AHEAD,
     .title = "Find the physician lead at {employer}",
     .detail = "Ask who leads the section or service line, and ask that person for ten minutes.\n"
               "A physician lead can approve what HR cannot.",
     .next = "Ask who leads the section",
     .why = "A physician lead can say yes where HR cannot.",
     .source = "an offer, and physician_lead is not set",
     ITEM_REFS("S1-53"),
     .day = clock_lead},
    {.slug = "{id}-data",
     .kind = PGYD_REMINDER,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .gives_way = 1,
     .title = "Ask {employer} again for its bonus data",
     .detail = "Ask again, in writing, for the work RVUs of recent hires and how many got the "
               "bonus.\n"
               "Without these figures, leave the bonus out of your total.",
     .next = "Ask again for the new-hire figures",
     .why = "Without the figures, count the bonus as zero.",
     .source = "request of the data + 5 business days",
     ITEM_REFS("S0-36"),
     .day = clock_data},
};

int clocks_live(const struct pgyd_host *h, const struct offer *o)
{
    return item_rows(live, PGC_COUNT(live), h, NULL, o, NULL);
}

/* ---- the answer date is past ---- */

/* One, three and seven days after the answer date; then it only stands there. */
static const struct item_row past[] = {
    OUTCOME(PGYD_FATAL, clock_outcome, AFTERWARDS),
    OUTCOME(PGYD_CONTEXT, clock_outcome_old, .flags = PGYD_ITEM_NO_LADDER),
};

int clocks_past(const struct pgyd_host *h, const struct offer *o)
{
    return item_rows(past, PGC_COUNT(past), h, NULL, o, NULL);
}

/* ---- once one is accepted ---- */

/* S0-61: the others are told the next day; it stays until they are. */
static const struct item_row decline[] = {
    {.slug = "{id}-decline",
     .kind = PGYD_MILESTONE,
     .stakes = PGYD_COSTLY,
     .title = "Decline {employer}",
     .detail = "Thank {employer} and say that you accepted another position.\n"
               "They are holding this one for you, and a late decline is remembered.\n"
               "- Wait until your other contract is signed by both sides.\n"
               "- Give no figures and no reasons.",
     .next = "Send the decline letter",
     .why = "They are holding the position for you.",
     .log = "offer {id} declined",
     .source = "the day after you accepted another offer",
     ITEM_REFS("S0-61"),
     .day = clock_decline},
};

int clocks_decline(const struct pgyd_host *h, const struct offer *o, const struct offer *accepted)
{
    return item_rows(decline, PGC_COUNT(decline), h, NULL, o, accepted);
}

/* Dates of an accepted offer, counted from S, the start as an attending. They are a contract's and
 * years away: no line of an offer. */
#define AFTER(slug_, kind_, stakes_, day_)                                                         \
    .slug = "{id}-" slug_, .kind = (kind_), .stakes = (stakes_), .apart = true, .day = (day_),     \
    ITEM_REFS("S3-14")

static const struct item_row after[] = {
    {AFTER("clawback-ends", PGYD_MILESTONE, PGYD_USEFUL, clock_clawback),
     .title = "Your {employer} signing bonus is fully yours",
     .detail = "Do not leave before this day without checking what you would owe.\n"
               "Until then the signing bonus is owed back as the contract says.",
     .why = "Leaving before this day means paying it back.",
     .source = "S + sign_on_clawback_months"},
    {AFTER("service-ends", PGYD_MILESTONE, PGYD_USEFUL, clock_service),
     .title = "Your {employer} loan repayment is earned",
     .detail = "Confirm the day in your contract.\n"
               "After it, the loan money is no longer tied to staying.",
     .next = "Confirm the day in the contract", .why = "After this day nothing is owed back.",
     .source = "S + loan_repay_years"},
    {AFTER("guarantee-ends", PGYD_MILESTONE, PGYD_COSTLY, clock_guarantee),
     .title = "Check your pay after the guarantee at {employer}",
     .detail = "Compare the work RVUs you produce with the threshold.\n"
               "Guaranteed pay ends on {ends}. From then on it follows the formula and can drop.",
     .next = "Compare work RVUs with the threshold",
     .why = "When the guarantee ends, pay follows the formula and can drop.",
     .source = "S + guarantee_months - 90 days"},
    {AFTER("term-ends", PGYD_WINDOW, PGYD_CONTEXT, clock_term),
     .title = "Your first term at {employer} ends",
     .detail = "Check whether your contract renews by itself.\n"
               "It renews or ends on this day, as it says.",
     .why = "The contract renews or ends on this day.", .source = "S + term_months"},
    /* The last day to say that it shall not renew, and the talk that has to come well before. */
    {AFTER("nonrenewal", PGYD_DEADLINE, PGYD_COSTLY, clock_nonrenewal),
     .title = "Give {employer} notice, or let it renew",
     .detail = "Give notice in writing by this day if you do not want to renew.\n"
               "Later notice may bind you for another term.\n"
               "- Deliver it the way the contract says.",
     .next = "Decide whether to renew",
     .why = "After this day the contract renews for another term.",
     .source = "S + term_months - notice_days"},
    {AFTER("renewal-talk", PGYD_REMINDER, PGYD_COSTLY, clock_renewal_talk),
     .title = "Ask {employer} to talk about renewal",
     .detail = "Ask for a meeting and say what you would like to change.\n"
               "After the notice day you have less to bargain with.",
     .next = "Ask for a renewal meeting",
     .why = "You have the most leverage before the notice day.",
     .source = "S + term_months - notice_days - 90 days"},
};

int clocks_signed(const struct pgyd_host *h, const struct offer *o)
{
    return item_rows(after, PGC_COUNT(after), h, NULL, o, NULL);
}

/* ---- any offer: a day for each state it came into (S0-66) ---- */

/* A window of one day: when it is past it is history, not something left undone. Either answer to
 * an ask is a good one: an improvement, or an honest no (S0-45). */
#define STATE(title_, ...)                                                                         \
    {                                                                                              \
        .slug = "{id}-state", .kind = PGYD_WINDOW, .stakes = PGYD_CONTEXT,                         \
        .flags = PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL, .title = (title_),                  \
        .detail = "{rounds}", .source = "the journal of the offer", ITEM_REFS(__VA_ARGS__)         \
    }

const struct item_row clock_state_row[OFFER_STATES] = {
    [OFFER_RECEIVED] = STATE("{employer}'s offer came", "S0-66"),
    [OFFER_COMPARED] = STATE("You compared {employer}'s offer", "S0-66"),
    [OFFER_PLANNED] = STATE("Your list for {employer} is ready", "S0-66"),
    [OFFER_ASKED] = STATE("You asked {employer} for changes{round}", "S0-66"),
    [OFFER_REVISED] = STATE("{employer} answered your requests{round}", "S0-66", "S0-45"),
    [OFFER_ACCEPTED] = STATE("You accepted {employer}", "S0-66"),
    [OFFER_DECLINED] = STATE("You declined {employer}", "S0-66"),
    [OFFER_EXPIRED] = STATE("{employer}'s offer lapsed", "S0-66"),
};

/* ---- two at a time, and more (S0-17) ---- */

#define BOTH "the days from received to the answer date of both"

static const struct item_row pair[] = {
    {.slug = "overlap-{a}{-}{b}",
     .kind = PGYD_WINDOW,
     .stakes = PGYD_CONTEXT,
     .apart = true,
     .title = "{first} and {second} are open together",
     .detail = "Compare the two and make your requests before {last}.\n"
               "Days on which both are open: {n}. Days between the two answer dates: {between}.",
     .next = "Compare them while both are open",
     .why = "You can compare and ask while both offers are open.",
     .source = BOTH,
     ITEM_REFS("S0-17"),
     .day = clock_overlap},
    {.slug = "no-overlap-{a}{-}{b}",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "{first} is due before {second} comes",
     .detail = "Ask {first} for time until {here} or later, or decide on it alone.\n"
               "You must answer the first before you see the second.\n"
               "- Days between the two answer dates: {between}.",
     .next = "Ask the earlier offer for more time",
     .why = "You must answer the first before you see the second.",
     .source = BOTH,
     ITEM_REFS("S0-17"),
     .day = clock_no_overlap},
};

int clock_pair(const struct pgyd_host *h, const struct offer *a, const struct offer *b)
{
    return item_rows(pair, PGC_COUNT(pair), h, NULL, a, b);
}

/* An alert: clocks that run out take it back day by day. */
static const struct item_row many[] = {
    {.slug = "overlap-most",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "{n} offers are open at the same time",
     .detail = "Compare and make your requests before {last}.\n"
               "You can compare while they are all open.\n"
               "- Offers in all: {live}.",
     .next = "Compare them while all are open",
     .why = "You can compare while they are all open.",
     .source = "the first days on which the most clocks run, of more than eight offers",
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
     .stakes = PGYD_CONTEXT,
     .title = "{offers} due before {employer} comes",
     .detail = "Ask the earlier offers for more time, or decide on them alone.\n"
               "These end before {employer} comes: {names}.",
     .next = "Ask the earlier offers for time",
     .why = "Those offers end before this one comes.",
     .source = "the days from received to the answer date of each",
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
        .slug = "few-offers", .kind = PGYD_ALERT, .stakes = PGYD_CONTEXT, .title = (title_),       \
        .detail = "Ask a place you like for a written offer.\n"                                    \
                  "With two in writing you can compare, ask and say no.",                          \
        .next = "Ask a place for a written offer",                                                 \
        .why = "Two written offers let you compare and say no.",                                   \
        .source = "fewer than two live written offers in the last nine months of training",        \
        ITEM_REFS("S2-65", "S3-18"), .day = (day_)                                                 \
    }
#define ATTORNEY(stakes_, day_)                                                                    \
    {                                                                                              \
        .slug = "attorney", .kind = PGYD_ALERT, .stakes = (stakes_),                               \
        .title = "Choose a contract lawyer",                                                       \
        .detail = "Choose a physician-contract lawyer, if you can in the state of the job.\n"      \
                  "With a ten-day answer clock there is no time to look for a lawyer.\n"           \
                  "- Ask what a review costs and how long it takes.\n"                             \
                  "- Ask fellows whom they used.",                                                 \
        .next = "Call a physician-contract lawyer",                                                \
        .why = "A five-day review only works with a lawyer already chosen.",                       \
        .source = "twelve months before the end of training, and [review] attorney is not set",    \
        ITEM_REFS("S2-40"), .day = (day_)                                                          \
    }

static const struct item_row between[] = {
    {.slug = "dragging",
     .kind = PGYD_ALERT,
     .stakes = PGYD_CONTEXT,
     .title = "You first asked for changes three weeks ago",
     .detail = "Decide with the terms you have, or set the day you will decide.\n"
               "Long back-and-forth costs goodwill.",
     .next = "Decide with the terms you have",
     .why = "Long back-and-forth costs goodwill.",
     .source = "the first ask + 21 days without an acceptance",
     ITEM_REFS("S0-57"),
     .day = clock_dragging},
    /* S2-65: what is only said does not count. */
    FEW("You have no written offer", clock_no_written),
    FEW("You have one written offer", clock_one_written),
    ATTORNEY(PGYD_USEFUL, clock_attorney),
    ATTORNEY(PGYD_COSTLY, clock_attorney_now),
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
     .stakes = PGYD_COSTLY,
     .title = "Decide by your own deadline",
     .detail = "Decide between your open offers by {by}.\n"
               "Extra time from an employer does not help past this day.{reason}",
     .next = "Decide between your open offers",
     .why = "Extra time from an employer does not help past this day.",
     .source = "[goal] internal_deadline",
     ITEM_REFS("S0-18"),
     .day = clock_internal},
};

int clocks_internal(const struct pgyd_host *h)
{
    return item_rows(internal, PGC_COUNT(internal), h, NULL, NULL, NULL);
}
