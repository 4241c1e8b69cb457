/* SPDX-License-Identifier: BSD-2-Clause */
/* Installed lists (etc/lists): lines of columns between tabs; # begins a comment. */
#ifndef PGC_TSV_H
#define PGC_TSV_H

#include "plugins/common/pgc.h"

enum { PGC_COLUMNS = 12, PGC_CELL = 256 };

struct pgc_tsv_row {
    uint32_t line; /* in the list */
    uint32_t n;    /* columns */
    char cell[PGC_COLUMNS][PGC_CELL];
};

/* Returns 0 to go on, anything else to stop. The row is the callee's for the call. */
typedef int (*pgc_tsv_fn)(void *arg, const struct pgc_tsv_row *row);

/* Splits a line without its end. 1: a row, 0: blank or a comment, -1: too many or too long
 * columns. */
int pgc_tsv_split(const char *line, size_t len, struct pgc_tsv_row *row);
/* Calls fn for every row of lists/NAME that has exactly `columns` columns. Returns how many lines
 * were malformed and left out, -1 when there is no such list. */
int pgc_tsv_read(const struct pgyd_host *h, const char *name, uint32_t columns, pgc_tsv_fn fn,
                 void *arg);
/* Of the callback check: warns under [section:id] about a list that is not installed (bad < 0) or
 * of which so many lines are left out. `without` says what that means: "its questions are not
 * asked".
 */
void pgc_tsv_warn(const struct pgyd_host *h, const char *section, const char *id, const char *name,
                  int bad, const char *without);
/* Whether a column of words between commas holds one; "any" holds all. */
bool pgc_tsv_holds(const char *column, const char *word);
/* A whole number, the whole text; false for "-" and anything else, *value then untouched. */
bool pgc_tsv_number(const char *text, int64_t *value);

#endif
