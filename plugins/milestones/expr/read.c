/* SPDX-License-Identifier: BSD-2-Clause */
/* Characters, words and names of an expression, and its first mistake with its column. No meaning:
 * that is expr.c and cond.c. */
#include "plugins/milestones/expr/read.h"

#include "plugins/common/texts/utf8.h"

#include <stdarg.h>
#include <string.h>

void read_fail(struct reader *r, const char *at, const char *format, ...)
{
    if (r->failed)
        return;
    va_list ap;
    va_start(ap, format);
    pgc_vformat(r->error->text, sizeof r->error->text, format, ap);
    va_end(ap);
    r->error->column = (unsigned)(at - r->text) + 1;
    r->failed = true;
}

/* ---- characters and words ---- */

bool read_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool read_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(char c)
{
    return read_is_letter(c) || read_is_digit(c) || c == '_' || c == '.';
}

void read_skip(struct reader *r)
{
    while (*r->p == ' ' || *r->p == '\t')
        r->p++;
}

/* Whether the next character is c; then it is read. */
bool read_take(struct reader *r, char c)
{
    read_skip(r);
    if (r->failed || *r->p != c)
        return false;
    r->p++;
    return true;
}

/* What stands at p, for messages: a word or a character, or the end. */
const char *read_shown(const char *p, char out[READ_WORD])
{
    size_t n = 0;
    while (n < READ_WORD - 1 && is_name(p[n]))
        n++;
    if (n == 0 && *p) {
        size_t character = pgc_utf8_char(p, strnlen(p, 4));
        n = character ? character : 1;
    }
    if (n == 0)
        return "the end";
    memcpy(out, p, n);
    out[n] = '\0';
    return out;
}

void read_expect(struct reader *r, char c, const char *where)
{
    char found[READ_WORD];
    if (!r->failed && !read_take(r, c))
        read_fail(r, r->p, "'%c' is missing %s, before %s", c, where, read_shown(r->p, found));
}

/* The word at p without reading it: its length, 0 when there is none. */
size_t read_word_length(const struct reader *r)
{
    size_t n = 0;
    if (!read_is_letter(*r->p))
        return 0;
    while (is_name(r->p[n]))
        n++;
    return n;
}

/* Whether the next word is this one; then it is read. */
bool read_take_word(struct reader *r, const char *word)
{
    read_skip(r);
    if (r->failed || *r->p != *word) /* nearly always another begins there */
        return false;
    size_t n = read_word_length(r);
    if (n != strlen(word) || memcmp(r->p, word, n) != 0)
        return false;
    r->p += n;
    return true;
}

/* Reads a word into out; false with a mistake. */
bool read_word(struct reader *r, char out[READ_WORD], const char *wanted)
{
    char found[READ_WORD];
    read_skip(r);
    size_t n = read_word_length(r);
    if (n == 0 || n >= READ_WORD) {
        read_fail(r, r->p, n ? "the word %s... is too long" : "%s where %s should stand",
                  read_shown(r->p, found), wanted);
        return false;
    }
    memcpy(out, r->p, n);
    out[n] = '\0';
    r->p += n;
    return !r->failed;
}

int read_count(struct reader *r, const char *wanted)
{
    char found[READ_WORD];
    long n = 0;
    read_skip(r);
    const char *at = r->p;
    if (!read_is_digit(*r->p))
        read_fail(r, at, "%s where %s should stand", read_shown(at, found), wanted);
    for (; !r->failed && read_is_digit(*r->p); r->p++) {
        n = n * 10 + (*r->p - '0');
        if (n > READ_MOST)
            read_fail(r, at, "the number is too large: at most %d", READ_MOST);
    }
    return r->failed ? 0 : (int)n;
}

bool read_enter(struct reader *r)
{
    if (!r->failed && ++r->depth > EXPR_DEEPEST)
        read_fail(r, r->p, "too many brackets inside each other: at most %d", EXPR_DEEPEST);
    return !r->failed;
}

void read_leave(struct reader *r)
{
    r->depth--;
}

/* ---- names ---- */

void read_note(struct reader *r, const char *name, pgyd_day day)
{
    struct expr_names *names = &r->names;
    for (uint32_t i = 0; i < names->n; i++) {
        if (strcmp(names->list[i].name, name) == 0)
            return;
    }
    if (names->n == EXPR_NAMES)
        return;
    pgc_format(names->list[names->n].name, sizeof names->list[0].name, "%s", name);
    names->list[names->n++].day = day;
}

bool read_look_up(struct reader *r, const char *at, const char *name, struct name_value *value)
{
    char near[READ_WORD];
    if (r->failed || names_find(r->env, name, value, near, sizeof near))
        return !r->failed;
    if (near[0])
        read_fail(r, at, "unknown name %s: did you mean %s?", name, near);
    else
        read_fail(
            r, at,
            "unknown name %s: an anchor is START, R, F0, F1, G, S, K0, K1, PGY2.start or PGY2.end",
            name);
    return false;
}

/* YYYY-MM-DD and nothing that would go on. */
bool read_at_date(const char *p)
{
    for (int i = 0; i < 10; i++) {
        if (i == 4 || i == 7 ? p[i] != '-' : !read_is_digit(p[i]))
            return false;
    }
    return !read_is_digit(p[10]) && !read_is_letter(p[10]);
}
