/* SPDX-License-Identifier: BSD-2-Clause */
/* S1-04: how those who hire see the person: known quantity, safe bet or filler, and the fewest
 * steps up. */
#include "plugins/networking/reports/reports.h"

#include "plugins/common/parts.h"

#include <string.h>

enum { SAFE_LEAST = 3, FILLER_LEAST = 2, CELL = 160, NUMBERS = 5 };

struct trait {
    const char *key, *words, *remedy;
};

/* S1-06: three of four make a safe bet. */
static const struct trait safe[] = {
    {"trusted_program", "a training place that is trusted",
     "let volumes, call and autonomy of your training speak: [training] volumes, call, breadth, "
     "autonomy"},
    {"known_references", "references they know",
     "ask one person whose name they know to be a reference"},
    {"stable", "looks like staying", "say why this region, and for how long"},
    {"business_literate", "knows how the specialty is paid",
     "learn codes, work units and payer mix of what you do most"},
};
/* S1-07: two of five make a filler. */
static const struct trait filler[] = {
    {"generic_cv", "a curriculum vitae that could be anybody's",
     "put case numbers and one project with a result on its first page"},
    {"unknown_there", "nobody there knows you",
     "an elective, a locum's weeks, or a call from your program director"},
    {"vague_references", "vague references",
     "ask each reference what they would say, and give them two cases to tell"},
    {"naive_by_phone", "naive by phone",
     "practice the call with somebody who hires; pgyctl lint checks what you write"},
    {"takes_anything", "seems to take anything",
     "name specialty, market and the two things you want from a place"},
};

struct rank {
    uint32_t good, bad; /* of the two tables */
};

static uint32_t count(const struct pgyd_host *h, const struct trait *list, uint32_t n)
{
    uint32_t yes = 0;
    for (uint32_t i = 0; i < n; i++)
        yes += pgc_yes(h, "tier", "", list[i].key);
    return yes;
}

/* Where nobody knows the person. Filler comes first: two bad signs are not outweighed. */
static const char *general(const struct rank *r)
{
    return r->bad >= FILLER_LEAST  ? "filler"
           : r->good >= SAFE_LEAST ? "safe bet"
                                   : "between filler and safe bet";
}

/* S1-05: one of three makes a known quantity, at that place alone. */
static const char *because(const struct place *p, char *text, size_t size)
{
    text[0] = '\0';
    if (p->rotated)
        pgc_append(text, size, "you rotated there");
    if (p->called)
        pgc_append(text, size, "%syour program director called", text[0] ? ", " : "");
    if (p->locums)
        pgc_append(text, size, "%syou were a locum there", text[0] ? ", " : "");
    return text;
}

