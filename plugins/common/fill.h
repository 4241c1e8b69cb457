/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts of lists with {names} in them: "Get in touch: {name}", and \n (two characters) for a line
 * break. */
#ifndef PGC_FILL_H
#define PGC_FILL_H

#include "plugins/common/pgc.h"

struct pgc_filling {
    const char *name, *text;
};

/* Whether every {name} of a text is one of `names`, "name|about"; a brace that is left open is
 * none. */
bool pgc_fill_fits(const char *text, const char *names);
/* The text with what its names stand for; what has no meaning stays as it stands. What is too long
 * is cut between characters. */
const char *pgc_fill(char *out, size_t size, const char *text, const struct pgc_filling *fillings,
                     uint32_t n);

#endif
