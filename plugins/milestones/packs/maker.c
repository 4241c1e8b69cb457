/* SPDX-License-Identifier: BSD-2-Clause */
/* One section of a pack becomes its items: days, words, steps, refs, and why it is left out. Chains
 * are another room's, walking all packs is in packs.c. */
#include "plugins/milestones/packs/maker.h"

#include "plugins/common/dates.h"
#include "plugins/common/texts/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    STEPS = 16,
    REFS = 16,
    REF = 41,
    SOURCE = 480,
    SOURCE_DATES = 160,
    LONG_WINDOW = 60,
    LAST_MONTH = 30,
    FIRST_YEAR = 1950,
    LAST_YEAR = 2400,
    CAREER_YEARS = 10
};

void maker_init(struct maker *m, const struct planner *p, struct packs *packs)
{
    *m = (struct maker){.p = p, .packs = packs, .unknown = {.missing = PGC_MISSING_TRAINING}};
    expr_env_init(&m->env, p->h, p->anchors ? p->anchors : &m->unknown);
}

/* ---- single keys ---- */

bool maker_day(struct maker *m, const struct pack_section *s, enum pack_key key, pgyd_day *day,
               struct trace *trace)
{
    struct expr_error error;
    struct expr_day made;
    if (!expr_day(&m->env, s->v[key].text, &made, &error)) {
        packs_problem(m->packs, s, key, error.column, "%s", error.text);
        return false;
    }
    for (uint32_t i = 0; trace && i < made.names.n; i++)
        trace_anchor(trace, made.names.list[i].name, made.names.list[i].day);
    *day = made.day;
    return true;
}

bool maker_holds(struct maker *m, const struct pack_section *s)
{
    struct expr_error error;
    bool holds = true;
    if (s->v[P_IF].text && !expr_cond(&m->env, s->v[P_IF].text, &holds, &error)) {
        packs_problem(m->packs, s, P_IF, error.column, "%s", error.text);
        return false;
    }
    return holds;
}

int maker_choice(struct maker *m, const struct pack_section *s, enum pack_key key,
                 const char *words, int otherwise)
{
    const char *text = packs_text(m->packs, s, key);
    size_t len = text ? strlen(text) : 0;
    const char *rest = words;
    struct pgc_word word;
    if (!text)
        return otherwise;
    for (int i = 0; pgc_words_next(&rest, '|', &word); i++) {
        /* several of the words in a row are the first of them: "a|b" is a */
        if (strncmp(word.text, text, len) == 0 && (word.text[len] == '|' || !word.text[len]))
            return i;
    }
    struct pack_section *at = m->packs->sections;
    if (s->v[key].text) {
        packs_problem(m->packs, s, key, 1, "%s is one of %s", packs_key_name(key), words);
    } else { /* of the pack: said once, not for each of its milestones */
        at += m->packs->list[s->pack].head;
        packs_problem(m->packs, at, key, 1, "%s is one of %s", packs_key_name(key), words);
        at->v[key].text = NULL;
    }
    return otherwise;
}

void maker_origin(const struct maker *m, const struct pack_section *s, struct trace *trace,
                  char *text, size_t size)
{
    if (s->pack == PACK_OWN)
        pgc_format(text, size, "[milestone:%s]", s->id);
    else
        pgc_format(text, size, "packs/%s", m->packs->list[s->pack].file);
    trace->origin = text;
    trace->line = s->line;
}

/* A date of the section, else of its pack. */
static pgyd_day own_day(struct maker *m, const struct pack_section *s, enum pack_key key,
                        pgyd_day otherwise)
{
    pgyd_day day = s->v[key].text ? pgc_parse_day(m->p->h, s->v[key].text) : otherwise;
    if (s->v[key].text && day == PGYD_NO_DAY)
        packs_problem(m->packs, s, key, 1, "%s is a day, such as 2027-12-31", packs_key_name(key));
    return day;
}

