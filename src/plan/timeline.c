/* SPDX-License-Identifier: BSD-2-Clause */
/* Builds a timeline in steps: merge, marks of the journal, first run, states. Its revisions are
 * revision.c's. Nothing in it is stored here. */
#include "plan/timeline.h"

#include "base/err.h"
#include "plan/batch.h"
#include "plan/rename.h"
#include "plan/stakes.h"
#include "plan/week.h"

#include <stdlib.h>
#include <string.h>

void pgy_timeline_free(struct pgy_timeline **timeline)
{
    if (!timeline || !*timeline)
        return;
    struct pgy_arena *arena = (*timeline)->arena;
    *timeline = NULL;
    pgy_arena_free(&arena);
}

/* The entries that speak of items: done, snooze and dismiss, not taken back, by subject and then in
 * the journal's order. */
struct marks {
    const struct pgy_happening **list;
    size_t n;
};

static int by_subject(const void *a, const void *b)
{
    const struct pgy_happening *const *x = a, *const *y = b;
    int c = strcmp((*x)->subject, (*y)->subject);
    return c ? c : (*x > *y) - (*x < *y); /* pointers into one array: its order */
}

static struct marks collect_marks(const struct pgy_journal *journal, struct pgy_arena *arena)
{
    struct marks marks = {.list = pgy_arena_array(arena, journal->n + 1, sizeof *marks.list)};
    for (size_t i = 0; i < journal->n; i++) {
        const struct pgy_happening *h = &journal->list[i];
        if (!h->reversed && (strcmp(h->kind, "done") == 0 || strcmp(h->kind, "snooze") == 0 ||
                             strcmp(h->kind, "dismiss") == 0))
            marks.list[marks.n++] = h;
    }
    qsort(marks.list, marks.n, sizeof *marks.list, by_subject);
    return marks;
}

