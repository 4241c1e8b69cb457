/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of employers and places (S0-25, S0-29, S0-31): to somebody, nobody but the one written to;
 * to nobody known, none beside words of an offer that is not held. */
#include "plugins/offers/honesty/inside.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX = 512, OWN_MOST = 6, SHORTEST = 3, SHORTEST_ID = 4 };

/* What the place written to is called: the offer's employer and id, its prospect's name and id,
 * another offer of that prospect. */
struct own {
    char names[OWN_MOST][NAME_MAX];
    uint32_t n;
};

static void add_own(struct own *own, const char *name)
{
    if (name && own->n < OWN_MOST)
        fold_words(name, own->names[own->n++], NAME_MAX);
}

static void own_of(const struct honesty_scene *scene, struct own *own)
{
    own->n = 0;
    if (scene->decline)
        return;
    if (scene->offer) {
        add_own(own, scene->offer->employer);
        add_own(own, scene->offer->id);
    }
    if (scene->prospect) {
        add_own(own, pgc_text(scene->h, "prospect", scene->prospect, "name", ""));
        add_own(own, scene->prospect);
    }
    for (uint32_t i = 0; !scene->offer && scene->prospect && i < scene->offers->n; i++) {
        if (pgc_is(scene->h, "offer", scene->offers->list[i].id, "prospect", scene->prospect))
            add_own(own, scene->offers->list[i].employer);
    }
}

/* Whether what stands there lies within a name of the one written to. */
static bool inside_own(const char *words, size_t at, size_t len, const struct own *own)
{
    for (uint32_t i = 0; i < own->n; i++) {
        for (size_t k = 0; fold_find(words, own->names[i], &k) && k <= at; k++) {
            if (at + len <= k + strlen(own->names[i]))
                return true;
        }
    }
    return false;
}

bool honesty_names(const struct honesty_scene *scene, const char *text, const char *name)
{
    char words[NAME_MAX], wanted[NAME_MAX];
    struct own own;
    own_of(scene, &own);
    fold_words(text, words, sizeof words);
    fold_words(name, wanted, sizeof wanted);
    for (size_t at = 0; fold_find(words, wanted, &at); at++) {
        if (!inside_own(words, at, strlen(wanted), &own))
            return true;
    }
    return false;
}

/* ---- a name in the text ---- */

/* Whether a place in the text lies in one where a longer name stands already. */
static bool taken(const struct honesty_look *look, size_t from, size_t to)
{
    for (uint32_t i = 0; i < look->nhits; i++) {
        if (look->hits[i].from <= from && to <= look->hits[i].to)
            return true;
    }
    return false;
}

static void take(struct honesty_look *look, size_t from, size_t to, bool held)
{
    struct honesty_hit *list =
        honesty_push(look->hits, &look->nhits, &look->cap_hits, sizeof *list);
    look->findings->failed |= !list;
    if (!list)
        return;
    look->hits = list;
    list[look->nhits - 1] = (struct honesty_hit){from, to, held};
}

static bool capital(const char *text)
{
    return isupper((unsigned char)*text) || (unsigned char)*text >= 0x80;
}

/* An id stands for its place where it is written as a name of its own: "Mercy offers more", but not
 * "mercy" and not "the Mercy Fund". */
static bool as_name(const char *text, size_t from, size_t to)
{
    size_t next = to + strspn(text + to, " "), last = from;
    while (last > 0 && text[last - 1] == ' ')
        last--;
    while (last > 0 && last < from && isalnum((unsigned char)text[last - 1]))
        last--;
    bool behind = next > to && capital(text + next),
         before = last < from && capital(text + last) && last > 0 && text[last - 1] == ' ';
    return capital(text + from) && !behind && !before;
}

struct place {
    const char *name;
    bool is_id;
    bool held;       /* it may be named */
    const char *why; /* else: "has no written offer" */
};

static void tell(struct honesty_look *look, const struct place *p, size_t from, size_t to)
{
    char reason[HONESTY_WORDS];
    const struct honesty_saying saying = {
        .set = honesty_phantom,
        .reason = pgc_format(reason, sizeof reason,
                             look->scene->addressed ? "%.200s is named, and only the one written "
                                                      "to may be ([decide] name_rivals)"
                                                    : "%.200s %s",
                             p->name, p->why),
        .suggestion = look->scene->addressed
                          ? "leave the name out"
                          : "no word of an offer beside its name, unless [offer:ID] has it in "
                            "writing",
        .ref = "S0-31",
        .level = HONESTY_ERROR,
        .where = HONESTY_NAME,
        .about = p->name};
    honesty_tell(look, &saying, from, to, NULL);
}