void maker_source(struct maker *m, const struct pack_section *s, pgyd_day start,
                  struct pgyd_item *item, struct trace *trace, char *text, size_t size)
{
    static const uint16_t levels[] = {PGYD_CONFIRMED, PGYD_PATTERN, PGYD_UNKNOWN};
    static const char *const words[] = {"", "pattern, last checked on",
                                        "general knowledge, not confirmed, last looked at on"};
    item->source = "your own milestone";
    if (s->pack == PACK_OWN)
        return;
    const struct pack *pack = &m->packs->list[s->pack];
    const char *source = packs_text(m->packs, s, P_SOURCE),
               *checked = packs_text(m->packs, s, P_CHECKED_ON);
    pgyd_day valid = own_day(m, s, P_VALID_UNTIL, pack->valid_until);
    int level = maker_choice(m, s, P_CONFIDENCE, "confirmed|pattern|unknown", 1);
    /* What nobody has looked at since still plans, as a pattern. The item's own day decides, so
     * that nothing changes at midnight. */
    if (level == 0 && valid != PGYD_NO_DAY && start > valid)
        level = 1;
    own_day(m, s, P_CHECKED_ON, pack->checked_on);
    pgc_format(text, size - SOURCE_DATES, "%s", source ? source : pack->file);
    if (level)
        pgc_append(text, size, "; %s %s", words[level],
                   checked ? checked : "a day it does not say");
    item->source = text;
    item->confidence = levels[level];
    trace->checked_on = checked;
    trace->valid_until = packs_text(m->packs, s, P_VALID_UNTIL);
}

static void add_line(void *arg, const char *piece, size_t len, unsigned at)
{
    char *detail = arg;
    (void)at;
    pgc_append(detail, PGC_DETAIL, "%s- %.*s", detail[0] ? "\n" : "", (int)len, piece);
}

void maker_checklist(const char *texts, char detail[PGC_DETAIL])
{
    maker_pieces(texts, ';', add_line, detail);
}

struct ladder {
    struct maker *m;
    const struct pack_section *s;
    struct pgyd_step *steps;
    uint32_t n;
    bool none;
};

/* The host refuses a ladder that has one step twice. */
static void add_step(struct ladder *l, struct pgyd_step step)
{
    for (uint32_t i = 0; i < l->n; i++) {
        if (l->steps[i].n == step.n && l->steps[i].unit == step.unit)
            return;
    }
    l->steps[l->n++] = step;
}

static void take_step(void *arg, const char *piece, size_t len, unsigned at)
{
    struct ladder *l = arg;
    struct pgyd_step step;
    char text[16];
    pgc_format(text, sizeof text, "%.*s", (int)len, piece);
    if (strcmp(text, "none") == 0) {
        l->none = true;
    } else if (!expr_step(text, &step)) {
        packs_problem(l->m->packs, l->s, P_REMIND, at,
                      "\"%s\" is not a length such as 3d, 2w, 6mo, 1y, with + when it lies after",
                      text);
    } else if (l->n == STEPS - 1) {
        packs_problem(l->m->packs, l->s, P_REMIND, at, "at most 15 reminders");
    } else if (step.n != 0) {
        add_step(l, step);
    }
}

uint32_t maker_steps(struct maker *m, const struct pack_section *s, uint16_t severity,
                     struct pgyd_step steps[STEPS])
{
    struct ladder l = {.m = m, .s = s, .steps = steps};
    maker_pieces(s->v[P_REMIND].text, ',', take_step, &l);
    if (l.none)
        return 0;
    steps[l.n++] = (struct pgyd_step){.n = 0, .unit = 'd', .severity = severity};
    return l.n;
}

struct refs {
    char text[REFS][REF];
    const char *list[REFS];
    uint32_t n;
};

static void take_ref(void *arg, const char *piece, size_t len, unsigned at)
{
    struct refs *r = arg;
    (void)at;
    if (r->n == REFS)
        return;
    r->list[r->n] = pgc_format(r->text[r->n], REF, "%.*s", (int)len, piece);
    r->n++;
}

/* ---- items ---- */

