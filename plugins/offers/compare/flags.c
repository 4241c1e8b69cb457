/* SPDX-License-Identifier: BSD-2-Clause */
/* What is wrong with the terms of an offer, with what to ask for, and the risk index. Which terms
 * there are is terms.c's table. */
#include "plugins/offers/compare/money.h"
#include "plugins/offers/compare/terms.h"

#include <stdarg.h>
#include <string.h>
#include <strings.h>

/* What the articles accept of a covenant and ask for otherwise (S0-38); months of a first term and
 * days of notice that are usual. */
enum { COVENANT_MILES = 10, COVENANT_MONTHS = 12, USUAL_TERM = 36, USUAL_NOTICE = 90 };

static const char ask_covenant[] = "No covenant; else from the primary site alone, 10 miles, 12 "
                                   "months, void when they end it without cause.";
static const char ask_data[] = "In writing: work units of the new hires of recent years, and how "
                               "many of them reached the bonus.";

struct raising {
    const struct pgyd_host *h;
    const char *id;
    struct terms_flags *flags;
};

__attribute__((format(printf, 6, 7))) static void raise_flag(struct raising *r, const char *name,
                                                             bool red, const char *ref,
                                                             const char *ask, const char *why, ...)
{
    if (r->flags->n == TERMS_FLAGS)
        return;
    struct terms_flag *flag = &r->flags->list[r->flags->n++];
    va_list ap;
    *flag = (struct terms_flag){.name = name, .red = red, .ask = ask, .ref = ref};
    va_start(ap, why);
    pgc_vformat(flag->why, sizeof flag->why, why, ap);
    va_end(ap);
    r->flags->red += red;
}

static bool says(const char *text, const char *word)
{
    size_t len = strlen(word);
    for (; text && *text; text++) {
        if (strncasecmp(text, word, len) == 0)
            return true;
    }
    return false;
}

bool terms_covenant_broad(const struct pgyd_host *h, const char *id)
{
    double miles = 0, months = 0;
    if (pgc_is(h, "offer", id, "noncompete_scope", "none"))
        return false;
    if (pgc_is(h, "offer", id, "noncompete_scope", "any_facility"))
        return true;
    return (terms_number(h, id, "noncompete_miles", &miles) && miles > COVENANT_MILES) ||
           (terms_number(h, id, "noncompete_months", &months) && months > COVENANT_MONTHS);
}

static bool covenant_known(const struct pgyd_host *h, const char *id)
{
    return pgc_is(h, "offer", id, "noncompete_scope", "none") ||
           (pgc_has(h, "offer", id, "noncompete_scope") &&
            pgc_has(h, "offer", id, "noncompete_miles") &&
            pgc_has(h, "offer", id, "noncompete_months"));
}

static void pay_flags(struct raising *r)
{
    const struct pgyd_host *h = r->h;
    char a[MONEY_TEXT], b[MONEY_TEXT];
    int64_t threshold = money_threshold(h, r->id, 1),
            history = pgc_num(h, "offer", r->id, "wrvu_history_new_hire", -1);
    int64_t claim = pgc_num(h, "offer", r->id, "wrvu_claim", -1);
    bool bonus = threshold > 0 || pgc_has(h, "offer", r->id, "wrvu_rate");
    if (history >= 0 && threshold > history)
        raise_flag(r, "Threshold out of reach", true, "S0-11",
                   "A lower threshold in years 1 and 2, in steps, or one that begins later.",
                   "The bonus begins at %s work units; new hires reached %s.",
                   money_count(threshold, a), money_count(history, b));
    if (claim >= 0 && history < 0)
        raise_flag(r, "Claim without data", true, "S0-14", ask_data,
                   "%s work units were named, with nothing in writing behind it.",
                   money_count(claim, a));
    if (bonus && (history < 0 || !pgc_has(h, "offer", r->id, "bonus_hit_pct")))
        raise_flag(r, "Bonus history missing", false, "S0-36", ask_data, "%s is not known.",
                   history < 0 ? "What new hires reached" : "How many reached the bonus");
    if (pgc_is(h, "offer", r->id, "partnership_written", "no"))
        raise_flag(r, "Partnership not in writing", true, "S0-13",
                   "Track, timing and buy-in in writing.",
                   "What is not in writing counts as nothing in any total.");
    if (pgc_is(h, "offer", r->id, "ancillary_included", "no"))
        raise_flag(r, "Ancillary income excluded", false, "S2-41",
                   "A share from a named date on, or pay that makes up for it.",
                   "Partners do not share in it.");
    if (pgc_num(h, "offer", r->id, "sign_on", 0) > 0 &&
        money_clawback(h, r->id, 0) == MONEY_UNKNOWN)
        raise_flag(r, "Sign-on: what is owed back", false, "S0-40",
                   "Until when a part is owed, and whether it falls month by month.",
                   "Nothing is known of what is owed on leaving.");
    if (pgc_is(h, "offer", r->id, "clawback", "cliff") &&
        pgc_num(h, "offer", r->id, "sign_on_clawback_months", 0) > 0)
        raise_flag(r, "Sign-on owed in full", false, "S0-40", "Month by month instead.",
                   "All of it is owed up to month %lld.",
                   (long long)pgc_num(h, "offer", r->id, "sign_on_clawback_months", 0));
}

