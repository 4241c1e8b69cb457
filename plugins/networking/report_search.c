/* SPDX-License-Identifier: BSD-2-Clause */
/* Where the search stands: places by stage, and how those who hire see the person. */
#include "plugins/common/parts.h"
#include "plugins/networking/report.h"
#include "plugins/networking/search.h"

#include <string.h>

enum { SAFE_LEAST = 3, FILLER_LEAST = 2, CELL = 64 };

static int table(const struct report *r)
{
    static const char *const head[] = {"Place", "Stage", "Region", "Setting", "Last activity", "Knows you", "Way", "Physician lead", "Need", "Intel"};
    const struct pgyd_host *h = r->h;
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < r->places.n; i++) {
        const struct place *p = &r->places.list[i];
        char last[24], name[PGC_TITLE], intel[CELL];
        const char *const cells[] = {pgc_format(name, sizeof name, "%s%s", p->name, p->stretch ? " (stretch)" : ""),
                                     stage_names[p->stage],
                                     p->region ? p->region : "-",
                                     p->setting ? p->setting : "-",
                                     p->last == PGYD_NO_DAY ? "-" : h->day_text(h->ctx, p->last, last),
                                     place_knows(p) ? "yes" : "no",
                                     p->warm ? "warm" : "cold",
                                     p->lead ? p->lead : "-",
                                     p->need ? p->need : "-",
                                     pgc_format(intel, sizeof intel, "%u of %d", place_answers(p), QUESTIONS)};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

/* How many got at least as far as each stage. */
static int funnel(const struct report *r)
{
    if (pgc_heading(r->h, 2, "Funnel: places that came at least so far") != 0)
        return -1;
    for (int stage = STAGE_RECON; stage <= STAGE_OFFER; stage++) {
        double n = 0;
        for (uint32_t i = 0; i < r->places.n; i++)
            n += place_is_live(&r->places.list[i]) && (int)r->places.list[i].stage >= stage;
        if (pgc_nums(r->h, PGYD_BAR, stage_names[stage], &n, 1) != 0)
            return -1;
    }
    return 0;
}

static int counters(const struct report *r)
{
    const struct pgyd_host *h = r->h;
    struct leverage l = places_leverage(&r->places);
    uint32_t active = 0, live = 0, warm = 0;
    for (uint32_t i = 0; i < r->places.n; i++) {
        const struct place *p = &r->places.list[i];
        active += place_is_active(p, h->today);
        live += place_is_live(p);
        warm += place_is_live(p) && p->warm;
    }
    if (pgc_heading(h, 2, "Counters") != 0 ||
        pgc_bullet(h, "Processes in parallel: %u; two are the least, three are good.", active) != 0 ||
        pgc_bullet(h, "Stretch places: %u; one or two.", search_stretches(&r->places)) != 0 ||
        pgc_bullet(h, "Leverage ready: %u of 3 (regions %u of 2, settings %u of 2, urgent need %u of 1).", leverage_ready(&l), l.regions, l.settings,
                   l.needs) != 0)
        return -1;
    if (pgc_bullet(h, "Warm ways: %u of %u live places.", warm, live) != 0)
        return -1;
    return pgc_bullet(h, "Mapped: %u places with all four questions answered; %d by the middle of training.", search_mapped(&r->places), MAPPED);
}

int report_prospects(const struct report *r)
{
    if (pgc_heading(r->h, 1, "Prospects") != 0)
        return -1;
    if (r->places.n == 0)
        return pgc_paragraph(r->h, "There are no places on the list: add them as [prospect:id].");
    if (table(r) != 0 || funnel(r) != 0)
        return -1;
    return counters(r);
}

/* ---- tier (S1-04) ------------------------------------------------------------------------------------------------------------------------ */

struct trait {
    const char *key, *words, *remedy;
};

/* S1-06: three of four make a safe bet. */
static const struct trait safe[] = {
    {"trusted_program", "a training place that is trusted", "let volumes, call and autonomy of your training speak: [training] volumes, call, breadth, autonomy"},
    {"known_references", "references they know", "ask one person whose name they know to be a reference"},
    {"stable", "looks like staying", "say why this region, and for how long"},
    {"business_literate", "knows how the specialty is paid", "learn codes, work units and payer mix of what you do most"},
};
/* S1-07: two of five make a filler. */
static const struct trait filler[] = {
    {"generic_cv", "a curriculum vitae that could be anybody's", "put case numbers and one project with a result on its first page"},
    {"unknown_there", "nobody there knows you", "an elective, a locum's weeks, or a call from your programme director"},
    {"vague_references", "vague references", "ask each reference what they would say, and give them two cases to tell"},
    {"naive_by_phone", "naive by phone", "practise the call with somebody who hires; pgyctl lint checks what you write"},
    {"takes_anything", "seems to take anything", "name specialty, market and the two things you want from a place"},
};

static int traits(const struct pgyd_host *h, const char *title, const struct trait *list, uint32_t n, uint32_t *yes)
{
    *yes = 0;
    if (pgc_heading(h, 2, title) != 0)
        return -1;
    for (uint32_t i = 0; i < n; i++) {
        bool is = pgc_yes(h, "tier", "", list[i].key);
        *yes += is;
        if (pgc_bullet(h, "%s: %s", list[i].words, is ? "yes" : pgc_has(h, "tier", "", list[i].key) ? "no" : "not said") != 0)
            return -1;
    }
    return 0;
}

/* What is missing for a safe bet, or what makes a filler: the first ones of the list, as many as it takes. */
static int remedies(const struct pgyd_host *h, const struct trait *list, uint32_t n, bool bad, uint32_t take)
{
    for (uint32_t i = 0; i < n && take; i++) {
        if (pgc_yes(h, "tier", "", list[i].key) != bad)
            continue;
        if (pgc_bullet(h, "%s.", list[i].remedy) != 0)
            return -1;
        take--;
    }
    return 0;
}

/* S1-05: known where the person worked, was called for, or helped out. */
static int known_where(const struct report *r, uint32_t *known)
{
    *known = 0;
    if (pgc_heading(r->h, 2, "Known quantity: one of them at a place") != 0)
        return -1;
    for (uint32_t i = 0; i < r->places.n; i++) {
        const struct place *p = &r->places.list[i];
        if (!place_is_live(p) || !place_knows(p))
            continue;
        ++*known;
        if (pgc_bullet(r->h, "%s:%s%s%s", p->name, p->rotated ? " you rotated there;" : "", p->called ? " your programme director called;" : "",
                       p->locums ? " you were a locum there;" : "") != 0)
            return -1;
    }
    return *known ? 0 : pgc_paragraph(r->h, "Nowhere yet: rotated_there, pd_called or locums_there of a [prospect:id].");
}

static int way_up(const struct pgyd_host *h, uint32_t known, uint32_t good, uint32_t bad)
{
    if (pgc_heading(h, 2, "The shortest way up") != 0)
        return -1;
    if (known)
        return pgc_paragraph(h, "You are where you want to be there. The same at a second place gives you a choice.");
    if (bad >= FILLER_LEAST && remedies(h, filler, PGC_COUNT(filler), true, bad - FILLER_LEAST + 1) != 0)
        return -1;
    if (good < SAFE_LEAST)
        return remedies(h, safe, PGC_COUNT(safe), false, SAFE_LEAST - good);
    return bad >= FILLER_LEAST ? 0 : pgc_bullet(h, "one elective, one locum's week or one call from your programme director at a place you want.");
}

int report_tier(const struct report *r)
{
    const struct pgyd_host *h = r->h;
    uint32_t known, good, bad;
    if (pgc_heading(h, 1, "How those who hire see you") != 0 || known_where(r, &known) != 0 ||
        traits(h, "Safe bet: three of four", safe, PGC_COUNT(safe), &good) != 0 ||
        traits(h, "Filler: two of five", filler, PGC_COUNT(filler), &bad) != 0)
        return -1;
    const char *tier = known ? "known quantity" : bad >= FILLER_LEAST ? "filler" : good >= SAFE_LEAST ? "safe bet" : "between filler and safe bet";
    if (pgc_paragraph(h, "Tier: %s (known at %u places, safe %u of 4, filler %u of 5). It is set before the contract comes, and the money follows it.",
                      tier, known, good, bad) != 0)
        return -1;
    return way_up(h, known, good, bad);
}
