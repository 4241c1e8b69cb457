/* SPDX-License-Identifier: BSD-2-Clause */
/* KEY=VALUE of a happening against what the journal kind declares of its keys (struct
 * pgyd_journal_kind, plugin.h). */
#ifndef PGY_CONFIG_ARGUMENT_H
#define PGY_CONFIG_ARGUMENT_H

#include "base/arena.h"

/* Keys as declared ("clinical:0..672|note"), without their forms, for a message: "clinical|note".
 * In the arena; "" for NULL. */
const char *pgy_argument_keys(const char *keys, struct pgy_arena *arena);
/* 0 when `keys` holds the key and the value has its form. PGY_ENOTFOUND: no such key. PGY_EINVAL:
 * *problem (in the arena) is a sentence that says what the value would have to be. */
int pgy_argument_check(const char *keys, const char *key, const char *value,
                       struct pgy_arena *arena, const char **problem);

#endif
