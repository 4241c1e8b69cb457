/* SPDX-License-Identifier: BSD-2-Clause */
/* Facts of the offer a letter is about, and of what is asked. */
#include "plugins/offers/compare/compare.h"
#include "plugins/offers/letters/facts/facts.h"

#include <string.h>

enum { USUAL_MILES = 10, USUAL_MONTHS = 12, AREAS = 3 }; /* S0-38 */

/* ---- terms of the offer ---- */

bool letter_no_offer(const struct letter_case *c, struct letter_fact *f)
{
    return !c->offer && !letter_missing(f, "which offer: offer=ID");
}

static void key_of(const struct letter_case *c, struct letter_fact *f, const char *key)
{
    pgc_format(f->key, sizeof f->key, "[offer:%s] %s", c->offer->id, key);
}

static int64_t own_number(const struct letter_case *c, const struct offer *o, const char *key)
{
    return pgc_num(c->h, "offer", o->id, key, ASK_NONE);
}

static bool term(struct letter_case *c, struct letter_fact *f, const char *key, bool dollars)
{
    char text[MONEY_TEXT];
    if (letter_no_offer(c, f))
        return false;
    key_of(c, f, key);
    int64_t number = own_number(c, c->offer, key);
    if (number == ASK_NONE)
        return letter_missing(f, "%s", f->key);
    pgc_format(f->text, sizeof f->text, "%s",
               dollars ? money_text(number, text) : money_count(number, text));
    return true;
}

static bool base(struct letter_case *c, struct letter_fact *f)
{
    return term(c, f, "base", true);
}

int64_t letter_threshold(const struct letter_case *c, const struct offer *o)
{
    int64_t first = own_number(c, o, "wrvu_threshold_y1");
    return first != ASK_NONE ? first : own_number(c, o, "wrvu_threshold");
}

static bool wrvu_threshold(struct letter_case *c, struct letter_fact *f)
{
    return term(c, f,
                c->offer && pgc_has(c->h, "offer", c->offer->id, "wrvu_threshold_y1")
                    ? "wrvu_threshold_y1"
                    : "wrvu_threshold",
                false);
}

/* It helps only where it lies below the threshold. */
static bool wrvu_history(struct letter_case *c, struct letter_fact *f)
{
    if (!term(c, f, "wrvu_history_new_hire", false))
        return false;
    if (own_number(c, c->offer, "wrvu_history_new_hire") >= letter_threshold(c, c->offer))
        return letter_missing(f, "new hires below the threshold");
    return true;
}

/* S0-36: asked for while they have not given it. */
static bool history_request(struct letter_case *c, struct letter_fact *f)
{
    if (letter_no_offer(c, f))
        return false;
    if (pgc_has(c->h, "offer", c->offer->id, "wrvu_history_new_hire"))
        return letter_missing(f, "nothing: they gave their figures");
    pgc_format(f->text, sizeof f->text,
               "what recently hired physicians reached and how many of them earned the bonus");
    return true;
}

static const char *plural(double n)
{
    return n > 1 || n < 1 ? "s" : "";
}

static bool covenant(struct letter_case *c, struct letter_fact *f)
{
    double miles, months;
    if (letter_no_offer(c, f))
        return false;
    const char *id = c->offer->id, *scope = pgc_text(c->h, "offer", id, "noncompete_scope", "");
    key_of(c, f, "noncompete_miles");
    if (strcmp(scope, "none") == 0)
        return letter_missing(f, "a non-compete to ask about: [offer:%s] noncompete_scope is none",
                              id);
    if (!terms_number(c->h, id, "noncompete_miles", &miles))
        return letter_missing(f, "%s", f->key);
    pgc_format(f->text, sizeof f->text, "%g mile%s%s", miles, plural(miles),
               strcmp(scope, "any_facility") == 0   ? " from any of your facilities"
               : strcmp(scope, "primary_site") == 0 ? " from the primary site"
                                                    : "");
    if (terms_number(c->h, id, "noncompete_months", &months))
        pgc_append(f->text, sizeof f->text, " for %g month%s", months, plural(months));
    return true;
}

/* S0-38: from the primary site alone, 10 miles, 12 months, or what they have if that is less. */
static bool covenant_ask(struct letter_case *c, struct letter_fact *f)
{
    double miles = USUAL_MILES, months = USUAL_MONTHS;
    if (letter_no_offer(c, f))
        return false;
    key_of(c, f, "noncompete_miles");
    if (!terms_covenant_broad(c->h, c->offer->id))
        return letter_missing(
            f,
            "a covenant that is broader than usual ([offer:%s] noncompete_scope, _miles, _months)",
            c->offer->id);
    if (terms_number(c->h, c->offer->id, "noncompete_miles", &miles) && miles > USUAL_MILES)
        miles = USUAL_MILES;
    if (terms_number(c->h, c->offer->id, "noncompete_months", &months) && months > USUAL_MONTHS)
        months = USUAL_MONTHS;
    pgc_format(f->text, sizeof f->text, "%g mile%s from the primary site for %g month%s", miles,
               plural(miles), months, plural(months));
    return true;
}

