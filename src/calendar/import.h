/* SPDX-License-Identifier: BSD-2-Clause */
/* Foreign iCalendar in: bytes to intervals (architecture 9). Pure, but for zone files. Its caller
 * is a caged worker with limits of CPU time and memory: the checks here keep what is known to be
 * slow or deadly away from libical, the cage stops the rest. */
#ifndef PGY_CALENDAR_IMPORT_H
#define PGY_CALENDAR_IMPORT_H

#include "base/arena.h"
#include "base/tz.h"

#include <stddef.h>
#include <stdint.h>

enum {
    PGY_IMPORT_BYTES = 5 << 20,
    PGY_IMPORT_DEPTH = 4,
    PGY_IMPORT_LINE = 64 << 10,  /* an unfolded line */
    PGY_IMPORT_PROPERTIES = 500, /* of one component */
    PGY_IMPORT_COMPONENTS = 20000,
    PGY_IMPORT_PER_EVENT = 1000, /* occurrences */
    PGY_IMPORT_INTERVALS = 20000,
};

struct pgy_import_spec {
    pgy_day first, last;       /* the window; what lies outside is left out */
    const struct pgy_tz *zone; /* of whole days, and of times that name none we know */
    /* extended regular expression on SUMMARY, LOCATION and CATEGORIES, any case; NULL: all
     * events */
    const char *match;
};

/* [start, end) in UTC seconds. */
struct pgy_interval {
    int64_t start, end;
    const char *summary; /* hostile text; never NULL */
};

struct pgy_import {
    struct pgy_interval *list; /* by start, then end */
    size_t n, cap;
    size_t skipped; /* events whose rule or dates are not understood, or that repeat too often */
    size_t unzoned; /* times in a zone nobody knows, read in spec->zone */
};

/* NULL, or why libical must not see these bytes (static; scan.c). */
const char *pgy_import_scan(const char *bytes, size_t len);
/* Events that are not cancelled, expanded within the window; lists and texts in the arena.
 * PGY_EPARSE (not a calendar), PGY_ELIMIT, PGY_EINVAL (`match`), each with *why, a sentence's end
 * (static). */
int pgy_import(const char *bytes, size_t len, const struct pgy_import_spec *spec,
               struct pgy_arena *arena, struct pgy_import *import, const char **why);

#endif
