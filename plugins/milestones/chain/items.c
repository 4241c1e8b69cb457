/* SPDX-License-Identifier: BSD-2-Clause */
/* What is told of a chain: its steps as deadlines, of which only the next one rings, and the alert
 * that it no longer fits. Its days are chain.c's. */
#include "plugins/milestones/chain/chain.h"

#include "plugins/common/dates.h"
#include "plugins/common/texts/near.h"

#include <string.h>

enum { SHOWN = 24, SOURCE = 480, RULE = 200 };

/* "Mon Jan 4, 2027": with its year, since the text is the same on every day. */
static const char *shown(const struct maker *m, pgyd_day day, char text[SHOWN])
{
    const struct pgyd_host *h = m->p->h;
    int32_t year, month, dom;
    h->ymd(h->ctx, day, &year, &month, &dom);
    return pgc_format(text, SHOWN, "%.3s %.3s %d, %d", pgc_weekday_name(h->weekday(h->ctx, day)),
                      pgc_month_name(month), dom, year);
}

/* The texts of a step's item. */
struct words {
    char title[PGC_TITLE], rule[RULE], detail[PGC_DETAIL];
};

/* How long a step takes, and whether that is known of the person's state. */
static const char *step_days(const struct note *of, const struct step *step, char text[PGC_TITLE])
{
    static const enum note_id notes[] = {[STEP_OWN_DAYS] = NOTE_CHAIN_DAYS,
                                         [STEP_DEFAULT_DAYS] = NOTE_CHAIN_DAYS_DEFAULT,
                                         [STEP_STATELESS_DAYS] = NOTE_CHAIN_DAYS_STATELESS};
    char usual[16], worst[16];
    return notes_fill(text, PGC_TITLE, of[notes[step->days]].detail,
                      NOTE_WORDS({"rule", pgc_format(usual, sizeof usual, "%d", step->expected)},
                                 {"worst", pgc_format(worst, sizeof worst, "%d", step->worst)}));
}

/* What the note says of a step, in the detail below what the pack says, and what it needs. */
static void step_words(const struct maker *m, const struct chain *chain, const struct step *step,
                       bool late, struct words *out)
{
    const struct note *of = m->p->notes->of,
                      *words = &of[late ? NOTE_CHAIN_STEP_LATE : NOTE_CHAIN_STEP];
    const struct pack_section *s = step->s;
    const char *note = packs_text(m->packs, chain->s, P_NOTE);
    char days[PGC_TITLE], end[SHOWN], safe[SHOWN], expected[SHOWN];
    notes_fill(out->title, PGC_TITLE, of[NOTE_CHAIN_STEP].title,
               NOTE_WORDS({"step", s->v[P_TITLE].text}));
    notes_fill(out->rule, RULE, words->rule, NOTE_WORDS({"to", chain->s->v[P_TO].text}));
    out->detail[0] = '\0';
    maker_lines(s->v[P_DETAIL].text, out->detail);
    notes_add(out->detail, PGC_DETAIL, words->detail,
              NOTE_WORDS({"days", step_days(of, step, days)}, {"end", shown(m, chain->to, end)},
                         {"safe", shown(m, step->latest_worst, safe)},
                         {"expected", shown(m, step->latest_expected, expected)}));
    maker_checklist(s->v[P_CHECKLIST].text, out->detail);
    if (note)
        pgc_append(out->detail, sizeof out->detail, "\n%s", note);
}

/* A fatal step costs time up to the day that is safe; behind it what counts is the day after which
 * it cannot fit even if all goes as expected. Where both are one day nothing is safe before it. */
static bool behind_safe(const struct maker *m, const struct step *step,
                        const struct pgyd_item *item)
{
    return item->stakes == PGYD_FATAL && step->begun == PGYD_NO_DAY &&
           (m->p->h->today > step->latest_worst || step->latest_expected == step->latest_worst);
}

/* What is at stake, and the day the step stands on, into item. Where its days are a default nobody
 * knows that it cannot fit: it moves on and stays costly. */
static void step_stakes(struct maker *m, const struct step *step, struct pgyd_item *item)
{
    item->start = step->latest_worst;
    maker_stakes(m, step->s, PGYD_COSTLY, item);
    const bool behind = behind_safe(m, step, item);
    if (behind)
        item->start = step->latest_expected;
    if (item->stakes == PGYD_FATAL && (!behind || step->days != STEP_OWN_DAYS))
        item->stakes = PGYD_COSTLY;
}

