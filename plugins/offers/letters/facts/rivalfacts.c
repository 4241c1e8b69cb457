/* SPDX-License-Identifier: BSD-2-Clause */
/* Facts of the offer that stands beside the one a letter is about, and of other talks. Only an
 * offer that is live and in writing is one; it has a name only where that is switched on, and
 * figures only where the kind may say them. */
#include "plugins/offers/compare/compare.h"
#include "plugins/offers/letters/facts/facts.h"

#include <string.h>

static const char area_noncompete[] = "the non-compete",
                  area_threshold[] = "the work RVU threshold";

static int64_t number_of(const struct letter_case *c, const struct offer *o, const char *key)
{
    return pgc_num(c->h, "offer", o->id, key, ASK_NONE);
}

/* By name only where that is switched on; it is in writing and live by choice. */
static bool rival_as(struct letter_case *c, struct letter_fact *f, const char *before,
                     const char *unnamed)
{
    if (letter_no_offer(c, f))
        return false;
    if (!c->rival)
        return letter_missing(
            f, "another offer that is live and in writing ([offer:...] written = yes)");
    if (!c->names) {
        pgc_format(f->text, sizeof f->text, "%s", unnamed);
        return true;
    }
    f->source = LETTER_NAMED;
    pgc_format(f->key, sizeof f->key, "[offer:%s] employer", c->rival->id);
    pgc_format(f->text, sizeof f->text, "%s%s", before, c->rival->employer);
    return true;
}

static bool another_offer(struct letter_case *c, struct letter_fact *f)
{
    return rival_as(c, f, "a written offer from ", "another written offer");
}

static bool rival(struct letter_case *c, struct letter_fact *f)
{
    return rival_as(c, f, "", "another employer");
}

/* S0-17, S0-20: only where both can still be answered on the same days. */
static bool similar_offer(struct letter_case *c, struct letter_fact *f)
{
    pgyd_day first, last;
    if (letter_no_offer(c, f))
        return false;
    if (c->rival && (offers_overlap(c->offer, c->rival, &first, &last) <= 0 || last < c->h->today))
        return letter_missing(f, "another offer on a similar clock");
    return another_offer(c, f);
}

/* One point of the list, if it is one. */
static void __attribute__((format(printf, 5, 6)))
point(struct letter_case *c, bool is, const char *area, const char *quiet, const char *format, ...)
{
    if (!is || c->npoints == LETTER_POINTS)
        return;
    struct letter_point *p = &c->points[c->npoints++];
    va_list ap;
    p->area = area;
    p->quiet = quiet;
    va_start(ap, format);
    pgc_vformat(p->figure, sizeof p->figure, format, ap);
    va_end(ap);
}

static void covenant_point(struct letter_case *c)
{
    const struct pgyd_host *h = c->h;
    const char *id = c->offer->id, *rid = c->rival->id,
               *scope = pgc_text(h, "offer", id, "noncompete_scope", ""),
               *its = pgc_text(h, "offer", rid, "noncompete_scope", "");
    double ours = 0, theirs = 0, months = 0, their_months = 0;
    bool bound = strcmp(scope, "none") != 0 && terms_number(h, id, "noncompete_miles", &ours);
    bool wider = strcmp(its, "any_facility") == 0 && strcmp(scope, "any_facility") != 0;
    /* A smaller radius for a longer time is another one, not a lighter one. */
    wider |= terms_number(h, id, "noncompete_months", &months) &&
             terms_number(h, rid, "noncompete_months", &their_months) && their_months > months;
    point(c, bound && strcmp(its, "none") == 0, area_noncompete, "has no non-compete",
          "no non-compete");
    point(c,
          bound && strcmp(its, "none") != 0 && !wider &&
              terms_number(h, rid, "noncompete_miles", &theirs) && theirs < ours,
          area_noncompete, "has a narrower non-compete", "a narrower non-compete");
}

void letter_points(struct letter_case *c)
{
    char text[MONEY_TEXT];
    c->npoints = 0;
    if (!c->offer || !c->rival)
        return;
    int64_t ours = number_of(c, c->offer, "base"), theirs = number_of(c, c->rival, "base");
    point(c, ours != ASK_NONE && theirs > ours, "base pay", NULL, "a base of %s",
          money_text(theirs, text));
    theirs = number_of(c, c->rival, "sign_on");
    ours = number_of(c, c->offer, "sign_on");
    point(c, ours != ASK_NONE && theirs > ours, "the sign-on payment", NULL, "a %s sign-on payment",
          money_text(theirs, text));
    covenant_point(c);
    ours = letter_threshold(c, c->offer);
    theirs = letter_threshold(c, c->rival);
    point(c, theirs != ASK_NONE && theirs < ours, area_threshold, "has a lower work RVU threshold",
          "a lower work RVU threshold");
    point(c,
          pgc_is(c->h, "offer", c->rival->id, "moonlighting", "allowed") &&
              pgc_is(c->h, "offer", c->offer->id, "moonlighting", "restricted"),
          "outside work", "does not restrict outside work", "no restriction on outside work");
}

