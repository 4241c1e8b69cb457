/* SPDX-License-Identifier: BSD-2-Clause */
/* Sections of packs, and [milestone:id] put into the same form, become items. */
#ifndef MILESTONES_MAKER_H
#define MILESTONES_MAKER_H

#include "plugins/milestones/packs/pack.h"
#include "plugins/milestones/planner/planner.h"

enum { MAKER_DEEPEST = 64, MAKER_STEPS = 16, MAKER_REFS = 16 };

#define MAKER_KINDS "milestone|window|deadline|reminder|habit"
#define MAKER_SEVERITIES "info|warn|critical"

struct maker_refs {
    char text[MAKER_REFS][41];
    const char *list[MAKER_REFS];
    uint32_t n;
};

struct maker {
    const struct planner *p;
    struct packs *packs;
    struct expr_env env;
    struct pgc_anchors unknown; /* stands in when there are none */
    /* whose day is being worked out, for circles in after */
    struct pack_section *stack[MAKER_DEEPEST];
    int depth;
};

/* ---- single keys (keys.c) ---- */

void maker_init(struct maker *m, const struct planner *p, struct packs *packs);
/* A day of a key: false after saying what is wrong with it. The trace takes its anchors. */
bool maker_day(struct maker *m, const struct pack_section *s, enum pack_key key, pgyd_day *day,
               struct trace *trace);
/* The same of a key that a pack may have for all of its milestones; PGYD_NO_DAY: neither has it, or
 * it is none. */
bool maker_inherited(struct maker *m, const struct pack_section *s, enum pack_key key,
                     pgyd_day *day, struct trace *trace);
/* Whether the condition of a section holds; without one it does. false also after saying what is
 * wrong with it. */
bool maker_holds(struct maker *m, const struct pack_section *s);
/* One of the words "a|b|c" of a key: its number, or `otherwise` when it is unset or, said so, none
 * of them. */
int maker_choice(struct maker *m, const struct pack_section *s, enum pack_key key,
                 const char *words, int otherwise);

/* A milestone as it is for this person: with what its first case that holds says otherwise, in
 * room; itself when none does. */
struct pack_section *maker_case(struct maker *m, struct pack_section *s, struct pack_section *room);
/* The first case of a milestone, and the one after a case; NULL: there is none. */
struct pack_section *maker_next_case(const struct maker *m, struct pack_section *s);

/* ---- days (day.c, span.c) ---- */

/* when, or the end of what it comes after, or the later of both; PGYD_NO_DAY when there is none,
 * also after a mistake. */
pgyd_day maker_section_day(struct maker *m, struct pack_section *s, struct trace *trace);
/* The day of a milestone that the key names as ID, whether it is planned or not; PGYD_NO_DAY: it
 * has none, or there is none of the id, which is said. */
pgyd_day maker_named_day(struct maker *m, const struct pack_section *s, enum pack_key key);
/* Calls fn for each piece of a text (NULL: none) between separators, trimmed; `at` is where it
 * stands, from 1. */
void maker_pieces(const char *text, char separator,
                  void (*fn)(void *arg, const char *piece, size_t len, unsigned at), void *arg);
/* First and last day into item; false, after saying why, when it is not planned. */
bool maker_span(struct maker *m, struct pack_section *s, struct pgyd_item *item,
                struct trace *trace);
/* The hour of an item whose days are known into it; none, or, said so, one that it cannot have:
 * all day. */
void maker_time(struct maker *m, const struct pack_section *s, struct pgyd_item *item);
/* Whether it was over before the first run and is not caught up on; then says so. */
bool maker_too_late(struct maker *m, const struct pack_section *s, const struct pgyd_item *item);

/* ---- words (texts.c) ---- */

/* The title, for a year of those with each; 0: of none. */
const char *maker_title(const struct pack_section *s, int k, char title[PGC_TITLE]);
/* Detail, checklist, points and note; NULL: there are none. */
const char *maker_detail(const struct maker *m, const struct pack_section *s,
                         char detail[PGC_DETAIL]);
/* Adds the lines of the key detail (NULL: none) to an empty one. */
void maker_lines(const char *text, char detail[PGC_DETAIL]);
/* Adds the lines of a checklist to a detail. */
void maker_checklist(const char *texts, char detail[PGC_DETAIL]);
/* The refs into item. */
void maker_refs(const struct pack_section *s, struct pgyd_item *item, struct maker_refs *refs);
/* "G - 18mo to G", for a trace. */
const char *maker_rule(const struct pack_section *s, char *rule, size_t size);
/* Source, confidence and their dates for an item that starts on a day, into item, trace and `text`.
 * Past valid_until a fact is a pattern. */
void maker_source(struct maker *m, const struct pack_section *s, pgyd_day start,
                  struct pgyd_item *item, struct trace *trace, char *text, size_t size);
/* Where a section stands, for a trace: "packs/boards.ini". */
void maker_origin(const struct maker *m, const struct pack_section *s, struct trace *trace,
                  char *text, size_t size);

/* ---- what is at stake (stakes.c) ---- */

#define MAKER_STAKES "context|useful|costly|fatal"

/* Stakes, by, about, next and why of an item whose days and kind are known, into item;
 * texts are the section's own. What no item can have is said and left out. `otherwise`: the stakes
 * of a section that names neither stakes nor severity; 0: its kind's. */
void maker_stakes(struct maker *m, const struct pack_section *s, uint16_t otherwise,
                  struct pgyd_item *item);

/* ---- reminders (ladder.c) ---- */

/* The steps of a remind list, with a last one on the day itself; 0: it says none. */
uint32_t maker_steps(struct maker *m, const struct pack_section *s,
                     struct pgyd_step steps[MAKER_STEPS]);
/* What `remind` says into an item whose days are known. Without it the item has no steps of its
 * own. */
void maker_ladder(struct maker *m, const struct pack_section *s, struct pgyd_item *item,
                  struct pgyd_step steps[MAKER_STEPS]);

/* ---- items (maker.c, refresh.c) ---- */

/* Emits what a milestone's section gives: 0 or -1. */
int maker_emit(struct maker *m, struct pack_section *s);

/* The yearly reminder to refresh what is past its valid_until: packs, single milestones and chains
 * of them, lists (refresh.c). */
int maker_refresh(struct maker *m);

#endif