/* Whether a step is still the person's own to begin. Somebody else's part is waited for: nothing
 * rings for it, and what comes after it does. Put aside it is as long as it keeps its day. */
static bool to_begin(struct maker *m, const struct step *step)
{
    const struct pgyd_host *h = m->p->h;
    struct pgyd_item item = PGC_ITEM_INIT;
    char subject[PGC_SLUG + 16], day[24];
    enum pack_say say = m->packs->say;
    m->packs->say = PACK_SILENT; /* its mistakes are told when it is emitted */
    step_stakes(m, step, &item);
    m->packs->say = say;
    pgc_format(subject, sizeof subject, "milestones/%s", step->slug);
    return step->begun == PGYD_NO_DAY && item.stakes > PGYD_CONTEXT &&
           !pgc_lists(h, "packs", "", "off", step->slug) &&
           pgc_last(h, "dismiss", subject, h->day_text(h->ctx, item.start, day)) == PGYD_NO_DAY;
}

/* The number of the one step that rings, the next to begin; that of steps when there is none. */
static uint32_t ringing(struct maker *m, const struct chain *chain)
{
    uint32_t i = 0;
    while (i < chain->n && !to_begin(m, &chain->steps[i]))
        i++;
    return i;
}

static int emit_step(struct maker *m, const struct chain *chain, const struct step *step,
                     bool rings)
{
    const struct pack_section *s = step->s;
    struct pgyd_item item = PGC_ITEM_INIT;
    struct trace trace = step->trace;
    struct pgyd_step steps[MAKER_STEPS];
    struct words words;
    char source[SOURCE], origin[100];
    if (planner_off(m->p, step->slug))
        return 0;
    item.kind = PGYD_DEADLINE;
    item.slug = step->slug;
    step_stakes(m, step, &item);
    if (!rings && step->begun == PGYD_NO_DAY)
        item.flags |= PGYD_ITEM_NO_LADDER;
    step_words(m, chain, step, item.start > step->latest_worst, &words);
    item.title = words.title;
    item.detail = words.detail;
    trace.rule = words.rule;
    maker_ladder(m, s, &item, steps);
    for (uint32_t i = 0; i < chain->trace.nanchors; i++)
        trace_anchor(&trace, chain->trace.anchors[i].name, chain->trace.anchors[i].day);
    struct pack_section told = *chain->s;
    if (step->source)
        told.v[P_SOURCE].text = step->source;
    maker_source(m, &told, item.start, &item, &trace, source, sizeof source);
    maker_origin(m, s, &trace, origin, sizeof origin);
    return planner_emit(m->p, &item, &trace);
}

/* The day on which it went wrong: the first missed latest day plus one, else the last late
 * beginning, else the first run. */
static pgyd_day wrong_since(const struct maker *m, const struct chain *chain, bool worst)
{
    pgyd_day since = PGYD_NO_DAY, begun = PGYD_NO_DAY;
    for (uint32_t i = 0; i < chain->n; i++) {
        const struct step *step = &chain->steps[i];
        pgyd_day latest = worst ? step->latest_worst : step->latest_expected;
        if (step->begun != PGYD_NO_DAY)
            begun = pgc_later(begun, step->begun);
        else if (m->p->h->today > latest)
            since = pgc_earlier(since, latest + 1);
    }
    if (since == PGYD_NO_DAY)
        since = begun;
    return pgc_later(since, m->p->h->started);
}

/* The detail, with a line for each step. */
static void alert_detail(const struct maker *m, const struct chain *chain, char detail[PGC_DETAIL])
{
    const struct note *of = m->p->notes->of;
    char steps[PGC_DETAIL] = "", worst[SHOWN], expected[SHOWN], day[SHOWN];
    for (uint32_t i = 0; i < chain->n; i++) {
        const struct step *step = &chain->steps[i];
        bool begun = step->begun != PGYD_NO_DAY;
        notes_add(steps, sizeof steps,
                  of[begun ? NOTE_CHAIN_ALERT_BEGUN : NOTE_CHAIN_ALERT_STEP].detail,
                  NOTE_WORDS({"step", step->s->v[P_TITLE].text},
                             {"worst", shown(m, step->latest_worst, worst)},
                             {"expected", shown(m, step->latest_expected, expected)},
                             {"begun", begun ? shown(m, step->begun, day) : ""}));
    }
    notes_fill(detail, PGC_DETAIL, of[NOTE_CHAIN_ALERT].detail,
               NOTE_WORDS({"end", shown(m, chain->to, day)}, {"steps", steps}));
}