static bool call_load(struct letter_case *c, struct letter_fact *f)
{
    double days = 0, nights = 0;
    if (letter_no_offer(c, f))
        return false;
    key_of(c, f, "call_days_month");
    bool has_days = terms_number(c->h, c->offer->id, "call_days_month", &days) && days > 0;
    bool has_nights = terms_number(c->h, c->offer->id, "nights_month", &nights) && nights > 0;
    if (!has_days && !has_nights)
        return letter_missing(f, "%s or nights_month", f->key);
    if (pgc_has(c->h, "offer", c->offer->id, "call_cap"))
        return letter_missing(f, "call without a limit: [offer:%s] call_cap is set", c->offer->id);
    if (has_days)
        pgc_append(f->text, sizeof f->text, "%g call day%s", days, plural(days));
    if (has_nights)
        pgc_append(f->text, sizeof f->text, "%s%g night%s", has_days ? " and " : "", nights,
                   plural(nights));
    pgc_append(f->text, sizeof f->text, " a month");
    return true;
}

static bool first_choice(struct letter_case *c, struct letter_fact *f)
{
    if (letter_no_offer(c, f))
        return false;
    if (!pgc_is(c->h, "decide", "", "sign_today", c->offer->id))
        return letter_missing(f, "[decide] sign_today = %s, for only then is it true",
                              c->offer->id);
    pgc_format(f->text, sizeof f->text, "my first choice");
    return true;
}

bool letter_has_contract(const struct letter_case *c)
{
    return c->offer && (pgc_is(c->h, "offer", c->offer->id, "doc", "contract") ||
                        c->offer->contract != PGYD_NO_DAY);
}

static bool full_contract(struct letter_case *c, struct letter_fact *f)
{
    if (letter_no_offer(c, f))
        return false;
    if (letter_has_contract(c))
        return letter_missing(f, "nothing: the contract is there");
    pgc_format(f->text, sizeof f->text, "the full contract");
    return true;
}

/* S0-56: what counsel would name first. */
static bool clauses(struct letter_case *c, struct letter_fact *f)
{
    const char *words[2];
    uint32_t n = 0;
    struct terms_triad triad;
    if (letter_no_offer(c, f))
        return false;
    const char *id = c->offer->id;
    int64_t history = own_number(c, c->offer, "wrvu_history_new_hire"),
            threshold = letter_threshold(c, c->offer);
    terms_triad_of(c->h, id, &triad);
    const struct {
        bool is;
        const char *words;
    } all[] = {
        {terms_covenant_broad(c->h, id), "the non-compete"},
        {triad.tail == 1, "the malpractice tail"},
        {threshold != ASK_NONE && history != ASK_NONE && threshold > history,
         "the work RVU threshold"},
        {pgc_is(c->h, "offer", id, "call_change", "unilateral"), "changes to call"},
        {pgc_is(c->h, "offer", id, "clawback", "cliff"), "repayment of the sign-on"},
        {triad.without_cause == 1, "termination without cause"},
    };
    for (uint32_t i = 0; i < PGC_COUNT(all) && n < PGC_COUNT(words); i++) {
        if (all[i].is)
            words[n++] = all[i].words;
    }
    if (n < PGC_COUNT(words))
        return letter_missing(f, "two clauses to name: see pgyctl report terms offer=%s", id);
    letter_join(f->text, sizeof f->text, words, n, "and");
    return true;
}

/* S0-40, S0-51: the easiest to move, those they said no to left out. */
static bool substitutes(struct letter_case *c, struct letter_fact *f)
{
    static const struct {
        const char *key, *words;
    } all[] = {{"sign_on", "the sign-on payment"},
               {"loan_repay_total", "loan repayment"},
               {"relocation", "relocation"},
               {"retention", "retention"}};
    const char *words[AREAS];
    uint32_t n = 0;
    if (letter_no_offer(c, f))
        return false;
    for (uint32_t i = 0; i < PGC_COUNT(all) && n < PGC_COUNT(words); i++) {
        if (!offer_capped(c->h, c->offer->id, all[i].key))
            words[n++] = all[i].words;
    }
    if (n == 0)
        return letter_missing(f, "a payment that can still move: they said no to all of them");
    letter_join(f->text, sizeof f->text, words, n, "or");
    return true;
}

/* ---- what is asked ---- */

