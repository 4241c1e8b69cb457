/* SPDX-License-Identifier: BSD-2-Clause */
/* The contacts, read once: configuration and journal in two walks, whatever their number. */
#ifndef NETWORKING_PEOPLE_H
#define NETWORKING_PEOPLE_H

#include "plugins/common/anchors.h"

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
    /* Filled in by schedule_make: the open occurrence (number `times`) and the one after it;
     * PGYD_NO_DAY: no such date. */
    pgyd_day open, next;
    bool roams; /* their shift reaches over weeks */
    /* neighbors among those whose next falls into the same week: index + 1, 0: none */
    uint32_t before, after;
};

/* One touch of the journal, without the file's facts. */
struct touch {
    int64_t number;
    pgyd_day on;
    uint32_t person;
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
uint32_t people_influential(const struct people *people);

#endif
