/* SPDX-License-Identifier: BSD-2-Clause */
/* Finds each contact a day: weeks with room, busy days, windows around the due day. Which contacts
 * there are is the room of people's, items are contacts.c's. */
#include "plugins/networking/rhythm/schedule.h"

#include <stdlib.h>

enum { WEEK = 7, SLACK = 5, MAX_SHIFT = 92, MAX_WEEKS = 3000, ROAMING = 14, PAST_DAYS = 1100 };

struct stretch {
    pgyd_day start, end;
};

pgyd_day week_of(pgyd_day day)
{
    pgyd_day after = (day + 3) % WEEK; /* 1970-01-01 was a Thursday */
    return day - (after < 0 ? after + WEEK : after);
}

/* Where an occurrence belongs: the day it is due and how far it may shift. */
struct window {
    pgyd_day due, low, high;
    bool first; /* nobody has been in touch yet */
};

/* ---- busy days ---- */

static int add_busy(void *arg, const struct pgyd_busy *busy)
{
    struct schedule *s = arg;
    if (s->nbusy == s->cap_busy) {
        uint32_t cap = s->cap_busy ? s->cap_busy * 2 : 32;
        struct stretch *bigger = realloc(s->busy, cap * sizeof *bigger);
        if (!bigger) {
            s->failed = true;
            return -1;
        }
        s->busy = bigger;
        s->cap_busy = cap;
    }
    s->busy[s->nbusy++] = (struct stretch){busy->start, busy->end};
    return 0;
}

static int by_start(const void *a, const void *b)
{
    const struct stretch *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* Sorted and without overlaps, so that one look by halves finds the stretch of a day. */
static void merge_busy(struct schedule *s)
{
    uint32_t n = 0;
    if (s->nbusy == 0)
        return;
    qsort(s->busy, s->nbusy, sizeof *s->busy, by_start);
    for (uint32_t i = 1; i < s->nbusy; i++) {
        if (s->busy[i].start <= s->busy[n].end)
            s->busy[n].end = pgc_later(s->busy[n].end, s->busy[i].end);
        else
            s->busy[++n] = s->busy[i];
    }
    s->nbusy = n + 1;
}

static bool is_busy(const struct schedule *s, pgyd_day day)
{
    uint32_t low = 0, high = s->nbusy;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (day < s->busy[mid].start)
            high = mid;
        else if (day > s->busy[mid].end)
            low = mid + 1;
        else
            return true;
    }
    return false;
}

/* ---- weeks ---- */

/* Index of a day's week; -1 before the first and behind the last: they are not counted. */
static int64_t week_index(const struct schedule *s, pgyd_day day)
{
    int64_t i = ((int64_t)day - s->base) / WEEK;
    return day < s->base || i >= s->nweeks ? -1 : i;
}

static bool has_room(const struct schedule *s, pgyd_day day, uint32_t cap, uint32_t roam_cap)
{
    int64_t i = week_index(s, day);
    return i < 0 || (s->load[i] < cap && s->roaming[i] < roam_cap);
}

static void pass_full(struct schedule *s)
{
    while (s->full_before < s->nweeks && s->load[s->full_before] >= s->per_week)
        s->full_before++;
}

static void take(struct schedule *s, const struct person *p, pgyd_day day)
{
    int64_t i = day == PGYD_NO_DAY ? -1 : week_index(s, day);
    if (i < 0)
        return;
    s->load[i]++;
    s->roaming[i] = (uint16_t)(s->roaming[i] + p->roams);
    pass_full(s);
}

/* A touch that only the file tells of: it filled a place of its week, however it came about. */
static void take_fact(struct schedule *s, const struct person *p)
{
    int64_t i = p->fact == PGYD_NO_DAY ? -1 : week_index(s, p->fact);
    if (i < 0)
        return;
    s->load[i]++;
    s->roaming[i] = (uint16_t)(s->roaming[i] + p->roams);
    pass_full(s);
}

/* A day that has come by `on` stays counted: that week had its reminder. */
static void give_back(struct schedule *s, const struct person *p, pgyd_day day, pgyd_day on)
{
    int64_t i = day == PGYD_NO_DAY || day <= on ? -1 : week_index(s, day);
    if (i < 0)
        return;
    s->load[i]--;
    s->roaming[i] = (uint16_t)(s->roaming[i] - p->roams);
    if ((uint32_t)i < s->full_before)
        s->full_before = (uint32_t)i;
}

