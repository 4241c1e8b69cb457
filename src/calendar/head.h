/* SPDX-License-Identifier: BSD-2-Clause */
/* The lines of a calendar before its events: our own writer, since libical does not escape X-
 * properties. Pure. */
#ifndef PGY_CALENDAR_HEAD_H
#define PGY_CALENDAR_HEAD_H

#include "base/buf.h"
#include "base/tz.h"
#include "calendar/style.h"

/* BEGIN:VCALENDAR, its properties, a VTIMEZONE for each zone. Returns buf->err, or PGY_EPARSE when
 * the calendar's name is not UTF-8. */
int pgy_head_put(struct pgy_buf *buf, const struct pgy_feed_spec *spec,
                 const struct pgy_tz *const *zones, size_t n);

#endif
