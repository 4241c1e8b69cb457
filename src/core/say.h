/* SPDX-License-Identifier: BSD-2-Clause */
/* What several desks say in JSON, always in the same words. Leaf. */
#ifndef PGY_CORE_SAY_H
#define PGY_CORE_SAY_H

#include "core/roll.h"

#include <jansson.h>

/* All are new references. */

/* "2026-11-22T09:00:00Z"; "" for 0, before, and INT64_MAX. */
json_t *core_say_instant(int64_t utc);
/* An item of the person's timeline, with the instants of the reminders that it still has. */
json_t *core_say_item(const struct core_person *person, const struct pgy_item *item);

#endif
