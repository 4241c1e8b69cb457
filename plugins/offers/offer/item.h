/* SPDX-License-Identifier: BSD-2-Clause */
/* Items of the plan as rows: what is said, what is lost by missing it, and where it comes from
 * stand in a table; a row's function works out the days, or that there are none. How loudly each is
 * told is the host's table of stakes. */
#ifndef OFFERS_ITEM_H
#define OFFERS_ITEM_H

#include "plugins/common/pgc.h"

struct offer;
struct offers;

enum {
    ITEM_WORDS = 8,
    ITEM_SAID = PGC_DETAIL + 1024,
    ITEM_TITLE = 60, /* characters of a title */
    ITEM_AHEAD = 7,  /* days before its answer date on which the ladder of an offer begins */
};

/* What a row's function looks at, and what it says: the days, and words for the texts. */
struct item_scene {
    const struct pgyd_host *h;
    const struct offers *offers; /* all; NULL where a row asks for one alone */
    const struct offer *offer;   /* the one it is about; NULL: about all */
    const struct offer *other;   /* the second of a pair, the accepted one; NULL */
    pgyd_day day;                /* PGYD_NO_DAY: nothing is planned */
    pgyd_day end;                /* the last of several; PGYD_NO_DAY: day */
    pgyd_day by;                 /* after it the harm is done; PGYD_NO_DAY: end */
    int32_t minute;              /* -1: all day */
    const char *zone;            /* of the minute; NULL: the person's */
    uint16_t confidence;         /* enum pgyd_confidence */
    const char *next;            /* in place of the row's, said before; NULL: the row's */
    char occurrence[32];         /* "": none */
    struct {
        const char *name, *text;
    } words[ITEM_WORDS];
    uint32_t nwords;
    size_t used; /* bytes of said */
    char said[ITEM_SAID];
};

/* A row. In texts {employer} and {id} are the offer's, other words those that the function said. In
 * a title the employer gets what is left of ITEM_TITLE characters. */
struct item_row {
    const char *slug;
    uint16_t kind, stakes; /* enum pgyd_stakes, always said */
    uint32_t flags;        /* PGYD_ITEM_… */
    /* Prepares the answer: not planned for a day after it, and told in the offer's own messages;
     * it has a ladder only where its `by` comes before the offer's. */
    bool folds;
    /* of what folds: so many days before the answer date it is no step any more but context, so
     * that what is left to do is to answer; 0: it never is */
    int32_t gives_way;
    bool apart; /* belongs to no offer's line, though it is about one */
    const char *title, *detail;
    const char *next, *why; /* NULL: none */
    const char *log;        /* what `done` writes down; NULL: nothing */
    const char *source;
    /* the offer's one ladder; hours, which stand last, are left out without a time */
    const struct pgyd_step *steps;
    uint32_t nsteps;
    const char *const *refs;
    uint32_t nrefs;
    void (*day)(struct item_scene *s); /* sets s->day, s->by, s->words, … */
};

#define ITEM_STEPS(...)                                                                            \
    .steps = (const struct pgyd_step[]){__VA_ARGS__},                                              \
    .nsteps = sizeof((const struct pgyd_step[]){__VA_ARGS__}) / sizeof(struct pgyd_step)
#define ITEM_REFS(...)                                                                             \
    .refs = (const char *const[]){__VA_ARGS__},                                                    \
    .nrefs = sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)

/* Says what {name} stands for in the texts of the row. */
void item_say(struct item_scene *s, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same for a day: "Fri Dec 4". */
void item_say_day(struct item_scene *s, const char *name, pgyd_day day);
/* "Fri Dec 4" into at least 24 bytes; returns text. */
const char *item_day(const struct pgyd_host *h, pgyd_day day, char *text);
/* A name of at most so many characters, cut between words where that leaves half of it; returns
 * out. */
const char *item_name(const char *name, size_t chars, char *out, size_t size);
/* Emits the items of a table for a scene of h, offers, offer and other: 0, or -1 when the host
 * refuses one. */
int item_rows(const struct item_row *rows, uint32_t n, const struct pgyd_host *h,
              const struct offers *offers, const struct offer *offer, const struct offer *other);
/* A scene in which nothing is planned yet. */
void item_scene(struct item_scene *s, const struct pgyd_host *h, const struct offers *offers,
                const struct offer *offer, const struct offer *other);
/* Emits one whose scene is set already. */
int item_emit(const struct item_row *row, const struct item_scene *s);

#endif
