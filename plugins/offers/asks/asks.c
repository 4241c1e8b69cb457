/* SPDX-License-Identifier: BSD-2-Clause */
/* Weighs the candidates and chooses the few worth asking for. What each would be is in rules.c,
 * the tables are report.c's. */
#include "plugins/offers/asks/asks.h"

#include "plugins/common/texts/utf8.h"
#include "plugins/common/texts/words.h"
#include "plugins/offers/asks/catalogue.h"
#include "plugins/offers/asks/lane.h"
#include "plugins/offers/compare/compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    MUST = 16,
    MONTHS = 12,
    EQUAL_WEIGHT = 10 /* of each criterion where [priorities] says nothing */,
    WEIGHTS = 100
};

/* Ours: what can be had beside what falls short comes after it; a fifth of the base is a full
 * shortfall; and where no base is known. */
static const double wish_short = 0.1, base_share = 0.2, usual_scale = 60000, usual_ratio = 0.75;

static const char value_first[] =
    "show your value first: set [decide] value_case = yes once that is done";

/* A thing that must improve, and the row that means it best. */
struct must {
    const char *words;
    char term[ASK_WORD];
    size_t length;
};

struct making {
    struct ask_scene scene;
    struct asks *asks;
    int64_t mean; /* weight of a criterion if all weighed the same */
    int power;
    struct must must[MUST];
    uint32_t nmust, n;
    struct ask list[ASKS_CANDIDATES];
};

double asks_ratio(const struct pgyd_host *h)
{
    struct pgyd_value v;
    return pgc_get(h, "decide", "", "ask_gap_ratio", &v) && v.real > 0 && v.real <= 1 ? v.real
                                                                                      : usual_ratio;
}

/* ---- weights ---- */

/* Of the criteria a row serves, the one with the most weight; *listed: [priorities] names it. */
static void weigh(const struct pgyd_host *h, const char *criteria, struct ask *ask, bool *listed)
{
    bool any = h->section_count(h->ctx, "priorities") > 0;
    *listed = false;
    const char *rest = criteria;
    struct pgc_word word;
    while (pgc_words_next(&rest, ',', &word)) {
        char name[sizeof ask->criterion];
        pgc_format(name, sizeof name, "%.*s", (int)word.len, word.text);
        int64_t weight = pgc_num(h, "priorities", "", name, any ? 0 : EQUAL_WEIGHT);
        if (word.text == criteria || weight > ask->weight) {
            pgc_format(ask->criterion, sizeof ask->criterion, "%s", name);
            ask->weight = weight;
        }
        *listed |= pgc_num(h, "priorities", "", name, 0) > 0;
    }
}

static int64_t mean_weight(const struct pgyd_host *h)
{
    uint32_t n = 0;
    while (h->key_name(h->ctx, "priorities", "", n))
        n++;
    return n > 0 ? WEIGHTS / (int64_t)n : EQUAL_WEIGHT;
}

/* ---- what must improve (S0-06) ---- */

static int match_must(void *arg, const struct ask_row *row)
{
    struct making *m = arg;
    for (uint32_t i = 0; i < m->nmust; i++) {
        size_t length = ask_row_meant(row, m->must[i].words);
        if (length <= m->must[i].length)
            continue;
        m->must[i].length = length;
        pgc_format(m->must[i].term, sizeof m->must[i].term, "%s", row->term);
    }
    return 0;
}

static bool is_must(const struct making *m, const char *term)
{
    for (uint32_t i = 0; i < m->nmust; i++) {
        if (strcmp(m->must[i].term, term) == 0)
            return true;
    }
    return false;
}

/* Whether a text holds the number, written "340000", "340,000" or "340k". */
static bool holds_number(const char *text, int64_t number)
{
    for (const char *p = text; *p;) {
        int64_t value = 0;
        if (*p < '0' || *p > '9') {
            p++;
            continue;
        }
        for (; (*p >= '0' && *p <= '9') || (*p == ',' && p[1] >= '0' && p[1] <= '9'); p++) {
            if (*p != ',' && value < INT64_MAX / 100)
                value = value * 10 + (*p - '0');
        }
        if (value == number || ((*p == 'k' || *p == 'K') && value * 1000 == number))
            return true;
    }
    return false;
}

