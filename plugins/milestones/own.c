/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/milestones/own.h"

#include "plugins/milestones/phases.h"

#include <stdlib.h>
#include <string.h>

static const char section[] = "milestone";

enum { MAX_STEPS = 16 };

static void check_date(const struct pgyd_host *h, const char *id, const char *key)
{
    const char *text = pgc_text(h, section, id, key, NULL);
    if (text && pgc_parse_day(h, text) == PGYD_NO_DAY)
        pgc_error(h, section, id, key, "a date as 2027-03-01",
                  "\"%s\" is not a plain date: date expressions beyond YYYY-MM-DD are not supported by this version", text);
}

static void check_remind(const struct pgyd_host *h, const char *id)
{
    struct pgyd_value v;
    if (!pgc_get(h, section, id, "remind", &v))
        return;
    if (v.nlist > MAX_STEPS - 1)
        pgc_error(h, section, id, "remind", "at most 15", "%u reminders are more than a milestone can have", v.nlist);
    for (uint32_t i = 0; i < v.nlist; i++) {
        int32_t n;
        uint16_t unit;
        if (!pgc_parse_dur(v.list[i], &n, &unit))
            pgc_error(h, section, id, "remind", "durations as 3d, 2w, 6mo, 1y", "\"%s\" is not a duration", v.list[i]);
    }
}

void milestones_own_check(const struct pgyd_host *h)
{
    const char *id;
    size_t n;
    const struct phase *phases = milestones_phases(&n);
    for (uint32_t i = 0; (id = h->section_id(h->ctx, section, i)); i++) {
        check_date(h, id, "when");
        check_date(h, id, "until");
        check_remind(h, id);
        const char *when = pgc_text(h, section, id, "when", NULL), *until = pgc_text(h, section, id, "until", NULL);
        if (when && until) {
            pgyd_day start = pgc_parse_day(h, when), end = pgc_parse_day(h, until);
            if (start != PGYD_NO_DAY && end != PGYD_NO_DAY && end < start)
                pgc_error(h, section, id, "until", "a day on or after it", "%s lies before when, %s", until, when);
        }
        if (pgc_has(h, section, id, "if"))
            pgc_error(h, section, id, "if", "leave it out, or leave the milestone out", "conditions are not supported by this version");
        bool taken = strcmp(id, "lane-decided") == 0;
        for (size_t k = 0; k < n && !taken; k++)
            taken = strcmp(phases[k].slug, id) == 0;
        if (taken)
            pgc_error(h, section, id, NULL, "another id, such as my-milestone", "pgyd plans a milestone \"%s\" itself", id);
    }
}

static uint16_t severity(const struct pgyd_host *h, const char *id)
{
    static const uint16_t levels[] = {PGYD_INFO, PGYD_WARN, PGYD_CRITICAL};
    int64_t i = pgc_num(h, section, id, "severity", 0);
    return levels[i >= 0 && i <= 2 ? i : 0];
}

static uint32_t steps_of(const struct pgyd_host *h, const char *id, uint16_t level, struct pgyd_step steps[MAX_STEPS])
{
    struct pgyd_value v;
    uint32_t n = 0;
    if (pgc_get(h, section, id, "remind", &v)) {
        for (uint32_t i = 0; i < v.nlist && n < MAX_STEPS - 1; i++) {
            int32_t count;
            uint16_t unit;
            if (pgc_parse_dur(v.list[i], &count, &unit) && count > 0)
                steps[n++] = (struct pgyd_step){.n = -count, .unit = unit, .severity = PGYD_INFO};
        }
    }
    steps[n++] = (struct pgyd_step){.n = 0, .unit = 'd', .severity = level};
    return n;
}

static void add_checklist(const struct pgyd_host *h, const char *id, char *detail)
{
    struct pgyd_value v;
    if (!pgc_get(h, section, id, "checklist", &v))
        return;
    for (uint32_t i = 0; i < v.nlist; i++)
        pgc_append(detail, PGC_DETAIL, "%s- %s", detail[0] ? "\n" : "", v.list[i]);
}

static int plan_one(const struct planner *p, const char *id)
{
    const struct pgyd_host *h = p->h;
    const char *when = pgc_text(h, section, id, "when", NULL), *until = pgc_text(h, section, id, "until", NULL);
    struct pgyd_item item = PGC_ITEM_INIT;
    struct pgyd_step steps[MAX_STEPS];
    char title[PGC_TITLE], detail[PGC_DETAIL];
    if (!when || pgc_parse_day(h, when) == PGYD_NO_DAY || planner_off(p, id))
        return 0;
    pgc_format(detail, sizeof detail, "%s", pgc_text(h, section, id, "detail", ""));
    add_checklist(h, id, detail);
    item.start = pgc_parse_day(h, when);
    item.end = until ? pgc_parse_day(h, until) : PGYD_NO_DAY;
    if (item.end != PGYD_NO_DAY && item.end < item.start)
        return 0;
    item.kind = item.end == PGYD_NO_DAY ? PGYD_MILESTONE : PGYD_WINDOW;
    item.severity = severity(h, id);
    item.slug = id;
    item.title = pgc_format(title, sizeof title, "%s", pgc_text(h, section, id, "title", id));
    item.detail = detail[0] ? detail : NULL;
    item.source = "your own milestone";
    item.nsteps = steps_of(h, id, item.severity, steps);
    item.steps = steps;
    char origin[40];
    const struct trace trace = {.rule = "the dates you gave", .origin = pgc_format(origin, sizeof origin, "[milestone:%s]", id),
                                .line = h->section_line(h->ctx, section, id)};
    return planner_emit(p, &item, &trace);
}

int milestones_own_plan(const struct planner *p)
{
    const char *id;
    for (uint32_t i = 0; (id = p->h->section_id(p->h->ctx, section, i)); i++) {
        if (plan_one(p, id) != 0)
            return -1;
    }
    return 0;
}
