/* SPDX-License-Identifier: BSD-2-Clause */
/* base/clock.h on a clock that a test moves by hand: link fake_clock.c into the test's program, and
 * it is used instead of the machine's. Timers are kept, and become readable when their time
 * comes. */
#ifndef PGY_TESTS_FAKE_CLOCK_H
#define PGY_TESTS_FAKE_CLOCK_H

#include <stdint.h>

/* A new test: this second, an hour after the machine's start; timers of tests before are forgotten.
 */
void fake_clock_start(int64_t now);
/* Somebody sets the wall clock: what counts durations stands still, and armed timers become
 * readable, as the kernel does it. */
void fake_clock_set(int64_t now);
/* Time passes, on both clocks. */
void fake_clock_go(int64_t seconds);
/* The earliest second that a timer on the wall clock waits for; INT64_MAX: none waits. */
int64_t fake_clock_armed(void);

#endif
