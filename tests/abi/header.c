/* SPDX-License-Identifier: BSD-2-Clause */
/* The contract compiles as strict C99 and as C++ without a warning, and gives a plugin that is
 * described as written. headerxx.cc includes it. */
#include "pgyd/plugin.h"

static int plan(const struct pgyd_host *host)
{
    return PGYD_HAS(host, arg) ? 0 : -1;
}

PGYD_PLUGIN(header)
PGYD_PLUGIN_HEAD(header), "1.0", "compiles", NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL, plan, NULL,
    "Header", NULL, NULL, 0,
    0 PGYD_PLUGIN_END

    int main(void)
{
    const struct pgyd_plugin *p = &pgyd_plugin_header;
    return p->major == PGYD_API_MAJOR && p->minor == PGYD_API_MINOR && p->size == sizeof *p &&
                   p->name[0] == 'h' && p->plan == plan
               ? 0
               : 1;
}
