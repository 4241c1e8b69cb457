/* SPDX-License-Identifier: BSD-2-Clause */
/* Ladders to due rows (architecture 8). */
#include "remind/remind.h"

#include "base/str.h"

#include <string.h>

enum {
    LAST_CALL = 15 * 60, /* seconds a message about a deadline of this very minute may take */
    DIGEST_LIVES = 7 * 86400,
    DIGEST_LINES = 10,
};

/* What a kind does with steps already past when it is first seen, and how long a late reminder is
 * worth sending. */
static const struct {
    bool folds;     /* they become one notice; else nobody is told */
    bool until_end; /* worth sending until the item is over; else max_late */
} kinds[] = {
    [PGYD_MILESTONE] = {false, false}, [PGYD_WINDOW] = {true, true},
    [PGYD_DEADLINE] = {true, true},    [PGYD_REMINDER] = {false, false},
    [PGYD_HABIT] = {false, false},     [PGYD_ALERT] = {true, false},
};

/* What a discreet message says instead of title and detail: no employer, no name, no figure
 * (architecture 10). The words are the plugin's (pgy_timeline_build). */
static const char *discreet_text(const struct pgy_item *item, struct pgy_arena *arena)
{
    char day[24];
    return pgy_arena_printf(arena, "%s %s", item->discreet, pgy_civil_words(item->start, day));
}

const char *pgy_remind_target(const struct pgy_item *item, const struct pgy_tz *person,
                              struct pgy_arena *arena)
{
    char day[PGY_DAY_TEXT];
    (void)person; /* its zone is not part of the key */
    pgy_civil_text(item->start, day);
    if (item->start_minute < 0)
        return pgy_arena_strdup(arena, day);
    return pgy_arena_printf(arena, "%sT%02d:%02d%s%s", day, (int)(item->start_minute / 60),
                            (int)(item->start_minute % 60), item->zone ? " " : "",
                            item->zone ? item->zone : "");
}

/* The instant a timed item would start if it were on another day. */
static int64_t instant_on(const struct pgy_item *item, pgy_day day, const struct pgy_tz *person)
{
    struct pgy_item moved = *item;
    moved.start = day;
    return pgy_item_instant(&moved, person);
}

int64_t pgy_remind_instant(const struct pgy_item *item, struct pgyd_step step,
                           const struct pgy_tz *person, const struct pgy_quiet *quiet)
{
    pgy_day day = pgy_civil_add(item->start, (struct pgy_dur){1, (char)step.unit}, step.n);
    if (day == PGY_NO_DAY)
        return INT64_MIN;
    return item->start_minute < 0 ? pgy_tz_instant(person, day, quiet->remind_at * 60)
                                  : instant_on(item, day, person);
}

int64_t pgy_remind_end(const struct pgy_item *item, const struct pgy_tz *person)
{
    return item->start_minute >= 0 && item->kind == PGYD_DEADLINE
               ? instant_on(item, item->end, person)
               : pgy_tz_instant(person, item->end + 1, 0) - 1;
}

/* UTC second after which a reminder of this item is worthless: the end of its deadline or window,
 * at least 15 minutes after `at` (a timed deadline's own 0d step); for the rest, and for steps
 * after the end, max_late after the quiet hours that `at` falls in are over. */
static int64_t expires_at(const struct pgy_item *item, int64_t at, const struct pgy_tz *person,
                          const struct pgy_quiet *quiet)
{
    if (kinds[item->kind].until_end) {
        /* An all-day deadline runs until the person's next civil day (architecture 8). */
        int64_t end = pgy_remind_end(item, person);
        if (at <= end)
            return end < at + LAST_CALL ? at + LAST_CALL : end;
    }
    return pgy_quiet_release(quiet, person, PGYD_INFO, at) + quiet->max_late;
}

/* ---- the schedule ---- */

struct schedule {
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
        .plugin = item->plugin,
        .title = item->title,
        .detail = item->detail ? item->detail : "",
        .discreet = discreet_text(item, s->arena),
    };
}

static bool is_live(const struct pgy_item *item)
{
    return item->state != PGY_DONE && item->state != PGY_CLOSED && item->state != PGY_CANCELLED &&
           !item->unpublished;
}

static uint16_t severity_of(const struct pgy_item *item, struct pgyd_step step)
{
    uint16_t severity = step.severity ? step.severity : item->severity;
    return severity ? severity : PGYD_INFO;
}

/* Where one item's steps fall. */
struct ladder {
    int64_t first;     /* when the item was first seen with this target */
    bool told;         /* in the first run, whose digest told what was past */
    int64_t wake;      /* the end of its snooze; INT64_MIN: none */
    int64_t folded_at; /* latest step past by then; INT64_MIN: none */
    uint16_t folded;   /* its severity */
};

static void fold(struct ladder *ladder, int64_t at, uint16_t severity)
{
    if (at < ladder->folded_at)
        return;
    /* Two at one instant: the graver. */
    if (at > ladder->folded_at || severity > ladder->folded)
        ladder->folded = severity;
    ladder->folded_at = at;
}

static void climb(struct schedule *s, const struct pgy_item *item, const char *target,
                  struct ladder *ladder)
{
    if (item->kind == PGYD_ALERT && item->nsteps == 0)
        fold(ladder, ladder->first, severity_of(item, (struct pgyd_step){0}));
    for (uint32_t i = 0; i < item->nsteps; i++) {
        char step[16];
        int64_t at = pgy_remind_instant(item, item->steps[i], s->person, s->quiet);
        if (at == INT64_MIN)
            continue;
        if (at < ladder->first)
            fold(ladder, at, severity_of(item, item->steps[i]));
        else if (at >= ladder->wake)
            add(s, item, target, pgy_arena_strdup(s->arena, pgy_step_text(item->steps[i], step)),
                at, severity_of(item, item->steps[i]));
    }
}