static bool holds_name(const char *text, const char *name)
{
    size_t len = strlen(name);
    for (; len > 0 && *text; text++) {
        if (strncasecmp(text, name, len) == 0)
            return true;
    }
    return false;
}

/* What may stand in a letter names no other employer and none of its figures (S0-47). */
static bool tells(const struct making *m, const char *text)
{
    static const char *const figures[] = {
        "base",      "base_y2",          "base_y3",     "sign_on", "relocation",
        "retention", "loan_repay_total", "bonus_other", "buy_in"};
    for (uint32_t i = 0; i < m->scene.offers->n; i++) {
        const struct offer *o = &m->scene.offers->list[i];
        if (strcmp(o->id, m->scene.offer->id) == 0)
            continue;
        if (holds_name(text, o->employer))
            return true;
        for (uint32_t k = 0; k < PGC_COUNT(figures); k++) {
            int64_t figure = pgc_num(m->scene.h, "offer", o->id, figures[k], 0);
            if (figure > 0 && holds_number(text, figure))
                return true;
        }
    }
    return false;
}

/* ---- candidates ---- */

static const struct ask empty = {
    .from = ASK_NONE, .to = ASK_NONE, .dollars = ASK_NONE, .between = ASK_NONE};

static bool among(const char *group, const char *const *groups, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (strcmp(group, groups[i]) == 0)
            return true;
    }
    return false;
}

static void phrase(struct making *m, const struct ask_row *row, struct ask *ask)
{
    static const char *const pressed[] = {"pay", "covenant", "call"}, *const later[] = {
                                                                          "pay", "covenant", "tail",
                                                                          "buyin"};
    bool aimed = ask->target[0] && strcmp(row->request, "-") != 0;
    pgc_format(ask->term, sizeof ask->term, "%s", row->term);
    pgc_format(ask->name, sizeof ask->name, "%s", row->name);
    pgc_format(ask->ref, sizeof ask->ref, "%s", row->ref);
    ask_fill(ask->text, sizeof ask->text, aimed ? row->request : row->plain, ask->target);
    pgc_format(ask->fallback, sizeof ask->fallback, "%s", row->fallback);
    if (!aimed)
        ask->target[0] = '\0';
    ask->primary =
        ask->gap && m->power >= LANE_STRONG && among(row->group, pressed, PGC_COUNT(pressed));
    if (!pgc_yes(m->scene.h, "decide", "", "value_case") &&
        among(row->group, later, PGC_COUNT(later)))
        ask->unlock = value_first;
    ask->priority = (double)ask->weight * ask->shortfall;
}

/* Not every term of the list is a key. */
static bool sets(const struct pgyd_host *h, const char *id, const char *term)
{
    const char *name;
    for (uint32_t i = 0; (name = h->key_name(h->ctx, "offer", id, i)); i++) {
        if (strcmp(name, term) == 0)
            return true;
    }
    return false;
}

/* A wish is worth asking for when its criterion weighs something and the offer says nothing of it;
 * a partnership only where there is one. */
static bool wished(const struct making *m, const struct ask_row *row, bool listed)
{
    const struct pgyd_host *h = m->scene.h;
    const char *id = m->scene.offer->id;
    bool partner = strcmp(row->group, "partner") != 0 ||
                   pgc_is(h, "offer", id, "partnership_written", "yes") ||
                   pgc_is(h, "offer", id, "partnership_written", "no");
    return row->wish && listed && partner && !sets(h, id, row->term);
}

