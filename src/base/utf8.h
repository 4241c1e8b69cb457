/* SPDX-License-Identifier: BSD-2-Clause */
/* UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF), character by character.
 * Plugins, which see no file of src/, have the same steps in plugins/common/texts/utf8.h. */
#ifndef PGY_BASE_UTF8_H
#define PGY_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the valid character at text, of which len are there: 1 to 4, or 0 when none begins. */
size_t pgy_utf8_char(const char *text, size_t len);
/* Whether a byte goes on with a character rather than beginning one. */
bool pgy_utf8_continues(char byte);
/* The code point at *text, which is NUL-terminated and not at its end, and *text behind it. A byte
 * that begins no valid character is '?' and one step. */
uint32_t pgy_utf8_next(const char **text);
/* Bytes of printable ASCII, ' ' to '~', that the text begins with. */
size_t pgy_utf8_plain(const char *text, size_t len);
bool pgy_utf8_valid(const char *text, size_t len);
/* The largest length <= max at which `text` can be cut without splitting a character. */
size_t pgy_utf8_cut(const char *text, size_t len, size_t max);

/* Bytes of the control character at text, of which len > 0 are there: 1 (C0, DEL), 2 (C1, which a
 * terminal obeys as it does ESC), 0: it is none. */
size_t pgy_utf8_control(const char *text, size_t len);
/* Whether a text holds control characters other than those of `allowed` (e.g. "\n\t"). */
bool pgy_has_controls(const char *text, size_t len, const char *allowed);
/* Copies at most max bytes of a text of len to `to` (max + 1 bytes, or text itself), cut between
 * characters, and returns it: each control character a '?', and where those bytes are not UTF-8
 * each one above ASCII as well. */
char *pgy_utf8_tame(char *to, size_t max, const char *text, size_t len);

#endif
