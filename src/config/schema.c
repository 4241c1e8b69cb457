/* SPDX-License-Identifier: BSD-2-Clause */
/* Builds the table that all read from the core's keys and the plugins' declarations, and refuses
 * what clashes. */
#include "config/schema.h"

#include "base/str.h"
#include "config/keys.h"
#include "config/problems.h"
#include "config/value.h"

#include <string.h>

/* Declarations come from plugins; nobody needs more. */
enum { KINDS_MAX = 500, KEYS_MAX = 5000 };

struct build {
    struct pgy_arena *arena;
    struct pgy_kind_def *kinds;
    struct pgy_key *keys;
    size_t nkinds, kinds_cap, nkeys, keys_cap;
    const char *file;
    struct pgy_problems *problems;
};

/* "contact:" and "contact" as "contact". */
static const char *kind_name(struct pgy_arena *arena, const char *section)
{
    return pgy_arena_strndup(arena, section, strcspn(section, ":"));
}

static void refuse(struct build *b, const struct pgy_key *key, const char *why)
{
    pgy_problem_add(b->problems, true, b->file, 0, key->section, key->name,
                    pgy_arena_printf(b->arena,
                                     "mend the plugin %s, or take it out of [daemon] plugins",
                                     key->owner),
                    "%s", why);
}

static const struct pgy_kind_def *find_kind(const struct build *b, const char *name)
{
    for (size_t i = 0; i < b->nkinds; i++) {
        if (strcmp(b->kinds[i].name, name) == 0)
            return &b->kinds[i];
    }
    return NULL;
}

static const struct pgy_key *find_key(const struct build *b, const char *section, const char *name)
{
    for (size_t i = 0; i < b->nkeys; i++) {
        if (strcmp(b->keys[i].section, section) == 0 && strcmp(b->keys[i].name, name) == 0)
            return &b->keys[i];
    }
    return NULL;
}

static const char *owner_name(const char *owner)
{
    return owner ? owner : "pgyd itself";
}

/* The daemon's own affairs: workers never see these sections (architecture 6), so no plugin adds to
 * them. */
static bool closed(const char *kind)
{
    static const char *const names[] = {"daemon", "serve", "notify", "oncall"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], kind) == 0)
            return true;
    }
    return false;
}

/* Why a declared key cannot be used; NULL: it can. */
static const char *flaw(struct build *b, const struct pgy_key *key, const char *kind)
{
    size_t len = strlen(kind), all = strlen(key->section);
    bool many = key->flags & PGYD_KEY_MANY,
         star = *key->name && key->name[strlen(key->name) - 1] == '*';
    if (!pgy_str_made_of(kind, SIZE_MAX, PGY_SMALL PGY_DIGITS "_") || all > len + 1)
        return "the section's name is not made of a-z, 0-9 and _, with a colon at its end when it "
               "has instances";
    if (!pgy_str_made_of(key->name, SIZE_MAX, PGY_SMALL PGY_DIGITS "_*") || many != star)
        return "the key's name is not made of a-z, 0-9 and _, or a * stands where it must not";
    if (key->type < PGYD_TEXT || key->type > PGYD_PATH)
        return "the key's type is unknown to this pgyd";
    if (key->flags & ~(PGYD_KEY_REQUIRED | PGYD_KEY_MANY | PGY_KEY_HOST))
        return "the key has flags unknown to this pgyd";
    if ((key->type == PGYD_ENUM || key->type == PGYD_REF) && (!key->choices || !*key->choices))
        return "the key has no choices";
    if (closed(kind))
        return "no plugin may add keys to this section";
    if (b->nkinds >= KINDS_MAX || b->nkeys >= KEYS_MAX)
        return "the plugins declare too many sections and keys";
    return NULL;
}

/* A default must be readable as what it is the default of. */
static bool fallback_reads(struct build *b, const struct pgy_key *key)
{
    struct pgy_reading reading = {.arena = b->arena, .zone = "UTC", .folder = "."};
    struct pgy_value value;
    return !key->fallback || pgy_value_read(&reading, key, key->fallback, &value) == 0;
}

