/* SPDX-License-Identifier: BSD-2-Clause */
/* Dates of HTTP (RFC 9110 5.6.7), pure: no locale, no time zone of the machine. */
#ifndef PGY_WEB_HTTPDATE_H
#define PGY_WEB_HTTPDATE_H

#include <stdint.h>

enum { PGY_HTTPDATE_TEXT = 32 };

/* "Sun, 22 Nov 2026 09:00:00 GMT" of UTC seconds; "" outside the years 1900 to 9999. Writes into
 * text and returns it. */
const char *pgy_httpdate_text(int64_t utc, char text[PGY_HTTPDATE_TEXT]);
/* Any of the three forms a recipient must accept: IMF-fixdate, RFC 850 ("Sunday, 22-Nov-26 09:00:00
 * GMT"; two-digit years lie between 50 years before and 49 after the year of `now`), asctime ("Sun
 * Nov 22 09:00:00 2026"). The whole text, letters in their proper case; the name of the weekday has
 * to exist but is not compared with the date. PGY_EPARSE. */
int pgy_httpdate_parse(const char *text, int64_t now, int64_t *utc);

#endif
