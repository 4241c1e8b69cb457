/* SPDX-License-Identifier: BSD-2-Clause */
/* Merges two batches by id, follows renames, and turns batches into bytes. What was done with an
 * item is the timeline's. */
#include "plan/batch.h"

#include "base/err.h"
#include "plan/rename.h"

#include <stdlib.h>
#include <string.h>

enum { FRAME_NOTE = 1, FRAME_ITEM = 2 };

static int by_id(const void *a, const void *b)
{
    const struct pgy_item *const *x = a, *const *y = b;
    int c = strcmp((*x)->id, (*y)->id);
    /* pointers into one array: the first of a repeated id stays first */
    return c ? c : (*x > *y) - (*x < *y);
}

/* Pointers to a batch's items sorted by id. */
static const struct pgy_item **sorted(const struct pgy_batch *batch, struct pgy_arena *arena)
{
    const struct pgy_item **list = pgy_arena_array(arena, batch->n + 1, sizeof *list);
    for (size_t i = 0; i < batch->n; i++)
        list[i] = &batch->items[i];
    qsort(list, batch->n, sizeof *list, by_id);
    return list;
}

static struct pgy_item *push(struct pgy_batch *batch, const struct pgy_item *item)
{
    struct pgy_item *to =
        pgy_arena_push(batch->arena, &batch->items, &batch->n, &batch->cap, sizeof *to);
    *to = *item;
    return to;
}

static int by_harm(const void *a, const void *b)
{
    const struct pgy_item *const *x = a, *const *y = b;
    return (*x)->by != (*y)->by ? ((*x)->by < (*y)->by ? -1 : 1) : strcmp((*x)->id, (*y)->id);
}

size_t pgy_batch_tame(struct pgy_batch *batch, pgy_day today)
{
    struct pgy_item **fatal = pgy_arena_array(batch->arena, batch->n + 1, sizeof *fatal);
    size_t n = 0;
    for (size_t i = 0; i < batch->n; i++) {
        if (batch->items[i].stakes == PGYD_FATAL && batch->items[i].by >= today)
            fatal[n++] = &batch->items[i];
    }
    if (n <= PGY_BATCH_FATAL)
        return 0;
    qsort(fatal, n, sizeof *fatal, by_harm);
    for (size_t i = PGY_BATCH_FATAL; i < n; i++)
        fatal[i]->stakes = PGYD_COSTLY;
    return n - PGY_BATCH_FATAL;
}

static bool stays(const struct pgy_item *item, pgy_day today)
{
    return (item->kind == PGYD_MILESTONE || item->kind == PGYD_WINDOW ||
            item->kind == PGYD_DEADLINE) &&
           item->end >= today;
}

/* An item of the last batch that the new one does not have. */
static void missing(struct pgy_batch *merged, const struct pgy_item *item, bool inputs_changed,
                    pgy_day today)
{
    if (item->state == PGY_CANCELLED) {
        if (today <= item->cancelled_on + PGY_CANCELLED_DAYS)
            push(merged, item);
        return;
    }
    if (!stays(item, today))
        return;
    struct pgy_item *copy = push(merged, item);
    copy->kept = !inputs_changed;
    if (inputs_changed) {
        copy->state = PGY_CANCELLED;
        copy->cancelled_on = today;
    }
}

void pgy_batch_merge(const struct pgy_batch *now, const struct pgy_batch *last, bool inputs_changed,
                     pgy_day today, struct pgy_arena *arena, struct pgy_batch *merged)
{
    const struct pgy_batch *base = now ? now : last;
    *merged = (struct pgy_batch){
        .arena = arena, .plugin = base ? base->plugin : "", .version = base ? base->version : ""};
    if (!base)
        return;
    const struct pgy_item **ours = sorted(base, arena);
    merged->cap = base->n + (now && last ? last->n : 0);
    merged->items = pgy_arena_array(arena, merged->cap, sizeof *merged->items);
    for (size_t i = 0; i < base->n; i++) {
        if (i == 0 || strcmp(ours[i]->id, ours[i - 1]->id) != 0)
            push(merged, ours[i]);
    }
    if (!now || !last)
        return;
    const struct pgy_item **before = sorted(last, arena);
    for (size_t i = 0, j = 0; i < last->n; i++) {
        while (j < now->n && strcmp(ours[j]->id, before[i]->id) < 0)
            j++;
        if (j == now->n || strcmp(ours[j]->id, before[i]->id) != 0)
            missing(merged, before[i], inputs_changed, today);
    }
}

