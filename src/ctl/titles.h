/* SPDX-License-Identifier: BSD-2-Clause */
/* The words of lists/titles.tsv held against a card of an address book. Pure; fuzzed. */
#ifndef PGY_CTL_TITLES_H
#define PGY_CTL_TITLES_H

#include "ctl/vcard.h"

struct ctl_title {
    const char *word;
    const char *kind;   /* NULL: a title, left out of an id */
    const char *center; /* NULL: none */
};

struct ctl_titles {
    struct ctl_title *list;
    size_t n, cap;
};

/* Reads the list, bytes without a NUL but at their end; texts live in the arena. PGY_EPARSE: *line
 * and *why say where and what. */
int ctl_titles_parse(const char *bytes, struct pgy_arena *arena, struct ctl_titles *titles,
                     size_t *line, const char **why);
/* An id of a name: "Dr. María Álvarez" is maria-alvarez; "contact" when nothing of it can be
 * written so. At most 24 characters. */
const char *ctl_titles_id(const struct ctl_titles *titles, const char *name,
                          struct pgy_arena *arena);
/* contact.kind and contact.center as CATEGORIES, TITLE and ROLE suggest, by the first role of the
 * list that fits; NULL: no idea. */
const char *ctl_titles_kind(const struct ctl_titles *titles, const struct ctl_vcard *card,
                            const char **center);

#endif
