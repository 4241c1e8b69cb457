/* SPDX-License-Identifier: BSD-2-Clause */
/* Answers one request with a loaded plugin: describe, check, plan or report. */
#ifndef PGY_WORKER_SERVE_H
#define PGY_WORKER_SERVE_H

#include "worker/host.h"
#include "worker/loader.h"

/* Writes every answer frame up to END, or up to ERROR or REFUSAL (then PGY_EREFUSED), into
 * host->out; what is not flushed yet stays there. */
int pgy_serve(struct pgy_host *host, const struct pgy_loaded *loaded);
/* Writes an ERROR frame. */
void pgy_serve_error(struct pgy_buf *out, const char *message);

#endif
