/* SPDX-License-Identifier: BSD-2-Clause */
/* What the two halves of the parser of expressions share: characters, words, names, and the one
 * mistake. Private to expr.c, cond.c, read.c. */
#ifndef MILESTONES_READ_H
#define MILESTONES_READ_H

#include "plugins/milestones/expr/names.h"

enum { READ_WORD = 64, READ_MOST = 99999 };

/* Reads from p on; the first mistake stands and everything after it does nothing. */
struct reader {
    const struct expr_env *env;
    const char *text, *p;
    struct expr_error *error;
    bool failed;
    int depth;
    struct expr_names names;
};

void read_fail(struct reader *r, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool read_is_digit(char c);
bool read_is_letter(char c);
/* YYYY-MM-DD and nothing that would go on. */
bool read_at_date(const char *p);
void read_skip(struct reader *r);
/* Whether the next character is c; then it is read. */
bool read_take(struct reader *r, char c);
/* What stands at p, for messages: a word or a character, or the end. */
const char *read_shown(const char *p, char out[READ_WORD]);
void read_expect(struct reader *r, char c, const char *where);
/* The length of the word at p, which is not read; 0 when there is none. */
size_t read_word_length(const struct reader *r);
/* Whether the next word is this one; then it is read. */
bool read_take_word(struct reader *r, const char *word);
/* Reads a word into out; false with a mistake. */
bool read_word(struct reader *r, char out[READ_WORD], const char *wanted);
int read_count(struct reader *r, const char *wanted);
/* Brackets inside brackets. */
bool read_enter(struct reader *r);
void read_leave(struct reader *r);
/* Notes a name that the day stands on. */
void read_note(struct reader *r, const char *name, pgyd_day day);
bool read_look_up(struct reader *r, const char *at, const char *name, struct name_value *value);

/* expr.c: a day with what is added to it; PGYD_NO_DAY when the person has none. */
pgyd_day read_sum(struct reader *r);
/* Whether the text is read to its end, else a mistake. */
bool read_ended(struct reader *r, const char *what);

#endif
