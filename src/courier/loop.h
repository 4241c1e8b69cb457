/* SPDX-License-Identifier: BSD-2-Clause */
/* The courier's one loop: the channel to the parent, the link to the core, the transfers. */
#ifndef PGY_COURIER_LOOP_H
#define PGY_COURIER_LOOP_H

#include "base/link.h"

enum { PGY_COURIER_STOP_MS = 4000 }; /* for what is being sent when told to stop */

/* Runs until told to stop or the parent is gone; closes `parent`. The exit status. */
int pgy_courier_run(struct pgy_link *parent);

#endif
