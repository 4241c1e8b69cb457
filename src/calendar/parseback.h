/* SPDX-License-Identifier: BSD-2-Clause */
/* The parse-back: what is about to be published is read again and compared with what was meant
 * (architecture 9). */
#ifndef PGY_CALENDAR_PARSEBACK_H
#define PGY_CALENDAR_PARSEBACK_H

#include "calendar/event.h"

#include <stddef.h>

/* The bytes of one event. NULL when they say what the event says, else what differs (static). */
const char *pgy_parseback_event(const char *bytes, size_t len, const struct pgy_event *event);
/* The lines before the first event, without END:VCALENDAR: that they parse and hold as many zones
 * as meant. */
const char *pgy_parseback_head(const char *bytes, size_t len, size_t zones);

#endif
