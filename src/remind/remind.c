/* SPDX-License-Identifier: BSD-2-Clause */
/* Ladders to due rows (architecture 8). */
#include "remind/remind.h"

#include "base/str.h"
#include "plan/today.h"

#include <string.h>

enum {
    LAST_CALL = 15 * 60, /* seconds a message about a deadline of this very minute may take */
    TYPING = 15 * 60,    /* seconds in which what was just entered is not told */
    CLOSES = 17 * 60,    /* minute at which offices close … */
    CALL = 120,          /* … and minutes it takes to reach somebody there */
};

const char *pgy_remind_target(const struct pgy_item *item, struct pgy_arena *arena)
{
    char text[PGY_DAY_TEXT];
    int32_t minute;
    pgy_civil_text(pgy_stakes_target(item, &minute), text);
    if (minute < 0)
        return pgy_arena_strdup(arena, text);
    return pgy_arena_printf(arena, "%sT%02d:%02d%s%s", text, (int)(minute / 60), (int)(minute % 60),
                            item->zone ? " " : "", item->zone ? item->zone : "");
}

/* Whether at this minute of what an item counts to nothing can be done about it any more that day.
 * minute: at which it is over, -1: with the day. A day without business is like any hour of it. */
static bool too_late(pgy_day day, int at, int32_t minute)
{
    const enum pgy_weekday weekday = pgy_civil_weekday(day);
    const bool business = weekday != PGY_SAT && weekday != PGY_SUN && !pgy_quiet_holiday(day);
    const int last = minute >= 0 && minute < CLOSES ? (int)minute : CLOSES;
    return business ? at + CALL > last : minute >= 0 && at + CALL > minute;
}

static int64_t at_hour_of(pgy_day day, const struct pgy_tz *person, const struct pgy_quiet *quiet)
{
    return pgy_tz_instant(person, day, pgy_quiet_hour(quiet, day) * 60);
}

int64_t pgy_remind_instant(const struct pgy_item *item, const struct pgy_rung *rung,
                           const struct pgy_tz *person, const struct pgy_quiet *quiet)
{
    int32_t minute, second = 0;
    pgy_day to = pgy_stakes_target(item, &minute), day = rung->day;
    if (day == PGY_NO_DAY)
        return INT64_MIN;
    const bool timed = minute >= 0 && !rung->opening;
    const int64_t over = timed ? pgy_item_instant_on(item, to, minute, person) : 0;
    if (rung->step.unit == 'h')
        return over + (int64_t)rung->step.n * 3600;
    if (timed && item->kind != PGYD_DEADLINE)
        return pgy_item_instant_on(item, day, minute, person);
    if (timed) { /* its day on the person's clock */
        day += pgy_tz_day(person, over, &second) - to;
        minute = second / 60;
    }
    if (!rung->opening && rung->step.n == 0 && too_late(day, pgy_quiet_hour(quiet, day), minute))
        day--;
    return at_hour_of(day, person, quiet);
}

int64_t pgy_remind_end(const struct pgy_item *item, const struct pgy_tz *person)
{
    int32_t minute;
    pgy_day to = pgy_stakes_target(item, &minute);
    return minute >= 0 && item->kind == PGYD_DEADLINE
               ? pgy_item_instant_on(item, to, minute, person)
               : pgy_tz_instant(person, to + 1, 0) - 1;
}

/* UTC second after which a reminder of this item is worthless: when what it counts to is over, at
 * least 15 minutes after `at` (a timed deadline's own 0d step); after that, max_late after the
 * quiet hours that `at` falls in are over. */
static int64_t expires_at(const struct pgy_item *item, int64_t at, const struct pgy_tz *person,
                          const struct pgy_quiet *quiet)
{
    /* An all-day deadline runs until the person's next civil day (architecture 8). */
    int64_t end = pgy_remind_end(item, person);
    if (at <= end)
        return end < at + LAST_CALL ? at + LAST_CALL : end;
    return pgy_quiet_release(quiet, person, PGYD_INFO, at) + quiet->max_late;
}

/* ---- the schedule ---- */

struct schedule {
    const struct pgy_timeline *timeline;
    const struct pgy_tz *person;
    const struct pgy_quiet *quiet;
    int64_t now;
    bool first_run;
    pgy_fired_fn fired;
    pgy_seen_fn seen;
    void *arg;
    struct pgy_arena *arena;
    struct pgy_due *due;
    size_t n, cap;
};

static void add(struct schedule *s, const struct pgy_item *item, const char *target,
                const char *step, int64_t at, uint16_t severity)
{
    if (s->fired(s->arg, item->id, target, step))
        return;
    struct pgy_due *due = pgy_arena_push(s->arena, &s->due, &s->n, &s->cap, sizeof *due);
    *due = (struct pgy_due){
        .item = item->id,
        .target = target,
        .step = step,
        .at = at,
        .expires = expires_at(item, at, s->person, s->quiet),
        .severity = severity,
        .kind = item->kind,
        .stakes = item->stakes,
        .plugin = item->plugin,
        .title = item->title,
        .detail = item->detail ? item->detail : "",
        .discreet = item->discreet,
        .next = pgy_today_next(s->timeline, item),
    };
}

/* What of an item's ladder rings, and since when it may. */
struct ladder {
    struct pgy_rung rungs[PGY_RUNGS];
    uint32_t n;
    int64_t first; /* when the item was first seen with this target */
    bool told;     /* in the first run, whose digest told what was past */
    int64_t wake;  /* the end of its snooze; INT64_MIN: none */
};

