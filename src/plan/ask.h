/* SPDX-License-Identifier: BSD-2-Clause */
/* Writes a request for pgyd-worker. What a plugin may see is decided here and nowhere else
 * (architecture 6). */
#ifndef PGY_PLAN_ASK_H
#define PGY_PLAN_ASK_H

#include "base/buf.h"
#include "plan/run.h"

/* Every input frame up to GO. 0; PGY_ELIMIT with *why static when something is too large to be
 * sent. */
int pgy_ask_put(struct pgy_buf *out, const struct pgy_run_input *input, const char **why);

#endif
