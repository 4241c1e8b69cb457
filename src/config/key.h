/* SPDX-License-Identifier: BSD-2-Clause */
/* A key of the configuration as the host keeps it: what declarations hold and schemas are made
 * of. */
#ifndef PGY_CONFIG_KEY_H
#define PGY_CONFIG_KEY_H

#include <stdint.h>

/* Like struct pgyd_key, with the host's own additions. */
struct pgy_key {
    const char *section; /* kind, without the colon */
    const char *name;
    uint32_t type;  /* enum pgyd_type */
    uint32_t flags; /* PGYD_KEY_*, PGY_KEY_* */
    const char *choices, *fallback, *help, *journal;
    const char *ask, *ask_default, *ask_unless; /* of offer add; of our own keys: init */
    int64_t min, max;
    const char *owner; /* plugin name; NULL: pgyd */
};

#endif
