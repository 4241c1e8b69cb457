/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs the import for one request and writes its intervals as frames. iCalendar itself is
 * calendar/import.c's. */
#include "pgy-build.h"

#include "worker/calendar.h"

#include "base/err.h"
#include "base/log.h"
#include "base/utf8.h"
#include "calendar/import.h"
#include "worker/serve.h"

#include <string.h>

_Static_assert((int)PGY_W_MAX_CALENDAR == (int)PGY_IMPORT_BYTES, "what is sent can be read");

enum { SUMMARY_MAX = 200 };

static void put_warning(struct pgy_buf *out, const char *message)
{
    size_t mark = pgy_frame_begin(out, PGY_W_LOG);
    pgy_put_u32(out, PGY_LOG_WARN);
    pgy_put_str(out, message);
    pgy_frame_end(out, mark);
}

static void put_intervals(const struct pgy_import *import, struct pgy_arena *arena,
                          struct pgy_buf *out)
{
    for (size_t i = 0; i < import->n; i++) {
        const struct pgy_interval *interval = &import->list[i];
        size_t mark = pgy_frame_begin(out, PGY_W_INTERVAL);
        pgy_put_i64(out, interval->start);
        pgy_put_i64(out, interval->end);
        pgy_put_str(out, pgy_arena_strndup(arena, interval->summary,
                                           pgy_utf8_cut(interval->summary,
                                                        strlen(interval->summary), SUMMARY_MAX)));
        pgy_frame_end(out, mark);
    }
}

int pgy_serve_calendar(const struct pgy_inputs *in, struct pgy_buf *out)
{
    struct pgy_tz *zone PGY_TZ_CLEANUP = NULL;
    struct pgy_import import = {0};
    const char *why = NULL;
    int rc = in->first == PGY_NO_DAY || in->last == PGY_NO_DAY ? PGY_EINVAL
                                                               : pgy_tz_load(in->zone, &zone);
    if (rc != 0) {
        pgy_serve_error(out, pgy_arena_printf(in->arena, "cannot be read in the zone '%s': %s",
                                              in->zone, pgy_strerror(rc)));
        return rc;
    }
    const struct pgy_import_spec spec = {
        .first = in->first, .last = in->last, .zone = zone, .match = *in->match ? in->match : NULL};
    rc = pgy_import(pgy_buf_text(&in->calendar), in->calendar.len, &spec, in->arena, &import, &why);
    if (rc != 0) {
        pgy_serve_error(out, pgy_arena_printf(in->arena, "cannot be read: %s", why));
        return rc;
    }
    if (import.skipped > 0)
        put_warning(
            out,
            pgy_arena_printf(
                in->arena,
                "%zu entries repeat or last in a way that is not understood; they are left out",
                import.skipped));
    if (import.unzoned > 0)
        put_warning(
            out, pgy_arena_printf(in->arena,
                                  "%zu times are in a zone that nobody knows; they are read as %s",
                                  import.unzoned, in->zone));
    put_intervals(&import, in->arena, out);
    size_t mark = pgy_frame_begin(out, PGY_W_END);
    pgy_put_u32(out, (uint32_t)import.n);
    pgy_frame_end(out, mark);
    return out->err;
}
