/* SPDX-License-Identifier: BSD-2-Clause */
/* How the store fares: what every desk says when it could not write, and what status shows. Leaf.
 */
#ifndef PGY_CORE_HEALTH_H
#define PGY_CORE_HEALTH_H

#include "store/store.h"

#include <stdbool.h>

struct core_health {
    struct pgy_store *store; /* borrowed */
    char *degraded;          /* malloc; a sentence about the last failure; NULL: none */
    bool failed;             /* the disk itself failed: the process has to end */
};

/* Logs it, once while it is the same, and keeps it for status. "doing" as in "writing the plan". */
void core_health_failed(struct core_health *health, const char *doing, int rc);
/* The store was written to: it works again. */
void core_health_fine(struct core_health *health);
/* Commits when rc is 0, else takes everything back; says how that went. `doing` as above. Returns
 * rc, or why the commit failed. */
int core_health_end(struct core_health *health, int rc, const char *doing);
void core_health_close(struct core_health *health);

#endif
