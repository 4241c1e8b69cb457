/* SPDX-License-Identifier: BSD-2-Clause */
/* Taking lists apart at a separator, once for all plugins. What a word means is its reader's
 * business. */
#include "plugins/common/texts/words.h"

#include <string.h>

bool pgc_words_next(const char **list, char separator, struct pgc_word *word)
{
    if (!*list || !**list)
        return false;
    const char *end = strchr(*list, separator);
    word->text = *list;
    word->len = end ? (size_t)(end - *list) : strlen(*list);
    *list += word->len + (end != NULL);
    return true;
}

bool pgc_words_equal(struct pgc_word word, const char *text)
{
    return word.len == strlen(text) && memcmp(word.text, text, word.len) == 0;
}

int pgc_words_place(const char *list, char separator, const char *word)
{
    struct pgc_word one;
    for (int at = 0; pgc_words_next(&list, separator, &one); at++) {
        if (pgc_words_equal(one, word))
            return at;
    }
    return -1;
}
