/* SPDX-License-Identifier: BSD-2-Clause */
/* Of the callback check: the dates of one offer. Stories in the journal are checked by state.c. */
#include "plugins/offers/offer/offer.h"

void offer_check_dates(const struct pgyd_host *h, const char *id)
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
