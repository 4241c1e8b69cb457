/* SPDX-License-Identifier: BSD-2-Clause */
/* Packs: dated milestones and chains as data, pgyd-pack(5). Read anew for every call of the plugin,
 * from what host->data("packs") gives. */
#ifndef MILESTONES_PACK_H
#define MILESTONES_PACK_H

#include "plugins/milestones/expr/expr.h"

/* PACK_CASE: what is otherwise about the milestone above it, while its condition holds. */
enum pack_kind { PACK_HEAD, PACK_MILESTONE, PACK_CASE, PACK_CHAIN, PACK_STEP, PACK_KINDS };

enum pack_key {
    P_TITLE,
    P_WHEN,
    P_UNTIL,
    P_TIME,
    P_DETAIL,
    P_IF,
    P_REMIND,
    P_SEVERITY,
    P_KIND,
    P_CHECKLIST,
    P_POINT, /* may stand several times: in points */
    P_REFS,
    P_AFTER,
    P_EACH,
    P_EVERY,
    P_LATE,
    P_THEN,
    P_QUIET,
    P_STAKES,
    P_BY,
    P_FINAL,
    P_ABOUT,
    P_NEXT,
    P_WHY,
    P_NOTE,
    P_SOURCE,
    P_CHECKED_ON,
    P_VALID_UNTIL,
    P_CONFIDENCE, /* of a milestone or chain, else of its pack */
    P_NAME,
    P_TO, /* of a chain; like P_FROM of a milestone, else of its pack */
    P_CHAIN,
    P_DAYS,
    P_DAYS_KEY,
    P_FROM,
    P_KEYS
};

/* What confidence may be; the last: advice of pgyd's own, which no date can overtake. */
#define PACK_CONFIDENCE "confirmed|pattern|unknown|rule"
enum { PACK_RULE = 3 };

/* A value and where it stands. text NULL: unset. */
struct pack_text {
    const char *text;
    uint32_t line, column;
};

struct pack_section {
    enum pack_kind kind;
    uint32_t pack; /* its index in packs.list; PACK_OWN: [milestone:id] of pgyd.ini */
    uint32_t line;
    const char *id;
    uint32_t state; /* of working out its day, see day.c */
    pgyd_day day;
    struct pack_text v[P_KEYS];
    struct pack_text states; /* "days.tx" of a step: the line of the person's own state */
    uint32_t point, npoints; /* its points in packs.points */
};
#define PACK_OWN UINT32_MAX

struct pack {
    const char *file;                 /* "matches.ini" */
    size_t head;                      /* its [pack] section in packs.sections, or SIZE_MAX */
    pgyd_day checked_on, valid_until; /* PGYD_NO_DAY: not said */
    char stem[64];                    /* "matches" */
};

/* What happens with mistakes. */
enum pack_say { PACK_LOGS, PACK_REPORTS, PACK_SILENT };

struct packs {
    const struct pgyd_host *h;
    enum pack_say say;
    uint32_t said;
    struct pack *list;
    size_t n, cap;
    struct pack_section *sections; /* files in order of name, sections in order of the file */
    size_t nsections, cap_sections;
    struct pack_text *points;
    size_t npoints, cap_points;
    /* of milestones by id: section number + 1; a power of two of slots */
    uint32_t *index;
    size_t slots;
    char **blocks; /* the files' bytes, which texts point into */
    size_t nblocks, cap_blocks;
    char state[8]; /* "days.tx" */
    bool failed;   /* out of memory, or without pgyd's own rules */
};

/* Loads every pack that [packs] use and skip let in. false after host->error when there is no
 * memory or, but for PACK_REPORTS, a pack of pgyd's own rules is missing; free it all the same. */
bool packs_load(struct packs *packs, const struct pgyd_host *h, enum pack_say say);
void packs_free(struct packs *packs);
/* The milestone of this id, or NULL. */
struct pack_section *packs_find(const struct packs *packs, const char *id);
/* What a section says, or else its pack; NULL when neither does. */
const char *packs_text(const struct packs *packs, const struct pack_section *section,
                       enum pack_key key);

/* Says what is wrong at a column (from 1) of a value; column 0: the value as a whole; key P_KEYS:
 * the section. A mistake in a pack is a warning, since the rest is planned; one in pgyd.ini an
 * error. */
void packs_problem(struct packs *packs, const struct pack_section *section, enum pack_key key,
                   unsigned column, const char *format, ...) __attribute__((format(printf, 5, 6)));
const char *packs_key_name(enum pack_key key);

#endif
