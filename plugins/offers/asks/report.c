/* SPDX-License-Identifier: BSD-2-Clause */
/* What a person sees of asks: the report, and the item that says a list is due. */
#include "plugins/offers/asks/asks.h"
#include "plugins/offers/asks/lane.h"
#include "plugins/offers/clocks/clocks.h"
#include "plugins/offers/compare/compare.h"

#include "plugins/common/parts.h"

#include <string.h>

enum { UPLIFT_LOW = 110, UPLIFT_HIGH = 120, PERCENT = 100 };

/* Texts of a letter begin small; a list does not. */
static const char *raised(char *out, size_t size, const char *text)
{
    pgc_format(out, size, "%s", text);
    if (out[0] >= 'a' && out[0] <= 'z')
        out[0] = (char)(out[0] - 'a' + 'A');
    return out;
}

/* The number as offered, in its unit. */
static const char *offered(const struct ask *a, char text[MONEY_TEXT])
{
    if (a->from == ASK_NONE)
        return "-";
    if (strcmp(a->term, "noncompete") == 0)
        return pgc_format(text, MONEY_TEXT, "%lld miles", (long long)a->from);
    return a->target[0] == '$' ? money_text(a->from, text) : money_count(a->from, text);
}

static int table(const struct pgyd_host *h, const struct asks *asks)
{
    static const char *const head[] = {"No.", "Ask", "As offered", "Target", "Weight x shortfall",
                                       "When"};
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < asks->n; i++) {
        const struct ask *a = &asks->list[i];
        char number[8], from[MONEY_TEXT], sum[64], name[112];
        pgc_format(sum, sizeof sum, "%lld x %.2f = %.1f", (long long)a->weight, a->shortfall,
                   a->priority);
        pgc_format(name, sizeof name, "%s%s", a->name, a->must ? " (must improve)" : "");
        const char *const cells[] = {pgc_format(number, sizeof number, "%u", i + 1),
                                     name,
                                     offered(a, from),
                                     a->target[0] ? a->target : "-",
                                     sum,
                                     a->unlock    ? "locked"
                                     : a->primary ? "now, first"
                                                  : "now"};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

static int each(const struct pgyd_host *h, const struct asks *asks)
{
    char text[ASK_TEXT], fallback[ASK_TEXT];
    for (uint32_t i = 0; i < asks->n; i++) {
        const struct ask *a = &asks->list[i];
        if (pgc_bullet(h, "%u. %s. Why: %s Else: %s. (%s)", i + 1,
                       raised(text, sizeof text, a->text), a->why,
                       raised(fallback, sizeof fallback, a->fallback), a->ref) != 0)
            return -1;
    }
    return 0;
}

static int locked(const struct pgyd_host *h, const struct asks *asks)
{
    char names[ASK_LINE * 4] = "";
    const char *why = NULL;
    for (uint32_t i = 0; i < asks->n; i++) {
        if (!asks->list[i].unlock)
            continue;
        pgc_append(names, sizeof names, "%s%s", why ? ", " : "", asks->list[i].name);
        why = asks->list[i].unlock;
    }
    return why ? pgc_paragraph(h, "Locked: %s: %s.", names, why) : 0;
}

static int intensity(const struct pgyd_host *h, const struct asks *asks, int power)
{
    static const char *const words[] = {
        ("Tweaks: in a market that is not short of you the other offer buys confidence and small "
         "changes, not a rewrite; at most three."),
        "Steady: ask plainly for the few things that matter most.",
        "Push: they are short of you. Pay, non-compete and call come first.",
    };
    char at[32] = "";
    if (power >= 0)
        pgc_format(at, sizeof at, "Leverage %d. ", power);
    if (pgc_paragraph(h, "%s%s", at, words[asks->intensity]) != 0)
        return -1;
    if (asks->offer->rounds >= ROUNDS_LAST)
        return pgc_paragraph(h, "Both rounds are used up: nothing more is to be asked. Choose.");
    if (asks->n < ASKS_FEW &&
        pgc_paragraph(h,
                      "%u of %d to %u: too few. Name what must improve in [offer:%s] must_improve.",
                      asks->n, ASKS_FEW, ASKS_MOST, asks->offer->id) != 0)
        return -1;
    return asks->candidates > asks->n
               ? pgc_paragraph(h, "%u more fell short and were left out: three to five are heard.",
                               asks->candidates - asks->n)
               : 0;
}

/* ---- leverage and lane ---- */

static int leverage(const struct pgyd_host *h, const struct pgc_place_power *p)
{
    static const char *const head[] = {"Leverage", "Of", "Market", "Source", "Ref", "Counts"};
    char value[8];
    if (pgc_heading(h, 3, "Leverage") != 0)
        return -1;
    if (p->value < 0)
        return pgc_paragraph(h, "Not known: no article names your field. Set [market] power, 0 to "
                                "100, if you can tell.");
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < p->figures.n; i++) {
        const struct pgc_figure *f = &p->figures.figures[i];
        const char *const cells[] = {
            pgc_format(value, sizeof value, "%d", f->value), f->topic, f->market, f->source, f->ref,
            !p->own && f == p->picked ? "yes" : ""};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    if (p->own) {
        const char *const cells[] = {pgc_format(value, sizeof value, "%d", p->value),
                                     "you",
                                     "yours",
                                     "[market] power",
                                     "",
                                     "yes"};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
        return pgc_paragraph(h, "Leverage %d: your own word wins over the articles.", p->value);
    }
    return pgc_paragraph(h,
                         "Leverage %d: the %s of them ([market] leverage_policy)%s%s. The articles "
                         "call their figures a rough feel; no mean is taken.",
                         p->value, pgc_text(h, "market", "", "leverage_policy", "min"),
                         p->points_why[0] ? ", then " : "", p->points_why);
}

static int lane(const struct pgyd_host *h, const struct lane_choice *c)
{
    static const char *const head[] = {"Lane", "Condition", "Holds", "Why", "Ref"},
                             *const truths[] = {"unknown", "no", "yes"};
    static const char *const means[] = {
        "Not a word of another offer: ask calmly, be ready to leave.",
        ("Say that there is another offer and in which direction they would have to move; no "
         "figure "
         "of it, no document."),
        "Quote the other offer's terms, that you would rather be here, and ask for room."};
    if (pgc_heading(h, 3, "Lane") != 0 ||
        pgc_paragraph(h, "Lane: %s. %s", lane_word(c->lane), means[c->lane]) != 0 ||
        pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < c->n; i++) {
        const struct lane_condition *k = &c->list[i];
        const char *const cells[] = {lane_word(k->lane), k->name, truths[k->truth + 1], k->why,
                                     k->ref};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

/* S1-38, S1-43. */
static int claims(const struct pgyd_host *h, const struct offer *o, int power)
{
    struct money money;
    char first[MONEY_TEXT], low[MONEY_TEXT], high[MONEY_TEXT];
    if (money_read(h, o->id, 1, &money) &&
        pgc_paragraph(h,
                      "Article 001 claims that pushing back brings 10 to 20 percent: %s in year 1 "
                      "would be %s to %s. Its claim, not a forecast.",
                      money_text(money.year[0].total, first),
                      money_text(money.year[0].total * UPLIFT_LOW / PERCENT, low),
                      money_text(money.year[0].total * UPLIFT_HIGH / PERCENT, high)) != 0)
        return -1;
    if (power >= 0 && power <= LANE_WEAK && o->rounds >= 1)
        return pgc_paragraph(h,
                             "Caution: leverage is %d and you have asked %u %s. Who is easily "
                             "replaced may be let go: be ready to take what is there (S1-43).",
                             power, o->rounds, o->rounds == 1 ? "time" : "times");
    return 0;
}

/* ---- an offer ---- */

static int substitution(const struct pgyd_host *h, const struct asks *asks)
{
    if (asks->capped[0] &&
        pgc_paragraph(h, "They said no to: %s. It is not asked again.", asks->capped) != 0)
        return -1;
    for (uint32_t i = 0; i < asks->n; i++) {
        if (asks->list[i].instead &&
            pgc_paragraph(h, "In place of the %s: %s.", asks->list[i].instead,
                          asks->list[i].target[0] ? asks->list[i].target : asks->list[i].text) != 0)
            return -1;
    }
    return 0;
}

static int remaining(const struct pgyd_host *h, const struct asks *asks)
{
    char dollars[MONEY_TEXT];
    return pgc_paragraph(h, "Still between you: %s a year, and %u %s not about money.",
                         money_text(asks->remaining, dollars), asks->remaining_other,
                         asks->remaining_other == 1 ? "point that is" : "points that are");
}

static int one(const struct pgyd_host *h, const struct offers *offers, const struct offer *o)
{
    struct asks asks;
    struct lane_choice choice;
    struct pgc_place_power power;
    asks_of(h, offers, o, &asks);
    lane_of(h, offers, o, &choice);
    lane_power_of(h, o, &power);
    if (pgc_heading(h, 2, o->employer) != 0 || intensity(h, &asks, power.value) != 0)
        return -1;
    if (!asks.listed && pgc_paragraph(h, "The list asks.tsv is not installed: without it only what "
                                         "you name yourself can be asked for.") != 0)
        return -1;
    if (asks.n > 0 && (table(h, &asks) != 0 || each(h, &asks) != 0 || locked(h, &asks) != 0))
        return -1;
    if (substitution(h, &asks) != 0 ||
        (asks.n > 0 && pgc_paragraph(h, "In one line: %s", asks.one_line) != 0) ||
        remaining(h, &asks) != 0)
        return -1;
    return lane(h, &choice) != 0 ? -1 : claims(h, o, power.value);
}

/* S0-31: what one does not hold any more is nothing to ask with. */
static int lapsed(const struct pgyd_host *h, struct offers *offers)
{
    char day[24];
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (o->written && offer_lapsed(o, h->today) &&
            pgc_bullet(h,
                       "%s wanted an answer by %s: the others are not held against it. If it still "
                       "stands: pgyctl log offer %s extended by=DATE",
                       o->employer, h->day_words(h->ctx, o->hard, day), o->id) != 0)
            return -1;
    }
    offers_lapse(offers, h->today);
    return 0;
}

int offers_report_asks(const struct pgyd_host *h)
{
    struct offers offers;
    struct pgc_place_power power;
    const char *only = h->arg(h->ctx, "offer");
    uint32_t shown = 0;
    char message[128];
    offers_read(h, &offers);
    lane_power_of(h, NULL, &power);
    if (pgc_heading(h, 1, "Asks") != 0)
        return -1;
    if (lapsed(h, &offers) != 0)
        return -1;
    for (uint32_t i = 0; i < offers.n; i++) {
        const struct offer *o = &offers.list[i];
        if (only ? strcmp(o->id, only) != 0 : !o->live)
            continue;
        shown++;
        if (one(h, &offers, o) != 0)
            return -1;
    }
    if (only && shown == 0) {
        h->error(h->ctx,
                 pgc_format(message, sizeof message, "offer=: there is no [offer:%.40s]", only));
        return -1;
    }
    return shown == 0 ? pgc_paragraph(h, "There is nothing to ask for: no offer is live.")
                      : leverage(h, &power);
}

/* ---- S3-02: lead, do not react ---- */

static void plan_day(struct item_scene *s)
{
    const struct offer *o = s->offer;
    if (o->contract == PGYD_NO_DAY || (o->state != OFFER_RECEIVED && o->state != OFFER_COMPARED))
        return;
    pgyd_day day = s->h->add_business(s->h->ctx, o->contract, ASK_PLAN_DAYS);
    /* The lawyer comes first. */
    pgyd_day counsel = clocks_counsel_by(s->h, o);
    if (!offer_nudges(o, &day))
        return;
    s->day = day;
    if (counsel != PGYD_NO_DAY)
        s->by = pgc_later(day, pgc_earlier(counsel + 1, o->hard));
}

static const struct item_row planned[] = {
    {.slug = "{id}-plan-asks",
     .kind = PGYD_REMINDER,
     .stakes = PGYD_COSTLY,
     .folds = true,
     .gives_way = 1,
     .title = "List what to ask {employer} for",
     .detail = "Pick three to five requests, each with a target and a fallback.\n"
               "You get one or two rounds, so bring the whole list at once.",
     .next = "Pick three to five requests",
     .why = "You get one or two rounds, so bring a complete list.",
     .log = "offer {id} asks-planned",
     .source = "contract + 2 business days, until asks are planned",
     ITEM_REFS("S3-02", "S0-32"),
     .day = plan_day},
};

int asks_plan(const struct pgyd_host *h, const struct offer *offer)
{
    return item_rows(planned, PGC_COUNT(planned), h, NULL, offer, NULL);
}
