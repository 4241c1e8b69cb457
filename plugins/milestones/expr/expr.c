/* SPDX-License-Identifier: BSD-2-Clause */
/* The half of the parser that gives days: terms, functions, sums of lengths. Conditions are in
 * cond.c, characters and words in read.c, what a name stands for in names.c. */
#include "plugins/milestones/expr/expr.h"

#include "plugins/common/dates.h"
#include "plugins/milestones/expr/read.h"

#include <string.h>

enum { YEAR_LOW = 1900, YEAR_HIGH = 9999, MONTHS = 12 };

static int two(const char *p)
{
    return (p[0] - '0') * 10 + (p[1] - '0');
}

static pgyd_day read_date(struct reader *r)
{
    const struct pgyd_host *h = r->env->h;
    const char *p = r->p;
    pgyd_day day = h->day(h->ctx, two(p) * 100 + two(p + 2), two(p + 5), two(p + 8));
    if (day == PGYD_NO_DAY)
        read_fail(r, p, "there is no day %.10s", p);
    r->p += 10;
    return day;
}

/* A year: a number, year(day) or ay(day), the year in which the day's academic year begins; then +
 * and - numbers. 0: none. */
static int read_year(struct reader *r)
{
    const struct pgyd_host *h = r->env->h;
    char found[READ_WORD];
    int32_t year = 0, month, dom;
    read_skip(r);
    bool academic = read_take_word(r, "ay");
    if (academic || read_take_word(r, "year")) {
        read_expect(r, '(', academic ? "after ay" : "after year");
        pgyd_day day = read_sum(r);
        read_expect(r, ')', "after the day");
        if (!r->failed && day != PGYD_NO_DAY)
            h->ymd(h->ctx, day, &year, &month, &dom);
        if (academic && year)
            year = h->academic_year(h->ctx, day);
    } else if (read_is_digit(*r->p)) {
        year = read_count(r, "a year");
    } else {
        read_fail(r, r->p, "%s where a year should stand: 2027 or year(G)",
                  read_shown(r->p, found));
    }
    while (!r->failed) {
        bool plus = read_take(r, '+');
        if (!plus && !read_take(r, '-'))
            break;
        int n = read_count(r, "a number of years");
        if (year)
            year += plus ? n : -n;
    }
    return year >= YEAR_LOW && year <= YEAR_HIGH ? year : 0;
}

