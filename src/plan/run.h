/* SPDX-License-Identifier: BSD-2-Clause */
/* One request to one caged worker, from posix_spawn to its exit (architecture 6), and passes made
 * of several. */
#ifndef PGY_PLAN_RUN_H
#define PGY_PLAN_RUN_H

#include "base/paths.h"
#include "config/config.h"
#include "plan/item.h"
#include "plan/journal.h"
#include "plan/proto.h"

struct pgy_busy_span {
    bool oncall;
    pgy_day start, end; /* inclusive */
    const char *kind, *name;
};

/* A stretch on call: [start, end) in UTC seconds. */
struct pgy_shift {
    int64_t start, end;
    const char *name;
};

struct pgy_data_file {
    const char *kind; /* "packs" */
    const char *name;
    const char *bytes;
    size_t len;
};

/* What a request is made from. All borrowed until the run is over. */
struct pgy_run_input {
    enum pgy_worker_verb verb;
    const struct pgy_paths *paths;
    const char *plugin;              /* name */
    const char *path;                /* absolute path of the .so */
    const struct pgy_config *config; /* NULL for DESCRIBE */
    const struct pgy_schema *schema;
    const struct pgy_journal *journal; /* NULL: empty */
    const struct pgy_busy_span *busy;
    size_t nbusy;
    const pgy_day *holidays;
    size_t nholidays;
    const struct pgy_data_file *data;
    size_t ndata;
    pgy_day today, started;
    const char *report; /* REPORT: its name */
    const struct pgyd_arg *args;
    size_t nargs;
    /* IMPORT: bytes; plugin and path then are what messages call it by */
    const char *calendar;
    size_t ncalendar;         /* at most PGY_W_MAX_CALENDAR */
    pgy_day first, last;      /* IMPORT: the window … */
    const char *zone, *match; /* … its zone, and which entries (NULL: all) */
    int64_t deadline_ms;      /* [daemon] pass_deadline */
};

/* A document part as the worker sent it (REPORT). */
struct pgy_part {
    uint16_t type, level;
    const char *text;
    const char **cells;
    double *nums;
    uint32_t ncells, nnums;
};

/* What a request gave. Owned by the run, or moved out by pgy_run_take. */
struct pgy_run_result {
    /* 0; PGY_ECRASHED, PGY_ETIMEOUT, PGY_ELIMIT, PGY_EPARSE, PGY_EREFUSED (not loadable, or the
     * plugin returned -1) */
    int rc;
    /* a sentence for a person, with plugin, path and remedy; NULL when rc is 0 */
    const char *failure;
    /* the plugin's own sentence of why it did not do it, without its name and path (rc is
     * PGY_EREFUSED then); NULL: it said none */
    const char *refusal;
    struct pgy_arena *arena;            /* owns all below */
    struct pgy_batch batch;             /* PLAN; only with rc 0: whole or nothing */
    size_t tamed;                       /* of its items that said they are fatal (plan/batch.h) */
    struct pgy_declaration declaration; /* DESCRIBE */
    struct {
        uint32_t severity;
        const char *section, *id, *key, *message, *remedy;
    } * problems; /* CHECK */
    size_t nproblems, cap_problems;
    struct pgy_shift *shifts; /* IMPORT: by start */
    size_t nshifts, cap_shifts;
    struct pgy_part *parts; /* REPORT */
    size_t nparts, cap_parts;
};

struct pgy_run;

/* Spawns the worker and queues the inputs. Returns NULL never; a failure to spawn is a finished run
 * with its failure. */
struct pgy_run *pgy_run_start(const struct pgy_run_input *input);
/* One descriptor (an epoll inside) that turns readable whenever pgy_run_step has something to do:
 * output, exit, deadline. */
int pgy_run_fd(const struct pgy_run *run);
/* Goes on as far as it can without blocking: true when the run is over (the child reaped). */
bool pgy_run_step(struct pgy_run *run);
/* Blocks until it is over; for command-line tools and tests. */
void pgy_run_wait(struct pgy_run *run);
/* Borrowed from the run; complete once pgy_run_step has returned true. */
const struct pgy_run_result *pgy_run_result(const struct pgy_run *run);
/* Moves the result out (its arena is the caller's); the run may then be freed. */
struct pgy_run_result pgy_run_take(struct pgy_run *run);
/* Kills and reaps the worker if it still runs. */
void pgy_run_free(struct pgy_run **run);

struct pgy_described; /* plan/describe.h */

/* ---- plugins.c ---- */
/* Finds a plugin's file: absolute path in arena, or PGY_ENOTFOUND with *why = a sentence naming
 * every path tried. */
int pgy_plugin_find(const struct pgy_paths *paths, struct pgy_arena *arena,
                    const char *const *extra, size_t nextra, const char *plugin, const char **path,
                    const char **why);
/* Describes every listed plugin and the installed unlisted ones (blocking, one worker each whose
 * file the cache does not know; cache NULL: each): declarations for pgy_schema_new, in the arena.
 * Failures are recorded in declaration.failed. */
void pgy_plugins_describe(const struct pgy_paths *paths, struct pgy_arena *arena,
                          const char *const *listed, size_t nlisted, const char *const *extra,
                          size_t nextra, int64_t deadline_ms, struct pgy_described *cache,
                          struct pgy_declaration **declarations, size_t *n);

#endif
