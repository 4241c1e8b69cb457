/* SPDX-License-Identifier: BSD-2-Clause */
/* What the tables of facts share: how a key, a list, a day is said, and that something is missing.
 * No fact is here. */
#include "plugins/offers/letters/facts/facts.h"

#include "plugins/common/dates.h"

#include <string.h>

bool letter_missing(struct letter_fact *f, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    pgc_vformat(f->text, sizeof f->text, format, ap);
    va_end(ap);
    return false;
}

void letter_key(struct letter_fact *f, const char *section, const char *id, const char *key)
{
    pgc_format(f->key, sizeof f->key, "[%s%s%s] %s", section, id[0] ? ":" : "", id, key);
}

bool letter_text(struct letter_case *c, struct letter_fact *f, const char *section, const char *id,
                 const char *key, uint16_t source)
{
    struct pgyd_value v;
    letter_key(f, section, id, key);
    f->source = source;
    if (!pgc_get(c->h, section, id, key, &v))
        return letter_missing(f, "%s", f->key);
    bool list = v.type == PGYD_TEXTS || v.type == PGYD_LIST;
    size_t len = list ? 0 : strlen(v.text);
    for (uint32_t i = 0; list && i < v.nlist; i++)
        len += strlen(v.list[i]) + strlen(" and ");
    if (list && len < sizeof f->text)
        letter_join(f->text, sizeof f->text, v.list, v.nlist, "and");
    else if (len >= sizeof f->text)
        return letter_missing(f, "%s is longer than %d bytes: say it in a sentence", f->key,
                              LETTER_FACT - 1);
    else
        pgc_format(f->text, sizeof f->text, "%s", v.text);
    return f->text[0] != '\0' || letter_missing(f, "%s", f->key);
}

void letter_join(char *out, size_t size, const char *const *words, uint32_t n, const char *last)
{
    out[0] = '\0';
    for (uint32_t i = 0; i < n; i++)
        pgc_append(out, size, "%s%s%s%s",
                   i == 0      ? ""
                   : i + 1 < n ? ", "
                               : " ",
                   i > 0 && i + 1 == n ? last : "", i > 0 && i + 1 == n ? " " : "", words[i]);
}

const char *letter_month(const struct pgyd_host *h, pgyd_day day, int32_t *year, int32_t *dom)
{
    int32_t m = 0;
    h->ymd(h->ctx, day, year, &m, dom);
    return pgc_month_name(m);
}

void letter_day(const struct pgyd_host *h, pgyd_day day, char *out, size_t size)
{
    int32_t y = 0, d = 0;
    const char *name = letter_month(h, day, &y, &d);
    pgc_format(out, size, "%s, %s %d", pgc_weekday_name(h->weekday(h->ctx, day)), name, d);
}

const char *letter_place(const struct letter_case *c)
{
    if (c->offer)
        return c->offer->employer;
    return c->prospect ? pgc_text(c->h, "prospect", c->prospect, "name", NULL) : NULL;
}

bool letter_advanced(const struct pgyd_host *h, const char *prospect)
{
    if (pgc_is(h, "prospect", prospect, "stage", "closed") ||
        pgc_count(h, "prospect", prospect, "closed") > 0)
        return false;
    return pgc_is(h, "prospect", prospect, "stage", "advanced") ||
           pgc_is(h, "prospect", prospect, "stage", "offer") ||
           pgc_count(h, "prospect", prospect, "advanced") > 0 ||
           pgc_count(h, "prospect", prospect, "offer") > 0;
}
