/* SPDX-License-Identifier: BSD-2-Clause */
#include "plan/journal.h"

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

/* Whether subject is plugin/slug or plugin/slug@n; *rest is what follows the slug. */
static bool names_slug(const char *subject, const char *plugin, const char *slug, const char **rest)
{
    size_t lp = strlen(plugin), ls = strlen(slug);
    if (strncmp(subject, plugin, lp) != 0 || subject[lp] != '/' || strncmp(subject + lp + 1, slug, ls) != 0)
        return false;
    *rest = subject + lp + 1 + ls;
    return **rest == '\0' || **rest == '@';
}

void pgy_journal_rename(struct pgy_journal *journal, const char *plugin, const struct pgyd_rename *renames, size_t n)
{
    for (size_t i = 0; i < journal->n; i++) {
        for (size_t j = 0; j < n; j++) {
            const char *rest;
            if (!names_slug(journal->list[i].subject, plugin, renames[j].from, &rest))
                continue;
            journal->list[i].subject = pgy_arena_printf(journal->arena, "%s/%s%s", plugin, renames[j].to, rest);
            break;
        }
    }
}
