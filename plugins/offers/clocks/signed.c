/* SPDX-License-Identifier: BSD-2-Clause */
/* Dates of an accepted offer, counted from S, the start as an attending (S3-14): what is owed back
 * until when, and when a contract can still be left or talked about. */
#include "plugins/common/anchors.h"
#include "plugins/offers/clocks/clocks.h"

#include <string.h>

enum { MONTHS = 12 };

static const struct pgyd_step on_the_day[] = {{0, 'd', PGYD_INFO}},
                              talk_steps[] = {{0, 'd', PGYD_WARN}, {30, 'd', PGYD_WARN}},
                              notice_steps[] = {{-30, 'd', PGYD_INFO},
                                                {-7, 'd', PGYD_WARN},
                                                {0, 'd', PGYD_CRITICAL}};

static const char *const refs[] = {"S3-14"};

/* Days that lie a number of months after the start. */
static const struct after {
    const char *key, *slug, *title, *detail, *source;
    int months; /* what one of the key's units is */
} afters[] = {
    {"sign_on_clawback_months", "clawback-ends", "the sign-on payment is yours",
     "Leaving before this day would have meant paying it back, gross, as the contract says.",
     "S + sign_on_clawback_months", 1},
    {"loan_repay_years", "service-ends", "the service for the loan repayment ends",
     "What was repaid for you is no longer tied to staying. Confirm the day in the contract.",
     "S + loan_repay_years", MONTHS},
    {"guarantee_months", "guarantee-ends", "the guaranteed base ends",
     "From here pay follows the formula: compare what you produced with the threshold well before.",
     "S + guarantee_months", 1},
    {"term_months", "term-ends", "the first term of the contract ends",
     "It renews itself or ends, as the contract says.", "S + term_months", 1},
};

static int emit_day(const struct pgyd_host *h, const struct offer *o, const struct after *after,
                    pgyd_day day)
{
    struct draft d;
    offer_draft(&d, PGYD_MILESTONE, PGYD_INFO, day);
    pgc_format(d.slug, sizeof d.slug, "%s-%s", o->id, after->slug);
    pgc_format(d.title, sizeof d.title, "%.100s: %s", o->employer, after->title);
    pgc_format(d.detail, sizeof d.detail, "%s", after->detail);
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), after->source);
}

/* The last day to say that it shall not renew, and the talk that has to come well before. */
static int emit_renewal(const struct pgyd_host *h, const struct offer *o, pgyd_day term_end)
{
    struct draft d;
    int64_t notice = pgc_num(h, "offer", o->id, "notice_days", -1);
    if (notice < 0)
        return 0;
    pgyd_day last = term_end - (pgyd_day)notice;
    offer_draft(&d, PGYD_DEADLINE, PGYD_CRITICAL, last);
    pgc_format(d.slug, sizeof d.slug, "%s-nonrenewal", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: last day for notice before the contract renews",
               o->employer);
    pgc_format(d.detail, sizeof d.detail,
               "Notice given later counts for the next term. In writing, and as the contract wants "
               "it delivered.");
    d.item.steps = notice_steps;
    d.item.nsteps = PGC_COUNT(notice_steps);
    if (offer_emit(h, &d, refs, PGC_COUNT(refs), "S + term_months - notice_days") != 0)
        return -1;
    offer_draft(&d, PGYD_REMINDER, PGYD_WARN, last - RENEWAL_TALK_DAYS);
    pgc_format(d.slug, sizeof d.slug, "%s-renewal-talk", o->id);
    pgc_format(d.title, sizeof d.title, "%.120s: open the talk about renewal", o->employer);
    pgc_format(
        d.detail, sizeof d.detail,
        "Negotiations go best before there is a problem: say early what you would like to change.");
    d.item.steps = talk_steps;
    d.item.nsteps = PGC_COUNT(talk_steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs), "S + term_months - notice_days - 90 days");
}

int clocks_signed(const struct pgyd_host *h, const struct offer *o)
{
    struct pgc_anchors anchors;
    if (strcmp(o->status, "accepted") != 0 || !pgc_anchors(h, &anchors))
        return 0;
    for (uint32_t i = 0; i < PGC_COUNT(afters); i++) {
        int64_t n = pgc_num(h, "offer", o->id, afters[i].key, 0);
        pgyd_day day =
            n > 0 ? h->add_months(h->ctx, anchors.s, (int32_t)n * afters[i].months) : PGYD_NO_DAY;
        if (day == PGYD_NO_DAY)
            continue;
        if (emit_day(h, o, &afters[i], day) != 0 ||
            (strcmp(afters[i].key, "term_months") == 0 && emit_renewal(h, o, day) != 0))
            return -1;
    }
    return 0;
}
