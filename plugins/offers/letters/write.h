/* SPDX-License-Identifier: BSD-2-Clause */
/* One letter: gates, facts, text, the last look. */
#ifndef OFFERS_LETTERWRITE_H
#define OFFERS_LETTERWRITE_H

#include "plugins/offers/letters/honest.h"

enum { LETTER_NOTES = 10, LETTER_NOTE = 320, FOLLOW_UP_DAYS = 21 /* S2-26 */ };

struct letter {
    char subject[LETTER_HEADER + 1];
    /* paragraphs between empty lines, each one line; bullets a line each */
    char text[LETTER_TEXT_MAX];
    char reasons[LETTER_REASONS];          /* why it cannot be written; "" */
    char notes[LETTER_NOTES][LETTER_NOTE]; /* for the person alone */
    uint32_t nnotes;
};

/* true: out->text and notes; false: out->reasons, all of them at once. */
bool letter_write(struct letter_case *c, const struct letter_template *t, struct letter *out);
/* letters.c: the template of a kind; false after an error that names the nearest. */
bool letter_template_of(const struct pgyd_host *h, const char *kind, struct letter_template *t);
/* The argument of that name, as the id that the configuration has, NULL: not given; false after an
 * error. */
bool letter_named(const struct pgyd_host *h, const char *section, const char **id);
/* Whether it goes to somebody it is for; false after an error. Without a word of whom it takes the
 * one live offer there is. */
bool letter_addressed(struct letter_case *c, const struct letter_template *t);
/* Fills everything below `prospect` from what is above it; asks, choice and points only
 * with an offer. */
void letter_case_fill(struct letter_case *c);
/* gate.c: the gates of the template, what is shut goes to out->reasons; then the notes. */
void letter_gates(const struct letter_case *c, const struct letter_template *t, struct letter *out);
void letter_notes(const struct letter_case *c, const struct letter_template *t, struct letter *out);
void letter_note(struct letter *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The reports `letter` (letters.c) and `lint` (lint.c) with a slot for the rules, which the caller
 * closes: read once, they serve any number of texts. */
int letter_report(const struct pgyd_host *h, struct honesty_table **rules);
int letter_lint(const struct pgyd_host *h, struct honesty_table **rules);

#endif