/* Whether a name there says something that is not so. */
static bool wrong(struct honesty_look *look, struct honesty_sentence *s, size_t to)
{
    if (look->scene->addressed)
        return true;
    return (honesty_of_offer(look, s) ||
            honesty_behind(look, honesty_plain_at(look, to), "offers behind")) &&
           !honesty_of_no(look, s);
}

/* The first word of a sentence is written large whatever it is: "First, thank you". */
static bool stands_for(struct honesty_look *look, const struct honesty_sentence *s, size_t from,
                       size_t to)
{
    size_t at = honesty_plain_at(look, from);
    bool first = strspn(look->plain.text + s->from, " \n\t\"'(-") + s->from >= at;
    return as_name(look->text, from, to) &&
           (!first || honesty_behind(look, honesty_plain_at(look, to), "offers behind"));
}

static void look_for(struct honesty_look *look, const struct place *p)
{
    char name[NAME_MAX];
    struct own own;
    const struct honesty_sentence *told = NULL;
    own_of(look->scene, &own);
    fold_words(p->name, name, sizeof name);
    size_t len = strlen(name), least = p->is_id ? SHORTEST_ID : SHORTEST;
    if (strlen(p->name) < least && (p->is_id || !look->scene->addressed))
        return;
    for (size_t at = 0; !honesty_full(look) && fold_find(look->words.text, name, &at); at++) {
        size_t from = look->words.from[at], to = look->words.from[at + len];
        struct honesty_sentence *s = honesty_sentence_at(look, honesty_plain_at(look, from));
        bool own_name = inside_own(look->words.text, at, len, &own);
        if (taken(look, from, to) || (!own_name && p->is_id && !stands_for(look, s, from, to)))
            continue;
        take(look, from, to, p->held || own_name);
        if (p->held || own_name || s == told || !wrong(look, s, to))
            continue;
        tell(look, p, from, to);
        s->told = true;
        told = s;
    }
}

/* ---- who may be named ---- */

static const char *why_not(const struct honesty_look *look, const struct offer *o)
{
    if (strcmp(o->status, "declined") == 0)
        return "has an offer that is declined";
    if (strcmp(o->status, "expired") == 0)
        return "has an offer that is expired";
    return offer_lapsed(o, look->scene->h->today) ? "wanted an answer by a day that is over"
                                                  : "has no written offer (written = no)";
}

static bool same_words(const char *a, const char *b)
{
    char one[NAME_MAX], other[NAME_MAX];
    return strcmp(fold_words(a, one, sizeof one), fold_words(b, other, sizeof other)) == 0;
}

/* Whether some offer lets a place be spoken of; prospect NULL: by the employer's name alone. */
static bool may(const struct honesty_look *look, const char *prospect, const char *name)
{
    for (uint32_t i = 0; i < look->scene->offers->n; i++) {
        const struct offer *o = &look->scene->offers->list[i];
        bool holds = look->scene->addressed ? honesty_may_name(look->scene, o) : honesty_stands(o);
        if (holds && (same_words(o->employer, name) ||
                      (prospect && pgc_is(look->scene->h, "offer", o->id, "prospect", prospect))))
            return true;
    }
    return false;
}

static void names_of_kind(struct honesty_look *look, bool ids, bool held)
{
    const struct honesty_scene *scene = look->scene;
    const char *id;
    for (uint32_t i = 0; i < scene->offers->n; i++) {
        const struct offer *o = &scene->offers->list[i];
        struct place p = {.name = ids ? o->id : o->employer,
                          .is_id = ids,
                          .held = may(look, NULL, o->employer),
                          .why = why_not(look, o)};
        if (p.held == held)
            look_for(look, &p);
    }
    for (uint32_t i = 0; (id = scene->h->section_id(scene->h->ctx, "prospect", i)); i++) {
        const char *name = pgc_text(scene->h, "prospect", id, "name", id);
        struct place p = {.name = ids ? id : name,
                          .is_id = ids,
                          .held = may(look, id, name),
                          .why = "has made no written offer"};
        if (p.held == held)
            look_for(look, &p);
    }
}

/* Full names first, so that an id within one counts for it, and so does a name within one that may
 * stand. */
void honesty_look_for_names(struct honesty_look *look)
{
    names_of_kind(look, false, true);
    names_of_kind(look, false, false);
    names_of_kind(look, true, true);
    names_of_kind(look, true, false);
}