/* S0-39: part of the pay, all of the call. */
static void fte_trap(struct raising *r, const char *const *rivals, uint32_t n)
{
    double fte = 0, rival_fte = 0, call = 0, rival_call = 0;
    if (!terms_number(r->h, r->id, "fte", &fte) || fte >= 1 || !terms_call_days(r->h, r->id, &call))
        return;
    for (uint32_t i = 0; i < n; i++) {
        if (!terms_number(r->h, rivals[i], "fte", &rival_fte) || rival_fte < 1 ||
            !terms_call_days(r->h, rivals[i], &rival_call) || call < rival_call)
            continue;
        raise_flag(r, "Part time on paper", true, "S0-39",
                   "Call in proportion to the FTE: a cap, or pay for each call past it.",
                   "%.3g FTE with %.10g call days a year; a full-time offer has %.10g.", fte, call,
                   rival_call);
        return;
    }
}

static void work_flags(struct raising *r)
{
    const struct pgyd_host *h = r->h;
    double number = 0;
    bool days = terms_call_days(h, r->id, &number);
    if (!days && !terms_nights(h, r->id, &number))
        raise_flag(r, "Call data missing", true, "S0-09",
                   "Days and nights of call a month, weekends, and who else shares them.",
                   "Call and nights weigh more than they look; there is no number.");
    if (!days && says(pgc_text(h, "offer", r->id, "call", NULL), "equal"))
        raise_flag(r, "Call shared equally", true, "S1-02",
                   "Among how many, in days and nights a month, in the contract.",
                   "Equally among whom is not said, nor how often.");
    if (pgc_is(h, "offer", r->id, "call_change", "unilateral"))
        raise_flag(r, "Call can change", false, "S2-41", "A cap, and pay for each call beyond it.",
                   "They may change it without you.");
    if (pgc_is(h, "offer", r->id, "moonlighting", "restricted"))
        raise_flag(r, "Moonlighting restricted", false, "S0-71",
                   "Allowed where it does not compete, with notice.",
                   "Work elsewhere needs their consent, or is barred.");
}

static void exit_flags(struct raising *r)
{
    const struct pgyd_host *h = r->h;
    struct terms_triad triad;
    char text[TERMS_CELL];
    double number = 0;
    if (terms_covenant_broad(h, r->id))
        raise_flag(r, "Broad non-compete", true, "S0-10", ask_covenant, "%s.",
                   terms_covenant(h, r->id, text));
    if (pgc_is(h, "offer", r->id, "tail", "physician"))
        raise_flag(r, "You pay the tail", false, "S2-35",
                   "Tail from the employer, or at least when they end it without cause.",
                   "One payment of 1.5 to 2.5 yearly premiums on leaving.");
    terms_triad_of(h, r->id, &triad);
    if (triad.tail == 1 && triad.covenant == 1 && triad.without_cause == 1)
        raise_flag(r, "Trap", true, "S2-35", "At least one of the three out; then counsel.",
                   "You pay the tail, the covenant is broad, and they may end it without cause.");
    if (terms_number(h, r->id, "term_months", &number) && number > USUAL_TERM)
        raise_flag(r, "Long first term", false, "S0-23", "One to three years.", "%.0f months.",
                   number);
    if (terms_number(h, r->id, "notice_days", &number) && number > USUAL_NOTICE)
        raise_flag(r, "Long notice", false, "S0-23",
                   "Sixty to ninety days, the same for both sides.", "%.0f days.", number);
    if (pgc_yes(h, "offer", r->id, "nonneg"))
        raise_flag(r, "Said not to be negotiable", true, "S1-02",
                   "Which terms cannot move, and which can.",
                   "A standard text for all is a claim, not a fact.");
}

