/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of terms, and their values as words and numbers. What is wrong with them is in flags.c.
 */
#include "plugins/offers/compare/terms.h"

#include "plugins/common/texts/words.h"
#include "plugins/offers/compare/money.h"

#include <string.h>

enum { MONTHS = 12 };

#define TERM(key_, name_, unit_, better_, means_, ref_)                                            \
    {                                                                                              \
        key_, name_, unit_, better_, 0, NULL, means_, ref_                                         \
    }
#define SIX(key_, name_, unit_, better_, means_)                                                   \
    {                                                                                              \
        key_, name_, unit_, better_, 1, NULL, means_, "S0-04"                                      \
    }
#define RANKED(key_, name_, best_, means_, ref_)                                                   \
    {                                                                                              \
        key_, name_, NULL, TERMS_RANK, 0, best_, means_, ref_                                      \
    }

static const struct terms_term table[] = {
    SIX("base", "Base, year 1", NULL, TERMS_UP, "Salary of the first year before any bonus."),
    TERM("base_y2", "Base, year 2", NULL, TERMS_UP,
         "Salary of the second year, if the contract names one.", "S0-04"),
    TERM("base_y3", "Base, year 3", NULL, TERMS_UP,
         "Salary of the third year, if the contract names one.", "S0-04"),
    TERM("guarantee_months", "Guarantee", "months", TERMS_UP,
         "How long the base cannot fall with what you bill.", "S0-33"),
    SIX("wrvu_rate", "wRVU rate", "dollars a unit", TERMS_UP,
        "Paid for each work unit above the threshold."),
    SIX("wrvu_threshold", "wRVU threshold", "units", TERMS_DOWN,
        "Work units a year before the bonus begins."),
    TERM("wrvu_threshold_y1", "wRVU threshold, year 1", "units", TERMS_DOWN,
         "A lower one lets a practice fill.", "S0-37"),
    TERM("wrvu_threshold_y2", "wRVU threshold, year 2", "units", TERMS_DOWN,
         "A lower one lets a practice fill.", "S0-37"),
    TERM("wrvu_threshold_y3", "wRVU threshold, year 3", "units", TERMS_DOWN,
         "The threshold once you are established.", "S0-37"),
    TERM("wrvu_history_new_hire", "New hires reached", "units", TERMS_UP,
         "Work units of earlier new hires, from written data.", "S0-36"),
    TERM("bonus_hit_pct", "Reached the bonus", "percent", TERMS_UP,
         "How many of the physicians were paid one.", "S0-36"),
    TERM("wrvu_claim", "Volume claimed", "units", TERMS_YOURS,
         "What somebody said you would reach; it counts for nothing here.", "S0-14"),
    TERM("bonus_other", "Other bonus", NULL, TERMS_UP,
         "Quality or citizenship bonus a year: who decides on it?", "S2-41"),
    TERM("sign_on", "Sign-on", NULL, TERMS_UP, "Paid once; often owed back on leaving early.",
         "S0-40"),
    TERM("sign_on_clawback_months", "Sign-on is yours after", "months", TERMS_DOWN,
         "Until then a part of it is owed back on leaving.", "S0-40"),
    RANKED("clawback", "Owed back", "prorata|cliff",
           "Month by month, or all of it up to the last day.", "S0-40"),
    TERM("relocation", "Relocation", NULL, TERMS_UP, "Paid once; see whether it is owed back too.",
         "S0-40"),
    TERM("retention", "Retention", NULL, TERMS_UP, "Paid for staying.", "S0-40"),
    TERM("loan_repay_total", "Loan repayment", NULL, TERMS_UP, "In all, over the years below.",
         "S0-40"),
    TERM("loan_repay_years", "Loan repayment over", "years", TERMS_DOWN,
         "How long you must stay for all of it.", "S0-40"),
    TERM("partner_years", "Partnership after", "years", TERMS_DOWN,
         "Years to a vote on partnership.", "S2-41"),
    RANKED("partnership_written", "Partnership in writing", "yes|no",
           "What is not in writing counts as nothing.", "S0-13"),
    TERM("buy_in", "Buy-in", NULL, TERMS_DOWN, "What a share costs.", "S2-35"),
    RANKED("ancillary_included", "Ancillary income", "yes|no",
           "Imaging, infusion, surgery centre: whether partners share in it.", "S2-41"),
    TERM("call", "Call, in their words", NULL, TERMS_YOURS,
         "Words are not numbers: ask for days and nights.", "S1-02"),
    SIX("call_days_month", "Call days", "a month", TERMS_DOWN, "Days on call, weekends included."),
    SIX("nights_month", "Nights by the month", "a month", TERMS_DOWN,
        "Nights worked or covered a month."),
    SIX("nights_year", "Nights by the year", "a year", TERMS_DOWN,
        "Nights a year, where they count them so."),
    TERM("call_pay_after", "Extra call is paid after", "calls", TERMS_DOWN,
         "Calls beyond which each one is paid.", "S0-39"),
    TERM("call_cap", "Most calls", "calls", TERMS_DOWN, "More than these cannot be asked of you.",
         "S0-39"),
    RANKED("call_change", "Call can change", "fixed|unilateral",
           "Whether they may change call without you.", "S2-41"),
    TERM("fte", "FTE", NULL, TERMS_YOURS,
         "The part of full time that is paid; hold call against it.", "S0-39"),
    TERM("schedule", "Schedule", NULL, TERMS_YOURS, "Days a week, blocks, seven on and seven off.",
         "S1-01"),
    TERM("admin_days_month", "Protected days", "a month", TERMS_UP,
         "Days without patients for other work.", "S1-54"),
    SIX("pto_days", "Days off", "days", TERMS_UP, "Paid days off a year."),
    SIX("cme_days", "Course days", "days", TERMS_UP,
        "Paid days for courses a year, beside the days off."),
    TERM("cme_usd", "Course money", NULL, TERMS_UP, "For courses, books and dues a year.", "S1-55"),
    RANKED("moonlighting", "Moonlighting", "allowed|restricted", "Whether you may work elsewhere.",
           "S0-71"),
    TERM("telehealth", "From afar", NULL, TERMS_YOURS,
         "Whether part of the work can be done from elsewhere.", "S1-16"),
    TERM("title", "Title", NULL, TERMS_YOURS, "The title that comes with it.", "S1-54"),
    TERM("lead_path", "Way to leadership", NULL, TERMS_YOURS,
         "Which post, after how long, who decides.", "S1-54"),
    {"noncompete_scope", "Non-compete from", NULL, TERMS_RANK, 1, "none|primary_site|any_facility",
     "What the radius is drawn round: your own site, or any of theirs.", "S0-38"},
    SIX("noncompete_miles", "Non-compete radius", "miles", TERMS_DOWN,
        "Where you may not work afterwards."),
    SIX("noncompete_months", "Non-compete lasts", "months", TERMS_DOWN, "How long you may not."),
    SIX("term_months", "First term", "months", TERMS_YOURS,
        "One to three years are usual; look for automatic renewal."),
    SIX("notice_days", "Notice", "days", TERMS_YOURS,
        "Sixty to ninety days are usual, for either side."),
    TERM("without_cause", "Ends without cause", NULL, TERMS_YOURS,
         "Whether either side may end it without a reason.", "S0-23"),
    RANKED("tail", "Malpractice tail", "occurrence|employer|physician",
           "Who pays for claims that come after you left.", "S2-35"),
    TERM("premium", "Malpractice premium", NULL, TERMS_YOURS,
         "A year's; a tail costs 1.5 to 2.5 of them.", "S2-35"),
    TERM("support", "Support", NULL, TERMS_YOURS, "Staff, rooms, partners who back you up.",
         "S2-29"),
    TERM("exit_options", "Exit options", NULL, TERMS_YOURS, "What you could do next from there.",
         "S2-29"),
    TERM("backlog_months", "Patients wait", "months", TERMS_YOURS,
         "A long wait: a practice that fills at once.", "S2-31"),
    RANKED("pslf", "Counts for PSLF", "yes|no",
           "Whether payments made there count towards forgiveness.", "S2-48"),
    RANKED("nonneg", "Said not to be negotiable", "no|yes",
           "A contract nobody may touch is itself a sign.", "S1-02"),
};