/* Adds the section of a key that somebody declares; false after saying why not. */
static bool add_kind(struct build *b, const struct pgy_declaration *d, const struct pgy_key *key,
                     const char *kind)
{
    bool instances = strchr(key->section, ':') != NULL;
    const struct pgy_kind_def *known = find_kind(b, kind);
    if (known && known->instances == instances)
        return true;
    if (known) {
        refuse(b, key,
               pgy_arena_printf(b->arena, "%s declares [%s%s], %s declares [%s%s]", d->plugin, kind,
                                instances ? ":id" : "", owner_name(known->owner), kind,
                                known->instances ? ":id" : ""));
        return false;
    }
    struct pgy_kind_def *def =
        pgy_arena_push(b->arena, &b->kinds, &b->nkinds, &b->kinds_cap, sizeof *def);
    *def = (struct pgy_kind_def){
        .name = kind,
        .instances = instances,
        .owner = d->plugin,
        .help = pgy_arena_printf(b->arena, "Read by %s: %s.", d->plugin, d->summary)};
    return true;
}

static void add_key(struct build *b, const struct pgy_declaration *d,
                    const struct pgy_key *declared)
{
    struct pgy_key key = *declared;
    const char *kind = kind_name(b->arena, key.section), *why = flaw(b, declared, kind);
    if (why) {
        refuse(b, declared, why);
        return;
    }
    if (!add_kind(b, d, declared, kind))
        return;
    key.section = kind;
    key.flags = (key.flags & ~PGY_KEY_HOST) | pgy_keys_host_flags(kind, key.name);
    const struct pgy_key *first = find_key(b, kind, key.name);
    if (first && (first->type != key.type || !pgy_streq(first->choices, key.choices)))
        refuse(b, &key,
               pgy_arena_printf(b->arena, "%s declares it as %s, %s as %s",
                                owner_name(first->owner), pgy_key_type_text(first, b->arena),
                                d->plugin, pgy_key_type_text(&key, b->arena)));
    if (first)
        return;
    if (!fallback_reads(b, &key)) {
        refuse(b, &key,
               pgy_arena_printf(b->arena, "its default '%s' is not a value of its type",
                                key.fallback));
        key.fallback = NULL;
    }
    *(struct pgy_key *)pgy_arena_push(b->arena, &b->keys, &b->nkeys, &b->keys_cap, sizeof key) =
        key;
}

static void add_core(struct build *b)
{
    size_t nkinds, nkeys;
    const struct pgy_kind_def *kinds = pgy_keys_kinds(&nkinds);
    const struct pgy_key *keys = pgy_keys_core(&nkeys);
    for (size_t i = 0; i < nkinds; i++)
        *(struct pgy_kind_def *)pgy_arena_push(b->arena, &b->kinds, &b->nkinds, &b->kinds_cap,
                                               sizeof *kinds) = kinds[i];
    for (size_t i = 0; i < nkeys; i++)
        *(struct pgy_key *)pgy_arena_push(b->arena, &b->keys, &b->nkeys, &b->keys_cap,
                                          sizeof *keys) = keys[i];
}

struct pgy_schema *pgy_schema_new(const struct pgy_declaration *declarations, size_t n,
                                  const char *file, struct pgy_problems *problems)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_schema *schema = pgy_arena_alloc(arena, sizeof *schema);
    struct pgy_declaration *plugins = pgy_arena_array(arena, n, sizeof *plugins);
    struct build b = {.arena = arena, .file = file, .problems = problems};
    size_t at = 0;
    add_core(&b);
    for (int listed = 1; listed >= 0; listed--) {
        for (size_t i = 0; i < n; i++) {
            if (declarations[i].listed != (listed == 1))
                continue;
            struct pgy_declaration *d = &plugins[at++];
            pgy_declaration_copy(arena, d, &declarations[i]);
            for (size_t k = 0; k < d->nkeys && d->listed && !d->failed; k++)
                add_key(&b, d, &d->keys[k]);
        }
    }
    *schema = (struct pgy_schema){.arena = arena,
                                  .kinds = b.kinds,
                                  .nkinds = b.nkinds,
                                  .keys = b.keys,
                                  .nkeys = b.nkeys,
                                  .plugins = plugins,
                                  .nplugins = n};
    return schema;
}

