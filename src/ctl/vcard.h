/* SPDX-License-Identifier: BSD-2-Clause */
/* Address books: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), as far as a contact needs them. Pure;
 * fuzzed. */
#ifndef PGY_CTL_VCARD_H
#define PGY_CTL_VCARD_H

#include "base/arena.h"

#include <stddef.h>

enum { CTL_VCARDS_MAX = 5000, CTL_VCARD_BYTES = 16 * 1024 * 1024 };

/* One line each, valid UTF-8, without control characters, cut to a readable length; NULL: not
 * given. */
struct ctl_vcard {
    size_t line;                                   /* of its BEGIN */
    const char *name, *email, *phone, *org, *role; /* role: TITLE, else ROLE */
    const char *categories;                        /* as given, separated by commas */
    const char *note;
};

struct ctl_vcard_problem {
    size_t line;
    const char *text;
};

struct ctl_vcards {
    struct ctl_vcard *list;
    size_t n, cap;
    struct ctl_vcard_problem *problems; /* at most 50 */
    size_t nproblems, cap_problems;
};

/* Every problem is reported with its line; with one the cards are not to be used. */
void ctl_vcards_parse(const char *bytes, size_t len, struct pgy_arena *arena,
                      struct ctl_vcards *cards);

#endif
