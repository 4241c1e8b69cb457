/* SPDX-License-Identifier: BSD-2-Clause */
/* The money of the report compare: years, totals, break-even, leaving. The sums themselves are
 * money.c's. */
#include "plugins/offers/compare/inside.h"

#include "plugins/common/parts.h"

#include <string.h>

enum {
    FORGIVEN_AFTER = 120 /* payments */,
    UPLIFT_LOW = 110,
    UPLIFT_HIGH = 120 /* percent, S1-38 */
};

/* year 0: the mean of all. */
static void total_cell(const struct compare *c, struct compare_row *row, uint32_t i, uint32_t year)
{
    const struct money *m = &c->money[i];
    char text[MONEY_TEXT];
    bool assumed = false;
    if (!c->paid[i]) {
        pgc_format(row->cell[i], COMPARE_CELL, TERMS_UNKNOWN);
        return;
    }
    int64_t total = year ? m->year[year - 1].total : m->annual;
    for (uint32_t k = 0; k < m->years; k++)
        assumed |= (year == 0 || year == k + 1) && m->year[k].base_assumed;
    row->known[i] = money_bonus_known(m, year);
    row->value[i][0] = (double)total;
    pgc_format(row->cell[i], COMPARE_CELL, "%s%s%s", money_text(total, text),
               assumed ? " (base assumed)" : "",
               row->known[i] ? "" : " and a bonus " TERMS_UNKNOWN);
}

static int totals(const struct compare *c)
{
    char label[48];
    for (uint32_t k = 1; k <= c->years; k++) {
        struct compare_row bonus = {.dims = 1, .dollars = true, .label = label}, total = bonus;
        char text[MONEY_TEXT];
        for (uint32_t i = 0; i < c->n; i++) {
            bonus.known[i] = c->paid[i] && c->money[i].year[k - 1].bonus_known;
            bonus.value[i][0] = bonus.known[i] ? (double)c->money[i].year[k - 1].bonus : 0;
            pgc_format(
                bonus.cell[i], COMPARE_CELL, "%s",
                money_text(bonus.known[i] ? c->money[i].year[k - 1].bonus : MONEY_UNKNOWN, text));
            total_cell(c, &total, i, k);
        }
        pgc_format(label, sizeof label, "Expected bonus, year %u", k);
        if (compare_emit(c, &bonus) != 0)
            return -1;
        pgc_format(label, sizeof label, "Year %u in all", k);
        if (compare_emit(c, &total) != 0)
            return -1;
    }
    struct compare_row mean = {.dims = 1, .dollars = true, .label = label};
    pgc_format(label, sizeof label, "A year, over %u", c->years);
    for (uint32_t i = 0; i < c->n; i++)
        total_cell(c, &mean, i, 0);
    return compare_emit(c, &mean);
}

/* S0-39, S1-38, and the tail. */
static int derived(const struct compare *c)
{
    struct compare_row day = {.dims = 1, .label = "A weekday worked, year 1"};
    struct compare_row claim = {.label = "Claim of an article, year 1", .note = "a claim"};
    struct compare_row tail = {.dims = 1, .dollars = true, .label = "Tail on leaving"};
    for (uint32_t i = 0; i < c->n; i++) {
        char a[MONEY_TEXT], b[MONEY_TEXT];
        int64_t first = c->paid[i] ? c->money[i].year[0].total : 0, low = 0, high = 0;
        int64_t worked = c->paid[i] ? money_worked_day(c->h, c->id[i], first) : MONEY_UNKNOWN;
        day.known[i] = worked != MONEY_UNKNOWN && money_bonus_known(&c->money[i], 1);
        day.value[i][0] = (double)worked;
        pgc_format(day.cell[i], COMPARE_CELL, "%s", money_text(worked, a));
        if (c->paid[i])
            pgc_format(claim.cell[i], COMPARE_CELL, "%s to %s",
                       money_text(first * UPLIFT_LOW / 100, a),
                       money_text(first * UPLIFT_HIGH / 100, b));
        else
            pgc_format(claim.cell[i], COMPARE_CELL, "-");
        tail.known[i] = money_tail(c->h, c->id[i], &low, &high);
        tail.value[i][0] = -(double)high;
        if (tail.known[i] && high > 0)
            pgc_format(tail.cell[i], COMPARE_CELL, "%s to %s", money_text(low, a),
                       money_text(high, b));
        else
            pgc_format(tail.cell[i], COMPARE_CELL, "%s",
                       tail.known[i] ? "$0"
                       : pgc_is(c->h, "offer", c->id[i], "tail", "physician")
                           ? "yours; premium " TERMS_UNKNOWN
                           : TERMS_UNKNOWN);
    }
    return compare_emit(c, &day) != 0 || compare_emit(c, &claim) != 0 || compare_emit(c, &tail) != 0
               ? -1
               : 0;
}

