/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef NETWORKING_H
#define NETWORKING_H

#include "plugins/common/pgc.h"

int networking_check(const struct pgyd_host *h);
int networking_plan(const struct pgyd_host *h);
int networking_report(const struct pgyd_host *h, const char *name);

#endif