bool expr_fixed(const char *text, struct expr_fixed *out)
{
    static const int most[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const char *p = text;
    bool form = read_is_digit(p[0]) && read_is_digit(p[1]) && p[2] == '-' && read_is_digit(p[3]) &&
                read_is_digit(p[4]) && !read_is_digit(p[5]);
    *out = (struct expr_fixed){form ? two(p) : 0, form ? two(p + 3) : 0};
    return form && out->month >= 1 && out->month <= MONTHS && out->dom >= 1 &&
           out->dom <= most[out->month - 1];
}

pgyd_day expr_fixed_day(const struct pgyd_host *h, const struct expr_fixed *fixed, int32_t year)
{
    pgyd_day day = h->day(h->ctx, year, fixed->month, fixed->dom);
    return day == PGYD_NO_DAY ? h->day(h->ctx, year, fixed->month, fixed->dom - 1) : day;
}

/* fixed(12-01, YEAR) */
static pgyd_day read_fixed(struct reader *r)
{
    struct expr_fixed fixed;
    read_expect(r, '(', "after fixed");
    read_skip(r);
    if (!expr_fixed(r->p, &fixed)) {
        read_fail(r, r->p, "a month and a day should stand here, such as 12-01");
        return PGYD_NO_DAY;
    }
    r->p += 5;
    read_expect(r, ',', "after the month and day");
    int year = read_year(r);
    read_expect(r, ')', "after the year");
    return r->failed || !year ? PGYD_NO_DAY : expr_fixed_day(r->env->h, &fixed, year);
}

/* A word that names a month or a weekday: its number; -1 with a mistake. */
static int32_t read_name(struct reader *r, int32_t (*named)(const char *word), const char *wanted)
{
    char word[READ_WORD];
    read_skip(r);
    const char *at = r->p;
    if (!read_word(r, word, wanted))
        return -1;
    int32_t n = named(word);
    if (n < 0)
        read_fail(r, at, "%s is not %s", word, wanted);
    return n;
}

/* nth(1, wed, dec, YEAR); -1 or last: the last. */
static pgyd_day read_nth(struct reader *r)
{
    const struct pgyd_host *h = r->env->h;
    read_expect(r, '(', "after nth");
    read_skip(r);
    const char *at = r->p;
    bool last = read_take_word(r, "last");
    bool back = !last && read_take(r, '-');
    int n = last ? 1 : read_count(r, "a number from 1 to 5, or last");
    if ((back && n != 1) || n < 1 || n > 5)
        read_fail(r, at,
                  "a month has its first to fifth of a weekday, or its last: 1 to 5, or last");
    read_expect(r, ',', "after the number");
    int32_t weekday = read_name(r, pgc_weekday_named, "a weekday, such as wed");
    read_expect(r, ',', "after the weekday");
    int32_t month = read_name(r, pgc_month_named, "a month, such as dec");
    read_expect(r, ',', "after the month");
    int year = read_year(r);
    read_expect(r, ')', "after the year");
    return r->failed || !year ? PGYD_NO_DAY
                              : h->nth_weekday(h->ctx, last || back ? -1 : n, weekday, month, year);
}

/* earliest(a, b, …) and latest(a, b, …) of those there are; workday(a): the first business day from
 * a on. */
static pgyd_day read_pick(struct reader *r, bool later)
{
    pgyd_day day = PGYD_NO_DAY;
    read_expect(r, '(', later ? "after latest" : "after earliest");
    do {
        pgyd_day next = read_sum(r);
        day = (later ? pgc_later : pgc_earlier)(day, next);
    } while (!r->failed && read_take(r, ','));
    read_expect(r, ')', "after the days");
    return day;
}

/* middle(a, b): of the days from a to b. */
static pgyd_day read_middle(struct reader *r)
{
    read_expect(r, '(', "after middle");
    pgyd_day from = read_sum(r);
    read_expect(r, ',', "after the first day");
    pgyd_day to = read_sum(r);
    read_expect(r, ')', "after the last day");
    return r->failed || from == PGYD_NO_DAY || to == PGYD_NO_DAY ? PGYD_NO_DAY
                                                                 : pgc_middle(r->env->h, from, to);
}

static pgyd_day read_workday(struct reader *r)
{
    const struct pgyd_host *h = r->env->h;
    read_expect(r, '(', "after workday");
    pgyd_day day = read_sum(r);
    read_expect(r, ')', "after the day");
    for (int i = 0; i < 31 && !r->failed && day != PGYD_NO_DAY && !h->is_business(h->ctx, day); i++)
        day = h->add_dur(h->ctx, day, 1, 'd');
    return day;
}

static pgyd_day read_day(struct reader *r)
{
    char found[READ_WORD], name[READ_WORD];
    struct name_value value;
    read_skip(r);
    const char *at = r->p;
    if (r->failed)
        return PGYD_NO_DAY;
    if (read_at_date(r->p))
        return read_date(r);
    if (read_take(r, '(')) {
        pgyd_day day = read_sum(r);
        read_expect(r, ')', "after the day");
        return day;
    }
    if (read_word_length(r) == 0) {
        read_fail(r, at,
                  "%s where a day should stand: an anchor such as G, a date such as 2027-03-01, "
                  "fixed(12-01, year(G)) or nth(1, wed, dec, year(G))",
                  read_shown(at, found));
        return PGYD_NO_DAY;
    }
    if (read_take_word(r, "fixed"))
        return read_fixed(r);
    if (read_take_word(r, "nth"))
        return read_nth(r);
    if (read_take_word(r, "earliest"))
        return read_pick(r, false);
    if (read_take_word(r, "latest"))
        return read_pick(r, true);
    if (read_take_word(r, "middle"))
        return read_middle(r);
    if (read_take_word(r, "workday"))
        return read_workday(r);
    if (!read_word(r, name, "a day") || !read_look_up(r, at, name, &value))
        return PGYD_NO_DAY;
    if (value.type != NAME_DATE) {
        read_fail(r, at, "%s is not a day", name);
        return PGYD_NO_DAY;
    }
    read_note(r, name, value.day);
    return value.day;
}

/* How many: a number, or a name that counts. -1: the person has not said. */
static int64_t read_how_many(struct reader *r)
{
    char name[READ_WORD];
    struct name_value value;
    read_skip(r);
    const char *at = r->p;
    if (!read_is_letter(*at))
        return read_count(r, "a length such as 14d, 2w, 6mo, 1y or 5bd");
    if (!read_word(r, name, "a number") || !read_look_up(r, at, name, &value))
        return -1;
    if (value.type != NAME_COUNT)
        read_fail(r, at, "%s is not a number: a length such as 14d or 6mo should stand here", name);
    else
        read_note(r, name, PGYD_NO_DAY);
    return value.set && value.num >= 0 && value.num <= READ_MOST ? value.num : -1;
}

/* The unit that comes next, read: as the host knows it, 'b' for business days; 0 with a mistake. */
static uint32_t read_unit(struct reader *r)
{
    char word[READ_WORD] = "";
    read_skip(r);
    size_t n = read_word_length(r);
    if (r->failed)
        return 0;
    if (n < sizeof word)
        pgc_format(word, sizeof word, "%.*s", (int)n, r->p);
    uint32_t unit = strcmp(word, "bd") == 0 ? 'b' : pgc_dur_unit(word);
    if (unit)
        r->p += n;
    else
        read_fail(r, r->p, "a unit is missing: d, w, mo, y or bd (business days)");
    return unit;
}

/* day plus or minus a length: 14d 2w 6mo 1y 5bd. */
static pgyd_day read_length(struct reader *r, pgyd_day day, int sign)
{
    const struct pgyd_host *h = r->env->h;
    int64_t n = read_how_many(r);
    uint32_t unit = read_unit(r);
    if (r->failed || day == PGYD_NO_DAY || n < 0)
        return PGYD_NO_DAY;
    if (unit == 'b')
        return h->add_business(h->ctx, day, (int32_t)(sign * n));
    if (unit == 'm' || unit == 'y')
        return h->add_months(h->ctx, day, (int32_t)(sign * n * (unit == 'y' ? MONTHS : 1)));
    return h->add_dur(h->ctx, day, sign * n, unit);
}

pgyd_day read_sum(struct reader *r)
{
    if (!read_enter(r))
        return PGYD_NO_DAY;
    pgyd_day day = read_day(r);
    while (!r->failed) {
        bool plus = read_take(r, '+');
        if (!plus && !read_take(r, '-'))
            break;
        day = read_length(r, day, plus ? 1 : -1);
    }
    read_leave(r);
    return r->failed ? PGYD_NO_DAY : day;
}

/* ---- whole texts ---- */

bool read_ended(struct reader *r, const char *what)
{
    char found[READ_WORD];
    read_skip(r);
    if (!r->failed && *r->p)
        read_fail(r, r->p, "%s is not understood after %s", read_shown(r->p, found), what);
    return !r->failed;
}

bool expr_day(const struct expr_env *env, const char *text, struct expr_day *out,
              struct expr_error *error)
{
    struct reader r = {.env = env, .text = text, .p = text, .error = error};
    pgyd_day day = read_sum(&r);
    if (!read_ended(&r, "the day: + or - and a length may follow"))
        return false;
    out->day = day;
    out->names = r.names;
    return true;
}

bool expr_step(const char *text, struct pgyd_step *step)
{
    int32_t n;
    uint16_t unit;
    bool after = text[0] == '+';
    if (!pgc_parse_dur(text + (after || text[0] == '-'), &n, &unit))
        return false;
    static const struct {
        uint16_t unit;
        int32_t most;
    } limits[] = {{'d', 9999}, {'w', 1000}, {'m', 240}, {'y', 20}};
    for (size_t i = 0; i < PGC_COUNT(limits); i++) {
        if (limits[i].unit == unit && n > limits[i].most)
            return false;
    }
    *step = (struct pgyd_step){.n = after ? n : -n, .unit = unit};
    return true;
}
