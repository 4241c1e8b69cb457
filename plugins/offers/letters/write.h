/* SPDX-License-Identifier: BSD-2-Clause */
/* One letter: gates, facts, text, the last look. */
#ifndef OFFERS_LETTERWRITE_H
#define OFFERS_LETTERWRITE_H

#include "plugins/offers/letters/honest.h"

enum {
    LETTER_NOTES = 10,
    LETTER_NOTE = 320,
    LETTER_WORDS = 180 /* S3-20 */,
    FOLLOW_UP_DAYS = 21 /* S2-26 */
};

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
/* letters.c: fills everything below `prospect` from what is above it; asks, choice and points only
 * with an offer. */
void letter_case_fill(struct letter_case *c);
/* gate.c: the gates of the template, what is shut goes to out->reasons; then the notes. */
void letter_gates(const struct letter_case *c, const struct letter_template *t, struct letter *out);
void letter_notes(const struct letter_case *c, const struct letter_template *t, struct letter *out);
void letter_note(struct letter *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
