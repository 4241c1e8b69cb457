/* SPDX-License-Identifier: BSD-2-Clause */
/* Rows of the table that are held against a text as they stand: phrases, and what only some scenes
 * forbid. Offers, names and figures have files of their own. */
#include "plugins/offers/honesty/inside.h"

#include <ctype.h>
#include <string.h>

/* The word with which a text becomes too long. */
static void scan_words(struct honesty_look *look, const struct honesty_row *row)
{
    const char *text = look->plain.text;
    uint32_t words = 0;
    size_t last = 0;
    bool in = false;
    for (size_t i = 0; text[i]; i++) {
        bool blank = isspace((unsigned char)text[i]) != 0;
        if (!blank && !in && ++words == row->n + 1)
            last = i;
        in = !blank;
    }
    if (words <= row->n)
        return;
    char reason[HONESTY_WORDS];
    const struct honesty_saying saying = {.set = row->set,
                                          .reason = pgc_format(reason, sizeof reason,
                                                               "%u words, more than %u: %s", words,
                                                               row->n, row->reason),
                                          .suggestion = row->suggestion,
                                          .ref = row->ref,
                                          .level = row->level,
                                          .where = row->where};
    honesty_tell(look, &saying, look->plain.from[last], look->plain.from[last], "");
}

/* Where the sentence that begins at `at` ends, behind its mark: what follows the mark is a blank, a
 * quote, a bracket or the end. */
static size_t sentence_end(const char *text, size_t at)
{
    while (text[at] && !(strchr(".!?", text[at]) &&
                         (isspace((unsigned char)text[at + 1]) || strchr("\"')", text[at + 1]))))
        at++;
    return text[at] ? at + 1 : at;
}

static void tell(struct honesty_look *look, const struct honesty_row *row, size_t at, size_t len)
{
    honesty_tell_row(look, row, look->plain.from[at], look->plain.from[at + len]);
}

static void scan_phrase(struct honesty_look *look, const struct honesty_row *row)
{
    const char *text = look->plain.text;
    size_t at = 0, seen = 0, sentence = 0, len = look->plain.len;
    regmatch_t match;
    bool half = row->where == HONESTY_FIRST_HALF,
         once = row->where == HONESTY_ONCE || row->where == HONESTY_ABSENT;
    while (at < len && regexec(&row->regex, text + at, 1, &match, at ? REG_NOTBOL : 0) == 0) {
        size_t start = at + (size_t)match.rm_so, size = (size_t)(match.rm_eo - match.rm_so);
        bool again = seen && start < sentence; /* the same question in other words */
        if (row->where == HONESTY_TWICE && !again)
            sentence = sentence_end(text, start);
        seen += row->where != HONESTY_TWICE || !again;
        if (half                          ? start < len / 2
            : row->where == HONESTY_TWICE ? seen > 1 && !again
                                          : row->where != HONESTY_ABSENT)
            tell(look, row, start, size);
        if (once || (half && start >= len / 2) || honesty_full(look))
            break;
        at = start + (size ? size : 1);
    }
    if (row->where == HONESTY_ABSENT && seen == 0 && len > 0)
        tell(look, row, 0, 0);
}

/* A text in which every question is about this: the first of them. */
static void scan_questions(struct honesty_look *look, const struct honesty_row *row)
{
    char *text = look->plain.text;
    size_t first = 0, questions = 0;
    regmatch_t match;
    for (size_t at = 0, end; text[at]; at = end) {
        end = sentence_end(text, at);
        if (text[end - 1] != '?')
            continue;
        char kept = text[end];
        text[end] = '\0';
        bool about = regexec(&row->regex, text + at, 1, &match, 0) == 0;
        text[end] = kept;
        if (!about)
            return;
        if (questions++ == 0)
            first = at + (size_t)match.rm_so;
    }
    if (questions)
        tell(look, row, first, sentence_end(text, first) - first);
}

/* Rows that only some scenes forbid, and those that other rules look at. */
static bool applies(const struct honesty_scene *scene, const struct honesty_row *row)
{
    switch (row->where) {
    case HONESTY_STAGE:
        return scene->offers && scene->advanced == 0;
    case HONESTY_STRANGER:
        return scene->stranger;
    case HONESTY_DECLINE:
        return scene->decline;
    case HONESTY_OTHERS:
    case HONESTY_WORD:
        return false;
    default:
        return true;
    }
}

void honesty_look_for_rows(struct honesty_look *look)
{
    for (uint32_t i = 0; i < look->table->n; i++) {
        const struct honesty_row *row = &look->table->list[i];
        if (!applies(look->scene, row))
            continue;
        if (row->where == HONESTY_TOO_LONG)
            scan_words(look, row);
        else if (row->where == HONESTY_ONLY)
            scan_questions(look, row);
        else
            scan_phrase(look, row);
    }
}
