/* SPDX-License-Identifier: BSD-2-Clause */
/* What a message in the outbox tells of, read back from its payload: it moves to another place, was
 * not told in time, or part of it is over. */
#include "core/post/inside.h"

#include "base/str.h"

#include <jansson.h>

static const char *text(const json_t *object, const char *key, struct pgy_arena *arena)
{
    const char *value = json_string_value(json_object_get(object, key));
    return pgy_arena_strdup(arena, value ? value : "");
}

static struct pgy_due due_of(const struct pgy_outbox_row *row, const json_t *about,
                             struct pgy_arena *arena)
{
    struct pgy_due due = {
        .item = text(about, "id", arena),
        .target = text(about, "target", arena),
        .step = text(about, "step", arena),
        .at = row->created,
        .expires = row->expires,
        .severity = row->severity,
        .stakes = row->stakes,
        .plugin = text(about, "plugin", arena),
        .title = text(about, "title", arena),
        .detail = text(about, "detail", arena),
        .next = text(about, "next", arena),
        .discreet = text(about, "hint", arena),
    };
    (void)pgy_kind_parse(text(about, "kind", arena), &due.kind);
    (void)pgy_severity_parse(text(about, "severity", arena), &due.severity);
    (void)pgy_stakes_parse(text(about, "stakes", arena), &due.stakes);
    return due;
}

void core_post_told(const struct pgy_outbox_row *row, struct pgy_arena *arena,
                    struct core_told *told)
{
    json_t *payload = json_loads(row->payload, 0, NULL), *about;
    const json_t *items = json_object_get(payload, "items");
    size_t i;
    *told = (struct core_told){
        .list = pgy_arena_array(arena, json_array_size(items) + 1, sizeof *told->list),
        .whole = json_array_size(items) < PGY_DIGEST_PARTS};
    json_array_foreach(items, i, about)
    {
        told->list[told->n++] = due_of(row, about, arena);
    }
    if (*row->item)
        told->list[told->n++] = due_of(row, payload, arena);
    json_decref(payload);
}
