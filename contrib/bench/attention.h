/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the attention simulator share: a walk tells what a person saw, the figures
 * count it. */
#ifndef PGY_BENCH_ATTENTION_H
#define PGY_BENCH_ATTENTION_H

#include "base/tz.h"
#include "plan/timeline.h"
#include "plan/today.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ATTENTION_SEVERITIES = PGYD_CRITICAL + 1, ATTENTION_OVERDUE = 5 };

/* Parts of what a walk costs. */
enum attention_part {
    ATTENTION_OPEN, /* the house and the store */
    ATTENTION_PLAN, /* plans, and what follows from them in the store */
    ATTENTION_POST, /* messages */
    ATTENTION_LOOK, /* the figures themselves, with the feed */
    ATTENTION_PARTS
};

struct attention_options {
    const char *dir; /* of the persons' files */
    int64_t days;
    pgy_day today; /* whose lines of today are printed; PGY_NO_DAY: none */
    bool messages; /* each is printed as it leaves */
};

/* A fatal item with its day; a day that moves makes another one. */
struct attention_fatal {
    const char *id, *title;
    pgy_day by, known, seen; /* first and last day on which the person was asked for it */
    uint32_t steps;          /* of its ladder, that lay ahead when it became known */
    uint32_t pushes;         /* messages that told of it up to its day */
    bool caught, done;       /* past before the first run; done in time */
};

/* Something the person was asked to do. */
struct attention_asked {
    const char *id;
    pgy_day first;
    bool answered;
};

struct attention_list {
    uint32_t *values; /* a day each */
    size_t n, cap;
};

/* Messages; `plain` is without a fatal item. */
struct attention_messages {
    uint32_t severity[ATTENTION_SEVERITIES]; /* all but briefs and the first one */
    uint32_t plain, briefs;
    uint32_t useful_alone;
    pgy_day day;                     /* the last one with a message, … */
    uint32_t day_all, day_plain;     /* … its messages, briefs counted, … */
    uint32_t worst_all, worst_plain; /* … and those of the worst day */
};

/* Days on which something was not as it should be. */
struct attention_days {
    uint32_t overdue; /* more overdue rows than may be */
    uint32_t lines;   /* more lines than seven and what is fatal within seven days */
    uint32_t missing; /* a fatal date within 60 days is neither shown nor counted */
    uint32_t buried;  /* the clock of a running offer is not among the first lines */
    uint32_t bars;    /* over five bars, and fewer fatal or costly dates than bars */
};

struct attention_figures {
    const char *name;
    const struct attention_options *options;
    struct pgy_arena *arena;
    const struct pgy_tz *tz; /* while the walk lasts */
    int remind_at;           /* [quiet] remind_at */
    pgy_day first, last;     /* days of the walk, both counted */
    struct attention_fatal *fatal;
    size_t nfatal, cap_fatal;
    struct attention_asked *asked;
    size_t nasked, cap_asked;
    struct attention_messages messages;
    struct attention_days days;
    struct attention_list lines, overdue, bars; /* a value a day */
    double cpu[ATTENTION_PARTS];
    const char **broken; /* a line for each thing that breaks a bound */
    size_t nbroken, cap_broken;
};

/* ---- attentionwalk.c ---- */
/* Lives the days of one person; nothing is left behind. Exits with a sentence when something that
 * is no figure fails. */
void attention_walk(struct attention_figures *figures);

/* ---- attentionfigures.c ---- */
/* The morning of a day: what today shows, what is late, the fatal items that are known. */
void attention_day(struct attention_figures *f, const struct pgy_timeline *timeline, int64_t now);
/* The bars of that day. */
void attention_bars(struct attention_figures *f, const struct pgy_timeline *timeline,
                    const char *ics);
/* A message leaves now. first: the one that shows that messages arrive. */
void attention_message(struct attention_figures *f, const struct pgy_timeline *timeline,
                       const struct pgy_outbox_row *row, bool first, int64_t now);
/* The person was asked for it. */
void attention_ask(struct attention_figures *f, const char *id, pgy_day day);
/* Whether the person does what is asked: every second thing, by its id. */
bool attention_does(const char *id);

/* ---- attentionbounds.c ---- */
/* Compares everything with its bounds; what breaks one is a line of f->broken. */
void attention_judge(struct attention_figures *f);
uint32_t attention_median(const struct attention_list *list);
uint32_t attention_max(const struct attention_list *list);
double attention_mean(const struct attention_list *list);
/* Distinct fatal items whose day lies in the walk, or was past and is asked for. */
uint32_t attention_fatals(const struct attention_figures *f);
/* Fatal dates that came and were not done, known 15 days ahead or later: their number, and the
 * fewest messages that told of one; *short_of: how many had fewer messages than they should. */
uint32_t attention_known(const struct attention_figures *f, bool ahead, uint32_t *fewest,
                         uint32_t *short_of);
double attention_weeks(const struct attention_figures *f);

#endif
