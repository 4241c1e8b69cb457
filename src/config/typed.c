/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers and keys against the schema: names, ids, types, references, what is required. The forms
 * of values are value.c's. */
#include "config/typed.h"

#include "base/err.h"
#include "base/str.h"
#include "base/tz.h"
#include "config/value.h"

#include <stdlib.h>
#include <string.h>

struct typed {
    struct pgy_config *config;
    const struct pgy_schema *schema;
    struct pgy_arena *arena;
    struct pgy_problems *problems;
    struct pgy_reading reading;
    bool in_folder;
    size_t cap;
};

/* What stands in a section's header. */
struct head {
    const char *name; /* "contact:alvarez" */
    const char *kind, *id;
    const struct pgy_kind_def *def; /* NULL: nobody's */
    const char *owner;              /* of a section kept unchecked */
    bool unchecked, keep;           /* keep: it becomes a section of the configuration */
};

static void say(struct typed *t, bool error, uint32_t line, const char *section, const char *key,
                const char *remedy, const char *message)
{
    pgy_problem_add(t->problems, error, t->config->file, line,
                    section ? pgy_text_shown(t->arena, section) : NULL,
                    key ? pgy_text_shown(t->arena, key) : NULL, remedy, "%s", message);
}

/* Nobody reads more than PGY_PROBLEMS_MAX; what a suggestion costs is then saved. */
static bool crowded(const struct typed *t)
{
    return t->problems->n > PGY_PROBLEMS_MAX;
}

/* Whether a plugin that is not in force declares the section (and the key, unless NULL). */
static bool declares(const struct pgy_declaration *d, const char *kind, const char *key)
{
    size_t len = strlen(kind);
    for (size_t i = 0; i < d->nkeys; i++) {
        const struct pgy_key *k = &d->keys[i];
        size_t star = strlen(k->name);
        if (strncmp(k->section, kind, len) != 0 || (k->section[len] && k->section[len] != ':'))
            continue;
        if (!key || strcmp(k->name, key) == 0 ||
            ((k->flags & PGYD_KEY_MANY) && star > 0 && strncmp(k->name, key, star - 1) == 0))
            return true;
    }
    return false;
}

/* The plugin because of which an unknown name is no mistake: one that failed to load and may have
 * declared it, or one that is installed but not listed. */
static const struct pgy_declaration *excuse(const struct typed *t, const char *kind,
                                            const char *key)
{
    const struct pgy_declaration *maybe = NULL;
    for (size_t i = 0; i < t->schema->nplugins; i++) {
        const struct pgy_declaration *d = &t->schema->plugins[i];
        if (d->listed && !d->failed)
            continue;
        if (declares(d, kind, key))
            return d;
        if (d->listed && d->failed && d->nkeys == 0 && !maybe)
            maybe = d;
    }
    return maybe;
}

static void excused(struct typed *t, const struct pgy_declaration *d, uint32_t line,
                    const char *section, const char *key)
{
    if (d->listed)
        say(t, false, line, section, key, "it is checked again once the plugin loads",
            pgy_arena_printf(t->arena, "kept unchecked, because the plugin %s could not be loaded",
                             d->plugin));
    else
        say(t, false, line, section, key,
            pgy_arena_printf(t->arena, "add %s to [daemon] plugins to use it", d->plugin),
            pgy_arena_printf(t->arena, "this belongs to the plugin %s, which is not in use",
                             d->plugin));
}

static void unknown_section(struct typed *t, uint32_t line, const struct head *head)
{
    const char *near = NULL, *remedy = "`pgyctl explain` lists all sections";
    if (!crowded(t)) {
        const char **names = pgy_arena_array(t->arena, t->schema->nkinds, sizeof *names);
        for (size_t i = 0; i < t->schema->nkinds; i++)
            names[i] = t->schema->kinds[i].name;
        near = pgy_str_nearest(head->kind, names, t->schema->nkinds);
    }
    const struct pgy_kind_def *def = near ? pgy_schema_kind(t->schema, near) : NULL;
    if (def)
        remedy =
            pgy_arena_printf(t->arena, "did you mean [%s%s%s]?", near, def->instances ? ":" : "",
                             !def->instances ? ""
                             : *head->id     ? pgy_text_shown(t->arena, head->id)
                                             : "id");
    say(t, true, line, head->name, NULL, remedy, "there is no such section");
}

/* Checks the id after the colon against what the kind wants; false after reporting. */
static bool id_fits(struct typed *t, uint32_t line, const struct head *head, bool colon)
{
    const char *kind = head->kind;
    if (!head->def->instances && colon) {
        say(t, true, line, head->name, NULL, pgy_arena_printf(t->arena, "write [%s]", kind),
            "this section takes no id");
        return false;
    }
    if (head->def->instances && !*head->id) {
        say(t, true, line, head->name, NULL,
            pgy_arena_printf(t->arena, "write [%s:id] with a short id of your choice", kind),
            "this section needs an id");
        return false;
    }
    if (head->def->instances && !pgy_str_is_id(head->id)) {
        say(t, true, line, head->name, NULL, "an id is made of 1 to 24 of a-z, 0-9 and -",
            pgy_arena_printf(t->arena, "'%s' is not an id", pgy_text_shown(t->arena, head->id)));
        return false;
    }
    return true;
}

