/* SPDX-License-Identifier: BSD-2-Clause */
/* The report compare: its terms, and the order of its parts. Rows are put together in rows.c, money
 * in moneyrows.c, gates and ranking in ranking.c. */
#include "plugins/offers/compare/inside.h"

#include "plugins/common/parts.h"

#include <string.h>

/* ---- the six rows (S0-04) ---- */

static void base_cell(const struct compare *c, struct compare_row *row, uint32_t i)
{
    char text[MONEY_TEXT];
    int64_t base = pgc_num(c->h, "offer", c->id[i], "base", MONEY_UNKNOWN);
    pgc_format(row->cell[i], COMPARE_CELL, "%s", money_text(base, text));
    row->known[i] = base != MONEY_UNKNOWN;
    row->value[i][0] = (double)base;
}

static void bonus_cell(const struct compare *c, struct compare_row *row, uint32_t i)
{
    char *cell = row->cell[i], text[MONEY_TEXT];
    double rate = 0;
    int64_t threshold = money_threshold(c->h, c->id[i], 1),
            volume = money_volume(c->h, c->id[i], 1);
    bool has_rate = terms_number(c->h, c->id[i], "wrvu_rate", &rate);
    if (has_rate && rate <= 0) {
        pgc_format(cell, COMPARE_CELL, "none");
        row->known[i] = true;
        return;
    }
    if (!has_rate && threshold < 0) {
        pgc_format(cell, COMPARE_CELL, TERMS_UNKNOWN);
        return;
    }
    if (has_rate)
        pgc_format(cell, COMPARE_CELL, "$%.10g a wRVU", rate);
    else
        pgc_format(cell, COMPARE_CELL, "rate %s", TERMS_UNKNOWN);
    pgc_append(cell, COMPARE_CELL, " above %s",
               threshold < 0 ? TERMS_UNKNOWN : money_count(threshold, text));
    if (has_rate && threshold >= 0 && volume >= 0) {
        int64_t bonus = money_bonus(volume, threshold, rate);
        row->known[i] = true;
        row->value[i][0] = (double)bonus;
        pgc_append(cell, COMPARE_CELL, "; %s expected", money_text(bonus, text));
    }
}

static void call_cell(const struct compare *c, struct compare_row *row, uint32_t i)
{
    double days = 0, nights = 0;
    bool has_days = terms_call_days(c->h, c->id[i], &days),
         has_nights = terms_nights(c->h, c->id[i], &nights);
    terms_call(c->h, c->id[i], row->cell[i]);
    row->known[i] = has_days && has_nights;
    row->value[i][0] = -days;
    row->value[i][1] = -nights;
    if (!has_days && !has_nights)
        pgc_format(row->note, sizeof row->note, "red flag: no number");
}

static void days_cell(const struct compare *c, struct compare_row *row, uint32_t i)
{
    char a[MONEY_TEXT], b[MONEY_TEXT];
    int64_t off = pgc_num(c->h, "offer", c->id[i], "pto_days", -1),
            course = pgc_num(c->h, "offer", c->id[i], "cme_days", -1);
    row->known[i] = off >= 0 && course >= 0;
    row->value[i][0] = (double)off;
    row->value[i][1] = (double)course;
    if (off < 0 && course < 0)
        pgc_format(row->cell[i], COMPARE_CELL, TERMS_UNKNOWN);
    else
        pgc_format(row->cell[i], COMPARE_CELL, "%s off, %s for courses",
                   off < 0 ? TERMS_UNKNOWN : money_count(off, a),
                   course < 0 ? TERMS_UNKNOWN : money_count(course, b));
}

static void covenant_cell(const struct compare *c, struct compare_row *row, uint32_t i)
{
    double miles = 0, months = 0;
    const char *id = c->id[i];
    terms_covenant(c->h, id, row->cell[i]);
    bool none = pgc_is(c->h, "offer", id, "noncompete_scope", "none");
    bool all = pgc_has(c->h, "offer", id, "noncompete_scope") &&
               terms_number(c->h, id, "noncompete_miles", &miles) &&
               terms_number(c->h, id, "noncompete_months", &months);
    row->known[i] = none || all;
    row->value[i][0] = none                                                            ? 0
                       : pgc_is(c->h, "offer", id, "noncompete_scope", "primary_site") ? -1
                                                                                       : -2;
    row->value[i][1] = none ? 0 : -miles;
    row->value[i][2] = none ? 0 : -months;
}

static void term_cell(const struct compare *c, struct compare_row *row, uint32_t i)
{
    char a[MONEY_TEXT], b[MONEY_TEXT];
    int64_t term = pgc_num(c->h, "offer", c->id[i], "term_months", -1),
            notice = pgc_num(c->h, "offer", c->id[i], "notice_days", -1);
    if (term < 0 && notice < 0)
        pgc_format(row->cell[i], COMPARE_CELL, TERMS_UNKNOWN);
    else
        pgc_format(row->cell[i], COMPARE_CELL, "term %s%s, notice %s%s",
                   term < 0 ? TERMS_UNKNOWN : money_count(term, a), term < 0 ? "" : " months",
                   notice < 0 ? TERMS_UNKNOWN : money_count(notice, b), notice < 0 ? "" : " days");
}

