/* SPDX-License-Identifier: BSD-2-Clause */
/* Days of an accepted offer, counted from S, the start as an attending (S3-14): what is owed back
 * until when, and when a contract can still be left or talked about. Words stand in table.c. */
#include "plugins/offers/clocks/inside.h"

#include "plugins/common/anchors.h"

#include <string.h>

enum { MONTHS = 12 };

/* As many months after the start as a key says, in units of so many; PGYD_NO_DAY. */
static pgyd_day after_start(const struct item_scene *s, const char *key, int32_t months)
{
    struct pgc_anchors anchors;
    int64_t n = pgc_num(s->h, "offer", s->offer->id, key, 0);
    if (n <= 0 || strcmp(s->offer->status, "accepted") != 0 || !pgc_anchors(s->h, &anchors))
        return PGYD_NO_DAY;
    return s->h->add_months(s->h->ctx, anchors.s, (int32_t)n * months);
}

void clock_clawback(struct item_scene *s)
{
    s->day = after_start(s, "sign_on_clawback_months", 1);
}

void clock_service(struct item_scene *s)
{
    s->day = after_start(s, "loan_repay_years", MONTHS);
}

void clock_guarantee(struct item_scene *s)
{
    pgyd_day end = after_start(s, "guarantee_months", 1);
    char words[24];
    if (end == PGYD_NO_DAY)
        return;
    s->day = end - GUARANTEE_DAYS;
    item_say(s, "ends", "%s", s->h->day_words(s->h->ctx, end, words));
}

void clock_term(struct item_scene *s)
{
    s->day = after_start(s, "term_months", 1);
}

void clock_nonrenewal(struct item_scene *s)
{
    pgyd_day end = after_start(s, "term_months", 1);
    int64_t notice = pgc_num(s->h, "offer", s->offer->id, "notice_days", -1);
    if (end != PGYD_NO_DAY && notice >= 0)
        s->day = end - (pgyd_day)notice;
}

void clock_renewal_talk(struct item_scene *s)
{
    clock_nonrenewal(s);
    if (s->day != PGYD_NO_DAY)
        s->day -= RENEWAL_TALK_DAYS;
}
