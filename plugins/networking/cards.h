/* SPDX-License-Identifier: BSD-2-Clause */
/* What to ask whom: the cards of lists/cards.tsv, chosen by what a contact is. */
#ifndef NETWORKING_CARDS_H
#define NETWORKING_CARDS_H

#include "plugins/networking/people.h"

enum { CARDS_MAX = 96, CARD_REFS = 12, CARD_QUESTIONS = 8 };

struct card {
    /* "kind:attending", "center:scheduling", "influence:high", "class_ahead", "prospect", "visit",
     * "any" */
    char who[32];
    char ref[8];
    char text[200];
};

struct cards {
    struct card list[CARDS_MAX];
    uint32_t n;
};

/* Reads the list; none when it is not installed. */
void cards_load(const struct pgyd_host *h, struct cards *cards);
/* Appends the questions for a contact to a detail, a line each, and their IDs to refs, each once;
 * returns the number of refs. */
uint32_t cards_for_person(const struct cards *cards, const struct person *p, char *detail,
                          size_t size, const char **refs, uint32_t nrefs);
/* The same for a word of the `who` column. */
uint32_t cards_for(const struct cards *cards, const char *who, char *detail, size_t size,
                   const char **refs, uint32_t nrefs);

#endif