/* The steps that are still ahead of the day the item was first seen; what was typed just now rings
 * a quarter of an hour later, and its steps already past never. */
static uint32_t climb(struct schedule *s, const struct pgy_item *item, const char *target,
                      const struct ladder *ladder)
{
    uint32_t before = 0; /* steps that still come before what they count to */
    for (uint32_t i = 0; i < ladder->n; i++) {
        const struct pgy_rung *rung = &ladder->rungs[i];
        char step[PGY_DUR_TEXT];
        int64_t at = pgy_remind_instant(item, rung, s->person, s->quiet);
        if (at == INT64_MIN || at < ladder->first || rung->brief)
            continue;
        before += rung->step.n <= 0;
        if (at >= ladder->wake)
            add(s, item, target, pgy_arena_strdup(s->arena, pgy_rung_text(rung, step)),
                at < ladder->first + TYPING ? ladder->first + TYPING : at, rung->step.severity);
    }
    return before;
}

/* When an item that was put off comes back; INT64_MIN: it is not, or rings in no case. A snooze
 * never hides a clock that runs out: of a deadline at seven, eight o'clock of its day is too
 * late. */
static int64_t wakes_at(const struct schedule *s, const struct pgy_item *item)
{
    const bool typed = item->nsteps > 0 && item->flags & PGYD_ITEM_TYPED;
    if (item->snoozed_until == PGY_NO_DAY || (item->stakes < PGYD_COSTLY && !typed))
        return INT64_MIN;
    const int64_t wake = pgy_tz_instant(s->person, item->snoozed_until, s->quiet->remind_at * 60),
                  end = pgy_remind_end(item, s->person);
    return wake < end || end < s->now ? wake : INT64_MIN;
}

static uint16_t severity_on(const struct pgy_item *item, pgy_day day)
{
    uint16_t severity = pgy_stakes_severity(item->stakes, item->by - day);
    return severity ? severity : PGYD_INFO;
}

static void schedule_item(struct schedule *s, const struct pgy_item *item)
{
    struct ladder ladder = {.wake = wakes_at(s, item)};
    if (!pgy_item_live(item))
        return;
    ladder.n = pgy_stakes_ladder(item, ladder.rungs);
    if (!pgy_stakes_rings(ladder.rungs, ladder.n) && ladder.wake == INT64_MIN)
        return;
    const char *target = pgy_remind_target(item, s->arena);
    ladder.first = s->seen(s->arg, item->id, target, s->first_run ? -s->now : s->now);
    ladder.told = ladder.first < 0;
    if (ladder.told)
        ladder.first = -ladder.first;
    uint32_t before = climb(s, item, target, &ladder);
    /* No step is left, and it cannot be repaired: one message says it. */
    if (ladder.n > 0 && before == 0 && item->stakes == PGYD_FATAL && !ladder.told &&
        ladder.first <= pgy_remind_end(item, s->person) && ladder.first >= ladder.wake)
        add(s, item, target, "now", ladder.first + TYPING, PGYD_CRITICAL);
    if (ladder.wake > ladder.first) {
        char day[PGY_DAY_TEXT];
        add(s, item, target,
            pgy_arena_printf(s->arena, "snooze %s", pgy_civil_text(item->snoozed_until, day)),
            ladder.wake, severity_on(item, item->snoozed_until));
    }
}

void pgy_remind_schedule(const struct pgy_timeline *timeline, const struct pgy_tz *person,
                         const struct pgy_quiet *quiet, int64_t now, pgy_fired_fn fired,
                         pgy_seen_fn seen, void *arg, struct pgy_arena *arena, struct pgy_due **due,
                         size_t *n)
{
    char started[PGY_DAY_TEXT];
    struct schedule s = {.timeline = timeline,
                         .person = person,
                         .quiet = quiet,
                         .now = now,
                         .fired = fired,
                         .seen = seen,
                         .arg = arg,
                         .arena = arena};
    s.first_run = timeline->today == timeline->started &&
                  !fired(arg, "", pgy_civil_text(timeline->started, started), "digest");
    for (size_t i = 0; i < timeline->n; i++)
        schedule_item(&s, &timeline->items[i]);
    struct pgy_due brief;
    if (!s.first_run && pgy_brief_make(timeline, person, quiet, arena, &brief) &&
        !fired(arg, "", brief.target, PGY_BRIEF))
        *(struct pgy_due *)pgy_arena_push(arena, &s.due, &s.n, &s.cap, sizeof brief) = brief;
    *due = s.due;
    *n = s.n;
}

/* ---- when the time has come ---- */

enum pgy_fate pgy_remind_fate(const struct pgy_due *list, const char *const *profiles, size_t n,
                              size_t i, int64_t now)
{
    const struct pgy_due *due = &list[i];
    if (due->expires < now)
        return PGY_FATE_MISSED;
    for (size_t k = 0; k < n; k++) {
        const struct pgy_due *other = &list[k];
        bool later = other->at > due->at || (other->at == due->at && k > i);
        if (later && other->at <= now && *due->item && pgy_streq(profiles[k], profiles[i]) &&
            pgy_streq(other->item, due->item) && pgy_streq(other->target, due->target))
            return PGY_FATE_SUPERSEDED;
    }
    return now - due->at > PGY_LATE_AFTER ? PGY_FATE_LATE : PGY_FATE_SEND;
}
