/* SPDX-License-Identifier: BSD-2-Clause */
/* A clock that jumps or was never set must not flood people: notifications wait until it has kept
 * still. Asks for no time itself: looks are handed in. */
#include "core/guard.h"

#include "base/log.h"

#include <stddef.h>

enum { JUMP = 24 * 3600, BACK = 60, SETTLE_MS = 120 * 1000 };

/* 2026-11-01T00:00:00Z: no pgyd ran before it was written. */
static const int64_t written = 1793491200;

static const char *const too_early =
    "the clock shows a day before pgyd was written; notifications wait until it is set";
static const char *const jumped = "the clock jumped forward by more than a day; notifications wait "
                                  "two minutes in case it is corrected";

bool core_guard_look(struct core_guard *guard, int64_t now, int64_t mono_ms)
{
    int64_t passed = (mono_ms - guard->last_mono_ms) / 1000;
    bool jump = guard->last_wall != 0 && now - guard->last_wall - passed > JUMP;
    guard->went_back |= guard->last_wall - now > BACK;
    guard->last_wall = now;
    guard->last_mono_ms = mono_ms;
    const char *before = guard->held;
    if (jump)
        guard->hold_until_mono = mono_ms + SETTLE_MS;
    if (now < written)
        guard->held = too_early;
    else
        guard->held = mono_ms < guard->hold_until_mono ? jumped : NULL;
    if (guard->held && guard->held != before)
        pgy_warn("%s", guard->held);
    return !guard->held;
}
