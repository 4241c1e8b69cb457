/* SPDX-License-Identifier: BSD-2-Clause */
/* One line of a configuration, by itself: what it is, and where its parts stand. A value is all
 * behind the '=': there is no quoting, no comment behind it, no continuation. Packs and templates
 * of plugins, which see no file of src/, are read by the twin in plugins/common/texts/iniline.h. */
#ifndef PGY_CONFIG_INILINE_H
#define PGY_CONFIG_INILINE_H

#include <stddef.h>

enum pgy_iniline_kind {
    PGY_INILINE_BLANK,
    PGY_INILINE_COMMENT, /* # or ; */
    PGY_INILINE_SECTION, /* begins with [ */
    PGY_INILINE_KEY,     /* has a = */
    PGY_INILINE_OTHER
};

/* What is wrong with a section or key; the first that holds. */
enum pgy_iniline_fault {
    PGY_INILINE_FINE,
    PGY_INILINE_UNCLOSED, /* a section without ] */
    PGY_INILINE_FOLLOWED, /* something behind the ] */
    PGY_INILINE_UNNAMED   /* nothing between the brackets, or before the = */
};

/* Blanks around a part are no part of it. */
struct pgy_iniline {
    enum pgy_iniline_kind kind;
    enum pgy_iniline_fault fault;
    const char *text; /* the line */
    size_t len;
    const char *name; /* of the key; of the section up to the first ':' */
    size_t name_len;
    const char *value; /* of the key; the section's id, NULL without a ':' */
    size_t value_len;
};

/* Takes the line from `from` to `to`, its line break left out, apart. Pure; the parts are of that
 * text, an empty value at its end. */
void pgy_iniline_take(const char *from, const char *to, struct pgy_iniline *line);

#endif