const struct terms_term *terms_all(uint32_t *n)
{
    *n = PGC_COUNT(table);
    return table;
}

/* "any_facility" as a person reads it. */
static void spaced(char *out, size_t size, const char *word)
{
    pgc_format(out, size, "%s", word);
    for (char *p = out; *p; p++) {
        if (*p == '_')
            *p = ' ';
    }
    if (strcmp(out, "na") == 0)
        pgc_format(out, size, "does not apply");
    else if (strcmp(out, "prorata") == 0)
        pgc_format(out, size, "month by month");
}

const char *terms_value(const struct pgyd_host *h, const char *id, const struct terms_term *term,
                        char text[TERMS_CELL])
{
    struct pgyd_value v;
    char number[MONEY_TEXT];
    const char *unit = term->unit ? term->unit : "", *gap = term->unit ? " " : "";
    if (!pgc_get(h, "offer", id, term->key, &v))
        return pgc_format(text, TERMS_CELL, TERMS_UNKNOWN);
    switch (v.type) {
    case PGYD_USD:
        return pgc_format(text, TERMS_CELL, "%s", money_text(v.num, number));
    case PGYD_INT:
        return pgc_format(text, TERMS_CELL, "%s%s%s", money_count(v.num, number), gap, unit);
    case PGYD_NUM:
        return pgc_format(text, TERMS_CELL, "%.10g%s%s", v.real, gap, unit);
    case PGYD_YN:
        return pgc_format(text, TERMS_CELL, "%s", v.num ? "yes" : "no");
    case PGYD_ENUM:
        spaced(text, TERMS_CELL, v.text);
        return text;
    default:
        return pgc_format(text, TERMS_CELL, "%s", v.text ? v.text : "");
    }
}

