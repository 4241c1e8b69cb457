/* SPDX-License-Identifier: BSD-2-Clause */
/* Colors of calendars. Some readers take a number, others (RFC 7986) a name of CSS alone. Pure. */
#ifndef PGY_CALENDAR_COLOR_H
#define PGY_CALENDAR_COLOR_H

/* The CSS name that is nearest to a color written "#4169E1"; where two are as near, the first in
 * the alphabet. Static. */
const char *pgy_color_name(const char *color);

#endif
