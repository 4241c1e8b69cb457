/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of months and weekdays, dates and durations as they are written. What days they make is the
 * host's to say. The daemon has the same in base/civil.h; a test holds the two together. */
#ifndef PGC_DATES_H
#define PGC_DATES_H

#include <pgyd/plugin.h>

#include <stdbool.h>
#include <stdint.h>

/* "January" of 1 to 12, "Sunday" of 0 to 6; "" when there is no such. */
const char *pgc_month_name(int32_t month);
const char *pgc_weekday_name(int32_t weekday);
/* The month (1 to 12) and the weekday (0 to 6) a word names, whole or by three letters, whatever
 * their case; -1 when it names none. */
int32_t pgc_month_named(const char *word);
int32_t pgc_weekday_named(const char *word);

/* "YYYY-MM-DD", the whole text; PGYD_NO_DAY when it is not one. */
pgyd_day pgc_parse_day(const struct pgyd_host *h, const char *text);
/* The unit that a word is: 'd' of "d", 'w' of "w", 'm' of "mo", 'y' of "y"; 0: none. */
uint16_t pgc_dur_unit(const char *word);
/* "3d" "2w" "6mo" "1y", at most 100 years; false when it is not one. */
bool pgc_parse_dur(const char *text, int32_t *n, uint16_t *unit);

#endif