/* Reads a header; false: nothing below it is looked at. */
static bool read_head(struct typed *t, const struct pgy_ini_section *raw, struct head *head)
{
    const char *colon = strchr(raw->name, ':');
    *head = (struct head){.name = raw->name, .id = "", .keep = !raw->duplicate};
    head->kind =
        colon ? pgy_str_trim(pgy_arena_strndup(t->arena, raw->name, (size_t)(colon - raw->name)))
              : raw->name;
    if (colon)
        head->id = pgy_str_trim(pgy_arena_strdup(t->arena, colon + 1));
    head->def = pgy_schema_kind(t->schema, head->kind);
    if (!head->def) {
        const struct pgy_declaration *d = excuse(t, head->kind, NULL);
        if (d)
            excused(t, d, raw->line, head->name, NULL);
        else
            unknown_section(t, raw->line, head);
        head->unchecked = true;
        head->keep = head->keep && d;
        head->owner = d && d->nkeys ? d->plugin : NULL;
        return head->keep;
    }
    if (t->in_folder && head->def->main_only) {
        say(t, true, raw->line, head->name, NULL, "put it in the main file, pgyd.ini",
            "this section is not one person's");
        return false;
    }
    if (!raw->duplicate && !id_fits(t, raw->line, head, colon != NULL))
        head->keep = false;
    return true;
}

static void unknown_key(struct typed *t, uint32_t line, const struct head *head, const char *name)
{
    const char *near = NULL;
    size_t n = 0;
    if (!crowded(t)) {
        const char **names = pgy_arena_array(t->arena, t->schema->nkeys, sizeof *names);
        for (size_t i = 0; i < t->schema->nkeys; i++) {
            if (strcmp(t->schema->keys[i].section, head->kind) == 0)
                names[n++] = t->schema->keys[i].name;
        }
        near = pgy_str_nearest(name, names, n);
    }
    say(t, true, line, head->name, name,
        near ? pgy_arena_printf(t->arena, "did you mean %s?", near)
             : pgy_arena_printf(t->arena, "`pgyctl explain %s` lists the keys of this section",
                                head->kind),
        "there is no such key");
}

/* Reads one key of a section whose kind is known. */
static void read_entry(struct typed *t, const struct head *head, struct pgy_entry *e)
{
    e->key = pgy_schema_key(t->schema, head->kind, e->name);
    if (!e->key) {
        const struct pgy_declaration *d =
            head->def->owner || !head->def->main_only ? excuse(t, head->kind, e->name) : NULL;
        /* a plugin that failed may have added keys to others' sections, not to the core's */
        if (d && (head->def->owner || declares(d, head->kind, e->name)))
            excused(t, d, e->line, head->name, e->name);
        else
            unknown_key(t, e->line, head, e->name);
        return;
    }
    if (t->in_folder && (e->key->flags & PGY_KEY_MAIN)) {
        say(t, true, e->line, head->name, e->name, "leave it to the main file, pgyd.ini",
            "this key is not for one person's file");
        return;
    }
    t->reading.terse = crowded(t);
    e->valid = pgy_value_read(&t->reading, e->key, e->raw, &e->value) == 0;
    if (t->reading.problem)
        say(t, !e->valid, e->line, head->name, e->name, t->reading.remedy, t->reading.problem);
}

/* Keys that must be there and are not: reported at the header, the only line there is. */
static void require(struct typed *t, const struct head *head, const struct pgy_section *section)
{
    for (size_t i = 0; i < t->schema->nkeys; i++) {
        const struct pgy_key *key = &t->schema->keys[i];
        bool found = !(key->flags & PGYD_KEY_REQUIRED) || strcmp(key->section, head->kind) != 0;
        for (size_t k = 0; k < section->nentries && !found; k++)
            found = section->entries[k].key == key;
        if (!found)
            say(t, true, section->line, head->name, key->name,
                pgy_arena_printf(t->arena, "add `%s = %s`", key->name,
                                 pgy_key_type_text(key, t->arena)),
                "this key is missing");
    }
}

static void read_section(struct typed *t, const struct pgy_ini_section *raw)
{
    struct head head;
    struct pgy_section section = {0};
    if (raw->bad || !read_head(t, raw, &head))
        return;
    section =
        (struct pgy_section){.kind = head.kind,
                             .id = head.id,
                             .line = raw->line,
                             .owner = head.def ? head.def->owner : head.owner,
                             .entries = pgy_arena_array(t->arena, raw->n, sizeof *section.entries)};
    for (size_t i = 0; i < raw->n; i++) {
        if (raw->entries[i].duplicate)
            continue;
        struct pgy_entry *e = &section.entries[section.nentries++];
        *e = (struct pgy_entry){.name = raw->entries[i].name,
                                .raw = raw->entries[i].value,
                                .line = raw->entries[i].line};
        if (!head.unchecked)
            read_entry(t, &head, e);
    }
    if (!head.keep)
        return;
    if (!head.unchecked)
        require(t, &head, &section);
    *(struct pgy_section *)pgy_arena_push(t->arena, &t->config->sections, &t->config->nsections,
                                          &t->cap, sizeof section) = section;
}

