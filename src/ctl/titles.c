/* SPDX-License-Identifier: BSD-2-Clause */
/* What a card says of a contact: an id of its name, a kind of its title. The words for both are
 * lists/titles.tsv's, its texts come from vcard.c. */
#include "pgy-build.h"

#include "ctl/titles.h"

#include "base/err.h"
#include "base/str.h"
#include "base/words.h"

#include <stdint.h>
#include <string.h>

enum { ID_MAX = 24, COLUMNS = 4 };
enum { USE, WORD, KIND, CENTER };

/* ---- the list ---- */

static int take(struct ctl_titles *titles, const char *const *column, struct pgy_arena *arena,
                const char **why)
{
    static const char small[] = PGY_SMALL PGY_DIGITS, word[] = PGY_SMALL "_";
    bool role = strcmp(column[USE], "role") == 0, center = strcmp(column[CENTER], "-") != 0;
    if (!role && strcmp(column[USE], "title") != 0)
        *why = "a line begins with title or role";
    else if (!role && (!pgy_str_made_of(column[WORD], SIZE_MAX, small) ||
                       strcmp(column[KIND], "-") != 0 || center))
        *why = "a title is a word of a-z and 0-9, its kind and center are -";
    else if (role && (!*column[WORD] || !pgy_str_made_of(column[KIND], SIZE_MAX, word) ||
                      (center && !pgy_str_made_of(column[CENTER], SIZE_MAX, word))))
        *why = "a role has a word, the kind it means, and a center or -";
    else
        *why = NULL;
    if (*why)
        return PGY_EPARSE;
    struct ctl_title *t = pgy_arena_push(arena, &titles->list, &titles->n, &titles->cap, sizeof *t);
    *t = (struct ctl_title){.word = column[WORD],
                            .kind = role ? column[KIND] : NULL,
                            .center = center ? column[CENTER] : NULL};
    return 0;
}

int ctl_titles_parse(const char *bytes, struct pgy_arena *arena, struct ctl_titles *titles,
                     size_t *line, const char **why)
{
    struct pgy_word text;
    for (*line = 1; pgy_words_next(&bytes, '\n', &text); ++*line) {
        size_t n;
        if (text.len == 0 || *text.text == '#')
            continue;
        const char **column = pgy_words_split(pgy_arena_strndup(arena, text.text, text.len), '\t',
                                              COLUMNS + 1, arena, &n);
        if (n != COLUMNS) {
            *why = "a line has four columns, separated by one tab each";
            return PGY_EPARSE;
        }
        int rc = take(titles, column, arena, why);
        if (rc != 0)
            return rc;
    }
    return 0;
}

/* ---- ids ---- */

/* Letters of Latin-1 without their marks, from U+00C0 on. */
static const char *const plain[64] = {
    "a", "a", "a", "a", "ae", "a", "ae", "c", "e", "e", "e", "e", "i",  "i", "i",  "i",
    "d", "n", "o", "o", "o",  "o", "oe", "",  "o", "u", "u", "u", "ue", "y", "th", "ss",
    "a", "a", "a", "a", "ae", "a", "ae", "c", "e", "e", "e", "e", "i",  "i", "i",  "i",
    "d", "n", "o", "o", "o",  "o", "oe", "",  "o", "u", "u", "u", "ue", "y", "th", "y",
};

/* The next word of a name in a-z and 0-9; the rest of the name, NULL when it is over. */
static const char *next_word(const char *name, char *word, size_t size)
{
    size_t n = 0;
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        char letter[2] = "";
        const char *add = letter;
        if (c == 0xc3) {
            add = plain[(unsigned char)*++name - 0x80];
        } else if (c == '\'' || c == '.' || c >= 0x80) {
            continue; /* O'Neil is one word, and so is what cannot be written */
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            letter[0] = (char)c;
        } else if (c >= 'A' && c <= 'Z') {
            letter[0] = (char)(c - 'A' + 'a');
        } else if (n) {
            break;
        }
        for (; *add && n + 1 < size; add++)
            word[n++] = *add;
    }
    word[n] = '\0';
    return n ? name : NULL;
}

static bool is_title(const struct ctl_titles *titles, const char *word)
{
    for (size_t i = 0; i < titles->n; i++) {
        if (!titles->list[i].kind && strcmp(titles->list[i].word, word) == 0)
            return true;
    }
    return false;
}

const char *ctl_titles_id(const struct ctl_titles *titles, const char *name,
                          struct pgy_arena *arena)
{
    char id[ID_MAX], word[ID_MAX + 1];
    size_t used = 0;
    for (const char *rest = next_word(name, word, sizeof word); rest;
         rest = next_word(rest, word, sizeof word)) {
        size_t need = strlen(word) + (used > 0);
        if (is_title(titles, word))
            continue;
        if (used + need > ID_MAX)
            break;
        if (used)
            id[used++] = '-';
        memcpy(id + used, word, strlen(word));
        used += strlen(word);
    }
    return used ? pgy_arena_strndup(arena, id, used) : "contact";
}

/* ---- kinds ---- */

const char *ctl_titles_kind(const struct ctl_titles *titles, const struct ctl_vcard *card,
                            const char **center)
{
    const char *const texts[] = {card->categories, card->role};
    *center = NULL;
    for (size_t t = 0; t < 2; t++) {
        for (size_t i = 0; texts[t] && i < titles->n; i++) {
            const struct ctl_title *title = &titles->list[i];
            if (title->kind && strcasestr(texts[t], title->word)) {
                *center = title->center;
                return title->kind;
            }
        }
    }
    return NULL;
}
