/* SPDX-License-Identifier: BSD-2-Clause */
/* Answers the questions before an offer is used and before the decision, each with what would make
 * it a yes. Items are plan.c's, tables report.c's. */
#include "plugins/offers/ready/ready.h"

#include "plugins/common/texts/near.h"
#include "plugins/offers/asks/asks.h"
#include "plugins/offers/compare/compare.h"

#include <stdarg.h>
#include <string.h>

/* ---- questions ---- */

static struct ready_question *question(struct ready *ready, const char *name, const char *ref)
{
    struct ready_question *q = &ready->list[ready->n++];
    *q = (struct ready_question){.name = name, .pass = true, .ref = ref};
    return q;
}

__attribute__((format(printf, 3, 4))) static void say(char *why, const char *between,
                                                      const char *format, ...)
{
    char text[READY_WHY];
    va_list ap;
    va_start(ap, format);
    pgc_vformat(text, sizeof text, format, ap);
    va_end(ap);
    pgc_append(why, READY_WHY, "%s%s", why[0] ? between : "", text);
}

#define MISSING(q, ...) ((q)->pass = false, say((q)->why, "; ", __VA_ARGS__))
#define CAUTION(q, ...) ((q)->caution = true, say((q)->why, "; ", __VA_ARGS__))

/* S0-05 */
static void ask_favorite(const struct pgyd_host *h, const struct offers *offers,
                         struct ready *ready)
{
    struct ready_question *q = question(ready, "Which one you would sign today, and why", "S0-05");
    const char *id = pgc_text(h, "decide", "", "sign_today", NULL);
    const struct offer *o = offers_find(offers, id);
    if (!id)
        MISSING(q, "set [decide] sign_today");
    else if (!o || !o->live)
        MISSING(q, "%s is no longer open: set [decide] sign_today", o ? o->employer : id);
    if (!pgc_has(h, "decide", "", "why"))
        MISSING(q, "set [decide] why");
}

uint32_t ready_must(const struct pgyd_host *h, const char *id)
{
    struct pgyd_value v;
    return pgc_get(h, "offer", id, "must_improve", &v) ? v.nlist : 0;
}

uint32_t ready_wants(const struct pgyd_host *h)
{
    struct pgyd_value v;
    return pgc_get(h, "goal", "", "want", &v) ? v.nlist : 0;
}

/* S0-06 */
static void ask_must(const struct pgyd_host *h, const struct offers *offers, struct ready *ready)
{
    struct ready_question *q =
        question(ready, "What must improve before a yes, three to five things of each", "S0-06");
    uint32_t live = 0;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        uint32_t n = ready_must(h, o->id);
        if (!o->live)
            continue;
        live++;
        if (n == 0)
            MISSING(q, "set [offer:%s] must_improve", o->id);
        else if (n < MUST_FEW)
            MISSING(q, "[offer:%s] must_improve has %u: too few to be thought through", o->id, n);
        else if (n > MUST_MOST)
            MISSING(q, "[offer:%s] must_improve has %u: trim it to %d", o->id, n, MUST_MOST);
    }
    if (live == 0)
        MISSING(q, "no offer is open");
}

static bool any_limit(const struct pgyd_host *h)
{
    static const char *const keys[] = {"base_min",
                                       "noncompete_miles_max",
                                       "any_facility_noncompete_miles_max",
                                       "noncompete_months_max",
                                       "nights_year_max",
                                       "tail",
                                       "other"};
    for (uint32_t i = 0; i < PGC_COUNT(keys); i++) {
        if (pgc_has(h, "walkaway", "", keys[i]))
            return true;
    }
    return false;
}

/* S0-07: what makes you leave; what the team needs is asked beside it (S3-04). */
static void ask_walkaway(const struct pgyd_host *h, struct ready *ready)
{
    struct ready_question *q = question(ready, "Where you would really walk away", "S0-07");
    if (!any_limit(h))
        MISSING(q,
                "set a limit in [walkaway], such as base_min, noncompete_miles_max, tail or other");
}

