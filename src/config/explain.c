/* SPDX-License-Identifier: BSD-2-Clause */
/* The tables of keys as text and JSON, for people. The manual page of the same tables is man.c's.
 */
#include "config/explain.h"

#include "base/err.h"
#include "base/str.h"
#include "base/words.h"
#include "base/wrap.h"

#include <string.h>

enum { WIDTH = 78 };

/* "contact:alvarez.cadence", "contact.cadence", "contact" taken apart. */
struct asked {
    const char *kind, *key; /* key NULL: the whole section */
};

static struct asked take_apart(struct pgy_arena *arena, const char *what)
{
    size_t kind = strcspn(what, ":."), dot = strcspn(what, ".");
    return (struct asked){pgy_arena_strndup(arena, what, kind),
                          what[dot] && what[dot + 1] ? what + dot + 1 : NULL};
}

/* A paragraph in lines of WIDTH columns, each behind `indent` blanks. */
static void wrapped(struct pgy_buf *out, const char *text, int indent)
{
    pgy_buf_printf(out, "%*s", *text ? indent : 0, "");
    pgy_wrap_text(out, text, (size_t)indent, WIDTH);
}

static const char *header_of(struct pgy_arena *arena, const struct pgy_kind_def *kind)
{
    return pgy_arena_printf(arena, "[%s%s]", kind->name, kind->instances ? ":id" : "");
}

static bool has_range(const struct pgy_key *key)
{
    return key->min < key->max && (key->type == PGYD_INT || key->type == PGYD_USD ||
                                   key->type == PGYD_NUM || key->type == PGYD_PAIR);
}

static void key_line(struct pgy_buf *out, struct pgy_arena *arena, const struct pgy_key *key)
{
    pgy_buf_printf(out, "%s: %s", key->name, pgy_key_type_text(key, arena));
    if (has_range(key))
        pgy_buf_printf(out, " from %lld to %lld", (long long)key->min, (long long)key->max);
    if (key->fallback)
        pgy_buf_printf(out, " = %s", key->fallback);
    if (key->flags & PGYD_KEY_REQUIRED)
        pgy_buf_str(out, " (required)");
    if (key->flags & PGY_KEY_MAIN)
        pgy_buf_str(out, " (main file only)");
    pgy_buf_char(out, '\n');
}

static void all_sections(const struct pgy_schema *schema, struct pgy_arena *arena,
                         struct pgy_buf *out)
{
    for (size_t i = 0; i < schema->nkinds; i++) {
        const char *name = header_of(arena, &schema->kinds[i]);
        pgy_buf_printf(out, "%-14s %s\n", name, schema->kinds[i].help);
    }
    pgy_buf_str(out, "\n`pgyctl explain SECTION` shows a section's keys, `pgyctl explain "
                     "SECTION.KEY` one key.\n");
}

static void one_section(const struct pgy_schema *schema, const struct pgy_kind_def *kind,
                        struct pgy_arena *arena, struct pgy_buf *out)
{
    pgy_buf_printf(out, "%s\n", header_of(arena, kind));
    wrapped(out, kind->help, 2);
    for (size_t i = 0; i < schema->nkeys; i++) {
        if (strcmp(schema->keys[i].section, kind->name) != 0)
            continue;
        pgy_buf_str(out, "\n  ");
        key_line(out, arena, &schema->keys[i]);
        wrapped(out, schema->keys[i].help, 6);
    }
}

