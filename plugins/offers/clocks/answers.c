/* SPDX-License-Identifier: BSD-2-Clause */
/* The rules around an answer date: the date itself, busy days, more time, the contract and its
 * review, and what follows an acceptance. Other rules of one offer are in single.c. */
#include "plugins/offers/clocks/inside.h"

#include <string.h>

/* ---- answer dates: S0-02, S0-16 ---- */

static const char *kind_advice(const struct pgyd_host *h, const struct offer *o)
{
    if (o->extended)
        return "This date was agreed as an extension: treat it as final.";
    if (pgc_is(h, "offer", o->id, "deadline_kind", "committee"))
        return "A committee meets on that date: a letter will not move it.";
    if (pgc_is(h, "offer", o->id, "deadline_kind", "hard"))
        return "They said that this date is firm.";
    return "Such dates can usually be moved: ask for more time well before, and tell them why.";
}

static int emit_answers(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-02", "S0-16"};
    static const struct pgyd_step soft_steps[] = {
        {-3, 'd', PGYD_INFO}, {-1, 'd', PGYD_WARN}, {0, 'd', PGYD_WARN}};
    struct draft d;
    /* S3-21: a pause hides what nudges, never what is final. */
    bool paused = o->paused && (o->paused_until == PGYD_NO_DAY || o->soft <= o->paused_until);
    if (o->soft != PGYD_NO_DAY && !paused) {
        offer_draft(&d, PGYD_DEADLINE, PGYD_WARN, o->soft);
        pgc_format(d.slug, sizeof d.slug, "%s-answer-soft", o->id);
        pgc_format(d.title, sizeof d.title, "%.120s: they would like an answer", o->employer);
        pgc_format(d.detail, sizeof d.detail,
                   "The lower end of the usual time to answer. Be ready to say where you stand, or "
                   "ask for the days you need.");
        d.item.steps = soft_steps;
        d.item.nsteps = PGC_COUNT(soft_steps);
        if (offer_emit(h, &d, refs, PGC_COUNT(refs),
                       "received + the lower number of answer_within") != 0)
            return -1;
    }
    if (o->hard == PGYD_NO_DAY)
        return 0;
    offer_draft(&d, PGYD_DEADLINE, PGYD_CRITICAL, o->hard);
    d.item.start_minute = o->hard_minute;
    d.item.zone = o->hard_zone;
    pgc_format(d.slug, sizeof d.slug, "%s-answer-by", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: answer by this day", o->employer);
    pgc_format(d.detail, sizeof d.detail, "%s", kind_advice(h, o));
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      o->extended ? "the date agreed in the extension"
                      : pgc_has(h, "offer", o->id, "answer_by")
                          ? "answer_by"
                          : "received + the higher number of answer_within");
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
static int emit_busy(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-01"};
    static const struct pgyd_step steps[] = {{-3, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct covering c = {.day = o->hard, .start = PGYD_NO_DAY};
    struct draft d;
    if (o->hard == PGYD_NO_DAY)
        return 0;
    h->busy(h->ctx, cover, &c);
    if (c.start == PGYD_NO_DAY)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, pgc_later(c.start - 1, o->received));
    pgc_format(d.slug, sizeof d.slug, "%s-busy", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: the answer is due while you are %s", o->employer,
               c.oncall ? "on call" : "busy");
    pgc_format(d.detail, sizeof d.detail,
               "Its last day falls into \"%s\". Decide before that begins, or ask for another date "
               "well ahead.",
               c.name);
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), c.oncall ? "your on-call calendar" : "[busy]");
}

/* ---- S0-22: three weeks untouched ---- */

static int emit_untouched(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-22", "S3-21"};
    /* 7 and 14 days after the last touch, then the 21st: never the 20th. */
    static const struct pgyd_step steps[] = {
        {-14, 'd', PGYD_INFO}, {-7, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}};
    struct draft d;
    pgyd_day day = o->touched + UNTOUCHED_DAYS;
    if (o->touched == PGYD_NO_DAY || !offer_nudges(o, &day))
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_CRITICAL, day);
    pgc_format(d.slug, sizeof d.slug, "%s-untouched", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: three weeks without a touch", o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask "
               "your open question.\n"
               "pgyctl log offer %s touched",
               o->id);
    pgc_format(d.log, sizeof d.log, "offer %s touched", o->id);
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "never let a contract sit for three weeks: last touch + 21 days");
}

/* ---- S0-20: more time ---- */

