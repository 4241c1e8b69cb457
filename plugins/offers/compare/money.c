/* SPDX-License-Identifier: BSD-2-Clause */
/* Sums over years of one offer: pay, bonuses over thresholds, paying back, the tail. What is
 * unknown stays so. Tables are moneyrows.c's. */
#include "plugins/offers/compare/money.h"

#include <string.h>

enum { MONTHS = 12, TAIL_LOW = 150, TAIL_HIGH = 250, PERCENT = 100 };
/* Beyond any volume that a key accepts. */
#define MOST_VOLUME 200000.0

static int64_t whole(double dollars)
{
    return dollars < 0 ? -(int64_t)(0.5 - dollars) : (int64_t)(dollars + 0.5);
}

/* offer.KEY_yK, from the year asked for back to the first: what was agreed for one year holds until
 * something else is. */
static int64_t of_year(const struct pgyd_host *h, const char *id, const char *key, uint32_t k,
                       uint32_t first)
{
    struct pgyd_value v;
    char name[48];
    for (uint32_t year = k < MONEY_HORIZON ? k : MONEY_HORIZON; year >= first; year--) {
        if (pgc_get(h, "offer", id, pgc_format(name, sizeof name, "%s_y%u", key, year), &v))
            return v.num;
    }
    return -1;
}

int64_t money_volume(const struct pgyd_host *h, const char *id, uint32_t k)
{
    int64_t volume = of_year(h, id, "exp_wrvu", k, 2);
    if (volume < 0)
        volume = pgc_num(h, "offer", id, "exp_wrvu", -1);
    return volume < 0 ? pgc_num(h, "offer", id, "wrvu_history_new_hire", -1) : volume;
}

int64_t money_threshold(const struct pgyd_host *h, const char *id, uint32_t k)
{
    struct pgyd_value v;
    char name[48];
    if (k <= MONEY_HORIZON &&
        pgc_get(h, "offer", id, pgc_format(name, sizeof name, "wrvu_threshold_y%u", k), &v))
        return v.num;
    /* The general threshold is that of the years without one of their own. */
    int64_t general = pgc_num(h, "offer", id, "wrvu_threshold", -1);
    return general >= 0 ? general : of_year(h, id, "wrvu_threshold", k, 1);
}

int64_t money_bonus(int64_t volume, int64_t threshold, double rate)
{
    return volume <= threshold ? 0 : whole((double)(volume - threshold) * rate);
}

static void base_of(const struct pgyd_host *h, const char *id, uint32_t k, struct money_year *year)
{
    struct pgyd_value v;
    char name[16];
    int64_t raised = of_year(h, id, "base", k, 2);
    year->base = raised >= 0 ? raised : pgc_num(h, "offer", id, "base", 0);
    bool own =
        k == 1 || (k <= MONEY_HORIZON &&
                   pgc_get(h, "offer", id, pgc_format(name, sizeof name, "base_y%u", k), &v));
    year->base_assumed =
        !own && pgc_num(h, "offer", id, "guarantee_months", 0) < (int64_t)k * MONTHS;
}

static void bonus_of(const struct pgyd_host *h, const char *id, uint32_t k, struct money_year *year)
{
    struct pgyd_value rate;
    int64_t volume = money_volume(h, id, k), threshold = money_threshold(h, id, k);
    if (!pgc_get(h, "offer", id, "wrvu_rate", &rate))
        return;
    year->bonus_known = rate.real <= 0 || (volume >= 0 && threshold >= 0);
    if (year->bonus_known && rate.real > 0)
        year->bonus = money_bonus(volume, threshold, rate.real);
}

/* Part of year k of a sum paid over some years; the parts add up to the sum. */
static int64_t part_of(int64_t sum, int64_t years, int64_t k)
{
    return k > years ? 0 : sum * k / years - sum * (k - 1) / years;
}

bool money_read(const struct pgyd_host *h, const char *id, uint32_t years, struct money *money)
{
    struct money m = {.years = years < 1 ? 1 : years > MONEY_YEARS ? MONEY_YEARS : years};
    int64_t sum = 0, loan_years = pgc_num(h, "offer", id, "loan_repay_years", 0);
    if (!pgc_has(h, "offer", id, "base"))
        return false;
    for (uint32_t k = 1; k <= m.years; k++) {
        struct money_year *y = &m.year[k - 1];
        base_of(h, id, k, y);
        bonus_of(h, id, k, y);
        y->other = pgc_num(h, "offer", id, "bonus_other", 0);
        y->loan = part_of(pgc_num(h, "offer", id, "loan_repay_total", 0),
                          loan_years > 0 ? loan_years : m.years, k);
        if (k == 1)
            y->once =
                pgc_num(h, "offer", id, "sign_on", 0) + pgc_num(h, "offer", id, "relocation", 0);
        /* For staying: it comes at the end of what is looked at. */
        if (k == m.years)
            y->once += pgc_num(h, "offer", id, "retention", 0);
        y->total = y->base + y->bonus + y->other + y->once + y->loan;
        sum += y->total;
    }
    m.annual = whole((double)sum / (double)m.years);
    *money = m;
    return true;
}

