/* SPDX-License-Identifier: BSD-2-Clause */
/* VEVENT bytes through libical. */
#ifndef PGY_CALENDAR_VEVENT_H
#define PGY_CALENDAR_VEVENT_H

#include "base/buf.h"
#include "calendar/event.h"

/* Appends the event. Returns buf->err, or -ENOMEM. */
int pgy_vevent_put(struct pgy_buf *buf, const struct pgy_event *event);

#endif
