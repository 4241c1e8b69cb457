/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads of configuration and journal with a value in their stead where there is none, texts cut
 * between characters, problems. Knows no section or kind by name. */
#include "plugins/common/pgc.h"

#include "plugins/common/texts/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pgyd_item pgc_item(uint16_t kind, uint16_t severity, const char *slug, const char *title,
                          const char *source)
{
    struct pgyd_item item = PGC_ITEM_INIT;
    item.kind = kind;
    item.severity = severity;
    item.slug = slug;
    item.title = title;
    item.source = source;
    return item;
}

bool pgc_get(const struct pgyd_host *h, const char *section, const char *id, const char *key,
             struct pgyd_value *value)
{
    *value = (struct pgyd_value){.size = sizeof *value};
    return h->get(h->ctx, section, id, key, value) == 1;
}

bool pgc_has(const struct pgyd_host *h, const char *section, const char *id, const char *key)
{
    struct pgyd_value v;
    return pgc_get(h, section, id, key, &v);
}

pgyd_day pgc_day(const struct pgyd_host *h, const char *section, const char *id, const char *key)
{
    struct pgyd_value v;
    return pgc_get(h, section, id, key, &v) ? v.day : PGYD_NO_DAY;
}

const char *pgc_text(const struct pgyd_host *h, const char *section, const char *id,
                     const char *key, const char *otherwise)
{
    struct pgyd_value v;
    return pgc_get(h, section, id, key, &v) && v.text ? v.text : otherwise;
}

int64_t pgc_num(const struct pgyd_host *h, const char *section, const char *id, const char *key,
                int64_t otherwise)
{
    struct pgyd_value v;
    return pgc_get(h, section, id, key, &v) ? v.num : otherwise;
}

bool pgc_yes(const struct pgyd_host *h, const char *section, const char *id, const char *key)
{
    return pgc_num(h, section, id, key, 0) == 1;
}

bool pgc_is(const struct pgyd_host *h, const char *section, const char *id, const char *key,
            const char *word)
{
    const char *text = pgc_text(h, section, id, key, NULL);
    return text && strcmp(text, word) == 0;
}

bool pgc_lists(const struct pgyd_host *h, const char *section, const char *id, const char *key,
               const char *word)
{
    struct pgyd_value v;
    if (!pgc_get(h, section, id, key, &v))
        return false;
    for (uint32_t i = 0; i < v.nlist; i++) {
        if (strcmp(v.list[i], word) == 0)
            return true;
    }
    return false;
}

/* Takes out the bytes of characters that were cut in two: at the end, or by the precision of a
 * %.80s before it. */
static void mend(char *out)
{
    const char *fault = pgc_utf8_fault(out, strlen(out));
    if (!fault)
        return;
    char *to = out + (fault - out);
    for (const char *p = fault; *p;) {
        size_t n = pgc_utf8_char(p, strnlen(p, 4));
        memmove(to, p, n);
        to += n;
        p += n ? n : 1;
    }
    *to = '\0';
}

void pgc_vformat(char *out, size_t size, const char *format, va_list ap)
{
    if (vsnprintf(out, size, format, ap) < 0)
        out[0] = '\0';
    mend(out);
}

bool pgc_made_of(const char *text, size_t max, const char *alphabet)
{
    size_t n = strlen(text);
    return n >= 1 && n <= max && strspn(text, alphabet) == n;
}

const char *pgc_format(char *out, size_t size, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    pgc_vformat(out, size, format, ap);
    va_end(ap);
    return out;
}

void pgc_append(char *out, size_t size, const char *format, ...)
{
    size_t used = strlen(out);
    if (used + 1 >= size)
        return;
    va_list ap;
    va_start(ap, format);
    pgc_vformat(out + used, size - used, format, ap);
    va_end(ap);
}

/* What a problem is about. */
struct about {
    const char *section, *id, *key;
};

static void problem(const struct pgyd_host *h, uint32_t severity, struct about about,
                    const char *remedy, const char *format, va_list ap)
    __attribute__((format(printf, 5, 0)));
static void problem(const struct pgyd_host *h, uint32_t severity, struct about about,
                    const char *remedy, const char *format, va_list ap)
{
    char message[512];
    pgc_vformat(message, sizeof message, format, ap);
    h->problem(h->ctx, severity, about.section, about.id, about.key, message, remedy);
}

void pgc_error(const struct pgyd_host *h, const char *section, const char *id, const char *key,
               const char *remedy, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    problem(h, PGYD_CRITICAL, (struct about){section, id, key}, remedy, format, ap);
    va_end(ap);
}

void pgc_warn(const struct pgyd_host *h, const char *section, const char *id, const char *key,
              const char *remedy, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    problem(h, PGYD_WARN, (struct about){section, id, key}, remedy, format, ap);
    va_end(ap);
}

struct look {
    const char *event;
    pgyd_day first, last;
    uint32_t n;
};

static int look_at(void *arg, const struct pgyd_event *event)
{
    struct look *look = arg;
    if (look->event && strcmp(look->event, event->event) != 0)
        return 0;
    look->first = pgc_earlier(look->first, event->on);
    look->last = pgc_later(look->last, event->on);
    look->n++;
    return 0;
}

static struct look look(const struct pgyd_host *h, const char *kind, const char *subject,
                        const char *event)
{
    struct look found = {.event = event, .first = PGYD_NO_DAY, .last = PGYD_NO_DAY};
    h->journal(h->ctx, kind, subject, look_at, &found);
    return found;
}

pgyd_day pgc_last(const struct pgyd_host *h, const char *kind, const char *subject,
                  const char *event)
{
    return look(h, kind, subject, event).last;
}

pgyd_day pgc_first(const struct pgyd_host *h, const char *kind, const char *subject,
                   const char *event)
{
    return look(h, kind, subject, event).first;
}

uint32_t pgc_count(const struct pgyd_host *h, const char *kind, const char *subject,
                   const char *event)
{
    return look(h, kind, subject, event).n;
}

const char *pgc_event_value(const struct pgyd_event *event, const char *key)
{
    for (uint32_t i = 0; i < event->nargs; i++) {
        if (strcmp(event->keys[i], key) == 0)
            return event->values[i];
    }
    return NULL;
}

pgyd_day pgc_later(pgyd_day a, pgyd_day b)
{
    if (a == PGYD_NO_DAY || b == PGYD_NO_DAY)
        return a == PGYD_NO_DAY ? b : a;
    return a > b ? a : b;
}

pgyd_day pgc_earlier(pgyd_day a, pgyd_day b)
{
    if (a == PGYD_NO_DAY || b == PGYD_NO_DAY)
        return a == PGYD_NO_DAY ? b : a;
    return a < b ? a : b;
}
