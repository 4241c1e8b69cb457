/* SPDX-License-Identifier: BSD-2-Clause */
/* Dated data that plans are made from: packs, letters, lists, holidays, read from files before a
 * worker is started (architecture 6). */
#ifndef PGY_PLAN_DATA_H
#define PGY_PLAN_DATA_H

#include "base/paths.h"
#include "plan/run.h"

struct pgy_data_set {
    struct pgy_arena *arena;     /* owns it all */
    struct pgy_data_file *files; /* sorted by kind, then name */
    size_t n, cap;
    pgy_day *holidays; /* sorted */
    size_t nholidays, cap_holidays;
    uint64_t hash; /* of names and bytes: an input of every plan */
};

/* Reads packs/, letters/ and lists/ below paths->data; files over 8 MiB, hidden ones and
 * directories are skipped with a warning. lists/holidays.tsv gives the holidays:
 * "YYYY-MM-DD<TAB>name" a line. A missing directory is an empty one. Never NULL. */
struct pgy_data_set *pgy_data_load(const struct pgy_paths *paths);
/* The same with the packs of one profile's [packs] path, files or folders of *.ini, and the *.txt
 * of a folder letters in such a folder, in place of `data`'s files. One of an installed pack's name
 * stands in for it. What cannot be read, and links in a folder, are skipped with a warning. *files
 * and what it needs live in arena or data; the order is that of pgy_data_set. */
void pgy_data_with_packs(const struct pgy_data_set *data, const char *const *paths, size_t npaths,
                         struct pgy_arena *arena, const struct pgy_data_file **files, size_t *n);
/* Size, inode and time of those files and folders in one number: another one when a pack was
 * changed, added or removed. */
uint64_t pgy_data_packs_marks(const char *const *paths, size_t npaths);
void pgy_data_free(struct pgy_data_set **data);

#endif
