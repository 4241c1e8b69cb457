/* SPDX-License-Identifier: BSD-2-Clause */
/* The cage a plugin runs in (architecture 6). Every step that a kernel lacks is left out with one
 * line on stderr. */
#ifndef PGY_WORKER_CAGE_H
#define PGY_WORKER_CAGE_H

#include <stdbool.h>
#include <sys/types.h>

/* First thing in the process: closes what it should not have, ties its life to `parent`'s, sets
 * limits (cpu: seconds) and privileges. Negative when the parent is gone already. */
int pgy_cage_early(pid_t parent, unsigned cpu);
/* Before dlopen, whose constructors run at once: only library directories and the plugin's own can
 * still be read, nothing written; no sockets, programs, processes or tracing. */
void pgy_cage_load(const char *path);
/* After dlopen: only what computing and answering need; with `files`, also reading the files that
 * pgy_cage_load left readable. */
void pgy_cage_run(bool files);

#endif
