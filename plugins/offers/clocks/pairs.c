/* SPDX-License-Identifier: BSD-2-Clause */
/* S0-17: a stretch for each pair of offers that can both be answered. Eight offers make 28 pairs,
 * which a person can still read; two hundred make 19,900. Words stand in table.c. */
#include "plugins/offers/clocks/inside.h"

#include <stdlib.h>
#include <string.h>

enum { PAIR_NAME = 18 /* characters of each name in the title of a pair */ };

/* The ids come in order, so the slug is the same whichever stands first in the file; a dot where a
 * dash would be ambiguous. */
static void say_pair(struct item_scene *s)
{
    const struct offer *a = s->offer, *b = s->other;
    item_say(s, "a", "%s", a->id);
    item_say(s, "-", "%c", strchr(a->id, '-') ? '.' : '-');
    item_say(s, "b", "%s", b->id);
    item_say(s, "between", "%d", abs(a->hard - b->hard));
}

/* The two names in a title, so that both fit. */
static void say_names(struct item_scene *s, const struct offer *a, const struct offer *b)
{
    char name[PAIR_NAME * 4 + 1];
    item_say(s, "first", "%s", item_name(a->employer, PAIR_NAME, name, sizeof name));
    item_say(s, "second", "%s", item_name(b->employer, PAIR_NAME, name, sizeof name));
}

void clock_overlap(struct item_scene *s)
{
    pgyd_day first, last;
    int days = offers_overlap(s->offer, s->other, &first, &last);
    if (days <= 0)
        return;
    s->day = first;
    s->end = last;
    say_pair(s);
    say_names(s, s->offer, s->other);
    item_say(s, "n", "%d", days);
    item_say_day(s, "last", last);
}

/* It belongs to the one that has to be answered first. */
void clock_no_overlap(struct item_scene *s)
{
    const struct offer *a = s->offer, *b = s->other;
    pgyd_day first, last;
    if (offers_overlap(a, b, &first, &last) != 0)
        return;
    s->day = first;
    say_pair(s);
    s->offer = a->hard <= b->hard ? a : b;
    s->other = s->offer == a ? b : a;
    say_names(s, s->offer, s->other);
    item_say_day(s, "here", s->other->received);
}

void clock_together(struct item_scene *s)
{
    pgyd_day first = PGYD_NO_DAY, last = PGYD_NO_DAY;
    uint32_t n = offers_together(s->offers, &first, &last);
    if (n < 2)
        return;
    s->day = first;
    s->end = last;
    item_say(s, "n", "%u", n);
    item_say(s, "live", "%u", offers_live(s->offers));
    item_say_day(s, "last", last);
}

void clock_missed(struct item_scene *s)
{
    char names[(OFFERS_NAMED + 1) * 84];
    uint32_t n = offers_missed(s->offers, s->offer, names, sizeof names);
    if (n == 0)
        return;
    s->day = s->offer->received;
    item_say(s, "offers", "%u %s", n, n == 1 ? "offer is" : "offers are");
    item_say(s, "names", "%s", names);
}

int clocks_pairs(const struct pgyd_host *h, const struct offers *offers)
{
    bool many = offers_live(offers) > PAIRS_MOST;
    if (many && clock_many(h, offers) != 0)
        return -1;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *a = &offers->list[i];
        if (!a->live)
            continue;
        if (many && clock_one_of_many(h, offers, a) != 0)
            return -1;
        for (uint32_t k = i + 1; !many && k < offers->n; k++) {
            if (offers->list[k].live && clock_pair(h, a, &offers->list[k]) != 0)
                return -1;
        }
    }
    return 0;
}