/* A value somebody could write for a key of this type; NULL: none fits all of them. */
static const char *example_of(const struct pgy_key *key, struct pgy_arena *arena)
{
    static const char *const examples[] = {
        [PGYD_DATE] = "2027-06-30",
        [PGYD_WHEN] = "2026-12-14 17:00",
        [PGYD_DUR] = "6mo",
        [PGYD_USD] = "340000",
        [PGYD_YN] = "yes",
        [PGYD_TEXTS] = "one thing; another",
        [PGYD_URL] = "https://example.org/",
        [PGYD_PAIR] = "7-10",
    };
    static const struct {
        uint32_t flag;
        const char *example;
    } forms[] = {
        {PGY_KEY_ZONE, "America/Chicago"},  {PGY_KEY_STATE, "NY"},
        {PGY_KEY_LISTEN, "127.0.0.1:8479"}, {PGY_KEY_REGEX, "call|on-call"},
        {PGY_KEY_MINUTES, "08:00"},         {PGY_KEY_HOURS, "22:00-07:00"},
        {PGY_KEY_GLOB, "profiles.d/*.ini"}, {PGY_KEY_NAMES, "milestones, offers"},
        {PGY_KEY_CIDRS, "192.168.1.0/24"},  {PGY_KEY_CLOCK, "30s"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (key->flags & forms[i].flag)
            return forms[i].example;
    }
    if (key->fallback)
        return key->fallback;
    if (key->choices && (key->type == PGYD_ENUM || key->type == PGYD_LIST)) {
        const char *rest = key->choices;
        struct pgy_word first = {"", 0};
        pgy_words_next(&rest, '|', &first);
        return pgy_arena_strndup(arena, first.text, first.len);
    }
    return key->type < sizeof examples / sizeof examples[0] ? examples[key->type] : NULL;
}

static void one_key(const struct pgy_kind_def *kind, const struct pgy_key *key, const char *name,
                    struct pgy_arena *arena, struct pgy_buf *out)
{
    const char *example = example_of(key, arena);
    pgy_buf_printf(out, "%s ", header_of(arena, kind));
    key_line(out, arena, key);
    wrapped(out, key->help, 2);
    if (key->owner)
        pgy_buf_printf(out, "  Read by the plugin %s.\n", key->owner);
    if (key->journal)
        wrapped(
            out,
            pgy_arena_printf(
                arena,
                "A dated fact: the same as `pgyctl log %s … --on DATE`; the later of both counts.",
                key->journal),
            2);
    if (example)
        pgy_buf_printf(out, "\n  [%s%s]\n  %s = %s\n", kind->name, kind->instances ? ":id" : "",
                       key->flags & PGYD_KEY_MANY ? name : key->name, example);
}

/* The names near what was asked for, for a person: sections when it names none, else the section's
 * keys. */
static const char *nearest(const struct pgy_schema *schema, const struct asked *a,
                           const struct pgy_kind_def *kind, struct pgy_arena *arena)
{
    size_t most = schema->nkinds + schema->nkeys, n = 0;
    const char **names = pgy_arena_array(arena, most, sizeof *names);
    for (size_t i = 0; !kind && i < schema->nkinds; i++)
        names[n++] = schema->kinds[i].name;
    for (size_t i = 0; kind && i < schema->nkeys; i++) {
        if (strcmp(schema->keys[i].section, kind->name) == 0)
            names[n++] = schema->keys[i].name;
    }
    return pgy_str_nearest(kind ? a->key : a->kind, names, n);
}

/* Finds what is asked for: the kind and, when one is named, the key. */
static int find(const struct pgy_schema *schema, const struct asked *a,
                const struct pgy_kind_def **kind, const struct pgy_key **key)
{
    *kind = pgy_schema_kind(schema, a->kind);
    *key = *kind && a->key ? pgy_schema_key(schema, a->kind, a->key) : NULL;
    return !*kind || (a->key && !*key) ? PGY_ENOTFOUND : 0;
}

static const char *not_found(const struct pgy_schema *schema, const struct asked *a,
                             const struct pgy_kind_def *kind, struct pgy_arena *arena)
{
    const char *near = nearest(schema, a, kind, arena);
    const char *what =
        kind ? pgy_arena_printf(arena, "there is no key '%s' in [%s]", a->key, a->kind)
             : pgy_arena_printf(arena, "there is no section '%s'", a->kind);
    return near ? pgy_arena_printf(arena, "%s; did you mean %s%s%s?", what, kind ? a->kind : "",
                                   kind ? "." : "", near)
                : what;
}

int pgy_explain_text(const struct pgy_schema *schema, const char *what, struct pgy_buf *out)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_kind_def *kind;
    const struct pgy_key *key;
    if (!what || !*what) {
        all_sections(schema, arena, out);
        return out->err;
    }
    struct asked a = take_apart(arena, what);
    int err = find(schema, &a, &kind, &key);
    if (err)
        pgy_buf_printf(out, "%s\n", not_found(schema, &a, kind, arena));
    else if (key)
        one_key(kind, key, a.key, arena, out);
    else
        one_section(schema, kind, arena, out);
    return out->err ? out->err : err;
}

/* ---- JSON ---- */

static void put(json_t *object, const char *name, json_t *value)
{
    json_object_set_new(object, name, value);
}

static json_t *key_json(const struct pgy_key *key, struct pgy_arena *arena)
{
    json_t *o = json_object();
    put(o, "section", json_string(key->section));
    put(o, "key", json_string(key->name));
    put(o, "type", json_string(pgy_key_type_text(key, arena)));
    put(o, "required", json_boolean(key->flags & PGYD_KEY_REQUIRED));
    put(o, "main_file_only", json_boolean(key->flags & PGY_KEY_MAIN));
    put(o, "default", key->fallback ? json_string(key->fallback) : json_null());
    if (has_range(key)) {
        put(o, "min", json_integer(key->min));
        put(o, "max", json_integer(key->max));
    }
    put(o, "owner", json_string(key->owner ? key->owner : "pgyd"));
    put(o, "help", json_string(key->help));
    return o;
}

static json_t *section_json(const struct pgy_schema *schema, const struct pgy_kind_def *kind,
                            struct pgy_arena *arena)
{
    json_t *o = json_object(), *keys = json_array();
    put(o, "section", json_string(kind->name));
    put(o, "instances", json_boolean(kind->instances));
    put(o, "main_file_only", json_boolean(kind->main_only));
    put(o, "owner", json_string(kind->owner ? kind->owner : "pgyd"));
    put(o, "help", json_string(kind->help));
    for (size_t i = 0; i < schema->nkeys; i++) {
        if (strcmp(schema->keys[i].section, kind->name) == 0)
            json_array_append_new(keys, key_json(&schema->keys[i], arena));
    }
    put(o, "keys", keys);
    return o;
}

json_t *pgy_explain_json(const struct pgy_schema *schema, const char *what)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_kind_def *kind;
    const struct pgy_key *key;
    json_t *o = NULL;
    if (what && *what) {
        struct asked a = take_apart(arena, what);
        if (find(schema, &a, &kind, &key) == 0)
            return key ? key_json(key, arena) : section_json(schema, kind, arena);
        o = json_object();
        put(o, "error", json_string(not_found(schema, &a, kind, arena)));
        return o;
    }
    json_t *sections = json_array();
    for (size_t i = 0; i < schema->nkinds; i++)
        json_array_append_new(sections, section_json(schema, &schema->kinds[i], arena));
    o = json_object();
    put(o, "sections", sections);
    return o;
}
