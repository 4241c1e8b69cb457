/* SPDX-License-Identifier: BSD-2-Clause */
/* Staying in touch: one reminder a contact and cadence, one digest for a week with many. */
#ifndef NETWORKING_CONTACTS_H
#define NETWORKING_CONTACTS_H

#include "plugins/networking/schedule.h"

enum { DIGEST_LINES = 7 };

int contacts_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                  const struct people *people, const struct schedule *schedule);

#endif
