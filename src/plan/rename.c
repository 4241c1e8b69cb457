/* SPDX-License-Identifier: BSD-2-Clause */
/* Follows an id along the declared renames, forth to today and back to its first. A declaration
 * holds both ends of a rename as ids, as answer.c took them. */
#include "plan/rename.h"

#include "base/str.h"
#include "plan/item.h"

#include <string.h>

enum { PLUGIN_MAX = 64 };

const char *pgy_rename_id(const char *plugin, const char *name, struct pgy_arena *arena)
{
    size_t len = pgy_item_id_plugin(name);
    if (!name[len])
        return pgy_slug_ok(name) ? pgy_item_id(plugin, name, NULL, arena) : NULL;
    const char *old = pgy_arena_strndup(arena, name, len);
    return pgy_str_made_of(old, PLUGIN_MAX, PGY_SMALL PGY_DIGITS "_-") &&
                   pgy_slug_ok(name + len + 1)
               ? name
               : NULL;
}

static bool is_rule(const char *rule, const char *id, size_t len)
{
    return strncmp(rule, id, len) == 0 && rule[len] == '\0';
}

/* Where the first rename of "plugin/slug" leads, or, back, where the first that leads to it begins;
 * NULL: there is none. */
static const char *step(const struct pgy_schema *schema, const char *id, size_t len, bool back)
{
    for (size_t i = 0; i < schema->nplugins; i++) {
        const struct pgy_declaration *plugin = &schema->plugins[i];
        for (size_t j = 0; plugin->listed && j < plugin->nrenames; j++) {
            const struct pgyd_rename *r = &plugin->renames[j];
            if (is_rule(back ? r->to : r->from, id, len))
                return back ? r->from : r->to;
        }
    }
    return NULL;
}

static size_t count(const struct pgy_schema *schema)
{
    size_t n = 0;
    for (size_t i = 0; i < schema->nplugins; i++)
        n += schema->plugins[i].nrenames;
    return n;
}

/* The name of "plugin/slug" at the end of its chain, which is at most as long as there are renames:
 * one that is longer is a circle. NULL: it has no other name. */
static const char *end_of_chain(const struct pgy_schema *schema, const char *id, size_t len,
                                bool back)
{
    const char *first = step(schema, id, len, back), *last = first;
    for (size_t hops = count(schema); last; hops--) {
        const char *next = step(schema, last, strlen(last), back);
        if (!next)
            return last;
        if (hops == 0)
            return back ? NULL : first;
        last = next;
    }
    return NULL;
}

static const char *follow(const struct pgy_schema *schema, const char *id, bool back,
                          struct pgy_arena *arena)
{
    size_t len = pgy_item_id_rule(id);
    const char *rule = schema ? end_of_chain(schema, id, len, back) : NULL;
    return rule ? pgy_arena_printf(arena, "%s%s", rule, id + len) : id;
}

const char *pgy_id_today(const struct pgy_schema *schema, const char *id, struct pgy_arena *arena)
{
    return follow(schema, id, false, arena);
}

const char *pgy_id_first(const struct pgy_schema *schema, const char *id, struct pgy_arena *arena)
{
    return follow(schema, id, true, arena);
}

bool pgy_id_moved(const struct pgy_schema *schema, const char *id, struct pgy_arena *arena)
{
    /* with the slash: "p" is not "pp" */
    return strncmp(pgy_id_today(schema, id, arena), id, pgy_item_id_plugin(id) + 1) != 0;
}
