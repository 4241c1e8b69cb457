/* SPDX-License-Identifier: BSD-2-Clause */
/* What to ask of an offer (S0-32 to S0-41): where it falls short of the other offers or of what is
 * usual, the few things worth asking for, a target for each, and what to take instead. Pure. Whole
 * dollars a year unless said otherwise. */
#ifndef OFFERS_ASKS_H
#define OFFERS_ASKS_H

#include "plugins/offers/asks/lane.h"
#include "plugins/offers/offer/offer.h"

enum {
    ASKS_MOST = 5, /* S0-32: three to five */
    ASKS_FEW = 3,
    ASKS_WEAK = 3, /* S0-54: the most in a market that is not short of you */
    ASKS_CANDIDATES = 40,
    ASK_TEXT = 240,
    ASK_LINE = 160,    /* S1-40: characters of the one line, at most */
    ASK_ROUND = 1000,  /* S0-33: targets are whole thousands */
    ASK_PLAN_DAYS = 2, /* S3-02, ours: business days from the contract to a list of asks */
};
#define ASK_NONE INT64_MIN

/* How hard to press (S0-53, S0-54), from the leverage (lane.h). */
enum ask_intensity { ASK_TWEAKS, ASK_STEADY, ASK_PUSH };

struct ask {
    /* a term of etc/lists/asks.tsv, most of them keys of [offer:id]: "base"; "own": in the person's
     * own words */
    char term[32];
    char name[96];      /* "Base", or those words */
    char criterion[32]; /* the key of [priorities] it serves; "" for their own words */
    char ref[16];
    int64_t weight;   /* of that criterion, 0 to 100 */
    double shortfall; /* 0 to 1: how far it is from the target */
    double priority;  /* weight times shortfall */
    bool must;        /* named in must_improve (S0-06): never left out for one that is not */
    bool primary;     /* S0-53: pay, covenant and call where they are short of you */
    /* it falls short, by a rule or in the person's eyes; else something that can be had (S1-42,
     * S1-54, S1-55) */
    bool gap;
    int64_t from, to;    /* numbers: as offered and as asked for; ASK_NONE */
    int64_t dollars;     /* what it would bring a year, if that is money; ASK_NONE */
    int64_t between;     /* the whole gap in dollars a year, before it is narrowed; ASK_NONE */
    const char *rival;   /* id of the written offer that shows it can be done; NULL */
    const char *unlock;  /* why it is not to be asked yet (S2-35); NULL: it may be */
    const char *instead; /* the term they said no to, whose place it takes (S0-41); NULL */
    char target[96];     /* "$330,000", "10 miles, 12 months"; "": it has none */
    /* what is asked for, as a letter may say it: begins small, without a full stop; no rival, no
     * figure but the target */
    char text[ASK_TEXT];
    char fallback[ASK_TEXT]; /* S3-17: what to take instead, likewise */
    char why[ASK_TEXT];      /* for the person alone: it may name the rival and its figures */
};

struct asks {
    const struct offer *offer; /* the caller's */
    /* primary ones first, then by priority, the larger first, then by term */
    struct ask list[ASKS_MOST];
    uint32_t n;
    uint32_t candidates; /* before the cap */
    bool listed;         /* etc/lists/asks.tsv is there; else there can be no asks */
    /* names of what they said no to and that would have been asked: "Base, Sign-on" */
    char capped[ASK_TEXT];
    uint32_t most; /* the cap in force: ASKS_MOST or ASKS_WEAK */
    int intensity; /* enum ask_intensity */
    /* S0-58: dollars a year that lie between, of the asks listed; 0 once both rounds are used up */
    int64_t remaining;
    /* and of them what falls short and is not money, one day for courses not counted */
    uint32_t remaining_other;
    /* S1-40: all of it in a line of at most ASK_LINE characters; "" without asks */
    char one_line[ASK_LINE * 4 + 1];
};

/* What to ask of `offer`, one of `offers`; the others in writing and live are its rivals. */
void asks_of(const struct pgyd_host *h, const struct offers *offers, const struct offer *offer,
             struct asks *asks);
/* S0-33, S0-34: own + ratio of the gap, in whole thousands, strictly below the rival; ASK_NONE when
 * there is no gap or no thousand between. */
int64_t asks_base_target(int64_t own, int64_t rival, double ratio);
/* S0-33, S0-34 for any number: own + ratio of the gap, in whole steps, short of the rival and away
 * from own; ASK_NONE. More is better. */
int64_t asks_narrow(int64_t own, int64_t rival, double ratio, int64_t step);
/* [decide] ask_gap_ratio, 0.75 unless set. */
double asks_ratio(const struct pgyd_host *h);

/* Of the callback check: [decide] ask_gap_ratio is a part of the gap. */
void asks_check_ratio(const struct pgyd_host *h);

/* ---- report.c ---- */
/* S3-02: the list must exist before the first talk. An item of the plan: 0 or -1. */
int asks_plan(const struct pgyd_host *h, const struct offer *offer);
int offers_report_asks(const struct pgyd_host *h);
/* S1-15: power at each place (leverage.c). */
int offers_report_leverage(const struct pgyd_host *h);

#endif
