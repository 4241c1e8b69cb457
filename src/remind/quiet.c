/* SPDX-License-Identifier: BSD-2-Clause */
/* [quiet]: when reminders come, and when they wait. */
#include "remind/remind.h"

#include <string.h>

/* "22:00-07:00"; the configuration was checked, so what does not parse here was refused there and
 * looks unset. */
static bool parse_hours(const char *text, int *from, int *to)
{
    char first[8], second[8];
    const char *dash = text ? strchr(text, '-') : NULL;
    if (!dash || (size_t)(dash - text) >= sizeof first || strlen(dash + 1) >= sizeof second)
        return false;
    memcpy(first, text, (size_t)(dash - text));
    first[dash - text] = '\0';
    memcpy(second, dash + 1, strlen(dash + 1) + 1);
    return pgy_minutes_parse(first, from) == 0 && pgy_minutes_parse(second, to) == 0 &&
           *from != *to;
}

void pgy_quiet_of(const struct pgy_config *config, struct pgy_quiet *quiet)
{
    const struct pgy_value *late = pgy_config_get(config, "quiet", "", "max_late");
    *quiet = (struct pgy_quiet){.remind_at = 8 * 60, .digest_at = -1, .max_late = 86400};
    quiet->on =
        parse_hours(pgy_config_text(config, "quiet", "", "hours", NULL), &quiet->from, &quiet->to);
    pgy_minutes_parse(pgy_config_text(config, "quiet", "", "remind_at", "08:00"),
                      &quiet->remind_at);
    pgy_minutes_parse(pgy_config_text(config, "quiet", "", "digest_at", ""), &quiet->digest_at);
    if (pgy_weekly_parse(pgy_config_text(config, "focus", "", "brief", "off"), &quiet->brief) != 0)
        quiet->brief.weekday = PGY_NEVER;
    quiet->oncall = pgy_config_num(config, "quiet", "", "oncall", 0) != 0;
    if (late && late->type == PGYD_DUR)
        quiet->max_late = pgy_value_seconds(late);
}

/* The end of the quiet hours that an instant falls in, else itself. */
static int64_t after_hours(const struct pgy_quiet *quiet, const struct pgy_tz *person, int64_t at)
{
    pgy_day today = pgy_tz_day(person, at, NULL);
    if (!quiet->on || today == PGY_NO_DAY)
        return at;
    /* By instants, not by what the clock shows: an hour that comes twice is quiet once, one that is
     * skipped ends nothing late. */
    for (pgy_day day = today - 1; day <= today; day++) {
        int64_t begins = pgy_tz_instant(person, day, quiet->from * 60);
        int64_t ends =
            pgy_tz_instant(person, quiet->from < quiet->to ? day : day + 1, quiet->to * 60);
        if (begins <= at && at < ends)
            return ends;
    }
    return at;
}

/* The end of the calls that follow one another from an instant on, at most `latest`; else
 * itself. */
static int64_t after_calls(const struct pgy_quiet *quiet, int64_t at, int64_t latest)
{
    for (size_t i = 0; quiet->oncall && i < quiet->nshifts && quiet->shifts[i].start <= at; i++) {
        if (at < quiet->shifts[i].end)
            at = quiet->shifts[i].end;
    }
    return at < latest ? at : latest;
}

int64_t pgy_quiet_release(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                          uint16_t severity, int64_t now)
{
    int64_t at = now, before = now - 1;
    if (severity >= PGYD_CRITICAL)
        return now;
    /* A call may end in the night, and a night in a call. */
    while (at > before) {
        before = at;
        if (at < now + PGY_ONCALL_HOLD)
            at = after_calls(quiet, at, now + PGY_ONCALL_HOLD);
        at = after_hours(quiet, person, at);
    }
    return at;
}
