/* SPDX-License-Identifier: BSD-2-Clause */
/* Which terms there are, and their values as words and numbers. Their names are termslist.c's, what
 * is wrong with them is in flags.c. */
#include "plugins/offers/compare/terms.h"

#include "plugins/common/texts/words.h"
#include "plugins/offers/compare/money.h"

#include <string.h>

enum { MONTHS = 12 };

/* In the order of a contract: pay, call and time, the way out, the rest. */
static const struct terms_term table[] = {
    {"base", TERMS_UP, true, NULL},
    {"base_y2", TERMS_UP, false, NULL},
    {"base_y3", TERMS_UP, false, NULL},
    {"guarantee_months", TERMS_UP, false, NULL},
    {"wrvu_rate", TERMS_UP, true, NULL},
    {"wrvu_threshold", TERMS_DOWN, true, NULL},
    {"wrvu_threshold_y1", TERMS_DOWN, false, NULL},
    {"wrvu_threshold_y2", TERMS_DOWN, false, NULL},
    {"wrvu_threshold_y3", TERMS_DOWN, false, NULL},
    {"wrvu_history_new_hire", TERMS_UP, false, NULL},
    {"bonus_hit_pct", TERMS_UP, false, NULL},
    {"wrvu_claim", TERMS_YOURS, false, NULL},
    {"bonus_other", TERMS_UP, false, NULL},
    {"sign_on", TERMS_UP, false, NULL},
    {"sign_on_clawback_months", TERMS_DOWN, false, NULL},
    {"clawback", TERMS_RANK, false, "prorata|cliff"},
    {"relocation", TERMS_UP, false, NULL},
    {"retention", TERMS_UP, false, NULL},
    {"loan_repay_total", TERMS_UP, false, NULL},
    {"loan_repay_years", TERMS_DOWN, false, NULL},
    {"partner_years", TERMS_DOWN, false, NULL},
    {"partnership_written", TERMS_RANK, false, "yes|no"},
    {"buy_in", TERMS_DOWN, false, NULL},
    {"ancillary_included", TERMS_RANK, false, "yes|no"},
    {"call", TERMS_YOURS, false, NULL},
    {"call_days_month", TERMS_DOWN, true, NULL},
    {"nights_month", TERMS_DOWN, true, NULL},
    {"nights_year", TERMS_DOWN, true, NULL},
    {"call_pay_after", TERMS_DOWN, false, NULL},
    {"call_cap", TERMS_DOWN, false, NULL},
    {"call_change", TERMS_RANK, false, "fixed|unilateral"},
    {"fte", TERMS_YOURS, false, NULL},
    {"schedule", TERMS_YOURS, false, NULL},
    {"admin_days_month", TERMS_UP, false, NULL},
    {"pto_days", TERMS_UP, true, NULL},
    {"cme_days", TERMS_UP, true, NULL},
    {"cme_usd", TERMS_UP, false, NULL},
    {"moonlighting", TERMS_RANK, false, "allowed|restricted"},
    {"telehealth", TERMS_YOURS, false, NULL},
    {"title", TERMS_YOURS, false, NULL},
    {"lead_path", TERMS_YOURS, false, NULL},
    {"noncompete_scope", TERMS_RANK, true, "none|primary_site|any_facility"},
    {"noncompete_miles", TERMS_DOWN, true, NULL},
    {"noncompete_months", TERMS_DOWN, true, NULL},
    {"term_months", TERMS_YOURS, true, NULL},
    {"notice_days", TERMS_YOURS, true, NULL},
    {"without_cause", TERMS_YOURS, false, NULL},
    {"tail", TERMS_RANK, false, "occurrence|employer|physician"},
    {"premium", TERMS_YOURS, false, NULL},
    {"support", TERMS_YOURS, false, NULL},
    {"exit_options", TERMS_YOURS, false, NULL},
    {"backlog_months", TERMS_YOURS, false, NULL},
    {"pslf", TERMS_RANK, false, "yes|no"},
    {"nonneg", TERMS_RANK, false, "no|yes"},
};

_Static_assert(PGC_COUNT(table) == TERMS, "the words are in a table of this size");

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
                        const char *unit, char text[TERMS_CELL])
{
    struct pgyd_value v;
    char number[MONEY_TEXT];
    const char *gap = *unit ? " " : "";
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
