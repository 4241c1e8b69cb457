/* SPDX-License-Identifier: BSD-2-Clause */
/* The reports `ready` and `decide`. */
#include "plugins/common/market.h"
#include "plugins/common/parts.h"
#include "plugins/offers/compare/compare.h"
#include "plugins/offers/ready/ready.h"

#include <string.h>

/* The phrases of a key, separated by semicolons; "" when it is not set. */
static const char *phrases(const struct pgyd_host *h, const char *section, const char *id,
                           const char *key, char text[READY_WHY])
{
    struct pgyd_value v;
    pgc_format(text, READY_WHY, "%s", "");
    for (uint32_t i = 0; pgc_get(h, section, id, key, &v) && i < v.nlist; i++)
        pgc_append(text, READY_WHY, "%s%s", i ? "; " : "", v.list[i]);
    return text;
}

/* S0-69, or that nothing is there yet. */
static int nothing_open(const struct pgyd_host *h, const struct offers *offers)
{
    if (offers->n == 0)
        return pgc_paragraph(h, "There is no offer yet.");
    return pgc_paragraph(h, "No offer is open any more. You are as employable as the day before "
                            "they came: the field that made these offers makes others.");
}

/* ---- ready ---- */

static int questions(const struct pgyd_host *h, const struct ready *ready)
{
    static const char *const head[] = {"Question", "Answered", "Missing, or to mind"};
    if (pgc_heading(h, 2, "Questions") != 0 || pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < ready->n; i++) {
        const struct ready_question *q = &ready->list[i];
        const char *const cells[] = {q->name,
                                     !q->pass     ? "no"
                                     : q->caution ? "yes, with care"
                                                  : "yes",
                                     q->why};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

static int answers(const struct pgyd_host *h, const struct offers *offers)
{
    char text[READY_WHY];
    const struct offer *favorite =
        offers_find(offers, pgc_text(h, "decide", "", "sign_today", NULL));
    const char *batna = pgc_text(h, "decide", "", "batna", NULL);
    const struct offer *next = offers_find(offers, batna);
    if (pgc_heading(h, 2, "What you said") != 0)
        return -1;
    if (favorite && pgc_bullet(h, "Today you would sign %s: %s", favorite->employer,
                               phrases(h, "decide", "", "why", text)) != 0)
        return -1;
    if (batna &&
        pgc_bullet(h, "Your next best alternative: %s", next ? next->employer : batna) != 0)
        return -1;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (o->live && ready_must(h, o->id) > 0 &&
            pgc_bullet(h, "%s must improve: %s", o->employer,
                       phrases(h, "offer", o->id, "must_improve", text)) != 0)
            return -1;
    }
    /* S3-04: optional, and easily forgotten. */
    phrases(h, "walkaway", "", "team", text);
    if (pgc_bullet(h, "Limits for those who depend on you: %s",
                   text[0] ? text : "none so far ([walkaway] team)") != 0)
        return -1;
    /* S1-22 */
    phrases(h, "goal", "", "flex", text);
    return pgc_bullet(
        h, "Where you can bend: %s",
        text[0] ? text : "nowhere so far; set [goal] flex, of location, nights, skill, procedure");
}

int offers_report_ready(const struct pgyd_host *h)
{
    struct offers offers;
    struct ready ready;
    uint32_t open = 0;
    offers_read(h, &offers);
    ready_of(h, &offers, &ready);
    for (uint32_t i = 0; i < ready.n; i++)
        open += !ready.list[i].pass;
    if (pgc_heading(h, 1, "Ready to negotiate") != 0)
        return -1;
    if (offers_live(&offers) == 0 && nothing_open(h, &offers) != 0)
        return -1;
    if ((ready.pass ? pgc_paragraph(h, "Yes: every question is answered.")
                    : pgc_paragraph(h,
                                    "Not yet. Open questions: %u of %u. Until then no offer is "
                                    "worth using with another.",
                                    open, ready.n)) != 0)
        return -1;
    return questions(h, &ready) != 0 ? -1 : answers(h, &offers);
}

/* ---- decide ---- */

static int conditions(const struct pgyd_host *h, const struct decision *d)
{
    static const char *const head[] = {"Condition", "Met"};
    char small[96], limit[MONEY_TEXT], left[MONEY_TEXT], day[24];
    pgc_format(small, sizeof small, "What lies between is small: %s a year, at most %s",
               money_text(d->remaining, left),
               money_text(pgc_num(h, "decide", "", "marginal_usd", MARGINAL_USD), limit));
    const struct {
        const char *name;
        bool met;
    } rows[] = {{"Each of two or more has answered an ask", d->revised},
                {"Pay, call and covenant are understood", d->understood},
                {small, d->marginal}};
    if (pgc_heading(h, 2, "Is it time?") != 0 || pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++) {
        const char *const cells[] = {rows[i].name, rows[i].met ? "yes" : "no"};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    if (d->other > 0 && pgc_paragraph(h,
                                      "Points that are open and are not money: %u. Whether they "
                                      "are small is yours to say: pgyctl report asks.",
                                      d->other) != 0)
        return -1;
    if (d->time)
        return pgc_paragraph(h, "It is time: choose by %s.",
                             h->day_words(h->ctx, d->since + DECIDE_DAYS, day));
    return pgc_paragraph(h, "Not yet: %s.", d->why);
}

/* S0-68: think two jobs ahead. */
static int two_jobs_ahead(const struct compare *c)
{
    static const struct {
        const char *key, *question;
    } rows[] = {
        {"rate_network", "Which leaves you with people who open the next door?"},
        {"rate_exit_freedom", "Which lets you leave, with its covenant and what you would owe?"},
        {"rate_respect_now", "Which treats your time with respect already?"},
    };
    const char *cells[COMPARE_MOST + 1] = {"The job after this one"};
    char rating[COMPARE_MOST][24];
    bool derived = false;
    for (uint32_t i = 0; i < c->n; i++)
        cells[i + 1] = c->name[i];
    if (pgc_row(c->h, true, cells, c->n + 1) != 0)
        return -1;
    for (uint32_t r = 0; r < PGC_COUNT(rows); r++) {
        cells[0] = rows[r].question;
        for (uint32_t i = 0; i < c->n; i++) {
            int64_t n = pgc_num(c->h, "offer", c->id[i], rows[r].key, -1);
            bool covenant = n < 0 && strcmp(rows[r].key, "rate_exit_freedom") == 0 &&
                            (n = score_freedom(c->h, c->id[i])) >= 0;
            derived |= covenant;
            cells[i + 1] = n < 0 ? "not rated"
                                 : pgc_format(rating[i], sizeof rating[i], "%lld of 10%s",
                                              (long long)n, covenant ? " (covenant)" : "");
        }
        if (pgc_row(c->h, false, cells, c->n + 1) != 0)
            return -1;
    }
    return pgc_paragraph(c->h,
                         "They count in the score with a weight in [priorities]: network, "
                         "exit_freedom, respect_now.%s",
                         derived ? " (covenant): rated by the non-compete until you do." : "");
}

/* S0-59; S0-60. */
static int left_to_you(const struct compare *c)
{
    static const char *const asked[] = {
        "If all of them paid the same, which one would it be?",
        "Is a worse place, or worse company, worth what it pays more?",
        "Coming home after call some years from now: with which of them are you less miserable?",
    };
    if (pgc_heading(c->h, 2, "Left to you") != 0)
        return -1;
    for (uint32_t i = 0; i < PGC_COUNT(asked); i++) {
        if (pgc_bullet(c->h, "%s", asked[i]) != 0)
            return -1;
    }
    return two_jobs_ahead(c) != 0
               ? -1
               : pgc_paragraph(c->h, "What a program director or a co-fellow would do is not "
                                     "scored: it is not their job.");
}

static int discount(void *arg, const struct pgc_pay *pay)
{
    const struct pgyd_host *h = *(const struct pgyd_host *const *)arg;
    return strcmp(pay->what, "discount") != 0
               ? 0
               : pgc_bullet(h, "You want a sought-after city: %s (%s, a claim).", pay->wording,
                            pay->source);
}

/* S2-48: a place that is hard to fill is taken for some years, with a way out. Ours: setting =
 * small_community stands for it. */
static int way_out(const struct pgyd_host *h, const struct offers *offers)
{
    const struct offer *o = offers_accepted(offers);
    const char *plan = pgc_text(h, "goal", "", "exit_plan", NULL);
    if (!o)
        o = offers_find(offers, pgc_text(h, "decide", "", "sign_today", NULL));
    if (!o || !pgc_is(h, "offer", o->id, "setting", "small_community"))
        return 0;
    if (pgc_bullet(h,
                   "%s is in a place that others avoid: would you stay three to five years, and "
                   "would those who come with you?",
                   o->employer) != 0)
        return -1;
    return plan ? pgc_bullet(h, "Your way out once the loans are paid: %s", plan)
                : pgc_bullet(h, "Plan the way out before the way in, for when the loans are paid: "
                                "set [goal] exit_plan");
}

static int cautions(const struct pgyd_host *h, const struct offers *offers)
{
    int64_t prestige = pgc_num(h, "priorities", "", "prestige", 0),
            schedule = pgc_num(h, "priorities", "", "schedule", 0);
    /* S0-12 */
    if (prestige > schedule && pgc_bullet(h,
                                          "You weigh a great name (%lld) above the schedule "
                                          "(%lld): most who have worked there would not.",
                                          (long long)prestige, (long long)schedule) != 0)
        return -1;
    /* S2-68 */
    if (ready_wants(h) > READY_WANTS &&
        pgc_bullet(h, "Beside high pay you want all of a dream city, a great name, no call and "
                      "part time: two of them can be had, maybe three.") != 0)
        return -1;
    /* S2-47 */
    if (pgc_lists(h, "goal", "", "want", "dream_city") && pgc_pay_of(h, "any", discount, &h) != 0)
        h->log(
            h->ctx, PGYD_LOG_WARN,
            "markets.tsv is not installed: what is said of pay in sought-after cities is left out");
    return way_out(h, offers);
}

int offers_report_decide(const struct pgyd_host *h)
{
    struct offers offers;
    struct decision decision;
    struct compare c;
    uint32_t left_out;
    if (compare_choose(h, &c, &left_out) != 0)
        return -1;
    offers_read(h, &offers);
    decision_of(h, &offers, &decision);
    const struct offer *accepted = offers_accepted(&offers);
    if (pgc_heading(h, 1, "Decide") != 0)
        return -1;
    if (accepted && pgc_paragraph(h, "You accepted %s. What is left is to decline the others.",
                                  accepted->employer) != 0)
        return -1;
    if (!accepted &&
        (offers_live(&offers) == 0 ? nothing_open(h, &offers) : conditions(h, &decision)) != 0)
        return -1;
    if (c.n == 0)
        return 0;
    if (left_out > 0 &&
        pgc_paragraph(h, "%u more do not fit: name those you mean with offer=.", left_out) != 0)
        return -1;
    c.exit = -1;
    compare_pay(&c, MONEY_HORIZON);
    return compare_scores(&c) != 0 || left_to_you(&c) != 0 ? -1 : cautions(h, &offers);
}
