/* SPDX-License-Identifier: BSD-2-Clause */
/* What a letter may say: the whitelist of placeholders, each with the configured fact behind it or
 * the key that is missing. Texts that the person typed are handed out as they are; figures of
 * another offer only where it is in writing, live, and the kind allows it (S0-31). */
#ifndef OFFERS_LETTERFACTS_H
#define OFFERS_LETTERFACTS_H

#include "plugins/offers/asks/asks.h"
#include "plugins/offers/letters/parse.h"

enum { LETTER_FACT = 480, LETTER_KEY = 80, LETTER_POINTS = 6 };

/* Where a fact comes from: what is looked for in it depends on that. */
enum letter_source {
    LETTER_WORKED, /* worked out or a term of the offer written about: its figures may stand */
    LETTER_NAMED,  /* the name of a place: the one written to, or one that may be named */
    LETTER_OWN,    /* typed about one's own work: its figures are one's own */
    LETTER_TYPED,  /* any other typed text */
    LETTER_RIVAL,  /* figures of another offer */
};

struct letter_fact {
    char text[LETTER_FACT]; /* what to write; when it is not known, what is missing */
    char key[LETTER_KEY];   /* "[value] metric" */
    uint16_t source;        /* enum letter_source */
};

/* What a kind may do; a kind of no rule may the least. */
struct letter_rule {
    const char *kind;
    bool figures; /* say what another offer holds (S0-29, S0-43) */
    bool decline; /* no digit, no apology, no employer (S0-61) */
};
const struct letter_rule *letter_rule_of(const char *kind);

/* A term in which the other offer is better. */
struct letter_point {
    const char *area;  /* "base pay" */
    const char *quiet; /* "has no non-compete"; NULL: it cannot be said without a figure */
    char figure[96];   /* "a base of $325,000" */
};

struct honesty_table;

/* All that a letter is written from. */
struct letter_case {
    const struct pgyd_host *h;
    const char *kind;
    const struct letter_rule *rule;
    struct offers offers;
    const struct offer *offer;      /* NULL: none */
    const char *contact, *prospect; /* ids; NULL. prospect: also the offer's or the contact's */
    const struct offer *rival;      /* another one in writing and live, the better first; NULL */
    const struct offer *accepted;   /* another one that was accepted; NULL */
    bool names;                     /* [decide] name_rivals */
    bool force;
    /* The rules, read when a letter is first looked through; whoever owns the case has the slot
     * and closes what is in it. */
    struct honesty_table **rules;
    int lane; /* enum lane, of the template */
    /* prospects in stage advanced or offer, that of the letter not counted */
    uint32_t advanced;
    struct asks asks;          /* of offer */
    struct lane_choice choice; /* likewise */
    struct letter_point points[LETTER_POINTS];
    uint32_t npoints;
};

/* index.c */
bool letter_fact_known(const char *name);
/* true: *fact is what to write. false: fact->text says what is missing, with the key to set. */
bool letter_fact(struct letter_case *c, const char *name, struct letter_fact *fact);
/* The name of the place written to, NULL when there is none. */
const char *letter_place(const struct letter_case *c);
/* Whether a prospect is that far along (S1-47): file and journal, whichever says more; closed is
 * the last word. */
bool letter_advanced(const struct pgyd_host *h, const char *prospect);

/* ---- for the tables of facts ---- */

typedef bool (*letter_fact_fn)(struct letter_case *c, struct letter_fact *f);
struct letter_entry {
    const char *name;
    letter_fact_fn fn;
};
struct letter_table {
    const struct letter_entry *list;
    uint32_t n;
};
/* person.c: the person, the place, what one brings */
const struct letter_table *letter_own_facts(void);
const struct letter_table *letter_offer_facts(void); /* offerfacts.c */
const struct letter_table *letter_rival_facts(void); /* rivalfacts.c */
/* Says that an offer is needed, when there is none. */
bool letter_no_offer(const struct letter_case *c, struct letter_fact *f);
/* The genuine reasons, [offer:id] fit or [decide] why (fit.c). */
bool letter_fit(struct letter_case *c, struct letter_fact *f);
/* Work units above which the first year's bonus begins; ASK_NONE. */
int64_t letter_threshold(const struct letter_case *c, const struct offer *offer);
/* The key that a fact stands in: "[value] metric". */
void letter_key(struct letter_fact *f, const char *section, const char *id, const char *key);
/* Says what is missing; returns false. */
bool letter_missing(struct letter_fact *f, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A key as it stands; false and its name when it is unset. */
bool letter_text(struct letter_case *c, struct letter_fact *f, const char *section, const char *id,
                 const char *key, uint16_t source);
/* Whether the full contract is there (S0-23). */
bool letter_has_contract(const struct letter_case *c);
/* "December", of a day. */
const char *letter_month(const struct pgyd_host *h, pgyd_day day, int32_t *year, int32_t *dom);
/* "Friday, December 4" */
void letter_day(const struct pgyd_host *h, pgyd_day day, char *out, size_t size);
/* Words joined: "a, b and c". */
void letter_join(char *out, size_t size, const char *const *words, uint32_t n, const char *last);
/* Whether the rival itself is better in a term of lists/asks.tsv. */
bool letter_rival_better(const struct letter_case *c, const char *term);
/* Points in which the rival is better than the offer. */
void letter_points(struct letter_case *c);

#endif
