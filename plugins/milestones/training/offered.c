/* SPDX-License-Identifier: BSD-2-Clause */
/* Windows that an offer or a signature opens, by the journal. The clocks of an offer itself are the
 * offers plugin's. */
#include "plugins/milestones/training/training.h"

/* S0-67: a month from the last offer to a decision. */
enum { DECIDE_DAYS = 28, PAPERS_DAYS = 7 };

struct happened {
    pgyd_day first_received, last_received, contract, accepted;
};

struct words {
    const char *slug, *title, *detail, *source, *rule, *ref;
};

static const struct words compare = {
    "phase-compare",
    "Compare offers with what you know",
    "An offer is on the table: hold it against what you learned about the place, and the places "
    "against each other.\n"
    "- Every term in one table, the empty cells marked as questions.\n- The two or three terms "
    "that decide it, in your own order.\n"
    "- What you would sign if you had to today, and why.\n- Done when you could explain the choice "
    "to a friend in two sentences.",
    "compare: from the first offer to the decision, at most four weeks after the last offer",
    "first offer received, to acceptance or 28 days after the last offer",
    "S2-50"};

static const struct words contract = {
    "phase-contract",
    "Contract: review and negotiation",
    "The full text has arrived. What is promised and not written here is not promised.\n"
    "- To a physician-contract lawyer of the state on the day it comes.\n- Covenant, termination, "
    "call and pay formula read by yourself too.\n"
    "- Three to five requests in one go, once, perhaps twice.\n- Done when both sides have revised "
    "and what is left is small.",
    "contract: from the full text to the decision, at most four weeks after the last offer or text",
    "contract received, to acceptance or 28 days after the last offer or contract",
    "S2-50"};

static const struct words onboarding = {
    "post-sign",
    "From signature to first day",
    "Signed. What comes now is slow paper, and it decides when you may begin and be paid.\n"
    "- State licence: apply at once if it is not there yet.\n- DEA registration for the state of "
    "work, on the licence.\n"
    "- Hospital privileges: references, case logs and certificates in one folder.\n- Payers: "
    "enrolment through the employer, with your own profile up to date.\n"
    "- Notice, clawback and tail dates of the contract in this calendar.\n- Close the loop with "
    "everybody who helped, and with those you declined.\n"
    "Confirm every requirement with the board and with the employer.",
    "after signing: onboarding, to the day before the start",
    "offer accepted, to S - 1d",
    "S0-70"};

static const struct words papers = {
    "post-sign-papers",
    "A week after signing: what will be asked of you, in writing",
    "Ask the employer's credentialing office for its list, its forms and its committee dates, and "
    "who enrols you with payers.\n"
    "- Work back from the first day together: which paper takes longest?",
    "after signing: a week later",
    "offer accepted + 7d",
    "S0-70"};

static int window(const struct planner *p, const struct words *words, pgyd_day from, pgyd_day to,
                  struct trace *trace)
{
    struct pgyd_item item = PGC_ITEM_INIT;
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    if (planner_off(p, words->slug))
        return 0;
    item.kind = to == PGYD_NO_DAY ? PGYD_MILESTONE : PGYD_WINDOW;
    item.severity = PGYD_INFO;
    item.slug = words->slug;
    item.title = words->title;
    item.detail = words->detail;
    item.source = words->source;
    item.start = from;
    item.end = to;
    item.refs = &words->ref;
    item.nrefs = 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    trace->rule = words->rule;
    trace->origin = "the journal";
    return planner_emit(p, &item, trace);
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
        planner_leave(p, compare.slug, "no offer has been received");
    else if (decided(e, e->last_received) >= e->first_received &&
             window(p, &compare, e->first_received, decided(e, e->last_received), &trace) != 0)
        return -1;
    if (e->contract == PGYD_NO_DAY)
        planner_leave(p, contract.slug, "no contract has been received");
    else if (decided(e, pgc_later(e->contract, e->last_received)) >= e->contract)
        return window(p, &contract, e->contract,
                      decided(e, pgc_later(e->contract, e->last_received)), &trace);
    return 0;
}

static int signed_one(const struct planner *p, const struct happened *e)
{
    struct trace trace = {0};
    if (e->accepted == PGYD_NO_DAY) {
        planner_leave(p, onboarding.slug, "no offer has been accepted");
        planner_leave(p, papers.slug, "no offer has been accepted");
        return 0;
    }
    trace_anchor(&trace, "accepted", e->accepted);
    if (!p->anchors || e->accepted >= p->anchors->s)
        return 0;
    if (p->anchors->s <= p->h->started) {
        planner_leave(p, onboarding.slug, "the first day of work was past when pgyd was first run");
        planner_leave(p, papers.slug, "the first day of work was past when pgyd was first run");
        return 0;
    }
    trace_anchor(&trace, "S", p->anchors->s);
    if (window(p, &onboarding, e->accepted, p->anchors->s - 1, &trace) != 0)
        return -1;
    return e->accepted + PAPERS_DAYS < p->anchors->s
               ? window(p, &papers, e->accepted + PAPERS_DAYS, PGYD_NO_DAY, &trace)
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
