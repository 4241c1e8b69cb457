/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes way for another version of pgyd, once. Which version a child is, its hello says (frames.c).
 */
#include "pgy-build.h"

#include "parent/parent.h"

#include "base/log.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Set over the exec after an upgrade, so that two versions that will never agree do not restart
 * each other for ever. */
#define AGAIN_ENV "PGYD_RESTARTED_FOR_UPGRADE"

bool pgy_upgrade_was(void)
{
    bool again = getenv(AGAIN_ENV) != NULL;
    unsetenv(AGAIN_ENV);
    return again;
}

void pgy_upgrade_begin(struct parent *p, const struct pgy_child *child)
{
    if (p->kill_ms != 0)
        return;
    if (p->again) {
        pgy_error("this is pgyd " PACKAGE_VERSION
                  ", %s is another version: the installation is incomplete: install pgyd again",
                  child->path);
        pgy_supervise_stop(p, 1);
        return;
    }
    pgy_info("%s is of another version: restarting everything", child->program);
    p->upgrade = true;
    pgy_supervise_stop(p, 0);
}

int pgy_upgrade_end(const struct parent *p)
{
    setenv(AGAIN_ENV, "1", 1);
    (void)execv(p->self, p->argv);
    pgy_error("cannot run %s again: %s", p->self, strerror(errno));
    return 1;
}
