/* SPDX-License-Identifier: BSD-2-Clause */
/* The door of words: what the rules in C say stands in lists/notes.tsv, a line a note. When it is
 * said, and what its {words} stand for, is the rule's. */
#ifndef MILESTONES_NOTES_H
#define MILESTONES_NOTES_H

#include "plugins/common/pgc.h"

#define NOTES_LIST "notes.tsv"

enum {
    NOTES_ROOM = 32768, /* bytes of all texts together */
    NOTES_REFS = 16,
    NOTES_WRONG = 400
};

/* The lines there must be, in the order of the list. */
enum note_id {
    NOTE_LANE_DECIDED,
    NOTE_NO_LANE,
    NOTE_LANE_DECIDED_NAMED,
    NOTE_LANE_REVIEW,
    NOTE_LANE_REVIEW_LANE,
    NOTE_LANE_REVIEW_KNOWN,
    NOTE_LATE_RECON,
    NOTE_FELLOW,
    NOTE_FELLOW_LISTED,
    NOTE_FELLOW_REPORT,
    NOTE_COMPARE,
    NOTE_CONTRACT,
    NOTE_POST_SIGN,
    NOTE_POST_SIGN_PAPERS,
    NOTE_CHAIN_STEP,
    NOTE_CHAIN_STEP_LATE,
    NOTE_CHAIN_DAYS,
    NOTE_CHAIN_DAYS_DEFAULT,
    NOTE_CHAIN_DAYS_STATELESS,
    NOTE_CHAIN_AT_RISK,
    NOTE_CHAIN_TOO_LATE,
    NOTE_CHAIN_ALERT,
    NOTE_CHAIN_ALERT_STEP,
    NOTE_CHAIN_ALERT_BEGUN,
    NOTE_REFRESH,
    NOTE_REFRESH_DATED,
    NOTE_REFRESH_UNDATED,
    NOTE_REFRESH_LIST,
    NOTE_SOURCE_OWN,
    NOTE_SOURCE_PATTERN,
    NOTE_SOURCE_PATTERN_UNDATED,
    NOTE_SOURCE_UNKNOWN,
    NOTE_SOURCE_UNKNOWN_UNDATED,
    NOTES
};

/* "" where the line has none; which columns it must have stands in notes.c. */
struct note {
    const char *id, *title, *detail, *source, *rule;
    const char *next, *why; /* NULL where the line has none */
    uint16_t stakes;        /* enum pgyd_stakes; 0: it is no item */
    const char *refs[NOTES_REFS];
    uint32_t nrefs;
};

/* Points into itself: not to be copied. */
struct notes {
    struct note of[NOTES];
    char room[NOTES_ROOM];
    size_t used;
};

/* Reads the list. false, with a sentence for a person in wrong, when it is not installed or a line
 * is missing or cannot be used; the texts are then "" where they are not known. */
bool notes_load(struct notes *notes, const struct pgyd_host *h, char wrong[NOTES_WRONG]);
/* The same for a plan or a report, which ends with it: the sentence is the host's error. */
bool notes_need(struct notes *notes, const struct pgyd_host *h);
/* The same for the callback check: the sentence is a problem of [training]. */
void notes_check(struct notes *notes, const struct pgyd_host *h);

/* What a {word} stands for; "": nothing. */
struct note_word {
    const char *name, *text;
};
#define NOTE_WORDS(...)                                                                            \
    (const struct note_word[]){__VA_ARGS__},                                                       \
        sizeof((const struct note_word[]){__VA_ARGS__}) / sizeof(struct note_word)

/* Appends a text with its words filled in; a line in which one stands for nothing is left out. What
 * was there ends its line first. Returns out, which ends with a NUL before as after. */
const char *notes_add(char *out, size_t size, const char *text, const struct note_word *words,
                      size_t nwords);
/* The same into an empty one. */
const char *notes_fill(char *out, size_t size, const char *text, const struct note_word *words,
                       size_t nwords);
/* An item of a note: its id, what is at stake and its texts as they stand. `by` and the days are
 * the rule's. */
struct pgyd_item notes_item(const struct note *note, uint16_t kind);

#endif
