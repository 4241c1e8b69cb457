/* SPDX-License-Identifier: BSD-2-Clause */
/* The report `chain`: each chain's steps with their latest days and slack, and the earliest
 * feasible start. */
#include "plugins/milestones/chain/chain.h"

#include "plugins/common/parts.h"

#include <stdlib.h>

enum { SHOWN = 24, NUMBER = 16 };

static int ignore(void *arg, const struct pgyd_item *item, const struct trace *trace)
{
    (void)arg;
    (void)item;
    (void)trace;
    return 0;
}

static const char *shown(const struct pgyd_host *h, pgyd_day day, char text[SHOWN])
{
    return day == PGYD_NO_DAY ? "-" : h->day_text(h->ctx, day, text);
}

static int row(const struct pgyd_host *h, const struct step *step)
{
    char days[32], safe[SHOWN], expected[SHOWN], begin[SHOWN], slack[NUMBER];
    bool begun = step->begun != PGYD_NO_DAY;
    pgc_format(days, sizeof days, "%d / %d", step->expected, step->worst);
    pgc_format(slack, sizeof slack, "%d", step->latest_worst - step->begin_worst);
    const char *cells[] = {step->s->v[P_TITLE].text,
                           days,
                           shown(h, step->latest_worst, safe),
                           shown(h, step->latest_expected, expected),
                           shown(h, step->begin_worst, begin),
                           begun ? "begun" : "open",
                           slack};
    return pgc_row(h, false, cells, PGC_COUNT(cells));
}

static int bands(const struct pgyd_host *h, const struct chain *chain)
{
    for (uint32_t i = 0; i < chain->n; i++) {
        const struct step *step = &chain->steps[i];
        const double days[] = {step->begin_worst, step->end_worst};
        if (pgc_nums(h, PGYD_BAND, step->s->v[P_TITLE].text, days, 2) != 0)
            return -1;
    }
    return 0;
}

static int verdict(const struct pgyd_host *h, const struct chain *chain)
{
    char to[SHOWN], expected[SHOWN], worst[SHOWN];
    int32_t late_worst = chain->end_worst - chain->to,
            late_expected = chain->end_expected - chain->to;
    if (pgc_paragraph(h,
                      "Earliest feasible start from today on: %s if all goes as expected, %s in "
                      "the worst case. Planned: %s.",
                      shown(h, chain->end_expected, expected), shown(h, chain->end_worst, worst),
                      shown(h, chain->to, to)) != 0)
        return -1;
    if (late_worst <= 0)
        return pgc_paragraph(h, "The worst case fits with %d day%s to spare.", -late_worst,
                             late_worst == -1 ? "" : "s");
    if (late_expected <= 0)
        return pgc_paragraph(
            h,
            "The worst case no longer fits, by %d day%s; the expected one does, with %d to spare.",
            late_worst, late_worst == 1 ? "" : "s", -late_expected);
    return pgc_paragraph(
        h, "It does not fit: %d day%s missing even if all goes as expected, %d in the worst case.",
        late_expected, late_expected == 1 ? " is" : "s are", late_worst);
}

/* Where days of a state come from, and that they are not its own. */
static int whose_days(const struct pgyd_host *h, const struct chain *chain)
{
    static const char *const whose[] = {
        [STEP_OWN_DAYS] = "its days are those published for your state",
        [STEP_DEFAULT_DAYS] = "no published time for your state is known, and the national one "
                              "counts",
        [STEP_STATELESS_DAYS] = "your state is not set, and the national time counts"};
    for (uint32_t i = 0; i < chain->n; i++) {
        const struct step *step = &chain->steps[i];
        if (step->source && pgc_paragraph(h, "%s: %s. Source: %s.", step->s->v[P_TITLE].text,
                                          whose[step->days], step->source) != 0)
            return -1;
    }
    return 0;
}

static int one(struct maker *m, const struct pack_section *s)
{
    static const char *const head[] = {"Step",         "Days, as a rule / worst",
                                       "Latest safe",  "Latest as a rule",
                                       "Earliest",     "State",
                                       "Slack in days"};
    const struct pgyd_host *h = m->p->h;
    struct chain chain;
    struct pgyd_item item = PGC_ITEM_INIT;
    struct trace trace = {0};
    char source[480];
    if (!chain_make(m, s, &chain))
        return 0;
    if (chain.to <= h->today) {
        char to[SHOWN];
        return pgc_heading(h, 2, s->v[P_TITLE].text) != 0
                   ? -1
                   : pgc_paragraph(h,
                                   "Counted back from %s, which has come: nothing is left to fit "
                                   "in before it.",
                                   shown(h, chain.to, to));
    }
    if (pgc_heading(h, 2, s->v[P_TITLE].text) != 0 || pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < chain.n; i++) {
        if (row(h, &chain.steps[i]) != 0)
            return -1;
    }
    if (verdict(h, &chain) != 0 || bands(h, &chain) != 0 || whose_days(h, &chain) != 0)
        return -1;
    maker_source(m, s, chain.to, &item, &trace, source, sizeof source);
    const char *note = packs_text(m->packs, s, P_NOTE);
    return pgc_paragraph(h, "%s%sSource: %s.", note ? note : "", note ? " " : "", item.source);
}

int milestones_chain_report(const struct pgyd_host *h)
{
    struct pgc_anchors anchors;
    struct notes notes;
    struct planner p = {.h = h, .take = ignore, .notes = &notes};
    struct packs packs;
    struct maker m;
    if (!notes_need(&notes, h))
        return -1;
    int rc = packs_load(&packs, h, PACK_SILENT) ? 0 : -1;
    uint32_t shown_chains = 0;
    if (pgc_anchors(h, &anchors))
        p.anchors = &anchors;
    maker_init(&m, &p, &packs);
    if (rc == 0)
        rc = pgc_heading(h, 1, "Chains counted back");
    for (size_t i = 0; i < packs.nsections && rc == 0; i++) {
        if (packs.sections[i].kind != PACK_CHAIN)
            continue;
        struct chain chain;
        shown_chains += chain_make(&m, &packs.sections[i], &chain);
        rc = one(&m, &packs.sections[i]);
    }
    if (rc == 0 && !shown_chains)
        rc = pgc_paragraph(
            h, "No chain applies: the packs have none for this training, or its end is not known.");
    packs_free(&packs);
    return rc;
}
