/* SPDX-License-Identifier: BSD-2-Clause */
/* The outcome of an attempt, by class, and what follows from it: when the message is tried again,
 * and whether its endpoint rests. Pure: the courier names the class, the core asks for the rest. */
#ifndef PGY_COURIER_OUTCOME_H
#define PGY_COURIER_OUTCOME_H

#include <stdbool.h>
#include <stdint.h>

enum pgy_outcome {
    PGY_DELIVERED,
    PGY_TRANSIENT,
    PGY_THROTTLED,
    PGY_MESSAGE_FATAL,
    PGY_ENDPOINT_FATAL,
    PGY_RETURNED /* never begun: one before it to the same endpoint failed */
};

enum { PGY_RETRY_TRIES = 10, PGY_BREAKER = 5 /* failures in a row that open it */ };
/* Seconds until the next try after `attempts` begun: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20
 * h, 24 h, each +-20 % by `random` (0..1). */
int64_t pgy_outcome_delay(uint32_t attempts, double random);

/* What becomes of the message. */
enum pgy_settle { PGY_SETTLE_SENT, PGY_SETTLE_AGAIN, PGY_SETTLE_FAILED, PGY_SETTLE_MISSED };

struct pgy_verdict {
    enum pgy_settle settle;
    int64_t next_try;       /* of PGY_SETTLE_AGAIN */
    int64_t pause_endpoint; /* 0: no; else until (INT64_MAX: until the person acts) */
    bool attempt_counts;    /* false: throttled, returned; this attempt is spared */
};
/* attempts: begun, this one included, without the spared ones. endpoint_failures: in a row before
 * this one. retry_after: seconds, -1: none (clamped to a day). Transient: the schedule or
 * Retry-After, whichever is later, one last time at `expires` at the latest; FAILED after
 * PGY_RETRY_TRIES; MISSED when nothing can be sent before it expires; from PGY_BREAKER failures in
 * a row the endpoint rests a minute, then two, … an hour. Throttled: the endpoint rests for
 * Retry-After, else a minute. */
struct pgy_verdict pgy_outcome_verdict(enum pgy_outcome outcome, uint32_t attempts,
                                       int64_t retry_after, int64_t expires, int64_t now,
                                       uint32_t endpoint_failures, double random);

#endif