/* ---- those whose next occurrence falls into a week ---- */

static void link_next(struct schedule *s, struct person *p)
{
    int64_t i = p->next == PGYD_NO_DAY ? -1 : week_index(s, p->next);
    uint32_t self = (uint32_t)(p - s->list) + 1;
    p->before = p->after = 0;
    if (i < 0)
        return;
    p->after = s->heads[i];
    if (p->after)
        s->list[p->after - 1].before = self;
    s->heads[i] = self;
}

static void unlink_next(struct schedule *s, struct person *p)
{
    int64_t i = p->next == PGYD_NO_DAY ? -1 : week_index(s, p->next);
    if (i < 0)
        return;
    if (p->before)
        s->list[p->before - 1].after = p->after;
    else
        s->heads[i] = p->after;
    if (p->after)
        s->list[p->after - 1].before = p->before;
    p->before = p->after = 0;
}

/* ---- places ---- */

/* The day nearest to the due one within the window whose week has room under the caps and that, if
 * asked, is not busy. */
static pgyd_day nearest(const struct schedule *s, const struct window *w, uint32_t cap,
                        uint32_t roam_cap, bool free)
{
    for (pgyd_day off = 0; w->due + off <= w->high || w->due - off >= w->low; off++) {
        const pgyd_day days[] = {w->due + off, w->due - off};
        for (int i = 0; i < 2; i++) {
            if (days[i] >= w->low && days[i] <= w->high && has_room(s, days[i], cap, roam_cap) &&
                !(free && is_busy(s, days[i])))
                return days[i];
        }
    }
    return PGYD_NO_DAY;
}

/* The first day of a week that is not busy; its Monday when all are. */
static pgyd_day first_free(const struct schedule *s, pgyd_day monday)
{
    for (pgyd_day day = monday; day < monday + WEEK; day++) {
        if (!is_busy(s, day))
            return day;
    }
    return monday;
}

/* No week within the limits has room: the first later one that has. */
static pgyd_day later(const struct schedule *s, pgyd_day high)
{
    int64_t i = week_index(s, high);
    if (i < 0)
        return high;
    if (i < (int64_t)s->full_before)
        i = s->full_before;
    while (i < s->nweeks && s->load[i] >= s->per_week)
        i++;
    return first_free(s, s->base + (pgyd_day)i * WEEK);
}

/* The best day of a window, PGYD_NO_DAY when every week in it is full. First words, for which all
 * come at once, fill a third of a week; those who can go to several weeks leave what the others
 * need, as long as that costs nothing. */
static pgyd_day find_room(const struct schedule *s, const struct person *p, const struct window *w)
{
    pgyd_day day = PGYD_NO_DAY;
    if (w->first)
        day = nearest(s, w, (s->per_week + 2) / 3, UINT32_MAX, true);
    for (uint32_t cap = s->roam_cap; day == PGYD_NO_DAY && p->roams && cap < s->per_week; cap++)
        day = nearest(s, w, s->per_week, cap, true);
    if (day == PGYD_NO_DAY)
        day = nearest(s, w, s->per_week, UINT32_MAX, true);
    return day != PGYD_NO_DAY ? day : nearest(s, w, s->per_week, UINT32_MAX, false);
}

static pgyd_day place(struct schedule *s, const struct person *p, const struct window *w)
{
    pgyd_day day = find_room(s, p, w);
    if (day == PGYD_NO_DAY)
        day = later(s, w->high);
    take(s, p, day);
    return day;
}

/* ---- people ---- */

static pgyd_day shift_of(const struct pgyd_host *h, pgyd_day from, struct cadence cadence)
{
    pgyd_day to = h->add_dur(h->ctx, from, cadence.n, cadence.unit);
    pgyd_day shift = to == PGYD_NO_DAY ? 0 : (to - from) / SLACK;
    return shift > MAX_SHIFT ? MAX_SHIFT : shift;
}

