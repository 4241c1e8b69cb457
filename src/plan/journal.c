/* SPDX-License-Identifier: BSD-2-Clause */
#include "plan/journal.h"

#include "plan/item.h"

#include <stdlib.h>
#include <string.h>

static int by_date(const void *a, const void *b)
{
    const struct pgy_happening *x = a, *y = b;
    if (x->on != y->on)
        return x->on < y->on ? -1 : 1;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    int c = strcmp(x->kind, y->kind);
    if (c == 0)
        c = strcmp(x->subject, y->subject);
    return c ? c : strcmp(x->event, y->event);
}

/* A dated fact: `last = 2026-10-02` in [contact:alvarez] happened as "contact alvarez" on that day (DESIGN.md 5.2). */
static void add_fact(struct pgy_journal *journal, const struct pgy_section *section, const struct pgy_entry *entry)
{
    const char *blank = strchr(entry->key->journal, ' ');
    size_t len = blank ? (size_t)(blank - entry->key->journal) : strlen(entry->key->journal);
    struct pgy_happening *h = pgy_arena_push(journal->arena, &journal->list, &journal->n, &journal->cap, sizeof *h);
    *h = (struct pgy_happening){
        .on = entry->value.day,
        .kind = pgy_arena_strndup(journal->arena, entry->key->journal, len),
        .subject = pgy_arena_strdup(journal->arena, *section->id ? section->id : entry->name),
        .event = blank ? pgy_arena_strdup(journal->arena, blank + 1) : "",
    };
}

void pgy_journal_merge(struct pgy_journal *journal, const struct pgy_config *config)
{
    for (size_t i = 0; i < config->nsections; i++) {
        const struct pgy_section *section = &config->sections[i];
        for (size_t j = 0; j < section->nentries; j++) {
            const struct pgy_entry *entry = &section->entries[j];
            if (entry->valid && entry->key && entry->key->journal && entry->value.type == PGYD_DATE)
                add_fact(journal, section, entry);
        }
    }
    if (journal->n > 1)
        qsort(journal->list, journal->n, sizeof *journal->list, by_date);
}

pgy_day pgy_journal_started(const struct pgy_journal *journal)
{
    for (size_t i = 0; i < journal->n; i++) {
        if (strcmp(journal->list[i].kind, "started") == 0 && !journal->list[i].reversed)
            return journal->list[i].on;
    }
    return PGY_NO_DAY;
}

/* The id of an item of this plugin whose slug was renamed, by its new name; else the id itself. */
static const char *follow(struct pgy_arena *arena, const char *id, const char *plugin, const struct pgyd_rename *renames, size_t n)
{
    size_t len = strlen(plugin);
    if (strncmp(id, plugin, len) != 0 || id[len] != '/')
        return id;
    const char *slug = id + len + 1, *rest = slug + strcspn(slug, "@");
    const char *renamed = pgy_slug_renamed(renames, n, pgy_arena_strndup(arena, slug, (size_t)(rest - slug)));
    return renamed ? pgy_arena_printf(arena, "%s/%s%s", plugin, renamed, rest) : id;
}

void pgy_journal_rename(struct pgy_journal *journal, const char *plugin, const struct pgyd_rename *renames, size_t n)
{
    for (size_t i = 0; n > 0 && i < journal->n; i++) {
        struct pgy_happening *h = &journal->list[i];
        h->subject = follow(journal->arena, h->subject, plugin, renames, n);
        for (size_t a = 0; a < h->nargs; a++) {
            if (strcmp(h->keys[a], PGY_JOURNAL_ITEM) == 0)
                h->values[a] = follow(journal->arena, h->values[a], plugin, renames, n);
        }
    }
}
