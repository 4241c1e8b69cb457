/* SPDX-License-Identifier: BSD-2-Clause */
/* Templates of letters: never a crash; a mistake has a line of the file and says something; what is
 * taken holds no digit outside placeholders, keeps the order of its sections and points into the
 * bytes. Folding a text never makes it longer. */
#include "plugins/offers/honesty/fold.h"
#include "plugins/offers/letters/parse.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static bool known(const char *name)
{
    return strcmp(name, "employer") == 0 || strcmp(name, "ask") == 0 || strcmp(name, "value") == 0;
}

static void check_template(const struct letter_template *t, const char *bytes, size_t size)
{
    uint16_t section = 0;
    uint32_t paragraph = 0;
    must(t->n > 0 && t->n <= LETTER_LINES && t->nrefs <= LETTER_REFS && t->about.len > 0);
    for (uint32_t i = 0; i < t->n; i++) {
        const struct letter_line *line = &t->lines[i];
        struct letter_span before;
        char name[LETTER_NAME];
        size_t at = 0;
        must(line->text.text >= bytes && line->text.text + line->text.len <= bytes + size);
        must(line->section >= section && line->paragraph >= paragraph);
        must((line->section != LETTER_BODY) == t->asks);
        section = line->section;
        paragraph = line->paragraph;
        bool more;
        do {
            more = letter_next(&line->text, &at, &before, name);
            must(!more || known(name));
            for (size_t k = 0; k < before.len; k++)
                must(before.text[k] < '0' || before.text[k] > '9');
        } while (more);
    }
    must(!t->asks || section == LETTER_REQUEST);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct letter_template t;
    struct letter_error error = {.line = 0};
    char *bytes = malloc(size + 1), *folded = malloc(size + 8);
    if (bytes && folded) {
        if (size)
            memcpy(bytes, data, size);
        bytes[size] = '\0';
        if (letter_parse(bytes, size, known, &t, &error))
            check_template(&t, bytes, size);
        else
            must(error.line >= 1 && error.text[0] && memchr(error.text, '\0', sizeof error.text));
        size_t len = strlen(bytes), at = 0, from, n;
        must(strlen(fold_text(bytes, folded, size + 8)) <= len);
        while (fold_digits(folded, &at, &from, &n))
            must(n > 0 && from + n == at && fold_figure(folded, from, n) >= 0);
        must(strlen(fold_words(bytes, folded, size + 8)) <= len);
    }
    free(bytes);
    free(folded);
    return 0;
}
