/* SPDX-License-Identifier: BSD-2-Clause */
/* iCalendar content lines (RFC 5545 3.1): our own writer, because libical 3.0.16 writes X-
 * properties unescaped. Pure. */
#ifndef PGY_CALENDAR_LINE_H
#define PGY_CALENDAR_LINE_H

#include "base/arena.h"
#include "base/buf.h"

#include <stddef.h>

enum { PGY_LINE_OCTETS = 75 }; /* a physical line without its CRLF */

/* A content line as it stands (name, parameters, value), folded between characters and ended by
 * CRLF. Returns buf->err. */
int pgy_line_put(struct pgy_buf *buf, const char *line);
/* "HEAD:" and a TEXT value, escaped (RFC 5545 3.3.11). The text must be clean: see
 * pgy_line_clean. */
int pgy_line_text(struct pgy_buf *buf, const char *head, const char *text);
/* A copy of a text in which only what a calendar may carry is left: no C0 control but TAB and LF,
 * no DEL (RFC 5545 3.1), and no blanks at either end, which libical and others drop when they read.
 * NULL when the text is not valid UTF-8. */
const char *pgy_line_clean(struct pgy_arena *arena, const char *text);
/* Whether finished lines keep the rules of the bytes: CRLF and nothing else, at most 75 octets,
 * each line valid UTF-8, no control characters. NULL, or what is wrong (static). */
const char *pgy_line_fault(const char *bytes, size_t len);

#endif