/* S0-23: the dangerous parts of a contract; a letter leaves them out. */
static void draft_flags(struct raising *r)
{
    const struct pgyd_host *h = r->h;
    double number = 0;
    if (!pgc_is(h, "offer", r->id, "doc", "contract") &&
        pgc_last(h, "offer", r->id, "contract-received") == PGYD_NO_DAY) {
        raise_flag(r, "Letter only", false, "S0-23", "The full contract.",
                   "What follows rests on an offer letter alone.");
        return;
    }
    const struct {
        bool known;
        const char *name;
    } clauses[] = {
        {covenant_known(h, r->id), "non-compete"},
        {pgc_has(h, "offer", r->id, "notice_days") && pgc_has(h, "offer", r->id, "without_cause"),
         "termination"},
        {terms_call_days(h, r->id, &number) || terms_nights(h, r->id, &number), "call"},
        {money_threshold(h, r->id, 1) >= 0 ||
             (terms_number(h, r->id, "wrvu_rate", &number) && number <= 0),
         "wRVU threshold"},
    };
    for (uint32_t i = 0; i < PGC_COUNT(clauses); i++) {
        if (!clauses[i].known)
            raise_flag(r, "Clause not read", false, "S0-23",
                       "Find it in the contract; ask where it is not there.",
                       "You hold the contract, and its %s is not known in full.", clauses[i].name);
    }
}

void terms_flags_of(const struct pgyd_host *h, const char *id, const char *const *rivals,
                    uint32_t nrivals, struct terms_flags *flags)
{
    struct raising r = {h, id, flags};
    flags->n = flags->red = 0;
    pay_flags(&r);
    work_flags(&r);
    fte_trap(&r, rivals, nrivals);
    exit_flags(&r);
    draft_flags(&r);
}

void terms_triad_of(const struct pgyd_host *h, const char *id, struct terms_triad *triad)
{
    struct pgyd_value v;
    triad->tail =
        !pgc_has(h, "offer", id, "tail") ? -1 : pgc_is(h, "offer", id, "tail", "physician");
    triad->covenant = terms_covenant_broad(h, id) ? 1 : covenant_known(h, id) ? 0 : -1;
    triad->without_cause = pgc_get(h, "offer", id, "without_cause", &v) ? v.num == 1 : -1;
}

void terms_risk_of(const struct pgyd_host *h, const char *id, struct terms_risk *risk)
{
    double rate = 0;
    bool partner = pgc_is(h, "offer", id, "partnership_written", "na") ||
                   (pgc_is(h, "offer", id, "partnership_written", "yes") &&
                    pgc_has(h, "offer", id, "partner_years") && pgc_has(h, "offer", id, "buy_in"));
    bool has_rate = terms_number(h, id, "wrvu_rate", &rate);
    bool games = has_rate && (rate <= 0 || (money_threshold(h, id, 1) >= 0 &&
                                            pgc_has(h, "offer", id, "wrvu_history_new_hire")));
    bool ancillary = pgc_has(h, "offer", id, "ancillary_included") &&
                     !pgc_is(h, "offer", id, "ancillary_included", "unspecified");
    const struct terms_clause clauses[TERMS_CLAUSES] = {
        {"Non-compete", 35, !covenant_known(h, id), "scope, radius and months"},
        {"Partnership track", 28, !partner, "in writing: years and buy-in, or that there is none"},
        {"Work units and bonus", 22, !games,
         "rate, threshold and what new hires reached, or that there is no such bonus"},
        {"Changes of call", 18, !pgc_is(h, "offer", id, "call_change", "fixed"),
         "that call is fixed"},
        {"Ancillary income", 15, !ancillary, "whether partners share in it"},
    };
    risk->index = 0;
    for (uint32_t i = 0; i < TERMS_CLAUSES; i++) {
        risk->clause[i] = clauses[i];
        risk->index += clauses[i].open ? clauses[i].weight : 0;
    }
}
