/* SPDX-License-Identifier: BSD-2-Clause */
/* Dates of headers, written in one form and read in three. What a date decides is negotiate.c's. */
#include "web/httpdate.h"

#include "base/civil.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { DAY = 86400 };

const char *pgy_httpdate_text(int64_t utc, char text[PGY_HTTPDATE_TEXT])
{
    int64_t day = utc / DAY - (utc % DAY < 0);
    int second = (int)((utc % DAY + DAY) % DAY);
    text[0] = '\0';
    if (day < pgy_civil_day(PGY_YEAR_MIN, 1, 1) || day > pgy_civil_day(PGY_YEAR_MAX, 12, 31))
        return text;
    struct pgy_ymd d = pgy_civil_ymd((pgy_day)day);
    snprintf(text, PGY_HTTPDATE_TEXT, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT",
             pgy_weekday_name(pgy_civil_weekday((pgy_day)day)), d.day, pgy_month_name(d.month),
             d.year, second / 3600, second / 60 % 60, second % 60);
    return text;
}

/* A place in the text being read; NULL once something did not fit. */
struct reader {
    const char *at;
};

static void expect(struct reader *r, const char *word)
{
    size_t n = strlen(word);
    if (r->at)
        r->at = strncmp(r->at, word, n) == 0 ? r->at + n : NULL;
}

static int digits(struct reader *r, int n)
{
    int value = 0;
    for (; r->at && n > 0; n--, r->at++) {
        if (*r->at < '0' || *r->at > '9') {
            r->at = NULL;
            return 0;
        }
        value = value * 10 + (*r->at - '0');
    }
    return value;
}

static int month(struct reader *r)
{
    for (int i = 1; r->at && i <= 12; i++) {
        if (strncmp(r->at, pgy_month_name(i), 3) == 0) {
            r->at += 3;
            return i;
        }
    }
    r->at = NULL;
    return 0;
}

/* The weekday in full or its first three letters. */
static bool weekday(struct reader *r, bool full)
{
    for (enum pgy_weekday i = PGY_SUN; r->at && i <= PGY_SAT; i++) {
        const char *name = pgy_weekday_name(i);
        size_t n = full ? strlen(name) : 3;
        if (strncmp(r->at, name, n) == 0) {
            r->at += n;
            return true;
        }
    }
    return false;
}

static int clock_seconds(struct reader *r)
{
    int h = digits(r, 2);
    expect(r, ":");
    int m = digits(r, 2);
    expect(r, ":");
    int s = digits(r, 2);
    if (h > 23 || m > 59 || s > 60)
        r->at = NULL;
    return h * 3600 + m * 60 + s;
}

static int year_of(int64_t utc)
{
    char text[PGY_HTTPDATE_TEXT];
    struct reader r = {pgy_httpdate_text(utc, text)[0] ? text + 12 : NULL};
    return digits(&r, 4);
}

int pgy_httpdate_parse(const char *text, int64_t now, int64_t *utc)
{
    struct reader r = {text};
    int y = 0;
    int mon;
    int d;
    int second;
    bool full = weekday(&r, true);
    if (!full && !weekday(&r, false))
        return PGY_EPARSE;
    if (!full && *r.at == ' ') { /* asctime */
        expect(&r, " ");
        mon = month(&r);
        expect(&r, " ");
        if (r.at && *r.at == ' ')
            r.at++, d = digits(&r, 1);
        else
            d = digits(&r, 2);
        expect(&r, " ");
        second = clock_seconds(&r);
        expect(&r, " ");
        y = digits(&r, 4);
    } else {
        const char *between = full ? "-" : " ";
        expect(&r, ", ");
        d = digits(&r, 2);
        expect(&r, between);
        mon = month(&r);
        expect(&r, between);
        y = digits(&r, full ? 2 : 4);
        expect(&r, " ");
        second = clock_seconds(&r);
        expect(&r, " GMT");
        if (full) {
            int this_year = year_of(now);
            y += this_year - this_year % 100;
            y += y > this_year + 49 ? -100 : y < this_year - 50 ? 100 : 0;
        }
    }
    pgy_day day = r.at && *r.at == '\0' ? pgy_civil_day(y, mon, d) : PGY_NO_DAY;
    if (day == PGY_NO_DAY)
        return PGY_EPARSE;
    *utc = (int64_t)day * DAY + second;
    return 0;
}