static int emit_extension(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-20", "S0-18", "S0-19"};
    static const char *const reply_refs[] = {"S0-20"};
    static const struct pgyd_step open[] = {{0, 'd', PGYD_INFO}}, reply[] = {{0, 'd', PGYD_WARN}};
    struct draft d;
    pgyd_day first, last;
    if (!offer_extension(h, o, &first, &last))
        return 0;
    offer_draft(&d, PGYD_WINDOW, PGYD_INFO, first);
    d.item.end = last;
    d.item.confidence = o->contract == PGYD_NO_DAY ? PGYD_PATTERN : PGYD_CONFIRMED;
    pgc_format(d.slug, sizeof d.slug, "%s-extension", o->id);
    pgc_format(d.title, sizeof d.title,
               o->time_requested ? "%.120s: the time you asked for ends"
                                 : "%.120s: the time to read the contract ends",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Ten to fourteen days to read the contract with counsel and family.%s\n"
               "When they agree to a date: pgyctl log offer %s extended by=YYYY-MM-DD",
               o->contract == PGYD_NO_DAY
                   ? " Counted from your request; once the full contract arrives, from that day."
                   : "",
               o->id);
    d.item.steps = open;
    d.item.nsteps = PGC_COUNT(open);
    if (offer_emit(h, &d, refs, PGC_COUNT(refs),
                   "request + 10 to 14 days, never beyond your own deadline") != 0)
        return -1;
    pgyd_day reply_day = h->add_business(h->ctx, o->extension_requested, REPLY_BUSINESS_DAYS);
    /* Where the contract alone was asked for, its arrival is the reply. */
    if (!o->time_requested && o->contract != PGYD_NO_DAY && o->contract >= o->extension_requested)
        return 0;
    if (!offer_nudges(o, &reply_day))
        return 0;
    offer_draft(&d, PGYD_REMINDER, PGYD_WARN, reply_day);
    pgc_format(d.slug, sizeof d.slug, "%s-extension-reply", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: a reply to your request is due", o->employer);
    pgc_format(d.detail, sizeof d.detail, "No reply yet? Call, and note the date they name.");
    d.item.steps = reply;
    d.item.nsteps = PGC_COUNT(reply);
    return offer_emit(h, &d, reply_refs, PGC_COUNT(reply_refs), "request + 2 business days");
}

/* ---- S0-23, S0-55, S0-21: the full contract and its review ---- */

static int emit_request(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-23"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_WARN}};
    struct draft d;
    if (!pgc_is(h, "offer", o->id, "doc", "letter") || o->contract != PGYD_NO_DAY ||
        o->contract_requested != PGYD_NO_DAY || o->received == PGYD_NO_DAY)
        return 0;
    pgyd_day day = o->received + LETTER_DAYS + 1;
    if (!offer_nudges(o, &day))
        return 0;
    offer_draft(&d, PGYD_REMINDER, PGYD_WARN, day);
    pgc_format(d.slug, sizeof d.slug, "%s-request-contract", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: ask for the full contract", o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "There is only a letter so far. What binds you is in the contract: non-compete, "
               "termination, call, thresholds.");
    pgc_format(d.log, sizeof d.log, "offer %s contract-requested", o->id);
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "a letter alone for more than 3 days");
}

