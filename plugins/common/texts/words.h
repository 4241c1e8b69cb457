/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists in one text, "a|b|c" or "a,b,c", as tables and declarations have them. Nothing is trimmed;
 * "a||b" has an empty word in it; a separator at the end begins no further one; NULL and "" are
 * empty lists. The daemon has the same in base/words.h; a test holds the two together. */
#ifndef PGC_WORDS_H
#define PGC_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct pgc_word {
    const char *text; /* within the list: its end is a separator or the list's NUL */
    size_t len;
};

/* Takes the next word off *list; false at its end. */
bool pgc_words_next(const char **list, char separator, struct pgc_word *word);
/* Whether a word is this text, all of it. */
bool pgc_words_equal(struct pgc_word word, const char *text);
/* The place of a word in a list, from 0, of equals the first; -1 when it is not there. */
int pgc_words_place(const char *list, char separator, const char *word);

#endif
