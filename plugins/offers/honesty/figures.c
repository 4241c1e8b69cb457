/* SPDX-License-Identifier: BSD-2-Clause */
/* Sums of money in a text (S0-31): those that the configuration does not hold. How one is written
 * is known here; which words go with it is the table's. */
#include "plugins/offers/honesty/inside.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

enum { LEAST_BARE = 1000, FIRST_YEAR = 1900, LAST_YEAR = 2099 };

static size_t blanks(const char *text)
{
    return strspn(text, " \t\n");
}

/* A word that ends there; its length with the blanks before it, or 0. */
static size_t word(const char *text, const char *name)
{
    size_t skip = blanks(text), len = strlen(name);
    return strncasecmp(text + skip, name, len) == 0 && !isalnum((unsigned char)text[skip + len])
               ? skip + len
               : 0;
}

/* "325,000", "1.2"; *place is 1 for whole numbers, 0.1 with one digit behind the point. */
static size_t number(const char *text, double *value, double *place)
{
    size_t n = 0;
    bool point = false;
    *value = 0;
    *place = 1;
    for (; isdigit((unsigned char)text[n]) ||
           (n && strchr(",.", text[n]) && text[n] && isdigit((unsigned char)text[n + 1]));
         n++) {
        if (text[n] == '.') {
            if (point)
                break;
            point = true;
        } else if (text[n] != ',') {
            *value = *value * 10 + (text[n] - '0');
            *place /= point ? 10 : 1;
        }
    }
    *value *= *place;
    return n;
}

/* k, thousand, m, million behind a number: its length and factor. */
static size_t factor(const char *text, double *times)
{
    static const struct {
        const char *word;
        double times;
    } factors[] = {{"k", 1e3}, {"thousand", 1e3}, {"m", 1e6}, {"mm", 1e6}, {"million", 1e6}};
    for (size_t i = 0; i < PGC_COUNT(factors); i++) {
        size_t n = word(text, factors[i].word);
        if (n) {
            *times = factors[i].times;
            return n;
        }
    }
    return 0;
}

/* The factor of a range's end counts for its beginning: $300-320k. */
static void range_factor(const char *text, double *times)
{
    static const char *const joins[] = {"-", " to ", " - "};
    double value, place;
    for (size_t i = 0; i < PGC_COUNT(joins); i++) {
        size_t n = strlen(joins[i]);
        if (strncmp(text, joins[i], n) != 0)
            continue;
        n += text[n] == '$';
        size_t digits = number(text + n, &value, &place);
        if (digits)
            factor(text + n + digits, times);
        return;
    }
}

/* A dollar sign or USD before a place; how far back it begins. */
static size_t dollar_before(const char *text, size_t at)
{
    size_t i = at;
    while (i && (text[i - 1] == ' ' || text[i - 1] == '\t'))
        i--;
    if (i && text[i - 1] == '$')
        return at - i + 1;
    return i >= 3 && strncasecmp(text + i - 3, "USD", 3) == 0 &&
                   (i == 3 || !isalnum((unsigned char)text[i - 4]))
               ? at - i + 3
               : 0;
}

/* Whether a number without a sign may be a sum: large enough, and no year. */
static bool may_be_bare(const char *text, size_t n, double value)
{
    bool year = n == 4 && value >= FIRST_YEAR && value <= LAST_YEAR;
    return value >= LEAST_BARE && !year && !isalnum((unsigned char)text[n]) && text[n] != '%';
}

bool honesty_next_figure(const struct honesty_table *table, const char *text, size_t from,
                         struct honesty_figure *figure)
{
    for (size_t i = from; text[i]; i++) {
        if (!isdigit((unsigned char)text[i]) ||
            (i && (isalnum((unsigned char)text[i - 1]) || strchr(".,", text[i - 1]))))
            continue;
        double value, place, times = 1;
        size_t n = number(text + i, &value, &place), dollar = dollar_before(text, i),
               suffix = factor(text + i + n, &times);
        bool named = word(text + i + n + suffix, "dollars") || word(text + i + n + suffix, "USD");
        if (!suffix && dollar)
            range_factor(text + i + n, &times);
        bool money = dollar || named || (suffix && times < 1e6);
        if ((money || (!suffix && may_be_bare(text + i, n, value))) &&
            !honesty_match(table, "things", text + i + n + suffix, NULL)) {
            *figure = (struct honesty_figure){i - dollar, dollar + n + suffix, value * times,
                                              times > 1 ? place * times / 2 : 0.005, !money};
            return true;
        }
        i += n - 1;
    }
    return false;
}

static bool among(const double *list, uint32_t n, const struct honesty_figure *figure)
{
    for (uint32_t i = 0; i < n; i++) {
        if (fabs(list[i] - figure->value) <= figure->slack)
            return true;
    }
    return false;
}

/* An ask is the person's own, not a fact about somebody: "closer to $330,000". */
static bool asked(const struct honesty_look *look, size_t at, size_t end)
{
    return (honesty_before(look, at, "asked") && !honesty_before(look, at, "reached")) ||
           honesty_before(look, at, "wished") ||
           (honesty_before(look, at, "asked of") && honesty_behind(look, end, "asked behind"));
}

/* One that the configuration does not hold. */
static void look_at(struct honesty_look *look, struct honesty_sentence *s,
                    const struct honesty_figure *f)
{
    size_t at = s->from + f->at, end = at + f->len;
    if (among(look->facts.figures, look->facts.nfigures, f) ||
        (f->bare && !honesty_before(look, at, "beside") &&
         !honesty_behind(look, end, "beside behind")) ||
        (!honesty_of_offer(look, s) && among(look->facts.own, look->facts.nown, f)))
        return;
    /* What a plan saves or earns is no part of an offer. */
    bool gain = honesty_before(look, at, "gained") ||
                (!honesty_of_offer(look, s) && honesty_sentence_holds(look, s, "gain")),
         fine = gain || asked(look, at, end);
    const struct honesty_saying saying = {
        .set = honesty_phantom,
        .reason = "it is no figure of a written offer, of [market] or of [walkaway]",
        .suggestion =
            fine ? "fine as what you ask for or what a plan gains; never as what somebody offered"
                 : "write the figure down where it belongs, or leave it out",
        .ref = "S0-31",
        .level = fine ? HONESTY_NOTE : HONESTY_ERROR,
        .where = HONESTY_FIGURE};
    honesty_tell(look, &saying, look->plain.from[at], look->plain.from[end], NULL);
}

void honesty_look_for_figures(struct honesty_look *look)
{
    for (uint32_t i = 0; i < look->nsentences; i++) {
        struct honesty_sentence *s = &look->sentences[i];
        struct honesty_figure f;
        size_t at = 0;
        char *text = look->plain.text, kept = text[s->to];
        for (;;) {
            text[s->to] = '\0';
            bool more = honesty_next_figure(look->table, text + s->from, at, &f);
            text[s->to] = kept;
            if (!more || honesty_full(look))
                break;
            look_at(look, s, &f);
            at = f.at + f.len;
        }
    }
}
