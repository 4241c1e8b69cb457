/* SPDX-License-Identifier: BSD-2-Clause */
/* A look through one text, and what its parts share. Private to this room. */
#ifndef OFFERS_HONESTY_INSIDE_H
#define OFFERS_HONESTY_INSIDE_H

#include "plugins/offers/honesty/honesty.h"

#include <regex.h>

struct honesty_row {
    const char *set, *reason, *suggestion, *ref; /* into the table's bytes */
    uint16_t level, where;
    uint32_t n; /* of words:N and others:N */
    regex_t regex;
    bool compiled;
};

struct honesty_table {
    char *bytes;
    struct honesty_row *list;
    uint32_t n, cap;
};

/* Sets that the rules look at by name. */
extern const char honesty_phantom[];

struct honesty_sentence {
    size_t from, to;      /* in plain.text */
    int8_t offer, closed; /* it speaks of one, of a no: 1, 0, -1 not looked yet */
    bool told;            /* that a name in it is no offer's */
};

/* A place where a name stands, in bytes of the text. */
struct honesty_hit {
    size_t from, to;
    bool held; /* of one whose offer is held, or of the one written to */
};

/* What a scene's configuration knows. */
struct honesty_facts {
    double *figures; /* that may be said of an offer */
    uint32_t nfigures, cap_figures;
    double *own; /* of one's own work: they may stand where no offer is spoken of */
    uint32_t nown, cap_own;
    uint32_t held;   /* offers that are live and in writing */
    uint32_t others; /* and other ones */
};

struct honesty_look {
    const struct honesty_table *table;
    const struct honesty_scene *scene;
    struct honesty_findings *findings;
    const char *text;
    struct fold_map plain; /* lines; its text is cut for a moment where a sentence is looked at */
    struct fold_map words;
    struct honesty_sentence *sentences;
    uint32_t nsentences, cap_sentences;
    struct honesty_hit *hits;
    uint32_t nhits, cap_hits;
    struct honesty_facts facts;
};

/* ---- findings.c ---- */
/* Makes room for one more element: the list as it is then, *n counts it; NULL when memory ran out,
 * nothing changed. */
void *honesty_push(void *list, uint32_t *n, uint32_t *cap, size_t size);
/* What a finding says. */
struct honesty_saying {
    const char *set, *reason, *suggestion, *ref;
    uint16_t level, where;
    const char *about; /* NULL: nobody by name */
};
/* Adds what stands from `at` to `end` of the text; found NULL: these words. At most
 * HONESTY_FINDINGS are kept. */
void honesty_tell(struct honesty_look *look, const struct honesty_saying *saying, size_t at,
                  size_t end, const char *found);
void honesty_tell_row(struct honesty_look *look, const struct honesty_row *row, size_t at,
                      size_t end);
/* No more is kept. */
bool honesty_full(const struct honesty_look *look);
/* Gives each its line and column. */
void honesty_place(struct honesty_findings *findings, const char *text);

/* ---- table.c ---- */
/* Whether a text in plain letters matches a row of a set; match may be NULL. */
bool honesty_match(const struct honesty_table *table, const char *set, const char *plain,
                   regmatch_t *match);

/* ---- sentences.c ---- */
bool honesty_sentences(struct honesty_look *look);
/* The one that holds a byte of plain.text. */
struct honesty_sentence *honesty_sentence_at(struct honesty_look *look, size_t at);
/* Where in plain.text a byte of the text is. */
size_t honesty_plain_at(const struct honesty_look *look, size_t raw);
bool honesty_of_offer(struct honesty_look *look, struct honesty_sentence *s);
bool honesty_of_no(struct honesty_look *look, struct honesty_sentence *s);
/* Whether a sentence, all of it, matches a set. */
bool honesty_sentence_holds(struct honesty_look *look, const struct honesty_sentence *s,
                            const char *set);
/* Whether what stands right before, or right behind, a place of plain.text matches a set. */
bool honesty_before(const struct honesty_look *look, size_t at, const char *set);
bool honesty_behind(const struct honesty_look *look, size_t at, const char *set);

/* ---- facts.c ---- */
/* false when memory ran out. */
bool honesty_facts(const struct honesty_look *look, struct honesty_facts *facts);
/* The offer is that of the one written to. */
bool honesty_own_offer(const struct honesty_scene *scene, const struct offer *offer);
/* Held, or the one that was accepted. */
bool honesty_stands(const struct offer *offer);

/* ---- the rules ---- */
void honesty_look_for_names(struct honesty_look *look);   /* names.c */
void honesty_look_for_figures(struct honesty_look *look); /* figures.c */
void honesty_look_for_claims(struct honesty_look *look);  /* claims.c */
void honesty_look_for_rows(struct honesty_look *look);    /* rows.c */

/* figures.c: a sum of money in a plain text. */
struct honesty_figure {
    size_t at, len;
    /* slack: half of its last place, when it is a round one: $325k stands for 325,400 too */
    double value, slack;
    bool bare; /* neither sign nor word says that it is money */
};
/* The next one from `from` on; false: none. */
bool honesty_next_figure(const struct honesty_table *table, const char *plain, size_t from,
                         struct honesty_figure *figure);

#endif
