/* SPDX-License-Identifier: BSD-2-Clause */
/* The words of what networking plans: lists/nudges.tsv, read once. The days, and whether at all,
 * are the rooms'. Without a line of the list nothing is planned: half a plan would look like a
 * whole one. */
#ifndef NETWORKING_NUDGES_H
#define NETWORKING_NUDGES_H

#include "plugins/common/fill.h"
#include "plugins/common/tsv.h"

/* What the rooms ask for, in the order of the list. */
enum nudge_id {
    NUDGE_ATTENDING,
    NUDGE_ATTENDING_QUIET,
    NUDGE_STAFF,
    NUDGE_STAFF_QUIET,
    NUDGE_SCHEDULING,
    NUDGE_SCHEDULING_QUIET,
    NUDGE_REFERRING,
    NUDGE_REFERRING_QUIET,
    NUDGE_REFERENCES,
    NUDGE_REFERENCE_ASK,
    NUDGE_REFERENCE_AGAIN,
    NUDGE_INFLUENTIAL,
    NUDGE_CLASSES_AHEAD,
    NUDGE_ASK_SENIORS,
    NUDGE_CONTACT_ATTENDING,
    NUDGE_CONTACT_CHIEF,
    NUDGE_CONTACT_DIRECTOR,
    NUDGE_CONTACT_FELLOW,
    NUDGE_CONTACT_GRAD,
    NUDGE_CONTACT_REP,
    NUDGE_CONTACT_ADMIN,
    NUDGE_CONTACT_RECRUITER,
    NUDGE_CONTACT_LEFT_JOB,
    NUDGE_CONTACT_OTHER,
    NUDGE_HABIT_ATTENDING,
    NUDGE_HABIT_GRAD,
    NUDGE_HABIT_HARD_CASE,
    NUDGE_HABIT_COFFEE,
    NUDGE_HABIT_NICHE,
    NUDGE_BANDWIDTH,
    NUDGE_EVENT,
    NUDGE_ROTATION,
    NUDGE_ROTATION_THANKS,
    NUDGE_ROTATION_TOUCH,
    NUDGE_PROCESSES,
    NUDGE_STRETCH,
    NUDGE_STRETCH_MANY,
    NUDGE_LEVERAGE_REGIONS,
    NUDGE_LEVERAGE_SETTINGS,
    NUDGE_LEVERAGE_NEED,
    NUDGE_INTEL_MAP,
    NUDGE_PROSPECT_KNOWN,
    NUDGE_PROSPECT_WARM,
    NUDGE_PROSPECT_REFERENCES,
    NUDGE_PROSPECT_PREPARE,
    NUDGE_PROSPECT_VISIT,
    NUDGE_CENTERS_UNSEEN,
    NUDGE_LATE_PATH,
    NUDGE_LATE_BEGUN,
    NUDGE_NO_PROSPECTS,
    NUDGE_COLD_OUTREACH,
    NUDGES
};

/* NUDGE_NEXT: what the host takes as an item's next, in columns, of which no character has more
 * than bytes. */
enum { NUDGE_REFS = 4, NUDGE_WORDS = 3, NUDGE_NEXT = 40, NUDGE_ABOUT = 65 };

struct nudge_text;

struct nudges {
    struct nudge_text *list; /* NUDGES of them */
};

#define NUDGES_CLEANUP __attribute__((cleanup(nudges_free)))

/* -1 after host->error, which names the list and the line that is missing. */
int nudges_load(const struct pgyd_host *h, struct nudges *nudges);
void nudges_free(struct nudges *nudges);
/* Of the callback check: whether each line is there, and can be used. */
void nudges_check(const struct pgyd_host *h);

/* An item on its way: kind, days and slug are set by whoever plans it. Texts are those of nudges,
 * which it may not outlive. */
struct nudge {
    struct pgyd_item item; /* its slug is the line's id, its stakes the line's */
    const struct nudge_text *text;
    struct pgc_filling words[NUDGE_WORDS];
    uint32_t nwords;
    char about[NUDGE_ABOUT];
};

struct nudge nudge_of(const struct nudges *nudges, enum nudge_id id, uint16_t kind);
/* Says what {name} of a text stands for; both are borrowed until it is emitted. */
void nudge_say(struct nudge *nudge, const char *name, const char *text);
/* The section that it belongs to: "contact", "okafor". */
void nudge_about(struct nudge *nudge, const char *section, const char *id);
/* 0, or -1 when the host refuses it. */
int nudge_emit(const struct pgyd_host *h, struct nudge *nudge);

/* ---- of lists with such columns ---- */

/* enum pgyd_stakes of a word that a line may say, or 0: nothing of networking is fatal. */
uint16_t nudge_stakes(const char *word);
/* The cell, NULL for the - of none. */
const char *nudge_cell(const char *cell);
/* The detail of an item: what to do, why it matters (NULL: none), then points. */
const char *nudge_detail(char *out, size_t size, const char *detail, const char *why);

#endif
