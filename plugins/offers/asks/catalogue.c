/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/asks.tsv and recognizes its rows in the words people write. Where an offer falls
 * short of one is rules.c. */
#include "plugins/offers/asks/catalogue.h"

#include "plugins/common/texts/words.h"

#include <string.h>

enum { COLUMNS = 10 };

struct reading {
    ask_row_fn fn;
    void *arg;
};

static int read_row(void *arg, const struct pgc_tsv_row *r)
{
    const struct reading *reading = arg;
    const struct ask_row row = {.term = r->cell[0],
                                .group = r->cell[1],
                                .wish = strcmp(r->cell[2], "wish") == 0,
                                .criteria = r->cell[3],
                                .name = r->cell[4],
                                .words = r->cell[5],
                                .request = r->cell[6],
                                .plain = r->cell[7],
                                .fallback = r->cell[8],
                                .ref = r->cell[9]};
    return reading->fn(reading->arg, &row);
}

int ask_rows(const struct pgyd_host *h, ask_row_fn fn, void *arg)
{
    struct reading reading = {fn, arg};
    return pgc_tsv_read(h, "asks.tsv", COLUMNS, read_row, &reading) < 0 ? -1 : 0;
}

/* "Non-compete" and "non_compete" are "non compete". */
static char plain_char(char c)
{
    return c == '-' || c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool of_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Whether the phrase holds the word as a word, or its plural. */
static bool holds(const char *phrase, const char *word, size_t len)
{
    for (const char *p = phrase; *p; p++) {
        size_t i = 0;
        if (p > phrase && of_word(plain_char(p[-1])))
            continue;
        while (i < len && p[i] && plain_char(p[i]) == plain_char(word[i]))
            i++;
        if (i < len)
            continue;
        i += plain_char(p[i]) == 's';
        if (!of_word(plain_char(p[i])))
            return true;
    }
    return false;
}

size_t ask_row_meant(const struct ask_row *row, const char *phrase)
{
    const char *rest = strcmp(row->words, "-") == 0 ? NULL : row->words;
    struct pgc_word word;
    size_t longest = 0;
    while (pgc_words_next(&rest, ',', &word)) {
        if (word.len > longest && holds(phrase, word.text, word.len))
            longest = word.len;
    }
    return longest;
}

/* A word of the list as people write it in a key: "sign on", "sign-on", "sign_on". */
static bool capped_as(const struct pgyd_host *h, const char *id, const char *word, size_t len)
{
    char text[ASK_WORD];
    if (len >= sizeof text)
        return false;
    for (const char *gap = " -_"; *gap; gap++) {
        pgc_format(text, sizeof text, "%.*s", (int)len, word);
        for (char *p = text; *p; p++)
            *p = *p == ' ' ? *gap : *p;
        if (offer_capped(h, id, text))
            return true;
    }
    return false;
}

bool ask_row_capped(const struct pgyd_host *h, const char *id, const struct ask_row *row)
{
    const char *rest = row->words;
    struct pgc_word word;
    bool capped = offer_capped(h, id, row->term);
    while (!capped && pgc_words_next(&rest, ',', &word))
        capped = capped_as(h, id, word.text, word.len);
    return capped;
}

void ask_fill(char *out, size_t size, const char *text, const char *to)
{
    const char *at = strstr(text, "{to}");
    if (at)
        pgc_format(out, size, "%.*s%s%s", (int)(at - text), text, to, at + strlen("{to}"));
    else
        pgc_format(out, size, "%s", text);
}
