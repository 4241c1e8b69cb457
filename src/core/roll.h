/* SPDX-License-Identifier: BSD-2-Clause */
/* Who is served: what every desk may know of a person. The people desk keeps it and alone writes
 * it; the others read. Leaf. */
#ifndef PGY_CORE_ROLL_H
#define PGY_CORE_ROLL_H

#include "plan/load.h"
#include "plan/timeline.h"
#include "remind/remind.h"
#include "store/store.h"

#include <stdbool.h>
#include <stdint.h>

enum { CORE_MAX_FEEDS = 160 /* of one person, styles counted */ };

struct core_person {
    uint64_t born; /* another number for each entry that ever was: an id may come back */
    char *id;      /* malloc; NULL until a configuration of it was in force once */
    char *file;    /* malloc */
    bool in_folder;
    struct pgy_house *house;   /* a reference: the plugins and data its configuration goes by */
    struct pgy_config *config; /* in force; NULL: stays out */
    bool accepted;             /* runs from the accepted text, not from the file */
    struct pgy_tz *tz;
    struct pgy_quiet quiet;
    bool shifts_known;             /* its calls were read since the start */
    struct pgy_timeline *timeline; /* NULL: not kept, or not planned yet */
    uint64_t asked, done;          /* plans asked for, and how many of these are over */
    struct core_person *next;
};

struct core_roll {
    struct core_person *first;
    size_t n;
    const struct pgy_house *house;   /* as read last */
    const struct pgy_config *daemon; /* in force for [daemon] and [serve] */
};

/* NULL: nobody of that id. */
const struct core_person *core_roll_find(const struct core_roll *roll, const char *id);
/* The entry of that number; NULL: it went. */
const struct core_person *core_roll_born(const struct core_roll *roll, uint64_t born);

/* In force, and its endpoints and the calls that hold its messages are known: only then may a
 * firing's key be spent. NULL is not. */
bool core_person_served(const struct core_person *person);
pgy_day core_person_today(const struct core_person *person, int64_t now);
/* Whether there is such a feed: "all", or a listed plugin's name. */
bool core_person_has_feed(const struct core_person *person, const char *feed);
/* The person's timeline now: the one that is kept, or one made from what is stored (no worker
 * runs). NULL when there never was a plan. *owned: the caller frees it. */
struct pgy_timeline *core_person_timeline(const struct core_person *person, struct pgy_store *store,
                                          int64_t now, bool *owned);

/* What a pass gave, shown to the other desks inside the transaction that writes it. */
struct core_plan {
    const struct core_person *person;
    const struct pgy_timeline *timeline;
    pgy_day started;
    bool first;       /* the person's first plan ever */
    const char *link; /* the feed's, for the first message; NULL: none that leads anywhere else */
    int64_t now;
    struct pgy_arena *arena; /* for what has to live until the transaction ends */
};

#endif