struct pgy_schema *pgy_schema_core(void)
{
    return pgy_schema_new(NULL, 0, NULL, NULL);
}

void pgy_schema_free(struct pgy_schema **schema)
{
    if (!schema || !*schema)
        return;
    struct pgy_arena *arena = (*schema)->arena;
    *schema = NULL;
    pgy_arena_free(&arena);
}

const struct pgy_kind_def *pgy_schema_kind(const struct pgy_schema *schema, const char *kind)
{
    for (size_t i = 0; i < schema->nkinds; i++) {
        if (strcmp(schema->kinds[i].name, kind) == 0)
            return &schema->kinds[i];
    }
    return NULL;
}

/* Whether a key's name is a pattern (rate_*, *) that a name fits, with something in the star's
 * place. */
static bool fits(const struct pgy_key *key, const char *name)
{
    size_t len = strlen(key->name) - 1;
    return (key->flags & PGYD_KEY_MANY) && strncmp(key->name, name, len) == 0 && name[len] &&
           pgy_str_is_word(name);
}

const struct pgy_key *pgy_schema_key(const struct pgy_schema *schema, const char *section,
                                     const char *name)
{
    const struct pgy_key *pattern = NULL;
    for (size_t i = 0; i < schema->nkeys; i++) {
        const struct pgy_key *key = &schema->keys[i];
        if (strcmp(key->section, section) != 0)
            continue;
        if (strcmp(key->name, name) == 0)
            return key;
        if (!pattern && fits(key, name))
            pattern = key;
    }
    return pattern;
}

const struct pgy_declaration *pgy_schema_plugin(const struct pgy_schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->nplugins; i++) {
        if (strcmp(schema->plugins[i].plugin, name) == 0)
            return &schema->plugins[i];
    }
    return NULL;
}

const char *pgy_key_type_text(const struct pgy_key *key, struct pgy_arena *arena)
{
    static const char *const names[] = {
        [PGYD_TEXT] = "text", [PGYD_WORD] = "word", [PGYD_DATE] = "date", [PGYD_WHEN] = "when",
        [PGYD_DUR] = "dur",   [PGYD_USD] = "usd",   [PGYD_INT] = "int",   [PGYD_NUM] = "num",
        [PGYD_YN] = "yes|no", [PGYD_REF] = "ref",   [PGYD_LIST] = "list", [PGYD_TEXTS] = "texts",
        [PGYD_ENUM] = "enum", [PGYD_URL] = "url",   [PGYD_PAIR] = "pair", [PGYD_PATH] = "path",
    };
    static const struct {
        uint32_t flag;
        const char *name;
    } forms[] = {
        {PGY_KEY_ZONE, "IANA zone"},
        {PGY_KEY_STATE, "two letters"},
        {PGY_KEY_LISTEN, "addr:port or unix:path"},
        {PGY_KEY_REGEX, "regular expression"},
        {PGY_KEY_MINUTES, "HH:MM"},
        {PGY_KEY_HOURS, "HH:MM-HH:MM"},
        {PGY_KEY_GLOB, "glob"},
        {PGY_KEY_NAMES, "list of plugins"},
        {PGY_KEY_PATHS, "list of paths"},
        {PGY_KEY_CIDRS, "list of CIDR"},
        {PGY_KEY_ID, "id"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (key->flags & forms[i].flag)
            return forms[i].name;
    }
    if (key->type == 0 || key->type >= sizeof names / sizeof names[0])
        return "unknown";
    if (key->type == PGYD_ENUM)
        return key->choices;
    if (key->type == PGYD_REF)
        return pgy_arena_printf(arena, "ref:%s", key->choices);
    if (key->type == PGYD_LIST && key->choices)
        return pgy_arena_printf(arena, "list of %s", key->choices);
    return names[key->type];
}
