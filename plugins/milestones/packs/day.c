/* SPDX-License-Identifier: BSD-2-Clause */
/* The day of a pack's milestone, which may come after others. */
#include "plugins/milestones/packs/maker.h"

#include "plugins/common/texts/words.h"

#include <string.h>

/* Of a section whose day is worked out. */
enum { DAY_NEW, DAY_ASKED, DAY_KNOWN };

void maker_pieces(const char *text, char separator,
                  void (*fn)(void *arg, const char *piece, size_t len, unsigned at), void *arg)
{
    const char *rest = text;
    struct pgc_word word;
    while (pgc_words_next(&rest, separator, &word)) {
        const char *p = word.text, *stop = p + word.len;
        while (p < stop && *p == ' ')
            p++;
        while (stop > p && stop[-1] == ' ')
            stop--;
        if (stop > p)
            fn(arg, p, (size_t)(stop - p), (unsigned)(p - text) + 1);
    }
}

/* Everybody in the circle stays without a day. */
static void say_circle(struct maker *m, struct pack_section *s)
{
    char path[300] = "";
    int i = m->depth - 1;
    while (i > 0 && m->stack[i] != s)
        i--;
    struct pack_section *last = m->stack[m->depth - 1];
    for (; i < m->depth; i++) {
        pgc_append(path, sizeof path, "%s after ", m->stack[i]->id);
        m->stack[i]->state = DAY_KNOWN;
    }
    packs_problem(m->packs, last, P_AFTER, 1, "a circle: %s%s", path, s->id);
}

/* The day of a milestone that others come after, worked out once. */
static pgyd_day known_day(struct maker *m, struct pack_section *s)
{
    if (s->state == DAY_KNOWN)
        return s->day;
    if (s->state == DAY_ASKED) {
        say_circle(m, s);
        return PGYD_NO_DAY;
    }
    if (m->depth == MAKER_DEEPEST) {
        packs_problem(m->packs, s, P_AFTER, 1, "more than %d milestones after each other",
                      MAKER_DEEPEST);
        return PGYD_NO_DAY;
    }
    struct pack_section room;
    int pgy = m->env.pgy;
    s->state = DAY_ASKED;
    m->stack[m->depth++] = s;
    m->env.pgy = 0;
    pgyd_day day =
        maker_holds(m, s) ? maker_section_day(m, maker_case(m, s, &room), NULL) : PGYD_NO_DAY;
    m->env.pgy = pgy;
    m->depth--;
    if (s->state == DAY_ASKED) {
        s->state = DAY_KNOWN;
        s->day = day;
    }
    return s->day;
}

struct after {
    struct maker *m;
    struct pack_section *s;
    struct trace *trace;
    pgyd_day day;
    bool wrong;
};

/* "license-apply + 90d" */
static void take_after(void *arg, const char *piece, size_t len, unsigned at)
{
    struct after *a = arg;
    char id[64], text[200], day_text[24];
    size_t n = 0;
    while (n < len && piece[n] != ' ' && piece[n] != '+')
        n++;
    pgc_format(id, sizeof id, "%.*s", (int)(n < sizeof id ? n : sizeof id - 1), piece);
    struct pack_section *other = packs_find(a->m->packs, id);
    if (!other || other->v[P_EACH].text || other->v[P_EVERY].text) {
        packs_problem(a->m->packs, a->s, P_AFTER, at,
                      other ? "%s is planned again and again: nothing can come after it"
                            : "there is no milestone %s",
                      id);
        a->wrong = true;
        return;
    }
    pgyd_day day = known_day(a->m, other);
    struct expr_day sum;
    struct expr_error error;
    const struct pgyd_host *h = a->m->p->h;
    pgyd_day base = day == PGYD_NO_DAY ? 0 : day; /* what follows is read in any case */
    pgc_format(text, sizeof text, "%s%.*s", h->day_text(h->ctx, base, day_text), (int)(len - n),
               piece + n);
    if (!expr_day(&a->m->env, text, &sum, &error)) {
        packs_problem(a->m->packs, a->s, P_AFTER,
                      at + (unsigned)n + (error.column > 10 ? error.column - 11 : 0), "%s",
                      error.text);
        a->wrong = true;
    } else if (day != PGYD_NO_DAY) {
        a->day = pgc_later(a->day, sum.day);
        if (a->trace)
            trace_anchor(a->trace, id, day);
    }
}

/* when, or the end of what it comes after, or the later of both. PGYD_NO_DAY also after a
 * mistake. */
pgyd_day maker_section_day(struct maker *m, struct pack_section *s, struct trace *trace)
{
    struct after a = {.m = m, .s = s, .trace = trace, .day = PGYD_NO_DAY};
    if (!s->v[P_WHEN].text && !s->v[P_AFTER].text) {
        packs_problem(m->packs, s, P_KEYS, 0, "[milestone:%s] lacks when", s->id);
        return PGYD_NO_DAY;
    }
    if (s->v[P_WHEN].text && !maker_day(m, s, P_WHEN, &a.day, trace))
        return PGYD_NO_DAY;
    maker_pieces(s->v[P_AFTER].text, ',', take_after, &a);
    return a.wrong ? PGYD_NO_DAY : a.day;
}

pgyd_day maker_named_day(struct maker *m, const struct pack_section *s, enum pack_key key)
{
    struct pack_section room, *other = packs_find(m->packs, s->v[key].text);
    if (!other || other->v[P_EACH].text || other->v[P_EVERY].text) {
        packs_problem(m->packs, s, key, 1,
                      other ? "%s is planned again and again" : "there is no milestone %s",
                      s->v[key].text);
        return PGYD_NO_DAY;
    }
    return maker_section_day(m, maker_case(m, other, &room), NULL);
}
