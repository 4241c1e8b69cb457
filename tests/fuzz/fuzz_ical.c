/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a foreign calendar: intervals within the window, in order, or a reason. */
#include "calendar/import.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_import_spec spec = {
        .first = 20727, .last = 20908, .zone = pgy_tz_utc(), .match = "call|night"};
    struct pgy_import result = {0};
    const char *why = NULL;
    int err = pgy_import((const char *)data, size, &spec, arena, &result, &why);
    if ((err && !why) || result.n > PGY_IMPORT_INTERVALS)
        abort();
    for (size_t i = 0; i < result.n; i++) {
        if (result.list[i].end <= result.list[i].start ||
            (i && result.list[i].start < result.list[i - 1].start))
            abort();
    }
    return 0;
}
