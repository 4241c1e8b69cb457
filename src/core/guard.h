/* SPDX-License-Identifier: BSD-2-Clause */
/* The guard against a clock that jumps or was never set. Leaf, pure. */
#ifndef PGY_CORE_GUARD_H
#define PGY_CORE_GUARD_H

#include <stdbool.h>
#include <stdint.h>

struct core_guard {
    int64_t last_wall, last_mono_ms, hold_until_mono;
    const char *held; /* why notifications are held; NULL: they are not */
    bool went_back;   /* the clock was set back since this was cleared: passes may be planned for
                         days that are far again */
};

/* A look at the clock: UTC seconds and monotonic milliseconds. true: notifications may leave, and
 * the day may be believed. */
bool core_guard_look(struct core_guard *guard, int64_t now, int64_t mono_ms);

#endif
