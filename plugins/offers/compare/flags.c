/* SPDX-License-Identifier: BSD-2-Clause */
/* What is wrong with the terms of an offer, and the risk index. What is said of it and what to ask
 * for is lists/flags.tsv's, which terms there are terms.c's table. */
#include "plugins/offers/compare/flags.h"

#include "plugins/common/fill.h"
#include "plugins/offers/compare/money.h"
#include "plugins/offers/compare/terms.h"

#include <string.h>
#include <strings.h>

/* What the articles accept of a covenant and ask for otherwise (S0-38); months of a first term and
 * days of notice that are usual. */
enum { COVENANT_MILES = 10, COVENANT_MONTHS = 12, USUAL_TERM = 36, USUAL_NOTICE = 90 };

enum { NUMBER = 32 };

struct raising {
    const struct pgyd_host *h;
    const struct flags_list *words;
    const char *id;
    struct terms_flags *flags;
};

/* With what the {names} of its words stand for. */
static void raise_said(struct raising *r, enum flag_id id, const struct pgc_filling *said,
                       uint32_t n)
{
    if (r->flags->n == TERMS_FLAGS)
        return;
    struct terms_flag *flag = &r->flags->list[r->flags->n++];
    *flag = (struct terms_flag){.words = &r->words->of[id], .red = flags_known(id)->red};
    pgc_fill(flag->why, sizeof flag->why, flag->words->why, said, n);
    r->flags->red += flag->red;
}

static void raise_flag(struct raising *r, enum flag_id id)
{
    raise_said(r, id, NULL, 0);
}

static void raise_with(struct raising *r, enum flag_id id, const char *name, const char *text)
{
    raise_said(r, id, &(struct pgc_filling){name, text}, 1);
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
    char a[MONEY_TEXT], b[MONEY_TEXT], month[NUMBER];
    int64_t threshold = money_threshold(h, r->id, 1),
            history = pgc_num(h, "offer", r->id, "wrvu_history_new_hire", -1);
    int64_t claim = pgc_num(h, "offer", r->id, "wrvu_claim", -1),
            owed = pgc_num(h, "offer", r->id, "sign_on_clawback_months", 0);
    bool bonus = threshold > 0 || pgc_has(h, "offer", r->id, "wrvu_rate");
    if (history >= 0 && threshold > history) {
        const struct pgc_filling said[] = {{"threshold", money_count(threshold, a)},
                                           {"reached", money_count(history, b)}};
        raise_said(r, FLAG_THRESHOLD, said, PGC_COUNT(said));
    }
    if (claim >= 0 && history < 0)
        raise_with(r, FLAG_CLAIM, "claim", money_count(claim, a));
    if (bonus && (history < 0 || !pgc_has(h, "offer", r->id, "bonus_hit_pct")))
        raise_flag(r, history < 0 ? FLAG_BONUS_HISTORY : FLAG_BONUS_SHARE);
    if (pgc_is(h, "offer", r->id, "partnership_written", "no"))
        raise_flag(r, FLAG_PARTNERSHIP);
    if (pgc_is(h, "offer", r->id, "ancillary_included", "no"))
        raise_flag(r, FLAG_ANCILLARY);
    if (pgc_num(h, "offer", r->id, "sign_on", 0) > 0 &&
        money_clawback(h, r->id, 0) == MONEY_UNKNOWN)
        raise_flag(r, FLAG_SIGN_ON);
    if (pgc_is(h, "offer", r->id, "clawback", "cliff") && owed > 0)
        raise_with(r, FLAG_SIGN_ON_CLIFF, "months",
                   pgc_format(month, sizeof month, "%lld", (long long)owed));
}

/* S0-39: part of the pay, all of the call. */
static void fte_trap(struct raising *r, const char *const *rivals, uint32_t n)
{
    double fte = 0, rival_fte = 0, call = 0, rival_call = 0;
    if (!terms_number(r->h, r->id, "fte", &fte) || fte >= 1 || !terms_call_days(r->h, r->id, &call))
        return;
    for (uint32_t i = 0; i < n; i++) {
        char share[NUMBER], days[NUMBER], rival[NUMBER];
        if (!terms_number(r->h, rivals[i], "fte", &rival_fte) || rival_fte < 1 ||
            !terms_call_days(r->h, rivals[i], &rival_call) || call < rival_call)
            continue;
        const struct pgc_filling said[] = {
            {"fte", pgc_format(share, sizeof share, "%.3g", fte)},
            {"days", pgc_format(days, sizeof days, "%.10g", call)},
            {"rival", pgc_format(rival, sizeof rival, "%.10g", rival_call)}};
        raise_said(r, FLAG_PART_TIME, said, PGC_COUNT(said));
        return;
    }
}

