/* SPDX-License-Identifier: BSD-2-Clause */
/* The raw parse: lines to sections and keys with exact line numbers, through inih, whose own reader
 * cuts lines at 200 characters: it is handed numbers in place of the text (architecture 5). */
#ifndef PGY_CONFIG_INI_H
#define PGY_CONFIG_INI_H

#include "config/problems.h"

enum {
    PGY_INI_MAX = 4 * 1024 * 1024, /* bytes of a file */
    PGY_INI_SECTIONS_MAX = 6000,   /* 5,000 contacts and the rest of a life */
    PGY_INI_KEYS_MAX = 50000,
};

struct pgy_ini_entry {
    const char *name;
    const char *value; /* trimmed; "" when nothing follows the '=' */
    uint32_t line;
    bool duplicate; /* reported; the first one counts */
};

struct pgy_ini_section {
    const char *name; /* what stands between the brackets, trimmed */
    uint32_t line;
    bool bad;       /* the header was reported; its keys belong nowhere */
    bool duplicate; /* reported; the first one counts */
    struct pgy_ini_entry *entries;
    size_t n, cap;
};

struct pgy_ini {
    struct pgy_ini_section *sections; /* in file order */
    size_t n, cap;
};

/* Everything in *ini lives in the arena. Mistakes go to problems, every one with its line, and the
 * rest is still read. PGY_ELIMIT: over PGY_INI_MAX; PGY_EPARSE: not a text of lines (UTF-16): both
 * are problems as well. */
int pgy_ini_parse(const char *file, const char *text, size_t len, struct pgy_arena *arena,
                  struct pgy_problems *problems, struct pgy_ini *ini);

#endif
