/* SPDX-License-Identifier: BSD-2-Clause */
/* Questions that come back, and things to have done once by a certain month. */
#ifndef NETWORKING_PROMPTS_H
#define NETWORKING_PROMPTS_H

#include "plugins/common/anchors.h"

enum { MEETINGS = 1, CONTRACTS = 3 };

/* Meetings observed and contracts read: the file's count is a floor to the journal's. */
int64_t prompts_count(const struct pgyd_host *h, const char *key, const char *word);
int prompts_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors);

#endif
