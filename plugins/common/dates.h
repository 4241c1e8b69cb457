/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of months and weekdays. The daemon has the same in base/civil.h; a test holds the two
 * together. */
#ifndef PGC_DATES_H
#define PGC_DATES_H

#include <stdint.h>

/* "January" of 1 to 12, "Sunday" of 0 to 6; "" when there is no such. */
const char *pgc_month_name(int32_t month);
const char *pgc_weekday_name(int32_t weekday);
/* The month (1 to 12) and the weekday (0 to 6) a word names, whole or by three letters, whatever
 * their case; -1 when it names none. */
int32_t pgc_month_named(const char *word);
int32_t pgc_weekday_named(const char *word);

#endif
