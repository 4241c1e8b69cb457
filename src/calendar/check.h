/* SPDX-License-Identifier: BSD-2-Clause */
/* The parse-back: what is about to be published is read again and compared with what was meant
 * (DESIGN.md 7). */
#ifndef PGY_CALENDAR_CHECK_H
#define PGY_CALENDAR_CHECK_H

#include "calendar/event.h"

#include <stddef.h>

/* The bytes of one event. NULL when they say what the event says, else what differs (static). */
const char *pgy_check_event(const char *bytes, size_t len, const struct pgy_event *event);
/* The lines before the first event, without END:VCALENDAR: that they parse and hold as many zones
 * as meant. */
const char *pgy_check_head(const char *bytes, size_t len, size_t zones);

#endif