bool terms_number(const struct pgyd_host *h, const char *id, const char *key, double *value)
{
    struct pgyd_value v;
    if (!pgc_get(h, "offer", id, key, &v))
        return false;
    *value = v.type == PGYD_NUM ? v.real : (double)v.num;
    return true;
}

bool terms_rank(const struct pgyd_host *h, const char *id, const struct terms_term *term,
                double *value)
{
    struct pgyd_value v;
    double number;
    if (term->better == TERMS_YOURS || !pgc_get(h, "offer", id, term->key, &v))
        return false;
    if (term->better == TERMS_RANK) {
        const char *word = v.type == PGYD_YN ? (v.num ? "yes" : "no") : v.text;
        int at = pgc_words_place(term->best, '|', word);
        *value = -at;
        return at >= 0;
    }
    if (!terms_number(h, id, term->key, &number))
        return false;
    *value = term->better == TERMS_DOWN ? -number : number;
    return true;
}

bool terms_nights(const struct pgyd_host *h, const char *id, double *nights)
{
    if (terms_number(h, id, "nights_year", nights))
        return true;
    if (!terms_number(h, id, "nights_month", nights))
        return false;
    *nights *= MONTHS;
    return true;
}

bool terms_call_days(const struct pgyd_host *h, const char *id, double *days)
{
    if (!terms_number(h, id, "call_days_month", days))
        return false;
    *days *= MONTHS;
    return true;
}

const char *terms_call(const struct pgyd_host *h, const char *id, char text[TERMS_CELL])
{
    double days = 0, nights = 0;
    bool has_days = terms_call_days(h, id, &days), has_nights = terms_nights(h, id, &nights);
    if (!has_days && !has_nights)
        return pgc_format(text, TERMS_CELL, TERMS_UNKNOWN);
    pgc_format(text, TERMS_CELL, has_days ? "%.10g call days" : "call days " TERMS_UNKNOWN, days);
    pgc_append(text, TERMS_CELL,
               has_nights ? ", %.10g nights a year" : " a year, nights " TERMS_UNKNOWN, nights);
    return text;
}

const char *terms_covenant(const struct pgyd_host *h, const char *id, char text[TERMS_CELL])
{
    double miles = 0, months = 0;
    char scope[TERMS_CELL];
    if (pgc_is(h, "offer", id, "noncompete_scope", "none"))
        return pgc_format(text, TERMS_CELL, "none");
    bool has_miles = terms_number(h, id, "noncompete_miles", &miles),
         has_months = terms_number(h, id, "noncompete_months", &months);
    const char *word = pgc_text(h, "offer", id, "noncompete_scope", NULL);
    if (!word && !has_miles && !has_months)
        return pgc_format(text, TERMS_CELL, TERMS_UNKNOWN);
    spaced(scope, sizeof scope, word ? word : "scope " TERMS_UNKNOWN);
    pgc_format(text, TERMS_CELL, has_miles ? "%.10g miles" : "radius " TERMS_UNKNOWN, miles);
    pgc_append(text, TERMS_CELL, ", %s, ", scope);
    pgc_append(text, TERMS_CELL, has_months ? "%.10g months" : "months " TERMS_UNKNOWN, months);
    return text;
}