static void work_flags(struct raising *r)
{
    const struct pgyd_host *h = r->h;
    double number = 0;
    bool days = terms_call_days(h, r->id, &number);
    if (!days && !terms_nights(h, r->id, &number))
        raise_flag(r, FLAG_CALL);
    if (!days && says(pgc_text(h, "offer", r->id, "call", NULL), "equal"))
        raise_flag(r, FLAG_CALL_EQUAL);
    if (pgc_is(h, "offer", r->id, "call_change", "unilateral"))
        raise_flag(r, FLAG_CALL_CHANGE);
    if (pgc_is(h, "offer", r->id, "moonlighting", "restricted"))
        raise_flag(r, FLAG_MOONLIGHTING);
}

static void exit_flags(struct raising *r)
{
    const struct pgyd_host *h = r->h;
    struct terms_triad triad;
    char text[TERMS_CELL];
    double number = 0;
    if (terms_covenant_broad(h, r->id))
        raise_with(r, FLAG_COVENANT, "covenant", terms_covenant(h, r->id, text));
    if (pgc_is(h, "offer", r->id, "tail", "physician"))
        raise_flag(r, FLAG_TAIL);
    terms_triad_of(h, r->id, &triad);
    if (triad.tail == 1 && triad.covenant == 1 && triad.without_cause == 1)
        raise_flag(r, FLAG_TRAP);
    if (terms_number(h, r->id, "term_months", &number) && number > USUAL_TERM)
        raise_with(r, FLAG_TERM, "months", pgc_format(text, sizeof text, "%.0f", number));
    if (terms_number(h, r->id, "notice_days", &number) && number > USUAL_NOTICE)
        raise_with(r, FLAG_NOTICE, "days", pgc_format(text, sizeof text, "%.0f", number));
    if (pgc_yes(h, "offer", r->id, "nonneg"))
        raise_flag(r, FLAG_NOT_NEGOTIABLE);
}

/* S0-23: the dangerous parts of a contract; a letter leaves them out. */
static void draft_flags(struct raising *r)
{
    const struct pgyd_host *h = r->h;
    double number = 0;
    if (!pgc_is(h, "offer", r->id, "doc", "contract") &&
        pgc_last(h, "offer", r->id, "contract-received") == PGYD_NO_DAY) {
        raise_flag(r, FLAG_LETTER_ONLY);
        return;
    }
    if (!covenant_known(h, r->id))
        raise_flag(r, FLAG_CLAUSE_COVENANT);
    if (!pgc_has(h, "offer", r->id, "notice_days") || !pgc_has(h, "offer", r->id, "without_cause"))
        raise_flag(r, FLAG_CLAUSE_TERMINATION);
    if (!terms_call_days(h, r->id, &number) && !terms_nights(h, r->id, &number))
        raise_flag(r, FLAG_CLAUSE_CALL);
    if (money_threshold(h, r->id, 1) < 0 &&
        !(terms_number(h, r->id, "wrvu_rate", &number) && number <= 0))
        raise_flag(r, FLAG_CLAUSE_THRESHOLD);
}

void terms_flags_of(const struct pgyd_host *h, const struct flags_list *words, const char *id,
                    const char *const *rivals, uint32_t nrivals, struct terms_flags *flags)
{
    struct raising r = {h, words, id, flags};
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
        {FLAG_RISK_COVENANT, 35, !covenant_known(h, id)},
        {FLAG_RISK_PARTNERSHIP, 28, !partner},
        {FLAG_RISK_BONUS, 22, !games},
        {FLAG_RISK_CALL, 18, !pgc_is(h, "offer", id, "call_change", "fixed")},
        {FLAG_RISK_ANCILLARY, 15, !ancillary},
    };
    risk->index = 0;
    for (uint32_t i = 0; i < TERMS_CLAUSES; i++) {
        risk->clause[i] = clauses[i];
        risk->index += clauses[i].open ? clauses[i].weight : 0;
    }
}
