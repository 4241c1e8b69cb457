/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads installed data and a person's own packs and letters, in an order that no locale changes,
 * and hashes them. */
#include "plan/data.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/words.h"

#include <dirent.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILE_MAX_BYTES = PGY_W_MAX_DATA, PATHS_MAX = 64 };

static const char *const kinds[] = {"letters", "lists", "packs"};

static int visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* Not alphasort: the order, and with it the hash, must not depend on the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void read_one(struct pgy_data_set *data, const char *dir, const char *kind, const char *name)
{
    const char *path = pgy_arena_printf(data->arena, "%s/%s", dir, name);
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(FILE_MAX_BYTES);
    int rc = pgy_file_read(path, &bytes);
    if (rc != 0) {
        pgy_warn("data file '%s' skipped: %s", path, pgy_strerror(rc));
        return;
    }
    struct pgy_data_file *file =
        pgy_arena_push(data->arena, &data->files, &data->n, &data->cap, sizeof *file);
    *file = (struct pgy_data_file){
        .kind = kind,
        .name = pgy_arena_strdup(data->arena, name),
        .bytes = pgy_arena_strndup(data->arena, pgy_buf_text(&bytes), bytes.len),
        .len = bytes.len,
    };
}

static void read_kind(struct pgy_data_set *data, const char *top, const char *kind)
{
    struct dirent **names;
    const char *dir = pgy_arena_printf(data->arena, "%s/%s", top, kind);
    int n = scandir(dir, &names, visible, by_name);
    for (int i = 0; i < n; i++) {
        read_one(data, dir, kind, names[i]->d_name);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
}

static int by_day(const void *a, const void *b)
{
    pgy_day x = *(const pgy_day *)a, y = *(const pgy_day *)b;
    return (x > y) - (x < y);
}

static void read_holidays(struct pgy_data_set *data, const struct pgy_data_file *file)
{
    const char *p = file->bytes + (strncmp(file->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0);
    struct pgy_word text;
    for (uint32_t line = 1; pgy_words_next(&p, '\n', &text); line++) {
        size_t len = text.len - (text.len > 0 && text.text[text.len - 1] == '\r');
        pgy_day day;
        char date[11] = "";
        if (len == 10 || (len > 10 && text.text[10] == '\t'))
            memcpy(date, text.text, 10);
        if (len > 0 && *text.text != '#') {
            if (pgy_civil_parse(date, &day) == 0) {
                pgy_day *to = pgy_arena_push(data->arena, &data->holidays, &data->nholidays,
                                             &data->cap_holidays, sizeof *to);
                *to = day;
            } else {
                pgy_warn("lists/%s:%u: not a date: a line is 'YYYY-MM-DD', a tab and a name",
                         file->name, line);
            }
        }
    }
    if (data->nholidays > 1)
        qsort(data->holidays, data->nholidays, sizeof *data->holidays, by_day);
}

static uint64_t hash_of(const struct pgy_data_set *data)
{
    crypto_generichash_state state;
    uint64_t hash;
    unsigned char digest[16];
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    for (size_t i = 0; i < data->n; i++) {
        const struct pgy_data_file *f = &data->files[i];
        crypto_generichash_update(&state, (const unsigned char *)f->kind, strlen(f->kind) + 1);
        crypto_generichash_update(&state, (const unsigned char *)f->name, strlen(f->name) + 1);
        crypto_generichash_update(&state, (const unsigned char *)f->bytes, f->len);
    }
    crypto_generichash_final(&state, digest, sizeof digest);
    memcpy(&hash, digest, sizeof hash);
    return hash;
}

struct pgy_data_set *pgy_data_load(const struct pgy_paths *paths)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_data_set *data = pgy_arena_alloc(arena, sizeof *data);
    data->arena = arena;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        read_kind(data, paths->data, kinds[i]);
    for (size_t i = 0; i < data->n; i++) {
        if (strcmp(data->files[i].kind, "lists") == 0 &&
            strcmp(data->files[i].name, "holidays.tsv") == 0)
            read_holidays(data, &data->files[i]);
    }
    data->hash = hash_of(data);
    return data;
}

/* ---- packs of a profile ---- */

/* Sorted in by kind and name, or in the place of one with the same. */
static void put_file(struct pgy_data_set *set, const struct pgy_data_file *file)
{
    size_t at = 0;
    int c = 1;
    while (at < set->n && (c = strcmp(set->files[at].kind, file->kind)) <= 0) {
        if (c == 0 && (c = strcmp(set->files[at].name, file->name)) >= 0)
            break;
        at++;
    }
    if (at == set->n || c != 0) {
        pgy_arena_push(set->arena, &set->files, &set->n, &set->cap, sizeof *set->files);
        memmove(&set->files[at + 1], &set->files[at], (set->n - 1 - at) * sizeof *set->files);
    }
    set->files[at] = *file;
}

static int ends_in(const struct dirent *entry, const char *suffix)
{
    size_t len = strlen(entry->d_name), end = strlen(suffix);
    return visible(entry) && len > end && strcmp(entry->d_name + len - end, suffix) == 0;
}

static int is_pack(const struct dirent *entry)
{
    return ends_in(entry, ".ini");
}

static int is_letter(const struct dirent *entry)
{
    return ends_in(entry, ".txt");
}

/* The files of a folder that a filter takes; false when it is no folder. */
static bool read_own(struct pgy_data_set *found, const char *path, const char *kind,
                     int (*filter)(const struct dirent *))
{
    struct dirent **names;
    struct stat st;
    int n = scandir(path, &names, filter, by_name);
    for (int i = 0; i < n; i++) {
        const char *whole = pgy_arena_printf(found->arena, "%s/%s", path, names[i]->d_name);
        /* What lies in a profile's folder may be somebody else's: a link could lead to a file that
         * only the daemon can read. */
        if (lstat(whole, &st) == 0 && S_ISLNK(st.st_mode))
            pgy_warn("data file '%s' skipped: it is a link; copy the file here, or name it in "
                     "[packs] path",
                     whole);
        else
            read_one(found, path, kind, names[i]->d_name);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
    return n >= 0;
}

/* The folder of a person's own letters in a folder of packs; a link is not followed, for the same
 * reason. */
static const char *letters_in(struct pgy_arena *arena, const char *path)
{
    struct stat st;
    const char *folder = pgy_arena_printf(arena, "%s/letters", path);
    return lstat(folder, &st) == 0 && S_ISDIR(st.st_mode) ? folder : NULL;
}

static void read_packs(struct pgy_data_set *found, const char *path)
{
    const char *slash = strrchr(path, '/'), *letters = letters_in(found->arena, path);
    if (!read_own(found, path, "packs", is_pack)) /* a file, or nothing: read_one says which */
        read_one(found, slash ? pgy_arena_strndup(found->arena, path, (size_t)(slash - path)) : ".",
                 "packs", slash ? slash + 1 : path);
    if (letters)
        read_own(found, letters, "letters", is_letter);
}

void pgy_data_with_packs(const struct pgy_data_set *data, const char *const *paths, size_t npaths,
                         struct pgy_arena *arena, const struct pgy_data_file **files, size_t *n)
{
    struct pgy_data_set all = {.arena = arena}, found = {.arena = arena};
    for (size_t i = 0; i < data->n; i++)
        *(struct pgy_data_file *)pgy_arena_push(arena, &all.files, &all.n, &all.cap,
                                                sizeof *all.files) = data->files[i];
    for (size_t i = 0; i < npaths && i < PATHS_MAX; i++)
        read_packs(&found, paths[i]);
    for (size_t i = 0; i < found.n; i++)
        put_file(&all, &found.files[i]);
    *files = all.files;
    *n = all.n;
}

static void mark(crypto_generichash_state *state, const char *path)
{
    struct stat st = {0};
    (void)stat(path, &st);
    int64_t marks[] = {(int64_t)st.st_dev, (int64_t)st.st_ino, (int64_t)st.st_size,
                       st.st_mtim.tv_sec, st.st_mtim.tv_nsec};
    crypto_generichash_update(state, (const unsigned char *)marks, sizeof marks);
}

static void mark_folder(crypto_generichash_state *state, struct pgy_arena *arena, const char *path,
                        int (*filter)(const struct dirent *))
{
    struct dirent **names;
    int n = scandir(path, &names, filter, by_name);
    mark(state, path);
    for (int i = 0; i < n; i++) {
        mark(state, pgy_arena_printf(arena, "%s/%s", path, names[i]->d_name));
        free(names[i]);
    }
    if (n >= 0)
        free(names);
}

uint64_t pgy_data_packs_marks(const char *const *paths, size_t npaths)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    crypto_generichash_state state;
    unsigned char digest[16];
    uint64_t marks;
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    for (size_t i = 0; i < npaths && i < PATHS_MAX; i++) {
        const char *letters = letters_in(arena, paths[i]);
        mark_folder(&state, arena, paths[i], is_pack);
        if (letters)
            mark_folder(&state, arena, letters, is_letter);
    }
    crypto_generichash_final(&state, digest, sizeof digest);
    memcpy(&marks, digest, sizeof marks);
    return marks;
}

void pgy_data_free(struct pgy_data_set **data)
{
    if (!data || !*data)
        return;
    struct pgy_arena *arena = (*data)->arena;
    *data = NULL;
    pgy_arena_free(&arena);
}
