/* SPDX-License-Identifier: BSD-2-Clause */
/* Meetings ([event:id], S2-25) and rotations elsewhere ([rotation:id], S1-62). */
#ifndef NETWORKING_OCCASIONS_H
#define NETWORKING_OCCASIONS_H

#include "plugins/common/pgc.h"

int occasions_plan(const struct pgyd_host *h);

#endif
