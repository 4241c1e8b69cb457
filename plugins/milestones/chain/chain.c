/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes chains from their steps, counts them back from the day all must be over and forth from
 * today, and emits steps and the alert that one is late. The sections are read by the room of
 * packs. */
#include "plugins/milestones/chain/chain.h"

#include "plugins/common/texts/near.h"

#include <stdio.h>
#include <string.h>

enum { MOST_DAYS = 3650, SHOWN = 24, SOURCE = 480, RULE = 200 };

const char *chain_slug(const char *chain, const char *step, char slug[PGC_SLUG])
{
    return pgc_format(slug, PGC_SLUG, "%.39s-%.39s", chain, step);
}

bool milestones_chains_make(const struct packs *packs, const char *id)
{
    char slug[PGC_SLUG];
    for (size_t i = 0; i < packs->nsections; i++) {
        const struct pack_section *s = &packs->sections[i];
        if (s->kind == PACK_STEP && s->v[P_CHAIN].text &&
            strcmp(chain_slug(s->v[P_CHAIN].text, s->id, slug), id) == 0)
            return true;
        if (s->kind == PACK_CHAIN && (strcmp(chain_slug(s->id, "at-risk", slug), id) == 0 ||
                                      strcmp(chain_slug(s->id, "too-late", slug), id) == 0))
            return true;
    }
    return false;
}

/* ---- making ---- */

/* "60/90" or "30". */
static bool read_pair(const char *text, int32_t *low, int32_t *high)
{
    int n = 0, a = 0, b = 0;
    char extra;
    if (sscanf(text, "%5d / %5d%n", &a, &b, &n) != 2 || text[n] != '\0') {
        if (sscanf(text, "%5d%c", &a, &extra) != 1)
            return false;
        b = a;
    }
    *low = a;
    *high = b;
    return a >= 0 && b >= a && b <= MOST_DAYS;
}

/* What the person says, what is known of the state, what holds in general: the first that is
 * there. */
static bool read_days(struct maker *m, struct step *step)
{
    static const char *const own[] = {"state_days", "dos_days", "i612_days", "h1b_days"};
    const struct pack_section *s = step->s;
    const char *key = s->v[P_DAYS_KEY].text;
    struct pgyd_value value;
    bool known = key == NULL;
    for (size_t i = 0; i < PGC_COUNT(own) && !known; i++)
        known = strncmp(key, "visa.", 5) == 0 && strcmp(key + 5, own[i]) == 0;
    if (!known) {
        packs_problem(
            m->packs, s, P_DAYS_KEY, 1,
            "days_key is visa.state_days, visa.dos_days, visa.i612_days or visa.h1b_days");
        return false;
    }
    if (key && pgc_get(m->p->h, "visa", "", key + 5, &value) && value.num >= 0 &&
        value.num2 >= value.num && value.num2 <= MOST_DAYS) {
        step->expected = (int32_t)value.num;
        step->worst = (int32_t)value.num2;
        step->trace.note = "its days are those of your [visa] section";
        return true;
    }
    const struct pack_text *from = s->states.text ? &s->states : &s->v[P_DAYS];
    if (from->text && read_pair(from->text, &step->expected, &step->worst))
        return true;
    packs_problem(m->packs, s, s->v[P_DAYS].text ? P_DAYS : P_KEYS, 1,
                  "[step:%s] needs days, expected and at worst, such as 60/90", s->id);
    return false;
}

/* Whether a step of this id stands before another in the chain, though this person may not need
 * it. */
static bool stands_before(const struct maker *m, const struct chain *chain,
                          const struct pack_section *s, const char *id, size_t len)
{
    for (const struct pack_section *other = m->packs->sections; other < s; other++) {
        if (other->kind == PACK_STEP && other->pack == s->pack && other->v[P_CHAIN].text &&
            strcmp(other->v[P_CHAIN].text, chain->s->id) == 0 && strlen(other->id) == len &&
            memcmp(other->id, id, len) == 0)
            return true;
    }
    return false;
}

/* Steps it comes after: those named, which stand before it, or the one before it. */
static bool read_after(struct maker *m, const struct chain *chain, struct step *step)
{
    const char *text = step->s->v[P_AFTER].text;
    if (!text) {
        step->after = chain->n ? 1u << (chain->n - 1) : 0;
        return true;
    }
    if (strcmp(text, "none") == 0)
        return true;
    for (const char *p = text; *p;) {
        size_t len = strcspn(p, ", ");
        uint32_t i = 0;
        while (i < chain->n &&
               (strlen(chain->steps[i].s->id) != len || memcmp(chain->steps[i].s->id, p, len) != 0))
            i++;
        if (i == chain->n && !stands_before(m, chain, step->s, p, len)) {
            packs_problem(m->packs, step->s, P_AFTER, (unsigned)(p - text) + 1,
                          "no step %.*s of this chain stands before this one", (int)len, p);
            return false;
        }
        step->after |= i < chain->n ? 1u << i : 0;
        p += len;
        p += strspn(p, ", ");
    }
    return true;
}

