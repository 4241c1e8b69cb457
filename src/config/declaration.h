/* SPDX-License-Identifier: BSD-2-Clause */
/* What a plugin says of itself, as the worker reported it. Whoever shows, reminds or publishes
 * takes a plugin's label, color and words from here: nobody else in the host knows a plugin. Pure.
 */
#ifndef PGY_CONFIG_DECLARATION_H
#define PGY_CONFIG_DECLARATION_H

#include "base/arena.h"
#include "pgyd/plugin.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pgy_key; /* config/key.h */

/* Of kinds of items, and 0 before them, which stands for the rest. */
enum { PGY_KINDS = PGYD_ALERT + 1 };
/* Bytes of a label, of discreet words, of a question and of its default, of a color. */
enum { PGY_LABEL_MAX = 40, PGY_DISCREET_MAX = 80, PGY_ASK_MAX = 200, PGY_COLOR_LEN = 7 };

/* In its keys `section` is still written as plugins write it, "contact:" for a section with
 * instances; in a schema's keys the colon is gone. */
struct pgy_declaration {
    const char *plugin, *version, *summary, *path;
    uint32_t major, minor;
    const char *label, *color;       /* NULL: not declared */
    const char *discreet[PGY_KINDS]; /* NULL: not declared */
    const struct pgyd_journal_kind *kinds;
    const struct pgyd_report *reports;
    const struct pgyd_rename *renames; /* both names as ids, "plugin/slug" */
    const struct pgy_key *keys;
    size_t nkinds, nreports, nrenames, nkeys;
    bool has_check, has_report;
    const char *failed; /* why it could not be described; NULL: it was */
    bool listed;        /* in [daemon] plugins; false: installed beside them */
};

/* All of it in the arena, so that it outlives the run, the cache or the house it came from. A
 * version or summary that is missing becomes "". */
void pgy_declaration_copy(struct pgy_arena *arena, struct pgy_declaration *to,
                          const struct pgy_declaration *from);
/* What a person reads for its items: its label, or its name in words ("night-float": "Night
 * float"). */
const char *pgy_declaration_label(const struct pgy_declaration *plugin, struct pgy_arena *arena);
/* What a discreet message says of its items of a kind, before the day; words that fit any plugin
 * where it has none (NULL: it is not known). Never NULL; borrowed, or static. */
const char *pgy_declaration_discreet(const struct pgy_declaration *plugin, uint16_t kind);

/* Whether a plugin may declare it: one line of UTF-8 that is not blank, of at most `max` bytes; "#"
 * and six hexadecimal digits. */
bool pgy_declared_line_ok(const char *text, size_t max);
bool pgy_declared_color_ok(const char *text);

#endif
