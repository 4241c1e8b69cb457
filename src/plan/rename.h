/* SPDX-License-Identifier: BSD-2-Clause */
/* What an item is called today and what it was called at first, by the renames that the listed
 * plugins declare: of a slug of their own, or of an item that came to them from another plugin. One
 * that is not listed renames nothing. Pure. */
#ifndef PGY_PLAN_RENAME_H
#define PGY_PLAN_RENAME_H

#include "base/arena.h"
#include "config/schema.h"

#include <stdbool.h>

/* The id of today: renames are followed one after another, as far as they lead; in a circle of them
 * one step. The id itself when it was not renamed, or is none. schema NULL: nothing was. */
const char *pgy_id_today(const struct pgy_schema *schema, const char *id, struct pgy_arena *arena);
/* The id it had at first: renames are followed back; in a circle of them the id itself. */
const char *pgy_id_first(const struct pgy_schema *schema, const char *id, struct pgy_arena *arena);
/* Whether the item has moved to another plugin. */
bool pgy_id_moved(const struct pgy_schema *schema, const char *id, struct pgy_arena *arena);

/* The name of a declaration as an id: "slug" becomes "plugin/slug" of the plugin that declares it,
 * "other/slug" stays. NULL when it is neither. */
const char *pgy_rename_id(const char *plugin, const char *name, struct pgy_arena *arena);

#endif
