/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef OFFERS_H
#define OFFERS_H

#include "plugins/common/pgc.h"

int offers_check(const struct pgyd_host *h);
int offers_plan(const struct pgyd_host *h);
int offers_report(const struct pgyd_host *h, const char *name);
/* S1-15: power at each place. */
int offers_report_leverage(const struct pgyd_host *h);
int offers_history(const struct pgyd_host *h);

#endif