/* Words for a term that a letter can name without a figure; NULL: none. */
static const char *area_of(const char *term)
{
    static const char *const areas[][2] = {
        {"base", "base pay"},
        {"wrvu_threshold", "the work RVU threshold"},
        {"wrvu_rate", "the work RVU rate"},
        {"noncompete", "the non-compete"},
        {"call_cap", "call"},
        {"nights_month", "nights"},
        {"sign_on", "the sign-on payment"},
        {"loan_repay_total", "loan repayment"},
        {"relocation", "relocation"},
        {"retention", "retention"},
        {"tail", "the malpractice tail"},
        {"buy_in", "the buy-in"},
        {"partner_years", "the partnership timeline"},
        {"partnership_written", "the partnership track"},
        {"pto_days", "days off"},
        {"cme_days", "course days"},
        {"cme_usd", "course money"},
        {"moonlighting", "outside work"},
        {"notice_days", "notice"},
        {"term_months", "the first term"},
    };
    for (uint32_t i = 0; i < PGC_COUNT(areas); i++) {
        if (strcmp(areas[i][0], term) == 0)
            return areas[i][1];
    }
    return NULL;
}

/* S0-28: two or three directions, in all of which one other offer in writing shows that it can be
 * done; no figure. */
static bool directions(struct letter_case *c, struct letter_fact *f)
{
    const char *words[AREAS];
    uint32_t n = 0;
    if (letter_no_offer(c, f))
        return false;
    for (uint32_t i = 0; i < c->asks.n && n < PGC_COUNT(words); i++) {
        const char *term = c->asks.list[i].term,
                   *area = letter_rival_better(c, term) ? area_of(term) : NULL;
        if (area)
            words[n++] = area;
    }
    if (n == 0)
        return letter_missing(
            f,
            "a term in which another offer in writing is better: see pgyctl report asks offer=%s",
            c->offer->id);
    letter_join(f->text, sizeof f->text, words, n, "and");
    return true;
}

/* S1-40: the request that counts most. */
static bool ask(struct letter_case *c, struct letter_fact *f)
{
    for (uint32_t i = 0; c->offer && i < c->asks.n; i++) {
        if (c->asks.list[i].unlock)
            continue;
        pgc_format(f->text, sizeof f->text, "%s", c->asks.list[i].text);
        return true;
    }
    if (c->offer)
        return letter_missing(f, "something to ask for: see pgyctl report asks offer=%s",
                              c->offer->id);
    pgc_format(f->text, sizeof f->text, "pay that reflects this role");
    return true;
}

/* The offer in writing with the highest base above the own one. */
static const struct offer *better_base(const struct letter_case *c, int64_t *best)
{
    const struct offer *found = NULL;
    *best = own_number(c, c->offer, "base");
    for (uint32_t i = 0; *best != ASK_NONE && i < c->offers.n; i++) {
        const struct offer *o = &c->offers.list[i];
        int64_t theirs = own_number(c, o, "base");
        if (o == c->offer || !o->live || !o->written || theirs <= *best)
            continue;
        found = o;
        *best = theirs;
    }
    return found;
}

/* S0-33, S0-34: most of the gap, never the other's figure. */
static bool base_target(struct letter_case *c, struct letter_fact *f)
{
    char text[MONEY_TEXT];
    int64_t theirs, own;
    if (letter_no_offer(c, f))
        return false;
    key_of(c, f, "base");
    own = own_number(c, c->offer, "base");
    if (own == ASK_NONE)
        return letter_missing(f, "%s", f->key);
    if (offer_capped(c->h, c->offer->id, "base"))
        return letter_missing(
            f, "a base that can move (they said no: letter bonus_substitute asks for the rest)");
    if (!better_base(c, &theirs))
        return letter_missing(f, "another offer in writing with a higher base");
    int64_t target = asks_base_target(own, theirs, asks_ratio(c->h));
    if (target == ASK_NONE)
        return letter_missing(f, "a gap in base that is worth a letter");
    pgc_format(f->text, sizeof f->text, "%s", money_text(target, text));
    return true;
}

/* S0-27: the middle of the market, else what narrows the gap. */
static bool target(struct letter_case *c, struct letter_fact *f)
{
    char text[MONEY_TEXT];
    int64_t middle = pgc_num(c->h, "market", "", "benchmark_p50", ASK_NONE);
    if (letter_no_offer(c, f))
        return false;
    if (!offer_capped(c->h, c->offer->id, "base") && middle > own_number(c, c->offer, "base")) {
        pgc_format(f->key, sizeof f->key, "[market] benchmark_p50");
        pgc_format(f->text, sizeof f->text, "%s", money_text(middle, text));
        return true;
    }
    return base_target(c, f) ||
           letter_missing(f, "a target above the base: [market] benchmark_p50, or another offer in "
                             "writing with a higher base");
}

