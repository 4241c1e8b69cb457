/* SPDX-License-Identifier: BSD-2-Clause */
/* The memory of declarations, by file. Asking a plugin is run.c's, finding it plugins.c's. */
#include "pgy-build.h"

#include "plan/describe.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Which file it was: one that was replaced or written to is another. */
struct identity {
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec changed;
};

struct entry {
    struct pgy_arena *arena; /* owns the rest */
    const char *plugin, *path;
    struct identity file;
    struct pgy_declaration declaration;
    struct entry *next;
};

struct pgy_described {
    struct entry *entries; /* one a plugin and path: as many as there are plugins installed */
    size_t runs;
};

struct pgy_described *pgy_described_new(void)
{
    struct pgy_described *cache = calloc(1, sizeof *cache);
    if (!cache)
        abort();
    return cache;
}

static void entry_free(struct entry *entry)
{
    struct pgy_arena *arena = entry->arena;
    pgy_arena_free(&arena);
}

void pgy_described_free(struct pgy_described **cache)
{
    if (!*cache)
        return;
    for (struct entry *e = (*cache)->entries, *next; e; e = next) {
        next = e->next;
        entry_free(e);
    }
    free(*cache);
    *cache = NULL;
}

size_t pgy_described_runs(const struct pgy_described *cache)
{
    return cache->runs;
}

static bool identify(const char *path, struct identity *file)
{
    struct stat st;
    if (stat(path, &st) < 0)
        return false;
    *file = (struct identity){st.st_dev, st.st_ino, st.st_size, st.st_mtim};
    return true;
}

static bool same_file(const struct identity *a, const struct identity *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}

static struct entry **find(struct pgy_described *cache, const char *plugin, const char *path)
{
    struct entry **at = &cache->entries;
    while (*at && (strcmp((*at)->path, path) != 0 || strcmp((*at)->plugin, plugin) != 0))
        at = &(*at)->next;
    return at;
}

static void forget(struct entry **at)
{
    struct entry *gone = *at;
    if (!gone)
        return;
    *at = gone->next;
    entry_free(gone);
}

static void remember(struct pgy_described *cache, const char *plugin, const char *path,
                     const struct identity *file, const struct pgy_declaration *declaration)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct entry *entry = pgy_arena_alloc(arena, sizeof *entry);
    *entry = (struct entry){.arena = arena,
                            .plugin = pgy_arena_strdup(arena, plugin),
                            .path = pgy_arena_strdup(arena, path),
                            .file = *file,
                            .next = cache->entries};
    pgy_declaration_copy(arena, &entry->declaration, declaration);
    cache->entries = entry;
}

void pgy_describe(struct pgy_described *cache, const struct pgy_paths *paths, const char *plugin,
                  const char *path, int64_t deadline_ms, struct pgy_arena *arena,
                  struct pgy_declaration *to)
{
    struct identity before = {0}, after = {0};
    bool known = cache && identify(path, &before);
    struct entry **at = known ? find(cache, plugin, path) : NULL;
    if (at && *at && same_file(&(*at)->file, &before)) {
        pgy_declaration_copy(arena, to, &(*at)->declaration);
        return;
    }
    struct pgy_run_input input = {.verb = PGY_VERB_DESCRIBE,
                                  .paths = paths,
                                  .plugin = plugin,
                                  .path = path,
                                  .deadline_ms = deadline_ms};
    struct pgy_run *run = pgy_run_start(&input);
    pgy_run_wait(run);
    const struct pgy_run_result *result = pgy_run_result(run);
    pgy_declaration_copy(arena, to, &result->declaration);
    if (at)
        forget(at);
    /* A file replaced while it was asked: nobody knows which of the two answered. */
    if (known && result->rc == 0 && identify(path, &after) && same_file(&before, &after))
        remember(cache, plugin, path, &before, &result->declaration);
    if (cache)
        cache->runs++;
    pgy_run_free(&run);
}
