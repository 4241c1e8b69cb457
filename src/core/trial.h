/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef PGY_CORE_TRIAL_H
#define PGY_CORE_TRIAL_H

#include <stddef.h>

/* `pgyd -t`: checks every file, plans once without keeping anything, prints what is wrong; 0 or
 * 1. */
int core_trial(const char *file, const char *const *tried, size_t ntried);

#endif
