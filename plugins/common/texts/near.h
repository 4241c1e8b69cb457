/* SPDX-License-Identifier: BSD-2-Clause */
/* "Did you mean": the names nearest to one that is not there, by the same measure as the daemon's
 * own pgy_str_nearest(). A test holds the two together. */
#ifndef PGC_NEAR_H
#define PGC_NEAR_H

#include <stddef.h>
#include <stdint.h>

enum { PGC_NEAR = 3, PGC_NEAR_NAME = 120 };

/* Begins as {.wanted = what was written}, which is borrowed; the nearest stands first. */
struct pgc_near {
    const char *wanted;
    uint32_t n;
    unsigned distance[PGC_NEAR];
    char name[PGC_NEAR][PGC_NEAR_NAME];
};

/* Slips of the hand between two texts: letters missing, added, wrong, or swapped with a neighbor;
 * case does not count. Texts over 63 bytes are far from everything. */
unsigned pgc_near_distance(const char *a, const char *b);
/* Keeps a name that is near enough to be a slip of the hand, each once, of equals the first. */
void pgc_near_try(struct pgc_near *near, const char *name);
/* The same for one whose distance the caller knows better. */
void pgc_near_add(struct pgc_near *near, const char *name, unsigned distance);
/* The nearest, or NULL when none is near. */
const char *pgc_near_best(const struct pgc_near *near);
/* "a, b, c" into out, "" when none is near; what is more than two slips farther than the nearest is
 * not worth the choice. Returns out. */
const char *pgc_near_list(const struct pgc_near *near, char *out, size_t size);

#endif
