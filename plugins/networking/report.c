/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/common/parts.h"
#include "plugins/networking/centers.h"
#include "plugins/networking/contacts.h"
#include "plugins/networking/habits.h"
#include "plugins/networking/networking.h"

#include <stdlib.h>
#include <string.h>

enum { MONTHS = 6, CELL = 32, HOURS_DAYS = 28, HOURS_MAX = 672, LEAST_PERCENT = 10 };

static int people(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const head[] = {"Contact", "Kind", "Times", "Last", "Due"};
    const char *id;
    if (pgc_heading(h, 2, "Contacts") != 0)
        return -1;
    if (h->section_count(h->ctx, "contact") == 0)
        return pgc_paragraph(h, "There are no contacts in the configuration.");
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "contact", i)); i++) {
        pgyd_day last, due = contact_due(h, id, anchors);
        uint32_t n = contact_completions(h, id, &last);
        char times[CELL], last_text[24], due_text[24], due_cell[CELL];
        pgc_format(due_cell, sizeof due_cell, "%s%s", due == PGYD_NO_DAY ? "-" : h->day_text(h->ctx, due, due_text),
                   due != PGYD_NO_DAY && due < h->today ? " (overdue)" : "");
        const char *const cells[] = {pgc_text(h, "contact", id, "name", id), pgc_text(h, "contact", id, "kind", "-"),
                                     pgc_format(times, sizeof times, "%u", n),
                                     last == PGYD_NO_DAY ? "never" : h->day_text(h->ctx, last, last_text), due_cell};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

static int coverage(const struct pgyd_host *h)
{
    static const char *const head[] = {"Power centre", "Contacts", "Last touch", "Within 90 days"};
    uint32_t covered = 0;
    if (pgc_heading(h, 2, "Power centres") != 0 || pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < CENTERS; i++) {
        uint32_t n;
        pgyd_day last = center_touched(h, &centers[i], &n);
        bool in_touch = last != PGYD_NO_DAY && h->today - last <= CENTER_DAYS;
        char count[CELL], text[24];
        covered += in_touch;
        const char *const cells[] = {centers[i].words, pgc_format(count, sizeof count, "%u", n),
                                     last == PGYD_NO_DAY ? "never" : h->day_text(h->ctx, last, text), in_touch ? "yes" : "no"};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return pgc_paragraph(h, "Covered: %u of %d.", covered, CENTERS);
}

static int counters(const struct pgyd_host *h)
{
    const char *id;
    uint32_t influential = 0, will_call, refs = references(h, &will_call);
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "contact", i)); i++)
        influential += pgc_is(h, "contact", id, "influence", "high");
    if (pgc_heading(h, 2, "Who speaks for you") != 0 ||
        pgc_bullet(h, "References: %u of %d; will call: %u, one is needed.", refs, REFERENCES, will_call) != 0)
        return -1;
    return pgc_bullet(h, "People with real influence: %u, two or three are enough.", influential);
}

/* S2-58: shares of working hours and what they should be; S2-59: ten to fifteen percent for the career. */
static const struct {
    const char *key, *label;
    double target;
} uses[] = {
    {"clinical", "Clinical work", 75},
    {"events", "Career events", 5},
    {"networking", "Quiet networking", 15},
    {"education", "Contracts and money", 5},
};
enum { USES = 4 };

struct spent {
    pgyd_day from, to;
    double hours[USES];
};

static int add_hours(void *arg, const struct pgyd_event *event)
{
    struct spent *spent = arg;
    if (event->on < spent->from || event->on > spent->to)
        return 0;
    for (int i = 0; i < USES; i++) {
        const char *text = pgc_event_value(event, uses[i].key);
        char *end;
        double value = text ? strtod(text, &end) : 0;
        if (text && end != text && *end == '\0' && value > 0 && value <= HOURS_MAX)
            spent->hours[i] += value;
    }
    return 0;
}

/* The file's figures are those of the 28 days before as_of; a floor while that day is one of the last 28. */
static int hours(const struct pgyd_host *h)
{
    struct spent spent = {.from = h->today - HOURS_DAYS + 1, .to = h->today};
    pgyd_day as_of = pgc_day(h, "hours", "", "as_of");
    double sum = 0;
    h->journal(h->ctx, "hours", NULL, add_hours, &spent);
    for (int i = 0; i < USES; i++) {
        struct pgyd_value v;
        if (as_of >= spent.from && as_of <= spent.to && pgc_get(h, "hours", "", uses[i].key, &v) && v.real > spent.hours[i])
            spent.hours[i] = v.real;
        sum += spent.hours[i];
    }
    if (sum <= 0)
        return 0;
    if (pgc_heading(h, 2, "Where the hours of the last 28 days went, in percent") != 0)
        return -1;
    for (int i = 0; i < USES; i++) {
        const double nums[] = {spent.hours[i] / sum * 100, uses[i].target};
        if (pgc_nums(h, PGYD_BAR, uses[i].label, nums, 2) != 0)
            return -1;
    }
    return pgc_paragraph(h, "Quiet networking: ten to fifteen percent is enough; %s.",
                         spent.hours[2] / sum * 100 < LEAST_PERCENT ? "there is room for more" : "this is in order");
}

static int grid(const struct pgyd_host *h)
{
    char labels[MONTHS][8], text[24];
    const char *columns[MONTHS];
    pgyd_day firsts[MONTHS];
    pgyd_day month = month_first(h, h->today);
    for (int k = 0; k < MONTHS; k++) {
        firsts[k] = h->add_months(h->ctx, month, k + 1 - MONTHS);
        columns[k] = pgc_format(labels[k], sizeof labels[k], "%.7s", h->day_text(h->ctx, firsts[k], text));
    }
    if (pgc_heading(h, 2, "Monthly habits") != 0 || pgc_grid_head(h, columns, MONTHS) != 0)
        return -1;
    for (int i = 0; i < HABITS; i++) {
        double nums[MONTHS];
        for (int k = 0; k < MONTHS; k++)
            nums[k] = habit_kept(h, &habits[i], firsts[k]) ? 1 : month_next(h, firsts[k]) <= h->started ? 2 : 0;
        if (pgc_nums(h, PGYD_GRID_ROW, habits[i].label, nums, MONTHS) != 0)
            return -1;
    }
    return 0;
}

int networking_report(const struct pgyd_host *h, const char *name)
{
    struct pgc_anchors known;
    const struct pgc_anchors *anchors = pgc_anchors(h, &known) ? &known : NULL;
    if (strcmp(name, "network") != 0) {
        h->error(h->ctx, "there is only the report \"network\"");
        return -1;
    }
    if (pgc_heading(h, 1, "Network") != 0 || people(h, anchors) != 0 || coverage(h) != 0 || counters(h) != 0)
        return -1;
    return hours(h) != 0 ? -1 : grid(h);
}
