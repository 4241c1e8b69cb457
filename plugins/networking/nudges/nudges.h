/* SPDX-License-Identifier: BSD-2-Clause */
/* The words of what networking plans: lists/nudges.tsv, read once. The days, and whether at all,
 * are the rooms'. Without a line of the list nothing is planned: half a plan would look like a
 * whole one. */
#ifndef NETWORKING_NUDGES_H
#define NETWORKING_NUDGES_H

#include "plugins/common/fill.h"

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
    NUDGE_CONTACT,
    NUDGE_CONTACTS_WEEK,
    NUDGE_CONTACTS_WEEK_MORE,
    NUDGE_HABIT_ATTENDING,
    NUDGE_HABIT_GRAD,
    NUDGE_HABIT_HARD_CASE,
    NUDGE_HABIT_COFFEE,
    NUDGE_HABIT_NICHE,
    NUDGE_HABITS_MISSED,
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
    NUDGE_CENTERS_UNSEEN,
    NUDGE_LATE_PATH,
    NUDGE_NO_PROSPECTS,
    NUDGE_COLD_OUTREACH,
    NUDGES
};

enum { NUDGE_REFS = 4, NUDGE_WORDS = 3 };

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

/* An item on its way: kind, days, steps and slug are set by whoever plans it. Texts are those of
 * nudges, which it may not outlive. */
struct nudge {
    struct pgyd_item item; /* its slug is the line's id, its severity info */
    const struct nudge_text *text;
    struct pgc_filling words[NUDGE_WORDS];
    uint32_t nwords;
};

struct nudge nudge_of(const struct nudges *nudges, enum nudge_id id, uint16_t kind);
/* Says what {name} of title and detail stands for; both are borrowed until it is emitted. */
void nudge_say(struct nudge *nudge, const char *name, const char *text);
/* 0, or -1 when the host refuses it. */
int nudge_emit(const struct pgyd_host *h, struct nudge *nudge);

#endif
