/* SPDX-License-Identifier: BSD-2-Clause */
/* The properties before the first event, and the color of a feed. */
#include "calendar/head.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "calendar/color.h"
#include "calendar/line.h"
#include "calendar/vtimezone.h"
#include "pgy-build.h"

#define DEFAULT_COLOR "#008080"

int pgy_head_put(struct pgy_buf *buf, const struct pgy_feed_spec *spec,
                 const struct pgy_tz *const *zones, size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *name = pgy_line_clean(arena, spec->name), *zone = pgy_line_clean(arena, spec->zone);
    const bool busy = spec->style == PGY_STYLE_BUSY;
    const char *about = busy ? "Busy times, planned by pgyd." : "Dates planned by pgyd.";
    const char *color = spec->color && !busy ? spec->color : DEFAULT_COLOR;
    if (!name || !zone)
        return PGY_EPARSE;
    pgy_buf_str(buf, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    pgy_buf_str(buf, "PRODID:-//pgyd//pgyd " PACKAGE_VERSION "//EN\r\nCALSCALE:GREGORIAN\r\n");
    pgy_line_text(buf, "X-WR-CALNAME", name);
    pgy_line_text(buf, "NAME", name);
    pgy_line_text(buf, "X-WR-CALDESC", about);
    pgy_line_text(buf, "DESCRIPTION", about);
    pgy_line_text(buf, "X-WR-TIMEZONE", zone);
    pgy_buf_str(buf, "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n");
    pgy_buf_printf(buf, "COLOR:%s\r\nX-APPLE-CALENDAR-COLOR:%s\r\n", pgy_color_name(color), color);
    for (size_t i = 0; i < n; i++)
        pgy_vtimezone_put(buf, zones[i]);
    return buf->err;
}
