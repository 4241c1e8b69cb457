/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether a text may leave (S0-31, S0-46, S0-47): one table of rules, etc/lists/phrases.tsv, and
 * what the configuration holds, for letters that pgyd writes and for texts that people wrote. Words
 * and patterns are the table's, the mechanics are here. */
#ifndef OFFERS_HONESTY_H
#define OFFERS_HONESTY_H

#include "plugins/offers/honesty/fold.h"
#include "plugins/offers/offer/offer.h"

enum { HONESTY_FOUND = 84, HONESTY_WORDS = 320, HONESTY_FINDINGS = 1000 };

/* HONESTY_CREDIT speaks for the text. */
enum honesty_level { HONESTY_ERROR, HONESTY_WARNING, HONESTY_NOTE, HONESTY_CREDIT, HONESTY_LEVELS };

/* Column `where` of the table, whose head explains them; NAME and FIGURE have no row. */
enum honesty_where {
    HONESTY_ANY,
    HONESTY_ONCE,
    HONESTY_FIRST_HALF,
    HONESTY_TWICE,
    HONESTY_ONLY,
    HONESTY_ABSENT,
    HONESTY_TOO_LONG,
    HONESTY_OTHERS,
    HONESTY_STAGE,
    HONESTY_STRANGER,
    HONESTY_DECLINE,
    HONESTY_WORD,
    HONESTY_NAME,
    HONESTY_FIGURE
};

/* For whom a text is, and what may be said to them. Borrowed for the check. */
struct honesty_scene {
    const struct pgyd_host *h;
    /* lapsed (offers_lapse); NULL: nothing is known, and what would have to be so is not looked
     * for */
    const struct offers *offers;
    /* It is known to whom it goes; else it is taken as written to one of the offers in writing. */
    bool addressed;
    const struct offer *offer; /* the one it is about; NULL */
    const char *prospect;      /* the place it goes to; NULL */
    uint32_t advanced;         /* other prospects in stage advanced or offer */
    bool names;                /* another employer may be named when its offer is held */
    bool figures;              /* and its figures may be said */
    bool silent;               /* not a word of another offer */
    bool decline;              /* no digit, no apology, no employer (S0-61) */
    bool stranger;             /* they never met (S2-27) */
};

struct honesty_finding {
    uint16_t level, where;     /* enum honesty_level, enum honesty_where */
    size_t at;                 /* byte of the text */
    size_t line, column;       /* from 1, columns in characters */
    uint32_t order;            /* in which it was found */
    char found[HONESTY_FOUND]; /* the words, blanks made one; "" when something is missing */
    char reason[HONESTY_WORDS];
    const char *set, *suggestion, *ref; /* the table's, or constant */
    const char *about;                  /* of NAME: as the configuration has it, the host's */
};

struct honesty_findings {
    struct honesty_finding *list; /* freed by honesty_free */
    uint32_t n, cap, errors;
    bool failed; /* memory ran out: nothing is to be said for the text */
};

extern const char *const honesty_levels[HONESTY_LEVELS];

/* ---- table.c ---- */
struct honesty_table;
/* lists/phrases.tsv of the host; NULL: *why says what is wrong with it, with its line. */
struct honesty_table *honesty_open(const struct pgyd_host *h, char why[HONESTY_WORDS]);
/* The same of a text; needed: every set that the rules look at must be there. */
struct honesty_table *honesty_parse(const char *bytes, size_t len, bool needed,
                                    char why[HONESTY_WORDS]);
/* Frees it; NULL is none. */
void honesty_close(struct honesty_table *table);
/* Whether a text holds words of a set, and which first, in small letters. */
bool honesty_holds(const struct honesty_table *table, const char *set, const char *text,
                   char found[HONESTY_FOUND]);
/* The same of another offer. */
bool honesty_claims(const struct honesty_table *table, const char *text, char found[HONESTY_FOUND]);

/* ---- check.c ---- */
/* Everything that is to be said of a text of UTF-8, in order of its rules: names, figures, other
 * offers, then row by row. */
void honesty_check(const struct honesty_table *table, const struct honesty_scene *scene,
                   const char *text, struct honesty_findings *findings);
/* ---- findings.c ---- */
/* Puts them in order of their place. */
void honesty_sort(struct honesty_findings *findings);
void honesty_free(struct honesty_findings *findings);

/* ---- facts.c ---- */
/* Other offers that are live and in writing, as the scene counts them. */
uint32_t honesty_others(const struct honesty_scene *scene);
/* Whether a text names that place, outside a name of the one written to (names.c). */
bool honesty_names(const struct honesty_scene *scene, const char *text, const char *name);
/* S0-29: whether an employer may be named at all. */
bool honesty_may_name(const struct honesty_scene *scene, const struct offer *offer);

#endif
