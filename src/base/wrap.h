/* SPDX-License-Identifier: BSD-2-Clause */
/* Columns of a terminal that texts take, and lines broken between words. A word that is longer than
 * a line is not broken. No locale has a say: the same text gives the same bytes everywhere. */
#ifndef PGY_BASE_WRAP_H
#define PGY_BASE_WRAP_H

#include "base/buf.h"

#include <stddef.h>

/* Columns that the first len bytes of a text take; nothing is read behind its NUL. */
size_t pgy_wrap_width(const char *text, size_t len);
/* Columns of the widest line, and of the longest word, of a text. */
size_t pgy_wrap_widest(const char *text);
size_t pgy_wrap_longest(const char *text);

/* Bytes of a text that go into one line of `width` columns: up to its end, its first line break, or
 * the last blank that fits, and at least one word. Blanks between words count as they are. */
size_t pgy_wrap_line(const char *text, size_t width);
/* Where the next line begins: `end` is where one ended; its blanks, or its line break, are left
 * out. */
const char *pgy_wrap_next(const char *end);
/* How many lines of `width` columns a text makes; 0 when it is empty. */
unsigned pgy_wrap_lines(const char *text, size_t width);

/* Writes a paragraph in lines of at most `width` columns and ends the last one. Whoever calls has
 * begun the first one, `indent` columns in; each later one gets as many blanks. Blanks between
 * words become one, line breaks of the text stay. */
void pgy_wrap_text(struct pgy_buf *out, const char *text, size_t indent, size_t width);

#endif
