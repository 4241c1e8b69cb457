/* SPDX-License-Identifier: BSD-2-Clause */
/* The declaration, and the tables of what the rooms do: rules of the plan, checks, reports. No rule
 * itself is here; keys are in keys.c. */
#include "plugins/offers/keys.h"

#include "plugins/offers/asks/asks.h"
#include "plugins/offers/clocks/clocks.h"
#include "plugins/offers/compare/compare.h"
#include "plugins/offers/letters/letters.h"
#include "plugins/offers/ready/ready.h"

#include <string.h>

static const struct pgyd_journal_kind kinds[] = {
    {.size = sizeof(struct pgyd_journal_kind),
     .name = "offer",
     .subject = "offer:",
     .events = "received|touched|compared|asks-planned|asked|revised|answered|contract-requested|"
               "contract-received|data-requested|extension-requested|extended|"
               "paused|resumed|loi-signed|accepted|declined|expired",
     .keys = "by:date|until:date|response|term|force|confirm|note",
     .help = "Something happened to an offer: log offer mercy asked; answered response=no "
             "term=base; extended by=2026-12-07; "
             "paused until=2026-12-01. What cannot follow where the offer stands is refused."},
};

static const struct pgyd_report reports[] = {
    {.size = sizeof(struct pgyd_report),
     .name = "offers",
     .args = "offer",
     .help = "Offers and their clocks, overlaps, and what is not known yet."},
    {.size = sizeof(struct pgyd_report),
     .name = "terms",
     .args = "offer",
     .help = "Every term of the contracts, explained; flags with what to ask; the risk index."},
    {.size = sizeof(struct pgyd_report),
     .name = "compare",
     .args = "offer|years|exit",
     .help = "Offers side by side: gates, terms, money, and a score that shows its sum."},
    {.size = sizeof(struct pgyd_report),
     .name = "asks",
     .args = "offer",
     .help = "What to ask of an offer: targets, what to take instead, how to ask, and where the "
             "leverage comes from."},
    {.size = sizeof(struct pgyd_report),
     .name = "leverage",
     .help = "Your power at each place, 0 to 100: whose figure, what your skills add, your own "
             "correction."},
    {.size = sizeof(struct pgyd_report),
     .name = "ready",
     .help = "Whether you are ready to negotiate: the questions, and which key answers each."},
    {.size = sizeof(struct pgyd_report),
     .name = "decide",
     .args = "offer",
     .help = "Whether it is time to decide; the ranking with money and without; the questions that "
             "are left."},
    {.size = sizeof(struct pgyd_report),
     .name = "letters",
     .help = "Letters and scripts: what each is for, and whether it can be written now."},
    {.size = sizeof(struct pgyd_report),
     .name = "letter",
     .args = "kind|offer|contact|prospect|force",
     .help = "A letter from configured facts alone: letter kind=extension offer=mercy. Or why it "
             "cannot be written."},
    {.size = sizeof(struct pgyd_report),
     .name = "lint",
     .args = "text|kind|offer|contact|prospect|facts",
     .help = "A text of your own, looked through as a letter is: what is not so, and what costs "
             "you. pgyctl lint FILE reads it from a file."},
    {.size = sizeof(struct pgyd_report),
     .name = "history",
     .args = "offer",
     .help = "What happened to an offer, where it stands and what can follow."},
};

/* What a phone may show to whoever looks; the day follows. */
static const struct pgyd_discreet discreet[] = {
    PGC_DISCREET(PGYD_DEADLINE, "an offer answer is due"),
    PGC_DISCREET(PGYD_ALERT, "an offer needs attention from"),
    PGC_DISCREET(0, "an offer reminder is due"),
};

/* ---- the rules of the plan ---- */

typedef int (*rule_fn)(const struct pgyd_host *h, const struct offer *o);
typedef int (*all_fn)(const struct pgyd_host *h, const struct offers *offers);

/* Of any offer; of a live one while none is accepted. What changes with the day alone must be past
 * by then, a reminder or an alert: what else is missing from a plan looks like a mistake to the
 * host. */
