/* SPDX-License-Identifier: BSD-2-Clause */
/* Brings a feed up to a timeline, entry by entry, and writes its files. The only file of the room
 * that touches the disk, but for zone files. */
#include "calendar/feed.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "calendar/cache.h"
#include "calendar/choice.h"
#include "calendar/entry.h"
#include "calendar/head.h"
#include "calendar/parseback.h"
#include "calendar/vtimezone.h"

#include <errno.h>
#include <libical/ical.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_FEED = 256 * 1024 * 1024,
    MAX_HEAD = 1 << 20,
    LARGE_EVENTS = 1000,
    LARGE_BYTES = 900 * 1000,
    SCRATCH = 1 << 20, /* bytes after which the memory of finished items is given back */
};

struct zone {
    char *name;
    struct pgy_tz *tz; /* NULL: no such zone */
};

struct pgy_feed {
    struct pgy_arena *arena; /* the spec's texts */
    struct pgy_feed_spec spec;
    struct pgy_cache now;
    struct pgy_buf head;
    struct zone *zones; /* of items in other zones than the person's, read anew with every update */
    size_t nzones;
    uint64_t update; /* counts them */
};

void pgy_calendar_open(void)
{
    /* Whatever a version's default: a bad value is an error to handle, not a reason to abort. */
    icalerror_set_errors_are_fatal(0);
}

void pgy_calendar_close(void)
{
    icaltimezone_free_builtin_timezones();
    icalmemory_free_ring();
}

struct pgy_feed *pgy_feed_new(const struct pgy_feed_spec *spec)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_feed *feed = pgy_arena_alloc(arena, sizeof *feed);
    feed->arena = arena;
    feed->spec = *spec;
    feed->spec.feed = pgy_arena_strdup(arena, spec->feed);
    feed->spec.profile = pgy_arena_strdup(arena, spec->profile);
    feed->spec.name = pgy_arena_strdup(arena, spec->name);
    feed->spec.color = pgy_arena_strdup(arena, spec->color);
    feed->spec.zone = pgy_arena_strdup(arena, spec->zone);
    feed->head = PGY_BUF_INIT(MAX_HEAD);
    return feed;
}

static void zones_free(struct pgy_feed *feed)
{
    for (size_t i = 0; i < feed->nzones; i++) {
        pgy_tz_free(&feed->zones[i].tz);
        free(feed->zones[i].name);
    }
    free(feed->zones);
    feed->zones = NULL;
    feed->nzones = 0;
}

void pgy_feed_free(struct pgy_feed **feed)
{
    if (!feed || !*feed)
        return;
    struct pgy_feed *f = *feed;
    *feed = NULL;
    pgy_cache_free(&f->now);
    zones_free(f);
    pgy_buf_free(&f->head);
    struct pgy_arena *arena = f->arena;
    pgy_arena_free(&arena);
}

/* The zone by name, loaded once an update; NULL when there is none such, which is logged once an
 * update. */
static const struct pgy_tz *zone_find(struct pgy_feed *feed, const char *name)
{
    for (size_t i = 0; i < feed->nzones; i++) {
        if (strcmp(feed->zones[i].name, name) == 0)
            return feed->zones[i].tz;
    }
    struct zone *grown = realloc(feed->zones, (feed->nzones + 1) * sizeof *grown);
    if (!grown)
        return NULL;
    feed->zones = grown;
    struct zone zone = {.name = strdup(name)};
    if (!zone.name)
        return NULL;
    int err = pgy_tz_load(name, &zone.tz);
    if (err)
        pgy_warn("profile %s: time zone '%s' of an item: %s; its times are taken as %s",
                 feed->spec.profile, name, pgy_strerror(err), feed->spec.zone);
    feed->zones[feed->nzones++] = zone;
    return zone.tz;
}

static const struct pgy_tz *zone_of(struct pgy_feed *feed, const struct pgy_item *item,
                                    const struct pgy_tz *person)
{
    if (item->start_minute < 0 || !item->zone || pgy_streq(item->zone, pgy_tz_name(person)))
        return person;
    const struct pgy_tz *tz = zone_find(feed, item->zone);
    return tz ? tz : person;
}

/* The timeline's order, pgy_item_compare's, from what an entry remembers. */
static int order(const struct pgy_item *item, const struct pgy_feed_entry *entry)
{
    const struct pgy_entry_key *key = &entry->key;
    if (item->start != key->start)
        return item->start < key->start ? -1 : 1;
    if (item->start_minute != key->start_minute)
        return item->start_minute < key->start_minute ? -1 : 1;
    return strcmp(item->id, entry->id);
}

static const struct pgy_feed_entry *entry_by_id(const struct pgy_cache *content, const char *id)
{
    for (size_t i = 0; i < content->n; i++) {
        if (strcmp(content->entries[i]->id, id) == 0)
            return content->entries[i];
    }
    return NULL;
}