static int places(const struct report *r, const struct rank *rank)
{
    static const char *const head[] = {"Place", "Tier there", "Because"};
    uint32_t live = 0;
    for (uint32_t i = 0; i < r->places.n; i++) {
        const struct place *p = &r->places.list[i];
        char why[CELL];
        if (!place_is_live(p))
            continue;
        if (live++ == 0 && (pgc_heading(r->h, 2, "At each place") != 0 ||
                            pgc_row(r->h, true, head, PGC_COUNT(head)) != 0))
            return -1;
        bool knows = place_knows(p);
        const char *const cells[] = {p->name, knows ? "known quantity" : general(rank),
                                     knows ? because(p, why, sizeof why)
                                           : "nobody there has seen you work or vouched for you"};
        if (pgc_row(r->h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return live ? 0
                : pgc_paragraph(r->h,
                                "There is no place on the list: [prospect:ID], with rotated_there, "
                                "pd_called or locums_there, says where you are known.");
}

/* Each trait with what is said of it. bad: what is true of it is followed by its remedy. */
static int traits(const struct pgyd_host *h, const char *title, const struct trait *list,
                  uint32_t n, bool bad)
{
    if (pgc_heading(h, 2, title) != 0)
        return -1;
    for (uint32_t i = 0; i < n; i++) {
        bool is = pgc_yes(h, "tier", "", list[i].key);
        if (pgc_bullet(h, "%s: %s%s%s", list[i].words,
                       is                                    ? "yes"
                       : pgc_has(h, "tier", "", list[i].key) ? "no"
                                                             : "not said",
                       is && bad ? "; " : "", is && bad ? list[i].remedy : "") != 0)
            return -1;
    }
    return 0;
}

/* ---- the way up ---- */

/* The first ones of the list that are (bad) or are not so yet, as many as it takes. */
static int steps(const struct pgyd_host *h, const struct trait *list, uint32_t n, bool bad,
                 uint32_t take)
{
    for (uint32_t i = 0; i < n && take; i++) {
        if (pgc_yes(h, "tier", "", list[i].key) != bad)
            continue;
        if (pgc_bullet(h, "%s: %s.", list[i].words, list[i].remedy) != 0)
            return -1;
        take--;
    }
    return 0;
}

/* Steps that count everywhere: out of the fillers, up to a safe bet. */
static int everywhere(const struct pgyd_host *h, const struct rank *rank)
{
    static const char *const numbers[NUMBERS] = {"Nothing", "One step", "Two steps", "Three steps",
                                                 "Four steps"};
    uint32_t leave = rank->bad >= FILLER_LEAST ? rank->bad - FILLER_LEAST + 1 : 0,
             reach = rank->good < SAFE_LEAST ? SAFE_LEAST - rank->good : 0;
    char text[CELL];
    if (leave + reach == 0)
        return pgc_paragraph(h, "Everywhere you are a safe bet already: only being known is more.");
    pgc_format(text, sizeof text, "%s",
               leave + reach < NUMBERS ? numbers[leave + reach] : "These steps");
    if (pgc_paragraph(h, "%s to a safe bet, everywhere:", text) != 0 ||
        steps(h, filler, PGC_COUNT(filler), true, leave) != 0)
        return -1;
    return steps(h, safe, PGC_COUNT(safe), false, reach);
}

static int way_up(const struct report *r, const struct rank *rank)
{
    char names[CELL] = "";
    uint32_t unknown = 0, known = 0;
    for (uint32_t i = 0; i < r->places.n; i++) {
        const struct place *p = &r->places.list[i];
        if (!place_is_live(p))
            continue;
        known += place_knows(p);
        if (!place_knows(p) && unknown++ < 3)
            pgc_append(names, sizeof names, "%s%s", names[0] ? ", " : "", p->name);
    }
    if (pgc_heading(r->h, 2, "The shortest way up") != 0)
        return -1;
    if (known && !unknown &&
        pgc_paragraph(r->h, "You are where you want to be at every place of the list. The same at "
                            "one more gives you a choice.") != 0)
        return -1;
    if (!known || unknown) {
        if (pgc_paragraph(r->h,
                          "One step makes you a known quantity at one place (%s%s): an elective, a "
                          "locum's week, or a call from your program director.",
                          unknown ? names : "any you want", unknown > 3 ? " and others" : "") != 0)
            return -1;
    }
    return everywhere(r->h, rank);
}

int report_tier(const struct report *r)
{
    const struct pgyd_host *h = r->h;
    const struct rank rank = {count(h, safe, PGC_COUNT(safe)), count(h, filler, PGC_COUNT(filler))};
    if (pgc_heading(h, 1, "How those who hire see you") != 0 ||
        pgc_paragraph(h,
                      "Tier where nobody knows you: %s (%u of 4 signs of a safe bet, three are "
                      "enough; %u of 5 of a filler, two are too many). It is set "
                      "before the contract comes, and the money follows it.",
                      general(&rank), rank.good, rank.bad) != 0)
        return -1;
    if (places(r, &rank) != 0 ||
        traits(h, "Safe bet: three of four", safe, PGC_COUNT(safe), false) != 0 ||
        traits(h, "Filler: two of five", filler, PGC_COUNT(filler), true) != 0)
        return -1;
    return way_up(r, &rank);
}
