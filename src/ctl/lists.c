/* SPDX-License-Identifier: BSD-2-Clause */
/* Finding and reading the installed lists that pgyctl itself goes by. What their lines mean is
 * titles.c's; the lists of plugins are the plan's (plan/data.h). */
#include "pgy-build.h"

#include "ctl/ctl.h"

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"

int ctl_list(struct ctl *ctl, const char *name, const char *what, struct pgy_buf *bytes,
             const char **file)
{
    struct pgy_paths paths;
    int rc = pgy_paths_find(ctl->arena, &paths);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    *file = pgy_arena_printf(ctl->arena, "%s/lists/%s", paths.data, name);
    rc = pgy_file_read(*file, bytes);
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "%s, %s, cannot be read: %s", what, *file,
                           pgy_strerror(rc))
              : CTL_DONE;
}

int ctl_list_wrong(const struct ctl *ctl, const char *file, size_t line, const char *why)
{
    return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s:%zu: %s", file, line, why);
}
