/* SPDX-License-Identifier: BSD-2-Clause */
/* The keys that plugin.c declares. */
#ifndef NETWORKING_KEYS_H
#define NETWORKING_KEYS_H

#include "plugins/common/pgc.h"

enum { NETWORKING_KEYS = 66 };
extern const struct pgyd_key networking_keys[NETWORKING_KEYS];

#endif