/* Nothing in it moves with today: what does is in the report. What to do next rings; this says why
 * that is urgent. */
static int emit_alert(struct maker *m, const struct chain *chain, bool worst)
{
    const struct note *of = m->p->notes->of,
                      *note = &of[worst ? NOTE_CHAIN_AT_RISK : NOTE_CHAIN_TOO_LATE];
    struct pgyd_item item = notes_item(note, PGYD_ALERT);
    struct trace trace = {.rule = of[NOTE_CHAIN_ALERT].rule};
    char title[PGC_TITLE], detail[PGC_DETAIL], source[SOURCE], origin[100], slug[PGC_SLUG];
    item.slug = chain_slug(chain->s->id, worst ? "at-risk" : "too-late", slug);
    if (planner_off(m->p, slug))
        return 0;
    item.title = notes_fill(title, sizeof title, note->title,
                            NOTE_WORDS({"chain", chain->s->v[P_TITLE].text}));
    alert_detail(m, chain, detail);
    const char *below = packs_text(m->packs, chain->s, P_NOTE);
    if (below)
        pgc_append(detail, sizeof detail, "\n%s", below);
    item.detail = detail;
    item.start = wrong_since(m, chain, worst);
    item.by = chain->to;
    maker_source(m, chain->s, item.start, &item, &trace, source, sizeof source);
    maker_origin(m, chain->s, &trace, origin, sizeof origin);
    return planner_emit(m->p, &item, &trace);
}

/* check: a chain that cannot fit is said where the start date is written. */
static void say_misfit(const struct maker *m, const struct chain *chain)
{
    const struct pgyd_host *h = m->p->h;
    char to[SHOWN], end[SHOWN], remedy[200];
    pgc_format(remedy, sizeof remedy,
               "a start on or after %s, or steps begun already: pgyctl done milestones/%s",
               h->day_text(h->ctx, chain->end_worst, end), chain->steps[0].slug);
    pgc_warn(h, "goal", "", "start_date", remedy,
             "%s no longer fits before %s: from today on its worst case ends on %s",
             chain->s->v[P_TITLE].text, shown(m, chain->to, to), shown(m, chain->end_worst, end));
}

static int plan_chain(struct maker *m, const struct pack_section *s)
{
    struct chain chain;
    if (!chain_make(m, s, &chain))
        return 0;
    if (chain.to <= m->p->h->started) {
        planner_leave(m->p, s->id,
                      "the day it is counted back from was past when pgyd was first run");
        return 0;
    }
    bool open = m->p->h->today < chain.to;
    const uint32_t next = ringing(m, &chain);
    for (uint32_t i = 0; i < chain.n; i++) {
        if (emit_step(m, &chain, &chain.steps[i], i == next) != 0)
            return -1;
    }
    if (!open || chain.end_worst <= chain.to)
        return 0;
    if (m->packs->say == PACK_REPORTS)
        say_misfit(m, &chain);
    return emit_alert(m, &chain, chain.end_expected <= chain.to);
}

/* A step of no chain would be missing from the one it was meant for, without a word. */
static void check_chain_of(struct maker *m, const struct pack_section *step)
{
    const struct packs *packs = m->packs;
    struct pgc_near near = {.wanted = step->v[P_CHAIN].text};
    for (size_t i = 0; i < packs->nsections; i++) {
        const struct pack_section *s = &packs->sections[i];
        if (s->kind != PACK_CHAIN || s->pack != step->pack)
            continue;
        if (strcmp(s->id, near.wanted) == 0)
            return;
        pgc_near_try(&near, s->id);
    }
    const char *best = pgc_near_best(&near);
    packs_problem(m->packs, step, P_CHAIN, 1, "there is no chain %s in this pack%s%s", near.wanted,
                  best ? ": did you mean " : "", best ? best : "");
}

int milestones_chains_plan(struct maker *m)
{
    const struct packs *packs = m->packs;
    for (size_t i = 0; i < packs->nsections; i++) {
        if (packs->sections[i].kind == PACK_CHAIN && plan_chain(m, &packs->sections[i]) != 0)
            return -1;
        if (packs->sections[i].kind != PACK_STEP)
            continue;
        if (!packs->sections[i].v[P_CHAIN].text)
            packs_problem(m->packs, &packs->sections[i], P_KEYS, 0, "[step:%s] lacks chain",
                          packs->sections[i].id);
        /* each step looks through the whole: too much for every plan */
        else if (packs->say == PACK_REPORTS)
            check_chain_of(m, &packs->sections[i]);
    }
    return 0;
}
