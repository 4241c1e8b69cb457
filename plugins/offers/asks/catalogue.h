/* SPDX-License-Identifier: BSD-2-Clause */
/* The rows of etc/lists/asks.tsv, and the rules that say where an offer falls short of one. */
#ifndef OFFERS_ASKCATALOGUE_H
#define OFFERS_ASKCATALOGUE_H

#include "plugins/common/tsv.h"
#include "plugins/offers/asks/asks.h"

enum { ASK_WORD = 64 };

/* A row; the texts are the reader's for the call. */
struct ask_row {
    const char *term, *group, *criteria, *name, *words, *request, *plain, *fallback, *ref;
    bool wish;
};

typedef int (*ask_row_fn)(void *arg, const struct ask_row *row);
/* Calls fn for each row, in order; -1 when the list is not installed. */
int ask_rows(const struct pgyd_host *h, ask_row_fn fn, void *arg);
/* Length of the longest of its words that a phrase holds, hyphens and case aside; 0: the phrase
 * means something else. */
size_t ask_row_meant(const struct ask_row *row, const char *phrase);
/* Whether they said no to it, under its own name or one of its words (hard_cap, or a no in the
 * journal). */
bool ask_row_capped(const struct pgyd_host *h, const char *id, const struct ask_row *row);
/* The text with {to} replaced. */
void ask_fill(char *out, size_t size, const char *text, const char *to);

/* What the rules look at. */
struct ask_scene {
    const struct pgyd_host *h;
    const struct offers *offers;
    const struct offer *offer;
    double ratio;
    int64_t months; /* of the first term, a year at least, in which what is paid once is spread */
    double scale;   /* dollars a year that are a shortfall of 1: a fifth of the base */
    bool no_base;   /* they said no to the base, which would have been asked for */
};

/* Where the offer falls short of a row: fills shortfall, numbers, target, rival and why of *ask;
 * false when it does not (rules.c). */
bool ask_short(const struct ask_scene *scene, const char *term, struct ask *ask);

#endif
