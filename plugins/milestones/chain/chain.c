/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes chains from their steps, counts them back from the day all must be over and forth from
 * today. The sections are read by the room of packs; what is told of a chain is items.c's. */
#include "plugins/milestones/chain/chain.h"

#include <stdio.h>
#include <string.h>

enum { MOST_DAYS = 3650 };

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

static bool is_visa_days(const char *key)
{
    static const char *const own[] = {"visa.state_days", "visa.dos_days", "visa.i612_days",
                                      "visa.h1b_days"};
    for (size_t i = 0; i < PGC_COUNT(own); i++) {
        if (strcmp(key, own[i]) == 0)
            return true;
    }
    return false;
}

static void days_of_license(const struct license *license, struct step *step)
{
    step->expected = license->rule;
    step->worst = license->worst;
    step->source = license->source;
    if (!license->published)
        step->days = license->stated ? STEP_DEFAULT_DAYS : STEP_STATELESS_DAYS;
}

/* What the person says, what is known of the state, what holds in general: the first that is
 * there. */
static bool read_days(struct maker *m, struct step *step)
{
    const struct pack_section *s = step->s;
    const char *key = s->v[P_DAYS_KEY].text;
    const bool license = key && strcmp(key, "license.days") == 0;
    struct pgyd_value value;
    if (key && !license && !is_visa_days(key)) {
        packs_problem(m->packs, s, P_DAYS_KEY, 1,
                      "days_key is visa.state_days, visa.dos_days, visa.i612_days, visa.h1b_days "
                      "or license.days");
        return false;
    }
    if (license && !s->states.text && m->env.license.listed) {
        days_of_license(&m->env.license, step);
        return true;
    }
    if (key && !license && pgc_get(m->p->h, "visa", "", key + 5, &value) && value.num >= 0 &&
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