/* Whether that one offer is better in a term of the list; what is not known of both is not. */
bool letter_rival_better(const struct letter_case *c, const char *term)
{
    double ours = 0, theirs = 0;
    uint32_t n;
    const struct terms_term *terms = terms_all(&n);
    const char *key = strcmp(term, "call_cap") == 0 ? "call_days_month" : term;
    for (uint32_t i = 0; c->rival && i < c->npoints; i++) {
        if (strcmp(c->points[i].area, strcmp(term, "noncompete") == 0       ? area_noncompete
                                      : strcmp(term, "wrvu_threshold") == 0 ? area_threshold
                                                                            : "") == 0)
            return true;
    }
    for (uint32_t i = 0; c->rival && i < n; i++) {
        if (strcmp(terms[i].key, key) == 0 && strcmp(term, "wrvu_threshold") != 0)
            return terms_rank(c->h, c->offer->id, &terms[i], &ours) &&
                   terms_rank(c->h, c->rival->id, &terms[i], &theirs) && theirs > ours;
    }
    return false;
}

enum point_part { POINT_AREA, POINT_QUIET, POINT_QUIET_AREA, POINT_FIGURE };

static bool points(struct letter_case *c, struct letter_fact *f, enum point_part part)
{
    enum { MOST = 3 }; /* three terms are heard, more are a list */
    const char *words[MOST];
    uint32_t n = 0;
    if (letter_no_offer(c, f))
        return false;
    for (uint32_t i = 0; i < c->npoints && n < MOST; i++) {
        const struct letter_point *p = &c->points[i];
        if (part == POINT_QUIET || part == POINT_QUIET_AREA) {
            if (p->quiet)
                words[n++] = part == POINT_QUIET ? p->quiet : p->area;
        } else {
            words[n++] = part == POINT_AREA ? p->area : p->figure;
        }
    }
    if (n == 0)
        return letter_missing(
            f, "an offer in writing that is live and better in a term: see pgyctl report compare");
    letter_join(f->text, sizeof f->text, words, n, "and");
    if (part == POINT_FIGURE) {
        f->source = LETTER_RIVAL;
        pgc_format(f->key, sizeof f->key, "[offer:%s]", c->rival->id);
    }
    return true;
}

static bool rival_terms(struct letter_case *c, struct letter_fact *f)
{
    return points(c, f, POINT_FIGURE);
}

static bool rival_areas(struct letter_case *c, struct letter_fact *f)
{
    return points(c, f, POINT_AREA);
}

static bool rival_clear(struct letter_case *c, struct letter_fact *f)
{
    return points(c, f, POINT_QUIET);
}

static bool open_terms(struct letter_case *c, struct letter_fact *f)
{
    return points(c, f, POINT_QUIET_AREA);
}

static bool rival_covenant(struct letter_case *c, struct letter_fact *f)
{
    for (uint32_t i = 0; i < c->npoints; i++) {
        if (strcmp(c->points[i].area, area_noncompete) == 0) {
            pgc_format(f->text, sizeof f->text, "%s", c->points[i].quiet);
            return true;
        }
    }
    return letter_missing(f, "another offer in writing with a lighter non-compete");
}

/* S0-61: what is true, and no more. */
static bool decision(struct letter_case *c, struct letter_fact *f)
{
    pgc_format(
        f->text, sizeof f->text,
        c->accepted
            ? "I have accepted another position that fits my professional and family priorities."
            : "After careful thought I have decided not to move forward.");
    return true;
}

/* S1-47: how many, and by name only offers in writing, and only when that is switched on. */
static bool others_advanced(struct letter_case *c, struct letter_fact *f)
{
    static const char *const numbers[] = {"",
                                          "one other group",
                                          "two other groups",
                                          "three other groups",
                                          "four other groups",
                                          "several other groups"};
    uint32_t most = PGC_COUNT(numbers) - 1;
    if (c->advanced == 0)
        return letter_missing(f, "prospects in stage advanced or offer");
    pgc_format(f->text, sizeof f->text, "%s", numbers[c->advanced < most ? c->advanced : most]);
    if (!c->names || !c->rival || !pgc_has(c->h, "offer", c->rival->id, "prospect") ||
        c->advanced < 2)
        return true;
    if (!letter_advanced(c->h, pgc_text(c->h, "offer", c->rival->id, "prospect", "")))
        return true;
    f->source = LETTER_NAMED;
    pgc_format(f->key, sizeof f->key, "[offer:%s] employer", c->rival->id);
    pgc_format(f->text, sizeof f->text, "%s and %s", c->rival->employer,
               numbers[c->advanced - 1 < most ? c->advanced - 1 : most]);
    return true;
}

static const struct letter_entry facts[] = {
    {"another_offer", another_offer},
    {"similar_offer", similar_offer},
    {"rival", rival},
    {"rival_terms", rival_terms},
    {"rival_areas", rival_areas},
    {"rival_clear", rival_clear},
    {"rival_covenant", rival_covenant},
    {"open_terms", open_terms},
    {"decision", decision},
    {"others_advanced", others_advanced},
};

const struct letter_table *letter_rival_facts(void)
{
    static const struct letter_table table = {facts, PGC_COUNT(facts)};
    return &table;
}
