/* SPDX-License-Identifier: BSD-2-Clause */
/* Where an offer stands (S0-66): received, compared, asks planned, asked, revised, then accepted,
 * declined or expired. The journal moves it; an entry that is not legal where it stands moves
 * nothing. */
#ifndef OFFERS_STATE_H
#define OFFERS_STATE_H

#include "plugins/common/pgc.h"

enum offer_state {
    OFFER_RECEIVED,
    OFFER_COMPARED,
    OFFER_PLANNED,
    OFFER_ASKED,
    OFFER_REVISED,
    OFFER_ACCEPTED,
    OFFER_DECLINED,
    OFFER_EXPIRED,
    OFFER_STATES
};

enum { ROUNDS_LAST = 2 }; /* S0-48: once, maybe twice */

/* A walk along the journal of one offer. */
struct offer_walk {
    const char *id;
    pgyd_day received;
    bool committee; /* its date is moved by no letter (S0-16) */
    enum offer_state state;
    pgyd_day since; /* the day it came into that state */
    uint32_t rounds;
    bool paused;
    char why[240];
};

/* The beginning: received. */
void offer_walk_begin(const struct pgyd_host *h, const char *id, struct offer_walk *walk);
/* Takes the next entry. false: it is not legal here, nothing moved, walk->why says why and what
 * would be. */
bool offer_walk_step(const struct pgyd_host *h, struct offer_walk *walk,
                     const struct pgyd_event *event);
/* Whether an entry is only proposed: not written down yet (PGYD_PROPOSED). */
bool offer_proposed(const struct pgyd_event *event);
const char *offer_state_text(enum offer_state state); /* "asks-planned" */
bool offer_state_live(enum offer_state state);
/* The entries that are legal next, separated by commas. */
const char *offer_state_next(enum offer_state state, char *out, size_t size);
/* Whether they said no to a term: [offer:id] hard_cap, or a no in the journal (S0-45). */
bool offer_capped(const struct pgyd_host *h, const char *id, const char *term);
/* Entries that are not legal become warnings; a proposed one that is not, or one that makes another
 * illegal by coming or going, an error of section "journal". */
void offer_check_story(const struct pgyd_host *h, const char *id);

#endif
