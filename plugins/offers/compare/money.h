/* SPDX-License-Identifier: BSD-2-Clause */
/* What an offer pays, year by year, and what leaving it costs. Whole dollars, before tax. Figures
 * are for reports: no item carries one (architecture 10). Nothing is guessed: what is not known is
 * left out of a total and said to be. */
#ifndef OFFERS_MONEY_H
#define OFFERS_MONEY_H

#include "plugins/common/pgc.h"

enum {
    MONEY_YEARS = 5,     /* the longest horizon */
    MONEY_HORIZON = 3,   /* the usual one: years 1 to 3 are modeled apart (S0-37) */
    MONEY_NOISE = 10000, /* S1-64: less than this apart is noise */
    MONEY_TEXT = 32,
    WEEKDAYS_YEAR = 260,
};
#define MONEY_UNKNOWN INT64_MIN

struct money_year {
    int64_t base, bonus, other; /* salary; work units above the threshold; the quality bonus */
    /* sign-on and relocation in the first year, retention in the last */
    int64_t once;
    int64_t loan; /* this year's part of the loan repayment */
    int64_t total;
    /* neither a base of this year nor a guarantee covers it: the base of the year before */
    bool base_assumed;
    bool bonus_known; /* rate, threshold and volume are known, or there is no bonus */
};

struct money {
    uint32_t years;
    struct money_year year[MONEY_YEARS];
    int64_t annual; /* mean of the years */
};

/* Y_k = base + max(0, exp_wrvu_k - threshold_k) * rate + other, one-offs in their year. A
 * partnership counts nothing (S0-13), a claim of work units neither (S0-14). false when the base is
 * not known. */
bool money_read(const struct pgyd_host *h, const char *id, uint32_t years, struct money *money);
/* Whether the bonus of a year is known, of all of them with year 0: without it a total is only what
 * is known. */
bool money_bonus_known(const struct money *money, uint32_t year);
/* Whether a total leaves nothing out: each bonus is known, or nobody spoke of one. */
bool money_whole(const struct pgyd_host *h, const char *id, const struct money *money);
/* Work units expected in year k (from 1): the person's own, else what new hires reached in writing;
 * -1 when neither is known. */
int64_t money_volume(const struct pgyd_host *h, const char *id, uint32_t k);
/* The threshold of year k; -1 when unknown. */
int64_t money_threshold(const struct pgyd_host *h, const char *id, uint32_t k);
/* max(0, volume - threshold) * rate, to the whole dollar. */
int64_t money_bonus(int64_t volume, int64_t threshold, double rate);

/* Pay as a line of work units: base, and above threshold the rate (S0-35). */
struct money_line {
    double base, threshold, rate;
};
/* The first year's; false when a part of it is not known. */
bool money_line(const struct pgyd_host *h, const char *id, struct money_line *line);
/* Work units at which the one that pays more changes, in order: 0 to 2. */
uint32_t money_crossings(const struct money_line *a, const struct money_line *b, double at[2]);
double money_at(const struct money_line *line, double volume);

/* What of the sign-on is owed back on leaving after `months` whole months: pro rata by the months
 * left, or all before a cliff; MONEY_UNKNOWN. Gross, not net of tax. */
int64_t money_clawback(const struct pgyd_host *h, const char *id, int64_t months);
/* Cost of the malpractice tail to the person: 1.5 to 2.5 times a year's premium where they pay it,
 * else 0; false when unknown. */
bool money_tail(const struct pgyd_host *h, const char *id, int64_t *low, int64_t *high);
/* A first-year total over the weekdays worked: 260 x FTE less days off and course days (S0-39);
 * MONEY_UNKNOWN. */
int64_t money_worked_day(const struct pgyd_host *h, const char *id, int64_t total);

/* "$305,000", "-$5,000", "unknown: ask"; returns text. */
const char *money_text(int64_t dollars, char text[MONEY_TEXT]);
/* "12,000" */
const char *money_count(int64_t number, char text[MONEY_TEXT]);

#endif
