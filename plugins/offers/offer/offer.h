/* SPDX-License-Identifier: BSD-2-Clause */
/* An offer as it stands: what was agreed ([offer:id]) and what happened since (journal kind
 * "offer"). */
#ifndef OFFERS_OFFER_H
#define OFFERS_OFFER_H

#include "plugins/common/pgc.h"
#include "plugins/offers/offer/item.h"
#include "plugins/offers/offer/state.h"

enum {
    MAX_OFFERS = 256,
    PAIRS_MOST = 8,
    OFFERS_NAMED = 5 /* of offers whose clock ended, by name */
};

/* The defaults of the rules, with the ids of tests/inventory.tsv that ask for them; those marked
 * "ours" are ours. */
enum {
    EXTENSION_LOW = 10, /* S0-20: days asked for */
    EXTENSION_HIGH = 14,
    REPLY_BUSINESS_DAYS = 2, /* S0-20: an answer to that request */
    UNTOUCHED_DAYS = 21,     /* S0-22 */
    LETTER_DAYS = 3,         /* S0-23, ours: longer than this with a letter alone */
    BUDGET_DAYS = 28,        /* S0-67, ours: from the second offer to the decision */
    DATA_BUSINESS_DAYS = 5,  /* S0-36: written data on work units */
    DRAG_DAYS = 21,          /* S0-57, ours: from the first ask to the decision */
    /* business days, unless [review] turnaround_days says so */
    REVIEW_DAYS = 5,
    /* ours, as are the next four: a contract without an answer date goes to the lawyer */
    SEND_BUSINESS_DAYS = 2,
    LATE_DAYS = 2,          /* until more time is asked for, from the day it is needed */
    ASK_DATE_DAYS = 3,      /* after an offer without an answer date came */
    OUTCOME_DAYS = 7,       /* after the answer date */
    GUARANTEE_DAYS = 90,    /* before a guaranteed base ends */
    RENEWAL_TALK_DAYS = 90, /* S3-14, ours: before the last day for notice */
};

struct offer {
    const char *id, *employer;
    bool live;   /* open or paused: its clocks run */
    bool lapsed; /* they ran out and no outcome is known; never live (offers_close) */
    /* open, paused, accepted, declined, expired: the journal's word before the file's */
    const char *status;
    pgyd_day received;
    pgyd_day soft, hard;   /* answer dates; PGYD_NO_DAY: unknown, or no soft one */
    int32_t hard_minute;   /* -1: all day */
    const char *hard_zone; /* NULL: the person's */
    bool extended;         /* hard is the date agreed in an extension */
    pgyd_day touched;      /* last happening of any sort */
    pgyd_day contract;     /* the full contract arrived */
    pgyd_day contract_requested;
    pgyd_day data_requested;      /* S0-36: what new hires reached, in writing */
    pgyd_day extension_requested; /* or the contract, S0-20; PGYD_NO_DAY once it was granted */
    bool time_requested;          /* … and it was time that was asked for */
    bool paused;                  /* no nudges … */
    pgyd_day paused_until;        /* … up to this day; PGYD_NO_DAY: until it is resumed */
    pgyd_day accepted;
    bool written, committee;
    enum offer_state state; /* as the journal has it (S0-66) */
    pgyd_day since;         /* the day it came into that state */
    uint32_t rounds;        /* asks so far (S0-48) */
    pgyd_day first_ask, last_ask;
    /* the last answer to an ask: an improvement or an honest no (S0-45) */
    pgyd_day revised;
};

struct offers {
    /* in order of id, so that nothing depends on their order in the file */
    struct offer list[MAX_OFFERS];
    uint32_t n;
};

/* Reads offer `id`. */
void offer_read(const struct pgyd_host *h, const char *id, struct offer *offer);
/* Reads all; those beyond MAX_OFFERS are left out and reported by check. */
void offers_read(const struct pgyd_host *h, struct offers *offers);
/* The one with this id, NULL: none. */
const struct offer *offers_find(const struct offers *offers, const char *id);
/* The one that was accepted, of several the first; NULL: none, all is open still. */
const struct offer *offers_accepted(const struct offers *offers);
/* goal.internal_deadline, or PGYD_NO_DAY. */
pgyd_day offers_internal_deadline(const struct pgyd_host *h);
/* S0-20: the days asked for in an extension, capped by the internal deadline (S0-18); false when
 * none was asked for. */
bool offer_extension(const struct pgyd_host *h, const struct offer *offer, pgyd_day *first,
                     pgyd_day *last);
/* S0-19: a day on which all live offers could be decided: the latest asked for or due, never beyond
 * a committee's day or one's own deadline. PGYD_NO_DAY with fewer than two. *asked (may be NULL):
 * more time was asked for. */
pgyd_day offers_common_date(const struct pgyd_host *h, const struct offers *offers, bool *asked);
/* S3-21: whether a nudge for a day is for the person's eyes; a pause moves it behind its own end,
 * or hides it when it has none. */
bool offer_nudges(const struct offer *offer, pgyd_day *day);
/* ---- together.c ---- */
/* Live offers. */
uint32_t offers_live(const struct offers *offers);
/* S0-17: the days on which both can still be answered: -1 unknown, 0 none, else how many. */
int offers_overlap(const struct offer *a, const struct offer *b, pgyd_day *first, pgyd_day *last);
/* The first stretch in which most of the live clocks run at once: how many of them; 0 or 1: no two
 * do. */
uint32_t offers_together(const struct offers *offers, pgyd_day *first, pgyd_day *last);
/* How many live offers there are whose clock had ended when that of `o` began, and the names of the
 * first few. */
uint32_t offers_missed(const struct offers *offers, const struct offer *o, char *names,
                       size_t size);
/* ---- offer.c ---- */
/* S0-31: what is not held today proves nothing to anybody: its day to answer is over, or it has not
 * come yet. It counts as not written then. For reports and letters. */
void offers_lapse(struct offers *offers, pgyd_day today);
bool offer_lapsed(const struct offer *offer, pgyd_day today);
/* For a plan: those whose answer date is past are live no more, but lapsed. */
void offers_close(struct offers *offers, pgyd_day today);

/* ---- the reports "offers" (report.c) and "history" (history.c) ---- */
int offers_report_offers(const struct pgyd_host *h);
int offers_report_history(const struct pgyd_host *h);
/* Of the callback check: the dates of one offer (dates.c). */
void offer_check_dates(const struct pgyd_host *h, const char *id);

#endif
