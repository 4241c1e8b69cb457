/* SPDX-License-Identifier: BSD-2-Clause */
/* Time zones: our own TZif reader (RFC 8536), because libical 3.0 resolves gaps and overlaps
 * wrongly. Pure once loaded. */
#ifndef PGY_BASE_TZ_H
#define PGY_BASE_TZ_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pgy_tz;

/* Loads a zone by IANA name from the system's zoneinfo directory (TZDIR is ignored: it is an input
 * of plans). PGY_ENOTFOUND: no such zone, or a name with .., a leading /, or characters outside
 * [A-Za-z0-9_+-/], or one that IANA does not know (localtime, posix/..., right/...). PGY_EPARSE: a
 * damaged file. PGY_ELIMIT: over 1 MiB. PGY_EREFUSED: a file that counts leap seconds, which UTC
 * seconds do not. Or a negated errno. The caller owns *tz. */
int pgy_tz_load(const char *name, struct pgy_tz **tz);
/* The same from bytes (RFC 8536 versions 1 to 4, at most 1 MiB); `name` is copied. */
int pgy_tz_parse(const char *name, const void *bytes, size_t len, struct pgy_tz **tz);
void pgy_tz_free(struct pgy_tz **tz);
#define PGY_TZ_CLEANUP __attribute__((cleanup(pgy_tz_free)))

/* The name it was loaded by. */
const char *pgy_tz_name(const struct pgy_tz *tz);
/* UTC. Static, never freed. */
const struct pgy_tz *pgy_tz_utc(void);

/* Seconds east of UTC at an instant; with abbreviation and the DST flag when those pointers are not
 * NULL (abbreviation: tz's). */
int32_t pgy_tz_offset(const struct pgy_tz *tz, int64_t utc, const char **abbreviation, bool *dst);
/* The instant of a wall-clock time, seconds = 0..86399 since the day's 00:00 as the clock shows it.
 * Gap: the first valid instant after it. Overlap: the first occurrence (architecture 8, RFC 5545
 * 3.3.5). */
int64_t pgy_tz_instant(const struct pgy_tz *tz, pgy_day day, int32_t seconds);
/* The civil day and, unless NULL, the wall-clock second of the day at an instant. PGY_NO_DAY
 * outside the years 1900 to 9999. */
pgy_day pgy_tz_day(const struct pgy_tz *tz, int64_t utc, int32_t *seconds);
/* The first transition (a change of offset, DST flag or abbreviation) strictly after utc; false
 * when there is none before year 10000. Tests hold the rest of this file to it. */
bool pgy_tz_next(const struct pgy_tz *tz, int64_t utc, int64_t *transition);

/* The footer rule, for VTIMEZONE: RFC 8536 3.3's POSIX TZ string, "" when the file has none;
 * base/tzrule.h parses it. */
const char *pgy_tz_footer(const struct pgy_tz *tz);
/* A hash of the zone's bytes (0 for pgy_tz_utc()): when it changes, instants are computed anew. */
uint64_t pgy_tz_hash(const struct pgy_tz *tz);

#endif