static bool add_step(struct maker *m, struct chain *chain, const struct pack_section *s)
{
    if (chain->n == CHAIN_STEPS) {
        packs_problem(m->packs, s, P_KEYS, 0, "a chain has at most %d steps", CHAIN_STEPS);
        return false;
    }
    struct step *step = &chain->steps[chain->n];
    *step = (struct step){.s = s, .from = PGYD_NO_DAY, .begun = PGYD_NO_DAY};
    if (!s->v[P_TITLE].text) {
        packs_problem(m->packs, s, P_KEYS, 0, "[step:%s] lacks title", s->id);
        return false;
    }
    if (!maker_holds(m, s))
        return true;
    if (!read_days(m, step) || !read_after(m, chain, step) ||
        (s->v[P_FROM].text && !maker_day(m, s, P_FROM, &step->from, &step->trace)))
        return false;
    chain_slug(chain->s->id, s->id, step->slug);
    char subject[PGC_SLUG + 16];
    pgc_format(subject, sizeof subject, "milestones/%s", step->slug);
    step->begun = pgc_last(m->p->h, "done", subject, NULL);
    chain->n++;
    return true;
}

/* ---- counting ---- */

/* From the end: a step begins so that those after it can still begin in time. */
static void count_back(struct chain *chain)
{
    for (uint32_t i = chain->n; i-- > 0;) {
        struct step *step = &chain->steps[i];
        pgyd_day expected = chain->to, worst = chain->to;
        for (uint32_t j = i + 1; j < chain->n; j++) {
            if (!(chain->steps[j].after & (1u << i)))
                continue;
            expected = pgc_earlier(expected, chain->steps[j].latest_expected);
            worst = pgc_earlier(worst, chain->steps[j].latest_worst);
        }
        step->latest_expected = expected - step->expected;
        step->latest_worst = worst - step->worst;
    }
}

/* A step that was begun is over when the first after it was: nobody is made to wait for what is
 * there. */
static pgyd_day over(const struct chain *chain, uint32_t i, pgyd_day end)
{
    for (uint32_t j = i + 1; j < chain->n; j++) {
        const struct step *next = &chain->steps[j];
        if ((next->after & (1u << i)) && next->begun != PGYD_NO_DAY)
            end = pgc_earlier(end, pgc_later(next->begun, chain->steps[i].begun));
    }
    return end;
}

/* From today on. */
static void count_forth(struct chain *chain, pgyd_day today)
{
    chain->end_expected = chain->end_worst = PGYD_NO_DAY;
    for (uint32_t i = 0; i < chain->n; i++) {
        struct step *step = &chain->steps[i];
        pgyd_day expected = pgc_later(today, step->from), worst = expected;
        for (uint32_t j = 0; j < i; j++) {
            if (!(step->after & (1u << j)))
                continue;
            expected = pgc_later(expected, chain->steps[j].end_expected);
            worst = pgc_later(worst, chain->steps[j].end_worst);
        }
        step->begin_expected = step->begun != PGYD_NO_DAY ? step->begun : expected;
        step->begin_worst = step->begun != PGYD_NO_DAY ? step->begun : worst;
        step->end_expected = over(chain, i, step->begin_expected + step->expected);
        step->end_worst = over(chain, i, step->begin_worst + step->worst);
        chain->end_expected = pgc_later(chain->end_expected, step->end_expected);
        chain->end_worst = pgc_later(chain->end_worst, step->end_worst);
    }
}

bool chain_make(struct maker *m, const struct pack_section *s, struct chain *chain)
{
    *chain = (struct chain){.s = s, .to = PGYD_NO_DAY};
    if (!s->v[P_TITLE].text || !s->v[P_TO].text) {
        packs_problem(m->packs, s, P_KEYS, 0, "[chain:%s] lacks %s", s->id,
                      s->v[P_TITLE].text ? "to, the day it is counted back from" : "title");
        return false;
    }
    m->env.pgy = 0;
    bool holds = maker_holds(m, s), good = maker_day(m, s, P_TO, &chain->to, &chain->trace);
    for (size_t i = 0; i < m->packs->nsections; i++) {
        const struct pack_section *step = &m->packs->sections[i];
        if (step->kind == PACK_STEP && step->pack == s->pack && step->v[P_CHAIN].text &&
            strcmp(step->v[P_CHAIN].text, s->id) == 0)
            good = add_step(m, chain, step) && good;
    }
    if (!holds)
        planner_leave(m->p, s->id, "its condition does not hold: %s", s->v[P_IF].text);
    else if (!good || chain->to == PGYD_NO_DAY || chain->n == 0)
        planner_leave(m->p, s->id, "it has no day to count back from, or no steps");
    if (!holds || !good || chain->to == PGYD_NO_DAY || chain->n == 0)
        return false;
    count_back(chain);
    count_forth(chain, m->p->h->today);
    return true;
}

