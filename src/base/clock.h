/* SPDX-License-Identifier: BSD-2-Clause */
/* The only place that asks for the time. */
#ifndef PGY_BASE_CLOCK_H
#define PGY_BASE_CLOCK_H

#include <stdint.h>

/* UTC seconds of the wall clock. */
int64_t pgy_clock_now(void);
/* Milliseconds of the wall clock since the epoch. */
int64_t pgy_clock_now_ms(void);
/* Milliseconds that never jump and count through suspend (CLOCK_BOOTTIME): for durations and back-off, never for dates. */
int64_t pgy_clock_mono_ms(void);
/* "2026-11-22T09:00:00Z" of UTC seconds; text has 24 bytes. */
const char *pgy_clock_text(int64_t utc, char text[24]);
/* A timerfd (nonblocking, CLOEXEC) on CLOCK_REALTIME; or a negated errno. */
int pgy_clock_timer(void);
/* Arms it for an absolute UTC second (INT64_MAX: off) with TFD_TIMER_CANCEL_ON_SET (DESIGN.md 6). Negated errno on failure. */
int pgy_clock_timer_set(int fd, int64_t utc);
/* Reads it after it became readable: 0 expired or nothing, 1 the clock was set (ECANCELED). */
int pgy_clock_timer_read(int fd);
/* A timerfd (nonblocking, CLOEXEC) that fires once, `ms` milliseconds of CLOCK_BOOTTIME from now; ms < 0 disarms. */
int pgy_clock_alarm(void);
int pgy_clock_alarm_set(int fd, int64_t ms);

#endif
