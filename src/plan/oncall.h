/* SPDX-License-Identifier: BSD-2-Clause */
/* A profile's on-call calendars, [oncall:id]: read again at each pass, expanded by pgyd-import when
 * they or the window changed, and kept while they cannot be read, or for two days when most of
 * their calls are gone at once (architecture 9). */
#ifndef PGY_PLAN_ONCALL_H
#define PGY_PLAN_ONCALL_H

#include "plan/run.h"

/* Days expanded before and after today. */
enum { PGY_ONCALL_BACK = 7, PGY_ONCALL_AHEAD = 60 };

struct pgy_oncall;

/* Knows of no calendar yet; the caller's. */
struct pgy_oncall *pgy_oncall_new(void);
/* Ends what is being read, too. */
void pgy_oncall_free(struct pgy_oncall **oncall);

/* Borrowed until pgy_oncall_step has returned true, or pgy_oncall_cancel. */
struct pgy_oncall_input {
    const struct pgy_paths *paths;
    const struct pgy_config *config;
    pgy_day today;
    int64_t deadline_ms;
};
/* Reads the files; a worker for each that is not known as it is. Calendars that are not configured
 * any more are forgotten. */
void pgy_oncall_begin(struct pgy_oncall *oncall, const struct pgy_oncall_input *input);
/* Adds the workers' descriptors. */
void pgy_oncall_watch(const struct pgy_oncall *oncall, int epoll);
/* True when all is read. */
bool pgy_oncall_step(struct pgy_oncall *oncall);
/* Workers that still run are ended; what is known stays. */
void pgy_oncall_cancel(struct pgy_oncall *oncall);

/* All shifts by start; borrowed until the next begin. */
const struct pgy_shift *pgy_oncall_shifts(const struct pgy_oncall *oncall, size_t *n);
/* A problem that was not given out before, for the log; NULL when there is none. */
const char *pgy_oncall_news(struct pgy_oncall *oncall);
/* Workers started so far: what is spared, for its tests. */
size_t pgy_oncall_runs(const struct pgy_oncall *oncall);
/* The calendars in the file's order: false when there is no i-th. problem: why it could not be read
 * last, NULL when it could. Borrowed as above. */
bool pgy_oncall_nth(const struct pgy_oncall *oncall, size_t i, const char **id, size_t *shifts,
                    const char **problem);

#endif
