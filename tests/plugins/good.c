/* SPDX-License-Identifier: BSD-2-Clause */
/* A plugin that does everything right and uses every service, so that tests see what came
 * through. */
#include "pgyd/plugin.h"

#include <stdio.h>
#include <string.h>

static const struct pgyd_key keys[] = {
    {.size = sizeof keys[0],
     .section = "good",
     .name = "note",
     .type = PGYD_TEXT,
     .help = "A note, shown in the milestone's detail."},
    {.size = sizeof keys[0],
     .section = "good",
     .name = "count",
     .type = PGYD_INT,
     .fallback = "3",
     .min = 0,
     .max = 10,
     .help = "How many."},
    {.size = sizeof keys[0],
     .section = "friend:",
     .name = "cadence",
     .type = PGYD_DUR,
     .fallback = "2w",
     .help = "How often."},
    {.size = sizeof keys[0],
     .section = "friend:",
     .name = "last",
     .type = PGYD_DATE,
     .help = "When last.",
     .journal = "met",
     .ask = "When did you meet",
     .ask_default = "today",
     .ask_unless = "cadence"},
    {.size = sizeof keys[0],
     .section = "friend:",
     .name = "tag_*",
     .type = PGYD_WORD,
     .flags = PGYD_KEY_MANY,
     .help = "Any tag."},
};
static const struct pgyd_journal_kind kinds[] = {{.size = sizeof kinds[0],
                                                  .name = "met",
                                                  .subject = "friend:",
                                                  .events = "coffee|call",
                                                  .keys = "minutes",
                                                  .help = "A meeting."}};
static const struct pgyd_report reports[] = {{.size = sizeof reports[0],
                                              .name = "everything",
                                              .args = "title",
                                              .help = "One part of each type."}};
static const struct pgyd_discreet discreet[] = {
    {sizeof discreet[0], PGYD_ALERT, 0, "something good needs you from"},
    {sizeof discreet[0], 0, 0, "something good is due"}};
static const struct pgyd_rename renames[] = {{"old-rule", "rule"}};

static int emit(const struct pgyd_host *h, uint16_t kind, const char *slug, const char *title,
                const char *detail, pgyd_day start)
{
    struct pgyd_item item = {.size = sizeof item,
                             .kind = kind,
                             .slug = slug,
                             .title = title,
                             .detail = detail,
                             .start = start,
                             .end = PGYD_NO_DAY,
                             .start_minute = -1,
                             .end_minute = -1};
    return h->emit(h->ctx, &item);
}

struct seen {
    char *text;
    size_t size;
    unsigned events, busy, data;
};

static int see_event(void *arg, const struct pgyd_event *e)
{
    struct seen *s = arg;
    size_t len = strlen(s->text);
    snprintf(s->text + len, s->size - len, "%s/%s/%s ", e->kind, e->subject, e->event);
    s->events++;
    return 0;
}

static int see_busy(void *arg, const struct pgyd_busy *b)
{
    struct seen *s = arg;
    s->busy += b->end >= b->start;
    return 0;
}

static int see_data(void *arg, const struct pgyd_data *d)
{
    struct seen *s = arg;
    s->data += (unsigned)d->len;
    return 0;
}

/* One item that says in its detail what the host gave: tests compare it as a whole. */
static int emit_inputs(const struct pgyd_host *h)
{
    char events[1000] = "", detail[3000];
    struct seen seen = {events, sizeof events, 0, 0, 0};
    struct pgyd_value note = {.size = sizeof note}, count = {.size = sizeof count},
                      secret = {.size = sizeof secret};
    int has_note = h->get(h->ctx, "good", "", "note", &note),
        has_count = h->get(h->ctx, "good", "", "count", &count);
    int sees_secrets =
        h->section_count(h->ctx, "notify") > 0 || h->section_count(h->ctx, "daemon") > 0 ||
        h->get(h->ctx, "daemon", "", "state_dir", &secret) || h->section_count(h->ctx, "quiet") > 0;
    h->journal(h->ctx, NULL, NULL, see_event, &seen);
    h->busy(h->ctx, see_busy, &seen);
    h->data(h->ctx, "packs", see_data, &seen);
    snprintf(detail, sizeof detail,
             "profile %s\nzone %s\nnote %s\ncount %d%s\nfriends %u\nevents %u: %s\nbusy %u\ndata "
             "%u\nsecrets %d",
             h->profile, h->timezone, has_note ? note.text : "unset",
             has_count ? (int)count.num : -1, has_count && count.is_default ? " (default)" : "",
             h->section_count(h->ctx, "friend"), seen.events, events, seen.busy, seen.data,
             sees_secrets);
    return emit(h, PGYD_MILESTONE, "inputs", "What came in", detail, h->today);
}

