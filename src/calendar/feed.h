/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed bytes: iCalendar of a timeline (RFC 5545, architecture 9). The only room that includes
 * libical. */
#ifndef PGY_CALENDAR_FEED_H
#define PGY_CALENDAR_FEED_H

#include "base/buf.h"
#include "base/tz.h"
#include "plan/timeline.h"

enum pgy_style {
    PGY_STYLE_GENERIC,
    PGY_STYLE_QUIET,
    PGY_STYLE_OUTLOOK,
    PGY_STYLE_GOOGLE,
    PGY_STYLE_BUSY,
    PGY_STYLES
};
const char *pgy_style_text(enum pgy_style style);
int pgy_style_parse(const char *text, enum pgy_style *style);

/* Which items, and how they look. */
struct pgy_feed_spec {
    const char *feed; /* "all", or a plugin's name */
    enum pgy_style style;
    const char *profile;
    const char *name;  /* the calendar's display name */
    const char *color; /* "#FF8C00", as a plugin declares it; NULL: pgyd's own */
    const char *zone;  /* the person's, IANA */
    int remind_at;     /* minutes: the hour of all-day alarms, [quiet] remind_at */
};

/* A feed being kept: remembers every item's serialised bytes, so that a new timeline costs only
 * what changed. */
struct pgy_feed;
struct pgy_feed *pgy_feed_new(const struct pgy_feed_spec *spec);
void pgy_feed_free(struct pgy_feed **feed);
/* Brings the feed to the timeline: serialises and parses back only new and changed items (by id,
 * hash, sequence, revised, cancellation). *changed: whether any byte differs. An item whose bytes
 * do not survive the parse-back is left out as it was before (or entirely) with a log line, and
 * counted in *refused. */
int pgy_feed_update(struct pgy_feed *feed, const struct pgy_timeline *timeline,
                    const struct pgy_tz *person, bool *changed, size_t *refused);
/* The whole feed: identity bytes, and the same as one gzip member built from cached parts. Appended
 * to the buffers. */
int pgy_feed_bytes(const struct pgy_feed *feed, struct pgy_buf *plain, struct pgy_buf *gzip);
/* Writes <dir>/<feed>.<style>.ics and .ics.gz by rename, when they differ from what is there. dir:
 * descriptor of feeds/<profile>. *published: whether it wrote. */
int pgy_feed_publish(const struct pgy_feed *feed, int dir, bool *published);
/* Events in it, and bytes uncompressed. */
size_t pgy_feed_events(const struct pgy_feed *feed);
size_t pgy_feed_size(const struct pgy_feed *feed);
/* More than readers were seen to take: over 1,000 events or 900 KB. */
bool pgy_feed_is_large(const struct pgy_feed *feed);

/* Once at start and at exit: libical's settings and its zone cache. */
void pgy_calendar_open(void);
void pgy_calendar_close(void);

#endif