/* ---- items ---- */

static const char *shown(const struct maker *m, pgyd_day day, char text[SHOWN])
{
    return m->p->h->day_text(m->p->h->ctx, day, text);
}

/* What the note says of a step, in the detail below what the pack says. */
static void step_words(const struct maker *m, const struct chain *chain, const struct step *step,
                       char title[PGC_TITLE], char rule[RULE], char detail[PGC_DETAIL])
{
    const struct note *words = &m->p->notes->of[NOTE_CHAIN_STEP];
    const struct pack_section *s = step->s;
    char usual[16], worst[16], end[SHOWN], expected[SHOWN];
    notes_fill(title, PGC_TITLE, words->title, NOTE_WORDS({"step", s->v[P_TITLE].text}));
    notes_fill(rule, RULE, words->rule, NOTE_WORDS({"to", chain->s->v[P_TO].text}));
    pgc_format(detail, PGC_DETAIL, "%s", s->v[P_DETAIL].text ? s->v[P_DETAIL].text : "");
    notes_add(detail, PGC_DETAIL, words->detail,
              NOTE_WORDS({"rule", pgc_format(usual, sizeof usual, "%d", step->expected)},
                         {"worst", pgc_format(worst, sizeof worst, "%d", step->worst)},
                         {"end", shown(m, chain->to, end)},
                         {"expected", shown(m, step->latest_expected, expected)}));
}

static int emit_step(struct maker *m, const struct chain *chain, const struct step *step)
{
    static const struct pgyd_step ladder[] = {
        {-30, 'd', PGYD_INFO}, {-7, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}};
    const struct pack_section *s = step->s;
    struct pgyd_item item = PGC_ITEM_INIT;
    struct trace trace = step->trace;
    struct pgyd_step steps[16];
    char title[PGC_TITLE], detail[PGC_DETAIL], source[SOURCE], origin[100], rule[RULE];
    if (planner_off(m->p, step->slug))
        return 0;
    item.start = step->latest_worst;
    step_words(m, chain, step, title, rule, detail);
    maker_checklist(s->v[P_CHECKLIST].text, detail);
    const char *note = packs_text(m->packs, chain->s, P_NOTE);
    if (note)
        pgc_append(detail, sizeof detail, "\n%s", note);
    item.kind = PGYD_DEADLINE;
    item.severity = PGYD_CRITICAL;
    item.slug = step->slug;
    item.title = title;
    item.detail = detail;
    item.steps = ladder;
    item.nsteps = PGC_COUNT(ladder);
    if (s->v[P_REMIND].text) {
        item.steps = steps;
        item.nsteps = maker_steps(m, s, PGYD_CRITICAL, steps);
    }
    trace.rule = rule;
    for (uint32_t i = 0; i < chain->trace.nanchors; i++)
        trace_anchor(&trace, chain->trace.anchors[i].name, chain->trace.anchors[i].day);
    maker_source(m, chain->s, item.start, &item, &trace, source, sizeof source);
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

/* Nothing in it moves with today: what does is in the report. */
static int emit_alert(struct maker *m, const struct chain *chain, bool worst)
{
    static const struct pgyd_step ladder[] = {{0, 'd', PGYD_CRITICAL}};
    struct pgyd_item item = PGC_ITEM_INIT;
    const struct note *of = m->p->notes->of;
    struct trace trace = {.rule = of[NOTE_CHAIN_ALERT].rule};
    char title[PGC_TITLE], detail[PGC_DETAIL], source[SOURCE], origin[100], slug[PGC_SLUG];
    chain_slug(chain->s->id, worst ? "at-risk" : "too-late", slug);
    if (planner_off(m->p, slug))
        return 0;
    notes_fill(title, sizeof title, of[worst ? NOTE_CHAIN_AT_RISK : NOTE_CHAIN_TOO_LATE].title,
               NOTE_WORDS({"chain", chain->s->v[P_TITLE].text}));
    alert_detail(m, chain, detail);
    const char *note = packs_text(m->packs, chain->s, P_NOTE);
    if (note)
        pgc_append(detail, sizeof detail, "\n%s", note);
    item.start = wrong_since(m, chain, worst);
    item.kind = PGYD_ALERT;
    item.severity = PGYD_CRITICAL;
    item.slug = slug;
    item.title = title;
    item.detail = detail;
    item.steps = ladder;
    item.nsteps = PGC_COUNT(ladder);
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
               shown(m, chain->end_worst, end), chain->steps[0].slug);
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
    for (uint32_t i = 0; i < chain.n; i++) {
        if (emit_step(m, &chain, &chain.steps[i]) != 0)
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
