/* SPDX-License-Identifier: BSD-2-Clause */
/* When a reminder leaves: after quiet hours, holidays and the day's digest. What leaves together,
 * and how many a day, is counted by the post desk. */
#include "remind/remind.h"

#include "base/str.h"

static int64_t morning(const struct pgy_quiet *quiet, const struct pgy_tz *person, pgy_day day)
{
    return pgy_tz_instant(person, day, pgy_quiet_hour(quiet, day) * 60);
}

int64_t pgy_leave_tomorrow(const struct pgy_quiet *quiet, const struct pgy_tz *person, int64_t now)
{
    return morning(quiet, person, pgy_tz_day(person, now, NULL) + 1);
}

/* The morning after a holiday; else itself. */
static int64_t after_holiday(const struct pgy_quiet *quiet, const struct pgy_tz *person, int64_t at)
{
    const pgy_day day = pgy_tz_day(person, at, NULL);
    return day != PGY_NO_DAY && pgy_quiet_holiday(day) ? morning(quiet, person, day + 1) : at;
}

/* What was planned, and can be repaired; a notice, a test and the first message answer what
 * somebody just did. */
static bool rests(const struct pgy_due *due)
{
    return due->stakes ? due->stakes < PGYD_FATAL : pgy_streq(due->step, PGY_BRIEF);
}

int64_t pgy_leave_at(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                     const struct pgy_due *due, bool waits, int64_t since)
{
    const bool gone = due->expires < since; /* the digest says it all the same */
    int64_t at = since, before = since - 1, digest;
    if (due->severity >= PGYD_CRITICAL)
        return since;
    if (pgy_digest_gathers(quiet, person, due, gone ? PGY_FATE_MISSED : PGY_FATE_SEND, &digest) &&
        digest > at)
        at = digest;
    while (at > before) {
        before = at;
        if (waits)
            at = pgy_quiet_release(quiet, person, due->severity, at);
        if (rests(due))
            at = after_holiday(quiet, person, at);
    }
    return at > due->expires && !gone ? since : at;
}
