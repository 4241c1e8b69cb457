/* SPDX-License-Identifier: BSD-2-Clause */
/* The kept parts of a feed: entries in the timeline's order, cut into pages where an id says so. An
 * update builds the next one from what still holds of the last, then takes its place or is
 * undone. */
#ifndef PGY_CALENDAR_CACHE_H
#define PGY_CALENDAR_CACHE_H

#include "calendar/entry.h"
#include "calendar/page.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PGY_CACHE_TAIL "END:VCALENDAR\r\n"

struct pgy_cache {
    struct pgy_feed_entry **entries;
    size_t n;
    struct pgy_page **pages; /* the first is the head's, the last the tail's */
    size_t npages;
};

/* Cuts next's entries into pages, taking from now those that hold the same entries, its tail, and
 * its head where that is the same. -ENOMEM or PGY_ELIMIT. */
int pgy_cache_cut(struct pgy_cache *next, const struct pgy_cache *now, struct pgy_page_part head,
                  bool same_head, uint64_t update);
/* Whether the bytes of two differ. */
bool pgy_cache_differs(const struct pgy_cache *a, const struct pgy_cache *b);
/* next takes now's place; what only now held is freed. */
void pgy_cache_commit(struct pgy_cache *now, struct pgy_cache *next, uint64_t update);
/* Frees what this update made; what it shares with now stays. */
void pgy_cache_rollback(struct pgy_cache *next, uint64_t update);
void pgy_cache_free(struct pgy_cache *cache);

#endif
