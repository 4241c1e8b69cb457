/* SPDX-License-Identifier: BSD-2-Clause */
/* Words into the texts of notes, line by line. Which words a text may have was seen to when the
 * list was read. */
#include "plugins/milestones/notes/notes.h"

#include <string.h>

/* The word at '{', and behind it; NULL: there is none, which stays as it stands. */
static const struct note_word *word_at(const char **at, const char *end,
                                       const struct note_word *words, size_t nwords)
{
    const char *close = memchr(*at, '}', (size_t)(end - *at));
    for (size_t i = 0; close && i < nwords; i++) {
        size_t len = strlen(words[i].name);
        if ((size_t)(close - *at - 1) == len && memcmp(*at + 1, words[i].name, len) == 0) {
            *at = close + 1;
            return &words[i];
        }
    }
    return NULL;
}

/* Appends a line, or leaves out as it was when a word of it stands for nothing. */
static void add_line(char *out, size_t size, const char *at, const char *end,
                     const struct note_word *words, size_t nwords)
{
    size_t before = strlen(out);
    if (before)
        pgc_append(out, size, "\n");
    while (at < end) {
        const struct note_word *word = *at == '{' ? word_at(&at, end, words, nwords) : NULL;
        if (word && !word->text[0]) {
            out[before] = '\0';
            return;
        }
        if (word) {
            pgc_append(out, size, "%s", word->text);
            continue;
        }
        const char *stop = memchr(at + 1, '{', (size_t)(end - at - 1));
        pgc_append(out, size, "%.*s", (int)((stop ? stop : end) - at), at);
        at = stop ? stop : end;
    }
}

const char *notes_add(char *out, size_t size, const char *text, const struct note_word *words,
                      size_t nwords)
{
    for (const char *at = text; *at;) {
        size_t len = strcspn(at, "\n");
        add_line(out, size, at, at + len, words, nwords);
        at += len + (at[len] == '\n');
    }
    return out;
}

const char *notes_fill(char *out, size_t size, const char *text, const struct note_word *words,
                       size_t nwords)
{
    out[0] = '\0';
    return notes_add(out, size, text, words, nwords);
}

struct pgyd_item notes_item(const struct note *note, uint16_t kind)
{
    struct pgyd_item item = pgc_item(kind, 0, note->id, note->title, note->source);
    item.stakes = note->stakes;
    item.next = note->next;
    item.why = note->why;
    item.detail = note->detail;
    item.refs = note->refs;
    item.nrefs = note->nrefs;
    return item;
}
