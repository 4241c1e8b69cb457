/* SPDX-License-Identifier: BSD-2-Clause */
/* Says that the store could not be written, once while the reason stays the same, and keeps the
 * sentence for status. Ending the process is main's business. */
#include "core/health.h"

#include "base/err.h"
#include "base/log.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void core_health_failed(struct core_health *health, const char *doing, int rc)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *reason = pgy_store_error(health->store);
    char *text = strdup(pgy_arena_printf(arena, "%s failed: %s", doing,
                                         reason && *reason ? reason : pgy_strerror(rc)));
    if (!health->degraded || !text || strcmp(health->degraded, text) != 0)
        pgy_error("%s", text ? text : doing);
    free(health->degraded);
    health->degraded = text;
    if (rc == -EIO) {
        /* The disk itself failed: nothing this process holds can be trusted to be written any
         * more. */
        pgy_error("the disk failed: ending, so that the next start looks at what it really holds");
        health->failed = true;
    }
}

void core_health_fine(struct core_health *health)
{
    if (!health->degraded)
        return;
    pgy_info("the store works again");
    free(health->degraded);
    health->degraded = NULL;
}

int core_health_end(struct core_health *health, int rc, const char *doing)
{
    if (rc == 0)
        rc = pgy_store_commit(health->store);
    else
        pgy_store_rollback(health->store);
    if (rc != 0)
        core_health_failed(health, doing, rc);
    else
        core_health_fine(health);
    return rc;
}

void core_health_close(struct core_health *health)
{
    free(health->degraded);
    health->degraded = NULL;
}
