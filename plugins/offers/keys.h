/* SPDX-License-Identifier: BSD-2-Clause */
/* The keys that plugin.c declares. */
#ifndef OFFERS_KEYS_H
#define OFFERS_KEYS_H

#include "plugins/common/pgc.h"

enum { OFFERS_KEYS = 149 };
extern const struct pgyd_key offers_keys[OFFERS_KEYS];

#endif
