/* SPDX-License-Identifier: BSD-2-Clause */
/* A clock that jumps or was never set must not flood people: notifications wait until it has kept
 * still (reference/reliability.md 2). */
#include "core/core.h"

#include "base/log.h"

enum { JUMP = 24 * 3600, BACK = 60, SETTLE_MS = 120 * 1000 };

/* 2026-11-01T00:00:00Z: no pgyd ran before it was written. */
static const int64_t written = 1793491200;

static const char *const too_early =
    "the clock shows a day before pgyd was written; notifications wait until it is set";
static const char *const jumped = "the clock jumped forward by more than a day; notifications wait "
                                  "two minutes in case it is corrected";

bool core_guard(struct pgy_core *core, int64_t now, int64_t mono_ms)
{
    int64_t passed = (mono_ms - core->last_mono_ms) / 1000;
    bool jump = core->last_wall != 0 && now - core->last_wall - passed > JUMP;
    core->went_back |= core->last_wall - now > BACK;
    core->last_wall = now;
    core->last_mono_ms = mono_ms;
    const char *before = core->held;
    if (jump)
        core->hold_until_mono = mono_ms + SETTLE_MS;
    if (now < written)
        core->held = too_early;
    else
        core->held = mono_ms < core->hold_until_mono ? jumped : NULL;
    if (core->held && core->held != before)
        pgy_warn("%s", core->held);
    return !core->held;
}
