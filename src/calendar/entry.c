/* SPDX-License-Identifier: BSD-2-Clause */
/* One item to checked bytes, with a key by which the next update knows them. An item whose bytes do
 * not parse back is refused here. */
#include "calendar/entry.h"

#include "base/err.h"
#include "calendar/event.h"
#include "calendar/parseback.h"
#include "calendar/vevent.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAGE_ITEMS = 64,     /* on average; a power of two */
    MAX_BYTES = 1 << 20, /* of one item; its texts are capped at 4,200 bytes and its alarms at 16 */
    KEPT = 256,
    CATCH_UP = 512,
    STAKES = 1024,
};

struct pgy_entry_key pgy_entry_key(const struct pgy_item *item, uint64_t zones)
{
    /* Other states change with the day, and nothing in a feed does. */
    bool shows = item->state == PGY_DONE || item->state == PGY_CANCELLED;
    return (struct pgy_entry_key){
        .hash = item->hash,
        .zones = zones,
        .revised = item->revised,
        .created = item->created,
        .sequence = item->sequence,
        .flags = item->flags,
        .start = item->start,
        .end = item->end,
        .by = item->by,
        .snoozed_until = item->snoozed_until,
        .start_minute = item->start_minute,
        .end_minute = item->end_minute,
        .look = (shows ? (uint32_t)item->state + 1 : 0) | (item->kept ? KEPT : 0) |
                (item->catch_up ? CATCH_UP : 0) | (uint32_t)item->stakes * STAKES,
    };
}

bool pgy_entry_key_same(const struct pgy_entry_key *a, const struct pgy_entry_key *b)
{
    return a->hash == b->hash && a->zones == b->zones && a->revised == b->revised &&
           a->created == b->created && a->sequence == b->sequence && a->flags == b->flags &&
           a->start == b->start && a->end == b->end && a->by == b->by &&
           a->snoozed_until == b->snoozed_until && a->start_minute == b->start_minute &&
           a->end_minute == b->end_minute && a->look == b->look;
}

/* FNV-1a, then mixed: only its low bits are looked at. */
static uint32_t hash_of(const char *text)
{
    uint32_t h = 2166136261u;
    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 16777619u;
    h ^= h >> 16;
    h *= 0x45d9f3bu;
    return h ^ h >> 16;
}

static int entry_alloc(const char *id, const struct pgy_entry_key *key, const char *bytes,
                       size_t len, const char *zone, struct pgy_feed_entry **entry)
{
    size_t id_size = strlen(id) + 1, zone_size = zone ? strlen(zone) + 1 : 0;
    struct pgy_feed_entry *e = malloc(sizeof *e + len + id_size + zone_size);
    if (!e)
        return -ENOMEM;
    *e = (struct pgy_feed_entry){.key = *key, .len = len, .last = hash_of(id) % PAGE_ITEMS == 0};
    if (len)
        memcpy(e->data, bytes, len);
    memcpy(e->data + len, id, id_size);
    if (zone)
        memcpy(e->data + len + id_size, zone, zone_size);
    e->bytes = e->data;
    e->id = e->data + len;
    e->zone = zone ? e->data + len + id_size : NULL;
    *entry = e;
    return 0;
}

/* The zone of the first event that has one; an item's events never use two. */
static const char *zone_of(const struct pgy_event *events, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (events[i].zone)
            return events[i].zone;
    }
    return NULL;
}

int pgy_entry_new(const struct pgy_feed_spec *spec, const struct pgy_item *item,
                  const struct pgy_entry_key *key, const struct pgy_tz *zone,
                  const struct pgy_tz *person, struct pgy_arena *scratch,
                  struct pgy_feed_entry **entry, const char **why)
{
    struct pgy_event *events = NULL;
    size_t n = 0;
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    *why = "its texts are not UTF-8 or its dates lie after the year 9999";
    int err = pgy_event_make(spec, item, zone, person, scratch, &events, &n);
    for (size_t i = 0; !err && i < n; i++) {
        size_t from = bytes.len;
        err = pgy_vevent_put(&bytes, &events[i]);
        if (err)
            return err;
        *why = pgy_parseback_event(bytes.data + from, bytes.len - from, &events[i]);
        err = *why ? PGY_EREFUSED : 0;
    }
    if (!err)
        err =
            entry_alloc(item->id, key, pgy_buf_text(&bytes), bytes.len, zone_of(events, n), entry);
    if (!err)
        (*entry)->events = n;
    return err;
}

int pgy_entry_refused(const struct pgy_item *item, const struct pgy_entry_key *key,
                      const struct pgy_feed_entry *old, struct pgy_feed_entry **entry)
{
    int err = entry_alloc(item->id, key, old ? old->bytes : "", old ? old->len : 0,
                          old ? old->zone : NULL, entry);
    if (err)
        return err;
    (*entry)->events = old ? old->events : 0;
    (*entry)->refused = true;
    return 0;
}
