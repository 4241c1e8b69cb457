/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts cut to what a target takes. */
#ifndef PGY_COURIER_TEXT_H
#define PGY_COURIER_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* What a limit counts: UTF-8 bytes, or UTF-16 units (what JavaScript and Java servers count). */
enum pgy_unit { PGY_BYTES, PGY_UTF16 };

size_t pgy_text_count(const char *text, enum pgy_unit unit);
/* The text itself when it fits into `max` units, else a copy cut between characters that ends in
 * "…" and fits. */
const char *pgy_text_fit(const char *text, size_t max, enum pgy_unit unit, struct pgy_arena *arena);
/* A copy without control characters: newlines stay when `lines`, else become "; "; the others
 * become blanks. NULL gives "". */
const char *pgy_text_clean(const char *text, bool lines, struct pgy_arena *arena);

#endif
