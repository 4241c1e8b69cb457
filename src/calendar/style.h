/* SPDX-License-Identifier: BSD-2-Clause */
/* What a feed is asked for: which items, in which style. Pure. */
#ifndef PGY_CALENDAR_STYLE_H
#define PGY_CALENDAR_STYLE_H

enum pgy_style {
    PGY_STYLE_GENERIC,
    PGY_STYLE_QUIET,
    PGY_STYLE_OUTLOOK,
    PGY_STYLE_GOOGLE,
    PGY_STYLE_BUSY,
    PGY_STYLES
};
/* "generic", and back: PGY_EPARSE for what is no style. */
const char *pgy_style_text(enum pgy_style style);
int pgy_style_parse(const char *text, enum pgy_style *style);

/* Which items, and how they look. */
struct pgy_feed_spec {
    const char *feed; /* "all", "phases", "everything" (choice.h), or a plugin's name */
    enum pgy_style style;
    const char *profile;
    const char *name;  /* the calendar's display name */
    const char *color; /* "#FF8C00", as a plugin declares it; NULL: pgyd's own */
    const char *zone;  /* the person's, IANA */
    int remind_at;     /* minutes: the hour of all-day alarms, [quiet] remind_at */
};

#endif
