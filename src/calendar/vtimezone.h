/* SPDX-License-Identifier: BSD-2-Clause */
/* VTIMEZONE from the yearly rule of a zone (RFC 5545 3.6.5): at most one DAYLIGHT and one STANDARD,
 * valid from 1970. */
#ifndef PGY_CALENDAR_VTIMEZONE_H
#define PGY_CALENDAR_VTIMEZONE_H

#include "base/buf.h"
#include "base/tz.h"

#include <stdbool.h>

/* Whether the zone has a VTIMEZONE (a footer that an RRULE can say, and a name other than UTC's,
 * which is written Z), and it says the truth about an instant, to whoever reads the wall time back:
 * same offset, and not the second occurrence of a repeated hour. What does not fit is written in
 * UTC: years before the present rule, changes that are no yearly rule (Ramadan). */
bool pgy_vtimezone_fits(const struct pgy_tz *tz, int64_t utc);
/* Appends it; for a zone without one, UTC's, so that a calendar always has a component (RFC
 * 5545 3.6). Returns buf->err. */
int pgy_vtimezone_put(struct pgy_buf *buf, const struct pgy_tz *tz);

#endif
