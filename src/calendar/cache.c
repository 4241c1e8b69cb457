/* SPDX-License-Identifier: BSD-2-Clause */
/* Pages of entries, kept, replaced or taken back as one. What an entry holds is entry.c's, what the
 * head says feed.c's. */
#include "calendar/cache.h"

#include <errno.h>
#include <stdlib.h>

/* The old page that holds exactly these entries, or NULL. Entries that are kept keep their order,
 * so as many of one page are all of it. */
static struct pgy_page *page_held(struct pgy_feed_entry *const *entries, size_t n)
{
    struct pgy_page *page = entries[0]->page;
    if (!page || page->parts != n)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        if (entries[i]->page != page)
            return NULL;
    }
    return page;
}

/* Compresses a piece and adds it to next's. */
static int page_add(struct pgy_cache *next, const struct pgy_page_part *parts, size_t n,
                    uint64_t update)
{
    struct pgy_page *page;
    int err = pgy_page_new(parts, n, &page);
    if (err)
        return err;
    page->used.born = page->used.seen = update;
    next->pages[next->npages++] = page;
    return 0;
}

static int entries_add(struct pgy_cache *next, struct pgy_feed_entry *const *entries, size_t n,
                       uint64_t update)
{
    struct pgy_page *page = page_held(entries, n);
    if (page) {
        page->used.seen = update;
        next->pages[next->npages++] = page;
        return 0;
    }
    struct pgy_page_part *parts = calloc(n, sizeof *parts);
    if (!parts)
        return -ENOMEM;
    for (size_t i = 0; i < n; i++)
        parts[i] = (struct pgy_page_part){entries[i]->bytes, entries[i]->len};
    int err = page_add(next, parts, n, update);
    free(parts);
    return err;
}

/* The page at a place of now, which has not changed, or one of its own for the part. */
static int edge_add(struct pgy_cache *next, struct pgy_page *old, struct pgy_page_part part,
                    uint64_t update)
{
    if (!old)
        return page_add(next, &part, 1, update);
    old->used.seen = update;
    next->pages[next->npages++] = old;
    return 0;
}

int pgy_cache_cut(struct pgy_cache *next, const struct pgy_cache *now, struct pgy_page_part head,
                  bool same_head, uint64_t update)
{
    static const struct pgy_page_part tail = {PGY_CACHE_TAIL, sizeof PGY_CACHE_TAIL - 1};
    size_t cuts = 0, from = 0;
    for (size_t i = 0; i < next->n; i++)
        cuts += next->entries[i]->last || i + 1 == next->n;
    next->pages = calloc(cuts + 2, sizeof *next->pages);
    int err = next->pages
                  ? edge_add(next, same_head && now->npages ? now->pages[0] : NULL, head, update)
                  : -ENOMEM;
    for (size_t i = 0; !err && i < next->n; i++) {
        if (!next->entries[i]->last && i + 1 < next->n)
            continue;
        err = entries_add(next, next->entries + from, i + 1 - from, update);
        from = i + 1;
    }
    return err ? err
               : edge_add(next, now->npages ? now->pages[now->npages - 1] : NULL, tail, update);
}

bool pgy_cache_differs(const struct pgy_cache *a, const struct pgy_cache *b)
{
    if (a->npages != b->npages)
        return true;
    for (size_t i = 0; i < a->npages; i++) {
        const struct pgy_page *x = a->pages[i], *y = b->pages[i];
        if (x != y && (x->crc != y->crc || x->len != y->len))
            return true;
    }
    return false;
}

static void arrays_free(struct pgy_cache *cache)
{
    free(cache->entries);
    free(cache->pages);
    *cache = (struct pgy_cache){0};
}

void pgy_cache_commit(struct pgy_cache *now, struct pgy_cache *next, uint64_t update)
{
    for (size_t i = 0; i < now->n; i++) {
        if (now->entries[i]->used.seen != update)
            free(now->entries[i]);
    }
    for (size_t i = 0; i < now->npages; i++) {
        if (now->pages[i]->used.seen != update)
            free(now->pages[i]);
    }
    arrays_free(now);
    *now = *next;
    *next = (struct pgy_cache){0};
    /* Between the head's page and the tail's, each page takes the next entries. */
    size_t at = 0;
    for (size_t i = 1; i + 1 < now->npages; i++) {
        for (size_t k = 0; k < now->pages[i]->parts; k++)
            now->entries[at++]->page = now->pages[i];
    }
}

void pgy_cache_rollback(struct pgy_cache *next, uint64_t update)
{
    for (size_t i = 0; i < next->n; i++) {
        if (next->entries[i]->used.born == update)
            free(next->entries[i]);
    }
    for (size_t i = 0; i < next->npages; i++) {
        if (next->pages[i]->used.born == update)
            free(next->pages[i]);
    }
    arrays_free(next);
}

void pgy_cache_free(struct pgy_cache *cache)
{
    for (size_t i = 0; i < cache->n; i++)
        free(cache->entries[i]);
    for (size_t i = 0; i < cache->npages; i++)
        free(cache->pages[i]);
    arrays_free(cache);
}