static const rule_fn of_any[] = {clocks_states, clocks_signed},
                     of_live[] = {clocks_live, asks_plan};
/* Of all together. With one accepted nothing of the others runs any more: pairs are left out. */
static const all_fn of_all[] = {clocks_pairs, clocks_between, ready_plan};

static int plan_offer(const struct pgyd_host *h, const struct offer *o,
                      const struct offer *accepted)
{
    for (uint32_t i = 0; i < PGC_COUNT(of_any); i++) {
        if (of_any[i](h, o) != 0)
            return -1;
    }
    if ((o->live || o->lapsed) && accepted)
        return clocks_decline(h, o, accepted);
    if (o->lapsed)
        return clocks_past(h, o);
    for (uint32_t i = 0; o->live && i < PGC_COUNT(of_live); i++) {
        if (of_live[i](h, o) != 0)
            return -1;
    }
    return 0;
}

static int plan(const struct pgyd_host *h)
{
    struct offers offers;
    offers_read(h, &offers);
    offers_close(&offers, h->today);
    const struct offer *accepted = offers_accepted(&offers);
    for (uint32_t i = 0; i < offers.n; i++) {
        if (plan_offer(h, &offers.list[i], accepted) != 0)
            return -1;
    }
    for (uint32_t i = accepted ? 1 : 0; i < PGC_COUNT(of_all); i++) {
        if (of_all[i](h, &offers) != 0)
            return -1;
    }
    return accepted ? 0 : clocks_internal(h);
}

/* ---- the checks ---- */

static int check(const struct pgyd_host *h)
{
    static void (*const of_offer[])(const struct pgyd_host *h, const char *id) = {
        offer_check_dates, ready_check_offer, offer_check_story, compare_check_offer};
    static void (*const once[])(const struct pgyd_host *h) = {
        compare_check,     terms_list_check, flags_list_check, clocks_check_attorney,
        lane_check_market, asks_check_ratio, ready_check};
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "offer", i)); i++) {
        if (i == MAX_OFFERS)
            pgc_error(h, "offer", id, NULL, "remove offers that are settled", "more than %d offers",
                      MAX_OFFERS);
        for (uint32_t k = 0; k < PGC_COUNT(of_offer); k++)
            of_offer[k](h, id);
    }
    for (uint32_t k = 0; k < PGC_COUNT(once); k++)
        once[k](h);
    return 0;
}

/* ---- the reports ---- */

static int report(const struct pgyd_host *h, const char *name)
{
    static const struct {
        const char *name;
        int (*write)(const struct pgyd_host *h);
    } writers[] = {{"offers", offers_report_offers}, {"history", offers_report_history},
                   {"terms", offers_report_terms},   {"compare", offers_report_compare},
                   {"asks", offers_report_asks},     {"leverage", offers_report_leverage},
                   {"ready", offers_report_ready},   {"decide", offers_report_decide},
                   {"letter", offers_report_letter}, {"letters", offers_report_letters},
                   {"lint", offers_report_lint}};
    for (uint32_t i = 0; i < PGC_COUNT(writers); i++) {
        if (strcmp(name, writers[i].name) == 0)
            return writers[i].write(h);
    }
    h->error(h->ctx, "there is only the report \"offers\"");
    return -1;
}

PGYD_PLUGIN(offers)
PGYD_PLUGIN_HEAD(offers),
    .version = "0.1",
    .summary = "clocks of job offers: answer dates, extensions, overlaps, contracts left untouched",
    .keys = offers_keys, .kinds = kinds, .reports = reports, .nkeys = OFFERS_KEYS,
    .nkinds = PGC_COUNT(kinds), .nreports = PGC_COUNT(reports), .check = check, .plan = plan,
    .report = report, .label = "Offers", .color = "#FF8C00", .discreet = discreet,
    .ndiscreet = PGC_COUNT(discreet), PGYD_PLUGIN_END
