/* SPDX-License-Identifier: BSD-2-Clause */
/* UTF-8, character by character, for plugins: the steps of the daemon's own base/utf8.h. A test
 * holds the two together. */
#ifndef PGC_UTF8_H
#define PGC_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the valid character at text, of which len are there: 1 to 4, or 0 when none begins. */
size_t pgc_utf8_char(const char *text, size_t len);
/* The code point at *text, which ends with a NUL and is not at its end, and *text behind it. A byte
 * that begins no valid character is '?' and one step. */
uint32_t pgc_utf8_next(const char **text);
/* Bytes of printable ASCII, ' ' to '~', that the text begins with. */
size_t pgc_utf8_plain(const char *text, size_t len);
/* The first byte that belongs to no valid character, or NULL. */
const char *pgc_utf8_fault(const char *text, size_t len);
/* Bytes of the control character at text, of which len > 0 are there: 1 (C0, DEL), 2 (C1), 0: it is
 * none. */
size_t pgc_utf8_control(const char *text, size_t len);
/* Characters of a text that ends with a NUL; cut to so many, in place. */
size_t pgc_utf8_count(const char *text);
void pgc_utf8_cut(char *text, size_t characters);
/* Whether a text is a line that can be shown: 1 to `most` bytes, no control character, not all
 * blank. */
bool pgc_utf8_line(const char *text, size_t most);

#endif
