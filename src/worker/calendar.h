/* SPDX-License-Identifier: BSD-2-Clause */
/* IMPORT: a foreign calendar becomes intervals (pgyd-import only). */
#ifndef PGY_WORKER_CALENDAR_H
#define PGY_WORKER_CALENDAR_H

#include "base/buf.h"
#include "worker/inputs.h"

/* Writes every answer frame up to END, or ERROR (then negative). */
int pgy_serve_calendar(const struct pgy_inputs *inputs, struct pgy_buf *out);

#endif
