/* SPDX-License-Identifier: BSD-2-Clause */
/* The only place that asks for the time. */
#ifndef PGY_BASE_CLOCK_H
#define PGY_BASE_CLOCK_H

#include <stdint.h>

/* UTC seconds of the wall clock. */
int64_t pgy_clock_now(void);
/* Milliseconds of the wall clock since the epoch. */
int64_t pgy_clock_now_ms(void);
/* Milliseconds that never jump and count through suspend (CLOCK_BOOTTIME): for durations and
 * back-off, never for dates. */
int64_t pgy_clock_mono_ms(void);
/* Microseconds of CLOCK_MONOTONIC: only for telling the service manager (sd_notify MONOTONIC_USEC),
 * which compares it with its own. */
int64_t pgy_clock_manager_us(void);
/* "2026-11-22T09:00:00Z" of UTC seconds; "-" outside the years 1900 to 9999. Writes into text (24
 * bytes) and returns it. */
const char *pgy_clock_text(int64_t utc, char text[24]);
/* A timerfd (nonblocking, CLOEXEC) on CLOCK_REALTIME; or a negated errno. */
int pgy_clock_timer(void);
/* Arms it for an absolute UTC second (INT64_MAX: off; what is past fires at once) with
 * TFD_TIMER_CANCEL_ON_SET (architecture 8). 0; 1 armed, and the clock was set since the last look
 * (the kernel says so once only: recompute); negated errno on failure. */
int pgy_clock_timer_set(int fd, int64_t utc);
/* Reads it, or an alarm, after it became readable: 0 expired or nothing, 1 the clock was set
 * (ECANCELED; arm it again); negated errno on failure. */
int pgy_clock_timer_read(int fd);
/* A timerfd (nonblocking, CLOEXEC) on CLOCK_BOOTTIME; or a negated errno. */
int pgy_clock_alarm(void);
/* Arms it once, `ms` milliseconds from now; ms < 0 disarms. Negated errno on failure. */
int pgy_clock_alarm_set(int fd, int64_t ms);

#endif
