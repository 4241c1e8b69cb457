/* SPDX-License-Identifier: BSD-2-Clause */
/* An offer as it stands: what was agreed ([offer:id]) and what happened since (journal kind "offer"). */
#ifndef OFFERS_OFFER_H
#define OFFERS_OFFER_H

#include "plugins/common/pgc.h"

enum { MAX_OFFERS = 32 };

/* The defaults of the rules (domain 1.8; those marked "ours" there are ours). */
enum {
    EXTENSION_LOW = 10,      /* S0-20: days asked for */
    EXTENSION_HIGH = 14,
    REPLY_BUSINESS_DAYS = 2, /* S0-20: an answer to that request */
    UNTOUCHED_DAYS = 21,     /* S0-22 */
    LETTER_DAYS = 3,         /* S0-23, ours: longer than this with a letter alone */
};

struct offer {
    const char *id, *employer;
    bool live;                    /* open or paused: its clocks run */
    const char *status;           /* open, paused, accepted, declined, expired: the journal's word before the file's */
    pgyd_day received;
    pgyd_day soft, hard;          /* answer dates; PGYD_NO_DAY: unknown, or no soft one */
    int32_t hard_minute;          /* -1: all day */
    const char *hard_zone;        /* NULL: the person's */
    bool extended;                /* hard is the date agreed in an extension */
    pgyd_day touched;             /* last happening of any sort */
    pgyd_day contract;            /* the full contract arrived */
    pgyd_day contract_requested;
    pgyd_day extension_requested; /* or the contract, S0-20; PGYD_NO_DAY once it was granted */
    pgyd_day paused_until;
    pgyd_day accepted;
};

struct offers {
    struct offer list[MAX_OFFERS]; /* in order of id, so that nothing depends on their order in the file */
    uint32_t n;
};

/* Reads offer `id`. */
void offer_read(const struct pgyd_host *h, const char *id, struct offer *offer);
/* Reads all; those beyond MAX_OFFERS are left out and reported by check. */
void offers_read(const struct pgyd_host *h, struct offers *offers);
/* goal.internal_deadline, or PGYD_NO_DAY. */
pgyd_day offers_internal_deadline(const struct pgyd_host *h);
/* S0-20: the days asked for in an extension, capped by the internal deadline (S0-18); false when none was asked for. */
bool offer_extension(const struct pgyd_host *h, const struct offer *offer, pgyd_day *first, pgyd_day *last);
/* S0-17: the days on which both can still be answered: -1 unknown, 0 none, else how many. */
int offers_overlap(const struct offer *a, const struct offer *b, pgyd_day *first, pgyd_day *last);

#endif
