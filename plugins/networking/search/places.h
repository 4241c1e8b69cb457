/* SPDX-License-Identifier: BSD-2-Clause */
/* The prospects, read once: configuration and journal. */
#ifndef NETWORKING_PLACES_H
#define NETWORKING_PLACES_H

#include "plugins/common/anchors.h"

enum { QUESTIONS = 4, ACTIVE_DAYS = 45 };

/* Values of prospect.stage, in order. */
enum stage {
    STAGE_NONE,
    STAGE_RECON,
    STAGE_CONTACT,
    STAGE_VISIT,
    STAGE_INTERVIEW,
    STAGE_ADVANCED,
    STAGE_OFFER,
    STAGE_CLOSED,
    STAGES
};
extern const char *const stage_names[STAGES];
/* growing, chair_leaving, turmoil, understaffed (S1-31). */
extern const char *const question_keys[QUESTIONS];

struct place {
    const char *id, *name, *region, *setting, *lead, *need; /* NULL: unset, except id and name */
    enum stage stage; /* the furthest of file and journal; closed is the last word */
    bool stretch, warm, rotated, called, locums;
    const char *answers[QUESTIONS]; /* "yes" or "no"; NULL: not known */
    pgyd_day last;                  /* last activity */
    pgyd_day visit;                 /* prospect.visit_on */
};

struct places {
    struct place *list;
    uint32_t n;
    bool accepted; /* an offer was accepted: the search is over */
};

#define PLACES_CLEANUP __attribute__((cleanup(places_free)))

int places_load(const struct pgyd_host *h, struct places *places);
void places_free(struct places *places);
/* S1-05: somebody there has seen the person's work. */
bool place_knows(const struct place *place);
/* Not closed. */
bool place_is_live(const struct place *place);
/* S1-44: visit, interview, advanced or offer; whether it is also active on a day, that is within 45
 * days of its last activity. */
bool place_is_process(const struct place *place);
bool place_is_active(const struct place *place, pgyd_day day);
uint32_t place_answers(const struct place *place);
/* Different regions, settings and places with urgent need among the live ones (S2-28 to S2-30). */
struct leverage {
    uint32_t regions, settings, needs;
};
struct leverage places_leverage(const struct places *places);
/* How many of the three kinds of leverage there are. */
uint32_t leverage_ready(const struct leverage *leverage);

#endif