/* Where the open occurrence belongs after a last touch (PGYD_NO_DAY: none yet). */
static struct window open_window(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                                 const struct person *p, pgyd_day last)
{
    struct window w = {.first = last == PGYD_NO_DAY};
    pgyd_day start = pgc_later(h->started, p->added);
    if (last == PGYD_NO_DAY) {
        /* Nobody waits longer for the first word than for any other: within a cadence and a fifth,
         * and not before a week is over. */
        pgyd_day whole = h->add_dur(h->ctx, start, p->cadence.n, p->cadence.unit);
        w.due = w.low = start + FIRST_CONTACT_DAYS;
        w.high =
            whole == PGYD_NO_DAY ? w.due : pgc_later(w.due, whole + shift_of(h, start, p->cadence));
    } else {
        pgyd_day shift = shift_of(h, last, p->cadence);
        w.due = h->add_dur(h->ctx, last, p->cadence.n, p->cadence.unit);
        w.low = w.due == PGYD_NO_DAY ? w.due : w.due - shift;
        w.high = w.due == PGYD_NO_DAY ? w.due : w.due + shift;
    }
    /* S2-60: the intern year is for medicine; only a rhythm the person chose themselves runs in
     * it. */
    pgyd_day second = anchors && !p->own ? pgc_pgy_start(h, anchors, 2) : PGYD_NO_DAY;
    if (w.due != PGYD_NO_DAY && second != PGYD_NO_DAY && w.due < second) {
        w.due = w.low = second;
        w.high = second + shift_of(h, second, p->cadence);
    }
    return w;
}

static void place_next(const struct pgyd_host *h, struct schedule *s, struct person *p)
{
    pgyd_day due = p->open == PGYD_NO_DAY
                       ? p->open
                       : h->add_dur(h->ctx, p->open, p->cadence.n, p->cadence.unit);
    p->next = due;
    if (due == PGYD_NO_DAY)
        return;
    pgyd_day shift = shift_of(h, p->open, p->cadence);
    p->next = place(s, p, &(struct window){due, due - shift, due + shift, false});
    link_next(s, p);
}

/* Somebody whose next falls into the week of a day and has not come by `on` makes room there. */
static bool make_room(const struct pgyd_host *h, struct schedule *s, pgyd_day day, pgyd_day on)
{
    int64_t i = week_index(s, day);
    uint32_t at = i < 0 ? 0 : s->heads[i];
    while (at && s->list[at - 1].next <= on)
        at = s->list[at - 1].after;
    if (!at)
        return false;
    struct person *p = &s->list[at - 1];
    pgyd_day old = p->next;
    unlink_next(s, p);
    place_next(h, s, p); /* while its old place still counts, so that it does not come back to it */
    give_back(s, p, old, on);
    return true;
}

/* The open occurrence, which may take the place of another's next. */
static pgyd_day place_open(const struct pgyd_host *h, struct schedule *s, const struct person *p,
                           const struct window *w, pgyd_day on)
{
    pgyd_day day = find_room(s, p, w);
    for (pgyd_day off = 0;
         day == PGYD_NO_DAY && (w->due + off <= w->high || w->due - off >= w->low); off++) {
        const pgyd_day days[] = {w->due + off, w->due - off};
        for (int i = 0; i < 2 && day == PGYD_NO_DAY; i++) {
            if (days[i] >= w->low && days[i] <= w->high && !is_busy(s, days[i]) &&
                make_room(h, s, days[i], on))
                day = days[i];
        }
    }
    if (day == PGYD_NO_DAY)
        day = later(s, w->high);
    take(s, p, day);
    return day;
}

/* on: the day of the touch that moved them, PGYD_NO_DAY for the file alone. */
static void place_person(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                         struct schedule *s, struct person *p, pgyd_day last, pgyd_day on)
{
    struct window w = open_window(h, anchors, p, last);
    p->open = w.due;
    p->next = PGYD_NO_DAY;
    if (w.due == PGYD_NO_DAY)
        return;
    p->open = place_open(h, s, p, &w, on);
    place_next(h, s, p);
}

struct first {
    pgyd_day due;
    uint32_t i;
};

static int by_due(const void *a, const void *b)
{
    const struct first *x = a, *y = b;
    if (x->due != y->due)
        return x->due < y->due ? -1 : 1;
    return (x->i > y->i) - (x->i < y->i);
}

/* Everybody as the file alone has them, the earliest first. */
static int place_first(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                       struct people *people, struct schedule *s)
{
    struct first *order = calloc((size_t)people->n + 1, sizeof *order);
    if (!order)
        return -1;
    for (uint32_t i = 0; i < people->n; i++)
        order[i] =
            (struct first){open_window(h, anchors, &people->list[i], people->list[i].fact).due, i};
    qsort(order, people->n, sizeof *order, by_due);
    for (uint32_t i = 0; i < people->n; i++)
        place_person(h, anchors, s, &people->list[order[i].i], people->list[order[i].i].fact,
                     PGYD_NO_DAY);
    free(order);
    return 0;
}