static void note_capped(struct making *m, const struct ask_row *row)
{
    char *capped = m->asks->capped;
    m->scene.no_base |= strcmp(row->term, "base") == 0;
    pgc_append(capped, sizeof m->asks->capped, "%s%s", capped[0] ? ", " : "", row->name);
}

static int consider(void *arg, const struct ask_row *row)
{
    struct making *m = arg;
    struct ask ask = empty;
    bool listed;
    if (m->n == ASKS_CANDIDATES)
        return 1;
    if (strcmp(row->term, "instead_of_base") == 0) {
        ask.instead = "base";
        ask.must = m->scene.no_base && is_must(m, "base");
    } else {
        ask.must = is_must(m, row->term);
    }
    ask.gap = ask_short(&m->scene, row->term, &ask);
    weigh(m->scene.h, row->criteria, &ask, &listed);
    if (!ask.gap && !ask.must && !wished(m, row, listed))
        return 0;
    if (ask_row_capped(m->scene.h, m->scene.offer->id, row)) {
        note_capped(m, row);
        return 0;
    }
    if (!ask.gap) {
        ask.gap = ask.must;
        ask.shortfall = ask.must ? 1 : wish_short;
        pgc_format(ask.why, sizeof ask.why, "%s",
                   ask.must ? "You named it among what must improve."
                            : "It can often be had, and [priorities] weighs it.");
    }
    phrase(m, row, &ask);
    m->list[m->n++] = ask;
    return 0;
}

/* What no row means is asked for in the person's own words. */
static void own_words(struct making *m)
{
    for (uint32_t i = 0; i < m->nmust && m->n < ASKS_CANDIDATES; i++) {
        struct ask ask = empty;
        const char *words = m->must[i].words;
        if (m->must[i].length > 0 || offer_capped(m->scene.h, m->scene.offer->id, words))
            continue;
        bool told = tells(m, words);
        ask.must = ask.gap = true;
        ask.weight = m->mean;
        ask.shortfall = 1;
        ask.priority = (double)ask.weight;
        pgc_format(ask.term, sizeof ask.term, "own");
        pgc_format(ask.name, sizeof ask.name, "%s", told ? "In your own words" : words);
        pgc_format(ask.ref, sizeof ask.ref, "S0-06");
        pgc_format(ask.text, sizeof ask.text, "%s",
                   told ? "one more point that I would like to talk through" : words);
        pgc_format(ask.fallback, sizeof ask.fallback, "a part of it now, and a date for the rest");
        pgc_format(ask.why, sizeof ask.why,
                   told ? "You named it among what must improve: \"%s\". It tells of another "
                          "offer: find words that do not."
                        : "You named it among what must improve.",
                   words);
        m->list[m->n++] = ask;
    }
}

/* ---- choosing ---- */

static int by_priority(const void *pa, const void *pb)
{
    const struct ask *a = pa, *b = pb;
    if (a->primary != b->primary)
        return a->primary ? -1 : 1;
    if (a->priority > b->priority || a->priority < b->priority)
        return a->priority > b->priority ? -1 : 1;
    int term = strcmp(a->term, b->term);
    return term ? term : strcmp(a->name, b->name);
}

static int by_need(const void *pa, const void *pb)
{
    const struct ask *a = pa, *b = pb;
    if (a->must != b->must)
        return a->must ? -1 : 1;
    return by_priority(a, b);
}

static void choose(struct making *m)
{
    struct asks *asks = m->asks;
    asks->candidates = m->n;
    asks->intensity = m->power < 0              ? ASK_STEADY
                      : m->power >= LANE_STRONG ? ASK_PUSH
                      : m->power <= LANE_WEAK   ? ASK_TWEAKS
                                                : ASK_STEADY;
    asks->most = asks->intensity == ASK_TWEAKS ? ASKS_WEAK : ASKS_MOST;
    asks->n = m->n < asks->most ? m->n : asks->most;
    if (m->n == 0)
        return;
    qsort(m->list, m->n, sizeof m->list[0], by_need);
    memcpy(asks->list, m->list, asks->n * sizeof asks->list[0]);
    qsort(asks->list, asks->n, sizeof asks->list[0], by_priority);
}

