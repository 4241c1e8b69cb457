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

static const char *copy(struct pgy_arena *arena, const char *text)
{
    return pgy_arena_strdup(arena, text);
}

/* A declaration whole, so that it outlives the run, the cache or the house it came from. */
static void copy_declaration(struct pgy_arena *arena, const struct pgy_declaration *from,
                             struct pgy_declaration *to)
{
    struct pgyd_journal_kind *kinds = pgy_arena_array(arena, from->nkinds, sizeof *kinds);
    struct pgyd_report *reports = pgy_arena_array(arena, from->nreports, sizeof *reports);
    struct pgyd_rename *renames = pgy_arena_array(arena, from->nrenames, sizeof *renames);
    struct pgy_key *keys = pgy_arena_array(arena, from->nkeys, sizeof *keys);
    *to = *from;
    to->plugin = copy(arena, from->plugin);
    to->version = copy(arena, from->version);
    to->summary = copy(arena, from->summary);
    to->path = copy(arena, from->path);
    to->failed = copy(arena, from->failed);
    for (size_t i = 0; i < from->nkinds; i++)
        kinds[i] = (struct pgyd_journal_kind){.size = sizeof *kinds,
                                              .name = copy(arena, from->kinds[i].name),
                                              .subject = copy(arena, from->kinds[i].subject),
                                              .events = copy(arena, from->kinds[i].events),
                                              .keys = copy(arena, from->kinds[i].keys),
                                              .help = copy(arena, from->kinds[i].help)};
    for (size_t i = 0; i < from->nreports; i++)
        reports[i] = (struct pgyd_report){.size = sizeof *reports,
                                          .name = copy(arena, from->reports[i].name),
                                          .args = copy(arena, from->reports[i].args),
                                          .help = copy(arena, from->reports[i].help)};
    for (size_t i = 0; i < from->nrenames; i++)
        renames[i] = (struct pgyd_rename){copy(arena, from->renames[i].from),
                                          copy(arena, from->renames[i].to)};
    for (size_t i = 0; i < from->nkeys; i++) {
        keys[i] = from->keys[i];
        keys[i].owner = to->plugin;
        const char **texts[] = {&keys[i].section,  &keys[i].name, &keys[i].choices,
                                &keys[i].fallback, &keys[i].help, &keys[i].journal};
        for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
            *texts[t] = copy(arena, *texts[t]);
    }
    to->kinds = kinds;
    to->reports = reports;
    to->renames = renames;
    to->keys = keys;
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
                            .plugin = copy(arena, plugin),
                            .path = copy(arena, path),
                            .file = *file,
                            .next = cache->entries};
    copy_declaration(arena, declaration, &entry->declaration);
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
        copy_declaration(arena, &(*at)->declaration, to);
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
    copy_declaration(arena, &result->declaration, to);
    if (at)
        forget(at);
    /* A file replaced while it was asked: nobody knows which of the two answered. */
    if (known && result->rc == 0 && identify(path, &after) && same_file(&before, &after))
        remember(cache, plugin, path, &before, &result->declaration);
    if (cache)
        cache->runs++;
    pgy_run_free(&run);
}