/* S3-03: the limits, or at least what must improve. */
static void ask_nonnegotiable(const struct pgyd_host *h, const struct offers *offers,
                              struct ready *ready)
{
    struct ready_question *q = question(ready, "What is not negotiable", "S3-03");
    bool any = any_limit(h) || pgc_has(h, "walkaway", "", "team");
    for (uint32_t i = 0; i < offers->n; i++)
        any |= offers->list[i].live && ready_must(h, offers->list[i].id) > 0;
    if (!any)
        MISSING(q, "name one thing at least: [walkaway] other, or [offer:ID] must_improve");
}

/* Words that almost name an offer probably meant to. */
static const struct offer *almost(const struct offers *offers, const char *words)
{
    enum { LEAST = 4 };
    struct pgc_near near = {.wanted = words};
    for (uint32_t i = 0; i < offers->n; i++) {
        if (strlen(offers->list[i].id) >= LEAST)
            pgc_near_try(&near, offers->list[i].id);
    }
    const char *best = pgc_near_best(&near);
    return best ? offers_find(offers, best) : NULL;
}

/* S3-19: an offer, none, or words. */
static void ask_alternative(const struct pgyd_host *h, const struct offers *offers,
                            struct ready *ready)
{
    static const char prefix[] = "offer:";
    struct ready_question *q = question(ready, "Your next best alternative", "S3-19");
    const char *batna = pgc_text(h, "decide", "", "batna", NULL),
               *favorite = pgc_text(h, "decide", "", "sign_today", NULL);
    if (!batna) {
        MISSING(q, "set [decide] batna to an offer, to words, or to none");
        return;
    }
    if (strcmp(batna, "none") == 0) {
        CAUTION(q, "there is none: ask for what you would sign without as well");
        return;
    }
    bool meant = strncmp(batna, prefix, strlen(prefix)) == 0;
    const char *id = meant ? batna + strlen(prefix) : batna;
    const struct offer *o = offers_find(offers, id), *near = o ? NULL : almost(offers, id);
    if (meant && !o)
        MISSING(q, "[decide] batna: there is no [offer:%s]", id);
    else if (o && !o->live)
        MISSING(q, "[decide] batna: %s is no longer open; name another", o->employer);
    else if (o && favorite && strcmp(favorite, id) == 0)
        CAUTION(q, "it is the offer you would sign: what is left if that one goes?");
    else if (o && !o->written)
        CAUTION(q, "%s is not in writing", o->employer);
    else if (near)
        CAUTION(q, "no offer is called %s: it counts as words; did you mean %s?", id, near->id);
}

/* S1-41: a no calls for care, not for silence. */
static void ask_self(const struct pgyd_host *h, struct ready *ready)
{
    static const struct {
        const char *key, *no;
    } ratings[] = {
        {"liked",
         "by your own word the team does not like you yet: meet them again before you ask"},
        {"not_diva", "by your own word you are hard to work with: leave out what is only vanity"},
        {"realistic",
         "by your own word you are not realistic about the market: look at the figures first"},
        {"specific", "by your own word your requests are vague: name a term and a target for each"},
    };
    struct ready_question *q = question(ready, "Whether they have reason to bend", "S1-41");
    struct pgyd_value v;
    char unsaid[READY_WHY] = "";
    for (uint32_t i = 0; i < PGC_COUNT(ratings); i++) {
        if (!pgc_get(h, "decide", "", ratings[i].key, &v))
            pgc_append(unsaid, sizeof unsaid, "%s%s", unsaid[0] ? ", " : "", ratings[i].key);
        else if (!v.num)
            CAUTION(q, "%s", ratings[i].no);
    }
    if (unsaid[0])
        say(q->why, "; ", "not rated: set [decide] %s", unsaid);
}

void ready_of(const struct pgyd_host *h, const struct offers *offers, struct ready *ready)
{
    *ready = (struct ready){.pass = true};
    ask_favorite(h, offers, ready);
    ask_must(h, offers, ready);
    ask_walkaway(h, ready);
    ask_alternative(h, offers, ready);
    ask_nonnegotiable(h, offers, ready);
    ask_self(h, ready);
    for (uint32_t i = 0; i < ready->n; i++)
        ready->pass &= ready->list[i].pass;
}

