/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of targets, and what their requests share. Each is in a file of its own in targets. */
#include "courier/target.h"

#include <string.h>

static const struct pgy_target *const targets[] = {
    &pgy_target_log, &pgy_target_webhook, &pgy_target_ntfy, &pgy_target_slack, NULL,
};

const struct pgy_target *const *pgy_targets(void)
{
    return targets;
}

const struct pgy_target *pgy_target_find(const char *name)
{
    for (size_t i = 0; targets[i]; i++) {
        if (strcmp(targets[i]->name, name) == 0)
            return targets[i];
    }
    return NULL;
}