/* S0-58: what still lies between; nothing is asked three times, S0-48. */
static void count_remaining(struct asks *asks)
{
    if (asks->offer->rounds >= ROUNDS_LAST)
        return;
    for (uint32_t i = 0; i < asks->n; i++) {
        const struct ask *ask = &asks->list[i];
        bool course_day =
            strcmp(ask->term, "cme_days") == 0 && ask->to != ASK_NONE && ask->to - ask->from <= 1;
        if (ask->gap && ask->between != ASK_NONE)
            asks->remaining += ask->between;
        else if (ask->gap && !course_day)
            asks->remaining_other++;
    }
}

/* ---- one line (S1-40) ---- */

static void line_of(struct asks *asks)
{
    static const char dots[] = "...";
    char next[sizeof asks->one_line * 2], rest[32];
    char *line = asks->one_line;
    for (uint32_t i = 0; i < asks->n; i++) {
        const struct ask *ask = &asks->list[i];
        uint32_t left = asks->n - i - 1;
        pgc_format(next, sizeof next, "%s%s%s%s%s", line, i ? "; " : "", ask->name,
                   ask->target[0] ? " " : "", ask->target);
        rest[0] = '\0';
        if (left)
            pgc_format(rest, sizeof rest, "; %u more", left);
        if (pgc_utf8_count(next) + strlen(rest) > ASK_LINE) {
            if (i == 0) {
                pgc_utf8_cut(next, ASK_LINE - strlen(dots) - strlen(rest));
                pgc_format(line, sizeof asks->one_line, "%s%s%s", next, dots, rest);
            } else {
                pgc_append(line, sizeof asks->one_line, "; %u more", left + 1);
            }
            return;
        }
        pgc_format(line, sizeof asks->one_line, "%s", next);
    }
}

/* ---- all of it ---- */

static void look(const struct pgyd_host *h, const struct offers *offers, const struct offer *offer,
                 struct making *m)
{
    int64_t base = pgc_num(h, "offer", offer->id, "base", 0),
            months = pgc_num(h, "offer", offer->id, "term_months", 0);
    struct pgc_place_power power;
    struct pgyd_value must;
    lane_power_of(h, offer, &power);
    m->power = power.value;
    m->mean = mean_weight(h);
    m->scene = (struct ask_scene){.h = h,
                                  .offers = offers,
                                  .offer = offer,
                                  .ratio = asks_ratio(h),
                                  .months = months <= 0       ? MONEY_HORIZON * MONTHS
                                            : months < MONTHS ? MONTHS
                                                              : months,
                                  .scale = base > 0 ? (double)base * base_share : usual_scale};
    if (!pgc_get(h, "offer", offer->id, "must_improve", &must))
        return;
    for (uint32_t i = 0; i < must.nlist && m->nmust < MUST; i++)
        m->must[m->nmust++] = (struct must){.words = must.list[i]};
}

void asks_of(const struct pgyd_host *h, const struct offers *offers, const struct offer *offer,
             struct asks *asks)
{
    struct making m = {.asks = asks};
    *asks = (struct asks){.offer = offer};
    look(h, offers, offer, &m);
    asks->listed = ask_rows(h, match_must, &m) == 0;
    ask_rows(h, consider, &m);
    own_words(&m);
    choose(&m);
    count_remaining(asks);
    line_of(asks);
}

/* S0-33, S0-34: a part of the gap. */
void asks_check_ratio(const struct pgyd_host *h)
{
    struct pgyd_value v;
    if (pgc_get(h, "decide", "", "ask_gap_ratio", &v) && !(v.real > 0 && v.real <= 1))
        pgc_error(h, "decide", "", "ask_gap_ratio", "0.75 asks for three quarters of the gap",
                  "%.10g is no part of a gap: it is above 0 and at most 1", v.real);
}