/* What an update works with. */
struct updating {
    struct pgy_feed *feed;
    const struct pgy_tz *person;
    uint64_t person_hash;
    struct pgy_arena *scratch;
    size_t cursor; /* in the old entries */
    struct pgy_cache next;
    size_t refused;
};

/* The old entry of an item, when it still holds. Both lists are in one order, so one walk finds
 * all; an item that moved is not found, and made anew, as it must be. */
static struct pgy_feed_entry *entry_held(struct updating *u, const struct pgy_item *item,
                                         const struct pgy_entry_key *key)
{
    const struct pgy_cache *now = &u->feed->now;
    while (u->cursor < now->n) {
        struct pgy_feed_entry *old = now->entries[u->cursor];
        int c = order(item, old);
        if (c < 0)
            return NULL;
        u->cursor++;
        if (c == 0)
            return pgy_entry_key_same(&old->key, key) ? old : NULL;
    }
    return NULL;
}

static int entry_make(struct updating *u, const struct pgy_item *item,
                      const struct pgy_entry_key *key, const struct pgy_tz *zone,
                      struct pgy_feed_entry **entry)
{
    const char *why = NULL;
    if (pgy_arena_used(u->scratch) > SCRATCH) {
        pgy_arena_free(&u->scratch);
        u->scratch = pgy_arena_new();
    }
    int err = pgy_entry_new(&u->feed->spec, item, key, zone, u->person, u->scratch, entry, &why);
    if (err != PGY_EREFUSED && err != PGY_EPARSE && err != PGY_EINVAL && err != PGY_ELIMIT)
        return err;
    const struct pgy_feed_entry *old = entry_by_id(&u->feed->now, item->id);
    pgy_error("profile %s: feed %s.%s: '%s' cannot be published: %s; it %s", u->feed->spec.profile,
              u->feed->spec.feed, pgy_style_text(u->feed->spec.style), item->id,
              why ? why : pgy_strerror(err), old && old->len ? "stays as it was" : "is left out");
    return pgy_entry_refused(item, key, old, entry);
}

static bool belongs(const struct pgy_feed_spec *spec, const struct pgy_item *item, pgy_day today)
{
    if (spec->style == PGY_STYLE_BUSY)
        return pgy_choice_busy(item, today);
    return pgy_choice_of(spec->feed, item) != PGY_CHOICE_OUT &&
           !pgy_choice_gone(spec->feed, item, today);
}

/* Where a walk over a timeline stands. */
struct walk {
    size_t item, span;
};

/* The next item that belongs into the feed, in pgy_item_compare's order; NULL: there is none. When
 * the person is busy, style busy alone shows. */
static const struct pgy_item *next_item(const struct pgy_feed_spec *spec,
                                        const struct pgy_timeline *t, struct walk *walk)
{
    const size_t nspans = spec->style == PGY_STYLE_BUSY ? t->nspans : 0;
    while (walk->item < t->n || walk->span < nspans) {
        const bool span = walk->item == t->n ||
                          (walk->span < nspans &&
                           pgy_item_compare(&t->spans[walk->span], &t->items[walk->item]) < 0);
        const struct pgy_item *item = span ? &t->spans[walk->span++] : &t->items[walk->item++];
        if (belongs(spec, item, t->today))
            return item;
    }
    return NULL;
}

/* The timeline's items that belong into the feed, each with its bytes. */
static int entries_collect(struct updating *u, const struct pgy_timeline *timeline)
{
    struct pgy_feed *feed = u->feed;
    struct walk walk = {0};
    u->next.entries = calloc(timeline->n + timeline->nspans + 1, sizeof *u->next.entries);
    if (!u->next.entries)
        return -ENOMEM;
    for (const struct pgy_item *item; (item = next_item(&feed->spec, timeline, &walk));) {
        const struct pgy_tz *zone = zone_of(feed, item, u->person);
        uint64_t zones = u->person_hash ^ (zone == u->person ? 0 : pgy_tz_hash(zone) * 3);
        struct pgy_entry_key key = pgy_entry_key(item, zones);
        struct pgy_feed_entry *entry = entry_held(u, item, &key);
        if (!entry) {
            int err = entry_make(u, item, &key, zone, &entry);
            if (err)
                return err;
            entry->used.born = feed->update;
        }
        entry->used.seen = feed->update;
        u->refused += entry->refused;
        u->next.entries[u->next.n++] = entry;
    }
    return 0;
}

static int zone_compare(const void *a, const void *b)
{
    const struct pgy_tz *const *x = a, *const *y = b;
    return strcmp(pgy_tz_name(*x), pgy_tz_name(*y));
}

/* The head for the zones in use: the person's always, so that even an empty plan has a component;
 * then the others by name. */