const char *ready_missing(const struct ready *ready, char *text, size_t size)
{
    pgc_format(text, size, "%s", "");
    for (uint32_t i = 0; i < ready->n; i++) {
        const struct ready_question *q = &ready->list[i];
        if (!q->pass)
            pgc_append(text, size, "%s%s (%s)", text[0] ? "; " : "missing: ", q->name, q->why);
    }
    return text;
}

/* ---- time to decide (S0-58) ---- */

static void understood_of(const struct pgyd_host *h, struct decision *d)
{
    static const struct {
        const char *word, *name;
    } parts[] = {{"comp", "pay"}, {"call", "call"}, {"noncompete", "the non-compete"}};
    char left[64] = "";
    for (uint32_t i = 0; i < PGC_COUNT(parts); i++) {
        if (!pgc_lists(h, "decide", "", "understood", parts[i].word))
            pgc_append(left, sizeof left, "%s%s", left[0] ? ", " : "", parts[i].name);
    }
    d->understood = !left[0];
    if (left[0])
        say(d->why, "; ",
            "not understood yet: %s (set [decide] understood = comp, call, noncompete)", left);
}

/* What is only said cannot be chosen (S2-65). */
static void answered_of(const struct offers *offers, struct decision *d)
{
    uint32_t n = 0;
    d->revised = true;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (!o->live || !o->written)
            continue;
        n++;
        d->since = pgc_later(d->since, o->revised);
        if (o->revised == PGYD_NO_DAY) {
            d->revised = false;
            say(d->why, "; ", "%s has not answered an ask yet", o->employer);
        }
    }
    d->two = n >= 2;
    if (!d->two) {
        d->revised = false;
        pgc_format(d->why, sizeof d->why, "two written offers must be open to choose between");
    }
    if (!d->revised)
        d->since = PGYD_NO_DAY;
}

/* What still lies between is money up to a limit; points without a price are the person's to
 * weigh. */
static void marginal_of(const struct pgyd_host *h, const struct offers *offers, struct decision *d)
{
    int64_t limit = pgc_num(h, "decide", "", "marginal_usd", MARGINAL_USD);
    bool listed = true;
    char text[MONEY_TEXT], most[MONEY_TEXT];
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        struct asks asks;
        /* After the last round nothing is asked any more (S0-48), so nothing has to be worked
         * out. */
        if (!o->live || !o->written || o->rounds >= ROUNDS_LAST)
            continue;
        asks_of(h, offers, o, &asks);
        listed &= asks.listed;
        d->other += asks.remaining_other;
        if (asks.remaining > d->remaining)
            d->remaining = asks.remaining;
    }
    d->marginal = listed && d->remaining <= limit;
    if (!listed)
        say(d->why, "; ",
            "what is left to ask for is not known, as lists/asks.tsv is not installed");
    else if (!d->marginal)
        say(d->why, "; ",
            "what lies between comes to %s a year, more than %s ([decide] marginal_usd)",
            money_text(d->remaining, text), money_text(limit, most));
}

void decision_of(const struct pgyd_host *h, const struct offers *offers, struct decision *decision)
{
    struct decision d = {.since = PGYD_NO_DAY};
    answered_of(offers, &d);
    understood_of(h, &d);
    marginal_of(h, offers, &d);
    d.time = d.revised && d.understood && d.marginal && !offers_accepted(offers);
    *decision = d;
}

/* S0-06 */
void ready_check_offer(const struct pgyd_host *h, const char *id)
{
    uint32_t n = ready_must(h, id);
    if (n > 0 && n < MUST_FEW)
        pgc_warn(h, "offer", id, "must_improve", "three to five",
                 "%u is too few to be thought through", n);
    if (n > MUST_MOST)
        pgc_warn(h, "offer", id, "must_improve", "three to five", "%u is too many: trim it", n);
}

/* S2-68: with high pay, of a dream city, a great name, no call and part time two can be had, maybe
 * three. */
void ready_check(const struct pgyd_host *h)
{
    uint32_t n = ready_wants(h);
    if (n > READY_WANTS)
        pgc_warn(h, "goal", "", "want", "keep the two, at most three, that matter most",
                 "%u wishes beside high pay exclude each other", n);
}
