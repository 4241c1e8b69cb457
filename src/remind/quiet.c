/* SPDX-License-Identifier: BSD-2-Clause */
/* [quiet]: when reminders come, and when they wait. */
#include "remind/remind.h"

#include "base/str.h"
#include "plan/spans.h"

#include <string.h>

/* Of more nights than there is room for the last ones stay. */
static void add_nights(struct pgy_quiet *quiet, pgy_day from, pgy_day to)
{
    size_t at = quiet->nnights;
    if (at == PGY_NIGHTS) {
        at = 0;
        for (size_t i = 1; i < PGY_NIGHTS; i++)
            at = quiet->nights[i].to < quiet->nights[at].to ? i : at;
        if (quiet->nights[at].to >= to)
            return;
    } else {
        quiet->nnights++;
    }
    quiet->nights[at] = (struct pgy_nights){from, to};
}

static void read_nights(const struct pgy_config *config, struct pgy_quiet *quiet)
{
    const struct pgy_section *busy;
    for (size_t i = 0; (busy = pgy_config_nth(config, "busy", i)); i++) {
        pgy_day from, to;
        if (pgy_spans_days(config, busy->id, &from, &to) &&
            pgy_streq(pgy_config_text(config, "busy", busy->id, "kind", "other"), "nights"))
            add_nights(quiet, from, to + 1);
    }
}

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
    *quiet = (struct pgy_quiet){
        .remind_at = 8 * 60, .nights_at = 16 * 60, .digest_at = -1, .max_late = 86400};
    quiet->on =
        parse_hours(pgy_config_text(config, "quiet", "", "hours", NULL), &quiet->from, &quiet->to);
    pgy_minutes_parse(pgy_config_text(config, "quiet", "", "remind_at", "08:00"),
                      &quiet->remind_at);
    pgy_minutes_parse(pgy_config_text(config, "quiet", "", "nights_at", "16:00"),
                      &quiet->nights_at);
    read_nights(config, quiet);
    pgy_minutes_parse(pgy_config_text(config, "quiet", "", "digest_at", ""), &quiet->digest_at);
    if (pgy_weekly_parse(pgy_config_text(config, "focus", "", "brief", "off"), &quiet->brief) != 0)
        quiet->brief.weekday = PGY_NEVER;
    quiet->oncall = pgy_config_num(config, "quiet", "", "oncall", 0) != 0;
    if (late && late->type == PGYD_DUR)
        quiet->max_late = pgy_value_seconds(late);
}

bool pgy_quiet_holiday(pgy_day day)
{
    const struct pgy_ymd date = pgy_civil_ymd(day);
    return (date.month == 12 && date.day == 25) || (date.month == 1 && date.day == 1) ||
           (date.month == 11 && day == pgy_civil_nth(4, PGY_THU, 11, date.year));
}

static bool works_nights(const struct pgy_quiet *quiet, pgy_day day)
{
    for (size_t i = 0; i < quiet->nnights; i++) {
        if (quiet->nights[i].from <= day && day <= quiet->nights[i].to)
            return true;
    }
    return false;
}

int pgy_quiet_hour(const struct pgy_quiet *quiet, pgy_day day)
{
    return works_nights(quiet, day) ? quiet->nights_at : quiet->remind_at;
}

/* After a night's work one sleeps: an instant before nights_at waits for it. */
static int64_t after_sleep(const struct pgy_quiet *quiet, const struct pgy_tz *person, int64_t at)
{
    const pgy_day day = pgy_tz_day(person, at, NULL);
    if (day == PGY_NO_DAY || !works_nights(quiet, day))
        return at;
    const int64_t wakes = pgy_tz_instant(person, day, quiet->nights_at * 60);
    return at < wakes ? wakes : at;
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
        at = after_sleep(quiet, person, after_hours(quiet, person, at));
    }
    return at;
}
