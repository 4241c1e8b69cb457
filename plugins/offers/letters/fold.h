/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts made comparable, so that a name or a figure is found however it is written. */
#ifndef OFFERS_LETTERFOLD_H
#define OFFERS_LETTERFOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Small letters; any blanks one blank; wide letters and digits of other scripts as ASCII; what
 * cannot be seen left out. Never longer than text. */
const char *letter_fold(const char *text, char *out, size_t size);
/* The same, and everything but letters and digits one blank, none at the ends: "st mary s". */
const char *letter_words(const char *text, char *out, size_t size);
/* The next place of `words` in a text of words, as whole words, from *at on; false: none. An empty
 * one is nowhere. */
bool letter_find(const char *text, const char *words, size_t *at);
/* The next run of digits in a folded text, with the commas and points inside: *at behind it, its
 * first byte and length. */
bool letter_digits(const char *folded, size_t *at, size_t *from, size_t *len);
/* What it counts, k and thousands taken in ("325k" is 325,000). */
double letter_figure(const char *folded, size_t from, size_t len);

#endif
