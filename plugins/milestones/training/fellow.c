/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/fellowships.tsv, plans the question whether to do one, and shows what is said. When
 * to apply is the packs' business. */
#include "plugins/milestones/training/training.h"

#include "plugins/common/parts.h"
#include "plugins/common/tsv.h"

#include <string.h>

enum { COLUMNS = 7, MONTHS_BEFORE = 30, MONTHS_TOO_LATE = 12, RULE = 40 };

struct search {
    const char *specialty;
    struct fellow *out;
    bool found;
};

static int take(void *arg, const struct pgc_tsv_row *row)
{
    struct search *s = arg;
    if (!pgc_tsv_holds(row->cell[0], s->specialty))
        return 0;
    pgc_format(s->out->answer, sizeof s->out->answer, "%s", row->cell[1]);
    pgc_format(s->out->fellowships, sizeof s->out->fellowships, "%s", row->cell[2]);
    pgc_format(s->out->words, sizeof s->out->words, "%s", row->cell[3]);
    pgc_format(s->out->source, sizeof s->out->source, "%s", row->cell[4]);
    pgc_format(s->out->ref, sizeof s->out->ref, "%s", row->cell[5]);
    s->found = true;
    return 1;
}

bool milestones_fellow_of(const struct pgyd_host *h, struct fellow *fellow)
{
    struct search s = {.specialty = pgc_text(h, "training", "", "specialty", ""), .out = fellow};
    pgc_tsv_read(h, "fellowships.tsv", COLUMNS, take, &s);
    return s.found;
}

int milestones_fellow_report(const struct pgyd_host *h)
{
    struct fellow f;
    if (!milestones_fellow_of(h, &f))
        return 0;
    if (pgc_heading(h, 2, "Does a fellowship pay in your field?") != 0)
        return -1;
    return pgc_paragraph(h,
                         "Said of %s: %s (%s, %s). The question that counts: would it make you "
                         "harder to replace in your market?",
                         pgc_text(h, "training", "", "specialty", ""), f.words, f.source, f.ref);
}

/* What is left to settle: false, after saying why, when there is nothing. */
static bool open_question(const struct planner *p, const char *slug, pgyd_day day)
{
    if (planner_off(p, slug))
        return false;
    if (p->h->section_count(p->h->ctx, "fellowship"))
        planner_leave(p, slug, "[fellowship] says that you go");
    else if (day < p->anchors->start)
        planner_leave(p, slug, "the residency is not longer than %d months", MONTHS_BEFORE);
    else if (p->h->started >
             p->h->add_months(p->h->ctx, p->anchors->residency_end, -MONTHS_TOO_LATE))
        planner_leave(p, slug, "applications were over when pgyd was first run");
    else
        return true;
    return false;
}

/* S2-64: thirty months before the residency ends, ahead of every match. S2-63 where the list knows
 * the field. */
int milestones_fellow_plan(const struct planner *p)
{
    static const char slug[] = "fellowship-question";
    static const char *const refs[] = {"S2-64", "S2-63"};
    struct pgyd_step steps[] = {{-30, 'd', PGYD_INFO}, {0, 'd', PGYD_INFO}};
    static const struct bound bound = {.base = FROM_R, .months = -MONTHS_BEFORE};
    struct pgyd_item item = PGC_ITEM_INIT;
    struct trace trace = {0};
    struct fellow f;
    char detail[PGC_DETAIL], rule[RULE];
    bool listed = milestones_fellow_of(p->h, &f);
    item.start = milestones_bound(p->h, p->anchors, &bound);
    if (item.start == PGYD_NO_DAY || p->anchors->n <= 1 || !open_question(p, slug, item.start))
        return 0;
    pgc_format(detail, sizeof detail,
               "Would a fellowship make you harder to replace in the market you want? A yes needs "
               "two people who hire there to say so.");
    if (listed) {
        pgc_append(detail, sizeof detail, "\nSaid of your field: %s (%s).", f.words, f.source);
        trace.origin = "lists/fellowships.tsv";
    }
    pgc_append(detail, sizeof detail,
               "\n- yes: [fellowship] type and start, and the dates of its match are planned\n- "
               "no: pgyctl done fellowship-question");
    item.kind = PGYD_MILESTONE;
    item.severity = PGYD_INFO;
    item.slug = slug;
    item.title = "A fellowship: would it make you harder to replace?";
    item.detail = detail;
    item.source = listed ? "asked before applications; what is said of the field is a view of "
                           "article 002, undated"
                         : "asked before applications";
    item.refs = refs;
    item.nrefs = listed ? 2 : 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    pgyd_day second = pgc_pgy_start(p->h, p->anchors, 2);
    if (item.start + steps[0].n < second) { /* S2-60: nothing of the kind rings in PGY-1 */
        steps[0].n = item.start < second ? second - item.start : 0;
        item.nsteps = 1;
        trace.note = "its reminder waits for PGY-2";
    }
    trace.rule = milestones_bound_words(&bound, rule, sizeof rule);
    milestones_bound_trace(p, &bound, &trace);
    return planner_emit(p, &item, &trace);
}