static int emit_friends(const struct pgyd_host *h)
{
    for (uint32_t i = 0; i < h->section_count(h->ctx, "friend"); i++) {
        const char *id = h->section_id(h->ctx, "friend", i);
        struct pgyd_value cadence = {.size = sizeof cadence};
        char slug[40], title[80];
        if (!h->get(h->ctx, "friend", id, "cadence", &cadence))
            continue;
        snprintf(slug, sizeof slug, "friend-%s", id);
        snprintf(title, sizeof title, "Meet %s", id);
        if (emit(h, PGYD_REMINDER, slug, title, NULL,
                 h->add_dur(h->ctx, h->today, cadence.num, cadence.unit)) < 0)
            return -1;
    }
    return 0;
}

static int plan(const struct pgyd_host *h)
{
    const char *const refs[] = {"S0-22", "S0-23"};
    const struct pgyd_step steps[] = {{0, 'd', PGYD_CRITICAL}, {-1, 'm', PGYD_WARN}};
    struct pgyd_item timed = {.size = sizeof timed,
                              .kind = PGYD_ALERT,
                              .severity = PGYD_WARN,
                              .confidence = PGYD_PATTERN,
                              .flags = PGYD_ITEM_BUSY | PGYD_ITEM_FINAL | PGYD_ITEM_TYPED,
                              .slug = "call",
                              .occurrence = "2026-11",
                              .title = "Call the board — today",
                              .start = h->day(h->ctx, 2026, 11, 30),
                              .end = PGYD_NO_DAY,
                              .start_minute = 9 * 60,
                              .end_minute = 10 * 60,
                              .zone = "America/Chicago",
                              .source = "the board's page",
                              .refs = refs,
                              .nrefs = 2,
                              .steps = steps,
                              .nsteps = 2,
                              .done_log = "met board call",
                              .stakes = PGYD_FATAL,
                              .by = h->day(h->ctx, 2026, 12, 3),
                              .about = "friend:bo",
                              .next = "Ask for the number — twice",
                              .why = "The list closes."};
    h->log(h->ctx, PGYD_LOG_DEBUG, "planning");
    if (emit_inputs(h) < 0 || emit_friends(h) < 0)
        return -1;
    if (emit(h, PGYD_DEADLINE, "answer", "Answer Mercy", NULL, h->day(h->ctx, 2026, 12, 1)) < 0 ||
        emit(h, PGYD_WINDOW, "window", "Window", NULL, h->add_months(h->ctx, h->today, 1)) < 0 ||
        emit(h, PGYD_HABIT, "habit", "Habit", NULL, h->nth_weekday(h->ctx, -1, 5, 11, 2026)) < 0)
        return -1;
    return h->emit(h->ctx, &timed);
}

static int check(const struct pgyd_host *h)
{
    struct pgyd_value note = {.size = sizeof note};
    if (!h->get(h->ctx, "good", "", "note", &note))
        h->problem(h->ctx, PGYD_WARN, "good", "", "note", "is not set",
                   "write what you want to remember");
    else if (strcmp(note.text, "wrong") == 0)
        h->problem(h->ctx, PGYD_CRITICAL, "good", "", "note", "is wrong", NULL);
    return 0;
}

static int report(const struct pgyd_host *h, const char *name)
{
    const char *const cells[] = {"a", "b"};
    const double nums[] = {1, 2};
    const char *title = h->arg(h->ctx, "title");
    if (strcmp(name, "everything") != 0) {
        h->error(h->ctx, "there is no such report; the one there is: everything");
        return -1;
    }
    for (uint16_t type = PGYD_HEADING; type <= PGYD_GRID_ROW; type++) {
        struct pgyd_part part = {.size = sizeof part,
                                 .type = type,
                                 .level = 1,
                                 .text = title ? title : "text",
                                 .cells = cells,
                                 .nums = nums,
                                 .ncells = 2,
                                 .nnums = 2};
        if (h->part(h->ctx, &part) < 0)
            return -1;
    }
    return 0;
}

PGYD_PLUGIN(good)
PGYD_PLUGIN_HEAD(good), "1.3", "does everything right", keys, kinds, reports, renames, 5, 1, 1,
    1, check, plan, report, "All good", "#00ff7F", discreet, 2, 0 PGYD_PLUGIN_END
