/* SPDX-License-Identifier: BSD-2-Clause */
/* S1-15: what the power to ask is at each place: the field, how willing people are to go to such a
 * market, skill, and the person. */
#include "plugins/common/market.h"

#include "plugins/common/parts.h"
#include "plugins/offers/asks/asks.h"

#include <string.h>

enum { CELL = 320 };

static void add_term(char *sum, size_t size, int n)
{
    if (n)
        pgc_append(sum, size, " %s %d", n < 0 ? "-" : "+", n < 0 ? -n : n);
}

/* "80 - 10 + 5 = 75", "95 + 10 = 100, the most there is" */
static const char *write_sum(const struct pgyd_host *h, const struct pgc_place_power *p, char *sum,
                             size_t size)
{
    int base = p->own      ? (int)pgc_num(h, "market", "", "power", 0)
               : p->picked ? p->picked->value
                           : 0;
    int points = p->own ? 0 : p->points, total = base + points + p->delta;
    if (p->value < 0)
        return pgc_format(sum, size, "not known");
    pgc_format(sum, size, "%d", base);
    add_term(sum, size, points);
    add_term(sum, size, p->delta);
    if (points || p->delta)
        pgc_append(sum, size, " = %d", p->value);
    if (total != p->value)
        pgc_append(sum, size, ", the %s there is", total > 100 ? "most" : "least");
    return sum;
}

static const char *whose(const struct pgc_place_power *p, char *text, size_t size)
{
    if (p->own)
        return "yours, [market] power";
    if (!p->picked)
        return p->code ? "no article speaks of such a market" : "no article speaks of your field";
    return pgc_format(text, size, "%s, %s: %s", p->picked->topic, p->picked->market,
                      p->picked->source);
}

/* S0-53, S0-54 */
static const char *use_of(int value)
{
    if (value < 0)
        return "set [market] power to what you think";
    return value >= LANE_STRONG ? "push: pay, covenant and call"
           : value <= LANE_WEAK ? "tweaks, no rewrite"
                                : "the few things that count most";
}

static int place(const struct pgyd_host *h, const char *id, const char *name)
{
    struct pgc_place_power p;
    char sum[CELL], figure[CELL];
    pgc_place_power_of(h, id, &p);
    const char *const cells[] = {name,
                                 id ? pgc_text(h, "prospect", id, "market", "not said")
                                    : "not said",
                                 whose(&p, figure, sizeof figure),
                                 p.own || !p.points_why[0] ? "-" : p.points_why,
                                 write_sum(h, &p, sum, sizeof sum),
                                 use_of(p.value)};
    return pgc_row(h, false, cells, PGC_COUNT(cells));
}

static int places(const struct pgyd_host *h)
{
    static const char *const head[] = {"Place", "Market",  "Figure", "Skills and constraints",
                                       "Power", "Good for"};
    const char *id;
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0 || place(h, NULL, "Anywhere") != 0)
        return -1;
    for (uint32_t i = 0;
         i < h->section_count(h->ctx, "prospect") && (id = h->section_id(h->ctx, "prospect", i));
         i++) {
        if (!pgc_is(h, "prospect", id, "stage", "closed") &&
            place(h, id, pgc_text(h, "prospect", id, "name", id)) != 0)
            return -1;
    }
    return 0;
}

/* What is said of the field, each figure with its article. */
static int figures(const struct pgyd_host *h)
{
    struct pgc_place_power p;
    pgc_place_power_of(h, NULL, &p);
    if (!p.code)
        return 0;
    if (pgc_heading(h, 2, "What articles say of your field") != 0)
        return -1;
    for (uint32_t i = 0; i < p.figures.n; i++) {
        const struct pgc_figure *f = &p.figures.figures[i];
        if (pgc_bullet(h, "%s, %s: %d (%s, %s)", f->topic, f->market, f->value, f->source,
                       f->ref) != 0)
            return -1;
    }
    return p.figures.n < 2
               ? 0
               : pgc_paragraph(h, "Where several fit a place, [market] leverage_policy chooses; "
                                  "unset, the lowest. They are never averaged.");
}

/* The fourth factor has no number. */
static int person(const struct pgyd_host *h)
{
    static const struct {
        const char *key, *words;
    } views[] = {{"liked", "the team likes you"},
                 {"not_diva", "you are easy to work with"},
                 {"realistic", "you are realistic about the market"},
                 {"specific", "your requests are specific"}};
    if (pgc_heading(h, 2, "The person: no points, and it counts all the same") != 0)
        return -1;
    for (uint32_t i = 0; i < PGC_COUNT(views); i++) {
        bool said = pgc_has(h, "decide", "", views[i].key);
        if (pgc_bullet(h, "%s: %s", views[i].words,
                       !said                                    ? "not said"
                       : pgc_yes(h, "decide", "", views[i].key) ? "yes"
                                                                : "no") != 0)
            return -1;
    }
    return 0;
}

int offers_report_leverage(const struct pgyd_host *h)
{
    if (pgc_heading(h, 1, "Your power at each place, 0 to 100") != 0 ||
        pgc_paragraph(h, "A figure of an article for the field in such a market, plus what your "
                         "skills add and your constraints take off (points chosen by "
                         "pgyd), plus your own [prospect:ID] power_delta. A rough feel, undated "
                         "and American; no forecast.") != 0)
        return -1;
    return places(h) != 0 || figures(h) != 0 ? -1 : person(h);
}