static bool higher_offer(struct letter_case *c, struct letter_fact *f)
{
    int64_t best;
    if (letter_no_offer(c, f))
        return false;
    if (!better_base(c, &best))
        return letter_missing(f, "another offer in writing with a higher base");
    pgc_format(f->text, sizeof f->text, "another written offer with a higher base");
    return true;
}

static bool sign_on_target(struct letter_case *c, struct letter_fact *f)
{
    char text[MONEY_TEXT];
    for (uint32_t i = 0; c->offer && i < c->asks.n; i++) {
        const struct ask *a = &c->asks.list[i];
        if (strcmp(a->term, "sign_on") != 0 || a->to == ASK_NONE ||
            offer_capped(c->h, c->offer->id, "sign_on"))
            continue;
        pgc_format(f->text, sizeof f->text, "%s", money_text(a->to, text));
        return true;
    }
    return letter_missing(f, "a target for the sign-on payment");
}

/* ---- more time ---- */

static bool extension(struct letter_case *c, struct letter_fact *f, pgyd_day *first, pgyd_day *last)
{
    if (letter_no_offer(c, f))
        return false;
    struct offer o = *c->offer;
    o.extension_requested = c->h->today;
    key_of(c, f, "answer_by");
    if (!offer_extension(c->h, &o, first, last))
        return letter_missing(f, "a date that a letter can move: a committee meets on this one");
    if (*last <= c->h->today || (o.hard != PGYD_NO_DAY && *last <= o.hard))
        return letter_missing(f, "time to gain: your own deadline or theirs leaves none");
    return true;
}

static bool extension_days(struct letter_case *c, struct letter_fact *f)
{
    pgyd_day first, last;
    if (!extension(c, f, &first, &last))
        return false;
    if (first == last)
        pgc_format(f->text, sizeof f->text, "%d day%s", last - c->h->today,
                   last - c->h->today == 1 ? "" : "s");
    else
        pgc_format(f->text, sizeof f->text, "%d to %d days", first - c->h->today,
                   last - c->h->today);
    /* One's own deadline does not wait for the contract. */
    if (!letter_has_contract(c) && last - c->h->today == EXTENSION_HIGH)
        pgc_append(f->text, sizeof f->text, " from the day the full contract reaches me");
    return true;
}

/* The day on which counsel is through with this contract, sent today if it has not been sent. */
static pgyd_day review_ends(const struct letter_case *c)
{
    const struct pgyd_host *h = c->h;
    pgyd_day sent = pgc_day(h, "review", "", "sent"), done = pgc_day(h, "review", "", "done"),
             contract = c->offer->contract;
    bool is_sent = sent != PGYD_NO_DAY && (contract == PGYD_NO_DAY || sent >= contract);
    if (done != PGYD_NO_DAY && (contract == PGYD_NO_DAY || done >= contract))
        return done;
    return h->add_business(h->ctx, is_sent ? sent : h->today,
                           (int32_t)pgc_num(h, "review", "", "turnaround_days", REVIEW_DAYS));
}

/* S0-21: promised only once the contract is there to be read, and never for a day off. */
static bool extension_until(struct letter_case *c, struct letter_fact *f)
{
    pgyd_day first, last;
    if (!extension(c, f, &first, &last))
        return false;
    if (!letter_has_contract(c))
        return letter_missing(f, "the full contract");
    pgyd_day least = pgc_later(c->h->today, c->offer->hard);
    while (last > least && !c->h->is_business(c->h->ctx, last))
        last--;
    if (last <= least)
        return letter_missing(f,
                              "a business day to promise: your own deadline or theirs leaves none");
    if (review_ends(c) > last)
        return letter_missing(f, "a review that ends before then ([review] turnaround_days)");
    letter_day(c->h, last, f->text, sizeof f->text);
    return true;
}

static const struct letter_entry facts[] = {
    {"base", base},
    {"wrvu_threshold", wrvu_threshold},
    {"wrvu_history", wrvu_history},
    {"history_request", history_request},
    {"covenant", covenant},
    {"covenant_ask", covenant_ask},
    {"call_load", call_load},
    {"fit", letter_fit},
    {"first_choice", first_choice},
    {"full_contract", full_contract},
    {"clauses", clauses},
    {"substitutes", substitutes},
    {"directions", directions},
    {"ask", ask},
    {"base_target", base_target},
    {"target", target},
    {"higher_offer", higher_offer},
    {"sign_on_target", sign_on_target},
    {"extension_days", extension_days},
    {"extension_until", extension_until},
};

const struct letter_table *letter_offer_facts(void)
{
    static const struct letter_table table = {facts, PGC_COUNT(facts)};
    return &table;
}