/* A touch moves its own contact: back goes what lies ahead, unless the touch came on the very day
 * and the next stays where it was. */
static void replay(const struct pgyd_host *h, const struct pgc_anchors *anchors, struct schedule *s,
                   struct person *p, pgyd_day on)
{
    struct window w = open_window(h, anchors, p, on);
    unlink_next(s, p);
    if (p->open == on && p->next != PGYD_NO_DAY && p->next >= w.low && p->next <= w.high) {
        p->open = p->next;
        place_next(h, s, p);
        return;
    }
    give_back(s, p, p->open, on);
    give_back(s, p, p->next, on);
    place_person(h, anchors, s, p, on, on);
}

/* Those with a short rhythm have two weeks to go to at best, and come in clusters: they get half as
 * much again as they need on the average. */
static void split_weeks(const struct pgyd_host *h, struct people *people, struct schedule *s)
{
    double need = 0;
    for (uint32_t i = 0; i < people->n; i++) {
        struct person *p = &people->list[i];
        pgyd_day to = h->add_dur(h->ctx, h->started, p->cadence.n, p->cadence.unit);
        p->roams = to == PGYD_NO_DAY || 2 * shift_of(h, h->started, p->cadence) >= ROAMING;
        if (!p->roams && to > h->started)
            need += 1.5 * WEEK / (to - h->started);
    }
    s->roam_cap = need + 2 < s->per_week ? s->per_week - (uint32_t)need - 1 : 1;
}

/* The week of the first run or of the earliest touch in the file, whichever comes first, within
 * three years. */
static pgyd_day first_week(const struct pgyd_host *h, const struct people *people)
{
    pgyd_day first = h->started;
    for (uint32_t i = 0; i < people->n; i++)
        first = pgc_earlier(first, people->list[i].fact);
    return week_of(pgc_later(first, h->started - PAST_DAYS));
}

int schedule_make(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                  struct people *people, struct schedule *s)
{
    int64_t cap = pgc_num(h, "networking", "", "per_week", PER_WEEK);
    *s = (struct schedule){.base = first_week(h, people),
                           .nweeks = MAX_WEEKS,
                           .list = people->list,
                           .per_week = cap < 1 ? 1 : (uint32_t)cap};
    s->load = calloc(MAX_WEEKS, sizeof *s->load);
    s->roaming = calloc(MAX_WEEKS, sizeof *s->roaming);
    s->heads = calloc(MAX_WEEKS, sizeof *s->heads);
    pgyd_day *last = calloc((size_t)people->n + 1, sizeof *last);
    int rc = -1;
    if (!s->load || !s->roaming || !s->heads || !last)
        goto out;
    h->busy(h->ctx, add_busy, s);
    if (s->failed)
        goto out;
    merge_busy(s);
    split_weeks(h, people, s);
    for (uint32_t i = 0; i < people->n; i++)
        take_fact(s, &people->list[i]);
    if (place_first(h, anchors, people, s) != 0)
        goto out;
    for (uint32_t i = 0; i < people->n; i++)
        last[i] = people->list[i].fact;
    for (size_t i = 0; i < people->ntouches; i++) {
        const struct touch *t = &people->touches[i];
        /* An earlier day written down later changes the count, not the rhythm. */
        if (last[t->person] != PGYD_NO_DAY && t->on <= last[t->person])
            continue;
        replay(h, anchors, s, &people->list[t->person], t->on);
        last[t->person] = t->on;
    }
    rc = 0;
out:
    free(last);
    if (rc != 0)
        h->error(h->ctx, "out of memory for the schedule of contacts");
    return rc;
}

void schedule_free(struct schedule *s)
{
    free(s->load);
    free(s->roaming);
    free(s->heads);
    free(s->busy);
    *s = (struct schedule){0};
}

double schedule_demand(const struct pgyd_host *h, const struct people *people)
{
    double demand = 0;
    for (uint32_t i = 0; i < people->n; i++) {
        pgyd_day to =
            h->add_dur(h->ctx, h->started, people->list[i].cadence.n, people->list[i].cadence.unit);
        if (to != PGYD_NO_DAY && to > h->started)
            demand += (double)WEEK / (to - h->started);
    }
    return demand;
}
