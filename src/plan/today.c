/* SPDX-License-Identifier: BSD-2-Clause */
/* Chooses and words the lines of today. Its JSON is todayjson.c's; who prints it knows no rule. */
#include "plan/today.h"

#include "plan/by.h"

#include <stdlib.h>
#include <string.h>

enum {
    FATAL_AHEAD = 60,  /* from its first step on */
    COSTLY_AHEAD = 14, /* likewise */
    FIRE = 48 * 3600,  /* seconds before a fatal `by` */
};

struct making {
    const struct pgy_timeline *timeline;
    const struct pgy_tz *person;
    int64_t now;
    pgy_day today, week;
    struct pgy_arena *arena;
    struct pgy_today *out;
    size_t cap;
};

/* Past when pgyd was first run, and still to be repaired: asked before anything else. */
static bool asks_first(const struct pgy_item *item)
{
    return item->catch_up && item->stakes == PGYD_FATAL && !(item->flags & PGYD_ITEM_FINAL);
}

/* The group of an item that belongs to no offer; PGY_TODAY_USEFUL: it has no day that counts. */
static enum pgy_today_group group_of(const struct pgy_item *item, pgy_day today)
{
    const int32_t left = item->by - today;
    if (item->stakes < PGYD_COSTLY)
        return PGY_TODAY_USEFUL;
    if (left <= PGY_TODAY_BURNS)
        return PGY_TODAY_BURNING;
    return left <= (item->stakes == PGYD_FATAL ? FATAL_AHEAD : COSTLY_AHEAD) ? PGY_TODAY_AHEAD
                                                                             : PGY_TODAY_USEFUL;
}

/* ---- lines ---- */

static struct pgy_today_line *add(struct making *m, enum pgy_today_group group,
                                  const struct pgy_item *item, const struct pgy_item *step)
{
    struct pgy_today_line *line =
        pgy_arena_push(m->arena, &m->out->lines, &m->out->n, &m->cap, sizeof *line);
    *line = (struct pgy_today_line){.group = group, .item = item, .step = step};
    return line;
}

static const char *dated(const struct making *m, const struct pgy_item *item)
{
    return pgy_arena_printf(m->arena, "%s: %s", item->title,
                            pgy_by_words(item, m->person, m->today, m->arena));
}

static int by_place(const void *a, const void *b)
{
    const struct pgy_today_line *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    /* an offer without an answer date comes after those that have one */
    bool fx = x->item->stakes == PGYD_FATAL, fy = y->item->stakes == PGYD_FATAL;
    if (x->group == PGY_TODAY_OFFER && fx != fy)
        return fx ? -1 : 1;
    return pgy_item_sooner(x->item, y->item);
}

/* ---- offers ---- */

/* Whether `a` rather than `b` says where the whole offer stands: its answer date. */
static bool leads(const struct pgy_item *a, const struct pgy_item *b)
{
    return a->stakes != b->stakes ? a->stakes > b->stakes : pgy_item_sooner(a, b) < 0;
}

/* Whether `a` rather than `b` is to be done first: what is graver, then what the person could still
 * do in time, then what is due sooner. */
static bool goes_first(const struct pgy_item *a, const struct pgy_item *b)
{
    if (a->stakes != b->stakes)
        return a->stakes > b->stakes;
    return a->catch_up != b->catch_up ? b->catch_up : pgy_item_sooner(a, b) < 0;
}

/* Of what belongs to an offer, the first thing to do before the answer `lead`; NULL: nothing. What
 * was past when pgyd was first run counts as well: the offer is still open. */
static const struct pgy_item *step_before(const struct pgy_timeline *timeline,
                                          const struct pgy_item *lead)
{
    const struct pgy_item *step = NULL;
    for (size_t i = 0; i < timeline->n; i++) {
        const struct pgy_item *item = &timeline->items[i];
        if (item != lead && item->about && strcmp(item->about, lead->about) == 0 &&
            pgy_item_asked(item) && item->state != PGY_FUTURE && (!step || goes_first(item, step)))
            step = item;
    }
    return step;
}

const char *pgy_today_next(const struct pgy_timeline *timeline, const struct pgy_item *item)
{
    const bool leads = pgy_item_of_offer(item) && item->stakes == PGYD_FATAL;
    const struct pgy_item *step = leads ? step_before(timeline, item) : NULL;
    return step ? step->next ? step->next : step->title : item->next;
}

