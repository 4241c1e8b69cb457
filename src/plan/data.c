/* SPDX-License-Identifier: BSD-2-Clause */
#include "plan/data.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

#include <dirent.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MAX_BYTES = 1024 * 1024 };

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
    struct pgy_data_file *file = pgy_arena_push(data->arena, &data->files, &data->n, &data->cap, sizeof *file);
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
    const char *p = file->bytes;
    for (uint32_t line = 1; *p; line++) {
        size_t len = strcspn(p, "\n");
        pgy_day day;
        char date[11] = "";
        if (len == 10 || (len > 10 && p[10] == '\t'))
            memcpy(date, p, 10);
        if (len > 0 && *p != '#') {
            if (pgy_civil_parse(date, &day) == 0) {
                pgy_day *to = pgy_arena_push(data->arena, &data->holidays, &data->nholidays, &data->cap_holidays, sizeof *to);
                *to = day;
            } else {
                pgy_warn("lists/%s:%u: not a date: a line is 'YYYY-MM-DD', a tab and a name", file->name, line);
            }
        }
        p += len + (p[len] == '\n');
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
        if (strcmp(data->files[i].kind, "lists") == 0 && strcmp(data->files[i].name, "holidays.tsv") == 0)
            read_holidays(data, &data->files[i]);
    }
    data->hash = hash_of(data);
    return data;
}

void pgy_data_free(struct pgy_data_set **data)
{
    if (!data || !*data)
        return;
    struct pgy_arena *arena = (*data)->arena;
    *data = NULL;
    pgy_arena_free(&arena);
}
