/* SPDX-License-Identifier: BSD-2-Clause */
/* A shared object that is no plugin. */
#include "pgyd/plugin.h"

PGYD_EXPORT extern const int pgyd_nothing;
PGYD_EXPORT const int pgyd_nothing = 1;
