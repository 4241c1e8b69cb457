/* SPDX-License-Identifier: BSD-2-Clause */
/* Today's lines as a message: the brief, once a week, and the first message there is. What the
 * lines are is plan/today.c's. */
#include "remind/remind.h"

#include "base/str.h"
#include "plan/today.h"

enum { WEEK = 7, LINES = 12, LIVES = 2 * 86400, FIRST_LIVES = 7 * 86400 };

static const char *counted(size_t n, const char *one, const char *many, struct pgy_arena *arena)
{
    return pgy_arena_printf(arena, "%zu %s", n, n == 1 ? one : many);
}

/* What is in it, for whoever looks over a shoulder. */
static const char *discreet(const struct pgy_today *today, struct pgy_arena *arena)
{
    size_t dates = today->dated, useful = 0;
    for (size_t i = 0; i < today->n; i++) {
        dates += today->lines[i].group < PGY_TODAY_USEFUL;
        useful += today->lines[i].group == PGY_TODAY_USEFUL;
    }
    return pgy_arena_printf(arena, "Your week: %s, %s", counted(dates, "date", "dates", arena),
                            counted(useful, "useful thing", "useful things", arena));
}

static const char *detail(const struct pgy_today *today, struct pgy_arena *arena)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(64 * 1024);
    size_t n = 0;
    for (size_t i = 0; i < today->n && n < LINES; i++) {
        const struct pgy_today_line *line = &today->lines[i];
        if (line->group == PGY_TODAY_DONE)
            continue;
        pgy_buf_printf(&text, "%s- %s%s%s", n++ ? "\n" : "", line->text,
                       line->next ? ". Next: " : "", line->next ? line->next : "");
    }
    if (today->habits && n < LINES)
        pgy_buf_printf(&text, "%s- Habits: %zu of %zu", n++ ? "\n" : "", today->habits_done,
                       today->habits);
    return pgy_arena_strdup(arena, pgy_buf_text(&text));
}

bool pgy_brief_make(const struct pgy_timeline *timeline, const struct pgy_tz *person,
                    const struct pgy_quiet *quiet, struct pgy_arena *arena, struct pgy_due *due)
{
    const struct pgy_today_health health = {0};
    const int weekday = quiet->brief.weekday;
    struct pgy_today today;
    char text[PGY_DAY_TEXT];
    if (weekday == PGY_NEVER)
        return false;
    const int ahead = (weekday - (int)pgy_civil_weekday(timeline->today) + WEEK) % WEEK;
    const pgy_day day = timeline->today + (weekday == PGY_EVERY_DAY ? 0 : ahead);
    int64_t at = pgy_tz_instant(person, day, quiet->brief.minutes * 60);
    pgy_today_make(timeline, &health, person, at, pgy_today_week(day), arena, &today);
    *due = (struct pgy_due){
        .item = "",
        .target = pgy_arena_strdup(arena, pgy_civil_text(day, text)),
        .step = PGY_BRIEF,
        .at = at,
        .expires = at + LIVES,
        .severity = PGYD_INFO,
        .plugin = "",
        .title = today.state == PGY_TODAY_CALM
                     ? pgy_arena_printf(arena, "Your week: %s", today.sentence)
                     : today.sentence,
        .detail = detail(&today, arena),
        .discreet = discreet(&today, arena),
    };
    return today.n > 0;
}

void pgy_remind_first(const struct pgy_timeline *timeline, const struct pgy_tz *person,
                      const char *link, int64_t now, struct pgy_arena *arena, struct pgy_due *due)
{
    const struct pgy_today_health health = {0};
    struct pgy_today today;
    char started[PGY_DAY_TEXT];
    pgy_today_make(timeline, &health, person, now, pgy_today_week(timeline->today), arena, &today);
    const char *lines = detail(&today, arena);
    if (today.late)
        lines = pgy_arena_printf(arena, "%s%s- %s", lines, *lines ? "\n" : "",
                                 counted(today.late, "old one to sort", "old ones to sort", arena));
    if (!*lines)
        lines = "Nothing is planned yet.";
    if (link)
        lines = pgy_arena_printf(arena, "%s\nYour calendar: %s", lines, link);
    *due = (struct pgy_due){
        .item = "",
        .target = pgy_arena_strdup(arena, pgy_civil_text(timeline->started, started)),
        .step = "digest",
        .at = now,
        .expires = now + FIRST_LIVES,
        .severity = today.state == PGY_TODAY_CALM ? PGYD_INFO : PGYD_WARN,
        .plugin = "",
        .title = pgy_arena_printf(arena, "pgyd is running. %s", today.sentence),
        .detail = lines,
        .discreet = "pgyd is running: your first list is ready",
    };
}