static int emit_review(const struct pgyd_host *h, const struct offer *o)
{
    static const char *const refs[] = {"S0-55"}, *const promise_refs[] = {"S0-21", "S0-55"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_WARN}},
                                  now[] = {{0, 'd', PGYD_CRITICAL}};
    /* Again the next morning: it mostly arrives after the hour of the reminders. */
    static const struct pgyd_step send_steps[] = {{0, 'd', PGYD_WARN}, {1, 'd', PGYD_WARN}};
    struct draft d;
    char words[24], promised_words[24];
    pgyd_day sent = pgc_day(h, "review", "", "sent"), done = pgc_day(h, "review", "", "done");
    if (o->contract == PGYD_NO_DAY || (done != PGYD_NO_DAY && done >= o->contract))
        return 0;
    bool is_sent = sent != PGYD_NO_DAY && sent >= o->contract;
    if (!is_sent) {
        offer_draft(&d, PGYD_MILESTONE, PGYD_WARN, o->contract);
        pgc_format(d.slug, sizeof d.slug, "%s-to-counsel", o->id);
        pgc_format(d.title, sizeof d.title, "%.120s: send the contract to counsel", o->employer);
        pgc_format(d.detail, sizeof d.detail,
                   "Ask for covenant, termination and threshold clauses to be decoded, what is "
                   "normal locally, and what to ask for first.");
        d.item.steps = send_steps;
        d.item.nsteps = PGC_COUNT(send_steps);
        if (offer_emit(h, &d, refs, PGC_COUNT(refs), "the day the contract arrives") != 0)
            return -1;
    }
    pgyd_day from = is_sent ? sent : o->contract,
             promised = pgc_day(h, "offer", o->id, "promised_by");
    pgyd_day finish = h->add_business(
        h->ctx, from, (int32_t)pgc_num(h, "review", "", "turnaround_days", REVIEW_DAYS));
    if (o->hard != PGYD_NO_DAY && finish > o->hard) {
        offer_draft(&d, PGYD_ALERT, PGYD_CRITICAL, from);
        pgc_format(d.slug, sizeof d.slug, "%s-review-late", o->id);
        pgc_format(d.title, sizeof d.title,
                   "%.120s: the review cannot finish before the answer is due", o->employer);
        pgc_format(d.detail, sizeof d.detail,
                   "Counsel would be done on %s. Ask for more time, or for a faster review.",
                   h->day_words(h->ctx, finish, words));
        d.item.steps = now;
        d.item.nsteps = PGC_COUNT(now);
        if (offer_emit(h, &d, refs, PGC_COUNT(refs),
                       "business days of [review] turnaround_days against the answer date") != 0)
            return -1;
    }
    if (promised == PGYD_NO_DAY || promised >= finish)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, from);
    pgc_format(d.slug, sizeof d.slug, "%s-promise", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: you promised an answer before the review ends",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Promised for %s; the review ends %s. Tell them now rather than on the day.",
               h->day_words(h->ctx, promised, promised_words), h->day_words(h->ctx, finish, words));
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, promise_refs, PGC_COUNT(promise_refs),
                      "never promise an answer by a date you will not meet");
}

/* ---- between offers ---- */

/* S0-61: once one is accepted, the others are told the next day; it stays until they are. Without a
 * day of acceptance (status in the file) the last thing known of that offer counts. */
int clocks_decline(const struct pgyd_host *h, const struct offer *o, const struct offer *accepted)
{
    static const char *const refs[] = {"S0-61"};
    static const struct pgyd_step steps[] = {
        {0, 'd', PGYD_WARN}, {3, 'd', PGYD_WARN}, {7, 'd', PGYD_WARN}};
    struct draft d;
    pgyd_day day = accepted->accepted != PGYD_NO_DAY
                       ? accepted->accepted
                       : pgc_later(accepted->touched, accepted->received);
    if (day == PGYD_NO_DAY)
        return 0;
    offer_draft(&d, PGYD_MILESTONE, PGYD_WARN, day + 1);
    pgc_format(d.slug, sizeof d.slug, "%s-decline", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: decline, and close the loop", o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Thank them and say that you accepted another position. No figures, no apology.");
    pgc_format(d.log, sizeof d.log, "offer %s declined", o->id);
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "the day after you accepted another offer");
}

/* S0-18 */
int clocks_internal(const struct pgyd_host *h)
{
    static const char *const refs[] = {"S0-18"};
    static const struct pgyd_step steps[] = {{-14, 'd', PGYD_INFO},
                                             {-7, 'd', PGYD_WARN},
                                             {-3, 'd', PGYD_CRITICAL},
                                             {0, 'd', PGYD_CRITICAL}};
    struct draft d;
    struct pgyd_value v;
    if (!pgc_get(h, "goal", "", "internal_deadline", &v))
        return 0;
    const char *reason = pgc_text(h, "goal", "", "internal_reason", NULL);
    offer_draft(&d, PGYD_DEADLINE, PGYD_WARN, v.day);
    d.item.start_minute = v.minute;
    d.item.zone = v.minute >= 0 ? v.text : NULL;
    pgc_format(d.slug, sizeof d.slug, "internal-deadline");
    pgc_format(d.title, sizeof d.title, "Your own deadline: decide");
    pgc_format(d.detail, sizeof d.detail, "%s%sNo extension is worth asking for beyond it.",
               reason ? reason : "", reason ? "\n" : "");
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "[goal] internal_deadline");
}

int clocks_live(const struct pgyd_host *h, const struct offer *o)
{
    int (*const rules[])(const struct pgyd_host *, const struct offer *) = {
        emit_answers, emit_busy,      emit_untouched, emit_extension,   emit_request,
        emit_review,  clocks_closed,  clocks_own,     clocks_committee, clocks_rounds,
        clocks_lead,  clocks_counsel, clocks_data};
    for (uint32_t i = 0; i < PGC_COUNT(rules); i++) {
        if (rules[i](h, o) != 0)
            return -1;
    }
    return 0;
}
