/* SPDX-License-Identifier: BSD-2-Clause */
/* What plugins declare, remembered for as long as their files are the same (by path, size, mtime,
 * inode). */
#ifndef PGY_PLAN_DESCRIBE_H
#define PGY_PLAN_DESCRIBE_H

#include "plan/run.h"

struct pgy_described;

/* Empty. Whoever reads the configuration again and again keeps one; the others pass NULL below. */
struct pgy_described *pgy_described_new(void);
void pgy_described_free(struct pgy_described **cache);
/* Workers started for declarations so far: what the cache spares, for its tests. */
size_t pgy_described_runs(const struct pgy_described *cache);

/* Fills *to, copied into the arena, from the cache or (blocking) from a worker. Failures are
 * recorded in to->failed and not remembered: the next call asks again. `listed` is not set. */
void pgy_describe(struct pgy_described *cache, const struct pgy_paths *paths, const char *plugin,
                  const char *path, int64_t deadline_ms, struct pgy_arena *arena,
                  struct pgy_declaration *to);

#endif
