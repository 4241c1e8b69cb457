/* SPDX-License-Identifier: BSD-2-Clause */
/* From a file name to a checked configuration, blocking: what pgyctl and `pgyd -t` do, and the core
 * at start (architecture 5 has the order). */
#ifndef PGY_PLAN_LOAD_H
#define PGY_PLAN_LOAD_H

#include "plan/pass.h"

/* What all profiles share: places, plugins, data. Immutable once open; counted. */
struct pgy_house {
    unsigned refs;
    struct pgy_arena *arena;
    struct pgy_paths paths;
    struct pgy_schema *schema;
    struct pgy_data_set *data;
    int64_t deadline_ms;
    const char *main_file;
    const char *state_dir; /* [daemon] state_dir or the default */
};

/* Finds everything and describes the plugins that main_file lists (cache: plan/describe.h, or
 * NULL). Problems of declarations go to problems. A main_file that cannot be read gives the
 * defaults: reading it for real then says why. Negated errno only when our own place cannot be
 * found. */
int pgy_house_open(const char *main_file, struct pgy_described *cache,
                   struct pgy_problems *problems, struct pgy_house **house);
/* The same by a text that was accepted as main_file's before: which plugins plan, where they are
 * and how long they may take is its word. */
int pgy_house_open_text(const char *main_file, const char *text, size_t len,
                        struct pgy_described *cache, struct pgy_problems *problems,
                        struct pgy_house **house);
/* One more that uses it. NULL is none. */
struct pgy_house *pgy_house_ref(struct pgy_house *house);
/* One less; the last one frees it. */
void pgy_house_free(struct pgy_house **house);

/* What a pass over one profile is asked with, `started` being today; the rest of it is the caller's
 * to set. */
struct pgy_pass_input pgy_house_input(const struct pgy_house *house, enum pgy_worker_verb verb,
                                      const struct pgy_config *config,
                                      const struct pgy_journal *journal, pgy_day today);
/* The plugins' own look at a parsed configuration. */
void pgy_house_ask(const struct pgy_house *house, const struct pgy_config *config, pgy_day today,
                   struct pgy_problems *problems);
/* Reads, parses and lets the plugins check one file; every mistake of all of them lands in
 * problems. */
int pgy_house_check(const struct pgy_house *house, const char *file, bool in_folder, pgy_day today,
                    struct pgy_problems *problems, struct pgy_config **config);
/* The files of [daemon] profiles, sorted, in the arena; never the main file itself. */
int pgy_house_profiles(const struct pgy_config *main, struct pgy_arena *arena, const char ***files,
                       size_t *n);
/* The mistake of a file whose profile's id is the one of `other`, a file, too. */
void pgy_house_say_taken(const struct pgy_config *config, const char *other,
                         struct pgy_problems *problems);
/* What `pgyd -t` and `pgyctl check` do: checks the main file and every profile's, and plans once
 * each that has no error; a plugin that fails its plan is an error, said once. The number of items
 * planned; the problems are sorted. */
size_t pgy_house_try(const struct pgy_house *house, struct pgy_problems *problems);

#endif
