/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads a worker's answers into a result. Nothing in them is believed: a plugin that got hold of
 * the socket may have written them. */
#ifndef PGY_PLAN_ANSWER_H
#define PGY_PLAN_ANSWER_H

#include "base/frame.h"
#include "plan/run.h"

struct pgy_answer {
    const char *what;              /* "plugin" or "calendar" */
    struct pgy_run_result *result; /* borrowed; filled in */
    struct pgy_arena *arena;       /* the result's */
    enum pgy_worker_verb verb;
    const char *plugin;
    const char *profile; /* for lines of the log; NULL: none */
    uint32_t count;      /* frames that END counts */
    size_t bytes;        /* of all frames */
    size_t logged;       /* bytes of log lines, frames and stderr alike */
    bool hello, named, looked, ended;
    const char *error;   /* the worker's ERROR; NULL: none */
    const char *refusal; /* the plugin's REFUSAL; NULL: none */
    const char *zone;    /* the last zone that an item named and that exists */
    struct pgyd_journal_kind *kinds;
    struct pgyd_report *reports;
    struct pgyd_rename *renames;
    struct pgy_key *keys;
    size_t cap_kinds, cap_reports, cap_renames, cap_keys;
};

/* Takes one frame: 0, PGY_EPARSE, PGY_ELIMIT or PGY_EVERSION with *why = the rest of a sentence:
 * "sent …" (in the arena or static). */
int pgy_answer_take(struct pgy_answer *answer, struct pgy_frame *frame, const char **why);
/* Logs a line the plugin wrote, up to PGY_W_MAX_LOG bytes a request; what is over is dropped after
 * one line that says so. */
void pgy_answer_log(struct pgy_answer *answer, uint32_t level, const char *line);

#endif
