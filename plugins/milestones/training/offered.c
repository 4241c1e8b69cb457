/* SPDX-License-Identifier: BSD-2-Clause */
/* The days of windows that an offer or a signature opens, by the journal. Their words are
 * lists/notes.tsv's, the clocks of an offer itself the offers plugin's. */
#include "plugins/milestones/training/training.h"

/* S0-67: a month from the last offer to a decision. */
enum { DECIDE_DAYS = 28, PAPERS_DAYS = 7 };

struct happened {
    pgyd_day first_received, last_received, contract, accepted;
};

static int window(const struct planner *p, enum note_id id, pgyd_day from, pgyd_day to,
                  struct trace *trace)
{
    const struct note *note = &p->notes->of[id];
    struct pgyd_item item = notes_item(note, to == PGYD_NO_DAY ? PGYD_REMINDER : PGYD_WINDOW);
    if (planner_off(p, item.slug))
        return 0;
    item.start = from;
    item.end = to;
    trace->rule = note->rule;
    trace->origin = "the journal";
    return planner_emit(p, &item, trace);
}

static void leave(const struct planner *p, enum note_id id, const char *why)
{
    planner_leave(p, p->notes->of[id].id, "%s", why);
}

/* The end of deciding: the acceptance, or four weeks after the last thing that came. */
static pgyd_day decided(const struct happened *e, pgyd_day last)
{
    pgyd_day limit = last + DECIDE_DAYS;
    return e->accepted == PGYD_NO_DAY ? limit : e->accepted < limit ? e->accepted : limit;
}

static int deciding(const struct planner *p, const struct happened *e)
{
    struct trace trace = {0};
    trace_anchor(&trace, "first offer", e->first_received);
    trace_anchor(&trace, "last offer", e->last_received);
    trace_anchor(&trace, "contract", e->contract);
    trace_anchor(&trace, "accepted", e->accepted);
    if (e->first_received == PGYD_NO_DAY)
        leave(p, NOTE_COMPARE, "no offer has been received");
    else if (decided(e, e->last_received) >= e->first_received &&
             window(p, NOTE_COMPARE, e->first_received, decided(e, e->last_received), &trace) != 0)
        return -1;
    if (e->contract == PGYD_NO_DAY)
        leave(p, NOTE_CONTRACT, "no contract has been received");
    else if (decided(e, pgc_later(e->contract, e->last_received)) >= e->contract)
        return window(p, NOTE_CONTRACT, e->contract,
                      decided(e, pgc_later(e->contract, e->last_received)), &trace);
    return 0;
}

static int signed_one(const struct planner *p, const struct happened *e)
{
    struct trace trace = {0};
    if (e->accepted == PGYD_NO_DAY) {
        leave(p, NOTE_POST_SIGN, "no offer has been accepted");
        leave(p, NOTE_POST_SIGN_PAPERS, "no offer has been accepted");
        return 0;
    }
    trace_anchor(&trace, "accepted", e->accepted);
    if (!p->anchors || e->accepted >= p->anchors->s)
        return 0;
    if (p->anchors->s <= p->h->started) {
        leave(p, NOTE_POST_SIGN, "the first day of work was past when pgyd was first run");
        leave(p, NOTE_POST_SIGN_PAPERS, "the first day of work was past when pgyd was first run");
        return 0;
    }
    trace_anchor(&trace, "S", p->anchors->s);
    if (window(p, NOTE_POST_SIGN, e->accepted, p->anchors->s - 1, &trace) != 0)
        return -1;
    return e->accepted + PAPERS_DAYS < p->anchors->s
               ? window(p, NOTE_POST_SIGN_PAPERS, e->accepted + PAPERS_DAYS, PGYD_NO_DAY, &trace)
               : 0;
}

int milestones_offered_plan(const struct planner *p)
{
    /* The journal says which day it was; who keeps none writes [contract] signed. */
    pgyd_day accepted = pgc_last(p->h, "offer", NULL, "accepted");
    if (accepted == PGYD_NO_DAY)
        accepted = pgc_day(p->h, "contract", "", "signed");
    const struct happened e = {pgc_first(p->h, "offer", NULL, "received"),
                               pgc_last(p->h, "offer", NULL, "received"),
                               pgc_first(p->h, "offer", NULL, "contract-received"), accepted};
    return deciding(p, &e) != 0 ? -1 : signed_one(p, &e);
}
