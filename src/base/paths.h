/* SPDX-License-Identifier: BSD-2-Clause */
/* Where pgyd's own pieces are: in the build tree when the running program is uninstalled, else
 * where they were installed. */
#ifndef PGY_BASE_PATHS_H
#define PGY_BASE_PATHS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct pgy_paths {
    bool uninstalled;
    const char *build;   /* top of the build tree; NULL when installed */
    const char *data;    /* packs/, letters/, lists/ and the sample pgyd.ini are here */
    const char *plugins; /* directory of installed plugins; NULL when uninstalled */
};

/* Texts live in the arena. Negated errno when /proc/self/exe cannot be read. */
int pgy_paths_find(struct pgy_arena *arena, struct pgy_paths *paths);
/* Absolute path of one of our programs: "pgyd-core", "pgyd-worker", "pgyd-import", "pgyd-web",
 * "pgyd-courier", "pgyd", "pgyctl". */
const char *pgy_paths_program(const struct pgy_paths *paths, struct pgy_arena *arena,
                              const char *program);
/* The paths at which a plugin is looked for, in order: each directory of extra (plugin_path), then
 * ours. Sets *n. */
const char *const *pgy_paths_plugin(const struct pgy_paths *paths, struct pgy_arena *arena,
                                    const char *const *extra, size_t nextra, const char *plugin,
                                    size_t *n);

/* Where pgyd.ini is looked for: `given` (-c), $XDG_CONFIG_HOME/pgyd/pgyd.ini,
 * SYSCONFDIR/pgyd/pgyd.ini: the first that exists, or when none does the first where it should be;
 * *tried lists all. */
const char *pgy_paths_config(struct pgy_arena *arena, const char *given, const char *const **tried,
                             size_t *ntried);
/* The default state_dir: $XDG_STATE_HOME/pgyd, else ~/.local/state/pgyd; /var/lib/pgyd for root. */
const char *pgy_paths_state(struct pgy_arena *arena);

#endif
