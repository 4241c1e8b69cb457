/* SPDX-License-Identifier: BSD-2-Clause */
/* Meetings ([event:id], S2-25) and rotations elsewhere ([rotation:id], S1-62). */
#ifndef NETWORKING_OCCASIONS_H
#define NETWORKING_OCCASIONS_H

#include "plugins/common/anchors.h"

/* anchors NULL: the training is not known. */
int occasions_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors);

#endif
