/* SPDX-License-Identifier: BSD-2-Clause */
/* The messages the courier has: waiting for their turn, or being sent. Caps: PGY_SEND_MAX at once,
 * PGY_JOBS_ENDPOINT of them to one endpoint. */
#ifndef PGY_COURIER_JOBS_H
#define PGY_COURIER_JOBS_H

#include "courier/results.h"
#include "courier/send.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PGY_JOBS_WAITING = 256, PGY_JOBS_ENDPOINT = 2 };

struct pgy_job;
struct pgy_lane;

struct pgy_jobs {
    struct pgy_job *first, **end; /* in the order they came */
    struct pgy_lane *lanes;       /* endpoints that have jobs here */
    size_t waiting, sending;
    struct pgy_sender *sender;
    struct pgy_results *results;
};

/* sender and results are borrowed for good. */
void pgy_jobs_init(struct pgy_jobs *jobs, struct pgy_sender *sender, struct pgy_results *results);
/* Takes a PGY_C_SEND frame. A row that is here already keeps its one transfer, which answers for
 * the newer attempt. PGY_EPARSE, -ENOMEM. */
int pgy_jobs_take(struct pgy_jobs *jobs, struct pgy_frame *frame);
/* Starts what may start; local targets and messages that cannot be sent are finished at once. */
void pgy_jobs_start(struct pgy_jobs *jobs, int64_t now);
/* Turns finished transfers into results. Where one failed, what waits for the same endpoint is
 * returned (PGY_RETURNED), as is fit for a 429 or 410. */
void pgy_jobs_finish(struct pgy_jobs *jobs, int64_t now);
/* Results were told: `told` of them on this link. */
void pgy_jobs_told(struct pgy_jobs *jobs, uint32_t told);
/* The core knows `seen` of them. Endpoints that failed take jobs again only then: what the core
 * claimed before it knew is returned too. */
void pgy_jobs_seen(struct pgy_jobs *jobs, uint32_t seen);
/* Forgets what waits, and which endpoints failed: the core is another one, and gives those rows out
 * again. */
void pgy_jobs_drop_waiting(struct pgy_jobs *jobs);
/* Reports what is still being sent as transient: for the exit. */
void pgy_jobs_abandon(struct pgy_jobs *jobs);
/* After the sender was freed, whose transfers borrow from the jobs. */
void pgy_jobs_free(struct pgy_jobs *jobs);
/* Writes PGY_C_INFLIGHT. */
void pgy_jobs_inflight(const struct pgy_jobs *jobs, struct pgy_buf *out);

#endif
