/* SPDX-License-Identifier: BSD-2-Clause */
/* Counts what a person is told, a day and a message at a time. How days pass is attentionwalk.c's,
 * what is too much attentionbounds.c's. */
/* A message tells of the item of its row; one that tells of several names them by their titles. */
#include "attention.h"

#include "plan/stakes.h"
#include "remind/remind.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DATED = 60, NEAR = 7, MOST_BARS = 5, WEEKS_DAYS = 7 };

/* Half of all ids, whatever they have in common. */
bool attention_does(const char *id)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (const char *c = id; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619U;
    return (hash >> 16 ^ hash >> 5) & 1;
}

void attention_ask(struct attention_figures *f, const char *id, pgy_day day)
{
    for (size_t i = 0; i < f->nasked; i++) {
        if (strcmp(f->asked[i].id, id) == 0)
            return;
    }
    struct attention_asked *asked =
        pgy_arena_push(f->arena, &f->asked, &f->nasked, &f->cap_asked, sizeof *asked);
    *asked = (struct attention_asked){.id = pgy_arena_strdup(f->arena, id), .first = day};
}

static void count(struct attention_figures *f, struct attention_list *list, uint32_t value)
{
    *(uint32_t *)pgy_arena_push(f->arena, &list->values, &list->n, &list->cap, sizeof value) =
        value;
}

static void breaks(struct attention_figures *f, const char *line)
{
    *(const char **)pgy_arena_push(f->arena, &f->broken, &f->nbroken, &f->cap_broken, sizeof line) =
        line;
}

/* ---- fatal dates ---- */

/* Steps that lie ahead and are messages of their own. */
static uint32_t steps_ahead(const struct attention_figures *f, const struct pgy_item *item,
                            int64_t now)
{
    const struct pgy_quiet quiet = {.remind_at = f->remind_at};
    struct pgy_rung rungs[PGY_RUNGS];
    uint32_t n = pgy_stakes_ladder(item, rungs), ahead = 0;
    for (uint32_t i = 0; i < n; i++)
        ahead += !rungs[i].brief && !rungs[i].opening && rungs[i].step.n <= 0 &&
                 pgy_remind_instant(item, &rungs[i], f->tz, &quiet) > now;
    return ahead;
}

static struct attention_fatal *fatal_of(struct attention_figures *f, const struct pgy_item *item)
{
    for (size_t i = 0; i < f->nfatal; i++) {
        if (f->fatal[i].by == item->by && strcmp(f->fatal[i].id, item->id) == 0)
            return &f->fatal[i];
    }
    return NULL;
}

static void know_fatal(struct attention_figures *f, const struct pgy_timeline *t, int64_t now)
{
    for (size_t i = 0; i < t->n; i++) {
        const struct pgy_item *item = &t->items[i];
        struct attention_fatal *fatal = item->stakes == PGYD_FATAL ? fatal_of(f, item) : NULL;
        if (fatal && item->state == PGY_DONE && item->done_on <= item->by)
            fatal->done = true;
        if (item->stakes != PGYD_FATAL || !pgy_item_asked(item))
            continue;
        if (!fatal) {
            fatal = pgy_arena_push(f->arena, &f->fatal, &f->nfatal, &f->cap_fatal, sizeof *fatal);
            *fatal = (struct attention_fatal){.id = pgy_arena_strdup(f->arena, item->id),
                                              .title = pgy_arena_strdup(f->arena, item->title),
                                              .by = item->by,
                                              .known = t->today,
                                              .caught = item->catch_up,
                                              .steps = steps_ahead(f, item, now)};
        }
        fatal->seen = t->today;
    }
}

/* ---- today ---- */

static bool shown(const struct pgy_today *today, const struct pgy_item *item)
{
    for (size_t i = 0; i < today->n; i++) {
        const struct pgy_today_line *line = &today->lines[i];
        bool same = line->group == PGY_TODAY_OFFER && pgy_item_of_offer(item) &&
                    strcmp(line->item->about, item->about) == 0;
        if (line->item == item || line->step == item || same)
            return true;
    }
    return false;
}

/* A fatal date within 60 days stands in a line, or is at least counted among the rest. */
static void look_for_missing(struct attention_figures *f, const struct pgy_timeline *t,
                             const struct pgy_today *today)
{
    size_t missing = 0;
    const struct pgy_item *one = NULL;
    for (size_t i = 0; i < t->n; i++) {
        const struct pgy_item *item = &t->items[i];
        if (item->stakes != PGYD_FATAL || !pgy_item_asked(item) || item->catch_up ||
            item->by < t->today || item->by - t->today > DATED || shown(today, item))
            continue;
        missing++;
        one = item;
    }
    if (missing <= today->dated)
        return;
    char day[PGY_DAY_TEXT];
    if (f->days.missing++ == 0)
        breaks(f, pgy_arena_printf(f->arena, "on %s today does not show %s",
                                   pgy_civil_text(t->today, day), one->id));
}