static struct pgy_today_line *line_about(const struct making *m, const char *about)
{
    for (size_t i = 0; i < m->out->n; i++) {
        struct pgy_today_line *line = &m->out->lines[i];
        if (line->group == PGY_TODAY_OFFER && strcmp(line->item->about, about) == 0)
            return line;
    }
    return NULL;
}

/* Of what belongs to an offer the answer leads, and the first thing to do before it is its step. */
static void take_offers(struct making *m)
{
    const struct pgy_timeline *t = m->timeline;
    for (size_t i = 0; i < t->n; i++) {
        const struct pgy_item *item = &t->items[i];
        if (!pgy_item_of_offer(item) || !pgy_item_asked(item) || item->catch_up)
            continue;
        struct pgy_today_line *line = line_about(m, item->about);
        if (!line)
            add(m, PGY_TODAY_OFFER, item, NULL);
        else if (leads(item, line->item))
            line->item = item;
    }
    for (size_t i = 0; i < m->out->n; i++) {
        struct pgy_today_line *line = &m->out->lines[i];
        line->step = step_before(t, line->item);
        const struct pgy_item *to_do = line->step ? line->step : line->item;
        line->text = dated(m, line->item);
        line->next = to_do->next ? to_do->next : line->step ? to_do->title : NULL;
        /* the answer itself is logged, never ticked off */
        if (!line->step && line->item->stakes < PGYD_FATAL)
            line->step = line->item;
    }
}

/* ---- dates ---- */

static void take_dates(struct making *m)
{
    for (size_t i = 0; i < m->timeline->n; i++) {
        const struct pgy_item *item = &m->timeline->items[i];
        const bool first = asks_first(item);
        const enum pgy_today_group group = group_of(item, m->today);
        if (pgy_item_of_offer(item) || !pgy_item_asked(item) || (item->catch_up && !first) ||
            group == PGY_TODAY_USEFUL || (item->kind == PGYD_HABIT))
            continue;
        struct pgy_today_line *line = add(m, group, item, item);
        line->next = item->next;
        line->text = first
                         ? pgy_arena_printf(m->arena, "Is this done? %s (was due %s)", item->title,
                                            pgy_by_when(item, m->person, m->today, m->arena))
                         : dated(m, item);
    }
}

/* ---- three useful things a week ---- */

static void take_useful(struct making *m)
{
    const struct pgy_item *useful[PGY_USEFUL];
    size_t n = pgy_today_useful(m->timeline, m->week, useful);
    for (size_t i = 0; i < n; i++) {
        const struct pgy_item *item = useful[i];
        struct pgy_today_line *line = add(m, PGY_TODAY_USEFUL, item, item);
        const bool fixed = item->kind == PGYD_MILESTONE;
        line->next = item->next;
        line->text = fixed ? pgy_arena_printf(m->arena, "%s: %s", item->title,
                                              pgy_by_when(item, m->person, m->today, m->arena))
                           : item->title;
    }
}

/* ---- what fits, and what is only counted ---- */

static bool never_cut(const struct making *m, const struct pgy_today_line *line)
{
    return line->item->stakes == PGYD_FATAL && line->item->by - m->today <= PGY_TODAY_BURNS;
}

static void cut(struct making *m)
{
    struct pgy_today *out = m->out;
    size_t kept = 0;
    for (size_t i = 0; i < out->n; i++) {
        if (kept < PGY_TODAY_LINES || never_cut(m, &out->lines[i]))
            out->lines[kept++] = out->lines[i];
        else if (out->lines[i].group < PGY_TODAY_USEFUL)
            out->dated++;
    }
    out->n = kept;
}

static bool shown(const struct pgy_today *out, const struct pgy_item *item)
{
    for (size_t i = 0; i < out->n; i++) {
        if (out->lines[i].item == item || out->lines[i].step == item)
            return true;
    }
    return false;
}

