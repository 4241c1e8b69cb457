/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/fellowships.tsv, plans the question whether to do one, and shows what is said. Its
 * words are lists/notes.tsv's; when to apply is the packs' business. */
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
    const struct note *note;
    struct notes notes;
    struct fellow f;
    char text[PGC_DETAIL];
    if (!milestones_fellow_of(h, &f))
        return 0;
    if (!notes_need(&notes, h))
        return -1;
    note = &notes.of[NOTE_FELLOW_REPORT];
    if (pgc_heading(h, 2, note->title) != 0)
        return -1;
    return pgc_paragraph(
        h, "%s",
        notes_fill(text, sizeof text, note->detail,
                   NOTE_WORDS({"field", pgc_text(h, "training", "", "specialty", "")},
                              {"said", f.words}, {"source", f.source}, {"ref", f.ref})));
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

/* S2-64: thirty months before the residency ends, ahead of every match; in PGY-1 too it rings for
 * nobody (S2-60). S2-63 where the list knows the field. */
int milestones_fellow_plan(const struct planner *p)
{
    static const struct bound bound = {.base = FROM_R, .months = -MONTHS_BEFORE};
    const struct note *note = &p->notes->of[NOTE_FELLOW],
                      *known = &p->notes->of[NOTE_FELLOW_LISTED];
    struct pgyd_item item = notes_item(note, PGYD_REMINDER);
    struct trace trace = {0};
    struct fellow f = {.words = ""};
    char detail[PGC_DETAIL], rule[RULE];
    bool listed = milestones_fellow_of(p->h, &f);
    item.start = milestones_bound(p->h, p->anchors, &bound);
    if (item.start == PGYD_NO_DAY || p->anchors->n <= 1 || !open_question(p, item.slug, item.start))
        return 0;
    if (listed) {
        item.source = known->source;
        item.refs = known->refs;
        item.nrefs = known->nrefs;
        trace.origin = "lists/fellowships.tsv";
    }
    item.detail = notes_fill(detail, sizeof detail, note->detail,
                             NOTE_WORDS({"said", f.words}, {"source", f.source}));
    trace.rule = milestones_bound_words(&bound, rule, sizeof rule);
    milestones_bound_trace(p, &bound, &trace);
    return planner_emit(p, &item, &trace);
}
