/* SPDX-License-Identifier: BSD-2-Clause */
/* A checked, typed, immutable configuration of one file (DESIGN.md 5.2). Everything in it lives in
 * its arena. */
#ifndef PGY_CONFIG_CONFIG_H
#define PGY_CONFIG_CONFIG_H

#include "base/arena.h"
#include "base/civil.h"
#include "config/schema.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One key of one section instance, typed; the members are those of struct pgyd_value. A path is
 * given whole: relative ones are taken from the file's folder, ~/ from $HOME. */
struct pgy_value {
    uint32_t type; /* enum pgyd_type */
    int64_t num, num2;
    double real;
    pgy_day day;
    int32_t minute; /* minutes since midnight, -1: none */
    const char *text;
    const char *const *list;
    uint32_t nlist;
    uint32_t unit;
    bool is_default;
};

/* Seconds of a duration that measures the machine. */
int64_t pgy_value_seconds(const struct pgy_value *value);

struct pgy_entry {
    /* NULL: kept unchecked, because the plugin that declares it failed to load */
    const struct pgy_key *key;
    const char *name;
    const char *raw; /* as written, trimmed */
    uint32_t line;
    struct pgy_value value;
    bool valid; /* false: it had an error and looks unset to everybody */
};

struct pgy_section {
    const char *kind;  /* "contact" */
    const char *id;    /* "alvarez"; "" for a section without ids */
    const char *owner; /* plugin that owns it, NULL: pgyd itself or nobody */
    uint32_t line;
    struct pgy_entry *entries; /* in file order, those set */
    size_t nentries;
};

/* A problem found in a file. Texts live in the arena of whoever collected them. */
struct pgy_problem {
    bool error; /* false: a warning */
    const char *file;
    uint32_t line;       /* 0: the file as a whole */
    const char *section; /* "offer:mercy"; NULL: none */
    const char *key;     /* NULL: none */
    const char *message; /* what is wrong */
    const char *remedy;  /* what would be right; NULL: nothing to add */
};

struct pgy_problems {
    struct pgy_arena *arena; /* borrowed */
    struct pgy_problem *list;
    size_t n, cap;
    size_t errors; /* how many of them are errors; counted on when the list is full */
};

/* Problems kept a list; the one after them says that there are more. */
enum { PGY_PROBLEMS_MAX = 1000 };

/* Adds a problem; texts are copied into problems->arena. */
void pgy_problem_add(struct pgy_problems *problems, bool error, const char *file, uint32_t line,
                     const char *section, const char *key, const char *remedy, const char *format,
                     ...) __attribute__((format(printf, 8, 9)));
/* "file:line: section.key: problem; remedy" into the arena; `error: `/`warning: ` in front. */
const char *pgy_problem_text(const struct pgy_problem *problem, struct pgy_arena *arena);
/* The same without the severity in front, for the log, which has its own. */
const char *pgy_problem_line(const struct pgy_problem *problem, struct pgy_arena *arena);
/* Sorts by file and line, errors and warnings alike. */
void pgy_problems_sort(struct pgy_problems *problems);

struct pgy_config {
    struct pgy_arena *arena; /* owns everything here; freed by pgy_config_free */
    const char *file;
    const char *text; /* the bytes it was made from, what `accepted` keeps */
    size_t text_len;
    struct pgy_section *sections; /* in file order */
    size_t nsections;
    /* the sections by id, kind and place; what looks sections up goes by it */
    const struct pgy_section *const *by_id;
    const struct pgy_schema *schema;  /* borrowed: outlives the configuration */
    const char *profile;              /* [person] id, else the file's stem or "me" (main file) */
    bool has_person;                  /* false: a file with daemon sections only */
    const struct pgy_value *defaults; /* one for each of schema->keys; type 0: it has none */
    /* of pgy_config_peek, freed with the configuration; NULL: none */
    struct pgy_schema *own_schema;
};

void pgy_config_free(struct pgy_config **config);

/* Typed parse of a file's text against the schema. `in_folder`: a profile file of profiles.d (no
 * daemon, serve or exec keys, no path outside its folder). Every mistake is added to problems; the
 * configuration is made whatever they are: bad values look unset. The caller decides by
 * problems->errors. Never NULL unless the text could not be split into lines at all (PGY_EPARSE) or
 * is over 4 MiB (PGY_ELIMIT). */
int pgy_config_parse(const char *file, const char *text, size_t len,
                     const struct pgy_schema *schema, bool in_folder, struct pgy_problems *problems,
                     struct pgy_config **config);
/* Reads and parses a file. */
int pgy_config_read(const char *file, const struct pgy_schema *schema, bool in_folder,
                    struct pgy_problems *problems, struct pgy_config **config);
/* Only what is needed before plugins are known: [daemon] plugins, plugin_path, state_dir,
 * pass_deadline, read with the core's table alone and without reporting anything. */
int pgy_config_peek(const char *file, struct pgy_config **config);
/* The same of a text that was accepted as this file's before. */
int pgy_config_peek_text(const char *file, const char *text, size_t len,
                         struct pgy_config **config);

/* Look-ups. `section` is a kind; id "" for sections without ids. */
size_t pgy_config_count(const struct pgy_config *config, const char *section);
const struct pgy_section *pgy_config_section(const struct pgy_config *config, const char *section,
                                             const char *id);
const struct pgy_section *pgy_config_nth(const struct pgy_config *config, const char *section,
                                         size_t i);
/* The value set, else the key's default, else NULL. Defaults exist for sections without ids even
 * when the file has no such section. */
const struct pgy_value *pgy_config_get(const struct pgy_config *config, const char *section,
                                       const char *id, const char *key);
/* Shorthands: the value's field or the alternative. */
const char *pgy_config_text(const struct pgy_config *config, const char *section, const char *id,
                            const char *key, const char *otherwise);
int64_t pgy_config_num(const struct pgy_config *config, const char *section, const char *id,
                       const char *key, int64_t otherwise);
pgy_day pgy_config_day(const struct pgy_config *config, const char *section, const char *id,
                       const char *key);
uint32_t pgy_config_line(const struct pgy_config *config, const char *section, const char *id,
                         const char *key);

#endif
