/* SPDX-License-Identifier: BSD-2-Clause */
/* A pass: the same request to several plugins for one profile, each in its own worker, side by
 * side; one descriptor to wait for. */
#ifndef PGY_PLAN_PASS_H
#define PGY_PLAN_PASS_H

#include "plan/data.h"
#include "plan/oncall.h"
#include "plan/run.h"

/* Borrowed until the pass is freed. */
struct pgy_pass_input {
    enum pgy_worker_verb verb; /* CHECK, PLAN or REPORT */
    const struct pgy_paths *paths;
    const struct pgy_schema *schema;
    const struct pgy_config *config;
    const struct pgy_journal *journal; /* NULL: empty */
    const struct pgy_data_set *data;
    pgy_day today, started;
    int64_t deadline_ms;
    const char *plugin;      /* only this one; NULL: every listed plugin that could be described */
    const char *const *skip; /* plugins that are not asked; they have no result */
    size_t nskip;
    /* what the on-call calendars said last, and say after this; NULL: read them for this pass
     * alone */
    struct pgy_oncall *oncall;
    const char *report; /* REPORT */
    const struct pgyd_arg *args;
    size_t nargs;
};

struct pgy_pass;

/* Starts it; never NULL. What input points to is borrowed until the pass is freed. */
struct pgy_pass *pgy_pass_start(const struct pgy_pass_input *input);
/* Readable whenever pgy_pass_step has something to do. */
int pgy_pass_fd(const struct pgy_pass *pass);
/* true when every worker is over. On-call calendars are read first, the plugins asked then. */
bool pgy_pass_step(struct pgy_pass *pass);
/* Blocks until it is over. Freeing kills and reaps what still runs. */
void pgy_pass_wait(struct pgy_pass *pass);
void pgy_pass_free(struct pgy_pass **pass);

/* Results in the order of the schema's plugins; a plugin that could not be described has a result
 * with that failure. Borrowed from the pass. */
size_t pgy_pass_count(const struct pgy_pass *pass);
const char *pgy_pass_plugin(const struct pgy_pass *pass, size_t i);
const struct pgy_run_result *pgy_pass_result(const struct pgy_pass *pass, size_t i);
/* The calls that the plugins were told of, by start; borrowed likewise, as pgy_oncall_shifts has
 * it. */
const struct pgy_shift *pgy_pass_shifts(const struct pgy_pass *pass, size_t *n);
/* CHECK: what the plugins found, and packs of [packs] path that are not there, with file and line,
 * added to problems. A plugin that failed is one warning, and so is a calendar. */
void pgy_pass_problems(const struct pgy_pass *pass, struct pgy_problems *problems);

#endif
