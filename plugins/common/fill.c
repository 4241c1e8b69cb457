/* SPDX-License-Identifier: BSD-2-Clause */
/* Puts words into texts of lists. Which names there are is the reader's of each list. */
#include "plugins/common/fill.h"

#include "plugins/common/texts/words.h"

#include <string.h>

enum { NAME = 24 };

/* The name at a "{", and how long it is with its braces; 0: no brace closes it. */
static size_t name_at(const char *text, char name[NAME])
{
    size_t len = strcspn(text + 1, "{}");
    if (text[1 + len] != '}' || len >= NAME)
        return 0;
    pgc_format(name, NAME, "%.*s", (int)len, text + 1);
    return len + 2;
}

bool pgc_fill_fits(const char *text, const char *names)
{
    char name[NAME];
    while ((text = strchr(text, '{'))) {
        size_t len = name_at(text, name);
        if (len == 0 || pgc_words_place(names, '|', name) < 0)
            return false;
        text += len;
    }
    return true;
}

const char *pgc_fill(char *out, size_t size, const char *text, const struct pgc_filling *fillings,
                     uint32_t n)
{
    char name[NAME];
    out[0] = '\0';
    while (*text) {
        size_t len = strcspn(text, "{\\"), step = text[len] == '{' ? name_at(text + len, name) : 0;
        const char *said = NULL;
        for (uint32_t i = 0; i < n && step; i++)
            said = strcmp(fillings[i].name, name) == 0 ? fillings[i].text : said;
        if (text[len] == '\\' && text[len + 1] == 'n') {
            said = "\n";
            step = 2;
        }
        if (!said) {
            len += step ? step : text[len] != '\0';
            step = 0;
        }
        pgc_append(out, size, "%.*s%s", (int)len, text, said ? said : "");
        text += len + step;
    }
    return out;
}
