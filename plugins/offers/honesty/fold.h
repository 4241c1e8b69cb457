/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts made comparable, so that a name or a figure is found however it is written. */
#ifndef OFFERS_FOLD_H
#define OFFERS_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Small letters; any blanks one blank; wide letters and digits of other scripts as ASCII; what
 * cannot be seen left out. Never longer than text. */
const char *fold_text(const char *text, char *out, size_t size);
/* The same, and everything but letters and digits one blank, none at the ends: "st mary s". */
const char *fold_words(const char *text, char *out, size_t size);
/* A text made comparable, and where in it each byte was: raw offsets, the last one behind its end.
 * lines: line breaks stay and each blank is one, nothing is left out but what cannot be seen;
 * otherwise as fold_words. */
struct fold_map {
    char *text;
    uint32_t *from;
    size_t len;
};
/* false when memory ran out; freed by fold_map_free either way. */
bool fold_map_make(const char *text, bool lines, struct fold_map *map);
void fold_map_free(struct fold_map *map);
/* The next place of `words` in a text of words, as whole words, from *at on; false: none. An empty
 * one is nowhere. */
bool fold_find(const char *text, const char *words, size_t *at);
/* The next run of digits in a folded text, with the commas and points inside: *at behind it, its
 * first byte and length. */
bool fold_digits(const char *folded, size_t *at, size_t *from, size_t *len);
/* What it counts, k and thousands taken in ("325k" is 325,000). */
double fold_figure(const char *folded, size_t from, size_t len);

#endif