static int head_make(struct updating *u, struct pgy_buf *head)
{
    const struct pgy_tz **zones = calloc(u->feed->nzones + 1, sizeof *zones);
    size_t n = 0;
    if (!zones)
        return -ENOMEM;
    zones[n++] = u->person;
    for (size_t i = 0; i < u->feed->nzones; i++) {
        const struct zone *zone = &u->feed->zones[i];
        bool used = false;
        for (size_t k = 0; !used && zone->tz && k < u->next.n; k++)
            used = pgy_streq(u->next.entries[k]->zone, zone->name);
        if (used)
            zones[n++] = zone->tz;
    }
    qsort(zones + 1, n - 1, sizeof *zones, zone_compare);
    int err = pgy_head_put(head, &u->feed->spec, zones, n);
    free(zones);
    const char *why = err ? NULL : pgy_parseback_head(pgy_buf_text(head), head->len, n);
    if (why) {
        pgy_error("profile %s: feed %s: %s; it stays as it was", u->feed->spec.profile,
                  u->feed->spec.feed, why);
        err = PGY_EREFUSED;
    }
    return err;
}

int pgy_feed_update(struct pgy_feed *feed, const struct pgy_timeline *timeline,
                    const struct pgy_tz *person, bool *changed, size_t *refused)
{
    struct pgy_buf head PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_HEAD);
    struct updating u = {.feed = feed, .person = person, .scratch = pgy_arena_new()};
    u.person_hash = pgy_tz_hash(person) + strlen(pgy_tz_name(person));
    zones_free(feed);
    feed->update++;
    int err = entries_collect(&u, timeline);
    if (!err)
        err = head_make(&u, &head);
    const bool same_head = head.len == feed->head.len &&
                           memcmp(pgy_buf_text(&head), pgy_buf_text(&feed->head), head.len) == 0;
    if (!err)
        err = pgy_cache_cut(&u.next, &feed->now,
                            (struct pgy_page_part){pgy_buf_text(&head), head.len}, same_head,
                            feed->update);
    if (err) {
        pgy_cache_rollback(&u.next, feed->update);
    } else {
        *changed = pgy_cache_differs(&feed->now, &u.next);
        *refused = u.refused;
        pgy_cache_commit(&feed->now, &u.next, feed->update);
        struct pgy_buf old = feed->head;
        feed->head = head;
        head = old;
    }
    pgy_arena_free(&u.scratch);
    return err;
}

int pgy_feed_bytes(const struct pgy_feed *feed, struct pgy_buf *plain, struct pgy_buf *gzip)
{
    pgy_buf_add(plain, pgy_buf_text(&feed->head), feed->head.len);
    for (size_t i = 0; i < feed->now.n; i++)
        pgy_buf_add(plain, feed->now.entries[i]->bytes, feed->now.entries[i]->len);
    pgy_buf_str(plain, PGY_CACHE_TAIL);
    int err =
        pgy_page_gzip(gzip, (const struct pgy_page *const *)feed->now.pages, feed->now.npages);
    return plain->err ? plain->err : err;
}

/* Writes dir/name unless it holds these bytes already. */
static int file_publish(int dir, const char *name, const struct pgy_buf *bytes, bool *published)
{
    struct pgy_buf there PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_FEED);
    int err = pgy_file_read_at(dir, name, &there);
    if (!err && there.len == bytes->len && memcmp(there.data, bytes->data, bytes->len) == 0)
        return 0;
    /* After a loss of power the old one may be back, whole; the next pass, at the start, puts that
     * right. */
    err = pgy_file_renew_at(dir, name, bytes->data, bytes->len, 0600);
    if (!err)
        *published = true;
    return err;
}

int pgy_feed_publish(const struct pgy_feed *feed, int dir, bool *published)
{
    char name[NAME_MAX + 1];
    bool wrote = false;
    struct pgy_buf plain PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_FEED);
    struct pgy_buf gzip PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_FEED);
    if (!feed->now.npages)
        return PGY_EAGAIN; /* never updated: there is no calendar yet, and an empty file would clear
                              its readers */
    int err = pgy_feed_bytes(feed, &plain, &gzip);
    if (err)
        return err;
    snprintf(name, sizeof name, "%.100s.%s.ics", feed->spec.feed, pgy_style_text(feed->spec.style));
    err = file_publish(dir, name, &plain, &wrote);
    if (!err) {
        strncat(name, ".gz", sizeof name - strlen(name) - 1);
        err = file_publish(dir, name, &gzip, &wrote);
    }
    if (!err)
        *published = wrote;
    return err;
}

size_t pgy_feed_events(const struct pgy_feed *feed)
{
    size_t events = 0;
    for (size_t i = 0; i < feed->now.n; i++)
        events += feed->now.entries[i]->events;
    return events;
}

size_t pgy_feed_size(const struct pgy_feed *feed)
{
    size_t size = feed->head.len + sizeof PGY_CACHE_TAIL - 1;
    for (size_t i = 0; i < feed->now.n; i++)
        size += feed->now.entries[i]->len;
    return size;
}

bool pgy_feed_is_large(const struct pgy_feed *feed)
{
    return pgy_feed_events(feed) > LARGE_EVENTS || pgy_feed_size(feed) > LARGE_BYTES;
}
