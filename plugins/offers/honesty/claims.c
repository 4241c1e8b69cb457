/* SPDX-License-Identifier: BSD-2-Clause */
/* Words of other offers (S0-31, S0-46): as many must be live and in writing as they speak of. How
 * many a pattern needs is its row's. */
#include "plugins/offers/honesty/inside.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 3, NEAR = 6 /* bytes between a name and words that are said of it */ };

/* Places that a row which needs more has taken. */
struct places {
    struct honesty_hit *list;
    uint32_t n, cap;
};

static bool overlaps(const struct places *places, size_t from, size_t to)
{
    for (uint32_t i = 0; i < places->n; i++) {
        if (from < places->list[i].to && places->list[i].from < to)
            return true;
    }
    return false;
}

static bool remember(struct places *places, size_t from, size_t to)
{
    struct honesty_hit *list = honesty_push(places->list, &places->n, &places->cap, sizeof *list);
    if (!list)
        return false;
    places->list = list;
    list[places->n - 1] = (struct honesty_hit){from, to, false};
    return true;
}

/* "An offer from Mercy Health", "Mercy Health offered me": said of one that is held, or of the one
 * written to. */
static bool of_a_held_one(const struct honesty_look *look, size_t from, size_t to)
{
    size_t at = look->plain.from[from], end = look->plain.from[to];
    for (uint32_t i = 0; i < look->nhits; i++) {
        const struct honesty_hit *hit = &look->hits[i];
        if (hit->held && ((hit->from >= end && hit->from <= end + NEAR) ||
                          (hit->to <= at && hit->to + NEAR >= at)))
            return true;
    }
    return false;
}

/* Whether nobody else's offer is meant: "no other offer", "you offered me", "an offer from you". */
static bool no_claim(const struct honesty_look *look, size_t from, size_t to)
{
    if (honesty_before(look, from, "theirs") || honesty_behind(look, to, "theirs behind"))
        return true;
    return !look->scene->silent && !look->scene->decline && honesty_before(look, from, "denied");
}

static const char *plural(uint32_t n)
{
    return n == 1 ? "" : "s";
}

static void reason(const struct honesty_look *look, uint32_t needed, char text[HONESTY_WORDS])
{
    static const char *const numbers[] = {"no", "one", "two", "three", "four"};
    uint32_t held = look->facts.held, others = look->facts.others;
    if (look->scene->silent || look->scene->decline)
        pgc_format(text, HONESTY_WORDS, "a letter of its kind is silent about other offers");
    else if (!look->scene->addressed)
        pgc_format(text, HONESTY_WORDS,
                   "the configuration holds %u written offer%s that stand%s, not %s", held,
                   plural(held), held == 1 ? "s" : "", numbers[needed + 1]);
    else if (others == 0)
        pgc_format(text, HONESTY_WORDS, "no other one is live and in writing");
    else
        pgc_format(text, HONESTY_WORDS, "%s other one%s %s live and in writing, not %s",
                   numbers[others < MOST ? others : MOST], plural(others),
                   others == 1 ? "is" : "are", numbers[needed]);
}

static void look_at(struct honesty_look *look, const struct honesty_row *row, size_t from,
                    size_t to)
{
    bool silent = look->scene->silent || look->scene->decline;
    uint32_t needed = row->n < MOST ? row->n : MOST;
    char text[HONESTY_WORDS];
    /* A name that is no offer's was told already. */
    if ((!silent && look->facts.others >= row->n) || honesty_sentence_at(look, from)->told ||
        no_claim(look, from, to) || (!silent && needed == 1 && of_a_held_one(look, from, to)))
        return;
    reason(look, needed, text);
    const struct honesty_saying saying = {.set = row->set,
                                          .reason = text,
                                          .suggestion = silent ? "leave it out" : row->suggestion,
                                          .ref = row->ref,
                                          .level = row->level,
                                          .where = row->where};
    honesty_tell(look, &saying, look->plain.from[from], look->plain.from[to], NULL);
}

static void look_for(struct honesty_look *look, const struct honesty_row *row,
                     struct places *places)
{
    regmatch_t match;
    size_t at = 0;
    while (at < look->plain.len && !honesty_full(look) &&
           regexec(&row->regex, look->plain.text + at, 1, &match, at ? REG_NOTBOL : 0) == 0) {
        size_t from = at + (size_t)match.rm_so, to = at + (size_t)match.rm_eo;
        at = to > from ? to : from + 1;
        if (overlaps(places, from, to))
            continue;
        if (!remember(places, from, to)) {
            look->findings->failed = true;
            return;
        }
        look_at(look, row, from, to);
    }
}

void honesty_look_for_claims(struct honesty_look *look)
{
    struct places places = {.list = NULL};
    for (uint32_t needed = MOST; needed > 0; needed--) {
        for (uint32_t i = 0; i < look->table->n; i++) {
            const struct honesty_row *row = &look->table->list[i];
            if (row->where == HONESTY_OTHERS && (row->n < MOST ? row->n : MOST) == needed)
                look_for(look, row, &places);
        }
    }
    free(places.list);
}
