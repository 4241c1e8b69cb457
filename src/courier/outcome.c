/* SPDX-License-Identifier: BSD-2-Clause */
/* What becomes of a message after an attempt: the schedule of tries and the breaker (architecture
 * 11). No network, no store. */
#include "courier/outcome.h"

enum { DAY = 86400, REST = 60, LONGEST_REST = 3600 };

/* Standard Webhooks 1.0.0. */
static const int64_t delays[PGY_RETRY_TRIES - 1] = {5,     300,   1800,  7200, 18000,
                                                    36000, 50400, 72000, 86400};

int64_t pgy_outcome_delay(uint32_t attempts, double random)
{
    uint32_t i = attempts > 0 ? attempts - 1 : 0;
    if (i >= sizeof delays / sizeof delays[0])
        i = sizeof delays / sizeof delays[0] - 1;
    return (int64_t)((double)delays[i] * (0.8 + 0.4 * random) + 0.5);
}

/* An endpoint that failed `failures` times in a row rests, longer each time. */
static int64_t rest(uint32_t failures)
{
    int64_t seconds = REST;
    for (uint32_t i = PGY_BREAKER; i < failures && seconds < LONGEST_REST; i++)
        seconds *= 2;
    return seconds < LONGEST_REST ? seconds : LONGEST_REST;
}

/* Queued for `next`; once more at its expiry when that comes first, unless the receiver asked for
 * more time than there is. */
static struct pgy_verdict again(int64_t next, int64_t earliest, int64_t expires, int64_t now)
{
    if (now >= expires || earliest > expires)
        return (struct pgy_verdict){.settle = PGY_SETTLE_MISSED, .attempt_counts = true};
    return (struct pgy_verdict){.settle = PGY_SETTLE_AGAIN,
                                .next_try = next < expires ? next : expires,
                                .attempt_counts = true};
}

static struct pgy_verdict transient(uint32_t attempts, int64_t wait, int64_t expires, int64_t now,
                                    uint32_t failures, double random)
{
    struct pgy_verdict verdict = {.settle = PGY_SETTLE_FAILED, .attempt_counts = true};
    if (attempts < PGY_RETRY_TRIES) {
        int64_t delay = pgy_outcome_delay(attempts, random);
        delay = delay > DAY ? DAY : delay;
        verdict = again(now + (delay > wait ? delay : wait), now + wait, expires, now);
    } else if (now >= expires) {
        verdict.settle = PGY_SETTLE_MISSED;
    }
    if (failures + 1 >= PGY_BREAKER)
        verdict.pause_endpoint = now + rest(failures + 1);
    return verdict;
}

static struct pgy_verdict throttled(int64_t wait, int64_t expires, int64_t now)
{
    wait = wait > 0 ? wait : REST;
    struct pgy_verdict verdict = again(now + wait, now + wait, expires, now);
    verdict.pause_endpoint = now + wait;
    verdict.attempt_counts = false;
    return verdict;
}

struct pgy_verdict pgy_outcome_verdict(enum pgy_outcome outcome, uint32_t attempts,
                                       int64_t retry_after, int64_t expires, int64_t now,
                                       uint32_t endpoint_failures, double random)
{
    int64_t wait = retry_after < 0 ? 0 : retry_after > DAY ? DAY : retry_after;
    struct pgy_verdict verdict = {.settle = PGY_SETTLE_SENT, .attempt_counts = true};
    switch (outcome) {
    case PGY_DELIVERED:
        break;
    case PGY_TRANSIENT:
        verdict = transient(attempts, wait, expires, now, endpoint_failures, random);
        break;
    case PGY_THROTTLED:
        verdict = throttled(wait, expires, now);
        break;
    case PGY_MESSAGE_FATAL:
        verdict.settle = PGY_SETTLE_FAILED;
        break;
    case PGY_ENDPOINT_FATAL:
        /* The queue stays; it goes on when the person has put the endpoint right. */
        verdict = again(now, now, expires, now);
        verdict.pause_endpoint = INT64_MAX;
        break;
    case PGY_RETURNED:
        verdict = again(now, now, expires, now);
        verdict.attempt_counts = false;
        break;
    }
    return verdict;
}
