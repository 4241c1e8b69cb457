/* SPDX-License-Identifier: BSD-2-Clause */
/* Fills the texts of a row and emits it. Which rows there are stands in the tables of the rooms. */
#include "plugins/offers/offer/item.h"

#include "plugins/offers/offer/offer.h"

#include <string.h>

enum { EMPLOYER = 120 /* bytes of a name in a text */, ABOUT = 72 };

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

const char *item_day(const struct pgyd_host *h, pgyd_day day, char *text)
{
    h->day_words(h->ctx, day, text);
    text[strcspn(text, ",")] = '\0';
    return text;
}

void item_say_day(struct item_scene *s, const char *name, pgyd_day day)
{
    char text[24];
    item_say(s, name, "%s", item_day(s->h, day, text));
}

/* Bytes after the first of a character. */
static bool goes_on(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

static size_t characters(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += !goes_on(*text);
    return n;
}

const char *item_name(const char *name, size_t chars, char *out, size_t size)
{
    size_t len = 0, n = 0, word = 0;
    for (; name[len] && len + 1 < size; len++) {
        if (!goes_on(name[len]) && n++ == chars)
            break;
        if (name[len] == ' ')
            word = len;
    }
    while (name[len] && len > 0 && goes_on(name[len]))
        len--;
    if (name[len] && name[len] != ' ' && word > len / 2)
        len = word;
    return pgc_format(out, size, "%.*s", (int)len, name);
}

/* What {name} of `len` bytes stands for; NULL: it is no word of this scene. */
static const char *meaning(const struct item_scene *s, const char *name, size_t len,
                           const char *employer)
{
    if (s->offer && len == 2 && memcmp(name, "id", len) == 0)
        return s->offer->id;
    if (s->offer && len == 8 && memcmp(name, "employer", len) == 0)
        return employer;
    for (uint32_t i = 0; i < s->nwords; i++) {
        if (strlen(s->words[i].name) == len && memcmp(s->words[i].name, name, len) == 0)
            return s->words[i].text;
    }
    return NULL;
}

static const char *fill_with(const struct item_scene *s, const char *text, const char *employer,
                             char *out, size_t size)
{
    out[0] = '\0';
    while (text && *text) {
        size_t plain = strcspn(text, "{"), len = text[plain] ? strcspn(text + plain, "}") : 0;
        const char *said = len ? meaning(s, text + plain + 1, len - 1, employer) : NULL;
        pgc_append(out, size, "%.*s%s", (int)plain, text, said ? said : "");
        text += plain + (len ? len + 1 : 0);
    }
    return out;
}

static const char *fill(const struct item_scene *s, const char *text, char *out, size_t size)
{
    char employer[EMPLOYER + 1];
    pgc_format(employer, sizeof employer, "%s", s->offer ? s->offer->employer : "");
    return fill_with(s, text, employer, out, size);
}

/* NULL where the row has none. */
static const char *fill_some(const struct item_scene *s, const char *text, char *out, size_t size)
{
    return text ? fill(s, text, out, size) : NULL;
}

static const char *fill_title(const struct item_scene *s, const char *text, char *out, size_t size)
{
    char employer[ITEM_TITLE * 4 + 1];
    size_t rest = characters(fill_with(s, text, "", out, size));
    if (!s->offer || rest >= ITEM_TITLE)
        return out;
    item_name(s->offer->employer, ITEM_TITLE - rest, employer, sizeof employer);
    return fill_with(s, text, employer, out, size);
}

/* The steps of the row that fit the scene: hours need a time. */
static uint32_t steps_of(const struct item_row *row, const struct item_scene *s)
{
    uint32_t n = row->nsteps;
    while (n > 0 && s->minute < 0 && row->steps[n - 1].unit == 'h')
        n--;
    return n;
}

static pgyd_day by_of(const struct item_scene *s)
{
    return s->by != PGYD_NO_DAY ? s->by : s->end != PGYD_NO_DAY ? s->end : s->day;
}

/* What prepares an answer is told with it, unless its own day comes before the offer's first. */
static uint32_t flags_of(const struct item_row *row, const struct item_scene *s)
{
    const bool with_it = row->folds && s->offer && s->offer->hard != PGYD_NO_DAY &&
                         by_of(s) >= s->offer->hard - ITEM_AHEAD;
    return row->flags | (with_it ? PGYD_ITEM_NO_LADDER : 0u);
}

/* Close to the answer date the answer itself is the next step. */
static uint16_t stakes_of(const struct item_row *row, const struct item_scene *s)
{
    const bool near = row->folds && row->gives_way > 0 && s->offer &&
                      s->offer->hard != PGYD_NO_DAY &&
                      s->h->today >= s->offer->hard - row->gives_way;
    return near ? PGYD_CONTEXT : row->stakes;
}

static bool too_late(const struct item_row *row, const struct item_scene *s)
{
    return row->folds && s->offer && s->offer->hard != PGYD_NO_DAY && s->day > s->offer->hard;
}

/* The texts of an item; it borrows them. */
struct texts {
    char slug[PGC_SLUG], title[PGC_TITLE], detail[PGC_DETAIL], log[PGC_SLUG], source[PGC_TITLE];
    char about[ABOUT], next[PGC_TITLE], why[PGC_TITLE];
};

static void write_texts(const struct item_row *row, const struct item_scene *s, struct texts *t,
                        struct pgyd_item *item)
{
    item->slug = fill(s, row->slug, t->slug, sizeof t->slug);
    item->title = fill_title(s, row->title, t->title, sizeof t->title);
    item->detail = fill_some(s, row->detail, t->detail, sizeof t->detail);
    item->next = fill_some(s, s->next ? s->next : row->next, t->next, sizeof t->next);
    item->why = fill_some(s, row->why, t->why, sizeof t->why);
    item->done_log = fill_some(s, row->log, t->log, sizeof t->log);
    item->source = fill(s, row->source, t->source, sizeof t->source);
    if (s->offer && !row->apart)
        item->about = pgc_format(t->about, sizeof t->about, "offer:%s", s->offer->id);
}

int item_emit(const struct item_row *row, const struct item_scene *s)
{
    struct texts texts;
    struct pgyd_item item = PGC_ITEM_INIT;
    if (too_late(row, s))
        return 0;
    item.kind = row->kind;
    item.stakes = stakes_of(row, s);
    item.flags = flags_of(row, s);
    item.confidence = s->confidence;
    item.start = s->day;
    item.end = s->end;
    item.by = s->by;
    item.start_minute = s->minute;
    item.zone = s->zone;
    item.occurrence = s->occurrence[0] ? s->occurrence : NULL;
    item.steps = row->steps;
    item.nsteps = steps_of(row, s);
    item.refs = row->refs;
    item.nrefs = row->nrefs;
    write_texts(row, s, &texts, &item);
    return s->h->emit(s->h->ctx, &item);
}

void item_scene(struct item_scene *s, const struct pgyd_host *h, const struct offers *offers,
                const struct offer *offer, const struct offer *other)
{
    s->h = h;
    s->offers = offers;
    s->offer = offer;
    s->other = other;
    s->day = s->end = s->by = PGYD_NO_DAY;
    s->minute = -1;
    s->zone = NULL;
    s->next = NULL;
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
