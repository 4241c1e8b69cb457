/* SPDX-License-Identifier: BSD-2-Clause */
/* The terms of a contract: every field of [offer:id] that can be agreed, how its value is read and
 * ranked, its words (lists/terms.tsv), what is wrong with those of an offer and what to ask for,
 * what is still left open. An unset term is unknown, never assumed. */
#ifndef OFFERS_TERMS_H
#define OFFERS_TERMS_H

#include "plugins/offers/compare/flags.h"

#define TERMS_UNKNOWN "unknown: ask"

enum {
    TERMS = 54,
    TERMS_CELL = 160,
    TERMS_FLAGS = 32,
    TERMS_CLAUSES = 5,
    TERMS_REVIEW = 3 /* S1-46, ours */
};

enum terms_better {
    TERMS_UP,
    TERMS_DOWN,
    TERMS_RANK /* the order of `best`, best first */,
    TERMS_YOURS /* no direction for all */
};

/* What the code goes by. It is not in the list: a row that is not installed must not turn a rank
 * round, or take a term out of a letter. */
struct terms_term {
    const char *key;
    enum terms_better better;
    bool fixed;       /* in the six rows that a comparison always has (S0-04) */
    const char *best; /* of TERMS_RANK: "none|primary_site|any_facility" */
};

/* All terms, in order. */
const struct terms_term *terms_all(uint32_t *n);
/* As agreed: "$300,000", "25 miles", "any facility"; TERMS_UNKNOWN. unit "": none. */
const char *terms_value(const struct pgyd_host *h, const char *id, const struct terms_term *term,
                        const char *unit, char text[TERMS_CELL]);
/* The value as a number that can be ranked, more being better; false when unknown or when nobody
 * can say which is better. */
bool terms_rank(const struct pgyd_host *h, const char *id, const struct terms_term *term,
                double *value);
/* A number term. */
bool terms_number(const struct pgyd_host *h, const char *id, const char *key, double *value);
/* S0-09: nights and days of call a year; false when unknown. */
bool terms_nights(const struct pgyd_host *h, const char *id, double *nights);
bool terms_call_days(const struct pgyd_host *h, const char *id, double *days);
/* What a year holds of both, in words; TERMS_UNKNOWN where neither is known: never the phrase "1 in
 * 4". */
const char *terms_call(const struct pgyd_host *h, const char *id, char text[TERMS_CELL]);
const char *terms_covenant(const struct pgyd_host *h, const char *id, char text[TERMS_CELL]);

/* ---- termslist.c: the words of lists/terms.tsv ---- */

/* Of a term that the list does not have: its key, and "". */
struct terms_words {
    char name[40];
    char unit[20];   /* after the number: "months"; "": none */
    char means[128]; /* for a person */
};

struct terms_list {
    struct terms_words of[TERMS]; /* in the order of terms_all */
    int bad;                      /* lines that cannot be used; -1: there is no list */
    const char *without;          /* the key of the first term that has no line; NULL: none */
};

void terms_list_read(const struct pgyd_host *h, struct terms_list *list);
/* Of the callback check: whether every term has its words. */
void terms_list_check(const struct pgyd_host *h);

/* ---- flags ---- */

struct terms_flag {
    const struct flag_words *words; /* of the list that was given */
    bool red;
    char why[FLAG_WHY];
};

struct terms_flags {
    struct terms_flag list[TERMS_FLAGS];
    uint32_t n, red;
};

/* ---- flags.c ---- */
/* rivals: ids of the other offers, against which a part-time post is held (S0-39). The words are
 * borrowed by the flags. */
void terms_flags_of(const struct pgyd_host *h, const struct flags_list *words, const char *id,
                    const char *const *rivals, uint32_t nrivals, struct terms_flags *flags);
/* A covenant from any of their sites, over 10 miles, or over 12 months (S0-10, S0-38). */
bool terms_covenant_broad(const struct pgyd_host *h, const char *id);

/* The trap triad (the tail is yours to pay, a broad covenant, an end without cause): 1 yes, 0 no,
 * -1 unknown, each; all three at 1 are the trap. */
struct terms_triad {
    int tail, covenant, without_cause;
};
void terms_triad_of(const struct pgyd_host *h, const char *id, struct terms_triad *triad);

/* ---- risk index (S2-41) ---- */

struct terms_clause {
    enum flag_id words; /* its name, and as what to ask for what settles it */
    int weight;         /* as new attendings named it */
    bool open;          /* unknown or left open: the weight counts */
};

struct terms_risk {
    struct terms_clause clause[TERMS_CLAUSES]; /* by weight */
    int index;                                 /* 0 to 118 */
};
void terms_risk_of(const struct pgyd_host *h, const char *id, struct terms_risk *risk);

#endif
