/* SPDX-License-Identifier: BSD-2-Clause */
/* One item of a feed, serialized and parsed back, with the key that says whether it still holds. */
#ifndef PGY_CALENDAR_ENTRY_H
#define PGY_CALENDAR_ENTRY_H

#include "base/arena.h"
#include "calendar/page.h"
#include "calendar/style.h"
#include "plan/item.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All that the bytes of an item depend on, besides the feed's own spec. The hash stands for the
 * texts and the ladder. */
struct pgy_entry_key {
    uint64_t hash, zones;
    int64_t revised, created;
    uint32_t sequence, flags;
    pgy_day start, end, by, snoozed_until;
    int32_t start_minute, end_minute;
    uint32_t look; /* state as far as it shows, stakes, catch_up, kept */
};

struct pgy_feed_entry {
    struct pgy_entry_key key;
    const char *id, *bytes, *zone; /* zone: the TZID it uses, NULL: none */
    size_t len, events;
    bool refused; /* what it should have been did not survive the parse-back */
    /* a page ends after it: decided by the id alone, so that an item that comes or goes moves no
     * other page's end */
    bool last;
    struct pgy_page_use used;
    struct pgy_page *page; /* where it is; NULL: nowhere yet */
    char data[];
};

/* zones: hashes of the zones the item is written in. */
struct pgy_entry_key pgy_entry_key(const struct pgy_item *item, uint64_t zones);
bool pgy_entry_key_same(const struct pgy_entry_key *a, const struct pgy_entry_key *b);
/* Serializes and parses back; free with free(). PGY_EREFUSED when the bytes do not survive, with
 * *why (static); or as pgy_event_make. Scratch memory comes from the arena. */
int pgy_entry_new(const struct pgy_feed_spec *spec, const struct pgy_item *item,
                  const struct pgy_entry_key *key, const struct pgy_tz *zone,
                  const struct pgy_tz *person, struct pgy_arena *scratch,
                  struct pgy_feed_entry **entry, const char **why);
/* Stands in for an item that was refused: the bytes of `old`, or none when old is NULL. */
int pgy_entry_refused(const struct pgy_item *item, const struct pgy_entry_key *key,
                      const struct pgy_feed_entry *old, struct pgy_feed_entry **entry);

#endif