static const struct {
    const char *label;
    void (*cell)(const struct compare *c, struct compare_row *row, uint32_t i);
    uint32_t dims;
    bool dollars;
} six[] = {
    {"Base, year 1", base_cell, 1, true},     {"Bonus", bonus_cell, 1, true},
    {"Call and nights", call_cell, 2, false}, {"Days off and for courses", days_cell, 2, false},
    {"Non-compete", covenant_cell, 3, false}, {"Term and notice", term_cell, 0, false},
};

/* ---- every other known term ---- */

/* S2-29: settings that differ are held against each other by these too, known or not. */
static bool of_settings(const char *key)
{
    static const char *const rows[] = {"partner_years", "partnership_written", "support",
                                       "exit_options"};
    for (uint32_t i = 0; i < PGC_COUNT(rows); i++) {
        if (strcmp(rows[i], key) == 0)
            return true;
    }
    return false;
}

static bool settings_differ(const struct compare *c)
{
    const char *first = NULL;
    for (uint32_t i = 0; i < c->n; i++) {
        const char *setting = pgc_text(c->h, "offer", c->id[i], "setting", NULL);
        if (setting && first && strcmp(setting, first) != 0)
            return true;
        if (setting)
            first = setting;
    }
    return false;
}

static int other_terms(const struct compare *c)
{
    uint32_t n;
    const struct terms_term *terms = terms_all(&n);
    struct terms_list words;
    bool differ = settings_differ(c);
    terms_list_read(c->h, &words);
    for (uint32_t t = 0; t < n; t++) {
        struct compare_row row = {.label = words.of[t].name,
                                  .dims = terms[t].better == TERMS_YOURS ? 0 : 1};
        bool any = differ && of_settings(terms[t].key);
        for (uint32_t i = 0; i < c->n; i++) {
            struct pgyd_value v;
            terms_value(c->h, c->id[i], &terms[t], words.of[t].unit, row.cell[i]);
            row.known[i] = terms_rank(c->h, c->id[i], &terms[t], &row.value[i][0]);
            if (pgc_get(c->h, "offer", c->id[i], terms[t].key, &v)) {
                any = true;
                row.dollars |= v.type == PGYD_USD;
            }
        }
        if (!terms[t].fixed && any && compare_emit(c, &row) != 0)
            return -1;
    }
    return 0;
}

static int terms_table(const struct compare *c)
{
    if (pgc_heading(c->h, 2, "Terms") != 0 || compare_head(c, "Term") != 0)
        return -1;
    for (uint32_t r = 0; r < PGC_COUNT(six); r++) {
        struct compare_row row = {
            .label = six[r].label, .dims = six[r].dims, .dollars = six[r].dollars};
        for (uint32_t i = 0; i < c->n; i++)
            six[r].cell(c, &row, i);
        if (compare_emit(c, &row) != 0)
            return -1;
    }
    struct compare_row written = {.label = "In writing"};
    for (uint32_t i = 0; i < c->n; i++)
        pgc_format(written.cell[i], COMPARE_CELL, "%s",
                   !pgc_yes(c->h, "offer", c->id[i], "written")         ? "no: words only"
                   : pgc_is(c->h, "offer", c->id[i], "doc", "contract") ? "contract"
                                                                        : "letter");
    return compare_emit(c, &written) != 0 ? -1 : other_terms(c);
}

/* ---- the report ---- */

/* KEY=N within a range; -1 when not given, -2 after an error. */
static int64_t number_arg(const struct pgyd_host *h, const char *key, int64_t least, int64_t most)
{
    const char *text = h->arg(h->ctx, key);
    char message[96];
    int64_t value = 0;
    size_t n = text ? strspn(text, "0123456789") : 0;
    if (!text)
        return -1;
    for (size_t i = 0; i < n && i < 6; i++)
        value = value * 10 + (text[i] - '0');
    if (n > 0 && n <= 6 && !text[n] && value >= least && value <= most)
        return value;
    h->error(h->ctx, pgc_format(message, sizeof message, "%s= is a whole number from %lld to %lld",
                                key, (long long)least, (long long)most));
    return -2;
}

int offers_report_compare(const struct pgyd_host *h)
{
    enum { LONGEST_EXIT = 240 };
    struct compare c;
    uint32_t left_out;
    int64_t years = number_arg(h, "years", 1, MONEY_YEARS),
            leave = number_arg(h, "exit", 0, LONGEST_EXIT);
    if (years == -2 || leave == -2 || compare_choose(h, &c, &left_out) != 0)
        return -1;
    c.exit = leave;
    compare_pay(&c, years > 0 ? (uint32_t)years : MONEY_HORIZON);
    if (pgc_heading(h, 1, "Offers compared") != 0)
        return -1;
    if (c.n == 0)
        return pgc_paragraph(h, "There are no offers to compare: none is open.");
    if (left_out > 0 && pgc_paragraph(h, "%u more do not fit: name those you mean, as offer=%s,%s.",
                                      left_out, c.id[0], c.id[1]) != 0)
        return -1;
    if (compare_gates(&c) != 0 || terms_table(&c) != 0 || compare_money(&c) != 0 ||
        compare_break_even(&c) != 0 || compare_leaving(&c) != 0 || compare_scores(&c) != 0)
        return -1;
    return pgc_paragraph(h, "Before tax. Not legal or tax advice: confirm with counsel.");
}