bool money_bonus_known(const struct money *money, uint32_t year)
{
    for (uint32_t k = 0; k < money->years; k++) {
        if ((year == 0 || year == k + 1) && !money->year[k].bonus_known)
            return false;
    }
    return true;
}

bool money_whole(const struct pgyd_host *h, const char *id, const struct money *money)
{
    return money_bonus_known(money, 0) ||
           (!pgc_has(h, "offer", id, "wrvu_rate") && money_threshold(h, id, 1) < 0);
}

bool money_line(const struct pgyd_host *h, const char *id, struct money_line *line)
{
    struct pgyd_value rate;
    int64_t threshold = money_threshold(h, id, 1);
    if (!pgc_has(h, "offer", id, "base") || !pgc_get(h, "offer", id, "wrvu_rate", &rate) ||
        (rate.real > 0 && threshold < 0))
        return false;
    *line = (struct money_line){(double)pgc_num(h, "offer", id, "base", 0),
                                threshold < 0 ? 0 : (double)threshold, rate.real};
    return true;
}

double money_at(const struct money_line *line, double volume)
{
    return line->base + (volume > line->threshold ? (volume - line->threshold) * line->rate : 0);
}

uint32_t money_crossings(const struct money_line *a, const struct money_line *b, double at[2])
{
    double low = a->threshold < b->threshold ? a->threshold : b->threshold;
    double high = a->threshold < b->threshold ? b->threshold : a->threshold;
    const double points[] = {0, low, high, MOST_VOLUME};
    double before = money_at(a, 0) - money_at(b, 0);
    int leads = (before > 0) - (before < 0);
    uint32_t n = 0;
    /* The difference is a straight line between the thresholds: it changes its sign at most once in
     * each stretch. */
    for (uint32_t i = 1; i < PGC_COUNT(points); i++) {
        double after = money_at(a, points[i]) - money_at(b, points[i]);
        int sign = (after > 0) - (after < 0);
        if (sign != 0 && leads != 0 && sign != leads && n < 2)
            at[n++] = points[i - 1] + (points[i] - points[i - 1]) * before / (before - after);
        if (sign != 0)
            leads = sign;
        before = after;
    }
    return n;
}

int64_t money_clawback(const struct pgyd_host *h, const char *id, int64_t months)
{
    struct pgyd_value v;
    int64_t sign_on = pgc_num(h, "offer", id, "sign_on", -1),
            all = pgc_num(h, "offer", id, "sign_on_clawback_months", -1);
    if (sign_on == 0 || all == 0)
        return 0;
    if (sign_on < 0 || all < 0 || !pgc_get(h, "offer", id, "clawback", &v))
        return MONEY_UNKNOWN;
    if (months >= all)
        return 0;
    return pgc_is(h, "offer", id, "clawback", "cliff")
               ? sign_on
               : whole((double)(sign_on * (all - months)) / (double)all);
}

bool money_tail(const struct pgyd_host *h, const char *id, int64_t *low, int64_t *high)
{
    if (!pgc_has(h, "offer", id, "tail"))
        return false;
    int64_t premium =
        pgc_is(h, "offer", id, "tail", "physician") ? pgc_num(h, "offer", id, "premium", -1) : 0;
    if (premium < 0)
        return false;
    *low = premium * TAIL_LOW / PERCENT;
    *high = premium * TAIL_HIGH / PERCENT;
    return true;
}

int64_t money_worked_day(const struct pgyd_host *h, const char *id, int64_t total)
{
    struct pgyd_value fte;
    if (!pgc_get(h, "offer", id, "fte", &fte) || !pgc_has(h, "offer", id, "pto_days") ||
        !pgc_has(h, "offer", id, "cme_days"))
        return MONEY_UNKNOWN;
    double days = WEEKDAYS_YEAR * fte.real - (double)(pgc_num(h, "offer", id, "pto_days", 0) +
                                                      pgc_num(h, "offer", id, "cme_days", 0));
    return days < 1 ? MONEY_UNKNOWN : whole((double)total / days);
}

const char *money_count(int64_t number, char text[MONEY_TEXT])
{
    char digits[24];
    pgc_format(digits, sizeof digits, "%lld", (long long)(number < 0 ? -number : number));
    size_t n = strlen(digits);
    pgc_format(text, MONEY_TEXT, "%s", number < 0 ? "-" : "");
    for (size_t i = 0; i < n; i++)
        pgc_append(text, MONEY_TEXT, "%s%c", i > 0 && (n - i) % 3 == 0 ? "," : "", digits[i]);
    return text;
}

const char *money_text(int64_t dollars, char text[MONEY_TEXT])
{
    char number[MONEY_TEXT];
    if (dollars == MONEY_UNKNOWN)
        return pgc_format(text, MONEY_TEXT, "unknown: ask");
    money_count(dollars < 0 ? -dollars : dollars, number);
    return pgc_format(text, MONEY_TEXT, "%s$%s", dollars < 0 ? "-" : "", number);
}
