/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists in one text, "a|b|c", as tables and declarations have them; lines are one with '\n'.
 * Nothing is trimmed; "a||b" has an empty word in it; a separator at the end begins no further one;
 * NULL and "" are empty lists. Plugins have the same in plugins/common/texts/words.h. */
#ifndef PGY_BASE_WORDS_H
#define PGY_BASE_WORDS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct pgy_word {
    const char *text; /* within the list: its end is a separator or the list's NUL */
    size_t len;
};

/* Takes the next word off *list; false at its end. */
bool pgy_words_next(const char **list, char separator, struct pgy_word *word);
/* Whether a word is this text, all of it. */
bool pgy_words_equal(struct pgy_word word, const char *text);
/* The place of a word in a list, from 0, of equals the first; -1 when it is not there. */
int pgy_words_place(const char *list, char separator, const char *word);
/* Copies of the first words, at most max of them, and in *n how many; NULL when there is none. */
const char **pgy_words_split(const char *list, char separator, size_t max, struct pgy_arena *arena,
                             size_t *n);

#endif