static void count_rest(struct making *m)
{
    struct pgy_today *out = m->out;
    for (size_t i = 0; i < m->timeline->n; i++) {
        const struct pgy_item *item = &m->timeline->items[i];
        const bool now = item->kind == PGYD_HABIT && item->start <= m->today &&
                         item->end >= m->today && !item->unpublished;
        out->snoozed += item->state == PGY_SNOOZED;
        out->missed += item->state == PGY_MISSED;
        out->habits += now;
        out->habits_done += now && item->state == PGY_DONE;
        if (!pgy_item_asked(item) || shown(out, item))
            continue;
        out->late += item->catch_up && !pgy_item_of_offer(item);
        out->useful +=
            pgy_item_useful(item, m->timeline->started, m->week) && item->kind != PGYD_HABIT;
    }
}

static void take_done(struct making *m)
{
    for (size_t i = 0; i < m->timeline->n; i++) {
        const struct pgy_item *item = &m->timeline->items[i];
        if (item->stakes == PGYD_FATAL && item->state == PGY_DONE && item->done_on == m->today)
            add(m, PGY_TODAY_DONE, item, NULL)->text =
                pgy_arena_printf(m->arena, "done: %s (undo)", item->title);
    }
}

/* ---- the sentence ---- */

/* The gravest line: fire, watch or none of them. */
static enum pgy_today_state state_of(const struct making *m, const struct pgy_today_line *line)
{
    const struct pgy_item *item = line->item;
    if (item->stakes != PGYD_FATAL || line->group >= PGY_TODAY_USEFUL)
        return PGY_TODAY_CALM;
    /* What became of an offer is a question, not a fire. */
    if (item->kind == PGYD_ALERT)
        return PGY_TODAY_WATCH;
    if (pgy_by_instant(item, m->person) - m->now <= FIRE)
        return PGY_TODAY_FIRE;
    return item->by - m->today <= PGY_TODAY_BURNS ? PGY_TODAY_WATCH : PGY_TODAY_CALM;
}

static const char *of_lines(const struct making *m, enum pgy_today_state state)
{
    const struct pgy_today *out = m->out;
    const struct pgy_today_line *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < out->n; i++) {
        if (state_of(m, &out->lines[i]) != state || out->lines[i].group >= PGY_TODAY_USEFUL)
            continue;
        first = first ? first : &out->lines[i];
        n++;
    }
    if (state == PGY_TODAY_CALM)
        return first ? pgy_arena_printf(m->arena, "Nothing is on fire. Next: %s", first->text)
                     : "Nothing is on fire, and no date is near.";
    return pgy_arena_printf(m->arena, "%s %s%s",
                            state == PGY_TODAY_FIRE ? "Now:" : "This week:", first->text,
                            n > 1 ? pgy_arena_printf(m->arena, "; and %zu more", n - 1) : "");
}

static void say(struct making *m, const struct pgy_today_health *health)
{
    struct pgy_today *out = m->out;
    for (size_t i = 0; i < out->n; i++) {
        enum pgy_today_state state = state_of(m, &out->lines[i]);
        out->state = state > out->state ? state : out->state;
    }
    if (health->down || health->undelivered) {
        const char *what = health->down ? "pgyd is not running: no reminder leaves."
                                        : "A reminder of a fatal date could not be delivered.";
        out->sentence = out->state == PGY_TODAY_CALM
                            ? what
                            : pgy_arena_printf(m->arena, "%s %s", what, of_lines(m, out->state));
        out->state = PGY_TODAY_FIRE;
    } else if (health->unreached && out->state < PGY_TODAY_FIRE) {
        out->sentence = pgy_arena_printf(m->arena, "No reminder reaches your phone. %s",
                                         of_lines(m, out->state));
        out->state = PGY_TODAY_WATCH;
    } else {
        out->sentence = of_lines(m, out->state);
    }
}

pgy_day pgy_today_week(pgy_day today)
{
    return today - (pgy_day)pgy_civil_weekday(today);
}

void pgy_today_make(const struct pgy_timeline *timeline, const struct pgy_today_health *health,
                    const struct pgy_tz *person, int64_t now, pgy_day week, struct pgy_arena *arena,
                    struct pgy_today *today)
{
    struct making m = {.timeline = timeline,
                       .person = person,
                       .now = now,
                       .today = timeline->today,
                       .week = week,
                       .arena = arena,
                       .out = today};
    *today = (struct pgy_today){0};
    take_offers(&m);
    take_dates(&m);
    if (today->n > 1)
        qsort(today->lines, today->n, sizeof *today->lines, by_place);
    take_useful(&m);
    cut(&m);
    count_rest(&m);
    say(&m, health);
    take_done(&m);
}