static bool sane(const struct pgyd_host *h, pgyd_day day)
{
    int32_t year = 0, month, dom;
    if (day != PGYD_NO_DAY)
        h->ymd(h->ctx, day, &year, &month, &dom);
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* First and last day into item; false: it is not planned. */
static bool span(struct maker *m, struct pack_section *s, struct pgyd_item *item,
                 struct trace *trace)
{
    const struct pgyd_host *h = m->p->h;
    pgyd_day end = PGYD_NO_DAY;
    item->start = maker_section_day(m, s, trace);
    if (s->v[P_UNTIL].text && !maker_day(m, s, P_UNTIL, &end, trace))
        return false;
    if (!sane(h, item->start) || (s->v[P_UNTIL].text && !sane(h, end))) {
        planner_leave(m->p, s->id, "what its date stands on is not there, such as a fellowship");
        return false;
    }
    if (end != PGYD_NO_DAY && end < item->start) {
        planner_leave(m->p, s->id, "its last day would lie before its first");
        if (s->pack == PACK_OWN)
            packs_problem(m->packs, s, P_UNTIL, 0, "%s lies before when, %s", s->v[P_UNTIL].text,
                          s->v[P_WHEN].text);
        return false;
    }
    item->end = end;
    return true;
}

/* A title with {pgy} in it says which year it is. */
static void write_title(const struct pack_section *s, int k, char title[PGC_TITLE])
{
    const char *text = s->v[P_TITLE].text, *mark = k ? strstr(text, "{pgy}") : NULL;
    if (mark)
        pgc_format(title, PGC_TITLE, "%.*s%d%s", (int)(mark - text), text, k,
                   mark + strlen("{pgy}"));
    else
        pgc_format(title, PGC_TITLE, "%s", text);
}

static void write_rule(const struct pack_section *s, char *rule, size_t size)
{
    pgc_format(rule, size, "%s", s->v[P_WHEN].text ? s->v[P_WHEN].text : "");
    if (s->v[P_AFTER].text)
        pgc_append(rule, size, "%safter %s", rule[0] ? ", " : "", s->v[P_AFTER].text);
    if (s->v[P_UNTIL].text)
        pgc_append(rule, size, " to %s", s->v[P_UNTIL].text);
}

/* A window says that it opens, and a long one that its last month has begun; a day a fortnight
 * before. */
static void default_steps(struct pgyd_item *item, struct pgyd_step steps[STEPS])
{
    if (item->kind == PGYD_DEADLINE)
        return;
    if (item->kind == PGYD_MILESTONE)
        steps[item->nsteps++] = (struct pgyd_step){-14, 'd', PGYD_INFO};
    steps[item->nsteps++] = (struct pgyd_step){0, 'd', item->severity};
    if (item->kind == PGYD_WINDOW && item->end - item->start > LONG_WINDOW)
        steps[item->nsteps++] =
            (struct pgyd_step){item->end - item->start - LAST_MONTH, 'd', PGYD_INFO};
}

/* Who had begun to work before pgyd was first run has long done, or no longer needs, what led
 * there. */
static bool led_to_work(const struct maker *m, const struct pack_section *s, pgyd_day last)
{
    const struct pgc_anchors *a = m->p->anchors;
    return s->pack != PACK_OWN && a && a->s <= m->p->h->started && last <= a->s;
}

/* "Never a past event": what only ever was on its day is not caught up on. */
static bool too_late(struct maker *m, const struct pack_section *s, const struct pgyd_item *item)
{
    int drop = s->pack == PACK_OWN
                   ? 0
                   : maker_choice(m, s, P_LATE, "catch-up|drop", s->v[P_EACH].text ? 1 : 0);
    pgyd_day last = item->end == PGYD_NO_DAY ? item->start : item->end;
    bool working = led_to_work(m, s, last);
    if ((!drop && !working) || last >= m->p->h->started)
        return false;
    planner_leave(m->p, s->id,
                  working
                      ? "it leads to the first day of work, which was past when pgyd was first run"
                      : "it was over before pgyd was first run, and cannot be caught up on");
    return true;
}

static int emit_once(struct maker *m, struct pack_section *s, int k)
{
    static const uint16_t kinds[] = {PGYD_MILESTONE, PGYD_WINDOW, PGYD_DEADLINE, PGYD_REMINDER};
    char title[PGC_TITLE], detail[PGC_DETAIL], source[SOURCE], rule[400], origin[100],
        occurrence[16];
    struct pgyd_item item = PGC_ITEM_INIT;
    struct pgyd_step steps[STEPS];
    struct trace trace = {.rule = rule};
    struct refs refs = {.n = 0};
    bool checking = m->packs->say == PACK_REPORTS; /* then everything is read, planned or not */
    m->env.pgy = k;
    if (!maker_holds(m, s) && !checking) {
        planner_leave(m->p, s->id, "its condition does not hold: %s", s->v[P_IF].text);
        return 0;
    }
    if (!span(m, s, &item, &trace)) {
        if (!checking)
            return 0;
        item.start = item.end = m->p->h->today;
    }
    if (too_late(m, s, &item) && !checking)
        return 0;
    write_title(s, k, title);
    write_rule(s, rule, sizeof rule);
    pgc_format(detail, sizeof detail, "%s", s->v[P_DETAIL].text ? s->v[P_DETAIL].text : "");
    maker_checklist(s->v[P_CHECKLIST].text, detail);
    const char *note = packs_text(m->packs, s, P_NOTE);
    if (note)
        pgc_append(detail, sizeof detail, "%s%s", detail[0] ? "\n" : "", note);
    maker_pieces(s->v[P_REFS].text, ',', take_ref, &refs);
    item.slug = s->id;
    item.occurrence = k ? pgc_format(occurrence, sizeof occurrence, "pgy-%d", k) : NULL;
    item.title = title;
    item.detail = detail[0] ? detail : NULL;
    item.kind = kinds[maker_choice(m, s, P_KIND, "milestone|window|deadline|reminder",
                                   item.end == PGYD_NO_DAY ? 0 : 1)];
    item.severity = (uint16_t)(PGYD_INFO + maker_choice(m, s, P_SEVERITY, "info|warn|critical", 0));
    item.refs = refs.list;
    item.nrefs = refs.n;
    item.steps = steps;
    if (s->v[P_REMIND].text && (item.nsteps = maker_steps(m, s, item.severity, steps)) == 0)
        item.flags |= PGYD_ITEM_NO_LADDER;
    else if (!s->v[P_REMIND].text && s->pack == PACK_OWN)
        item.nsteps = maker_steps(m, s, item.severity, steps);
    else if (!s->v[P_REMIND].text)
        default_steps(&item, steps);
    maker_source(m, s, item.start, &item, &trace, source, sizeof source);
    maker_origin(m, s, &trace, origin, sizeof origin);
    return planner_emit(m->p, &item, &trace);
}

/* The last year a milestone is planned for: each = residency | training | career. */
static int last_year(struct maker *m, const struct pack_section *s)
{
    const struct pgc_anchors *a = m->p->anchors;
    int which = maker_choice(m, s, P_EACH, "residency|training|career", 1);
    if (!a)
        return 0;
    return pgc_pgy(m->p->h, a, which == 0 ? a->residency_end : a->g) +
           (which == 2 ? CAREER_YEARS : 0);
}

int maker_emit(struct maker *m, struct pack_section *s)
{
    if (!s->v[P_TITLE].text) {
        packs_problem(m->packs, s, P_KEYS, 0, "[milestone:%s] lacks title", s->id);
        return 0;
    }
    if (planner_builtin(m->p, s->id)) {
        packs_problem(m->packs, s, P_KEYS, 0,
                      "pgyd plans a milestone %s itself: another id, such as my-%s", s->id, s->id);
        return 0;
    }
    if (planner_off(m->p, s->id))
        return 0;
    if (!s->v[P_EACH].text)
        return emit_once(m, s, 0);
    int last = last_year(m, s);
    for (int k = 1; k <= last; k++) {
        uint32_t said = m->packs->said;
        if (emit_once(m, s, k) != 0)
            return -1;
        if (m->packs->said != said)
            break; /* once is enough */
    }
    return 0;
}
