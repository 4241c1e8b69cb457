/* SPDX-License-Identifier: BSD-2-Clause */
/* The core's own sections and keys; the plugins declare the others. */
#ifndef PGY_CONFIG_KEYS_H
#define PGY_CONFIG_KEYS_H

#include "config/schema.h"

/* The tables: sections, and the keys of all of them. Static. */
const struct pgy_kind_def *pgy_keys_kinds(size_t *n);
const struct pgy_key *pgy_keys_core(size_t *n);
/* Flags the host adds to keys that plugins own, because it uses them itself (packs.path is opened
 * by the daemon). */
uint32_t pgy_keys_host_flags(const char *section, const char *name);

#endif
