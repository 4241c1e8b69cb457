/* SPDX-License-Identifier: BSD-2-Clause */
/* One line of a file in the form of pgyd.ini, by itself: the steps of the daemon's own
 * config/iniline.h. A test holds the two together. inih does not serve: it cuts lines at 200
 * characters and tells no columns. */
#ifndef PGC_INILINE_H
#define PGC_INILINE_H

#include <stddef.h>

enum pgc_iniline_kind {
    PGC_INILINE_BLANK,
    PGC_INILINE_COMMENT, /* # or ; */
    PGC_INILINE_SECTION, /* begins with [ */
    PGC_INILINE_KEY,     /* has a = */
    PGC_INILINE_OTHER
};

/* What is wrong with a section or key; the first that holds. */
enum pgc_iniline_fault {
    PGC_INILINE_FINE,
    PGC_INILINE_UNCLOSED, /* a section without ] */
    PGC_INILINE_FOLLOWED, /* something behind the ] */
    PGC_INILINE_UNNAMED   /* nothing between the brackets, or before the = */
};

/* Blanks around a part are no part of it. */
struct pgc_iniline {
    enum pgc_iniline_kind kind;
    enum pgc_iniline_fault fault;
    const char *text; /* the line */
    size_t len;
    const char *name; /* of the key; of the section up to the first ':' */
    size_t name_len;
    const char *value; /* of the key; the section's id, NULL without a ':' */
    size_t value_len;
};

/* Takes the line from `from` to `to`, its line break left out, apart. Pure; the parts are of that
 * text, an empty value at its end. */
void pgc_iniline_take(const char *from, const char *to, struct pgc_iniline *line);

#endif
