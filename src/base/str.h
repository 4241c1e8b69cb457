/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts: checks, numbers, nearest names. */
#ifndef PGY_BASE_STR_H
#define PGY_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A whole decimal number, the entire text, within [min, max]. PGY_EPARSE or PGY_ELIMIT (outside the
 * range). */
int pgy_str_int(const char *text, int64_t min, int64_t max, int64_t *value);
/* A decimal number with optional fraction, the entire text, no exponent, no inf or nan, independent
 * of the locale. PGY_EPARSE. */
int pgy_str_num(const char *text, double *value);

/* Alphabets of names, to be put together: PGY_SMALL PGY_DIGITS "-". */
#define PGY_SMALL "abcdefghijklmnopqrstuvwxyz"
#define PGY_CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define PGY_DIGITS "0123456789"
/* Whether a text is 1 to max bytes, all of the alphabet; NULL is none. */
bool pgy_str_made_of(const char *text, size_t max, const char *alphabet);
/* Whether a text is an id: [a-z0-9-]{1,24} (architecture 5). */
bool pgy_str_is_id(const char *text);
/* Whether a text is a word: [a-z0-9_-]+. */
bool pgy_str_is_word(const char *text);
/* Slips of the hand between two texts: letters missing, added, wrong, or swapped with a neighbor;
 * case does not count. Texts over 63 bytes are far from everything. */
size_t pgy_str_distance(const char *a, const char *b);
/* The candidate nearest to `name`, of equals the first, or NULL when none is near enough to be a
 * slip of the hand: one letter in three. Plugins have the same in plugins/common/texts/near.h. */
const char *pgy_str_nearest(const char *name, const char *const *candidates, size_t n);

/* Cuts blanks off both ends in place (the end is cut by writing a NUL) and returns the start. */
char *pgy_str_trim(char *text);

/* strcmp() == 0 that takes NULLs as unequal to everything but NULL. */
bool pgy_streq(const char *a, const char *b);

#endif