/* The item by another id. */
static void call(struct pgy_item *item, const char *id, struct pgy_arena *arena)
{
    size_t plugin = pgy_item_id_plugin(id), rule = pgy_item_id_rule(id);
    item->id = id;
    item->plugin = pgy_arena_strndup(arena, id, plugin);
    item->slug = pgy_arena_strndup(arena, id + plugin + 1, rule - plugin - 1);
}

void pgy_batch_rename(struct pgy_batch *batch, const struct pgy_schema *schema,
                      struct pgy_batch *gone)
{
    size_t kept = 0;
    *gone = (struct pgy_batch){.arena = batch->arena};
    for (size_t i = 0; i < batch->n; i++) {
        struct pgy_item item = batch->items[i];
        const char *id = pgy_id_today(schema, item.id, batch->arena);
        if (strcmp(id, item.id) != 0)
            call(&item, id, batch->arena);
        if (strcmp(item.plugin, batch->plugin) == 0)
            batch->items[kept++] = item;
        else
            push(gone, &item);
    }
    batch->n = kept;
}

static bool has(const struct pgy_batch *batch, const char *id)
{
    size_t i = 0;
    while (i < batch->n && strcmp(batch->items[i].id, id) != 0)
        i++;
    return i < batch->n;
}

void pgy_batch_take(struct pgy_batch *batch, const struct pgy_batch *gone)
{
    for (size_t i = 0; i < gone->n; i++) {
        const struct pgy_item *item = &gone->items[i];
        if (strcmp(item->plugin, batch->plugin) == 0 && !has(batch, item->id))
            push(batch, item);
    }
}

int pgy_batch_write(const struct pgy_batch *batch, struct pgy_buf *out)
{
    for (size_t i = 0; i < batch->n; i++) {
        const struct pgy_item *item = &batch->items[i];
        if (item->kept || item->state == PGY_CANCELLED) {
            size_t mark = pgy_frame_begin(out, FRAME_NOTE);
            pgy_put_u8(out, item->kept);
            pgy_put_i64(out, item->state == PGY_CANCELLED ? item->cancelled_on : PGY_NO_DAY);
            pgy_frame_end(out, mark);
        }
        pgy_item_put(out, FRAME_ITEM, item);
    }
    return out->err;
}

/* A note speaks of the item that follows it. */
static int read_note(struct pgy_frame *frame, struct pgy_item *note)
{
    note->kept = pgy_get_u8(frame) != 0;
    int64_t day = pgy_get_i64(frame);
    if (day != PGY_NO_DAY && (day < PGY_DAY_MIN || day > PGY_DAY_MAX))
        return PGY_EPARSE;
    if (day != PGY_NO_DAY) {
        note->state = PGY_CANCELLED;
        note->cancelled_on = (pgy_day)day;
    }
    return pgy_frame_done(frame);
}

int pgy_batch_read(const char *plugin, const char *version, const void *bytes, size_t len,
                   struct pgy_arena *arena, struct pgy_batch *batch)
{
    struct pgy_batch read = {.arena = arena, .plugin = plugin, .version = version};
    const struct pgy_item blank = {.state = PGY_FUTURE, .cancelled_on = PGY_NO_DAY};
    struct pgy_item note = blank;
    const char *p = bytes;
    while (len > 0) {
        struct pgy_frame frame;
        size_t used;
        if (pgy_frame_cut(p, len, PGY_FRAME_MAX, &frame, &used) != 0)
            return PGY_ECORRUPT;
        p += used;
        len -= used;
        if (frame.type == FRAME_NOTE) {
            if (read_note(&frame, &note) != 0)
                return PGY_ECORRUPT;
            continue;
        }
        struct pgy_item item;
        if (frame.type != FRAME_ITEM || pgy_item_get(&frame, plugin, arena, &item, NULL) != 0)
            return PGY_ECORRUPT;
        item.kept = note.kept;
        item.state = note.state;
        item.cancelled_on = note.cancelled_on;
        push(&read, &item);
        note = blank;
    }
    *batch = read;
    return 0;
}
