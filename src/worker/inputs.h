/* SPDX-License-Identifier: BSD-2-Clause */
/* What a request carries (plan/proto.h), as the host services look it up. */
#ifndef PGY_WORKER_INPUTS_H
#define PGY_WORKER_INPUTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/civil.h"
#include "base/frame.h"
#include "pgyd/plugin.h"
#include "plan/proto.h"

#include <stdbool.h>
#include <stddef.h>

struct pgy_in_value {
    const char *key;
    bool set; /* in the file; false: a default */
    struct pgyd_value value;
};

struct pgy_in_section {
    const char *kind, *id;
    uint32_t line;
    struct pgy_in_value *values;
    size_t nvalues, cap;
};

struct pgy_in_data {
    const char *kind;
    struct pgyd_data file; /* len: the bytes that are here */
    char *to;
    size_t whole; /* the bytes it will have */
};

struct pgy_inputs {
    struct pgy_arena *arena; /* borrowed; owns everything below */
    enum pgy_worker_verb verb;
    const char *plugin, *path;
    const char *profile, *zone;
    pgy_day today, started;
    struct pgy_in_section *sections;
    size_t nsections, cap_sections;
    /* of sections without ids that the file does not have: one a kind */
    struct pgy_in_section *defaults;
    size_t ndefaults, cap_defaults;
    struct pgyd_event *events;
    size_t nevents, cap_events;
    struct pgyd_busy *busy;
    size_t nbusy, cap_busy;
    pgy_day *holidays;
    size_t nholidays, cap_holidays;
    struct pgy_in_data *data;
    size_t ndata, cap_data;
    const char *report;
    struct pgyd_arg *args;
    size_t nargs, cap_args;
    struct pgy_buf calendar; /* IMPORT; the caller frees it, unless its process ends here */
    pgy_day first, last;     /* IMPORT: the window, in `zone` */
    const char *match;       /* "": all events */
    bool go;                 /* all inputs are here */
};

/* Starts empty; the arena must outlive the inputs. */
void pgy_inputs_init(struct pgy_inputs *inputs, struct pgy_arena *arena);
/* Takes one frame in (its bytes are copied): 0, or PGY_EPARSE for a damaged, unknown or misplaced
 * one. */
int pgy_inputs_take(struct pgy_inputs *inputs, struct pgy_frame *frame);

#endif
