/* SPDX-License-Identifier: BSD-2-Clause */
/* The callback check: dates, what must improve, weights, the market, the state of an attorney.
 * Stories in the journal are checked by state.c. */
#include "plugins/common/near.h"
#include "plugins/offers/offer.h"
#include "plugins/offers/offers.h"
#include "plugins/offers/ready.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { WEIGHTS = 100 };

static const char rate[] = "rate_";

static void check_clock(const struct pgyd_host *h, const char *id)
{
    struct pgyd_value within, by;
    pgyd_day received = pgc_day(h, "offer", id, "received"),
             promised = pgc_day(h, "offer", id, "promised_by");
    bool has_within = pgc_get(h, "offer", id, "answer_within", &within),
         has_by = pgc_get(h, "offer", id, "answer_by", &by);
    char text[24];
    if (has_by && received != PGYD_NO_DAY && by.day < received)
        pgc_error(h, "offer", id, "answer_by", "a day on or after received",
                  "the answer would be due before the offer was received, %s",
                  h->day_text(h->ctx, received, text));
    if (has_by && has_within)
        pgc_warn(h, "offer", id, "answer_within", "keep one of the two",
                 "answer_by is set as well and wins");
    if (has_within && within.num2 < within.num)
        pgc_error(h, "offer", id, "answer_within", "the lower number first, as 7-10",
                  "%lld to %lld days is no range", (long long)within.num, (long long)within.num2);
    if (!has_by && !has_within && pgc_is(h, "offer", id, "status", "open"))
        pgc_warn(h, "offer", id, NULL,
                 "ask, then set answer_by; employers usually mean answer_within = 7-10",
                 "no answer date is known");
    if (promised != PGYD_NO_DAY && has_by && promised > by.day)
        pgc_warn(h, "offer", id, "promised_by", NULL,
                 "you promised an answer for a day after answer_by");
    if (pgc_has(h, "offer", id, "paused_until") && !pgc_is(h, "offer", id, "status", "paused") &&
        pgc_count(h, "offer", id, "paused") == 0)
        pgc_warn(h, "offer", id, "paused_until", "set status = paused", "the offer is not paused");
    static const char *const later[] = {"contract_requested", "contract_received", "last_touched",
                                        "loi_signed"};
    for (uint32_t i = 0; i < PGC_COUNT(later); i++) {
        pgyd_day day = pgc_day(h, "offer", id, later[i]);
        if (day != PGYD_NO_DAY && received != PGYD_NO_DAY && day < received)
            pgc_warn(h, "offer", id, later[i], NULL, "it lies before received, %s",
                     h->day_text(h->ctx, received, text));
    }
}

/* S0-06 */
static void check_asks(const struct pgyd_host *h, const char *id)
{
    uint32_t n = ready_must(h, id);
    if (n > 0 && n < MUST_FEW)
        pgc_warn(h, "offer", id, "must_improve", "three to five",
                 "%u is too few to be thought through", n);
    if (n > MUST_MOST)
        pgc_warn(h, "offer", id, "must_improve", "three to five", "%u is too many: trim it", n);
}

/* S0-33, S0-34: a part of the gap. */
static void check_ratio(const struct pgyd_host *h)
{
    struct pgyd_value v;
    if (pgc_get(h, "decide", "", "ask_gap_ratio", &v) && !(v.real > 0 && v.real <= 1))
        pgc_error(h, "decide", "", "ask_gap_ratio", "0.75 asks for three quarters of the gap",
                  "%.10g is no part of a gap: it is above 0 and at most 1", v.real);
}

static void check_rates(const struct pgyd_host *h, const char *id)
{
    const char *name;
    for (uint32_t i = 0; (name = h->key_name(h->ctx, "offer", id, i)); i++) {
        if (strncmp(name, rate, strlen(rate)) != 0 ||
            pgc_has(h, "priorities", "", name + strlen(rate)))
            continue;
        struct pgc_near near = {.wanted = name + strlen(rate)};
        const char *criterion;
        for (uint32_t k = 0; (criterion = h->key_name(h->ctx, "priorities", "", k)); k++)
            pgc_near_try(&near, criterion);
        const char *best = pgc_near_best(&near);
        char remedy[128];
        pgc_format(remedy, sizeof remedy,
                   best ? "did you mean rate_%s?" : "add %s to [priorities] with a weight",
                   best ? best : near.wanted);
        pgc_error(h, "offer", id, name, remedy, "[priorities] has no criterion \"%s\"",
                  near.wanted);
    }
}

static void check_priorities(const struct pgyd_host *h)
{
    const char *criterion;
    int64_t sum = 0;
    if (!h->section_count(h->ctx, "priorities"))
        return;
    for (uint32_t i = 0; (criterion = h->key_name(h->ctx, "priorities", "", i)); i++)
        sum += pgc_num(h, "priorities", "", criterion, 0);
    if (sum != WEIGHTS)
        pgc_error(h, "priorities", "", NULL, "weights that sum to 100", "the weights sum to %lld",
                  (long long)sum);
}

static void check_market(const struct pgyd_host *h)
{
    static const char *const marks[] = {"benchmark_p25", "benchmark_p50", "benchmark_p75"};
    int64_t last = 0;
    for (uint32_t i = 0; i < PGC_COUNT(marks); i++) {
        int64_t value = pgc_num(h, "market", "", marks[i], last);
        if (value < last)
            pgc_error(h, "market", "", marks[i],
                      "benchmarks that rise from the 25th to the 75th percentile",
                      "it lies below the one before");
        last = value;
    }
}

/* S2-40: contract law is the state's. */
static void check_attorney(const struct pgyd_host *h)
{
    const char *theirs = pgc_text(h, "review", "", "attorney_state", NULL),
               *mine = pgc_text(h, "goal", "", "state", NULL);
    if (theirs && strlen(theirs) != 2)
        pgc_error(h, "review", "", "attorney_state", "two letters, such as OH",
                  "\"%s\" is no state", theirs);
    else if (theirs && mine && strcasecmp(theirs, mine) != 0)
        pgc_warn(h, "review", "", "attorney_state", "a lawyer of the state you will work in",
                 "the lawyer practises in %s, the job is in %s", theirs, mine);
}

/* S2-68: with high pay, of a dream city, a great name, no call and part time two can be had, maybe
 * three. */
static void check_want(const struct pgyd_host *h)
{
    uint32_t n = ready_wants(h);
    if (n > READY_WANTS)
        pgc_warn(h, "goal", "", "want", "keep the two, at most three, that matter most",
                 "%u wishes beside high pay exclude each other", n);
}

int offers_check(const struct pgyd_host *h)
{
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "offer", i)); i++) {
        if (i == MAX_OFFERS)
            pgc_error(h, "offer", id, NULL, "remove offers that are settled", "more than %d offers",
                      MAX_OFFERS);
        check_clock(h, id);
        check_asks(h, id);
        offer_check_story(h, id);
        check_rates(h, id);
    }
    check_priorities(h);
    check_attorney(h);
    check_market(h);
    check_ratio(h);
    check_want(h);
    return 0;
}
