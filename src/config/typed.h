/* SPDX-License-Identifier: BSD-2-Clause */
/* The steps between a raw parse and a configuration. Private to the room. */
#ifndef PGY_CONFIG_TYPED_H
#define PGY_CONFIG_TYPED_H

#include "config/config.h"
#include "config/ini.h"

/* Fills config->sections from the raw sections: names, ids, types, required keys, references. */
void pgy_typed_sections(struct pgy_config *config, const struct pgy_ini *ini, bool in_folder,
                        struct pgy_problems *problems);
/* Fills config->defaults; needs the person's zone, so after the sections. */
void pgy_typed_defaults(struct pgy_config *config);
/* What the core's own keys must be to each other, and the rules of the person and the profile's id.
 * keyrules.c */
void pgy_keyrules_check(struct pgy_config *config, bool in_folder, struct pgy_problems *problems);

#endif