/* The first mark about an id, or marks->n. */
static size_t find_mark(const struct marks *marks, const char *id)
{
    size_t low = 0, high = marks->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(marks->list[middle]->subject, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A deadline that was ahead when it was snoozed and now comes before the snooze ends (its date was
 * moved up) must not run out in silence. */
static bool outlasts(const struct pgy_item *item, pgy_day on, pgy_day until)
{
    return item->kind == PGYD_DEADLINE && on < item->end && until > item->end;
}

/* An alert that was done and came back with a later day is another one: done once is not done for
 * ever. */
static bool is_done(const struct pgy_item *item, pgy_day on)
{
    return item->kind != PGYD_ALERT || on >= item->start;
}

/* What the journal says of one item: the last done and the last snooze that were not taken back.
 * Dismissed with a day of its own it comes back once, when its rule moves that. */
static void apply_journal(struct pgy_item *item, const struct marks *marks)
{
    const char *dismissed = NULL;
    char by[PGY_DAY_TEXT];
    item->done_on = item->snoozed_until = PGY_NO_DAY;
    for (size_t i = find_mark(marks, item->id);
         i < marks->n && strcmp(marks->list[i]->subject, item->id) == 0; i++) {
        const struct pgy_happening *h = marks->list[i];
        pgy_day until;
        if (strcmp(h->kind, "done") == 0)
            item->done_on = is_done(item, h->on) ? h->on : PGY_NO_DAY;
        else if (strcmp(h->kind, "snooze") == 0 && pgy_civil_parse(h->event, &until) == 0)
            item->snoozed_until = outlasts(item, h->on, until) ? PGY_NO_DAY : until;
        else if (strcmp(h->kind, "dismiss") == 0) {
            item->dismissed = (dismissed && strcmp(dismissed, h->event) != 0) ||
                              strcmp(h->event, pgy_civil_text(item->by, by)) == 0 ||
                              item->dismissed;
            dismissed = dismissed ? dismissed : h->event;
        }
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int by_slug_then_day(const void *a, const void *b)
{
    const struct pgy_item *x = *(const struct pgy_item *const *)a,
                          *y = *(const struct pgy_item *const *)b;
    int c = strcmp(x->slug, y->slug);
    return c ? c : (x->start > y->start) - (x->start < y->start);
}

/* "2026", "2026-11", "2026-q3": a period, not a count of completions (architecture 7). */
static bool is_period(const char *occurrence)
{
    return strspn(occurrence, "0123456789") == 4 && (occurrence[4] == '\0' || occurrence[4] == '-');
}

/* Of what comes again and was past before pgyd was first run, only one occurrence can be caught up,
 * the last period or the open count: nobody is told of every quarter of five years they did not
 * know about. The ids to leave out, sorted; *n of them. */
static const char **bygone(const struct pgy_batch *batch, pgy_day started, struct pgy_arena *arena,
                           size_t *n)
{
    const struct pgy_item **past = pgy_arena_array(arena, batch->n + 1, sizeof *past);
    const char **ids = pgy_arena_array(arena, batch->n + 1, sizeof *ids);
    size_t count = 0;
    *n = 0;
    for (size_t i = 0; i < batch->n; i++) {
        if (batch->items[i].occurrence && batch->items[i].end < started)
            past[count++] = &batch->items[i];
    }
    qsort(past, count, sizeof *past, by_slug_then_day);
    for (size_t i = 0; i + 1 < count; i++) {
        if (strcmp(past[i]->slug, past[i + 1]->slug) == 0)
            ids[(*n)++] = past[i + !is_period(past[i]->occurrence)]->id;
    }
    qsort(ids, *n, sizeof *ids, by_text);
    return ids;
}

/* First run (architecture 8): what was past on the day pgyd was first run is caught up on; it keeps
 * its day and has no ladder. A window that had closed is only history. */
static void apply_first_run(struct pgy_item *item, pgy_day started)
{
    if (item->end >= started || item->state == PGY_CANCELLED)
        return;
    if (item->kind == PGYD_WINDOW || item->kind == PGYD_HABIT) {
        item->unpublished = true;
    } else if (item->kind != PGYD_ALERT) {
        item->catch_up = true;
    }
}

static const char *kept_detail(const struct pgy_item *item, const struct pgy_batch *batch,
                               struct pgy_arena *arena)
{
    return pgy_arena_printf(arena,
                            "%s%sNo longer planned by %s %s; kept until `pgyctl plugin accept %s`.",
                            item->detail ? item->detail : "", item->detail ? "\n" : "",
                            batch->plugin, batch->version, batch->plugin);
}

/* The first id it had: UIDs are made from it, so that a renamed item is no new event
 * (architecture 7). */
static const char *origin_of(const struct pgy_item *item, const struct pgy_schema *schema,
                             struct pgy_arena *arena)
{
    const char *first = pgy_id_first(schema, item->id, arena);
    return first == item->id ? NULL : first;
}

static int by_shown_id(const void *key, const void *element)
{
    return strcmp(key, ((const struct pgy_shown *)element)->id);
}

static pgy_day shown_on(const struct pgy_item *item, const struct pgy_shown_list *shown)
{
    if (!shown)
        return item->by;
    const struct pgy_shown *found =
        shown->n ? bsearch(item->id, shown->list, shown->n, sizeof *found, by_shown_id) : NULL;
    return found ? found->day : PGY_NO_DAY;
}

static void add_item(struct pgy_timeline *timeline, const struct pgy_timeline_input *input,
                     const struct marks *marks, const struct pgy_batch *batch,
                     const struct pgy_item *planned)
{
    struct pgy_item item = *planned;
    const struct pgy_declaration *plugin =
        input->schema ? pgy_schema_plugin(input->schema, item.plugin) : NULL;
    /* An older one still plans what has moved: its new plugin does so now. */
    if (pgy_id_moved(input->schema, item.id, timeline->arena))
        return;
    apply_journal(&item, marks);
    /* Also when no new batch has dropped it: its plugin may fail or rest for weeks. */
    if (item.state == PGY_CANCELLED &&
        (item.done_on != PGY_NO_DAY || input->today > item.cancelled_on + PGY_CANCELLED_DAYS))
        return;
    item.detail = item.kept ? kept_detail(&item, batch, timeline->arena) : item.detail;
    apply_first_run(&item, input->started);
    item.origin = origin_of(&item, input->schema, timeline->arena);
    item.discreet = pgy_declaration_discreet(plugin, item.kind);
    item.color = plugin ? plugin->color : NULL;
    item.severity = pgy_stakes_worst(item.stakes);
    item.shown = shown_on(&item, input->shown);
    pgy_item_judge(&item, input->today);
    pgy_item_revise(&item, input);
    struct pgy_item *to =
        pgy_arena_push(timeline->arena, &timeline->items, &timeline->n, &timeline->cap, sizeof *to);
    *to = item;
}

/* The timeline outlives the batches it was made from. */
static void own_texts(struct pgy_item *item, struct pgy_arena *arena)
{
    const char **texts[] = {&item->id,    &item->plugin,   &item->slug,   &item->occurrence,
                            &item->title, &item->detail,   &item->source, &item->done_log,
                            &item->zone,  &item->discreet, &item->about,  &item->next,
                            &item->why,   &item->color};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = pgy_arena_strdup(arena, *texts[i]);
    for (uint32_t i = 0; i < item->nrefs; i++)
        item->refs[i] = pgy_arena_strdup(arena, item->refs[i]);
}

static void settle(struct pgy_item *items, size_t n, struct pgy_arena *arena)
{
    for (size_t i = 0; i < n; i++)
        own_texts(&items[i], arena);
    if (n > 1)
        qsort(items, n, sizeof *items, pgy_item_compare);
}

static int by_id_then_place(const void *a, const void *b)
{
    const struct pgy_item *const *x = a, *const *y = b;
    int c = strcmp((*x)->id, (*y)->id);
    return c ? c : (*x > *y) - (*x < *y);
}

/* Where an id comes twice the first stands. */
static void drop_repeated(struct pgy_timeline *timeline)
{
    const struct pgy_item **order =
        pgy_arena_array(timeline->arena, timeline->n + 1, sizeof *order);
    bool *drop = pgy_arena_array(timeline->arena, timeline->n + 1, sizeof *drop);
    size_t kept = 0;
    for (size_t i = 0; i < timeline->n; i++)
        order[i] = &timeline->items[i];
    qsort(order, timeline->n, sizeof *order, by_id_then_place);
    for (size_t i = 1; i < timeline->n; i++)
        drop[order[i] - timeline->items] = strcmp(order[i]->id, order[i - 1]->id) == 0;
    for (size_t i = 0; i < timeline->n; i++) {
        if (!drop[i])
            timeline->items[kept++] = timeline->items[i];
    }
    timeline->n = kept;
}

/* pgyd's own event of the week. */
static void add_week(struct pgy_timeline *timeline, const struct pgy_timeline_input *input)
{
    struct pgy_item item;
    if (!pgy_week_make(timeline, timeline->arena, &item))
        return;
    item.discreet = pgy_declaration_discreet(NULL, item.kind);
    pgy_item_judge(&item, input->today);
    pgy_item_revise(&item, input);
    struct pgy_item *to =
        pgy_arena_push(timeline->arena, &timeline->items, &timeline->n, &timeline->cap, sizeof *to);
    *to = item;
}

static void add_spans(struct pgy_timeline *timeline, const struct pgy_timeline_input *input)
{
    const size_t n = input->nspans;
    timeline->spans = pgy_arena_array(timeline->arena, n + 1, sizeof *timeline->spans);
    timeline->nspans = n;
    for (size_t i = 0; i < n; i++) {
        struct pgy_item *span = &timeline->spans[i];
        *span = input->spans[i];
        pgy_item_judge(span, input->today);
        pgy_item_revise(span, input);
    }
}

/* For all items, and the week's, at once: they are large, and moving them costs more than reading.
 */
static void make_room(struct pgy_timeline *timeline, const struct pgy_timeline_input *input)
{
    timeline->cap = 1;
    for (size_t i = 0; i < input->nshares; i++)
        timeline->cap += input->shares[i].batch ? input->shares[i].batch->n : 0;
    timeline->items = pgy_arena_array(timeline->arena, timeline->cap, sizeof *timeline->items);
}

struct pgy_timeline *pgy_timeline_build(const struct pgy_timeline_input *input)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_timeline *timeline = pgy_arena_alloc(arena, sizeof *timeline);
    *timeline = (struct pgy_timeline){
        .arena = arena,
        .profile = pgy_arena_strdup(arena, input->profile),
        .zone = pgy_arena_strdup(arena, input->zone),
        .today = input->today,
        .started = input->started,
        .shown = input->shown != NULL,
    };
    struct marks marks = collect_marks(input->journal, arena);
    make_room(timeline, input);
    for (size_t i = 0; i < input->nshares; i++) {
        const struct pgy_batch *batch = input->shares[i].batch;
        size_t nbygone = 0;
        const char **ids = batch ? bygone(batch, input->started, arena, &nbygone) : NULL;
        for (size_t j = 0; batch && j < batch->n; j++) {
            if (!nbygone || !bsearch(&batch->items[j].id, ids, nbygone, sizeof *ids, by_text))
                add_item(timeline, input, &marks, batch, &batch->items[j]);
        }
    }
    drop_repeated(timeline);
    if (input->week)
        add_week(timeline, input);
    add_spans(timeline, input);
    settle(timeline->items, timeline->n, arena);
    settle(timeline->spans, timeline->nspans, arena);
    return timeline;
}

const struct pgy_item *pgy_timeline_find(const struct pgy_timeline *timeline, const char *id)
{
    for (size_t i = 0; i < timeline->n; i++) {
        if (strcmp(timeline->items[i].id, id) == 0)
            return &timeline->items[i];
    }
    return NULL;
}