/* The answer of each running offer leads its line, and these lines are the first. */
static void look_for_buried(struct attention_figures *f, const struct pgy_timeline *t,
                            const struct pgy_today *today)
{
    size_t offers = 0;
    while (offers < today->n && today->lines[offers].group == PGY_TODAY_OFFER)
        offers++;
    for (size_t i = 0; i < t->n; i++) {
        const struct pgy_item *item = &t->items[i];
        size_t at = 0;
        if (!pgy_item_of_offer(item) || item->kind != PGYD_DEADLINE || item->stakes != PGYD_FATAL ||
            !pgy_item_asked(item) || item->catch_up)
            continue;
        while (at < offers && today->lines[at].item != item)
            at++;
        char day[PGY_DAY_TEXT];
        if (at == offers && f->days.buried++ == 0)
            breaks(f, pgy_arena_printf(f->arena, "on %s the first lines lack %s",
                                       pgy_civil_text(t->today, day), item->id));
    }
}

static void count_lines(struct attention_figures *f, const struct pgy_timeline *t,
                        const struct pgy_today *today)
{
    uint32_t lines = 0, near = 0;
    for (size_t i = 0; i < today->n; i++) {
        const struct pgy_today_line *line = &today->lines[i];
        if (line->group == PGY_TODAY_DONE) /* nothing is asked there */
            continue;
        lines++;
        near += line->item->stakes == PGYD_FATAL && line->item->by - t->today <= NEAR;
        attention_ask(f, line->item->id, t->today);
        if (line->step)
            attention_ask(f, line->step->id, t->today);
    }
    f->days.lines += lines > PGY_TODAY_LINES + near;
    count(f, &f->lines, lines);
}

static void print_today(const struct attention_figures *f, const struct pgy_today *today)
{
    printf("%s: %s\n", f->name, today->sentence);
    for (size_t i = 0; i < today->n; i++)
        printf("  %zu. %s%s%s\n", i + 1, today->lines[i].text, today->lines[i].next ? " > " : "",
               today->lines[i].next ? today->lines[i].next : "");
    printf("  and %zu dated, %zu useful, %zu late, %zu missed, habits %zu of %zu\n", today->dated,
           today->useful, today->late, today->missed, today->habits_done, today->habits);
}

/* Rows that say "overdue" and are neither fatal nor from before the first run. The first day with
 * too many names them. */
static void count_overdue(struct attention_figures *f, const struct pgy_timeline *t)
{
    char day[PGY_DAY_TEXT];
    const char *ids = "";
    uint32_t n = 0;
    for (size_t i = 0; i < t->n; i++) {
        const struct pgy_item *item = &t->items[i];
        if (item->state != PGY_OVERDUE || !pgy_item_asked(item) || item->catch_up ||
            item->stakes == PGYD_FATAL)
            continue;
        ids = pgy_arena_printf(f->arena, "%s%s %s (%s)", ids, n > 0 ? "," : "", item->id,
                               pgy_civil_text(item->by, day));
        n++;
    }
    count(f, &f->overdue, n);
    if (n > ATTENTION_OVERDUE && f->days.overdue++ == 0)
        breaks(f,
               pgy_arena_printf(f->arena, "on %s overdue:%s", pgy_civil_text(t->today, day), ids));
}

void attention_day(struct attention_figures *f, const struct pgy_timeline *timeline, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_today_health health = {0};
    struct pgy_today today;
    pgy_today_make(timeline, &health, f->tz, now, pgy_today_week(timeline->today), arena, &today);
    know_fatal(f, timeline, now);
    count_lines(f, timeline, &today);
    look_for_missing(f, timeline, &today);
    look_for_buried(f, timeline, &today);
    count_overdue(f, timeline);
    if (timeline->today == f->options->today)
        print_today(f, &today);
}

/* ---- the calendar ---- */

/* 20261204 of "DTSTART;VALUE=DATE:20261204"; *timed: a time follows. */
static long day_of(const char *line, bool *timed)
{
    const char *colon = strchr(line, ':');
    char *end;
    long day = colon ? strtol(colon + 1, &end, 10) : 0;
    *timed = colon && *end == 'T';
    return day;
}

/* The events of a feed that stand on a day: the end of one of whole days is the day after. */
static uint32_t bars_on(const char *ics, long day)
{
    uint32_t n = 0;
    long start = 0, end = 0;
    bool timed = false, off = false;
    for (const char *line = ics; line && *line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, "BEGIN:VEVENT", 12) == 0) {
            start = end = 0;
            off = false;
        } else if (strncmp(line, "DTSTART", 7) == 0) {
            start = day_of(line, &timed);
        } else if (strncmp(line, "DTEND", 5) == 0) {
            end = day_of(line, &timed);
        } else if (strncmp(line, "STATUS:CANCELLED", 16) == 0) {
            off = true;
        } else if (strncmp(line, "END:VEVENT", 10) == 0) {
            bool last = end == 0 ? day == start : timed ? day <= end : day < end;
            n += !off && day >= start && last;
        }
    }
    return n;
}