/* S0-09: numbers a year, not the phrase; and what becomes of the loans. */
static int burdens(const struct compare *c)
{
    struct compare_row nights = {.dims = 1, .label = "Nights a year"},
                       days = {.dims = 1, .label = "Call days a year"};
    struct compare_row loans = {.dims = 1, .label = "Loan forgiveness"};
    int64_t made = pgc_num(c->h, "loans", "", "payments", -1),
            left = made > FORGIVEN_AFTER ? 0 : FORGIVEN_AFTER - made;
    for (uint32_t i = 0; i < c->n; i++) {
        struct pgyd_value v;
        double number = 0;
        char *cell = loans.cell[i];
        nights.known[i] = terms_nights(c->h, c->id[i], &number);
        nights.value[i][0] = -number;
        pgc_format(nights.cell[i], COMPARE_CELL, nights.known[i] ? "%.10g" : TERMS_UNKNOWN, number);
        days.known[i] = terms_call_days(c->h, c->id[i], &number);
        days.value[i][0] = -number;
        pgc_format(days.cell[i], COMPARE_CELL, days.known[i] ? "%.10g" : TERMS_UNKNOWN, number);
        loans.known[i] = pgc_get(c->h, "offer", c->id[i], "pslf", &v);
        loans.value[i][0] = loans.known[i] ? (double)v.num : 0;
        pgc_format(cell, COMPARE_CELL, "%s",
                   !loans.known[i] ? TERMS_UNKNOWN
                   : v.num         ? "payments go on"
                                   : "forgiveness at risk");
        if (loans.known[i] && made >= 0)
            pgc_append(cell, COMPARE_CELL, ": %lld of %d left", (long long)left, FORGIVEN_AFTER);
    }
    if (compare_emit(c, &nights) != 0 || compare_emit(c, &days) != 0)
        return -1;
    return pgc_yes(c->h, "loans", "", "pslf") ? compare_emit(c, &loans) : 0;
}

static int chart(const struct compare *c)
{
    double nums[2] = {0, (double)pgc_num(c->h, "market", "", "benchmark_p50", 0)};
    bool said = false;
    char title[96], label[128];
    for (uint32_t i = 0; i < c->n; i++) {
        if (!c->paid[i])
            continue;
        pgc_format(title, sizeof title, "A year, over %u years%s", c->years,
                   nums[1] > 0 ? ", of your benchmark's median" : "");
        if (!said && pgc_heading(c->h, 3, title) != 0)
            return -1;
        said = true;
        nums[0] = (double)c->money[i].annual;
        pgc_format(label, sizeof label, "%s%s", c->name[i],
                   money_bonus_known(&c->money[i], 0) ? "" : ", without a bonus");
        if (pgc_nums(c->h, PGYD_BAR, label, nums, nums[1] > 0 ? 2 : 1) != 0)
            return -1;
    }
    return 0;
}

/* What only another offer names is not nothing here; it is not known, and the sums are without
 * it. */
static int left_out(const struct compare *c)
{
    static const char *const keys[][2] = {{"sign_on", "sign-on"},
                                          {"relocation", "relocation"},
                                          {"retention", "retention"},
                                          {"loan_repay_total", "loan repayment"},
                                          {"bonus_other", "other bonus"}};
    for (uint32_t i = 0; i < c->n; i++) {
        char names[COMPARE_CELL] = "";
        for (uint32_t k = 0; c->paid[i] && k < PGC_COUNT(keys); k++) {
            bool another = false;
            for (uint32_t o = 0; o < c->n; o++)
                another |= pgc_num(c->h, "offer", c->id[o], keys[k][0], 0) > 0;
            if (another && !pgc_has(c->h, "offer", c->id[i], keys[k][0]))
                pgc_append(names, sizeof names, "%s%s", names[0] ? ", " : "", keys[k][1]);
        }
        if (names[0] &&
            pgc_bullet(c->h, "%s: its sums are without what is not known: %s; ask, or set 0",
                       c->name[i], names) != 0)
            return -1;
    }
    return 0;
}

