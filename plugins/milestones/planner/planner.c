/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs the rules that are handed in, and the one way out that all their items take. What a rule
 * says is its room's. */
#include "plugins/milestones/planner/planner.h"

#include "plugins/common/texts/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int planner_run(const struct planner *p)
{
    struct notes notes;
    struct planner speaking = *p;
    if (!notes_need(&notes, p->h))
        return -1;
    speaking.notes = &notes;
    for (uint32_t i = 0; p->rules && i < p->rules->n; i++) {
        const struct rule *rule = &p->rules->list[i];
        if ((p->anchors || !rule->trained) && rule->plan(&speaking) != 0)
            return -1;
    }
    return 0;
}

bool planner_builtin(const struct planner *p, const char *id)
{
    for (uint32_t i = 0; p->rules && i < p->rules->n; i++) {
        if (pgc_words_place(p->rules->list[i].ids, '|', id) >= 0)
            return true;
    }
    return false;
}

bool planner_may_plan(const struct planner *p, const char *id)
{
    for (uint32_t i = 0; p->rules && i < p->rules->n; i++) {
        const char *rest = p->rules->list[i].families;
        struct pgc_word word;
        while (pgc_words_next(&rest, '|', &word)) {
            if (strncmp(id, word.text, word.len) == 0)
                return true;
        }
    }
    return planner_builtin(p, id);
}

int planner_emit(const struct planner *p, const struct pgyd_item *item, const struct trace *trace)
{
    return p->take(p->arg, item, trace);
}

void planner_leave(const struct planner *p, const char *slug, const char *format, ...)
{
    char why[512];
    va_list ap;
    if (!p->leave)
        return;
    va_start(ap, format);
    vsnprintf(why, sizeof why, format, ap);
    va_end(ap);
    p->leave(p->arg, slug, why);
}

bool planner_off(const struct planner *p, const char *slug)
{
    if (!pgc_lists(p->h, "packs", "", "off", slug))
        return false;
    planner_leave(p, slug, "[packs] off leaves it out");
    return true;
}

void trace_anchor(struct trace *trace, const char *name, pgyd_day day)
{
    for (uint32_t i = 0; i < trace->nanchors; i++) {
        if (strcmp(trace->anchors[i].name, name) == 0)
            return;
    }
    if (trace->nanchors == TRACE_ANCHORS || day == PGYD_NO_DAY)
        return;
    pgc_format(trace->anchors[trace->nanchors].name, sizeof trace->anchors[0].name, "%s", name);
    trace->anchors[trace->nanchors++].day = day;
}
