/* SPDX-License-Identifier: BSD-2-Clause */
/* The lines of a pack file: sections and keys with their places. */
#ifndef MILESTONES_PACKINI_H
#define MILESTONES_PACKINI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Texts are NUL-terminated within the bytes. Columns count bytes from 1. */
struct packini_line {
    enum { PACKINI_SECTION = 1, PACKINI_KEY } type;
    uint32_t line, column; /* column: of the section's name, of the value */
    char *name;            /* "milestone" of [milestone:id], or the key */
    char *value;           /* the id, "" without one; or the value */
};

/* Takes one line; returns non-zero to stop. */
typedef int (*packini_fn)(void *arg, const struct packini_line *line);
/* Says what is wrong with a line; it is skipped. */
typedef void (*packini_bad)(void *arg, uint32_t line, uint32_t column, const char *message);

/* Cuts up `bytes`, of which len are there and bytes[len] is '\0': they are changed. As pgyd.ini:
 * comments (# ;) on their own line, no quoting, no continuation, blanks around values trimmed,
 * UTF-8, a BOM accepted. */
void packini_read(char *bytes, size_t len, packini_fn take, packini_bad bad, void *arg);

#endif
