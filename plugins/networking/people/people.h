/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of people. The contacts are read once: configuration and journal in two walks, whatever
 * their number; then who is missing among them, and what to ask whom. */
#ifndef NETWORKING_PEOPLE_H
#define NETWORKING_PEOPLE_H

#include "plugins/common/anchors.h"
#include "plugins/networking/nudges/nudges.h"

struct cadence {
    int32_t n;
    uint16_t unit; /* 'd' 'w' 'm' 'y' */
};

struct person {
    const char *id, *name, *kind; /* kind "other" when unset */
    const char *note, *prospect;  /* NULL: unset */
    struct cadence cadence;
    bool own; /* the cadence is the person's own, not the kind's */
    bool has_kind;
    int center; /* index of centers[], -1: none */
    bool influential, reference, will_call;
    int class_ahead;
    pgyd_day asked_on;
    pgyd_day added;  /* when they were written down; PGYD_NO_DAY: with the first run */
    pgyd_day fact;   /* `last` of the file */
    bool fact_again; /* the journal has that day as well */
    pgyd_day last;   /* last touch of file and journal; PGYD_NO_DAY: never */
    /* touches; a dated fact of the file does not count twice with the journal's of that day */
    uint32_t times;
    uint32_t skipped; /* reminders dismissed: each moved the day on as a touch does, and is none */
    enum nudge_id nudge; /* what is said of their kind */
    /* Filled in by schedule_make: the open occurrence (number `times` + `skipped`) and the one
     * after it; PGYD_NO_DAY: no such date. */
    pgyd_day open, next;
    bool roams; /* their shift reaches over weeks */
    /* neighbors among those whose next falls into the same week: index + 1, 0: none */
    uint32_t before, after;
};

/* One touch of the journal, without the file's facts, or a reminder that was dismissed. */
struct touch {
    int64_t number;
    pgyd_day on;
    uint32_t person;
    int64_t dismissed; /* the occurrence; -1: a touch */
};

struct people {
    struct person *list; /* in order of the file */
    uint32_t n;
    uint32_t *by_id;       /* indexes sorted by id */
    struct touch *touches; /* in order of their numbers: as they were written down */
    size_t ntouches, cap_touches;
    bool failed; /* memory ran out */
};

#define PEOPLE_CLEANUP __attribute__((cleanup(people_free)))

/* Texts are the host's. -1 after host->error. */
int people_load(const struct pgyd_host *h, struct people *people);
void people_free(struct people *people);
const struct person *people_find(const struct people *people, const char *id);
/* Contacts that are references, and how many of those will call. */
uint32_t people_references(const struct people *people, uint32_t *will_call);
/* Whether a reference was asked: on a day, or they said that they will call. */
bool person_asked(const struct person *p);
uint32_t people_influential(const struct people *people);

/* Of the callback check: each contact (check.c). */
void people_check(const struct pgyd_host *h);

/* ---- centers.c: four power centers (S2-11 to S2-14), references and influence: is anybody there,
 * and in touch? ---- */

enum { CENTERS = 4, CENTER_DAYS = 90, REFERENCES = 3, INFLUENTIAL = 2 };

struct center {
    const char *name;            /* value of contact.center */
    const char *words;           /* for tables */
    enum nudge_id nobody, quiet; /* no contact has it; none was touched for long */
};

extern const struct center centers[CENTERS];

/* The last touch of any contact of a center; *n: how many contacts it has. */
pgyd_day center_touched(const struct people *people, int center, uint32_t *n);
/* accepted: an offer was, and nobody has to vouch for the person any more. */
int centers_plan(const struct pgyd_host *h, const struct nudges *nudges,
                 const struct pgc_anchors *anchors, const struct people *people, bool accepted);

/* ---- cards.c: what to ask whom: the cards of lists/cards.tsv, chosen by what a contact is ---- */

enum { CARDS_MAX = 96, CARD_REFS = 12, CARD_QUESTIONS = 2, CARD_MOST = 5 };

struct card {
    /* "kind:attending", "center:scheduling", "influence:high", "class_ahead", "prospect", "visit",
     * "any" */
    char who[32];
    char ref[8];
    char text[200];
};

struct cards {
    struct card list[CARDS_MAX];
    uint32_t n;
};

/* Reads the list; none when it is not installed. */
void cards_load(const struct pgyd_host *h, struct cards *cards);
/* Appends two of the questions for a contact to a detail, a point each, other two at the next turn,
 * and the IDs of all that fit to refs, each once; returns the number of refs. */
uint32_t cards_for_person(const struct cards *cards, const struct person *p, uint32_t turn,
                          char *detail, size_t size, const char **refs, uint32_t nrefs);
/* The same for a word of the `who` column: the first five. */
uint32_t cards_for(const struct cards *cards, const char *who, char *detail, size_t size,
                   const char **refs, uint32_t nrefs);

#endif
