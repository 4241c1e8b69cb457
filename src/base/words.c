/* SPDX-License-Identifier: BSD-2-Clause */
/* Taking lists apart at a separator. What a word means is its reader's business. */
#include "base/words.h"

#include <string.h>

bool pgy_words_next(const char **list, char separator, struct pgy_word *word)
{
    if (!*list || !**list)
        return false;
    const char *end = strchr(*list, separator);
    word->text = *list;
    word->len = end ? (size_t)(end - *list) : strlen(*list);
    *list += word->len + (end != NULL);
    return true;
}

bool pgy_words_equal(struct pgy_word word, const char *text)
{
    return word.len == strlen(text) && memcmp(word.text, text, word.len) == 0;
}

int pgy_words_place(const char *list, char separator, const char *word)
{
    struct pgy_word one;
    for (int at = 0; pgy_words_next(&list, separator, &one); at++) {
        if (pgy_words_equal(one, word))
            return at;
    }
    return -1;
}

const char **pgy_words_split(const char *list, char separator, size_t max, struct pgy_arena *arena,
                             size_t *n)
{
    const char **words = NULL;
    size_t count = 0, cap = 0;
    struct pgy_word one;
    while (count < max && pgy_words_next(&list, separator, &one))
        *(const char **)pgy_arena_push(arena, &words, &count, &cap, sizeof *words) =
            pgy_arena_strndup(arena, one.text, one.len);
    *n = count;
    return words;
}
