/* SPDX-License-Identifier: BSD-2-Clause */
/* Fills the texts of a row and emits it. Which rows there are stands in the tables of the rooms. */
#include "plugins/offers/offer/item.h"

#include "plugins/offers/offer/offer.h"

#include <string.h>

enum { EMPLOYER = 120 /* bytes of a name in a title */ };

void item_say(struct item_scene *s, const char *name, const char *format, ...)
{
    char *text = s->said + s->used;
    va_list ap;
    if (s->nwords == ITEM_WORDS || s->used == sizeof s->said)
        return;
    va_start(ap, format);
    pgc_vformat(text, sizeof s->said - s->used, format, ap);
    va_end(ap);
    s->words[s->nwords].name = name;
    s->words[s->nwords++].text = text;
    s->used += strlen(text) + 1;
}

/* What {name} of `len` bytes stands for; NULL: it is no word of this scene. */
static const char *meaning(const struct item_scene *s, const char *name, size_t len,
                           char employer[EMPLOYER + 1])
{
    if (s->offer && len == 2 && memcmp(name, "id", len) == 0)
        return s->offer->id;
    if (s->offer && len == 8 && memcmp(name, "employer", len) == 0)
        return pgc_format(employer, EMPLOYER + 1, "%s", s->offer->employer);
    for (uint32_t i = 0; i < s->nwords; i++) {
        if (strlen(s->words[i].name) == len && memcmp(s->words[i].name, name, len) == 0)
            return s->words[i].text;
    }
    return NULL;
}

static const char *fill(const struct item_scene *s, const char *text, char *out, size_t size)
{
    char employer[EMPLOYER + 1];
    out[0] = '\0';
    while (text && *text) {
        size_t plain = strcspn(text, "{"), len = text[plain] ? strcspn(text + plain, "}") : 0;
        const char *said = len ? meaning(s, text + plain + 1, len - 1, employer) : NULL;
        pgc_append(out, size, "%.*s%s", (int)plain, text, said ? said : "");
        text += plain + (len ? len + 1 : 0);
    }
    return out;
}

int item_emit(const struct item_row *row, const struct item_scene *s)
{
    char slug[PGC_SLUG], title[PGC_TITLE], detail[PGC_DETAIL], log[PGC_SLUG], source[PGC_TITLE];
    struct pgyd_item item = PGC_ITEM_INIT;
    item.kind = row->kind;
    item.severity = row->severity;
    item.flags = row->flags;
    item.confidence = s->confidence;
    item.start = s->day;
    item.end = s->end;
    item.start_minute = s->minute;
    item.zone = s->zone;
    item.occurrence = s->occurrence[0] ? s->occurrence : NULL;
    item.slug = fill(s, row->slug, slug, sizeof slug);
    item.title = fill(s, row->title, title, sizeof title);
    item.detail = row->detail ? fill(s, row->detail, detail, sizeof detail) : NULL;
    item.done_log = row->log ? fill(s, row->log, log, sizeof log) : NULL;
    item.source = fill(s, row->source, source, sizeof source);
    item.steps = row->steps;
    item.nsteps = row->nsteps;
    item.refs = row->refs;
    item.nrefs = row->nrefs;
    return s->h->emit(s->h->ctx, &item);
}

void item_scene(struct item_scene *s, const struct pgyd_host *h, const struct offers *offers,
                const struct offer *offer, const struct offer *other)
{
    s->h = h;
    s->offers = offers;
    s->offer = offer;
    s->other = other;
    s->day = s->end = PGYD_NO_DAY;
    s->minute = -1;
    s->zone = NULL;
    s->confidence = 0;
    s->occurrence[0] = '\0';
    s->nwords = 0;
    s->used = 0;
}

int item_rows(const struct item_row *rows, uint32_t n, const struct pgyd_host *h,
              const struct offers *offers, const struct offer *offer, const struct offer *other)
{
    struct item_scene s;
    for (uint32_t i = 0; i < n; i++) {
        item_scene(&s, h, offers, offer, other);
        rows[i].day(&s);
        if (s.day != PGYD_NO_DAY && item_emit(&rows[i], &s) != 0)
            return -1;
    }
    return 0;
}
