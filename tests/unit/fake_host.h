/* SPDX-License-Identifier: BSD-2-Clause */
/* A host for tests of plugins: configuration and journal from short texts, the plugin's answers in
 * lists. A mistake in a test's own text ends the test. What a plugin emits is held against the
 * contract as the real host does. */
#ifndef TESTS_FAKE_HOST_H
#define TESTS_FAKE_HOST_H

#include "base/arena.h"
#include "base/civil.h"
#include "pgyd/plugin.h"

#include <stdbool.h>
#include <stddef.h>

struct fake_value {
    const char *section, *id, *key;
    uint32_t line;
    struct pgyd_value value;
};

struct fake_section {
    const char *kind, *id;
    uint32_t line;
};

struct fake_problem {
    uint32_t severity;
    const char *section, *id, *key, *message, *remedy;
};

struct fake_file {
    const char *kind, *name, *bytes;
    size_t len;
};

struct fake {
    struct pgyd_host host; /* ctx is this fake */
    const struct pgyd_plugin *plugin;
    struct pgy_arena *arena;
    struct fake_section *sections;
    size_t nsections, cap_sections, at; /* at: the one that lines are read into */
    struct fake_value *values;
    size_t nvalues, cap_values;
    struct pgyd_event *events;
    size_t nevents, cap_events;
    struct fake_file *files;
    size_t nfiles, cap_files;
    struct pgyd_busy *busy;
    size_t nbusy, cap_busy;
    struct pgyd_arg *args;
    size_t nargs, cap_args;
    /* Answers. */
    struct pgyd_item *items;
    size_t nitems, cap_items;
    struct pgyd_part *parts;
    size_t nparts, cap_parts;
    struct fake_problem *problems;
    size_t nproblems, cap_problems;
    const char *error;
};

/* A fake for a plugin on a day ("2026-11-22"), started on that day too. It knows etc/lists. */
struct fake *fake_new(const struct pgyd_plugin *plugin, const char *today);
void fake_free(struct fake **fake);
void fake_started(struct fake *fake, const char *day);
/* Sections and keys as in pgyd.ini; dated facts become happenings. */
void fake_ini(struct fake *fake, const char *text);
/* One happening: fake_log(f, "2026-11-23", "offer", "mercy", "extended", "by=2026-12-07"). NULL:
 * none; several: "response=no;term=base". */
void fake_log(struct fake *fake, const char *day, const char *kind, const char *subject,
              const char *event, const char *arg);
void fake_arg(struct fake *fake, const char *key, const char *value);
void fake_forget_args(struct fake *fake);
/* A file of data; it stands in for one of its kind and name. */
void fake_file(struct fake *fake, const char *kind, const char *name, const char *bytes);
/* The packs of etc/packs, all of them or one ("matches.ini"). */
void fake_packs(struct fake *fake, const char *name);
/* A list of etc/lists, which fake_new() has read: again, after fake_forget_files(). */
void fake_list(struct fake *fake, const char *name);
/* The templates of etc/letters. */
void fake_letters(struct fake *fake);
void fake_forget_files(struct fake *fake);
/* A stretch of days; add them in order of start, as the host gives them. */
void fake_busy(struct fake *fake, bool oncall, const char *start, const char *end, const char *kind,
               const char *name);
void fake_forget_busy(struct fake *fake);

/* Run the plugin, forgetting earlier answers; fails the test when it returns an error. */
void fake_plan(struct fake *fake);
void fake_check(struct fake *fake);
void fake_report(struct fake *fake, const char *name);
/* The same for a report that may be refused: false, and fake->error says why. */
bool fake_try_report(struct fake *fake, const char *name);

/* The item with this slug, or slug@occurrence; NULL. */
const struct pgyd_item *fake_item(const struct fake *fake, const char *id);
/* "2026-11-23..2026-11-26", or the one day, or "none" when there is no such item. Asserts with
 * assert_string_equal. */
const char *fake_days(const struct fake *fake, const char *id);
/* "-7d info, 0d critical"; without a word where the host takes the severity: "-7d, 0d" */
const char *fake_steps(const struct fake *fake, const char *id);
size_t fake_count(const struct fake *fake, const char *prefix);
/* How many problems of a severity there are about section, id, key (NULL: any) whose message holds
 * `part`. */
size_t fake_problems(const struct fake *fake, uint32_t severity, const char *section,
                     const char *id, const char *key, const char *part);
bool fake_has_ref(const struct pgyd_item *item, const char *ref);
pgyd_day fake_day(const char *text);

/* Of fake_config.c: parses a value of a type; ends the test when it is not one. */
void fake_parse_value(struct fake *fake, const struct pgyd_key *key, const char *text,
                      struct pgyd_value *value);
const struct pgyd_key *fake_key(const struct fake *fake, const char *section, const char *name);

#endif