void attention_bars(struct attention_figures *f, const struct pgy_timeline *t, const char *ics)
{
    const struct pgy_ymd day = pgy_civil_ymd(t->today);
    uint32_t dates = 0, bars = bars_on(ics, day.year * 10000L + day.month * 100L + day.day);
    for (size_t i = 0; i < t->n; i++) {
        const struct pgy_item *item = &t->items[i];
        dates += item->stakes >= PGYD_COSTLY && item->state != PGY_CANCELLED &&
                 (item->by == t->today || item->start == t->today || item->end == t->today);
    }
    count(f, &f->bars, bars);
    char text[PGY_DAY_TEXT];
    if (bars > MOST_BARS && bars > dates && f->days.bars++ == 0)
        breaks(f, pgy_arena_printf(f->arena,
                                   "on %s the default feed has %u bars, and %u fatal or costly "
                                   "dates fall on that day",
                                   pgy_civil_text(t->today, text), bars, dates));
}

/* ---- messages ---- */

struct told {
    const char *title, *text, *detail;
};

/* Whether a message names an item. */
static bool tells(const struct pgy_outbox_row *row, const struct told *told,
                  const struct pgy_item *item)
{
    if (*row->item)
        return strcmp(row->item, item->id) == 0;
    return strstr(told->title, item->title) || strstr(told->detail, item->title);
}

static void count_day(struct attention_messages *m, pgy_day day, bool plain)
{
    if (m->day != day)
        m->day_all = m->day_plain = 0;
    m->day = day;
    m->day_all++;
    m->day_plain += plain;
    m->worst_all = m->day_all > m->worst_all ? m->day_all : m->worst_all;
    m->worst_plain = m->day_plain > m->worst_plain ? m->day_plain : m->worst_plain;
}

/* What it tells of is asked for, and a fatal date in it was pushed; the gravest stakes it tells of.
 * *one: an item of these; NULL: it tells of none. */
static uint16_t credit(struct attention_figures *f, const struct pgy_timeline *t,
                       const struct pgy_outbox_row *row, const struct told *told, pgy_day day,
                       const struct pgy_item **one)
{
    uint16_t gravest = 0;
    *one = NULL;
    for (size_t i = 0; i < t->n; i++) {
        const struct pgy_item *item = &t->items[i];
        if (!pgy_item_live(item) || item->brief || !tells(row, told, item))
            continue;
        attention_ask(f, item->id, day);
        struct attention_fatal *known = item->stakes == PGYD_FATAL ? fatal_of(f, item) : NULL;
        if (known && day <= known->by)
            known->pushes++;
        if (!*one || item->stakes > gravest) {
            gravest = item->stakes;
            *one = item;
        }
    }
    return gravest;
}

static void count_useful(struct attention_figures *f, const struct pgy_item *item)
{
    if (item && item->stakes <= PGYD_USEFUL && f->messages.useful_alone++ == 0)
        breaks(f, pgy_arena_printf(f->arena, "%s is %s, and was pushed alone", item->id,
                                   pgy_stakes_text(item->stakes)));
}

void attention_message(struct attention_figures *f, const struct pgy_timeline *timeline,
                       const struct pgy_outbox_row *row, bool first, int64_t now)
{
    json_t *payload = json_loads(row->payload, 0, NULL);
    struct told told = {"", "", ""};
    int32_t seconds;
    const pgy_day day = pgy_tz_day(f->tz, now, &seconds);
    const bool brief = strcmp(row->type, PGY_BRIEF) == 0;
    (void)json_unpack(payload, "{s?s s?s s?s}", "title", &told.title, "text", &told.text, "detail",
                      &told.detail);
    /* the brief is no push */
    const struct pgy_item *one = NULL;
    const bool fatal = !brief && credit(f, timeline, row, &told, day, &one) == PGYD_FATAL;
    if (brief || first) {
        f->messages.briefs++;
    } else {
        count_useful(f, one);
        f->messages.severity[row->severity]++;
        f->messages.plain += !fatal;
    }
    count_day(&f->messages, day, !fatal);
    char text[PGY_DAY_TEXT];
    if (f->options->messages)
        printf("%s %s %02d:%02d %-8s %-5s %-12s %s\n", f->name, pgy_civil_text(day, text),
               seconds / 3600, seconds / 60 % 60, pgy_severity_text(row->severity),
               fatal ? "fatal" : "", row->type, *row->item ? told.text : told.title);
    json_decref(payload);
}