/* A reference to an id nobody defined. */
static void resolve(struct typed *t, const struct pgy_section *section, struct pgy_entry *e)
{
    const char *kind = e->key->choices;
    if (pgy_config_section(t->config, kind, e->value.text))
        return;
    const char **ids = pgy_arena_array(t->arena, t->config->nsections, sizeof *ids), *near;
    size_t n = 0;
    for (size_t i = 0; i < t->config->nsections && !crowded(t); i++) {
        if (strcmp(t->config->sections[i].kind, kind) == 0)
            ids[n++] = t->config->sections[i].id;
    }
    near = pgy_str_nearest(e->value.text, ids, n);
    e->valid = false;
    say(t, true, e->line,
        *section->id ? pgy_arena_printf(t->arena, "%s:%s", section->kind, section->id)
                     : section->kind,
        e->name,
        near ? pgy_arena_printf(t->arena, "did you mean %s?", near)
             : pgy_arena_printf(t->arena, "add a section [%s:%s]", kind, e->value.text),
        pgy_arena_printf(t->arena, "there is no [%s:%s]", kind, e->value.text));
}

/* The person's zone must be known before any `when` is read, wherever [person] stands. */
static const char *persons_zone(struct pgy_arena *arena, const struct pgy_ini *ini)
{
    for (size_t i = 0; i < ini->n; i++) {
        const struct pgy_ini_section *s = &ini->sections[i];
        for (size_t k = 0; k < s->n && strcmp(s->name, "person") == 0; k++) {
            struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
            if (strcmp(s->entries[k].name, "timezone") == 0 &&
                pgy_tz_load(s->entries[k].value, &tz) == 0)
                return pgy_arena_strdup(arena, s->entries[k].value);
        }
    }
    return "UTC";
}

static const char *folder_of(struct pgy_arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/');
    if (!slash)
        return ".";
    return pgy_arena_strndup(arena, file, slash == file ? 1 : (size_t)(slash - file));
}

static int by_id(const void *a, const void *b)
{
    const struct pgy_section *const *x = a, *const *y = b;
    int order = strcmp((*x)->id, (*y)->id);
    order = order ? order : strcmp((*x)->kind, (*y)->kind);
    /* pointers into one array: the first stays first */
    return order ? order : (*x > *y) - (*x < *y);
}

static void sort_sections(struct pgy_config *config)
{
    const struct pgy_section **list =
        pgy_arena_array(config->arena, config->nsections + 1, sizeof *list);
    for (size_t i = 0; i < config->nsections; i++)
        list[i] = &config->sections[i];
    qsort(list, config->nsections, sizeof *list, by_id);
    config->by_id = list;
}

void pgy_typed_sections(struct pgy_config *config, const struct pgy_ini *ini, bool in_folder,
                        struct pgy_problems *problems)
{
    struct typed t = {
        .config = config,
        .schema = config->schema,
        .arena = config->arena,
        .problems = problems,
        .in_folder = in_folder,
        .reading = {.arena = config->arena,
                    .zone = persons_zone(config->arena, ini),
                    .folder = folder_of(config->arena, config->file),
                    .in_folder = in_folder},
    };
    for (size_t i = 0; i < ini->n; i++)
        read_section(&t, &ini->sections[i]);
    sort_sections(config);
    for (size_t i = 0; i < config->nsections; i++) {
        for (size_t k = 0; k < config->sections[i].nentries; k++) {
            struct pgy_entry *e = &config->sections[i].entries[k];
            if (e->valid && e->key && e->key->type == PGYD_REF)
                resolve(&t, &config->sections[i], e);
        }
    }
}

void pgy_typed_defaults(struct pgy_config *config)
{
    const struct pgy_schema *schema = config->schema;
    struct pgy_value *defaults = pgy_arena_array(config->arena, schema->nkeys, sizeof *defaults);
    const struct pgy_section *person = pgy_config_section(config, "person", "");
    struct pgy_reading reading = {
        .arena = config->arena, .zone = "UTC", .folder = folder_of(config->arena, config->file)};
    for (size_t i = 0; person && i < person->nentries; i++) {
        if (person->entries[i].valid && strcmp(person->entries[i].name, "timezone") == 0)
            reading.zone = person->entries[i].value.text;
    }
    for (size_t i = 0; i < schema->nkeys; i++) {
        const struct pgy_key *key = &schema->keys[i];
        if (key->fallback && !(key->flags & PGYD_KEY_MANY) &&
            pgy_value_read(&reading, key, key->fallback, &defaults[i]) == 0)
            defaults[i].is_default = true;
    }
    config->defaults = defaults;
}