/* One notice a day is enough for an alert that comes and goes. */
static const char *folded_step(const struct schedule *s, const struct pgy_item *item,
                               const char *target, int64_t first)
{
    char day[PGY_DAY_TEXT];
    if (item->kind != PGYD_ALERT || !s->fired(s->arg, item->id, target, PGY_AGAIN))
        return "now";
    return pgy_arena_printf(s->arena, PGY_AGAIN " %s",
                            pgy_civil_text(pgy_tz_day(s->person, first, NULL), day));
}

static void schedule_item(struct schedule *s, const struct pgy_item *item)
{
    int64_t wake = item->snoozed_until == PGY_NO_DAY
                       ? INT64_MIN
                       : pgy_tz_instant(s->person, item->snoozed_until, s->quiet->remind_at * 60);
    /* A snooze must never hide a clock that runs out: of a deadline at seven, eight o'clock of its
     * day is too late. */
    const int64_t end = item->kind == PGYD_DEADLINE ? pgy_remind_end(item, s->person) : INT64_MAX;
    const bool snoozed = wake != INT64_MIN && (wake < end || end < s->now);
    const bool silent = item->catch_up || (item->flags & PGYD_ITEM_NO_LADDER) ||
                        (item->nsteps == 0 && item->kind != PGYD_ALERT);
    if (!is_live(item) || (silent && !snoozed))
        return;
    const char *target = pgy_remind_target(item, s->person, s->arena);
    struct ladder ladder = {.wake = INT64_MIN, .folded_at = INT64_MIN};
    ladder.first = s->seen(s->arg, item->id, target, s->first_run ? -s->now : s->now);
    ladder.told = ladder.first < 0;
    if (ladder.told)
        ladder.first = -ladder.first;
    if (snoozed)
        ladder.wake = wake;
    if (!silent)
        climb(s, item, target, &ladder);
    if (ladder.folded_at != INT64_MIN && kinds[item->kind].folds && !ladder.told &&
        ladder.first >= ladder.wake)
        add(s, item, target, folded_step(s, item, target, ladder.first), ladder.first,
            ladder.folded);
    if (ladder.wake > ladder.first) {
        char day[PGY_DAY_TEXT];
        add(s, item, target,
            pgy_arena_printf(s->arena, "snooze %s", pgy_civil_text(item->snoozed_until, day)),
            ladder.wake, severity_of(item, (struct pgyd_step){0}));
    }
}

void pgy_remind_schedule(const struct pgy_timeline *timeline, const struct pgy_tz *person,
                         const struct pgy_quiet *quiet, int64_t now, pgy_fired_fn fired,
                         pgy_seen_fn seen, void *arg, struct pgy_arena *arena, struct pgy_due **due,
                         size_t *n)
{
    char started[PGY_DAY_TEXT];
    struct schedule s = {.person = person,
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

int64_t pgy_remind_release(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                           const struct pgy_due *due, int64_t now)
{
    int64_t release = pgy_quiet_release(quiet, person, due->severity, now);
    return release > due->expires ? now : release;
}

/* ---- the digest of a first run ---- */

enum part { ATTENTION, CATCH_UP, NEXT, PARTS };

static bool belongs(const struct pgy_item *item, enum part part)
{
    if (!is_live(item))
        return false;
    if (part == CATCH_UP)
        return item->catch_up;
    if (item->catch_up || item->state == PGY_SNOOZED)
        return false;
    if (part == ATTENTION)
        return item->kind == PGYD_ALERT && item->state != PGY_FUTURE;
    return item->kind != PGYD_ALERT && item->state != PGY_OVERDUE;
}

static size_t list_part(const struct pgy_timeline *timeline, enum part part, struct pgy_buf *text)
{
    static const char *const headings[PARTS] = {"Needs attention:", "To catch up on:", "Next:"};
    size_t count = 0;
    for (size_t i = 0; i < timeline->n; i++) {
        const struct pgy_item *item = &timeline->items[i];
        char day[24];
        if (!belongs(item, part) || count++ >= DIGEST_LINES)
            continue;
        if (count == 1)
            pgy_buf_printf(text, "%s%s\n", text->len ? "\n" : "", headings[part]);
        if (part == NEXT)
            pgy_buf_printf(text, "- %s: %s\n", pgy_civil_words(item->start, day), item->title);
        else
            pgy_buf_printf(text, "- %s\n", item->title);
    }
    if (count > DIGEST_LINES)
        pgy_buf_printf(text, "- and %zu more: see `pgyctl agenda`\n", count - DIGEST_LINES);
    return count;
}

void pgy_remind_digest(const struct pgy_timeline *timeline, int64_t now, struct pgy_arena *arena,
                       struct pgy_due *due)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(64 * 1024);
    char started[PGY_DAY_TEXT];
    size_t counts[PARTS];
    for (enum part part = ATTENTION; part < PARTS; part++)
        counts[part] = list_part(timeline, part, &text);
    if (text.len == 0)
        pgy_buf_str(&text, "Nothing is planned yet.\n");
    *due = (struct pgy_due){
        .item = "",
        .target = pgy_arena_strdup(arena, pgy_civil_text(timeline->started, started)),
        .step = "digest",
        .at = now,
        .expires = now + DIGEST_LIVES,
        .severity = counts[ATTENTION] ? PGYD_WARN : PGYD_INFO,
        .plugin = "",
        .title = pgy_arena_printf(arena, "pgyd is running: %zu to catch up on, %zu planned",
                                  counts[ATTENTION] + counts[CATCH_UP], counts[NEXT]),
        .detail = pgy_arena_strdup(arena, pgy_buf_text(&text)),
        .discreet = "pgyd is running: your first list is ready",
    };
}
