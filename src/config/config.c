/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads a file into a configuration and answers look-ups. Its sections are filled by typed.c, rules
 * between keys are keyrules.c's. */
#include "config/config.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "config/ini.h"
#include "config/typed.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

void pgy_config_free(struct pgy_config **config)
{
    if (!config || !*config)
        return;
    struct pgy_arena *arena = (*config)->arena;
    pgy_schema_free(&(*config)->own_schema);
    *config = NULL;
    pgy_arena_free(&arena);
}

/* The file's name without folder and .ini. */
static const char *stem(struct pgy_arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
    size_t len = strlen(name);
    return pgy_arena_strndup(arena, name,
                             len > 4 && strcmp(name + len - 4, ".ini") == 0 ? len - 4 : len);
}

int pgy_config_parse(const char *file, const char *text, size_t len,
                     const struct pgy_schema *schema, bool in_folder, struct pgy_problems *problems,
                     struct pgy_config **config)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_config *c = pgy_arena_alloc(arena, sizeof *c);
    struct pgy_ini ini;
    int err = pgy_ini_parse(file, text, len, arena, problems, &ini);
    if (err) {
        pgy_arena_free(&arena);
        return err;
    }
    *c = (struct pgy_config){
        .arena = arena,
        .file = pgy_arena_strdup(arena, file),
        .text = pgy_arena_strndup(arena, text, len),
        .text_len = len,
        .schema = schema,
        .profile = in_folder ? stem(arena, file) : "me",
    };
    pgy_typed_sections(c, &ini, in_folder, problems);
    pgy_typed_defaults(c);
    const char *id = pgy_config_text(c, "person", "", "id", NULL);
    if (id)
        c->profile = id;
    pgy_keyrules_check(c, in_folder, problems);
    *config = c;
    return 0;
}

/* A secret in a file that others can read is none. */
static void warn_readable(const struct pgy_config *c, struct pgy_problems *problems)
{
    struct stat st;
    if (stat(c->file, &st) != 0 || !(st.st_mode & (S_IRWXG | S_IRWXO)))
        return;
    for (size_t i = 0; i < pgy_config_count(c, "notify"); i++) {
        const struct pgy_section *s = pgy_config_nth(c, "notify", i);
        uint32_t line = pgy_config_line(c, "notify", s->id, "secret");
        if (pgy_config_get(c, "notify", s->id, "secret"))
            pgy_problem_add(problems, false, c->file, line,
                            pgy_arena_printf(problems->arena, "notify:%s", s->id), "secret",
                            "chmod 600 the file, or use secret_file",
                            "others than its owner can read this file");
    }
}

static int read_whole(const char *file, struct pgy_buf *buf, struct pgy_problems *problems)
{
    int err = pgy_file_read(file, buf);
    if (err == PGY_ELIMIT)
        pgy_problem_add(problems, true, file, 0, NULL, NULL, "check that it is the file you meant",
                        "the file is larger than 4 MiB, the most a configuration may have");
    else if (err == PGY_EINVAL)
        pgy_problem_add(problems, true, file, 0, NULL, NULL, "name a file",
                        "this is not a regular file");
    else if (err)
        pgy_problem_add(problems, true, file, 0, NULL, NULL,
                        err == -ENOENT ? "make it with `pgyctl init`" : "check who may read it",
                        "the file cannot be read: %s", pgy_strerror(err));
    return err;
}

int pgy_config_read(const char *file, const struct pgy_schema *schema, bool in_folder,
                    struct pgy_problems *problems, struct pgy_config **config)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_INI_MAX);
    int err = read_whole(file, &buf, problems);
    err = err ? err
              : pgy_config_parse(file, pgy_buf_text(&buf), buf.len, schema, in_folder, problems,
                                 config);
    if (!err)
        warn_readable(*config, problems);
    return err;
}

int pgy_config_peek_text(const char *file, const char *text, size_t len, struct pgy_config **config)
{
    struct pgy_arena *scratch PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems unheard = {.arena = scratch};
    struct pgy_schema *schema = pgy_schema_core();
    int err = pgy_config_parse(file, text, len, schema, false, &unheard, config);
    if (err)
        pgy_schema_free(&schema);
    else
        (*config)->own_schema = schema;
    return err;
}

int pgy_config_peek(const char *file, struct pgy_config **config)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_INI_MAX);
    int err = pgy_file_read(file, &buf);
    return err ? err : pgy_config_peek_text(file, pgy_buf_text(&buf), buf.len, config);
}

/* ---- look-ups ---- */

size_t pgy_config_count(const struct pgy_config *config, const char *section)
{
    size_t n = 0;
    for (size_t i = 0; i < config->nsections; i++)
        n += strcmp(config->sections[i].kind, section) == 0;
    return n;
}

const struct pgy_section *pgy_config_section(const struct pgy_config *config, const char *section,
                                             const char *id)
{
    size_t low = 0, high = config->by_id ? config->nsections : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(config->by_id[middle]->id, id);
        order = order ? order : strcmp(config->by_id[middle]->kind, section);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct pgy_section *s =
        config->by_id && low < config->nsections ? config->by_id[low] : NULL;
    return s && strcmp(s->id, id) == 0 && strcmp(s->kind, section) == 0 ? s : NULL;
}

const struct pgy_section *pgy_config_nth(const struct pgy_config *config, const char *section,
                                         size_t i)
{
    for (size_t k = 0; k < config->nsections; k++) {
        if (strcmp(config->sections[k].kind, section) == 0 && i-- == 0)
            return &config->sections[k];
    }
    return NULL;
}

static const struct pgy_entry *entry(const struct pgy_section *section, const char *key)
{
    for (size_t i = 0; section && i < section->nentries; i++) {
        if (strcmp(section->entries[i].name, key) == 0)
            return &section->entries[i];
    }
    return NULL;
}

const struct pgy_value *pgy_config_get(const struct pgy_config *config, const char *section,
                                       const char *id, const char *key)
{
    const struct pgy_section *s = pgy_config_section(config, section, id);
    const struct pgy_entry *e = entry(s, key);
    if (e && e->valid && e->key)
        return &e->value;
    const struct pgy_key *k = s || !*id ? pgy_schema_key(config->schema, section, key) : NULL;
    const struct pgy_kind_def *kind = k ? pgy_schema_kind(config->schema, section) : NULL;
    if (!kind || (kind->instances && !s))
        return NULL;
    const struct pgy_value *fallback = &config->defaults[k - config->schema->keys];
    return fallback->type ? fallback : NULL;
}

const char *pgy_config_text(const struct pgy_config *config, const char *section, const char *id,
                            const char *key, const char *otherwise)
{
    const struct pgy_value *value = pgy_config_get(config, section, id, key);
    return value && value->text ? value->text : otherwise;
}

int64_t pgy_config_num(const struct pgy_config *config, const char *section, const char *id,
                       const char *key, int64_t otherwise)
{
    const struct pgy_value *value = pgy_config_get(config, section, id, key);
    return value ? value->num : otherwise;
}

pgy_day pgy_config_day(const struct pgy_config *config, const char *section, const char *id,
                       const char *key)
{
    const struct pgy_value *value = pgy_config_get(config, section, id, key);
    return value ? value->day : PGY_NO_DAY;
}

uint32_t pgy_config_line(const struct pgy_config *config, const char *section, const char *id,
                         const char *key)
{
    const struct pgy_section *s = pgy_config_section(config, section, id);
    const struct pgy_entry *e = key ? entry(s, key) : NULL;
    return e ? e->line : s ? s->line : 0;
}
