/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef MILESTONES_H
#define MILESTONES_H

#include "plugins/common/pgc.h"

int milestones_check(const struct pgyd_host *h);
int milestones_plan(const struct pgyd_host *h);

#endif
