/* SPDX-License-Identifier: BSD-2-Clause */
/* Items of the plan as rows: what is said, how loudly, and where it comes from stands in a table; a
 * row's function works out the day, or that there is none. */
#ifndef OFFERS_ITEM_H
#define OFFERS_ITEM_H

#include "plugins/common/pgc.h"

struct offer;
struct offers;

enum { ITEM_WORDS = 6, ITEM_SAID = PGC_DETAIL + 1024 };

/* What a row's function looks at, and what it says: the days, and words for the texts. */
struct item_scene {
    const struct pgyd_host *h;
    const struct offers *offers; /* all; NULL where a row asks for one alone */
    const struct offer *offer;   /* the one it is about; NULL: about all */
    const struct offer *other;   /* the second of a pair, the accepted one; NULL */
    pgyd_day day;                /* PGYD_NO_DAY: nothing is planned */
    pgyd_day end;                /* of a window; PGYD_NO_DAY else */
    int32_t minute;              /* -1: all day */
    const char *zone;            /* of the minute; NULL: the person's */
    uint16_t confidence;         /* enum pgyd_confidence */
    char occurrence[32];         /* "": none */
    struct {
        const char *name, *text;
    } words[ITEM_WORDS];
    uint32_t nwords;
    size_t used; /* bytes of said */
    char said[ITEM_SAID];
};

/* A row. In texts {employer} and {id} are the offer's, other words those that the function said. */
struct item_row {
    const char *slug;
    uint16_t kind, severity;
    uint32_t flags; /* PGYD_ITEM_… */
    const char *title, *detail;
    const char *log; /* what `done` writes down; NULL: nothing */
    const char *source;
    const struct pgyd_step *steps;
    uint32_t nsteps;
    const char *const *refs;
    uint32_t nrefs;
    void (*day)(struct item_scene *s); /* sets s->day, s->words, … */
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
