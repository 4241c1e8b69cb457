/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef PGY_BASE_UUID_H
#define PGY_BASE_UUID_H

enum { PGY_UUID_TEXT = 37 };

/* The UUIDv5 (RFC 9562 5.5) of `name` in pgyd's own namespace, lower case. The namespace never
 * changes: UIDs of calendars depend on it. */
const char *pgy_uuid_name(const char *name, char text[PGY_UUID_TEXT]);
/* A random UUIDv4. */
const char *pgy_uuid_random(char text[PGY_UUID_TEXT]);

#endif
