/* SPDX-License-Identifier: BSD-2-Clause */
/* Date expressions and conditions: never a crash, a mistake lies inside the text and says
 * something, and reading twice gives the same. */
#include "base/civil.h"
#include "plugins/milestones/expr/expr.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool ok)
{
    if (!ok)
        abort();
}

/* A host that has no configuration and a calendar without holidays. */
static int get(void *ctx, const char *section, const char *id, const char *key,
               struct pgyd_value *value)
{
    (void)ctx;
    (void)section;
    (void)id;
    (void)key;
    (void)value;
    return 0;
}

static void journal(void *ctx, const char *kind, const char *subject, pgyd_event_fn fn, void *arg)
{
    (void)ctx;
    (void)kind;
    (void)subject;
    (void)fn;
    (void)arg;
}

static pgyd_day day(void *ctx, int32_t y, int32_t m, int32_t d)
{
    (void)ctx;
    return pgy_civil_day(y, m, d);
}

static void ymd(void *ctx, pgyd_day d, int32_t *y, int32_t *m, int32_t *dom)
{
    struct pgy_ymd v = pgy_civil_ymd(d);
    (void)ctx;
    *y = v.year;
    *m = v.month;
    *dom = v.day;
}

static pgyd_day add_months(void *ctx, pgyd_day d, int32_t n)
{
    (void)ctx;
    return pgy_civil_add_months(d, n);
}

static pgyd_day add_dur(void *ctx, pgyd_day d, int64_t n, uint32_t unit)
{
    (void)ctx;
    return pgy_civil_add(d, (struct pgy_dur){.n = (int32_t)(n < 0 ? -n : n), .unit = (char)unit},
                         n < 0 ? -1 : 1);
}

static pgyd_day add_business(void *ctx, pgyd_day d, int32_t n)
{
    (void)ctx;
    return pgy_civil_add_business(d, n, NULL);
}

static pgyd_day nth_weekday(void *ctx, int32_t n, int32_t weekday, int32_t month, int32_t year)
{
    (void)ctx;
    must(weekday >= 0 && weekday <= 6 && month >= 1 && month <= 12);
    return pgy_civil_nth(n, (enum pgy_weekday)weekday, month, year);
}

static int32_t is_business(void *ctx, pgyd_day d)
{
    (void)ctx;
    return pgy_civil_is_business(d, NULL);
}

static int32_t academic_year(void *ctx, pgyd_day d)
{
    (void)ctx;
    return pgy_civil_academic_year(d);
}

static void check_error(const struct expr_error *error, size_t len)
{
    must(error->column >= 1 && error->column <= len + 1);
    must(error->text[0] != '\0' && memchr(error->text, '\0', sizeof error->text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct pgyd_host host = {.size = sizeof host,
                                          .get = get,
                                          .journal = journal,
                                          .day = day,
                                          .ymd = ymd,
                                          .add_months = add_months,
                                          .add_dur = add_dur,
                                          .add_business = add_business,
                                          .nth_weekday = nth_weekday,
                                          .is_business = is_business,
                                          .academic_year = academic_year};
    static const struct pgc_anchors anchors = {.start = 19905,
                                               .residency_end = 20999,
                                               .fellowship = true,
                                               .f0 = 21000,
                                               .f1 = 22095,
                                               .g = 22095,
                                               .s = 22131,
                                               .n = 6,
                                               .track = PGC_LONG};
    const struct expr_env env = {.h = &host, .anchors = &anchors, .pgy = 2};
    struct expr_day a, b;
    struct expr_error error;
    bool holds = false, again = true;
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    size_t len = strlen(text);
    if (expr_day(&env, text, &a, &error)) {
        must(expr_day(&env, text, &b, &error));
        must(a.day == b.day && a.names.n == b.names.n);
        must(a.day == PGYD_NO_DAY || (a.day >= pgy_civil_day(PGY_YEAR_MIN, 1, 1) &&
                                      a.day <= pgy_civil_day(PGY_YEAR_MAX, 12, 31)));
    } else {
        check_error(&error, len);
    }
    if (expr_cond(&env, text, &holds, &error)) {
        must(expr_cond(&env, text, &again, &error));
        must(holds == again);
    } else {
        check_error(&error, len);
    }
    struct pgyd_step step;
    if (expr_step(text, &step))
        must(step.n >= -9999 && step.n <= 9999);
    free(text);
    return 0;
}