int compare_money(const struct compare *c)
{
    bool assumed = false;
    for (uint32_t i = 0; i < c->n; i++) {
        for (uint32_t k = 0; c->paid[i] && k < c->years; k++)
            assumed |= c->money[i].year[k].base_assumed;
    }
    if (pgc_heading(c->h, 2, "What it comes to") != 0 || compare_head(c, "Measure") != 0 ||
        totals(c) != 0 || derived(c) != 0 || burdens(c) != 0)
        return -1;
    if (assumed &&
        pgc_paragraph(c->h, "Base assumed: none is agreed for that year and no guarantee covers "
                            "it; that of the year before is taken.") != 0)
        return -1;
    if (left_out(c) != 0 || pgc_paragraph(c->h, "Article 001 says that pushing back brings 10 to "
                                                "20 percent more: a claim, not a forecast.") != 0)
        return -1;
    if (pgc_paragraph(c->h, "A year is base, expected bonus, other bonus and its part of the loan "
                            "repayment; sign-on and relocation come in "
                            "the first, retention in the last. Partnership and claims count for "
                            "nothing. Under $10,000 apart is noise.") != 0)
        return -1;
    return chart(c);
}

/* ---- break-even (S0-35) ---- */

static int even_row(const struct compare *c, uint32_t a, uint32_t b)
{
    struct money_line x, y;
    double at[2] = {0, 0};
    char pair[160], number[MONEY_TEXT];
    pgc_format(pair, sizeof pair, "%s, %s", c->name[a], c->name[b]);
    if (!money_line(c->h, c->id[a], &x) || !money_line(c->h, c->id[b], &y)) {
        const char *const cells[] = {pair, TERMS_UNKNOWN, "-", "-"};
        return pgc_row(c->h, false, cells, PGC_COUNT(cells));
    }
    uint32_t n = money_crossings(&x, &y, at);
    for (uint32_t i = 0; i < n; i++) {
        double before = (i ? at[i - 1] + at[i] : at[i]) / 2;
        const char *low = money_at(&x, before) > money_at(&y, before) ? c->name[a] : c->name[b];
        const char *const cells[] = {pair, money_count((int64_t)(at[i] + 0.5), number), low,
                                     low == c->name[a] ? c->name[b] : c->name[a]};
        if (pgc_row(c->h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    if (n > 0)
        return 0;
    /* Either leads at every volume where they differ at all. */
    double far = x.threshold + y.threshold + 1,
           gap = money_at(&x, 0) - money_at(&y, 0) + money_at(&x, far) - money_at(&y, far);
    const char *leader = gap > 0 ? c->name[a] : gap < 0 ? c->name[b] : "the same";
    const char *const cells[] = {pair, "none", leader, leader};
    return pgc_row(c->h, false, cells, PGC_COUNT(cells));
}

int compare_break_even(const struct compare *c)
{
    static const char *const head[] = {"Offers", "Work units a year", "Below pays more",
                                       "Above pays more"};
    if (c->n < 2)
        return 0;
    if (pgc_heading(c->h, 2, "Break-even of base and bonus, year 1") != 0 ||
        pgc_row(c->h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t a = 0; a < c->n; a++) {
        for (uint32_t b = a + 1; b < c->n; b++) {
            if (even_row(c, a, b) != 0)
                return -1;
        }
    }
    return 0;
}

/* ---- leaving ---- */

static int leaving_row(const struct compare *c, int64_t months)
{
    char label[32], text[MONEY_TEXT];
    struct compare_row row = {.dims = 1, .dollars = true, .label = label};
    pgc_format(label, sizeof label, "%lld months", (long long)months);
    for (uint32_t i = 0; i < c->n; i++) {
        int64_t owed = money_clawback(c->h, c->id[i], months);
        row.known[i] = owed != MONEY_UNKNOWN;
        row.value[i][0] = -(double)owed;
        pgc_format(row.cell[i], COMPARE_CELL, "%s", money_text(owed, text));
    }
    return compare_emit(c, &row);
}

int compare_leaving(const struct compare *c)
{
    static const int64_t usual[] = {6, 12, 18, 24, 36};
    bool any = false, asked = c->exit < 0;
    for (uint32_t i = 0; i < c->n; i++)
        any |= pgc_num(c->h, "offer", c->id[i], "sign_on", 0) > 0;
    if (!any)
        return 0;
    if (pgc_heading(c->h, 2, "Sign-on owed back on leaving") != 0 || compare_head(c, "After") != 0)
        return -1;
    for (uint32_t k = 0; k < PGC_COUNT(usual); k++) {
        if (!asked && c->exit <= usual[k]) {
            asked = true;
            if (c->exit < usual[k] && leaving_row(c, c->exit) != 0)
                return -1;
        }
        if (leaving_row(c, usual[k]) != 0)
            return -1;
    }
    if (!asked && leaving_row(c, c->exit) != 0)
        return -1;
    return pgc_paragraph(c->h,
                         "Gross: what is owed back is more than what was left of it after tax.");
}
